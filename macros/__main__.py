"""The command line: `python -m macros COMMAND`."""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C during the long imports ends them without a word

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from . import book as pdf
from . import new, outside, watching
from .begin import article as begin
from .begin import language as begun_in
from .locale import report
from .record import editions, schema
from .record.fields import URL
from .record.load import files
from .record.model import About
from .record.problems import FORMS, BadRecord
from .rules import answers, balance
from .rules import editions as owed_to
from .rules.check import open_dossier
from .site import build as built_site
from .site import exports, hosting, policy
from .site.target import Refused, refuse_file, refuse_unbuilt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0 well, 1 something is wrong with the input, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Works on the dossier in this folder.")
    parser.add_argument("--root", type=_root, default=Path.cwd(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (help_, add_arguments, run) in COMMANDS.items():
        command = commands.add_parser(name, help=help_, description=help_)
        add_arguments(command)
        command.set_defaults(run=run)
    for stream in (sys.stdout, sys.stderr):  # a terminal or pipe of few letters shows the others by their number
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except (BadRecord, built_site.BuildFailed, Refused, pdf.BadBook) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # no file of ours
        raise
    except OSError as error:
        print(_unusable(error), file=sys.stderr)
        return 1
    return status


def _unusable(error: OSError) -> str:
    """Which file or folder cannot be read or written, and why, in one line."""
    name = error.filename2 or error.filename
    return f"{os.fsdecode(name)} cannot be used: {error.strerror}" if isinstance(name, str | bytes) else str(error)


def _check(options: argparse.Namespace) -> int:
    if options.watch:
        watching.watch(options.root, lambda: _check_and_tell(options))
        return 0
    return _check_once(options)


def _check_and_tell(options: argparse.Namespace) -> None:
    try:
        _check_once(options)
    except BadRecord as error:
        print(error, flush=True)


def _check_once(options: argparse.Namespace) -> int:
    try:
        dossier = open_dossier(options.root)
        base = None if options.no_base else options.base or editions.latest(options.root)
        if base and (owed := owed_to.problems(options.root, base)):
            raise BadRecord(owed)
    except BadRecord as error:
        if options.format == "text":
            raise
        print(FORMS[options.format](error.problems))
        return 1
    if options.format == "text":
        counts = ", ".join(f"{len(entries)} {kind}" for kind, entries in dossier.kinds.items() if entries)
        print(f"The record holds: {counts}.")
        print(_compared(base, told=options.no_base))
    else:
        print(FORMS[options.format]([]))
    return 0


def _compared(base: str | None, *, told: bool) -> str:
    """What came of the comparison with the last edition."""
    if told:
        return "It was not held against the last edition, as you asked."
    if base is None:
        return "No edition is published yet, so no correction is owed."
    return f"Every change since {base} that needs a correction has one."


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    base = parser.add_mutually_exclusive_group()
    base.add_argument(
        "--base", type=_text, metavar="REV", help="the edition to compare with, a git revision (default: last tag)"
    )
    base.add_argument("--no-base", action="store_true", help="compare with no edition, where none can be seen")
    parser.add_argument("--format", choices=FORMS, default="text", help="how to say what is wrong (default: text)")
    parser.add_argument("--watch", action="store_true", help="check again whenever something changes, until Ctrl-C")


def _schema(options: argparse.Namespace) -> int:
    if not files(options.root, About.kind_of_record):
        raise Refused(f"{options.root} holds no dossier: go to the folder of one, or name it with --root.")
    for path in schema.write(options.root):
        print(path.relative_to(options.root))
    return 0


def _site(options: argparse.Namespace) -> int:
    open_dossier(options.root)
    built_site.build(options.root, options.out)
    print(f"The site is in {options.out}.")
    return 0


def _exports(options: argparse.Namespace) -> int:
    refuse_unbuilt(options.site.resolve(), options.root.resolve())
    for path in exports.write(options.site, open_dossier(options.root)):
        print(path)
    return 0


def _citation(options: argparse.Namespace) -> int:
    path = options.root / "CITATION.cff"
    refuse_file(path.resolve(), options.root.resolve(), exports.CITATION.strip().encode())
    path.write_text(exports.citation_file(open_dossier(options.root)), "utf-8")
    print(path.relative_to(options.root))
    return 0


def _pdf(options: argparse.Namespace) -> int:
    refuse_file(options.out.resolve(), options.root.resolve(), b"%PDF")
    pdf.write(options.out, open_dossier(options.root))
    print(f"The book is in {options.out}.")
    return 0


def _messages(options: argparse.Namespace) -> int:
    found = [line for language in options.language or report.languages() for line in report.problems(language)]
    print("\n".join(found) or "Every message is in every catalog.")
    return 1 if found else 0


def _messages_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("language", nargs="*", help="the languages to look at (default: all there are)")


def _policy(options: argparse.Namespace) -> int:
    refuse_unbuilt(options.site.resolve(), options.root.resolve())
    print(policy.apply(options.site))
    return 0


def _hosting(options: argparse.Namespace) -> int:
    template = (options.root / hosting.FOLDER / options.file).read_text("utf-8")
    if not (options.site / "index.html").is_file():
        print(
            f"{options.site} holds no built site: run `make site`, or name another folder with --site", file=sys.stderr
        )
        return 1
    address = open_dossier(options.root).about.site_url
    print(hosting.fill(template, options.site, options.at or options.site.resolve(), address), end="")
    return 0


def _against(parser: argparse.ArgumentParser) -> None:
    copies = parser.add_mutually_exclusive_group(required=True)
    copies.add_argument(
        "--against", type=_path, metavar="FILE", help="a saved copy: text, one paragraph a line, or HTML"
    )
    copies.add_argument("--saved", type=_path, metavar="FOLDER", help="saved copies, each named after its source")
    _of_source(parser)
    parser.add_argument("--stamp", action="store_true", help="write into the record that the words were found")


def _saved(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--against", type=_path, required=True, metavar="TEXT", help="saved text, one paragraph a line")
    _of_source(parser)


def _of_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--source", type=_text, metavar="ID", help="the source it is of (default: the first primary source)"
    )


def _sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="*", metavar="ID", help="the sources to ask for (default: all)")


def _balance(options: argparse.Namespace) -> int:
    problems, answered = balance.unanswered(open_dossier(options.root))
    for problem in problems:
        print(problem)
    print(f"To look at: {len(problems)}. Answered in {answers.FILE}, with a reason: {len(answered)}.")
    return 1 if problems else 0


def _new(options: argparse.Namespace) -> int:
    article = None
    if options.article is None and (alone := [name for name in ("url", "outlet") if getattr(options, name)]):
        print("\n".join(f"--{name} goes with --from: it tells of that article" for name in alone), file=sys.stderr)
        return 2
    if options.article is not None:
        try:
            article = begin.read(options.article)
        except (begin.Unreadable, OSError) as error:
            print(f"{options.article}: {error}" if isinstance(error, begin.Unreadable) else error, file=sys.stderr)
            return 2
        article.says.url = options.url or article.says.url
        article.says.outlet = options.outlet or article.says.outlet
    try:
        new.new(options.folder, article, options.language)
    except new.NotEmpty as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{options.folder} could not be made, and nothing of it is left: {error}", file=sys.stderr)
        return 1
    if article is None:
        print(f"A dossier to write over is in {options.folder}. Go there, and run: make serve")
    else:
        print(f"Drafts from {options.article} are in {options.folder}. Go there; this says what is to do: make check")
    return 0


def _site_or_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="FOLDER-OR-ADDRESS", help="a copy of the site, or where it is served")
    parser.add_argument("--manifest", type=_path, metavar="FILE", help="the list to hold it against (default: its own)")


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=_path, help="a folder that does not exist yet, or is empty")
    parser.add_argument("--from", dest="article", type=_path, metavar="FILE", help="an article, saved as HTML or text")
    parser.add_argument("--url", type=_address, help="the article's address (default: as its page says, or unknown)")
    parser.add_argument("--outlet", type=_text, metavar="NAME", help="who published it (default: as its page says)")
    known = begun_in.languages()
    parser.add_argument("--language", choices=known, default=known[0], help="the language of the site (default: en)")


