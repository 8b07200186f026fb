"""The workflows of hosting/ do what they say: their steps run here, one after the other, on a dossier just begun."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from macros.new import new

from .conftest import REAL, environment

pytestmark = pytest.mark.pdf

GITHUB = yaml.load((REAL / "hosting/github.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)
GITLAB = yaml.load((REAL / "hosting/gitlab.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)
SET_BY_HOST = {
    "GITHUB_REPOSITORY_OWNER": "Press",
    "GITHUB_REPOSITORY": "Press/ferry",
    "CI_PAGES_URL": "https://press.example/f",
}


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A clone of a dossier just begun."""
    new(tmp_path / "mine")
    who = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
    for arguments in (["add", "."], [*who, "commit", "-qm", "First"], ["clone", "-q", ".", str(tmp_path / "clone")]):
        subprocess.run(["git", *arguments], cwd=tmp_path / "mine", check=True, capture_output=True)
    return tmp_path / "clone"


def run(root: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """One step as a host runs it; what is installed stays as it is, and the packages are those of these tests."""
    tools = root.parent / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "apt-get").write_text("#!/bin/sh\n", "utf-8")
    (tools / "apt-get").chmod(0o755)
    settings = {**environment(), **SET_BY_HOST, "DOSSIER_PYTHON": sys.executable, **more}
    settings |= {"PATH": f"{tools}:{os.environ['PATH']}", "GITHUB_ENV": str(root.parent / "env")}
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=root, env=settings, capture_output=True, text=True, check=False
    )


def steps(job: str) -> list[dict[str, Any]]:
    return [step for step in GITHUB["jobs"][job]["steps"] if "run" in step]


def build(root: Path, **given: str) -> dict[str, str]:
    """Run the steps of the job that builds; the environment they leave."""
    left: dict[str, str] = {}
    for step in steps("build"):
        of_step = {name: given.get(name, "") for name in step.get("env", {})}
        done = run(root, step["run"], **left, **of_step)
        assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
        written = (root.parent / "env").read_text("utf-8") if (root.parent / "env").exists() else ""
        left |= dict(line.split("=", 1) for line in written.splitlines())
    return left


def test_the_site_is_built_for_its_address_below_the_projects_name(begun: Path) -> None:
    assert build(begun)["DOSSIER_SITE_URL"] == "https://press.github.io/ferry/"
    home = html.parse(begun / "site/index.html").getroot()
    assert home.xpath("//link[@rel='canonical']/@href") == ["https://press.github.io/ferry/"]
    lost = (begun / "site/404.html").read_text("utf-8")
    assert re.search(r'href="?/ferry/timeline/', lost)
    for step in GITHUB["jobs"]["build"]["steps"]:
        if "upload" in step.get("uses", ""):
            assert (begun / step["with"]["path"]).exists(), step["name"]


@pytest.mark.parametrize(
    ("repository", "given", "address"),
    [
        ("Press/ferry", "", "https://press.github.io/ferry/"),
        ("Press/Press.github.io", "", "https://press.github.io/"),
        ("Press/ferry", "https://ferry.example/", "https://ferry.example/"),
    ],
)
def test_the_address_is_the_hosts_or_what_the_variable_says(
    tmp_path: Path, repository: str, given: str, address: str
) -> None:
    (step,) = [step for step in steps("build") if "address" in step["name"]]
    root = tmp_path / "clone"
    root.mkdir()
    assert run(root, step["run"], GITHUB_REPOSITORY=repository, GIVEN=given).returncode == 0
    assert (tmp_path / "env").read_text("utf-8") == f"DOSSIER_SITE_URL={address}\n"


def test_what_is_wrong_is_said_beside_its_line(begun: Path) -> None:
    path = begun / "data/claims.yml"
    path.write_text(path.read_text("utf-8").replace("by: ada-north", "by: ada-nort", 1), "utf-8")
    done = run(begun, steps("build")[0]["run"])
    assert done.returncode
    assert re.search(r"^::error file=data/claims\.yml,line=\d+,", done.stdout, re.MULTILINE)


def test_a_dossier_without_tests_of_its_own_passes_them(begun: Path) -> None:
    assert [run(begun, step["run"]).returncode for step in steps("test")] == [0]
    assert "make test" in steps("test")[0]["run"]


def test_each_action_is_named_by_a_commit_and_by_its_version() -> None:
    text = (REAL / "hosting/github.yml").read_text("utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert len(used) > 5
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


def test_only_main_is_published_and_only_that_job_may_write() -> None:
    assert GITHUB["permissions"] == {"contents": "read"}
    assert {name for name, job in GITHUB["jobs"].items() if "permissions" in job} == {"deploy"}
    assert GITHUB["jobs"]["deploy"]["if"] == "github.ref == 'refs/heads/main'"
    assert set(GITHUB["jobs"]["deploy"]["needs"]) == {"build", "test"}


@pytest.mark.slow
def test_the_steps_for_gitlab_make_the_site_where_it_looks_for_it(begun: Path) -> None:
    def lines(script: Any) -> list[str]:
        return [line for each in script for line in (each if isinstance(each, list) else [each])]

    done = run(begun, "\n".join(lines(GITLAB["build"]["script"])))
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(begun, "\n".join(lines(GITLAB["pages"]["script"]))).returncode == 0
    home = html.parse(begun / "public/index.html").getroot()
    assert home.xpath("//link[@rel='canonical']/@href") == ["https://press.example/f/"]
    assert GITLAB["variables"]["GIT_DEPTH"] == "0"
    assert GITLAB["build"]["artifacts"]["paths"] == GITLAB["pages"]["artifacts"]["paths"] == ["public"]
