"""The milestones of the whole office: which cases, in which order, how each mark stands."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from app.records.cases import CloseReason
from app.records.office import AdvisorDraft
from app.records.plan import OwnStep
from app.records.timeline import Look, OfficeTimeline, TimelineOrder, TimelineQuery
from app.rules.calendar import Day, Precision
from app.rules.standing import Lateness, Tracked, lateness
from app.rules.terms import AnchorKind, DateKind, Role, StepState, Track
from tests.conftest import ROOT, TODAY
from tests.makers import FROM_TUNISIA, NURSE, make_case, with_dates


def own(title, due=None, role=Role.IT, track=Track.ONBOARDING):
    return OwnStep(track, title, due=Day(due) if due else None, role=role)


def asked(desk, **changes) -> OfficeTimeline:
    return desk.lists.office_timeline(TimelineQuery(**changes))


def marks_of(timeline, case):
    """(title, day, look) of each mark of a case."""
    row = next(row for row in timeline.rows if row.case == case)
    return [
        (timeline.titles[timeline.what[at]], timeline.days[at], Look(timeline.looks[at]))
        for at in range(row.first, row.end)
    ]


def test_a_row_has_every_open_dated_milestone_of_its_case_by_date(desk):
    case = make_case(desk)
    with_dates(desk, case)
    view = desk.plan.view(case, Track.ONBOARDING)
    waiting = [
        step
        for step in view.steps
        if step.state is StepState.OPEN
        and step.applies.value == "yes"
        and step.kind is not DateKind.HINT
    ]
    dated = sorted((step.due.on.toordinal(), step.id) for step in waiting if step.due)
    timeline = asked(desk)
    (row,) = timeline.rows
    assert [(timeline.days[at], timeline.steps[at]) for at in range(row.first, row.end)] == dated
    assert row.undated == len(waiting) - len(dated)
    assert {timeline.titles[at] for at in timeline.what} == {s.short for s in waiting if s.due}
    assert row.late == sum(step.late for step in waiting)
    assert row.work_start == Day(date(2027, 3, 1))
    assert row.name == "Ben Amor, Amira"


def test_done_and_relocation_steps_are_no_marks(desk):
    case = make_case(desk)
    with_dates(desk, case)
    before = len(asked(desk).days)
    first = asked(desk).steps[0]
    desk.plan.tick(first)
    desk.plan.add_own(case, own("Umzugswagen", date(2026, 12, 1), track=Track.RELOCATION))
    after = asked(desk)
    assert len(after.days) == before - 1
    assert first not in after.steps


@pytest.mark.parametrize("kind", list(DateKind), ids=lambda kind: kind.value)
def test_each_mark_is_as_late_as_the_plan_says(desk, kind):
    from sqlalchemy import text

    case = make_case(desk)
    step = desk.plan.add_own(case, own("Alt", date(2026, 11, 16)))
    with desk.transactions.command(step.act, case) as session:
        session.execute(
            text("UPDATE steps SET kind = :kind WHERE title = 'Alt'"), {"kind": kind.value}
        )
    found = [look for title, _, look in marks_of(asked(desk), case) if title == "Alt"]
    tracked = Tracked(1, StepState.OPEN, _yes(), kind, Day(date(2026, 11, 16)))
    expected = {
        Lateness.NOT_LATE: Look.OPEN,
        Lateness.OVERDUE: Look.OVERDUE,
        Lateness.LATE: Look.LATE,
    }[lateness(tracked, TODAY)]
    assert found == ([] if kind is DateKind.HINT else [expected])


def test_today_is_told_from_what_is_open(desk):
    case = make_case(desk)
    desk.plan.add_own(case, own("heute", TODAY))
    desk.plan.add_own(case, own("morgen", date(2026, 11, 24)))
    assert marks_of(asked(desk), case)[-2:] == [
        ("heute", TODAY.toordinal(), Look.TODAY),
        ("morgen", TODAY.toordinal() + 1, Look.OPEN),
    ]


def test_a_month_stands_in_its_middle_and_is_late_only_when_it_is_over(desk):
    case = make_case(desk)
    month = Day(date(2026, 11, 1), Precision.MONTH)
    desk.plan.add_own(case, OwnStep(Track.ONBOARDING, "im November", due=month))
    timeline = asked(desk)
    assert marks_of(timeline, case)[-1] == (
        "im November",
        date(2026, 11, 15).toordinal(),
        Look.OPEN,
    )
    assert timeline.monthly[-1] == 1


def test_a_pinned_milestone_is_told(desk):
    case = make_case(desk)
    with_dates(desk, case)
    timeline = asked(desk)
    step = timeline.steps[-1]
    desk.plan.pin(step, Day(date(2027, 6, 1)))
    again = asked(desk)
    assert Look(again.looks[list(again.steps).index(step)]) is Look.PINNED


def test_closed_and_resting_cases_are_left_out(desk):
    running, closed, resting = (make_case(desk) for _ in range(3))
    desk.candidates.close(closed, CloseReason.SETTLED)
    desk.candidates.hold(resting, date(2027, 1, 4), "Elternzeit")
    assert [row.case for row in asked(desk).rows] == [running]


def test_a_case_without_anything_open_keeps_its_row_unless_a_role_is_asked_for(desk):
    case = make_case(desk)
    for step in desk.plan.view(case, Track.ONBOARDING).steps:
        desk.plan.tick(step.id)
    (row,) = asked(desk).rows
    assert (row.case, row.first, row.end, row.undated) == (case, 0, 0, 0)
    assert asked(desk, role=Role.IT).rows == ()


def test_a_role_finds_its_marks_and_the_cases_that_have_some(desk):
    one, other = make_case(desk), make_case(desk)
    desk.plan.add_own(one, own("Ausweis", date(2026, 12, 1), Role.TOURISM))
    timeline = asked(desk, role=Role.TOURISM)
    for row in timeline.rows:
        for at in range(row.first, row.end):
            assert Role.TOURISM in timeline.roles[timeline.who[at]]
    assert "Ausweis" in timeline.titles
    assert "Ausweis" not in {title for title, _, _ in marks_of(asked(desk), other)}


def test_an_advisor_finds_her_own_cases(desk):
    from dataclasses import replace

    make_case(desk)
    advisor = int(desk.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    mine = desk.candidates.register(replace(FROM_TUNISIA, advisor=advisor), NURSE).case
    (row,) = asked(desk, advisor=advisor).rows
    assert (row.case, row.advisor) == (mine, "Selin Wattmann")


def test_the_rows_come_by_due_day_by_first_working_day_by_name(desk):
    from dataclasses import replace

    cases = {}
    for family, due, start in (
        ("Zander", date(2026, 12, 1), None),
        ("Ärzen", date(2026, 11, 30), date(2027, 5, 1)),
        ("Moor", None, date(2027, 4, 1)),
    ):
        case = desk.candidates.register(FROM_TUNISIA, replace(NURSE, family=family)).case
        for step in desk.plan.view(case, Track.ONBOARDING).steps:
            desk.plan.tick(step.id)
        if due:
            desk.plan.add_own(case, own("x", due))
        if start:
            desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(start))
            for step in desk.plan.view(case, Track.ONBOARDING).steps:
                if step.state is StepState.OPEN and not step.own:
                    desk.plan.tick(step.id)
        cases[case] = family

    def families(order):
        return [cases[row.case] for row in asked(desk, order=order).rows]

    assert families(TimelineOrder.DUE) == ["Ärzen", "Zander", "Moor"]
    assert families(TimelineOrder.WORK_START) == ["Moor", "Ärzen", "Zander"]
    assert families(TimelineOrder.NAME) == ["Ärzen", "Moor", "Zander"]


def test_codes_stand_for_titles_until_the_catalogue_is_read(desk, path):
    from app.services.lists import Lists
    from db.file import open_file

    case = make_case(desk)
    with_dates(desk, case)
    file = open_file(path, write=False)
    lists = Lists(file, lambda: TODAY)
    titles = lists.office_timeline(TimelineQuery()).titles
    assert titles
    assert all(title.startswith("m_") for title in titles)
    lists.close()
    file.close()


def test_the_office_view_is_read_without_sqlalchemy():
    code = (
        "import sys; import app.services.timeline, db.lists.timeline;"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def _yes():
    from app.rules.terms import Answer

    return Answer.YES