def _text(text: str) -> str:
    """What stands in the place of a value: nothing does where a script's variable is not set."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty: give a value, or leave it out")
    return text


def _path(text: str) -> Path:
    return Path(_text(text))


def _root(text: str) -> Path:
    if not (path := _path(text)).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text!r}")
    return path


def _address(text: str) -> str:
    if not re.search(URL, text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address: https://, and no blank in it")
    return text


def _out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=_path, default=Path("site"), help="the folder to put the site in (default: site)")


def _built(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=_path, help="the folder of a built site")


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=_path, help="the file to write")


def _host(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", choices=hosting.FILLED, help="the file of hosting/ to fill in")
    parser.add_argument("--site", type=_path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--at", type=_path, metavar="FOLDER", help="where its host has it (default: where it is)")


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


Command = tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]
COMMANDS: dict[str, Command] = {
    "check": ("hold the record against every rule, and against the last edition", _check_arguments, _check),
    "verify-quotes": (
        "hold quotations and passages against saved copies of their sources",
        _against,
        outside.verify_quotes,
    ),
    "stamp-sentences": (
        "account for every sentence of a source, by a saved text of it",
        _saved,
        outside.stamp_sentences,
    ),
    "links": ("ask whether the pages that are quoted still answer", _sources, outside.ask_links),
    "balance": ("name what an editor should look at, so that no side is treated otherwise", _nothing, _balance),
    "site": ("build the whole site, finish it and put it in place in one step", _out, _site),
    "exports": ("write the record's downloads into a built site", _built, _exports),
    "citation": ("write CITATION.cff from the record", _nothing, _citation),
    "pdf": ("make the book of the dossier as one PDF", _file, _pdf),
    "messages": (
        "tell what the catalogs of other languages lack of what the site says",
        _messages_arguments,
        _messages,
    ),
    "verify-site": (
        "hold a served or copied site against the list of its files",
        _site_or_address,
        outside.verify_site,
    ),
    "policy": ("put the content security policy into the pages of a built site", _built, _policy),
    "hosting": ("fill in the settings of a host from the built site and its address", _host, _hosting),
    "new": ("begin another dossier in a new folder", _folder, _new),
    "schema": ("write the JSON Schema of every kind to data/schema", _nothing, _schema),
}


def _take_signals() -> None:
    handlers = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: _ended, signal.SIGHUP: _ended}
    for number, handler in handlers.items():
        if signal.getsignal(number) is signal.SIG_DFL:  # not where it is ignored, as under `nohup`
            signal.signal(number, handler)


def _ended(number: int, _: object) -> NoReturn:
    """Who ends us (`kill`, a closed terminal) lets us first take back what is half made, as who presses Ctrl-C does."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    try:
        _take_signals()
        status = main()
        if sys.stdout is not None:  # closed before we began
            sys.stdout.flush()
    except KeyboardInterrupt:
        status = 130
    except OSError as error:  # who reads our output has read enough, as `head` does; or where it goes is full
        if not isinstance(error, BrokenPipeError):
            print(_unusable(error), file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
