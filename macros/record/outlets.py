"""Where accounts are published: outlets and their pages."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .dates import When
from .fields import (
    UNKNOWN,
    Entry,
    Id,
    Language,
    Line,
    Maybe,
    Model,
    OutletId,
    PartyId,
    Prose,
    Several,
    Text,
    Unknown,
    Url,
    Words,
)


class Owner(Model):
    """Who owns or controls an outlet, as somebody says."""

    says: Text = Field(description="What that page says of who owns or controls it, in our words.")
    held_by: Literal["state", "body set up by law", "private", "organisation", "not clear"] = Field(
        description="In a word what `says` tells: a state or one of its authorities; a body that a law set up apart "
        "from it; people or companies; an association without owners; `not clear` where `says` does not settle it."
    )
    seen: Url = Field(description="The page this was seen on.")
    publisher: Line = Field(description="Who published the page that says so.")
    date: When | Unknown = Field(description="Date of that page.")


class Sought(Model):
    """Where something was looked for and not found, so that a reader knows what `unknown` is worth."""

    where: Line = Field(description="The kinds of pages that were looked through, or their publishers.")
    day: When = Field(description="The day of the search.")


class Outlet(Entry):
    """A publisher of accounts."""

    kind_of_record: ClassVar[str] = "outlets"
    name: Line = Field(description="Full name.")
    short: Words = Field(description="Name in lines and marks.")
    kind: Words = Field(
        description="`news agency`, `newspaper`, ...: a kind of outlet of `vocabularies`, or `unknown`."
    )
    country: Line | Unknown = Field(
        description="Where it is published, in English; `unknown` where that was not found."
    )
    speaks_for: Maybe[PartyId] = Field(
        default=None, description="The party whose own channel it is, such as a ministry's or an embassy's pages."
    )
    languages: Several[Language] = Field(default=[], description="The languages it publishes in.")
    owner: Owner | Unknown = Field(description="Who owns or controls it, and who says so.")
    owner_sought: Maybe[Sought] = Field(default=None, description="Where the owner was looked for and not found.")
    spellings: list[Line] = Field(default=[], description="Other names and spellings readers search by.")


class Section(Model):
    """A run of paragraphs of a primary source under one heading."""

    title: Line = Field(description="The heading in our words or, where short, as it stands.")
    paragraphs: Annotated[list[Id], Field(min_length=1)] = Field(
        description="The ids of its paragraphs, in order: `p1`, `p2`."
    )


class Source(Entry):
    """One published page."""

    kind_of_record: ClassVar[str] = "sources"
    outlet: OutletId
    title: Line | Unknown = Field(description="As it stands above the page; `unknown` where it was not seen.")
    url: Url | Unknown = Field(description="Its address; `unknown` where it has none that was seen.")
    date: When | Unknown = Field(description="Day of publication, or the month where the day was not shown.")
    language: Language = Field(description="The language it is written in.")
    archived: Url | Unknown = Field(default=UNKNOWN, description="The address of a stored copy that was seen.")
    seen: Maybe[When] = Field(default=None, description="The day we last saw this page or a stored copy of it.")
    note: Maybe[Prose] = Field(default=None, description="What a reader should know of this page.")
    sections: list[Section] = Field(default=[], description="The parts of a primary source, in order.")
