"""What pages tell programs in the words of schema.org: who said what, where a page stands, what it is about.

A claim is given as a claim of whoever makes it, never as a fact, and nothing is rated: no page says who is right.
Pages name each other by the way from one to the other, as JSON-LD reads it, so that a question stays a light page.
"""

from __future__ import annotations

from typing import Any

from ...locale import text
from ...record.addresses import LINE_BY_LINE, OUTLETS, PAGES, PEOPLE, POINTS
from ...record.dates import When
from ...record.model import UNKNOWN, Claim, Coordinates, Event, Person, Place, Point, Quotation
from ...render.context import Context
from ...render.sides import answers
from ...render.text import full_name, plain
from ..exports import FOLDER
from ..exports.package import LICENCE_PAGE
from ..exports.references import of_dossier

Thing = dict[str, Any]
DATA = "data/"
ABOVE = (POINTS, PEOPLE, OUTLETS, LINE_BY_LINE)  # pages of all, above those of each


def linked(context: Context, title: str) -> Thing:
    """What a page tells, as JSON-LD."""
    things = _things(context)
    crumbs = _crumbs(context, title)
    return {"@context": "https://schema.org", "@graph": [*([crumbs] if crumbs else []), *things]}


def _things(context: Context) -> list[Thing]:
    kind, _, rest = context.url.rstrip("/").partition("/")
    if f"{kind}/" == POINTS and rest in context.dossier.points:
        return _said(context, context.dossier.points[rest])
    if f"{kind}/" == PEOPLE and rest in context.dossier.people:
        return (
            [_person(context, context.dossier.people[rest])] if context.dossier.people[rest].kind != "unnamed" else []
        )
    if f"{kind}/" == OUTLETS and rest in context.dossier.outlets:
        return [{**_agent(context, rest), "@type": "NewsMediaOrganization"}]
    if context.url == PAGES["places"]:
        return [_place(context, place) for place in context.dossier.places.values()]
    if context.url == "":
        return [_event(context, context.dossier.events[context.dossier.about.event])]
    return [_dataset(context)] if context.url == DATA else []


def _at(context: Context, page: str) -> str:
    """The address of a page; where the site has none, the way to it from this page."""
    site = context.dossier.about.site_url
    return f"{site.rstrip('/')}/{page}" if site else "../" * context.url.count("/") + page or "./"


# Where a page stands


def _crumbs(context: Context, title: str) -> Thing | None:
    """The way from Home to a page; Home itself has none."""
    if not context.url:
        return None
    trail = [(context.dossier.about.title, "")]
    kind, _, rest = context.url.rstrip("/").partition("/")
    if rest and f"{kind}/" in ABOVE:  # a folder of an author's own has no page
        trail.append((text(f"sharing.{kind}"), f"{kind}/"))
    if rest in context.dossier.points:
        topic = next(each for each in context.dossier.about.topics if each.id == context.dossier.points[rest].topic)
        trail.append((topic.title, f"{POINTS}#{topic.id}"))
    trail.append((title, context.url))
    items: list[Thing] = [
        {"@type": "ListItem", "position": number, "name": name, "item": _at(context, page)}
        for number, (name, page) in enumerate(trail, start=1)
    ]
    del items[-1]["item"]  # the page itself
    return {"@type": "BreadcrumbList", "itemListElement": items}


# What is said


def _said(context: Context, point: Point) -> list[Thing]:
    """What each side says on a question: the statement that stands for it, and the words quoted for it."""
    found = []
    for _, _, claim in answers(context, point):
        if claim:
            found.append(_claim(context, claim))
            found += [_quotation(context, each) for each in context.dossier.quotations_of.get(claim.id, [])[:1]]
    return found


def _claim(context: Context, claim: Claim) -> Thing:
    return _known(
        {
            "@type": "Claim",
            "@id": context.link(claim.id),
            "text": plain(context, claim.says, claim.figures),
            "author": _authors(context, claim),
            "datePublished": _day(claim.date),
            "appearance": _page(context, claim.source),
        }
    )


def _quotation(context: Context, item: Quotation) -> Thing:
    return _known(
        {
            "@type": "Quotation",
            "text": item.text,
            "inLanguage": item.language,
            "spokenByCharacter": _authors(context, item),
            "isPartOf": {"@id": url} if (url := context.dossier.sources[item.source].url) != UNKNOWN else None,
        }
    )


def _authors(context: Context, item: Claim | Quotation) -> list[Thing] | None:
    """Who says it; nobody where the page names no speaker, and nobody who is not named."""
    if item.by == "unclear":
        return None
    named = [
        id_ for id_ in item.by if id_ not in context.dossier.people or context.dossier.people[id_].kind != "unnamed"
    ]
    return [_agent(context, id_) for id_ in named] or None


def _agent(context: Context, id_: str) -> Thing:
    person = context.dossier.people.get(id_)
    kind = "Person" if person and person.kind == "person" else "Organization"
    return {"@type": kind, "@id": context.link(id_), "name": full_name(context, id_)}


def _page(context: Context, id_: str) -> Thing:
    """The page something stands on: its address, and who published it."""
    source = context.dossier.sources[id_]
    return _known(
        {
            "@type": "Article",
            "@id": source.url if source.url != UNKNOWN else None,
            "publisher": {"@type": "Organization", "name": context.dossier.outlets[source.outlet].name},
        }
    )


# Who, when and where


def _person(context: Context, item: Person) -> Thing:
    """A person or body, with the office at the time of the event."""
    own = [each.text for each in item.own_names]
    office = plain(context, item.office) if item.kind == "person" and item.office != UNKNOWN else None
    return _known({**_agent(context, item.id), "alternateName": own, "jobTitle": office})


def _event(context: Context, item: Event) -> Thing:
    place = context.dossier.places.get(item.where)
    when = item.when if isinstance(item.when, When) and not (item.when.is_about or item.when.is_open) else None
    return _known(
        {
            "@type": "Event",
            "@id": context.link(item.id),
            "name": item.title,
            "startDate": when.ends[0] if when else None,
            "endDate": when.ends[-1] if when else None,
            "location": _place(context, place) if place else None,
        }
    )


def _place(context: Context, item: Place) -> Thing:
    at = item.coordinates if isinstance(item.coordinates, Coordinates) else None
    return _known(
        {
            "@type": "Place",
            "@id": context.link(item.id),
            "name": item.name,
            "alternateName": [each.text for each in item.own_names],
            "geo": {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon} if at else None,
        }
    )


def _dataset(context: Context) -> Thing:
    """The record as data to take along."""
    about = context.dossier.about
    files = {"application/json": "record.json", "text/csv": "claims.csv"}
    return _known(
        {
            "@type": "Dataset",
            "@id": _at(context, DATA),
            "name": about.title,
            "description": plain(context, about.summary),
            "creator": {"@type": "Organization", "name": of_dossier(context.dossier)["author"][0]["literal"]},
            "license": LICENCE_PAGE,
            "version": str(about.edition.number),
            "datePublished": about.edition.date.last.isoformat(),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": _at(context, f"{FOLDER}/{name}")}
                for kind, name in files.items()
            ],
        }
    )


def _day(when: When | str) -> str | None:
    """A date of one end, as schema.org takes it."""
    return when.machine if isinstance(when, When) else None


def _known(thing: Thing) -> Thing:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value}
