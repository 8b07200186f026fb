"""`mkdocs serve` that never hangs: whatever went wrong is a page at every address, and the site comes back by itself.

MkDocs' server holds back every answer while the site cannot be built. Here a build always ends: what went wrong is kept
and shown until a later build goes well. The hooks load this module by its path, and it needs nothing of the package:
it has to work where the package cannot be imported.
"""

from __future__ import annotations

import html
import importlib
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer

if TYPE_CHECKING:
    from types import TracebackType

    from mkdocs.config.defaults import MkDocsConfig

SHOWN = "trouble.html"
SETTINGS = "mkdocs.yml"
NO_HOOKS = "the settings name no hooks, without which nothing is checked: add `hooks: [macros/hooks.py]`"
OPTIONS = ("strict", "theme", "use_directory_urls")  # of the command line, which MkDocs gives to every build
log = logging.getLogger("mkdocs.dossier")

PACKAGE = "macros"
CODE = (".py", ".po", ".css", ".js")  # what the package keeps of these between builds, it keeps for good
_code: list[tuple[Path, bytes]] = []

Line = tuple[str, str]  # where, what
Maker = Callable[[Path], None]
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Front:
    """Stands between MkDocs' server and what it builds and serves.

    Takes the project's folder, the server, the function that builds the site, and those that make a file of the built
    site where it is asked for: what takes too long for every build.
    """

    def __init__(
        self, root: Path, server: LiveReloadServer, builder: Callable[[], None], on_request: dict[str, Maker]
    ) -> None:
        self.root, self.site, self.on_request = root, Path(server.root), on_request
        self._making, self._built = threading.Lock(), 0
        self.mount = server.mount_path
        self.hooked = False  # the hooks say so, in every build: without them nothing would be checked
        self._builder, self._answer = builder, server.serve_request
        self._page: str | None = None
        self._heard = _Heard()
        server.builder = self.build
        server.set_app(self.answer)

    def build(self) -> None:
        """Build the site, or keep what went wrong; never raises."""
        self.hooked = False
        self._built += 1
        logger = logging.getLogger("mkdocs")
        self._heard.lines.clear()
        logger.addHandler(self._heard)
        try:
            self._builder()
        except (Exception, SystemExit) as error:  # a plugin that gives up must not take the server along
            if self.hooked or isinstance(error, Abort | ConfigurationError):  # else the settings could be read
                self.failed(error)
            else:
                self._show([(SETTINGS, NO_HOOKS)], "")
        else:
            self._page = None
            if not self.hooked:
                self._show([(SETTINGS, NO_HOOKS)], "")
        finally:
            logger.removeHandler(self._heard)

    def failed(self, error: BaseException) -> None:
        """Show what went wrong, from now on and until a build goes well."""
        lines, details = told(error, self.root, self._heard.lines)
        for where, what in lines:
            log.error("%s: %s" if where else "%s%s", where, what)
        self._show(lines, details)

    def answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The answer to a request: a file of the site, or what went wrong. MkDocs waits until a build has ended."""
        given: list[Any] = []
        body = self._answer(environ, lambda *arguments: given.extend(arguments))
        page = self._page
        name = environ["PATH_INFO"].removeprefix(self.mount)
        if page is None and name in self.on_request and not (self.site / name).is_file():
            _close(body)
            given.clear()
            page = self._make(name)
            body = self._answer(environ, lambda *arguments: given.extend(arguments))
        if page is not None and (_is_page(environ["PATH_INFO"]) or name in self.on_request):
            _close(body)
            given.clear()
            (self.site / SHOWN).write_text(page, "utf-8")  # as a file of the site MkDocs makes it reload by itself
            environ = {**environ, "PATH_INFO": f"{self.mount}{SHOWN}"}
            body = self._answer(environ, lambda *arguments: given.extend(arguments))
        start(*given)
        return body

    def _make(self, name: str) -> str | None:
        """Make a file that is asked for; where that fails, the page that says why."""
        with self._making:
            try:
                while not (self.site / name).is_file():
                    built = self._built
                    self.on_request[name](self.site)
                    if self._built != built:  # from pages that are no longer those of the site
                        (self.site / name).unlink(missing_ok=True)
            except Exception as error:
                return page_of(*told(error, self.root))
        return None

    def _show(self, lines: list[Line], details: str) -> None:
        self.site.mkdir(parents=True, exist_ok=True)
        self._page = page_of(lines, details)


def take_over(
    error: BaseException, config: MkDocsConfig, options: dict[str, Any], opened: Callable[..., Front]
) -> None:
    """Serve what went wrong with the first build, which would end MkDocs' own server, until the reader ends it.

    `options` are those of the command line; `opened` puts the front before a server. Returns when serving is over.
    """
    site_dir, address = config.site_dir, str(config.site_url)
    given = {name: options[name] for name in OPTIONS if options.get(name) is not None}

    def builder() -> None:
        again = load_config(config.config_file_path, site_dir=site_dir, **given)
        again.site_url = address
        build(again, serve_url=address)

    host, port = config.dev_addr
    server = LiveReloadServer(builder, host, port, site_dir, urlsplit(address).path)
    for path in (config.docs_dir, config.config_file_path, *config.watch, *options.get("watch", ())):
        server.watch(path)
    opened(server, builder).failed(error)
    try:
        server.serve(open_in_browser=bool(options.get("open_in_browser")))  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        log.info("Shutting down...")
    finally:
        server.shutdown()


def refresh_package(root: Path) -> None:
    """Have the package imported anew if its code has changed, and at first; put the project on the path."""
    global _code  # noqa: PLW0603 - one process has one package
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    code = [(path, path.read_bytes()) for path in sorted((root / "macros").rglob("*")) if path.suffix in CODE]
    if code == _code and PACKAGE in sys.modules:
        return
    _code = code
    importlib.invalidate_caches()
    for name in [name for name in sys.modules if name == PACKAGE or name.startswith(f"{PACKAGE}.")]:
        del sys.modules[name]


def told(error: BaseException, root: Path, heard: Iterable[str] = ()) -> tuple[list[Line], str]:
    """What an author has to know of an error: file and line with what is wrong there, and for code the way it took.

    `heard` is what MkDocs said of it before it gave up.
    """
    if problems := getattr(error, "problems", None):
        return [
            (f"{p.file}:{p.line}" if p.line else p.file, f"{p.path + ': ' if p.path else ''}{p.words}")
            for p in problems
        ], ""
    for each in _causes(error):
        if (mark := getattr(each, "problem_mark", None)) is not None:
            what = f"{getattr(each, 'context', None) or ''} {getattr(each, 'problem', None) or ''}".strip()
            return [(f"{_within(mark.name, root) or SETTINGS}:{mark.line + 1}", what)], ""
    if isinstance(error, Abort):
        return _of_settings(heard, root) or [("", str(error))], ""
    what = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError):
        return [(_at(error.filename, error.lineno, root), f"{type(error).__name__}: {error.msg}")], ""
    if (line := getattr(error, "lineno", None)) and (file := getattr(error, "filename", None)):
        return [(_at(file, line, root), what)], ""  # a template
    trace = "".join(traceback.format_exception(error))
    return [(_last_of_ours(error.__traceback__, root), what)], trace


def page_of(lines: list[Line], details: str) -> str:
    """The page that says what went wrong; it needs nothing of the site, which may be half built."""
    title = "The record has problems" if not details else "The site could not be built"
    items = "\n".join(
        f"<li>{f'<code>{html.escape(where)}</code> ' if where else ''}{html.escape(what)}</li>" for where, what in lines
    )
    code = f"<details><summary>The way it took</summary><pre>{html.escape(details)}</pre></details>" if details else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
li {{ margin-block: .5rem; overflow-wrap: anywhere; }}
pre {{ overflow-x: auto; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>Mend and save: this page then shows the site again. Nothing was built over the last site.</p>
<ul>
{items}
</ul>
{code}
</body>
</html>
"""


