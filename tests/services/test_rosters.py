"""When parents work and who else is there: kept as entered, refused beside the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.done import Topic
from app.errors import Reason, Refused
from app.records.care import (
    CarerDraft,
    CarerKind,
    CareState,
    ChoiceDraft,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.records.providers import Category
from app.rules.rosters import Duty, Roster, RosterProblem, ShiftKind
from app.rules.terms import MemberRole
from tests.makers import CHILD, NURSE, make_case, make_provider
from tests.services.undo_world import everything

HALF = "\ud800"
MONDAY = date(2026, 11, 30)
EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F1", "Frühdienst")
NIGHT = ShiftDraft(ShiftKind.NIGHT, 1245, 1815, "N", "Nachtdienst")
TURNS = Roster(
    MONDAY,
    None,
    2,
    (
        Duty(0, 360, 852, "F1", ShiftKind.EARLY),
        Duty(8, 1245, 1815, "N", ShiftKind.NIGHT),
    ),
)
GRANNY = CarerDraft(CarerKind.RELATIVE, "Oma Grete", "Mo,We 13:00-18:00", way=15)
CARE = frozenset({Topic.CARE})


@pytest.fixture
def employer(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def case(desk, employer):
    return make_case(desk, employer=employer)


@pytest.fixture
def nurse(desk, case):
    return desk.candidates.case(case).people[0].id


def add_person(desk, case, draft):
    return int(desk.household.add(case, draft).facts["person"])


def parent(desk, case, place=0):
    return desk.rosters.board(case).parents[place]


def drafts(desk, case):
    return [each.draft.roster for each in parent(desk, case).rosters]


def refused(command):
    """The reason and the field a command was refused for."""
    with pytest.raises(Refused) as caught:
        command()
    return caught.value.reason, caught.value.field


# --- shifts ---------------------------------------------------------------------


def test_the_shifts_of_an_employer_come_by_when_they_begin(desk, employer):
    other = make_provider(desk, organisation="Anderes Haus")
    for draft in (NIGHT, EARLY, replace(EARLY, end=900, code="F2")):
        desk.rosters.add_shift(employer, draft)
    desk.rosters.add_shift(other, EARLY)
    assert [each.draft.code for each in desk.rosters.shifts(employer)] == ["F1", "F2", "N"]
    assert desk.rosters.shifts(employer)[2].draft == NIGHT
    assert {each.employer for each in desk.rosters.shifts(employer)} == {employer}


def test_a_shift_is_told_by_its_name_else_its_code(desk, employer):
    assert desk.rosters.add_shift(employer, EARLY).facts == {"name": "Frühdienst"}
    unnamed = replace(EARLY, name=" ", code=" F3 ")
    assert desk.rosters.add_shift(employer, unnamed).facts == {"name": "F3"}
    assert desk.rosters.shifts(employer)[1].draft == replace(EARLY, name="", code="F3")


def test_rosters_keep_the_times_they_were_written_with(desk, employer, case, nurse):
    desk.rosters.add_shift(employer, EARLY)
    desk.rosters.save_roster(nurse, RosterDraft(TURNS))
    [shift] = desk.rosters.shifts(employer)
    desk.rosters.edit_shift(shift.id, replace(EARLY, start=330, end=840))
    assert parent(desk, case).shifts[0].draft.start == 330
    assert drafts(desk, case) == [TURNS]
    desk.rosters.remove_shift(shift.id)
    assert desk.rosters.shifts(employer) == ()
    assert drafts(desk, case) == [TURNS]


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (replace(EARLY, start=-1), Reason.NOT_A_SHIFT, "start"),
        (replace(EARLY, start=1440, end=1500), Reason.NOT_A_SHIFT, "start"),
        (replace(EARLY, end=360), Reason.NOT_A_SHIFT, "start"),
        (replace(EARLY, end=300), Reason.NOT_A_SHIFT, "start"),
        (replace(EARLY, end=360 + 30 * 60), Reason.SHIFT_TOO_LONG, "end"),
        (replace(EARLY, end=360 + 1441), Reason.SHIFT_TOO_LONG, "end"),
        (replace(EARLY, code=HALF), Reason.TEXT_NOT_STORABLE, "code"),
        (replace(EARLY, name=HALF), Reason.TEXT_NOT_STORABLE, "name"),
    ],
)
def test_what_is_no_shift_is_refused(desk, employer, draft, reason, field):
    desk.rosters.add_shift(employer, EARLY)
    [shift] = desk.rosters.shifts(employer)
    before = everything(desk)
    assert refused(lambda: desk.rosters.add_shift(employer, draft)) == (reason, field)
    assert refused(lambda: desk.rosters.edit_shift(shift.id, draft)) == (reason, field)
    assert everything(desk) == before


def test_a_shift_of_24_hours_over_midnight_is_one(desk, employer):
    whole = ShiftDraft(ShiftKind.STANDBY, 1439, 1439 + 1440, "B24")
    desk.rosters.add_shift(employer, whole)
    assert desk.rosters.shifts(employer)[0].draft == whole


def test_what_is_not_there_is_refused_by_name(desk, employer, case, nurse):
    lost, rosters = 999, desk.rosters
    ways = WaysDraft(employer=lost)
    for command, reason in (
        (lambda: rosters.board(lost), Reason.NO_SUCH_CASE),
        (lambda: rosters.add_shift(lost, EARLY), Reason.NO_SUCH_PROVIDER),
        (lambda: rosters.edit_shift(lost, EARLY), Reason.NO_SUCH_SHIFT),
        (lambda: rosters.remove_shift(lost), Reason.NO_SUCH_SHIFT),
        (lambda: rosters.set_ways(lost, WaysDraft()), Reason.NO_SUCH_PERSON),
        (lambda: rosters.set_ways(nurse, ways), Reason.NO_SUCH_PROVIDER),
        (lambda: rosters.save_roster(lost, RosterDraft(TURNS)), Reason.NO_SUCH_PERSON),
        (lambda: rosters.save_roster(nurse, RosterDraft(TURNS), lost), Reason.NO_SUCH_ROSTER),
        (lambda: rosters.remove_roster(lost), Reason.NO_SUCH_ROSTER),
        (lambda: rosters.add_carer(lost, GRANNY), Reason.NO_SUCH_CASE),
        (lambda: rosters.edit_carer(lost, GRANNY), Reason.NO_SUCH_CARER),
        (lambda: rosters.remove_carer(lost), Reason.NO_SUCH_CARER),
        (lambda: rosters.set_frame(lost, FrameDraft()), Reason.NO_SUCH_CASE),
    ):
        assert refused(command)[0] is reason


# --- ways -----------------------------------------------------------------------


def test_nobody_entered_ways_until_somebody_did(desk, employer, case, nurse):
    desk.rosters.add_shift(employer, EARLY)
    before = parent(desk, case)
    assert (before.entered, before.ways) == (False, WaysDraft())
    assert (before.employer, before.employer_name) == (employer, "Deichklinik")
    assert [shift.draft for shift in before.shifts] == [EARLY]
    ways = WaysDraft(20, 10, 12, 22, changing=15, buffer=5, sleep=420, fetches=False)
    done = desk.rosters.set_ways(nurse, ways)
    assert (done.case, done.touched) == (case, CARE)
    assert (parent(desk, case).entered, parent(desk, case).ways) == (True, ways)


def test_a_partner_works_where_it_was_said_and_nowhere_else(desk, employer, case):
    partner = add_person(desk, case, replace(NURSE, role=MemberRole.PARTNER, given="Karim"))
    add_person(desk, case, CHILD)
    assert [each.person for each in desk.rosters.board(case).parents][1] == partner
    assert parent(desk, case, 1).employer is None
    other = make_provider(desk, organisation="Werft")
    desk.rosters.add_shift(other, NIGHT)
    desk.rosters.set_ways(partner, WaysDraft(employer=other))
    mine = parent(desk, case, 1)
    assert (mine.employer, mine.employer_name) == (other, "Werft")
    assert [shift.draft for shift in mine.shifts] == [NIGHT]


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("to_care", 180),
        ("to_work", 180),
        ("from_work", 180),
        ("from_care", 180),
        ("changing", 120),
        ("buffer", 120),
        ("sleep", 720),
    ],
)
def test_a_way_is_as_long_as_a_day_allows(desk, case, nurse, name, most):
    desk.rosters.set_ways(nurse, WaysDraft(**{name: most}))
    for minutes in (-1, most + 1, 4000):
        with pytest.raises(Refused) as caught:
            desk.rosters.set_ways(nurse, WaysDraft(**{name: minutes}))
        assert (caught.value.reason, caught.value.field) == (Reason.WAY_TOO_LONG, name)
        assert caught.value.facts == {"most": most}
    assert getattr(parent(desk, case).ways, name) == most


# --- rosters --------------------------------------------------------------------


def test_a_roster_is_kept_as_it_was_typed(desk, case, nurse):
    single = Roster(
        date(2026, 12, 1),
        date(2026, 12, 31),
        0,
        (Duty(24, 1245, 1815, "Weihnacht – 夜 🌙", ShiftKind.NIGHT), Duty(3, 360, 852)),
    )
    done = desk.rosters.save_roster(nurse, RosterDraft(single, "Dezember.xlsx"))
    assert (done.case, done.touched, done.facts["count"]) == (case, CARE, "2")
    [kept] = parent(desk, case).rosters
    assert kept.draft.source == "Dezember.xlsx"
    assert kept.draft.roster == replace(single, duties=(single.duties[1], single.duties[0]))
    assert kept.faults == ()


def test_a_roster_takes_the_place_of_another(desk, case, nurse):
    desk.rosters.save_roster(nurse, RosterDraft(TURNS))
    [first] = parent(desk, case).rosters
    before = everything(desk)
    anew = Roster(MONDAY, date(2027, 3, 28), 1, (Duty(6, 690, 1200, "Z", ShiftKind.BETWEEN),))
    done = desk.rosters.save_roster(nurse, RosterDraft(anew, "neu"), first.id)
    [kept] = parent(desk, case).rosters
    assert (kept.id, kept.draft) == (first.id, RosterDraft(anew, "neu"))
    assert len(everything(desk)["duties"]) == 1
    desk.history.undo(done.batch)
    assert everything(desk) == before
    assert parent(desk, case).rosters == (first,)


def test_a_roster_never_changes_hands(desk, case, nurse):
    partner = add_person(desk, case, replace(NURSE, role=MemberRole.PARTNER))
    desk.rosters.save_roster(nurse, RosterDraft(TURNS))
    [mine] = parent(desk, case).rosters
    before = everything(desk)
    command = lambda: desk.rosters.save_roster(partner, RosterDraft(TURNS), mine.id)  # noqa: E731
    assert refused(command)[0] is Reason.NO_SUCH_ROSTER
    assert everything(desk) == before


def test_several_rosters_come_by_their_first_day(desk, case, nurse):
    later = replace(TURNS, first=date(2027, 2, 1))
    for each in (later, TURNS):
        desk.rosters.save_roster(nurse, RosterDraft(each))
    assert drafts(desk, case) == [TURNS, later]
    first, second = parent(desk, case).rosters
    desk.rosters.remove_roster(first.id)
    assert parent(desk, case).rosters == (second,)
    assert {row[1] for row in everything(desk)["duties"]} == {second.id}


def test_duties_at_once_are_kept_and_told(desk, case, nurse):
    both = Roster(MONDAY, None, 1, (Duty(0, 1245, 1815), Duty(1, 360, 852)))
    desk.rosters.save_roster(nurse, RosterDraft(both))
    [kept] = parent(desk, case).rosters
    assert kept.draft.roster == both
    assert [(each.problem, each.duty.day) for each in kept.faults] == [(RosterProblem.OVERLAP, 1)]


def test_a_duty_after_the_last_day_is_kept_and_told(desk, case, nurse):
    short = Roster(MONDAY, MONDAY, 0, (Duty(0, 360, 852), Duty(1, 360, 852)))
    desk.rosters.save_roster(nurse, RosterDraft(short))
    [kept] = parent(desk, case).rosters
    assert [(each.problem, each.duty.day) for each in kept.faults] == [(RosterProblem.OUTSIDE, 1)]


def one(*duty, **changes):
    """`TURNS` with one duty."""
    return replace(TURNS, duties=(Duty(*duty),), **changes)


@pytest.mark.parametrize(
    ("roster", "reason", "field"),
    [
        (replace(TURNS, last=date(2026, 11, 29)), Reason.ENDS_BEFORE_IT_BEGINS, "last"),
        (replace(TURNS, weeks=-1), Reason.NOT_WEEKS, "weeks"),
        (replace(TURNS, weeks=53), Reason.NOT_WEEKS, "weeks"),
        (replace(TURNS, first=date(226, 11, 30)), Reason.NOT_A_DATE, "first"),
        (replace(TURNS, last=date(9999, 12, 31)), Reason.NOT_A_DATE, "last"),
        (one(0, 360, 360), Reason.NOT_A_SHIFT, "start"),
        (one(0, -5, 360), Reason.NOT_A_SHIFT, "start"),
        (one(0, 360, 360 + 30 * 60), Reason.SHIFT_TOO_LONG, "end"),
        (one(-1, 360, 852), Reason.NOT_A_SHIFT, "day"),
        (one(14, 360, 852), Reason.NOT_A_SHIFT, "day"),
        (one(10**12, 360, 852, weeks=0), Reason.NOT_A_SHIFT, "day"),
        (one(0, 360, 852, HALF), Reason.TEXT_NOT_STORABLE, "label"),
    ],
)
def test_what_is_no_roster_is_refused(desk, case, nurse, roster, reason, field):
    before = everything(desk)
    assert refused(lambda: desk.rosters.save_roster(nurse, RosterDraft(roster))) == (reason, field)
    assert everything(desk) == before


def test_where_a_roster_was_read_from_must_be_storable(desk, nurse):
    command = lambda: desk.rosters.save_roster(nurse, RosterDraft(TURNS, HALF))  # noqa: E731
    assert refused(command) == (Reason.TEXT_NOT_STORABLE, "source")


# --- carers and what is asked ---------------------------------------------------


def test_a_carer_is_kept_changed_and_removed(desk, case):
    done = desk.rosters.add_carer(case, replace(GRANNY, name=" Oma Grete ", hours_osm=" "))
    assert (done.case, done.touched) == (case, CARE)
    [kept] = desk.rosters.board(case).carers
    assert kept.draft == replace(GRANNY, hours_osm="")
    changed = CarerDraft(
        CarerKind.HOUSEHOLD, "ندى", "Mo-Su 00:00-24:00", date(2026, 12, 1), date(2026, 12, 1), 180
    )
    desk.rosters.edit_carer(kept.id, changed)
    assert desk.rosters.board(case).carers[0].draft == changed
    desk.rosters.remove_carer(kept.id)
    assert desk.rosters.board(case).carers == ()


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (replace(GRANNY, name="  "), Reason.BLANK, "name"),
        (replace(GRANNY, name=HALF), Reason.TEXT_NOT_STORABLE, "name"),
        (replace(GRANNY, note=HALF), Reason.TEXT_NOT_STORABLE, "note"),
        (replace(GRANNY, hours_osm="nachmittags"), Reason.NOT_OPENING_HOURS, "hours_osm"),
        (replace(GRANNY, hours_osm=HALF), Reason.TEXT_NOT_STORABLE, "hours_osm"),
        (replace(GRANNY, way=-1), Reason.WAY_TOO_LONG, "way"),
        (replace(GRANNY, way=181), Reason.WAY_TOO_LONG, "way"),
        (replace(GRANNY, valid_from=date(26, 1, 1)), Reason.NOT_A_DATE, "valid_from"),
        (
            replace(GRANNY, valid_from=date(2027, 1, 2), valid_to=date(2027, 1, 1)),
            Reason.ENDS_BEFORE_IT_BEGINS,
            "valid_to",
        ),
    ],
)
def test_what_no_carer_can_be_is_refused(desk, case, draft, reason, field):
    desk.rosters.add_carer(case, GRANNY)
    [kept] = desk.rosters.board(case).carers
    assert refused(lambda: desk.rosters.add_carer(case, draft)) == (reason, field)
    assert refused(lambda: desk.rosters.edit_carer(kept.id, draft)) == (reason, field)
    assert desk.rosters.board(case).carers == (kept,)


def test_a_carer_goes_with_what_was_decided_about_them(desk, case):
    child = add_person(desk, case, CHILD)
    kita = make_provider(desk)
    for draft in (GRANNY, replace(GRANNY, name="Opa")):
        desk.rosters.add_carer(case, draft)
    granny, grandpa = (each.id for each in desk.rosters.board(case).carers)
    for choice in (
        ChoiceDraft(CareState.PROMISED, carer=granny),
        ChoiceDraft(CareState.WANTED, carer=grandpa),
        ChoiceDraft(CareState.WANTED, provider=kita),
    ):
        desk.care.decide(child, choice)
    before = everything(desk)
    done = desk.rosters.remove_carer(granny)
    left = [(each.draft.provider, each.draft.carer) for each in desk.care.choices(case)]
    assert left == [(None, grandpa), (kita, None)]
    desk.history.undo(done.batch)
    assert everything(desk) == before


def test_what_a_household_asks_is_kept_once(desk, case):
    assert desk.rosters.board(case).frame == FrameDraft()
    for frame in (FrameDraft(12.5, ("ar", "fr")), FrameDraft(500, ()), FrameDraft(None, ("nds",))):
        desk.rosters.set_frame(case, frame)
        assert desk.rosters.board(case).frame == frame
    assert len(everything(desk)["care_frames"]) == 1


@pytest.mark.parametrize(
    ("frame", "reason", "field"),
    [
        (FrameDraft(0), Reason.NOT_A_DISTANCE, "radius_km"),
        (FrameDraft(-3), Reason.NOT_A_DISTANCE, "radius_km"),
        (FrameDraft(500.1), Reason.NOT_A_DISTANCE, "radius_km"),
        (FrameDraft(float("nan")), Reason.NOT_A_DISTANCE, "radius_km"),
        (FrameDraft(float("inf")), Reason.NOT_A_DISTANCE, "radius_km"),
        (FrameDraft(None, ("de", "zwei Wörter")), Reason.UNKNOWN_LANGUAGE, "languages"),
        (FrameDraft(None, (HALF,)), Reason.TEXT_NOT_STORABLE, "languages"),
    ],
)
def test_what_cannot_be_asked_is_refused(desk, case, frame, reason, field):
    assert refused(lambda: desk.rosters.set_frame(case, frame)) == (reason, field)
    assert desk.rosters.board(case).frame == FrameDraft()


# --- who leaves the household ---------------------------------------------------


def test_a_person_leaves_with_all_that_is_kept_of_their_work_and_care(desk, case, nurse):
    partner = add_person(desk, case, replace(NURSE, role=MemberRole.PARTNER))
    child = add_person(desk, case, CHILD)
    desk.rosters.add_carer(case, GRANNY)
    [granny] = desk.rosters.board(case).carers
    for person in (nurse, partner):
        desk.rosters.save_roster(person, RosterDraft(TURNS))
        desk.rosters.set_ways(person, WaysDraft(to_work=10))
    for choice in (
        ChoiceDraft(CareState.WANTED, provider=make_provider(desk)),
        ChoiceDraft(CareState.PROMISED, carer=granny.id),
    ):
        desk.care.decide(child, choice)

    tables = ("rosters", "duties", "working_lives", "care_choices", "carers")
    for person, left in ((child, (2, 4, 2, 0, 1)), (partner, (1, 2, 1, 2, 1))):
        before = everything(desk)
        done = desk.household.remove(person)
        assert Topic.CARE in done.touched
        after = everything(desk)
        assert tuple(len(after[table]) for table in tables) == left
        undone = desk.history.undo(done.batch)
        assert everything(desk) == before
        assert Topic.CARE in undone.touched
