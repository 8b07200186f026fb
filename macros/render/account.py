"""One account of a matter, whole: who says what, in which words, how it reached us, where to read it, how to cite it.

It stands on the page of its question alone; elsewhere a claim is a line that leads there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import get_args

from markupsafe import Markup

from ..locale import listing, say, text
from ..record.model import UNKNOWN, Claim, Correction, Inference, Meaning, Quotation, Verification
from . import cite, mark, way
from .context import Context
from .html import join, tag
from .mark import party_sign
from .text import in_language, language_name, link, prose, when
from .words import act_noun, act_verb

DOT = " · "


def accounts(context: Context, claims: Iterable[Claim], contested: Container[str]) -> list[Markup]:
    """Entries in the order given, without what the entry above says already: the head and way, office, inferences.

    `contested` are the claims that are themselves contradicted, or differ in number, from another.
    """
    found, before, introduced, inferences = [], None, set(), set()
    for claim in claims:
        way_taken = (claim.by, claim.voice, claim.act, claim.of, claim.source, claim.chain, claim.date, claim.occasion)
        inferred = [each for each in claim.inferred if (each.what, each.basis) not in inferences]
        entry = _entry(
            context,
            claim,
            head=None if way_taken == before else _head(context, claim, office=str(claim.by) not in introduced),
            disputed=claim.id in contested,
            inferred=inferred,
        )
        found.append(entry)
        before = way_taken
        introduced.add(str(claim.by))
        inferences |= {(each.what, each.basis) for each in inferred}
    return found


def _entry(
    context: Context, item: Claim, *, head: Markup | None, disputed: bool, inferred: Iterable[Inference]
) -> Markup:
    dossier = context.dossier
    return tag(
        "article",
        [tag("span", id=alias, class_="alias") for alias in item.aliases],
        tag("p", head, class_="who") if head else None,
        tag(
            "p",
            words(context, item),
            [" ", tag("span", say("account.disputed"), class_="tag")] if disputed else None,
            class_="says",
        ),
        [quotation(context, q, under=item) for q in dossier.quotations_of.get(item.id, [])],
        tag("p", join([part for part in _way(context, item, again=not head) if part], DOT), class_="by"),
        [
            tag("p", say("account.inferred", what=prose(context, i.what), basis=prose(context, i.basis)), class_="by")
            for i in inferred
        ],
        [_correction(each) for each in dossier.corrections_of.get(item.id, [])],
        citation(context, item),
        class_="account" if head else "account again",
        id=item.id,
        data_party=dossier.only_party_of(item),
        data_by=way.line(context, item).striptags(),
    )


def words(context: Context, item: Claim, *, links: bool = True) -> Markup:
    """What a claim says, its figures filled in."""
    return prose(context, item.says, item.figures, links=links)


def sign(context: Context, item: Claim) -> Markup:
    """The shape of the one who speaks: a party's in its colour, an outlet's own, or of nobody who is named."""
    parties = context.dossier.parties_of(item)
    return (
        party_sign(context, parties[0])
        if parties
        else tag("span", mark.sign(context, item), class_="sign", aria_hidden="true")
    )


def _head(context: Context, item: Claim, *, office: bool) -> Markup:
    """The speaker, with office where they are new, and what kind of act it is where it is more than a statement."""
    name = tag("b", way.speakers(context, item, full=True))
    held = way.office(context, item) if office else None
    doing = act(context, item)
    return join(
        [
            sign(context, item),
            " ",
            say("account.office", who=name, office=held) if held else name,
            [" ", tag("span", doing, class_="act")] if doing else None,
        ]
    )


def act(context: Context, item: Claim) -> Markup | None:
    """What kind of act a claim is, where it is more than a statement."""
    if item.voice in ("report", "opinion"):
        return say(f"account.voice.{item.voice}")
    if item.act == "states":
        return None
    known = item.act in get_args(Meaning)
    if item.of:
        noun, whose = act_noun(context.dossier, item.act), listing(link(context, id_) for id_ in item.of)
        return say(f"account.act-of.{item.act if known else 'other'}", whose=whose, act=noun)
    return say(f"account.act.{item.act}") if known else join([act_verb(context.dossier, item.act)])


def _way(context: Context, item: Claim, *, again: bool) -> list[object]:
    page, place = way.page_link(context, item), way.place(context, item)
    read = say("way.place", page=page, place=place) if page and place else page or place or say("way.no-page")
    if again:
        return [read]
    at = link(context, item.occasion) if item.occasion != UNKNOWN else None
    day = way.date_of(context, item)
    return [
        way.through(context, item),
        way.outlet(context, context.dossier.sources[item.source].outlet),
        say("account.occasion", date=day, occasion=at) if at else day,
        read,
    ]


def quotation(context: Context, item: Quotation, *, under: Claim | None = None) -> Markup:
    """A quotation: the words, then what a reader should know of them. `under` is the claim that it stands below.

    At the second claim that it carries, its opening leads to where it stands in full.
    """
    if under is not None and item.claims[0] != under.id:
        opening = tag("a", say("quotation.opening", words=_opening(item.text)), href=context.link(item.id))
        return tag("p", say("quotation.see", quotation=opening), class_="by")
    language = context.dossier.language_of(item)
    quoted = tag("blockquote", tag("p", say("quotation.words", words=in_language(item.text, language))))
    return tag(
        "figure",
        quoted,
        below(context, item),
        tag("figcaption", say("quotation.wording", wording=_wording(context, item), copy=_copy(item))),
        class_="quotation",
        id=item.id,
    )


def below(context: Context, item: Quotation) -> Markup:
    """What stands below a quotation wherever it stands whole: the words in the speaker's language, our translation."""
    own = original(context, item)
    return join([tag("p", own, class_="translation") if own else None, translated(context, item)])


