"""Moving the dates of a case: what the preview says is what happens, and one undo takes it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk import Desk, open_desk
from app.done import Act
from app.errors import Reason, Refused
from app.records.care import RosterDraft
from app.records.plan import OwnStep
from app.records.providers import Category
from app.records.redating import Redating
from app.rules.calendar import Day, Precision
from app.rules.collisions import CollisionKind, Remedy
from app.rules.facts import FactKey
from app.rules.rosters import Duty, Roster
from app.rules.terms import AnchorKind, OfficeType, StepState, Track
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider, with_dates

WORK, ENTRY, MOVE_IN = AnchorKind.WORK_START, AnchorKind.ENTRY, AnchorKind.MOVE_IN
LATER = Day(date(2027, 4, 12))


@pytest.fixture
def case(desk: Desk) -> int:
    """A nurse from Tunisia with a child; enters on 13 February, begins on 1 March 2027."""
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


def to(day: Day, *others: tuple[AnchorKind, Day], **how) -> Redating:
    return Redating(((WORK, day), *others), **how)


def steps_of(desk: Desk, case: int) -> dict[tuple[str, int | None], tuple]:
    """Date and whether it is fixed of every step, by template and person."""
    return {
        (step.template or step.title, step.person): (step.due, step.pinned, step.state)
        for track in Track
        for step in desk.plan.view(case, track).steps
    }


def step_of(desk: Desk, case: int, template: str):
    steps = [step for track in Track for step in desk.plan.view(case, track).steps]
    return next(step for step in steps if step.template == template)


def test_the_preview_changes_nothing_and_says_exactly_what_happens(desk, case):
    before = steps_of(desk, case)
    seen = desk.dates.preview(case, to(LATER))
    assert steps_of(desk, case) == before
    assert [(each.kind, each.old, each.new) for each in seen.changes] == [
        (WORK, Day(date(2027, 3, 1)), LATER)
    ]
    done = desk.dates.move(case, to(LATER, reason="Visum dauert länger"))
    after = steps_of(desk, case)
    changed = {key for key in after if before[key] != after[key]}
    assert changed
    assert {(each.template, after_person(desk, case, each.step)) for each in seen.moved} == changed
    by_step = {each.step: each for each in seen.moved}
    for track in Track:
        for step in desk.plan.view(case, track).steps:
            if step.id in by_step:
                assert step.due == by_step[step.id].new
                assert before[step.template, step.person][0] == by_step[step.id].old
    assert (done.act, done.facts["moved"]) == (Act.ANCHORS_MOVED, str(len(changed)))


def after_person(desk: Desk, case: int, step_id: int) -> int | None:
    steps = [step for track in Track for step in desk.plan.view(case, track).steps]
    return next(step.person for step in steps if step.id == step_id)


def test_a_reason_is_kept_with_old_and_new_day(desk, case):
    desk.dates.move(case, to(LATER, reason="  Visum dauert länger "))
    desk.dates.move(case, to(Day(date(2027, 5, 1), Precision.MONTH)))
    newest, first = desk.dates.moves(case)
    assert (first.kind, first.old, first.new) == (WORK, Day(date(2027, 3, 1)), LATER)
    assert (first.reason, first.moved_on) == ("Visum dauert länger", TODAY)
    assert (newest.old, newest.new) == (LATER, Day(date(2027, 5, 1), Precision.MONTH))


def test_a_date_typed_over_another_is_remembered_as_moved_too(desk, case):
    desk.plan.set_anchor(case, WORK, LATER)
    assert [(each.old.on, each.new) for each in desk.dates.moves(case)] == [
        (date(2027, 3, 1), LATER)
    ]


def test_one_undo_takes_back_dates_steps_and_reason(desk, case):
    before = steps_of(desk, case)
    pinned = step_of(desk, case, "m_tag30").id
    done = desk.dates.move(
        case, to(LATER, (ENTRY, Day(date(2027, 3, 27))), reason="Visum", keep=frozenset({pinned}))
    )
    assert steps_of(desk, case) != before
    assert len(desk.dates.moves(case)) == 2
    desk.history.undo(done.batch)
    assert steps_of(desk, case) == before
    assert desk.dates.moves(case) == ()


def test_done_and_pinned_steps_stay_and_are_listed_apart(desk, case):
    done, pinned = step_of(desk, case, "m_messenger"), step_of(desk, case, "m_tag30")
    desk.plan.tick(done.id)
    desk.plan.pin(pinned.id, Day(date(2027, 3, 30)))
    set_aside = step_of(desk, case, "m_teamvorbereitung")
    desk.plan.not_needed(set_aside.id, "kennt alle")
    before = steps_of(desk, case)
    seen = desk.dates.preview(case, to(LATER))
    assert {(each.step, each.state, each.pinned, each.day) for each in seen.kept} == {
        (done.id, StepState.DONE, False, Day(TODAY)),
        (pinned.id, StepState.OPEN, True, Day(date(2027, 3, 30))),
        (set_aside.id, StepState.NOT_NEEDED, False, set_aside.due),
    }
    desk.dates.move(case, to(LATER))
    after = steps_of(desk, case)
    for step in (done, pinned, set_aside):
        assert after[step.template, step.person] == before[step.template, step.person]


def test_what_is_not_taken_over_is_fixed_on_its_present_day(desk, case):
    kept = step_of(desk, case, "m_it_zugaenge")
    seen = desk.dates.preview(case, to(LATER, keep=frozenset({kept.id})))
    assert kept.id not in {each.step for each in seen.moved}
    desk.dates.move(case, to(LATER, keep=frozenset({kept.id})))
    after = step_of(desk, case, "m_it_zugaenge")
    assert (after.due, after.pinned) == (kept.due, True)


def test_own_steps_keep_the_day_they_were_given(desk, case):
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Räder besorgen", Day(date(2027, 3, 3))))
    desk.dates.move(case, to(LATER))
    assert steps_of(desk, case)["Räder besorgen", None][0] == Day(date(2027, 3, 3))


def test_what_belongs_together_is_offered_by_the_same_distance_while_it_is_ahead(desk, case):
    desk.plan.set_anchor(case, AnchorKind.CARE_START, Day(date(2027, 3, 1), Precision.MONTH))
    desk.plan.set_anchor(case, AnchorKind.MOVE, Day(TODAY))
    seen = desk.dates.preview(case, to(LATER))
    assert [(each.kind, each.old, each.new) for each in seen.together] == [
        (ENTRY, Day(date(2027, 2, 13)), Day(date(2027, 3, 27))),
        (MOVE_IN, Day(date(2027, 2, 15)), Day(date(2027, 3, 29))),
        (
            AnchorKind.CARE_START,
            Day(date(2027, 3, 1), Precision.MONTH),
            Day(date(2027, 4, 1), Precision.MONTH),
        ),
    ]
    alone = desk.dates.preview(case, Redating(((AnchorKind.CONTRACT, Day(date(2026, 11, 9))),)))
    assert alone.together == ()
    same = desk.dates.preview(case, to(Day(date(2027, 3, 1))))
    assert same.together == ()


def test_dates_that_belong_together_move_in_one_command(desk, case):
    along = ((ENTRY, Day(date(2027, 3, 27))), (MOVE_IN, Day(date(2027, 3, 29))))
    seen = desk.dates.preview(case, to(LATER, *along))
    assert not [each for each in seen.collisions if each.kind is CollisionKind.RENT_BEFORE_WORK]
    desk.dates.move(case, to(LATER, *along))
    assert step_of(desk, case, "anmeldung_wohnsitz").due == Day(date(2027, 4, 12))


def test_entry_before_the_visa_is_told_gravest_first_with_its_remedy(desk, case):
    desk.household.record(case, None, FactKey.FAST_TRACK, "yes")
    desk.plan.set_anchor(case, AnchorKind.VISA_APPLICATION, Day(date(2027, 2, 1)))
    seen = desk.dates.preview(case, to(LATER))
    first = seen.collisions[0]
    assert (first.kind, first.remedy, first.is_grave) == (
        CollisionKind.ENTRY_BEFORE_VISA,
        Remedy.MOVE_ALONG,
        True,
    )
    assert (first.day, first.remedy_day) == (Day(date(2027, 2, 13)), Day(date(2027, 2, 22)))
    kinds = [each.kind for each in seen.collisions]
    assert kinds == sorted(kinds, key=list(CollisionKind).index)
    later = (ENTRY, Day(date(2027, 3, 27)))
    assert not any(each.is_grave for each in desk.dates.preview(case, to(LATER, later)).collisions)


def test_a_pinned_step_left_behind_can_be_freed_with_the_move(desk, case):
    week = step_of(desk, case, "m_woche1")
    desk.plan.pin(week.id, Day(date(2027, 3, 5)))
    seen = desk.dates.preview(case, to(LATER))
    left = next(each for each in seen.collisions if each.kind is CollisionKind.PIN_LEFT_BEHIND)
    assert (left.step, left.remedy, left.remedy_day) == (
        week.id,
        Remedy.UNPIN,
        Day(date(2027, 4, 16)),
    )
    again = desk.dates.preview(case, to(LATER, unpin=frozenset({week.id})))
    assert week.id in {each.step for each in again.moved}
    assert week.id not in {each.step for each in again.kept}
    desk.dates.move(case, to(LATER, unpin=frozenset({week.id})))
    after = step_of(desk, case, "m_woche1")
    assert (after.due, after.pinned) == (Day(date(2027, 4, 16)), False)


def test_a_remedy_can_fix_a_step_on_another_day_with_the_move(desk, case):
    car = step_of(desk, case, "m_it_zugaenge")
    day = Day(date(2027, 3, 31))
    desk.dates.move(case, to(LATER, pin=((car.id, day),)))
    after = step_of(desk, case, "m_it_zugaenge")
    assert (after.due, after.pinned) == (day, True)


def test_what_bars_the_first_working_day_is_told_wherever_it_is_moved_to(desk, case):
    seen = desk.dates.preview(case, to(LATER))
    barred = [each for each in seen.collisions if each.kind is CollisionKind.BLOCKER]
    assert {each.day for each in barred} == {LATER}
    assert len(barred) == len([each for each in head(desk, case).blockers if each.bars])
    move = Redating(((MOVE_IN, Day(date(2027, 2, 20))),))
    kinds = [each.kind for each in desk.dates.preview(case, move).collisions]
    assert CollisionKind.BLOCKER not in kinds


def head(desk: Desk, case: int):
    return desk.candidates.case(case).head


def test_a_law_date_before_what_it_depends_on_is_told_and_does_not_move(desk, case):
    """Fourteen days from moving in; the landlord's confirmation was promised for later."""
    desk.household.record(case, None, FactKey.HOUSING, "rent")
    desk.household.record(case, None, FactKey.TRIAL_STAY, "no")
    paper = step_of(desk, case, "wohnungsgeberbestaetigung")
    desk.plan.pin(paper.id, Day(date(2027, 3, 10)))
    registration = step_of(desk, case, "anmeldung_wohnsitz")
    assert registration.due == Day(date(2027, 3, 1))
    seen = desk.dates.preview(case, to(LATER))
    found = [each for each in seen.collisions if each.kind is CollisionKind.DEPENDENCY]
    assert (registration.id, paper.id) in {(each.step, each.other_step) for each in found}


