"""The file of the book, written small: what is alike lies together, so that it shrinks together."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import zopfli.zlib
from weasyprint.pdf import pydyf

# How often it is tried to pack the objects closer: a few tries take the most, and seconds for a book of 150 pages.
ROUNDS = 5
# An adjustment between two letters is put off until those so far make three hundredths of the font's size.
VISIBLE = 30
# Names to which others may lead from outside the book: claims and questions.
LASTING = (b"(c-", b"(q-")
_RUNS = re.compile(rb"(?<=\[)(?:<[0-9a-f]*>-?\d*)+(?=\] TJ)")
_RUN = re.compile(rb"<([0-9a-f]*)>(-?\d*)")
_ESCAPED = re.compile(rb"[()\\]")
_LONG = re.compile(rb"(?<![\w.])(-?\d+\.\d{2})\d+")
_PLACE = re.compile(rb"(-?\d+)(\.\d)?\d* (-?\d+)(\.\d)?\d* Tm$", re.MULTILINE)


def write(pdf: Any, identifier: bytes, leads: Callable[[str], str]) -> bytes:
    """The bytes of a pydyf PDF; `leads` says where a link leads, by its name. The same objects give the same bytes."""
    pdf.add_object(pdf.info)
    _shorten(pdf, leads)
    objects = [each for each in pdf.objects if each.free != "f"]
    alike = sorted((each for each in objects if each.compressible), key=_kind)
    container, table = len(pdf.objects), len(pdf.objects) + 1
    out = BytesIO(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")
    out.seek(0, 2)
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    for each in objects:
        if not each.compressible:
            rows[each.number] = (1, out.tell(), 0)
            out.write(each.indirect + b"\n")
    rows |= {each.number: (2, container, place) for place, each in enumerate(alike)}
    rows[container] = (1, out.tell(), 0)
    out.write(_stream(container, *_packed(alike)) + b"\n")
    start = out.tell()
    rows[table] = (1, start, 0)
    name = pydyf.String(identifier).data
    extra = b"/Type/XRef/Size %d/W[1 4 3]/Root %s/Info %s/ID[%s %s]/DecodeParms<</Predictor 12/Columns 8>>" % (
        table + 1,
        pdf.catalog.reference,
        pdf.info.reference,
        name,
        name,
    )
    out.write(_stream(table, _table(rows), extra) + b"\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _kind(element: Any) -> tuple[Any, ...]:
    """Objects of one kind stand together, in their own order."""
    kind = (str(element.get(key, "")) for key in ("Type", "S")) if isinstance(element, pydyf.Dictionary) else ("", "")
    return (*kind, element.number)


def _stream(number: int, data: bytes, extra: bytes) -> bytes:
    packed: bytes = zopfli.zlib.compress(data, numiterations=ROUNDS)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, extra, len(packed))
    return head + packed + b"\nendstream\nendobj"


def _packed(objects: list[Any]) -> tuple[bytes, bytes]:
    """Many objects as the data of one stream, and what its dictionary says of it."""
    places, data = [], BytesIO()
    for each in objects:
        places.append(b"%d %d" % (each.number, data.tell()))
        data.write(each.data + b"\n")
    head = b" ".join(places) + b"\n"
    return head + data.getvalue(), b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))


def _table(rows: dict[int, tuple[int, int, int]]) -> bytes:
    """Where each object is, each row as its difference from the one above (PNG's predictor 'up')."""
    above, out = bytes(8), BytesIO()
    for number in range(len(rows)):
        kind, place, index = rows[number]
        row = bytes([kind]) + place.to_bytes(4, "big") + index.to_bytes(3, "big")
        out.write(b"\x02" + bytes((new - old) % 256 for new, old in zip(row, above, strict=True)))
        above = row
    return out.getvalue()


def _shorten(pdf: Any, leads: Callable[[str], str]) -> None:
    """Coordinates to a tenth of a pixel, letters in longer runs, and only the names that are used."""
    used = set()
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and not each.extra:
            data = _LONG.sub(rb"\1", b"\n".join(_bytes(part) for part in each.stream))
            each.stream = [_RUNS.sub(_joined, _PLACE.sub(rb"\1\2 \3\4 Tm", data))]
        elif isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Link":
            each["Rect"] = pydyf.Array(round(number, 1) for number in each["Rect"])
            if "Dest" in each:
                each["Contents"] = pydyf.String(leads(each["Dest"].string))
            used.add(_bytes(each.get("Dest", b"")))
    names = pdf.catalog["Names"]["Dests"]["Names"]
    pairs = zip(names[::2], names[1::2], strict=True)
    kept = [
        part
        for name, place in pairs
        if _bytes(name) in used or _bytes(name).startswith(LASTING)
        for part in (name, place)
    ]
    pdf.catalog["Names"]["Dests"]["Names"] = pydyf.Array(kept)


def _joined(match: re.Match[bytes]) -> bytes:
    """Letters with the adjustments between them, those too small to see added up to the next that is not."""
    out, letters, put_off = [], b"", 0
    for more, adjustment in _RUN.findall(match[0]):
        letters += bytes.fromhex(more.decode())
        put_off += int(adjustment or 0)
        if abs(put_off) >= VISIBLE:
            out += [_literal(letters), b"%d" % put_off]
            letters, put_off = b"", 0
    return b"".join([*out, _literal(letters)] if letters else out)


def _literal(letters: bytes) -> bytes:
    """A string as its bytes, which takes half the room of its digits."""
    return b"(" + _ESCAPED.sub(rb"\\\g<0>", letters).replace(b"\r", b"\\r") + b")"


def _bytes(part: Any) -> bytes:
    """A part of a stream or of an array as it will be written."""
    if isinstance(part, pydyf.Object):
        return bytes(part.data)
    return part if isinstance(part, bytes) else str(part).encode()
