"""The rules: what a record and its pages must keep to, one family of rules a module."""
