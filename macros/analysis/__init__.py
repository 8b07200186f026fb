"""What is computed over the record and never typed."""
