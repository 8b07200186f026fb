"""The search index of a built site: every entry of the record as a result of its own, and short sections of the pages.

A result opens one entry or section, never a page that holds every word. The index is a script, since a page read from
a folder may load scripts and nothing else; docs/assets/javascripts/search-engine.js reads it, folds spellings there,
and ranks. How much a kind of entry counts is set here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from lxml import html

from ..record.addresses import address
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import (
    UNKNOWN,
    Claim,
    Entry,
    Event,
    Outlet,
    Owner,
    OwnName,
    Party,
    Person,
    Place,
    Point,
    Source,
    Term,
)
from ..record.references import placeholders
from ..render.context import Context
from ..render.text import page_title, plain, short_name

FILE = "search/index.js"
THEIRS = "search/search_index.json"
LONGEST = 1200  # characters of a section that a result may open
TEASER = 180  # characters
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VIEWS = {"entry", "readings", "by"}  # classes of views of the record, whose entries are results already


@dataclass(frozen=True)
class Item:
    """A result: what it shows, where it leads, and the words it is found by.

    `names` are what the thing itself is called: a word of the reader's that is one of them stands for all of them, in
    every entry. `boost` is how much the kind counts; `lead` replaces it when the whole query is a name of the thing.
    """

    kind: str
    address: str
    title: str
    teaser: str
    boost: float = 1
    lead: float = 1
    text: str = ""
    question: str = ""
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def write(site: Path, dossier: Dossier) -> None:
    """Write the index of a built site into it, in place of the theme's."""
    found = [_compact(item) for item in items(site, dossier)]
    out = site / FILE
    out.parent.mkdir(exist_ok=True)
    (site / THEIRS).unlink(missing_ok=True)
    out.write_text(f"window.dossierIndex = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n", "utf-8")


def items(site: Path, dossier: Dossier) -> Iterator[Item]:
    """All results: entries that have their anchor on the page they belong to, topics, pages and sections of pages."""
    pages = {_address(path, site): html.parse(str(path)).getroot() for path in sorted(site.rglob("index.html"))}
    anchors = {address: {str(id_) for id_ in page.xpath("//@id")} for address, page in pages.items()}
    context = Context(dossier)
    for entry in _entries(dossier):
        home = address(dossier, entry.id)
        if home.page in pages and (not home.anchor or home.anchor in anchors[home.page]):
            yield MAKERS[entry.kind_of_record](context, entry)
    made = {address(dossier, id_).page for id_ in (*dossier.points, *dossier.people, *dossier.outlets)}
    for url, page in pages.items():
        if url not in made:
            yield from _page(url, page)


# Entries of the record


def _entries(dossier: Dossier) -> Iterator[Entry]:
    """The entries that are results, in the order in which equals are shown: each point is followed by its claims."""
    for point in dossier.points.values():
        yield from (point, *dossier.claims_on[point.id])
    for kind in MAKERS:
        if kind not in ("points", "claims"):
            yield from dossier.kinds[kind].values()


def _claim(context: Context, item: Claim) -> Item:
    dossier = context.dossier
    point = dossier.points[item.point]
    quoted = " ".join(quotation.text for quotation in dossier.quotations_of.get(item.id, []))
    outlet = dossier.outlets[dossier.sources[item.source].outlet].short
    said = _said(context, item)
    return Item(
        kind="Claim",
        address=_link(context, item),
        title=point.title,
        teaser=f"{_cut(said)} ({outlet})",
        boost=_weight(dossier, item),
        text=" ".join([said[TEASER:], quoted, ACTS.get(item.act, "")]).strip(),
        question=point.question,
        also=tuple(point.spellings),
        about=_about(dossier, item.says, item.of),
        by=tuple(item.by) if item.by != "unclear" else (),
    )


def _point(context: Context, item: Point) -> Item:
    claims = _first_of_each(context.dossier, context.dossier.claims_on[item.id])
    return Item(
        kind="Point",
        address=_link(context, item),
        title=item.title,
        teaser=_cut(" · ".join(_said(context, claim) for claim in claims)),
        boost=0.75,
        question=item.question,
        also=tuple(item.spellings),
    )


