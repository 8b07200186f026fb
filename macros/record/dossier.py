"""The loaded whole: records by id, references resolved both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from .dates import When
from .load import Loaded, Path_
from .model import (
    About,
    Claim,
    Comparison,
    Correction,
    Entry,
    Event,
    Outlet,
    OwnWords,
    Party,
    Person,
    Place,
    Point,
    Quotation,
    Ref,
    Section,
    Source,
    Term,
)

E = TypeVar("E", bound=Entry)

PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")
LINKABLE = ("people", "parties", "places", "terms", "events", "outlets")


@dataclass(frozen=True)
class Reference:
    """That one record names another: `id` in the field at `path`, which takes records of `kinds`."""

    path: Path_
    id: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class OwnText:
    """A text of ours in an entry, the field it stands in and whether it may hold placeholders."""

    path: Path_
    text: str
    placeholders: bool


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

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties in the order readers see them: that of `dossier.yml`, then any other."""
        parties = self._kind(Party)
        first = [id_ for id_ in self.about.parties if id_ in parties]
        return {id_: parties[id_] for id_ in [*first, *(id_ for id_ in parties if id_ not in first)]}

    @cached_property
    def sides(self) -> list[str]:
        """Ids of the parties that face each other in the event."""
        return [id_ for id_, party in self.parties.items() if party.role == "side"]

    # What belongs together

    @cached_property
    def claims_on(self) -> dict[str, list[Claim]]:
        """Claims by point: those of primary sources first, in the order of the source, then others by date."""
        found: dict[str, list[Claim]] = {id_: [] for id_ in self.points}
        for claim in sorted(self.claims.values(), key=self._reading_order):
            found.setdefault(claim.point, []).append(claim)
        return found

    @cached_property
    def points_on(self) -> dict[str, list[Point]]:
        """Points by topic, topics in the order of `dossier.yml`, points in the order of the record."""
        return {
            topic.id: [point for point in self.points.values() if point.topic == topic.id]
            for topic in self.about.topics
        }

    @cached_property
    def quotations_of(self) -> dict[str, list[Quotation]]:
        """Quotations by the claim they carry."""
        found: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in self.quotations.values():
            for claim in quotation.claims:
                found[claim].append(quotation)
        return found

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

    def paragraphs(self, source: str) -> list[str]:
        """The paragraph ids of a primary source in reading order."""
        return [paragraph for section in self.sources[source].sections for paragraph in section.paragraphs]

    def place_in_words(self, source: str, paragraph: str) -> str:
        """Where a paragraph stands, in words a reader can count: 'What preceded ...? 2nd paragraph'."""
        for section in self.sources[source].sections:
            if paragraph in section.paragraphs:
                if len(section.paragraphs) == 1:
                    return section.title
                between = " " if section.title.endswith((".", "?", "!")) else ", "
                return f"{section.title}{between}{nth_paragraph(section, paragraph)}"
        return ""

    def _reading_order(self, claim: Claim) -> tuple[object, ...]:
        if self.is_primary(claim):
            paragraphs = self.paragraphs(claim.source)
            known = claim.place in paragraphs
            return (
                0,
                self.about.primary.index(claim.source),
                paragraphs.index(claim.place) if known else 999,
            )
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
            for text in own_texts(entry):
                for name in placeholders(text.text):
                    if name in self.entries:
                        found[name][entry.id] = None
        return {id_: list(names) for id_, names in found.items()}

    def mentioned_in(self, entry: Entry) -> list[str]:
        """Ids of people, parties, places, terms, events and outlets that an entry's own texts link, each once."""
        names = [name for text in own_texts(entry) for name in placeholders(text.text)]
        return list(dict.fromkeys(name for name in names if self.kind_of.get(name) in LINKABLE))


def placeholders(text: str) -> list[str]:
    """The names in braces in a text, in order."""
    return [match[1] for match in PLACEHOLDER.finditer(text)]


def references(entry: BaseModel) -> Iterator[Reference]:
    """Every id of another record that an entry holds in its fields."""
    for name, annotation in _hints(type(entry)).items():
        yield from (found for found in _walk(annotation, getattr(entry, name), (name,)) if isinstance(found, Reference))


def own_texts(entry: BaseModel) -> Iterator[OwnText]:
    """Every text of our own that an entry holds."""
    for name, annotation in _hints(type(entry)).items():
        yield from (found for found in _walk(annotation, getattr(entry, name), (name,)) if isinstance(found, OwnText))


@lru_cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _walk(annotation: Any, value: object, path: Path_, marks: tuple[object, ...] = ()) -> Iterator[Reference | OwnText]:
    """Go down a value along its annotation and give what `Ref` and `OwnWords` mark."""
    if get_origin(annotation) is Annotated:
        inner, *extra = get_args(annotation)
        yield from _walk(inner, value, path, (*marks, *extra))
    elif isinstance(value, str):
        yield from _marked(annotation, value, path, marks)
    elif get_origin(annotation) in (Union, UnionType):
        option = next((option for option in get_args(annotation) if _takes(option, value)), None)
        yield from _walk(option, value, path, marks) if option else ()
    else:
        for key, item, hint in _children(annotation, value):
            yield from _walk(hint, item, (*path, key))


def _marked(annotation: Any, value: str, path: Path_, marks: tuple[object, ...]) -> Iterator[Reference | OwnText]:
    """What the marks on a text say it is; the set words of a union, such as `unknown`, are neither."""
    if get_origin(annotation) in (Union, UnionType):
        options = get_args(annotation)
        if value not in {word for option in options if get_origin(option) is Literal for word in get_args(option)}:
            for option in options:
                yield from _walk(option, value, path, marks) if _takes(option, value) else ()
        return
    for mark in marks:
        if isinstance(mark, Ref):
            yield Reference(path, value, mark.kinds)
        elif isinstance(mark, OwnWords):
            yield OwnText(path, value, mark.placeholders)


def _children(annotation: Any, value: object) -> Iterator[tuple[str | int, object, Any]]:
    """The parts of a list, mapping or model, each with its key and annotation."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name), hint) for name, hint in _hints(type(value)).items())
    elif isinstance(value, dict):
        yield from ((key, item, get_args(annotation)[1]) for key, item in value.items())
    elif isinstance(value, list | tuple):
        yield from ((index, item, get_args(annotation)[0]) for index, item in enumerate(value))


def _takes(annotation: Any, value: object) -> bool:
    """Whether a branch of a union can hold the value."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin = get_origin(annotation) or annotation
    return isinstance(origin, type) and isinstance(value, origin)


def nth_paragraph(section: Section, paragraph: str) -> str:
    """Where in its section a paragraph stands: '1st paragraph', ... '11th paragraph'."""
    number = section.paragraphs.index(paragraph) + 1
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} paragraph"
