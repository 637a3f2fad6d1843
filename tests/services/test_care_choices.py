"""What is decided between a family and those who could care: the last word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.done import Topic
from app.errors import Reason, Refused
from app.records.care import CarerDraft, CarerKind, CareState, ChoiceDraft
from app.records.providers import Category
from tests.conftest import TODAY
from tests.makers import CHILD, make_case, make_provider
from tests.services.undo_world import everything

HALF = "\ud800"
PROPOSED, WANTED, PROMISED, DECLINED = CareState


@pytest.fixture
def case(desk):
    return make_case(desk, children=2)


@pytest.fixture
def child(desk, case):
    return desk.candidates.case(case).people[1].id


@pytest.fixture
def sibling(desk, case):
    return desk.candidates.case(case).people[2].id


@pytest.fixture
def kita(desk):
    return make_provider(desk)


@pytest.fixture
def other_kita(desk):
    return make_provider(desk, organisation="Kita Wattwürmchen")


def carer_of(desk, case, name="Oma Grete"):
    desk.rosters.add_carer(case, CarerDraft(CarerKind.RELATIVE, name))
    return desk.rosters.board(case).carers[-1].id


def refused(command):
    """The reason and the field a command was refused for."""
    with pytest.raises(Refused) as caught:
        command()
    return caught.value.reason, caught.value.field


def test_what_is_decided_is_kept_with_its_day(desk, case, child, kita):
    draft = ChoiceDraft(
        WANTED,
        kita,
        hours_osm="Mo-Fr 08:00-14:00",
        valid_from=date(2027, 2, 1),
        valid_to=date(2027, 7, 31),
    )
    done = desk.care.decide(child, draft)
    assert (done.case, done.touched) == (case, frozenset({Topic.CARE}))
    assert done.facts == {"name": "Kita Deichkinder", "state": "wanted"}
    [view] = desk.care.choices(case)
    assert (view.person, view.draft, view.noted_on) == (child, draft, TODAY)


def test_the_last_word_counts(desk, case, child, kita):
    desk.care.decide(child, ChoiceDraft(PROMISED, kita, valid_from=date(2027, 2, 1)))
    desk.transactions.today = lambda: date(2026, 12, 1)
    last = ChoiceDraft(DECLINED, kita, because=" kein Platz – «نعم» 🙂 ", hours_osm="  ")
    desk.care.decide(child, last)
    [view] = desk.care.choices(case)
    assert view.draft == replace(last, because="kein Platz – «نعم» 🙂", hours_osm="")
    assert view.noted_on == date(2026, 12, 1)


def test_each_child_and_each_carer_has_words_of_its_own(desk, case, child, sibling, kita):
    granny, grandpa = carer_of(desk, case), carer_of(desk, case, "Opa")
    for person, draft in (
        (child, ChoiceDraft(WANTED, kita)),
        (sibling, ChoiceDraft(PROPOSED, kita)),
        (child, ChoiceDraft(PROMISED, carer=granny)),
        (child, ChoiceDraft(DECLINED, carer=grandpa, because="zu weit")),
        (child, ChoiceDraft(PROMISED, carer=grandpa)),
    ):
        desk.care.decide(person, draft)
    assert [(v.person, v.draft.state, v.draft.carer) for v in desk.care.choices(case)] == [
        (child, WANTED, None),
        (sibling, PROPOSED, None),
        (child, PROMISED, granny),
        (child, PROMISED, grandpa),
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"state": DECLINED}, Reason.REASON_MISSING, "because"),
        ({"state": DECLINED, "because": " \n"}, Reason.REASON_MISSING, "because"),
        ({"because": HALF}, Reason.TEXT_NOT_STORABLE, "because"),
        ({"hours_osm": HALF}, Reason.TEXT_NOT_STORABLE, "hours_osm"),
        ({"hours_osm": "immer mal"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
        ({"valid_from": date(226, 2, 1)}, Reason.NOT_A_DATE, "valid_from"),
        ({"valid_to": date(9999, 1, 1)}, Reason.NOT_A_DATE, "valid_to"),
        (
            {"valid_from": date(2027, 2, 1), "valid_to": date(2027, 1, 31)},
            Reason.ENDS_BEFORE_IT_BEGINS,
            "valid_to",
        ),
    ],
)
def test_what_cannot_be_decided_is_refused(desk, case, child, kita, changes, reason, field):
    draft = replace(ChoiceDraft(PROPOSED, kita), **changes)
    assert refused(lambda: desk.care.decide(child, draft)) == (reason, field)
    assert desk.care.choices(case) == ()


def test_exactly_one_is_decided_about(desk, case, child, kita):
    granny = carer_of(desk, case)
    stranger = carer_of(desk, make_case(desk))
    for draft, reason in (
        (ChoiceDraft(WANTED, 999), Reason.NO_SUCH_PROVIDER),
        (ChoiceDraft(WANTED, carer=999), Reason.NO_SUCH_CARER),
        (ChoiceDraft(WANTED), Reason.NO_SUCH_CARER),
        (ChoiceDraft(WANTED, kita, granny), Reason.NO_SUCH_CARER),
        (ChoiceDraft(PROMISED, kita, granny), Reason.NO_SUCH_CARER),
        (ChoiceDraft(WANTED, carer=stranger), Reason.NO_SUCH_CARER),
    ):
        assert refused(lambda draft=draft: desk.care.decide(child, draft))[0] is reason
    assert desk.care.choices(case) == ()


def test_what_is_not_there_is_refused_by_name(desk, child, kita):
    draft = ChoiceDraft(WANTED, kita)
    assert refused(lambda: desk.care.choices(999))[0] is Reason.NO_SUCH_CASE
    assert refused(lambda: desk.care.decide(999, draft))[0] is Reason.NO_SUCH_PERSON
    assert refused(lambda: desk.care.forget(999, provider=kita))[0] is Reason.NO_SUCH_PERSON
    assert refused(lambda: desk.care.forget(child, provider=kita))[0] is Reason.NOTHING_TO_UNDO


def test_what_was_decided_is_forgotten_alone(desk, case, child, sibling, kita):
    granny = carer_of(desk, case)
    for person, draft in (
        (child, ChoiceDraft(WANTED, kita)),
        (sibling, ChoiceDraft(WANTED, kita)),
        (child, ChoiceDraft(WANTED, carer=granny)),
    ):
        desk.care.decide(person, draft)
    before = everything(desk)
    done = desk.care.forget(child, carer=granny)
    assert done.facts == {"name": "Oma Grete"}
    assert desk.care.forget(child, provider=kita).facts == {"name": "Kita Deichkinder"}
    assert [view.person for view in desk.care.choices(case)] == [sibling]
    assert refused(lambda: desk.care.forget(child, carer=granny))[0] is Reason.NOTHING_TO_UNDO
    desk.care.decide(child, ChoiceDraft(WANTED, kita))
    desk.care.forget(child, provider=kita)
    desk.care.decide(child, ChoiceDraft(WANTED, kita))
    desk.history.undo(done.batch)
    assert len(everything(desk)["care_choices"]) == len(before["care_choices"])


# --- one kita a child -----------------------------------------------------------

FEBRUARY = {"valid_from": date(2027, 2, 1), "valid_to": date(2027, 2, 28)}


@pytest.mark.parametrize(
    ("days", "meet"),
    [
        ({}, True),
        (FEBRUARY, True),
        ({"valid_from": date(2027, 2, 28)}, True),
        ({"valid_from": date(2027, 3, 1)}, False),
        ({"valid_to": date(2027, 2, 1)}, True),
        ({"valid_to": date(2027, 1, 31)}, False),
        ({"valid_from": date(2027, 2, 10), "valid_to": date(2027, 2, 11)}, True),
        ({"valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31)}, True),
    ],
)
def test_a_second_kita_is_refused_only_where_the_days_meet(
    desk, case, child, kita, other_kita, days, meet
):
    desk.care.decide(child, ChoiceDraft(PROMISED, kita, **FEBRUARY))
    second = ChoiceDraft(PROMISED, other_kita, **days)
    if not meet:
        desk.care.decide(child, second)
        assert len(desk.care.choices(case)) == 2
        return
    with pytest.raises(Refused) as caught:
        desk.care.decide(child, second)
    assert caught.value.reason is Reason.SECOND_KITA
    assert caught.value.facts == {"name": "Kita Deichkinder"}
    assert len(desk.care.choices(case)) == 1


def test_open_ends_meet_what_comes_later_or_was_before(desk, child, kita, other_kita):
    desk.care.decide(child, ChoiceDraft(PROMISED, kita, valid_from=date(2027, 2, 1)))
    for days in ({}, {"valid_from": date(2030, 1, 1)}, {"valid_to": date(2027, 2, 1)}):
        command = lambda days=days: desk.care.decide(  # noqa: E731
            child, ChoiceDraft(PROMISED, other_kita, **days)
        )
        assert refused(command)[0] is Reason.SECOND_KITA
    desk.care.decide(child, ChoiceDraft(PROMISED, other_kita, valid_to=date(2027, 1, 31)))


def test_only_another_promised_kita_of_the_same_child_stands_in_the_way(
    desk, case, child, sibling, kita, other_kita
):
    minder = make_provider(desk, organisation="Sandbank", category=Category.CHILDMINDING)
    granny = carer_of(desk, case)
    for person, draft in (
        (child, ChoiceDraft(PROMISED, kita)),
        (child, ChoiceDraft(PROMISED, kita, **FEBRUARY)),  # the same one, with other days
        (child, ChoiceDraft(WANTED, other_kita)),
        (child, ChoiceDraft(PROMISED, minder)),
        (child, ChoiceDraft(PROMISED, carer=granny)),
        (sibling, ChoiceDraft(PROMISED, other_kita)),
    ):
        desk.care.decide(person, draft)
    assert len(desk.care.choices(case)) == 5
    desk.care.forget(child, provider=kita)
    desk.care.decide(child, ChoiceDraft(PROMISED, other_kita))


def test_a_declined_kita_frees_the_child_for_another(desk, case, child, kita, other_kita):
    desk.care.decide(child, ChoiceDraft(PROMISED, kita))
    desk.care.decide(child, ChoiceDraft(DECLINED, kita, because="Umzug"))
    desk.care.decide(child, ChoiceDraft(PROMISED, other_kita))
    assert [view.draft.state for view in desk.care.choices(case)] == [DECLINED, PROMISED]


def test_a_child_leaves_with_its_words_and_comes_back_with_them(desk, case, child, kita):
    new = int(desk.household.add(case, CHILD).facts["person"])
    for person in (child, new):
        desk.care.decide(person, ChoiceDraft(WANTED, kita))
    before = everything(desk)
    done = desk.household.remove(new)
    assert [view.person for view in desk.care.choices(case)] == [child]
    desk.history.undo(done.batch)
    assert everything(desk) == before
