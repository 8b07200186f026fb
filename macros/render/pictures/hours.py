"""The hours of a day, as accounts of its events give them, and a scale to set them on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...locale import text
from ...record.dossier import Dossier
from ...record.model import Claim
from ..context import Context
from ..html import tag
from ..text import plain, short_name
from . import frame, shapes
from .days import Day
from .frame import Drawing
from .shapes import number, words

SIZE = 11


def told(dossier: Dossier, day: Day) -> list[tuple[str, Claim]]:
    """Hours of a day, with the claims that give them, that accounts give of events of a day whose own is not known.

    A claim that names another date is left out, since its time may be of that one; so is the time at which a number
    was counted, at which nothing happened.
    """
    if day.when.precision != "day":
        return []
    claims = {id_: dossier.claims[id_] for e in day.events if e.when == day.when for id_ in e.claims}
    found = [
        (figure.time, claim)
        for claim in claims.values()
        if all(figure.date in (None, day.when) for figure in claim.figures.values())
        for figure in claim.figures.values()
        if figure.time and figure.time not in _counted_at(claim)
    ]
    return sorted(found, key=lambda each: each[0])


def _counted_at(claim: Claim) -> set[str]:
    """At what time of day numbers of a claim hold."""
    return {figure.as_of.time for figure in claim.figures.values() if figure.as_of}


def minutes(time: str) -> int:
    """The minutes since midnight."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


@dataclass(frozen=True)
class Scale:
    """Whole hours on a line from `start` to `end` of the drawing; at least two of them."""

    first: int
    last: int
    start: float
    end: float

    @classmethod
    def of(cls, times: Iterable[str], start: float, end: float) -> Scale:
        """The whole hours around some times."""
        at = [minutes(time) for time in times]
        first = min(at) // 60
        return cls(first, max(-(-max(at) // 60), first + 2), start, end)

    def at(self, minute: float) -> float:
        """Where a minute of the day stands."""
        share = (minute - self.first * 60) / ((self.last - self.first) * 60)
        return self.start + (self.end - self.start) * share

    def hours(self) -> list[int]:
        """The whole hours that have room for their names."""
        step = max(1, round((self.last - self.first) * 40 / (self.end - self.start) + 0.49))
        return list(range(self.first, self.last + 1, step))


def speakers(context: Context, claim: Claim) -> str:
    """Who gives a time; the outlet where it is not clear."""
    outlet = context.dossier.sources[claim.source].outlet
    return text("list.comma").join(
        short_name(context, id_) for id_ in ([outlet] if claim.by == "unclear" else claim.by)
    )


def draw(
    context: Context, drawing: Drawing, times: list[tuple[str, Claim]], *, start: float, end: float, y: float
) -> float:
    """Draw them on a scale of hours and, below it, who tells them; gives where it ends."""
    ground = drawing.ground
    ground.append(words(text("timeline.hours"), start, y + 12, size=SIZE, class_="soft"))
    y += 38
    scale = Scale.of([time for time, _ in times], start + 18, end - 18)
    look = {"class_": "axis", "stroke": "currentColor", "stroke_width": 1}
    ground.append(shapes.line((scale.start, y), (scale.end, y), **look))
    for hour in scale.hours():
        x = scale.at(hour * 60)
        ground.append(shapes.line((x, y - 4), (x, y + 4), **look))
        ground.append(words(f"{hour % 24}:00", x, y - 8, size=SIZE, anchor="middle", class_="soft"))
    ground += [tag("circle", cx=number(scale.at(minutes(time))), cy=number(y), r=3.2) for time, _ in times]
    y += 20
    for time, claim in times:
        said = plain(context, claim.says, claim.figures)
        name = text("timeline.told", time=time, who=speakers(context, claim), what=said)
        lines = shapes.wrap(name, end - start - 14, SIZE)
        parts = [words(line, start + 14, y + 14 * index, size=SIZE) for index, line in enumerate(lines)]
        whose = context.dossier.parties_of(claim)
        sign = [frame.party_sign(context, whose[0], start + 5, y - 4)] if len(whose) == 1 else []
        drawing.marks.append(frame.mark(context.link(claim.id), name, *sign, *parts))
        y += 14 * len(lines) + 3
    return y - 6
