"""`mkdocs serve` as an author meets it: whatever is wrong is a page at every address, and the site comes back."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer

from macros import serving

from .conftest import REAL, copy_to, environment, some

PATIENCE = 60
MADE, WRITTEN = "points/planks-number/", "timeline/"


class Served:
    """A dossier under `mkdocs serve`, of which each test breaks one thing and mends it."""

    def __init__(self, project, port, process):
        self.project, self.port, self.process = project, port, process

    def get(self, path):
        """What stands at an address."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()

    def wait(self, path, words, *, gone=False):
        """The page at an address once it says the words, or no longer does."""
        end, text = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            assert self.process.poll() is None, "it ended"
            with contextlib.suppress(URLError, OSError):
                text = self.get(path)
                if text and (words in text) is not gone:
                    return text
            time.sleep(0.1)
        raise AssertionError(f"{words!r}{' stayed' if gone else ' did not appear'} in:\n{text[-2000:]}")


@contextlib.contextmanager
def serve(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with (project.root.parent / "said.txt").open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project.root,
            env=environment(),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Served(project, port, process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def with_own_code(project):
    """The dossier with a copy of the code that a test may spoil."""
    project.make_site()
    for name in ("macros", "overrides"):
        (project.root / name).unlink()
        shutil.copytree(REAL / name, project.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return project


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    project = with_own_code(copy_to(tmp_path_factory.mktemp("served") / "footbridge"))
    with serve(project) as served:
        served.wait(WRITTEN, ">Orrin</a> spoke")
        yield served


# What is broken: file, what stands there, what is put in its place, and what the page says of it.
BROKEN = {
    "a record": ("data/people.yml", "short: Orrin", "shorter: Orrin", ("data/people.yml:", "did you mean")),
    "a record that is no YAML": ("data/terms.yml", "meaning: Each", "meaning: [Each", ("data/terms.yml:",)),
    "a page": ("docs/timeline.md", "spoke", "spoke 2 times", ("docs/timeline.md:", "typed figure")),
    "a macro's call": (
        "docs/timeline.md",
        'event("bridge-talks")',
        "1 / 0",
        ("docs/timeline.md:8", "a page holds calls of macros alone"),
    ),
    "the syntax of the code": (
        "macros/render/timeline.py",
        "from __future__ import annotations",
        "from __future__ import annotations\ndef (",
        ("macros/render/timeline.py:", "SyntaxError"),
    ),
    "the package itself": ("macros/__init__.py", "import sys", "import sys\n)", ("macros/__init__.py:", "SyntaxError")),
    "what the code does": (
        "macros/render/way.py",
        "from __future__ import annotations",
        "from __future__ import annotations\nnothing_of_this_name",
        ("macros/render/way.py:", "NameError"),
    ),
    "the settings": ("mkdocs.yml", "nav:", "nav: [", ("mkdocs.yml:",)),
    "a setting": ("base.yml", "docs_dir: docs", "docs_dir: nowhere", ("docs_dir",)),
    "the hooks": ("base.yml", "hooks:\n- macros/hooks.py", "hooks: []", ("mkdocs.yml", "macros/hooks.py")),
    "a template": ("overrides/main.html", '{% extends "base.html" %}', "{% extends %}", ("overrides/main.html:",)),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_breaks_while_serving_is_a_page_at_every_address_and_the_site_comes_back(served, what):
    file, old, new, said = BROKEN[what]
    served.project.edit(file, old, new)
    try:
        (served.project.root / "mkdocs.yml").touch()  # MkDocs does not watch what the settings are made of
        shown = served.wait(WRITTEN, said[0])
        for words in said:
            assert words in shown
        for path in ("", MADE, "nowhere/at/all/", "points/planks-number"):
            assert said[0] in served.get(path), path
        assert "livereload(" in shown
    finally:
        served.project.edit(file, new, old)
        (served.project.root / "mkdocs.yml").touch()
    assert ">Orrin</a> spoke" in served.wait(WRITTEN, ">Orrin</a> spoke")
    assert "Planks" in served.get(MADE) or "planks" in served.get(MADE)


def test_a_style_sheet_is_served_while_a_page_says_what_is_wrong(served):
    style = "assets/stylesheets/dossier.css"
    good = served.get(style)
    served.project.edit("data/people.yml", "short: Orrin", "shorter: Orrin")
    try:
        served.wait(WRITTEN, "The record has problems")
        assert "<h1>" not in served.get(style)
    finally:
        served.project.edit("data/people.yml", "shorter: Orrin", "short: Orrin")
    served.wait(WRITTEN, ">Orrin</a> spoke")
    assert served.get(style) == good


def test_the_book_is_made_when_somebody_asks_for_it(served):
    with urlopen(f"http://127.0.0.1:{served.port}/dossier.pdf", timeout=PATIENCE) as answer:
        assert answer.read(5) == b"%PDF-"


@pytest.fixture
def front(tmp_path):
    """What stands before a server that serves one page and is never started, and how often the book was made."""
    (tmp_path / "index.html").write_text("<p>home</p>", "utf-8")
    made = []

    def make(site):
        made.append(site)
        (site / "dossier.pdf").write_bytes(b"%PDF-")

    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    front = serving.Front(tmp_path, server, lambda: None, {"dossier.pdf": make})
    front.made = made
    yield front
    server.server_close()


def asked(front, path):
    said = []
    body = b"".join(front.answer({"PATH_INFO": path}, lambda status, headers: said.extend([status, dict(headers)])))
    return said[0], said[1]["Content-Type"], body


def test_the_book_is_made_where_it_is_asked_for_and_once(front):
    assert asked(front, "/")[2].startswith(b"<p>home")
    assert front.made == []
    for _ in range(2):
        assert asked(front, "/dossier.pdf") == ("200 OK", "application/pdf", b"%PDF-")
    assert front.made == [front.site]


def test_a_book_that_was_made_of_a_site_built_over_since_is_made_again(front):
    make = front.on_request["dossier.pdf"]

    def meanwhile(site):
        make(site)
        if len(front.made) == 1:
            front.build()

    front.on_request["dossier.pdf"] = meanwhile
    front.hooked = True
    asked(front, "/dossier.pdf")
    assert len(front.made) == 2


def test_an_edited_record_changes_every_page_that_shows_it_and_no_other(served):
    """What is kept between builds is never shown where what it was made from has changed."""
    before = {path: plain(served.get(path)) for path in (WRITTEN, MADE, "people/orrin/", "places/")}
    served.project.edit("data/people.yml", "short: Orrin", "short: Orrinson")
    try:
        served.wait(WRITTEN, ">Orrinson</a> spoke")
        after = {path: plain(served.get(path)) for path in before}
        for path, text in before.items():
            assert ("Orrin " in text) <= ("Orrinson " in after[path]), path
            assert after[path].replace("Orrinson", "Orrin") == text, path
    finally:
        served.project.edit("data/people.yml", "short: Orrinson", "short: Orrin")
    served.wait(WRITTEN, ">Orrin</a> spoke")
    assert {path: plain(served.get(path)) for path in before} == before


def plain(text):
    """A page without the script that makes it reload, which knows the time."""
    return text.partition("\nvar livereload")[0]


@pytest.mark.parametrize(
    "what", some(["a record", "a macro's call", "the syntax of the code", "what the code does", "a template"], 2)
)
def test_what_is_broken_at_the_start_is_a_page_too(tmp_path, what):
    file, old, new, said = BROKEN[what]
    project = with_own_code(copy_to(tmp_path / "footbridge"))
    project.edit(file, old, new)
    with serve(project) as served:
        shown = served.wait(WRITTEN, said[0])
        for words in said:
            assert words in shown
        assert said[0] in served.get(MADE)
        project.edit(file, new, old)
        served.wait(WRITTEN, ">Orrin</a> spoke")
        assert "planks" in served.get(MADE)
        project.edit("data/people.yml", "short: Orrin", "shorter: Orrin")
        served.wait(MADE, "data/people.yml:")


def test_settings_that_cannot_be_read_at_the_start_end_it_with_what_mkdocs_says(tmp_path):
    project = with_own_code(copy_to(tmp_path / "footbridge"))
    project.edit("mkdocs.yml", "nav:", "nav: [")
    with serve(project) as served:
        assert served.process.wait(timeout=PATIENCE) != 0
    assert "mkdocs.yml" in (tmp_path / "said.txt").read_text("utf-8")
