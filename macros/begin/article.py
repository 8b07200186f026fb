"""A saved article, in HTML or as plain text, as its sections and paragraphs, and what its page says of itself.

What a page does not say is None: nothing here is guessed. What of a page is not the article, its author takes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..record.reader import NO_TEXT
from . import page

HTML = (".html", ".htm", ".xhtml")
LONGEST_HEADING = 100
_ENDS = ".!?…:;,。！？।؟۔"
_QUOTED = '”"»“」』’›'
_BULLET = re.compile(r"^[*•‣–-]\s+(?=\S)")
_MARKED = re.compile(r"^#{1,6}[ \t]+(?=\S)")
_APART = re.compile(r"\n\s*\n")
# Whether it is a heading, and its words.
Line = tuple[bool, str]


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
        says, lines = _of_text(_decoded(data))
    says.title = _plain(says.title or "") or None
    sections = list(_sections([(is_heading, words) for is_heading, line in lines if (words := _plain(line))]))
    if not sections:
        raise Unreadable("no paragraph of text was found in it")
    return Article(data, path.suffix.lower(), sections, says)


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is not in UTF-8: save the article as text in UTF-8, or as HTML") from error
    if "\0" in text:
        raise Unreadable("it is no text: save the article as text or as HTML")
    return text


def _of_text(text: str) -> tuple[page.Says, list[Line]]:
    """What a plain text says of itself, which is its title, and its lines.

    Unless it is marked as one, a heading is a short line between paragraphs: several in a row are a list, a byline or
    the turns of a talk.
    """
    lines = [(_MARKED.sub("", block), _MARKED.match(block) is not None, _is_short(block)) for block in _blocks(text)]
    has_title = len(lines) > 1 and any(lines[0][1:])
    title = lines.pop(0)[0] if has_title else None
    in_row = [False, *(marked or short for _, marked, short in lines), False]
    return page.Says(title=title), [
        (marked or (short and not in_row[number] and not in_row[number + 2]), block)
        for number, (block, marked, short) in enumerate(lines)
    ]


def _blocks(text: str) -> list[str]:
    """What stands between empty lines; a text without them has a block a line. A marked heading ends with its line."""
    text = "\n".join(text.splitlines()).strip()
    if not _APART.search(text):
        text = text.replace("\n", "\n\n")
    text = re.sub(rf"{_MARKED.pattern}.*$", r"\n\g<0>\n", text, flags=re.MULTILINE)
    return [block for each in _APART.split(text) if _plain(block := each.strip())]


def _is_short(block: str) -> bool:
    """Whether a block is one line without a full stop, as headings are; what is quoted or listed is none."""
    words = _plain(block)
    return (
        "\n" not in block
        and len(words) <= LONGEST_HEADING
        and words[-1:] not in _ENDS + _QUOTED
        and not _BULLET.match(words)
    )


def _plain(text: str) -> str:
    """Words with single blanks between, without signs that the record cannot hold; nothing where no word is in it."""
    words = " ".join(NO_TEXT.sub("", " ".join(text.split())).split())
    return words if re.search(r"[^\W_]", words) else ""


def _sections(lines: list[Line]) -> Iterator[Section]:
    """Sections with paragraphs in them. Nothing is left out: a heading that no paragraph follows is one itself."""
    section = Section(None)
    for (is_heading, words), (is_above_heading, _) in zip(lines, [*lines[1:], (True, "")], strict=False):
        if is_heading and not is_above_heading:
            if section.paragraphs:
                yield section
            section = Section(words)
        elif words := _BULLET.sub("", words):
            section.paragraphs.append(words)
    if section.paragraphs:
        yield section
