"""Macros that a page is built around: lists, tables and whole views of the record."""

from __future__ import annotations

from markupsafe import Markup

from ...record.model import PointId
from .. import (
    against,
    corrections,
    differences,
    glossary,
    handout,
    line_by_line,
    made_of,
    outcomes,
    outlets,
    participants,
    people,
    places,
    questions,
    statements,
    timeline,
)
from .page import Number, Page


class Views(Page):
    """What a page is built around."""

    def questions(self) -> Markup:
        """All questions by topic, a line each with status and who speaks, and a form to narrow them.

        {{ questions() }}
        """
        return questions.questions(self._context())

    def differences(self) -> Markup:
        """The questions on which accounts differ, ranked, both readings in a line.

        {{ differences() }}
        """
        return differences.differences(self._context())

    def disputes(self, number: Number = 3) -> Markup:
        """The weightiest disputes, no two of a topic: each question with each side's nearest word, side by side.

        {{ disputes(3) }}
        """
        return differences.disputes(self._context(), number)

    def statements(self) -> Markup:
        """Every quotation by its speaker, parties in order, speakers folded; the way to what else is reported of each.

        {{ statements() }}
        """
        return statements.statements(self._context())

    def people(self) -> Markup:
        """All people and bodies by party, a line each, with the way to their pages. For their page alone.

        {{ people() }}
        """
        return people.people(self._context())

    def see(self, *ids: PointId) -> Markup:
        """Questions to read on, a line each with status and who speaks.

        {{ see("example-point") }}
        """
        context = self._context()
        return questions.lines(context, [self._use(id_, "points").dossier.points[id_] for id_ in ids])

    def line_by_line(self) -> Markup:
        """The source passage by passage: in whose voice it is, what it asserts, how others tell it. For its page alone.

        {{ line_by_line() }}
        """
        return line_by_line.line_by_line(self._context())

    def covered(self) -> Markup:
        """How much of the source the record takes up, in sentences and in words, where its sentences are stamped.

        {{ covered() }}
        """
        return line_by_line.covered(self._context())

    def left_out(self) -> Markup:
        """What the source leaves out of weight, with the account that has it; and what nobody but the source tells.

        {{ left_out() }}
        """
        return line_by_line.left_out(self._context())

    def participants(self) -> Markup:
        """The parties, each with an anchor, its role and who took part for it, a line each. For their page alone.

        {{ participants() }}
        """
        return participants.participants(self._context())

    def timeline(self) -> Markup:
        """All events by date, each with an anchor and the claims that tell of it. For the timeline's page alone.

        {{ timeline() }}
        """
        return timeline.timeline(self._context())

    def outcomes(self, group: outcomes.Outcome) -> Markup:
        """The questions on agreements, proposals (and demands) or refusals, folded, a line each.

        {{ outcomes("agreements") }}
        """
        return outcomes.outcomes(self._context(), group)

    def places(self) -> Markup:
        """Every place by kind, each with an anchor. For the places' page alone.

        {{ places() }}
        """
        return places.places(self._context())

    def glossary(self) -> Markup:
        """Every term from A to Z, each with an anchor. For the glossary's page alone.

        {{ glossary() }}
        """
        return glossary.glossary(self._context())

    def outlets(self) -> Markup:
        """Every outlet by who owns or controls it, a line each, leading to its page.

        {{ outlets() }}
        """
        return outlets.outlets(self._context())

    def against(self) -> Markup:
        """The source's outlet against others: links to each that differs from it, with on how many questions.

        {{ against() }}
        """
        return against.of_primary(self._context())

    def corrections(self) -> Markup:
        """What was corrected, the newest first. For the page on method alone.

        {{ corrections() }}
        """
        return corrections.corrections(self._context())

    def handout(self) -> Markup:
        """The weightiest points in a table that fits on one page, and what is open. For the hand-out's page alone.

        {{ handout() }}
        """
        return handout.handout(self._context())

    def made_of(self) -> Markup:
        """What the dossier is made of: outlets, pages, claims and quoted words by side, in short tables.

        {{ made_of() }}
        """
        return made_of.made_of(self._context())

    def exports(self) -> Markup:
        """Links to the downloads: the record as data, references for citing. Filled in when the whole site is built.

        {{ exports() }}
        """
        return Markup("<!--exports-->")

    def count_again(self) -> Markup:
        """A script that counts with the downloads, and what it prints. Filled in when the whole site is built.

        {{ count_again() }}
        """
        return Markup("<!--example-->")
