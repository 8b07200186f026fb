"""Saved copies of sources: text or HTML, one file, or a folder of files named after their sources."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from inscriptis import Inscriptis

TEXTS, PAGES = (".txt", ".md", ".text"), (".html", ".htm", ".xhtml")
_BEGINS = (b"<!doctype html", b"<html", b"<?xml")
_OTHER = {b"%PDF": "a PDF", b"PK\x03\x04": "a packed file", b"bplist": "a web archive", b"{\\rtf": "rich text"}


class Unreadable(Exception):
    """A file holds no text; the message says what to save instead."""


@dataclass(frozen=True)
class Saved:
    """A saved copy: its bytes, which are hashed, and its text, one paragraph a line."""

    data: bytes
    text: str


def read(path: Path) -> Saved:
    """A saved copy. Raises OSError, or Unreadable where the file holds no text."""
    data = path.read_bytes()
    for begin, name in _OTHER.items():
        if data.startswith(begin):
            raise Unreadable(f"it is {name}: save the page as text or as HTML")
    is_page = path.suffix.lower() in PAGES or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_BEGINS)
    return Saved(data, _text_of_page(data) if is_page else _decoded(data))


def in_folder(folder: Path, sources: Container[str]) -> tuple[dict[str, Path], list[str]]:
    """The saved copies in a folder by the source they are named after, and what is wrong with the others.

    Raises OSError where the folder cannot be read.
    """
    found: dict[str, Path] = {}
    wrong = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not path.is_file():
            continue
        if path.suffix.lower() not in (*TEXTS, *PAGES):
            wrong.append(f"{path.name}: save it as text (.txt) or as HTML (.html)")
        elif path.stem not in sources:
            wrong.append(f"{path.name}: no source has the id {path.stem!r}")
        elif path.stem in found:
            wrong.append(f"{path.name}: {found[path.stem].name} is of the same source; keep one")
        else:
            found[path.stem] = path
    return found, wrong


def _text_of_page(data: bytes) -> str:
    """All that a reader of a page sees, by a library that is kept; no guess at what of it is the article."""
    try:
        tree = lxml.html.document_fromstring(_decoded(data).encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except Unreadable:  # as the page itself declares
        tree = lxml.html.document_fromstring(data)
    except (lxml.etree.ParserError, ValueError) as error:
        raise Unreadable("the page is empty") from error
    return str(Inscriptis(tree).get_text())


def _decoded(data: bytes) -> str:
    """The characters of a text: UTF-8, or UTF-16 where it says so."""
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is not in UTF-8: save it as text in UTF-8, or as HTML") from error
