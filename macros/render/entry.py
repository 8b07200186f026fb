"""Entries of the record as a reader meets them, a claim, a quotation, a point; and the lines views make of them."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from ..analysis import points
from ..analysis.points import Pair
from ..record.dates import When
from ..record.model import UNKNOWN, Claim, Comparison, Correction, Passage, Point, Quotation
from .context import Context
from .filters import attributes
from .html import join, sentence_list, tag
from .mark import badge, mark, standing_label
from .text import full_name, in_language, link, prose, short_name, when
from .used_on import place as used_on

SAID = {
    "states": "Said by",
    "proposes": "Proposed by",
    "demands": "Demanded by",
    "agrees": "Agreement stated by",
    "declines": "Refusal stated by",
    "denies": "Denied by",
    "opines": "Opinion of",
}
# An act of others that a claim reports: 'Said by A · tells of a refusal by B'.
ACT_OF = {
    "proposes": "a proposal by",
    "demands": "a demand by",
    "agrees": "agreement by",
    "declines": "a refusal by",
    "denies": "a denial by",
    "opines": "an opinion of",
}
RELATIONS = {
    "supports": "In line with it",
    "differs": "Differs",
    "adds": "Adds",
    "later": "Later",
}
INDEPENDENCE = {
    "same utterance": "Two accounts of one utterance: they bear out that it was said, not what it says.",
    "one account": "Both come from one outlet first and count as one account.",
    "independent": "The outlets that had them first are not the same.",
}
# The same where the two differ: then even the utterance, or the one outlet's account, is told in two ways.
INDEPENDENCE_OF_DIFFERING = {
    **INDEPENDENCE,
    "same utterance": "Two accounts of one utterance, which tell it differently.",
    "one account": "Both come from one outlet first, which tells it in two ways.",
}
# The same beside a link; what is not known goes without saying there.
BRIEFLY = {
    "same utterance": " (the same utterance)",
    "one account": " (one account with this)",
    "independent": " (independent of this)",
    "not known": "",
}
LANGUAGES = {"ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "en": "English"}
ARROW = tag("span", " → ", class_="arrow")


# Where a thing comes from


def passage_url(url: str, passage: Passage | None) -> str:
    """The address of the very passage: a text fragment of its first and last few words (WICG scroll-to-text).

    Commas, ampersands and hyphens mean something in a fragment, so they are encoded too; an address that has a fragment
    already keeps it.
    """
    if passage is None:
        return url
    ends = [quote(part, safe="").replace("-", "%2D") for part in (passage.start, passage.end) if part]
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(ends)}"


def speakers(context: Context, item: Claim | Quotation, *, full: bool = True, links: bool = True) -> Markup:
    """Who speaks, by full or short name; where none is named, in whose account the sentence stands.

    That account is not what its speaker is said to have said: the words keep the two apart.
    """

    def name(id_: str) -> Markup:
        words = full_name(context, id_) if full and id_ not in context.dossier.outlets else None
        return link(context, id_, words) if links else join([words or short_name(context, id_)])

    if item.by == "unclear":
        within = item.within if isinstance(item, Claim) else None
        if not within:
            return join(["No speaker named" if full else "no speaker named"])
        if full:
            return join(["No speaker named; the sentence stands in the account of what ", name(within), " said"])
        return join(["no speaker named, within the account of ", name(within)])
    return sentence_list(name(id_) for id_ in item.by)


def chain(context: Context, item: Claim | Quotation, *, links: bool = True) -> list[Markup]:
    """The outlets from the speaker on to the publisher, each once; a stretch that is not known says so."""
    publisher = context.dossier.sources[item.source].outlet
    outlets = [] if item.chain == UNKNOWN else [id_ for id_ in item.chain if id_ not in item.by]
    if publisher not in item.by:
        outlets.append(publisher)
    names = [
        link(context, item.source if id_ == publisher else id_, short_name(context, id_))
        if links
        else join([short_name(context, id_)])
        for id_ in outlets
    ]
    unknown = [tag("abbr", "?", title="through whom is not said")] if item.chain == UNKNOWN else []
    return unknown + names


def way(context: Context, item: Claim | Quotation, *, full: bool = True, links: bool = True) -> Markup:
    """The way from the speaker to where we read it: 'Speaker → agency → publisher'."""
    return ARROW.join([speakers(context, item, full=full, links=links), *chain(context, item, links=links)])


def source_place(context: Context, item: Claim | Quotation) -> Markup | None:
    """Where in a primary source it stands, with a link to the passage. Other pages are linked from their entries.

    The outlet's name goes first: the link leads to its page, not to one of ours.
    """
    source = context.dossier.sources[item.source]
    place = context.dossier.place_in_words(item.source, item.place) if item.place != UNKNOWN else ""
    if not place:
        return None
    words = f"{short_name(context, source.outlet)}: {place}"
    passage = (item if isinstance(item, Claim) else context.dossier.claims[item.claims[0]]).passage
    if source.url == UNKNOWN:
        return join([words])
    return tag("a", words, href=passage_url(source.url, passage), class_="out", rel="noopener")


def date_of(context: Context, item: Claim) -> Markup:
    """When it was said, or when its source was published where only that is known."""
    if isinstance(item.date, When):
        return when(item.date)
    published = context.dossier.sources[item.source].date
    return join(["published ", when(published)]) if isinstance(published, When) else Markup("date not known")


def attribution(context: Context, item: Claim) -> Markup:
    """The line under a claim's entry: whose act it is, the way it took, the occasion, the place in the source."""
    if item.voice == "speaker":
        lead = f"{SAID[item.act]} " if not item.of else "Said by "
    else:
        lead = {"report": "Reported by ", "opinion": "Opinion or wording of ", "unclear": ""}[item.voice]
    parts: list[object] = [[lead, way(context, item)]]
    if item.of and item.act in ACT_OF:
        parts.append(["tells of ", ACT_OF[item.act], " ", sentence_list(link(context, id_) for id_ in item.of)])
    if item.occasion != UNKNOWN:
        parts.append(link(context, item.occasion))
    parts += [date_of(context, item), source_place(context, item)]
    if item.inferred:
        parts.append(tag("em", "partly inferred by us"))
    return join([part for part in parts if part], " · ")


