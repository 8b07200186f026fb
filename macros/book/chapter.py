"""A page of the built site as a chapter of the book: what only a screen needs is gone, what it hid is open."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import P

from ..record.addresses import POINTS, address
from ..record.dossier import Dossier
from .problem import BadBook

# Controls and whatever else does nothing on paper.
SCREEN_ONLY = (
    ".headerlink, .way-back, details.cite, .md-content__button, .md-source-file, .footnote-backref, .screen-only, "
    "[hidden], "
    "button, dialog, form, input, nav, noscript, script, select, style, template"
)
# Where the id of an entry is printed: at the end of the first of these that it has.
ID_LINES = "p.by, figcaption, p.standing-line"
ENTRIES = "article.account[id], figure.quotation[id]"
# Attributes for scripts and for readers of the screen, which print has no use for.
UNUSED = ("tabindex", "role", "rel", "target", "title", "style", "download", "open", "for")


@dataclass(frozen=True)
class Chapter:
    """One page. `url` is its address from the site's root ('' for the home page), `key` its name within the book."""

    url: str
    part: str
    title: str
    body: HtmlElement

    @property
    def key(self) -> str:
        """The id of the chapter, and what the ids within it begin with."""
        return self.url.strip("/") or "home"

    @property
    def ids(self) -> set[str]:
        """All ids in the chapter, its own included."""
        return {str(id_) for id_ in self.body.xpath("descendant-or-self::*/@id")}

    def prefix_ids(self) -> None:
        """Make the ids of a page unique within the book. Those in a picture are the picture's own."""
        for element in self.body.xpath(".//*[@id][not(ancestor::svg)]"):
            element.set("id", f"{self.key}/{element.get('id')}")
        self.body.set("id", self.key)


def read(site: Path, dossier: Dossier) -> list[Chapter]:
    """The pages of the site that its navigation names, in that order, the pages of the questions after their index.

    Raises BadBook where there is nothing to read.
    """
    home = _parse(site / "index.html")
    chapters: dict[str, Chapter] = {}
    for link in home.cssselect(".md-nav--primary a.md-nav__link[href]"):
        if any("md-nav--secondary" in (nav.get("class") or "") for nav in link.iterancestors("nav")):
            continue
        url = posixpath.normpath(posixpath.join(".", link.get("href", "").partition("#")[0]))
        url = "" if url in (".", "index.html") else f"{url.removesuffix('/index.html')}/"
        if url not in chapters:
            chapters[url] = _chapter(site, url, _part(link))
        if url == POINTS:
            for points in dossier.points_on.values():
                urls = [address(dossier, point.id).page for point in points]
                chapters |= {each: _chapter(site, each, _part(link)) for each in urls}
    if not chapters:
        raise BadBook([f"{site / 'index.html'} has no navigation: build the site first"])
    return list(chapters.values())


def _parse(path: Path) -> HtmlElement:
    if not path.is_file():
        raise BadBook([f"there is no page {path}: build the site first"])
    page = html.document_fromstring(path.read_text("utf-8"))
    for link in page.cssselect("a[data-card='']"):  # a lightened page names a card by the link alone
        link.set("data-card", link.get("href", "").rpartition("#")[2])
    return page


def _part(link: HtmlElement) -> str:
    """The title of the group of pages that a link of the navigation stands in."""
    for item in list(link.iterancestors("li"))[1:]:
        for label in item.cssselect("label"):
            return _text(label)
    return ""


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _chapter(site: Path, url: str, part: str) -> Chapter:
    page = _parse(site / url / "index.html")
    found = page.cssselect("article.md-content__inner")
    if not found:
        raise BadBook([f"/{url} has no article"])
    body = found[0]
    body.tag = "section"
    body.set("class", "chapter")
    _clear(body)
    _set_pictures(body)
    _open(body)
    _label_tabs(body)
    _flatten(body)
    _print_ids(body)
    heading = body.find(".//h1")
    if heading is None:
        raise BadBook([f"/{url} has no heading of the first level"])
    return Chapter(url, part, _text(heading), body)


def _clear(body: HtmlElement) -> None:
    """Drop what only a screen needs. Icons go, and figures stay: those are pictures with a text alternative."""
    for element in body.cssselect(SCREEN_ONLY):
        element.drop_tree()
    for icon in body.xpath(".//svg[not(ancestor::figure) and not(@role='img') and not(title)]"):
        icon.drop_tree()
    for element in body.iter(html.etree.Element):
        for name in list(element.attrib):
            if name in UNUSED or (name.startswith(("aria-", "data-md", "on")) and name not in KEPT_ARIA):
                del element.attrib[name]


