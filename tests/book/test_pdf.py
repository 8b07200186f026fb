"""The book of the invented dossier: small, and with everything that a book may hold."""

import re
import shutil
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from macros import book as pdf
from macros.book import chapter, press

from ..conftest import RECORD, Project, copy_to
from .book import destinations, elements, links, page_of, text_of_pages, text_without_blanks

pytestmark = pytest.mark.pdf

PAGES = {
    "places": "# Places\n\n{{ places() }}",
    "glossary": "# Glossary\n\n{{ glossary() }}",
    "participants": "# Participants\n\n{{ participants() }}",
    "timeline": "# Timeline\n\n{{ timeline() }}",
    "points": "# Questions\n\n{{ questions() }}",
    "differences": "# Where accounts differ\n\n{{ differences() }}",
    "statements": "# Statements\n\n{{ statements() }}",
    "people": "# People\n\n{{ people() }}",
    "outlets": "# Outlets\n\n{{ outlets() }}",
    "method": "# Method\n\n{{ legend() }}\n\n## Corrections { #corrections }\n\n{{ corrections() }}",
    "more": """# More

??? note "A folded note"
    What it hid.

=== "First tab"
    Words of the first.

=== "Second tab"
    Words of the second, with `code`.

| Left | Right |
|---|---|
| one | two |

<figure><img src="../mark.svg" alt="A circle"></figure>

<img src="../photograph.webp" alt="A red field">

An [outside page](https://example.org/one?a=b), and [the same](https://example.org/one?a=b).
""",
}


def build(project: Project) -> Project:
    """The invented dossier with a page of every kind, built."""
    nav = ["  - Home: index.md"]
    for name, text in PAGES.items():
        project.page(f"{name}.md", text)
        nav.append(f"  - {name.title()}: {name}.md")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'
    (project.root / "docs/mark.svg").write_text(drawing, "utf-8")
    Image.new("RGB", (1200, 300), "red").save(project.root / "docs/photograph.webp")
    (project.root / "mkdocs.yml").write_text("INHERIT: base.yml\nnav:\n" + "\n".join(nav) + "\n", "utf-8")
    done = project.make_site().run("mkdocs", "build", "-q", "-d", "site")
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Project:
    return build(copy_to(tmp_path_factory.mktemp("book") / "project"))


@pytest.fixture(scope="session")
def book(built):
    """The bytes of the book."""
    out = built.root / "book.pdf"
    pdf.write(built.root / "site", out, built.dossier())
    return out.read_bytes()


@pytest.fixture(scope="session")
def opened(book):
    with pikepdf.open(BytesIO(book)) as file:
        yield file


@pytest.fixture(scope="session")
def pages(book) -> list[str]:
    return text_of_pages(book)


@pytest.fixture(scope="session")
def flowing(book) -> str:
    return text_without_blanks(book)


# What is in it


def test_every_claim_stands_in_it_with_its_id(built, flowing):
    for id_, claim in built.dossier().claims.items():
        assert id_ in flowing
        for words in re.split(r"\{[^}]*\}", claim.says):
            assert "".join(words.split()) in flowing, id_


def test_every_quotation_stands_in_it(built, flowing):
    for quotation in built.dossier().quotations.values():
        assert "".join(quotation.text.split()) in flowing


def test_what_was_folded_or_in_tabs_is_open_under_its_label(pages):
    text = next(page for page in pages if "More" in page and "What it hid." in page)
    assert "A folded note" in text
    assert text.index("First tab") < text.index("Words of the first.") < text.index("Second tab")


def test_an_outside_address_is_printed_once(pages):
    printed = [page for page in pages if "https://example.org/one?a=b" in page]
    assert len(printed) == 1
    assert printed[0].count("https://example.org/one?a=b") == 1


def test_the_cover_says_what_it_is(built, pages):
    about = built.dossier().about
    assert about.title in pages[0]
    assert f"Edition {about.edition.number}, {about.edition.date}" in pages[0]


def test_no_page_is_empty(pages):
    assert min(len(page) for page in pages) > 40


# Where things are


def test_the_printed_number_of_a_page_is_its_place_in_the_file(pages):
    for number, text in enumerate(pages[1:], 2):
        assert text.endswith(f" {number}")


