"""Subset the fonts the site serves from the originals, and write the stylesheets that name them.

The PDF gets fonts of its own, each with all letters in one file and of one weight: WeasyPrint takes two files
of one family and weight for the same font, and then shows the letters of the wrong one.

Run it as `make fonts` when the pages came to use a letter that no subset has. The same originals give the
same bytes. With --check nothing is written: it fails when the pages or the record use a letter that the
originals have and the subsets lack.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ROOT / "assets" / "fonts" / "originals"
SERVED = ROOT / "docs" / "assets" / "fonts"
PRINTED = ROOT / "assets" / "fonts" / "pdf"
STYLESHEET = ROOT / "docs" / "assets" / "stylesheets" / "fonts.css"

# The licence reserves the name "Source" for the unchanged font, so what we changed is called otherwise.
FAMILY = "Dossier Serif"
# Titles are of 600, which serves for bold too: up to 700 each file weighs a twentieth more. Bold italics are rare.
WEIGHTS: dict[str, tuple[int, int] | int] = {"normal": (400, 600), "italic": 400}
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum", "lnum"]
PRINTED_AS = (("normal", 400), ("normal", 600), ("normal", 700), ("italic", 400), ("italic", 700))
# For the PDF, as published: on a screen the reader's own font has these letters.
ARABIC, ARABIC_WEIGHTS = "Vazirmatn", (400, 700)
FORMATS = {"woff2": "woff2", "ttf": "truetype"}
READ = {"docs": ("*.md",), "data": ("*.yml", "*.yaml"), "macros": ("*.py",), "overrides": ("*.html",)}


def span(first: int, last: int) -> set[int]:
    """All code points from the first to the last."""
    return set(range(first, last + 1))


class Part(NamedTuple):
    """A file of the font: a page loads it when it uses one of its characters."""

    name: str
    original: str
    always: set[int]  # there whether used today or not, so that a record may change without new fonts


# What nearly every page uses; rarer signs are with the letters that other languages have.
RARE = {ord(sign) for sign in "#$*+<=>@\\^_`{|}~"}
LATIN = (span(0x20, 0x7E) - RARE) | {ord(sign) for sign in "\u00a0·çéöüÇÖÜı–—‘’“”•…"}
PARTS = (
    Part("latin", "latin", LATIN),
    Part("turkish", "latin-ext", {0x11E, 0x11F, 0x130, 0x15E, 0x15F}),
    Part("latin-1", "latin", RARE | span(0xA1, 0xFF) | {ord(sign) for sign in "‚„‹›€−"}),
    Part("latin-ext", "latin-ext", span(0x100, 0x17F) | span(0x218, 0x21B)),
    Part("cyrillic", "cyrillic", span(0x400, 0x45F) | {0x490, 0x491, 0x2116, 0x301}),
    Part("greek", "greek", span(0x386, 0x3CE)),
)

SMALL = ("latin", "turkish")  # they come first, and hold what they are given and no more


def characters_in_use() -> set[int]:
    """Every character that stands in a page, the record or what renders it."""
    files = (
        file
        for folder, patterns in READ.items()
        for pattern in patterns
        for file in sorted((ROOT / folder).rglob(pattern))
    )
    return {ord(character) for file in files for character in file.read_text(encoding="utf-8")}


def open_original(original: str, style: str) -> TTFont:
    """The font as published, one script and style of it."""
    return TTFont(ORIGINALS / f"source-serif-4-{original}-wght-{style}.woff2", recalcTimestamp=False)


def rename(font: TTFont, style: str) -> None:
    """Give the font our name, and leave its copyright and licence as they are."""
    kind = "Italic" if style == "italic" else "Regular"
    names = {
        1: FAMILY,
        2: kind,
        3: f"{FAMILY} {kind}",
        4: f"{FAMILY} {kind}",
        6: f"{FAMILY.replace(' ', '')}-{kind}",
        16: FAMILY,
        17: kind,
        25: FAMILY.replace(" ", ""),
    }
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]


def subset(part: Part, style: str, wanted: set[int]) -> tuple[bytes, set[int]]:
    """The font with these characters only, as WOFF2, and which of them it has."""
    font = open_original(part.original, style)
    has = wanted & set(font.getBestCmap())
    kerned = instantiateVariableFont(open_original(part.original, style), {"wght": 400})
    instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    # One kerning for all weights: the differences are a tenth of the file, and less than a reader sees.
    for table in ("GPOS", "GDEF"):
        font[table] = kerned[table]
    options = Options(layout_features=FEATURES, flavor="woff2", hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=has)
    subsetter.subset(font)
    rename(font, style)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue(), has


def whole(style: str, weight: int) -> bytes:
    """The font with all letters of the originals at one weight, for the PDF: unpacked, as it is read for every book."""
    parts: list[BytesIO] = []
    has: set[int] = set()
    dates = None
    for original in ("latin", "latin-ext", "cyrillic", "greek"):
        font = open_original(original, style)
        dates = dates or (font["head"].created, font["head"].modified)
        instantiateVariableFont(font, {"wght": weight}, inplace=True)
        options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
        options.name_IDs = ["*"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=set(font.getBestCmap()) - has)
        has |= set(font.getBestCmap())
        subsetter.subset(font)
        font.flavor = None
        parts.append(BytesIO())
        font.save(parts[-1])
        parts[-1].seek(0)
    font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = dates or (0, 0)
    rename(font, style)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def face(style: str, weights: str, url: str, *more: str, family: str = FAMILY) -> str:
    """One rule of a stylesheet."""
    lines = (
        f'font-family: "{family}"',
        f"font-style: {style}",
        f"font-weight: {weights}",
        f'src: url("{url}") format("{FORMATS[url.rpartition(".")[2]]}")',
        *more,
    )
    return "@font-face {\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


def unicode_range(characters: set[int]) -> str:
    """The characters as CSS writes them: U+20-7E, U+A0-FF."""
    runs: list[list[int]] = []
    for point in sorted(characters):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def divide(used: set[int]) -> dict[str, set[int]]:
    """Which characters each part is to hold; none stands in two."""
    taken: set[int] = set()
    shares: dict[str, set[int]] = {}
    for part in PARTS:
        font = open_original(part.original, "normal")
        can = set(font.getBestCmap())
        more = used if part.name not in SMALL else set()
        shares[part.name] = ((part.always | more) & can) - taken
        taken |= shares[part.name]
    return shares


def main() -> int:
    """Write fonts and stylesheet, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a letter has no font")
    check = parser.parse_args().check

    used = {point for point in characters_in_use() if chr(point).isprintable()}
    shares = divide(used)
    rules: list[str] = []
    lacking = used - set().union(*shares.values())
    if check:
        served = {point for file in SERVED.glob("*.woff2") for point in TTFont(file).getBestCmap()}
        late = sorted(used - lacking - served)
        if late:
            print("fonts: run `make fonts`, no file has", " ".join(map(chr, late)), file=sys.stderr)
        return 1 if late else 0

    SERVED.mkdir(parents=True, exist_ok=True)
    for style, weight in WEIGHTS.items():
        weights = f"{weight[0]} {weight[1]}" if isinstance(weight, tuple) else f"{weight}"
        for part in PARTS:
            data, has = subset(part, style, shares[part.name])
            name = f"dossier-serif-{part.name}-{style}.woff2"
            (SERVED / name).write_bytes(data)
            print(f"{len(data):7,}  {hashlib.sha256(data).hexdigest()}  {name}")
            # The first part, which nearly every page loads, has no range: the later ones come before it in theirs.
            more = () if part is PARTS[0] else (f"unicode-range: {unicode_range(has)}",)
            rules.append(face(style, weights, f"../fonts/{name}", "font-display: optional", *more))
    head = "/* Written by scripts/fonts.py: change that, then run `make fonts`. */\n\n"
    STYLESHEET.write_text(head + "\n".join(rules), encoding="utf-8")

    PRINTED.mkdir(parents=True, exist_ok=True)
    printed: list[str] = []
    for style, size in PRINTED_AS:
        name = f"dossier-serif-{size}-{style}.ttf"
        data = whole(style, size)
        (PRINTED / name).write_bytes(data)
        print(f"{len(data):7,}  {hashlib.sha256(data).hexdigest()}  {name}")
        printed.append(face(style, str(size), name))
    printed += [
        face("normal", str(size), f"vazirmatn-arabic-{size}-normal.woff2", family=ARABIC) for size in ARABIC_WEIGHTS
    ]
    (PRINTED / "fonts.css").write_text(head + "\n".join(printed), encoding="utf-8")
    if lacking:
        print("in no file, so shown in the reader's own font:", " ".join(map(chr, sorted(lacking))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
