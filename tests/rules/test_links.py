"""Whether pages still answer: what a host does not tell is not known, and never taken for gone."""

from __future__ import annotations

import http.server
import threading
import time

import pytest

from macros.__main__ import main
from macros.rules import links
from macros.web import ask

SAYS = {"/here": 200, "/gone": 404, "/removed": 410, "/shut": 403, "/broken": 500, "/moved": 301, "/same": 301}


class Host(http.server.BaseHTTPRequestHandler):
    """A host with a page of each kind; it notes how many it is asked for at a time."""

    asked, now, most = [], 0, 0

    def do_GET(self):
        if self.path == "/slow":
            time.sleep(1.5)
        Host.asked.append(self.path)
        Host.now += 1
        Host.most = max(Host.most, Host.now)
        time.sleep(0.02)
        Host.now -= 1
        status = SAYS.get(self.path.rstrip("/") if self.path != "/same/" else "/here", 200)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/same/" if self.path == "/same" else "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def host():
    Host.asked, Host.most = [], 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "result"),
    [
        ("/here", "answers"),
        ("/same", "answers"),
        ("/moved", "moved"),
        ("/gone", "gone"),
        ("/removed", "gone"),
        ("/shut", "not known"),
        ("/broken", "not known"),
    ],
)
def test_what_a_host_says_is_told(host, path, result):
    (asked,) = links.ask_all({"source": host + path})
    assert asked.result == result
    assert bool(asked.why) == (result != "answers")


def test_a_host_that_does_not_answer_is_not_known(host):
    with http.server.HTTPServer(("127.0.0.1", 0), Host) as silent:
        nobody = f"http://127.0.0.1:{silent.server_port}"
    (asked,) = links.ask_all({"source": nobody})
    assert asked.result == "not known"
    (asked,) = links.ask_all({"source": f"{host}/slow"}, lambda address: ask(address, patience=0.2))
    assert (asked.result, "timed out" in asked.why) == ("not known", True)


def test_a_host_is_asked_for_one_page_at_a_time_and_all_come_back_in_order(host):
    pages = {f"source-{number}": f"{host}/{number}" for number in range(8)}
    assert [each.source for each in links.ask_all(pages)] == list(pages)
    assert Host.most == 1
    assert len(Host.asked) == 8


def test_the_command_tells_what_is_gone_and_counts(project, host, capsys):
    for id_, path in (("gazette-article", "/gone"), ("ombra-herald-planks", "/here")):
        project.set(id_, "url", host + path)
    root = ["--root", str(project.root), "links"]
    assert main([*root, "ombra-herald-planks"]) == 0
    assert main([*root, "gazette-article", "ombra-herald-planks"]) == 1
    said = capsys.readouterr().out
    assert f"gone       gazette-article: {host}/gone: the host answers with 404" in said
    assert "Asked: 2. 1 answers, 0 moved, 1 gone, 0 not known." in said
    assert main([*root, "gazete-article"]) == 2
    assert "did you mean" in capsys.readouterr().err
