"""Quotations and passages held against a saved text of their source, and the stamps that say so.

The saved text is no part of the repository: whoever has one can repeat the check. A stamp holds hashes only.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.load import Loaded, Origin
from ..record.model import Claim, Passage, Quotation, Verification
from ..record.problems import BadRecord, Problem

Result = Literal["exact", "close", "none"]

CLOSE = 75
OMISSION = re.compile(r"\s*\[\s*(?:\.\.\.|…)\s*\]\s*")
MANY = 4
SHOWN = 4

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)


@dataclass(frozen=True)
class Held:
    """What came of holding a quotation or a passage against a text; `why` says where it breaks."""

    item: Quotation | Claim
    result: Result
    why: str = ""


def normalise(text: str) -> str:
    """The words of a text without what typesetting changes: marks, dashes, ellipses, white space."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())


def words_hash(text: str) -> str:
    """The hash of a quotation's normalised words, as its stamp holds it."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def hold(dossier: Dossier, source: str, text: str) -> list[Held]:
    """Every quotation of a source, then every passage of its claims, held against the text."""
    normalised = normalise(text)
    quotations = [_quotation(item, normalised) for item in dossier.quotations.values() if item.source == source]
    passages = [
        _passage(claim, claim.passage, text)
        for claim in dossier.claims.values()
        if claim.source == source and claim.passage
    ]
    return [*quotations, *passages]


def _quotation(item: Quotation, text: str) -> Held:
    """The parts between marked omissions stand in the text, word for word and in order."""
    at = 0
    for part in OMISSION.split(item.text):
        words = normalise(part)
        if not words:
            continue
        found = _find(words, text, at)
        if found is None:
            if _find(words, text, 0) is not None:
                return Held(item, "close", f"“{_few(words.split())}” stands before what precedes it here")
            return Held(item, *_where_it_breaks(words, text))
        at = found + len(words)
    return Held(item, "exact")


def _find(words: str, text: str, start: int) -> int | None:
    """Where whole words stand in a text, from `start` on."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, start)
    return found.start() if found else None


def _where_it_breaks(words: str, text: str) -> tuple[Result, str]:
    """How like the words are to the nearest place in the text, and the first words that differ."""
    ours = words.split()
    before = _run(ours, text, from_end=False)
    after = _run(ours, text, from_end=True)
    near = fuzz.partial_ratio_alignment(words, text) if len(words) <= len(text) else None
    alike = before + after >= MANY and 100 * (before + after) >= CLOSE * len(ours)
    if not alike and (near is None or near.score < CLOSE):
        return "none", f"nothing like “{_few(ours)}” stands in the text"
    if near is None or 1 < before >= after:
        start = " ".join(ours[:before])
        at = _find(start, text, 0) or 0
        theirs = text[at + len(start) :].split()
        return "close", _difference(ours[before:], theirs, ours[:before])
    first = text.rfind(" ", 0, near.dest_start + 1) + 1
    theirs = text[first:].split()
    window = len(text[first : near.dest_end].split())
    for marks in ("\"'().,;:!?", "\"'"):  # other words first; where there are none, other punctuation
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
        low, high = (middle, high) if _find(" ".join(run), text, 0) is not None else (low, middle - 1)
    return low


def _difference(ours: list[str], theirs: list[str], before: list[str]) -> str:
    here, there = (f"“{_few(words)}”" if words else "nothing" for words in (ours, theirs))
    after = f" after “{' '.join(before[-SHOWN:])}”" if before else ""
    return f"{here} here, {there} in the text{after}"


def _few(words: list[str]) -> str:
    return " ".join(words[:SHOWN])


def _passage(claim: Claim, passage: Passage, text: str) -> Held:
    """The first words stand in the text once, the last ones after them in the same paragraph, as a browser reads it.

    A browser folds case and white space only, so the words are held against the text as it is typeset. In a saved
    text every line is a paragraph.
    """
    paragraphs = [" ".join(line.split()) for line in text.splitlines()]
    starts = [(line, match.end()) for line in paragraphs for match in _all(passage.start, line)]
    if len(starts) > 1:
        return Held(claim, "close", f"the first words “{passage.start}” stand {len(starts)} times in the text")
    if not starts:
        return _lost(claim, passage.start, "first", text)
    line, end = starts[0]
    if passage.end and not any(match.start() >= end for match in _all(passage.end, line)):
        if any(True for _ in _all(passage.end, line)):
            return Held(claim, "close", f"the last words “{passage.end}” stand before the first")
        if any(True for other in paragraphs for _ in _all(passage.end, other)):
            return Held(claim, "close", f"the last words “{passage.end}” stand in another paragraph")
        return _lost(claim, passage.end, "last", text)
    return Held(claim, "exact")


