"""Every word that a reader meets in a built site, from pages to PDFs, with where it is met."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree, html

# Attributes that are shown or read out.
SHOWN = ("alt", "title", "aria-label", "aria-description", "placeholder", "content", "summary", "label")
# What holds no words of ours: code.
SILENT = "self::script or self::style or self::code or self::pre or self::kbd or self::template"
# Addresses, names of files, what is filled in.
ADDRESS = re.compile(
    r"https?://\S*|\]\([^)]*\)|[\w./-]+\.(?:invalid|org|css|js|json|csv|yml|md|py|bib)\b\S*|\bdata/|\{\w+\}"
)
NAMED = {"description", "og:title", "og:description", "og:site_name", "og:image:alt", "author"}


def words_met(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Texts in the language of the site, each with where it stands; what is marked as another language is left out."""
    for path in sorted(site.rglob("*.html")):
        if path.is_relative_to(site / "exports"):
            continue
        root = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        root.set("lang", language)  # a whole page in another is one that was forgotten
        yield from ((path.relative_to(site).as_posix(), text) for text in _of_page(root, language))
    for path in sorted((site / "search").glob("*.js")):
        index = json.loads(path.read_text("utf-8").partition("(")[2].rpartition(")")[0])
        yield from ((f"search/{path.name}", text) for text in index.get("words", {}).values())
    for path in (*sorted(site.glob("*.pdf")), *sorted(site.glob("exports/*.pdf"))):
        yield from ((path.name, text) for text in _of_pdf(path))
    yield from (("feed.xml", text) for text in _of_feed(site / "feed.xml"))
    yield from (("llms.txt", line) for line in (site / "llms.txt").read_text("utf-8").splitlines())
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    yield from (("manifest", manifest[name]) for name in ("name", "description"))


def _of_page(root: html.HtmlElement, language: str) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if element.xpath(f"ancestor-or-self::*[{SILENT}]") or _foreign(element, language):
            continue
        yield element.text or ""
        if element.tag != "meta" or (element.get("name") or element.get("property")) in NAMED:
            yield from (element.get(name, "") for name in SHOWN)
        yield from (value for name, value in element.items() if name.startswith("data-search-"))
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if parent is not None and not parent.xpath(f"ancestor-or-self::*[{SILENT}]") and not _foreign(parent, language):
            yield element.tail or ""
    for script in root.xpath("//script[@type='application/ld+json']"):
        yield from _names(json.loads(script.text))


def _foreign(element: html.HtmlElement, language: str) -> bool:
    lang = next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), language)
    return bool(lang != language)


def _names(data: Any) -> Iterator[str]:
    """The names and texts of JSON-LD."""
    if isinstance(data, dict):
        yield from (value for key in ("name", "description", "text") if isinstance(value := data.get(key), str))
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _names(each)


def _of_pdf(path: Path) -> Iterator[str]:
    yield from subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.splitlines()
    with pikepdf.open(path) as pdf:
        yield from (
            str(value) for key, value in pdf.docinfo.items() if key not in ("/Producer", "/CreationDate", "/ModDate")
        )
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary):
                yield from (
                    str(each[key]) for key in ("/Alt", "/Contents") if isinstance(each.get(key), pikepdf.String)
                )


def _of_feed(path: Path) -> Iterator[str]:
    for element in etree.parse(path).iter(etree.Element):
        if etree.QName(element).localname in ("title", "name", "summary", "content", "subtitle"):
            yield element.text or ""


def latin(text: str) -> set[str]:
    """The words in Latin letters."""
    return set(re.findall(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]+", ADDRESS.sub(" ", text)))
