"""The tables of what is said: claims, quotations, questions, what each side answers, comparisons, corrections.

What is computed for readers stands in them too (whose outlet it is, where a question stands, which statement stands
for a side), so that what the site counts can be counted again without its code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import punctuation
from typing import Literal, NamedTuple
from urllib.parse import quote

from ...analysis import balance
from ...analysis.own_word import OwnWord, own_word, sought
from ...analysis.sides import order, said_by
from ...analysis.status import status
from ...record import figures
from ...record.dossier import Dossier
from ...record.model import UNKNOWN, Claim, Outlet, Quotation
from ...render.compared import comparison_words
from ...render.context import Context
from ...render.text import full_name
from ...render.way import passage_url
from .record import text_of
from .tables import BETWEEN, Column, Table, field, ids, iso, link, own_id

Said = Claim | Quotation


class Answer(NamedTuple):
    """What one side says on one question."""

    point: str
    party: str
    place: int
    word: OwnWord | None


def _names(dossier: Dossier, found: list[str] | str) -> str:
    return found if isinstance(found, str) else BETWEEN.join(full_name(Context(dossier), id_) for id_ in found)


def _outlet(dossier: Dossier, item: Said) -> Outlet:
    return dossier.outlets[dossier.sources[item.source].outlet]


def _speakers(dossier: Dossier, item: Said) -> list[str]:
    speakers = [] if item.by == "unclear" else item.by
    return list(dict.fromkeys(party for id_ in speakers if (party := dossier.party_of(id_))))


def _address(dossier: Dossier, claim: Claim) -> str:
    url = dossier.sources[claim.source].url
    return UNKNOWN if url == UNKNOWN else quote(passage_url(url, claim.passage), safe=punctuation)


def _matters(kind: Literal["promised", "counted"]) -> Callable[[Dossier, Claim], str]:
    """What a claim's figures are so many of, by name."""

    def of(_: Dossier, claim: Claim) -> str:
        matters = {name: getattr(figure, kind) for name, figure in claim.figures.items()}
        return BETWEEN.join(f"{name}: {matter}" for name, matter in matters.items() if matter)

    return of


def _figures(dossier: Dossier, claim: Claim) -> str:
    units = dossier.about.units
    return BETWEEN.join(f"{name}: {figures.text_of(f, units, with_unit=True)}" for name, f in claim.figures.items())


def _answers(dossier: Dossier) -> Iterator[Answer]:
    for point in dossier.points:
        for place, side in enumerate(order(dossier, point), start=1):
            yield Answer(point, side, place, own_word(dossier, point, side))


def _sought(dossier: Dossier, answer: Answer) -> str | None:
    found = sought(dossier, answer.point, answer.party)
    return found.day.text if found else None


# Columns of claims and of quotations alike

WHOSE = (
    field("by", "Who says it: ids of people, parties or outlets; `unclear` where the page does not say.", "by"),
    Column("speakers", "The same by name.", lambda d, item: _names(d, item.by)),
    Column("parties", "The parties they speak for, as far as they speak for any.", lambda d, i: ids(_speakers(d, i))),
)
PUBLISHED = (
    field("chain", "The outlets between speaker and publisher; empty for none, `unknown` where it is not said."),
    field("source", "The page it stands on.", to="sources"),
    Column("outlet", "The outlet of that page.", lambda d, item: _outlet(d, item).id, to="outlets"),
    Column("outlet_name", "The outlet by name.", lambda d, item: _outlet(d, item).name),
    Column("primary", "Whether the page is one that the dossier takes apart.", lambda d, i: d.is_primary(i), "boolean"),
)

