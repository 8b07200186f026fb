"""What a build needs and who made each file: nothing is missing, unread or left behind without a word."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from macros.render.pictures import earth
from macros.rules import project as rules

from ..conftest import SETTINGS


def found(project):
    return [str(problem) for problem in project.problems()]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("plugins: [macros]\n", "nothing checks the record when the site is built; write `hooks: [macros/hooks.py]`"),
        (f"docs_dir: other\n{SETTINGS}", "the pages of another folder than docs/ would be built"),
        ("hooks: []\nplugins: [macros]\n", "nothing checks the record"),
        ("hooks: [other.py]\nplugins: [macros]\n", "nothing checks the record"),
        ("hooks: [macros/hooks.py]\n", "no macro works without its plugin"),
        ("hooks: [macros/hooks.py]\nplugins: [search]\n", "no macro works without its plugin"),
        ("hooks: [macros/hooks.py]\nplugins:\n", "no macro works without its plugin"),
    ],
)
def test_settings_without_which_nothing_is_checked_are_named(project, settings, says):
    project.edit("mkdocs.yml", SETTINGS, settings)
    (problem,) = found(project)
    assert problem.startswith(f"mkdocs.yml: {says}")


@pytest.mark.parametrize("plugins", ["[search, macros]", "[macros: {module_name: macros}]", "{macros: {}}"])
def test_the_plugin_may_be_set_in_every_way_that_mkdocs_knows(project, plugins):
    project.edit("mkdocs.yml", "plugins: [macros]", f"plugins: {plugins}")
    assert found(project) == []


def test_the_land_under_the_map_is_missed(project, monkeypatch):
    monkeypatch.setattr(rules, "LAND", earth.LAND.with_name("gone.json"))
    assert found(project) == ["assets/map/land.json: is missing: the map is drawn on it; copy assets/ here"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("index.md~", "is what an editor left behind"),
        ("#index.md#", "is what an editor left behind"),
        ("~$index.md", "is what an editor left behind"),
        ("index.md.bak", "is what an editor left behind"),
        ("index.md.orig", "is what an editor left behind"),
        ("notes.ipynb", "is what an editor left behind"),
        ("index.MD", "write its ending as .md"),
        ("lost.html", "would be published as it is, and nothing checks it; write it as a page, in .md"),
        ("lost.HTM", "would be published as it is, and nothing checks it"),
        ("more/index.Markdown", "write its ending as .markdown"),
        ("templates/page.md", "MkDocs leaves docs/templates out"),
    ],
)
def test_what_would_be_published_or_left_out_unmeant_is_named(project, name, says):
    path = project.root / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("Words.\n", "utf-8")
    (problem,) = found(project)
    assert problem.startswith(f"docs/{name}: ")
    assert says in problem


@pytest.mark.parametrize("name", [".#index.md", ".index.md.swp", ".ipynb_checkpoints/a.md", "._a.md", ".DS_Store"])
def test_names_with_a_dot_in_front_are_nobodys(project, name):
    path = project.root / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\xff")
    assert found(project) == []


@pytest.mark.parametrize("folder", ["data", "docs"])
def test_a_folder_with_the_name_of_a_file_is_named(project, folder):
    (project.root / folder / ("x.md" if folder == "docs" else "words.yml")).mkdir(
        exist_ok=True
    ) if folder == "docs" else (project.root / "data/claims/more.yml").mkdir()
    (problem,) = found(project)
    assert "is a folder with the name of a file" in problem


def test_a_link_that_leads_to_nothing_is_named(project):
    (project.root / "docs/picture.svg").symlink_to("nowhere.svg")
    assert found(project) == ["docs/picture.svg: leads to nothing; take it out, or put the file there"]


@pytest.mark.parametrize("to", [".", ".."])
def test_a_link_that_leads_round_is_named(project, to):
    (project.root / "docs/more").mkdir()
    (project.root / "docs/more/round").symlink_to(to)
    (problem,) = found(project)
    assert problem.startswith("docs/more/round: leads back to a folder that it is in")


def test_a_page_behind_a_link_is_checked(project, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/page.md").write_text("# A\n\n7 planks, {{ x }}\n", "utf-8")
    (project.root / "docs/more").symlink_to(tmp_path / "elsewhere")
    assert len(found(project)) == 2
    assert all(problem.startswith("docs/more/page.md:3: ") for problem in found(project))


def test_a_pipe_is_no_page(project):
    os.mkfifo(project.root / "docs/page.md")
    assert any("is no file that can be read" in problem for problem in found(project))


@pytest.mark.parametrize("folder", ["data", "docs"])
def test_a_folder_that_is_missing_or_a_file_is_called_so(project, folder):
    shutil.rmtree(project.root / folder)
    assert any(
        problem.startswith(("data/dossier.yml: is missing: there is no dossier in ", "docs: is missing; "))
        for problem in found(project)
    )
    (project.root / folder).touch()
    assert any(problem.startswith(f"{folder}: is a file, and a folder belongs here; ") for problem in found(project))
    assert not any("may not be gone into" in problem for problem in found(project))


def test_a_record_without_what_it_is_on_is_told_so(project):
    (project.root / "data/dossier.yml").unlink()
    assert found(project) == ["data/dossier.yml: is missing: it says what the dossier is on"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may go everywhere")
@pytest.mark.parametrize("name", ["docs/index.md", "docs/more", "data/terms.yml", "data/claims", "data", "docs"])
def test_what_may_not_be_read_is_named(project, name):
    path: Path = project.root / name
    path.mkdir(exist_ok=True) if "." not in name else None
    path.chmod(0)
    try:
        assert any(problem.startswith(f"{name}: ") for problem in found(project))
    finally:
        path.chmod(0o755)


@pytest.mark.parametrize("name", ["people/vane.md", "points/planks-number.md", "outlets/quill-gazette/index.md"])
def test_a_page_at_the_address_of_a_made_one_is_named(project, name):
    (project.root / "docs" / name).parent.mkdir(parents=True)
    project.page(name, "# A page\n")
    assert [problem.endswith("has this address; call the file otherwise") for problem in found(project)] == [True]


@pytest.mark.parametrize("name", ["timeline/index.md", "timeline/README.md", "Timeline.md"])
def test_two_pages_of_one_address_are_named(project, name):
    (project.root / "docs" / name).parent.mkdir(exist_ok=True)
    project.page(name, "# A page\n")
    (problem,) = found(project)
    assert "has the same address" in problem
