"""What an editor should look at that nobody has answered: `python -m macros balance`.

An answer in `data/balance.yml` says, with its reason, that an imbalance is the world's and not ours; one that nothing
needs any more is reported too. `check` does not fail for what is looked at: a record grows one account after the other.
"""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.problems import Problem
from ..record.reader import line_of
from . import answers
from .answers import Answer
from .check import problem_of
from .looks import Look, look_for
from .rule import Finding

RULE = "balance"


def unanswered(dossier: Dossier) -> tuple[list[Problem], list[Answer]]:
    """What nobody has answered, with the answers that nothing needs; and the answers that hold."""
    declared, problems = answers.read(dossier.root)
    looks = list(look_for(dossier))
    problems += [_problem(dossier, look) for look in looks if not any(_answers(each, look) for each in declared)]
    holding = [answer for answer in declared if any(_answers(answer, look) for look in looks)]
    for index, answer in enumerate(declared):
        if answer not in holding:
            line = line_of(dossier.root / answers.FILE, (index,))
            message, hint = "no check asks for this answer", "take it out, or mend its ids"
            problems.append(Problem(answers.FILE, line, answer.check, message, hint, RULE))
    return sorted(problems), holding


def _answers(answer: Answer, look: Look) -> bool:
    return (answer.check, answer.record or "", answer.side) == (look.check, look.id, look.side)


def _problem(dossier: Dossier, look: Look) -> Problem:
    side = f" ({dossier.parties[look.side].short})" if look.side else ""
    return problem_of(dossier, Finding(look.id, look.path, f"{look.check}{side}: {look.message}", look.hint, RULE))