def _person(context: Context, item: Person) -> Item:
    office = plain(context, item.office) if item.office != UNKNOWN else "Office not known."
    return Item(
        kind={"person": "Person", "body": "Body", "unnamed": "Not named"}[item.kind],
        address=_link(context, item),
        title=item.name,
        teaser=_cut(office),
        boost={"person": 1.2, "body": 0.9, "unnamed": 0.5}[item.kind],
        lead=3 if item.kind != "unnamed" else 0.5,
        question="Who is it?",
        names=_names(item.name, item.short, item.spellings, item.own_names),
        also=(office,),
        about=tuple(id_ for id_ in (item.party,) if id_ in context.dossier.parties),
    )


def _party(context: Context, item: Party) -> Item:
    role = {"side": "A side in the event", "host": "Host of the event", "other": "Neither a side nor the host"}
    return Item(
        kind="Party",
        address=_link(context, item),
        title=item.name,
        teaser=role[item.role],
        boost=0.7,
        lead=3,
        names=_names(item.name, item.short, item.spellings, item.own_names),
    )


def _place(context: Context, item: Place) -> Item:
    events = [event for event in context.dossier.events.values() if event.where == item.id]
    here = "; ".join(f"{event.title}, {event.when}" for event in events if isinstance(event.when, When))
    within = f"{item.kind.capitalize()}{f' in {short_name(context, item.within)}' if item.within else ''}"
    return Item(
        kind="Place",
        address=_link(context, item),
        title=item.name,
        teaser=_cut(f"{within}. {here}"),
        boost=0.7,
        lead=3.2 if here else 0.7,  # where something happened, ahead of a party that goes by the name of its capital
        question="Where is it?",
        names=_names(item.name, item.spellings, item.own_names),
    )


def _event(context: Context, item: Event) -> Item:
    dossier = context.dossier
    when = str(item.when) if isinstance(item.when, When) else "Date not known"
    where = short_name(context, item.where) if item.where != UNKNOWN else None
    told = " ".join(_said(context, dossier.claims[id_]) for id_ in item.claims)
    return Item(
        kind="Event",
        address=_link(context, item),
        title=item.title,
        teaser=_cut(" · ".join(part for part in (when, where, told) if part)),
        boost=1.25 if item.id == dossier.about.event else 0.6 if item.kind == "statement" else 1,
        question="When was it?",
        lead=1.5,
        names=tuple(item.spellings),
        about=_about(dossier, item.title, item.who),
    )


def _term(context: Context, item: Term) -> Item:
    meaning = plain(context, item.meaning)
    return Item(
        kind="Term",
        address=_link(context, item),
        title=item.name + (f" ({item.abbreviation})" if item.abbreviation else ""),
        teaser=_cut(meaning),
        boost=0.7,
        lead=0.8,
        text=meaning[TEASER:],
        question="What is it? What does it mean?",
        names=_names(item.name, item.spellings, [item.abbreviation or ""]),
    )


def _outlet(context: Context, item: Outlet) -> Item:
    kind = item.kind if item.kind != UNKNOWN else "kind not known"
    country = item.country if item.country != UNKNOWN else "country not known"
    owner = f"{item.owner.publisher}: {item.owner.says}" if isinstance(item.owner, Owner) else "Owner not known"
    return Item(
        kind="Outlet",
        address=_link(context, item),
        title=item.name,
        teaser=_cut(f"{kind[0].upper()}{kind[1:]}, {country}. {owner}"),
        boost=0.6,
        lead=2.5,
        question="Who owns it?",
        names=_names(item.name, item.short, item.spellings),
    )


def _source(context: Context, item: Source) -> Item:
    date = str(item.date) if isinstance(item.date, When) else "date not known"
    return Item(
        kind="Source",
        address=_link(context, item),
        title=page_title(context, item),
        teaser=f"{context.dossier.outlets[item.outlet].name}, {date}",
        boost=0.4,
        about=(item.outlet,),
    )


MAKERS: dict[str, Callable[[Context, Any], Item]] = {
    "points": _point,
    "claims": _claim,
    "people": _person,
    "parties": _party,
    "places": _place,
    "events": _event,
    "terms": _term,
    "outlets": _outlet,
    "sources": _source,
}


# What a reader may call what a claim does; the words of the claim need not say it.
ACTS = {"proposes": "proposed", "demands": "demanded", "agrees": "agreed", "declines": "declined", "denies": "denied"}
NAMED = ("people", "parties", "places", "terms", "outlets", "events")