def test_an_office_that_is_closed_on_the_new_day_is_told_with_its_last_opening(desk, case):
    make_provider(
        desk,
        organisation="Bürgerbüro",
        category=Category.AUTHORITY,
        office_type=OfficeType.REGISTRY.value,
        hours_osm="Mo,We 08:00-12:00",
    )
    later = Redating(((MOVE_IN, Day(date(2027, 2, 18))),))
    registration = step_of(desk, case, "anmeldung_wohnsitz")
    seen = desk.dates.preview(case, later)
    closed = [each for each in seen.collisions if each.kind is CollisionKind.OFFICE_CLOSED]
    assert (registration.id, Day(date(2027, 3, 4)), Day(date(2027, 3, 3))) in {
        (each.step, each.day, each.remedy_day) for each in closed
    }


@pytest.mark.parametrize(
    ("weekdays", "remedy", "day"),
    [
        pytest.param((3,), Remedy.PIN, Day(date(2027, 3, 3)), id="that day"),
        pytest.param((0, 2, 3), Remedy.OPEN_STEP, None, id="every day they are open"),
    ],
)
def test_an_office_that_is_open_only_during_duty_is_told(desk, case, weekdays, remedy, day):
    make_provider(
        desk,
        organisation="Bürgerbüro",
        category=Category.AUTHORITY,
        office_type=OfficeType.REGISTRY.value,
        hours_osm="Mo,We,Th 08:00-12:00",
    )
    (nurse, *_) = desk.rosters.board(case).parents
    duties = tuple(Duty(weekday, 360, 852) for weekday in weekdays)
    desk.rosters.save_roster(nurse.person, RosterDraft(Roster(date(2026, 11, 23), None, 1, duties)))
    registration = step_of(desk, case, "anmeldung_wohnsitz")
    seen = desk.dates.preview(case, Redating(((MOVE_IN, Day(date(2027, 2, 18))),)))
    told = [each for each in seen.collisions if each.kind is CollisionKind.ON_DUTY]
    assert (registration.id, Day(date(2027, 3, 4)), remedy, day) in {
        (each.step, each.day, each.remedy, each.remedy_day) for each in told
    }


