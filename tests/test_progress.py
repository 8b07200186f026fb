"""Who waits at a terminal is told what takes long; a pipe is told nothing."""

from __future__ import annotations

import io
import time

import pytest

from macros.progress import Count, shown


class Terminal(io.StringIO):
    def isatty(self):
        return True


def said(stream, seconds):
    with shown("Making the PDFs", stream, patience=0.05):
        time.sleep(seconds)
    return stream.getvalue()


def test_what_takes_long_is_said_and_taken_back():
    assert said(Terminal(), 0.3) == "\rMaking the PDFs: 0 s\r\x1b[K"


def test_what_is_quick_is_not_said():
    assert said(Terminal(), 0) == ""


def test_a_pipe_is_told_nothing():
    assert said(io.StringIO(), 0.3) == ""


def test_the_terminal_is_cleared_where_it_fails():
    terminal = Terminal()

    def fails():
        time.sleep(0.3)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"), shown("x", terminal, patience=0.05):
        fails()
    assert terminal.getvalue().endswith("\x1b[K")


def test_how_many_are_done_is_said_now_and_then_and_taken_back():
    terminal = Terminal()
    count = Count("Reading pages", 300, terminal, patience=0)
    for _ in range(300):
        count.tick()
    assert terminal.getvalue() == "\rReading pages: 1 of 300\r\x1b[K"


@pytest.mark.parametrize(("stream", "patience"), [(Terminal(), 60), (io.StringIO(), 0)], ids=["quick", "pipe"])
def test_a_quick_count_and_a_pipe_are_told_nothing(stream, patience):
    count = Count("Reading pages", 2, stream, patience)
    count.tick()
    count.tick()
    assert stream.getvalue() == ""
