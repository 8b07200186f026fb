"""The list of a site's files, and a copy or a served site held against it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import subprocess
import threading
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.site import manifest
from macros.site.target import MARK

FILES = {
    "index.html": b"<p>home",
    "points/x/index.html": b"<p>x",
    "404.html": b"<p>lost",
    "a b.css": b"p{}",
    "CNAME": b"x",
}


@pytest.fixture
def built(tmp_path):
    site = tmp_path / "site"
    for name, content in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    (site / MARK).write_text("mark", "utf-8")
    manifest.write(site)
    return site


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A host that serves the page for lost addresses as such, keeps its settings, and fails where it is told to."""

    failing = ()

    def do_GET(self):
        if self.path in self.failing:
            self.send_error(503)
        elif self.path == "/404.html":
            body = (Path(self.directory) / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self.path == "/CNAME":
            self.send_error(404)
        else:
            super().do_GET()

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def host(folder, handler=Quiet):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_the_list_is_the_same_for_the_same_files_and_leaves_itself_out(built):
    first = (built / manifest.NAME).read_bytes()
    assert manifest.write(built).read_bytes() == first
    assert list(manifest.read(first.decode())) == sorted(FILES)


def test_anybody_can_hold_a_copy_against_the_list_without_us(built):
    assert subprocess.run(["sha256sum", "--check", "--strict", manifest.NAME], cwd=built, check=False).returncode == 0


def test_a_copy_as_it_was_built_is_as_listed(built, capsys):
    assert main(["verify-site", str(built)]) == 0
    assert "As listed: 5. Not as listed: 0 altered, 0 missing, 0 additional. Not known: 0." in capsys.readouterr().out


def test_a_copy_that_was_changed_is_told_file_by_file(built, capsys):
    (built / "index.html").write_bytes(b"<p>hame")
    (built / "points/x/index.html").unlink()
    (built / "more.html").write_bytes(b"")
    assert main(["verify-site", str(built)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == ["altered    index.html", "missing    points/x/index.html", "additional more.html"]


def test_a_served_site_is_as_listed_where_the_host_keeps_its_settings_to_itself(built, capsys):
    with host(built) as address:
        assert main(["verify-site", address]) == 0
    said = capsys.readouterr().out
    assert "not known  CNAME: a setting of the host" in said
    assert "As listed: 4. Not as listed: 0 altered, 0 missing, 0 additional. Not known: 1." in said


def test_a_served_site_that_was_changed_is_told_file_by_file(built, tmp_path, capsys):
    ours = tmp_path / "list"
    ours.write_bytes((built / manifest.NAME).read_bytes())
    (built / "index.html").write_bytes(b"<p>hame")
    (built / "a b.css").unlink()
    manifest.write(built)  # who changes a site can change its list
    with host(built) as address:
        assert main(["verify-site", address, "--manifest", str(ours)]) == 1
        said = capsys.readouterr().out.splitlines()
        assert said[:2] == ["altered    index.html", "missing    a b.css"]
        assert main(["verify-site", f"{address}/"]) == 0  # its own list hides it, and that is said
    assert "The list is the site's own: that shows damage." in capsys.readouterr().out


def test_what_a_host_does_not_give_now_is_neither_altered_nor_missing(built, capsys, monkeypatch):
    monkeypatch.setattr(Quiet, "failing", ("/index.html",))
    with host(built) as address:
        assert main(["verify-site", address]) == 3
    assert "not known  index.html: the host answers with 503" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "<html>", f"{'a' * 64}  ../out\n", f"{'a' * 64}  /out\n"])
def test_what_is_no_list_is_refused(built, content, capsys):
    (built / manifest.NAME).write_text(content, "utf-8")
    assert main(["verify-site", str(built)]) == 2
    assert "There is nothing to hold" in capsys.readouterr().err


def test_a_host_that_does_not_answer_is_told_as_such(built, capsys):
    with host(built) as address:
        pass
    assert main(["verify-site", address]) == 2
    assert main(["verify-site", address, "--manifest", str(built / manifest.NAME)]) == 3
    assert "Not known: 5." in capsys.readouterr().out


def test_the_site_we_build_is_as_its_list_says(site):
    held = manifest.of_folder(site.folder, manifest.read((site.folder / manifest.NAME).read_text("utf-8")))
    assert {"index.html", "dossier.pdf", "dossier-offline.zip", "exports/record.json"} <= set(held.same)
    assert held.wrong == 0
