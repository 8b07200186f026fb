"""The picture that goes with a link that is sent: the question, and what each side says.

Drawn with the fonts of the book, so that nothing is asked of another host. Nobody's answer is cut where another's is
not: the letters of all become smaller until all fit.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageColor, ImageDraw, ImageFont

from ...locale import text
from ...record.dossier import Dossier
from ...record.model import Point
from ...render.context import Context
from ...render.pictures.shapes import CORNERS
from ...render.sides import answers
from ...render.text import plain

SIZE = (1200, 630)
FONTS = Path(__file__).parents[3] / "assets" / "fonts" / "pdf"
PAPER, INK = "#fdfcf9", "#23282d"
SOFT = 190  # of 255, how much of the ink small print has
MARGIN, GAP = 72, 26
TITLE_HIGH = 200
TITLES = (60, 54, 48, 42, 36)  # sizes of letters, the largest that fits is taken
WORDS = (34, 31, 28, 25, 22, 19, 16)
LEVEL = 6  # of compression: the highest takes twice as long for four per cent less
SHADES = 12  # of all colours together, besides paper: sixteen take half the room of more


@dataclass(frozen=True)
class Answer:
    """Who, in which colour and with which sign, and what they say."""

    who: str
    says: str
    colour: str = INK
    sign: str | None = None


@dataclass(frozen=True)
class Card:
    """What a picture shows: a title, answers to it, and the name of the dossier."""

    title: str
    answers: tuple[Answer, ...]
    foot: str

    @property
    def alt(self) -> str:
        """The same in words."""
        return " ".join([self.title, *(words(answer) for answer in self.answers)])


def of_question(dossier: Dossier, point: Point) -> Card:
    """The picture of a question."""
    context = Context(dossier)
    found = []
    for side, name, claim in answers(context, point):
        party = dossier.parties.get(side or "")
        colour, sign = (party.colour, party.sign) if party else (INK, None)
        if claim:
            found.append(Answer(name, plain(context, claim.says, claim.figures), colour, sign))
        else:
            found.append(Answer("", text("sharing.none", party=name), colour, sign))
    return Card(point.question, tuple(found), dossier.about.title)


def of_dossier(dossier: Dossier) -> Card:
    """The picture of every other page: the dossier's title, and what it is."""
    says = plain(Context(dossier), dossier.about.summary)
    return Card(dossier.about.title, (Answer("", says),), text("sharing.foot"))


def cached(folder: Path, card: Card) -> bytes:
    """The picture of a card as PNG, taken from a folder where it was drawn before by the same code."""
    key = hashlib.sha256(f"{card!r}{_hand()}".encode()).hexdigest()
    path = folder / f"{key}.png"
    with suppress(OSError):
        return path.read_bytes()
    drawn = draw(card)
    with suppress(OSError):  # what cannot be kept is drawn again
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawn)
    return drawn


def draw(card: Card) -> bytes:
    """The picture of a card as PNG: the same card gives the same bytes."""
    inks = Inks()
    width = SIZE[0] - 2 * MARGIN
    bottom = SIZE[1] - MARGIN + 14
    inks.pen(INK).text((MARGIN, bottom), card.foot, font=_font("400", 24), fill=SOFT, anchor="ls")
    size, lines = _fitting(card.title, width)
    y = float(MARGIN - 8)
    for line in lines:
        inks.pen(INK).text((MARGIN, y), line, font=_font("600", size), fill=255)
        y += size * 1.2
    _answers(inks, card.answers, y + GAP, bottom - 44)
    out = io.BytesIO()
    inks.printed().save(out, "PNG", compress_level=LEVEL)
    return out.getvalue()