class _Heard(logging.Handler):
    """Keeps what MkDocs says is wrong: with its settings it says so here, and raises no more than their number."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _of_settings(heard: Iterable[str], root: Path) -> list[Line]:
    """What MkDocs said of its settings, each with the line it is about."""
    found = []
    for what in heard:
        key = re.search(r"Config value '([\w.-]+)'", what)
        found.append((_line_of(key[1].partition(".")[0], root) if key else "", what))
    return found


def _line_of(key: str, root: Path) -> str:
    try:
        lines = (root / SETTINGS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return SETTINGS
    at = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)
    return f"{SETTINGS}:{at}" if at else SETTINGS


def _causes(error: BaseException | None) -> Iterable[BaseException]:
    """An error, and those it came of."""
    seen = []
    while error is not None and error not in seen:
        seen.append(error)
        error = error.__cause__ or error.__context__
    return seen


def _last_of_ours(trace: TracebackType | None, root: Path) -> str:
    """The last place in the project that an error came through: its code, its templates."""
    places = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace)]
    ours = [f"{file}:{line}" for name, line in places if (file := _within(name, root))]
    return ours[-1] if ours else ""


def _at(file: str | None, line: int | None, root: Path) -> str:
    return f"{(_within(file, root) or file) if file else ''}:{line or 1}"


def _within(file: str, root: Path) -> str:
    """A file's path within the project; nothing where it lies outside, as a library does."""
    path = Path(file)
    if not path.is_relative_to(root) or any(part.startswith(".") for part in path.relative_to(root).parts):
        return ""
    return path.relative_to(root).as_posix()


def _is_page(address: str) -> bool:
    """Whether a reader who goes to an address expects a page: not for a style sheet or a picture."""
    last = address.rpartition("/")[2]
    return not address.startswith("/livereload/") and ("." not in last or last.endswith((".html", ".htm")))


def _close(body: Iterable[bytes]) -> None:
    close = getattr(body, "close", None)
    if close is not None:
        close()
