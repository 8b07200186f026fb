"""Our own texts with their placeholders filled in, and links to records by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from ..locale import apart, direction
from ..locale import current as current_language
from ..locale.casing import begin
from ..record import figures
from ..record.dates import When
from ..record.model import UNKNOWN, Figure, Source
from ..record.references import PLACEHOLDER
from .context import Context
from .html import escape, join, tag


def short_name(context: Context, id_: str) -> str:
    """What a record is called in running text."""
    entry = context.dossier.entries[id_]
    for field in ("short", "name", "title"):
        if name := getattr(entry, field, None):
            return str(name)
    return id_


def full_name(context: Context, id_: str) -> str:
    """What a record is called where it is introduced."""
    entry = context.dossier.entries[id_]
    return str(getattr(entry, "name", None) or getattr(entry, "title", None) or id_)


def page_title(context: Context, source: Source) -> str:
    """What a published page is called: its title, or its outlet where the title was not seen."""
    return source.title if source.title != UNKNOWN else context.dossier.outlets[source.outlet].name


def link(context: Context, id_: str, words: str | Markup | None = None) -> Markup:
    """A link to a record's entry under its short name or other words; `data-card` names the card it opens."""
    if context.paper:
        return context.paper.named(id_, words or short_name(context, id_))
    return tag("a", words or short_name(context, id_), href=context.link(id_), class_="ref", data_card=id_)


def leading(context: Context, id_: str, words: Markup) -> Markup:
    """Words that lead to a record; in print they stand alone, since the mark behind them has its number."""
    return words if context.paper else tag("a", words, href=context.link(id_), class_="ref", data_card=id_)


def prose(context: Context, text: str, values: Mapping[str, Figure] | None = None, *, links: bool = True) -> Markup:
    """A text of ours: {figures} as their values, {ids} as links (or as plain names where `links` is false).

    The space after a number stands in the number's element, so that a program that reads one element after the other,
    each without the space it begins with, does not run the number into what is counted.
    """
    values = values or {}
    parts: list[object] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        figure = values.get(match[1])
        if figure and figure.unit and text.startswith(" ", end):
            parts.append(number(context, figure, after=" "))
            end += 1
        else:
            parts.append(_fill(context, match, values, links=links))
    parts.append(text[end:])
    return as_beginning(join(_keep_spaces(part) for part in parts), figure=_begins_with_figure(text, values))


def plain(context: Context, text: str, values: Mapping[str, Figure] | None = None) -> str:
    """The same as text without markup, for titles, search and exports."""

    def fill(match: re.Match[str]) -> str:
        if values and match[1] in values:
            return figures.text_of(values[match[1]], context.dossier.about.units)
        return match[2] or short_name(context, match[1])

    words = " ".join(PLACEHOLDER.sub(fill, text).split())
    return str(as_beginning(escape(words), figure=_begins_with_figure(text, values or {})).unescape())


# A name that begins with an article, which is small within a sentence: "the ministry".
_ARTICLE = re.compile(r"(?:<[^>]*>)*(?=(?:the|a|an) )")
_TAGS = re.compile(r"(?:<[^>]*>)*")


def as_beginning(sentence: Markup, *, figure: bool = False) -> Markup:
    """A sentence with a capital where it begins with an article of a name, or with a figure in words.

    Other names stay as they are: some begin with a small letter by their own will.
    """
    found = (_TAGS if figure else _ARTICLE).match(sentence)
    if not found:
        return sentence
    at = found.end()
    return Markup(f"{sentence[:at]}{begin(sentence[at:])}")  # noqa: S704 (it was Markup)


def _begins_with_figure(text: str, values: Mapping[str, Figure]) -> bool:
    first = PLACEHOLDER.match(text)
    return first is not None and first[1] in values and not values[first[1]].name


def number(context: Context, figure: Figure, *, with_unit: bool = False, after: str = "") -> Markup:
    """A figure as an element: `span` for numbers, with what comes `after`, and `time` for dates and times."""
    text = figures.text_of(figure, context.dossier.about.units, with_unit=with_unit)
    if figure.date:
        return when(figure.date)
    if figure.time:
        return tag("time", text, datetime=figure.time)
    return tag("span", text + after, class_="figure")


def when(value: When) -> Markup:
    """A date in words."""
    return tag("time", str(value), datetime=value.machine) if value.machine else tag("span", str(value), class_="time")


def in_language(text: str, language: str) -> Markup:
    """A text marked with its language, and its direction, where that is not the page's."""
    if language == current_language():
        return escape(text)
    turned = direction(language) != direction(current_language())
    return tag("span", text, lang=language, dir=direction(language) if turned else None)


def language_name(code: str) -> str:
    """A language by its name in the language of the site; the code itself where it has none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(current_language()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _fill(context: Context, match: re.Match[str], values: Mapping[str, Figure], *, links: bool) -> Markup:
    name, words = match[1], match[2]
    if name in values:
        return number(context, values[name])
    return link(context, name, words) if links else apart(escape(words or short_name(context, name)))


def _keep_spaces(part: object) -> Markup:
    return part if isinstance(part, Markup) else escape(part)
