"""The kinds of record: what may stand in `data/`, field by field.

Each file under `data/` maps stable ids to entries of one kind (`dossier.yml` alone is a single entry). The published
JSON Schema under `data/schema/` is generated from these models, so a field's description here is what an editor shows
while one types, and what the reference page says.

Texts of our own (`says`, `meaning`, `summary`, ...) may hold placeholders in braces: `{name}` is a figure of the same
entry, `{id}` a linked person, party, place, term or event of the record, `{id|words}` the same link under other words.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from .when import When

UNKNOWN = "unknown"
Unknown = Literal["unknown"]


class Ref:
    """Marks a field as the id of another record; `kinds` are the files it may stand in."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


def _as_list(value: object) -> object:
    """One id may be written without brackets; the set words that stand in place of ids are none."""
    return [value] if isinstance(value, str) and value not in (UNKNOWN, "unclear") else value


class OwnWords:
    """Marks a text as ours: neutral, without typed digits; `placeholders` tells whether {braces} may stand in it."""

    def __init__(self, *, placeholders: bool) -> None:
        self.placeholders = placeholders


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(description="A stable id."),
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=400)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Degrees = Annotated[float, Field(ge=-180, le=180)]

Prose = Annotated[Text, OwnWords(placeholders=True)]
Heading = Annotated[Line, OwnWords(placeholders=False)]

ClaimId = Annotated[Id, Ref("claims")]
PersonId = Annotated[Id, Ref("people")]
PartyId = Annotated[Id, Ref("parties")]
OutletId = Annotated[Id, Ref("outlets")]
SourceId = Annotated[Id, Ref("sources")]
PlaceId = Annotated[Id, Ref("places")]
EventId = Annotated[Id, Ref("events")]
PointId = Annotated[Id, Ref("points")]
QuotationId = Annotated[Id, Ref("quotations")]
TermId = Annotated[Id, Ref("terms")]
MatterId = Annotated[Id, Field(description="One of the matters in dossier.yml.")]
SpeakerId = Annotated[Id, Ref("people", "parties", "outlets")]
ActorId = Annotated[Id, Ref("people", "parties")]


class _OrOne:
    """Tells the JSON Schema what `_as_list` lets pass: one item without brackets."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


T = TypeVar("T")
Several = Annotated[list[T], BeforeValidator(_as_list), _OrOne()]


class Model(BaseModel):
    """A strict, unchanging piece of the record: a field nobody knows is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Model):
    """What every keyed record has."""

    kind_of_record: ClassVar[str]
    id: str = Field(default="", exclude=True, json_schema_extra={"internal": True})
    aliases: list[Id] = Field(default=[], description="Ids this record had before; they stay as anchors.")


# Figures


class Figure(Model):
    """A typed value. Exactly one of the value fields is given; `unit` goes with the numbers."""

    exact: float | int | None = Field(default=None, description="The number itself.")
    at_least: float | int | None = Field(default=None, description="This number or more.")
    up_to: float | int | None = Field(default=None, description="This number or fewer.")
    about: float | int | None = Field(default=None, description="Said to be approximate.")
    almost: float | int | None = Field(default=None, description="A little under this number.")
    just_over: float | int | None = Field(default=None, description="A little over this number.")
    more_than: float | int | None = Field(default=None, description="Over this number, by how much is not said.")
    between: tuple[float | int, float | int] | None = Field(default=None, description="From the first to the second.")
    date: When | None = Field(default=None, description="A day, month, year or interval, ISO 8601.")
    time: Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = Field(
        default=None, description="A local time of day, 24 hours, in quotation marks."
    )
    name: Line | None = Field(default=None, description="A name that holds digits, such as a channel's; not a value.")
    unit: Words | None = Field(default=None, description="What is counted; one of the units in dossier.yml.")
    promised: MatterId | None = Field(
        default=None,
        description="The matter in dossier.yml of which this many were to be, by the claim: promised, agreed or "
        "proposed. Not for a base (a share of so many), a list, or what stood ready or was refused.",
    )
    counted: MatterId | None = Field(
        default=None,
        description="The matter in dossier.yml of which this many are said to have been done: handed over, received, "
        "exchanged. Goes by what the claim says, whatever its point is on.",
    )

    VALUES: ClassVar[tuple[str, ...]] = (
        "exact",
        "at_least",
        "up_to",
        "about",
        "almost",
        "just_over",
        "more_than",
        "between",
        "date",
        "time",
        "name",
    )

    @model_validator(mode="after")
    def _one_value(self) -> Figure:
        given = [name for name in self.VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a figure has exactly one value; this one has {', '.join(given) or 'none'}")
        is_number = given[0] not in ("date", "time", "name")
        if is_number != (self.unit is not None):
            raise ValueError("a number names its unit" if is_number else f"a {given[0]} has no unit")
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("`between` goes from the smaller to the larger number")
        if (self.promised or self.counted) and not is_number:
            raise ValueError(f"a {given[0]} is neither promised nor counted: only numbers are")
        if self.promised and self.counted:
            raise ValueError("a figure is promised or counted, not both")
        return self


Figures = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=30)], Figure]