def _all(words: str, text: str) -> Iterable[re.Match[str]]:
    """Where a browser finds whole words: an apostrophe between letters is a part of the word."""
    return re.finditer(rf"(?<!\w)(?<!\w['’]){re.escape(words)}(?!['’]?\w)", text, re.IGNORECASE)


def _lost(claim: Claim, words: str, which: str, text: str) -> Held:
    if _find(normalise(words).lower(), normalise(text).lower(), 0) is not None:
        return Held(claim, "close", f"the {which} words “{words}” have other marks or dashes than the text")
    result, why = _where_it_breaks(normalise(words), normalise(text))
    return Held(claim, result, f"the {which} words: {why}")


def stamp(dossier: Dossier, held: Iterable[Held], saved: bytes, day: date) -> list[str]:
    """Write the verification of every exact quotation into its file; the ids of those that had none like it.

    Only the lines of the stamp change: comments and layout of the file stay.
    """
    sha256 = hashlib.sha256(saved).hexdigest()
    stamped = []
    for each in held:
        if each.result != "exact" or not isinstance(each.item, Quotation):
            continue
        new = Verification(result="exact", sha256=sha256, date=When(day.isoformat()), words=words_hash(each.item.text))
        old = each.item.verified
        if isinstance(old, Verification) and (old.sha256, old.words) == (new.sha256, new.words):
            continue
        origin = dossier.loaded.origins[each.item.id]
        path = dossier.root / origin.file
        path.write_text(_with_stamp(path.read_text("utf-8"), origin, new), "utf-8")
        stamped.append(each.item.id)
    return stamped


def _with_stamp(text: str, origin: Origin, new: Verification) -> str:
    """The YAML text with the entry's `verified` replaced, or added as its last field."""
    lines = text.split("\n")
    entry = _value(yaml.compose(text, yaml.SafeLoader), origin.keys[0])
    if entry.flow_style:
        line = entry.start_mark.line + 1
        raise BadRecord([Problem(origin.file, line, str(origin.keys[0]), "write one field a line to have it stamped")])
    fields = {key.value: (key, value) for key, value in entry.value}
    last_key, last_value = fields.get("verified") or entry.value[-1]
    indent = " " * entry.value[0][0].start_mark.column
    stamp = [f"{indent}verified:", *(f"{indent}  {name}: {value}" for name, value in new.model_dump().items())]
    end = _last_line(last_value, lines) + 1
    lines[last_key.start_mark.line if "verified" in fields else end : end] = stamp
    return "\n".join(lines)


def _value(node: yaml.Node | None, key: str | int) -> yaml.MappingNode:
    pairs = node.value if node else ()
    found: yaml.MappingNode = next(value for name, value in pairs if name.value == key)
    return found


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    """The line a node's own text ends on; the end mark of a block is that of what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(node, yaml.MappingNode) else last, lines)
    line = int(node.end_mark.line)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        line -= 1
        while not lines[line].strip():
            line -= 1
    return line


def problems(loaded: Loaded, held: Iterable[Held]) -> list[str]:
    """A line for each that is not exact: file and line, what it is, and where it breaks."""
    found = []
    for each in held:
        if each.result != "exact":
            field = "text" if isinstance(each.item, Quotation) else "passage"
            origin = loaded.origins[each.item.id]
            line = loaded.line(origin, (field,))
            found.append(f"{each.result:5}  {origin.file}:{line}: {each.item.id}.{field}: {each.why}")
    return found


def saved_text(path: Path) -> tuple[bytes, str]:
    """A saved text: its bytes, which are hashed, and its characters."""
    data = path.read_bytes()
    return data, data.decode("utf-8-sig")
