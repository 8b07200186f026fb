"""What is wrong, in the forms that people and programs read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from macros.record import problems
from macros.record.problems import BadRecord, Problem, as_github, as_json, as_sarif, report, suggestion

ONE = Problem("data/people.yml", 5, "vane.party", "unknown id 'ombre'", "did you mean 'ombra'?", "known_ids")
TWO = Problem("docs/index.md", 0, "", "50% of it, and: more\nof it", rule="pages")


def test_as_text_each_is_a_line_with_what_to_do() -> None:
    assert report([ONE, TWO]).split("\n")[0] == (
        "data/people.yml:5: vane.party: unknown id 'ombre'; did you mean 'ombra'?"
    )
    assert report([ONE]).endswith("\n1 problem in the record")


def test_as_json_each_is_an_object_with_every_field() -> None:
    assert json.loads(as_json([ONE]))[0] == {
        "file": "data/people.yml",
        "line": 5,
        "path": "vane.party",
        "message": "unknown id 'ombre'",
        "hint": "did you mean 'ombra'?",
        "rule": "known_ids",
    }
    assert json.loads(as_json([])) == []


def test_for_github_each_is_a_command_with_its_signs_escaped() -> None:
    assert as_github([ONE, TWO]).split("\n") == [
        "::error file=data/people.yml,line=5,title=vane.party::unknown id 'ombre'; did you mean 'ombra'?",
        "::error file=docs/index.md,line=1,title=pages::50%25 of it, and: more%0Aof it",
    ]
    assert "title=a%3Ab%2Cc::" in as_github([Problem("f", 1, "a:b,c", "m")])
    assert as_github([]) == ""


def test_as_sarif_each_is_a_result_with_its_rule_and_place() -> None:
    (run,) = json.loads(as_sarif([ONE, TWO]))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["known_ids", "pages"]
    first, second = run["results"]
    assert first["ruleId"] == "known_ids"
    assert first["message"]["text"].startswith("vane.party: unknown id")
    place = second["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "docs/index.md"}, "region": {"startLine": 1}}


def test_they_are_told_in_order_and_each_once() -> None:
    with pytest.raises(BadRecord) as bad:
        raise BadRecord([TWO, ONE, ONE])
    assert bad.value.problems == [ONE, TWO]


def test_the_nearest_known_word_is_suggested_and_no_far_one() -> None:
    assert suggestion("ombre", ["tessel", "ombra"]) == "did you mean 'ombra'?"
    assert suggestion("xyzzyq", ["tessel", "ombra"]) == ""


def test_many_alike_stand_under_what_they_have_in_common() -> None:
    alike = [
        Problem("data/people.yml", n, f"p{n}.office", "is missing", "`unknown` is a value", "fields") for n in range(6)
    ]
    said = report([*alike, ONE])
    assert said.split("\n")[:2] == [
        "6 times alike: is missing; `unknown` is a value",
        "  data/people.yml: p0.office",
    ]
    assert said.count("is missing") == 1
    assert said.endswith("7 problems in the record")
    assert report(alike[:4]).count("is missing") == 4


def test_what_tells_alike_ones_apart_stands_with_each() -> None:
    alike = [Problem("f", n, "", f"unknown id 'a{n}'", "", "ids") for n in range(1, 7)]
    assert report(alike).split("\n")[:3] == ["6 times alike: unknown id 'a1'", "  f:1", "  f:2 ('a2')"]


def test_of_very_many_known_words_the_nearest_is_still_suggested() -> None:
    known = [f"claim-{number}-of-many" for number in range(5000)]
    assert suggestion("claim-4321-of-mny", known) == "did you mean 'claim-4321-of-many'?"


def test_only_so_many_problems_of_a_record_look_through_all_that_is_known() -> None:
    looked = 0

    def known() -> Iterator[str]:
        nonlocal looked
        looked += 1
        yield "ombra"

    problems.suggest_anew()
    hints = [suggestion("ombre", known()) for _ in range(3 * problems.SUGGESTIONS)]
    assert hints[: problems.SUGGESTIONS + 1] == ["did you mean 'ombra'?"] * problems.SUGGESTIONS + [""]
    assert looked == problems.SUGGESTIONS
    problems.suggest_anew()
    assert suggestion("ombre", known())
