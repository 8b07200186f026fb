"""Entries of the record as a reader meets them: a claim, a quotation, a point."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from .. import points
from ..model import UNKNOWN, Claim, Passage, Point, Quotation
from ..points import Pair
from ..when import When
from .context import Context
from .html import join, sentence_list, tag
from .mark import VOICES, badge, mark, standing_label
from .text import full_name, in_language, link, prose, when
from .used_on import place as used_on

ACTS = {
    "states": ("states", "state"),
    "proposes": ("proposes", "propose"),
    "demands": ("demands", "demand"),
    "agrees": ("states", "state"),
    "declines": ("states", "state"),
    "denies": ("denies", "deny"),
    "opines": ("gives as an opinion", "give as an opinion"),
}
# An act of others that a claim reports: 'on what Russia declined'.
REPORTED_ACTS = {
    "states": "a statement by",
    "proposes": "a proposal by",
    "demands": "a demand by",
    "agrees": "agreement of",
    "declines": "a refusal by",
    "denies": "a denial by",
    "opines": "an opinion of",
}
RELATIONS = {
    "supports": "in line with",
    "differs": "differs from",
    "adds": "adds to",
    "later": "later than",
}
INDEPENDENCE = {
    "same utterance": "Both report one utterance: they bear out that it was said, not what it says.",
    "one account": "Both come from one outlet: they count as one account.",
    "independent": "They reached us through different outlets.",
    "not known": "Whether they are independent is not known.",
}
KINDS = {
    "fact": "A matter of fact",
    "agreement": "An agreement",
    "proposal": "A proposal",
    "demand": "A demand",
    "refusal": "A refusal",
    "opinion": "An opinion or choice of words",
}


def passage_url(url: str, passage: Passage | None) -> str:
    """The address of the very passage: a text fragment of its first and last few words (WICG scroll-to-text)."""
    if passage is None:
        return url
    start, end = (quote(part, safe="").replace("-", "%2D") if part else "" for part in (passage.start, passage.end))
    return f"{url}#:~:text={start},{end}" if end else f"{url}#:~:text={start}"


def source_line(context: Context, item: Claim | Quotation) -> Markup:
    """Where it stands: outlet, place in words with a link to the passage, date of the page."""
    source = context.dossier.sources[item.source]
    outlet = context.dossier.outlets[source.outlet]
    place = context.dossier.place_in_words(item.source, item.place) if item.place != UNKNOWN else ""
    passage = item.passage if isinstance(item, Claim) else None
    parts: list[object] = [link(context, source.id, outlet.short)]
    if place:
        parts += [", ", place]
    if isinstance(source.date, When) and not context.dossier.is_primary(item):
        parts += [", ", when(source.date)]
    if source.url != UNKNOWN:
        words = "read the passage" if passage else "read it there"
        parts += [
            " (",
            tag("a", words, href=passage_url(source.url, passage), class_="out", rel="noopener"),
            ")",
        ]
    return join(parts)


def chain_words(context: Context, item: Claim | Quotation) -> Markup | None:
    """Through whom it reached the publisher; None where the publisher has it at first hand."""
    if item.chain == UNKNOWN:
        return Markup("through whom is not said")
    if not item.chain:
        return None
    return join(["via ", join((link(context, outlet) for outlet in item.chain), " and then ")])


def speakers(context: Context, item: Claim | Quotation, *, full: bool = True) -> Markup:
    """Who speaks, linked; for an unclear speaker, in whose account the sentence stands."""
    if item.by == "unclear":
        within = item.within if isinstance(item, Claim) else None
        return join(["Speaker unclear", [" (within the account of ", link(context, within), ")"] if within else None])
    return sentence_list(link(context, id_, full_name(context, id_) if full else None) for id_ in item.by)


def attribution(context: Context, claim: Claim) -> Markup:
    """The line under a claim: who, whose act, through whom, when, where it stands."""
    act = ACTS[claim.act][0 if claim.by == "unclear" or len(claim.by) == 1 else 1]
    who: list[object] = [speakers(context, claim)]
    if claim.by != "unclear":
        who += [" ", "reports" if claim.voice == "report" else act]
    if claim.of:
        who += [" ", REPORTED_ACTS[claim.act], " ", sentence_list(link(context, id_) for id_ in claim.of)]
    parts: list[object] = [who, chain_words(context, claim)]
    if claim.occasion != UNKNOWN:
        parts.append(["on the occasion of ", link(context, claim.occasion)])
    if isinstance(claim.date, When) and claim.voice == "speaker":
        parts.append(when(claim.date))
    else:
        parts.append("date not known" if claim.voice == "speaker" else None)
    return join([join([part for part in parts if part], ", "), ". ", source_line(context, claim), "."])


def quotation(context: Context, item: Quotation, *, anchor: bool = True) -> Markup:
    """A quotation as a figure: the words, then who said them, through whom, where they stand."""
    words = tag("blockquote", tag("p", "“", in_language(item.text, item.language), "”"))
    parts = [speakers(context, item), chain_words(context, item), source_line(context, item)]
    notes = []
    if item.spoken != item.language:
        notes.append(
            "The English wording is the outlet's; the language spoken is not given."
            if item.spoken == UNKNOWN
            else f"Translated by the outlet; spoken in {LANGUAGES.get(item.spoken, item.spoken)}."
        )
    notes.append("Held against a saved copy." if item.verified != "no copy seen" else "No saved copy seen.")
    caption = tag("figcaption", join([part for part in parts if part], ", "), ". ", tag("small", join(notes, " ")))
    return tag("figure", words, caption, class_="quotation", id=item.id if anchor else None)


LANGUAGES = {"ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "en": "English"}


def words_of_claim(context: Context, claim: Claim, *, links: bool = True) -> Markup:
    """What a claim says, its figures filled in."""
    return prose(context, claim.says, claim.figures, links=links)


def claim(context: Context, item: Claim) -> Markup:
    """A claim's entry: what it says and whose word it is; what is next to it, folded."""
    dossier = context.dossier
    notes = [
        tag(
            "p",
            tag("strong", "Ours: "),
            prose(context, i.what),
            " ",
            tag("em", "Basis: "),
            prose(context, i.basis),
            class_="inferred",
        )
        for i in item.inferred
    ]
    corrections = [
        tag(
            "p",
            tag("strong", "Corrected "),
            when(c.date),
            ": ",
            c.field,
            " was “",
            c.was,
            "”, is now “",
            c.now,
            "”. ",
            c.why,
            " (",
            c.source,
            ")",
            class_="correction",
            id=c.id,
        )
        for c in dossier.corrections_of.get(item.id, [])
    ]
    return tag(
        "article",
        [tag("span", id=alias, class_="alias") for alias in item.aliases],
        tag("p", badge(context, item), " ", words_of_claim(context, item), class_="says"),
        tag("p", attribution(context, item), class_="by"),
        [
            quotation(context, q)
            if q.claims[0] == item.id
            else tag("p", "Quoted: ", tag("a", "“", q.text[:60], "…”", href=context.link(q.id)))
            for q in dossier.quotations_of.get(item.id, [])
        ],
        notes,
        corrections,
        _next_to(context, item),
        class_="entry claim",
        id=item.id,
        data_party=" ".join(dossier.parties_of(item)) or None,
        data_voice=item.voice,
        data_act=item.act,
        data_source=dossier.sources[item.source].outlet,
        data_topic=dossier.points[item.point].topic,
        data_standing=_standing(context, item.point),
        data_speaker=" ".join(item.by) if item.by != "unclear" else "unclear",
    )


