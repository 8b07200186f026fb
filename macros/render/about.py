"""The dossier as a thing: its edition, how to cite it, where to report an error, what its marks mean."""

from __future__ import annotations

from markupsafe import Markup

from ..locale import say
from ..record import figures
from .context import Context
from .html import tag
from .mark import NO_PARTY_SIGN, OUTLET_SIGN, UNCLEAR_SIGN, party_sign
from .text import when

AUTHORS = "the dossier's contributors"


def edition(context: Context) -> Markup:
    """'edition 1 of 22 November 2026'."""
    about = context.dossier.about
    return tag("span", f"edition {about.edition.number} of ", when(about.edition.date), class_="edition")


def citation(context: Context) -> Markup:
    """How to cite the dossier; without an address while it has none."""
    about = context.dossier.about
    address = [" ", tag("a", about.site_url, href=about.site_url)] if about.site_url else None
    authors = AUTHORS[0].upper() + AUTHORS[1:]
    return tag("p", authors, ": ", tag("cite", about.title), ", ", edition(context), ".", address, class_="citation")


def report_errors(context: Context) -> Markup:
    """Where readers report an error; where no place is set, how to mend a record oneself."""
    if address := context.dossier.about.report_errors:
        return tag("p", "Report an error at ", tag("a", address, href=address), ".")
    return tag(
        "p",
        "No address for reports has been set up for this copy. Whoever has its files can mend a record: change the "
        "line in ",
        tag("code", "data/"),
        ", name the published source the change rests on, and run ",
        tag("code", "make check"),
        ". If the record had been published, add what it said before to ",
        tag("code", "data/corrections.yml"),
        ".",
    )


def reach(kind: str) -> Markup:
    """How far a loose word reaches when figures are compared: 'about' to both sides, 'near' to one side."""
    shares = {"about": figures.ABOUT, "near": figures.NEAR}
    if kind not in shares:
        raise ValueError(f"reach: {kind!r} is none of {', '.join(shares)}")
    return tag("span", f"{round(shares[kind] * 100)}%", class_="figure")


def legend(context: Context) -> Markup:
    """What the signs of the marks mean."""
    dossier = context.dossier
    parties = [
        [
            tag("dt", party_sign(context, id_), " ", party.short),
            tag("dd", "someone who speaks for it"),
        ]
        for id_, party in dossier.parties.items()
    ]
    voices = [
        [tag("dt", NO_PARTY_SIGN, " and a name"), tag("dd", "a speaker of no party")],
        [tag("dt", OUTLET_SIGN, " and an outlet's name"), tag("dd", say("voice.report"))],
        [tag("dt", OUTLET_SIGN, " and “opinion”"), tag("dd", say("voice.opinion"))],
        [tag("dt", UNCLEAR_SIGN, " no speaker named"), tag("dd", "the sentence names no speaker")],
    ]
    return tag("dl", parties, voices, class_="legend")
