"""The everyday words of a language: a search tells by them a way of asking from a name that nothing here has."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker

NUMBER = 20_000  # the commonest: "referee" and "credible" are among them, hardly a surname of our time is
SHORTEST = 3  # letters: shorter words say little, and are none that one might mean


@cache  # while serving, every edit writes the index again, and the list stays the same
def usual(language: str) -> tuple[str, ...]:
    """The commonest words of a language as subtitles of films have them, sorted; none of one without a list.

    The counts are those of OpenSubtitles (2018), which the library brings along.
    """
    try:
        counts = SpellChecker(language=language).word_frequency.dictionary
    except ValueError:  # no list of this language
        return ()
    commonest = sorted(counts, key=lambda word: (-counts[word], word))[:NUMBER]
    bare = {word.replace("'", "") for word in commonest}  # as people type it who have no time: isnt
    return tuple(sorted(word for word in bare if word.isalpha() and len(word) >= SHORTEST))