def translated(context: Context, item: Quotation) -> Markup | None:
    """Our translation as a paragraph, for words that a reader of the site's language may not read."""
    ours = translation(context, item)
    return tag("p", ours, class_="translation") if ours else None


def original(context: Context, item: Quotation) -> Markup | None:
    """The words in the speaker's own language, with the page that has them; None where the record has none."""
    if item.original is None:
        return None
    source, language = context.dossier.sources[item.original.source], context.dossier.language_of(item.original)
    return say(
        "quotation.original",
        language=language_name(language),
        outlet=link(context, source.id, context.dossier.outlets[source.outlet].short),
        words=in_language(item.original.text, language),
    )


def translation(context: Context, item: Quotation) -> Markup | None:
    """Our translation of a quotation, marked as ours; None where there is none."""
    if item.translation is None:
        return None
    language = language_name(context.dossier.language_of(item))
    return say("quotation.translation", language=language, words=item.translation)


def _wording(context: Context, item: Quotation) -> Markup:
    """Whose wording the words are."""
    language = context.dossier.language_of(item)
    if item.spoken == language:
        return say("quotation.spoken", language=language_name(item.spoken))
    if item.spoken == UNKNOWN:
        return say("quotation.rendered-unknown", language=language_name(language))
    return say("quotation.rendered", language=language_name(language), spoken=language_name(item.spoken))


def _copy(item: Quotation) -> Markup:
    if isinstance(item.verified, Verification):
        return say("quotation.copy-seen", date=when(item.verified.date))
    return say("quotation.no-copy")


def _opening(words: str) -> str:
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]


def _correction(item: Correction) -> Markup:
    said = say(
        "account.corrected",
        date=when(item.date), field=item.field, was=item.was, now=item.now, why=item.why, source=item.source,
    )  # fmt: skip
    return tag("p", said, class_="correction", id=item.id)


def citation(context: Context, item: Claim) -> Markup:
    """The sentences to cite a claim and its quotations by, one click away, each with the link that lasts."""
    items: list[Claim | Quotation] = [
        item,
        *(q for q in context.dossier.quotations_of.get(item.id, []) if q.claims[0] == item.id),
    ]
    return tag(
        "details",
        tag("summary", text("cite.summary")),
        [tag("p", tag("span", cite.cite(context, each), class_="cited"), class_="citation") for each in items],
        class_="cite",
    )


def on_pages() -> dict[str, str]:
    """What a script says to who copies a citation: once on a page, by the names of attributes."""
    return {
        "data-copy": text("cite.copy"),
        "data-copied": text("cite.copied"),
        "data-failed": text("cite.failed"),
    }


def standalone(context: Context, item: Quotation) -> Markup:
    """A quotation away from its question: the words, and whose they are, linked to where all is told of them."""
    words_ = in_language(item.text, context.dossier.language_of(item))
    quoted = tag("blockquote", tag("p", say("quotation.words", words=words_)))
    whose = way.account_name(context, item)
    home = (
        context.paper.named(item.claims[0], whose)
        if context.paper
        else tag("a", whose, href=context.link(item.id), class_="ref", data_card=item.id)
    )
    return tag("figure", quoted, below(context, item), tag("figcaption", home, DOT, _copy(item)), class_="quotation")
