"""MkDocs with our hooks: a bad record never costs the last good site, and shows as a page while serving."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from lxml import html

from .conftest import environment

PATIENCE = 60


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The invented dossier's site, built once."""
    from .conftest import copy_to  # noqa: PLC0415

    project = copy_to(tmp_path_factory.mktemp("built") / "footbridge").make_site()
    ran = project.run("mkdocs", "build", "--strict")
    assert ran.returncode == 0, ran.stderr
    return project


def page(project, name):
    return html.parse(project.root / "site" / name / "index.html").getroot()


def fingerprint(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_record_names_the_site(built):
    root = page(built, ".")
    assert "The Larch Bridge talks" in root.findtext(".//title")
    assert page(built, "points/planks-number").xpath("//*[@id='planks-vane']")


def test_a_made_page_leads_to_the_next_and_is_not_in_the_navigation(built):
    made = page(built, "points/planks-number")
    assert made.xpath("//a[contains(@class, 'md-footer__link')]/@href")
    assert not made.xpath("//nav[contains(@class, 'md-nav--primary')]//a[contains(@href, 'repair-date')]")


def test_a_question_lists_the_pages_of_prose_that_use_what_is_said_on_it(built):
    (used,) = page(built, "points/planks-number").xpath("//*[@class='used-on']")
    assert used.xpath(".//a/@href") == ["../../"]
    assert not page(built, "points/damage").xpath("//*[@class='used-on']")


def test_no_mark_of_ours_is_left_in_a_page(built):
    for path in (built.root / "site").rglob("*.html"):
        assert "<!--used-on" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("data/people.yml", "party: ombra\n  office: B", "party: ombre\n  office: B", "data/people.yml:8: vane.party"),
        ("data/terms.yml", "meaning: Each", "meaning: [Each", "data/terms.yml"),
        ("docs/timeline.md", 'event("bridge-talks")', 'event("bridge-talk")', "docs/timeline.md:8"),
        ("docs/timeline.md", 'event("bridge-talks")', "evnt()", "docs/timeline.md:8"),
        ("docs/timeline.md", "spoke", "spoke 2 times", "docs/timeline.md:8"),
    ],
    ids=["id", "yaml", "page", "macro", "figure"],
)
def test_a_bad_record_stops_the_build_before_the_site_is_touched(built, file, old, new, named):
    path = built.root / file
    good, before = path.read_text("utf-8"), fingerprint(built.root / "site")
    try:
        built.edit(file, old, new)
        ran = built.run("mkdocs", "build")
    finally:
        path.write_text(good, "utf-8")
    assert ran.returncode != 0
    assert named in ran.stderr
    assert "Traceback" not in ran.stderr + ran.stdout
    assert fingerprint(built.root / "site") == before


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_for(url, words, process):
    """The page at the address once it says the words."""
    end, text = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end:
        assert process.poll() is None, process.stdout.read()
        try:
            with urlopen(url, timeout=PATIENCE) as answer:
                text = answer.read().decode()
        except (URLError, OSError):
            text = ""
        if words in text:
            return text
        time.sleep(0.2)
    raise AssertionError(f"{words!r} did not appear in:\n{text[-2000:]}")


@pytest.mark.parametrize("bad_at_start", [False, True], ids=["turns bad", "bad from the start"])
def test_while_serving_a_bad_record_is_a_page_and_comes_back(project, bad_at_start):
    project.make_site()
    port = free_port()
    url = f"http://127.0.0.1:{port}/timeline/"
    file, good, bad = "data/people.yml", "short: Orrin", "shorter: Orrin"
    if bad_at_start:
        project.edit(file, good, bad)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=project.root, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            if not bad_at_start:
                wait_for(url, ">Orrin</a> spoke", process)
                project.edit(file, good, bad)
            shown = wait_for(url, "The record has problems", process)
            assert "data/people.yml" in shown
            assert "did you mean" in shown
            assert "Traceback" not in shown
            project.edit(file, bad, good)
            assert "The record has problems" not in wait_for(url, ">Orrin</a> spoke", process)
        finally:
            process.terminate()
            process.communicate(timeout=10)


def test_permalinks_of_headings_have_a_name(built):
    root = page(built, "points/planks-number")
    assert {a.get("aria-label") for a in root.xpath("//h2/a[@class='headerlink']")} == {"Link to this section"}


def test_marks_keep_to_the_word_before_them(built):
    said = page(built, "timeline").xpath("//article//p")[0].text_content()
    assert ".\xa0○" in said


def test_a_page_of_prose_leads_back_to_the_dossier(built):
    (way,) = page(built, "timeline").xpath("//nav[@class='way-back']")
    assert way.xpath("./a/@href") == ["../"]
    assert way.text_content() == "The Larch Bridge talks › Reference"
    assert not page(built, ".").xpath("//nav[@class='way-back']")
