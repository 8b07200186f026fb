"""The page of each question: `/points/<id>/`."""

from __future__ import annotations

from collections.abc import Iterator

from ..locale import apart
from ..record.addresses import POINTS
from ..record.dossier import Dossier
from ..record.model import Point
from ..render.context import Context
from ..render.html import escape
from ..render.question import question, way_back
from ..render.sides import description
from .front import front_matter


def paths(dossier: Dossier) -> Iterator[str]:
    """The paths of the questions' pages in the order readers meet them: by topic, the weightiest first."""
    for topic in dossier.about.topics:
        yield from (path(point) for point in dossier.points_on[topic.id])


def path(point: Point) -> str:
    """The path of a question's page under `docs/`."""
    return f"{POINTS}{point.id}.md"


def pages(dossier: Dossier) -> dict[str, str]:
    """The questions' pages by their path."""
    return {path(point): _page(dossier, point) for point in dossier.points.values()}


def _page(dossier: Dossier, point: Point) -> str:
    context = Context(dossier, f"{POINTS}{point.id}/", point.question)
    front = front_matter(point.question, description(context, point), "toc")
    return f"{front}{way_back(context, point)}\n\n# {apart(escape(point.question))}\n\n{question(context, point)}\n"
