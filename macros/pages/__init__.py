"""The pages and files made from the record."""
