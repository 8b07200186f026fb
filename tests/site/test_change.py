"""A figure stands in one line of the record: changed there, it changes wherever the claim is shown and nowhere else."""

from __future__ import annotations

import re
import shutil
from collections import Counter

import pytest

from macros.analysis.relations import pairs
from macros.analysis.status import status
from macros.record import figures
from macros.record.addresses import address
from macros.record.dossier import Dossier
from macros.rules.check import open_dossier

from ..conftest import REAL
from .conftest import Page, Site, once, run

NEW = 77_713


def fresh_copy(folder):
    """The project without what is built, so that a test may change its record."""
    for name in ("data", "docs"):
        shutil.copytree(REAL / name, folder / name)
    for name in ("macros", "overrides", "assets", "mkdocs.yml"):
        (folder / name).symlink_to(REAL / name)
    return folder


def write_another(root, claim, name):
    """Write another number into the one line of the figure."""
    path = next(path for path in (root / "data").rglob("*.yml") if f"\n{claim}:\n" in path.read_text("utf-8"))
    text = path.read_text("utf-8")
    start = text.index(f"\n{claim}:\n")
    pattern = re.compile(rf"(\n    {name}: \{{(?:exact|about|at_least|up_to|more_than|almost|just_over): )([\d.]+)")
    match = pattern.search(text, start)
    assert match, f"{claim}.{name} is written otherwise"
    path.write_text(text[: match.start(2)] + str(NEW) + text[match.end(2) :], "utf-8")


def relations(dossier: Dossier):
    """All that is computed over the points, so that a figure can be picked on which nothing else hangs."""
    return {
        id_: (
            status(dossier, id_).kind,
            [(pair.first.id, pair.second.id, pair.relation) for pair in pairs(dossier, id_)],
        )
        for id_ in dossier.points
    }


def candidates(record: Dossier):
    """Figures that are written out in digits and that no other claim on the point gives, those shown most first."""
    for claim in sorted(record.claims.values(), key=lambda claim: (not record.is_primary(claim), claim.id)):
        for name, figure in claim.figures.items():
            kind = figures.value_of(figure)
            value = getattr(figure, kind)
            alone = not any(name in other.figures for other in record.claims_on[claim.point] if other.id != claim.id)
            if kind in ("exact", "about", "at_least", "more_than") and value >= 10 and alone:
                yield claim.id, name


@pytest.fixture(scope="module")
def change(record, site, tmp_path_factory):
    """The claim that was changed, the old and new number as readers see them, and the site built from it."""
    claim, name = next(candidates(record))
    figure = record.claims[claim].figures[name]
    old = getattr(figure, figures.value_of(figure))

    def build(root):
        fresh_copy(root)
        write_another(root, claim, name)
        assert relations(open_dossier(root)) == relations(record)
        run(root, "macros", "site", "--out", str(root / "site"))

    folder = once(tmp_path_factory, "changed-site", build)
    return claim, f"{old:,}", f"{NEW:,}", Site(folder / "site")


def count(page: Page, number: str) -> int:
    """How often a number stands in what a reader sees."""
    return len(re.findall(rf"(?<![\d,.]){re.escape(number)}(?!\d|,\d)", page.words()))


def test_the_figure_is_shown_in_several_places(change):
    _, _, new, after = change
    assert sum(count(page, new) for page in after.pages.values()) > 1


def test_every_place_where_the_claim_is_shown_has_changed(change, record):
    """Neither the claim's entry nor a link to it with its figure keeps the old number."""
    claim, old, new, after = change
    entry = after.pages[address(record, claim).page].root.xpath(f"//*[@id='{claim}']//*[contains(@class, 'says')]")[0]
    assert new in entry.text_content()
    assert old not in entry.text_content()
    for page in after.pages.values():
        for link in page.root.xpath(f"//a[@data-card][substring-after(@href, '#')='{claim}'][contains(@class, 'ref')]"):
            assert old not in link.text_content(), page.url


def test_each_page_lost_the_old_number_as_often_as_it_got_the_new(change, site):
    _, old, new, after = change
    assert site.pages.keys() == after.pages.keys()
    for url, page in after.pages.items():
        assert count(site.pages[url], old) - count(page, old) == count(page, new), url


def test_nothing_else_has_changed(change, site):
    """With the new number put back, every page reads as it did."""
    _, old, new, after = change
    for url, page in after.pages.items():
        before, now = Counter(site.pages[url].words().split()), Counter(page.words().split())
        gone, come = before - now, now - before
        assert {word.strip("().,;:“”") for word in come} <= {new}, url
        assert {word.strip("().,;:“”") for word in gone} <= {old}, url
