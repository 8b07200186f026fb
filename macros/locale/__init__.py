"""What the site says by itself: whole messages with named placeholders, one catalog a language (`en.po`).

A message is never glued from halves: a sentence stands in the catalog as a reader sees it, so that it can be read,
reworded and translated in one place. A message's id says where it is used (`status.one`).
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from ..render.html import escape

HERE = Path(__file__).parent
SOURCE = "en"
# Our English puts the day first: 2 June 2025.
OURS = {"en": "en_GB"}
TAG = re.compile(r"<[^>]*>|&[#\w]+;")
PLACE = re.compile(r"\{([a-z_]+)\}")
# Around words of the other direction: readers see nothing of these two, only that what stands beside is in its place.
APART, TOGETHER = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
Words = TypeVar("Words", bound=str)
_language: ContextVar[str] = ContextVar("language", default=SOURCE)


class UnknownMessage(KeyError):
    """Code asks for a message, or leaves out a value, that the catalog does not allow for."""


@dataclass(frozen=True)
class Catalog:
    """The messages of a language by id, each with its plural forms, and which form a number takes."""

    messages: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


def use(language: str) -> None:
    """Say everything in this language from here on; a message it lacks is said in the source language."""
    _language.set(language)


def current() -> str:
    """The language in use."""
    return _language.get()


@lru_cache
def locale_of(language: str) -> Locale:
    """The locale by which numbers and dates are written in a language."""
    return Locale.parse(OURS.get(language, language), sep="_" if language in OURS else "-")


@lru_cache
def direction(language: str) -> str:
    """`rtl` or `ltr`, as a language is written; `ltr` of one that is not known."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def say(key: str, /, *, count: int | None = None, **values: object) -> Markup:
    """A message as HTML. Values are escaped unless they are Markup; `count` chooses the plural and fills {count}.

    Raises UnknownMessage for a key that no catalog has, or a placeholder without its value.

    >>> say("count.claims", count=2)
    Markup('2 claims')
    """
    values = values if count is None else {"count": _counted(count), **values}
    pieces = PLACE.split(_message(key, count))
    pieces[1::2] = [apart(escape(_value(key, name, values))) for name in pieces[1::2]]
    return Markup("").join(escape(piece) for piece in pieces)


def text(key: str, /, *, count: int | None = None, **values: object) -> str:
    """The same as plain text: for titles, attributes, search and exports."""
    values = values if count is None else {"count": _counted(count), **values}
    return PLACE.sub(lambda match: apart(str(_value(key, match[1], values))), _message(key, count))


def listing(items: Iterable[object], *, last: str = "and") -> Markup:
    """'a', 'a and b', 'a, b and c'; `last` may be `or`."""
    parts = [escape(item) for item in items]
    if len(parts) < 2:
        return Markup("").join(parts)
    *rest, end = parts
    return say(f"list.{last}", rest=say("list.comma").join(rest), last=end)


def apart(words: Words) -> Words:
    """What runs from left to right in a language that does not, kept apart, so that signs beside it stay in place."""
    if direction(current()) == "ltr" or not any(bidirectional(letter) == "L" for letter in TAG.sub("", words)):
        return words
    return type(words)(f"{APART}{words}{TOGETHER}")


@lru_cache
def catalog(language: str) -> Catalog:
    """The catalog of a language; an empty one where there is none."""
    path = HERE / f"{language}.po"
    if not path.is_file():
        return Catalog({}, lambda _: 0)
    with path.open("rb") as file:
        found = read_po(file, locale=language)
    messages = {_text(each.id): _forms(each.string) for each in found if each.id}
    return Catalog(messages, gettext.c2py(found.plural_expr))


def _counted(count: int) -> str:
    """A number as the language writes it."""
    return format_decimal(count, locale=locale_of(current()))


def _text(id_: str | list[str] | tuple[str, ...]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


def _message(key: str, count: int | None) -> str:
    for language in (_language.get(), SOURCE):
        known = catalog(language)
        if forms := [form for form in known.messages.get(key, ()) if form]:
            return forms[0 if count is None else min(known.plural(count), len(forms) - 1)]
    raise UnknownMessage(key)


def _value(key: str, name: str, values: Mapping[str, object]) -> object:
    if name not in values:
        raise UnknownMessage(f"{key}: no value is given for {{{name}}}")
    return values[name]
