"""What a household needed, as its records tell it."""

from __future__ import annotations

from datetime import date

from app.records.care import CareState, ChoiceDraft
from app.records.cases import PersonDraft
from app.records.housing import WishDraft
from app.records.needs import NeedDraft, NeedEarly, NeedKind, NeedState
from app.records.providers import Category
from app.records.schools import SchoolChoiceDraft, SchoolState
from app.rules.calendar import Day, PartialDate
from app.rules.terms import AnchorKind, MemberRole
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from ui import wording


def test_what_was_met_before_it_was_written_down_was_needed_by_then(desk):
    case = make_case(desk, home_street="Deichweg 1", home_town="Norden")
    moved_in = date(2026, 9, 19)
    desk.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(moved_in))
    desk.housing.keep_wish(case, WishDraft())
    (home,) = desk.needs.of_case(case)
    assert (home.state, home.settled_on) == (NeedState.MET, moved_in)
    assert home.since == moved_in < TODAY


def test_what_was_settled_before_it_was_noted_was_needed_by_then(desk):
    case = make_case(desk)
    earlier = date(2026, 9, 19)
    desk.needs.say(case, NeedDraft(NeedKind.TRAINING, NeedState.MET))
    desk.needs.say(case, NeedDraft(NeedKind.TRAINING, NeedState.MET, settled_on=earlier))
    (need,) = desk.needs.of_case(case)
    assert (need.since, need.settled_on) == (earlier, earlier)


def test_a_need_settled_before_it_was_recorded_is_told_when_it_is_noted_and_with_it(desk):
    case = make_case(desk)
    desk.housing.keep_wish(case, WishDraft())
    for on, early in ((TODAY, None), (date(2020, 1, 1), NeedEarly.RECORD)):
        said = NeedDraft(NeedKind.HOME, NeedState.MET, settled_on=on)
        done = wording.done(desk.needs.say(case, said))
        (need,) = desk.needs.of_case(case)
        assert need.early is early
        assert ("Achtung: geklärt vor dem ersten Eintrag (" in done) is (early is not None)


def test_a_need_nobody_recorded_is_held_against_the_day_the_case_was_entered(desk):
    case = make_case(desk)
    desk.transactions.today = lambda: date(2027, 1, 15)
    for on, early in ((TODAY, None), (date(2026, 11, 20), NeedEarly.CASE)):
        said = NeedDraft(NeedKind.TRAINING, NeedState.MET, settled_on=on)
        done = wording.done(desk.needs.say(case, said))
        (need,) = desk.needs.of_case(case)
        assert (need.early, "vor der Aufnahme des Falls" in done) == (early, early is not None)


def test_a_place_promised_at_a_school_meets_the_need_for_one(desk):
    case = make_case(desk)
    desk.household.add(case, PersonDraft(MemberRole.CHILD, "Mats", birth=PartialDate(2018, 2, 9)))
    child = desk.candidates.case(case).people[-1].id
    near, far = (
        make_provider(desk, organisation=name, category=Category.SCHOOL)
        for name in ("Grundschule", "Oberschule")
    )
    desk.schools.choose(child, far, SchoolChoiceDraft(SchoolState.CONSIDERED))
    states = {each.kind: each.state for each in desk.needs.of_case(case)}
    assert states[NeedKind.SCHOOL] is NeedState.OPEN
    desk.care.decide(child, ChoiceDraft(CareState.PROMISED, near))
    states = {each.kind: each.state for each in desk.needs.of_case(case)}
    assert states[NeedKind.SCHOOL] is NeedState.MET
