"""What was said: claims, quotations, the points they are on, comparisons and corrections."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from .actors import OwnName
from .dates import When
from .fields import (
    AS_WHOLE,
    CLOCK,
    NOT_BLANK,
    UNKNOWN,
    WORDS,
    ActorId,
    ClaimId,
    Entry,
    EventId,
    Heading,
    Id,
    Language,
    Line,
    Maybe,
    Model,
    OutletId,
    PartyId,
    PersonId,
    PointId,
    Prose,
    Several,
    Sha256,
    SourceId,
    SpeakerId,
    Text,
    Unknown,
    Words,
)
from .figures import Figures
from .outlets import Sought
from .references import Ref


class Inference(Model):
    """Something the record holds that the source does not say in so many words."""

    what: Prose = Field(description="What is inferred.")
    basis: Prose = Field(description="On what grounds.")


class At(Model):
    """A place in a source that has no paragraphs to count: the time of an entry or recording, or a page."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["time"]}, {"required": ["page"]}]})

    time: Maybe[Annotated[str, StringConstraints(pattern=CLOCK)]] = Field(
        default=None, description="The time that the entry bears, or of the recording: `13:03`, `1:02:45`."
    )
    page: Maybe[Words] = Field(default=None, description="The page's number, as it is printed there.")

    @property
    def id(self) -> str:
        """Its anchor: `at-13-03`, `page-12`."""
        kind, shown = ("at", self.time) if self.time else ("page", str(self.page).lower())
        return f"{kind}-{re.sub('[^a-z0-9]+', '-', shown)}"

    @property
    def order(self) -> tuple[int, ...]:
        """The numbers it holds: a source is read in their order."""
        return tuple(int(number) for number in re.findall("[0-9]+", str(self.time or self.page)))

    @model_validator(mode="after")
    def _one(self) -> At:
        if (self.time is None) == (self.page is None):
            raise ValueError("a place in a source is a `time` or a `page`")
        return self


class Passage(Model):
    """The place in the source, by the first and last few words of the passage."""

    start: Annotated[str, StringConstraints(pattern=WORDS, max_length=60)] = Field(
        description="Its first words, one to five."
    )
    end: Maybe[Annotated[str, StringConstraints(pattern=WORDS, max_length=60)]] = Field(
        default=None, description="Its last words, one to five."
    )


Voice = Literal["speaker", "report", "opinion", "unclear"]


class Wording(Model):
    """How something is said in another language, or asked for in the dossier's own."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=NOT_BLANK)] = Field(
        description=(
            "As the press of that language would say it, no more and no less; or, in the dossier's own language, as a "
            "reader types it."
        )
    )
    lang: Language = Field(description="Its language.")


class Claim(Entry):
    """One assertion, from a primary source or from any other account."""

    kind_of_record: ClassVar[str] = "claims"
    point: PointId = Field(description="The matter at issue it is on.")
    says: Prose = Field(description="What is asserted, in our own neutral words, with {figures} and {ids}.")
    figures: Figures = Field(
        default={},
        description="The numbers, dates, times and names with digits in `says`, each under a name of its own.",
    )
    by: Annotated[Several[SpeakerId], Field(min_length=1)] | Literal["unclear"] = Field(
        description="Who makes the assertion: a person, body, party, or the outlet in its own voice."
    )
    within: Maybe[PersonId] = Field(
        default=None,
        description="Where the speaker is unclear: the speaker whose account the sentence stands in.",
    )
    voice: Voice = Field(
        description="A named speaker's; the outlet's report; the outlet's own opinion or choice of words; or unclear."
    )
    act: Words = Field(
        description="What the speaker does: `states`, `proposes`, `demands`, `agrees`, `declines`, `denies`, `opines`, "
        "or another act of `vocabularies` in dossier.yml."
    )
    of: Several[ActorId] = Field(
        default=[], description="Whose act it is, where that is not the one who makes the assertion."
    )
    chain: Several[OutletId] | Unknown = Field(
        description="Outlets between the speaker and the publisher, nearest the speaker first. [] when the publisher "
        "has it at first hand; unknown when it does not say."
    )
    source: SourceId
    place: Id | Unknown | At = Field(
        default=UNKNOWN, description='The paragraph of the source; or `{time: "13:03"}`, `{page: "12"}`.'
    )
    passage: Maybe[Passage] = Field(default=None, description="First and last words of the passage in the source.")
    date: When | Unknown = Field(description="When it was said; for an outlet's own words, when published.")
    occasion: EventId | Unknown = Field(default=UNKNOWN, description="The event at which it was said.")
    inferred: list[Inference] = Field(default=[], description="What is ours here, and on what basis.")
    speakers_words: list[Words] = Field(
        default=[],
        description="Loaded words in `says` that are the speaker's own choice, not ours; there in quotation marks.",
    )
    asked: list[Wording] = Field(
        default=[],
        description=(
            "The claim as said in other languages and, in several ways if need be, as readers ask for it in the "
            "dossier's own; no page shows it."
        ),
    )


class Verification(Model):
    """The stamp `verify-quotes` leaves when the words stand in a saved copy."""

    result: Literal["exact"] = Field(description="What was found.")
    sha256: Sha256 = Field(description="Of the saved text.")
    date: When = Field(description="When it was held against the copy.")
    words: Sha256 = Field(description="Of the normalised quotation, so that an edit after the stamp shows.")


class Original(Model):
    """The words of a quotation in the speaker's own language, as another page has them."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=NOT_BLANK)] = Field(
        description="Verbatim, without the outer quotation marks. An omission of ours is written [...]."
    )
    language: Maybe[Language] = Field(
        default=None, description="Their language, where it is not that of the page which has them."
    )
    source: SourceId = Field(description="The page on which they were seen.")


