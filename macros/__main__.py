"""The command line: `python -m macros COMMAND`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from . import schema
from .built import policy
from .built import site as built_site
from .check import open_dossier
from .problem import BadRecord


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0 well, 1 something is wrong with the input, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Works on the dossier in this folder.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (help_, add_arguments, run) in COMMANDS.items():
        command = commands.add_parser(name, help=help_, description=help_)
        add_arguments(command)
        command.set_defaults(run=run)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except (BadRecord, built_site.BuildFailed) as error:
        print(error, file=sys.stderr)
        return 1
    return status


def _check(options: argparse.Namespace) -> int:
    dossier = open_dossier(options.root)
    counts = ", ".join(f"{len(entries)} {kind}" for kind, entries in dossier.kinds.items() if entries)
    print(f"The record holds: {counts}.")
    return 0


def _schema(options: argparse.Namespace) -> int:
    for path in schema.write(options.root):
        print(path.relative_to(options.root))
    return 0


def _site(options: argparse.Namespace) -> int:
    built_site.build(options.root, options.out, open_dossier(options.root))
    print(f"The site is in {options.out}.")
    return 0


def _finish(options: argparse.Namespace) -> int:
    built_site.finish(options.site, open_dossier(options.root))
    return 0


def _policy(options: argparse.Namespace) -> int:
    print(policy.apply(options.site))
    return 0


def _out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("site"), help="the folder to put the site in (default: site)")


def _built(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, help="the folder of a built site")


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


Command = tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]
COMMANDS: dict[str, Command] = {
    "check": ("hold the record against every rule", _nothing, _check),
    "site": ("build the whole site, finish it and put it in place in one step", _out, _site),
    "finish": ("do the work on a built site that needs the whole of it", _built, _finish),
    "policy": ("put the content security policy into the pages of a built site", _built, _policy),
    "schema": ("write the JSON Schema of every kind to data/schema", _nothing, _schema),
}

if __name__ == "__main__":
    sys.exit(main())
