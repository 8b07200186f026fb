"""Plain MkDocs: what is wrong ends it, costs no site and publishes nothing; what comes of it is the whole site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from macros.site.target import MARK

from .book.test_libraries import without_pango
from .conftest import DRAFT, REAL, Project, copy_to, environment, some

pytestmark = pytest.mark.pdf

# What the invented dossier has no page of.
PAGES = {
    "places": "{{ places() }}",
    "glossary": "{{ glossary() }}",
    "outlets": "{{ against() }}\n\n{{ outlets() }}",
    "method": "{{ legend() }}\n\n## Corrections\n\n{{ corrections() }}",
    "participants": "{{ participants() }}",
    "people": "{{ people() }}",
    "timeline": "{{ timeline() }}",
    "statements": "{{ statements() }}",
    "more": "More.",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The invented dossier with a page of every kind, its site built and pushed to a bare repository."""
    folder = tmp_path_factory.mktemp("published")
    project = copy_to(folder / "footbridge").make_site()
    for name, text in PAGES.items():
        project.page(f"{name}.md", f"# {name.title()}\n\n{text}\n")
    names = ["index", *sorted(path.stem for path in (project.root / "docs").glob("*.md") if path.stem != "index")]
    nav = "".join(f"  - {name.title()}: {name}.md\n" for name in names)
    (project.root / "mkdocs.yml").write_text(f"INHERIT: base.yml\nnav:\n{nav}", "utf-8")
    assert mkdocs(project, "build", **DRAFT).returncode == 0
    (project.root / "docs/assets").symlink_to(REAL / "docs/assets")
    (project.root / ".gitignore").write_text("site\nmacros\noverrides\nassets\ndocs/assets\n", "utf-8")
    git(folder, "init", "-q", "--bare", "origin.git")
    git(project.root, "init", "-q", "-b", "main")
    git(project.root, "config", "user.name", "n")
    git(project.root, "config", "user.email", "n@example.org")
    git(project.root, "remote", "add", "origin", str(folder / "origin.git"))
    git(project.root, "add", ".")
    git(project.root, "commit", "-qm", "First edition")
    (project.root / "site").joinpath("CNAME").write_text("dossier.example", "utf-8")
    done = mkdocs(project, "gh-deploy")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def mkdocs(project: Project, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project.root,
        env={**environment(), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def pushed(project: Project) -> str:
    return git(project.root.parent / "origin.git", "rev-parse", "gh-pages")


def state(project: Project) -> dict[str, bytes]:
    site = project.root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_what_is_pushed_is_the_whole_site(published: Project) -> None:
    names = git(published.root.parent / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"index.html", "CNAME", "dossier.pdf", "dossier-offline.zip", "exports/record.json", MARK} <= set(names)
    assert set(state(published)) <= set(names)
    home = html.parse(published.root / "site/index.html").getroot()
    assert home.xpath("//meta[@http-equiv='Content-Security-Policy']")


WRONG = {
    "a failing macro": ("docs/more.md", "# More", "# More\n\n{{ 1 / 0 }}", "a page holds calls of macros alone"),
    "an unknown name": (
        "docs/more.md",
        "# More",
        "# More\n\n{{ nothing.at_all }}",
        "a page holds calls of macros alone",
    ),
    "a macro with what it does not take": ("docs/more.md", "# More", "# More\n\n{{ claim(5) }}", "more.md"),
    "a dead link": ("docs/more.md", "# More", "# More\n\n[gone](gone.md)", "gone.md"),
    "a dead anchor": ("docs/more.md", "# More", "# More\n\n[gone](places.md#gone)", "#gone"),
    "a dead link that a macro made": (
        "docs/places.md",
        "{{ places() }}",
        "None.",
        "'places/#quill-hall' leads to nothing",
    ),
    "a bad record": ("data/people.yml", "party: ombra\n  office: B", "party: ombre\n  office: B", "vane.party"),
    "a page that is not in the navigation": ("mkdocs.yml", "  - More: more.md\n", "", "more.md"),
    "no hooks": ("base.yml", "hooks:\n- macros/hooks.py", "hooks: []", "add `hooks: [macros/hooks.py]`"),
    "a step that cannot run": ("assets", "", "", "fonts.css"),
    "a setting that is not YAML": ("mkdocs.yml", "nav:", "nav: [", "mkdocs.yml"),
}


def test_a_library_that_is_missing_is_named_in_the_last_line(published: Project, tmp_path: Path) -> None:
    before = state(published)
    done = mkdocs(published, "build", **without_pango(tmp_path))
    assert done.returncode == 1
    last = (done.stdout or done.stderr).strip().splitlines()[-1]
    assert last.startswith("The PDFs need a library of the system that is missing (lib")
    assert "WeasyPrint could not" not in done.stdout + done.stderr
    assert state(published) == before


@pytest.mark.parametrize(
    ("command", "what"),
    [("build", "a failing macro"), ("build", "a dead link"), *some((("gh-deploy", what) for what in WRONG), 5)],
)
def test_what_is_wrong_ends_it_and_nothing_is_replaced_or_pushed(published: Project, command: str, what: str) -> None:
    file, old, new, named = WRONG[what]
    path, kept = published.root / file, published.root / "kept"
    before, sent = state(published), pushed(published)
    path.rename(kept)
    try:
        if kept.is_file():
            shutil.copy(kept, path)
            published.edit(file, old, new)
        ran = mkdocs(published, command, "--quiet")
    finally:
        kept.replace(path)
    assert ran.returncode != 0
    assert named in ran.stdout + ran.stderr
    assert state(published) == before
    assert pushed(published) == sent
    assert [path.name for path in published.root.glob(".site*")] == []


def test_a_draft_is_not_published(published: Project) -> None:
    sent = pushed(published)
    ran = mkdocs(published, "gh-deploy", **DRAFT)
    assert ran.returncode != 0
    assert "A draft is not published" in ran.stdout
    assert pushed(published) == sent


def test_a_folder_that_is_not_ours_is_no_place_for_a_site(published: Project, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    ran = mkdocs(published, "build", "--site-dir", str(tmp_path))
    assert ran.returncode != 0
    assert "no build of ours" in ran.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_builds_the_same_site_and_says_where_it_is(published: Project, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "macros", "site", "--out", str(tmp_path / "site")]
    ran = subprocess.run(command, cwd=published.root, env=environment(), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"The site is in {tmp_path / 'site'}.\n"
    same = {name: content for name, content in state(published).items() if name != "CNAME"}
    site = tmp_path / "site"
    assert {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()} == same


@pytest.mark.parametrize("out", [".", "docs", ".."])
def test_the_command_deletes_no_project(published: Project, out: str) -> None:
    ran = published.run("macros", "site", "--out", out)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert (published.root / "data/people.yml").is_file()
