"""A claim in a line, wherever it is not on its own question: what it says, whose words, in which outlet, when."""

from __future__ import annotations

from markupsafe import Markup

from ..record.model import Claim
from . import way
from .account import words
from .context import Context
from .html import join, tag
from .mark import mark


def line(context: Context, claim: Claim) -> Markup:
    """What a claim says, with its mark: for lists under the speaker's own name."""
    return join([words(context, claim, links=False), " ", mark(context, claim)])


def brief(context: Context, claim: Claim) -> Markup:
    """The same with whose words it is, in which outlet and when."""
    return join([line(context, claim), " ", tag("span", way.line(context, claim), class_="by")])


def leading(context: Context, claim: Claim) -> Markup:
    """What a claim says, the words leading to its question, and who says it: for lists of one outlet's claims."""
    said = tag("a", words(context, claim, links=False), href=context.link(claim.id))
    return join([said, " ", tag("span", way.speakers(context, claim, links=False), class_="by")])
