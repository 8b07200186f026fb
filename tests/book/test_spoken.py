"""The book in other languages: the words beside a page's number, and what stands on the other side."""

import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from macros import locale
from macros.book import spoken
from macros.book.press import Press
from macros.book.typeset import known, typeset

from ..conftest import Project


@pytest.fixture(autouse=True)
def english():
    yield
    locale.use("en")


@pytest.mark.parametrize(
    ("language", "page", "is_mirrored"), [("en", "(page ", False), ("uk", "(с. ", False), ("ar", "(ص ", True)]
)
def test_the_sheet_speaks_the_language_and_mirrors_what_knows_only_left_and_right(language, page, is_mirrored):
    locale.use(language)
    assert page in spoken.style()
    assert ("@top-right { content: string(chapter) }" in spoken.style()) == is_mirrored


@pytest.mark.parametrize(
    ("language", "words", "kept"),
    [("ar", "<b>What Now?</b> أوان", True), ("ar", "<b>أوان?</b>", False), ("uk", "<b>What Now?</b>", False)],
)
def test_a_name_from_left_to_right_keeps_the_sign_at_its_end(language, words, kept):
    bold = html.fragment_fromstring(typeset(words, language), create_parent="div").find("b")
    assert ("\u200e" in bold.text) == kept


def test_the_book_has_the_letters_of_arabic():
    assert set("ساعة البرج في سبع نخلات؟،؛ًٌَُّ") - {" "} <= known()


def printed(project: Project, line: str, tmp_path: Path) -> Path:
    """A book of one line."""
    locale.use("ar")
    press = Press(project.dossier(), [spoken.style()])
    head = '<!doctype html><html lang="ar" dir="rtl"><head><title>x</title></head>'
    page = f'{head}<body><p id="a">{line}</p></body></html>'
    path = tmp_path / "line.pdf"
    path.write_bytes(press.bind([press.lay_out(page, after=0)], lambda name: name))
    return path


def gaps(path: Path) -> list[int]:
    """How wide the white between what is inked in a line is, in thirds of a point, from right to left."""
    shot = subprocess.run(["pdftoppm", "-r", "216", "-gray", path], capture_output=True, check=True).stdout
    with Image.open(BytesIO(shot)) as image:
        top = image.crop((0, 0, image.width, image.height // 2))  # without the page's number
        inked = [x for x in range(top.width) if top.crop((x, 0, x + 1, top.height)).getextrema()[0] < 128]
    return [after - before - 1 for before, after in pairwise(inked) if after - before > 1][::-1]


def test_the_last_word_of_a_line_from_right_to_left_stands_clear_of_the_one_before(untouched, tmp_path):
    """Each line ends in a blank for who hears the book; on the left of the line it must push nothing."""
    first, last = gaps(printed(untouched, '<a href="#a">سس</a> <i>سس</i> <b>سس</b>', tmp_path))
    assert last == pytest.approx(first, abs=2)


def test_what_is_printed_can_be_copied_and_heard(untouched, tmp_path):
    path = printed(untouched, '<a href="#a">ثبت أن بيتنا</a> تفحص خمسين سنة', tmp_path)
    copied = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "ثبت أن بيتنا تفحص خمسين سنة" in copied
