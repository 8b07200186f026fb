"""Discrepancies: the points on which accounts differ, all readings side by side, and our sentence on each pair."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis import points
from ..analysis.points import Pair
from ..record import figures
from ..record.model import Claim, Point
from .compare import cells, topic_links
from .context import Context
from .entry import account, body_of_point, comparison_words, independence_words, permalink
from .html import join, tag
from .record import sections
from .text import link

# How accounts that do not differ relate, as a heading over the pairs.
GROUPS = {"supports": "In line with each other", "adds": "One adds to the other", "later": "One is of a later time"}


def discrepancies(context: Context) -> Markup:
    """Every point on which two accounts differ, by topic; then our other comparisons, folded."""
    dossier = context.dossier
    differing = {point: pairs for point in dossier.points if (pairs := points.differences(dossier, point))}
    by_topic = sections(
        (
            topic.id,
            topic.title,
            (
                entry(context, point, differing[point.id])
                for point in dossier.points_on[topic.id]
                if point.id in differing
            ),
        )
        for topic in dossier.about.topics
    )
    rest = [
        pair
        for point in dossier.points
        for pair in points.pairs(dossier, point)
        if pair.comparison and pair.relation != "differs"
    ]
    others = sections([("other-comparisons", "Accounts compared that do not differ", _others(context, rest))])
    topics = [t.id for t in dossier.about.topics if any(p.id in differing for p in dossier.points_on[t.id])]
    return join([topic_links(context, topics), by_topic, others])


def index(context: Context) -> Markup:
    """The points on which accounts differ, as links to their entries on the page of discrepancies."""
    home = context.page("discrepancies/")
    found = [p for p in context.dossier.points.values() if points.differences(context.dossier, p.id)]
    return tag("ul", [tag("li", tag("a", p.title, href=f"{home}#{p.id}")) for p in found], class_="index")


def entry(context: Context, point: Point, pairs: list[Pair]) -> Markup:
    """A point with all readings and, for each pair that differs, how."""
    return tag(
        "section",
        tag("h3", point.title, permalink(point.id)),
        body_of_point(context, point),
        cells(context, context.dossier.claims_on[point.id]),
        tag("ul", [tag("li", _pair(context, pair)) for pair in _told(pairs)], class_="pairs"),
        tag("p", link(context, point.id, "Entry in the record"), class_="by"),
        class_="compared",
        id=point.id,
    )


def _told(pairs: list[Pair]) -> list[Pair]:
    """Pairs worth a line: those we have a sentence on, and of the others one for each two sets of figures."""
    seen = {(_values(p.first), _values(p.second)) for p in pairs if p.comparison}
    told = [pair for pair in pairs if pair.comparison]
    for pair in pairs:
        key = _values(pair.first), _values(pair.second)
        if key not in seen and key[::-1] not in seen:
            seen.add(key)
            told.append(pair)
    return told


def _values(claim: Claim) -> str:
    """A claim's figures as they read: what else is noted of them makes no other figure."""
    return str(sorted((name, figures.text_of(figure, {}, with_unit=True)) for name, figure in claim.figures.items()))


def _pair(context: Context, pair: Pair) -> Markup:
    """Two claims that differ: which accounts, our sentence or the figures themselves, and if they are two accounts."""
    sentence = comparison_words(context, pair.comparison) if pair.comparison else _figures(context, pair)
    return tag(
        "div",
        tag("p", tag("b", _kind(context, pair), ": "), sentence),
        tag("p", _accounts(context, pair), ". ", independence_words(context, pair), class_="by"),
        id=pair.comparison.id if pair.comparison else None,
    )


def _accounts(context: Context, pair: Pair) -> Markup:
    """Whose the two claims are, linked to their entries."""
    return join((link(context, c.id, account(context, c)) for c in (pair.first, pair.second)), " · ")


def _kind(context: Context, pair: Pair) -> str:
    """'Source and account' or 'two accounts', by whether one is from a source that the dossier takes apart."""
    primary = [context.dossier.is_primary(claim) for claim in (pair.first, pair.second)]
    if all(primary):
        return "Within the source"
    return "The source and another account" if any(primary) else "Two other accounts"


def _figures(context: Context, pair: Pair) -> Markup:
    """The figures that cannot both hold, each with who gives it."""
    units = context.dossier.about.units
    parts = []
    for name, first in pair.first.figures.items():
        second = pair.second.figures.get(name)
        if second is not None and figures.compatible(first, second) is False:
            texts = [figures.text_of(figure, units, with_unit=True) for figure in (first, second)]
            whose = [account(context, claim) for claim in (pair.first, pair.second)]
            parts.append(join([whose[0], f": {texts[0]}; ", whose[1], f": {texts[1]}."]))
    return join(parts, " ")


def _others(context: Context, pairs: list[Pair]) -> list[Markup]:
    """Our other comparisons by how they relate, each list folded."""
    found = []
    for relation, name in GROUPS.items():
        items = [_other(context, pair) for pair in pairs if pair.relation == relation]
        if items:
            found.append(
                tag("details", tag("summary", f"{name}: {len(items)}"), tag("ul", items, class_="pairs"), class_="more")
            )
    return found


def _other(context: Context, pair: Pair) -> Markup:
    title = context.dossier.points[pair.first.point].title
    sentence = comparison_words(context, pair.comparison) if pair.comparison else None
    return tag(
        "li",
        tag("p", tag("b", title, ": "), sentence),
        tag("p", _accounts(context, pair), ". ", independence_words(context, pair), class_="by"),
        id=pair.comparison.id if pair.comparison else None,
    )