CLAIMS = Table(
    "claims",
    "A claim: one assertion by one speaker, on one question.",
    lambda d: (claim for claims in d.claims_on.values() for claim in claims),
    (
        own_id(),
        link(),
        field("point", "The question it is on.", to="points"),
        Column("question", "That question.", lambda d, claim: d.points[claim.point].question),
        Column("text", "What is asserted, in our words.", text_of),
        Column("figures", "Its figures by name.", _figures),
        Column("promised", "Of its figures, those that were to be, each with its matter.", _matters("promised")),
        Column("counted", "Of its figures, those said to have been done, each with its matter.", _matters("counted")),
        *WHOSE,
        field("voice", "Whose voice: a speaker's, the outlet's report, its opinion, or unclear."),
        field("act", "What the speaker does: states, proposes, demands, agrees, declines, denies, opines."),
        field("of", "Whose act it is by the record, where that is not the speaker's."),
        Column("acting", "Whose act it tells of: those, and whom its sentence begins with.",
               lambda _, claim: ids(dict.fromkeys(balance.acting(claim)))),
        *PUBLISHED,
        Column("title", "The title of the page.", lambda d, claim: d.sources[claim.source].title),
        Column("address", "The address of the page, to the passage where that is known.", _address),
        Column("place", "Where on the page, for a page that is taken apart.",
               lambda d, claim: d.place_in_words(claim.source, claim.place)),
        field("date", "When it was said (ISO 8601, as precise as known)."),
        Column("published", "When the page was published.", lambda d, claim: iso(d.sources[claim.source].date)),
        field("occasion", "The event at which it was said."),
        Column("loaded_words", "How many loaded words in it are the speaker's.",
               lambda _, claim: len(claim.speakers_words), "integer"),
    ),
)  # fmt: skip
QUOTATIONS = Table(
    "quotations",
    "A quotation: words as they stand in quotation marks on a page.",
    lambda d: d.quotations.values(),
    (
        own_id(),
        link(),
        field("text", "The words; an omission of ours is written [...]."),
        Column("words", "How many words; an omission of ours is none.", lambda _, q: balance.words(q), "integer"),
        field("language", "The language of the words."),
        field("spoken", "The language they were spoken in."),
        field("translation", "Our translation of the words."),
        Column("original", "The same words in the speaker's own language, as another page has them.",
               lambda _, q: q.original and q.original.text),
        Column("original_language", "The language of these.", lambda d, q: q.original and d.language_of(q.original)),
        Column("original_source", "The page that has them.",
               lambda _, q: q.original and q.original.source, to="sources"),
        *WHOSE,
        field("claims", "The claims they carry."),
        *PUBLISHED,
        Column("verified", "Whether they were held against a saved copy of the page.",
               lambda _, q: q.verified if isinstance(q.verified, str) else q.verified.result),
    ),
)  # fmt: skip
POINTS = Table(
    "points",
    "A question: one matter at issue.",
    lambda d: d.points.values(),
    (
        own_id(),
        link(),
        field("title", "A few words for it."),
        field("question", "The question."),
        field("topic", "Its topic."),
        field("kind", "What it asks after."),
        field("weight", "How early a reader should meet it, 5 first.", type="integer"),
        Column("status", "Where it stands between those who speak on it.", lambda d, p: status(d, p.id).kind),
        Column("contested", "Whether accounts contradict each other or differ in a number.",
               lambda d, p: status(d, p.id).contested, "boolean"),
        Column("parties", "The parties that speak on it.", lambda d, p: ids(said_by(d, p.id))),
        field("state", "The state last reported."),
        Column("claims", "How many claims are on it.", lambda d, p: len(d.claims_on[p.id]), "integer"),
    ),
)  # fmt: skip
ANSWERS = Table(
    "answers",
    "What one side says on one question: the statement that stands for it there, or that there is none.",
    _answers,
    (
        Column("point", "The question.", lambda _, a: a.point, to="points"),
        Column("party", "The side.", lambda _, a: a.party, to="parties"),
        Column("place", "Where the side stands on the question's page, 1 first.", lambda _, a: a.place, "integer"),
        Column("claim", "The statement; empty where the side has no word of its own.",
               lambda _, a: a.word.claim.id if a.word else None, to="claims"),
        Column("text", "What it says, in our words.", lambda d, a: text_of(d, a.word.claim) if a.word else None),
        Column("nearness", "How near it is to the side itself.", lambda _, a: a.word.nearness if a.word else None),
        Column("sought", "The day on which a word of the side was looked for in vain.", _sought),
    ),
    key=("point", "party"),
)  # fmt: skip
COMPARISONS = Table(
    "comparisons",
    "A comparison: how two claims on a question relate, in our sentence.",
    lambda d: d.comparisons.values(),
    (
        own_id(),
        link(),
        Column("first", "The claim that the second is compared with.", lambda _, c: c.claims[0], to="claims"),
        Column("second", "The second claim.", lambda _, c: c.claims[1], to="claims"),
        field("relation", "How the second relates to the first; empty where their figures say it."),
        field("differs", "How two claims that differ do so."),
        Column("text", "Our sentence.", lambda d, c: comparison_words(Context(d), c).striptags()),
    ),
)
CORRECTIONS = Table(
    "corrections",
    "A correction: a change to a record that was published before.",
    lambda d: d.corrections.values(),
    (
        own_id(),
        link(),
        field("date", "When it was made."),
        field("record", "The entry that was changed."),
        field("field", "What of it."),
        field("was", "What it said before."),
        field("now", "What it says now."),
        field("why", "Why."),
        field("source", "On whose word."),
    ),
)
