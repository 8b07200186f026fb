"""A Python that will not do is named in one sentence, before anything is installed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys

import pytest

from .conftest import REAL

PATH = REAL / "scripts/python.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("python_check", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 0), (3, 11, 2), (3, 11, 4)])
def test_an_old_one_is_named_with_what_to_do(script, version):
    said = script.wrong(version, has_ensurepip=True)
    assert ".".join(map(str, version)) in said
    assert "PYTHON=" in said
    assert "\n" not in said


@pytest.mark.parametrize("version", [(3, 11, 5), (3, 12, 0), (3, 14, 1)])
def test_a_newer_one_will_do(script, version):
    assert script.wrong(version, has_ensurepip=True) is None
    assert "python3-venv" in script.wrong(version, has_ensurepip=False)


def test_it_asks_for_what_the_project_says_it_needs(script):
    needed = ".".join(map(str, script.NEEDED))
    assert f"Python {needed} or later" in script.OLD
    assert f'requires-python = ">={needed}"' in (REAL / "pyproject.toml").read_text("utf-8")
    for file in ("README.md", "docs/publish.md"):
        assert f"Python {needed}" in (REAL / file).read_text("utf-8"), file


def test_make_asks_before_it_installs_or_removes_anything(tmp_path):
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(REAL / name, tmp_path / name)
    shutil.copytree(REAL / "scripts", tmp_path / "scripts")
    old = tmp_path / "old-python"
    old.write_text(f"#!/bin/sh\nexec {sys.executable} -c \"import sys; sys.exit('too old: $1')\"\n", "utf-8")
    old.chmod(0o755)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/mine").write_text("mine", "utf-8")
    made = subprocess.run(
        ["make", "--no-print-directory", "check", f"PYTHON={old}"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "DOSSIER_PYTHON"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode
    assert re.search(r"^too old: scripts/python\.py$", made.stderr, re.MULTILINE)
    assert made.stdout == ""
    assert (tmp_path / ".venv/mine").is_file()
