"""Figures are shown, in declared units and matters, and never typed into a text."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.dossier import Dossier
from ..record.model import Claim, Model
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
