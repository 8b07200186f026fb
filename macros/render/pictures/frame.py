"""What every picture has: two sizes of one drawing, a title, a description, the same facts as a table.

The drawing is made twice, for a wide and for a narrow column, since letters that shrink with a picture cannot be
read on a phone; the style sheet shows one of the two. What is drawn and no link stands in an image of its own (`role`
img with title and description), next to it the marks, each a link to its entry: links inside an image would be lost to
a screen reader. Colours and letters come from the style sheet; the attributes are for readers that have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ...locale import current, direction, say, text
from ..context import Context
from ..html import join, tag
from . import shapes
from .mirror import mirrored, set_for_print

_NAME = re.compile(r'<text [^>]*class="name".*?</text>', re.DOTALL)
WIDTHS = {"wide": 680, "narrow": 340}


@dataclass
class Drawing:
    """One drawing in the making: `ground` lies under the `marks`, which are links, and `labels` on top of them."""

    width: float
    height: float = 0
    ground: list[Markup] = field(default_factory=list)
    marks: list[Markup] = field(default_factory=list)
    labels: list[Markup] = field(default_factory=list)

    @property
    def narrow(self) -> bool:
        """Whether it is for a phone."""
        return self.width < WIDTHS["wide"]


def picture(
    name: str,
    *,
    title: str,
    about: str,
    draw: Callable[[float], Drawing | list[Drawing]],
    table: Markup,
    notes: Iterable[object] = (),
    key: Markup | None = None,
    paper: bool = False,
    of_time: bool = False,
) -> Markup:
    """The figure: what its signs mean, both drawings, a caption, the table. `about` says what is to be seen.

    A drawing that is too long for a sheet of paper comes in parts, which follow one another without a gap. On paper it
    is one image with its alternative text, and the table stands open. What is `of_time` runs as the page's words do.
    """
    if of_time and direction(current()) == "rtl":
        draw = _turned(draw)
    if paper:
        return _printed(name, title, about, draw(WIDTHS["wide"]), table, notes, key)
    return tag(
        "figure",
        key,
        [_parts(f"picture-{name}-{look}", look, title, about, draw(width)) for look, width in WIDTHS.items()],
        tag(
            "details",
            tag("summary", say("picture.table")),
            tag(
                "div",
                table,
                class_="scroll",
                tabindex="0",
                role="region",
                aria_label=text("picture.table-of", title=title),
            ),
            class_="more",
        ),
        # Last, as a figure's caption has to stand at an end of it; the style sheet shows it ahead of the table.
        tag("figcaption", tag("strong", title), ". ", join(notes, " ")),
        class_="picture",
        id=f"picture-{name}",
    )


def _turned(draw: Callable[[float], Drawing | list[Drawing]]) -> Callable[[float], Drawing | list[Drawing]]:
    """The same drawings, left and right changed."""

    def turned(each: Drawing) -> Drawing:
        ground, marks, labels = (
            [mirrored(join(layer), each.width)] for layer in (each.ground, each.marks, each.labels)
        )
        return Drawing(each.width, each.height, ground, marks, labels)

    def drawn(width: float) -> Drawing | list[Drawing]:
        found = draw(width)
        return [turned(each) for each in found] if isinstance(found, list) else turned(found)

    return drawn


def _printed(  # noqa: PLR0917 (what a picture is given)
    name: str,
    title: str,
    about: str,
    drawn: Drawing | list[Drawing],
    table: Markup,
    notes: Iterable[object],
    key: Markup | None,
) -> Markup:
    drawings = drawn if isinstance(drawn, list) else [drawn]
    caption = tag("p", tag("strong", title), ". ", join(notes, " "), class_="caption")
    images = [
        tag(
            "svg",
            tag("title", f"{title}. {about}"),
            [set_for_print(layer) for layer in each.ground],
            [_legible(_unlinked(set_for_print(mark_))) for mark_ in each.marks],
            [_legible(set_for_print(label)) for label in each.labels],
            viewBox=f"0 0 {round(each.width)} {round(each.height)}",
            width=round(each.width),
            height=round(each.height),
            xmlns="http://www.w3.org/2000/svg",
            font_family="Dossier Serif, Vazirmatn, Dossier Signs",
            fill="#111",
        )
        for each in drawings
    ]
    return tag("div", caption, key, images, table, class_="picture", id=f"picture-{name}")


def _unlinked(mark_: Markup) -> Markup:
    """A mark as a group of shapes: what leads somewhere stands in the table, and WeasyPrint takes links for text."""
    return Markup(str(mark_).replace("<a ", "<g ").replace("</a>", "</g>"))  # noqa: S704 (escaped by those who drew it)


def _legible(drawn: Markup) -> Markup:
    """Letters over lines stand on white: on the screen by the style sheet, in print since they are drawn twice."""
    white = 'stroke="#fff" stroke-width="3.5" fill="#fff" '
    twice = _NAME.sub(lambda found: f"{found[0].replace('<text ', f'<text {white}', 1)}{found[0]}", str(drawn))
    return Markup(twice)  # noqa: S704 (escaped by those who drew it)


def key(items: Iterable[tuple[Markup, object]]) -> Markup | None:
    """What the signs mean: each shape, drawn around (8, 8), with its name. None where there are none."""
    named = [
        tag(
            "span",
            tag("svg", shape, viewBox="0 0 16 16", width=16, height=16, aria_hidden="true", fill="currentColor"),
            name,
        )
        for shape, name in items
    ]
    return tag("span", named, class_="legend") if named else None


def parties(context: Context, ids: Iterable[str]) -> list[tuple[Markup, object]]:
    """For the key: the signs of these parties, each once, in the order in which readers see them."""
    wanted = set(ids)
    return [
        (party_sign(context, id_, 8, 8, 5.5), p.short) for id_, p in context.dossier.parties.items() if id_ in wanted
    ]


def party_sign(context: Context, id_: str, x: float, y: float, size: float = 4.2) -> Markup:
    """A party's sign in its colour."""
    party = context.dossier.parties[id_]
    return shapes.sign(party.sign, x, y, size, data_party=id_, fill=party.colour)


