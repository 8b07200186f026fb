"""Numbers of the record: how much of what it holds, and how many words each party is quoted with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, get_args

from markupsafe import Markup

from ..analysis.balance import Known, owner_known, words
from ..analysis.relations import differences
from ..locale import numbers, text
from ..record import figures
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Figure, Quotation, Verification
from .context import Context
from .html import tag
from .mark import party_sign
from .parts import scrolled
from .text import link

What = Literal[
    "points",
    "claims",
    "claims without a speaker",
    "claims with an address",
    "claims with a passage",
    "claims with a known way",
    "claims with an inference",
    "quotations",
    "quotations with a copy seen",
    "quoted words",
    "reported statements",
    "sources",
    "outlets",
    "outlets with an owner told",
    "outlets with an owner unclear",
    "outlets with an owner sought",
    "people",
    "differences",
    "comparisons",
    "corrections",
    "events",
    "places",
    "terms",
]


def count(dossier: Dossier, what: What, *, party: str = "", primary: bool | None = None) -> int:
    """How many; of the words of one party, and from primary sources (or from others) only, where that is asked."""
    claims = [c for c in dossier.claims.values() if _asked(dossier, c, party, primary)]
    quotations = [q for q in dossier.quotations.values() if _asked(dossier, q, party, primary)]
    counts: dict[str, Callable[[], int]] = {
        "claims": lambda: len(claims),
        "claims without a speaker": lambda: sum(claim.by == "unclear" for claim in claims),
        "claims with an address": lambda: sum(dossier.sources[claim.source].url != UNKNOWN for claim in claims),
        "claims with a passage": lambda: sum(claim.passage is not None for claim in claims),
        "claims with a known way": lambda: sum(claim.chain != UNKNOWN for claim in claims),
        "claims with an inference": lambda: sum(bool(claim.inferred) for claim in claims),
        "quotations": lambda: len(quotations),
        "quotations with a copy seen": lambda: sum(isinstance(q.verified, Verification) for q in quotations),
        "outlets with an owner told": lambda: _owners(dossier, "told"),
        "outlets with an owner unclear": lambda: _owners(dossier, "unclear"),
        "outlets with an owner sought": lambda: _owners(dossier, "sought"),
        "quoted words": lambda: sum(map(words, quotations)),
        "reported statements": lambda: sum(_is_reported(dossier, claim) for claim in claims),
        "points": lambda: len({claim.point for claim in claims}),
        "sources": lambda: len({claim.source for claim in claims}),
        "differences": lambda: sum(bool(differences(dossier, point)) for point in dossier.points),
    }
    return counts[what]() if what in counts else len(dossier.kinds[what])


def _asked(dossier: Dossier, item: Claim | Quotation, party: str, primary: bool | None) -> bool:
    speakers = [] if item.by == "unclear" else item.by
    ours = not party or party in {dossier.party_of(id_) for id_ in speakers}
    return ours and (primary is None or dossier.is_primary(item) == primary)


def _owners(dossier: Dossier, known: Known) -> int:
    """Of how many outlets the owner is known so far."""
    return sum(owner_known(outlet) == known for outlet in dossier.outlets.values())


def _is_reported(dossier: Dossier, claim: Claim) -> bool:
    """Whether a claim gives a speaker's statement without quoting it."""
    return claim.voice == "speaker" and not dossier.quotations_of.get(claim.id)


def number(context: Context, what: What, *, party: str = "", primary: bool | None = None) -> Markup:
    """The same as text in a sentence: small numbers in words."""
    if what not in get_args(What):
        raise ValueError(f"count: nothing is counted as {what!r}; it counts {', '.join(get_args(What))}")
    value = Figure(exact=count(context.dossier, what, party=party, primary=primary), unit=what)
    return tag("span", figures.text_of(value, {}), class_="figure")


def shares(context: Context) -> Markup:
    """A table: how many words each party is quoted with and how many of its statements are reported, by source."""
    shown: list[tuple[str, What]] = [
        (text("made-of.quoted-words"), "quoted words"),
        (text("shares.reported"), "reported statements"),
    ]
    columns = [(what, primary) for primary in (True, False) for _, what in shown]
    groups = [
        tag("th", words_, scope="colgroup", colspan=len(shown))
        for words_ in (text("made-of.in-source"), text("made-of.in-others"))
    ]
    head = [tag("th", text("questions.field.party"), scope="col", rowspan=2), *groups]
    names = [tag("th", words_, scope="col") for words_, _ in shown] * 2
    rows = [_row(context, party, columns) for party in context.dossier.parties]
    table = tag("table", tag("thead", tag("tr", head), tag("tr", names)), tag("tbody", rows))
    return scrolled(table, text("shares.title"))


def _row(context: Context, party: str, columns: Iterable[tuple[What, bool]]) -> Markup:
    cells = [
        tag("td", numbers.number(count(context.dossier, what, party=party, primary=primary)))
        for what, primary in columns
    ]
    return tag("tr", tag("th", party_sign(context, party), " ", link(context, party), scope="row"), cells)
