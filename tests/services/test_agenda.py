"""The day of the office: what is late, due, ahead, put off and barred, and who has to act."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.records.agenda import Actor, AgendaQuery, Part
from app.records.cases import CloseReason
from app.records.office import AdvisorDraft
from app.records.plan import OwnStep
from app.records.roles import HolderDraft
from app.rules.calendar import Day, Precision
from app.rules.reminding import AHEAD
from app.rules.terms import AnchorKind, Role, StepState, Track
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import FROM_TUNISIA, NURSE, make_case, make_provider, with_dates
from tests.services.catalogues import resources, step

EMPTY = dict.fromkeys(Part, 0)


@pytest.fixture
def office(path, tmp_path):
    """No templates but a law's date and one for each person: all else the test gives itself."""
    law = {"basis": "§ 17 BMG", "source": "BMG", "grade": "G"}
    folder = resources(
        tmp_path / "r",
        [
            step("m_law", offset="P3D", kind="duty", shift_basis="§ 31 Abs. 3 VwVfG", **law),
            step("m_each", anchor="entry", scope="per_person", roles=["person"]),
        ],
    )
    desk = open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms")
    assert desk.faults == ()
    yield desk
    desk.close()


def own(desk, case, title, days, **changes):
    """A step of the office's own, due so many days from today; returns its id."""
    due = Day(TODAY + timedelta(days=days)) if isinstance(days, int) else days
    track = changes.pop("track", Track.ONBOARDING)
    desk.plan.add_own(case, OwnStep(track, title, due, **changes))
    return max(each.id for each in desk.plan.view(case, track).steps if each.own)


def shorts(agenda, part):
    return [each.short for each in agenda.steps[part]]


def asked(desk, **changes):
    return desk.lists.agenda(AgendaQuery(**changes))


def test_an_office_without_cases_has_an_empty_day(office):
    agenda = asked(office)
    assert agenda.totals == EMPTY
    assert (agenda.today, agenda.barred, agenda.pressing) == (TODAY, (), 0)
    assert [each.on for each in agenda.days] == [TODAY + timedelta(days=n) for n in range(1, 8)]
    assert {(each.total, each.first) for each in agenda.days} == {(0, None)}


def test_each_step_stands_where_its_day_puts_it(office):
    case = make_case(office)
    for title, days in (("zu spät", -1), ("heute", 0), ("morgen", 1), ("am letzten", AHEAD)):
        own(office, case, title, days, track=Track.RELOCATION)
    own(office, case, "später", AHEAD + 1)
    own(office, case, "irgendwann", None)
    agenda = asked(office)
    assert {part: shorts(agenda, part) for part in agenda.steps} == {
        Part.LATE: ["zu spät"],
        Part.TODAY: ["heute"],
        Part.AHEAD: ["morgen", "am letzten"],
        Part.SNOOZED: [],
    }
    assert agenda.pressing == office.lists.pressing(None) == 2
    assert [(each.total, each.first and each.first.short) for each in agenda.days] == [
        (1, "morgen"),
        *[(0, None)] * 5,
        (1, "am letzten"),
    ]
    (late,) = agenda.steps[Part.LATE]
    assert (late.case, late.case_name, late.days_left, late.own, late.late) == (
        case, "Ben Amor, Amira", -1, True, True,
    )  # fmt: skip
    assert late.track is Track.RELOCATION


def test_a_day_ahead_can_be_looked_at_alone(office):
    case = make_case(office)
    for title, days in (("a", 2), ("b", 2), ("c", 3)):
        own(office, case, title, days)
    day = TODAY + timedelta(days=2)
    agenda = asked(office, on=day)
    assert shorts(agenda, Part.AHEAD) == ["a", "b"]
    assert [each.total for each in agenda.days][:3] == [0, 2, 1]
    assert shorts(asked(office, on=TODAY + timedelta(days=6)), Part.AHEAD) == []


