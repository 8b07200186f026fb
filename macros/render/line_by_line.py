"""The source, line by line: how a passage begins, whose word it is, what it asserts; what others have, and have not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..analysis.coverage import coverage
from ..analysis.relations import compared
from ..analysis.told_alone import told_alone
from ..locale import numbers, say, text
from ..record.addresses import LINE_BY_LINE, anchor
from ..record.dossier import Dossier, nth_paragraph
from ..record.model import UNKNOWN, At, Claim, Comparison, Section
from . import way
from .account import words
from .compared import comparison_words, how
from .context import Context
from .html import join, tag
from .line import line
from .mark import mark
from .parts import fold, heading
from .text import in_language, link, page_title
from .way import passage_url


def line_by_line(context: Context) -> Markup:
    """Every paragraph of every primary source, under the headings of the source; of several, each under its outlet."""
    dossier = context.dossier
    parts: list[Markup | None] = []
    several = len(dossier.about.primary) > 1
    for source in dossier.about.primary:
        if several:
            parts.append(heading(2, _source(context, source), anchor(dossier, source, "source")))
        for number, section in enumerate(dossier.sources[source].sections, 1):
            alone = len(section.paragraphs) == 1
            id_ = section.paragraphs[0] if alone else f"section-{number}"
            parts.append(heading(3 if several else 2, section.title, anchor(dossier, source, id_)))
            for paragraph in section.paragraphs:
                parts += [
                    None if alone else _title(dossier, source, section, paragraph),
                    _paragraph(context, source, paragraph),
                ]
        for place in dossier.places_in(source):
            if isinstance(place, At):
                title = tag("h3", dossier.place_in_words(source, place), id=anchor(dossier, source, place.id))
                parts += [title, _paragraph(context, source, place)]
    return join(parts)


def _source(context: Context, id_: str) -> str:
    """A source by its outlet and title."""
    source = context.dossier.sources[id_]
    return text("lines.source", outlet=context.dossier.outlets[source.outlet].short, title=page_title(context, source))


def covered(context: Context) -> Markup:
    """How much of each primary source the record takes up, in sentences and in words, or that it is not known."""
    return join(_covered(context, source) for source in context.dossier.about.primary)


def left_out(context: Context) -> Markup:
    """Both ways: what others tell of weight that a source leaves out; what a source has that nobody else tells."""
    dossier = context.dossier
    missing = [_left_out(context, each) for each in dossier.comparisons.values() if each.left_out]
    alone = [tag("li", line(context, claim)) for claim in told_alone(dossier).values()]
    return join(
        [
            tag("ul", missing, class_="left-out") if missing else tag("p", say("lines.nothing-left-out")),
            fold(say("lines.all-alone", count=len(alone)), tag("ul", alone, class_="left-out")) if alone else None,
        ],
        "\n\n",
    )


def _covered(context: Context, source: str) -> Markup:
    found = coverage(context.dossier, source)
    if found is None:
        return tag("p", say("made-of.source.unknown"))
    sentences, words_ = found.sentences, found.words
    taken_up = words_["quoted"] + words_["claimed"] + words_["opinion"]
    message = say(
        "lines.covered",
        sentences=sentences.total(),
        taken=sentences.total() - sentences["aside"] - sentences["nobody"],
        words=words_.total(),
        share=text("figure.percent", number=numbers.number(round(100 * taken_up / max(1, words_.total())))),
        quoted=words_["quoted"],
        rest=tag("a", text("lines.covered.rest"), href=f"{context.page('made-of/')}#source"),
    )
    return tag("p", message)


def _left_out(context: Context, item: Comparison) -> Markup:
    first, second = (context.dossier.claims[id_] for id_ in item.claims)
    place = context.dossier.place_in_words(first.source, first.place)
    id_ = first.place.id if isinstance(first.place, At) else first.place
    home = f"{context.page(LINE_BY_LINE)}#{anchor(context.dossier, first.source, id_)}"
    where = [" · ", tag("a", place, href=home)] if place else None
    return tag(
        "li",
        tag("p", comparison_words(context, item), " ", mark(context, second)),
        tag("p", way.line(context, second), where, class_="by"),
    )


def _title(dossier: Dossier, source: str, section: Section, paragraph: str) -> Markup:
    """A paragraph's heading. It is no Markdown: the table of contents has the sections alone."""
    return tag("h3", nth_paragraph(section, paragraph), id=anchor(dossier, source, paragraph))


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
