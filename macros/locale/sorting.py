"""The order of names by the alphabet of the language in use."""

from __future__ import annotations

import unicodedata

from . import text


def sort_key(name: str) -> tuple[list[int], str]:
    """The key to sort a name by: letter by letter as the language's alphabet has them, signs on letters aside.

    A letter that the alphabet names itself keeps its own place (ç, ї); another counts as the letter under its sign
    (Á as A). Letters of other scripts stand behind, by their code.

    >>> sorted(["Zeta", "Álava", "Beta"], key=sort_key)
    ['Álava', 'Beta', 'Zeta']
    """
    alphabet = text("alphabet")
    folded = name.casefold()
    found: list[int] = []
    for letter in folded:
        if letter in alphabet:
            found.append(1 + alphabet.index(letter))
            continue
        for part in unicodedata.normalize("NFKD", letter):
            if part in alphabet:
                found.append(1 + alphabet.index(part))
            elif not unicodedata.combining(part):
                found.append(0 if part.isspace() else 1000 + ord(part))
    return found, folded
