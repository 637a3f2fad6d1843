"""Members who look for work, on a real file: profiles, cases of their own, the classification."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.done import Act
from app.edits import changed_nothing
from app.errors import Reason, Refused
from app.progress import finish
from app.records.careers import OwnCaseDraft
from app.records.cases import CloseReason
from app.rules.calendar import PartialDate
from app.rules.facts import FactKey
from app.rules.job_terms import Level
from app.rules.terms import ConsentWay, MemberRole, Purpose, Recipient
from tests.conftest import TODAY
from tests.makers import CHILD
from tests.services.career_world import PARTNER, PROFILE, make_home, own_case


@pytest.fixture
def home(desk):
    return make_home(desk, children=1)


def member(desk, case, person):
    return next(each for each in desk.careers.members(case) if each.person == person)


def facts(desk, case):
    return {(f.person, f.key): f.value for f in desk.candidates.case(case).facts}


def refused(reason, act, *given, **named):
    with pytest.raises(Refused) as caught:
        act(*given, **named)
    assert caught.value.reason is reason
    return caught.value


def test_a_profile_is_kept_and_german_stands_among_the_answers(desk, home):
    assert member(desk, home.case, home.partner).profile == PROFILE
    assert facts(desk, home.case)[home.partner, "german_level"] == "a2"
    desk.household.record(home.case, home.partner, FactKey.GERMAN_LEVEL, "b1")
    assert member(desk, home.case, home.partner).draft.german == "b1"
    desk.careers.edit_profile(home.partner, replace(PROFILE, german="", languages={}))
    assert (home.partner, "german_level") not in facts(desk, home.case)
    assert member(desk, home.case, home.partner).draft.languages == {}


def test_saving_a_blank_profile_keeps_the_level_that_is_known_and_makes_none(desk, home):
    nurse = desk.candidates.case(home.case).people[0].id
    for person in (nurse, None):  # said of the person, then of the household
        desk.household.record(home.case, person, FactKey.GERMAN_LEVEL, "b1")
        view = member(desk, home.case, nurse)
        assert (view.profile, view.draft.german) == (None, "b1")
        before = facts(desk, home.case)
        assert changed_nothing(desk.careers.edit_profile(nurse, view.draft))
        assert facts(desk, home.case) == before
        assert member(desk, home.case, nurse).profile is None
        desk.household.forget(home.case, person, FactKey.GERMAN_LEVEL)


def test_grown_ups_have_a_profile_and_children_none(desk, home):
    child = next(p.id for p in desk.candidates.case(home.case).people if p.draft == CHILD)
    refused(Reason.NOT_GROWN_UP, desk.careers.edit_profile, child, PROFILE)
    assert child not in {each.person for each in desk.careers.members(home.case)}
    desk.household.edit(child, replace(CHILD, birth=PartialDate(2008, 11, 23)))
    assert member(desk, home.case, child).profile is None


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"kldb": "26a"}, Reason.NOT_A_CODE, "kldb"),
        ({"kldb": "263041"}, Reason.NOT_A_CODE, "kldb"),
        ({"german": "native"}, Reason.NOT_A_VALUE, "german"),
        ({"languages": {"xx y": Level.A1}}, Reason.UNKNOWN_LANGUAGE, "languages"),
        ({"min_hours": 0}, Reason.NOT_WEEKLY_HOURS, "min_hours"),
        ({"max_hours": 61}, Reason.NOT_WEEKLY_HOURS, "max_hours"),
        ({"min_hours": 30, "max_hours": 20}, Reason.NOT_WEEKLY_HOURS, "max_hours"),
        ({"radius_km": 0.0}, Reason.NOT_A_DISTANCE, "radius_km"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(desk, home, change, reason, field):
    told = refused(reason, desk.careers.edit_profile, home.partner, replace(PROFILE, **change))
    assert told.field == field


def test_a_case_of_ones_own_is_tied_both_ways(desk, home):
    desk.household.record(home.case, home.partner, FactKey.LICENCE_FROM, "third")
    desk.household.record(home.case, None, FactKey.PARTNER_JOB_SEARCH, "yes")
    done = desk.careers.open_own_case(home.partner, OwnCaseDraft(occupation="Elektriker"))
    own = done.case
    view = desk.candidates.case(own)
    (professional,) = view.people
    assert professional.draft == replace(PARTNER, role=MemberRole.PROFESSIONAL, note="")
    assert (view.draft.home_town, view.draft.language) == ("Norden", "en")
    assert facts(desk, own) == {
        (professional.id, "german_level"): "a2",
        (professional.id, "licence_from"): "third",
    }
    assert desk.candidates.head(home.case).tied == ((own, "Ben Amor, Karim"),)
    assert desk.candidates.head(own).tied == ((home.case, "Ben Amor, Amira"),)
    assert member(desk, own, professional.id).profile == PROFILE  # one profile, seen from both
    told = refused(Reason.ALREADY_TIED, desk.careers.open_own_case, home.partner, OwnCaseDraft())
    assert told.facts["other"] == "Ben Amor, Karim"


def test_answers_of_art_9_stay_where_the_consent_was_given(desk, home):
    from app.records.consents import ConsentDraft

    health = (Purpose.HEALTH_DATA, Recipient.SERVICE_POINT, "Das darf notiert werden.")
    desk.consents.give(home.case, ConsentDraft(home.partner, *health, TODAY, ConsentWay.SIGNED))
    desk.household.record(home.case, home.partner, FactKey.HEALTH_NEED, "yes")
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    assert "health_need" not in {key for _, key in facts(desk, own)}
    assert (home.partner, "health_need") in facts(desk, home.case)


def test_names_and_ways_to_reach_somebody_stay_in_step(desk, home):
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    (there,) = desk.candidates.case(own).people
    changed = replace(there.draft, family="Ben Salah", phone="0176 04069078", note="dort")
    done = desk.household.edit(there.id, changed)
    here = next(p for p in desk.candidates.case(home.case).people if p.id == home.partner)
    assert (here.draft.family, here.draft.phone) == ("Ben Salah", "0176 04069078")
    assert (here.draft.note, here.draft.role) == (PARTNER.note, MemberRole.PARTNER)
    desk.history.undo(done.batch)
    here = next(p for p in desk.candidates.case(home.case).people if p.id == home.partner)
    assert here.draft == PARTNER


def test_german_is_one_answer_in_both_cases(desk, home):
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    (there,) = desk.candidates.case(own).people
    desk.careers.edit_profile(there.id, replace(PROFILE, german="b2"))
    assert facts(desk, home.case)[home.partner, "german_level"] == "b2"
    assert facts(desk, own)[there.id, "german_level"] == "b2"


def test_closing_one_case_leaves_the_other_and_says_so(desk, home):
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    done = desk.candidates.close(home.case, CloseReason.SETTLED)
    assert done.facts["other"] == "Ben Amor, Karim"
    assert desk.candidates.head(own).closed_on is None
    assert "other" not in desk.candidates.close(own, CloseReason.OTHER).facts


def test_a_partner_who_is_already_a_case_is_told_with_the_way_out(desk, home):
    case, there = own_case(desk, given="Kareem", phone="")
    told = refused(Reason.PERSON_HAS_CASE, desk.careers.open_own_case, home.partner, OwnCaseDraft())
    assert (told.facts["case"], told.facts["person"]) == (case, there)
    (known,) = member(desk, home.case, home.partner).known
    assert (known.case, known.person) == (case, there)
    done = desk.careers.tie(home.partner, known.case, known.person)
    assert done.act is Act.CASES_TIED
    assert member(desk, home.case, home.partner).tie.own_case == case
    # what both say stays until one of them is edited
    assert desk.candidates.case(case).people[0].draft.given == "Kareem"


def test_somebody_of_the_same_name_may_get_a_new_case_nonetheless(desk, home):
    case, _ = own_case(desk)
    done = desk.careers.open_own_case(home.partner, OwnCaseDraft(), anew=True)
    assert done.case != case


def test_what_cannot_be_tied_says_why(desk, home):
    case, there = own_case(desk)
    desk.household.add(case, replace(PARTNER, given="Samir"))
    beside = desk.candidates.case(case).people[1].id
    tie = desk.careers.tie
    refused(Reason.IS_OWN_CASE, tie, home.professional, case, there)
    refused(Reason.SAME_CASE, tie, home.partner, home.case, home.professional)
    refused(Reason.NOT_THE_PROFESSIONAL, tie, home.partner, case, beside)
    refused(Reason.NO_SUCH_PERSON, tie, home.partner, case, home.professional)
    tie(home.partner, case, there)
    refused(Reason.ALREADY_TIED, tie, home.partner, case, there)


def test_a_tied_person_leaves_no_household_before_the_cases_are_parted(desk, home):
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    refused(Reason.PERSON_TIED, desk.household.remove, home.partner)
    (tie,) = desk.careers.ties(own)
    desk.careers.untie(tie.id)
    assert desk.candidates.head(own).tied == ()
    desk.household.remove(home.partner)
    refused(Reason.NO_SUCH_TIE, desk.careers.untie, tie.id)


TABLE = "kldb;ebene;titel;kurztitel\n" + "".join(
    f"262{digit}{rank};5;Berufe {digit} in der Energietechnik – Stufe {rank};kurz\n"
    for digit in range(8)
    for rank in (2, 3, 4)
)
MORE = "".join(f"8{digit}1;3;Gruppe Öffentliche Dienste {digit};kurz\n" for digit in range(10))


def test_the_classification_is_loaded_and_searched_by_words_and_code(desk, tmp_path):
    path = tmp_path / "kldb.csv"
    path.write_bytes((TABLE + MORE).encode("cp1252"))
    done = finish(desk.careers.load_occupations(path))
    assert (done.batch, done.facts["count"]) == (None, "34")
    assert [each.code for each in desk.careers.occupations("2625")] == ["26252", "26253", "26254"]
    assert desk.careers.occupations("energietechnik stufe 26254")[0].code == "26254"
    assert desk.careers.occupations("OEFFENTLICHE 801")[0].title.startswith("Gruppe Öffentliche")
    assert desk.careers.occupation("26252").startswith("Berufe 5")
    path.write_text(TABLE.replace(";", ",") + MORE.replace(";", ","), encoding="utf-8")
    finish(desk.careers.load_occupations(path))
    assert desk.careers.count_occupations() == 34  # in place of what was there


@pytest.mark.parametrize(
    "text",
    [
        "name;ort\nKita;Norden\n" * 40,
        "kldb;titel\n" + "26252;Elektrik\n" * 40,
        "kldb;titel\n" + "".join(f"x{n};Titel {n}\n" for n in range(60)),
    ],
)
def test_a_wrong_file_is_told_and_nothing_is_lost(desk, tmp_path, text):
    path = tmp_path / "liste.csv"
    path.write_text(TABLE + MORE, encoding="utf-8")
    finish(desk.careers.load_occupations(path))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        finish(desk.careers.load_occupations(path))
    assert caught.value.reason is Reason.NOT_A_CLASSIFICATION
    assert desk.careers.count_occupations() == 34


def test_the_real_classification_is_read_whole(desk, shared):
    finish(desk.careers.load_occupations(shared("kldb2010") / "kldb2010_slim.csv"))
    assert desk.careers.count_occupations() > 2_000
    assert desk.careers.occupation("26304").startswith("Berufe in der Elektrotechnik")
    assert desk.careers.occupations("bautischlerei fachlich")[0].code == "33332"
