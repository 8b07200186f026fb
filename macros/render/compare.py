"""Side by side: each point with what every side, the other parties, the source and others say on it, in columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..analysis import points
from ..analysis.points import Standing
from ..record.dossier import Dossier
from ..record.model import Claim, Point
from .context import Context
from .entry import account, body_of_point, line, permalink, words_of_claim
from .html import join, sentence_list, tag
from .mark import mark, party_sign
from .record import sections
from .text import link, short_name

OTHERS, SOURCE, REST = "others", "source", "rest"  # keys of the columns that are no side's


@dataclass(frozen=True)
class Column:
    """A column by its key, a side's id or one of the keys above, and its name."""

    key: str
    name: Markup


def columns(context: Context) -> list[Column]:
    """The sides in order, the other parties together, the source itself, others."""
    dossier = context.dossier
    found = [Column(side, link(context, side)) for side in dossier.sides]
    hosts = [link(context, id_) for id_, party in dossier.parties.items() if party.role == "host"]
    other = [id_ for id_, party in dossier.parties.items() if party.role == "other"]
    if hosts or other:
        names: list[object] = [*hosts, "other parties"] if hosts and other else [*hosts] or ["Other parties"]
        found.append(Column(OTHERS, sentence_list(names)))
    outlets = dict.fromkeys(dossier.sources[id_].outlet for id_ in dossier.about.primary)
    source = join([sentence_list(link(context, id_) for id_ in outlets), ", the source"])
    return [*found, Column(SOURCE, source), Column(REST, join(["Others"]))]


def columns_of(dossier: Dossier, claim: Claim) -> list[str]:
    """The keys of the columns a claim stands in: whose words it is; a joint statement of the sides stands in each."""
    parties = dossier.parties_of(claim)
    if parties:
        return [party for party in parties if party in dossier.sides] or [OTHERS]
    return [SOURCE] if dossier.is_primary(claim) and claim.voice != "speaker" else [REST]


def cells(context: Context, claims: Iterable[Claim]) -> Markup:
    """Claims on a point side by side. A column without claims is left out, but a side's stands once a side speaks."""
    claims = list(claims)
    sides = set(context.dossier.sides)
    one_speaks = any(sides & set(context.dossier.parties_of(claim)) for claim in claims)
    filled = []
    for column in columns(context):
        said = [claim for claim in claims if column.key in columns_of(context.dossier, claim)]
        side = column.key in sides
        if said or (side and one_speaks):
            sign = [party_sign(context, column.key), " "] if side else None
            inside = [_reading(context, c) for c in said] or tag("p", "Nothing in the record.", class_="nothing")
            filled.append(
                tag(
                    "div",
                    tag("dt", sign, column.name),
                    tag("dd", inside),
                    data_party=column.key if side else None,
                    data_column=None if side else column.key,
                )
            )
    return tag("dl", filled, class_="cells")


def _reading(context: Context, claim: Claim) -> Markup:
    return tag(
        "div",
        tag("p", words_of_claim(context, claim, links=False), " ", mark(context, claim)),
        tag("p", line(context, claim)),
        class_="reading",
    )


def compare(context: Context, topics: Collection[str] = ()) -> Markup:
    """Every point of the topics asked for, or of all, under its topic's heading."""
    dossier = context.dossier
    asked = [t for t in dossier.about.topics if (not topics or t.id in topics) and dossier.points_on[t.id]]
    rows = sections((t.id, t.title, (row(context, point) for point in dossier.points_on[t.id])) for t in asked)
    return topic_links(context, [t.id for t in asked]) + rows


def topic_links(context: Context, ids: Collection[str]) -> Markup:
    """Links to the topics on the page, for pages whose columns take the room of the table of contents."""
    topics = [topic for topic in context.dossier.about.topics if topic.id in ids]
    return tag("p", join((tag("a", topic.title, href=f"#{topic.id}") for topic in topics), " · "), class_="by")


def row(context: Context, point: Point) -> Markup:
    """A point's row: its title and question, where it stands, and who says what."""
    differs = points.standing(context.dossier, point.id) == "differs"
    leads = [link(context, point.id, "Entry in the record")]
    if differs:
        leads.append(tag("a", "How the accounts differ", href=f"{context.page('discrepancies/')}#{point.id}"))
    return tag(
        "section",
        tag("h3", point.title, permalink(point.id)),
        body_of_point(context, point),
        cells(context, context.dossier.claims_on[point.id]),
        [_one_account(context, *group) for group in points.one_account(context.dossier, point.id).items()],
        tag("p", join(leads, " · "), class_="by"),
        class_="compared",
        id=point.id,
        data_topic=point.topic,
        data_standing=points.standing(context.dossier, point.id).replace(" ", "-"),
    )


def _one_account(context: Context, first: str, claims: list[Claim]) -> Markup:
    """Which of the claims in a row are one account, since one outlet had them first."""
    names = sentence_list(tag("a", account(context, claim), href=context.link(claim.id)) for claim in claims)
    return tag(
        "p", "Counted as one account, since ", link(context, first), " had them first: ", names, ".", class_="by"
    )


# At a glance


def glance(context: Context) -> Markup:
    """How many points stand where, each list folded and linked to the rows of the comparison."""
    groups = [group for group in _groups(context) if group[2]]
    return tag("div", [_fold(context, name, note, found) for name, note, found in groups], class_="glance")


def _groups(context: Context) -> list[tuple[str, str, list[Point]]]:
    dossier = context.dossier
    by_standing: dict[Standing, list[Point]] = {}
    for point in dossier.points.values():
        by_standing.setdefault(points.standing(dossier, point.id), []).append(point)
    alone = by_standing.get("one side", [])
    return [
        ("Agreed", "Each side is reported as agreeing; the entries say by whom.", by_standing.get("agreed", [])),
        (
            "Each side speaks",
            "No difference is recorded. That does not mean that they agree.",
            by_standing.get("same", []),
        ),
        *(
            (
                f"Only {short_name(context, side)} speaks",
                "The record holds nothing on it from another side.",
                [point for point in alone if side in points.said_by(dossier, point.id)],
            )
            for side in dossier.sides
        ),
        ("Accounts differ", "At least two accounts do not fit together.", by_standing.get("differs", [])),
        ("No side speaks", "An outlet, a host or another party does.", by_standing.get("others", [])),
        ("Open", "Still open, by the latest account.", [p for p in dossier.points.values() if points.is_open(p)]),
    ]


def _fold(context: Context, name: str, note: str, found: list[Point]) -> Markup:
    home = context.page("compare/")
    items = [tag("li", tag("a", point.title, href=f"{home}#{point.id}")) for point in found]
    count = f"{len(found)} point{'' if len(found) == 1 else 's'}"
    return tag(
        "details",
        tag("summary", tag("b", name), " ", tag("span", count, class_="count")),
        tag("p", note),
        tag("ul", items),
        class_="more",
    )
