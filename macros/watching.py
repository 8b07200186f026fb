"""Checks again whenever a file of the record or a page changes, until one has seen enough (Ctrl-C)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchdog.events import FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("data", "docs")
# An editor writes a file in several steps: this long in seconds after the first, all are through.
SETTLED = 0.2


def watch(root: Path, check: Callable[[], object]) -> None:
    """Call `check`, and again after every change below `root`; returns on Ctrl-C."""
    logging.getLogger("watchdog").addHandler(logging.NullHandler())  # it tells of what it hears after it is stopped
    changed = _Changed()
    observer = Observer()
    for folder in FOLDERS:
        if (root / folder).is_dir():
            observer.schedule(changed, str(root / folder), recursive=True)
    observer.schedule(changed, str(root), recursive=False)
    observer.start()
    try:
        while True:
            check()
            print("Watching for changes; Ctrl-C ends it.", flush=True)
            changed.seen.wait()
            changed.seen.clear()
            changed.seen.wait(SETTLED)
            changed.seen.clear()
    except KeyboardInterrupt:
        print()
    finally:
        observer.stop()
        observer.join()


class _Changed(FileSystemEventHandler):
    """Notes that something was changed; to be read is no change."""

    def __init__(self) -> None:
        self.seen = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note it."""
        is_read = isinstance(event, FileOpenedEvent) or event.event_type == "closed_no_write"
        if not is_read and not (event.is_directory and event.event_type == "modified"):
            self.seen.set()
