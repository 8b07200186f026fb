"""The whole record: every point with every claim on it, by topic; and the points of one topic, claims in a line."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from . import entry, filters
from .context import Context
from .html import join, tag
from .parts import heading, number_of
from .text import link


def sections(parts: Iterable[tuple[str, str, Iterable[Markup]]]) -> Markup:
    """Headed parts of a page, each (id, title, blocks); a part with no blocks is left out."""
    found = [(id_, title, list(blocks)) for id_, title, blocks in parts]
    return join(heading(2, title, id_) + join(blocks, "\n\n") for id_, title, blocks in found if blocks)


def record(context: Context) -> Markup:
    """A form to narrow the record, then every topic with its points and their claims, each with its permalink."""
    dossier = context.dossier
    return filters.form(context, dossier.claims.values()) + sections(
        (
            f"topic-{topic.id}",
            topic.title,
            (
                tag(
                    "section",
                    entry.point(context, point),
                    [entry.claim(context, claim) for claim in dossier.claims_on[point.id]],
                    data_topic=point.topic,
                    data_standing=entry.standing_value(context, point.id),
                )
                for point in dossier.points_on[topic.id]
            ),
        )
        for topic in dossier.about.topics
    )


def topics(context: Context, *, summaries: bool) -> Markup:
    """Links to the pages of all topics: in a line, or as a list with what each covers and how many points it has."""
    dossier = context.dossier
    links = [(t, tag("a", t.title, href=context.page(f"topics/{t.id}/"))) for t in dossier.about.topics]
    if not summaries:
        return tag("span", join((each for _, each in links), " · "), class_="topics")
    rows = ([each, ": ", t.summary, f" ({number_of(len(dossier.points_on[t.id]), 'point')})"] for t, each in links)
    return tag("ul", [tag("li", row) for row in rows])


def topic(context: Context, id_: str) -> Markup:
    """The points of a topic in order, each with its claims in a line. Permalinks lead to the record's page."""
    return sections(
        (
            f"on-{point.id}",
            point.title,
            [
                tag(
                    "div",
                    entry.body_of_point(context, point),
                    tag(
                        "ul",
                        [tag("li", entry.brief(context, claim)) for claim in context.dossier.claims_on[point.id]],
                        class_="readings",
                    ),
                    tag("p", link(context, point.id, "Entry in the record"), class_="by"),
                    class_="point-summary",
                )
            ],
        )
        for point in context.dossier.points_on[id_]
    )