def test_what_is_put_off_stands_apart_until_its_day_whatever_its_date(office):
    case = make_case(office)
    late, far = own(office, case, "zu spät", -9), own(office, case, "fern", 90)
    office.plan.snooze(late, TODAY + timedelta(days=3))
    office.plan.snooze(late, TODAY + timedelta(days=2))
    office.plan.snooze(far, TODAY + timedelta(days=1))
    agenda = asked(office)
    assert shorts(agenda, Part.SNOOZED) == ["fern", "zu spät"]
    waiting = agenda.steps[Part.SNOOZED][1]
    assert (waiting.late, waiting.days_left, waiting.snoozes) == (True, -9, 2)
    assert waiting.snoozed_until == TODAY + timedelta(days=2)
    assert agenda.pressing == 0
    office.plan.wake(late)
    assert shorts(asked(office), Part.LATE) == ["zu spät"]
    assert asked(office).steps[Part.LATE][0].snoozed_until is None


def test_a_date_of_the_law_tells_how_long_it_may_wait_and_on_what_it_rests(office):
    case = make_case(office)
    office.plan.set_anchor(case, AnchorKind.CONTRACT, Day(TODAY))
    (law,) = asked(office).steps[Part.AHEAD]
    assert (law.short, law.basis, law.latest) == ("Schritt m_law", "§ 17 BMG", date(2026, 11, 26))
    own(office, case, "eigener", 1)
    assert asked(office).steps[Part.AHEAD][0].latest is None


def test_a_month_is_due_on_its_last_day(office):
    case = make_case(office)
    own(office, case, "im November", Day(date(2026, 11, 1), Precision.MONTH))
    own(office, case, "im Oktober", Day(date(2026, 10, 1), Precision.MONTH))
    agenda = asked(office)
    assert shorts(agenda, Part.LATE) == ["im Oktober"]
    assert agenda.days[-1].first.short == "im November"
    assert agenda.days[-1].first.days_left == 7


def test_steps_of_a_day_come_by_the_name_of_their_case(office):
    for family in ("Zander", "Ärzen", "Moor"):
        case = office.candidates.register(FROM_TUNISIA, replace(NURSE, family=family)).case
        own(office, case, "x", -2)
    own(office, case, "früher", -3)
    names = [each.case_name.split(",")[0] for each in asked(office).steps[Part.LATE]]
    assert names == ["Moor", "Ärzen", "Moor", "Zander"]


def test_done_aside_closed_and_resting_are_left_out(office):
    case, closed, resting = (make_case(office) for _ in range(3))
    done, aside = own(office, case, "a", -1), own(office, case, "b", -1)
    for other in (closed, resting):
        own(office, other, "c", -1)
    office.plan.tick(done)
    office.plan.not_needed(aside, "nicht hier")
    office.candidates.close(closed, CloseReason.SETTLED)
    office.candidates.hold(resting, date(2027, 1, 4), "Elternzeit")
    assert asked(office).totals == EMPTY


