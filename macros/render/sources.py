"""Outlets and the pages of theirs that the record draws on."""

from __future__ import annotations

from ..model import UNKNOWN, Source
from .context import Context


def title(context: Context, source: Source) -> str:
    """What a page is called: its title, or its outlet where the title was not seen."""
    return source.title if source.title != UNKNOWN else context.dossier.outlets[source.outlet].name
