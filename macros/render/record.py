"""The whole record: every point with every claim on it, by topic."""

from __future__ import annotations

from markupsafe import Markup

from . import entry
from .context import Context
from .html import join, tag


def record(context: Context) -> Markup:
    """Every topic with its points and their claims, each with its permalink."""
    return join(
        (
            tag("section", tag("h2", t.title, id=f"topic-{t.id}"), topic(context, t.id))
            for t in context.dossier.about.topics
        ),
        "\n\n",
    )


def topic(context: Context, id_: str, *, anchors: bool = True) -> Markup:
    """The points of a topic in order. Entries are anchored on the record's page alone, where their permalinks lead."""
    dossier = context.dossier
    if not anchors:
        return join(entry.point_summary(context, point) for point in dossier.points_on[id_])
    return join(
        tag(
            "section",
            entry.point(context, point),
            [entry.claim(context, claim) for claim in dossier.claims_on[point.id]],
        )
        for point in dossier.points_on[id_]
    )