def _link(context: Context, item: Entry) -> str:
    return str(address(context.dossier, item.id))


def _said(context: Context, claim: Claim) -> str:
    """A claim led by who says so."""
    who = ", ".join(short_name(context, id_) for id_ in claim.by) if claim.by != "unclear" else "No speaker named"
    return f"{who}: {plain(context, claim.says, claim.figures)}"


def _first_of_each(dossier: Dossier, claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each side, or the first of all where no side speaks."""
    claims = list(claims)
    of_side = [next((c for c in claims if side in dossier.parties_of(c)), None) for side in dossier.sides]
    return [claim for claim in of_side if claim] or claims[:1]


def _weight(dossier: Dossier, claim: Claim) -> float:
    """How much a claim counts: more from the source taken apart, on the day of the event, the more it names."""
    event = dossier.events[dossier.about.event].when
    is_near = (
        isinstance(event, When)
        and isinstance(claim.date, When)
        and claim.date.first <= event.last
        and event.first <= claim.date.last
    )
    weight = 1.07 if dossier.is_primary(claim) else 1.0
    weight *= 1.07 if is_near else 1
    counted = sum(figure.unit is not None for figure in claim.figures.values())
    weight *= 1 + 0.05 * min(5, 3 * counted + len(claim.figures) + len(dossier.mentioned_in(claim)))
    return round(weight * (0.8 if claim.voice == "opinion" else 1), 2)


def _about(dossier: Dossier, text: str, ids: Iterable[str]) -> tuple[str, ...]:
    """What a text names, and other ids, as far as readers may have other words for them."""
    return tuple(dict.fromkeys(id_ for id_ in [*placeholders(text), *ids] if dossier.kind_of.get(id_) in NAMED))


def _names(*names: str | Iterable[str | OwnName]) -> tuple[str, ...]:
    """Names in one list, each once, none empty."""
    flat = [name for given in names for name in ([given] if isinstance(given, str) else given)]
    return tuple(dict.fromkeys(text for name in flat if (text := name if isinstance(name, str) else name.text)))


# Pages


def _page(address: str, page: html.HtmlElement) -> Iterator[Item]:
    """A page under its title, and those of its sections that are short and hold no entries."""
    body = next(iter(page.find_class("md-content__inner")), None)
    if body is None:
        return
    for hidden in body.xpath(".//details/*[not(self::summary)] | .//script | .//style | .//*[@class='headerlink']"):
        hidden.drop_tree()
    headings = [h for h in body.iter(*HEADINGS) if not any("entry" in up.classes for up in h.iterancestors())]
    title = next((_text(h) for h in headings if h.tag == "h1"), "")
    if not title:
        return
    summary = "".join(page.xpath("//meta[@name='description']/@content")[:1])
    yield Item(kind="Page", address=address, title=title, teaser=_cut(summary), boost=0.3)
    for heading in headings:
        section = _section(heading)
        text = " ".join(_text(element) for element in section)
        is_view = any(VIEWS & set(each.classes) for element in section for each in element.iter("*"))
        if heading.get("id") and heading.tag != "h1" and text and len(text) <= LONGEST and not is_view:
            link = f"{address}#{heading.get('id')}"
            rest = text[TEASER:]
            yield Item(kind=title, address=link, title=_text(heading), teaser=_cut(text), boost=0.6, text=rest)


def _section(heading: html.HtmlElement) -> list[html.HtmlElement]:
    """What stands under a heading: all up to the next heading of its level or a higher one."""
    following = (element for element in heading.itersiblings() if isinstance(element.tag, str))
    return list(takewhile(lambda element: element.tag not in HEADINGS or element.tag > heading.tag, following))


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _address(path: Path, site: Path) -> str:
    """The address of a page from the site's root: '' for the home page, else with a closing slash."""
    folder = path.relative_to(site).parent.as_posix()
    return "" if folder == "." else f"{folder}/"


def _cut(text: str, longest: int = TEASER) -> str:
    """The beginning of a text, cut between words."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,.;:·')} …"


def _compact(item: Item) -> dict[str, object]:
    """The fields of an item that say something."""
    return {key: value for key, value in asdict(item).items() if value not in ("", (), 1)}
