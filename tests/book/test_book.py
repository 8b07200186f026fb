"""What stands in the book, and where: of the invented dossier, which has a page of every kind, and of the real one."""

import re
import subprocess
import sys

import pytest
from markupsafe import Markup

from macros import book as pdf
from macros.book import spoken
from macros.book.book import on_a_page
from macros.book.chapter import Chapter
from macros.book.press import Press
from macros.pages.assets import stylesheet
from macros.record.dossier import Dossier
from macros.record.load import load
from macros.render.handout import SIZES

from ..analysis.matter import with_sides
from ..conftest import RECORD, copy_to, some
from .book import destinations, links, text_of_pages, text_without_blanks
from .conftest import Made

pytestmark = pytest.mark.pdf
BOOKS = pytest.mark.parametrize("which", ["small", pytest.param("real", marks=pytest.mark.slow)])


@pytest.fixture
def book(which, request) -> Made:
    return request.getfixturevalue(which)


def packed(text: str) -> str:
    """Text without what a line may break or a book sets otherwise: blanks, hyphens, straight marks."""
    return re.sub(r"[\s\-‐­\"'“”‘’≠]", "", text)


@BOOKS
def test_every_claim_stands_in_it_once_with_its_number_and_its_note(book):
    text = packed(text_without_blanks(book.data))
    for id_, claim in book.dossier.claims.items():
        longest = max(re.split(r"\{[^}]*\}", claim.says), key=len)
        assert packed(longest) in text, id_
    known = destinations(book.file)
    assert {f"c-{id_}" for id_ in book.dossier.claims} <= known.keys()
    assert {f"n-{id_}" for id_ in book.dossier.sources} <= known.keys()


@BOOKS
def test_every_quotation_question_and_address_stands_in_it(book):
    text = packed(text_without_blanks(book.data))
    for quotation in book.dossier.quotations.values():
        assert packed(quotation.text) in text, quotation.id
        if quotation.original:
            assert packed(quotation.original.text) in text, quotation.id
    for point in book.dossier.points.values():
        assert packed(point.question) in text, point.id
    for source in book.dossier.sources.values():
        if source.url != "unknown":
            assert packed(source.url.removeprefix("https://").removesuffix("/")) in text, source.id


@BOOKS
def test_a_note_leads_back_to_every_page_on_which_its_claims_stand(book):
    known = destinations(book.file)
    there: dict[str, set[int]] = {}
    for claim in book.dossier.claims.values():
        there.setdefault(claim.source, set()).add(known[f"c-{claim.id}"])
    for source, pages in there.items():
        note = text_of(book, f"n-{source}")
        printed = numbers(note[note.rindex("Page") :] if "Page" in note else "")
        assert pages <= printed, source


def text_of(book: Made, name: str) -> str:
    """The text of a note, to the beginning of the next: two pages of text, since it may go on."""
    page = destinations(book.file)[name]
    text = " ".join(book.pages[page - 1 : page + 1])
    place = _numbers_of_notes(book)[name]
    start = text.index(f"[{place}] ")
    end = text.find(f"[{place + 1}] ", start)
    return re.sub(r"\s+", " ", text[start : end if end > 0 else None])


def _numbers_of_notes(book: Made) -> dict[str, int]:
    from macros.book.numbers import outlets, sources_of  # noqa: PLC0415

    found = [source.id for outlet in outlets(book.dossier) for source in sources_of(book.dossier, outlet)]
    return {f"n-{id_}": number for number, id_ in enumerate(found, 1)}


