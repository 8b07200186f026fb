"""A paragraph in sentences, and a sentence in words, in any script.

Own code, since stamps hold hashes of sentences: a library that splits otherwise in its next release would make every
stamp untrue. Where a full stop may end a sentence or an abbreviation, and nothing tells which, it ends none: a sentence
too long is still accounted for, half a sentence is nobody's.
"""

from __future__ import annotations

import re

# Scripts that set no space between words: each sign counts as a word, and a full stop ends a sentence with none after.
UNSPACED = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")

_CLOSING = r"[\"'”’»›)\]}」』】》〉）]*(?:\[\d+\])*"
_OPENING = "\"'“‘„‚«‹([{「『【《〈（¿¡-–—"
# Full stops of Latin, Greek and Cyrillic; Arabic and Urdu; Armenian, Ethiopic, Devanagari, Burmese and Khmer.
_STOP = re.compile(rf"[.!?…؟۔։።।॥။។‼⁇⁈⁉]+{_CLOSING}(?=\s)|[。！？．｡…]+{_CLOSING}")
_CONTINUES = re.compile(r"[\u3040-\u309f、，,]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What a full stop shortens, and goes on: titles, months, measures, in Latin and in Cyrillic.
_SHORT = _set(
    "mr mrs ms dr prof st gen col lt sgt capt maj adm gov sen rep rev hon pres amb approx ca cf vs etc al e.g"
)
_SHORT |= _set(
    "i.e jan feb apr aug sept oct nov dec inc ltd co corp jr sr bros mt ft mme mlle z.b d.h u.a bzw usw hr fr"
)
_SHORT |= _set(
    "г гг ул вул им ім пл обл руб грн тыс тис млн млрд стр рис см ср проф акад ген полк др пр т.е т.д т.п т.к"
)
_SHORT_BEFORE_NUMBERS = _set("no nos nr fig figs p pp vol art sec ch ст п гл №")
# Words that begin a sentence far more often than they follow a shortened one.
_BEGINS = _set("the this that these those it its he she they we but and in on at after before however then there while")
_BEGINS |= _set("when if for with according also both each no some а в и на но он она они это этот эта эти по после с")


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends; white space between them belongs to none.

    A quotation of several sentences is as many; its last one goes on to the end of the sentence that quotes it.
    """
    found, start = [], len(paragraph) - len(paragraph.lstrip())
    for stop in _STOP.finditer(paragraph):
        if stop.start() >= start and _ends(paragraph[start : stop.start()], stop[0], paragraph[stop.end() :]):
            found.append((start, stop.end()))
            start = stop.end() + len(paragraph[stop.end() :]) - len(paragraph[stop.end() :].lstrip())
    if start < (end := len(paragraph.rstrip())):
        found.append((start, end))
    return found


def words(text: str) -> list[tuple[int, int]]:
    """Where each word begins and ends: what stands between white space and holds a letter or a digit."""
    return [match.span() for match in _WORD.finditer(text) if re.search(r"\w", match[0])]


def _ends(before: str, stop: str, after: str) -> bool:
    """Whether a sentence ends at a stop, by what it holds up to there and by what follows."""
    rest = after.lstrip()
    if not rest or not words(before):
        return not rest
    if not after[0].isspace():
        return not _CONTINUES.match(after)
    first = rest.lstrip(_OPENING)[:1]
    if first.islower() or not first:
        return False
    return stop[0] != "." or len(stop.rstrip("\"'”’»›)]")) > 1 or not _shortens(before, rest.lstrip(_OPENING))


def _shortens(before: str, rest: str) -> bool:
    """Whether the full stop after `before` shortens a word and lets the sentence go on."""
    last = before.rsplit(maxsplit=1)[-1].lstrip(_OPENING)
    following = re.match(r"\w+(?![.\w])", rest)  # an initial begins no sentence
    word = last.casefold()
    if word in _SHORT_BEFORE_NUMBERS and rest[:1].isdigit():
        return True
    if before.strip() == last and last.isdigit():  # "1. First"
        return True
    initials = re.fullmatch(r"[^\W\d_](?:\.-?[^\W\d_])*", last) is not None
    return (initials or word in _SHORT) and (following is None or following[0].casefold() not in _BEGINS)
