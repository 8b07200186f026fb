"""What each side says on a question, side by side: its own word and more; then other parties, the source, others."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis import sides as analysis
from ..analysis.own_word import more_words, own_word, sought
from ..analysis.unaligned import unaligned
from ..locale import say, text
from ..record.model import Claim, Point
from . import way
from .account import sign, translated, words
from .context import Context
from .html import join, tag
from .mark import party_sign
from .text import in_language, link, plain, when


def title(context: Context, point: Point) -> Markup:
    """What stands above the columns."""
    only = context.dossier.only_side
    if only:
        return what_it_says(context, only)
    return say("question.sides" if analysis.speaking(context.dossier, point.id) else "question.others")


def what_it_says(context: Context, side: str) -> Markup:
    """The same of one side alone."""
    party = context.dossier.parties[side]
    return say("question.side", count=2 if party.plural else 1, side=party.short)


def sides(context: Context, point: Point) -> Markup:
    """A column for each side, in the order the rule gives; whoever else speaks below, or above where all are silent."""
    columns = [_party(context, point, side) for side in analysis.order(context.dossier, point.id)]
    others = [
        _party(context, point, id_)
        for id_ in analysis.said_by(context.dossier, point.id)
        if id_ not in context.dossier.sides
    ]
    others += [_speaker(context, *said) for said in unaligned(context.dossier, point.id)]
    blocks = [
        tag("div", columns, class_="sides") if columns else None,
        tag("div", others, class_="sides others") if others else None,
    ]
    return join(blocks if analysis.speaking(context.dossier, point.id) else reversed(blocks))


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


def _speaker(context: Context, claim: Claim, *more: Claim) -> Markup:
    return tag(
        "section",
        tag("h3", sign(context, claim), " ", way.speakers(context, claim)),
        _statement(context, claim),
        _more(context, more),
    )


def _statement(context: Context, claim: Claim) -> Markup:
    """The statement: the words quoted where they are short, else what is said; then who, where, when."""
    return tag(
        "div",
        tag("p", words(context, claim, links=False), class_="says"),
        _quoted(context, claim),
        tag("p", tag("a", way.line(context, claim), href=f"#{claim.id}"), class_="by"),
        class_="own",
    )


def _quoted(context: Context, claim: Claim) -> Markup | None:
    quotations = context.dossier.quotations_of.get(claim.id, [])
    if not quotations or len(quotations[0].text) > 220:
        return None
    item = quotations[0]
    words_ = say("quotation.words", words=in_language(item.text, context.dossier.language_of(item)))
    return join([tag("blockquote", tag("p", words_)), translated(context, item)])


def _more(context: Context, more: tuple[Claim, ...]) -> Markup:
    """What else somebody says, each line with a link to the account of it."""
    return join(_told(context, "sides.more", claim) for claim in more)


def _told(context: Context, how: str, claim: Claim) -> Markup:
    who = tag("a", way.line(context, claim), href=f"#{claim.id}")
    return tag("p", say(how, who=who, says=words(context, claim, links=False)), class_="later")


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