def numbers(text: str) -> set[int]:
    """The page numbers in a list of them, runs filled up."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:\s*–\s*(\d+))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


@BOOKS
def test_every_number_of_contents_and_index_is_that_of_a_page_with_the_words(book):
    """All of them: the words of a link stand on the page that its number gives, which is where it leads."""
    known = destinations(book.file)
    checked = 0
    for page in book.file.pages:
        for link in page.get("/Annots", []):
            said = str(link.get("/Contents", ""))
            if found := re.fullmatch(r"(?:.*, page|Page) (\d+)", said):
                assert known[str(link.Dest)] == int(found[1])
                checked += 1
    assert checked > len(book.dossier.claims)


@BOOKS
def test_the_index_names_who_stands_on_its_pages(book):
    """Every page of every entry has the name, or other words under which record or pages name it."""
    text = packed_pages(book)
    known = called(book.dossier)
    rows = index_rows(book, destinations(book.file)["names"])
    assert len(rows) > 10
    for name, pages in rows:
        words = known.get(packed(name), {name})
        for page in pages:
            assert any(packed(each).casefold() in text[page - 1].casefold() for each in words), (name, page, words)


def called(dossier) -> dict[str, set[str]]:
    """Under which words each name of the index may stand on a page: its own, and those that texts give instead."""
    texts = "".join(path.read_text("utf-8") for folder in ("data", "docs") for path in files(dossier.root / folder))
    given: dict[str, set[str]] = {}
    for id_, words in re.findall(r"\{([\w-]+)\|([^}]+)\}|", texts):
        given.setdefault(id_, set()).add(words)
    for id_, words in re.findall(r'"([\w-]+)", (?:show="\w+", )?words="([^"]+)"', texts):
        given.setdefault(id_, set()).add(words)
    found: dict[str, set[str]] = {}
    for id_, entry in dossier.entries.items():
        if dossier.kind_of[id_] in ("people", "parties", "places", "outlets", "terms", "events", "points"):
            name = getattr(entry, "name", None) or entry.title
            own = {name, getattr(entry, "short", None) or name, getattr(entry, "title", None) or name}
            when = {str(entry.when)} if dossier.kind_of[id_] == "events" else set()
            question = {entry.question} if dossier.kind_of[id_] == "points" else set()
            words = own | when | question | given.get(id_, set())
            found.setdefault(packed(name), set()).update(words)
            if name.endswith(f" {entry.short}" if hasattr(entry, "short") else "\0"):
                turned = f"{entry.short}, {name.removesuffix(entry.short).strip()}"
                found.setdefault(packed(turned), set()).update(words)
    return found


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))


def packed_pages(book: Made) -> list[str]:
    """The text of each page in the order in which it is read: in the margin a name goes over lines."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=book.data, capture_output=True, check=True)
    return [packed(page) for page in run.stdout.decode().split("\f")[:-1]]


def index_rows(book: Made, start: int) -> list[tuple[str, set[int]]]:
    """Names of the index with their numbers, from the text in reading order."""
    run = subprocess.run(
        ["pdftotext", "-raw", "-f", str(start), "-", "-"], input=book.data, capture_output=True, check=True
    )
    lines = [line for line in run.stdout.decode().replace("\f", "\n").replace("–\n", "–").split("\n") if line.strip()]
    rows: list[tuple[str, set[int]]] = []
    name = ""
    for line in lines[1:]:
        if found := re.fullmatch(r"(.*?)\s*((?:\d+(?:–\d+)?(?:,\s*)?)+)", line):
            if not found[1] and not name and rows:
                rows[-1][1].update(numbers(found[2]) if not line.isdigit() else ())
                continue
            rows.append((f"{name} {found[1]}".strip(), numbers(found[2])))
            name = ""
        elif len(line.strip()) > 1:
            name = f"{name} {line}".strip()
    return rows


@BOOKS
def test_no_link_is_without_a_number(book):
    """A reader of paper finds it too: what a link within the book says ends in a number, or a page stands behind it."""
    for page in book.file.pages:
        for link in page.get("/Annots", []):
            assert link.Subtype == "/Link"
            if "/Dest" in link:
                assert re.search(r"\d$", str(link.Contents))


@BOOKS
def test_no_link_leads_nowhere(book):
    known = destinations(book.file)
    for link in links(book.file):
        assert str(link.Dest) in known if "/Dest" in link else str(link.A.URI).startswith(("http", "mailto:"))


@BOOKS
def test_the_printed_number_of_a_page_is_its_place_in_the_file(book):
    for number, text in enumerate(book.pages, 1):
        assert text.endswith(f"{number}")


@BOOKS
def test_parts_come_in_their_order(book):
    known = destinations(book.file)
    order = ["handout", "left-out", "differ", "questions", "people", "places", "terms", "timeline", "sources", "names"]
    pages = [known[name] for name in order]
    assert pages == sorted(pages)


@BOOKS
def test_cover_how_to_and_contents_take_a_page_each_and_the_hand_out_too(book):
    about = book.dossier.about
    assert packed(about.title) in packed(book.pages[0])
    assert f"Edition {about.edition.number}, {about.edition.date}" in book.pages[0]
    assert "How to read this book" in book.pages[1]
    assert "Contents" in book.pages[2]
    known = destinations(book.file)
    assert known["handout"] == 4
    assert min(page for name, page in known.items() if page > 4) == 5


