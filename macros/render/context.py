"""What rendering needs to know: the dossier, the page it renders into, and who wants to hear which records it names."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field

from ..record.addresses import address
from ..record.dossier import Dossier
from .paper import Paper


@dataclass
class Uses:
    """Which pages name which record: ids to {page address: page title}, in the order the pages are rendered."""

    pages: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, id_: str, url: str, title: str) -> None:
        """Note that a page names a record."""
        self.pages[id_][url] = title


@dataclass(frozen=True)
class Context:
    """One page being rendered. `url` is its address from the site's root, '' for Home; `paper` is the book's."""

    dossier: Dossier
    url: str = ""
    title: str = ""
    uses: Uses = field(default_factory=Uses)
    paper: Paper | None = None

    def page(self, address: str) -> str:
        """A relative link to a page by its address from the root, such as `timeline/`; on paper, to its part of it."""
        if self.paper:
            return f"#{part}" if (part := self.paper.pages.get(address)) else ""
        if address == self.url:
            return ""
        path = (
            posixpath.relpath("/" + (address or "."), "/" + self.url)
            if address
            else posixpath.relpath("/", "/" + self.url)
        )
        return path + "/" if not path.endswith((".svg", ".css", ".pdf", ".json")) else path

    def has(self, address: str) -> bool:
        """Whether the authors keep a page at an address, such as `line-by-line/`: some do without."""
        return (self.dossier.root / "docs" / f"{address.rstrip('/')}.md").is_file()

    def link(self, id_: str) -> str:
        """A relative link to where a record stands; on paper, '' where it has no place of its own."""
        if self.paper:
            return f"#{anchor}" if (anchor := self.paper.anchor(id_)) else ""
        home = address(self.dossier, id_)
        return f"{self.page(home.page)}#{home.anchor}" if home.anchor else self.page(home.page)

    def use(self, id_: str) -> None:
        """Note that the page names a record."""
        self.uses.note(id_, self.url, self.title)
