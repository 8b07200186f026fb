"""The table of contents: parts, chapters and what they hold, with page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ..render.html import join, tag
from . import runs
from .chapter import Chapter

ID = "contents"
# Of the third level those of the points, which are what one looks up; not those of points shown once more.
HEADINGS = ".//h1 | .//h2[not(following-sibling::*[1][@class='point-summary'])] | .//article[@class='entry point']/h3"


def name_headings(chapters: Iterable[Chapter]) -> None:
    """Give every heading that the contents list an id. An entry's heading stands for the entry."""
    for chapter in chapters:
        for number, heading in enumerate(chapter.body.xpath(HEADINGS)):
            if not heading.get("id"):
                heading.set("id", f"{chapter.key}/heading-{number}")


def page(chapters: Iterable[Chapter], back: Iterable[tuple[str, str]], pages: Mapping[str, int]) -> Markup:
    """The contents; `back` are id and title of what follows the chapters, `pages` the page of each id."""
    rows: list[Markup] = []
    part = ""
    for chapter in chapters:
        if chapter.part != part:
            part = chapter.part
            rows.append(tag("p", part, class_="part"))
        for heading in chapter.body.xpath(HEADINGS):
            words = " ".join(heading.text_content().split())
            rows.append(_row(heading.get("id", ""), words, heading.tag, pages))
    rows.append(tag("p", "At the back", class_="part"))
    rows += [_row(id_, title, "h1", pages) for id_, title in back]
    return tag("section", tag("h1", "Contents"), tag("div", join(rows), class_="columns"), id=ID, class_="contents")


def _row(id_: str, words: str, level: str, pages: Mapping[str, int]) -> Markup:
    return tag("p", tag("a", words, href=f"#{id_}"), runs.GAP, str(pages.get(id_, 0)), class_=f"row {level}")
