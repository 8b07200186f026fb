"""The form that narrows a list of claims. It is of use with scripts alone; without them the style sheet hides it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from ..analysis import points
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim
from .context import Context
from .html import tag
from .mark import STANDINGS, VOICES
from .text import full_name

ACTS = {
    "states": "statement",
    "proposes": "proposal",
    "demands": "demand",
    "agrees": "agreement",
    "declines": "refusal",
    "denies": "denial",
    "opines": "opinion",
}
SORTS = {"": "as recorded", "date": "by date", "speaker": "by speaker"}


def values(dossier: Dossier, claim: Claim) -> dict[str, str]:
    """What a claim is narrowed and ordered by: field to value, several apart by blanks; entries carry it as data-*."""
    return {
        "topic": dossier.points[claim.point].topic,
        "party": " ".join(dossier.parties_of(claim)),
        "speaker": "unclear" if claim.by == "unclear" else " ".join(claim.by),
        "voice": claim.voice,
        "act": claim.act,
        "source": dossier.sources[claim.source].outlet,
        "standing": points.standing(dossier, claim.point).replace(" ", "-"),
        "date": claim.date.first.isoformat() if isinstance(claim.date, When) else "",
    }


def attributes(dossier: Dossier, claim: Claim) -> dict[str, str | None]:
    """The same as attributes for `tag`."""
    return {f"data_{field}": value or None for field, value in values(dossier, claim).items()}


def form(context: Context, claims: Iterable[Claim], noun: str = "claims") -> Markup:
    """The form for a list of claims: a choice per field with how many claims each has, an order, a count."""
    dossier = context.dossier
    claims = list(claims)
    counts: dict[str, Counter[str]] = {}
    for claim in claims:
        for field, value in values(dossier, claim).items():
            counts.setdefault(field, Counter()).update(value.split())
    names: dict[str, tuple[str, Callable[[str], str]]] = {
        "topic": ("Topic", {topic.id: topic.title for topic in dossier.about.topics}.__getitem__),
        "party": ("Party", lambda id_: dossier.parties[id_].name),
        "speaker": ("Speaker", lambda id_: "no speaker named" if id_ == "unclear" else full_name(context, id_)),
        "voice": ("Voice", VOICES.__getitem__),
        "act": ("Act", ACTS.__getitem__),
        "source": ("Source", lambda id_: dossier.outlets[id_].name),
        "standing": ("Standing", lambda value: STANDINGS[value.replace("-", " ")]),
    }
    # Topics and parties stand in the order of the record, before whatever is ordered by its name.
    ranks = {id_: rank for rank, id_ in enumerate([*(topic.id for topic in dossier.about.topics), *dossier.parties])}
    fields = []
    for field, (label, name) in names.items():
        found = counts.get(field, Counter())
        ordered = sorted(found, key=lambda value: (ranks.get(value, len(ranks)), name(value).lower()))
        options = [tag("option", f"{name(value)} ({found[value]})", value=value) for value in ordered]
        options.insert(0, tag("option", "all", value=""))
        fields.append(tag("label", tag("span", label), tag("select", options, name=field)))
    order = [tag("option", words, value=value) for value, words in SORTS.items()]
    return tag(
        "form",
        fields,
        tag("label", tag("span", "Order"), tag("select", order, name="order")),
        tag("output", f"{len(claims)} of {len(claims)} {noun}", role="status", data_noun=noun),
        tag("button", "Show all", type="reset"),
        class_="filters",
        aria_label=f"Narrow the {noun}",
    )
