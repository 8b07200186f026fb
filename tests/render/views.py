"""Looking at a view: its entries by id, and their text."""

from __future__ import annotations

from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup


def tree(view: Markup) -> HtmlElement:
    """The view as elements."""
    return html.fragment_fromstring(str(view), create_parent="div")


def entry(view: Markup, id_: str) -> HtmlElement:
    """The one entry with an id."""
    (found,) = tree(view).xpath(f".//*[@id='{id_}']")
    return found


def text(element: HtmlElement) -> str:
    """Its text, white space folded, a blank between blocks."""
    element = deepcopy(element)
    for block in element.iter("p", "h2", "h3", "h4", "li", "dt", "dd", "summary"):
        block.tail = " " + (block.tail or "")
    return " ".join(element.text_content().split())


def seen(element: HtmlElement) -> str:
    """Its text without what is folded."""
    for details in element.xpath(".//details"):
        details.drop_tree()
    return text(element)


def ids(view: Markup) -> list[str]:
    """The ids of the entries, in order."""
    return tree(view).xpath(".//article/@id")
