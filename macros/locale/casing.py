"""Letters to compare by: capital and small ones as the language in use has them, and letters without their marks."""

from __future__ import annotations

import unicodedata

from . import current

# Languages whose dotted and dotless i are two letters, each with a capital of its own.
TWO_I = frozenset({"tr", "az"})


def begin(words: str) -> str:
    """With a capital at its head: 'About six' for 'about six'; in Turkish 'İki' for 'iki'."""
    first = words[:1]
    return f"{'İ' if first == 'i' and current() in TWO_I else first.upper()}{words[1:]}"


def fold(words: str) -> str:
    """In small letters, to compare by; in Turkish 'ılgaz' for 'Ilgaz' and 'iz' for 'İz'."""
    return (words.replace("I", "ı").replace("İ", "i") if current() in TWO_I else words).casefold()


def without_marks(words: str) -> str:
    """Without the marks on its letters, in Unicode's compatible form (NFKD): 'Meleze' for 'Mélèze'."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))
