from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.site import light

PAGE = """<!doctype html>
<html class="no-js"><head><meta charset="utf-8">
  <script data-font="../assets/fonts/x.woff2">1</script>
  <link rel="stylesheet" href="../assets/stylesheets/theme.min.css">
  <link rel="stylesheet" href="../assets/stylesheets/site.css">
  <link rel="stylesheet" href="../assets/stylesheets/handout.css">
</head>
<body dir="ltr" data-md-color-scheme="default">
  <p class="used">text</p>
  <pre>
    <span>code</span>
    <span>more</span>
  </pre>
  <div>
    <b>one</b> <i>two</i>
    <span>three</span>
  </div>
  <a href="../record/#one" class="ref" data-card="one">1</a><a href="#two" data-card="three">2</a>
  <p><a href="../book.pdf">book</a> <a href="../all.zip">all</a> <a href="../gone.pdf">gone</a></p>
  <p>As assets/javascripts/cards.js does.</p>
  <script src="../assets/javascripts/cards.js"></script>
  <script src="../assets/javascripts/bundle.0a1b2c3d.min.js"></script>
  <script src="../assets/javascripts/copy.js" defer></script>
</body></html>
"""
FILES = {
    "a/index.html": PAGE,
    "b/index.html": PAGE.replace('"used"', '"handout"'),
    "moved/index.html": "<!doctype html><title>Moved</title>",
    "assets/stylesheets/theme.min.css": ".used { margin: 0 } .unused { color: red }",
    "assets/stylesheets/site.css": '@font-face { font-family: X; src: url("../fonts/x.woff2") } :root { --ours: blue }',
    "assets/stylesheets/handout.css": ".handout { color: var(--ours) }",
    "assets/fonts/x.woff2": "font",
    "book.pdf": "book",
    "assets/cards/record.js": "1",
    "assets/javascripts/cards.js": 'new URL("cards/", assets)',
    "assets/javascripts/copy.js": "x",
    "assets/javascripts/bundle.0a1b2c3d.min.js": "x",
    "assets/javascripts/bundle.0a1b2c3d.min.js.map": "{}",
    "assets/javascripts/lunr/a.js": "x",
}


def lightened(folder: Path, **changed: str) -> Path:
    """A built site of two pages, lightened."""
    for name, text in {**FILES, **changed}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    light.lighten(folder, made_later=("all.zip",))
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lightened(tmp_path)


@pytest.fixture
def page(site: Path) -> str:
    return (site / "a/index.html").read_text("utf-8")


def sheets(page: str) -> list[str]:
    return re.findall(r"<link href=\.\./(assets/stylesheets/\S+) rel=stylesheet>", page)


def test_all_pages_load_one_sheet_that_is_there(site: Path, page: str) -> None:
    (shared,) = sheets(page)
    assert re.fullmatch(r"assets/stylesheets/shared\.[0-9a-f]{8}\.css", shared)
    assert sheets((site / "b/index.html").read_text("utf-8"))[0] == shared
    text = (site / shared).read_text("utf-8")
    assert ".used" in text
    assert "--ours:blue" in text
    assert "red" not in text


def test_a_sheet_apart_is_loaded_where_there_is_what_it_styles(site: Path) -> None:
    apart = sheets((site / "b/index.html").read_text("utf-8"))[1]
    assert (site / apart).read_text("utf-8") == ".handout{color:var(--ours)}"
    assert len(sheets((site / "a/index.html").read_text("utf-8"))) == 1


def test_the_other_sheets_are_known_to_the_page_for_later(site: Path, page: str) -> None:
    other = (site / "b/index.html").read_text("utf-8")
    apart = sheets(other)[1]
    assert re.findall(r"data-sheets=\"?(\S*?)[\" >]", page) == [f"../{apart}"]
    assert re.findall(r"data-sheets=\"?(\S*?)[\" >]", other) in ([""], [])


def test_only_the_sheets_that_pages_load_are_left(site: Path) -> None:
    assert len(list((site / "assets/stylesheets").iterdir())) == 2


