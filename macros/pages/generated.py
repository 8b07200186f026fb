"""What the site needs besides the pages an editor writes, made from the record: files, navigation, descriptions."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from ..record.dossier import Dossier
from ..record.problems import Problem, number_of
from ..render import card
from ..render.context import Context
from ..render.html import escape, tag
from ..render.text import plain

TOPICS = "topics/"
TOPICS_PAGE = """\
---
title: Topics
description: The topics of the dossier, each with a page that lists its points in order.
---

# Topics

Each topic has a page that lists its points in order, each with every claim on it in a line.

{{ topics(summaries=True) }}
"""


def description(dossier: Dossier) -> str:
    """The dossier's summary as plain text."""
    return plain(Context(dossier), dossier.about.summary)


def files(dossier: Dossier) -> dict[str, str]:
    """Generated files by their path under `docs/`: the parties' colours, the cards, the topics' pages."""
    found = {"assets/stylesheets/dossier.css": stylesheet(dossier), **card.scripts(dossier)}
    for topic in dossier.about.topics:
        # JSON is YAML: a colon or a quotation mark in a title stays text. A page of prose may have the topic's name.
        title, summary = for_theme(f"{topic.title}: points"), for_theme(topic.summary)
        front = f"title: {json.dumps(title)}\ndescription: {json.dumps(summary)}"
        body = f'# {escape(topic.title)}\n\n{escape(topic.summary)}\n\n{{{{ topic("{topic.id}") }}}}'
        found[f"{TOPICS}{topic.id}.md"] = f"---\n{front}\n---\n\n{body}\n"
    found[f"{TOPICS}index.md"] = TOPICS_PAGE
    return found


def for_theme(text: str) -> Markup:
    """A title or description as the theme takes it: as HTML, in running text and between double quotes."""
    return Markup(html.escape(text, quote=False).replace('"', "&quot;"))  # noqa: S704 (escaped right here)


def nav(dossier: Dossier | None, given: Any) -> Any:
    """The navigation with the topics' pages in place of the entry `topics/`; without that entry where no record is."""
    if isinstance(given, list):
        return [item for item in (nav(dossier, item) for item in given) if item]
    if isinstance(given, dict):
        return {title: inner for title, item in given.items() if (inner := nav(dossier, item))}
    if given == TOPICS:
        topics = dossier.about.topics if dossier else []
        pages = [{for_theme(topic.title): f"{TOPICS}{topic.id}.md"} for topic in topics]
        return [{"All topics": f"{TOPICS}index.md"}, *pages] if pages else None
    return given


def stylesheet(dossier: Dossier) -> str:
    """The parties' colours as CSS custom properties, for light and dark ground."""
    rules = []
    for party in dossier.parties.values():
        rules.append(f'[data-party="{party.id}"]{{--party:{party.colour}}}')
        rules.append(f'[data-md-color-scheme="slate"] [data-party="{party.id}"]{{--party:{party.colour_dark}}}')
    return "\n".join(rules) + "\n"


def problem_page(problems: Sequence[Problem]) -> str:
    """A page that says all that is wrong with the record, in place of every page while serving."""
    items = [
        tag(
            "li",
            tag("code", f"{p.file}:{p.line}" if p.line else p.file),
            " ",
            f"{p.where}: " if p.where else "",
            p.message,
        )
        for p in problems
    ]
    return "\n\n".join(
        [
            "# The record has problems",
            escape(
                f"{number_of(problems)}. Mend and save: the site comes back by itself. The built site is untouched."
            ),
            tag("ul", items, class_="problems"),
        ]
    )
