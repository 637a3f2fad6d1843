"""Two providers made one: shifts, working lives and what was decided about care go along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.done import Topic
from app.records.care import CareState, ChoiceDraft, RosterDraft, ShiftDraft, WaysDraft
from app.records.providers import Category
from app.rules.rosters import Duty, Roster, ShiftKind
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.undo_world import everything

WHY = "doppelt"
PROPOSED, WANTED, PROMISED, DECLINED = CareState
EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F1", "Frühdienst")


@pytest.fixture
def kept(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def dropped(desk):
    return make_provider(desk, organisation="Deichklinik GmbH", category=Category.EMPLOYER)


def merged(desk, kept, dropped):
    """Both made one; undo must bring back every row."""
    before = everything(desk)
    done = desk.duplicates.merge(kept, dropped, {}, WHY)
    assert Topic.CARE in done.touched
    after = everything(desk)
    undone = desk.history.undo(done.batch)
    assert everything(desk) == before
    assert Topic.CARE in undone.touched
    desk.history.undo(undone.batch)
    assert everything(desk) == after


def test_shifts_are_put_together_each_once(desk, kept, dropped):
    for employer, draft in (
        (kept, EARLY),
        (dropped, EARLY),
        (dropped, replace(EARLY, start=330)),
        (dropped, replace(EARLY, code="F2")),
    ):
        desk.rosters.add_shift(employer, draft)
    merged(desk, kept, dropped)
    found = [(each.draft.start, each.draft.code) for each in desk.rosters.shifts(kept)]
    assert found == [(330, "F1"), (360, "F1"), (360, "F2")]
    assert desk.rosters.shifts(dropped) == ()


def test_a_parent_works_on_where_they_worked(desk, kept, dropped):
    case = make_case(desk, employer=kept)
    [parent] = desk.rosters.board(case).parents
    turns = Roster(date(2026, 11, 30), None, 1, (Duty(0, 360, 852, "F1"),))
    desk.rosters.save_roster(parent.person, RosterDraft(turns))
    desk.rosters.set_ways(parent.person, WaysDraft(to_work=10, employer=dropped))
    desk.rosters.add_shift(dropped, EARLY)
    merged(desk, kept, dropped)
    [parent] = desk.rosters.board(case).parents
    assert (parent.employer, parent.ways) == (kept, WaysDraft(to_work=10, employer=kept))
    assert [shift.draft for shift in parent.shifts] == [EARLY]
    assert [each.draft.roster for each in parent.rosters] == [turns]


def decide(desk, child, provider, state, on=TODAY, **more):
    desk.transactions.today = lambda: on
    because = "zu weit" if state is DECLINED else ""
    desk.care.decide(child, ChoiceDraft(state, provider, because=because, **more))
    desk.transactions.today = lambda: TODAY


ORDER = (DECLINED, PROPOSED, WANTED, PROMISED)


@pytest.mark.parametrize("mine", ORDER)
@pytest.mark.parametrize("others", ORDER)
def test_of_two_decisions_the_further_one_stays(desk, mine, others):
    kept = make_provider(desk, category=Category.CHILDMINDING)
    dropped = make_provider(desk, category=Category.CHILDMINDING)
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[1].id
    decide(desk, child, kept, mine, hours_osm="Mo 08:00-12:00")
    decide(desk, child, dropped, others, hours_osm="Tu 08:00-12:00")
    merged(desk, kept, dropped)
    [left] = desk.care.choices(case)
    assert left.draft.provider == kept
    assert left.draft.state is max(mine, others, key=ORDER.index)
    stays = ORDER.index(mine) >= ORDER.index(others)
    assert left.draft.hours_osm == ("Mo 08:00-12:00" if stays else "Tu 08:00-12:00")


@pytest.mark.parametrize("days", [(1, 2), (2, 1)])
def test_of_two_that_are_as_far_the_one_noted_last_stays(desk, days):
    kept, dropped = make_provider(desk), make_provider(desk)
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[1].id
    for provider, day in zip((kept, dropped), days, strict=True):
        decide(desk, child, provider, WANTED, date(2026, 11, day))
    merged(desk, kept, dropped)
    [left] = desk.care.choices(case)
    assert (left.draft.provider, left.noted_on) == (kept, date(2026, 11, 2))


def test_decisions_of_others_go_along_untouched(desk):
    kept, dropped, third = (make_provider(desk) for _ in range(3))
    case = make_case(desk, children=2)
    _, one, other = (person.id for person in desk.candidates.case(case).people)
    decide(desk, one, kept, WANTED)
    decide(desk, one, third, PROMISED)
    decide(desk, other, dropped, PROMISED, valid_from=date(2027, 2, 1))
    merged(desk, kept, dropped)
    assert [(v.person, v.draft.provider, v.draft.state) for v in desk.care.choices(case)] == [
        (one, kept, WANTED),
        (one, third, PROMISED),
        (other, kept, PROMISED),
    ]
