"""The hand-out: the weightiest questions on one page, each side's own nearest word beside the other's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from markupsafe import Markup

from ..analysis.course import as_of, is_open
from ..analysis.own_word import own_word
from ..analysis.sides import order, speaking
from ..locale import listing, say, text
from ..record.dossier import Dossier
from ..record.model import Claim, Point
from . import about, way
from . import status as status_words
from .account import words
from .context import Context
from .html import join, tag
from .mark import party_sign
from .sides import what_it_says
from .text import link, plain, when

# What one printed page holds: lines of the table, and characters in a line of one of its cells.
LINES = 54
WIDTH = 44
# Sizes of its letters in points: in print it has the largest in which it is one page.
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
OPEN = 6


def largest(is_one: Callable[[float], bool]) -> float | None:
    """The largest size of letters in which it is one page, as `is_one` tells of a size; None where it is in none."""
    found = bisect_left(SIZES, True, key=is_one)  # from large to small: once it is one page it stays one
    return SIZES[found] if found < len(SIZES) else None


def handout(context: Context) -> Markup:
    """The table, what is open, and what a sheet of paper has to say of itself: its signs, edition and address."""
    dossier = context.dossier
    rows = [tag("tr", _row(context, point)) for point in choice(dossier)]
    head = [
        tag("th", text("handout.question"), scope="col"),
        tag("th", _sides(context), scope="col", colspan=len(dossier.sides)),
        tag("th", text("handout.status"), scope="col"),
    ]
    still = [tag("li", link(context, point.id, point.question)) for point in still_open(dossier)]
    return join(
        [
            tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="handout"),
            [tag("p", tag("b", text("handout.open"))), tag("ul", still)] if still else None,
            tag("p", join(_sheet(context), " "), class_="by"),
        ],
        "\n\n",
    )


def _sides(context: Context) -> Markup:
    only = context.dossier.only_side
    return what_it_says(context, only) if only else say("handout.sides")


def choice(dossier: Dossier) -> list[Point]:
    """The weightiest questions that fit on the page, the most important first."""
    told = (point for point in dossier.points.values() if speaking(dossier, point.id))
    found, lines = [], LINES
    for point in sorted(told, key=lambda point: _weight(dossier, point), reverse=True):
        needed = _lines(dossier, point)
        if needed <= lines:
            found.append(point)
            lines -= needed
    return found


def still_open(dossier: Dossier) -> list[Point]:
    """The questions that are open by the accounts on them, the most important first."""
    found = [point for point in dossier.points.values() if is_open(point)]
    return sorted(found, key=lambda point: -point.weight)[:OPEN]


def word_of(dossier: Dossier, point: Point, side: str) -> Claim | None:
    """The claim that stands for a side on a question: its own nearest word."""
    found = own_word(dossier, point.id, side)
    return found.claim if found else None


def _weight(dossier: Dossier, point: Point) -> tuple[int, int]:
    """How early a reader should meet a question, then how many sides speak on it."""
    return point.weight, len(speaking(dossier, point.id))


def _lines(dossier: Dossier, point: Point) -> int:
    """About how many lines the longest cell of a row takes; the way a claim took has one of its own."""
    context = Context(dossier)
    cells = (word_of(dossier, point, side) for side in dossier.sides)
    longest = (-(-len(plain(context, word.says, word.figures)) // WIDTH) + 1 for word in cells if word)
    return max(longest, default=1)


def _row(context: Context, point: Point) -> list[Markup]:
    """The question, each side's word, the side first that stands first on it, and where it stands."""
    sides = order(context.dossier, point.id)
    return [
        tag("th", link(context, point.id, point.title), scope="row"),
        *(tag("td", _cell(context, point, side), data_party=side) for side in sides),
        tag("td", _status(context, point)),
    ]


def _cell(context: Context, point: Point, side: str) -> Markup:
    name = tag("b", party_sign(context, side), " ", context.dossier.parties[side].short)
    word = word_of(context.dossier, point, side)
    if word is None:
        return join([name, " ", tag("span", text("handout.none"), class_="by")])
    return join(
        [
            name,
            " ",
            words(context, word, links=False),
            " ",
            tag("span", way.account_name(context, word), class_="by"),
        ]
    )


def _status(context: Context, point: Point) -> Markup:
    status = status_words.short(context, point.id)
    latest = as_of(context.dossier, point.id)
    if point.state in ("reported", "agreed") or latest is None:  # that it was agreed, the status says
        return status
    return say("handout.state", state=status_words.state(point), date=when(latest), status=status)


def _sheet(context: Context) -> Iterator[Markup]:
    """What the signs mean, which edition this is, and where the rest of it is."""
    dossier = context.dossier
    signs = listing(join([party_sign(context, side), " ", dossier.parties[side].short]) for side in dossier.sides)
    yield say("handout.signs.one" if dossier.only_side else "handout.signs", signs=signs)
    address = dossier.about.site_url
    where = tag("a", address, href=address) if address else text("handout.no-address")
    yield say("handout.edition", title=dossier.about.title, edition=about.edition(context), address=where)
