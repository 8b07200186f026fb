"""`check --watch` checks again after every change, and ends cleanly."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from .conftest import REAL, Project, environment

PATIENCE = 60


def test_a_change_is_checked_and_an_interrupt_ends_it(project: Project) -> None:
    command = [sys.executable, "-m", "macros", "--root", str(project.root), "check", "--no-base", "--watch"]
    running = subprocess.Popen(
        command,
        cwd=REAL,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whoever started the tests in the background had interrupts ignored, here too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 (one thread)
    )
    lines: queue.Queue[str] = queue.Queue()
    assert running.stdout is not None
    stdout = running.stdout
    threading.Thread(target=lambda: [lines.put(line) for line in stdout], daemon=True).start()

    def until(wanted: Callable[[str], bool]) -> str:
        while not wanted(line := lines.get(timeout=PATIENCE)):
            pass
        return line

    try:
        until(lambda line: line.startswith("The record holds"))
        until(lambda line: line.startswith("Watching"))
        project.page("page.md", "# A\n\n7 planks\n")
        assert "docs/page.md:3" in until(lambda line: "typed figure" in line)
        until(lambda line: line.startswith("Watching"))
        project.page("page.md", "# A\n\nPlanks\n")
        until(lambda line: line.startswith("The record holds"))
        until(lambda line: line.startswith("Watching"))
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(PATIENCE) == 0
        assert running.stderr is not None
        assert running.stderr.read() == ""
    finally:
        running.kill()
        running.wait()
