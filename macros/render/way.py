"""How words reached us: who speaks, through whom, in which outlet, when, and the page itself in one click."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from ..locale import apart, listing, say, text
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Outlet, Passage, Quotation, Source
from .context import Context
from .html import escape, out
from .text import full_name, link, prose, short_name, when
from .words import outlet_kind

Said = Claim | Quotation


def passage_url(url: str, passage: Passage | None) -> str:
    """The address of the very passage: a text fragment of its first and last few words (WICG scroll-to-text).

    Commas, ampersands and hyphens mean something in a fragment, so they are encoded too; letters of other scripts are
    not, for browsers do that themselves and encoded they are three times as long. An address that has a fragment
    already keeps it.
    """
    if passage is None:
        return url
    ends = ["".join(map(_in_fragment, part)) for part in (passage.start, passage.end) if part]
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(ends)}"


def _in_fragment(sign: str) -> str:
    return sign if not sign.isascii() and sign.isalpha() else quote(sign, safe="").replace("-", "%2D")


def speakers(context: Context, item: Said, *, full: bool = False, links: bool = True) -> Markup:
    """Who speaks; where no one is named, in whose account the sentence stands."""

    def name(id_: str) -> Markup:
        words = full_name(context, id_) if full else short_name(context, id_)
        return link(context, id_, words) if links else apart(escape(words))

    if item.by == "unclear":
        within = item.within if isinstance(item, Claim) else None
        return say("way.unclear-within", person=name(within)) if within else say("way.unclear")
    return listing(name(id_) for id_ in item.by)


def office(context: Context, item: Said) -> Markup | None:
    """The office of a single speaker at the time, where it is known."""
    return None if item.by == "unclear" or len(item.by) > 1 else office_of(context, item.by[0])


def office_of(context: Context, id_: str) -> Markup | None:
    """The office that a person held at the time, where it is known; None of whoever is no person."""
    person = context.dossier.people.get(id_)
    if person is None:
        return None
    return prose(context, person.office, links=False) if person.office != UNKNOWN and person.kind == "person" else None


def through(context: Context, item: Said) -> Markup | None:
    """The outlets between the speaker and the publisher, where they are known and there are any."""
    publisher = context.dossier.sources[item.source].outlet
    if item.chain == UNKNOWN:
        return None
    between = [link(context, id_) for id_ in item.chain if id_ not in item.by and id_ != publisher]
    return say("way.through", outlets=listing(between)) if between else None


def kind(dossier: Dossier, item: Outlet) -> str:
    """What kind of outlet it is and of which country, as far as that is known."""
    sort = outlet_kind(dossier, item)
    country = item.country if item.country != UNKNOWN else text("outlet.country-unknown")
    return text("outlet.kind", kind=sort, country=country)


def outlet(context: Context, id_: str) -> Markup:
    """An outlet with what kind it is and its country: 'Name (state news agency, country)'."""
    item = context.dossier.outlets[id_]
    kind = outlet_kind(context.dossier, item)
    about = text("outlet.kind", kind=kind, country=item.country) if item.country != UNKNOWN else kind
    return say("way.outlet", outlet=link(context, id_), about=about)


def page_link(context: Context, item: Said, words: object | None = None) -> Markup | None:
    """The link to the source page, to the passage where its first and last words are known; None without an address."""
    source = context.dossier.sources[item.source]
    if source.url == UNKNOWN:
        return None
    passage = (item if isinstance(item, Claim) else context.dossier.claims[item.claims[0]]).passage
    words = words or say("way.passage" if passage else "way.page")
    return out(words, passage_url(source.url, passage))


def place(context: Context, item: Said) -> str:
    """Where in a primary source it stands, in words; '' elsewhere."""
    return context.dossier.place_in_words(item.source, item.place) if item.place != UNKNOWN else ""


def date_of(context: Context, item: Claim) -> Markup:
    """When it was said, or when its source was published where only that is known."""
    if isinstance(item.date, When):
        return when(item.date)
    published = context.dossier.sources[item.source].date
    return say("way.published", date=when(published)) if isinstance(published, When) else say("way.no-date")


def silent_outlets(context: Context, items: list[Claim]) -> list[str]:
    """The outlets that do not say how these words reached them, each once."""
    sources: list[Source] = [context.dossier.sources[each.source] for each in items if each.chain == UNKNOWN]
    return list(dict.fromkeys(source.outlet for source in sources))


def line(context: Context, item: Claim) -> Markup:
    """Whose words, in which outlet, when: for lists, in one line without links."""
    publisher = context.dossier.sources[item.source].outlet
    who, day = speakers(context, item, links=False), date_of(context, item)
    if item.by == [publisher]:
        return say("way.line-outlet", outlet=who, date=day)
    return say("way.line", who=who, outlet=short_name(context, publisher), date=day)


def account_name(context: Context, item: Said) -> Markup:
    """Whose account it is, in the fewest words: 'Speaker in outlet'."""
    publisher = context.dossier.sources[item.source].outlet
    who = speakers(context, item, links=False)
    return who if item.by == [publisher] else say("way.account", who=who, outlet=short_name(context, publisher))
