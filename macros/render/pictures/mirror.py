"""Pictures on pages written from right to left: time runs as the words do; print sets the letters as they join."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from html import unescape
from itertools import pairwise

from markupsafe import Markup

from ..html import escape
from .shapes import number

_TEXT = re.compile(r"<text [^>]*>.*?</text>", re.DOTALL)
_X = re.compile(r'(?<= )x="(-?[\d.]+)"')
_WORDS = re.compile(r">([^<>]+)<")
# In a line from right to left these keep their own order: words and numbers of other scripts.
_FROM_LEFT = re.compile(r"[0-9A-Za-z\u00c0-\u058f]+(?:[ .,:/’%-]+[0-9A-Za-z\u00c0-\u058f]+)*")
_TURNED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def mirrored(drawn: Markup, width: float) -> Markup:
    """A drawing with left and right changed; its words are not, but begin where they ended."""
    inside = _TEXT.sub(lambda found: _upright(found[0]), drawn)
    return Markup(f'<g transform="matrix(-1 0 0 1 {number(width)} 0)">{inside}</g>')  # noqa: S704 (it was Markup)


def _upright(text: str) -> str:
    at = _X.search(text)
    if at is None:
        return text
    pivot = float(at[1])
    text = _X.sub(lambda found: f'x="{number(2 * pivot - float(found[1]))}"', text)
    if 'text-anchor="end"' in text:
        text = text.replace(' text-anchor="end"', "")
    elif 'text-anchor="middle"' not in text:
        text = text.replace("<text ", '<text text-anchor="end" ', 1)
    return text.replace("<text ", f'<text transform="matrix(-1 0 0 1 {number(2 * pivot)} 0)" ', 1)


def set_for_print(drawn: Markup) -> Markup:
    """A drawing whose Arabic stands as it is to be seen: WeasyPrint sets a picture's letters one by one."""
    return Markup(_WORDS.sub(lambda found: f">{escape(visual(unescape(found[1])))}<", drawn))  # noqa: S704 (escaped)


def visual(words: str) -> str:
    """A line as its letters stand from left to right, each in the form that it has beside its neighbours.

    >>> visual("12 باب")
    'ﺏﺎﺑ 12'
    """
    forms = _forms()
    if not any(letter in forms for letter in words):
        return words
    letters = "".join(each for each in words if not unicodedata.combining(each))
    for pair, ligature in _LIGATURES.items():
        letters = letters.replace(pair, ligature)
    joins = ["initial" in forms.get(one, {}) and "final" in forms.get(other, {}) for one, other in pairwise(letters)]
    found = []
    for letter, before, after in zip(letters, [False, *joins], [*joins, False], strict=True):
        form = "medial" if before and after else "final" if before else "initial" if after else "isolated"
        found.append(forms.get(letter, {}).get(form, letter))
    turned = "".join(found).translate(_TURNED)[::-1]
    return _FROM_LEFT.sub(lambda each: each[0][::-1], turned)


# Lam and alef are written as one.
_LIGATURES = {unicodedata.normalize("NFKC", letter): letter for letter in "ﻵﻷﻹﻻ"}


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The forms of each letter, as Unicode names them: `isolated`, `initial`, `medial`, `final`."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for form in map(chr, range(0xFB50, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(form).split() or [""]
        name = "".join(chr(int(letter, 16)) for letter in letters)
        if len(name) == 1 or name in _LIGATURES:
            found[_LIGATURES.get(name, name)][kind.strip("<>")] = form
    return dict(found)
