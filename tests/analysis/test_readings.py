"""Comparing readings and not claims comes to the same, and to little work."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest

from macros.analysis import readings, relations
from macros.analysis.disputes import disputed
from macros.analysis.independence import agreements, independence
from macros.analysis.relations import Pair, figures_agree, pairs, relation
from macros.record.dossier import Dossier
from macros.render.compared import told
from tests.conftest import Project

from .matter import POINT, SIDES, compare, say, with_sides

VALUES = ("exact", "at_least", "up_to", "about", "almost", "just_over", "more_than", "less_than")


def figure(random: Random) -> dict[str, Any]:
    """A number, a time or a day, now and then as of a day."""
    kind = random.choice(("number", "number", "number", "time", "date"))
    if kind == "time":
        return {"time": f"{random.randint(10, 12)}:0{random.randint(0, 9)}"}
    if kind == "date":
        return {"date": f"2031-04-0{random.randint(1, 9)}"}
    as_of = {"as_of": f"2031-04-0{random.randint(1, 2)}"} if random.random() < 0.2 else {}
    return {random.choice(VALUES): random.randint(90, 120), "unit": random.choice(("planks", "days"))} | as_of


def matter(project: Project, seed: int, claims: int = 24, compared: int = 8) -> Dossier:
    """A question with so many claims, some of them compared in a sentence."""
    random = Random(seed)
    with_sides(project, 3)
    known = [figure(random) for _ in range(10)]
    ids = []
    for number in range(claims):
        figures = {name: random.choice(known) for name in ("one", "two") if random.random() < 0.6}
        source = random.choice(("tin-radio-late", "ombra-herald-planks", "ridge-wire-planks"))
        says = " ".join(["It was", *(f"{{{name}}}" for name in figures)])
        act = random.choice(("states", "states", "demands", "declines"))
        by = random.choice(SIDES)
        ids.append(say(project, f"c-{number}", by, says, figures=figures, source=source, act=act))
    for first, second in random.sample([*combinations(ids, 2)], compared):
        compare(project, first, second, random.choice(("supports", "adds", "later")))
    return project.loaded()


def each_with_each(dossier: Dossier) -> list[Pair]:
    """All pairs of claims whose relation is known, one by one."""
    found = []
    for a, b in combinations(dossier.claims_on[POINT], 2):
        comparison = relations.comparison_of(dossier, a, b)
        related = relation(dossier, a, b)
        if related is not None:
            found.append(relations._pair(dossier, a, b, related, comparison))
    return found


@pytest.mark.parametrize("many", [0, 30])
@pytest.mark.parametrize("seed", range(12))
def test_it_comes_to_the_same_as_comparing_each_with_each(
    project: Project, seed: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "MANY", many)
    dossier = matter(project, seed)
    every = each_with_each(dossier)
    differing = [pair for pair in every if pair.kind and pair.kind != "detail"]
    assert disputed(dossier) & {c.id for c in dossier.claims_on[POINT]} == {
        claim.id for pair in differing for claim in (pair.first, pair.second)
    }
    assert {pair.kind for pair in pairs(dossier, POINT)} == {pair.kind for pair in every}
    assert {pair.rival for pair in pairs(dossier, POINT)} == {pair.rival for pair in every}
    if many:
        figures = {frozenset((str(p.first.figures), str(p.second.figures))) for p in every if p.relation == "differs"}
        shown = {frozenset((str(p.first.figures), str(p.second.figures))) for p in told(pairs(dossier, POINT))}
        assert figures <= shown


@pytest.mark.parametrize("seed", range(12))
def test_accounts_join_as_if_each_were_asked(project: Project, seed: int) -> None:
    dossier = matter(project, seed)
    groups: list[list[Any]] = []
    for claim in dossier.claims_on[POINT]:
        for group in groups:
            related = {relation(dossier, claim, other) for other in group}
            if "supports" in related and "differs" not in related:
                group.append(claim)
                break
        else:
            groups.append([claim])
    found = agreements(dossier, POINT)
    assert [[c.id for c in each.claims] for each in found] == [[c.id for c in g] for g in groups if len(g) > 1]
    for each in found:
        one = {frozenset(c.id for c in account.claims) for account in each.one}
        for a, b in combinations(each.claims, 2):
            if independence(dossier, a, b) in ("one account", "same utterance"):
                assert any({a.id, b.id} <= together for together in one)


@pytest.mark.parametrize("distinct", [7, 10**6])
def test_twice_as_many_claims_take_about_twice_the_comparisons(
    make_project: Any, monkeypatch: pytest.MonkeyPatch, distinct: int
) -> None:
    """Of few figures the same number whatever the claims; of ever other ones, in proportion."""
    calls = 0

    def counted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        return figures_agree(*arguments)

    monkeypatch.setattr(relations, "figures_agree", counted)
    taken = []
    for number in (50, 100):
        project = with_sides(make_project(), 2)
        for each in range(number):
            figures = {"planks": {"exact": 1000 + each % distinct, "unit": "planks"}}
            say(project, f"c-{each}", SIDES[each % 2], "It was {planks}.", figures=figures)
        dossier, calls = project.loaded(), 0
        pairs(dossier, POINT)
        agreements(dossier, POINT)
        taken.append(calls)
    assert taken[1] < 2.5 * taken[0]
    assert taken[1] < 100 * 20
