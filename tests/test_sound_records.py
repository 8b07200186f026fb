"""Whatever `check` calls sound is rendered, indexed, set for the book and built without a traceback: in any script."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import jinja2
import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as some

from macros import book as pdf
from macros.record.dossier import Dossier
from macros.record.problems import BadRecord
from macros.render.author import Author, macros
from macros.render.context import Context
from macros.rules.check import open_dossier

from .everything import book, fragments
from .made import Made
from .test_dossiers import RECORDS, build, with_pages

SEEDS = some.integers(0, 2**32)
# A seed is not made smaller: a smaller one makes no smaller record.
FOUND = (Phase.explicit, Phase.generate)
QUICK = settings(max_examples=20, suppress_health_check=list(HealthCheck), phases=FOUND)
LONG = settings(QUICK, max_examples=1500)
MACROS = jinja2.Environment(undefined=jinja2.StrictUndefined, comment_start_string="{##", comment_end_string="##}")


def sound(root: Path, seed: int) -> Dossier | None:
    """The record that a seed makes; None where it is refused."""
    return sound_of(Made(seed), root)


def sound_of(made: Made, root: Path) -> Dossier | None:
    """The same of one that is made."""
    try:
        return open_dossier(made.write(root))
    except BadRecord:
        return None


def see_all(dossier: Dossier) -> None:
    """Go through all that readers get of a dossier: made pages, views, search, downloads, own pages, the book.

    As if there were a font for every letter: that one has none, who sets a book is told (tests/book).
    """
    with patch("macros.book.typeset._letters", return_value=set()):
        everything = [*fragments(dossier), *book(dossier)]
    for name, text in everything:
        text.encode()
        assert "Undefined" not in text, name
    author = Author(lambda: Context(dossier))
    for page in (dossier.root / "docs").glob("*.md"):
        MACROS.from_string(page.read_text("utf-8")).render({name: getattr(author, name) for name in macros()}).encode()


def try_seed(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dossier = sound(Path(folder), seed)
        assume(dossier is not None)
        assert dossier is not None
        see_all(dossier)


@QUICK
@given(SEEDS)
def test_what_is_sound_is_seen(seed: int) -> None:
    try_seed(seed)


@pytest.mark.slow
@LONG
@given(SEEDS)
def test_much_that_is_sound_is_seen(seed: int) -> None:
    try_seed(seed)


def test_most_that_is_made_is_sound(tmp_path: Path) -> None:
    """Otherwise the tests above would look at little."""
    found = [sound(tmp_path / str(seed), seed) for seed in range(20)]
    sides = {len(dossier.sides) for dossier in found if dossier}
    assert sum(map(bool, found)) > 10
    assert len(sides) > 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_what_is_sound_is_built(seed: int, tmp_path: Path) -> None:
    """With all pages that a dossier has, and searched through; no link of it is dead."""
    number = next(each for each in range(seed * 100, seed * 100 + 100) if sound(tmp_path / str(each), each))
    root = tmp_path / str(number)
    shutil.copy(RECORDS / "strike/mkdocs.yml", root / "mkdocs.yml")
    site = build(with_pages(root))
    assert list(site.glob("search/*.json")) or list(site.glob("**/search*"))


@pytest.mark.slow
@pytest.mark.pdf
@pytest.mark.parametrize("seed", range(3))
def test_what_is_sound_is_printed(seed: int, tmp_path: Path) -> None:
    """A small record, as if there were a font for every letter."""
    made = (Made(number) for number in range(seed * 1000, seed * 1000 + 1000))
    opened = (sound_of(each, tmp_path / str(number)) for number, each in enumerate(made) if each.is_small)
    dossier = next(each for each in opened if each)
    with patch("macros.book.typeset._letters", return_value=set()):
        pdf.write(tmp_path / "book.pdf", dossier)
    with pikepdf.open(tmp_path / "book.pdf") as book_:
        assert len(book_.pages) > 3
