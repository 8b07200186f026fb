"""All that readers see of a record, rendered in-process: every view, every card, every generated file."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from macros import pages
from macros.book import book as bound
from macros.book import front
from macros.pages import assets
from macros.pages import front as metadata
from macros.record.dossier import Dossier
from macros.render.author import Author, macros
from macros.render.context import Context
from macros.render.counts import What
from macros.render.outcomes import Outcome
from macros.site import exports, search

# Made from the code, or filled in when the site is built.
NOT_OF_THE_RECORD = ("author_guide", "count_again", "exports", "reach", "record_guide")


def fragments(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every view, by name, one after the other, so that who looks for a difference may stop at the first."""
    yield from pages.pages(dossier).items()
    yield from assets.assets(dossier).items()
    yield "description", str(metadata.for_theme(metadata.description(dossier)))
    yield from views(dossier)
    yield "search", str(list(search.results(dossier)))
    yield from ((table.name, table.csv(dossier)) for table in exports.TABLES)
    yield "sources.csl.json", str(list(exports.references.of_sources(dossier)))


def views(dossier: Dossier, beginning: str = "") -> Iterator[tuple[str, str]]:
    """What macros make whose names begin so."""
    author = Author(lambda: Context(dossier))
    for name, arguments in calls(dossier):
        if name.startswith(beginning):
            yield f"{name}{arguments}", str(getattr(author, name)(*arguments))


def book(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """All parts of the book as they go to the press, by name, as if everything stood on page 1."""
    given, paper = bound.on_paper(dossier)
    context = Context(dossier, paper=paper)
    parts = [*bound.chapters(context, given), *bound.back(context, defaultdict(lambda: 1))]
    everything = [front.cover(context), front.how_to(context), front.contents(parts, defaultdict(lambda: 1))]
    yield "front", bound.document(dossier, everything)
    yield from ((f"chapter {part.id}", bound.document(dossier, [part.html()])) for part in parts)


def calls(dossier: Dossier) -> Iterator[tuple[str, tuple[object, ...]]]:
    """The macros that views are made of, with every choice of arguments; those that name one entry are in them."""
    given: dict[str, list[tuple[object, ...]]] = {
        "see": [tuple(dossier.points)],
        "outcomes": [(group,) for group in get_args(Outcome)],
        "count": [(what,) for what in get_args(What)],
        "picture_chain": [(source,) for source in dossier.about.primary],
        "source": [(source,) for source in dossier.sources],
        "person": [(person, "office") for person in dossier.people],
        "event": [(event, "when") for event in dossier.events],
    }
    for name, function in macros().items():
        needed = [p for p in list(inspect.signature(function).parameters.values())[1:] if p.default is p.empty]
        if name in given:
            yield from ((name, arguments) for arguments in given[name])
        elif name not in NOT_OF_THE_RECORD and all(p.kind is p.VAR_POSITIONAL for p in needed) and name != "mark":
            yield name, ()