# Who, where, when


class OwnName(Model):
    """A name as its bearer's language writes it."""

    text: Line
    lang: Language


class Party(Entry):
    """A side in the event, its host, or another party to it."""

    kind_of_record: ClassVar[str] = "parties"
    name: Line = Field(description="Full name.")
    short: Words = Field(description="Name for marks and columns.")
    role: Literal["side", "host", "other"] = Field(description="`side` for those who face each other in the event.")
    colour: Colour = Field(description="On light ground.")
    colour_dark: Colour = Field(description="On dark ground.")
    sign: Literal["triangle", "square", "circle", "diamond", "hexagon", "cross"] = Field(
        description="The shape that tells the party apart without colour."
    )
    own_names: list[OwnName] = []
    spellings: list[Line] = Field(default=[], description="Other names and spellings readers search by.")


class Person(Entry):
    """A person or body that speaks, acts or is named."""

    kind_of_record: ClassVar[str] = "people"
    name: Line = Field(description="Full name in our spelling.")
    short: Words = Field(description="How later mentions and marks name them.")
    kind: Literal["person", "body", "unnamed"] = Field(
        description="`unnamed` where the account does not say who it is ('a source', 'diplomats')."
    )
    party: PartyId | Literal["none", "unknown"] = Field(description="The party they speak or act for.")
    office: Prose | Unknown = Field(description="Office at the time of the event.")
    delegation: Literal["head", "member"] | None = Field(default=None, description="Place in a delegation.")
    attendance: Literal["present", "absent", "unknown"] = Field(
        default="unknown", description="Whether an account names them as attending the event."
    )
    told_by: Several[ClaimId] = Field(
        default=[], description="The claims that office, delegation and attendance rest on."
    )
    own_names: list[OwnName] = Field(default=[], description="The name in the bearer's own script.")
    spellings: list[Line] = Field(default=[], description="Other spellings readers search by.")


