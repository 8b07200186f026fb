"""Where accounts differ: the contested questions, ranked, each with both readings in a line."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.disputes import ranked
from ..analysis.own_word import own_word
from ..analysis.relations import differences as differing
from ..analysis.sides import order, speaking
from ..analysis.status import status
from ..locale import say, text
from ..record.model import Claim, Difference, Point
from . import way
from .account import sign, words
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import fold, heading
from .text import link

KINDS: tuple[Difference, ...] = ("contradicts", "number", "detail")
# Contradictions on questions that weigh no more are folded where others weigh more: the page is read on a phone.
LITTLE = 2


def differences(context: Context) -> Markup:
    """Contradictions, then numbers, then details, each by weight; a line for each of the two readings.

    Where no accounts contradict each other or differ in a number, that is said first.
    """
    points = ranked(context.dossier)
    groups = {kind: [p for p in points if differing(context.dossier, p.id)[0].kind == kind] for kind in KINDS}
    contested = groups["contradicts"] or groups["number"]
    return join(
        [
            None if contested else nothing(),
            [
                [heading(2, text(f"differences.{kind}"), kind), _list(context, kind, found)]
                for kind, found in groups.items()
                if found
            ],
        ]
    )


def nothing() -> Markup:
    """That nothing is contested, in plain words: a place left empty says no such thing."""
    return tag("p", say("differences.none"))


def _list(context: Context, kind: Difference, points: list[Point]) -> Markup:
    """The questions of a kind: those in sight, then those that few look for, folded."""
    shown = _in_sight(kind, points)
    rest = [point for point in points if point not in shown]
    more = fold(say(f"differences.fold.{kind}", count=len(rest)), _items(context, rest)) if rest else None
    return join([_items(context, shown), more])


def _in_sight(kind: Difference, points: list[Point]) -> list[Point]:
    """No details, every number, and the contradictions on questions of weight; all of them where none has weight."""
    if kind == "detail":
        return []
    return [point for point in points if kind == "number" or point.weight > LITTLE] or points


def _items(context: Context, points: list[Point]) -> Markup | None:
    return tag("ul", [_item(context, point) for point in points], class_="differences") if points else None


def disputes(context: Context, number: int) -> Markup:
    """The weightiest questions in dispute between sides, no two of a topic: for Home.

    Of one side, those in dispute between it and others.
    """
    dossier = context.dossier
    least = min(2, len(dossier.sides))
    contested = [
        p for p in ranked(dossier) if status(dossier, p.id).contested and len(speaking(dossier, p.id)) >= least
    ]
    contested.sort(key=lambda point: -point.weight)
    first = {point.topic: point for point in reversed(contested)}
    chosen = [point for point in contested if first[point.topic] is point][:number]
    return join(_dispute(context, point) for point in chosen) or nothing()


def _dispute(context: Context, point: Point) -> Markup:
    """A question, and below it each side's nearest word, side by side; of one side, the two accounts that differ."""
    question = tag("h3", link(context, point.id, point.question))
    if context.dossier.only_side:
        return tag("section", question, readings(context, point), class_="dispute")
    columns = [_side(context, point, side) for side in speaking(context.dossier, point.id)]
    return tag("section", question, tag("div", columns, class_="sides"), class_="dispute")


def _side(context: Context, point: Point, side: str) -> Markup | None:
    word = own_word(context.dossier, point.id, side)
    if word is None:
        return None
    claim = word.claim
    whose = way.line(context, claim)
    leading = context.paper.named(claim.id, whose) if context.paper else tag("a", whose, href=context.link(claim.id))
    return tag(
        "section",
        tag("h4", party_sign(context, side), " ", context.dossier.parties[side].short),
        tag("p", words(context, claim, links=False)),
        tag("p", leading, class_="by"),
        data_party=side,
    )


def _item(context: Context, point: Point) -> Markup:
    pair = differing(context.dossier, point.id)[0]
    return tag(
        "li",
        tag("p", link(context, point.id, point.question), class_="question"),
        readings(context, point),
        data_kind=pair.kind,
    )


def readings(context: Context, point: Point) -> Markup:
    """The two accounts on a question that differ most, in the order in which sides stand on it."""
    pair = differing(context.dossier, point.id)[0]
    places = [*_place(context, point, pair.first), *_place(context, point, pair.second)]
    claims = (pair.first, pair.second) if places == sorted(places) else (pair.second, pair.first)
    return tag("div", [reading(context, claim) for claim in claims], class_="readings")


def _place(context: Context, point: Point, claim: Claim) -> list[int]:
    """The place of the side whose word a claim is among the sides on a question; nothing for nobody's or several'."""
    sides = order(context.dossier, point.id)
    party = context.dossier.only_party_of(claim)
    return [sides.index(party)] if party in sides else []


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
