"""What may be said and what is said: the kinds of record, reading them, and the loaded whole."""
