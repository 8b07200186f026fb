"""Stamps of a primary source's sentences, made from a saved text of it: `stamp-sentences`.

The saved text is no part of the repository. What is written holds the first words of each sentence, its length and
hashes, and which of its words our claims and quotations take up, so that coverage can be computed without the text.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..record import splitting
from ..record.dossier import Dossier
from ..record.model import Sentence, Span
from .letters import BESIDE, find, normalise, words_hash
from .verify import OMISSION

OPENING = 4
_MARKED = re.compile(r"\[([a-z0-9-]+)\]\s+(.*)")
_HEAD = """\
# yaml-language-server: $schema=../schema/sentences.json
# The sentences of a primary source, without their text: written by `python -m macros stamp-sentences`. By hand, write
# `aside` alone: why no claim is made of a sentence. It is kept as long as the sentence stays as it is.
"""


class Unfit(ValueError):
    """The saved text cannot be laid over the paragraphs or the claims of its source; every reason is given."""


@dataclass(frozen=True)
class Stamped:
    """The sentences of a source, and of how many the words were stamped before, are new, or are gone."""

    sentences: list[Sentence]
    kept: list[Sentence]
    new: list[Sentence]
    gone: list[Sentence]


def stamp(dossier: Dossier, source: str, text: str) -> Stamped:
    """The stamps of a source's sentences by its saved text. Raises Unfit."""
    paragraphs = paragraphs_of(text, dossier.paragraphs(source))
    places = _places(dossier, source, paragraphs)
    before = [each for each in dossier.sentences.values() if each.source == source]
    asides = {(each.place, each.sha256): each.aside for each in before}
    found = []
    for paragraph, words in paragraphs.items():
        for number, (start, end) in enumerate(splitting.sentences(words), 1):
            spans = [(id_, at) for id_, at in places.get(paragraph, ()) if at[0] < end and at[1] > start]
            inside = [(id_, first - start, last - start) for id_, (first, last) in spans]
            sentence = _sentence(source, paragraph, number, words[start:end], inside)
            sentence = sentence.model_copy(update={"aside": asides.get((paragraph, sentence.sha256))})
            found.append(sentence.model_copy(update={"stamp": stamp_of(dossier, sentence)}))
    now, then = ({(each.place, each.sha256) for each in some} for some in (found, before))
    return Stamped(
        found,
        kept=[each for each in found if (each.place, each.sha256) in then],
        new=[each for each in found if (each.place, each.sha256) not in then],
        gone=[each for each in before if (each.place, each.sha256) not in now],
    )


