"""The dossier as a thing: its edition, how to cite it, where to report an error, what its marks mean."""

from __future__ import annotations

from markupsafe import Markup

from ..locale import say, text
from ..record import figures
from .context import Context
from .html import join, tag
from .mark import DISPUTED_SIGN, NO_PARTY_SIGN, OUTLET_SIGN, SECOND, UNCLEAR_SIGN, party_sign
from .text import when


def edition(context: Context) -> Markup:
    """'edition 1 of 22 November 2026'."""
    about = context.dossier.about
    said = say("about.edition", number=about.edition.number, date=when(about.edition.date))
    return tag("span", said, class_="edition")


def citation(context: Context) -> Markup:
    """How to cite the dossier; without an address while it has none."""
    about = context.dossier.about
    address = [" ", tag("a", about.site_url, href=about.site_url)] if about.site_url else None
    title = tag("cite", about.title)
    said = say("about.citation", authors=text("about.authors"), title=title, edition=edition(context))
    return tag("p", said, address, class_="citation")


def report_errors(context: Context) -> Markup:
    """Where readers report an error; where no place is set, how to mend a record oneself."""
    if address := context.dossier.about.report_errors:
        return tag("p", say("about.report", address=tag("a", address, href=address)))
    data, check, corrections = (tag("code", each) for each in ("data/", "make check", "data/corrections.yml"))
    return tag("p", say("about.report-nowhere", data=data, check=check, corrections=corrections))


def reach(kind: str) -> Markup:
    """How far a loose word reaches when figures are compared: 'about' to both sides, 'near' to one side."""
    shares = {"about": figures.ABOUT, "near": figures.NEAR}
    if kind not in shares:
        raise ValueError(f"reach: {kind!r} is none of {', '.join(shares)}")
    return tag("span", text("figure.percent", number=round(shares[kind] * 100)), class_="figure")


def legend(context: Context) -> Markup:
    """What the signs of the marks mean."""
    parties = join(
        (join([party_sign(context, id_), " ", party.short]) for id_, party in context.dossier.parties.items()), " · "
    )
    others = {
        "no-party": NO_PARTY_SIGN,
        "outlet": OUTLET_SIGN,
        "unclear": UNCLEAR_SIGN,
        "disputed": DISPUTED_SIGN,
        **({} if context.paper else {"second": SECOND}),  # in print every claim has its number
    }
    return tag(
        "dl",
        [tag("dt", parties), tag("dd", say("legend.party"))],
        [[tag("dt", sign), tag("dd", say(f"legend.{name}"))] for name, sign in others.items()],
        class_="legend",
    )
