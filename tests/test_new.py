import re
import shutil
import subprocess
import sys
from pathlib import Path

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


def test_what_is_begun_can_be_stamped_and_still_passes(tmp_path, capsys):
    """The example is of days past: nothing can be held against a page before it was published."""
    new(tmp_path / "mine")
    words = open_dossier(tmp_path / "mine").quotations["boats-north-words"].text
    (tmp_path / "saved.txt").write_text(words, "utf-8")
    main(["--root", str(tmp_path / "mine"), "verify-quotes", "--against", str(tmp_path / "saved.txt"), "--stamp"])
    assert "Stamped: 1." in capsys.readouterr().out
    assert main(["--root", str(tmp_path / "mine"), "check"]) == 0


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


def test_what_is_begun_has_none_of_our_words_and_pictures(begun):
    ours, theirs = (open_dossier(root) for root in (HOUSE, begun))
    names = {entry.name for kind in ("people", "places", "parties") for entry in ours.kinds[kind].values()}
    names |= {word for name in names for word in re.findall(r"[A-Z]\w{4,}", name)} | {ours.about.title}
    names -= {"Security", "Council", "General", "Children", "Ministry", "President", "House", "State"}
    own = {entry.name for kind in theirs.kinds.values() for entry in kind.values() if hasattr(entry, "name")}
    files = [*(begun / "docs").glob("*.md"), *begun.glob("*.*"), *(begun / "overrides").rglob("*.html")]
    for path in files:
        words = set(re.findall(r"\w+", path.read_text("utf-8"))) if path.is_file() else set()
        assert {name for name in names - own if name in words} == set(), path.name
    assert [path.name for path in (begun / "docs/assets").rglob("*.webp")] == []
    assert "<!--ours" not in "".join(path.read_text("utf-8") for path in files if path.is_file())


def tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
@pytest.mark.parametrize("step", ["schema.write", "_begin_history", "_put"])
@pytest.mark.parametrize("there", [False, True], ids=["no folder", "an empty folder"])
def test_whatever_goes_wrong_nothing_half_made_stays(tmp_path, monkeypatch, step, error, there):
    def fails(*arguments):
        raise error

    monkeypatch.setattr(f"macros.new.{step}", fails)
    target = tmp_path / "above" / "mine"
    if there:
        target.mkdir(parents=True)
    before = tree(tmp_path)
    with pytest.raises(type(error)):
        new(target)
    assert tree(tmp_path) == before


def test_where_putting_it_in_place_breaks_off_the_empty_folder_is_empty_again(tmp_path, monkeypatch):
    rename = Path.rename

    def fails(path, to):
        if path.name == "docs":
            raise OSError(28, "No space left on device")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="No space"):
        new(tmp_path)
    assert tree(tmp_path) == []


def test_an_empty_folder_that_is_there_is_filled(tmp_path):
    new(tmp_path)
    assert (tmp_path / "data/dossier.yml").is_file()
    assert [path.name for path in tmp_path.glob(f".{tmp_path.name}*")] == []


@pytest.mark.parametrize("inside", ["docs/assets/mine", "macros/starter/mine", "assets/mine", "data/mine"])
def test_a_dossier_is_not_begun_in_what_it_is_made_of(inside, capsys):
    assert main(["new", str(HOUSE / inside)]) == 2
    assert "lies in what a dossier is made of" in capsys.readouterr().err
    assert not (HOUSE / inside).exists()


def test_a_tree_that_cannot_be_written_makes_one_that_can(tmp_path, monkeypatch):
    house = tmp_path / "house"
    for name in ("macros/starter", "docs", "Makefile", "mkdocs.yml"):
        if (HOUSE / name).is_dir():
            shutil.copytree(HOUSE / name, house / name, ignore=shutil.ignore_patterns("screenshots", "__pycache__"))
        else:
            shutil.copyfile(HOUSE / name, house / name)
    for path in [*house.rglob("*"), house]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    monkeypatch.setattr("macros.new.HOUSE", house)
    monkeypatch.setattr("macros.begin.language.STARTER", house / "macros/starter")
    new(tmp_path / "mine")
    for path in [*house.rglob("*"), house]:
        path.chmod(0o755)
    for path in (tmp_path / "mine").rglob("*"):
        assert path.stat().st_mode & 0o200, path


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


@pytest.mark.parametrize("option", [["--url", "https://example.org/"], ["--outlet", "The Post"]], ids=lambda it: it[0])
def test_what_tells_of_an_article_is_not_given_without_one(tmp_path, capsys, option):
    assert main(["new", str(tmp_path / "mine"), *option]) == 2
    assert capsys.readouterr().err == f"{option[0]} goes with --from: it tells of that article\n"
    assert not (tmp_path / "mine").exists()


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
