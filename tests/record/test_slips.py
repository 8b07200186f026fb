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
        ("a:\n  b: 1\n c: 2\n", "this line is indented otherwise than those it belongs to"),
        ("a:\n  says: They said:\n  b: 1\n", "with a colon and a blank in it stands without quotation marks"),
        ("a:\n  says: Boats]\n  b: {c: 1}}\n", "a bracket closes that nothing opened; take it out"),
        ("a:\n  b: {c: 1 d: 2}\n", "a comma or a bracket is missing here, or too many"),
        ("a:\n  b: - boats-north\n", "a list begins on the line of its field; begin it on the next line, or put it in"),
        (r'a: "It\'s"', r"`\'` is no escape; write `'`"),
        (r'a: "C:\Users"', r"`\U` is no escape; for a backslash write two, `\\`"),
        (r'a: "\ud800"', r"`\ud800` is no escape"),
        (
            'a: "It was "enough" to"\n',
            "a quotation mark within a text ends it; put the other kind around the whole text",
        ),
        ("a: 'don't'\n", "put the other kind around the whole text, or double it"),
        ('a:\n  b: "Boats""\n  c: "Herons"\n', "a quotation mark within a text ends it"),
        ('a: {b: "Boats""}\n', "a quotation mark within a text ends it"),
        ('- "It was "enough" to"\n', "a quotation mark within a text ends it"),
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


LINES = """\
boats-vane:
  says: "Two boats."
  by: vane
  voice: speaker
  tags: [boats, herons]
  passage: {start: "Two boats", end: "were new"}
  place: p1
boats-orrin:
  says: "No boats; it's none."
  aside: ""
"""
OPEN = "a quotation mark does not close"
COLON = "a colon and a blank are missing after the name of a field"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"Two boats."', '"Two boats.', OPEN),
        ('"Two boats."', "'Two boats.", OPEN),
        ('"No boats; it\'s none."', "\"No boats; it's none.", OPEN),
        ('"Two boats",', '"Two boats,', OPEN),
        ('"were new"}', '"were new}', OPEN),
        ("voice: speaker", "voice:speaker", "a blank is missing after the colon; write `voice: speaker`"),
        ("voice: speaker", "voice; speaker", f"{COLON}; write `voice: speaker`"),
        ("voice: speaker", "voice = speaker", f"{COLON}; write `voice: speaker`"),
        ("voice: speaker", "voice", COLON),
        ('says: "Two boats."', "says", COLON),
        ("place: p1", "place", COLON),
        ("herons]", "herons,", "a bracket does not close"),
        ("boats, herons]", "", "a bracket does not close"),
        ("herons]", "herons", "a bracket does not close"),
        ('new"}', 'new"', "a bracket does not close"),
        ("  voice: speaker", "<<<<<<< HEAD\n  voice: speaker\n=======\n>>>>>>> other", "an unresolved merge"),
        ("herons]", "herons] # cold\u2028or not", "the character '\\u2028' ends a line of YAML"),
        ('"Two boats."', '"Two\x85boats."', "the character '\\x85' ends a line of YAML"),
    ],
)
def test_a_slip_is_told_on_its_own_line(old, new, says):
    assert LINES.count(old) == 1
    with pytest.raises(Unreadable) as error:
        read(LINES.replace(old, new))
    assert error.value.fault.line == LINES[: LINES.index(old)].count("\n") + 1
    assert says in f"{error.value.fault.message}; {error.value.fault.hint}"


@pytest.mark.parametrize(
    ("text", "data", "says"),
    [
        (
            "a: {exact:1, unit:boats}",
            {"exact": 1, "unit": "boats"},
            "a blank is missing after the colon; write `exact: 1`",
        ),
        ("a: {start: Two, boats, end: new}", {"start": "Two", "end": "new"}, "a comma stands before 'boats', which is"),
        ("a: {exact: 6,000}", {"exact": 6}, "a comma stands in a number: 000 is read as a field of its own"),
    ],
)
def test_a_name_in_braces_that_no_colon_follows_is_told_alone(text, data, says):
    found = read(text)
    assert found.data == {"a": data}
    assert says in f"{found.faults[0].message}; {found.faults[0].hint}"
    assert read(text, lenient=True).faults == []


@pytest.mark.parametrize("text", ["  voice:speaker", "  figures:\n    planks:\n      exact:1"])
def test_a_text_where_fields_belong_may_lack_a_blank(project, text):
    path = project.root / "data/claims/more.yml"
    path.write_text(f"boats-vane:\n{text}\n", "utf-8")
    ((_, words),) = {
        (problem.line, problem.words) for problem in project.problems() if "a blank is missing" in problem.words
    }
    assert f"write `{text.split()[-1].replace(':', ': ')}`" in words


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
