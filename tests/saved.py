"""A saved text of the invented dossier's article, and the stamps of its sentences."""

from __future__ import annotations

from pathlib import Path

from macros.rules import stamping

from .conftest import Project

SOURCE = "gazette-article"
SAVED = """\
# Larch Bridge
[g1] The two valleys talked for about an hour. They began at 14:43. Beside Orrin sat Lysk.
## What was said?
[g2] Mira Vane said 6,172 planks of the bridge, 15% of all planks, would go. “The bridge is “not a gate”, it is a path \
– a poor one – & no more,” Vane said. Vane proposed a repair of three days in May. It should be closed at night. \
Both will waive it.
[g3] Tomas Orrin told us that 7,000 planks had been “kidnapped”, yes, had been kidnapped. Not at night. Goats \
had come. We talked before.
[g4] The mood can be called “sunny”.
"""


def stamp(project: Project, text: str = SAVED) -> Path:
    """Write the stamps of the article's sentences into the project."""
    stamped = stamping.stamp(project.loaded(), SOURCE, text)
    return stamping.write(project.root, SOURCE, stamped.sentences)