def test_the_hand_out_has_the_largest_letters_in_which_it_is_one_page():
    dossier = Dossier(load(RECORD))
    press = Press(dossier, [stylesheet(dossier), spoken.style()])

    def size(paragraphs: int) -> float | None:
        long = '<p>Word after <a href="#word">word</a> <span class="at" data-at="#word"></span>.</p>' * paragraphs
        return on_a_page(press, dossier, Chapter("handout", "Hand-out", Markup(long), sheet=True)).size

    found = [size(number) for number in (10, 65, 130)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (SIZES[0], SIZES[-1])
    assert len(set(found)) > 2, "one between them"


@BOOKS
def test_nothing_that_serves_a_screen_is_in_it(book):
    text = " ".join(book.pages)
    for words in ("tap", "button", "“Cite” below", "short card", "Point at", "Next to this", "Copy"):
        assert not re.search(rf"(?<!\w){words}(?!\w)", text), words


@BOOKS
def test_the_outline_has_two_levels_and_is_folded(book):
    with book.file.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert {"Contents", "Sources", "Index", "The questions"} <= set(titles)
        assert all(item.is_closed for item in outline.root if item.children)
        assert not any(child.children for item in outline.root for child in item.children)


def test_quotation_marks_are_curly_and_what_was_folded_is_open(small):
    text = " ".join(small.pages)
    assert "“reader”" in text
    assert "What it hid." in text
    assert "an outside page (example.org/one?a=b)" in text
    known = destinations(small.file)
    assert f"the places (page {known['places']})" in text


@pytest.mark.slow
def test_it_is_short(real):
    assert len(real.file.pages) <= len(real.dossier.claims) / 4
    assert len(real.data) <= 1_200_000


# How it is made


def test_the_same_sources_give_the_same_bytes_anywhere(small, bridge, tmp_path):
    other = tmp_path / "elsewhere with blanks"
    copy_to(other)
    for path in bridge.root.rglob("*"):
        if path.is_file():
            (other / path.relative_to(bridge.root)).write_bytes(path.read_bytes())
    out = tmp_path / "other.pdf"
    run = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(other), "pdf", str(out)],
        cwd=RECORD.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert out.read_bytes() == small.data


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Words in 中文.", r"No font has 中 \(U\+4E2D, CJK UNIFIED IDEOGRAPH-4E2D\), 文"),
        (f"|{'a|' * 20}\n|{'-|' * 20}\n|{'b|' * 20}", "a table of 20 columns fits on no page"),
        ('<img src="gone.png" alt="x">', "gone.png"),
    ],
)
def test_what_is_in_the_way_is_named_and_the_old_book_stays(text, words, bridge, tmp_path):
    from macros.rules.check import open_dossier  # noqa: PLC0415

    project = copy_to(tmp_path / "project")
    (project.root / "mkdocs.yml").write_text((bridge.root / "mkdocs.yml").read_text("utf-8"), "utf-8")
    project.page("more.md", f"# More\n\n{text}\n")
    out = tmp_path / "book.pdf"
    out.write_bytes(b"the last good book")
    with pytest.raises(pdf.BadBook, match=words):
        pdf.write(out, open_dossier(project.root))
    assert out.read_bytes() == b"the last good book"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.pdf", "project"]


def test_a_table_of_ten_columns_is_turned(tmp_path, bridge):
    from .conftest import made  # noqa: PLC0415

    project = copy_to(tmp_path / "project")
    (project.root / "mkdocs.yml").write_text((bridge.root / "mkdocs.yml").read_text("utf-8"), "utf-8")
    project.page("more.md", f"# More\n\n|{'a|' * 10}\n|{'-|' * 10}\n|{'last|' * 10}\n")
    book = made(project.root, tmp_path / "book.pdf")
    page = next(n for n, text in enumerate(text_of_pages(book.data)) if "last last" in text)
    box = book.file.pages[page].MediaBox
    assert box[2] > box[3]


@pytest.mark.parametrize("sides", some([1, 3, 5], 1))
def test_any_number_of_sides_has_its_book(sides, tmp_path):
    project = with_sides(copy_to(tmp_path / "project"), sides)
    loaded = Dossier(load(project.root))
    pdf.write(tmp_path / "book.pdf", loaded)
    text = packed(" ".join(text_of_pages((tmp_path / "book.pdf").read_bytes())))
    assert all(packed(loaded.parties[side].short) in text for side in loaded.sides)


def test_a_record_without_what_need_not_be_there_has_its_book(tmp_path):
    """No quotations, no comparisons, no corrections, and of prose one page without a word."""
    project = copy_to(tmp_path / "project")
    for name in ("quotations", "comparisons", "corrections"):
        (project.root / f"data/{name}.yml").unlink()
    project.page("index.md", "# Nothing\n")
    (project.root / "mkdocs.yml").write_text("site_name: bridge\nnav:\n  - index.md\n", "utf-8")
    pdf.write(tmp_path / "book.pdf", Dossier(load(project.root)))
    pages = text_of_pages((tmp_path / "book.pdf").read_bytes())
    assert "Where accounts differ" in " ".join(pages)
