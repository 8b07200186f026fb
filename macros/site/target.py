"""Where what we make may go: never over what is not ours. A site is built beside its folder and put in place whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

MARK = ".dossier-build"
HEAD = "A build of the dossier's site. The next build replaces what is named here, and nothing else:\n"
# Of what the site is made; a site that lay in there would be read by the next build, or overwrite its source.
SOURCES = (
    ".git",
    ".venv",
    "assets",
    "benchmarks",
    "data",
    "docs",
    "hosting",
    "macros",
    "overrides",
    "scripts",
    "tests",
)
NEW, OLD = ".dossier-new", ".dossier-old"


class Refused(Exception):
    """The place is not ours to write over; the message says why, in one sentence."""


class Target:
    """Where one build goes: `fresh` is a new folder to build in, which `put` brings to `out` or `discard` drops.

    Raises Refused where `out` is not ours. Leftovers of builds that were killed are cleared.
    """

    def __init__(self, out: Path, root: Path) -> None:
        self.root, self.out = root.resolve(), out.resolve()
        refuse(self.out, self.root)
        self.out.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{self.out.name}-"
        clear_leftovers(self.out, prefix)
        try:
            self.fresh = Path(tempfile.mkdtemp(prefix=prefix, dir=self.out.parent))
        except OSError:  # only the folder itself is ours to write in, as a mount point's often is
            self.fresh = Path(tempfile.mkdtemp(prefix=prefix))
        self._mark = (self.fresh / MARK).open("w", encoding="utf-8")
        fcntl.flock(self._mark, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go when this process ends, however it ends

    def put(self) -> None:
        """Replace the last build by the fresh one. What others keep in the folder stays: `.git`, `CNAME` and such.

        The whole folder is exchanged in one step where that is possible, else what is in it, piece by piece. Where
        that fails, the last build comes back.
        """
        refuse(self.out, self.root)
        self._mark.write(HEAD + "".join(f"{path.name}\n" for path in sorted(self.fresh.iterdir()) if path.name != MARK))
        self._mark.flush()
        _open_to_all(self.fresh)
        try:
            if _others(self.out):
                _exchange_pieces(self.fresh, self.out)
            else:
                _exchange(self.fresh, self.out)
        finally:
            self.discard()

    def discard(self) -> None:
        """Leave no trace of a build that came to nothing."""
        shutil.rmtree(self.fresh, ignore_errors=True)
        self._mark.close()


def refuse(out: Path, root: Path) -> None:
    """Raise Refused unless nothing is at `out`, or an earlier build of ours. Both paths are resolved."""
    if root.is_relative_to(out):
        raise Refused(f"{out} holds the project itself: name a folder for the built site alone.")
    if _is_source(out, root):
        raise Refused(f"{out} is of what the site is made: name a folder for the built site alone.")
    if out.exists() and not out.is_dir():
        raise Refused(f"{out} is a file: name a folder for the built site.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise Refused(
            f"{out} holds what no build of ours put there (it has no {MARK}): name a new folder, or empty this one."
        )


def refuse_unbuilt(site: Path, root: Path) -> None:
    """Raise Refused unless an earlier build of ours is at `site`, to be worked on. Both paths are resolved."""
    refuse(site, root)
    if not (site / MARK).is_file():
        raise Refused(f"{site} holds no built site: run `make site`, or name a folder that holds one.")


def refuse_file(out: Path, root: Path, begins: bytes) -> None:
    """Raise Refused unless a file of ours, which `begins` so, may be written at `out`. Both paths are resolved."""
    if _is_source(out, root):
        raise Refused(f"{out} would lie in what the site is made of: name a file elsewhere.")
    if out.is_dir():
        raise Refused(f"{out} is a folder: name a file.")
    if out.exists() and not (out.is_file() and _begins(out, begins)):
        raise Refused(f"{out} holds something that we did not make: move it away, or name a new file.")
    above = next(parent for parent in out.parents if parent.exists())
    if not above.is_dir():
        raise Refused(f"{above} is a file, and can hold no other: name a file elsewhere.")


def _is_source(out: Path, root: Path) -> bool:
    """Whether a path is, or lies in, what a site is made of."""
    return any(out.is_relative_to((root / name).resolve()) for name in SOURCES)


def _begins(path: Path, begins: bytes) -> bool:
    """Whether a file begins so; an empty one is nobody's."""
    with path.open("rb") as file:
        return file.read(len(begins)) in (b"", begins)


def clear_leftovers(out: Path, prefix: str) -> None:
    """Remove what killed builds left beside `out`; a build that is under way holds a lock on its mark."""
    for mark in sorted(out.parent.glob(f"{prefix}*/{MARK}")):
        try:
            with mark.open(encoding="utf-8") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if mark.parent.name.endswith(OLD) and not out.exists():
                    mark.parent.rename(out)  # killed between its two steps: this is the last good site
                else:
                    shutil.rmtree(mark.parent, ignore_errors=True)
        except OSError:
            continue


def _ours(out: Path) -> set[str]:
    """The names of what the last build put directly into a folder."""
    mark = out / MARK
    return {MARK, *mark.read_text("utf-8").splitlines()[1:]} if mark.is_file() else set()


def _others(out: Path) -> set[str]:
    """The names of what somebody else keeps in a folder of ours."""
    return {path.name for path in out.iterdir()} - _ours(out) - {NEW, OLD} if out.is_dir() else set()


def _exchange(fresh: Path, out: Path) -> None:
    """Put `fresh` where `out` is. A mount point, or a folder on another file system, cannot be exchanged whole."""
    old = fresh.with_name(fresh.name + OLD)
    try:
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
    except OSError:
        _exchange_pieces(fresh, out)
    shutil.rmtree(old, ignore_errors=True)


def _exchange_pieces(fresh: Path, out: Path) -> None:
    """Put what is in `fresh` into `out`, in place of what the last build put there.

    All is copied into the folder first, so that lack of room is met before anything is touched.
    """
    new, old = out / NEW, out / OLD
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        shutil.copytree(fresh, new, symlinks=True)
        old.mkdir()
        coming = {path.name for path in new.iterdir()} - {MARK}
        taken, put = [], []
        try:
            for name in sorted(_ours(out) - {MARK} | coming):
                if os.path.lexists(out / name):
                    shutil.move(out / name, old / name)
                    taken.append(name)
            for name in sorted(coming):
                put.append(name)
                shutil.move(new / name, out / name)
            shutil.move(new / MARK, out / MARK)
        except BaseException:
            for name in put:
                _remove(out / name)
            for name in taken:
                shutil.move(old / name, out / name)
            raise
    finally:
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)


def _open_to_all(site: Path) -> None:
    """Let any user read a built site, as a web server has to, whatever the umask of who builds it."""
    for path in (site, *site.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
