"""A saved page in HTML: the lines of its article, and what its head says of title, date, language, address, outlet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import lxml.etree
import lxml.html
from inscriptis import Inscriptis
from inscriptis.model.config import ParserConfig

from ..record.dates import When
from ..record.fields import LANGUAGE, URL

HEADINGS = [f"h{level}" for level in range(1, 7)]
# What stands in the frame of an article, and is none of its words.
ASIDE = ("nav", "aside", "footer", "form", "figure", "button", "script", "style", "noscript", "template", "dialog")
# Where the article stands, the surest sign first.
BODIES = ('//*[@itemprop="articleBody"]', "//article", '//main | //*[@role="main"]', "//body")
DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "pubdate")


class Empty(Exception):
    """A page without content."""


@dataclass
class Says:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None


def read(data: bytes) -> tuple[Says, list[tuple[bool, str]]]:
    """What a page says of itself, and the lines of its article, each with whether it is a heading. Raises Empty."""
    try:
        tree: Any = lxml.html.document_fromstring(_decoded(data))
    except (lxml.etree.ParserError, ValueError) as error:
        raise Empty from error
    says = Says(
        title=_first(
            *(_text(each) for each in tree.xpath("//h1")[:1]), _meta(tree, "og:title"), tree.findtext(".//title")
        ),
        date=_date(tree),
        language=_fitting(LANGUAGE, tree.get("lang"), (_meta(tree, "og:locale") or "").replace("_", "-")),
        url=_fitting(URL, *tree.xpath('//link[@rel="canonical"]/@href'), _meta(tree, "og:url")),
        outlet=_first(_meta(tree, "og:site_name"), *_published(tree, "publisher")),
    )
    lines = list(_lines(_body(tree)))
    at = next((number for number, (_, line) in enumerate(lines) if line == says.title), len(lines))
    return says, lines[:at] + lines[at + 1 :]  # said again below, it is of the article


def _decoded(data: bytes) -> Any:
    """The page as text where it is in UTF-8; else as it declares itself."""
    try:
        return re.sub(r"^\s*<\?xml[^>]*\?>", "", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return data


def _body(tree: Any) -> Any:
    """The element that holds the article: of several alike, the one with the most text."""
    found = next((several for path in BODIES if (several := tree.xpath(path))), [tree])
    body = max(found, key=lambda each: len(each.text_content()))
    for name in ASIDE:
        for each in body.xpath(f".//{name}"):
            each.drop_tree()
    for each in body.iter("ol"):
        each.tag = "ul"  # its numbers are no words of the page
    return body


def _lines(body: Any) -> Iterator[tuple[bool, str]]:
    """The lines as a reader sees them; each is a heading or a paragraph."""
    found = Inscriptis(body, ParserConfig(annotation_rules={name: ["heading"] for name in HEADINGS}))
    spans = [(each.start, each.end) for each in found.get_annotations()]
    at = 0
    for line in found.get_text().split("\n"):
        if words := " ".join(line.split()):
            yield any(start <= at < end for start, end in spans), words
        at += len(line) + 1


def _date(tree: Any) -> str | None:
    """The day of publication, where the page gives it in a form that can be read one way only."""
    times = tree.xpath("//time/@datetime")
    for text in (*(_meta(tree, name) for name in DATES), *_published(tree, "datePublished"), *times[:1]):
        day = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", (text or "").strip())
        with suppress(ValueError):
            if day:
                return When(day[0]).text
    return None


def _published(tree: Any, name: str) -> Iterator[str]:
    """The values of a property in what the page tells programs (JSON-LD)."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        with suppress(ValueError, RecursionError):
            todo = [json.loads(script)]
            while todo:
                each = todo.pop(0)
                if isinstance(each, list):
                    todo += each
                elif isinstance(each, dict):
                    value = each.get(name)
                    value = value.get("name") if isinstance(value, dict) else value
                    if isinstance(value, str):
                        yield value
                    todo += [inner for key, inner in each.items() if key == "@graph"]


def _meta(tree: Any, name: str) -> str | None:
    """The content of a `meta` by its name, property or itemprop."""
    for each in tree.iter("meta"):
        names = (each.get("property"), each.get("name"), each.get("itemprop"))
        if any((own or "").lower() == name for own in names):
            return str(each.get("content", ""))
    return None


def _fitting(pattern: str, *texts: str | None) -> str | None:
    return next((str(text) for text in texts if text and re.search(pattern, text)), None)


def _first(*texts: str | None) -> str | None:
    return next((words for text in texts if (words := " ".join((text or "").split()))), None)


def _text(element: Any) -> str:
    return str(element.text_content())
