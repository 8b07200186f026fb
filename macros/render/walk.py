"""The source, walked: paragraph by paragraph, what it asserts, in whose voice, how others tell it, what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..analysis.relations import relation
from ..record.addresses import WALK, anchor
from ..record.dossier import Dossier, nth_paragraph
from ..record.model import UNKNOWN, Claim, Comparison, Section
from . import way
from .account import words as words_of_claim
from .compared import comparison_words
from .context import Context
from .html import join, tag
from .mark import mark
from .parts import heading, number_of
from .text import link, short_name
from .way import passage_url

TOLD, LEFT_OUT, ADDED = "How others tell it", "What it leaves out", "What others add"


def walk(context: Context) -> Markup:
    """Every paragraph of every primary source, under the headings of the source."""
    parts: list[Markup] = []
    for source in context.dossier.about.primary:
        for number, section in enumerate(context.dossier.sources[source].sections, 1):
            alone = len(section.paragraphs) == 1
            id_ = section.paragraphs[0] if alone else f"section-{number}"
            parts.append(heading(2, section.title, anchor(context.dossier, source, id_)))
            for paragraph in section.paragraphs:
                title = None if alone else _title(context.dossier, source, section, paragraph)
                parts.append(join([title, _paragraph(context, source, paragraph)], "\n\n"))
    return join(parts)


def left_out(context: Context) -> Markup:
    """What primary sources leave out of weight: our sentence, the account that has it, the paragraph it belongs to."""
    found = [item for item in context.dossier.comparisons.values() if item.left_out]
    if not found:
        return tag("p", "The record holds nothing of weight that is left out.")
    return tag("ul", [tag("li", _left_out(context, item)) for item in found], class_="left-out")


def _left_out(context: Context, item: Comparison) -> list[Markup]:
    first, second = (context.dossier.claims[id_] for id_ in item.claims)
    place = context.dossier.place_in_words(first.source, first.place)
    home = f"{context.page(WALK)}#{anchor(context.dossier, first.source, first.place)}"
    where = [" · beside ", tag("a", place, href=home)] if place else None
    return [
        tag("p", comparison_words(context, item), " ", mark(context, second)),
        tag("p", way.line(context, second), where, class_="by"),
    ]


def _title(dossier: Dossier, source: str, section: Section, paragraph: str) -> Markup:
    """A paragraph's heading. It is no Markdown: the table of contents has the sections alone."""
    id_ = anchor(dossier, source, paragraph)
    return tag("h3", nth_paragraph(section, paragraph), id=id_)


def _paragraph(context: Context, source: str, paragraph: str) -> Markup:
    """A paragraph: its voices, where to read it, what it asserts, what others tell, what it leaves out."""
    dossier = context.dossier
    claims = [c for c in dossier.claims.values() if c.source == source and c.place == paragraph]
    told = _compared(dossier, claims)
    groups: dict[str, list[list[object]]] = {TOLD: [], LEFT_OUT: [], ADDED: []}
    for item, other in told:
        groups[_group(dossier, item, other)].append(_told(context, item, other))
    asserted = [[words_of_claim(context, c, links=False), " ", mark(context, c)] for c in claims]
    return tag(
        "div",
        tag("p", "In whose voice: ", _voices(context, claims), ".", class_="voices"),
        _read(context, source, claims),
        _list("It asserts", asserted),
        [_list(name, rows) for name, rows in groups.items()],
        _side_by_side(context, claims),
        class_="walked",
    )


def _read(context: Context, source: str, claims: Iterable[Claim]) -> Markup | None:
    """A link to the paragraph in the source, found by the words of its first claim."""
    page = context.dossier.sources[source]
    if page.url == UNKNOWN:
        return None
    passage = next((claim.passage for claim in claims if claim.passage), None)
    words = f"Read it at {short_name(context, page.outlet)}"
    return tag("p", tag("a", words, href=passage_url(page.url, passage), class_="out", rel="noopener"), class_="by")


def _compared(dossier: Dossier, claims: Iterable[Claim]) -> list[tuple[Comparison, Claim]]:
    """Our comparisons of these claims, each once with the other claim; those of two claims of the paragraph too."""
    found: dict[str, tuple[Comparison, Claim]] = {}
    for claim in claims:
        for item in dossier.comparisons_on.get(claim.id, []):
            other = next(id_ for id_ in item.claims if id_ != claim.id)
            found.setdefault(item.id, (item, dossier.claims[other]))
    return list(found.values())


def _group(dossier: Dossier, item: Comparison, other: Claim) -> str:
    """Under which of the names a comparison stands: the second claim, if from elsewhere or of weight, tells more."""
    if item.claims[1] != other.id:
        return TOLD
    if item.left_out:
        return LEFT_OUT
    return ADDED if item.relation == "adds" and not dossier.is_primary(other) else TOLD


def _told(context: Context, item: Comparison, other: Claim) -> list[object]:
    first, second = (context.dossier.claims[id_] for id_ in item.claims)
    related = relation(context.dossier, first, second)
    lead = tag("b", related.capitalize(), ": ") if related else None
    return [lead, comparison_words(context, item), " ", mark(context, other), " ", way.line(context, other)]


def _list(title: str, items: Iterable[object]) -> list[Markup] | None:
    rows = [tag("li", item) for item in items]
    return [tag("p", title, class_="label"), tag("ul", rows)] if rows else None


def _voices(context: Context, claims: list[Claim]) -> Markup:
    """Whose words the paragraph gives: each voice with its number of claims, the quoted ones counted apart."""
    voices: dict[Markup, list[Claim]] = {}
    for claim in claims:
        voices.setdefault(_voice(context, claim), []).append(claim)
    parts = []
    for voice, found in voices.items():
        quoted = sum(bool(context.dossier.quotations_of.get(claim.id)) for claim in found)
        count = number_of(len(found), "claim") + (f", {quoted} in quotation marks" if quoted else "")
        parts.append(join([voice, f" ({count})"]))
    return join(parts, "; ")


def _voice(context: Context, claim: Claim) -> Markup:
    who = way.speakers(context, claim, links=False)
    return join([who, {"report": ", reporting", "opinion": ", opinion or wording"}.get(claim.voice)])


def _side_by_side(context: Context, claims: Iterable[Claim]) -> Markup | None:
    """Links to the rows of the comparison for the paragraph's points, where they hold other accounts."""
    dossier = context.dossier
    found = {c.point for c in claims if any(other.source != c.source for other in dossier.claims_on[c.point])}
    rows = [link(context, p.id, p.question) for p in dossier.points.values() if p.id in found]
    return tag("p", "Questions: ", join(rows, " · "), class_="by") if rows else None
