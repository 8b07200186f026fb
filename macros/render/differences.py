"""Where accounts differ: the contested questions, ranked, each with both readings in a line."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.disputes import ranked
from ..analysis.relations import differences as differing
from ..locale import say, text
from ..record.model import Claim, Difference, Point
from . import way
from .account import sign, words
from .context import Context
from .html import join, tag
from .parts import fold, heading
from .text import link

KINDS: tuple[Difference, ...] = ("contradicts", "number", "detail")


def differences(context: Context) -> Markup:
    """Contradictions, then numbers, then details, each by weight; a line for each of the two readings."""
    points = ranked(context.dossier)
    groups = {kind: [p for p in points if differing(context.dossier, p.id)[0].kind == kind] for kind in KINDS}
    return join(
        [
            heading(2, text(f"differences.{kind}"), kind),
            _list(context, kind, found),
        ]
        for kind, found in groups.items()
        if found
    )


def _list(context: Context, kind: Difference, points: list[Point]) -> Markup:
    """The questions of a kind; details are folded, since few look for them."""
    items = tag("ul", [_item(context, point) for point in points], class_="differences")
    return (fold(say("differences.details", count=len(points)), items) if kind == "detail" else None) or items


def disputes(context: Context, number: int) -> Markup:
    """The weightiest questions on which accounts contradict each other or differ in number: for Home."""
    points = [p for p in ranked(context.dossier) if differing(context.dossier, p.id)[0].kind != "detail"]
    points = sorted(points, key=lambda point: -point.weight)[:number]
    return tag("ul", [_item(context, point) for point in points], class_="differences")


def _item(context: Context, point: Point) -> Markup:
    pair = differing(context.dossier, point.id)[0]
    return tag(
        "li",
        tag("p", link(context, point.id, point.question), class_="question"),
        tag("div", [reading(context, claim) for claim in (pair.first, pair.second)], class_="readings"),
        data_kind=pair.kind,
    )


def reading(context: Context, claim: Claim) -> Markup:
    """A claim under whose account it is, leading to it."""
    return tag(
        "p",
        sign(context, claim),
        " ",
        say(
            "differences.reading",
            account=tag("b", way.account_name(context, claim)),
            says=tag("a", words(context, claim, links=False), href=context.link(claim.id)),
        ),
    )
