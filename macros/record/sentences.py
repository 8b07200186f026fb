"""Stamps of a primary source's sentences: enough to account for every one of them without holding the text."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .fields import AS_WHOLE, LARGEST, Entry, Id, Line, Maybe, Model, Sha256, SourceId
from .references import OwnWords, Ref

Count = Annotated[int, Field(ge=1, le=LARGEST), AS_WHOLE]


class Span(Model):
    """The words of a sentence that the passage of a claim, or a quotation, takes up: counted from 1, both ends in."""

    of: Annotated[Id, Ref("claims", "quotations")]
    first: Count = Field(description="The first word, counted from one.")
    last: Count = Field(description="The last word.")


class Sentence(Entry):
    """A sentence of a primary source, as `stamp-sentences` leaves it; by hand `aside` alone is written."""

    kind_of_record: ClassVar[str] = "sentences"
    source: SourceId
    place: Id = Field(description="The paragraph it stands in.")
    opening: Line = Field(description="Its first words, at most four, and never all of them.")
    words: Count = Field(description="How many words it has.")
    sha256: Sha256 = Field(description="Of its normalised words, so that a change in the source shows.")
    spans: list[Span] = Field(default=[], description="Which of its words our claims and quotations take up.")
    stamp: Sha256 = Field(
        description="Of all this, and of the passages and quotations it was made from, so that a later change shows."
    )
    aside: Maybe[Annotated[Line, OwnWords(placeholders=False)]] = Field(
        default=None, description="Why no claim is made of it, where none is."
    )
