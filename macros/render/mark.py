"""The small mark on a claim: whose voice it is, by shape; in words to those who hear it, point at it or print it.

It is no heavier than the sign of a footnote, and keeps to the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..analysis.disputes import disputed
from ..locale import listing, say, text
from ..record.model import Claim
from .context import Context
from .html import join, tag
from .text import short_name

# Shapes as characters: they print, copy and need no picture.
SIGNS = {
    "triangle": "▲",
    "square": "■",
    "circle": "●",
    "diamond": "◆",
    "hexagon": "⬢",
    "cross": "✚",
}
OUTLET_SIGN = "○"
UNCLEAR_SIGN = "?"
NO_PARTY_SIGN = "–"
DISPUTED_SIGN = "≠"  # set by the style sheet, behind the sign of whose voice it is
SECOND = "2"  # behind a mark: another claim of the same voice

BESIDE = Markup("&nbsp;")
_BEFORE = re.compile(r'(?<=\S)\s+(?=<a\b[^<>]* class="mark")')


def sign(context: Context, claim: Claim) -> str:
    """The sign of whose voice a claim is: its party's, a speaker's of none, an outlet's own, or nobody's."""
    if claim.voice == "unclear":
        return UNCLEAR_SIGN
    if claim.voice in ("report", "opinion"):
        return OUTLET_SIGN
    parties = context.dossier.parties_of(claim)
    return SIGNS[context.dossier.parties[parties[0]].sign] if parties else NO_PARTY_SIGN


def whose(context: Context, claim: Claim) -> str:
    """Whose voice a claim is, in few words, and whether this very claim is in dispute."""
    if claim.voice == "unclear":
        who = text("way.unclear")
    elif claim.voice in ("report", "opinion"):
        who = text(f"mark.{claim.voice}", outlet=short_name(context, claim.by[0]))
    else:
        names = context.dossier.parties_of(claim) or [claim.by[0]]
        who = str(listing(short_name(context, id_) for id_ in names).unescape())
    return text("mark.disputed", who=who) if claim.id in disputed(context.dossier) else who


def mark(context: Context, claim: Claim) -> Markup:
    """The mark, a link to the claim's entry; on paper the claim's number stands behind the sign."""
    if context.paper:
        return _printed(context, [claim])
    return tag(
        "a",
        *_inside(context, claim),
        href=context.link(claim.id),
        data_card=claim.id,
        **_look(context, claim),
    )


def marks(context: Context, claims: Iterable[Claim]) -> Markup:
    """The marks of claims in a row. Neighbours that look alike are one mark, with a number for each after the first."""
    return join((_alike(context, list(group)) for _, group in groupby(claims, lambda c: _inside(context, c))), BESIDE)


def bound(html: str) -> str:
    """A page's text with each mark on the line of the word before it."""
    return _BEFORE.sub(BESIDE, html)


def party_sign(context: Context, party: str) -> Markup:
    """A party's shape in its colour, with no name: for use beside the name."""
    return tag(
        "span",
        SIGNS[context.dossier.parties[party].sign],
        class_="sign",
        data_party=party,
        aria_hidden="true",
    )


def _printed(context: Context, claims: list[Claim]) -> Markup:
    """The mark of claims of one voice in print: the sign once, for the eye, and the number of each claim.

    The sign stands outside the link: a box within a link is one link more to whoever hears the book.
    """
    paper, first = context.paper, claims[0]
    assert paper is not None  # noqa: S101 (asked by those who call)
    shown = tag(
        "span",
        sign(context, first),
        [DISPUTED_SIGN] if first.id in disputed(context.dossier) else None,
        class_="sign",
        data_party=context.dossier.only_party_of(first),
        aria_hidden="true",
    )
    return tag(
        "span", shown, BESIDE, join((paper.claim(claim.id) for claim in claims), text("list.comma")), class_="marks"
    )


def _alike(context: Context, claims: list[Claim]) -> Markup:
    if context.paper:
        return _printed(context, claims)
    first, *others = claims
    numbers = (
        tag(
            "a",
            tag("span", f"{number}", class_="sign", aria_hidden="true"),
            tag(
                "span",
                say("mark.also", whose=whose(context, claim), number=number, total=len(claims)),
                class_="mark-words",
            ),
            href=context.link(claim.id),
            data_card=claim.id,
            **_look(context, claim) | {"class_": "mark also"},
        )
        for number, claim in enumerate(others, int(SECOND))
    )
    return join([mark(context, first), *numbers], BESIDE)


def _inside(context: Context, claim: Claim) -> list[Markup]:
    return [
        tag("span", sign(context, claim), class_="sign", aria_hidden="true"),
        tag("span", whose(context, claim), class_="mark-words"),
    ]


def _look(context: Context, claim: Claim) -> dict[str, object]:
    return {
        "class_": "mark",
        "data_party": context.dossier.only_party_of(claim),
        "data_disputed": claim.id in disputed(context.dossier) or None,
    }
