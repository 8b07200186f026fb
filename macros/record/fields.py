"""What the kinds of record are built from: texts, ids and the marks that say what a field holds."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

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
