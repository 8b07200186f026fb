import zipfile

import pytest

from macros.record.dates import When
from macros.site import offline


@pytest.fixture
def site(tmp_path):
    for name in ("index.html", "record/index.html", "a.css"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ('<a href="record/#x">', '<a href="record/index.html#x">'),
        ('<a href="record/?q=a">', '<a href="record/index.html?q=a">'),
        ('<a href=".">', '<a href="./index.html">'),
        (
            '<p>To: <a href="a.pdf">A</a>, <a href="../dossier-offline.zip?v=1">B</a>.</p>',
            '<p>To: <a href="a.pdf">A</a>.</p>',
        ),
        ("<p>To: <a href=dossier-offline.zip>B</a>, <a href=c>C</a>.</p>", "<p>To: <a href=c>C</a>.</p>"),
        ("<a href=record/#x class=a>", "<a href=record/index.html#x class=a>"),
        ("<a class=a href=.>", "<a class=a href=./index.html>"),
        ('<a href="#x">', '<a href="#x">'),
        ('<link href="a.css">', '<link href="a.css">'),
        ('<a href="gone/">', '<a href="gone/">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
    ],
)
def test_links_name_their_file(site, link, named):
    assert offline.named_files(link, site / "index.html") == named


def test_links_from_a_folder_are_relative_to_it(site):
    page = site / "record/index.html"
    assert offline.named_files('<a href="..">', page) == '<a href="../index.html">'


def test_the_same_site_gives_the_same_bytes(site):
    day = When("2025-06-02")
    first = offline.pack(site, day).read_bytes()
    assert offline.pack(site, day).read_bytes() == first
    with zipfile.ZipFile(site / offline.NAME) as packed:
        assert packed.namelist() == ["dossier/a.css", "dossier/index.html", "dossier/record/index.html"]


def test_a_folder_may_be_left_out(site):
    (site / "pictures").mkdir()
    (site / "pictures" / "a.png").write_bytes(b"a")
    (site / "pictures.css").write_text("", "utf-8")
    with zipfile.ZipFile(offline.pack(site, When("2025-06-02"), without="pictures")) as packed:
        assert "dossier/pictures.css" in packed.namelist()
        assert "dossier/pictures/a.png" not in packed.namelist()
