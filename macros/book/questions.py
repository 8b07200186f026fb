"""The questions, topic by topic: where each stands, every claim once with the note of its source, how they compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..analysis.course import as_of, then_and_later
from ..analysis.disputes import disputed
from ..analysis.independence import Agreement, agreements
from ..analysis.own_word import sought
from ..analysis.relations import pairs
from ..analysis.status import status as status_of
from ..locale import listing, say, text
from ..record.about import Topic
from ..record.model import UNKNOWN, Claim, Inference, Point, Quotation, Verification
from ..render import compared, way
from ..render import status as status_words
from ..render.account import DOT, act, original, sign, translation, words
from ..render.context import Context
from ..render.html import join, tag
from ..render.mark import DISPUTED_SIGN
from ..render.paper import Paper
from ..render.parts import marks
from ..render.text import in_language, language_name, link, prose, when
from .chapter import Chapter, entry, section, titled
from .numbers import claims_on

ID = "questions"
Inferred = set[tuple[str, str]]  # what is inferred and on what basis, said before


def chapter(context: Context, paper: Paper) -> Chapter:
    """All questions with all their claims."""
    topics = [topic for topic in context.dossier.about.topics if context.dossier.points_on[topic.id]]
    return titled(
        ID,
        text("book.questions"),
        *(_topic(context, paper, topic) for topic in topics),
        sections=tuple((_id(topic), topic.title) for topic in topics),
    )


def _id(topic: Topic) -> str:
    return f"t-{topic.id}"


def _topic(context: Context, paper: Paper, topic: Topic) -> Markup:
    return join(
        [
            section(_id(topic), topic.title),
            tag("p", topic.summary),
            tag("p", topic.note, class_="remark") if topic.note else None,
            [_question(context, paper, point) for point in context.dossier.points_on[topic.id]],
        ]
    )


def _question(context: Context, paper: Paper, point: Point) -> Markup:
    then, _ = then_and_later(context.dossier, point.id)
    now = {claim.id for claim in then}
    claims = claims_on(context.dossier, point.id)
    first = [claim for claim in claims if claim.id in now]
    later = [claim for claim in claims if claim.id not in now]
    return tag(
        "div",
        tag("h3", f"{paper.questions[point.id]}  ", point.question, id=f"q-{point.id}"),
        tag("p", join(_head(context, point), " "), class_="status"),
        _claims(context, paper, first),
        [tag("h4", text("question.later")), _claims(context, paper, later)] if later else None,
        _compared(context, paper, point),
        class_="question",
    )


def _head(context: Context, point: Point) -> Iterator[Markup | str]:
    """Where it stands, the last account, our sentence, and where the word of a silent side was looked for."""
    yield status_words.long(context, point.id)
    if point.state != "reported":
        yield join([say("book.state", state=status_words.state(point)), " ", marks(context, point.state_from)])
    if last := as_of(context.dossier, point.id):
        yield say("book.last", date=when(last))
    if point.state_note:
        yield prose(context, point.state_note)
    for side in status_of(context.dossier, point.id).silent:
        if looked := sought(context.dossier, point.id, side):
            party = context.dossier.parties[side].short
            yield say("book.sought", party=party, where=looked.where, date=when(looked.day))


def _claims(context: Context, paper: Paper, claims: Iterable[Claim]) -> list[Markup]:
    """The claims in the order given; under one head what one speaker says in one account."""
    found: list[Markup] = []
    group: list[Claim] = []
    introduced: set[str] = set()
    inferred: Inferred = set()
    for claim in [*claims, None]:
        if group and (claim is None or _way(claim) != _way(group[0])):
            found.append(_account(context, paper, group, introduced, inferred))
            group = []
        if claim is not None:
            group.append(claim)
    return found


def _way(claim: Claim) -> tuple[object, ...]:
    return (str(claim.by), claim.voice, claim.act, claim.of, claim.source, claim.chain, claim.date, claim.occasion)


def _account(context: Context, paper: Paper, claims: list[Claim], introduced: set[str], inferred: Inferred) -> Markup:
    """Claims of one account: in the margin who speaks and where; beside it each with its number."""
    first = claims[0]
    held = way.office(context, first) if str(first.by) not in introduced else None
    introduced.add(str(first.by))
    through = way.through(context, first)
    doing = act(context, first)
    source = context.dossier.sources[first.source]
    occasion = link(context, first.occasion) if first.occasion != UNKNOWN else None
    beside = [
        sign(context, first),
        " ",
        tag("b", way.speakers(context, first, full=str(first.by) != str([source.outlet]))),
        [text("list.comma"), held] if held else None,
        [DOT, doing] if doing else None,
        tag("br"),
        [through, DOT] if through else None,
        None if first.by == [source.outlet] else [link(context, source.outlet), ", "],
        say("account.occasion", date=way.date_of(context, first), occasion=occasion)
        if occasion
        else way.date_of(context, first),
        " ",
        paper.note(first.source),
    ]
    return entry(beside, *(_claim(context, paper, claim, inferred) for claim in claims))


def _claim(context: Context, paper: Paper, claim: Claim, inferred: Inferred) -> Markup:
    ours = [each for each in claim.inferred if (each.what, each.basis) not in inferred]
    inferred |= {(each.what, each.basis) for each in ours}
    differs = claim.id in disputed(context.dossier)
    quotations = context.dossier.quotations_of.get(claim.id, [])
    place = way.place(context, claim)
    return tag(
        "p",
        tag("b", paper.claims[claim.id], class_="number"),
        [" ", tag("span", DISPUTED_SIGN, class_="sign")] if differs else None,
        " ",
        words(context, claim),
        [[" ", _quotation(context, paper, each, claim)] for each in quotations],
        tag("span", f" ({place})", class_="by") if place else None,
        [[" ", _inference(context, each)] for each in ours],
        [
            [" ", tag("span", say("book.corrected", date=when(each.date), was=each.was, why=each.why), class_="by")]
            for each in context.dossier.corrections_of.get(claim.id, [])
        ],
        id=f"c-{claim.id}",
        class_="claim",
    )


def _quotation(context: Context, paper: Paper, item: Quotation, under: Claim) -> Markup:
    """The words with whose they are; at a further claim that they carry, where they stand."""
    if item.claims[0] != under.id:
        return tag("span", say("book.quoted-at", claim=paper.claim(item.claims[0])), class_="by")
    language = context.dossier.language_of(item)
    seen = isinstance(item.verified, Verification)
    about = [
        None if item.spoken in (UNKNOWN, language) else say("book.spoken", language=language_name(item.spoken)),
        None if seen else say("book.no-copy"),
    ]
    remark = join([part for part in about if part], "; ")
    below = [each for each in (original(context, item), translation(context, item)) if each]
    return tag(
        "span",
        say("quotation.words", words=in_language(item.text, language)),
        [" ", tag("span", "(", remark, ")", class_="by")] if remark else None,
        [[" ", tag("span", each, class_="by")] for each in below],
        class_="quotation",
    )


def _inference(context: Context, item: Inference) -> Markup:
    said = say("account.inferred", what=prose(context, item.what), basis=prose(context, item.basis))
    return tag("span", said, class_="by")


def _compared(context: Context, paper: Paper, point: Point) -> Markup | None:
    """Our sentences on pairs, each with the claims' numbers; then which of the accounts that agree are really one."""
    lines: list[Markup] = [
        join([compared.how(context, each), " (", paper.claim(each.first.id), ", ", paper.claim(each.second.id), ")"])
        for each in compared.told(pairs(context.dossier, point.id))
    ]
    lines += [line for each in agreements(context.dossier, point.id) for line in _independence(context, paper, each)]
    if not lines:
        return None
    return entry(text("question.compared"), *(tag("p", line) for line in lines), class_="entry compared")


def _independence(context: Context, paper: Paper, found: Agreement) -> Iterator[Markup]:
    def numbers(claims: Iterable[Claim]) -> Markup:
        return listing(paper.claim(claim.id) for claim in claims)

    if found.independent:
        yield say("independence.independent", accounts=listing(numbers(each.claims[:1]) for each in found.independent))
    for each in found.one:
        if each.outlet:
            yield say("independence.one", outlet=link(context, each.outlet), accounts=numbers(each.claims))
        else:
            yield say("independence.utterance", accounts=numbers(each.claims))
    if found.not_known:
        yield say("independence.unknown", count=len(found.not_known), accounts=numbers(found.not_known))