def test_an_advisor_sees_her_own_cases(office):
    advisor = int(office.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    another = int(office.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    mine, other = make_case(office, advisor=advisor), make_case(office, advisor=another)
    own(office, mine, "meins", -1)
    own(office, other, "anderes", -1)
    assert shorts(asked(office, advisor=advisor), Part.LATE) == ["meins"]
    assert office.lists.pressing(advisor) == 1
    assert office.lists.pressing(None) == 2


def test_only_so_many_rows_are_read_and_all_are_counted(office):
    case = make_case(office)
    for number in range(4):
        own(office, case, f"{number}", -9 + number)
    limits = dict.fromkeys(Part, 2)
    agenda = asked(office, limits=limits)
    assert shorts(agenda, Part.LATE) == ["0", "1"]
    assert agenda.totals[Part.LATE] == 4


def test_who_acts_is_named_as_in_the_plan(office):
    advisor = int(office.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    case = make_case(office, children=1, advisor=advisor, employer=make_provider(office))
    for role in (Role.EMPLOYER, Role.SERVICE_POINT, Role.MENTOR, Role.PERSON, Role.HR):
        own(office, case, role.value, -1, role=role)
    special = own(office, case, "eigens", -1, role=Role.HR)
    office.roles.hold(case, Role.MENTOR, HolderDraft("Imke Okken"))
    office.roles.hold(case, Role.HR, HolderDraft("Gerd Janssen"), special)
    office.plan.set_anchor(case, AnchorKind.ENTRY, Day(date(2026, 11, 20)))
    agenda = asked(office)
    assert {each.short: each.actors for each in agenda.steps[Part.LATE] if each.own} == {
        "employer": (Actor(Role.EMPLOYER, "Kita Deichkinder"),),
        "service_point": (Actor(Role.SERVICE_POINT, "Selin Wattmann"),),
        "mentor": (Actor(Role.MENTOR, "Imke Okken"),),
        "person": (Actor(Role.PERSON, "Amira Ben Amor"),),
        "hr": (Actor(Role.HR, ""),),
        "eigens": (Actor(Role.HR, "Gerd Janssen"),),
    }
    shown = {step.id: step for step in office.plan.view(case, Track.ONBOARDING).steps}
    for each in agenda.steps[Part.LATE]:
        names = {holder.role: holder.draft.name for holder in shown[each.id].holders}
        assert [actor.name for actor in each.actors] == [
            names.get(role, "") for role in shown[each.id].roles
        ]
    assert sorted(each.person for each in agenda.steps[Part.LATE] if not each.own) == ["", "Yasmin"]


def test_the_day_agrees_with_the_plans_of_real_cases(desk):
    for children in (0, 2):
        with_dates(desk, make_case(desk, children=children))
    agenda = desk.lists.agenda(AgendaQuery(limits=dict.fromkeys(Part, 500)))
    steps = [
        step
        for case in (1, 2)
        for track in Track
        for step in desk.plan.view(case, track).steps
        if step.state is StepState.OPEN and step.applies.value == "yes"
    ]
    late = {step.id: step for step in steps if step.late}
    assert late
    assert {each.id for each in agenda.steps[Part.LATE]} == set(late)
    for each in agenda.steps[Part.LATE]:
        step = late[each.id]
        assert (each.short, each.basis, each.days_left) == (step.short, step.basis, step.days_left)


def test_cases_with_a_barred_first_day_come_by_that_day_and_say_what_bars(desk):
    later, first, none = (make_case(desk) for _ in range(3))
    for case, day in ((later, date(2027, 5, 3)), (first, date(2027, 3, 1))):
        desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(day))
    desk.plan.set_anchor(none, AnchorKind.CONTRACT, Day(TODAY))
    agenda = asked(desk)
    assert [each.case for each in agenda.barred] == [first, later, none]
    assert [each.days_left for each in agenda.barred] == [98, 161, None]
    bars = desk.plan.barring([each.case for each in agenda.barred])
    for each in agenda.barred:
        head = desk.candidates.head(each.case)
        assert bars[each.case] == tuple(blocker for blocker in head.blockers if blocker.bars)
        assert each.number == len(bars[each.case])
        steps = {b.step: b.track for b in bars[each.case] if b.step is not None}
        for key, track in steps.items():
            assert key in {shown.id for shown in desk.plan.view(each.case, track).steps}
    assert asked(desk, limits=dict.fromkeys(Part, 1)).totals[Part.BARRED] == 3


def test_a_change_is_seen_at_once_and_a_new_day_too(path):
    from app.services.lists import Lists

    clock = [TODAY]
    file = open_file(path)
    desk = open_desk(file, ROOT / "resources", lambda: clock[0], "Tomke Harms", None)
    case = make_case(desk)
    own(desk, case, "morgen", 1)
    before = desk.lists.pressing(None)
    clock[0] = TODAY + timedelta(days=1)
    assert isinstance(desk.lists, Lists)
    assert desk.lists.pressing(None) == before + 1
    desk.plan.tick(own(desk, case, "noch eins", -1))
    assert desk.lists.pressing(None) == before + 1
    desk.close()


def test_the_day_is_read_without_sqlalchemy():
    code = "import sys; import app.services.agenda; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
