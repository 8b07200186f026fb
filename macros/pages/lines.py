"""The page of each primary source, line by line, where there are several: `/line-by-line/<id>/`."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..locale import say, text
from ..record.addresses import LINE_BY_LINE
from ..record.addresses import lines as address
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Source
from ..render import line_by_line, parts
from ..render.context import Context
from ..render.html import join, out, tag
from ..render.text import link, when
from .front import front_matter


def paths(dossier: Dossier) -> Iterator[str]:
    """The paths of the pages in the order of the sources; none where the only one stands on the page of all."""
    yield from (_path(dossier, source) for source in _sources(dossier))


def pages(dossier: Dossier) -> dict[str, str]:
    """The pages by their path."""
    return {_path(dossier, source): _page(dossier, source) for source in _sources(dossier)}


def _sources(dossier: Dossier) -> list[str]:
    return dossier.about.primary if len(dossier.about.primary) > 1 else []


def _path(dossier: Dossier, source: str) -> str:
    return f"{address(dossier, source).rstrip('/')}.md"


def _page(dossier: Dossier, source: str) -> str:
    url = address(dossier, source)
    title = say("lines.title", source=line_by_line.name(Context(dossier, url), source))
    plain = title.striptags()
    context = Context(dossier, url, plain)
    facts = [link(context, dossier.sources[source].outlet), _day(dossier.sources[source])]
    all_ = join([text("lines.all")])
    body = [
        parts.way_back(context, tag("a", all_, href=context.page(LINE_BY_LINE)) if context.has(LINE_BY_LINE) else all_),
        f"# {title}",
        tag("p", join(facts, " · "), class_="by"),
        tag("p", say("lines.about")),
        tag("p", line_by_line.coverage_of(context, source)),
        parts.heading(2, text("lines.left-out"), "left-out").strip(),
        line_by_line.left_out(context, source),
        line_by_line.lines(context, source),
    ]
    front = front_matter(plain, text("lines.description", source=line_by_line.name(context, source).striptags()))
    return front + "\n\n".join(body) + "\n"


def _day(source: Source) -> Markup:
    """When the source was published, leading to the page itself."""
    day = when(source.date) if isinstance(source.date, When) else say("way.no-date")
    return out(day, source.url) if source.url != UNKNOWN else day
