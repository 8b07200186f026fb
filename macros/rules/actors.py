"""People, parties and places; the parts of a primary source."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Person
from .rule import Finding, rule, rule_of_whole


@rule_of_whole
def people_are_told_of(dossier: Dossier) -> Iterator[Finding]:
    """What the record holds of a person rests on a claim that names them."""
    for person in dossier.people.values():
        known = person.office != UNKNOWN or person.delegation or person.attendance != UNKNOWN
        if known and not person.told_by and person.kind == "person":
            yield Finding(person.id, ("told_by",), "is missing: name the claims that office and attendance rest on")
        for field, ids in (("told_by", person.told_by), ("later", person.later)):
            for index, id_ in enumerate(ids):
                if not _names_person(dossier, dossier.claims[id_], person):
                    yield Finding(person.id, (field, index), f"{id_!r} does not name {person.id!r}")


def _names_person(dossier: Dossier, claim: Claim, person: Person) -> bool:
    speakers = [] if claim.by == "unclear" else claim.by
    return person.id in (*speakers, *claim.of, claim.within, *dossier.mentioned_in(claim))


@rule_of_whole
def parties_tell_apart(dossier: Dossier) -> Iterator[Finding]:
    """Parties differ in sign and colour; at least one is a side; dossier.yml orders them all."""
    for field in ("sign", "colour", "colour_dark"):
        seen: dict[str, str] = {}
        for party in dossier.parties.values():
            if (other := seen.setdefault(getattr(party, field), party.id)) != party.id:
                yield Finding(party.id, (field,), f"is the same as that of {other!r}")
    if not dossier.sides:
        yield Finding("", ("parties",), "no party has the role `side`: give it to at least one")
    for id_ in dossier.parties:
        if id_ not in dossier.about.parties:
            yield Finding("", ("parties",), f"{id_!r} is missing from the order")


@rule
def an_edition_has_its_day(dossier: Dossier) -> Iterator[Finding]:
    """The edition is dated by a day: what is built is dated by it."""
    date = dossier.about.edition.date
    if date.machine is None or date.precision != "day":
        yield Finding("", ("edition", "date"), f"{date.text!r} is no day", "write the day it is published: 2025-06-02")


@rule
def editions_follow_what_they_hold(dossier: Dossier) -> Iterator[Finding]:
    """No edition was published before every page that it is taken from, nor after the one that follows it."""
    about = dossier.about
    known = [source.date for source in dossier.sources.values() if isinstance(source.date, When)]
    for path, edition in [(("edition",), about.edition), *((("earlier", i), e) for i, e in enumerate(about.earlier))]:
        if known and all(edition.date.last < date.first for date in known):
            yield Finding("", (*path, "date"), "is before every page of the record was published")
        if edition.number < about.edition.number and edition.date.first > about.edition.date.last:
            yield Finding("", (*path, "date"), f"is after the edition at hand ({about.edition.date.text})")


@rule
def owners_are_found_or_sought(dossier: Dossier) -> Iterator[Finding]:
    """Where an owner was looked for and not found is said only while none is known."""
    for outlet in dossier.outlets.values():
        if outlet.owner_sought and outlet.owner != UNKNOWN:
            yield Finding(outlet.id, ("owner_sought",), "is for an owner who was not found; this one is given")


@rule
def places_lie_somewhere(dossier: Dossier) -> Iterator[Finding]:
    """A place does not lie within itself, by however many steps."""
    for place in dossier.places.values():
        seen, at = {place.id}, place.within
        while at is not None:
            if at in seen:
                yield Finding(place.id, ("within",), "lies within itself")
                break
            seen.add(at)
            at = dossier.places[at].within


@rule_of_whole
def primary_sources_have_sections(dossier: Dossier) -> Iterator[Finding]:
    """A primary source lists its paragraphs, each once; one without any is read by times or pages of its claims."""
    for index, id_ in enumerate(dossier.about.primary):
        if not dossier.places_in(id_):
            message = f"{id_!r} has no `sections`: list its paragraphs"
            hint = "or, where it has none, give each claim's `place` as a time or page"
            yield Finding("", ("primary", index), message, hint)
    for source in dossier.sources.values():
        paragraphs = dossier.paragraphs(source.id)
        if len(set(paragraphs)) < len(paragraphs):
            yield Finding(source.id, ("sections",), "names a paragraph twice")
