"""Who, where and when: parties, people, places, events, and the words a reader may not know."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .dates import When
from .fields import (
    UNKNOWN,
    ActorId,
    ClaimId,
    Colour,
    Degrees,
    Entry,
    Heading,
    Id,
    Language,
    Line,
    Maybe,
    Model,
    PartyId,
    PlaceId,
    Prose,
    Several,
    Unknown,
    Words,
)
from .references import Ref


class OwnName(Model):
    """A name as its bearer's language writes it."""

    text: Line = Field(description="The name, letter by letter.")
    lang: Language = Field(description="Its language.")


class Party(Entry):
    """A side in the event, its host, or another party to it."""

    kind_of_record: ClassVar[str] = "parties"
    name: Line = Field(description="Full name.")
    short: Words = Field(description="Name for marks and columns.")
    plural: bool = Field(default=False, description="Whether its short name is a plural: 'Unions' say, 'Spain' says.")
    role: Words = Field(
        description="`side` for those who face each other in the event, `host`, `other`; or a role of `vocabularies`."
    )
    colour: Colour = Field(description="On light ground.")
    colour_dark: Colour = Field(description="On dark ground.")
    sign: Literal["triangle", "square", "circle", "diamond", "hexagon", "cross"] = Field(
        description="The shape that tells the party apart without colour."
    )
    countries: list[Line] = Field(
        default=[], description="Its countries, as outlets name theirs: an outlet of one of them is one of its own."
    )
    own_names: list[OwnName] = Field(default=[], description="The name as its bearers write it, in their own script.")
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
    delegation: Maybe[Literal["head", "member"]] = Field(default=None, description="Place in a delegation.")
    attendance: Literal["present", "absent", "unknown"] = Field(
        default="unknown", description="Whether an account names them as attending the event."
    )
    told_by: Several[ClaimId] = Field(
        default=[], description="The claims that office, delegation and attendance rest on."
    )
    later: Several[ClaimId] = Field(default=[], description="The claims that tell of another office, held later.")
    own_names: list[OwnName] = Field(default=[], description="The name in the bearer's own script.")
    spellings: list[Line] = Field(default=[], description="Other spellings readers search by.")


class Coordinates(Model):
    """A point on the earth in degrees (WGS 84), and where the numbers are from."""

    lat: Annotated[float, Field(ge=-90, le=90)] = Field(
        description="Degrees north of the equator; south of it below zero."
    )
    lon: Degrees = Field(description="Degrees east of Greenwich; west of it below zero.")
    precision: Literal["building", "city", "region", "country"] = Field(description="What the point stands for.")
    origin: Line = Field(description="The gazetteer or data set the numbers are from.")


class Place(Entry):
    """A place that is named."""

    kind_of_record: ClassVar[str] = "places"
    name: Line = Field(description="Its name in our spelling.")
    kind: Words = Field(description="`city`, `building`, `country`, ...: a kind of place of `vocabularies`.")
    within: Maybe[PlaceId] = Field(default=None, description="The place it lies in.")
    coordinates: Coordinates | Unknown = Field(description="Where it lies; `unknown` leaves it off the map.")
    own_names: list[OwnName] = Field(default=[], description="The name as its bearers write it, in their own script.")
    spellings: list[Line] = Field(default=[], description="Other names and spellings readers search by.")


class Event(Entry):
    """Something that happened, or is said to have happened, at a time. What is known of it are its claims."""

    kind_of_record: ClassVar[str] = "events"
    title: Heading = Field(description="In plain words, without a date; no placeholders.")
    kind: Words = Field(
        description="A kind of event of `vocabularies`, such as `meeting`. `statement` is an occasion on which "
        "something was said: a briefing, an interview, a post."
    )
    when: When | Unknown = Field(description="When it happened; `unknown` puts it last.")
    where: PlaceId | Unknown = Field(default=UNKNOWN, description="At which place.")
    who: Several[ActorId] = Field(default=[], description="Who took part or spoke.")
    claims: Several[ClaimId] = Field(default=[], description="The claims that tell of it.")
    spellings: list[Line] = Field(default=[], description="Other words readers search by.")


class Term(Entry):
    """A word the reader may not know, or may search by."""

    kind_of_record: ClassVar[str] = "terms"
    name: Line = Field(description="The word.")
    meaning: Prose = Field(description="In our own neutral words; placeholders allowed.")
    abbreviation: Maybe[Words] = Field(default=None, description="Its abbreviation, where readers meet it.")
    spellings: list[Line] = Field(default=[], description="Synonyms, plurals and spellings readers search by.")
    see: Several[Annotated[Id, Ref("terms", "people", "places", "events", "points", "parties")]] = Field(
        default=[], description="What to read on: terms, people, places, events, questions, parties."
    )
