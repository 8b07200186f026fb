"""Macros that count the record and tell of the dossier itself."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from ...record.model import PartyId
from .. import about, counts, fields
from .page import Page


class Numbers(Page):
    """Numbers, and the dossier itself."""

    def count(self, what: counts.What, party: PartyId = "", primary: bool | None = None) -> Markup:
        """How many points, claims, quoted words, ...; of a party's speakers, of primary sources (or others) only.

        {{ count("quoted words", party="example-party", primary=True) }}
        """
        context = self._use(party, "parties") if party else self._context()
        return counts.number(context, what, party=party, primary=primary)

    def shares(self) -> Markup:
        """A table of how many words each party is quoted with, and how many of its statements are reported.

        {{ shares() }}
        """
        return counts.shares(self._context())

    def legend(self) -> Markup:
        """What the signs of the marks mean.

        {{ legend() }}
        """
        return about.legend(self._context())

    def reach(self, kind: Literal["about", "near"]) -> Markup:
        """How far 'about', or 'almost' and 'just over', reach where figures are compared.

        {{ reach("about") }}
        """
        return about.reach(kind)

    def edition(self) -> Markup:
        """The edition's number and date.

        {{ edition() }}
        """
        return about.edition(self._context())

    def citation(self) -> Markup:
        """How to cite the dossier.

        {{ citation() }}
        """
        return about.citation(self._context())

    def report_errors(self) -> Markup:
        """Where an error is reported, or how to mend a record where no place is set.

        {{ report_errors() }}
        """
        return about.report_errors(self._context())

    def record_guide(self) -> Markup:
        """Every kind of record with every field: what it means, what it takes, an example of each. For its page alone.

        {{ record_guide() }}
        """
        return fields.fields()