class Coordinates(Model):
    """A point on the earth in degrees (WGS 84), and where the numbers are from."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Degrees
    precision: Literal["building", "city", "region", "country"] = Field(description="What the point stands for.")
    origin: Line = Field(description="The gazetteer or data set the numbers are from.")


class Place(Entry):
    """A place that is named."""

    kind_of_record: ClassVar[str] = "places"
    name: Line
    kind: Literal["country", "region", "city", "building", "area"]
    within: PlaceId | None = Field(default=None, description="The place it lies in.")
    coordinates: Coordinates | Unknown
    own_names: list[OwnName] = []
    spellings: list[Line] = []


class Event(Entry):
    """Something that happened, or is said to have happened, at a time. What is known of it are its claims."""

    kind_of_record: ClassVar[str] = "events"
    title: Heading = Field(description="In plain words, without a date; no placeholders.")
    kind: Literal["meeting", "statement", "attack", "incident", "exchange", "document", "decision"] = Field(
        description="`statement` is an occasion on which something was said: a briefing, an interview, a post. "
        "`incident` where accounts differ on whether it was an attack, or on whose; or on whether a thing that did not "
        "come about had been agreed."
    )
    when: When | Unknown
    where: PlaceId | Unknown = UNKNOWN
    who: Several[ActorId] = Field(default=[], description="Who took part or spoke.")
    claims: Several[ClaimId] = Field(default=[], description="The claims that tell of it.")
    spellings: list[Line] = Field(default=[], description="Other words readers search by.")


class Term(Entry):
    """A word the reader may not know, or may search by."""

    kind_of_record: ClassVar[str] = "terms"
    name: Line
    meaning: Prose = Field(description="In our own neutral words; placeholders allowed.")
    abbreviation: Words | None = None
    spellings: list[Line] = Field(default=[], description="Synonyms, plurals and spellings readers search by.")
    see: Several[Annotated[Id, Ref("terms", "people", "places", "events", "points", "parties")]] = []


# Sources


class Owner(Model):
    """Who owns or controls an outlet, as somebody says."""

    says: Text
    seen: Url = Field(description="The page this was seen on.")
    publisher: Line
    date: When | Unknown = Field(description="Date of that page.")


class Sought(Model):
    """Where something was looked for and not found, so that a reader knows what `unknown` is worth."""

    where: Line = Field(description="The kinds of pages that were looked through, or their publishers.")
    day: When = Field(description="The day of the search.")


class Outlet(Entry):
    """A publisher of accounts."""

    kind_of_record: ClassVar[str] = "outlets"
    name: Line
    short: Words
    kind: Literal[
        "state news agency",
        "news agency",
        "state broadcaster",
        "public broadcaster",
        "newspaper",
        "news site",
        "television channel",
        "aggregator",
        "repost network",
        "unknown",
    ]
    country: Line | Unknown
    languages: Several[Language] = []
    owner: Owner | Unknown = Field(description="Who owns or controls it, and who says so.")
    owner_sought: Sought | None = Field(default=None, description="Where the owner was looked for and not found.")
    spellings: list[Line] = []

    @model_validator(mode="after")
    def _found_or_sought(self) -> Outlet:
        if self.owner_sought and self.owner != UNKNOWN:
            raise ValueError("`owner_sought` is for an owner who was not found; this one is given")
        return self


class Section(Model):
    """A run of paragraphs of a primary source under one heading."""

    title: Line = Field(description="The heading in our words or, where short, as it stands.")
    paragraphs: Annotated[list[Id], Field(min_length=1)]


class Source(Entry):
    """One published page."""

    kind_of_record: ClassVar[str] = "sources"
    outlet: OutletId
    title: Line | Unknown
    url: Url | Unknown
    date: When | Unknown = Field(description="Day of publication, or the month where the day was not shown.")
    language: Language
    archived: Url | Unknown = UNKNOWN
    seen: When | None = Field(default=None, description="The day we last saw this page or a stored copy of it.")
    note: Prose | None = Field(default=None, description="What a reader should know of this page.")
    sections: list[Section] = Field(default=[], description="The parts of a primary source, in order.")


# What was said


class Inference(Model):
    """Something the record holds that the source does not say in so many words."""

    what: Prose
    basis: Prose


class Passage(Model):
    """The place in the source, by the first and last few words of the passage."""

    start: Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,4}$", max_length=60)]
    end: Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,4}$", max_length=60)] | None = None


Act = Literal["states", "proposes", "demands", "agrees", "declines", "denies", "opines"]
Voice = Literal["speaker", "report", "opinion", "unclear"]


class Claim(Entry):
    """One assertion, from a primary source or from any other account."""

    kind_of_record: ClassVar[str] = "claims"
    point: PointId = Field(description="The matter at issue it is on.")
    says: Prose = Field(description="What is asserted, in our own neutral words, with {figures} and {ids}.")
    figures: Figures = {}
    by: Annotated[Several[SpeakerId], Field(min_length=1)] | Literal["unclear"] = Field(
        description="Who makes the assertion: a person, body, party, or the outlet in its own voice."
    )
    within: PersonId | None = Field(
        default=None,
        description="Where the speaker is unclear: the speaker whose account the sentence stands in.",
    )
    voice: Voice = Field(
        description="A named speaker's; the outlet's report; the outlet's own opinion or choice of words; or unclear."
    )
    act: Act
    of: Several[ActorId] = Field(
        default=[], description="Whose act it is, where that is not the one who makes the assertion."
    )
    chain: Several[OutletId] | Unknown = Field(
        description="Outlets between the speaker and the publisher, nearest the speaker first. [] when the publisher "
        "has it at first hand; unknown when it does not say."
    )
    source: SourceId
    place: Id | Unknown = Field(default=UNKNOWN, description="The paragraph of the source.")
    passage: Passage | None = Field(default=None, description="First and last words of the passage in the source.")
    date: When | Unknown = Field(description="When it was said; for an outlet's own words, when published.")
    occasion: EventId | Unknown = Field(default=UNKNOWN, description="The event at which it was said.")
    inferred: list[Inference] = Field(default=[], description="What is ours here, and on what basis.")
    speakers_words: list[Words] = Field(
        default=[], description="Loaded words in `says` that are the speaker's own choice, not ours."
    )


class Verification(Model):
    """The stamp `verify-quotes` leaves when the words stand in a saved copy."""

    result: Literal["exact"]
    sha256: Sha256 = Field(description="Of the saved text.")
    date: When
    words: Sha256 = Field(description="Of the normalised quotation, so that an edit after the stamp shows.")


class Quotation(Entry):
    """Words as they stand in quotation marks in a source."""

    kind_of_record: ClassVar[str] = "quotations"
    text: Annotated[str, StringConstraints(min_length=1, max_length=1500)] = Field(
        description="Verbatim, without the outer quotation marks. An omission of ours is written [...]."
    )
    by: Annotated[Several[SpeakerId], Field(min_length=1)] | Literal["unclear"]
    occasion: EventId | Unknown = UNKNOWN
    language: Language = Field(default="en", description="Language of the words as quoted.")
    spoken: Language | Unknown = Field(default=UNKNOWN, description="Language they were spoken in.")
    claims: Annotated[Several[ClaimId], Field(min_length=1)] = Field(description="The claims the words carry.")
    chain: Several[OutletId] | Unknown
    source: SourceId
    place: Id | Unknown = UNKNOWN
    verified: Verification | Literal["no copy seen"] = "no copy seen"


class SoughtWord(Sought):
    """Where a side's own word on a question was looked for and not found."""

    side: PartyId = Field(description="The side that has no word of its own on the point.")


