"""What is being done, for who waits at a terminal: said after two seconds, and taken back once it is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import TextIO

PATIENCE = 2.0  # seconds


@contextmanager
def shown(what: str, stream: TextIO | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Say on a terminal what the block does and for how many seconds, if that is long. In a pipe say nothing."""
    terminal = stream or sys.stderr
    if terminal is None or not terminal.isatty():
        yield
        return
    done, said, started = Event(), Event(), monotonic()

    def tell() -> None:
        while not done.wait(1 if said.is_set() else patience):
            said.set()
            print(f"\r{what}: {monotonic() - started:.0f} s", end="", file=terminal, flush=True)

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
        if said.is_set():
            print("\r\x1b[K", end="", file=terminal, flush=True)


class Count:
    """Says now and then how many of something are done, where that is long and somebody waits at a terminal."""

    def __init__(self, what: str, total: int, stream: TextIO | None = None, patience: float = PATIENCE) -> None:
        self.what, self.total, self.done = what, total, 0
        terminal = stream or sys.stderr
        self._terminal = terminal if terminal is not None and terminal.isatty() else None
        self._next, self._said = monotonic() + patience, False

    def tick(self) -> None:
        """One more is done; what was said is taken back after the last."""
        self.done += 1
        if self._terminal is None:
            return
        if self.done >= self.total and self._said:
            print("\r\x1b[K", end="", file=self._terminal, flush=True)
        elif monotonic() >= self._next and self.done < self.total:
            self._next, self._said = monotonic() + 1, True
            print(f"\r{self.what}: {self.done} of {self.total}", end="", file=self._terminal, flush=True)
