"""What readers get of a record takes work in proportion to it: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from macros.record.dossier import Dossier

from .conftest import Project, some
from .everything import book, fragments

FEW, MANY = 60, 240
SPEAKERS = ("vane", "orrin", "pell", "ombra-council")
ACTS = ("states", "proposes", "demands", "declines", "agrees")


def work(do: Callable[[], object]) -> int:
    """How many calls of functions something takes."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(None)
    return calls


def see(dossier: Dossier) -> None:
    """Go through everything that readers get."""
    for _ in (*fragments(dossier), *book(dossier)):
        pass


def claim(number: int) -> dict[str, Any]:
    """One of many on the same question."""
    return {
        "point": "planks-number",
        "says": "There were {planks} planks.",
        "figures": {"planks": {"exact": 6000 + number % 7, "unit": "planks"}},
        "by": SPEAKERS[number % 4],
        "voice": "speaker",
        "act": "states",
        "chain": "unknown",
        "source": ("tin-radio-late", "ombra-herald-planks")[number % 2],
        "date": f"2031-04-0{1 + number % 4}",
    }


def distinct(number: int) -> dict[str, Any]:
    return {"figures": {"planks": {"exact": 6000 + 3 * number, "unit": "planks"}}}


def loose(number: int) -> dict[str, Any]:
    return {"figures": {"planks": {"about": 6000 + 3 * number, "unit": "planks"}}}


def without(_: int) -> dict[str, Any]:
    return {"figures": {}, "says": "There were planks."}


def deals(number: int) -> dict[str, Any]:
    return {"act": ACTS[number % 5]}


@pytest.mark.parametrize("kind", some([dict, distinct, loose, without, deals], 2), ids=lambda kind: kind.__name__)
def test_a_question_with_many_claims(make_project: Callable[[], Project], kind: Callable[..., dict[str, Any]]) -> None:
    taken = []
    for number in (0, 0, FEW, MANY):  # the first time reads catalogs and the like
        project = make_project()
        claims = {f"c-{n}": claim(n) | (kind(n) if kind is not dict else {}) for n in range(number)}
        project._write(project.root / "data/claims/many.yml", claims)
        dossier = project.loaded()
        taken.append(work(lambda dossier=dossier: see(dossier)))
    _, alone, few, many = taken
    assert many - alone < 1.5 * (MANY / FEW) * (few - alone)
