"""The settings at the top of a page, and text that Markdown gets through: what is refused, and that the rest passes."""

from __future__ import annotations

import time

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.utils import meta

from macros.rules import shape

from ..conftest import REAL


def found(text):
    return [(problem.line, problem.words) for problem in shape.problems("docs/page.md", text)]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\ntitle: A\n", 1, "the settings at the top do not end"),
        ("Figures: of what\n\n# A\n", 1, "MkDocs takes 'Figures:' for a setting, and does not show the line"),
        ("\nfigure: x\n\n# A\n", 1, "MkDocs takes 'figure:' for a setting"),
        ("---\ntitle: A\nfigure: x\n---\n", 3, "unknown field"),
        ("---\nrender_macros: false\n---\n", 2, "unknown field"),
        ("---\ntemplate: none.html\n---\n", 2, "unknown field"),
        ("---\ntitel: A\n---\n", 2, "did you mean 'title'?"),
        ("---\ntitle: 2031\n---\n", 2, "write it in quotation marks"),
        ("---\ntitle: [a]\n---\n", 2, "expected text"),
        ("---\ntitle:\n---\n", 2, "is empty"),
        ("---\ntitle: 2031-01-02\n---\n", 2, "put each text in quotation marks"),
        ("---\ntitle: 2031-99-99\n---\n", 2, "put each text in quotation marks"),
        ("---\ntitle: yes\n---\n", 2, "put each text in quotation marks"),
        ("---\ntitle: 010\n---\n", 2, "put each text in quotation marks"),
        ("---\ntitle: a\ntitle: b\n---\n", 3, "stands twice here (first on line 2)"),
        ("---\ntitle: &a A\n---\n", 2, "&a names a place"),
        ("---\nx: &a [1]\ny: &b [*a, *a]\nz: [*b, *b]\n---\n", 2, "&a names a place"),
        ("---\ntitle: !!timestamp x\n---\n", 2, "is not read"),
        ("---\n- a\n---\n", 2, "expected settings"),
        ("---\nhide: [tocs]\n---\n", 2, "did you mean 'toc'?"),
        ("---\ntitle: [\n---\n", 2, "not valid YAML"),
        ("---\ntitle: " + "[" * 3000 + "\n---\n", 2, "nested too deep"),
        ("# A\n\na\x08b\n", 3, "cannot stand in a page"),
        ("# A\n\n\x00\x00\n", 3, "cannot stand in a page"),
        ("# A\n\na \u202egnorw\n", 3, "cannot stand in a page"),
        ("# A\n\n[x](http://[::1)\n", 3, "'http://[::1' is no address"),
        ("# A\n\n[x](//[a)\n", 3, "'//[a' is no address"),
        ("# A\n\n<https://larch.invalid:99999/>\n", 3, "is no address"),
        ("# A\n\n" + "[" * 400, 3, "400 times '[' in one paragraph"),
        ("# A\n\n" + "<![" * 400, 3, "in one paragraph"),
        ("# A\n\n" + '"' * 30_000, 3, "of 30000 characters"),
        ("# A\n\n" + "words " * 3000, 3, "put a blank line in between"),
        ("# A\n\n" + "words words\n\n" * 20_000, 0, "make several of it"),
        ("# A\n\n" + "".join(f"{'    ' * i}- a\n" for i in range(50)), 13, "too deep to read"),
        ("# A\n\n" + "1. " * 20 + "a", 3, "too deep to read"),
        ("# A\n\n" + "> " * 20 + "a", 3, "too deep to read"),
        ("# A\n\n" + "> - " * 20 + "a", 3, "too deep to read"),
        ("# A\n\n" + "\t" * 11 + "a", 3, "too deep to read"),
    ],
)
def test_what_cannot_be_read_as_it_is_meant_is_said(text, line, says):
    problems = found(text)
    assert says in problems[0][1]
    assert problems[0][0] == line


def test_a_setting_that_stands_twice_is_told_once():
    assert len(found("---\ntitle: a\ntitle: b\n---\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nWords: as they are.\n",
        '---\ntitle: "2031"\ndescription: What it holds\nhide: [toc]\n---\n# A\n',
        "---\nhide: toc\n...\n",
        "---\ntitle: A\n---",
        "",
        "# A\n\n- a\n    - b\n        - c\n",
        "# A\n\n" + "- a\n\n" * 10_000,
        "# A\n\n| a | b |\n|---|---|\n" + "| a | b |\n" * 300,
        "# A\n\n" + '"' * 9_000,
        "# A\n\n```\n" + "  {\n" * 12 + "```\n",
    ],
)
def test_what_is_read_as_it_is_meant_passes(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["---\ntitle: A\nhide: toc\n---\n# A\n", '---\ntitle: "yes"\n...\n# A\n'])
def test_what_passes_is_what_mkdocs_reads(text):
    assert found(text) == []
    _, read = meta.get_data(text)
    assert read["title"] in ("A", "yes")


@pytest.fixture(scope="module")
def to_html():
    settings = load_config(str(REAL / "mkdocs.yml"))
    return lambda text: markdown.Markdown(
        extensions=settings["markdown_extensions"], extension_configs=settings["mdx_configs"]
    ).convert(text)


MANY = [
    "[",
    "![",
    "[^",
    "[a](",
    "<",
    "<![",
    "<!--",
    '"',
    "(",
    "*",
    "_",
    "`",
    "~",
    "^",
    "|",
    "{",
    "&",
    "\\",
    ":",
    "!",
]


@pytest.mark.parametrize("mark", MANY)
def test_markdown_gets_through_whatever_passes_in_proportion(mark, to_html):
    """A paragraph with as many of a mark as pass; twice as many such paragraphs take about twice as long."""
    number = shape.MOST_BRACKETS if "[" in mark or "<" in mark else 2000 // len(mark)
    block = mark * number

    def seconds(blocks: int) -> float:
        text = "# A page\n\n" + f"{block}\n\n" * blocks
        assert found(text) == []
        begun = time.process_time()
        to_html(text)
        return time.process_time() - begun

    assert seconds(8) < 3 * min(seconds(4), seconds(4)) + 0.2
