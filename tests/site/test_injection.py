"""Markup, scripts, Jinja and Markdown in any text of a record reach the page as text."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.record.model import KINDS, About
from macros.rules import check

from ..conftest import RECORD, Project
from ..mutations import OPTIONS, Mutation, Record
from ..mutations import _walk as walk

pytestmark = pytest.mark.browser

PAYLOADS = [
    "<script>window.hit=true</script>",
    '<img src=x onerror="window.hit=true">',
    "\"><svg onload='window.hit=true'>",
    "</title></script><script>window.hit=true</script>",
    "[link](javascript:window.hit=true)",
    "<a href='javascript:window.hit=true'>a</a>",
    "{{ bridge }}",
    "{% for x in y %}",
    "{## no ##}",
    "{ onclick=window.hit=true }",
    "**bold** _em_ `code` ~~gone~~ ==mark== ^^ins^^",
    "&lt;script&gt; &#60;b&#62; &amp;amp;",
    "<!-- gone --> ]]> -->",
    "![x](x.png) [^1] [[wiki]] <https://example.invalid>",
    "# | a | b | - 1. > !!! note ??? tip === --8<--",
    "<iframe srcdoc='<script>parent.hit=true</script>'></iframe>",
    "\\<b\\> \\x3cb\\x3e %3Cb%3E \\u003cb\\u003e",
    "<style>body{display:none}</style>",
]
# What a payload would make of a page if it were read as markup.
MADE = "[onerror], [onload], [onclick], a[href*='javascript:window'], a[href*='example.invalid'], iframe, img[src='x']"
VIEWS = {
    "points": "questions",
    "differences": "differences",
    "participants": "participants",
    "people": "people",
    "outlets": "outlets",
    "timeline": "timeline",
    "statements": "statements",
    "line-by-line": "line_by_line",
    "places": "places",
    "glossary": "glossary",
    "handout": "handout",
    "made-of": "made_of",
}


def fields(record: Record) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every text of a record that is written freely: no id, date, address or set word."""
    for id_, raw in record.raw.items():
        model = KINDS.get(record.kind_of[id_], About)
        for path, value in walk(raw):
            if not isinstance(value, str) or path in record.references[id_] or (model, str(path[-1])) in OPTIONS:
                continue
            if not re.fullmatch(r"https?:.*|\d{4}-.*|unknown|unclear|none|#[0-9a-f]{6}|[a-z]{2}", value):
                yield id_, path, value


def spoil(project: Project) -> dict[str, str]:
    """Put a payload with a number of its own into every text that takes one; what was put, by its number."""
    record = Record(project.root)
    turn = itertools.cycle(PAYLOADS)
    put = {}
    numbers = ("zq" + "".join(letters) + "qz" for letters in itertools.product("abcdefgh", repeat=4))  # no digits
    for number, (id_, path, value) in zip(numbers, fields(record), strict=False):
        for payload in itertools.islice(turn, len(PAYLOADS)):
            text = f"{payload} {number}"
            result = record.result(Mutation(id_, path, "markup", f"{value} {text}"))
            if result.outcome != "refused":
                project.set(id_, ".".join(map(str, path)), f"{value} {text}")
                put[number] = text
                break
    return put


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The invented dossier with payloads everywhere, built without the policy that would stop scripts."""
    root = tmp_path_factory.mktemp("spoilt") / "footbridge"
    shutil.copytree(RECORD, root)
    project = Project(root).make_site()
    put = spoil(project)
    for page, view in VIEWS.items():
        project.page(
            f"{page}.md", f"---\ntitle: {page.title()}\ndescription: A page.\n---\n\n# Page\n\n{{{{ {view}() }}}}\n"
        )
    names = sorted(path.stem for path in (root / "docs").glob("*.md") if path.stem != "index")
    nav = "".join(f"  - {name.title()}: {name}.md\n" for name in names)
    (root / "mkdocs.yml").write_text(f"INHERIT: base.yml\nnav:\n  - Home: index.md\n{nav}", "utf-8")
    assert check.open_dossier(root)
    ran = project.run("mkdocs", "build", "-q", "-d", str(root / "site"))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return root / "site", put


def test_nothing_runs_and_everything_is_shown_as_it_is_written(chromium, spoilt):
    site, put = spoilt
    assert len(put) > 150
    assert {text.rpartition(" ")[0] for text in put.values()} == set(PAYLOADS)
    page = chromium.new_page()
    shown = []
    for path in sorted(site.rglob("index.html")):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        if path.parent == site:  # a card is the same on whichever page it is shown
            for cards in sorted((site / "assets").glob("cards*/**/*.js")):
                page.add_script_tag(url=cards.as_uri())
            page.evaluate(
                """() => Object.values(window.dossierCards).forEach(card => {
                    const box = document.createElement('div');
                    box.innerHTML = card;
                    document.body.append(box);
                })"""
            )
            page.wait_for_timeout(1000)
        assert page.evaluate("window.hit") is None, path
        made = page.evaluate(f"[...document.querySelectorAll(`{MADE}`)].map(each => each.outerHTML.slice(0, 300))")
        assert made == [], path
        shown.append(page.evaluate("document.title + ' ' + document.documentElement.textContent"))
    text = " ".join(" ".join(shown).split())
    seen = {number for number in put if number in text}
    spoiled = {number: put[number] for number in seen if put[number] not in text}
    assert not spoiled
    assert len(seen) > 0.8 * len(put), sorted(put[number] for number in put.keys() - seen)
    page.close()
