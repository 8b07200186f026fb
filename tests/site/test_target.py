"""Where a built site may go, and that it lands whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.site.target import MARK, Refused, Target


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project: what the site is made from, under git."""
    root = tmp_path / "project"
    for name in ("data", "docs", ".git"):
        (root / name).mkdir(parents=True)
        (root / name / "precious").write_text("precious", "utf-8")
    (root / "mkdocs.yml").write_text("", "utf-8")
    return root


def build(root: Path, out: Path, **files: str) -> None:
    """Put a site of some files in place, folders too."""
    target = Target(out, root)
    for name, text in files.items():
        path = target.fresh / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    target.put()


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


# What is not ours


@pytest.mark.parametrize(
    "out", [".", "..", "docs", "data", "docs/new", ".git", "mkdocs.yml", "other", "link", "linked"]
)
def test_what_no_build_of_ours_made_is_refused_in_one_sentence(root: Path, out: str) -> None:
    (root / "other").mkdir()
    (root / "other/mine.txt").write_text("mine", "utf-8")
    (root / "link").symlink_to("docs")
    (root / "linked").symlink_to("other/mine.txt")
    before = tree(root)
    with pytest.raises(Refused) as refused:
        build(root, root / out, index="new")
    assert str(refused.value).count(". ") == 0
    assert "name a" in str(refused.value)
    assert tree(root) == before
    assert not list(root.parent.glob(".*-*")) + list(root.glob(".*-*"))


def test_a_git_worktree_is_refused(root: Path) -> None:
    tree_ = root.parent / "worktree"
    tree_.mkdir()
    (tree_ / ".git").write_text("gitdir: elsewhere", "utf-8")
    with pytest.raises(Refused, match=f"has no {MARK}"):
        build(root, tree_, index="new")
    assert tree(tree_) == {".git": "gitdir: elsewhere"}


def test_the_project_is_refused_even_where_it_bears_our_mark(root: Path) -> None:
    (root / MARK).write_text("", "utf-8")
    (root / "docs" / MARK).write_text("", "utf-8")
    for out in (root, root.parent, root / "docs"):
        with pytest.raises(Refused):
            build(root, out, index="new")