def line(context: Context, item: Claim) -> Markup:
    """The same in short, for columns and lists: the way it took and the date; the mark beside it leads to the rest."""
    return tag("span", way(context, item, full=False, links=False), ", ", date_of(context, item), class_="by")


def account(context: Context, item: Claim) -> Markup:
    """Whose account it is, in the fewest words: 'Speaker in outlet'."""
    outlet = context.dossier.sources[item.source].outlet
    who = speakers(context, item, full=False, links=False)
    return who if item.by == [outlet] else join([who, " in ", short_name(context, outlet)])


def words_of_claim(context: Context, claim: Claim, *, links: bool = True) -> Markup:
    """What a claim says, its figures filled in."""
    return prose(context, claim.says, claim.figures, links=links)


def brief(context: Context, item: Claim) -> Markup:
    """A claim in a line: what it says, its mark, and the way it took."""
    return join([words_of_claim(context, item, links=False), " ", mark(context, item), " ", line(context, item)])


# Quotations


def quotation(context: Context, item: Quotation, *, anchor: bool = True, under: Claim | None = None) -> Markup:
    """A quotation as a figure: the words, who said them, through whom, where. `under` is the claim it stands below."""
    words = tag("blockquote", tag("p", "“", in_language(item.text, item.language), "”"))
    known = under is not None and (under.chain, under.source, under.place) == (item.chain, item.source, item.place)
    parts = [] if known else [way(context, item), source_place(context, item)]
    lasting = permalink(item.id) if anchor else None
    caption = tag("figcaption", join([part for part in (*parts, _wording(item)) if part], " · "), lasting)
    return tag("figure", words, caption, class_="quotation", id=item.id if anchor else None)


def _wording(item: Quotation) -> str:
    """What a reader should know of the words: whose wording, and whether a copy was seen."""
    copy = "" if item.verified != "no copy seen" else "; no saved copy seen"
    if item.spoken == item.language:
        return f"Spoken in {LANGUAGES.get(item.spoken, item.spoken)}{copy}"
    spoken = "language spoken not given" if item.spoken == UNKNOWN else LANGUAGES.get(item.spoken, item.spoken)
    whose = f"The outlet's {LANGUAGES.get(item.language, item.language)}"
    return f"{whose}; {spoken if item.spoken == UNKNOWN else f'spoken in {spoken}'}{copy}"


def _quoted(context: Context, item: Claim) -> list[Markup]:
    """The quotations that carry a claim: in full at the first claim they carry, at others as a link to it."""
    return [
        quotation(context, q, under=item)
        if q.claims[0] == item.id
        else tag("p", "Quoted: ", tag("a", "“", _opening(q.text), "…”", href=f"#{q.id}"), class_="by")
        for q in context.dossier.quotations_of.get(item.id, [])
    ]


def _opening(text: str) -> str:
    """The first words of a text."""
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0]


# Entries

# What a claim has in common with all others on its point stands once, at the section of the point.
OF_POINT = ("data_topic", "data_standing")


def claim(context: Context, item: Claim) -> Markup:
    """A claim's entry: what it says and whose word it is; what is next to it, folded."""
    dossier = context.dossier
    return tag(
        "article",
        [tag("span", id=alias, class_="alias") for alias in item.aliases],
        tag("p", words_of_claim(context, item), " ", badge(context, item), permalink(item.id), class_="says"),
        tag("p", attribution(context, item), class_="by"),
        _quoted(context, item),
        [_correction(c) for c in dossier.corrections_of.get(item.id, [])],
        _next_to(context, item),
        class_="entry claim",
        id=item.id,
        **{name: value for name, value in attributes(dossier, item).items() if name not in OF_POINT},
    )