def test_a_new_day_in_school_holidays_is_named(desk, case):
    seen = desk.dates.preview(case, to(Day(date(2027, 4, 26))))
    named = {each.template: each.holidays for each in seen.moved}
    assert named["m_tag100"] == "Sommerferien"
    assert named["m_it_zugaenge"] == ""


def test_a_new_day_that_is_a_public_holiday_is_named(desk, case):
    """What is due on the very day does not move away from a holiday, so it has to be said."""
    seen = desk.dates.preview(case, to(Day(date(2027, 5, 17))))
    named = {each.template: each.holiday for each in seen.moved}
    assert named["m_tag1"] == "Pfingstmontag"
    assert named["m_it_zugaenge"] == ""


def test_a_child_that_grows_older_by_the_move_brings_and_takes_steps(desk, case):
    entry = Redating(((ENTRY, Day(date(2029, 2, 13))), (MOVE_IN, Day(date(2029, 2, 15)))))
    before = steps_of(desk, case)
    seen = desk.dates.preview(case, entry)
    desk.dates.move(case, entry)
    after = steps_of(desk, case)
    titles = {each.template: each.short for each in desk.plan.whole(case)}
    assert {titles[key] for key, _ in after.keys() - before.keys()} <= set(seen.comes)
    assert seen.comes or seen.goes
    assert len(seen.goes) >= bool(before.keys() - after.keys())