def _next_to(context: Context, item: Claim) -> Markup:
    """What a reader may want from here: the point, the other claims on it, the event, the pages."""
    dossier = context.dossier
    others = [other for other in dossier.claims_on[item.point] if other.id != item.id]
    related = {(pair.first.id, pair.second.id): pair for pair in points.pairs(dossier, item.point)}
    rows = []
    for other in others:
        pair = related.get((item.id, other.id)) or related.get((other.id, item.id))
        rows.append(tag("li", brief(context, other), [" ", relation_note(context, pair)] if pair else None))
    return tag(
        "details",
        tag("summary", "Next to this"),
        tag(
            "p",
            "On the point ",
            link(context, item.point, dossier.points[item.point].question),
            " Voice: ",
            VOICES[item.voice],
            ".",
        ),
        tag("ul", rows) if rows else tag("p", "No other claim is on this point."),
        used_on(item.id),
        class_="more",
    )


def brief(context: Context, item: Claim) -> Markup:
    """A claim in a line: its mark and what it says, linked to its entry."""
    return join(
        [
            mark(context, item),
            " ",
            speakers(context, item, full=False),
            ": ",
            words_of_claim(context, item, links=False),
        ]
    )


def relation_note(context: Context, pair: Pair) -> Markup:
    """How two claims relate, in our sentence, and whether they are two accounts."""
    sentence = None
    if pair.comparison:
        values = {f"first.{n}": f for n, f in pair.first.figures.items()} | {
            f"second.{n}": f for n, f in pair.second.figures.items()
        }
        if pair.comparison.claims[0] != pair.first.id:
            values = {f"second.{n}": f for n, f in pair.first.figures.items()} | {
                f"first.{n}": f for n, f in pair.second.figures.items()
            }
        sentence = prose(context, pair.comparison.says, values)
    return tag(
        "span",
        tag("b", RELATIONS[pair.relation].capitalize()),
        [": ", sentence] if sentence else ".",
        " ",
        INDEPENDENCE[pair.independence],
        class_="relation",
        data_relation=pair.relation,
    )


def point(context: Context, item: Point) -> Markup:
    """A point's entry: the question, where it stands, and each claim on it in a line; what is next to it, folded."""
    return tag(
        "article",
        [tag("span", id=alias, class_="alias") for alias in item.aliases],
        tag("h3", item.title),
        _point_body(context, item),
        tag(
            "details",
            tag("summary", "Next to this"),
            tag("p", KINDS[item.kind], "."),
            used_on(item.id),
            class_="more",
        ),
        class_="entry point",
        id=item.id,
        data_topic=item.topic,
        data_standing=_standing(context, item.id),
        data_state=item.state.replace(" ", "-"),
    )


def point_summary(context: Context, item: Point) -> Markup:
    """The same without an anchor, for other pages; its title leads to the entry."""
    title = tag("h2", link(context, item.id, item.title))
    return tag(
        "article",
        title,
        _point_body(context, item),
        class_="entry point",
        data_standing=_standing(context, item.id),
    )


def _point_body(context: Context, item: Point) -> list[Markup | None]:
    as_of = points.as_of(context.dossier, item.id)
    state = ["State: ", item.state, [", as of ", when(as_of)] if as_of else None]
    return [
        tag("p", item.question, class_="question"),
        tag(
            "p",
            standing_label(context, item.id),
            " ",
            tag("span", state, class_="state"),
            class_="standing-line",
        ),
        tag("p", prose(context, item.state_note)) if item.state_note else None,
        tag(
            "ul",
            [tag("li", brief(context, c)) for c in context.dossier.claims_on[item.id]],
            class_="readings",
        ),
    ]


def _standing(context: Context, id_: str) -> str:
    return points.standing(context.dossier, id_).replace(" ", "-")