def test_text_and_code_keep_their_spaces(page: str) -> None:
    assert "<span>code</span>\n    <span>more</span>" in page
    assert re.search(r"<b>one</b> <i>two</i>\s+<span>three</span>", page)


def test_scripts_wait_in_their_order(site: Path, page: str) -> None:
    (late,) = re.findall(r'data-late="([^"]*)"', page)
    names = [re.sub(r"\.[0-9a-f]{8}\b", "", name) for name in late.split()]
    assert names == [f"../assets/javascripts/{name}" for name in ("cards.js", "bundle.min.js", "copy.js")]
    assert all((site / "a" / name).resolve().is_file() for name in late.split())
    assert "<script src" not in page


def test_files_of_ours_have_a_hash_wherever_they_are_named(site: Path, page: str) -> None:
    (font,) = (site / "assets/fonts").iterdir()
    assert re.fullmatch(r"x\.[0-9a-f]{8}\.woff2", font.name)
    assert f"data-font=../assets/fonts/{font.name}" in page
    assert f"../fonts/{font.name}" in (site / sheets(page)[0]).read_text("utf-8")
    (cards,) = (site / "assets").glob("cards*")
    (script,) = (site / "assets/javascripts").glob("cards.*.js")
    assert f'"{cards.name}/"' in script.read_text("utf-8")
    assert "As assets/javascripts/cards.js does." in page


def test_a_file_changes_its_name_with_what_it_names(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = lightened(tmp_path_factory.mktemp("other"), **{"assets/cards/record.js": "2"})
    first, second = ({path.name for path in (each / "assets/javascripts").iterdir()} for each in (site, other))
    assert {name.split(".")[0] for name in first - second} == {"cards"}


def test_what_nothing_loads_is_gone(site: Path) -> None:
    assert not (site / "assets/javascripts/lunr").exists()
    assert not list(site.rglob("*.map"))


def test_a_page_without_styles_stays_as_it_is(site: Path) -> None:
    assert (site / "moved/index.html").read_text("utf-8") == "<!doctype html><title>Moved</title>"


def test_a_card_with_the_id_of_its_link_is_named_once(page: str) -> None:
    assert re.search(r"<a class=ref data-card href=\.\./record/#one>1</a>", page)
    assert re.search(r"<a data-card=three href=#two>2</a>", page)


def links(page: str) -> list[str]:
    return re.findall(r"href=(\.\./(?:book|all|gone)\S+?)>", page)


def test_a_link_to_a_download_says_which_state_of_it_it_means(tmp_path: Path, page: str) -> None:
    book, all_, gone = links(page)
    assert re.fullmatch(r"\.\./book\.pdf\?v=[0-9a-f]{8}", book)
    assert re.fullmatch(r"\.\./all\.zip\?v=[0-9a-f]{8}", all_)
    assert gone == "../gone.pdf"
    other = lightened(tmp_path / "other", **{"book.pdf": "another"})
    after = links((other / "a/index.html").read_text("utf-8"))
    assert after[0].split("=")[0] == book.split("=")[0]
    assert {*after[:2]}.isdisjoint((book, all_))


def test_a_page_that_is_shown_at_any_depth_names_its_downloads_from_the_root(tmp_path: Path) -> None:
    lost = PAGE.replace('data-font="../', 'data-base="/sub/" data-font="/sub/').replace("../book.pdf", "/sub/book.pdf")
    site = lightened(tmp_path, **{"404.html": lost})
    assert re.search(r"href=/sub/book\.pdf\?v=[0-9a-f]{8}>", (site / "404.html").read_text("utf-8"))


def test_a_page_bears_a_mark_of_its_text(tmp_path: Path, page: str) -> None:
    def mark(text: str) -> str:
        (found,) = re.findall(r"data-text=([0-9a-f]{8})", text)
        return str(found)

    same = (lightened(tmp_path / "same") / "a/index.html").read_text("utf-8")
    changed = lightened(tmp_path / "changed", **{"a/index.html": PAGE.replace(">text<", ">texts<")})
    assert mark(same) == mark(page)
    assert mark((changed / "a/index.html").read_text("utf-8")) != mark(page)