@pytest.mark.parametrize(
    ("redating", "reason"),
    [
        (Redating(()), Reason.NOTHING_TO_MOVE),
        (Redating(((WORK, Day(date(2027, 3, 1))),)), Reason.NOTHING_TO_MOVE),
        (Redating(((WORK, Day(date(226, 3, 1))),)), Reason.NOT_A_DATE),
        (Redating(((WORK, LATER),), reason="\ud800"), Reason.TEXT_NOT_STORABLE),
        (Redating(((WORK, LATER),), keep=frozenset({99_999})), Reason.NO_SUCH_STEP),
        (Redating(((WORK, LATER),), pin=((1, Day(date(9999, 1, 1))),)), Reason.NOT_A_DATE),
    ],
    ids=["nothing", "stands there", "no year", "half a character", "no step", "no year to fix"],
)
def test_what_cannot_be_moved_is_refused_and_nothing_changes(desk, case, redating, reason):
    before = steps_of(desk, case)
    with pytest.raises(Refused) as refused:
        desk.dates.move(case, redating)
    assert refused.value.reason is reason
    assert steps_of(desk, case) == before
    assert desk.dates.moves(case) == ()


def test_a_case_that_is_gone_is_refused(desk):
    for ask in (desk.dates.moves, lambda case: desk.dates.preview(case, to(LATER))):
        with pytest.raises(Refused) as refused:
            ask(4711)
        assert refused.value.reason is Reason.NO_SUCH_CASE


def test_a_date_that_was_never_set_is_entered_by_moving_it(desk):
    made = make_case(desk)
    seen = desk.dates.preview(made, to(LATER))
    assert seen.changes[0].old is None
    desk.dates.move(made, to(LATER))
    assert desk.dates.moves(made) == ()
    assert step_of(desk, made, "m_tag1").due == LATER


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from([WORK, ENTRY, MOVE_IN, AnchorKind.CONTRACT]),
        st.integers(-60, 400),
        min_size=1,
    )
)
def test_there_and_back_again_is_identity(desk, case, distances):
    """Whatever moves by however much: moved back, every step has its former day."""
    before = steps_of(desk, case)
    anchors = dict(desk.plan.view(case, Track.ONBOARDING).anchors)
    there = tuple(
        (kind, Day(anchors[kind].on + timedelta(days=days))) for kind, days in distances.items()
    )
    moving = [each for each in there if each[1] != anchors[each[0]]]
    if moving:
        desk.dates.move(case, Redating(there))
        back = desk.dates.move(case, Redating(tuple((kind, anchors[kind]) for kind in distances)))
        assert back.act is Act.ANCHORS_MOVED
    assert steps_of(desk, case) == before


def test_moving_survives_the_file_being_closed(desk, case, path):
    desk.dates.move(case, to(LATER, reason="Visum"))
    kept = steps_of(desk, case)
    desk.close()
    from db.file import open_file

    again = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Imke Okken")
    assert steps_of(again, case) == kept
    assert [each.reason for each in again.dates.moves(case)] == ["Visum"]
    again.close()
