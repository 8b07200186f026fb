"""The pages of `docs/` in print: their macros rendered for paper, their links with the page that they lead to."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import jinja2
import markdown
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ..locale import text
from ..record.dossier import Dossier
from ..record.reader import text_of
from ..record.settings import of_mkdocs
from ..render.author import Author, macros
from ..render.context import Context
from ..rules import calls
from ..rules.pages import texts
from .chapter import Chapter
from .problem import BadBook

# The views that the book sets in its own way, and the part of the book that stands for a page built around one.
PARTS = {
    "questions": "questions",
    "differences": "differ",
    "statements": "people",
    "people": "people",
    "line_by_line": "left-out",
    "places": "places",
    "glossary": "terms",
    "timeline": "timeline",
    "outlets": "sources",
    "exports": "",
    "author_guide": "",
    "record_guide": "",
}
SHEET = "handout"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
KEPT_OUT = re.compile(r"^book: *(?:false|no|off)\s*$", re.MULTILINE)
BACK = ("sources",)  # laid out after the text, when its pages are known
SCREEN_ONLY = "screen-only"
# A table of more columns is turned; of more than can be read even so, refused.
UPRIGHT, TURNED = 7, 14


def pages(dossier: Dossier) -> dict[str, str]:
    """The pages that the navigation names, in its order, with the part of the book each stands in; '' for none."""
    settings, _ = of_mkdocs(dossier.root)
    views: dict[str, list[str]] = {}
    for file, words in texts(dossier.root):
        for call in calls.of(file, words) if isinstance(words, str) else ():
            if isinstance(call, calls.Call):
                views.setdefault(file.removeprefix("docs/"), []).append(call.macro)
    found = {}
    for path in _paths(settings.get("nav", [])):
        if (dossier.root / "docs" / path).is_file():
            part = next((PARTS[view] for view in views.get(path, []) if view in PARTS), path.removesuffix(".md"))
            found[path] = "" if KEPT_OUT.search(_page(dossier, path)[0]) else part
    return found


def address(path: str) -> str:
    """The address of a page on the site, by its path under `docs/`."""
    return "" if path == "index.md" else f"{path.removesuffix('.md').removesuffix('/index')}/"


def chapters(context: Context, pages: Mapping[str, str]) -> list[Chapter]:
    """The pages of prose as chapters, in order. Raises BadBook for a table that no sheet of paper holds."""
    settings, _ = of_mkdocs(context.dossier.root)
    return [
        _chapter(context, path, part, pages, settings)
        for path, part in pages.items()
        if part and part not in PARTS.values()
    ]


def _chapter(context: Context, path: str, part: str, pages: Mapping[str, str], settings: Mapping[str, Any]) -> Chapter:
    environment = calls.ENVIRONMENT.overlay(undefined=jinja2.StrictUndefined)
    author = Author(lambda: context)
    environment.globals = {name: getattr(author, name) for name in macros()}
    page = _page(context.dossier, path)[1]
    try:
        rendered = environment.from_string(page).render()
    except Exception as error:
        raise BadBook([f"docs/{path}: {error}"]) from error
    names, options = _extensions(settings.get("markdown_extensions", []))
    reader = markdown.Markdown(extensions=names, extension_configs=options)
    printed = _Printed(reader, path, part, pages)
    reader.treeprocessors.register(printed, "dossier-book", 6)  # after attributes, before the contents
    links = _Ids(reader, part)
    reader.treeprocessors.register(links, "dossier-ids", 1)
    body = Markup(reader.convert(rendered))  # noqa: S704 (our own pages, escaped records)
    if printed.problems:
        raise BadBook(printed.problems)
    return Chapter(part, links.title or part, body, tuple(links.sections), part == SHEET)


class _Printed(Treeprocessor):  # type: ignore[misc]
    """Takes out what only serves a screen, and gives every link the page or the address that it leads to."""

    def __init__(self, reader: markdown.Markdown, path: str, part: str, pages: Mapping[str, str]) -> None:
        super().__init__(reader)
        self._path, self._part, self._pages = path, part, pages
        self.problems: list[str] = []

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                if SCREEN_ONLY in child.get("class", "").split():
                    _take_out(parent, child)
        for element in list(root.iter()):
            if element.tag == "a" and element.get("href"):
                self._link(element)
            elif element.tag == "table":
                self._table(element)

    def _link(self, element: Element) -> None:
        href = element.get("href", "")
        words, inside = element.text, list(element)
        element.attrib.clear()
        for each in inside:
            element.remove(each)
        element.tag, element.text = "span", None
        target = href if "://" in href or href.startswith("mailto:") else self._target(href)
        inner = SubElement(element, "a" if target else "span", {"href": target} if target else {})
        inner.text = words
        inner.extend(inside)
        if target.startswith("#"):
            at = SubElement(element, "span", {} if target[1:] in BACK else {"class": "at", "data-at": target})
            at.text = f" ({text('book.at-the-back')})" if target[1:] in BACK else None
        elif target and target != words:
            inner.tail = f" ({target.removeprefix('https://').removesuffix('/')})"

    def _target(self, href: str) -> str:
        """The place in the book of what a relative link leads to; '' where that is not in it."""
        path, _, fragment = href.partition("#")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path)) if path else self._path
        part = self._pages.get(full, "")
        if not part:
            return ""
        return f"#{part}--{fragment}" if fragment and part not in PARTS.values() else f"#{part}"

    def _table(self, element: Element) -> None:
        columns = max((len(row) for row in element.iter("tr")), default=0)
        if columns > TURNED:
            self.problems.append(
                f"docs/{self._path}: a table of {columns} columns fits on no page; {TURNED} do, turned."
            )
        elif columns > UPRIGHT:
            element.set("class", "turned")


class _Ids(Treeprocessor):  # type: ignore[misc]
    """Makes the ids of headings unique in the book, and notes them for the contents."""

    def __init__(self, reader: markdown.Markdown, part: str) -> None:
        super().__init__(reader)
        self._part = part
        self.title = ""
        self.sections: list[tuple[str, str]] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4"):
                words = " ".join(html.unescape(strip_tags(render_inner_html(remove_fnrefs(element), self.md))).split())
                id_ = self._part if element.tag == "h1" else f"{self._part}--{element.get('id', '')}"
                element.set("id", id_)
                if element.tag == "h1":
                    self.title = words
                elif element.tag == "h2":
                    self.sections.append((id_, words))


def _take_out(parent: Element, child: Element) -> None:
    """Take an element out, and leave the text behind it."""
    place = list(parent).index(child)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _paths(nav: Iterable[Any]) -> Iterator[str]:
    for item in nav or ():
        for value in item.values() if isinstance(item, dict) else [item]:
            if isinstance(value, str):
                yield value
            else:
                yield from _paths(value)


def _extensions(given: Any) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Markdown's extensions as MkDocs sets them up, without the signs that lead to a section."""
    names, options = ["toc", "tables", "fenced_code"], {}
    for item in given or ():
        for name, chosen in item.items() if isinstance(item, dict) else [(item, None)]:
            names.append(name)
            options[name] = dict(chosen or {})
    toc = options.setdefault("toc", {})
    toc.pop("permalink_title", None)
    toc["permalink"] = False
    options.pop("pymdownx.superfences", None)
    return list(dict.fromkeys(names)), options


def _page(dossier: Dossier, path: str) -> tuple[str, str]:
    """What stands above a page's text, and the text."""
    text_ = text_of(dossier.root / "docs" / path)
    found = FRONT_MATTER.match(text_)
    return (found[1], text_[found.end() :]) if found else ("", text_)
