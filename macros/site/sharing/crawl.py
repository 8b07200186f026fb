"""What programs ask a site for: where its pages are, when they changed, what it is about."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from ...locale import text
from ...record.addresses import OUTLETS, PEOPLE, POINTS
from ...record.dossier import Dossier
from ...render.context import Context
from ...render.text import plain
from ..exports import FILES, FOLDER

MADE = (POINTS, PEOPLE, OUTLETS)


@dataclass(frozen=True)
class Head:
    """What a page says of itself."""

    title: str
    description: str


def write(site: Path, dossier: Dossier, pages: Mapping[str, Head]) -> None:
    """Write robots.txt, llms.txt and, where the site has an address, its map; `pages` are those to be found."""
    address = dossier.about.site_url
    (site / "robots.txt").write_text(robots(address), "utf-8")
    (site / "llms.txt").write_text(llms(dossier, pages), "utf-8")
    if address:
        found = sitemap(address, pages, dossier.about.edition.date.last.isoformat())
        (site / "sitemap.xml").write_text(found, "utf-8")
        (site / "sitemap.xml.gz").write_bytes(gzip.compress(found.encode(), mtime=0))


def robots(address: str | None) -> str:
    """All may read everything; where the map is, if the site has an address: a map names whole addresses."""
    sitemap_ = f"\nSitemap: {address.rstrip('/')}/sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap_}"


def sitemap(address: str, pages: Mapping[str, Head], day: str) -> str:
    """The addresses of all pages; they changed when the edition did, not when the site was built."""
    site = address.rstrip("/")
    urls = [f"<url><loc>{escape(f'{site}/{url}')}</loc><lastmod>{day}</lastmod></url>" for url in pages]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *urls,
            "</urlset>\n",
        ]
    )


def llms(dossier: Dossier, pages: Mapping[str, Head]) -> str:
    """What the site is, how to pass on what stands in it, and where what is: Markdown, as llmstxt.org asks for."""
    return "\n".join(_lines(dossier, pages)) + "\n"


def _lines(dossier: Dossier, pages: Mapping[str, Head]) -> Iterator[str]:
    about = dossier.about
    site = f"{about.site_url.rstrip('/')}/" if about.site_url else ""
    yield f"# {_line(about.title)}"
    yield f"\n> {_line(plain(Context(dossier), about.summary))}"
    yield f"\n{text('sharing.pass-on')}"
    yield f"\n## {text('sharing.pages')}\n"
    for url, head in pages.items():
        if url in MADE or not url.startswith(MADE):
            yield f"- [{_line(head.title)}]({site}{url or 'index.html'}): {_line(head.description)}"
    for topic in about.topics:
        if points := dossier.points_on[topic.id]:
            yield f"\n## {_line(topic.title)}\n"
            yield from (f"- [{_line(point.question)}]({site}{POINTS}{point.id}/)" for point in points)
    yield f"\n## {text('sharing.data')}\n"
    for names in FILES.values():
        yield from (f"- [{name}]({site}{FOLDER}/{name}): {text(f'exports.{name}')}" for name in names)


def _line(words: str) -> str:
    """A text in one line in which nothing is a link."""
    return " ".join(words.split()).replace("[", "(").replace("]", ")")
