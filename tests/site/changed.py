"""The real record with one figure corrected, and the site that comes of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.analysis.relations import pairs
from macros.analysis.status import status
from macros.record import figures
from macros.record.dossier import Dossier

from ..conftest import REAL

if TYPE_CHECKING:
    from .conftest import Site

NEW = 77_713


class Change(NamedTuple):
    """A record, its claim that was changed, the old and the new number as readers see them, and both sites."""

    record: Dossier
    claim: str
    old: str
    new: str
    before: Site
    after: Site


def change(record: Dossier, before: Site, after: Site) -> Change:
    """What the change to the first figure that may be changed is, given the sites before and after it."""
    claim, name = next(candidates(record))
    figure = record.claims[claim].figures[name]
    old = getattr(figure, figures.value_of(figure))
    return Change(record, claim, f"{old:,}", f"{NEW:,}", before, after)


def fresh_copy(folder: Path) -> Path:
    """The project without what is built, so that a test may change its record."""
    for name in ("data", "docs"):
        shutil.copytree(REAL / name, folder / name)
    for name in ("macros", "overrides", "assets", "mkdocs.yml"):
        (folder / name).symlink_to(REAL / name)
    return folder


def write_another(root: Path, record: Dossier) -> None:
    """Write another number into the one line of the first figure of a record that may be changed."""
    claim, name = next(candidates(record))
    path = next(path for path in (root / "data").rglob("*.yml") if f"\n{claim}:\n" in path.read_text("utf-8"))
    text = path.read_text("utf-8")
    start = text.index(f"\n{claim}:\n")
    pattern = re.compile(
        rf"(\n    {name}: \{{(?:exact|about|at_least|up_to|more_than|fewer_than|less_than|almost|just_over): )([\d.]+)"
    )
    match = pattern.search(text, start)
    assert match, f"{claim}.{name} is written otherwise"
    path.write_text(text[: match.start(2)] + str(NEW) + text[match.end(2) :], "utf-8")


def relations(dossier: Dossier) -> dict[str, object]:
    """All that is computed over the points, so that a figure can be picked on which nothing else hangs."""
    return {
        id_: (
            status(dossier, id_).kind,
            [(pair.first.id, pair.second.id, pair.relation) for pair in pairs(dossier, id_)],
        )
        for id_ in dossier.points
    }


def candidates(record: Dossier) -> Iterator[tuple[str, str]]:
    """Figures that are written out in digits and that no other claim on the point gives, those shown most first."""
    for claim in sorted(record.claims.values(), key=lambda claim: (not record.is_primary(claim), claim.id)):
        for name, figure in claim.figures.items():
            kind = figures.value_of(figure)
            value = getattr(figure, kind)
            alone = not any(name in other.figures for other in record.claims_on[claim.point] if other.id != claim.id)
            if kind in ("exact", "about", "at_least", "more_than") and value >= 10 and alone:
                yield claim.id, name