def permalink(id_: str) -> Markup:
    """The link by which an entry is cited."""
    return tag("a", "#", href=f"#{id_}", class_="headerlink", aria_label="Link to this entry")


def _correction(item: Correction) -> Markup:
    changed = [": ", item.field, " was “", item.was, "”, is now “", item.now, "”. ", item.why, " (", item.source, ")"]
    return tag("p", tag("strong", "Corrected "), when(item.date), changed, class_="correction", id=item.id)


def _next_to(context: Context, item: Claim) -> Markup:
    """What a reader may want from here: what we inferred, the claims it was compared with, the pages.

    The other claims on the point stand around it, and our sentences on pairs where accounts are compared: the record
    is long enough.
    """
    related: dict[str, list[Markup]] = {}
    for pair in points.pairs(context.dossier, item.point):
        if item.id in (pair.first.id, pair.second.id):
            other = pair.second if pair.first.id == item.id else pair.first
            link_to = tag("a", account(context, other), href=f"#{other.id}")
            related.setdefault(RELATIONS[pair.relation], []).append(join([link_to, BRIEFLY[pair.independence]]))
    compared = join([[tag("b", words, ": "), join(links, ", ")] for words, links in related.items()], "; ")
    inferred = [
        tag("p", "Inferred by us: ", prose(context, i.what), " ", tag("em", "Basis: "), prose(context, i.basis))
        for i in item.inferred
    ]
    own = sentence_list(f"“{word}”" for word in item.speakers_words)
    return tag(
        "details",
        tag("summary", "Next to this"),
        tag("p", "Wording of the one who says it: ", own, ".") if own else None,
        inferred,
        tag("p", compared, ".") if compared else None,
        used_on(item.id),
        class_="more",
    )


def independence_words(context: Context, pair: Pair) -> str:
    """Whether two accounts are really two; where that is not known, whose silence is the reason."""
    if pair.independence != "not known":
        notes = INDEPENDENCE_OF_DIFFERING if pair.relation == "differs" else INDEPENDENCE
        return notes[pair.independence]
    sources = [c.source for c in (pair.first, pair.second) if c.chain == UNKNOWN]
    names = list(dict.fromkeys(short_name(context, context.dossier.sources[id_].outlet) for id_ in sources))
    silent = f"{names[0]} does not say" if len(names) == 1 else f"Neither {names[0]} nor {names[1]} says"
    return f"{silent} through whom it has these words, so independence is not claimed."


def comparison_words(context: Context, item: Comparison) -> Markup:
    """Our sentence on two claims, their figures filled in."""
    values = {
        f"{name}.{key}": figure
        for name, id_ in zip(("first", "second"), item.claims, strict=True)
        for key, figure in context.dossier.claims[id_].figures.items()
    }
    return prose(context, item.says, values)


def point(context: Context, item: Point) -> Markup:
    """A point's entry: the question, where it stands, where else to see it. Its claims follow it."""
    elsewhere = [tag("a", "Side by side", href=f"{context.page('compare/')}#{item.id}")]
    if points.differences(context.dossier, item.id):
        elsewhere.append(tag("a", "How the accounts differ", href=f"{context.page('discrepancies/')}#{item.id}"))
    compared = [pair.comparison.id for pair in points.pairs(context.dossier, item.id) if pair.comparison]
    if compared:
        elsewhere.append(tag("a", "How they compare", href=context.link(compared[0])))
    return tag(
        "article",
        [tag("span", id=alias, class_="alias") for alias in item.aliases],
        tag("h3", item.title, permalink(item.id)),
        body_of_point(context, item),
        tag("p", join(elsewhere, " · "), class_="by"),
        used_on(item.id),
        class_="entry point",
        id=item.id,
        data_topic=item.topic,
        data_standing=standing_value(context, item.id),
        data_state=item.state.replace(" ", "-"),
    )


def body_of_point(context: Context, item: Point) -> list[Markup | None]:
    """The question, where the point stands between the sides, and in which state the matter is."""
    as_of = points.as_of(context.dossier, item.id)
    state = [f"{item.state.capitalize()}, as of " if as_of else item.state.capitalize(), when(as_of) if as_of else None]
    standing = [standing_label(context, item.id), f" · {item.kind.capitalize()} · ", tag("span", state, class_="state")]
    return [
        tag("p", item.question, class_="question"),
        tag("p", standing, class_="standing-line"),
        tag("p", prose(context, item.state_note), class_="state-note") if item.state_note else None,
    ]


def standing_value(context: Context, id_: str) -> str:
    """Where a point stands, as the value of a data attribute."""
    return points.standing(context.dossier, id_).replace(" ", "-")
