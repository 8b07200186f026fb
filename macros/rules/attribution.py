"""Every claim names who makes it, its chain, its source and the place in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Quotation, Source
from ..record.problems import suggestion
from ..record.references import own_texts
from .ours import in_typographic_marks, quoted
from .rule import Finding, all_entries, repeated, rule


@rule
def voice_fits_speaker(dossier: Dossier) -> Iterator[Finding]:
    """A speaker's voice is a person's, body's or party's; report and opinion are an outlet's; unclear is nobody's."""
    for claim in dossier.claims.values():
        if (claim.by == "unclear") != (claim.voice == "unclear"):
            yield Finding(claim.id, ("voice",), "`by: unclear` and `voice: unclear` go together")
        elif claim.by != "unclear":
            outlet = {dossier.kind_of[id_] == "outlets" for id_ in claim.by}
            if claim.voice == "speaker" and True in outlet:
                yield Finding(claim.id, ("voice",), "an outlet speaks: its voice is `report` or `opinion`")
            if claim.voice in ("report", "opinion") and False in outlet:
                yield Finding(claim.id, ("voice",), f"{claim.voice!r} is an outlet's voice, and a speaker is named")
        if claim.within and claim.voice != "unclear":
            yield Finding(claim.id, ("within",), "stands only where the speaker is unclear")


@rule
def place_is_in_source(dossier: Dossier) -> Iterator[Finding]:
    """A paragraph is one of its source's; what is from a primary source names one."""
    for item in sourced(dossier):
        paragraphs = dossier.paragraphs(item.source)
        if isinstance(item.place, str) and item.place != UNKNOWN and item.place not in paragraphs:
            near = suggestion(item.place, paragraphs)
            yield Finding(item.id, ("place",), f"{item.place!r} is no paragraph of {item.source!r}", near)
        if item.place == UNKNOWN and dossier.is_primary(item):
            yield Finding(item.id, ("place",), "is missing: a claim of a primary source names its paragraph")


@rule
def primary_claims_have_passages(dossier: Dossier) -> Iterator[Finding]:
    """A claim of a primary source leads to the very passage."""
    for claim in dossier.claims.values():
        if dossier.is_primary(claim) and claim.passage is None:
            yield Finding(claim.id, ("passage",), "is missing: give the first and last few words of the passage")


@rule
def said_before_published(dossier: Dossier) -> Iterator[Finding]:
    """Nothing is published before it is said."""
    for claim in dossier.claims.values():
        published = dossier.sources[claim.source].date
        if isinstance(claim.date, When) and isinstance(published, When) and claim.date.first > published.last:
            wrong = f"is after its source was published ({published.text})"
            span = f"{published.first.isoformat()}/{claim.date.first.isoformat()}"
            yield Finding(claim.id, ("date",), wrong, f"of a page that was updated the source's date is a span: {span}")


@rule
def seen_once_published(dossier: Dossier) -> Iterator[Finding]:
    """No page was seen before it was published."""
    for source in dossier.sources.values():
        # Its day is that of its place, ours that of another: further west it is yesterday still.
        if source.seen and isinstance(source.date, When) and (source.date.first - source.seen.last).days > 1:
            yield Finding(source.id, ("seen",), f"is before the page was published ({source.date.text})")


@rule
def sources_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """No page stands twice among the sources: what is known of it would be told of the one and not of the other."""

    def address(source: Source) -> str | None:
        return None if source.url == UNKNOWN else source.url.split("://")[-1].rstrip("/")

    for source, other in repeated(dossier.sources.values(), address):
        wrong = f"is the address of {other!r} as well"
        yield Finding(source.id, ("url",), wrong, "make them one source, or let each lead to its part: ...#part")


@rule
def chain_leads_to_publisher(dossier: Dossier) -> Iterator[Finding]:
    """A chain names the outlets on the way, each once; the publisher itself is the source's outlet."""
    for item in sourced(dossier):
        if item.chain == UNKNOWN:
            continue
        if dossier.sources[item.source].outlet in item.chain:
            yield Finding(item.id, ("chain",), "names the publisher itself: leave it out; [] means at first hand")


@rule
def another_outlet_comes_first(dossier: Dossier) -> Iterator[Finding]:
    """What another outlet says in its own voice came to the publisher from it: its chain begins there."""
    for claim in dossier.claims.values():
        if claim.voice not in ("report", "opinion") or claim.chain == UNKNOWN:
            continue
        others = [id_ for id_ in claim.by if id_ != dossier.sources[claim.source].outlet]
        if others and claim.chain[:1] != others[:1]:
            yield Finding(
                claim.id, ("chain",), f"{others[0]!r} speaks, on the page of another: begin the chain with it"
            )


@rule
def speakers_words_are_quoted(dossier: Dossier) -> Iterator[Finding]:
    """A word declared as the speaker's choice stands in what the claim says, in quotation marks on every side alike."""
    for claim in dossier.claims.values():
        in_marks = " ".join(claim.says[start:end] for start, end in quoted(claim.says)).lower()
        for index, word in enumerate(claim.speakers_words):
            if word.lower() not in claim.says.lower():
                yield Finding(claim.id, ("speakers_words", index), f"{word!r} is not in `says`: take it out here")
            elif word.lower() not in in_marks:
                message = f"{word!r} stands in `says` without quotation marks: it is its speaker's word"
                yield Finding(claim.id, ("speakers_words", index), message)
            if word in claim.speakers_words[:index]:
                yield Finding(claim.id, ("speakers_words", index), f"{word!r} stands twice")


@rule
def own_words_are_not_quoted(dossier: Dossier) -> Iterator[Finding]:
    """No text of ours stands as a whole in typographic marks: written in place of YAML's, they make it another's."""
    for id_, entry in all_entries(dossier):
        for text in own_texts(entry):
            if in_typographic_marks(text.text):
                message = f"stands as a whole in {text.text[0]}{text.text[-1]}, and so is shown as words of another"
                yield Finding(id_, text.path, message, 'use straight quotation marks around a value: "..."')


@rule
def inferences_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """What we infer of a claim is told once."""
    for claim in dossier.claims.values():
        told = [each.what for each in claim.inferred]
        for index, what in enumerate(told):
            if what in told[:index]:
                yield Finding(claim.id, ("inferred", index), "says the same as the one above it: take one out")


@rule
def claims_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """No assertion is recorded twice: same point, words, speaker and source."""

    def assertion(claim: Claim) -> tuple[object, ...]:
        figures = str(sorted(claim.figures.items()))
        return claim.point, claim.says, str(claim.by), claim.source, claim.place, figures

    for claim, other in repeated(dossier.claims.values(), assertion):
        yield Finding(claim.id, (), f"says the same as {other!r}: take one out")


def sourced(dossier: Dossier) -> Iterator[Claim | Quotation]:
    """All that has a source and a chain."""
    yield from dossier.claims.values()
    yield from dossier.quotations.values()
