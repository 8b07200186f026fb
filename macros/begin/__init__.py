"""To begin another dossier: from an article, in a language. `macros/new.py` puts it together."""
