"""The dossier as a whole: what stands in `dossier.yml`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from babel import UnknownLocaleError
from pydantic import Field, field_validator

from ..locale import locale_of
from .dates import When
from .fields import (
    AS_WHOLE,
    LARGEST,
    EventId,
    Heading,
    Id,
    Maybe,
    Model,
    PartyId,
    Prose,
    Several,
    SiteLanguage,
    SiteUrl,
    SourceId,
    Url,
    Words,
)
from .figures import Unit
from .vocabularies import Vocabularies


class Topic(Model):
    """A group of points."""

    id: Id
    title: Heading = Field(description="A few plain words.")
    summary: Heading = Field(description="One sentence on what the topic covers; no figures.")
    note: Maybe[Heading] = Field(
        default=None, description="Said above its questions, where a reader should be warned of what they are on."
    )


class Matter(Model):
    """What numbers are promised and counted of, such as what one side was to hand over to the other."""

    id: Id
    title: Heading = Field(description="What is promised and counted, in a few words; no figures.")


class Edition(Model):
    """The published edition all dates of the exports derive from."""

    number: Annotated[int, Field(ge=1, le=LARGEST), AS_WHOLE] = Field(description="Counted from one.")
    date: When = Field(description="The day it was published.")
    added: Maybe[Prose] = Field(
        default=None, description="What came with it, for those who follow the feed; placeholders allowed."
    )


class About(Model):
    """What the site as a whole is about."""

    kind_of_record: ClassVar[str] = "dossier"
    title: Heading = Field(description="The name of the dossier.")
    summary: Prose = Field(description="One or two sentences for search engines and the cover; placeholders allowed.")
    event: EventId = Field(description="The event the dossier is on.")
    edition: Edition = Field(description="The edition at hand.")
    earlier: list[Edition] = Field(default=[], description="The editions before it, as they were.")
    language: SiteLanguage = Field(
        default="en", description="The language of the site: its pages, and what it says by itself."
    )
    primary: Annotated[Several[SourceId], Field(min_length=1)] = Field(description="The source(s) taken apart.")
    topics: Annotated[list[Topic], Field(min_length=1)] = Field(description="In the order readers meet them.")
    parties: Annotated[list[PartyId], Field(min_length=1)] = Field(description="In the order columns show them.")
    vocabularies: Vocabularies = Field(
        default=Vocabularies(), description="What this dossier adds to the kinds, acts and roles that are known."
    )
    units: dict[Words, Unit] = Field(default={}, description="What is counted, and its words after one and after many.")
    matters: list[Matter] = Field(
        default=[], description="Of what numbers are promised and counted, in the order readers meet them."
    )
    site_url: Maybe[SiteUrl] = Field(
        default=None,
        description="Where the site is, once it is known; `DOSSIER_SITE_URL` counts before it. Without it no map "
        "of the site is written, and no picture drawn that others show with a link: both need whole addresses.",
    )
    report_errors: Maybe[Url] = Field(default=None, description="Where readers report an error, once there is a place.")

    @field_validator("language")
    @classmethod
    def _is_written(cls, language: str) -> str:
        try:
            locale_of(language)
        except (UnknownLocaleError, ValueError) as error:
            message = (
                f"{language!r} is no language that we know to write numbers and days in: write `en`, `uk`, `zh-Hans`"
            )
            raise ValueError(message) from error
        return language
