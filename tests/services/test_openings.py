"""The last opening of a step's office: for which steps it is told, from which day it counts."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from app.records.care import RosterDraft, WaysDraft
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.goers import Doubt
from app.rules.openings import OfficeSlot, Outcome
from app.rules.rosters import Duty, Roster
from app.rules.terms import AnchorKind, MemberRole, Track
from tests.conftest import TODAY
from tests.makers import CHILD, make_case, make_provider, with_dates
from tests.services.small_templates import small_desk, small_resources

MONDAYS_AND_THURSDAYS = "Mo,Th 08:00-12:00; PH off"


@pytest.fixture
def case(small):
    """A case in Norden that moves in on Mon 15.02.2027: to be registered by Mon 01.03.2027."""
    made = make_case(small)
    with_dates(small, made)
    return made


def office(desk, hours, kind="registry", **changes):
    return make_provider(
        desk,
        organisation="Amt",
        category=Category.AUTHORITY,
        office_type=kind,
        hours_osm=hours,
        **changes,
    )


def shown(desk, case, template="register"):
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return next(step for step in steps if step.template == template)


def test_a_step_at_an_office_of_the_directory_has_a_last_opening(small, case):
    assert shown(small, case).last_opening is None
    office(small, "Fr 08:00-12:30; PH off")
    last = shown(small, case).last_opening
    assert (last.outcome, last.on, last.start, last.end) == (
        Outcome.FOUND, date(2027, 2, 26), 480, 750,
    )  # fmt: skip
    assert (last.deadline, last.first) == (Day(date(2027, 3, 1)), date(2027, 2, 15))


def test_hours_that_nobody_entered_are_told(small, case):
    office(small, "")
    assert shown(small, case).last_opening.outcome is Outcome.HOURS_UNKNOWN


def test_a_period_that_runs_forwards_begins_with_the_day_it_counts_from(small, case):
    office(small, "Fr[2] 08:00-12:00; PH off")  # Fri 12.02.2027, before they move in
    assert shown(small, case).last_opening.outcome is Outcome.NONE_LEFT


def test_what_counts_backwards_may_be_done_any_day_before(small, case):
    office(small, MONDAYS_AND_THURSDAYS, "landlord")
    small.household.record(case, None, FactKey.CAR, "yes")
    last = shown(small, case, "care_or_car").last_opening
    assert (last.deadline, last.first) == (Day(date(2027, 2, 8)), TODAY)
    assert last.on == date(2027, 2, 8)


def test_a_date_fixed_before_the_period_has_no_beginning(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.pin(shown(small, case).id, Day(date(2027, 2, 12)))
    last = shown(small, case).last_opening
    assert (last.on, last.first) == (date(2027, 2, 11), TODAY)


def test_a_step_fixed_at_its_last_opening_keeps_it(small, case):
    office(small, "Fr 08:00-12:30; PH off")
    step = shown(small, case)
    small.plan.pin(step.id, Day(step.last_opening.on))
    assert shown(small, case).last_opening.on == step.last_opening.on


def test_what_is_done_late_known_by_month_or_only_a_chance_has_none(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    step = shown(small, case).id
    small.plan.pin(step, Day(date(2027, 3, 1), Precision.MONTH))
    assert shown(small, case).last_opening is None
    small.plan.pin(step, Day(date(2026, 11, 20)))
    assert shown(small, case).late
    assert shown(small, case).last_opening is None
    small.plan.pin(step, Day(TODAY))
    assert shown(small, case).last_opening.on == TODAY
    small.plan.tick(step)
    assert shown(small, case).last_opening is None


def test_an_own_step_has_no_office_and_so_no_last_opening(small, case):
    from app.records.plan import OwnStep

    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.add_own(case, OwnStep(Track.RELOCATION, "Räder besorgen", Day(date(2027, 1, 4))))
    assert shown(small, case, "").last_opening is None


def test_the_whole_list_has_the_same_and_the_list_of_all_steps_leaves_it_out(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    views = [step for track in Track for step in small.plan.view(case, track).steps]
    told = {each.step: each.last_opening for each in small.plan.whole(case) if each.step}
    assert told == {step.id: step.last_opening for step in views}
    assert any(told.values())
    assert not any(each.last_opening for each in small.plan.all_steps(case))


def test_moving_the_anchor_moves_the_last_opening(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 3, 15)))
    last = shown(small, case).last_opening
    # 14 days after is Easter Monday, so Tuesday: Maundy Thursday is the last day they are open
    assert (last.deadline, last.on) == (Day(date(2027, 3, 30)), date(2027, 3, 25))


# ---------------------------------------------------------------- beside the duties

WORKDAYS = tuple(Duty(weekday, 360, 852, "F") for weekday in range(5))
PARTNER = PersonDraft(MemberRole.PARTNER, given="Karim", family="Ben Amor")


def works(desk, person, *duties, last=None):
    """A rotation of one week from a Monday on."""
    roster = Roster(TODAY, last, 1, duties)
    return desk.rosters.save_roster(person, RosterDraft(roster))


def nurse(desk, case):
    return desk.rosters.board(case).parents[0].person


def add(desk, case, person):
    desk.household.add(case, person)
    return max(each.id for each in desk.candidates.case(case).people)


def slot(last):
    return (last.outcome, last.on, last.start, last.end)


def test_the_last_slot_respects_the_shifts_and_ways_and_an_undo_takes_that_back(small, case):
    office(small, "Th 14:00-17:00, Fr 08:00-12:30; PH off")
    before = shown(small, case).last_opening
    small.rosters.set_ways(
        nurse(small, case), WaysDraft(to_care=60, to_work=30, from_work=20, changing=10, buffer=8)
    )
    done = works(small, nurse(small, case), *WORKDAYS)
    last = shown(small, case).last_opening
    assert slot(last) == (Outcome.FOUND, date(2027, 2, 25), 852 + 38, 1020)
    assert last.office == OfficeSlot(date(2027, 2, 26), 480, 750)
    assert last in {each.last_opening for each in small.plan.whole(case)}
    small.history.undo(done.batch)
    assert shown(small, case).last_opening == before


def test_an_office_open_only_during_duty_says_so(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    works(small, nurse(small, case), *WORKDAYS)
    last = shown(small, case).last_opening
    assert (last.outcome, last.on) == (Outcome.ON_DUTY, None)
    assert last.office == OfficeSlot(date(2027, 3, 1), 480, 720)


def test_a_closure_of_the_office_and_its_validity_count_beside_the_duties(small, case):
    office(
        small,
        "Mo-Fr 08:00-12:00; PH off",
        closed_from=date(2027, 2, 25),
        closed_until=date(2027, 3, 5),
        closed_because="Umzug",
    )
    works(small, nurse(small, case), Duty(2, 360, 852))
    last = shown(small, case).last_opening
    assert slot(last) == (Outcome.FOUND, date(2027, 2, 23), 480, 720)
    assert last.office == OfficeSlot(date(2027, 2, 24), 480, 720)


def test_hours_that_are_valid_no_longer_are_not_counted_on_however_free_they_are(small, case):
    office(small, "Mo-Fr 08:00-12:00; PH off", hours_to=date(2027, 2, 23))
    works(small, nurse(small, case), Duty(1, 360, 852))
    last = shown(small, case).last_opening
    assert slot(last) == (Outcome.FOUND, date(2027, 2, 22), 480, 720)


def test_for_the_household_the_partner_goes_and_is_named(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    works(small, nurse(small, case), *WORKDAYS)
    works(small, add(small, case, PARTNER), Duty(0, 360, 852))
    last = shown(small, case).last_opening
    assert slot(last) == (Outcome.FOUND, date(2027, 2, 25), 480, 720)
    assert (last.who, last.office) == (("Karim",), OfficeSlot(date(2027, 3, 1), 480, 720))


def test_a_partner_who_is_at_home_goes_whatever_the_other_s_roster_says(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    works(small, nurse(small, case), *WORKDAYS)
    partner = add(small, case, PARTNER)
    last = shown(small, case).last_opening
    assert (last.on, last.who, last.doubt) == (date(2027, 3, 1), ("Karim",), Doubt.NO_ROSTER)
    small.rosters.set_ways(partner, WaysDraft(at_home=True))
    assert shown(small, case).last_opening.doubt is None


def test_beyond_the_roster_the_slot_is_told_with_a_doubt(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    works(small, nurse(small, case), *WORKDAYS, last=date(2027, 2, 21))
    last = shown(small, case).last_opening
    assert (last.on, last.doubt) == (date(2027, 3, 1), Doubt.ROSTER_ENDS)


def test_for_a_child_any_parent_goes_and_for_themselves_each_alone(small, case):
    """A step each of the nurse, the child, a grandmother whose duties nobody asks for, the
    partner; by Monday, 8 February."""
    office(small, MONDAYS_AND_THURSDAYS, "landlord")
    child = add(small, case, CHILD)
    elder = add(small, case, PersonDraft(MemberRole.GRANDPARENT, given="Leila"))
    partner = add(small, case, PARTNER)
    small.household.record(case, None, FactKey.CAR, "yes")
    works(small, nurse(small, case), *WORKDAYS)
    works(small, partner, Duty(0, 360, 852))
    steps = small.plan.view(case, Track.RELOCATION).steps
    lasts = {step.person: step.last_opening for step in steps if step.template == "care_or_car"}
    assert lasts[nurse(small, case)].outcome is Outcome.ON_DUTY
    assert (lasts[child].on, lasts[child].who) == (date(2027, 2, 4), ("Karim",))
    assert (lasts[partner].on, lasts[partner].who) == (date(2027, 2, 4), ())
    assert (lasts[elder].on, lasts[elder].office) == (date(2027, 2, 8), None)


def test_only_what_the_family_takes_part_in_asks_for_its_duties(path, tmp_path):
    replaced = {'roles = ["person"]\noffice = { type = "registry"': (
        'roles = ["landlord"]\noffice = { type = "registry"'
    )}  # fmt: skip
    desk = small_desk(path, small_resources(tmp_path / "resources", replaced))
    case = make_case(desk)
    with_dates(desk, case)
    office(desk, MONDAYS_AND_THURSDAYS)
    works(desk, nurse(desk, case), *WORKDAYS)
    last = shown(desk, case).last_opening
    desk.close()
    assert (last.on, last.office, last.away) == (date(2027, 3, 1), None, ())


def test_without_a_roster_one_question_is_asked_and_with_one_four(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    assert _asked(small, case) == {"rosters"}
    works(small, nurse(small, case), *WORKDAYS)
    assert _asked(small, case) == {"rosters", "duties", "working_lives"}


def _asked(desk, case):
    """The tables of rosters that a plan is read from; each must be asked once."""
    asked: list[str] = []

    def listen(_connection, _cursor, statement, *_):
        tables = ("rosters", "duties", "working_lives")
        asked.extend(name for name in tables if f"FROM {name}" in statement)

    with desk.transactions.reading() as session:
        engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", listen)
    try:
        desk.plan.view(case, Track.RELOCATION)
    finally:
        event.remove(engine, "before_cursor_execute", listen)
    assert len(asked) == len(set(asked))
    return set(asked)
