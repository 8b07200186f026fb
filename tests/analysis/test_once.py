from __future__ import annotations

from macros.analysis.once import once, once_for_all


def test_what_is_computed_for_a_dossier_is_computed_once_for_each_id(make_project):
    asked = []

    @once
    def count(dossier, id_):
        asked.append(id_)
        return len(asked)

    one, other = (make_project().loaded() for _ in range(2))
    assert [count(one, "a"), count(one, "b"), count(one, "a"), count(other, "a")] == [1, 2, 1, 3]
    assert asked == ["a", "b", "a"]


def test_the_same_for_a_dossier_as_a_whole(make_project):
    asked = []

    @once_for_all
    def count(dossier):
        asked.append(dossier)
        return len(asked)

    one, other = (make_project().loaded() for _ in range(2))
    assert [count(one), count(one), count(other), count(one)] == [1, 1, 2, 1]
