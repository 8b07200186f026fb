"""A page holds calls of macros with arguments written out: whatever else it holds is refused, what passes renders."""

from __future__ import annotations

import pytest

from macros.render.author import SIGNATURES, macros
from macros.rules import calls

from ..render.test_author import example_of, render

HEAD = "# A page\n\n"
LINE = HEAD.count("\n") + 1


def found(project, text):
    project.page("page.md", HEAD + text)
    return [(problem.line, problem.words) for problem in project.problems() if problem.file == "docs/page.md"]


def test_calls_are_found_with_their_lines_and_arguments():
    text = '# A\n\n{{ mark("a", "b") }} and\n{{ disputes(2) }} {{ person("c", show="name") }}'
    assert calls.of("page.md", text) == (
        calls.Call("page.md", 3, "mark", (("ids", "a"), ("ids", "b"))),
        calls.Call("page.md", 4, "disputes", (("number", 2),)),
        calls.Call("page.md", 4, "person", (("id", "c"), ("show", "name"))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ 1 / 0 }}",
        "{{ x.y }}",
        "{{ x }}",
        "{{ config.extra }}",
        "{{ mark }}",
        '{{ mark("planks-vane").x }}',
        '{{ mark("planks-vane") | upper }}',
        '{{ mark("planks-vane") ~ 1 }}',
        '{{ "words" }}',
        "{{ macros.mark('planks-vane') }}",
        '{% include "page.md" %}',
        '{% include "index.md" %}',
        '{% include "nothing.md" %}',
        '{% import "page.md" as page %}',
        '{% extends "page.md" %}',
        "{% for i in range(10**8) %}.{% endfor %}",
        "{% set x = 1 %}",
        "{% if true %}a{% endif %}",
        "{% macro f() %}{{ f() }}{% endmacro %}",
        "{% filter upper %}a{% endfilter %}",
        "{{ range(100000000) | list }}",
        "```yaml\nrun: ${{ secrets.X }}\n```",
        "    ${{ secrets.X }}",
        "`{{ x }}`",
    ],
)
def test_anything_but_a_call_is_refused_with_its_line_and_an_example(project, text):
    ((line, message),) = found(project, f"Words.\n\n{text}\n")
    assert line == LINE + 2 + text.startswith("```")
    assert "calls of macros alone" in message
    assert "{% raw %}" in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ figure(boats-north) }}", "'id' is not written out; texts and ids stand in quotation marks"),
        ("{{ mark(planks) }}", "'ids' is not written out"),
        ("{{ mark([]) }}", "'ids' is not written out"),
        ("{{ mark({}) }}", "'ids' is not written out"),
        ("{{ disputes(1 + 1) }}", "'number' is not written out"),
        ("{{ disputes(-number) }}", "'number' is not written out"),
        ("{{ disputes(-'a') }}", "'number' is not written out"),
        ('{{ mark(*["planks-vane"]) }}', "its arguments are not written out; write each, without *"),
        ('{{ person(**{"id": "vane"}) }}', "its arguments are not written out"),
        ("{{ mark() }}", "its 'ids' is missing"),
        ("{{ person() }}", "its 'id' is missing"),
        ("{{ figure(name='planks') }}", "its 'id' is missing"),
        ('{{ timeline("x") }}', "an argument too many: 1 are given; it has none"),
        ('{{ party("ombra", "x", "y") }}', "an argument too many: 3 are given; it has `id` or `words`"),
        ('{{ person("vane", word="x") }}', "has no argument 'word'; did you mean 'words'?"),
        ('{{ person("vane", show="name", show="office") }}', "'show' is given twice"),
        ('{{ person("vane", "name", show="office") }}', "'show' is given twice"),
        ("{{ person(7) }}", "'id' is a number (7); expected text"),
        ("{{ person(none) }}", "'id' is nothing; expected text"),
        ("{{ person(true) }}", "'id' is true/false (True); expected text"),
        ('{{ person("") }}', "unknown id ''"),
        ('{{ person("vane", show="nam") }}', "'show' is text ('nam'); did you mean 'name'?"),
        ('{{ person("vane", show="zzzz") }}', "it is one of `short`, `name` or `office`"),
        ('{{ person("vane", words=3) }}', "'words' is a number (3); expected text"),
        ('{{ person("vane", words="a\\u0000b") }}', "'words' holds a character that cannot stand in a text"),
        ('{{ figure("planks-vane", "logs") }}', "has no figure 'logs'; it has: planks, days, share"),
        ('{{ figure("planks-vane") }}', "has no figure ''; it has: planks, days, share"),
        ('{{ figure("mood-gazette") }}', "it has: none"),
        ('{{ figure("planks-vane", "planks", unit=1) }}', "'unit' is a number (1); expected true or false"),
        ('{{ disputes("3") }}', "'number' is text ('3'); expected a number"),
        ("{{ disputes(2.5) }}", "'number' is a number (2.5); expected a number"),
        ("{{ disputes(0) }}", "expected a number greater than or equal to 1"),
        ("{{ disputes(-1) }}", "expected a number greater than or equal to 1"),
        ("{{ picture_stands(10000000000000000000000) }}", "expected a number less than or equal to 100"),
        ('{{ count("claim") }}', "did you mean 'claims'?"),
        ('{{ count("claims", party="vane") }}', "'vane' is one of people"),
        ('{{ outcomes("agreement") }}', "did you mean 'agreements'?"),
        ("{{ outcomes() }}", "its 'group' is missing"),
        ("{{ outcomes(1) }}", "'group' is a number (1); it is one of `agreements`, `proposals` or `refusals`"),
        ('{{ picture_chain("toll") }}', "'toll' is one of terms"),
        ("{{ " + "(" * 5000 + "}}", "not readable"),
        ("{{ " + "-" * 5000 + "1 }}", "not readable"),
        ("{{ disputes(" + "9" * 5000 + ") }}", "not readable"),
        ("{{ mark('\\x') }}", "not readable"),
        ("{## never ends", "not readable"),
        ("{% raw %} words", "not readable"),
    ],
)
def test_what_is_wrong_with_a_call_is_said(project, text, says):
    ((_, message),) = found(project, text)
    assert says in message


