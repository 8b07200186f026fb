"""Whether the pages that the record names still answer. Run by hand: it asks their hosts, a few at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

from ..record.dossier import Dossier
from ..record.model import UNKNOWN
from ..web import Answer, ask

AT_ONCE = 6  # hosts; each is asked for one page at a time
GONE = (404, 410)

Result = Literal["answers", "moved", "gone", "not known"]
RESULTS: tuple[Result, ...] = get_args(Result)


@dataclass(frozen=True)
class Asked:
    """What came of asking for the page of a source, and why it is so."""

    source: str
    address: str
    result: Result
    why: str = ""


def addresses(dossier: Dossier) -> dict[str, str]:
    """The address of every source that has one."""
    return {source.id: source.url for source in dossier.sources.values() if source.url != UNKNOWN}


def ask_all(addresses: dict[str, str], asking: Callable[[str], Answer] = ask) -> list[Asked]:
    """What came of asking for each address, in the order they are given."""
    hosts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, address in addresses.items():
        hosts[urlsplit(address).netloc].append((source, address))

    def of_host(pages: Iterable[tuple[str, str]]) -> list[Asked]:
        return [_one(source, address, asking) for source, address in pages]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = {each.source: each for some in pool.map(of_host, hosts.values()) for each in some}
    return [found[source] for source in addresses]


def _one(source: str, address: str, asking: Callable[[str], Answer]) -> Asked:
    try:
        answer = asking(address)
    except OSError as error:
        return Asked(source, address, "not known", f"no answer: {error}")
    if answer.status in GONE:
        return Asked(source, address, "gone", f"the host answers with {answer.status}")
    if answer.status >= 400:  # it may be there, and not for us
        return Asked(source, address, "not known", f"the host answers with {answer.status}")
    if _place(answer.address) != _place(address):
        return Asked(source, address, "moved", f"it leads to {answer.address}")
    return Asked(source, address, "answers")


def _place(address: str) -> tuple[str, str, str]:
    """An address without what leads to the same page: the scheme, a `www.`, a stroke at the end, the anchor."""
    parts = urlsplit(address)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query