def test_no_link_leads_nowhere(opened):
    known = destinations(opened)
    for link in links(opened):
        assert str(link.Dest) in known if "/Dest" in link else str(link.A.URI).startswith(("http", "mailto:"))


def test_contents_and_indexes_give_the_pages_where_things_are(built, opened, pages):
    known = destinations(opened)
    claims = built.dossier().claims
    wanted = {f"points/{claim.point}/{id_}" for id_, claim in claims.items()}
    assert wanted <= known.keys()
    back = " ".join(pages[known["index-claims"] - 1 :])
    for name in wanted:
        id_ = name.rpartition("/")[2]
        assert f"{id_} {known[name]} " in back
        assert id_ in pages[known[name] - 1].replace("- ", "-")
    front = " ".join(pages[1 : known["home/the-larch-bridge-talks"] - 1])
    linked = {
        str(link.Dest)
        for page in list(opened.pages)[1 : known["home/the-larch-bridge-talks"] - 1]
        for link in page.Annots
    }
    assert {
        "home/the-larch-bridge-talks",
        "points/questions",
        "index-names",
        "index-claims",
    } <= linked
    for title, name in (("Places", "places"), ("More", "more"), ("Questions", "points")):
        page = known[f"{name}/{title.lower()}"]
        assert f"{title} {page} " in front


def test_the_index_of_names_leads_to_where_they_are_named(opened):
    numbers = page_of(opened)
    known = destinations(opened)
    for page in list(opened.pages)[known["index-names"] - 1 : known["index-claims"] - 1]:
        for link in page.get("/Annots", []):
            assert 1 < known[str(link.Dest)] < numbers[page.objgen]


def test_the_outline_mirrors_the_headings(opened, built):
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:2] == [built.dossier().about.title, "Contents"]
    assert titles[-1] == "Index of claims by id"
    assert {point.question for point in built.dossier().points.values()} <= set(titles)


# For readers who hear it


def test_it_says_that_it_is_tagged(opened, built):
    assert opened.Root.MarkInfo.Marked
    assert b"pdfuaid:part" in opened.Root.Metadata.read_bytes()
    assert str(opened.Root.Lang) == built.dossier().about.language
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert str(opened.docinfo["/Title"]) == built.dossier().about.title
    assert str(opened.docinfo["/Subject"])
    assert str(opened.docinfo["/CreationDate"]).startswith(f"D:{built.dossier().about.edition.date.first:%Y%m%d}")


def test_no_text_is_outside_marked_content(opened):
    for page in opened.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth in (0, 1)
            assert depth or name not in ("Tj", "TJ", "Do", "'", '"'), operands


def test_every_marked_content_belongs_to_one_element(opened):
    parents = opened.Root.StructTreeRoot.ParentTree.Nums
    by_page = {int(parents[i]): parents[i + 1] for i in range(0, len(parents), 2)}
    held = {(int(k), e.Pg.objgen) for e, _ in elements(opened) for k in e.K if not isinstance(k, pikepdf.Dictionary)}
    for page in opened.pages:
        marked = [
            int(operands[1].MCID) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "BDC"
        ]
        assert sorted(marked) == list(range(len(by_page[int(page.StructParents)])))
        assert {(number, page.objgen) for number in marked} <= held


def test_pictures_have_alternatives_and_tables_headers(opened):
    kinds = set()
    for element, _ in elements(opened):
        kind = str(element.S)
        kinds.add(kind)
        if kind == "/Figure":
            assert str(element.Alt)
        if kind == "/TD":
            assert len(element.A.Headers)
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Link", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= kinds


