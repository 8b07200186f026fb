"""WeasyPrint, as the book needs it: parts laid out one by one, bound into one tagged file, nothing left to chance."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import weasyprint
from PIL import Image
from weasyprint.formatting_structure.boxes import MarginBox, ParentBox
from weasyprint.pdf import generate_pdf, pydyf
from weasyprint.pdf import tags as weasyprint_tags
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration

from . import binding, signs
from .links import SITE
from .problem import BadBook

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "assets" / "fonts" / "pdf"


PHOTOGRAPHS = (".png", ".webp", ".jpg", ".jpeg")
PRINTED_WIDTH = 640  # dots, at the width of the text about 100 to the inch


class Press:
    """Lays out parts with one set of fonts and styles, then binds them. `site` is where pictures are looked for."""

    def __init__(self, site: Path, styles: Sequence[str]) -> None:
        self._fonts = FontConfiguration()
        self._fetcher = _Fetcher(site)
        self._source = sha256()
        self._sheets = [
            weasyprint.CSS(string=text, base_url=base, font_config=self._fonts, url_fetcher=self._fetcher)
            for text, base in [
                ((FONTS / "fonts.css").read_text("utf-8"), f"{FONTS.as_uri()}/"),
                ((HERE / "fonts.css").read_text("utf-8"), f"{FONTS.as_uri()}/"),
                (signs.font_face(), SITE),
                *((style, SITE) for style in styles),
                ((HERE / "book.css").read_text("utf-8"), SITE),
            ]
        ]
        for style in styles:
            self._source.update(style.encode())

    def lay_out(self, html: str, after: int) -> Any:
        """A part as a laid out document whose pages are counted on from `after`. Raises BadBook."""
        self._source.update(html.encode())
        first = weasyprint.CSS(string=f"@page :first {{ counter-reset: page {after + 1} }}", font_config=self._fonts)
        page = weasyprint.HTML(string=html, base_url=SITE, url_fetcher=self._fetcher)
        with _no_errors():
            return page.render(font_config=self._fonts, stylesheets=[*self._sheets, first])

    def bind(self, parts: Sequence[Any]) -> bytes:
        """One file of all parts, tagged for PDF/UA. The same parts give the same bytes. Raises BadBook."""
        book = parts[0].copy([page for part in parts for page in part.pages])
        options = {**weasyprint.DEFAULT_OPTIONS, "pdf_variant": "pdf/ua-1", "pdf_version": "1.7"}
        with _no_errors(), _complete_tags(book):
            return binding.write(generate_pdf(book, None, 1, **options), self._source.digest()[:16])


def page_numbers(parts: Sequence[Any]) -> dict[str, int]:
    """The page of the book on which each id first stands."""
    found: dict[str, int] = {}
    for number, page in enumerate((page for part in parts for page in part.pages), 1):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found


class _Fetcher(weasyprint.URLFetcher):  # type: ignore[misc]
    """Opens files of the site and of the fonts; asks no host."""

    def __init__(self, site: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        self._site = site

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if not url.startswith(SITE):
            return super().fetch(url, headers)
        path = self._site / url.removeprefix(SITE).lstrip("/")
        if path.suffix in PHOTOGRAPHS:
            return weasyprint.urls.URLFetcherResponse(url, _printed(path))
        return super().fetch(path.resolve().as_uri(), headers)


def _printed(picture: Path) -> bytes:
    """A photograph or screenshot in as many dots as print shows, on white."""
    with Image.open(picture) as image:
        image.thumbnail((PRINTED_WIDTH, PRINTED_WIDTH))
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image.convert("RGB"), mask=image.convert("RGBA").getchannel("A"))
    out = BytesIO()
    flat.save(out, "JPEG", quality=40, optimize=True)
    return out.getvalue()


@contextmanager
def _no_errors() -> Iterator[None]:
    """Raises BadBook for what WeasyPrint would only log: a picture or a target it could not find."""
    seen: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: seen.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if seen:
        raise BadBook(seen)


@contextmanager
def _complete_tags(book: Any) -> Iterator[None]:
    """What WeasyPrint's tags lack: running heads and signs as artifacts, the language of foreign words, and thrift.

    It has no way to ask for them, so its two functions are wrapped while the file is written; the version is locked.
    """
    decoration = {id(box) for page in book.pages for box in _decoration(page._page_box)}
    mark, build = Stream.marked, weasyprint_tags._build_box_tree

    def marked(stream: Any, box: Any, tag: str) -> Any:
        return stream.artifact() if id(box) in decoration else mark(stream, box, tag)

    def elements(box: Any, parent: Any, pdf: Any, page: int, nums: dict[int, bytes], *rest: Any) -> Iterator[Any]:
        if id(box) in decoration:
            return
        tree = pdf if isinstance(pdf, _Tree) else _Tree(pdf)
        for element in build(box, parent, tree, page, nums, *rest):
            if box.element is not None and (language := box.element.get("lang")):
                element["Lang"] = pydyf.String(language)
            tree.take_leaves(element, nums)
            yield element

    with patch.object(Stream, "marked", marked), patch.object(weasyprint_tags, "_build_box_tree", elements):
        yield


class _Tree:
    """Stands in for the PDF while the tree of tags is built. Lines of text and links need no objects of their own."""

    HOLD_TEXT = frozenset(
        {"/P", "/Span", "/Lbl", "/LBody", "/NonStruct", "/TH", "/TD", "/Caption", *(f"/H{n}" for n in range(1, 7))}
    )

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._leaves: dict[bytes, Any] = {}
        self.page_references = pdf.page_references

    def add_object(self, element: Any) -> None:
        is_leaf = element.get("S") == "/Span" and len(element["K"]) == 1 and isinstance(element["K"][0], int)
        if is_leaf or element.get("Type") == "/OBJR":
            element.number = -1 - len(self._leaves)
            self._leaves[element.reference] = element
        else:
            self._pdf.add_object(element)

    def take_leaves(self, element: Any, nums: dict[int, bytes]) -> None:
        """Put the text of leaves into the element that holds them, or add them where it may hold no text itself."""
        for place, kid in enumerate(element["K"]):
            leaf = self._leaves.pop(kid, None) if isinstance(kid, bytes) else None
            if leaf is None:
                continue
            if leaf["Type"] == "/OBJR":
                element["K"][place] = leaf
            elif element["S"] in self.HOLD_TEXT:
                element["K"][place] = leaf["K"][0]
                nums[leaf["K"][0]] = element.reference
            else:
                self._pdf.add_object(leaf)
                element["K"][place] = nums[leaf["K"][0]] = leaf.reference


def _decoration(page: Any) -> Iterator[Any]:
    """The boxes of a page that are no content: those in its margins, and signs whose meaning is told in words."""
    for box in page.descendants():
        if isinstance(box, MarginBox) or (box.element is not None and box.element.get("aria-hidden") == "true"):
            yield box
            yield from box.descendants() if isinstance(box, ParentBox) else ()