class Point(Entry):
    """One matter at issue, put as a question."""

    kind_of_record: ClassVar[str] = "points"
    title: Heading = Field(description="A few plain words, as a heading; no figures, no placeholders.")
    question: Heading = Field(description="The matter as a question; no figures.")
    topic: Id = Field(description="One of the topics in dossier.yml.")
    kind: Literal["fact", "agreement", "proposal", "demand", "refusal", "opinion"]
    weight: Annotated[int, Field(strict=True, ge=1, le=5)] = Field(
        default=2, description="How early a reader should meet it: 5 is what one reads first, 1 what only few look for."
    )
    state: Literal["reported", "open", "agreed", "declined", "carried out", "partly carried out", "overtaken"] = Field(
        default="reported",
        description="Where the matter stands; other than `reported` it rests on `state_from`.",
    )
    state_from: Several[ClaimId] = Field(default=[], description="The claims the state rests on.")
    state_note: Prose | None = Field(default=None, description="Our sentence on where it stands; placeholders allowed.")
    sought: list[SoughtWord] = Field(
        default=[],
        description="For a side without a word of its own on a contested point: where we looked for one, and when.",
    )
    spellings: list[Line] = Field(default=[], description="Other words readers search by.")


Relation = Literal["supports", "differs", "adds", "later"]
Difference = Literal["contradicts", "number", "detail"]


class Comparison(Entry):
    """How two claims on a point relate, in our own sentence."""

    kind_of_record: ClassVar[str] = "comparisons"
    claims: Annotated[list[ClaimId], Field(min_length=2, max_length=2)] = Field(
        description="Two claims: the first is what the second is compared with (the primary source's comes first)."
    )
    relation: Relation | None = Field(
        default=None, description="May be left out where both carry comparable figures: then it is computed."
    )
    differs: Difference | None = Field(
        default=None,
        description="How two claims that differ do so: they give different answers to the question (`contradicts`), "
        "other numbers (`number`; computed where the figures differ), or only something small (`detail`).",
    )
    says: Prose = Field(description="Our one sentence; placeholders {first.name} and {second.name} give figures.")
    left_out: bool = Field(default=False, description="The second tells a thing of weight that the first leaves out.")


class Correction(Entry):
    """A change to a published record. Appended, never edited."""

    kind_of_record: ClassVar[str] = "corrections"
    date: When
    record: Annotated[Id, Ref("*")]
    field: Line
    was: Text
    now: Text
    why: Text
    source: Line = Field(description="On whose word: a publisher and page, or who noticed.")


# The whole


class Topic(Model):
    """A group of points."""

    id: Id
    title: Heading
    summary: Heading = Field(description="One sentence on what the topic covers; no figures.")


class Matter(Model):
    """What numbers are promised and counted of, such as what one side was to hand over to the other."""

    id: Id
    title: Heading = Field(description="What is promised and counted, in a few words; no figures.")


class Unit(Model):
    """How a unit is written after one and after many."""

    one: Words
    many: Words


class Edition(Model):
    """The published edition all dates of the exports derive from."""

    number: Annotated[int, Field(ge=1)]
    date: When


class About(Model):
    """What the site as a whole is about."""

    kind_of_record: ClassVar[str] = "dossier"
    title: Heading
    summary: Prose = Field(description="One or two sentences for search engines and the cover; placeholders allowed.")
    event: EventId = Field(description="The event the dossier is on.")
    edition: Edition
    language: Language = "en"
    primary: Annotated[Several[SourceId], Field(min_length=1)] = Field(description="The source(s) taken apart.")
    topics: Annotated[list[Topic], Field(min_length=1)] = Field(description="In the order readers meet them.")
    parties: Annotated[list[PartyId], Field(min_length=1)] = Field(description="In the order columns show them.")
    units: dict[Words, Unit] = {}
    matters: list[Matter] = Field(
        default=[], description="Of what numbers are promised and counted, in the order readers meet them."
    )
    site_url: Url | None = Field(default=None, description="Set in this one place once the site has an address.")
    report_errors: Url | None = Field(default=None, description="Where readers report an error, once there is a place.")


KINDS: dict[str, type[Entry]] = {
    kind.kind_of_record: kind
    for kind in (
        Outlet,
        Source,
        Party,
        Person,
        Place,
        Event,
        Term,
        Point,
        Claim,
        Quotation,
        Comparison,
        Correction,
    )
}
