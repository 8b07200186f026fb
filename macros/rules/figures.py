"""Figures are shown, in declared units and matters, and never typed into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..locale import text as said
from ..record.dossier import Dossier
from ..record.figures import LOOSE, value_of
from ..record.model import Claim, Figure, Model
from ..record.problems import suggestion
from ..record.references import PLACEHOLDER, dates, own_texts, placeholders
from .exceptions import Exceptions
from .ours import as_read, typed_figures, unquoted
from .rule import Finding, all_entries, rule


@rule
def figures_are_not_ids(dossier: Dossier) -> Iterator[Finding]:
    """A figure's name is not an id as well: a placeholder must mean one thing."""
    for claim in dossier.claims.values():
        for name in claim.figures:
            if name in dossier.entries:
                kind = dossier.kind_of[name]
                yield Finding(
                    claim.id,
                    ("figures", name),
                    f"{name!r} is the id of one of {kind}; call the figure otherwise",
                )


@rule
def figures_are_shown(dossier: Dossier) -> Iterator[Finding]:
    """A figure of a claim stands in what the claim says."""
    for claim in dossier.claims.values():
        shown = set(placeholders(claim.says))
        for name in claim.figures.keys() - shown:
            yield Finding(claim.id, ("figures", name), f"is not used: write {{{name}}} in `says`, or leave it out")


@rule
def no_word_stands_before_a_figure_twice(dossier: Dossier) -> Iterator[Finding]:
    """What the site writes with a figure ('at least') is not typed beside it, nor beside one that is exact."""
    for claim in dossier.claims.values():
        yield from _typed(claim.id, claim.says, claim.figures)
    for comparison in dossier.comparisons.values():
        pair = zip(("first", "second"), comparison.claims, strict=True)
        known = {f"{n}.{name}": f for n, id_ in pair for name, f in dossier.claims[id_].figures.items()}
        yield from _typed(comparison.id, comparison.says, known)


# Before a figure that is exact these may be no word on it: 'talks about three boats', 'came up to two boats'.
PREPOSITIONS = ("about", "up_to")


def _typed(id_: str, says: str, known: Mapping[str, Figure]) -> Iterator[Finding]:
    for place in PLACEHOLDER.finditer(says):
        figure = known.get(place[1])
        kind = value_of(figure) if figure else ""
        if kind not in (*LOOSE, "exact"):
            continue
        around = [" ".join(part.casefold().split()) for part in (says[: place.start()], says[place.end() :])]
        for word in LOOSE:
            typed = _beside(word, *around)
            if typed and not (kind == "exact" and word in PREPOSITIONS):
                other = f"write the figure as `{word}`, and take it out"
                hint = "take it out: the site writes it" if word == kind else other
                yield Finding(id_, ("says",), f"{typed!r} stands beside {{{place[1]}}}, which is `{kind}`", hint)
                break


def _beside(word: str, before: str, after: str) -> str | None:
    """What the language writes with a number for a loose word, where it stands just before or behind a place."""
    start, _, end = (part.strip() for part in said(f"figure.{word.replace('_', '-')}", number="|").partition("|"))
    if start and re.search(rf"(?<!\w){re.escape(start.casefold())}$", before):
        return str(start)
    if not start and re.match(rf"{re.escape(end.casefold())}(?!\w)", after):
        return str(end)
    return None


@rule
def units_count_what_is_known(dossier: Dossier) -> Iterator[Finding]:
    """A unit that counts a smaller one counts one that is declared, and the smallest: what is compared is in that."""
    for name, unit in dossier.about.units.items():
        if unit.of is None:
            continue
        other = dossier.about.units.get(unit.of)
        if other is None:
            near = suggestion(unit.of, dossier.about.units)
            yield Finding("", ("units", name, "of"), f"unit {unit.of!r} is not in dossier.yml", near)
        elif other.of is not None:
            message = f"{unit.of!r} counts {other.of!r} itself"
            yield Finding("", ("units", name, "of"), message, "say how many of the smallest unit it is")


@rule
def units_are_declared(dossier: Dossier) -> Iterator[Finding]:
    """A figure's unit is one of those in dossier.yml."""
    for claim in dossier.claims.values():
        for name, figure in claim.figures.items():
            if figure.unit and figure.unit != "percent" and figure.unit not in dossier.about.units:
                near = suggestion(figure.unit, dossier.about.units)
                yield Finding(claim.id, ("figures", name, "unit"), f"unit {figure.unit!r} is not in dossier.yml", near)


@rule
def matters_are_declared(dossier: Dossier) -> Iterator[Finding]:
    """What a number is promised or counted of is a matter of dossier.yml, which has all its numbers in one unit."""
    units: dict[str, str | None] = {matter.id: None for matter in dossier.about.matters}
    for claim in dossier.claims.values():
        for name, figure in claim.figures.items():
            for field in ("promised", "counted"):
                matter = getattr(figure, field)
                if matter is None:
                    continue
                if matter not in units:
                    near = suggestion(matter, units)
                    yield Finding(claim.id, ("figures", name, field), f"{matter!r} is no matter of dossier.yml", near)
                    continue
                unit = units[matter] = units[matter] or figure.unit
                if unit != figure.unit:
                    message = f"{matter!r} is counted in {unit} elsewhere: what is compared has one unit"
                    yield Finding(claim.id, ("figures", name, "unit"), message)


@rule
def no_typed_digits(dossier: Dossier) -> Iterator[Finding]:
    """Our own texts hold no digits outside quotation marks: figures are typed values."""
    exceptions = Exceptions.read(dossier.root)
    for id_, entry in all_entries(dossier):
        for text in own_texts(entry):
            ours = unquoted(PLACEHOLDER.sub(lambda match: match[2] or "", text.text))
            if found := typed_figures(as_read(exceptions.without(id_, ours))):
                what = "is a typed figure" if len(found) == 1 else "are typed figures"
                yield Finding(
                    id_,
                    text.path,
                    f"{', '.join(map(repr, found))} {what}",
                    _way_out(entry, placeholders=text.placeholders),
                )


@rule
def what_has_two_ends_runs_forward(dossier: Dossier) -> Iterator[Finding]:
    """A range goes from the smaller to the larger number, an interval from the earlier to the later day."""
    for claim in dossier.claims.values():
        for name, figure in claim.figures.items():
            if figure.between and figure.between[0] >= figure.between[1]:
                message = "`between` goes from the smaller to the larger number"
                yield Finding(claim.id, ("figures", name, "between"), message)
    for id_, entry in all_entries(dossier):
        for path, when in dates(entry):
            if when.last < when.first:
                yield Finding(id_, path, f"{when.text!r} ends before it begins")


def _way_out(entry: Model, *, placeholders: bool) -> str:
    """What to do with a figure in a text of an entry, which may have no `figures` and no placeholders."""
    way_out = "a name that holds one, as G7 does, is declared in data/exceptions.yml"
    if isinstance(entry, Claim) and placeholders:
        return f"give it under `figures` and write its name in braces here, such as {{boats}}; {way_out}"
    return f"say it without a figure, which only claims hold; {way_out}"
