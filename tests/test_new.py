import shutil
import subprocess
import sys

import pytest
import yaml

from macros.__main__ import main
from macros.new import HOUSE, NotEmpty, new
from macros.rules.check import open_dossier

from .conftest import DRAFT, environment


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "dossier"
    assert main(["new", str(folder)]) == 0
    return folder


def test_what_is_begun_passes_every_check(begun):
    assert len(open_dossier(begun).claims) == 3


def test_what_is_begun_is_under_git_and_has_published_nothing(begun, tmp_path, monkeypatch, capsys):
    assert main(["--root", str(begun), "check"]) == 0
    assert "No edition is published yet" in capsys.readouterr().out
    new(begun / "inner")
    assert not (begun / "inner/.git").exists()
    shutil.rmtree(begun / "inner")
    monkeypatch.setenv("PATH", "/nowhere")
    new(tmp_path / "other")
    assert (tmp_path / "other/data/dossier.yml").is_file()


def test_what_is_begun_knows_nothing_of_the_dossier_it_was_made_from(begun):
    ids = set(open_dossier(HOUSE).entries) - set(open_dossier(begun).entries)
    for page in (begun / "docs").glob("*.md"):
        text = page.read_text("utf-8")
        assert not [id_ for id_ in ids if f'"{id_}"' in text], page.name


def test_every_page_of_the_navigation_is_there(begun):
    def pages(items):
        for item in items:
            for value in item.values():
                yield from pages(value) if isinstance(value, list) else [value]

    nav = yaml.load((begun / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)["nav"]
    missing = [page for page in pages(nav) if page.endswith(".md") and not (begun / "docs" / page).is_file()]
    assert not missing, "write it under macros/starter/docs, or name it in macros/new.py"


def test_every_file_of_the_record_has_its_schema(begun):
    for path in (begun / "data").glob("*.yml"):
        schema = path.read_text("utf-8").split("\n", 1)[0].split("$schema=")[1]
        assert (path.parent / schema).is_file()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(NotEmpty):
        new(tmp_path)
    assert main(["new", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(NotEmpty):
        new(tmp_path / "mine.txt")


def test_it_offers_no_command_that_cannot_work_there(begun):
    makefile = (begun / "Makefile").read_text("utf-8")
    targets = {line.split(":")[0] for line in makefile.splitlines() if "  ## " in line}
    assert {"serve", "site", "check"} <= targets
    assert not {"test", "test-all", "bench"} & targets


def test_what_is_begun_builds_without_a_warning(begun, tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=begun,
        env={**environment(), **DRAFT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    assert "Two boats" in (tmp_path / "site" / "statements" / "index.html").read_text("utf-8")
