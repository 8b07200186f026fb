"""WeasyPrint, as the book needs it: parts laid out one by one, bound into one tagged file, nothing left to chance."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import weasyprint
from PIL import Image
from weasyprint.draw import text as draw_text
from weasyprint.formatting_structure.boxes import LineBox, MarginBox, ParentBox, TextBox
from weasyprint.matrix import Matrix
from weasyprint.pdf import generate_pdf, pydyf
from weasyprint.pdf import tags as weasyprint_tags
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import line_size

from ..record.dossier import Dossier
from . import binding, lines, signs
from .problem import BadBook

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "assets" / "fonts" / "pdf"

# Where the pictures of pages are, whatever the folder is called: the same bytes anywhere.
DOCS = "https://docs.invalid/"
PHOTOGRAPHS = (".png", ".webp", ".jpg", ".jpeg")
_RIGHT_TO_LEFT = 1  # as Pango numbers directions
PRINTED_WIDTH = 640  # dots, at the width of the text about 100 to the inch


class Press:
    """Lays out parts with one set of fonts and styles, then binds them; pictures are looked for under `docs/`."""

    def __init__(self, dossier: Dossier, styles: Sequence[str]) -> None:
        self._fonts = FontConfiguration()
        self._fetcher = _Fetcher(dossier.root / "docs")
        self._source = sha256()
        self._sheets = [
            weasyprint.CSS(string=text, base_url=base, font_config=self._fonts, url_fetcher=self._fetcher)
            for text, base in [
                ((FONTS / "fonts.css").read_text("utf-8"), f"{FONTS.as_uri()}/"),
                ((HERE / "fonts.css").read_text("utf-8"), f"{FONTS.as_uri()}/"),
                (signs.font_face(), DOCS),
                ((HERE / "book.css").read_text("utf-8"), DOCS),
                *((style, DOCS) for style in styles),
            ]
        ]
        for style in styles:
            self._source.update(style.encode())

    def lay_out(self, html: str, after: int) -> Any:
        """A part as a laid out document whose pages are counted on from `after`. Raises BadBook."""
        self._source.update(html.encode())
        first = weasyprint.CSS(string=f"@page :first {{ counter-reset: page {after + 1} }}", font_config=self._fonts)
        page = weasyprint.HTML(string=html, base_url=DOCS, url_fetcher=self._fetcher)
        with _no_errors(), lines.mended():
            return page.render(font_config=self._fonts, stylesheets=[*self._sheets, first])

    def bind(self, parts: Sequence[Any], leads: Callable[[str], str]) -> bytes:
        """One file of all parts, tagged for PDF/UA; `leads` says where a link leads. The same parts give one file.

        Raises BadBook.
        """
        book = parts[0].copy([page for part in parts for page in part.pages])
        options = {**weasyprint.DEFAULT_OPTIONS, "pdf_variant": "pdf/ua-1", "pdf_version": "1.7"}
        with _no_errors(), _complete_tags(book):
            return binding.write(generate_pdf(book, None, 1, **options), self._source.digest()[:16], leads)


def page_numbers(parts: Sequence[Any]) -> dict[str, int]:
    """The page of the book on which each id first stands."""
    found: dict[str, int] = {}
    for number, page in enumerate((page for part in parts for page in part.pages), 1):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found


class _Fetcher(weasyprint.URLFetcher):  # type: ignore[misc]
    """Opens files of the pages and of the fonts; asks no host."""

    def __init__(self, docs: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        self._docs = docs

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if not url.startswith(DOCS):
            return super().fetch(url, headers)
        path = self._docs / url.removeprefix(DOCS).lstrip("/")
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
    """What WeasyPrint's text and tags lack, added while the file is written.

    It has no way to ask for them, so three of its functions are wrapped; the version is locked, and tests fail once a
    wrapping is not needed. Running heads and signs are artifacts; foreign words have their language, header cells their
    scope, the contents their own kind of element (`data-tag`); a line keeps the blank at its end, so that whoever hears
    the book does not hear two words as one.
    """
    decoration = {id(box) for page in book.pages for box in _decoration(page._page_box)}
    ends = {id(box) for page in book.pages for box in _line_ends(page._page_box)}
    mark, build, draw = Stream.marked, weasyprint_tags._build_box_tree, draw_text.draw_first_line

    def drawn(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        if id(box) in ends:
            wide = _width(box)
            box.pango_layout.set_text(f"{box.pango_layout.text} ")
            if box.pango_layout.get_first_line()[0].resolved_dir == _RIGHT_TO_LEFT:  # there the blank is on the left
                matrix = Matrix(e=wide - _width(box)) @ matrix
        return draw(stream, box, overflow, ellipsis, matrix)

    def marked(stream: Any, box: Any, tag: str) -> Any:
        return stream.artifact() if id(box) in decoration else mark(stream, box, tag)

    def elements(box: Any, parent: Any, pdf: Any, page: int, nums: dict[int, bytes], *rest: Any) -> Iterator[Any]:
        if id(box) in decoration:
            return
        tree = pdf if isinstance(pdf, _Tree) else _Tree(pdf)
        for element in build(box, parent, tree, page, nums, *rest):
            if box.element is not None and (language := box.element.get("lang")):
                element["Lang"] = pydyf.String(language)
            if box.element is not None and element["S"] == "/TH":
                element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
            if box.element is not None and (own := box.element.get("data-tag")) and element["S"] in ("/Div", "/P"):
                element["S"] = f"/{own}"
            tree.settle(element, nums)
            at_top = parent["S"] == "/Document" and tree.is_put_off(element)
            yield tree.add_plain(element, nums) if at_top else element

    with (
        patch.object(Stream, "marked", marked),
        patch.object(weasyprint_tags, "_build_box_tree", elements),
        patch.object(draw_text, "draw_first_line", drawn),
    ):
        yield


def _width(box: Any) -> float:
    """How wide a text is set."""
    return float(line_size(box.pango_layout.get_first_line()[0], box.style)[0])


def _line_ends(page: Any) -> Iterator[Any]:
    """The last text of every line, but where a word or an address goes on in the next."""
    for line in page.descendants():
        if isinstance(line, LineBox):
            last = next((box for box in reversed(list(line.descendants())) if isinstance(box, TextBox)), None)
            if last is None or last.text.endswith(("-", "‐", "/")):
                continue
            if last.element is None or not str(last.element.get("href", "")).startswith("http"):
                yield last


class _Tree:
    """Stands in for the PDF while the tree of tags is built: what means nothing needs no object of its own.

    That is what only holds text, and what only groups other elements within what may hold these itself.
    """

    HOLD_TEXT = frozenset(
        {"/P", "/Span", "/Lbl", "/LBody", "/NonStruct", "/TH", "/TD", "/Caption", "/Link", "/TOCI"}
        | {f"/H{n}" for n in range(1, 7)}
    )
    HOLD_GROUPS = frozenset({"/Div", "/Sect", "/TD"})
    PLAIN = frozenset({"/Span", "/NonStruct"})  # looks otherwise, and means nothing
    GROUP = "/Div"

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._count = 0
        self._loose: dict[bytes, Any] = {}
        self._elements: dict[bytes, Any] = {}
        self.page_references = pdf.page_references

    def add_object(self, element: Any) -> None:
        """Add an element, or put it off until it is known what holds it."""
        if element.get("Type") == "/OBJR" or element.get("S") in {*self.PLAIN, self.GROUP}:
            self._count += 1
            element.number = -self._count
            self._loose[element.reference] = element
        else:
            self._pdf.add_object(element)
        self._elements[element.reference] = element

    def settle(self, element: Any, nums: dict[int, bytes]) -> None:
        """Put into an element what its plain parts hold; add those that it may not hold, or that have a language."""
        kids = pydyf.Array()
        for kid in element["K"]:
            loose = self._loose.pop(kid, None) if isinstance(kid, bytes) else None
            if loose is None:
                kids.append(kid)
            elif loose["Type"] == "/OBJR":
                kids.append(loose)
            elif self._may_go(loose, element):
                kids.extend(loose["K"])
                self._move(loose["K"], element, nums)
            else:
                kids.append(self.add_plain(loose, nums).reference)
        element["K"] = kids

    def is_put_off(self, element: Any) -> bool:
        """Whether an element is not added yet."""
        return element.reference in self._loose

    def _may_go(self, loose: Any, holder: Any) -> bool:
        """Whether what an element holds may as well be its holder's."""
        if "Lang" in loose:
            return False
        if loose["S"] in self.PLAIN:
            return holder["S"] in self.HOLD_TEXT
        is_group = loose["S"] == self.GROUP and all(isinstance(kid, bytes) for kid in loose["K"])
        return is_group and holder["S"] in self.HOLD_GROUPS

    def add_plain(self, element: Any, nums: dict[int, bytes]) -> Any:
        """Add an element that was put off."""
        self._loose.pop(element.reference, None)
        self._pdf.add_object(element)
        self._elements[element.reference] = element
        self._move(element["K"], element, nums)
        return element

    def _move(self, kids: Sequence[Any], holder: Any, nums: dict[int, bytes]) -> None:
        """Tell parts what holds them now."""
        for kid in kids:
            if isinstance(kid, int):
                nums[kid] = holder.reference
            elif isinstance(kid, bytes) and kid in self._elements:
                self._elements[kid]["P"] = holder.reference


def _decoration(page: Any) -> Iterator[Any]:
    """The boxes of a page that are no content: those in its margins, and signs whose meaning is told in words."""
    for box in page.descendants():
        if isinstance(box, MarginBox) or (box.element is not None and box.element.get("aria-hidden") == "true"):
            yield box
            yield from box.descendants() if isinstance(box, ParentBox) else ()
