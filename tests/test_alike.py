"""Sides are treated alike: exchange two of them in every reference, and the same results come with the two exchanged.

Both sides get made-up names, ids, signs and colours first, so that exchanging them back touches nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel

from macros.record.dossier import Dossier
from macros.record.load import load
from macros.record.model import About, Party
from macros.record.references import own_texts, references
from macros.rules.check import open_dossier
from macros.rules.ids import IDS
from macros.rules.rule import RULES, WHOLE

from .conftest import REAL, RECORD, Project, some
from .everything import fragments, views
from .rules.test_check import FAILING, Case

M = TypeVar("M", bound=BaseModel)
A, B = "side-qa", "side-qb"
PICTURE = "picture_"  # how the macros begin that draw
NAMES = {A: "Qaqa", B: "Qbqb"}
# The real sides' looks would do as well, but their names stand in our own sentences too, where nothing is exchanged.
LOOKS = {A: ("6b2c91", "ca7fff", "square"), B: ("006158", "73e4a3", "triangle")}
WORDS = [(A, B), *zip(LOOKS[A][:2], LOOKS[B][:2], strict=True), ("■", "▲"), ("square", "triangle")]
WORDS += [
    (f"{before}{NAMES[A]}{after}", f"{before}{NAMES[B]}{after}")
    for before in ("", "Commonwealth of ")
    for after in ("", "isch", "land")
]
BACK = {a: b for pair in WORDS for a, b in (pair, pair[::-1])}
EITHER = re.compile("|".join(re.escape(word) for word in sorted(BACK, key=len, reverse=True)))


def made_up(id_: str, sign: str = "") -> Party:
    name = NAMES[id_]
    colour, dark, own_sign = LOOKS[id_]
    return Party.model_validate(
        {
            "id": id_,
            "name": f"Commonwealth of {name}",
            "short": name,
            "role": "side",
            "colour": f"#{colour}",
            "colour_dark": f"#{dark}",
            "sign": sign or own_sign,
            "own_names": [{"text": f"{name}isch", "lang": "de"}],
            "spellings": [f"{name}land"],
        }
    )


def exchanged_back(text: str) -> str:
    return EITHER.sub(lambda match: BACK[match[0]], text)


def named(dossier: Dossier, sides: dict[str, str], sign: str = "") -> Dossier:
    """The dossier with other ids in place of the sides', in every reference; the sides themselves look made up."""
    kinds = {
        kind: {id_: each if isinstance(each, Party) else with_ids(each, sides) for id_, each in entries.items()}
        for kind, entries in dossier.kinds.items()
    }
    others = {id_: party for id_, party in kinds["parties"].items() if id_ not in sides}
    kinds["parties"] = {**{id_: made_up(id_, sign) for id_ in sides.values()}, **others}
    origins = dossier.loaded.origins
    origins = origins | {new: origins[old] for old, new in sides.items()}
    about = with_ids(dossier.about, sides)
    return Dossier(replace(dossier.loaded, about=about, kinds=kinds, origins=origins))


def with_ids(each: M, sides: dict[str, str]) -> M:
    """An entry with other ids in its fields and placeholders."""
    data = each.model_dump(exclude_unset=True)
    for reference in references(each):
        if reference.id in sides:
            put(data, reference.path, sides[reference.id])
    for text in own_texts(each):
        put(data, text.path, re.sub(r"\{([^{}|]*)", lambda m: "{" + sides.get(m[1], m[1]), text.text))
    return type(each).model_validate({**data, **({} if isinstance(each, About) else {"id": each.id})})


def put(data: Any, path: tuple[str | int, ...], value: str) -> None:
    *parents, last = path
    for key in parents:
        data = data[key]
    data[last] = value


def both_ways(dossier: Dossier, one: str, other: str, sign: str = "") -> tuple[Dossier, Dossier]:
    """The dossier with its sides one way and the other; `sign` gives both of them one shape."""
    return named(dossier, {one: A, other: B}, sign), named(dossier, {one: B, other: A}, sign)


def findings(dossier: Dossier) -> list[str]:
    """What the rules find; a rule that needs sound ids waits for them, as in `check`."""
    found = [finding for each in IDS for finding in each(dossier)]
    found = found or [finding for each in (*RULES, *WHOLE) for finding in each(dossier)]
    return sorted(f"{finding.id} {finding.path} {finding.message}" for finding in found)


@pytest.mark.parametrize("root", [REAL, RECORD], ids=["real", "invented"])
def test_sides_exchanged_make_the_same_pages_exchanged(root: Any) -> None:
    dossier = open_dossier(root)
    assert len(dossier.sides) > 1
    for one, other in combinations(dossier.sides, 2):
        there, back = both_ways(dossier, one, other)
        assert findings(there) == findings(back) == []
        texts, texts_back = dict(fragments(there)), dict(fragments(back))
        assert texts["differences()"] != texts_back["differences()"], "an exchange changes something"
        # Pictures draw a sign as a path, which nothing can exchange back: there both sides have one sign.
        there, back = both_ways(dossier, one, other, "circle")
        pictures, pictures_back = dict(views(there, PICTURE)), dict(views(back, PICTURE))
        assert pictures
        assert pictures.keys() <= texts.keys()
        assert texts.keys() == texts_back.keys()
        for name, text in (texts | pictures).items():
            assert_same(name, text, exchanged_back((texts_back | pictures_back)[name]))


def assert_same(name: str, text: str, other: str) -> None:
    """That two texts are one; where not, the place at which they part."""
    if text != other:
        at = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
        around = slice(max(0, at - 200), at + 200)
        pytest.fail(f"{name} is not alike:\n{text[around]}\n\n{other[around]}")


@pytest.mark.parametrize("case", some(FAILING, 70), ids=str)
def test_every_rule_fires_alike(case: Case, project: Project) -> None:
    sides = project.dossier().sides
    case.change(project)
    loaded = load(project.root)
    if loaded.about is None or not all(side in loaded.kinds["parties"] for side in sides):
        pytest.skip("the change leaves no two sides to exchange")
    there, back = both_ways(Dossier(loaded), *sides[:2])
    assert findings(there) == sorted(exchanged_back(finding) for finding in findings(back))
