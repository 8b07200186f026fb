from __future__ import annotations

import pytest

from macros import session
from macros.record.problems import BadRecord
from macros.session import Session


def test_a_build_begins_with_a_checked_record(project):
    build = session.start(project.root)
    assert build is session.current()
    assert build.dossier is not None
    assert build.problems == []
    assert build.context("page/", "A page").dossier is build.dossier


def test_a_bad_record_begins_a_build_too(project):
    project.set("vane", "party", "ombre")
    build = session.start(project.root)
    assert build.dossier is None
    assert [problem.path for problem in build.problems] == ["vane.party"]
    with pytest.raises(BadRecord, match="did you mean 'ombra'"):
        build.context("page/", "A page")


def test_each_build_forgets_the_one_before(project):
    project.set("vane", "party", "ombre")
    session.start(project.root)
    project.set("vane", "party", "ombra")
    assert session.start(project.root).problems == []


@pytest.mark.parametrize("home", ["", ".", "./"])
def test_the_home_page_has_one_address(project, home):
    assert session.start(project.root).context(home, "Home").url == ""


def test_pages_of_one_build_share_what_they_name(project):
    build = session.start(project.root)
    build.context("a/", "A").use("vane")
    build.context("b/", "B").use("vane")
    assert build.uses.pages["vane"] == {"a/": "A", "b/": "B"}


def test_without_a_build_there_is_nothing_to_render(monkeypatch):
    monkeypatch.setattr(session, "_current", None)
    with pytest.raises(RuntimeError, match=r"macros/hooks\.py"):
        session.current()


def test_a_session_holds_no_record_of_its_own(tmp_path):
    assert Session(tmp_path).dossier is None
