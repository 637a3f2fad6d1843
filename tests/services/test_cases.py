"""Taking up a case and leading it: stages, holding, closing, contacts, history, who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.cases import CaseQuery, CaseState, Channel, CloseReason, ContactDraft, Counterpart
from app.records.office import AdvisorDraft
from app.rules.calendar import PartialDate
from app.rules.terms import Stage
from tests.conftest import TODAY
from tests.makers import CHILD, FROM_TUNISIA, NURSE, make_case, make_provider

CALL = ContactDraft(date(2026, 11, 20), Channel.PHONE, Counterpart.FAMILY, "Amira", "Kita vor 7?")


def test_a_family_is_taken_up_in_the_first_stage(desk):
    done = desk.candidates.register(FROM_TUNISIA, NURSE)
    view = desk.candidates.case(done.case)
    assert done.facts["name"] == "Ben Amor, Amira"
    assert (view.head.stage, view.head.name, view.head.initials) == (
        Stage.INTEREST,
        "Ben Amor, Amira",
        "BA",
    )
    assert view.draft == FROM_TUNISIA
    assert view.people[0].draft == NURSE
    assert view.people[0].age == 32
    assert [(each.on, each.stage, each.failed) for each in view.stages] == [
        (TODAY, Stage.INTEREST, False)
    ]


def test_a_person_without_any_name_is_refused_beside_the_family_name(desk):
    with pytest.raises(Refused) as caught:
        desk.candidates.register(FROM_TUNISIA, replace(NURSE, given=" ", family="\t"))
    assert (caught.value.reason, caught.value.field) == (Reason.BLANK, "family")
    assert desk.lists.case_count(CaseQuery(state=CaseState.ALL)) == 0


@pytest.mark.parametrize("field", ["given", "called", "passport", "own_script"])
def test_one_name_of_any_kind_is_enough_and_is_shown(desk, field):
    person = replace(NURSE, given="", family="")
    case = desk.candidates.register(FROM_TUNISIA, replace(person, **{field: "Suharto"})).case
    assert desk.candidates.head(case).name == "Suharto"


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"home_postcode": "2650"}, Reason.NOT_A_POSTCODE, "home_postcode"),
        ({"origin": "Tunesien"}, Reason.NOT_A_VALUE, "origin"),
        ({"language": "Deutsch!"}, Reason.UNKNOWN_LANGUAGE, "language"),
        ({"employer": 77}, Reason.NO_SUCH_PROVIDER, "employer"),
        ({"advisor": 77}, Reason.NO_SUCH_ADVISOR, "advisor"),
        ({"note": "\udfff"}, Reason.TEXT_NOT_STORABLE, "note"),
    ],
)
def test_a_wrong_value_of_a_case_is_refused_beside_its_field(desk, changes, reason, field):
    case = make_case(desk)
    for command in (
        lambda draft: desk.candidates.register(draft, NURSE),
        lambda draft: desk.candidates.edit(case, draft),
    ):
        with pytest.raises(Refused) as caught:
            command(replace(FROM_TUNISIA, **changes))
        assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.candidates.case(case).draft == FROM_TUNISIA
    assert desk.lists.case_count(CaseQuery()) == 1


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"phone": "ruf mich an"}, Reason.NOT_A_PHONE, "phone"),
        ({"email": "amira@"}, Reason.NOT_AN_EMAIL, "email"),
        ({"nationality": "tunesisch"}, Reason.NOT_A_VALUE, "nationality"),
        ({"languages": ("Arabisch",)}, Reason.UNKNOWN_LANGUAGE, "languages"),
        ({"birth": PartialDate(2026, 12)}, Reason.DATE_IN_FUTURE, "birth"),
        ({"birth": PartialDate(194, 3, 8)}, Reason.NOT_A_DATE, "birth"),
    ],
)
def test_a_wrong_value_of_a_person_is_refused_beside_its_field(desk, changes, reason, field):
    case = make_case(desk)
    with pytest.raises(Refused) as caught:
        desk.household.add(case, replace(CHILD, **changes))
    assert (caught.value.reason, caught.value.field) == (reason, field)
    assert len(desk.candidates.case(case).people) == 1


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (None, None),
        (PartialDate(2020), None),
        (PartialDate(2020, 11), None),
        (PartialDate(2020, 10), 6),
        (PartialDate(2020, 11, 23), 6),
        (PartialDate(2020, 11, 24), 5),
    ],
    ids=str,
)
def test_an_age_is_told_only_where_the_birth_date_settles_it(desk, birth, age):
    case = make_case(desk)
    desk.household.add(case, replace(CHILD, birth=birth))
    child = desk.candidates.case(case).people[1]
    assert (child.draft.birth, child.age) == (birth, age)


def test_stages_go_forward_without_a_word(desk):
    case = make_case(desk)
    for stage in (Stage.VISIT, Stage.CONTRACT, Stage.STAYING):
        assert desk.candidates.stage(case, stage).facts["stage"] == stage.value
    view = desk.candidates.case(case)
    assert [each.stage for each in view.stages] == [
        Stage.STAYING,
        Stage.CONTRACT,
        Stage.VISIT,
        Stage.INTEREST,
    ]
    assert not any(each.failed for each in view.stages)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_step_back_needs_its_reason(desk, reason):
    case = make_case(desk)
    desk.candidates.stage(case, Stage.CONTRACT)
    with pytest.raises(Refused) as caught:
        desk.candidates.stage(case, Stage.VISIT, reason)
    assert (caught.value.reason, caught.value.field) == (Reason.REASON_MISSING, "reason")
    assert desk.candidates.head(case).stage is Stage.CONTRACT


def test_a_step_back_is_kept_as_a_failed_attempt(desk):
    case = make_case(desk)
    desk.candidates.stage(case, Stage.CONTRACT)
    desk.candidates.stage(case, Stage.VISIT, "Klinik hat abgesagt")
    newest = desk.candidates.case(case).stages[0]
    assert (newest.stage, newest.failed, newest.reason, newest.on) == (
        Stage.VISIT,
        True,
        "Klinik hat abgesagt",
        TODAY,
    )


def test_a_stage_is_not_reached_tomorrow(desk):
    case = make_case(desk)
    with pytest.raises(Refused) as caught:
        desk.candidates.stage(case, Stage.VISIT, on=TODAY + timedelta(days=1))
    assert (caught.value.reason, caught.value.field) == (Reason.DATE_IN_FUTURE, "on")


def test_a_case_on_hold_says_until_when_and_why_and_comes_back(desk):
    case = make_case(desk)
    desk.candidates.hold(case, date(2027, 1, 4), "Elternzeit")
    head = desk.candidates.head(case)
    assert (head.held_until, head.held_because) == (date(2027, 1, 4), "Elternzeit")
    assert head.stage is Stage.INTEREST
    desk.candidates.resume(case)
    assert desk.candidates.head(case).held_until is None


@pytest.mark.parametrize(
    ("until", "reason", "field"),
    [(TODAY, "krank", "until"), (date(2027, 1, 4), " ", "reason"), (date.max, "krank", "until")],
    ids=["today", "no reason", "mistyped year"],
)
def test_holding_needs_a_day_to_come_and_a_reason(desk, until, reason, field):
    case = make_case(desk)
    with pytest.raises(Refused) as caught:
        desk.candidates.hold(case, until, reason)
    assert caught.value.field == field
    assert desk.candidates.head(case).held_until is None


def test_closing_keeps_everything_and_ends_a_hold(desk):
    case = make_case(desk, children=2)
    desk.candidates.hold(case, date(2027, 1, 4), "Elternzeit")
    desk.candidates.close(case, CloseReason.NO_PERMIT)
    view = desk.candidates.case(case)
    assert (view.head.closed_on, view.head.closed_because) == (TODAY, CloseReason.NO_PERMIT)
    assert view.head.held_until is None
    assert len(view.people) == 3
    desk.candidates.reopen(case)
    assert desk.candidates.head(case).closed_on is None
    assert list(desk.lists.case_ids(CaseQuery())) == [case]


def test_contacts_stand_newest_first_with_the_advisor_of_the_case(desk):
    advisor = int(desk.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    case = make_case(desk, advisor=advisor)
    desk.candidates.note_contact(case, CALL)
    desk.candidates.note_contact(case, replace(CALL, on=TODAY, text="Rückruf"))
    contacts = desk.candidates.case(case).contacts
    assert [each.draft.text for each in contacts] == ["Rückruf", "Kita vor 7?"]
    assert {each.advisor for each in contacts} == {"Imke Okken"}


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, Reason.DATE_IN_FUTURE, "on"),
        ({"on": date(20, 11, 20)}, Reason.NOT_A_DATE, "on"),
        ({"text": "  "}, Reason.BLANK, "text"),
        ({"whom": "\ud800"}, Reason.TEXT_NOT_STORABLE, "whom"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_beside_its_field(desk, changes, reason, field):
    case = make_case(desk)
    desk.candidates.note_contact(case, CALL)
    (noted,) = desk.candidates.case(case).contacts
    for command in (desk.candidates.note_contact, desk.candidates.edit_contact):
        key = case if command == desk.candidates.note_contact else noted.id
        with pytest.raises(Refused) as caught:
            command(key, replace(CALL, **changes))
        assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.candidates.case(case).contacts == (noted,)


def test_a_contact_is_changed_and_removed(desk):
    case = make_case(desk)
    desk.candidates.note_contact(case, CALL)
    (noted,) = desk.candidates.case(case).contacts
    desk.candidates.edit_contact(noted.id, replace(CALL, text="Hort ab August"))
    assert list(desk.lists.case_ids(CaseQuery(words="Hort"))) == [case]
    desk.candidates.remove_contact(noted.id)
    assert desk.candidates.case(case).contacts == ()
    assert list(desk.lists.case_ids(CaseQuery(words="Hort"))) == []


def test_a_renamed_employer_is_what_its_cases_are_found_by(desk):
    from tests.makers import KITA

    employer = make_provider(desk, organisation="Deichklinik")
    case = make_case(desk, employer=employer)
    desk.providers.edit(employer, replace(KITA, organisation="Klinik Wattenblick"))
    assert list(desk.lists.case_ids(CaseQuery(words="Wattenblick"))) == [case]
    assert list(desk.lists.case_ids(CaseQuery(words="Deichklinik"))) == []
    assert desk.candidates.head(case).employer == "Klinik Wattenblick"


@pytest.mark.parametrize("missing", [0, 4711, -1, 2**63 - 1])
def test_what_is_not_there_is_refused_by_name(desk, missing):
    make_case(desk)
    for command, reason in (
        (lambda: desk.candidates.case(missing), Reason.NO_SUCH_CASE),
        (lambda: desk.candidates.close(missing, CloseReason.OTHER), Reason.NO_SUCH_CASE),
        (lambda: desk.candidates.remove_contact(missing), Reason.NO_SUCH_CONTACT),
        (lambda: desk.household.remove(missing), Reason.NO_SUCH_PERSON),
        (lambda: desk.providers.provider(missing), Reason.NO_SUCH_PROVIDER),
        (lambda: desk.history.undo(missing), Reason.NO_SUCH_BATCH),
    ):
        with pytest.raises(Refused) as caught:
            command()
        assert caught.value.reason is reason


def test_the_history_tells_newest_first_who_did_what_and_what_was_undone(desk):
    case = make_case(desk)
    make_case(desk)
    held = desk.candidates.hold(case, date(2027, 1, 4), "Elternzeit")
    desk.history.undo(held.batch)
    told = [(each.act, each.who, each.undone) for each in desk.history.of_case(case)]
    assert told == [
        ("undone", "Tomke Harms", False),
        ("case_held", "Tomke Harms", True),
        ("case_registered", "Tomke Harms", False),
    ]
    assert len(desk.history.of_case(case, 1)) == 1


def test_looking_at_a_case_is_recorded_and_changes_nothing(desk):
    case = make_case(desk)
    before = desk.candidates.case(case)
    done = desk.privacy.viewed(case)
    assert done.touched == frozenset()
    newest = desk.history.of_case(case)[0]
    assert (newest.act, newest.who) == ("case_viewed", "Tomke Harms")
    after = desk.candidates.case(case)
    assert (after.people, after.stages) == (before.people, before.stages)
    # a look is not a change: the form's "saved at" stays
    assert after.saved_at == before.saved_at


def test_looking_at_a_case_that_is_not_there_is_not_recorded(desk):
    with pytest.raises(Refused):
        desk.privacy.viewed(99)
    assert desk.history.of_case(99) == []
