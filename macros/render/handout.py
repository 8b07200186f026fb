"""The hand-out: the weightiest points on one page, each side's word beside the other's, and what is open."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.course import as_of, is_open
from ..analysis.own_word import own_word
from ..analysis.status import status
from ..record.dossier import Dossier
from ..record.model import Claim, Point
from . import status as status_words
from . import way
from .context import Context
from .html import join, tag
from .mark import party_sign
from .text import link, plain, prose, short_name, when

# What one printed page holds: lines of the table, and characters in a line of one of its cells.
LINES = 54
WIDTH = 38
OPEN = 6


def handout(context: Context) -> Markup:
    """The table of points and the list of what is open."""
    dossier = context.dossier
    head = [tag("th", "Point", scope="col")]
    head += [
        tag("th", party_sign(context, side), " ", short_name(context, side), scope="col") for side in dossier.sides
    ]
    head.append(tag("th", "Where it stands", scope="col"))
    chosen = choice(dossier)
    rows = [tag("tr", _row(context, point)) for point in dossier.points.values() if point.id in chosen]
    table = tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="handout")
    frame = tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="The points, side by side")
    still = [tag("li", link(context, p.id, p.title), ": ", p.question) for p in still_open(dossier)]
    return join(
        [frame, tag("p", tag("strong", "Still open")) if still else None, tag("ul", still) if still else None], "\n\n"
    )


def choice(dossier: Dossier) -> set[str]:
    """The points that fit on the page: the weightiest of each topic first, so that none is passed over, then others."""
    by_weight = sorted(dossier.points.values(), key=lambda point: _weight(dossier, point), reverse=True)
    told = [point for point in by_weight if _weight(dossier, point)[0]]
    leading = list({point.topic: point for point in reversed(told)}.values())
    found, lines = set(), LINES
    for point in sorted(told, key=lambda point: point not in leading):
        needed = _lines(dossier, point)
        if needed <= lines:
            found.add(point.id)
            lines -= needed
    return found


def still_open(dossier: Dossier) -> list[Point]:
    """The points whose matter is open by the accounts on them, in the order of the record."""
    return [point for point in dossier.points.values() if is_open(point)][:OPEN]


def word_of(dossier: Dossier, point: Point, side: str) -> Claim | None:
    """The claim that stands for a side on a point: its own nearest word."""
    found = own_word(dossier, point.id, side)
    return found.claim if found else None


def _weight(dossier: Dossier, point: Point) -> tuple[int, bool, bool, int]:
    """How much a point has to say to a reader with one page: no side's name counts, only what is there."""
    speaking = [side for side in dossier.sides if word_of(dossier, point, side)]
    of_the_matter = point.kind in ("agreement", "proposal", "demand", "refusal")
    differs = status(dossier, point.id).contested
    return len(speaking), of_the_matter, differs, len(dossier.claims_on[point.id])


def _lines(dossier: Dossier, point: Point) -> int:
    """About how many lines the longest cell of a row takes; the way a claim took has one of its own."""
    context = Context(dossier)
    cells = [
        (word, plain(context, word.says, word.figures))
        for side in dossier.sides
        if (word := word_of(dossier, point, side))
    ]
    return max((-(-len(text) // WIDTH) + 1 for _, text in cells), default=1)


def _row(context: Context, point: Point) -> list[Markup]:
    dossier = context.dossier
    cells = [tag("th", link(context, point.id, point.title), scope="row")]
    for side in dossier.sides:
        word = word_of(dossier, point, side)
        cells.append(tag("td", _word(context, word) if word else tag("span", "no word in the record", class_="by")))
    latest = as_of(dossier, point.id)
    contested = status(dossier, point.id).contested
    if point.state == "reported":
        cells.append(tag("td", status_words.short(context, point.id)))
    else:
        dated = [", as of ", when(latest)] if latest else None
        cells.append(tag("td", point.state.capitalize(), dated, "; accounts differ" if contested else None))
    return cells


def _word(context: Context, claim: Claim) -> Markup:
    source = way.account_name(context, claim)
    return join([prose(context, claim.says, claim.figures, links=False), " ", tag("span", source, class_="by")])
