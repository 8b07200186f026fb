"""Work on the built site: search index, exports, policy, weight, offline copy."""