def mark(href: str, name: str, *shapes: Markup, **attributes: object) -> Markup:
    """A link to an entry; `name` is what it is called where the shape is not seen."""
    return tag("a" if href else "g", tag("title", name), shapes, href=href or None, **attributes)


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> Markup:
    """A table with one row of headings; the first cell of each row heads it."""
    return tag(
        "table",
        tag("thead", tag("tr", [tag("th", cell, scope="col") for cell in head])),
        tag(
            "tbody",
            [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in rows],
        ),
    )


def _parts(id_: str, look: str, title: str, about: str, drawn: Drawing | list[Drawing]) -> list[Markup]:
    first, *rest = drawn if isinstance(drawn, list) else [drawn]
    return [
        _svg(id_, look, title, about, first),
        *(
            _svg(f"{id_}-{n}", look, text("picture.part", title=title, number=n), text("picture.goes-on"), part)
            for n, part in enumerate(rest, 2)
        ),
    ]


def _svg(id_: str, look: str, title: str, about: str, drawing: Drawing) -> Markup:
    width, height = round(drawing.width), round(drawing.height)
    image = tag(
        "svg",
        tag("title", title, id=f"{id_}-title"),
        tag("desc", about, id=f"{id_}-about"),
        drawing.ground,
        role="img",
        aria_labelledby=f"{id_}-title {id_}-about",
        width=width,
        height=height,
    )
    return tag(
        "svg",
        image,
        drawing.marks,
        tag("g", drawing.labels, aria_hidden="true", pointer_events="none") if drawing.labels else None,
        class_=look,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label=text("picture.links", title=title),
        xmlns="http://www.w3.org/2000/svg",
        font_family="sans-serif",
        fill="currentColor",
        direction="ltr",  # sides are those drawn, also on a page written from right to left
    )
