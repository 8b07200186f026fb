"""Commands that look at what lies outside this folder: saved copies of sources, their addresses, the site as served.

Each takes what was given on the command line and returns the exit status.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from .record.dossier import Dossier
from .record.load import load
from .record.problems import BadRecord, hinted, suggestion
from .rules import links, saved, stamping, stamps, verify
from .site import manifest
from .web import ask

NOT_KNOWN = 3


def verify_quotes(options: Namespace) -> int:
    """Hold quotations and passages against saved copies: of one source, or of each that has one in a folder."""
    dossier = _readable(options.root)
    copies: dict[str, Path]
    if options.saved is not None:
        if options.source is not None:
            print("--source goes with --against: each copy in --saved is named after its source", file=sys.stderr)
            return 2
        try:
            copies, wrong = saved.in_folder(options.saved, dossier.sources)
        except OSError as error:
            print(f"{options.saved} cannot be read: {error.strerror}", file=sys.stderr)
            return 2
        for line in wrong:
            print(line, file=sys.stderr)
    else:
        source, wrong = options.source or dossier.about.primary[0], []
        if source not in dossier.sources:
            print(hinted(f"unknown source {source!r}", suggestion(source, dossier.sources)), file=sys.stderr)
            return 2
        copies = {source: options.against}
    held = [_hold(dossier, source, path, stamp=options.stamp) for source, path in copies.items()]
    status = max([1 if wrong else 0, *(status for status, _ in held)])
    if options.saved is not None:
        quoted = {item.source for item in dossier.quotations.values()}
        print(f"Sources held: {len(copies)}. Quoted sources without a saved copy here: {len(quoted - set(copies))}.")
    if not status and not any(number for _, number in held):
        print(f"Nothing was verified: {_why_nothing(options, list(copies))}.", file=sys.stderr)
        return 1
    return status


def _why_nothing(options: Namespace, sources: list[str]) -> str:
    """Why no word was held against a copy."""
    if not sources:
        return f"{options.saved} has no saved copy that is named after its source"
    return f"the record has no quotation and no passage of {', '.join(sources)}"


def _hold(dossier: Dossier, source: str, path: Path, *, stamp: bool) -> tuple[int, int]:
    """The exit status for one source, and how much of it was held against its copy."""
    try:
        copy = saved.read(path)
    except (OSError, saved.Unreadable) as error:
        print(f"{path} cannot be read: {error}", file=sys.stderr)
        return 2, 0
    held = verify.hold(dossier, source, copy.text)
    for line in verify.problems(dossier.loaded, held):
        print(line)
    if stamp:
        # The day in UTC: a rule knows that a page further east may bear the next.
        stamped = stamps.stamp(dossier, held, copy.data, datetime.now(tz=UTC).date())
        print(f"Stamped: {len(stamped)}.")
    counts = Counter(each.result for each in held)
    print(f"{source}: {counts['exact']} exact, {counts['close']} close, {counts['none']} none.")
    return 0 if counts["exact"] == len(held) else 1, len(held)


def stamp_sentences(options: Namespace) -> int:
    """Account for every sentence of a primary source, by a saved text of it."""
    dossier = _readable(options.root)
    source = options.source or dossier.about.primary[0]
    if source not in dossier.about.primary:
        near = suggestion(source, dossier.about.primary)
        print(hinted(f"{source!r} is no primary source", near), file=sys.stderr)
        return 2
    try:
        stamped = stamping.stamp(dossier, source, saved.read(options.against).text)
    except (OSError, saved.Unreadable) as error:
        print(f"{options.against} cannot be read: {error}", file=sys.stderr)
        return 2
    except stamping.Unfit as error:
        print(f"{options.against}: {error}; nothing was written", file=sys.stderr)
        return 1
    for what, sentences in (("new", stamped.new), ("gone", stamped.gone)):
        for each in sentences:
            aside = f"; it was left aside: {each.aside}" if each.aside else ""
            print(f"{what}: {each.place}, “{each.opening} ...”, {each.words} words{aside}")
    path = stamping.write(options.root, source, stamped.sentences)
    claimed = sum(bool(each.spans) for each in stamped.sentences)
    print(
        f"{path.relative_to(options.root)}: {len(stamped.sentences)} sentences, {len(stamped.kept)} as before, "
        f"{len(stamped.new)} new, {len(stamped.gone)} gone; {claimed} are claimed."
    )
    return 0


def ask_links(options: Namespace) -> int:
    """Ask whether the sources' pages still answer; what a host does not tell is not known, and not gone."""
    dossier = _readable(options.root)
    unknown = [id_ for id_ in options.source if id_ not in dossier.sources]
    for id_ in unknown:
        print(hinted(f"unknown source {id_!r}", suggestion(id_, dossier.sources)), file=sys.stderr)
    if unknown:
        return 2
    known = links.addresses(dossier)
    asked = links.ask_all({id_: known[id_] for id_ in options.source or known if id_ in known})
    counts = Counter(each.result for each in asked)
    for each in asked:
        if each.result != "answers":
            print(f"{each.result:9}  {each.source}: {each.address}: {each.why}")
    print(f"Asked: {len(asked)}. {', '.join(f'{counts[result]} {result}' for result in links.RESULTS)}.")
    return 1 if counts["gone"] else NOT_KNOWN if counts["not known"] else 0


def verify_site(options: Namespace) -> int:
    """Hold a copy of the site, or the site where it is served, against the list of its files."""
    address = f"{options.site.rstrip('/')}/" if "://" in options.site else None
    try:
        found = manifest.read(_list(address or options.site, options.manifest))
    except (OSError, UnicodeDecodeError, manifest.Unreadable) as error:
        print(f"There is nothing to hold {options.site} against: {error}", file=sys.stderr)
        return 2
    held = manifest.of_address(address, found) if address else manifest.of_folder(Path(options.site), found)
    for line in manifest.told(held):
        print(line)
    if options.manifest is None:
        print(f"The list is the site's own: that shows damage. Against intent, give yours: --manifest {manifest.NAME}")
    return 1 if held.wrong else NOT_KNOWN if set(held.unknown) - set(manifest.SETTINGS) else 0


def _list(site: str, given: Path | None) -> str:
    """The text of the list: the one that was given, or the one that the site brings."""
    if given is not None:
        return given.read_text("utf-8")
    if "://" not in site:
        return (Path(site) / manifest.NAME).read_text("utf-8")
    answer = ask(f"{site}{manifest.NAME}", longest=manifest.LONGEST)
    if answer.status != 200:
        raise manifest.Unreadable(f"the host answers with {answer.status} for {manifest.NAME}")
    return answer.content.decode("utf-8")


def _readable(root: Path) -> Dossier:
    """Any record that can be read: `check` refuses changed words until they are stamped anew."""
    loaded = load(root)
    if loaded.problems:
        raise BadRecord(loaded.problems)
    return Dossier(loaded)
