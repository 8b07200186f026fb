"""The loaded whole: records by id, references resolved both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from ..locale import text
from ..locale.numbers import ordinal
from .dates import When
from .load import Loaded
from .model import (
    About,
    At,
    Claim,
    Comparison,
    Correction,
    Entry,
    Event,
    Meaning,
    Original,
    Outlet,
    Party,
    Person,
    Place,
    Point,
    Quotation,
    Role,
    Section,
    Sentence,
    Source,
    Term,
    Vocabularies,
)
from .references import own_texts, placeholders, references

E = TypeVar("E", bound=Entry)

LINKABLE = ("people", "parties", "places", "terms", "events", "outlets")


class Dossier:
    """All records of one dossier. Reading an unknown id raises KeyError; `check` sees to it that none is left."""

    def __init__(self, loaded: Loaded) -> None:
        if loaded.about is None:
            raise ValueError("data/dossier.yml could not be read")
        self.root: Path = loaded.root
        self.loaded = loaded
        self.about: About = loaded.about
        self.kinds: Mapping[str, Mapping[str, Entry]] = loaded.kinds
        self.entries: dict[str, Entry] = {id_: e for kind in self.kinds.values() for id_, e in kind.items()}
        self.kind_of: dict[str, str] = {id_: kind for kind, entries in self.kinds.items() for id_ in entries}

    def _kind(self, model: type[E]) -> dict[str, E]:
        return cast("dict[str, E]", self.kinds[model.kind_of_record])

    @property
    def outlets(self) -> dict[str, Outlet]:
        """Publishers by id."""
        return self._kind(Outlet)

    @property
    def sources(self) -> dict[str, Source]:
        """Published pages by id."""
        return self._kind(Source)

    @property
    def people(self) -> dict[str, Person]:
        """Persons and bodies by id."""
        return self._kind(Person)

    @property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return self._kind(Place)

    @property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return self._kind(Event)

    @property
    def terms(self) -> dict[str, Term]:
        """Terms of the glossary by id."""
        return self._kind(Term)

    @property
    def points(self) -> dict[str, Point]:
        """Matters at issue by id."""
        return self._kind(Point)

    @property
    def claims(self) -> dict[str, Claim]:
        """Assertions by id."""
        return self._kind(Claim)

    @property
    def quotations(self) -> dict[str, Quotation]:
        """Verbatim evidence by id."""
        return self._kind(Quotation)

    @property
    def comparisons(self) -> dict[str, Comparison]:
        """Our sentences on pairs of claims by id."""
        return self._kind(Comparison)

    @property
    def corrections(self) -> dict[str, Correction]:
        """Corrections by id."""
        return self._kind(Correction)

    @property
    def sentences(self) -> dict[str, Sentence]:
        """Stamps of the sentences of primary sources by id."""
        return self._kind(Sentence)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties in the order readers see them: that of `dossier.yml`, then any other."""
        parties = self._kind(Party)
        first = [id_ for id_ in self.about.parties if id_ in parties]
        return {id_: parties[id_] for id_ in [*first, *(id_ for id_ in parties if id_ not in first)]}

    @cached_property
    def sides(self) -> list[str]:
        """Ids of the parties that face each other in the event."""
        return [id_ for id_, party in self.parties.items() if self.role(party) == "side"]

    @cached_property
    def only_side(self) -> str | None:
        """The side of a dossier of one; None where several face each other."""
        return self.sides[0] if len(self.sides) == 1 else None

    # The dossier's own vocabularies

    @cached_property
    def vocabularies(self) -> Vocabularies:
        """The kinds of event, outlet and place, acts and roles of this dossier, the known ones among them."""
        return self.about.vocabularies.with_known()

    def role(self, party: Party) -> Role | None:
        """What the role of a party comes to; None of a word that the dossier has not, which `check` names."""
        role = self.vocabularies.roles.get(party.role)
        return role.means if role else None

    def meaning(self, claim: Claim) -> Meaning:
        """What the act of a claim comes to."""
        act = self.vocabularies.acts.get(claim.act)
        return act.means if act else "states"

    def is_said(self, event: Event) -> bool:
        """Whether an event is an occasion on which something was said."""
        kind = self.vocabularies.events.get(event.kind)
        return kind is not None and kind.said

    def is_country(self, place: Place) -> bool:
        """Whether a place is a country."""
        kind = self.vocabularies.places.get(place.kind)
        return kind is not None and kind.country

    # What belongs together

    def around(self, place: str) -> Iterator[Place]:
        """A place of the record and all that it lies in, nearest first, none twice; nothing for `unknown`."""
        seen: set[str] = set()
        found = self.places.get(place)
        while found is not None and found.id not in seen:
            seen.add(found.id)
            yield found
            found = self.places.get(found.within or "")

    @cached_property
    def claims_on(self) -> dict[str, list[Claim]]:
        """Claims by point: those of primary sources first, in the order of the source, then others by date."""
        found: dict[str, list[Claim]] = {id_: [] for id_ in self.points}
        for claim in sorted(self.claims.values(), key=self._reading_order):
            found.setdefault(claim.point, []).append(claim)
        return found

    @cached_property
    def points_on(self) -> dict[str, list[Point]]:
        """Points by topic, topics in the order of `dossier.yml`; the weightiest first, equals as in the record."""
        points = sorted(self.points.values(), key=lambda point: -point.weight)
        return {topic.id: [point for point in points if point.topic == topic.id] for topic in self.about.topics}

    @cached_property
    def quotations_of(self) -> dict[str, list[Quotation]]:
        """Quotations by the claim they carry."""
        found: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in self.quotations.values():
            for claim in quotation.claims:
                found[claim].append(quotation)
        return found

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Ids of all who make a claim or whose words a quotation has, outlets among them."""
        items: list[Claim | Quotation] = [*self.claims.values(), *self.quotations.values()]
        return frozenset(id_ for item in items if item.by != "unclear" for id_ in item.by)

    @cached_property
    def comparisons_on(self) -> dict[str, list[Comparison]]:
        """Comparisons by each of the claims they compare."""
        found: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in self.comparisons.values():
            for claim in comparison.claims:
                found[claim].append(comparison)
        return found

    @cached_property
    def corrections_of(self) -> dict[str, list[Correction]]:
        """Corrections by the record concerned, oldest first."""
        found: dict[str, list[Correction]] = defaultdict(list)
        for correction in sorted(self.corrections.values(), key=lambda c: c.date):
            found[correction.record].append(correction)
        return found

    def is_primary(self, claim: Claim | Quotation) -> bool:
        """Whether it is from a source that the dossier takes apart."""
        return claim.source in self.about.primary

    def party_of(self, id_: str) -> str | None:
        """The party a speaker or actor belongs to; None for outlets and for those of no or unknown party."""
        if id_ in self.parties:
            return id_
        person = self.people.get(id_)
        return person.party if person and person.party in self.parties else None

    def parties_of(self, claim: Claim) -> list[str]:
        """The parties whose words a claim is: those of its speakers, each once, in order."""
        speakers = [] if claim.by == "unclear" else claim.by
        return list(dict.fromkeys(party for by in speakers if (party := self.party_of(by))))

    def only_party_of(self, claim: Claim) -> str | None:
        """The one party whose words a claim is; None where it is nobody's or several'."""
        parties = self.parties_of(claim)
        return parties[0] if len(parties) == 1 else None

    def acting_in(self, claim: Claim) -> list[str]:
        """The parties that by their own word do what a claim tells: of another's act that one tells, nobody."""
        own = self.parties_of(claim)
        return [party for party in own if party in map(self.party_of, claim.of)] if claim.of else own

    def paragraphs(self, source: str) -> list[str]:
        """The paragraph ids of a primary source in reading order."""
        return [paragraph for section in self.sources[source].sections for paragraph in section.paragraphs]

    def places_in(self, source: str) -> list[str | At]:
        """The paragraphs of a source in reading order, then what else claims on it name, a time or a page."""
        items: list[Claim | Quotation] = [*self.claims.values(), *self.quotations.values()]
        at = {item.place for item in items if item.source == source and isinstance(item.place, At)}
        return [*self.paragraphs(source), *sorted(at, key=lambda place: place.order)]

    def language_of(self, words: Quotation | Original) -> str:
        """The language of a quotation's words: its source's unless the record says otherwise."""
        return words.language or self.sources[words.source].language

    def place_in_words(self, source: str, paragraph: str | At) -> str:
        """Where words stand, so that a reader finds them: 'What preceded ...? 2nd paragraph'; 'at 13:03'; 'page 12'."""
        if isinstance(paragraph, At):
            return (
                text("place.at-time", time=paragraph.time)
                if paragraph.time
                else text("place.page", page=paragraph.page)
            )
        for section in self.sources[source].sections:
            if paragraph in section.paragraphs:
                if len(section.paragraphs) == 1:
                    return section.title
                between = " " if section.title.endswith((".", "?", "!", "؟")) else text("list.comma")
                return f"{section.title}{between}{nth_paragraph(section, paragraph)}"
        return ""

    def _reading_order(self, claim: Claim) -> tuple[object, ...]:
        if self.is_primary(claim):
            places = self.places_in(claim.source)
            at = places.index(claim.place) if claim.place in places else len(places)
            return (0, self.about.primary.index(claim.source), at)
        day = claim.date.first.isoformat() if isinstance(claim.date, When) else "9999"
        return (1, day, 0)

    # References

    @cached_property
    def mentions(self) -> dict[str, list[str]]:
        """For each id, the ids of the records that name it, in fields and in placeholders, each once."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entry in self.entries.values():
            for reference in references(entry):
                found[reference.id][entry.id] = None
            for own in own_texts(entry):
                for name in placeholders(own.text):
                    if name in self.entries:
                        found[name][entry.id] = None
        return {id_: list(names) for id_, names in found.items()}

    def mentioned_in(self, entry: Entry) -> list[str]:
        """Ids of people, parties, places, terms, events and outlets that an entry's own texts link, each once."""
        names = [name for text in own_texts(entry) for name in placeholders(text.text)]
        return list(dict.fromkeys(name for name in names if self.kind_of.get(name) in LINKABLE))


def nth_paragraph(section: Section, paragraph: str) -> str:
    """Where in its section a paragraph stands: '1st paragraph', ... '11th paragraph'."""
    return text("place.paragraph", nth=ordinal(section.paragraphs.index(paragraph) + 1))
