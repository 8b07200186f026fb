"""A saved article, in HTML or as plain text, as its sections and paragraphs, and what its page says of itself.

What a page does not say is None: nothing here is guessed. What of a page is not the article, its author takes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import page

HTML = (".html", ".htm", ".xhtml")
LONGEST_HEADING = 100
_ENDS = ".!?…:;,。！？।؟۔"
_BULLET = re.compile(r"^(?:[*•‣–-]|[0-9]{1,2}\.)\s+(?=\S)")


class Unreadable(Exception):
    """A file that holds no article; the message says what to save instead."""


@dataclass
class Section:
    """Paragraphs under one heading; None above the first."""

    heading: str | None
    paragraphs: list[str] = field(default_factory=list)


@dataclass
class Article:
    """An article; `data` is the file as it was saved, `suffix` that of its name."""

    data: bytes
    suffix: str
    sections: list[Section]
    says: page.Says

    @property
    def paragraphs(self) -> dict[str, str]:
        """The paragraphs by the ids they get: `p1`, `p2`."""
        texts = [text for section in self.sections for text in section.paragraphs]
        return {f"p{number}": text for number, text in enumerate(texts, 1)}


def read(path: Path) -> Article:
    """The article in a file. Raises OSError, or Unreadable where there is none."""
    data = path.read_bytes()
    if path.suffix.lower() in HTML:
        try:
            says, lines = page.read(data)
        except page.Empty as error:
            raise Unreadable("the page is empty") from error
    else:
        try:
            says, lines = page.Says(), list(_lines(data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            raise Unreadable("it is not in UTF-8: save the article as text in UTF-8, or as HTML") from error
        if "\0" in data.decode("utf-8-sig"):
            raise Unreadable("it is no text: save the article as text or as HTML")
        if lines and lines[0][0]:
            says.title = lines.pop(0)[1]
    sections = list(_sections(lines))
    if not sections:
        raise Unreadable("no paragraph of text was found in it")
    return Article(data, path.suffix.lower(), sections, says)


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """The headings and paragraphs of a plain text; a text without empty lines has one a line."""
    text = "\n".join(text.splitlines()).strip()
    blocks = re.split(r"\n\s*\n", text)
    if len(blocks) == 1:
        blocks = text.split("\n")
    for block in blocks:
        marked = block.startswith("#")
        words = " ".join(block.lstrip("#").split())
        is_short = "\n" not in block and len(words) <= LONGEST_HEADING and words[-1:] not in _ENDS
        is_quoted = words[-1:] in '”"»“」’'
        if words:
            yield marked or (is_short and not is_quoted), words


def _sections(lines: Iterable[tuple[bool, str]]) -> Iterator[Section]:
    """Sections with paragraphs in them; of headings that follow each other the last counts."""
    section = Section(None)
    for is_heading, words in lines:
        words = " ".join(words.split())
        if is_heading:
            if section.paragraphs:
                yield section
            section = Section(words)
        elif words := _BULLET.sub("", words):
            section.paragraphs.append(words)
    if section.paragraphs:
        yield section