# Spans that look otherwise in print, or that the views look for.
KEPT_SPANS = frozenset(("by", "kind", "mark", "relation", "standing"))
LETTERS = "Dossier Serif, Dossier Signs"
KEPT_ARIA = ("aria-hidden", "aria-label")


def _set_pictures(body: HtmlElement) -> None:
    """A drawing is one picture with one text alternative, in the book's letters, without links within it."""
    for drawing in body.cssselect("figure svg.narrow"):
        drawing.drop_tree()  # the same again for a narrow screen
    for drawing in body.xpath(".//svg[not(ancestor::svg)]"):
        words = [_text(each) for each in drawing.xpath("(.//title)[1] | (.//desc)[1]")]
        drawing.set("font-family", LETTERS)
        drawing.attrib.pop("aria-label", None)
        for link in drawing.cssselect("a"):
            link.tag = "g"
            link.attrib.pop("href", None)
        for title in drawing.cssselect("title, desc"):
            title.drop_tree()
        for name in drawing.cssselect("text.name"):
            name.addprevious(_ground(name))
        if words:
            drawing.insert(0, html.fragment_fromstring(f"<title>{escape('. '.join(words))}</title>"))


def _ground(name: HtmlElement) -> HtmlElement:
    """The white behind letters that stand over lines: the screen draws it around them, which WeasyPrint can't."""
    size = float(name.get("font-size", "12"))
    wide = len(_text(name)) * size * 0.56
    left = float(name.get("x", "0")) - (wide if name.get("text-anchor") == "end" else 0)
    top = float(name.get("y", "0")) - size * 0.85
    box = {"x": left - 2, "y": top, "width": wide + 4, "height": size * 1.1}
    given = {key: f"{value:.1f}" for key, value in box.items()}
    return html.Element("rect", {**given, "fill": "#ffffff", "fill-opacity": "0.85"})


def _open(body: HtmlElement) -> None:
    """Folded content is open, under its summary as a label."""
    for details in body.cssselect("details"):
        details.tag = "div"
        details.set("class", f"opened {details.get('class', '')}".strip())
        for summary in details.findall("summary"):
            summary.tag = "p"
            summary.set("class", "opened-label")


def _label_tabs(body: HtmlElement) -> None:
    """Every tab stands under its own label."""
    for tabs in body.cssselect(".tabbed-set"):
        labels = [_text(label) for label in tabs.cssselect(".tabbed-labels > label")]
        blocks = tabs.cssselect(".tabbed-content > .tabbed-block")
        for label, block in zip(labels, blocks, strict=True):
            block.insert(0, P(label, {"class": "tab-label"}))
        for row in tabs.cssselect(".tabbed-labels"):
            row.drop_tree()


def _flatten(body: HtmlElement) -> None:
    """Leave only the elements within a line that look or mean otherwise: each would be an element of the tags.

    The sign of a mark stands before its link, for a box within a link would be one link more.
    """
    for mark in body.cssselect(".mark"):
        _loosen(mark)
    for link in body.cssselect("a"):
        for sign in link.cssselect(".sign"):
            link.addprevious(sign)
            link.text, sign.tail = f"{link.text or ''}{sign.tail or ''}", None
            if party := link.get("data-party"):
                sign.set("data-party", party)
        for inner in list(link.iterdescendants("span", "b", "em", "strong", "small")):
            if not inner.get("lang"):
                inner.drop_tag()
    for plain in body.xpath(
        ".//time | .//p[@class='by']//em | .//span[not(@lang or @id or @aria-hidden) and not(ancestor::svg)]"
    ):
        if not KEPT_SPANS.intersection((plain.get("class") or "").split()):
            plain.drop_tag()


def _print_ids(body: HtmlElement) -> None:
    """The id of a point, claim or quotation is printed, so that it can be cited and looked up."""
    for entry in body.cssselect(ENTRIES):
        own = (line for line in entry.cssselect(ID_LINES) if next(line.iterancestors("article", "figure")) is entry)
        line = next(own, None)
        if line is None:
            line = P()
            entry.append(line)
        _append_text(line, f" · {entry.get('id', '')}")


def _loosen(mark: HtmlElement) -> None:
    """A mark may begin a line: WeasyPrint breaks lines badly before a box that is bound to a word."""
    before, parent = mark.getprevious(), mark.getparent()
    if before is not None:
        before.tail = (before.tail or "").replace("\u00a0", " ")
    elif parent is not None:
        parent.text = (parent.text or "").replace("\u00a0", " ")


def _append_text(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
