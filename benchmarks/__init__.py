"""How cost grows with the record; run by hand."""