def test_all_that_is_wrong_with_a_call_is_said_at_once(project):
    assert len(found(project, "{{ person(show=x, word='y') }}")) == 3


@pytest.mark.parametrize("text", ["{% raw %}${{ secrets.X }} {% x %}{% endraw %}", "{## {{ x }} ##}", "{ x }", "}} %}"])
def test_braces_that_are_no_macros_pass(project, text):
    assert found(project, text) == []
    render(project, "# A" + text.replace("{##", "{#").replace("##}", "#}"))


ODD = ("3", "-3", "2.5", "none", "true", "'x'", "''", "[]", "{}", "'planks-vane'", "'ombra'", "x", "1 / 0", "'\\ud800'")


@pytest.mark.parametrize("name", macros())
def test_a_call_with_odd_arguments_is_refused_or_renders(name, untouched):
    """Each argument of the macro's example in turn is something else, and one more is given."""
    dossier = untouched.dossier()
    inside = example_of(name).split("(", 1)[1].rsplit(")", 1)[0]
    given = [part for part in inside.split(", ") if part]
    more = [f"{parameter}={odd}" for parameter in SIGNATURES[name].parameters for odd in ODD]
    several = [[*given[:i], odd, *given[i + 1 :]] for i in range(len(given) + 1) for odd in ODD]
    passed = 0
    for arguments in [*several, *([*given[:1], each] for each in more)]:
        text = f"{{{{ {name}({', '.join(arguments)}) }}}}"
        of = calls.of("page.md", text)
        problems = [
            each
            for call in of
            for each in ([call] if not isinstance(call, calls.Call) else calls.problems(dossier, call))
        ]
        if not problems:
            render(untouched, text).encode()
            passed += 1
    assert passed < len(several) + len(more), "whatever it is given, it takes"
