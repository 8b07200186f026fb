"""What the kinds of record are built from: texts, ids and the marks that say what a field holds."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from .references import OwnWords, Parts, Ref, find

UNKNOWN = "unknown"
Unknown = Literal["unknown"]
# What stands in place of ids.
SET_WORDS = (UNKNOWN, "unclear")


def _as_list(value: object) -> object:
    """One id may be written without brackets; the set words that stand in place of ids are none."""
    return [value] if isinstance(value, str) and value not in SET_WORDS else value


def _as_whole(value: object) -> object:
    """`1.0` is the whole number 1, to JSON and so to our schema."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# The forms of texts, and what each is to an author. `[0-9]`, not `\d`: that takes the digits of every script.
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SUBTAGS = r"(-[A-Za-z0-9]+)*"
# Of two letters all that ISO 639 has; of three it has thousands.
_TWO_LETTERS = (
    "a[abefkmnrsvyz]|b[aeghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeiortuyz]|i[adegikostu]|j[av]"
    "|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnorsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|qu|r[mnouw]|s[acdeghiklmnoqrstuvw]"
    "|t[aeghiklnorstwy]|u[gkrz]|v[eio]|w[ao]|xh|y[io]|z[ahu]"
)
TAG = rf"^[a-z]{{2,3}}{_SUBTAGS}$"
LANGUAGE = rf"^({_TWO_LETTERS}|[a-z]{{3}}){_SUBTAGS}$"
# A label of a host neither begins nor ends with a hyphen; no address ends with what parts it from the words behind it.
_NOT_IN_LABEL = r"\s<>\"\[\]/?#@:.,;"
_LABEL = rf"[^{_NOT_IN_LABEL}-]([^{_NOT_IN_LABEL}]*[^{_NOT_IN_LABEL}-])?"
_HOST = rf"https?://{_LABEL}(\.{_LABEL})*(:[0-9]{{1,4}}|:[1-5][0-9]{{4}})?"
URL = rf"^{_HOST}([/?#]([^\s<>\"]*[^\s<>\",;])?)?$"
SITE = rf"^{_HOST}(/([^\s<>\"?#]*[^\s<>\"?#,;])?)?$"
COLOUR = r"^#[0-9a-f]{6}$"
SHA256 = r"^[0-9a-f]{64}$"
WORDS = r"^\S+( \S+){0,4}$"
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
CLOCK = r"^[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?$"
NAME = r"^[a-z][a-z0-9_]*$"
# Something that shows: no white space, and no sign that only joins, parts or turns others.
NOT_BLANK = r"[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
EMPTY = "nothing"
FORMS = {
    ID: "an id: lowercase letters, digits and single hyphens",
    TAG: "a language: `en`, `uk`, `zh-Hans`",
    LANGUAGE: "a language: `en`, `uk`, `zh-Hans`",
    URL: "an address: https://, the name of a host, and no blank in it",
    SITE: "an address of a site: https://, the name of a host, and folders, as https://host/folder/",
    COLOUR: "a colour: `#` and six of 0 to 9 and a to f, in small letters",
    SHA256: "a hash: 64 of 0 to 9 and a to f",
    WORDS: "one to five words with single blanks between",
    TIME: "a time: `14:43`",
    CLOCK: "a time: `13:03`, or `1:02:45` of a recording",
    NAME: "a figure's name: lowercase letters, digits and _, a letter first",
    NOT_BLANK: EMPTY,
}
# Beyond these a number is a slip; and every number within can be reckoned with.
LARGEST = 10**15

Id = Annotated[str, StringConstraints(pattern=ID, max_length=60), Field(description="A stable id.")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=160, pattern=NOT_BLANK), AfterValidator(str.strip)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=700, pattern=NOT_BLANK), AfterValidator(str.strip)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=NOT_BLANK), AfterValidator(str.strip)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
Url = Annotated[str, StringConstraints(pattern=URL, max_length=2000)]
SiteLanguage = Annotated[str, StringConstraints(pattern=TAG)]
SiteUrl = Annotated[str, StringConstraints(pattern=SITE, max_length=2000)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256)]
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)] | Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
AS_WHOLE = BeforeValidator(_as_whole)
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
        return {"anyOf": [{"allOf": [several["items"], {"not": {"enum": [*SET_WORDS]}}]}, several]}


class _GivenOrLeftOut:
    """Refuses an empty value: what is not there is left out."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        given: CoreSchema = schema["schema"] if schema["type"] == "nullable" else schema
        return given


T = TypeVar("T")
Several = Annotated[list[T], BeforeValidator(_as_list), _OrOne()]
Maybe = Annotated[T | None, _GivenOrLeftOut()]


class Model(BaseModel):
    """A strict, unchanging piece of the record: a field nobody knows is refused, and no type passes for another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @cached_property
    def parts(self) -> Parts:
        """What it names, its texts that are ours and its dates."""
        return find(self)


class Entry(Model):
    """What every keyed record has."""

    kind_of_record: ClassVar[str]
    id: str = Field(default="", exclude=True, json_schema_extra={"internal": True})
    aliases: list[Id] = Field(default=[], description="Ids this record had before; they stay as anchors.")
