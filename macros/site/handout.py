"""The hand-out as a PDF of exactly one page, made from its built page."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import html

from ..book import libraries
from ..locale import direction, text
from ..record.dossier import Dossier
from ..render.handout import largest
from ..render.html import escape, tag

PAGE = "handout/index.html"
PDF = "exports/handout.pdf"
FONTS = Path(__file__).parents[2] / "assets" / "fonts" / "pdf"
STYLE = """
@page { size: A4; margin: 11mm 12mm 10mm }
html { font: %(size)spt/1.25 "Dossier Serif", "Vazirmatn", serif; color: #000 }
body { margin: 0 }
h1 { font-size: 1.5em; margin: 0 0 .3em }
p { margin: .3em 0 }
a { color: inherit; text-decoration: none }
table { border-collapse: collapse; width: 100%%; table-layout: fixed }
th:first-child { width: 15%% }
th:last-child { width: 15%% }
th, td { text-align: start; vertical-align: top; padding-block: .15em; padding-inline: 0 .5em }
th, td { border-bottom: .3pt solid #999 }
tbody th { font-weight: 600 }
.by { color: #444; font-size: .88em }
.sign { font-size: .8em }
ul { margin: .2em 0; padding-inline-start: 1.2em }
"""


class TooLong(Exception):
    """The hand-out does not fit on one page at any size a reader can read."""


def write(site: Path, dossier: Dossier) -> Path | None:
    """Write the PDF into a built site; its path, or None where the site has no hand-out. Raises TooLong."""
    libraries.need()
    import weasyprint  # noqa: PLC0415 (slow, and needs libraries of the system that checking a record does not)
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    page = site / PAGE
    if not page.is_file():
        return None
    paper = document(page.read_text("utf-8"), dossier)
    fonts = FontConfiguration()
    faces = weasyprint.CSS(filename=FONTS / "fonts.css", font_config=fonts)
    source = weasyprint.HTML(string=paper)

    def lay_out(size: float) -> Any:
        style = weasyprint.CSS(string=STYLE % {"size": size}, font_config=fonts)
        return source.render(stylesheets=[faces, style], font_config=fonts)

    size = largest(lambda size: len(lay_out(size).pages) == 1)
    if size is None:
        raise TooLong(
            "the hand-out is longer than a page: shorten docs/handout.md, or LINES in macros/render/handout.py"
        )
    out = site / PDF
    out.parent.mkdir(exist_ok=True)
    identifier = sha256(paper.encode()).digest()[:16]
    out.write_bytes(lay_out(size).write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier))
    return out


def document(page: str, dossier: Dossier) -> str:
    """The page's own text as a document by itself: no buttons, no folds, and links only where they lead anywhere."""
    tree: Any = html.document_fromstring(page)
    article = tree.xpath("//article")[0]
    for element in article.xpath(".//*[contains(@class, 'headerlink') or contains(@class, 'md-content__button')]"):
        element.drop_tree()
    for element in article.xpath(".//script|.//aside|.//form|.//button|.//*[contains(@class, 'downloads')]"):
        element.drop_tree()
    for link in article.xpath(".//a[not(starts-with(@href, 'http'))]"):
        link.drop_tag()
    for element in article.xpath(".//*[@tabindex]"):
        del element.attrib["tabindex"]
    inside = "".join(html.tostring(child, encoding="unicode") for child in article)
    about = dossier.about
    head = tag("title", text("handout.title", title=about.title))
    spoken = f'lang="{escape(about.language)}" dir="{direction(about.language)}"'
    return f"<!doctype html><html {spoken}><head>{head}</head><body>{inside}</body></html>"
