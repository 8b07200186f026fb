"""The readings of a question: claims that give the same figures on one side's word are one, however many they are.

How two claims compare by their figures is a matter of their readings, so a question that a thousand claims answer is
compared reading by reading. Where there are very many readings, each is compared with those alike, and with the lowest
and the highest of every voice and outlet: who differs from any differs from one of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from math import inf

from ..record import figures
from ..record.dossier import Dossier
from ..record.model import Claim, Figure
from .once import once

# Up to here each reading is compared with each: 435 pairs.
MANY = 30


@dataclass(frozen=True, eq=False)
class Reading:
    """The claims on a question with the same figures by speakers of the same parties, in reading order."""

    number: int
    claims: tuple[Claim, ...]


@once
def readings(dossier: Dossier, point: str) -> tuple[Reading, ...]:
    """The readings of a question in the order of their first claims; claims without figures are in none."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in dossier.claims_on.get(point, []):
        if claim.figures:
            voice = (dossier.meaning(claim), tuple(dossier.parties_of(claim)), tuple(claim.of))
            found[(tuple(claim.figures.items()), *voice)].append(claim)
    return tuple(Reading(number, tuple(claims)) for number, claims in enumerate(found.values()))


def met(dossier: Dossier, point: str) -> Iterator[tuple[Reading, Reading]]:
    """The pairs of readings that are compared: a reading with itself first, where several claims give it."""
    found = readings(dossier, point)
    yield from ((each, each) for each in found if len(each.claims) > 1)
    if len(found) <= MANY:
        yield from combinations(found, 2)
        return
    ends = _ends(dossier, found)
    alike: dict[object, list[Reading]] = defaultdict(list)
    for each in found:
        alike[tuple(each.claims[0].figures.items())].append(each)
    several = (combinations(same, 2) for same in alike.values())
    beside = ((each, end) for each in found for end in ends if each is not end)
    pairs = (sorted(pair, key=_number) for pair in chain(*several, beside))
    yield from dict.fromkeys((first, second) for first, second in pairs)


def neighbours(dossier: Dossier, point: str) -> Callable[[Reading | None], list[Reading]]:
    """What gives, for a reading, those that may support it: with the same value somewhere, or one that reaches far."""
    same: dict[tuple[object, ...], dict[Reading, None]] = defaultdict(dict)
    loose: dict[Reading, None] = {}
    values: dict[Reading, list[tuple[object, ...]]] = {}
    for reading in readings(dossier, point):
        extents = [(name, *_extent(dossier, figure)) for name, figure in reading.claims[0].figures.items()]
        values[reading] = [(name, measure[1], low) for name, measure, low, high in extents if low == high]
        if any(low != high for _, _, low, high in extents):
            loose[reading] = None
        for value in values[reading]:
            same[value][reading] = None

    def near(reading: Reading | None) -> list[Reading]:
        if reading is None:
            return []
        return list(values if reading in loose else {**loose, **{r: None for v in values[reading] for r in same[v]}})

    return near


def _number(reading: Reading) -> int:
    return reading.number


def _ends(dossier: Dossier, found: tuple[Reading, ...]) -> dict[Reading, None]:
    """The readings that are the lowest or the highest of a figure, for every voice and outlet."""
    lowest: dict[tuple[object, ...], tuple[float, Reading]] = {}
    highest: dict[tuple[object, ...], tuple[float, Reading]] = {}
    for reading in found:
        first = reading.claims[0]
        outlets = {dossier.sources[claim.source].outlet for claim in reading.claims}
        voice = (dossier.meaning(first), tuple(dossier.parties_of(first)), tuple(first.of))
        for name, figure in first.figures.items():
            measure, low, high = _extent(dossier, figure)
            for key in ((name, measure, voice, outlet) for outlet in outlets):
                if high < lowest.get(key, (inf, reading))[0] or key not in lowest:
                    lowest[key] = high, reading
                if low > highest.get(key, (-inf, reading))[0] or key not in highest:
                    highest[key] = low, reading
    return dict.fromkeys(reading for ends in (lowest, highest) for _, reading in ends.values())


def _extent(dossier: Dossier, figure: Figure) -> tuple[tuple[str, str], float, float]:
    """What a figure is measured in, and from where to where it reaches in that."""
    as_of = figure.as_of.text if figure.as_of else ""
    if figure.date:
        return (as_of, "date"), figure.date.first.toordinal(), figure.date.last.toordinal()
    if figure.time:
        minute = int(figure.time[:2]) * 60 + int(figure.time[3:])
        return (as_of, "time"), minute, minute
    if figure.ordinal:
        return (as_of, "ordinal"), figure.ordinal, figure.ordinal
    figure = figures.in_smallest(figure, dossier.about.units)
    return (as_of, figure.unit or ""), *(figures.bounds(figure) or (0.0, 0.0))
