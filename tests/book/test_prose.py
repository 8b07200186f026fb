"""Pages of prose as chapters: what stands in the contents."""

from __future__ import annotations

from macros.book import book
from macros.book.prose import chapters
from macros.render.context import Context
from tests.conftest import Project


def test_titles_stand_in_the_contents_as_they_are_read(project: Project) -> None:
    heads = "# Bread &amp; butter <!-- of both --> at *[home](index.md)*\n\n## A &#38; B `c` <b>d</b>\n"
    project.page("more.md", heads)
    project.edit("mkdocs.yml", "  - Home: index.md\n", "  - Home: index.md\n  - More: more.md\n")
    pages, paper = book.on_paper(project.dossier())
    (chapter,) = (each for each in chapters(Context(project.dossier(), paper=paper), pages) if "butter" in each.title)
    assert chapter.title == "Bread & butter at home"
    assert [title for _, title in chapter.sections] == ["A & B c d"]
