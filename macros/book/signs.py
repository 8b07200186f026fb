"""The shapes of the marks as a font, since no text font has them all and a font of the machine's would be chance."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from math import cos, pi, sin
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FAMILY = "Dossier Signs"
UNITS = 1000
CENTRE = (380, 330)
WIDTH, SPACE = 760, 250
Corners = list[tuple[float, float]]


def _regular(corners: int, radius: float, turn: float = 0.0) -> Corners:
    """The corners of a regular polygon, clockwise as fonts want outlines, the first at the top."""
    x, y = CENTRE
    steps = (turn + 2 * pi * i / corners for i in range(corners))
    return [(x + radius * sin(a), y + radius * cos(a)) for a in steps]


def _cross(arm: float, half: float) -> Corners:
    x, y = CENTRE
    quarter = [(-half, arm), (half, arm), (half, half), (arm, half), (arm, -half), (half, -half)]
    return [(x + dx, y + dy) for dx, dy in quarter] + [(x - dx, y - dy) for dx, dy in quarter]


_ROUND = 48  # corners, at which a circle of this size has none left to see
OUTLINES: dict[str, list[Corners]] = {
    " ": [],
    "\u00a0": [],
    "▲": [_regular(3, 400)],
    "■": [_regular(4, 430, pi / 4)],
    "●": [_regular(_ROUND, 320)],
    "◆": [_regular(4, 380)],
    "⬢": [_regular(6, 350)],
    "✚": [_cross(330, 110)],
    "○": [_regular(_ROUND, 320), _regular(_ROUND, 250)[::-1]],
    "≠": [
        [(90, 400), (90, 480), (670, 480), (670, 400)],
        [(90, 180), (90, 260), (670, 260), (670, 180)],
        [(200, 40), (490, 620), (560, 620), (270, 40)],
    ],
    "→": [[(60, 360), (460, 360), (460, 500), (700, 330), (460, 160), (460, 300), (60, 300)]],
    "←": [[(700, 300), (300, 300), (300, 160), (60, 330), (300, 500), (300, 360), (700, 360)]],
}


def font_face() -> str:
    """The font as a stylesheet with the font in it. The same bytes each time."""
    names = {sign: f"uni{ord(sign):04X}" for sign in OUTLINES}
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(sign): name for sign, name in names.items()})
    glyphs = {".notdef": _glyph([]), **{names[s]: _glyph(lines) for s, lines in OUTLINES.items()}}
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(
        {name: (WIDTH if glyph.numberOfContours else SPACE, 0) for name, glyph in glyphs.items()}
    )
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    data = BytesIO()
    builder.font.save(data)
    source = b64encode(data.getvalue()).decode()
    return f'@font-face {{ font-family: "{FAMILY}"; src: url("data:font/ttf;base64,{source}") }}'


def _glyph(outlines: list[Corners]) -> Any:
    pen = TTGlyphPen(None)
    for corners in outlines:
        pen.moveTo(tuple(map(round, corners[0])))
        for corner in corners[1:]:
            pen.lineTo(tuple(map(round, corner)))
        pen.closePath()
    return pen.glyph()
