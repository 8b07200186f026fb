from __future__ import annotations

import pytest

FILE = "data/exceptions.yml"


def found(project):
    return [(problem.line, problem.words) for problem in project.problems() if problem.file == FILE]


def test_a_declared_figure_may_stand(project):
    assert project.problems() == []
    project.edit(FILE, "Route 7", "Route 8")
    assert "docs/index.md" in {problem.file for problem in project.problems()}


def test_an_exception_is_for_its_page_alone(project):
    project.page("page.md", "# A page\n\nRoute 7\n")
    assert [problem.file for problem in project.problems()] == ["docs/page.md"]


def test_an_exception_is_for_its_text_alone(project):
    project.edit("docs/index.md", "about Route 7", "about Route 7 and Route 9")
    assert [problem.message.split()[0] for problem in project.problems()] == ["'9.'"]


def test_an_exception_that_nothing_needs_is_flagged(project):
    project.edit("docs/index.md", "about Route 7", "about it")
    ((line, message),) = found(project)
    assert line == 4
    assert message == "'Route 7' no longer stands in index.md; take the exception out"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- page: index.md\n  text: Route 7\n", 1, "is missing"),
        ("- page: index.md\n  text: Route 7\n  reason: It is.\n  why: so\n", 4, "unknown field"),
        ("- page: index.md\n  text: [Route 7]\n  reason: It is.\n", 2, "expected text"),
        ("page: index.md\n", 1, "list"),
        ("- [\n", 1, "not valid YAML"),
        ("- page: index.md\n  page: index.md\n  text: Route 7\n  reason: It is.\n", 2, "the key 'page' stands twice"),
        ("- page: index.md\n  text: 7\n  reason: It is.\n", 2, "expected text, found a number (7)"),
    ],
)
def test_a_bad_list_is_named_with_its_line(project, text, line, says):
    (project.root / FILE).write_text(text, "utf-8")
    assert any(at == line and says in message for at, message in found(project)), found(project)


def test_a_list_that_is_no_text_is_named(project):
    (project.root / FILE).write_bytes(b"- \xff\n")
    assert found(project) == [(1, "not UTF-8 text; save it as UTF-8")]


def test_without_a_list_nothing_is_allowed(project):
    (project.root / FILE).unlink()
    assert [problem.file for problem in project.problems()] == ["docs/index.md"]
