"""Asking the web: the one place that does, and only where a command is run by hand."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PATIENCE = 20  # seconds
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; dossier)", "Accept": "*/*", "Cache-Control": "no-cache"}


@dataclass(frozen=True)
class Answer:
    """What a host answered: its status, the address that it led to in the end, the content as far as it was read."""

    status: int
    address: str
    content: bytes


def ask(address: str, *, longest: int = 0, patience: float = PATIENCE) -> Answer:
    """The answer of a host, with so many bytes of its content. Raises OSError where it gives none."""
    if not address.startswith(("http://", "https://")):
        raise OSError(f"{address} is no address on the web")
    try:
        with urlopen(Request(address, headers=HEADERS), timeout=patience) as answer:  # noqa: S310 (see above)
            return Answer(answer.status, answer.url, answer.read(longest))
    except HTTPError as error:
        with error:
            return Answer(error.code, error.url, error.read(longest))
    except (http.client.HTTPException, ValueError) as error:  # an answer that is none, an address that is none
        raise OSError(str(error) or type(error).__name__) from error
