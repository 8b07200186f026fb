"""Beginners' slips are told in a beginner's words, with what to write instead."""

from __future__ import annotations

import pytest

from macros.record.reader import Unreadable, read


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a:\n  says: {boats} were new\n", 'a text begins with {, which no plain text does; says: "{boats} were new"'),
        ("a:\n  - {boats} were new\n", "a text begins with {"),
        ("a:\n  says: [first] of all\n", 'a text begins with [, which no plain text does; says: "[first] of all"'),
        ("a:\n  says: *boats were new\n", "*boats stands for another place; write the value out; where it is a text"),
        ("a:\n  says: @home\n", 'a text begins with @, which no plain text does; says: "@home"'),
        ("a:\n  says: `b`\n", "a text begins with `"),
        ("a:\n  says: %b\n", "a text begins with %"),
        (
            'a:\n  says: "Boats" were new\n',
            'a text begins with ", which no plain text does; put the whole text in quotation marks',
        ),
        ("a:\n  says: 'Boats' were new\n", "a text begins with '"),
        (
            "a:\n  says: They said: boats\n",
            'with a colon and a blank in it stands without quotation marks; says: "They',
        ),
        ("a:\n\tb: 1\n", "a tab stands in front; indent with blanks"),
        ('a:\n  says: "boats\nb: 1\n', "a quotation mark does not close"),
        ("a: 1\n  b: 2\n", "check indentation"),
    ],
)
def test_a_slip_is_told_with_what_to_write(text, says):
    with pytest.raises(Unreadable) as error:
        read(text)
    words = (
        f"{error.value.fault.message}; {error.value.fault.hint.removeprefix('put the whole text in quotation marks: ')}"
    )
    assert says in words
    assert not any(sign in words for sign in ("^", "\\S", "mapping", "scalar", "block"))


def test_a_comma_in_a_number_is_told(project):
    project.edit("data/claims/gazette.yml", "exact: 6172", "exact: 6,172")
    assert "a comma stands in a number: 172 is read as a field of its own; write 1000 without a comma" in "".join(
        problem.words for problem in project.problems()
    )


@pytest.mark.parametrize(
    ("id_", "field", "value", "says"),
    [
        ("quill-town", "coordinates.lat", 91, "is 91; 90 is the most"),
        ("quill-town", "coordinates.lon", -181, "is -181; -180 is the least"),
        ("planks-number", "weight", 0, "is 0; 1 is the least"),
        ("vane", "kind", "human", "'human' is none of `person`, `body` or `unnamed`"),
        ("planks-compared", "claims", ["planks-vane"], "has too few items: 1, and 2 is the least"),
        ("planks-compared", "claims", ["planks-vane"] * 3, "has too many items: 3, and 2 is the most"),
        ("vane", "own_names", [{"name": "Μίρα", "lang": "el"}], "unknown field; it has `text` or `lang`"),
        ("planks-vane", "by", "ombra_council", "single hyphens; did you mean 'ombra-council'?"),
        ("planks-vane", "by", "vаne", "single hyphens; did you mean 'vane'?"),
        ("planks-vane", "by", "Tomas Orrin", "did you mean 'tomas-orrin'?"),
        ("planks-vane", "source", "unknown", "'unknown' will not do here; this field needs the id of one of sources"),
    ],
)
def test_bounds_and_choices_are_told_in_words(project, id_, field, value, says):
    project.set(id_, field, value)
    assert says in " ".join(problem.words for problem in project.problems())
    assert "should be" not in " ".join(problem.words for problem in project.problems())


def test_a_comma_before_decimals_is_told(project):
    project.edit("data/places.yml", "lat: 10.5, lon: -20.25", "lat: 10,5, lon: -20,25")
    said = [problem.words for problem in project.problems()]
    assert said[0].startswith(
        "a comma stands in a number: 25 is read as a field of its own; decimals stand behind a point"
    )


def test_too_many_decimals_are_told(project):
    project.edit("data/claims/gazette.yml", "exact: 6172", "exact: 0.1234567890123456789")
    assert "a number has 19 decimals; at most 9 are shown" in [problem.words for problem in project.problems()]


def test_a_text_of_many_figures_is_one_finding_that_knows_where_figures_stand(project):
    project.set("damage", "title", "Of 12, 13 and 14")
    project.set("damage-unclear", "says", "Of 12, 13 and 14.")
    says, title = sorted(project.problems(), key=lambda problem: problem.path)
    assert title.message == "'12,', '13', '14' are typed figures"
    assert "`figures`" not in title.hint
    assert "give it under `figures`" in says.hint
    assert "data/exceptions.yml" in title.hint


def test_a_name_that_holds_digits_may_be_declared(project):
    project.set("damage", "title", "The G7 and the damage")
    (project.root / "data/exceptions.yml").write_text(
        (project.root / "data/exceptions.yml").read_text("utf-8") + "- {record: damage, text: G7, reason: A name.}\n",
        "utf-8",
    )
    assert project.problems() == []
