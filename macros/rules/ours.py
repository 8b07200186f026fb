"""What of a text is ours: it stands in no quotation marks; and what is typed into it, however it is disguised."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

_MARK = re.compile(r"[“”\"]|\n[ \t]*\n")


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where what is quoted begins and ends, marks included. A paragraph's end ends a quotation that is none."""
    begun: int | None = None
    for mark in _MARK.finditer(text):
        if mark[0][0] == "\n":
            begun = None
        elif begun is None:
            begun = mark.start() if mark[0] != "”" else None
        elif mark[0] != "“":
            yield begun, mark.end()
            begun = None


def unquoted(text: str) -> str:
    """A text without what is quoted, on as many lines."""
    parts, end = [], 0
    for start, stop in quoted(text):
        parts += [text[end:start], " ", "\n" * text.count("\n", start, stop)]
        end = stop
    return "".join([*parts, text[end:]])


def in_typographic_marks(text: str) -> bool:
    """Whether a whole text stands in one pair of quotation marks that are not straight: YAML takes them for letters."""
    opening, inner, closing = text[:1], text[1:-1], text[-1:]
    if not inner or closing not in _CLOSED_BY.get(opening, ""):
        return False
    mark = _FIRST_MARK.search(inner)
    return mark is None or mark[0] != closing


def as_read(text: str) -> str:
    """A text as a reader sees it: no marks within words, no signs without a shape, every letter in its plain form."""
    shown = _EMPHASIS.sub("", html.unescape(text))
    if shown.isascii():
        return shown
    return unicodedata.normalize("NFKC", "".join(sign for sign in shown if unicodedata.category(sign) != "Cf"))


def typed_figures(text: str) -> list[str]:
    """The words of a text that hold a digit, of any script; a fraction and a raised one are digits, too."""
    return [word for word in text.split() if any(unicodedata.category(sign) in _DIGITS for sign in word)]


def mixed(text: str) -> list[str]:
    """The words of a text with letters of Latin and of another script that look alike, and so pass for another word."""
    return [word for word in _WORD.findall(text) if _LATIN.search(word) and _ALIKE.search(word)]


def of_two_scripts(text: str) -> Iterator[tuple[str, str]]:
    """What to say of the words that `mixed` finds, and what to do."""
    for word in mixed(text):
        yield f"{word!r} mixes letters of two scripts that look alike", "type the word anew"


def disguised(name: str) -> Iterator[tuple[str, str]]:
    """What in a name looks like something else, or like nothing, and what to do: who searches would not find it."""
    yield from of_two_scripts(name)
    for sign in dict.fromkeys(name):
        if unicodedata.category(sign) in ("Cf", "Cn", "Co") and sign not in _JOINS:
            yield (
                f"holds a sign that nobody sees ({unicodedata.name(sign, f'U+{ord(sign):04X}').lower()})",
                "take it out",
            )
    if _BREAK.search(name):
        yield "a line ends within it", "write it on one line"
    if wide := _WIDE.search(name):
        yield f"{wide[0]!r} is written in letters of double width", f"write {unicodedata.normalize('NFKC', wide[0])}"


# What joins and parts letters in Persian or Hindi, and tells their direction.
_JOINS = "\u200c\u200d\u200e\u200f\u061c"
_BREAK = re.compile(r"[\n\r\t\v\f\x85\u2028\u2029]")
_WIDE = re.compile("[Ａ-Ｚａ-ｚ０-９]+")
# What closes what a mark opens, in any language's manner, and by a slip.
_CLOSED_BY = {
    "“": '”“"',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    "‘": "’'",
    "’": "’'",
    "‚": "‘’'",
    "‹": "›",
}
_FIRST_MARK = re.compile(r"[“”„‟«»‹›‘‚\"]|[’'](?!\w)")  # no apostrophe
_DIGITS = ("Nd", "Nl", "No")
_EMPHASIS = re.compile(r"(?<=\w)[*~^]+(?=\w)")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")
_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
