"""The small mark on a claim: whose voice it is and where the point stands, in words and shape, not colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..analysis import points
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

VOICES = {
    "speaker": "a speaker's words or account",
    "report": "the outlet's report",
    "opinion": "the outlet's own opinion or choice of words",
    "unclear": "no speaker named",
}
STANDINGS = {
    "agreed": "each side is reported as agreeing",
    "same": "each side speaks; no difference recorded",
    "one side": "one side speaks",
    "differs": "accounts differ",
    "others": "no side speaks on it",
}
# What a mark adds to the name of the one who speaks; what goes without saying is left out.
MARK_WORDS = {"agreed": "agreed", "same": "", "one side": "", "differs": "accounts differ", "others": ""}
BESIDE = Markup("&nbsp;")
# A blank before a mark, but that after another mark: a row of marks may be broken.
_BEFORE = re.compile(r'(class="mark-words">[^<]*</span></\w+>)?(?<=\S)\s+(?=<(?:a|span)\b[^<>]* class="mark")')


def voice_words(context: Context, claim: Claim) -> tuple[str, str]:
    """The sign and the few words that name whose voice a claim is."""
    if claim.voice == "unclear":
        return UNCLEAR_SIGN, "no speaker named"
    if claim.voice in ("report", "opinion"):
        name = short_name(context, claim.by[0])
        return OUTLET_SIGN, f"{name}: opinion" if claim.voice == "opinion" else name
    parties = context.dossier.parties_of(claim)
    if not parties:
        return NO_PARTY_SIGN, short_name(context, claim.by[0])
    return SIGNS[context.dossier.parties[parties[0]].sign], ", ".join(short_name(context, p) for p in parties)


def mark(context: Context, claim: Claim) -> Markup:
    """The mark, a link to the claim's entry."""
    return tag(
        "a",
        *_inside(context, claim),
        href=context.link(claim.id),
        data_card=claim.id,
        **_look(context, claim),
    )


def marks(context: Context, claims: Iterable[Claim]) -> Markup:
    """The marks of claims in a row. Neighbours that look alike are one mark, with a number for each after the first."""
    return join((_alike(context, list(group)) for _, group in groupby(claims, lambda c: badge(context, c))), " ")


def bound(html: str) -> str:
    """A page's text with each mark on the line of the word before it."""
    return _BEFORE.sub(lambda match: match[0] if match[1] else BESIDE, html)


def badge(context: Context, claim: Claim) -> Markup:
    """The same mark where the entry itself is, as a label and no link."""
    return tag("span", *_inside(context, claim), **_look(context, claim))


def party_sign(context: Context, party: str) -> Markup:
    """A party's shape in its colour, with no name: for use beside the name."""
    return tag(
        "span",
        SIGNS[context.dossier.parties[party].sign],
        class_="sign",
        data_party=party,
        aria_hidden="true",
    )


def standing_label(context: Context, point: str) -> Markup:
    """Where a point stands between the sides, in words."""
    standing = points.standing(context.dossier, point)
    return tag("span", STANDINGS[standing].capitalize(), class_="standing", data_standing=standing.replace(" ", "-"))


def _alike(context: Context, claims: list[Claim]) -> Markup:
    first, *others = claims
    numbers = (
        tag(
            "a",
            tag("span", f"{number}", class_="mark-words"),
            href=context.link(claim.id),
            data_card=claim.id,
            aria_label=f"{_words(context, claim)}, {number} of {len(claims)}",
            **_look(context, claim) | {"class_": "mark also"},
        )
        for number, claim in enumerate(others, 2)
    )
    return join([mark(context, first), *numbers], BESIDE)


def _inside(context: Context, claim: Claim) -> list[object]:
    sign, _ = voice_words(context, claim)
    return [
        tag("span", sign, class_="sign", aria_hidden="true"),
        tag("span", _words(context, claim), class_="mark-words"),
    ]


def _words(context: Context, claim: Claim) -> str:
    _, words = voice_words(context, claim)
    standing = MARK_WORDS[points.standing(context.dossier, claim.point)]
    return f"{words} · {standing}" if standing else words


def _look(context: Context, claim: Claim) -> dict[str, object]:
    parties = context.dossier.parties_of(claim)
    return {
        "class_": "mark",
        "data_voice": claim.voice,
        "data_party": parties[0] if len(parties) == 1 else None,
    }
