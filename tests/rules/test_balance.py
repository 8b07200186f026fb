"""What an editor should look at, and the declared answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
import yaml

from macros.__main__ import main
from macros.rules import answers, looks
from macros.rules.balance import unanswered
from macros.rules.looks import look_for

from .. import saved
from ..conftest import REAL, Project
from ..test_alike import both_ways, exchanged_back

Change = Callable[[Project], object]


def found(project: Project) -> set[tuple[str, str, str | None]]:
    return {(look.check, look.id, look.side) for look in look_for(project.loaded())}


def claims(project: Project, number: int, **fields: Any) -> None:
    """Claims of a speaker from other accounts, each on a page of its own."""
    model = project.fields_of("bought-orrin")
    for index in range(number):
        name = f"more-{fields.get('by', 'orrin')}-{fields.get('outlet', 'x')}-{index}"
        project.add(
            "sources",
            f"{name}-page",
            outlet=fields.get("outlet", "tin-radio"),
            title="unknown",
            url="unknown",
            date="2031-04",
            language="en",
        )
        project.add(
            "claims",
            name,
            **{**model, "by": fields.get("by", "orrin"), "source": f"{name}-page", "chain": "unknown"},
        )


def declare(project: Project, *entries: dict[str, str]) -> None:
    (project.root / answers.FILE).write_text(yaml.safe_dump(list(entries)), "utf-8")


def quote(project: Project, by: str, words: int) -> None:
    claims(project, 1, by=by, outlet="ridge-wire")
    name = f"more-{by}-ridge-wire-0"
    project.add(
        "quotations",
        f"{name}-words",
        text="plank " * words,
        by=by,
        claims=[name],
        chain="unknown",
        source=f"{name}-page",
    )


def attacks(first: dict[str, Any], second: dict[str, Any]) -> Change:
    def change(project: Project) -> None:
        for number, fields in enumerate((first, second)):
            project.add(
                "events",
                f"blow-{number}",
                **{"title": "Attack on a plank", "kind": "attack", "when": "unknown", **fields},
            )

    return change


def owner_from(outlet: str, page: str) -> Change:
    def change(project: Project) -> None:
        owner = {"says": "A club.", "held_by": "private", "seen": page, "publisher": "somebody", "date": "unknown"}
        project.set(outlet, "owner", owner)
        if "owner_sought" in project.fields_of(outlet):
            project.drop(outlet, "owner_sought")

    return change


def first_on(project: Project, number: int, *, at_once: bool = False) -> None:
    """Questions on which one side spoke before the other, or both on one day."""
    for index in range(number):
        project.add("points", f"asked-{index}", **project.fields_of("mood"))
        for by, date in (("vane", "2031-04-01"), ("orrin", "2031-04-01" if at_once else "2031-04-03")):
            fields = {**project.fields_of("bought-orrin"), "by": by, "date": date, "point": f"asked-{index}"}
            project.add("claims", f"asked-{index}-{by}", **fields)


ON = [
    ("coverage", lambda p: None, ("coverage", "gazette-article", None)),
    (
        "coverage",
        lambda p: (p.set("length-gazette", "passage", {"start": "an hour"}), saved.stamp(p)),
        ("coverage", "gazette-article-g1-1", None),
    ),
    ("pages", lambda p: claims(p, 6), ("pages", "", "tessel")),
    ("words", lambda p: quote(p, "vane", 9), ("words", "", "ombra")),
    ("through", lambda p: claims(p, 5, outlet="ombra-herald"), ("through", "", "tessel")),
    (
        "loaded words",
        lambda p: p.set("bought-orrin", "speakers_words", ["a", "b", "c", "d", "e"]),
        ("loaded words", "", "tessel"),
    ),
    (
        "like events",
        attacks({"who": ["ombra"]}, {"who": ["tessel"], "kind": "incident"}),
        ("like events", "blow-1", "ombra"),
    ),
    (
        "like events",
        attacks({"who": ["ombra"]}, {"who": ["tessel"], "title": "Collapse of a plank"}),
        ("like events", "blow-1", "ombra"),
    ),
    ("like events", attacks({}, {"who": ["ombra"]}), ("like events", "blow-0", None)),
    (
        "unanswered",
        lambda p: p.set("first-talks-orrin", "says", "{ombra} had broken off {times} talks, last in {before}."),
        ("unanswered", "earlier-talks", "ombra"),
    ),
    ("first", lambda p: first_on(p, 9), ("first", "", "ombra")),
    (
        "no word",
        lambda p: (p.set("planks-orrin", "by", "quill-gazette"), p.set("planks-orrin", "voice", "report")),
        ("no word", "planks-number", "tessel"),
    ),
    (
        "hand-out",
        lambda p: p.set("first-talks-orrin", "source", "ombra-herald-planks"),
        ("hand-out", "earlier-talks", "tessel"),
    ),
    ("owner", lambda p: None, ("owner", "ridge-wire", None)),
    ("owner", owner_from("tin-radio", "https://www.herald.invalid/about"), ("owner", "tin-radio", None)),
]
OFF = [
    ("coverage", saved.stamp, ("coverage", "gazette-article", None)),
    ("pages", lambda p: (claims(p, 6), claims(p, 6, by="vane", outlet="ombra-herald")), ("pages", "", "tessel")),
    ("words", lambda p: (quote(p, "vane", 9), quote(p, "orrin", 9)), ("words", "", "ombra")),
    (
        "through",
        lambda p: (claims(p, 5, outlet="ombra-herald"), claims(p, 5, by="vane", outlet="tin-radio")),
        ("through", "", "tessel"),
    ),
    ("first", lambda p: first_on(p, 9, at_once=True), ("first", "", "ombra")),
    ("like events", attacks({"who": ["ombra"]}, {"who": ["tessel"]}), ("like events", "blow-1", "ombra")),
    (
        "unanswered",
        lambda p: (
            p.set("first-talks-orrin", "says", "{ombra} had broken off {times} talks, last in {before}."),
            p.set("earlier-talks", "sought", [{"side": "ombra", "where": "its pages", "day": "2031-05-02"}]),
        ),
        ("unanswered", "earlier-talks", "ombra"),
    ),
    ("owner", owner_from("ridge-wire", "https://gazette.invalid/imprint"), ("owner", "ridge-wire", None)),
]


@pytest.mark.parametrize(
    ("change", "look"),
    [(change, look) for _, change, look in ON],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_a_check_names(project: Project, change: Change, look: tuple[str, str, str | None]) -> None:
    change(project)
    assert look in found(project)


@pytest.mark.parametrize(
    ("change", "look"),
    [(change, look) for _, change, look in OFF],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_a_check_lets_be(project: Project, change: Change, look: tuple[str, str, str | None]) -> None:
    change(project)
    assert look not in found(project)


def test_every_check_has_an_example() -> None:
    assert {check for check, _, _ in ON} == set(get_args(answers.Check))


@pytest.mark.parametrize("change", [change for _, change, _ in ON], ids=[check for check, _, _ in ON])
def test_the_checks_know_no_side(project: Project, change: Change) -> None:
    """Exchange the sides, and each check names the other where it named the one."""
    change(project)
    dossier = project.loaded()
    there, back = both_ways(dossier, *dossier.sides)
    named = [
        sorted(f"{look.check} {look.id} {look.side} {look.message}" for look in look_for(each))
        for each in (there, back)
    ]
    assert named[0] == sorted(exchanged_back(each) for each in named[1])


# Answers


def test_what_is_answered_is_named_no_more_and_counted(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before, _ = unanswered(project.dossier())
    declare(project, {"check": "owner", "record": "ridge-wire", "reason": "It is a name on many papers."})
    assert main(["--root", str(project.root), "balance"]) == 1
    out = capsys.readouterr().out
    assert f"To look at: {len(before) - 1}. Answered in data/balance.yml, with a reason: 1." in out
    assert "ridge-wire" not in out


def test_a_look_is_named_with_file_and_line(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    line = project.edit(
        "data/outlets.yml",
        "  country: unknown\n  languages: [en, fr]\n  owner: unknown",
        "  country: unknown\n  owner: unknown",
    )
    assert main(["--root", str(project.root), "balance"]) == 1
    assert f"data/outlets.yml:{line + 1}: ridge-wire.owner: owner: nobody looked" in capsys.readouterr().out


def test_when_all_is_answered_nothing_is_wrong(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    declare(project, *({"check": c, "record": r, "reason": "So it is."} for c, r, _ in sorted(found(project), key=str)))
    assert main(["--root", str(project.root), "balance"]) == 0
    assert capsys.readouterr().out == "To look at: 0. Answered in data/balance.yml, with a reason: 3.\n"


@pytest.mark.parametrize(
    "entry",
    [
        {"check": "owner", "record": "tin-radio"},
        {"check": "owner", "record": "ridge-wire", "side": "ombra"},
        {"check": "first"},
    ],
)
def test_an_answer_that_nothing_needs_is_named(project: Project, entry: dict[str, str]) -> None:
    declare(project, {**entry, "reason": "So it is."})
    problems, holding = unanswered(project.dossier())
    assert holding == []
    assert any(each.file == answers.FILE and each.line == 1 and "no check asks" in each.message for each in problems)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- check: owner\n  record: ridge-wire\n", "is missing"),
        ("- check: ownr\n  reason: So.\n", "owner"),
        ("- check: owner\n  reason: So.\n  why: so\n", "unknown field"),
        ("check: owner\n", "list"),
        ("- [\n", "not valid YAML"),
    ],
)
def test_a_bad_file_of_answers_stops_the_check(project: Project, text: str, says: str) -> None:
    (project.root / answers.FILE).write_text(text, "utf-8")
    assert [(each.file, says in each.message) for each in project.problems()] == [(answers.FILE, True)]


def test_the_answers_of_the_real_record_are_all_needed() -> None:
    problems, holding = unanswered(Project(REAL).dossier())
    assert holding
    assert not [problem for problem in problems if problem.file == answers.FILE]


def test_any_number_of_sides_can_be_looked_at(project: Project) -> None:
    project.set("quill", "role", "side")
    assert found(project)
    for side in ("ombra", "tessel", "quill"):
        project.set(side, "role", "other")
    assert {look.side for look in looks.look_for(project.loaded())} == {None}
