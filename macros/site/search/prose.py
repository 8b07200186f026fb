"""What the pages of prose give a reader to find: each page, and those of its sections that are read in one look.

A section is found by its heading and its first lines: what is said below them, questions have in everybody's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from lxml import html

from ...record.addresses import OUTLETS, PAGES, PEOPLE, POINTS, address
from ...record.dossier import Dossier
from .result import Result

LONGEST = 1200  # characters of a section: about what a desktop screen holds
TEASER = 40  # characters of it that a result shows: a line on a phone
SUMMARY = 60  # ... and of what a page is about
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Pages that list records, which are results already: such a page is one as a whole, its sections are not, nor what
# lies below it: one outlet against another is found by either.
MADE = (PEOPLE, OUTLETS)
LISTS = {*PAGES.values(), POINTS, *MADE} - {PAGES["corrections"]}
# For those who keep a dossier, or check it: found as a whole, so that readers load less.
KEEPERS = {"maintain/", "write/", "publish/", "fields/", "check/"}
# Classes of what shows a claim, which its question has already: nor is a section with one a result.
VIEWS = {"by", "says", "differences"}
CODE = "pre"  # in a section for authors, who come by its page
FOLDED = ".//details/*[not(self::summary)] | .//script | .//style | .//*[@class='headerlink']"
MARK, SIGN = "mark", "sign"  # the small sign behind a sentence: a teaser tells in brackets whose word it is


def sections(site: Path, dossier: Dossier) -> Iterator[Result]:
    """Results for the pages of a built site that are not made from one record."""
    made = {address(dossier, id_).page for id_ in (*dossier.points, *dossier.people, *dossier.outlets)} - {PEOPLE}
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        url = "" if folder == "." else f"{folder}/"
        if url not in made and (url in MADE or not url.startswith(MADE)):
            yield from page(url, html.parse(str(path)).getroot())


def page(url: str, root: html.HtmlElement) -> Iterator[Result]:
    """A page under its title, and its sections that can be linked to; nothing for a page that only leads to another."""
    body = next(iter(root.find_class("md-content__inner")), None)
    if body is None:
        return
    for hidden in [*body.xpath(FOLDED), *body.find_class(SIGN)]:
        hidden.drop_tree()
    for mark in body.find_class(MARK):
        words = f"({_text(mark)})"
        mark.clear(keep_tail=True)
        mark.text = words
    headings = list(body.iter(*HEADINGS))
    title = next((_text(heading) for heading in headings if heading.tag == "h1"), "")
    if not title:
        return
    summary = "".join(root.xpath("//meta[@name='description']/@content")[:1])
    yield Result("page", url, title, cut(summary, SUMMARY))
    for heading in headings if url not in LISTS | KEEPERS else []:
        section = _section(heading)
        text = " ".join(_text(element) for element in section)
        elements = [each for element in section for each in element.iter("*")]
        is_other = any(VIEWS & set(each.classes) or each.tag == CODE for each in elements)
        if heading.get("id") and heading.tag != "h1" and text and len(text) <= LONGEST and not is_other:
            link = f"{url}#{heading.get('id')}"
            yield Result("page", link, _text(heading), cut(text), page=title)


def _section(heading: html.HtmlElement) -> list[html.HtmlElement]:
    """What stands under a heading: all up to the next heading of its level or a higher one."""
    following = (element for element in heading.itersiblings() if isinstance(element.tag, str))
    return list(takewhile(lambda element: element.tag not in HEADINGS or element.tag > heading.tag, following))


def cut(text: str, longest: int = TEASER) -> str:
    """The beginning of a text, cut between words."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,.;:·')} …"


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
