"""Consents: given in words, withdrawn for good, and what rests on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft
from app.records.consents import ConsentDraft
from app.records.providers import Category
from app.records.redating import Redating
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import (
    AnchorKind,
    ConsentWay,
    MemberRole,
    Purpose,
    Recipient,
    Role,
    StepState,
    Track,
)
from tests.conftest import TODAY
from tests.makers import CHILD, make_case, make_provider, with_dates

GRANNY = replace(CHILD, role=MemberRole.GRANDPARENT, given="Salma", birth=None)
WORDS = "Ich bin einverstanden, dass die Servicestelle Angaben zu meiner Pflege speichert."
MAY = ConsentDraft(
    0,
    Purpose.HEALTH_DATA,
    Recipient.SERVICE_POINT,
    WORDS,
    date(2026, 11, 20),
    ConsentWay.SIGNED,
)


@pytest.fixture
def case(small):
    made = make_case(small)
    small.household.add(made, GRANNY)
    with_dates(small, made)
    return made


@pytest.fixture
def granny(small, case):
    return small.candidates.case(case).people[1].id


def give(desk, case, person, **changes):
    return desk.consents.give(case, replace(MAY, person=person, **changes))


def steps(desk, case):
    return {step.template: step for step in desk.plan.view(case, Track.RELOCATION).steps}


def told(desk):
    """Everything the journal still tells, as one text."""
    connection = desk.transactions.file.connect()
    rows = connection.execute('SELECT "table", row, before, after FROM revisions').fetchall()
    connection.close()
    return rows


def refused(reason, act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    assert caught.value.reason is reason
    return caught.value


def test_a_consent_is_kept_with_the_words_that_were_put_to_the_person(small, case, granny):
    done = give(small, case, granny, recipient_name="Frau Harms")
    (kept,) = small.consents.of_case(case)
    assert kept.id == int(done.facts["id"])
    assert kept.draft == replace(MAY, person=granny, recipient_name="Frau Harms")
    assert kept.person_name == "Salma"
    assert kept.holds
    assert small.candidates.case(case).consents == (kept,)


def test_the_newest_consent_comes_first(small, case, granny):
    give(small, case, granny)
    give(small, case, granny, purpose=Purpose.PHOTO, given_on=date(2026, 11, 2))
    give(small, case, granny, purpose=Purpose.SHARE, given_on=TODAY)
    found = [each.draft.purpose for each in small.consents.of_case(case)]
    assert found == [Purpose.SHARE, Purpose.HEALTH_DATA, Purpose.PHOTO]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        pytest.param({"wording": " "}, Reason.BLANK, "wording", id="without words"),
        pytest.param(
            {"given_on": TODAY + timedelta(days=1)}, Reason.DATE_IN_FUTURE, "given_on", id="ahead"
        ),
        pytest.param(
            {"given_on": date(226, 1, 1)}, Reason.NOT_A_DATE, "given_on", id="mistyped year"
        ),
        pytest.param({"wording": "\ud83d"}, Reason.TEXT_NOT_STORABLE, "wording", id="half a sign"),
        pytest.param({"person": 999}, Reason.NO_SUCH_PERSON, "", id="nobody"),
    ],
)
def test_what_is_no_consent_is_refused_beside_its_field(
    small, case, granny, changes, reason, field
):
    draft = replace(MAY, **{"person": granny, **changes})
    assert refused(reason, small.consents.give, case, draft).field == field
    assert small.consents.of_case(case) == ()


def test_nobody_consents_in_the_case_of_others(small, case, granny):
    other = make_case(small)
    refused(Reason.NO_SUCH_PERSON, give, small, other, granny)
    refused(Reason.NO_SUCH_CASE, give, small, 999, granny)


def test_a_consent_holds_for_its_purpose_and_recipient_until_it_is_withdrawn(small, case, granny):
    holds = small.consents.holds
    given = give(small, case, granny, purpose=Purpose.SHARE, recipient=Recipient.EMPLOYER)
    assert holds(granny, Purpose.SHARE)
    assert holds(granny, Purpose.SHARE, Recipient.EMPLOYER)
    assert not holds(granny, Purpose.SHARE, Recipient.SCHOOL)
    assert not holds(granny, Purpose.PHOTO)
    small.consents.withdraw(int(given.facts["id"]), TODAY)
    assert not holds(granny, Purpose.SHARE)
    (kept,) = small.consents.of_case(case)
    assert (kept.withdrawn_on, kept.holds) == (TODAY, False)


def test_a_withdrawal_is_neither_early_nor_ahead_nor_twice(small, case, granny):
    given = int(give(small, case, granny).facts["id"])
    withdraw = small.consents.withdraw
    refused(Reason.WITHDRAWN_BEFORE_GIVEN, withdraw, given, date(2026, 11, 19))
    refused(Reason.DATE_IN_FUTURE, withdraw, given, TODAY + timedelta(days=1))
    refused(Reason.NO_SUCH_CONSENT, withdraw, 999, TODAY)
    withdraw(given, TODAY)
    refused(Reason.CONSENT_HAS_ENDED, withdraw, given, TODAY)


def test_a_withdrawal_that_erased_nothing_can_be_taken_back(small, case, granny):
    given = int(give(small, case, granny, purpose=Purpose.PHOTO).facts["id"])
    done = small.consents.withdraw(given, TODAY)
    small.history.undo(done.batch)
    assert small.consents.of_case(case)[0].holds


def test_a_fact_under_article_9_needs_the_consent_of_the_person_it_speaks_of(small, case, granny):
    record = small.household.record
    me = small.candidates.case(case).people[0].id
    assert (
        refused(Reason.CONSENT_MISSING, record, case, granny, FactKey.CARE_NEED, "yes").field
        == "care_need"
    )
    give(small, case, me)
    give(small, case, granny, purpose=Purpose.SHARE, recipient=Recipient.AUTHORITY)
    refused(Reason.CONSENT_MISSING, record, case, granny, FactKey.CARE_NEED, "yes")
    refused(Reason.CONSENT_MISSING, record, case, None, FactKey.CARE_NEED, "yes")
    give(small, case, granny)
    record(case, granny, FactKey.CARE_NEED, "yes")
    assert steps(small, case)["care_grade"].person == granny


def test_a_value_the_fact_cannot_have_is_refused_before_the_consent_is_asked(small, case, granny):
    refused(Reason.NOT_A_VALUE, small.household.record, case, granny, FactKey.CARE_NEED, "perhaps")


def test_after_the_withdrawal_nothing_more_is_recorded(small, case, granny):
    given = int(give(small, case, granny).facts["id"])
    small.consents.withdraw(given, TODAY)
    record = small.household.record
    refused(Reason.CONSENT_MISSING, record, case, granny, FactKey.CARE_NEED, "yes")


@pytest.fixture
def cared_for(small, case, granny):
    """A grandmother who needs care, with a consent; its id."""
    given = int(give(small, case, granny).facts["id"])
    small.household.record(case, granny, FactKey.CARE_NEED, "yes")
    return given


def test_the_withdrawal_erases_the_facts_and_the_plan_follows(small, case, cared_for):
    assert {"care_grade", "care_or_car"} <= steps(small, case).keys()
    done = small.consents.withdraw(cared_for, TODAY)
    assert done.facts["erased"] == "1"
    assert "care_need" not in [fact.key for fact in small.candidates.case(case).facts]
    left = steps(small, case)
    assert "care_grade" not in left
    # whether they bring a car nobody knows: that question stays
    assert "care_or_car" in left


def test_the_day_since_when_care_is_needed_goes_with_the_consent(small, case, granny, cared_for):
    day = Day(date(2026, 9, 17))
    first = small.plan.set_anchor(case, AnchorKind.CARE_NEED, Day(date(2026, 9, 16)))
    small.dates.move(case, Redating(((AnchorKind.CARE_NEED, day),), "Bescheid"))
    other = make_case(small)
    small.plan.set_anchor(other, AnchorKind.CARE_NEED, day)
    small.consents.withdraw(cared_for, TODAY)
    assert AnchorKind.CARE_NEED not in small.candidates.case(case).anchors
    assert small.dates.moves(case) == ()
    refused(Reason.NOT_UNDOABLE, small.history.undo, first.batch)
    assert AnchorKind.CARE_NEED in small.candidates.case(other).anchors
    assert str(told(small)).count("2026-09-17") == 1


def test_the_day_stays_while_another_needs_care(small, case, granny, cared_for):
    small.household.add(case, replace(GRANNY, given="Idris"))
    (grandpa,) = (
        each.id for each in small.candidates.case(case).people if each.draft.given == "Idris"
    )
    give(small, case, grandpa)
    small.household.record(case, grandpa, FactKey.CARE_NEED, "yes")
    small.plan.set_anchor(case, AnchorKind.CARE_NEED, Day(TODAY))
    small.consents.withdraw(cared_for, TODAY)
    assert AnchorKind.CARE_NEED in small.candidates.case(case).anchors


def test_no_revision_tells_of_an_erased_fact_any_more(small, case, granny, cared_for):
    small.household.record(case, granny, FactKey.CARE_NEED, "no")
    small.household.record(case, granny, FactKey.CARE_NEED, "yes")
    small.household.record(case, granny, FactKey.HEALTH_NEED, "yes")
    small.household.forget(case, granny, FactKey.HEALTH_NEED)
    step = steps(small, case)["care_grade"]
    small.plan.note(step.id, "Bescheid liegt bei Frau Dr. Zugvogel")
    small.plan.mark_document(step.id, "passport")
    small.roles.hold(case, Role.PERSON, HolderDraft("Zugvogel"), step.id)
    small.plan.tick(step.id)
    before = " ".join(str(row) for row in told(small))
    assert "care_need" in before
    assert "Zugvogel" in before
    small.consents.withdraw(cared_for, TODAY)
    after = " ".join(str(row) for row in told(small))
    for word in ("care_need", "health_need", "care_grade", "Zugvogel"):
        assert word not in after, word
    assert "care_grade" not in steps(small, case)


def test_the_journal_keeps_what_others_said(small, case, granny, cared_for):
    me = small.candidates.case(case).people[0].id
    give(small, case, me)
    small.household.record(case, me, FactKey.HEALTH_NEED, "yes")
    small.household.record(case, None, FactKey.CAR, "yes")
    small.consents.withdraw(cared_for, TODAY)
    after = " ".join(str(row) for row in told(small))
    assert "health_need" in after
    assert '"car"' in after
    assert {fact.key for fact in small.candidates.case(case).facts} == {"health_need", "car"}


def test_a_step_that_another_fact_asks_for_stays_with_its_work(small, case, cared_for):
    small.household.record(case, None, FactKey.CAR, "yes")
    step = steps(small, case)["care_or_car"]
    small.plan.tick(step.id)
    small.consents.withdraw(cared_for, TODAY)
    assert steps(small, case)["care_or_car"].state is StepState.DONE


def test_a_step_taken_by_hand_stays(small, case, granny, cared_for):
    small.plan.take(case, "care_grade", small.candidates.case(case).people[0].id)
    small.consents.withdraw(cared_for, TODAY)
    assert steps(small, case)["care_grade"].by_hand


def test_another_consent_for_the_same_purpose_keeps_the_facts(small, case, granny, cared_for):
    give(small, case, granny, recipient=Recipient.AUTHORITY)
    assert small.consents.withdraw(cared_for, TODAY).facts["erased"] == "0"
    assert "care_need" in [fact.key for fact in small.candidates.case(case).facts]


def test_a_withdrawal_that_erased_is_never_taken_back(small, case, granny, cared_for):
    recorded = small.history.of_case(case)[0].batch
    done = small.consents.withdraw(cared_for, TODAY)
    refused(Reason.NOT_UNDOABLE, small.history.undo, done.batch)
    # nor does the batch that recorded the fact bring it back
    refused(Reason.NOT_UNDOABLE, small.history.undo, recorded)
    assert small.candidates.case(case).facts == ()


def test_a_consent_on_which_facts_rest_is_withdrawn_and_not_undone(small, case, granny):
    given = give(small, case, granny)
    noted = small.household.record(case, granny, FactKey.CARE_NEED, "yes")
    refused(Reason.CONSENT_IN_USE, small.history.undo, given.batch)
    assert small.consents.of_case(case)[0].holds
    small.history.undo(noted.batch)
    small.history.undo(given.batch)
    assert small.consents.of_case(case) == ()


def test_an_undo_brings_no_special_fact_back_without_consent(small, case, granny):
    given = give(small, case, granny)
    small.household.record(case, granny, FactKey.CARE_NEED, "yes")
    forgotten = small.household.forget(case, granny, FactKey.CARE_NEED)
    small.history.undo(given.batch)
    refused(Reason.CONSENT_MISSING, small.history.undo, forgotten.batch)
    assert small.candidates.case(case).facts == ()


def test_who_leaves_the_household_takes_the_consents_along(small, case, granny, cared_for):
    step = steps(small, case)["care_grade"]
    small.roles.hold(case, Role.PERSON, HolderDraft("Nichte"), step.id)
    removed = small.household.remove(granny)
    assert small.consents.of_case(case) == ()
    small.history.undo(removed.batch)
    (kept,) = small.consents.of_case(case)
    assert kept.id == cared_for
    assert steps(small, case)["care_grade"].holders[0].draft.name == "Nichte"


def test_care_for_an_elder_needs_consent_and_goes_with_it(small, case, granny):
    day_care = make_provider(
        small,
        organisation="Tagespflege Siel",
        category=Category.ELDER_CARE,
        hours_osm="Mo-Fr 08:00-16:30",
    )
    wanted = ChoiceDraft(CareState.WANTED, day_care)
    refused(Reason.CONSENT_MISSING, small.care.decide, granny, wanted)
    given = give(small, case, granny)
    decided = small.care.decide(granny, wanted)
    assert [each.name for each in small.care.board(case).persons] == [GRANNY.given]
    small.consents.withdraw(small.consents.of_case(case)[0].id, TODAY)
    assert small.care.choices(case) == ()
    assert small.care.board(case).persons == ()
    refused(Reason.NOT_UNDOABLE, small.history.undo, decided.batch)
    assert all(
        before is after is None
        for table, _, before, after in told(small)
        if table == "care_choices"
    )
    assert given.batch


def test_undoing_a_consent_with_care_decided_is_refused(small, case, granny):
    day_care = make_provider(small, organisation="Siel", category=Category.ELDER_CARE)
    given = give(small, case, granny)
    small.care.decide(granny, ChoiceDraft(CareState.WANTED, day_care))
    refused(Reason.CONSENT_IN_USE, small.history.undo, given.batch)


def test_an_undo_brings_no_decision_about_care_back_without_consent(small, case, granny):
    day_care = make_provider(small, organisation="Siel", category=Category.ELDER_CARE)
    given = give(small, case, granny)
    small.care.decide(granny, ChoiceDraft(CareState.WANTED, day_care))
    forgotten = small.care.forget(granny, provider=day_care)
    small.history.undo(given.batch)
    refused(Reason.CONSENT_MISSING, small.history.undo, forgotten.batch)
