"""MkDocs events, handed on to the functions that do the work. With `serving`, all that knows MkDocs."""

from __future__ import annotations

import html
import importlib.util
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import jinja2
from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from macros.record.problems import Problem
    from macros.steps import Prepared

DRAFT = "DOSSIER_DRAFT"
log = logging.getLogger("mkdocs.dossier")
_command = ""
_options: dict[str, Any] = {}
_config: MkDocsConfig | None = None
_front: Any = None
_prepared: Prepared | None = None
_count: Any = None
_failed: list[Problem] = []
_taken: set[str] = set()  # the pages whose content is that of an earlier build
_warnings = CountHandler()
_warnings.setLevel(logging.WARNING)


class Unfit(Abort):
    """Nothing can be built of this; `problems` says all that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        from macros.record.problems import number_of

        self.problems = problems
        if not _serving():
            for problem in problems:
                log.error(str(problem))
        super().__init__(f"{number_of(problems)} in the record; nothing was built, the last site is untouched")


class MadePage(Page):
    """A page that is made from the record; where its content is kept, Markdown is not even set up for it."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless that was done in an earlier build."""
        if self.url in _taken:
            self.content = ""
        else:
            super().render(config, files)


def _beside(name: str) -> ModuleType:
    """A module that lies beside this one, loaded where the package itself may not be importable."""
    spec = importlib.util.spec_from_file_location(f"dossier_{name}", Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


serving = _beside("serving")


def on_startup(command: str, dirty: bool) -> None:
    """Note which command runs. While serving, what is wrong shows as a page and nothing is put anywhere."""
    global _command, _options
    context = click.get_current_context(silent=True)
    _command = (context and context.info_name) or command  # MkDocs calls `serve --clean` a build
    _options = dict(context.params) if context else {}


@event_priority(100)  # before the macros plugin imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the record before anything is written; build beside the last site, which stays until the end."""
    global _prepared, _config
    _prepared, _config = None, config
    if _front is not None:
        _front.hooked = True
    _failed.clear()
    _taken.clear()
    root = Path(config.config_file_path).parent
    serving.refresh_package(root)
    from macros import kept, progress, session, steps

    build = session.start(root)
    if build.dossier is None:
        raise Unfit(build.problems)
    with progress.shown("Making the pages of the record"):
        if _serving():
            build.dossier, _prepared = kept.prepare(build.dossier)
        else:
            _prepared = steps.prepare(build.dossier)
    config.site_name, config.site_description = _prepared.name, _prepared.description
    _speak(config, _prepared)
    if not _serving():
        config.site_url = _prepared.address or config.site_url
        _begin(config, root)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from the record: pages, colours of the parties, cards."""
    if _prepared is not None:
        for path, content in _prepared.pages.items():
            file = File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
            MadePage(None, file, config)
        for path, content in _prepared.assets.items():
            files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead from each made page to the next of its kind: they are too many for the navigation."""
    global _count
    from macros import kept, progress

    _count = progress.Count("Reading pages", len(files.documentation_pages()))

    def page_at(path: str | None) -> Page | None:
        file = files.get_file_from_path(path) if path else None
        return file.page if file else None

    for path, (before, after) in _prepared.neighbours.items() if _prepared else ():
        if (page := page_at(path)) is not None:
            page.previous_page, page.next_page = page_at(before), page_at(after)
    if _serving():
        spoken = _prepared and (_prepared.language, _prepared.to_section)
        shared = (config.site_name, config.site_description, config.site_url, spoken)
        kept.begin(Path(config.config_file_path).parent, *shared, sorted(file.src_uri for file in files))
    return nav


@event_priority(100)  # before the macros plugin renders
def _take_kept(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """While serving, a page that is made from the same as before is not rendered again."""
    from macros import kept

    _count.tick()
    if _serving() and kept.has(page, markdown):
        _taken.add(page.url)
        return ""
    return markdown


@event_priority(-100)  # after it
def _note_failure(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Where a macro failed, the plugin gives a page that says so: what went wrong, and in which line."""
    from macros import kept, session
    from macros.pages import failure

    if _serving() and page.url not in _taken and kept.has_rendered(page, markdown, session.current().uses):
        _taken.add(page.url)
        return ""
    if (problem := failure.problem(f"docs/{page.file.src_uri}", page.file.content_string, markdown)) is not None:
        _failed.append(problem)
    return markdown


on_page_markdown = CombinedEvent(_take_kept, _note_failure)


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Finish what Markdown made: the way back, marks that keep to their words, cells that know their columns."""
    from macros import kept, session
    from macros.render import mark, parts, stacked
    from macros.render.html import escape

    build = session.current()
    if page.url in _taken:
        return kept.content(page, files, build.uses)
    if page.parent is not None:  # made pages bring their own
        way = parts.way_back(build.context(page.url, ""), escape(page.parent.title))
        content = f"{way}{content}"
    content = parts.named_permalinks(stacked.labelled(mark.bound(content)))
    if _serving() and not _failed:
        kept.keep(page, content, build.uses)
    return content


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """All pages are rendered, none is written: put in the lists of pages that name each record."""
    global _count
    from macros import kept, progress, session
    from macros.locale import text
    from macros.render import account, used_on
    from macros.site import search

    if _failed:
        raise Unfit(_failed)
    env.globals["script_words"] = {**search.on_pages(), **account.on_pages()}
    env.globals["said"] = text
    build = session.current()
    _count = progress.Count("Writing pages", _count.total)
    made = _prepared.pages if _prepared else {}
    for file in files.documentation_pages():
        page = file.page
        if page is not None and file.src_uri in made:
            page.title = Markup(page.title)  # noqa: S704 (escaped by `front`; the theme would do so again in some places)
        if page is not None and page.content:
            context = build.context(page.url, html.unescape(str(page.title)))
            page.content = used_on.fill(context, page.content)
            page.meta["search"] = {"exclude": True}  # from the theme's index: site/search.py writes ours
    if _serving():
        env.bytecode_cache = kept.Templates()
        env.loader = jinja2.ChoiceLoader([jinja2.DictLoader({kept.EMPTY: ""}), *([env.loader] if env.loader else ())])
        _skip_finished(files)
    return env


def _skip_finished(files: Files) -> None:
    """Have nothing rendered for the pages that are kept whole."""
    from macros import kept

    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    made = _prepared.pages if _prepared else {}
    navigation = [(page.url, str(page.title)) for page in pages if page.file.src_uri not in made]
    for page in pages:
        if kept.is_finished(page, navigation):
            page.meta["template"] = kept.EMPTY


@event_priority(-100)  # after all that change a page
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the finished page, or take the one that is kept."""
    from macros import kept

    _count.tick()
    return kept.output(page, output) if _serving() else output


@event_priority(-100)  # after all that writes pages
def on_post_build(config: MkDocsConfig) -> None:
    """Finish what was built, and put it in place of the last site if nothing was wrong."""
    from macros import session, steps
    from macros.site.target import Refused

    build = session.current()
    if build.dossier is None:
        return
    site = Path(config.site_dir)
    steps.index(site, build.dossier)
    if build.target is None:
        return
    if _warnings.get_counts():
        raise Abort("Nothing was put in place: mend what the warnings above name.")
    try:
        if not os.environ.get(DRAFT):
            steps.finish(site, build.dossier)
        build.target.put()
    except (steps.StepFailed, Refused) as error:
        raise Abort(str(error)) from error
    config.site_dir = str(build.target.out)  # what `gh-deploy` pushes


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Stand before the server, so that it answers whatever goes wrong later."""
    _open_front(server, builder)
    return server


def on_build_error(error: Exception) -> None:
    """Serve what went wrong with the first build, with which MkDocs would end."""
    if _serving() and _front is None and _config is not None and _options.get("livereload", True):
        serving.take_over(error, _config, _options, _open_front)
        sys.exit(0)


def on_shutdown() -> None:
    """However it ended, leave nothing half-built behind."""
    logging.getLogger("mkdocs").removeHandler(_warnings)
    if (session := sys.modules.get("macros.session")) is not None:
        session.end()


def _speak(config: MkDocsConfig, prepared: Prepared) -> None:
    """Have the theme and Markdown speak the dossier's language; English of the theme's where it does not know it."""
    spoken = any(Path(folder, f"partials/languages/{prepared.language}.html").is_file() for folder in config.theme.dirs)
    config.theme["language"] = prepared.language if spoken else "en"
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = prepared.to_section


def _serving() -> bool:
    return _command == "serve"


def _open_front(server: LiveReloadServer, builder: Any) -> Any:
    global _front
    if _front is None and _config is not None:
        _front = serving.Front(Path(_config.config_file_path).parent, server, builder, {"dossier.pdf": _set_book})
    return _front


def _set_book(site: Path) -> None:
    from macros import session, steps

    if (dossier := session.current().dossier) is not None:
        steps.set_book(site, dossier)


def _begin(config: MkDocsConfig, root: Path) -> None:
    """Have MkDocs build into a fresh folder, and count its warnings: a dead link or a failing macro is one."""
    from macros import session
    from macros.site.target import Refused, Target

    if _command == "gh-deploy" and os.environ.get(DRAFT):
        raise Abort(f"A draft is not published: take {DRAFT} out of the environment.")
    try:
        session.current().target = target = Target(Path(config.site_dir), root)
    except Refused as error:
        raise Abort(str(error)) from error
    config.site_dir = str(target.fresh)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(min(logger.level, logging.WARNING))  # `--quiet` would hide from us what is wrong
    logger.addHandler(_warnings)
