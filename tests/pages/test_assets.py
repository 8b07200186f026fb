"""Files that are no pages."""

from __future__ import annotations

import json

from PIL import Image

from macros.pages import assets

from ..conftest import REAL, Project


def test_the_manifest_names_the_dossier_and_icons_that_are_there(untouched: Project) -> None:
    dossier = untouched.dossier()
    data = json.loads(assets.assets(dossier)[assets.MANIFEST])
    assert data["name"] == dossier.about.title
    for icon in data["icons"]:
        with Image.open(REAL / "docs" / icon["src"]) as drawn:
            assert icon["sizes"] == "{}x{}".format(*drawn.size)
