"""MkDocs events, handed on to the functions that do the work. The one module that knows MkDocs' events."""

from __future__ import annotations

import html
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.dossier")
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether we serve: then a bad record is shown as a page instead of ending the server."""
    global _serving
    _serving = command == "serve"


@event_priority(100)  # before the macros plugin imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the record before anything is written: a bad one leaves the last good site in place."""
    root = Path(config.config_file_path).parent
    _forget_package(root)
    from macros import session
    from macros.pages import front
    from macros.record.problems import number_of

    build = session.start(root)
    if build.dossier is None:
        for problem in build.problems:
            log.error(str(problem))
        if not _serving:
            raise Abort(f"{number_of(build.problems)} in the record; nothing was built, the last site is untouched")
        return config
    about = build.dossier.about
    config.site_name = front.for_theme(about.title)
    config.site_description = front.for_theme(front.description(build.dossier))
    if about.site_url and not _serving:
        config.site_url = about.site_url
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from the record: pages, colours of the parties, cards."""
    from macros import pages, session
    from macros.pages import assets

    build = session.current()
    if build.dossier is not None:
        for path, content in pages.pages(build.dossier).items():
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for path, content in assets.assets(build.dossier).items():
            files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead from each made page to the next of its kind: they are too many for the navigation."""
    from macros import pages, session

    def page_at(path: str | None) -> Page | None:
        file = files.get_file_from_path(path) if path else None
        return file.page if file else None

    build = session.current()
    if build.dossier is not None:
        for path, (before, after) in pages.neighbours(build.dossier).items():
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
    """Finish what Markdown made: marks keep to the word before them, permalinks of headings have a name."""
    from macros.render import mark

    return mark.bound(content).replace('title="Link to this section"', 'aria-label="Link to this section"')


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """All pages are rendered, none is written: put in the lists of pages that name each record."""
    from macros import session
    from macros.render import used_on

    build = session.current()
    for file in files.documentation_pages():
        page = file.page
        if build.dossier is not None and page is not None and page.content:
            context = build.context(page.url, html.unescape(str(page.title)))
            page.content = used_on.fill(context, page.content)
            page.meta["search"] = {"exclude": True}  # from the theme's index: built/search.py writes ours
    return env


@event_priority(-50)  # after all that writes pages
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index, while serving too."""
    from macros import session
    from macros.site import search

    if (dossier := session.current().dossier) is not None:
        search.write(Path(config.site_dir), dossier)


def _forget_package(root: Path) -> None:
    """Drop the package's modules, so that a change in its code shows while serving; put the project on the path."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
