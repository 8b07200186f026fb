"""A part of the book: its title, what it holds, and the parts of it that the contents list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..render.html import tag


@dataclass(frozen=True)
class Chapter:
    """`id` is the id of its heading, `sections` are ids and titles of what stands in it.

    A `sheet` is kept to a page; `size` is that of its letters in points, where they are not the book's.
    """

    id: str
    title: str
    body: Markup
    sections: tuple[tuple[str, str], ...] = ()
    sheet: bool = False
    size: float | None = None

    def html(self) -> Markup:
        """The whole as a section of its own."""
        kind = "chapter sheet" if self.sheet else "chapter"
        style = f"font-size: {self.size:g}pt" if self.size else None
        return tag("section", self.body, class_=kind, id=f"{self.id}-all", style=style)


def titled(id_: str, title: str, *body: object, sections: tuple[tuple[str, str], ...] = ()) -> Chapter:
    """A part that the book makes itself, under its heading."""
    return Chapter(
        id_, title, Markup("").join([tag("h1", title, id=id_), *(tag("div", each) for each in body)]), sections
    )


def section(id_: str, title: object) -> Markup:
    """The heading of a section."""
    return tag("h2", title, id=id_)


def entry(beside: object, *body: object, id: str | None = None, class_: str = "entry") -> Markup:
    """An entry of a list: in the margin whose or what it is, beside it what there is to say."""
    return tag("div", tag("p", beside, class_="beside"), *body, id=id, class_=class_)
