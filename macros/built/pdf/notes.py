"""Outside addresses as numbered notes at the back: what is a link on a screen can be typed in from paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement
from lxml.html.builder import SUP
from markupsafe import Markup

from ...render.html import tag

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
        call = SUP(str(number))
        call.tail, link.tail = link.tail, None
        link.addnext(call)

    def page(self) -> Markup:
        """The chapter that prints them."""
        items = [
            tag("li", tag("a", address.removeprefix("mailto:"), href=address), id=f"{ID}/{number}", value=number)
            for address, number in self.numbers.items()
        ]
        return tag(
            "section",
            tag("h1", "Notes: outside addresses"),
            tag("p", "What the small raised numbers lead to.", class_="lead"),
            tag("ol", items),
            id=ID,
            class_="chapter notes",
        )
