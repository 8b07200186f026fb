"""The last hand on the text: curly quotation marks, and no letter that has no font."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional

from fontTools.ttLib import TTFont
from lxml import html
from lxml.html import HtmlElement

from ..locale import direction
from . import signs
from .problem import BadBook

FONTS = Path(__file__).parents[2] / "assets" / "fonts" / "pdf"
FONT_FILES = frozenset({".ttf", ".otf", ".woff2"})
BLOCKS = frozenset({"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "div", "section", "caption", "br"})
VERBATIM = frozenset({"code", "pre", "style", "title"})
OPENS_AFTER = frozenset(" \u00a0([{—–-/“‘\u2009")
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
CURLY = {'"': "“”", "'": "‘’"}


def typeset(text: str, language: str = "en") -> str:
    """HTML with curly quotation marks. Raises BadBook for letters of which no font has the shape."""
    tree = html.fragment_fromstring(text, create_parent="div")
    _curl(tree, language)
    _flatten(tree)
    if direction(language) == "rtl":
        _keep_apart(tree)
    if missing := sorted(_letters(tree) - known()):
        named = ", ".join(
            f"{letter} (U+{ord(letter):04X}, {unicodedata.name(letter, 'no name')})" for letter in missing
        )
        raise BadBook(
            [f"No font has {named}.", "Put one that does into assets/fonts/pdf/ and name it in fonts.css there."]
        )
    return "".join(html.tostring(each, encoding="unicode") for each in tree)


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """The letters that a font of the book has."""
    found = set(signs.OUTLINES)
    for path in sorted(FONTS.iterdir()):
        if path.suffix in FONT_FILES and not path.match("dossier-serif-*-italic.*"):
            found |= {chr(point) for point in TTFont(path).getBestCmap()}
    return frozenset(found)


def _letters(tree: HtmlElement) -> set[str]:
    """All that is printed, but for what takes no ink."""
    return {letter for letter in "".join(tree.itertext()) if not unicodedata.category(letter).startswith(("Z", "C"))}


def _curl(tree: HtmlElement, language: str) -> None:
    """A mark opens where a word can begin, and closes elsewhere; what is verbatim or foreign stays."""
    before = " "
    for element, place in _texts(tree):
        words = getattr(element, place) or ""
        if place == "text" and element.tag in BLOCKS:
            before = " "
        holder = element if place == "text" else element.getparent()
        if holder is None or _stays(holder, language):
            before = words[-1:] or before
            continue
        if '"' in words or "'" in words:
            letters = []
            for letter in words:
                if letter in CURLY:
                    letter = CURLY[letter][0 if before in OPENS_AFTER or before.isspace() else 1]
                letters.append(letter)
                before = letter
            setattr(element, place, "".join(letters))
        else:
            before = words[-1:] or before


def _flatten(tree: HtmlElement) -> None:
    """Links hold words alone: WeasyPrint tags a box within a link as one link more."""
    for link in tree.iter("a"):
        for inner in list(link.iterdescendants()):
            if not inner.get("lang"):
                inner.drop_tag()


def _keep_apart(tree: HtmlElement) -> None:
    """Words that run from left to right keep the sign that they end in; in print nothing else tells whose it is."""
    for element, place in _texts(tree):
        words = getattr(element, place) or ""
        kinds = {bidirectional(letter) for letter in words}
        if "L" in kinds and not kinds & {"R", "AL"} and (inside := words.strip()):
            start, end = words.split(inside)
            setattr(element, place, f"{start}{LEFT_TO_RIGHT}{inside}{LEFT_TO_RIGHT}{end}")


def _stays(element: HtmlElement, language: str) -> bool:
    chain = [element, *element.iterancestors()]
    return any(each.tag in VERBATIM or each.get("lang", language) != language for each in chain)


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every text in reading order, by the element and whether it stands within or behind it."""
    yield element, "text"
    for child in element:
        yield from _texts(child)
        yield child, "tail"
