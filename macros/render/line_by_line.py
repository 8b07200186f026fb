"""The source, line by line: how a passage begins, whose word it is, what it asserts; what others have, and have not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..analysis.coverage import coverage
from ..analysis.relations import compared
from ..analysis.told_alone import told_alone
from ..locale import numbers, say, text
from ..record.addresses import lines as page_of
from ..record.dossier import Dossier, nth_paragraph
from ..record.model import UNKNOWN, At, Claim, Comparison, Section
from . import way
from .account import words
from .compared import comparison_words, how
from .context import Context
from .html import escape, join, tag
from .line import line
from .mark import mark
from .parts import fold, heading
from .text import in_language, link
from .way import passage_url


def line_by_line(context: Context) -> Markup:
    """The primary source, passage by passage; of several, which have a page each, an index of their parts."""
    primary = context.dossier.about.primary
    if len(primary) == 1:
        return lines(context, primary[0])
    return join(_contents(context, source) for source in primary)


def lines(context: Context, source: str) -> Markup:
    """Every paragraph of a primary source, under the headings of the source."""
    dossier, language = context.dossier, context.dossier.sources[source].language
    parts: list[Markup | None] = []
    for id_, section in _sections(dossier, source):
        parts.append(heading(2, in_language(section.title, language), id_))
        for paragraph in section.paragraphs:
            title = tag("h3", nth_paragraph(section, paragraph), id=paragraph)  # for the eye: no Markdown, no contents
            parts += [title if paragraph != id_ else None, _paragraph(context, source, paragraph)]
    for place in _elsewhere(dossier, source):
        title = tag("h3", dossier.place_in_words(source, place), id=place.id)
        parts += [title, _paragraph(context, source, place)]
    return join(parts)


def name(context: Context, id_: str) -> Markup:
    """A source by its outlet and title, where that was seen."""
    source = context.dossier.sources[id_]
    outlet = context.dossier.outlets[source.outlet]
    if source.title == UNKNOWN:
        return escape(outlet.name)
    return say("lines.source", outlet=outlet.short, title=in_language(source.title, source.language))


def _contents(context: Context, source: str) -> Markup:
    """A primary source with a page of its own: its parts, each leading there.

    The first keeps the anchors that it had while it was the only one and stood on this page.
    """
    dossier = context.dossier
    page = context.page(page_of(dossier, source))
    language = dossier.sources[source].language
    found = [(i, in_language(part.title, language), part.paragraphs) for i, part in _sections(dossier, source)]
    found += [(place.id, escape(dossier.place_in_words(source, place)), []) for place in _elsewhere(dossier, source)]
    first = source == dossier.about.primary[0]
    items = [
        tag(
            "li",
            [tag("span", id=each, class_="alias") for each in dict.fromkeys([id_, *paragraphs]) if first],
            tag("a", part, href=f"{page}#{id_}"),
        )
        for id_, part, paragraphs in found
    ]
    title = tag("a", name(context, source), href=page)
    return join([heading(2, title, source), tag("ul", items)])


def _sections(dossier: Dossier, source: str) -> Iterable[tuple[str, Section]]:
    """The parts of a source with their anchors: one of a single paragraph has that paragraph's."""
    for number, section in enumerate(dossier.sources[source].sections, 1):
        yield section.paragraphs[0] if len(section.paragraphs) == 1 else f"section-{number}", section


def _elsewhere(dossier: Dossier, source: str) -> list[At]:
    """The places of a source that are no paragraphs: times, pages."""
    return [place for place in dossier.places_in(source) if isinstance(place, At)]


def covered(context: Context) -> Markup:
    """How much of each primary source the record takes up, in sentences and in words, or that it is not known."""
    primary = context.dossier.about.primary
    if len(primary) == 1:
        return tag("p", coverage_of(context, primary[0]))
    items = []
    for source in primary:
        page = tag("a", name(context, source), href=context.page(page_of(context.dossier, source)))
        items.append(tag("li", tag("b", page), tag("br"), coverage_of(context, source)))
    return tag("ul", items)


def left_out(context: Context, source: str | None = None) -> Markup:
    """Both ways: what others tell of weight that a source, or any, leaves out; what it has that nobody else tells."""
    dossier = context.dossier
    sources = [source] if source else dossier.about.primary
    missing = [
        _left_out(context, each)
        for each in dossier.comparisons.values()
        if each.left_out and dossier.claims[each.claims[0]].source in sources
    ]
    alone = [tag("li", line(context, claim)) for claim in told_alone(dossier).values() if claim.source in sources]
    return join(
        [
            tag("ul", missing, class_="left-out") if missing else tag("p", say("lines.nothing-left-out")),
            fold(say("lines.all-alone", count=len(alone)), tag("ul", alone, class_="left-out")) if alone else None,
        ],
        "\n\n",
    )


