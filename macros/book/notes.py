"""Outside addresses as numbered notes at the back: what is a link on a screen can be typed in from paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement
from markupsafe import Markup

from ..render.html import tag

ID = "notes"
TEXT_FRAGMENT = "#:~:text="


@dataclass
class Notes:
    """The addresses, numbered in the order in which the book first names them."""

    numbers: dict[str, int] = field(default_factory=dict)

    def add(self, link: HtmlElement, address: str) -> None:
        """Give a link the number of its note. One page is one note, whichever passage of it is meant."""
        page = address.partition(TEXT_FRAGMENT)[0]
        number = self.numbers.setdefault(page, len(self.numbers) + 1)
        note = f"\u00a0[{number}]"
        if len(link):
            link[-1].tail = (link[-1].tail or "") + note
        else:
            link.text = (link.text or "") + note

    def page(self) -> Markup:
        """The chapter that prints them."""
        items = [tag("li", address.removeprefix("mailto:"), value=number) for address, number in self.numbers.items()]
        return tag(
            "section",
            tag("h1", "Notes: outside addresses"),
            tag("p", "What the numbers in brackets lead to.", class_="lead"),
            tag("ol", items),
            id=ID,
            class_="chapter notes",
        )
