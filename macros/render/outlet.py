"""The page of an outlet: what it is, its pages and what was drawn from them, whom it quotes, who has words from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from ..analysis import outlets as analysis
from ..locale import listing, say, text
from ..locale.casing import begin
from ..record.addresses import LINE_BY_LINE, lines
from ..record.dates import When
from ..record.model import UNKNOWN, Claim, Outlet, Owner
from . import against, parts, published, way
from .context import Context
from .html import join, out, tag
from .mark import party_sign
from .parts import aliases, fold, spellings
from .text import in_language, language_name, link, when
from .used_on import place as used_on


def outlet(context: Context, item: Outlet) -> Markup:
    """All below the title of an outlet's page."""
    sections = [
        ("", _head(context, item)),
        ("against", against.of_outlet(context, item.id)),
        ("speakers", _speakers(context, item.id)),
        ("pages", published.pages(context, item.id)),
        ("carried", _carried(context, item.id)),
        ("more", join([spellings(item.spellings), used_on(item.id)])),
    ]
    return Markup("\n\n").join(
        join([Markup(f"## {text(f'outlet.{id_}')} {{ #{id_} }}\n\n") if id_ else None, body])  # noqa: S704 (our words)
        for id_, body in sections
        if body
    )


def way_back(context: Context, *steps: Markup) -> Markup:
    """Where a page of an outlet stands: the dossier, the outlets, and what else lies in between."""
    return parts.way_back(context, tag("a", text("outlets.title"), href=context.page("outlets/")), *steps)


def description(context: Context, item: Outlet) -> str:
    """What an outlet is and what the dossier has of it, as plain text."""
    claims, pages = analysis.published(context.dossier, item.id), analysis.pages(context.dossier, item.id)
    return text(
        "outlet.description",
        outlet=item.name,
        kind=way.kind(context.dossier, item),
        claims=text("count.claims", count=len(claims)),
        pages=text("count.pages", count=len(pages)),
    )


# What it is


def _head(context: Context, item: Outlet) -> Markup:
    languages = listing(language_name(code) for code in item.languages)
    what = way.kind(context.dossier, item)
    primary = [id_ for id_ in context.dossier.about.primary if context.dossier.sources[id_].outlet == item.id]
    return join(
        [
            tag("p", aliases(item), join([begin(what), languages or None], " · "), class_="by"),
            tag("p", say("outlet.speaks-for", party=link(context, item.speaks_for))) if item.speaks_for else None,
            tag("p", say("outlet.owner", owner=_owner(item))),
            tag("p", say("outlet.primary"), " ", _lines(context, primary)) if primary else None,
            tag("p", _amount(context, item.id)),
        ]
    )


def _lines(context: Context, primary: Sequence[str]) -> Markup | None:
    """The way to its sources taken apart, line by line, where they have a page."""
    if len(context.dossier.about.primary) == 1 and not context.has(LINE_BY_LINE):
        return None
    pages = (
        tag("a", in_language(source.title, source.language), href=context.page(lines(context.dossier, source.id)))
        for source in (context.dossier.sources[id_] for id_ in primary)
    )
    return say("outlet.lines", pages=join(pages, " · "))


def _owner(item: Outlet) -> Markup:
    """Who owns or controls it and by whose word; or where that was looked for, or that it was not."""
    owner, sought = item.owner, item.owner_sought
    if isinstance(owner, Owner):
        date = when(owner.date) if isinstance(owner.date, When) else text("way.no-date")
        return say("outlet.owner-told", says=owner.says, who=out(owner.publisher, owner.seen), date=date)
    return say("outlet.owner-sought", where=sought.where, day=when(sought.day)) if sought else say("outlet.owner-none")


def _amount(context: Context, id_: str) -> Markup:
    claims, pages = analysis.published(context.dossier, id_), analysis.pages(context.dossier, id_)
    if not pages:
        return say("outlet.named-only")
    quotations = sum(context.dossier.sources[q.source].outlet == id_ for q in context.dossier.quotations.values())
    return say(
        "outlet.amount",
        claims=say("count.claims", count=len(claims)),
        pages=say("count.pages", count=len(pages)),
        quotations=say("count.quotations", count=quotations),
    )


# Whom it quotes


def _speakers(context: Context, id_: str) -> Markup | None:
    """Whose words stand on its pages, by party, and through whom it has them; both counted in claims."""
    claims = analysis.published(context.dossier, id_)
    if not claims:
        return None
    rows = []
    for party, found in analysis.speakers(context.dossier, claims).items():
        own = found.pop(id_, 0)
        name = join([party_sign(context, party), " ", link(context, party)]) if party else say("outlet.no-party")
        rows += [(name, found)] if found else []
        rows += [(say("outlet.own-words"), Counter({id_: own}))] if own else []
    unclear = sum(claim.by == "unclear" for claim in claims)
    items = [tag("li", tag("b", name), ": ", _counted(context, found)) for name, found in rows]
    items += [tag("li", tag("b", say("outlet.unclear")), ": ", say("outlet.times", count=unclear))] if unclear else []
    return join([tag("ul", items, class_="plain"), tag("p", _ways(context, claims), class_="by")])


def _counted(context: Context, found: Counter[str]) -> Markup:
    return join(
        (say("outlet.counted", who=link(context, id_), count=count) for id_, count in found.most_common()),
        text("list.comma"),
    )


def _ways(context: Context, claims: Sequence[Claim]) -> Markup:
    """Through whom the outlet has the words: at first hand, through others, or without saying."""
    passed = analysis.through(claims)
    return say(
        "outlet.ways",
        own=say("outlet.times", count=sum(claim.chain == [] for claim in claims)),
        through=say("outlet.through", outlets=_counted(context, passed)) if passed else "",
        unknown=say("outlet.times", count=sum(claim.chain == UNKNOWN for claim in claims)),
    )


# What others have from it


def _carried(context: Context, id_: str) -> Markup | None:
    """The claims that reached other publishers through it, folded by publisher."""
    found = analysis.carried(context.dossier, id_)
    if not found:
        return None
    total = sum(map(len, found.values()))
    folds = [
        fold(
            say("outlet.carried-by", outlet=context.dossier.outlets[publisher].short, count=len(claims)),
            tag("p", link(context, publisher), class_="by"),
            published.questions(context, claims),
        )
        for publisher, claims in found.items()
    ]
    return join([tag("p", say("outlet.carried-total", count=total)), folds])
