"""Outlets and the pages of theirs that the record draws on."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..record.dates import When
from ..record.model import UNKNOWN, Outlet, Owner, Source
from .context import Context
from .html import escape, join, sentence_list, tag
from .parts import aliases, heading, number_of, spellings
from .text import in_language, language_name, prose, when
from .used_on import place as used_on

ADDRESS = 60  # characters of an address that are shown


def title(context: Context, source: Source) -> str:
    """What a page is called: its title, or its outlet where the title was not seen."""
    return source.title if source.title != UNKNOWN else context.dossier.outlets[source.outlet].name


def sources(context: Context) -> Markup:
    """Every outlet with its pages: those of the sources taken apart, the others, and those only passed through."""
    dossier = context.dossier
    primary = {dossier.sources[id_].outlet for id_ in dossier.about.primary}
    publishing = {source.outlet for source in dossier.sources.values()}
    outlets = sorted(dossier.outlets.values(), key=lambda outlet: outlet.name.casefold())
    groups = {
        ("taken-apart", "The source taken apart"): [o for o in outlets if o.id in primary],
        ("other-accounts", "Other accounts"): [o for o in outlets if o.id in publishing - primary],
        ("passed-through", "Named on the way"): [o for o in outlets if o.id not in publishing],
    }
    return known(dossier.sources.values()) + join(
        [heading(3, words, id_), *(with_pages(context, outlet) for outlet in group)]
        for (id_, words), group in groups.items()
        if group
    )


def known(pages: Iterable[Source]) -> Markup:
    """How many pages have a title that was seen and an archived copy that is known: entries name the exceptions."""
    pages = list(pages)
    untitled = sum(page.title == UNKNOWN for page in pages)
    archived = sum(page.archived != UNKNOWN for page in pages)
    titles = (
        f"The titles of {untitled} of the {len(pages)} pages were not seen: outlet, day and address stand for them."
    )
    copies = f"An archived copy is known of {archived}." if archived else "An archived copy is known of none."
    return tag("p", f"{titles} " if untitled else None, copies)


def with_pages(context: Context, outlet: Outlet) -> Markup:
    """An outlet's entry, then those of its pages that the record draws on."""
    pages = [source for source in context.dossier.sources.values() if source.outlet == outlet.id]
    return tag("section", outlet_entry(context, outlet), [page(context, p) for p in _by_date(pages)], class_="outlet")


def _by_date(pages: Iterable[Source]) -> list[Source]:
    return sorted(pages, key=lambda p: p.date.first.isoformat() if isinstance(p.date, When) else "9999")


def outlet_entry(context: Context, outlet: Outlet) -> Markup:
    """An outlet: what kind, where, in which languages, and who owns or controls it by whose word."""
    dossier = context.dossier
    carried = [c for c in dossier.claims.values() if c.chain != UNKNOWN and outlet.id in c.chain]
    kind = "Kind of outlet not known" if outlet.kind == UNKNOWN else outlet.kind.capitalize()
    country = "country not known" if outlet.country == UNKNOWN else outlet.country
    languages = sentence_list(language_name(code) for code in outlet.languages)
    return tag(
        "article",
        aliases(outlet),
        tag("h4", outlet.name),
        tag("p", join([kind, country, languages or None], " · "), class_="circumstances"),
        tag("p", tag("b", "Owner or control: "), _owner(outlet)),
        tag("p", number_of(len(carried), "claim"), " reached another publisher through it.") if carried else None,
        spellings(outlet.spellings),
        used_on(outlet.id),
        class_="entry outlet",
        id=outlet.id,
    )


def _owner(outlet: Outlet) -> Markup | str:
    owner, sought = outlet.owner, outlet.owner_sought
    if not isinstance(owner, Owner):
        return join(["looked for, not found: ", sought.where, ", ", when(sought.day), "."]) if sought else "not known."
    date = when(owner.date) if isinstance(owner.date, When) else "date not known"
    return join([owner.says, " (", _out(owner.publisher, owner.seen), ", ", date, ")"])


def page(context: Context, source: Source) -> Markup:
    """A published page: title, date, language, archived copy and day seen if known, our note, claims drawn from it."""
    drawn = sum(claim.source == source.id for claim in context.dossier.claims.values())
    date = when(source.date) if isinstance(source.date, When) else "date not known"
    archived = _out("archived copy", source.archived) if source.archived != UNKNOWN else None
    facts = [
        _address(source) if source.title == UNKNOWN else date,
        language_name(source.language),
        archived,
        ["seen ", when(source.seen)] if source.seen else None,
        [number_of(drawn, "claim"), " drawn from it"],
    ]
    return tag(
        "article",
        aliases(source),
        tag("p", _title(context, source, date), class_="title"),
        tag("p", join([fact for fact in facts if fact], " · "), class_="circumstances"),
        tag("p", prose(context, source.note)) if source.note else None,
        used_on(source.id),
        class_="entry source",
        id=source.id,
    )


def _title(context: Context, source: Source, date: Markup | str) -> Markup:
    """The title, linked to the page; outlet and day where the title was not seen."""
    if source.title != UNKNOWN:
        title = in_language(source.title, source.language)
    else:
        title = join([context.dossier.outlets[source.outlet].name, ", ", date])
    return _out(title, source.url) if source.url != UNKNOWN else title


def _address(source: Source) -> Markup:
    """The address for the eye, cut after a few words of its path, which often tell what a page is about."""
    if source.url == UNKNOWN:
        return escape("address not seen")
    short = source.url.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return tag("span", short if len(short) <= ADDRESS else f"{short[:ADDRESS]}…", class_="address")


def _out(words: str | Markup, address: str) -> Markup:
    """A link out of the site."""
    return tag("a", words, href=address, class_="out", rel="noopener")
