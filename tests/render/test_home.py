"""Home of the dossier we ship: short, and nobody is named before a reader is told who they are."""

from __future__ import annotations

import re

import pytest
from lxml import html
from markdown import markdown

from macros.render.author import Author
from macros.render.context import Context
from macros.rules.check import open_dossier

from ..conftest import REAL
from .test_author import with_macros

WORDS = 180


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(open_dossier(REAL))


@pytest.fixture(scope="module")
def brief(context: Context) -> html.HtmlElement:
    """What Home explains, as a reader sees it: without the marks."""
    page = with_macros(Author(lambda: context), (REAL / "docs/index.md").read_text("utf-8").split("---", 2)[2])
    body = markdown(page, extensions=["md_in_html", "def_list", "attr_list"])
    (found,) = html.fromstring(f"<div>{body}</div>").xpath(".//div[@class='in-brief']")
    for mark in found.xpath(".//a[starts-with(@class, 'mark')]"):
        mark.drop_tree()
    return found


def test_it_explains_in_few_words(brief: html.HtmlElement) -> None:
    words = brief.text_content().split()
    assert 100 < len(words) <= WORDS


def test_who_is_named_is_introduced_by_full_name_and_office(brief: html.HtmlElement, context: Context) -> None:
    text = " ".join(brief.text_content().split())
    people = {link.get("data-card") for link in brief.xpath(".//a[@class='ref']")} & set(context.dossier.people)
    assert len(people) >= 5
    for id_ in people:
        person = context.dossier.people[id_]
        first = text.index(person.name)
        assert text.index(person.short or person.name) >= first, f"{person.short} before {person.name}"
        office = re.findall(r"\w{5,}", context.dossier.people[id_].office.lower())
        before = text[max(0, first - 45) : first].lower()
        assert any(word in before for word in office), f"{before!r} says no office of {person.name}"
