"""Quotations and passages held against a saved text of their source.

The saved text is no part of the repository: whoever has one can repeat the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ..record.dossier import Dossier
from ..record.load import Loaded
from ..record.model import Claim, Passage, Quotation
from .letters import all_of, find, normalise, units

Result = Literal["exact", "close", "none"]

CLOSE = 75
OMISSION = re.compile(r"\s*\[\s*(?:\.\.\.|…)\s*\]\s*")
MANY = 4
SHOWN = 4


@dataclass(frozen=True)
class Held:
    """What came of holding words of the record against a text: which field has them; `why` says where they break."""

    item: Quotation | Claim
    result: Result
    why: str = ""
    field: Literal["text", "original", "passage"] = "text"


def hold(dossier: Dossier, source: str, text: str) -> list[Held]:
    """Every quotation of a source, then every original and every passage on it, held against the text."""
    normalised = normalise(text)
    quotations = [
        Held(item, *_words(item.text, normalised)) for item in dossier.quotations.values() if item.source == source
    ]
    originals = [
        Held(item, *_words(item.original.text, normalised), field="original")
        for item in dossier.quotations.values()
        if item.original and item.original.source == source
    ]
    passages = [
        Held(claim, *_passage(claim.passage, text), field="passage")
        for claim in dossier.claims.values()
        if claim.source == source and claim.passage
    ]
    return [*quotations, *originals, *passages]


def _words(quoted: str, text: str) -> tuple[Result, str]:
    """The parts between marked omissions stand in the text, word for word and in order."""
    at = 0
    for part in OMISSION.split(quoted):
        words = normalise(part)
        if not words:
            continue
        found = find(words, text, at)
        if found is None:
            if find(words, text) is not None:
                return "close", f"“{_few(units(words))}” stands before what precedes it here"
            return _where_it_breaks(words, text)
        at = found + len(words)
    return "exact", ""


def _where_it_breaks(words: str, text: str) -> tuple[Result, str]:
    """How like the words are to the nearest place in the text, and the first words that differ."""
    ours = units(words)
    before = _run(ours, text, from_end=False)
    after = _run(ours, text, from_end=True)
    near = fuzz.partial_ratio_alignment(words, text) if len(words) <= len(text) else None
    alike = before + after >= MANY and 100 * (before + after) >= CLOSE * len(ours)
    if not alike and (near is None or near.score < CLOSE):
        return "none", f"nothing like “{_few(ours)}” stands in the text"
    if near is None or 1 < before >= after:
        start = "".join(ours[:before]).rstrip()
        at = find(start, text) or 0
        theirs = units(text[at + len(start) :].lstrip())
        return "close", _difference(ours[before:], theirs, ours[:before])
    first = _start_of_unit(text, near.dest_start)
    theirs = units(text[first:])
    window = len(units(text[first : near.dest_end]))
    for marks in (" \"'().,;:!?", " \"'"):  # other words first; where there are none, other punctuation
        bare = [[word.strip(marks) for word in some] for some in (ours, theirs[:window])]
        for step in Levenshtein.opcodes(*bare):
            if step.tag in ("replace", "delete"):
                return "close", _difference(ours[step.src_start :], theirs[step.dest_start :], ours[: step.src_start])
    return "close", f"“{_few(ours)}” stands in the text with other words between"


def _run(words: list[str], text: str, *, from_end: bool) -> int:
    """How many of the first, or last, words stand in the text as they follow each other."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        run = words[-middle:] if from_end else words[:middle]
        low, high = (middle, high) if find("".join(run).strip(), text) is not None else (low, middle - 1)
    return low


def _difference(ours: list[str], theirs: list[str], before: list[str]) -> str:
    here, there = (f"“{_few(words)}”" if words else "nothing" for words in (ours, theirs))
    after = f" after “{''.join(before[-_shown(before) :]).strip()}”" if before else ""
    return f"{here} here, {there} in the text{after}"


def _few(words: list[str]) -> str:
    return "".join(words[: _shown(words)]).strip()


def _shown(words: list[str]) -> int:
    """How many words are shown: of letters that make words without spaces, more."""
    return SHOWN if any(len(word) > 1 for word in words[:SHOWN]) else 3 * SHOWN


def _start_of_unit(text: str, at: int) -> int:
    """Where the word begins, a place in which is given."""
    start = 0
    for unit in units(text):
        if start + len(unit) > at:
            break
        start += len(unit)
    return start


def _passage(passage: Passage, text: str) -> tuple[Result, str]:
    """The first words stand in the text once, the last ones after them in the same paragraph, as a browser reads it.

    A browser folds case and white space only, so the words are held against the text as it is typeset. In a saved
    text every line is a paragraph.
    """
    paragraphs = [" ".join(line.split()) for line in text.splitlines()]
    starts = [(line, match.end()) for line in paragraphs for match in all_of(passage.start, line, browser=True)]
    if len(starts) > 1:
        return "close", f"the first words “{passage.start}” stand {len(starts)} times in the text"
    if not starts:
        return _lost(passage.start, "first", text)
    line, end = starts[0]
    if passage.end and not any(match.start() >= end for match in all_of(passage.end, line, browser=True)):
        if any(True for _ in all_of(passage.end, line, browser=True)):
            return "close", f"the last words “{passage.end}” stand before the first"
        if any(True for other in paragraphs for _ in all_of(passage.end, other, browser=True)):
            return "close", f"the last words “{passage.end}” stand in another paragraph"
        return _lost(passage.end, "last", text)
    return "exact", ""


def _lost(words: str, which: str, text: str) -> tuple[Result, str]:
    if find(normalise(words).lower(), normalise(text).lower()) is not None:
        return "close", f"the {which} words “{words}” have other marks or dashes than the text"
    result, why = _where_it_breaks(normalise(words), normalise(text))
    return result, f"the {which} words: {why}"


def problems(loaded: Loaded, held: Iterable[Held]) -> list[str]:
    """A line for each that is not exact: file and line, what it is, and where it breaks."""
    found = []
    for each in held:
        if each.result != "exact":
            origin = loaded.origins[each.item.id]
            line = loaded.line(origin, (each.field,))
            found.append(f"{each.result:5}  {origin.file}:{line}: {each.item.id}.{each.field}: {each.why}")
    return found
