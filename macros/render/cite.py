"""A claim or quotation as a sentence that an editor would print: who said what, through whom, where and when.

What the words are is always told: a quotation stands in quotation marks, and our own wording is marked as a paraphrase.
The order is paraphrase first and speaker second, as agencies write it, so that no wording of ours has to fit behind
"said that".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from ..locale import listing, text
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Meaning, Person, Quotation
from .context import Context
from .text import full_name, language_name, plain, short_name
from .words import act_noun


def cite(context: Context, item: Claim | Quotation) -> str:
    """The sentence, the address of the source page and, where the site has an address, that of the entry."""
    source = context.dossier.sources[item.source]
    sentence = _sentence(context, item)
    sentence = f"{sentence[0].upper()}{sentence[1:]}"
    if source.url == UNKNOWN:
        parts = [text("cite.no-address", sentence=sentence)]
    else:
        parts = [text("cite.address", sentence=sentence, address=source.url)]
    if entry := permalink(context.dossier, item.id):
        parts.append(text("cite.entry", title=context.dossier.about.title, address=entry))
    return " ".join(parts)


def permalink(dossier: Dossier, id_: str) -> str | None:
    """The lasting address of an entry; None while the site has no address."""
    site = dossier.about.site_url
    return f"{site.rstrip('/')}/{Context(dossier).link(id_)}" if site else None


def _sentence(context: Context, item: Claim | Quotation) -> str:
    outlet = context.dossier.sources[item.source].outlet
    words = _paraphrase(context, item) if isinstance(item, Claim) else _quote(context.dossier, item)
    if item.by == "unclear":
        return _unclear(context, item, words)
    if item.by == [outlet]:
        voice = item.voice if isinstance(item, Claim) and item.voice in ("report", "opinion") else "wrote"
        return _dated(voice, _published(context, item), words=words, outlet=short_name(context, outlet))
    if isinstance(item, Claim) and item.voice != "speaker":
        return text(f"cite.carried.{item.voice}", words=words, who=_who(context, item), way=_way(context, item))
    who, way = _who(context, item), _way(context, item)
    return _dated(
        _act(context.dossier, item),
        _time(_said_when(context, item)),
        words=words,
        who=who,
        way=way,
        act=_noun(context.dossier, item),
    )


def _dated(key: str, time: str, **values: str) -> str:
    """A message with the time or, where that is not known, the same without."""
    return (
        text(f"cite.dated.{key}", count=None, time=time, **values)
        if time
        else text(f"cite.{key}", count=None, **values)
    )


def _act(dossier: Dossier, item: Claim | Quotation) -> str:
    """What a speaker does: of a quotation, and of what others did, they just say it. A deal is always told as one."""
    if isinstance(item, Quotation):
        return "states"
    if item.of:
        return "tells-of-agreement" if dossier.meaning(item) == "agrees" else "states"
    return item.act if item.act in get_args(Meaning) else "act"


def _noun(dossier: Dossier, item: Claim | Quotation) -> str:
    return act_noun(dossier, item.act) if isinstance(item, Claim) else ""


def _unclear(context: Context, item: Claim | Quotation, words: str) -> str:
    time, outlet = _published(context, item), short_name(context, context.dossier.sources[item.source].outlet)
    if isinstance(item, Quotation):
        return _dated("unclear.quoted", time, words=words, outlet=outlet)
    if item.within:
        return _dated("unclear.within", time, words=words, outlet=outlet, speaker=full_name(context, item.within))
    return _dated("unclear", time, words=words, outlet=outlet)


# The words


def _paraphrase(context: Context, item: Claim) -> str:
    """What a claim says, marked as our wording; with the words quoted for it alone, if it does not hold them anyway."""
    words = plain(context, item.says, item.figures).removesuffix(".")
    for quotation in context.dossier.quotations_of.get(item.id, []):
        if quotation.source == item.source and quotation.claims == [item.id] and quotation.text not in words:
            return text("cite.paraphrase.quoted", words=words, quote=_quote(context.dossier, quotation))
    return text("cite.paraphrase", words=words)


def _quote(dossier: Dossier, item: Quotation) -> str:
    words = " ".join(item.text.split()).rstrip(",.")
    language = dossier.language_of(item)
    if item.translation is not None:
        ours = " ".join(item.translation.split()).rstrip(",.")
        return text("cite.quote.ours", words=words, language=language_name(language), translation=ours)
    if item.spoken not in (UNKNOWN, language):
        return text("cite.quote.translated", words=words, language=language_name(item.spoken))
    return text("cite.quote", words=words)


# Who, through whom, when


def _who(context: Context, item: Claim | Quotation) -> str:
    return _plain_list(_named(context, item, id_) for id_ in item.by)


def _named(context: Context, item: Claim | Quotation, id_: str) -> str:
    """A speaker with the office of the time of the event, which is said where the words are of another day."""
    dossier = context.dossier
    person = dossier.people.get(id_)
    if person is None:
        return short_name(context, id_)
    if person.kind != "person" or person.office == UNKNOWN:
        return _in_sentence(person)
    office = plain(context, person.office).replace("; ", f" {text('cite.and')} ")
    event, said = dossier.events[dossier.about.event].when, _said_when(context, item)
    if (
        isinstance(event, When)
        and isinstance(said, When)
        and not (said.first <= event.last and event.first <= said.last)
    ):
        return text("cite.office.then", name=person.name, office=office, date=event)
    return text("cite.office", name=person.name, office=office)


def _in_sentence(person: Person) -> str:
    """A name; of one that is none ('A source who was not named') the article is not written large."""
    first, _, rest = person.name.partition(" ")
    return f"{first.lower()} {rest}" if person.kind == "unnamed" and first in ("A", "An", "The") else person.name


def _way(context: Context, item: Claim | Quotation) -> str:
    """Through whom we have it: the page, and whom it has it from."""
    outlet = context.dossier.sources[item.source].outlet
    page, time = short_name(context, outlet), _published(context, item)
    said = _said_when(context, item)
    if isinstance(said, When) and said.precision == "day" and time == _time(said):
        time = text("cite.time.same")
    page = text("cite.page", outlet=page, time=time) if time else page
    if item.chain == UNKNOWN:
        return text("cite.way.unknown", page=page)
    through = [id_ for id_ in item.chain if id_ != outlet and id_ not in item.by]
    if not through:
        return text("cite.way", page=page)
    return text(
        "cite.way.through", page=page, outlets=_plain_list(short_name(context, id_) for id_ in reversed(through))
    )


def _published(context: Context, item: Claim | Quotation) -> str:
    """When the page was published; where that is not known, an outlet's own words tell it."""
    source = context.dossier.sources[item.source]
    return _time(source.date) or (_time(_said_when(context, item)) if item.by == [source.outlet] else "")


def _said_when(context: Context, item: Claim | Quotation) -> When | str:
    """When it was said; of a quotation, when the claims it carries were, if that is one date."""
    if isinstance(item, Claim):
        return item.date
    dates = {claim.date for id_ in item.claims if (claim := context.dossier.claims[id_]).source == item.source}
    return dates.pop() if len(dates) == 1 else UNKNOWN


def _time(when: When | str) -> str:
    if not isinstance(when, When):
        return ""
    key = {"year": "in", "month": "in", "interval": "period"}.get(when.precision, "on")
    return text(f"cite.time.{key}", date=when)


def _plain_list(items: Iterable[str]) -> str:
    return listing(items).unescape()
