from macros.analysis.speakers import by_party, claims, quoted, said, told_of


def test_claims_come_by_topic_the_weightiest_question_first(project):
    project.set("hall", "weight", 5)
    dossier = project.dossier()
    order = [claim.point for claim in claims(dossier)]
    assert len(order) == len(dossier.claims)
    assert order[0] == "hall"
    topics = [dossier.points[point].topic for point in order]
    assert list(dict.fromkeys(topics)) == [topic.id for topic in dossier.about.topics]
    assert topics == sorted(topics, key=[topic.id for topic in dossier.about.topics].index)


def test_a_joint_claim_is_said_by_each_who_makes_it(untouched):
    found = said(untouched.dossier())
    assert {"vane", "ombra-council"} <= {id_ for id_, made in found.items() if "night-vane" in [c.id for c in made]}
    assert "lysk" not in found


def test_a_quotation_of_two_claims_stands_once(untouched):
    found = quoted(untouched.dossier())
    assert [item.id for item in found["vane"]] == ["gate-words"]
    assert [item.id for item in found["quill-gazette"]] == ["sunny-words"]
    assert "pell" not in found


def test_what_is_told_of_somebody_is_others_word(untouched):
    dossier = untouched.dossier()
    assert {claim.id for claim in told_of(dossier, "orrin")} == {"lysk-sat-gazette", "damage-unclear"}
    assert told_of(dossier, "pell") == []  # he alone names himself


def test_people_stand_by_party_those_of_none_last(untouched):
    dossier = untouched.dossier()
    groups = by_party(dossier, dossier.people.values())
    assert [(party.id if party else None, [person.id for person in members]) for party, members in groups] == [
        ("ombra", ["vane", "ombra-council"]),
        ("tessel", ["orrin", "lysk"]),
        ("quill", ["pell"]),
        (None, ["bridge-source"]),
    ]