def coverage_of(context: Context, source: str) -> Markup:
    """How much of a primary source the record takes up, in a sentence."""
    found = coverage(context.dossier, source)
    if found is None:
        return say("made-of.source.unknown")
    sentences, words_ = found.sentences, found.words
    taken_up = words_["quoted"] + words_["claimed"] + words_["opinion"]
    return say(
        "lines.covered",
        sentences=sentences.total(),
        taken=sentences.total() - sentences["aside"] - sentences["nobody"],
        words=words_.total(),
        share=text("figure.percent", number=numbers.number(round(100 * taken_up / max(1, words_.total())))),
        quoted=words_["quoted"],
        rest=tag("a", text("lines.covered.rest"), href=f"{context.page('made-of/')}#source"),
    )


def _left_out(context: Context, item: Comparison) -> Markup:
    first, second = (context.dossier.claims[id_] for id_ in item.claims)
    place = context.dossier.place_in_words(first.source, first.place)
    id_ = first.place.id if isinstance(first.place, At) else first.place
    home = f"{context.page(page_of(context.dossier, first.source))}#{id_}"
    where = [" · ", tag("a", place, href=home)] if place else None
    return tag(
        "li",
        tag("p", comparison_words(context, item), " ", mark(context, second)),
        tag("p", way.line(context, second), where, class_="by"),
    )


def _paragraph(context: Context, source: str, paragraph: str | At) -> Markup:
    """The passages of a paragraph; folded below them, what others have on the same questions."""
    claims = [c for c in context.dossier.claims.values() if c.source == source and c.place == paragraph]
    passages = groupby(claims, key=lambda claim: (claim.passage and claim.passage.start, claim.by, claim.voice))
    return tag(
        "div", [_passage(context, list(group)) for _, group in passages], _others(context, claims), class_="lines"
    )


def _passage(context: Context, claims: list[Claim]) -> Markup:
    """How a passage begins, in the source's own few words, and in whose voice; beside it, what it asserts."""
    asserted = [words(context, claim, links=False) for claim in claims]
    marked = [tag("p", words_, " ", mark(context, claim)) for words_, claim in zip(asserted, claims, strict=True)]
    return tag(
        "div",
        tag("div", _opening(context, claims[0]), tag("p", _voice(context, claims), class_="by"), class_="opening"),
        tag("div", marked),
        class_="passage",
    )


def _opening(context: Context, claim: Claim) -> Markup | None:
    """The first few words of a passage, linked to where they stand."""
    source = context.dossier.sources[claim.source]
    if claim.passage is None:
        return None
    opening = say("lines.opening", words=in_language(claim.passage.start, source.language))
    if source.url != UNKNOWN:
        opening = tag("a", opening, href=passage_url(source.url, claim.passage), rel="noopener")
    return tag("p", opening)


def _voice(context: Context, claims: list[Claim]) -> Markup:
    """In whose voice a passage is: a speaker's, quoted or not; the outlet's, reporting or judging; nobody's."""
    who = way.speakers(context, claims[0], links=False)
    quoted = any(context.dossier.quotations_of.get(claim.id) for claim in claims)
    voice = claims[0].voice
    return say(f"lines.voice.{'quoted' if quoted and voice == 'speaker' else voice}", who=who)


def _others(context: Context, claims: list[Claim]) -> Markup | None:
    """What others have: how they tell the same, what is left out here, what is told here alone, the questions."""
    dossier = context.dossier
    told = _compared(dossier, claims)
    left = [each for each in told if each[0].left_out and each[0].claims[1] == each[1].id]
    set_apart = {item.id for item, _ in left}
    same = [each for each in told if each[0].id not in set_apart]
    alone = [claim for claim in claims if claim.id in told_alone(dossier)]
    points = dict.fromkeys(claim.point for claim in claims)
    groups: dict[str, list[list[object]]] = {
        "left": [_told(context, *each) for each in left],
        "same": [_told(context, *each) for each in same],
        "alone": [[line(context, claim)] for claim in alone],
        "questions": [[link(context, id_, dossier.points[id_].question)] for id_ in points],
    }
    counts = (say(f"lines.count.{name}", count=len(found)) for name, found in groups.items() if found)
    return fold(join(counts, " · "), *(_list(text(f"lines.{name}"), found) for name, found in groups.items()))


def _compared(dossier: Dossier, claims: Iterable[Claim]) -> list[tuple[Comparison, Claim]]:
    """Our comparisons of these claims, each once with the other claim; those of two claims of the paragraph too."""
    found: dict[str, tuple[Comparison, Claim]] = {}
    for claim in claims:
        for item in dossier.comparisons_on.get(claim.id, []):
            other = next(id_ for id_ in item.claims if id_ != claim.id)
            found.setdefault(item.id, (item, dossier.claims[other]))
    return list(found.values())


def _told(context: Context, item: Comparison, other: Claim) -> list[object]:
    found = compared(context.dossier, other.point).get(item.id)
    told = how(context, found) if found else comparison_words(context, item)
    return [told, " ", mark(context, other), " ", tag("span", way.line(context, other), class_="by")]


def _list(title: str, items: Iterable[object]) -> list[Markup] | None:
    rows = [tag("li", item) for item in items]
    return [tag("p", title, class_="label"), tag("ul", rows)] if rows else None