def test_photographs_are_in_it_as_small_as_print_allows(opened):
    pictures = [o for o in opened.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert [pikepdf.PdfImage(picture).as_pil_image().size for picture in pictures] == [(640, 160)]
    red, green, _ = pikepdf.PdfImage(pictures[0]).as_pil_image().convert("RGB").getpixel((300, 80))
    assert red > 240
    assert green < 20


def test_every_link_is_in_the_tree(opened):
    tagged = {
        kid.Obj.objgen
        for element, _ in elements(opened)
        for kid in element.K
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    assert {link.objgen for link in links(opened)} == tagged


def test_foreign_names_have_their_language(opened, built):
    written = {name.lang for person in built.dossier().people.values() for name in person.own_names}
    assert written
    assert written <= {str(element.Lang) for element, _ in elements(opened) if "/Lang" in element}


def test_all_fonts_are_ours_and_embedded(opened):
    fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    names = {str(font.FontName).partition("+")[2] for font in fonts}
    assert all(name.startswith(("Dossier-Serif", "Dossier-Signs", "Source-Code-Pro")) for name in names), names
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


# How it is made


def test_the_same_sources_give_the_same_bytes_anywhere(built, book, tmp_path):
    other = tmp_path / "elsewhere with blanks"
    shutil.copytree(built.root / "site", other)
    run = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(built.root), "pdf", str(other), str(tmp_path / "other.pdf")],
        cwd=RECORD.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "other.pdf").read_bytes() == book


@pytest.fixture
def spoilt(built, tmp_path):
    """A copy of the built site to spoil, and an older book that must survive."""
    shutil.copytree(built.root / "site", tmp_path / "site")
    (tmp_path / "book.pdf").write_bytes(b"the last good book")
    return tmp_path


def fails_with(words, folder, built):
    with pytest.raises(pdf.BadBook, match=words):
        pdf.write(folder / "site", folder / "book.pdf", built.dossier())
    assert (folder / "book.pdf").read_bytes() == b"the last good book"
    assert sorted(path.name for path in folder.iterdir()) == ["book.pdf", "site"]


def add_to_page(folder, text):
    page = folder / "site/more/index.html"
    page.write_text(page.read_text("utf-8").replace("An <a", f"{text} An <a"), "utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<a href="../nowhere/">x</a>', r"/more/: the link '../nowhere/' leads nowhere"),
        ('<a href="../places/#nothing">x</a>', r"'../places/#nothing' leads to nothing on /places/"),
        ('<a href="#nothing">x</a>', r"'#nothing' leads to nothing on /more/"),
        ('<img src="gone.png" alt="x">', r"/more/: the picture 'gone.png' is missing"),
        ('<img src="../mark.svg">', r"has no text alternative"),
    ],
)
def test_what_is_broken_is_named_and_the_old_book_stays(text, words, spoilt, built):
    add_to_page(spoilt, text)
    fails_with(words, spoilt, built)


def test_a_site_that_is_not_there(built, spoilt):
    shutil.rmtree(spoilt / "site")
    (spoilt / "site").mkdir()
    fails_with("build the site first", spoilt, built)


def test_a_missing_library_is_told_by_the_command(built, tmp_path):
    broken = tmp_path / "path" / "weasyprint"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise OSError('cannot load library libpango-1.0-0')", "utf-8")
    out = tmp_path / "book.pdf"
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, sys.argv.pop(1)); from macros.__main__ import main; sys.exit(main())",
            str(broken.parent),
            "--root",
            str(built.root),
            "pdf",
            str(built.root / "site"),
            str(out),
        ],
        cwd=RECORD.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "libpango" in run.stderr
    assert "make system" in run.stderr
    assert "Traceback" not in run.stderr
    assert not out.exists()


def test_a_mark_is_not_bound_to_the_word_before_it(built):
    for each in chapter.read(built.root / "site", built.dossier()):
        for sign in each.body.xpath(".//*[@class='sign']"):
            before = sign.getprevious().tail if sign.getprevious() is not None else sign.getparent().text
            assert not (before or "").endswith("\u00a0")


def test_pages_come_in_the_order_of_the_navigation(built):
    keys = [each.key for each in chapter.read(built.root / "site", built.dossier())]
    assert keys[0] == "home"
    assert keys.index("places") < keys.index("points") < keys.index("points/planks-number") < keys.index("more")


def test_page_numbers_count_over_all_parts():
    class Page:
        def __init__(self, *anchors):
            self.anchors = dict.fromkeys(anchors)

    class Part:
        def __init__(self, *pages):
            self.pages = pages

    assert press.page_numbers([Part(Page("a")), Part(Page("b", "a"), Page("c"))]) == {"a": 1, "b": 2, "c": 3}
