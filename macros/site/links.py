"""Links of the built site that lead nowhere: to a page that is not there, or to an anchor that the page has not.

MkDocs looks at the links of Markdown; those that macros and templates make are looked at here, on the finished pages.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

# Pages that are asked for at any depth, so that their links begin at the root of the host.
AT_ANY_DEPTH = ("404.html",)


class DeadLinks(Exception):
    """Links of the site lead nowhere; the message names each, and the page it stands on."""


def check(site: Path) -> None:
    """Raises DeadLinks where a link from one page of the site to another leads nowhere."""
    pages = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    found = {name: _read(path) for name, path in pages.items()}
    dead = [
        f"{name}: {link!r} leads to nothing"
        for name, (links, _) in found.items()
        if name not in AT_ANY_DEPTH
        for link in links
        if not _leads(site, name, link, found)
    ]
    if dead:
        raise DeadLinks("\n".join(dict.fromkeys(dead)))


def _read(path: Path) -> tuple[list[str], set[str]]:
    """The links of a page and its anchors."""
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    return [str(link) for link in tree.xpath("//a/@href")], {str(id_) for id_ in tree.xpath("//@id | //a/@name")}


def _leads(site: Path, page: str, link: str, found: dict[str, tuple[list[str], set[str]]]) -> bool:
    at = urlsplit(link)
    if at.scheme or at.netloc or not (at.path or at.fragment):
        return True
    target, anchor = urldefrag(urljoin(f"http://site.invalid/{page}", link))
    name = unquote(urlsplit(target).path).lstrip("/")
    if name == "" or name.endswith("/"):
        name += "index.html"
    if name in found:
        return not anchor or _decoded(anchor) in found[name][1] or anchor.startswith(":~:")
    return (site / name).exists()


def _decoded(anchor: str) -> str:
    return unquote(anchor.partition(":~:")[0])
