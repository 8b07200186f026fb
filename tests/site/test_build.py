import subprocess
import sys

import pytest

from macros.site import build as site
from macros.site import downloads
from macros.site.target import Refused


def test_what_mkdocs_says_is_told_without_its_chatter(tmp_path, monkeypatch):
    def fails(command, **options):
        return subprocess.CompletedProcess(command, 1, "INFO    -  Building\n", "WARNING -  a page is bad\n\nAborted")

    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(site.BuildFailed) as failed:
        site.build(tmp_path, tmp_path / "site")
    assert str(failed.value) == "WARNING -  a page is bad\nAborted"


def test_a_folder_that_is_not_ours_is_refused_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere")
    with pytest.raises(Refused):
        site.build(tmp_path, tmp_path)


def test_links_to_downloads_are_those_that_are_there(tmp_path):
    (tmp_path / "dossier.pdf").write_bytes(b"")
    page = tmp_path / "record/index.html"
    page.parent.mkdir()
    page.write_text(f"<footer>{downloads.PLACE}</footer>", "utf-8")
    downloads.link(tmp_path)
    text = page.read_text("utf-8")
    assert 'href="../dossier.pdf"' in text
    assert "JSON" not in text
    assert downloads.PLACE not in text
