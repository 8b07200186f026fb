"""Statements: what each speaker is quoted with and what each is reported to have said, marked apart."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Quotation
from . import way
from .account import words as words_of_claim
from .context import Context
from .html import join, tag
from .mark import mark
from .parts import heading
from .text import full_name, in_language, link, prose, short_name

Statement = Claim | Quotation


def by_speaker(context: Context) -> Markup:
    """Every statement under its speaker's name, speakers by party, parties in order; then those of no known speaker."""
    dossier = context.dossier
    found = statements(dossier)
    parts: list[Markup] = []
    for party in dossier.parties.values():
        ids = [id_ for id_ in _speakers(dossier) if dossier.party_of(id_) == party.id]
        parts.append(_group(context, f"party-{party.id}", party.short, ids, found))
    others = [id_ for id_ in _speakers(dossier) if dossier.party_of(id_) is None]
    parts.append(_group(context, "no-party", "Speakers of no party, or of one not known", others, found))
    if unclear := [item for item in found if item.by == "unclear"]:
        parts.append(heading(2, "No speaker named", "unclear") + _list(context, unclear))
    return join(parts)


def by_topic(context: Context) -> Markup:
    """The same statements by topic, each by its speaker and point, folded."""
    dossier = context.dossier
    found = statements(dossier)
    folds = []
    for topic in dossier.about.topics:
        items = [item for item in found if topic.id in _topics(dossier, item)]
        if items:
            summary = [topic.title, " ", tag("span", f"{len(items)}", class_="count")]
            lines = tag("ul", [_line(context, item) for item in items], class_="lines")
            folds.append(tag("details", tag("summary", summary), lines, class_="more"))
    return tag("div", folds, class_="folds")


def statements(dossier: Dossier) -> list[Statement]:
    """Every quotation of a speaker and every statement reported without one, primary sources first, as they stand.

    Words that an outlet sets in quotation marks in its own voice are no statement of a speaker.
    """
    quoted = [q for q in dossier.quotations.values() if q.by == "unclear" or not _outlets_own(dossier, q)]
    reported = [
        c
        for c in dossier.claims.values()
        if c.voice in ("speaker", "unclear") and not any(q in quoted for q in dossier.quotations_of.get(c.id, []))
    ]
    return sorted([*quoted, *reported], key=lambda item: _order(dossier, item))


def _outlets_own(dossier: Dossier, item: Quotation) -> bool:
    return any(id_ in dossier.outlets for id_ in item.by)


def _order(dossier: Dossier, item: Statement) -> tuple[int, int, str]:
    """Primary sources by paragraph, then others by the date they were said."""
    if dossier.is_primary(item) and item.place != UNKNOWN:
        source = dossier.about.primary.index(item.source)
        return 0, source * 1000 + dossier.paragraphs(item.source).index(item.place), ""
    date = _claim(dossier, item).date
    return 1, 0, date.first.isoformat() if isinstance(date, When) else "9999"


def _speakers(dossier: Dossier) -> list[str]:
    """Parties and people in the order of the record."""
    return [*dossier.parties, *dossier.people]


def _topics(dossier: Dossier, item: Statement) -> set[str]:
    claims = [item] if isinstance(item, Claim) else [dossier.claims[id_] for id_ in item.claims]
    return {dossier.points[claim.point].topic for claim in claims}


def _group(context: Context, id_: str, title: str, speakers: Iterable[str], found: list[Statement]) -> Markup:
    """The speakers of a party with what each said; a party none of whose speakers is in the record says so."""
    parts = []
    for speaker in speakers:
        said = [item for item in found if item.by != "unclear" and speaker in item.by]
        if said:
            parts.append(_speaker(context, speaker, said))
    return heading(2, title, id_) + join(parts or [tag("p", "No statement in the record.")])


def _speaker(context: Context, id_: str, said: list[Statement]) -> Markup:
    person = context.dossier.people.get(id_)
    office = prose(context, person.office) if person and person.office != UNKNOWN else None
    name = link(context, id_, join(["about ", short_name(context, id_)]))
    lists = []
    for primary, title in ((True, "In the source"), (False, "In other accounts")):
        items = [item for item in said if context.dossier.is_primary(item) == primary]
        if items:
            lists += [tag("p", title, class_="label"), _list(context, items)]
    return join(
        [
            heading(3, full_name(context, id_), f"by-{id_}"),
            tag("p", [office, " · "] if office else None, name, class_="by"),
            *lists,
        ],
        "\n\n",
    )


def _list(context: Context, items: Iterable[Statement]) -> Markup:
    return tag("ul", [_item(context, item) for item in items], class_="statements")


def _item(context: Context, item: Statement) -> Markup:
    """A statement: whether it is quoted or reported, the words, the way they took, where they stand."""
    if isinstance(item, Claim):
        words = tag("p", words_of_claim(context, item, links=False), " ", mark(context, item))
        kind, by = "Reported", way.line(context, item)
    else:
        words = tag("blockquote", tag("p", "“", in_language(item.text, item.language), "”"))
        entry = tag("a", "entry of the quotation", href=context.link(item.id), class_="ref", data_card=item.id)
        kind, by = "Quoted", join([way.account_name(context, item), " · ", entry])
    place = way.page_link(context, item)
    return tag(
        "li",
        tag("span", kind, class_="kind"),
        words,
        tag("p", by, [" · ", place] if place else None, class_="by"),
        data_kind=kind.lower(),
    )


def _line(context: Context, item: Statement) -> Markup:
    """A statement by its speaker and point, linked to its entry; its words stand under its speaker."""
    names = "No speaker named" if item.by == "unclear" else " and ".join(short_name(context, id_) for id_ in item.by)
    kind = "reported" if isinstance(item, Claim) else "quoted"
    title = context.dossier.points[_claim(context.dossier, item).point].title
    return tag("li", names, ", ", kind, ": ", link(context, item.id, title))


def _claim(dossier: Dossier, item: Statement) -> Claim:
    """The claim a statement is; of a quotation, the first it carries."""
    return item if isinstance(item, Claim) else dossier.claims[item.claims[0]]
