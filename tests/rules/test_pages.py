from __future__ import annotations

import pytest

from macros.rules import pages

HEAD = "---\ntitle: A page\n---\n\n# A page\n\n"
LINE = HEAD.count("\n") + 1


def found(project, text):
    project.page("page.md", HEAD + text)
    return [(problem.line, problem.words) for problem in project.problems() if problem.file == "docs/page.md"]


def test_pages_name_ids(untouched):
    assert {"planks-vane", "vane", "gate-words", "gazette-article"} <= pages.named_ids(untouched.root)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{{ person("vain") }}', "unknown id 'vain'; did you mean 'vane'?"),
        ('{{ person("xyzzyq") }}', "unknown id 'xyzzyq'"),
        ('{{ person("toll") }}', "'toll' is one of terms; it takes one of `people`"),
        ('{{ persons("vane") }}', "there is no macro of this name; did you mean 'person'?"),
        ('{{ person("vane") }', "the page's macros are not readable"),
        ('{{ person("vane" }}', "the page's macros are not readable"),
        ("{% if %}", "the page's macros are not readable"),
    ],
)
def test_a_macro_that_cannot_work_is_named_with_its_line(project, text, says):
    ((line, message),) = found(project, "Words.\n\n" + text + "\n")
    assert line == LINE + 2
    assert says in message


def test_every_id_of_a_macro_that_takes_several_is_looked_at(project):
    ((_, message),) = found(project, '{{ mark("planks-vane", "planks-van") }}')
    assert "did you mean 'planks-vane'?" in message


def test_a_macro_may_name_what_has_a_problem_itself(project):
    project.edit("data/terms.yml", "abbreviation: RoP", "abbreviated: RoP")
    assert found(project, '{{ term("plank-rule") }}') == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<<<<<<< HEAD", "is left of a merge"),
        (">>>>>>> other", "is left of a merge"),
        ("||||||| base", "is left of a merge"),
        ("<!-- to do", "a comment begins here and does not end; put --> behind it"),
        ("<!-- a --> b <!-- c", "does not end"),
        ('Then { person("vane") } spoke.', 'a page names records by macros; write {{ person("vane") }}'),
        ("Then {vane} spoke.", "'{vane}' would be shown as it stands"),
        ("Then {vane} spoke.", 'write {{ person("vane") }}'),
        ("In {quill-hall|the hall}.", 'write {{ place("quill-hall") }}'),
        ("In { ombra }.", 'write {{ party("ombra") }}'),
        ("All {planks} of them.", 'write {{ figure("id-of-a-claim") }}'),
    ],
)
def test_what_is_left_over_is_named_with_its_line(project, text, says):
    ((line, message),) = found(project, "Words.\n\n" + text + "\n")
    assert line == LINE + 2
    assert says in message


@pytest.mark.parametrize(
    "text",
    [
        "Written `{vane}`, or ``{ person('vane') }``.",
        "```\n{vane}\n<!--\n```",
        "<!-- {vane}\n{vane} -->",
        "Words{ .note } and words{: #part } and {{ party('ombra') }}",
        "A part\n=======",
        "`<!--` begins a comment",
        "{% raw %}{{ vane }}{% endraw %}",
        "a {} b {, c }",
    ],
)
def test_what_is_meant_passes(project, text):
    assert found(project, text + "\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2031 they met.",
        "## Part 2",
        "| 6,172 |",
        "**15%** of all",
        "[12 planks](record.md)",
        "{{ term('toll') }} of 3 coins",
        "- a\n- b4",
        '{{ term("toll", words="3 coins") }}',
        "{{ party('ombra', '3 valleys') }}",
    ],
)
def test_a_typed_figure_is_named_with_its_line(project, text):
    ((line, message),) = found(project, "Words.\n\n" + text + "\n")
    assert line == LINE + 2 + text.count("\n")
    assert "is a typed figure" in message


@pytest.mark.parametrize("text", ["title: The 2 valleys", "description: From 2031"])
def test_a_typed_figure_in_front_matter_is_named(project, text):
    project.page("page.md", f"---\n{text}\n---\n\n# A page\n")
    assert [problem.line for problem in project.problems()] == [2]


@pytest.mark.parametrize(
    "text",
    [
        '{{ figure("planks-vane", "planks") }}',
        "`a1`",
        "```yaml\nplanks: 6172\n```",
        "~~~\n6172\n~~~",
        "[planks](record.md#p1)",
        '<span class="a1">words</span>',
        "words{: .a1 }",
        "{ #p1 }",
        "https://gazette.invalid/2031",
        "{## a note of 2031 ##}",
        "two planks",
    ],
)
def test_digits_that_are_no_prose_pass(project, text):
    assert found(project, text) == []


def test_what_is_blanked_keeps_its_lines(project):
    ((line, _),) = found(project, "```\n1\n2\n```\n\n7 planks\n")
    assert line == LINE + 5


def test_a_page_that_is_no_utf8_is_still_read(project):
    (project.root / "docs/page.md").write_bytes(b"# A\n\n\xff 7 planks\n")
    assert [problem.line for problem in project.problems()] == [3]
