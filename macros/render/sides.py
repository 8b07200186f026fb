"""What each side says on a question, side by side: its own word and more; then other parties, the source, others."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis import sides as analysis
from ..analysis.own_word import more_words, own_word, sought, telling_more
from ..locale import say, text
from ..record.model import Claim, Point
from . import way
from .account import sign, translated, words
from .context import Context
from .html import join, tag
from .mark import party_sign
from .text import in_language, link, plain, when


def title(context: Context) -> Markup:
    """What stands above the columns."""
    only = context.dossier.only_side
    return what_it_says(context, only) if only else say("question.sides")


def what_it_says(context: Context, side: str) -> Markup:
    """The same of one side alone."""
    party = context.dossier.parties[side]
    return say("question.side", count=2 if party.plural else 1, side=party.short)


def sides(context: Context, point: Point) -> Markup:
    """A column for each side, in the order the rule gives; below them, whoever else speaks."""
    columns = [_party(context, point, side) for side in analysis.order(context.dossier, point.id)]
    others = [
        _party(context, point, id_)
        for id_ in analysis.said_by(context.dossier, point.id)
        if id_ not in context.dossier.sides
    ]
    others += [_speaker(context, claim) for claim in _unaligned(context, point)]
    return join(
        [
            tag("div", columns, class_="sides") if columns else None,
            tag("div", others, class_="sides others") if others else None,
        ]
    )


def _unaligned(context: Context, point: Point) -> list[Claim]:
    """What those say who speak for no party: a named speaker, as a court may be, then the source in its own voice.

    Where a side is silent, so are two more accounts heard that tell what is not said yet; else a page grows too long.
    """
    dossier = context.dossier
    claims = [claim for claim in dossier.claims_on[point.id] if not dossier.parties_of(claim)]
    found = [
        *[claim for claim in claims if _is_named(context, claim)][:1],
        *[claim for claim in claims if dossier.is_primary(claim)][:1],
    ]
    words = [own_word(dossier, point.id, party) for party in dossier.parties]
    told = [*found, *(word.claim for word in words if word)]
    if told and all(own_word(dossier, point.id, side) for side in dossier.sides):
        return found
    return [*found, *telling_more((claim for claim in claims if claim not in found), told)]


def _is_named(context: Context, claim: Claim) -> bool:
    """Whether a claim is by a person or body that has a name and no party."""
    people = [context.dossier.people[id_] for id_ in claim.by if id_ in context.dossier.people]
    return claim.by != "unclear" and any(one.party == "none" and one.kind != "unnamed" for one in people)


def _party(context: Context, point: Point, id_: str) -> Markup:
    party = context.dossier.parties[id_]
    found = own_word(context.dossier, point.id, id_)
    if found is None:
        body = _nothing(context, point, id_)
    else:
        more = more_words(context.dossier, point.id).get(id_, ())
        body = join([_statement(context, found.claim), _more(context, more), _later(context, found.later)])
    return tag(
        "section", tag("h3", party_sign(context, id_), " ", link(context, id_, party.short)), body, data_party=id_
    )


def _speaker(context: Context, claim: Claim) -> Markup:
    return tag(
        "section", tag("h3", sign(context, claim), " ", way.speakers(context, claim)), _statement(context, claim)
    )


def _statement(context: Context, claim: Claim) -> Markup:
    """The statement: the words quoted where they are short, else what is said; then who, where, when."""
    return join(
        [
            tag("p", words(context, claim, links=False), class_="says"),
            _quoted(context, claim),
            tag("p", tag("a", way.line(context, claim), href=f"#{claim.id}"), class_="by"),
        ]
    )


def _quoted(context: Context, claim: Claim) -> Markup | None:
    quotations = context.dossier.quotations_of.get(claim.id, [])
    if not quotations or len(quotations[0].text) > 220:
        return None
    item = quotations[0]
    words_ = say("quotation.words", words=in_language(item.text, context.dossier.language_of(item)))
    return join([tag("blockquote", tag("p", words_)), translated(context, item)])


def _more(context: Context, more: tuple[Claim, ...]) -> Markup:
    """What else a side says, each line a link to the account of it."""
    return join(_told(context, "sides.more", claim) for claim in more)


def _told(context: Context, how: str, claim: Claim) -> Markup:
    said = tag("a", words(context, claim, links=False), href=f"#{claim.id}")
    return tag("p", say(how, who=way.line(context, claim), says=said), class_="later")


def _later(context: Context, later: tuple[Claim, ...]) -> Markup | None:
    """What was said for the party later, the newest, and who said it; the accounts below have the others."""
    return _told(context, "sides.later", later[-1]) if later else None


def _nothing(context: Context, point: Point, side: str) -> Markup:
    """That no word of the side's own was found, and where we looked."""
    looked = sought(context.dossier, point.id, side)
    where = say("sides.sought", where=looked.where, date=when(looked.day)) if looked else None
    return tag("p", text("sides.none"), [" ", where] if where else None, class_="nothing")


def answers(context: Context, point: Point) -> list[tuple[str | None, str, Claim | None]]:
    """Each side's answer, in the order on the page: its id, its name, its statement, or None where it is silent.

    Where no side speaks, the first account there is, without an id and with the name of whose account it is.
    """
    found: list[tuple[str | None, str, Claim | None]] = [
        (side, context.dossier.parties[side].short, word.claim if word else None)
        for side in analysis.order(context.dossier, point.id)
        for word in [own_word(context.dossier, point.id, side)]
    ]
    if any(claim for _, _, claim in found):
        return found
    claim = context.dossier.claims_on[point.id][0]
    return [(None, way.account_name(context, claim).striptags(), claim)]


def description(context: Context, point: Point) -> str:
    """Each side's answer in a line, or the first account where no side speaks: for search engines and links sent."""
    return " ".join(
        text("sides.line", party=name, says=plain(context, claim.says, claim.figures))
        for _, name, claim in answers(context, point)
        if claim
    )