def test_what_was_put_there_while_we_built_is_refused_too(root: Path) -> None:
    target = Target(root / "site", root)
    (root / "site").mkdir()
    (root / "site/mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Refused):
        target.put()
    assert tree(root / "site") == {"mine.txt": "mine"}
    target.discard()


# What is ours


@pytest.mark.parametrize(
    "there", ["nothing", "an empty folder", "a folder yet to be made", "a link to an empty folder"]
)
def test_a_site_is_put_where_nothing_is(root: Path, there: str) -> None:
    out = root / ("a/b/site" if "made" in there else "site")
    if there == "an empty folder":
        out.mkdir()
    if "link" in there:
        (root.parent / "elsewhere").mkdir()
        out.symlink_to(root.parent / "elsewhere")
    build(root, out, index="new", record__index="more")
    assert tree(out) == {"index": "new", "record/index": "more"}
    assert out.stat().st_mode & 0o777 == 0o755
    assert [path for path in out.parent.iterdir() if path.name.startswith(f".{out.name}-")] == []


def test_a_build_replaces_the_last_one_whole(root: Path) -> None:
    build(root, root / "site", index="old", gone="old", points__a="old")
    build(root, root / "site", index="new", points__b="new")
    assert tree(root / "site") == {"index": "new", "points/b": "new"}


KEPT = {
    ".git": "gitdir: elsewhere",
    "CNAME": "dossier.example",
    ".nojekyll": "",
    ".well-known/security.txt": "x",
    "mine.txt": "mine",
}


@pytest.fixture(params=["renames", "another file system", "a mount point"])
def moves(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders can be renamed, or cannot: then all has to be copied."""
    number = {"another file system": errno.EXDEV, "a mount point": errno.EBUSY}.get(request.param)

    def refuse(*paths: object, **options: object) -> None:
        raise OSError(number, os.strerror(number or 0))

    if number:
        monkeypatch.setattr(os, "rename", refuse)


def test_what_others_keep_in_a_folder_of_ours_stays(root: Path, moves: None) -> None:
    out = root / "site"
    build(root, out, index="old", gone="old")
    for name, text in KEPT.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text(text, "utf-8")
    for text in ("new", "newer"):
        build(root, out, index=text, record__index=text)
        assert tree(out) == {**KEPT, "index": text, "record/index": text}


def test_a_site_lands_whole_where_folders_cannot_be_renamed(root: Path, moves: None) -> None:
    out = root / "site"
    for text in ("old", "new"):
        build(root, out, index=text, record__index=text, **{text: text})
        assert tree(out) == {"index": text, "record/index": text, text: text}
        assert {path.name for path in out.iterdir()} == {"index", "record", text, MARK}
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize("others", [True, False])
@pytest.mark.parametrize("fails_at", range(1, 9))
def test_where_the_swap_fails_the_last_site_comes_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, others: bool
) -> None:
    """The disk is full, say, at the n-th step of putting it in place."""
    out = root / "site"
    build(root, out, index="old", gone="old", record__index="old")
    if others:
        (out / "CNAME").write_text("dossier.example", "utf-8")
    before, move, steps = tree(out), shutil.move, iter(range(1, 99))

    def stumble(source: Path, to: Path) -> None:
        if next(steps) == fails_at:
            raise OSError(errno.ENOSPC, "no room")
        move(source, to)

    def busy(*paths: object) -> None:
        raise OSError(errno.EBUSY, "busy")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "move", stumble)
        patched.setattr(Path, "rename", busy)
        target = Target(out, root)
        (target.fresh / "index").write_text("new", "utf-8")
        (target.fresh / "more").write_text("new", "utf-8")
        try:
            target.put()
        except OSError:
            assert tree(out) == before
            assert (out / MARK).is_file()
        else:
            assert fails_at > 6
            assert tree(out)["index"] == "new"
    build(root, out, index="newer")
    assert tree(out)["index"] == "newer"


# What killed builds leave


def test_leftovers_of_killed_builds_are_cleared_and_a_build_under_way_is_not(root: Path) -> None:
    out = root / "site"
    dead = root / ".site-dead"
    dead.mkdir()
    (dead / MARK).write_text("", "utf-8")
    mine = root / ".site-notes"
    mine.mkdir()
    under_way = Target(out, root)
    build(root, out, index="new")
    assert not dead.exists()
    assert mine.exists()
    assert under_way.fresh.exists()
    under_way.discard()
    assert not under_way.fresh.exists()


def test_a_build_killed_between_its_two_steps_does_not_cost_the_last_site(root: Path) -> None:
    out = root / "site"
    build(root, out, index="old")
    out.rename(root / ".site-abc.dossier-old")
    Target(out, root).discard()
    assert tree(out) == {"index": "old"}


def test_a_mount_point_takes_a_site(root: Path) -> None:
    """A real one, where the system lets us make it: its parent cannot be exchanged, nor can it be renamed."""
    (root / "site").mkdir()
    script = f"""
mount -t tmpfs none {root}/site || exit 77
cd {Path(__file__).parents[2]}
for text in old new; do
    {os.sys.executable} -c "
from pathlib import Path
from macros.site.target import Target
target = Target(Path('{root}/site'), Path('{root}'))
(target.fresh / 'index').write_text('$text')
target.put()" || exit 1
done
ls -A {root}/site; cat {root}/site/index"""
    ran = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    if ran.returncode == 77 or "unshare" in ran.stderr:
        pytest.skip("this system lets us mount nothing")
    assert (ran.returncode, ran.stdout.split()) == (0, [MARK, "index", "new"]), ran.stderr


def test_a_web_server_may_read_all_of_it_whatever_the_umask(root: Path) -> None:
    before = os.umask(0o077)
    try:
        build(root, root / "site", a__b__index="page", top="page")
    finally:
        os.umask(before)
    site = root / "site"
    assert {path.stat().st_mode & 0o777 for path in (site, *site.rglob("*")) if path.is_dir()} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()} == {0o644}
