"""Macros that draw the record, with the same facts as a table under each picture."""

from __future__ import annotations

from markupsafe import Markup

from ...record.model import SourceId
from .. import pictures
from .page import Number, Page


class Pictures(Page):
    """Pictures of the record."""

    def picture_timeline(self) -> Markup:
        """The events by date down a line, with a break where nothing is told of for long.

        {{ picture_timeline() }}
        """
        return pictures.timeline.timeline(self._context())

    def picture_map(self) -> Markup:
        """The places whose coordinates are known, on the outline of the land.

        {{ picture_map() }}
        """
        return pictures.atlas.atlas(self._context())

    def picture_stands(self, number: Number = 12) -> Markup:
        """Who said what: a row for each of the weightiest questions in dispute, in it each party's stand as a mark.

        {{ picture_stands(12) }}
        """
        return pictures.stands.stands(self._context(), number)

    def picture_numbers(self) -> Markup:
        """What was promised beside what was counted, of matters that have both.

        {{ picture_numbers() }}
        """
        return pictures.numbers.numbers(self._context())

    def picture_chain(self, id: SourceId = "") -> Markup:
        """How words travelled from who speaks, through the outlets named on the way, to a source; to the first one.

        {{ picture_chain("example-source") }}
        """
        context = self._use(id, "sources") if id else self._context()
        return pictures.chain.chain(context, id or context.dossier.about.primary[0])
