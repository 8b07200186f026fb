"""MkDocs events, handed on to the functions that do the work. The one module that knows MkDocs' events."""

from __future__ import annotations

import html
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from macros.steps import Prepared

DRAFT = "DOSSIER_DRAFT"
log = logging.getLogger("mkdocs.dossier")
_command = ""
_prepared: Prepared | None = None
_warnings = CountHandler()
_warnings.setLevel(logging.WARNING)


def on_startup(command: str, dirty: bool) -> None:
    """Note which command runs. While serving, what is wrong shows as a page and nothing is put anywhere."""
    global _command
    context = click.get_current_context(silent=True)
    _command = (context and context.info_name) or command  # MkDocs calls `serve --clean` a build


@event_priority(100)  # before the macros plugin imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the record before anything is written; build beside the last site, which stays until the end."""
    global _prepared
    _prepared = None
    root = Path(config.config_file_path).parent
    _forget_package(root)
    from macros import session, steps
    from macros.record.problems import number_of

    build = session.start(root)
    if build.dossier is None:
        for problem in build.problems:
            log.error(str(problem))
        if not _serving():
            raise Abort(f"{number_of(build.problems)} in the record; nothing was built, the last site is untouched")
        return config
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
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for path, content in _prepared.assets.items():
            files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead from each made page to the next of its kind: they are too many for the navigation."""

    def page_at(path: str | None) -> Page | None:
        file = files.get_file_from_path(path) if path else None
        return file.page if file else None

    for path, (before, after) in _prepared.neighbours.items() if _prepared else ():
        if (page := page_at(path)) is not None:
            page.previous_page, page.next_page = page_at(before), page_at(after)
    return nav


@event_priority(100)  # before the macros plugin renders
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """While serving a bad record, every page says what is wrong with it."""
    from macros import session
    from macros.pages.problem import problem_page

    problems = session.current().problems
    return problem_page(problems) if problems else markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Finish what Markdown made: the way back, marks that keep to their words, cells that know their columns."""
    from macros import session
    from macros.render import mark, parts, stacked
    from macros.render.html import escape

    build = session.current()
    if page.parent is not None and build.dossier is not None:  # made pages bring their own
        way = parts.way_back(build.context(page.url, ""), escape(page.parent.title))
        content = f"{way}{content}"
    return parts.named_permalinks(stacked.labelled(mark.bound(content)))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """All pages are rendered, none is written: put in the lists of pages that name each record."""
    from macros import session
    from macros.locale import text
    from macros.render import account, used_on
    from macros.site import search

    env.globals["script_words"] = {**search.on_pages(), **account.on_pages()}
    env.globals["said"] = text
    build = session.current()
    for file in files.documentation_pages():
        page = file.page
        if build.dossier is not None and page is not None and page.content:
            context = build.context(page.url, html.unescape(str(page.title)))
            page.content = used_on.fill(context, page.content)
            page.meta["search"] = {"exclude": True}  # from the theme's index: site/search.py writes ours
    return env


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


def on_shutdown() -> None:
    """However it ended, leave nothing half-built behind."""
    from macros import session

    logging.getLogger("mkdocs").removeHandler(_warnings)
    session.end()


def _speak(config: MkDocsConfig, prepared: Prepared) -> None:
    """Have the theme and Markdown speak the dossier's language; English of the theme's where it does not know it."""
    spoken = any(Path(folder, f"partials/languages/{prepared.language}.html").is_file() for folder in config.theme.dirs)
    config.theme["language"] = prepared.language if spoken else "en"
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = prepared.to_section


def _serving() -> bool:
    return _command == "serve"


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


def _forget_package(root: Path) -> None:
    """Drop the package's modules, so that a change in its code shows while serving; put the project on the path."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