class Quotation(Entry):
    """Words as they stand in quotation marks in a source."""

    kind_of_record: ClassVar[str] = "quotations"
    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=NOT_BLANK)] = Field(
        description="Verbatim, without the outer quotation marks. An omission of ours is written [...]."
    )
    by: Annotated[Several[SpeakerId], Field(min_length=1)] | Literal["unclear"] = Field(description="Who said it.")
    occasion: EventId | Unknown = Field(default=UNKNOWN, description="The event at which it was said.")
    language: Maybe[Language] = Field(
        default=None, description="Language of the words as quoted, where it is not that of the source."
    )
    translation: Maybe[Text] = Field(
        default=None, description="Our translation of the words, where they are in a language that is not the site's."
    )
    spoken: Language | Unknown = Field(default=UNKNOWN, description="Language they were spoken in.")
    original: Maybe[Original] = Field(
        default=None,
        description="The same words in the speaker's own language, where a page has them; shown below. That they were "
        "spoken in it is for `spoken` to say.",
    )
    claims: Annotated[Several[ClaimId], Field(min_length=1)] = Field(description="The claims the words carry.")
    chain: Several[OutletId] | Unknown = Field(
        description="Outlets between the speaker and the publisher, nearest the speaker first."
    )
    source: SourceId
    place: Id | Unknown | At = Field(default=UNKNOWN, description="The paragraph of the source, a time or a page.")
    verified: Verification | Literal["no copy seen"] = Field(
        default="no copy seen", description="The stamp of `verify-quotes`; until then that no copy was seen."
    )


class SoughtWord(Sought):
    """Where a side's own word on a question was looked for and not found."""

    side: PartyId = Field(description="The side that has no word of its own on the point.")


class Point(Entry):
    """One matter at issue, put as a question."""

    kind_of_record: ClassVar[str] = "points"
    title: Heading = Field(description="A few plain words, as a heading; no figures, no placeholders.")
    question: Heading = Field(description="The matter as a question; no figures.")
    topic: Id = Field(description="One of the topics in dossier.yml.")
    kind: Literal["fact", "agreement", "proposal", "demand", "refusal", "opinion"] = Field(
        description="What is at issue: what happened, what was agreed, asked for or refused, or what one thinks of it."
    )
    weight: Annotated[int, Field(ge=1, le=5), AS_WHOLE] = Field(
        default=2, description="How early a reader should meet it: 5 is what one reads first, 1 what only few look for."
    )
    state: Literal["reported", "open", "agreed", "declined", "carried out", "partly carried out", "overtaken"] = Field(
        default="reported",
        description="Where the matter stands; other than `reported` it rests on `state_from`.",
    )
    state_of: Maybe[Words] = Field(
        default=None, description="What the state is said of, where not of all that is asked: 'bodies for one side'."
    )
    state_from: Several[ClaimId] = Field(default=[], description="The claims the state rests on.")
    state_note: Maybe[Prose] = Field(default=None, description="Our sentence on where it stands; placeholders allowed.")
    sought: list[SoughtWord] = Field(
        default=[],
        description="For a side without a word of its own on a contested point: where we looked for one, and when.",
    )
    spellings: list[Line] = Field(
        default=[], description="Other words readers search by, loaded ones of each side too; no page shows them."
    )
    asked: list[OwnName] = Field(
        default=[],
        description="The question as typed in other languages, in several ways if need be; no page shows it.",
    )


Relation = Literal["supports", "differs", "adds", "later"]
Difference = Literal["contradicts", "number", "detail"]


class Comparison(Entry):
    """How two claims on a point relate, in our own sentence."""

    kind_of_record: ClassVar[str] = "comparisons"
    claims: Annotated[list[ClaimId], Field(min_length=2, max_length=2)] = Field(
        description="Two claims: the first is what the second is compared with (the primary source's comes first)."
    )
    relation: Maybe[Relation] = Field(
        default=None, description="May be left out where both carry comparable figures: then it is computed."
    )
    differs: Maybe[Difference] = Field(
        default=None,
        description="How two claims that differ do so: they give different answers to the question (`contradicts`), "
        "other numbers (`number`; computed where the figures differ), or only something small (`detail`).",
    )
    says: Prose = Field(description="Our one sentence; placeholders {first.name} and {second.name} give figures.")
    left_out: bool = Field(default=False, description="The second tells a thing of weight that the first leaves out.")


class Correction(Entry):
    """A change to a published record. Appended, never edited."""

    kind_of_record: ClassVar[str] = "corrections"
    date: When = Field(description="The day of the correction.")
    record: Annotated[Id, Ref("*")]
    field: Line = Field(description="The field that changed.")
    was: Text = Field(description="What it said.")
    now: Text = Field(description="What it says.")
    why: Text = Field(description="Why it was changed.")
    source: Line = Field(description="On whose word: a publisher and page, or who noticed.")