def stamp_of(dossier: Dossier, sentence: Sentence) -> str:
    """The hash of what a sentence's entry holds, `aside` excepted, and of the passages and quotations in it."""
    made_from = [_made_from(dossier, span.of) for span in sentence.spans]
    fields = sentence.model_dump(mode="json", exclude={"stamp", "aside", "aliases"})
    whole = json.dumps([sentence.id, fields, made_from], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def write(root: Path, source: str, sentences: list[Sentence]) -> Path:
    """Write the stamps of a source into its file; its path."""
    path = root / "data" / Sentence.kind_of_record / f"{source}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = "\n".join(_yaml({each.id: _fields(each)}) for each in sentences)
    path.write_text(f"{_HEAD}\n{entries}", "utf-8")
    return path


def paragraphs_of(text: str, ids: list[str]) -> dict[str, str]:
    """The paragraphs of a saved text by id: each line that is no `## heading` is one, marked `[id]` or in order.

    Raises Unfit where the lines are not the paragraphs of the source.
    """
    lines = [" ".join(unicodedata.normalize("NFC", line).split()) for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    marked = [match for line in lines if (match := _MARKED.fullmatch(line)) and match[1] in ids]
    if marked and len(marked) < len(lines):
        bare = next(line for line in lines if not (match := _MARKED.fullmatch(line)) or match[1] not in ids)
        raise Unfit(f"some lines begin with the id of a paragraph, and this one does not: “{_few(bare)}”")
    found = {match[1]: match[2] for match in marked} or dict(zip(ids, lines, strict=False))
    if len(lines) != len(ids) or list(found) != ids:
        raise Unfit(
            f"the text has {len(lines)} paragraphs, the record {len(ids)}: save one a line, headings after ##, each "
            "with its id before it in brackets or all of them in order"
        )
    return found


def _places(
    dossier: Dossier, source: str, paragraphs: Mapping[str, str]
) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """Where the passages and quotations of a source stand, by paragraph. Raises Unfit with all that stand nowhere."""
    found: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    lost = []
    for id_, place, parts in _parts(dossier, source):
        spans = list(_spans(parts, _Text(paragraphs.get(place, ""))))
        found.setdefault(place, []).extend((id_, span) for span in spans)
        if len(spans) < len(parts):
            lost.append(id_)
    if lost:
        raise Unfit(f"not found in the paragraph they name: {', '.join(lost)}; `verify-quotes` says where they break")
    return found


def _parts(dossier: Dossier, source: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """What each claim and quotation takes up: its id, its paragraph, and the first and last words of each part."""
    for claim in dossier.claims.values():
        if claim.source == source and (passage := claim.passage) and isinstance(claim.place, str):
            yield claim.id, claim.place, [(passage.start, passage.end or "")]
    for item in dossier.quotations.values():
        if item.source == source and isinstance(item.place, str):
            yield item.id, item.place, [(part, "") for part in OMISSION.split(item.text) if normalise(part)]


def _spans(parts: list[tuple[str, str]], text: _Text) -> Iterator[tuple[int, int]]:
    """Where the parts stand, each after the one before."""
    after = 0
    for first, last in parts:
        found = text.find(first, after)
        end = text.find(last, found[1]) if found and last else found
        if found and end:
            yield found[0], end[1]
            after = end[1]


class _Text:
    """A paragraph that is searched as `verify` compares: without what typesetting changes, and without case."""

    def __init__(self, paragraph: str) -> None:
        pairs = [(sign, at) for at, each in enumerate(paragraph) for sign in (_compared(each) or " " * each.isspace())]
        text = "".join(sign for sign, _ in pairs)
        gone = {match.start() for match in BESIDE.finditer(text)}
        self.text = "".join(sign for index, sign in enumerate(text) if index not in gone)
        self.at = [at for index, (_, at) in enumerate(pairs) if index not in gone]

    def find(self, words: str, after: int) -> tuple[int, int] | None:
        """Where whole words begin and end in the paragraph, from a place in it on."""
        start = next((i for i, at in enumerate(self.at) if at >= after), len(self.at))
        sought = _compared(words)
        found = find(sought, self.text, start)
        return None if found is None else (self.at[found], self.at[found + len(sought) - 1] + 1)


def _compared(text: str) -> str:
    return normalise(text).casefold()


def _sentence(source: str, place: str, number: int, text: str, places: list[tuple[str, int, int]]) -> Sentence:
    """A sentence, yet without a stamp of the whole."""
    words = splitting.words(text)
    shown = words[: max(1, min(OPENING, len(words) - 1))]
    spans = []
    for id_, start, end in places:
        inside = [index for index, (first, last) in enumerate(words, 1) if first < end and last > start]
        if inside:
            spans.append(Span(of=id_, first=inside[0], last=inside[-1]))
    return Sentence(
        id=f"{source}-{place}-{number}",
        source=source,
        place=place,
        opening=text[: shown[-1][1]],
        words=len(words),
        sha256=words_hash(text),
        spans=spans,
        stamp="0" * 64,
    )


def _made_from(dossier: Dossier, id_: str) -> Any:
    """What of a claim or a quotation decides where it stands in its source."""
    if (item := dossier.quotations.get(id_)) is not None:
        return [item.source, item.place, words_hash(item.text)]
    claim = dossier.claims[id_]
    return [claim.source, claim.place, claim.passage and claim.passage.model_dump()]


class _OneLine(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(
    _OneLine, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)


def _fields(sentence: Sentence) -> dict[str, Any]:
    fields = sentence.model_dump(mode="json", exclude_defaults=True)
    return fields | ({"spans": [_OneLine(span) for span in fields["spans"]]} if "spans" in fields else {})


def _yaml(entry: dict[str, Any]) -> str:
    return yaml.dump(entry, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False)


def _few(text: str) -> str:
    return " ".join(text.split()[:OPENING])
