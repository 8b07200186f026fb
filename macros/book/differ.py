"""Where accounts differ, both readings side by side; what the source leaves out, and what it alone tells."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.disputes import ranked
from ..analysis.relations import differences
from ..analysis.told_alone import told_alone
from ..locale import say, text
from ..record.model import Claim, Point
from ..render import way
from ..render.account import sign, words
from ..render.compared import comparison_words
from ..render.context import Context
from ..render.differences import KINDS
from ..render.html import join, tag
from ..render.line_by_line import name
from ..render.paper import Paper
from .chapter import Chapter, section, titled

DIFFER, LEFT_OUT = "differ", "left-out"


def differ(context: Context, paper: Paper) -> Chapter:
    """The questions on which accounts differ, by kind and weight: a table of two readings for each kind."""
    points = ranked(context.dossier)
    groups = {kind: [p for p in points if differences(context.dossier, p.id)[0].kind == kind] for kind in KINDS}
    told = {kind: found for kind, found in groups.items() if found}
    return titled(
        DIFFER,
        text("book.differ"),
        tag("p", say("book.differ.about" if points else "book.differ.none")),
        *(
            join([section(f"differ-{kind}", text(f"differences.{kind}")), _table(context, paper, found)])
            for kind, found in told.items()
        ),
        sections=tuple((f"differ-{kind}", text(f"differences.{kind}")) for kind in told),
    )


def _table(context: Context, paper: Paper, points: list[Point]) -> Markup:
    heads = (text("book.differ.question"), text("book.differ.one"), text("book.differ.other"))
    return tag(
        "table",
        tag("thead", tag("tr", [tag("th", each, scope="col") for each in heads])),
        tag("tbody", [_row(context, paper, point) for point in points]),
        class_="readings",
    )


def _row(context: Context, paper: Paper, point: Point) -> Markup:
    pair = differences(context.dossier, point.id)[0]
    question = join([f"{paper.questions[point.id]}  ", paper.named(point.id, point.title)])
    cells = [tag("td", _reading(context, paper, claim)) for claim in (pair.first, pair.second)]
    return tag("tr", tag("th", question, scope="row"), cells)


def _reading(context: Context, paper: Paper, claim: Claim) -> Markup:
    reading = say(
        "differences.reading",
        account=tag("b", way.account_name(context, claim)),
        says=words(context, claim),
    )
    return join([sign(context, claim), " ", reading, " (", paper.claim(claim.id), ")"])


def left_out(context: Context, paper: Paper) -> Chapter:
    """Both ways, for each source: what others tell of weight that it leaves out; what it has that nobody else tells."""
    sources = context.dossier.about.primary
    sections = {source: (f"left-out-{source}", name(context, source)) for source in sources if len(sources) > 1}
    return titled(
        LEFT_OUT,
        text("book.left-out"),
        *(
            join([section(*sections[source]) if source in sections else None, _left_out(context, paper, source)])
            for source in sources
        ),
        sections=tuple((id_, title.striptags()) for id_, title in sections.values()),
    )


def _left_out(context: Context, paper: Paper, source: str) -> Markup:
    dossier = context.dossier
    missing = [
        tag("li", comparison_words(context, each), " (", paper.claim(each.claims[1]), ")")
        for each in dossier.comparisons.values()
        if each.left_out and dossier.claims[each.claims[0]].source == source
    ]
    alone = [claim for claim in told_alone(dossier).values() if claim.source == source]
    numbers = join((paper.claim(claim.id) for claim in alone), text("list.comma"))
    return join(
        [
            tag("p", say("book.left-out.about")) if missing else tag("p", say("lines.nothing-left-out")),
            tag("ul", missing) if missing else None,
            tag("p", say("book.told-alone", count=len(alone), claims=numbers)) if alone else None,
        ]
    )