class Inks:
    """A sheet for each colour, printed over each other in few shades: far quicker than to look for the best ones."""

    def __init__(self) -> None:
        self._sheets: dict[str, Image.Image] = {}

    def pen(self, colour: str) -> ImageDraw.ImageDraw:
        """What draws in a colour; `fill` is how much of it, of 255."""
        if colour not in self._sheets:
            self._sheets[colour] = Image.new("L", SIZE, 0)
        return ImageDraw.Draw(self._sheets[colour])

    def printed(self) -> Image.Image:
        """All sheets on paper, as a picture with a palette."""
        shades = max(SHADES // len(self._sheets), 2)
        paper = ImageColor.getrgb(PAPER)
        palette = [*paper]
        image = Image.new("P", SIZE, 0)
        for number, (colour, sheet) in enumerate(self._sheets.items()):
            first = number * shades
            steps = [round(value / 255 * shades) for value in range(256)]
            image.paste(
                sheet.point([first + step for step in steps]), mask=sheet.point([255 if step else 0 for step in steps])
            )
            for step in range(1, shades + 1):
                ink = ImageColor.getrgb(colour)
                palette += [round(p + (i - p) * step / shades) for p, i in zip(paper, ink, strict=True)]
        image.putpalette(palette)
        return image


def can_write(text_: str) -> bool:
    """Whether our fonts have every sign of a text: one that they lack would be drawn as an empty box."""
    return all(ord(sign) in _signs() for sign in text_ if not sign.isspace())


def _answers(inks: Inks, found: tuple[Answer, ...], top: float, bottom: float) -> None:
    """Write all answers below each other, in the largest letters in which all fit."""
    indent = 44 if any(answer.sign for answer in found) else 0
    left, width = MARGIN + indent, SIZE[0] - 2 * MARGIN - indent
    for size in WORDS:
        font = _font("400", size)
        blocks = [list(_wrapped(words(answer), font, width)) for answer in found]
        high = sum(len(block) * size * 1.3 for block in blocks) + GAP * 0.8 * (len(found) - 1)
        if high <= bottom - top:
            break
    y = top
    for answer, block in zip(found, blocks, strict=True):
        _sign(inks.pen(answer.colour), answer.sign, (MARGIN + 14, y + size * 0.66), size * 0.42)
        name = f"{answer.who}: " if answer.who else ""
        for number, line in enumerate(block):
            named = name if number == 0 and line.startswith(name) else ""
            inks.pen(answer.colour).text((left, y), named, font=font, fill=255)
            inks.pen(INK).text((left + font.getlength(named), y), line.removeprefix(named), font=font, fill=255)
            y += size * 1.3
        y += GAP * 0.8


def words(answer: Answer) -> str:
    """An answer in one line."""
    return f"{answer.who}: {answer.says}" if answer.who else answer.says


def _sign(pen: ImageDraw.ImageDraw, sign: str | None, at: tuple[float, float], size: float) -> None:
    x, y = at
    if sign == "circle":
        pen.ellipse((x - size, y - size, x + size, y + size), fill=255)
    elif sign:
        pen.polygon([(x + dx * size, y + dy * size) for dx, dy in CORNERS[sign]], fill=255)


def _fitting(title: str, width: float) -> tuple[int, list[str]]:
    """The largest size at which a title takes no more than its part, and its lines; else the smallest."""
    for size in TITLES:
        lines = list(_wrapped(title, _font("600", size), width))
        if len(lines) * size * 1.2 <= TITLE_HIGH:
            break
    return size, lines


def _wrapped(text_: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """A text in lines that are no wider than they may be, broken between words."""
    line = ""
    for word in text_.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"dossier-serif-{weight}-normal.ttf", size)


@cache
def _signs() -> frozenset[int]:
    found = [TTFont(FONTS / f"dossier-serif-{weight}-normal.ttf").getBestCmap() for weight in ("400", "600")]
    return frozenset(found[0].keys() & found[1].keys())


@cache
def _hand() -> str:
    """What a picture is drawn with, besides what it shows: this code and the fonts."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(FONTS.glob("dossier-serif-*.ttf")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
