"""From the plan to the paper: what applies, and never a note."""

from __future__ import annotations

from datetime import date

import pytest

from app.folder import gather
from app.folder.contents import LastSlot
from app.records.plan import OfficeView
from app.records.roles import HolderDraft, HolderView
from app.rules.care_need import Parent, Ways
from app.rules.goers import Goer, Goers
from app.rules.openings import last_opening
from app.rules.rosters import Duty, Roster
from app.rules.terms import Answer, DateKind, Role, StepState
from tests.folder.makers import day
from tests.folder.plans import PRIVATE, TODAY, step, view


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        pytest.param({}, True, id="applies"),
        pytest.param({"applies": Answer.NO}, False, id="does not apply"),
        pytest.param({"applies": Answer.UNCLEAR}, False, id="unclear is asked, not printed"),
        pytest.param({"applies": Answer.UNCLEAR, "own": True}, True, id="own steps are printed"),
        pytest.param({"state": StepState.NOT_NEEDED}, False, id="not needed"),
        pytest.param({"state": StepState.NOT_NEEDED, "own": True}, False, id="own, not needed"),
        pytest.param({"state": StepState.DONE}, True, id="done is printed with its tick"),
        pytest.param({"unproven": True}, False, id="nobody vouched for it"),
        pytest.param(
            {"confirmed_by": "Imke Okken", "confirmed_on": TODAY},
            True,
            id="somebody vouched for it",
        ),
    ],
)
def test_only_what_applies_becomes_a_task(changes, printed):
    whole = view(step(**changes))
    assert len(gather.checklist(whole)) == printed
    assert len(gather.timeline(whole, TODAY)) == printed


def test_what_is_left_out_only_for_want_of_a_proof_is_told_once():
    whole = view(
        step(unproven=True),
        step(unproven=True, person_name="Meera"),
        step(unproven=True, title="Mülltonnen bestellen"),
        step(unproven=True, title="Gilt nicht", applies=Answer.NO),
        step(unproven=True, title="Nicht nötig", state=StepState.NOT_NEEDED),
        step(title="Belegt"),
    )
    assert gather.left_out(whole) == ("Wohnsitz anmelden", "Mülltonnen bestellen")


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        pytest.param(DateKind.DUTY, DateKind.ADVICE, id="no law without its wording read"),
        pytest.param(DateKind.OFFICE_RULE, DateKind.ADVICE, id="nor a rule of an office"),
        pytest.param(DateKind.EARLIEST, DateKind.EARLIEST, id="ab stays ab"),
        pytest.param(DateKind.HINT, DateKind.HINT, id="a hint asks for nothing"),
    ],
)
def test_what_somebody_vouched_for_is_printed_as_advice_without_its_paragraph(kind, printed):
    whole = view(step(kind=kind, confirmed_by="Imke Okken", confirmed_on=TODAY))
    (task,), (entry,) = gather.checklist(whole), gather.timeline(whole, TODAY)
    assert (task.kind, task.basis) == (printed, "")
    assert (entry.kind, entry.basis) == (printed, "")
    assert "Okken" not in repr(task) + repr(entry)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        pytest.param({"kind": DateKind.OFFICE_RULE, "basis": ""}, DateKind.ADVICE, id="without"),
        pytest.param({"kind": DateKind.OFFICE_RULE}, DateKind.OFFICE_RULE, id="with a paragraph"),
        pytest.param({"kind": DateKind.EARLIEST, "basis": ""}, DateKind.EARLIEST, id="earliest"),
    ],
)
def test_a_milestone_without_a_paragraph_is_advice(changes, kind):
    (entry,) = gather.timeline(view(step(**changes)), TODAY)
    assert entry.kind is kind


def test_the_notes_of_a_household_follow_the_explanation():
    noted = step(notes=("Mit dem Visum gehen Sie zuerst dorthin.", "Bringen Sie Arun mit."))
    (task,), (entry,) = gather.checklist(view(noted)), gather.timeline(view(noted), TODAY)
    said = "Alle gehen zusammen hin. Mit dem Visum gehen Sie zuerst dorthin. Bringen Sie Arun mit."
    assert task.explanation == entry.explanation == said
    (bare,) = gather.checklist(view(step(explanation="", notes=("Nur dies.",))))
    assert bare.explanation == "Nur dies."


ENTRY = OfficeView(3, "Bürgerbüro Sielhaven", "Marktplatz 1", "", "", "", None)


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        pytest.param(
            {"provider": ENTRY, "body": "Stadt Sielhaven"}, "Bürgerbüro Sielhaven", id="entry"
        ),
        pytest.param({"body": "Stadt Sielhaven"}, "Stadt Sielhaven", id="body by the home"),
        pytest.param({}, "Bürgerbüro", id="the template's words"),
    ],
)
def test_the_office_is_named_as_exactly_as_it_is_known(changes, printed):
    (task,) = gather.checklist(view(step(**changes)))
    assert task.office == printed


def test_a_helper_is_named_where_one_step_has_a_person_of_its_own():
    patin, onken = HolderDraft("Jantje Seelhoff"), HolderDraft("Heiko Onken")
    whole = view(
        step(
            id=1,
            roles=(Role.MENTOR, Role.HR),
            holders=(HolderView(7, Role.MENTOR, patin, 1), HolderView(8, Role.HR, onken, 1)),
        ),
        step(id=2, roles=(Role.MENTOR,), holders=(HolderView(9, Role.MENTOR, patin),)),
        step(id=3, roles=(Role.MENTOR, Role.HR), holders=(HolderView(8, Role.HR, onken, 3),)),
    )
    assert gather.helpers(whole) == {1: "Jantje Seelhoff"}


def test_a_task_carries_what_the_family_needs():
    (task,) = gather.checklist(view(step(promptly=True, state=StepState.DONE)))
    assert task.title == "Wohnsitz anmelden"
    assert task.group == "Wohnen und Melden"
    assert task.due == day(2026, 12, 14)
    assert task.basis == "§ 17 Abs. 1 BMG"
    assert task.office == "Bürgerbüro"
    assert task.documents[0].title == "Pass"
    assert task.documents[0].present_on == date(2026, 11, 20)
    assert (task.promptly, task.done, task.for_whom) == (True, True, ("Anitha",))


def test_no_word_of_the_office_passes():
    whole = view(step(), step(own=True))
    assert PRIVATE in repr(whole)
    assert PRIVATE not in repr(gather.checklist(whole))
    assert PRIVATE not in repr(gather.timeline(whole, TODAY))


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        pytest.param({}, True, id="ahead"),
        pytest.param({"due": day(2026, 11, 2)}, True, id="the family is late"),
        pytest.param(
            {"due": day(2026, 11, 2), "roles": (Role.HR,)}, False, id="somebody else is late"
        ),
        pytest.param({"due": None}, True, id="without date and open"),
        pytest.param({"state": StepState.DONE}, True, id="done early"),
        pytest.param({"state": StepState.DONE, "due": day(2026, 11, 2)}, False, id="history"),
        pytest.param({"state": StepState.DONE, "due": None}, False, id="done without date"),
    ],
)
def test_the_timeline_leaves_out_what_is_history(changes, printed):
    assert len(gather.timeline(view(step(**changes)), TODAY)) == printed


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        pytest.param({"offset": "P0D"}, DateKind.HINT, id="on its anchor's day"),
        pytest.param({"offset": "P2D"}, DateKind.ADVICE, id="counted from it"),
        pytest.param({"offset": "P0D", "pinned": True}, DateKind.ADVICE, id="moved by hand"),
        pytest.param({"offset": "P0D", "kind": DateKind.DUTY}, DateKind.DUTY, id="law stays law"),
    ],
)
def test_an_event_is_on_its_day_and_not_until_it(changes, kind):
    (entry,) = gather.timeline(view(step(**{"kind": DateKind.ADVICE, **changes})), TODAY)
    assert entry.kind is kind


def test_a_known_helper_is_named():
    (entry,) = gather.timeline(view(step()), TODAY, {1: "Jantje Seelhoff"})
    assert entry.helper == "Jantje Seelhoff"


def test_the_last_chance_at_the_office_is_printed_only_where_it_is_sure():
    deadline = day(2026, 12, 14)
    found = last_opening("Fr 08:00-12:30; PH off", deadline, TODAY)
    (task,) = gather.checklist(view(step(last_opening=found)))
    assert task.last_open == LastSlot(date(2026, 12, 11), 480, 750)
    for hours in ('Fr 08:00-12:30 "nach Anruf"; PH off', "", "Sa[5] 08:00-12:00"):
        unsure = last_opening(hours, deadline, date(2026, 12, 10))
        (task,) = gather.checklist(view(step(last_opening=unsure)))
        assert task.last_open is None


def test_the_last_chance_beside_the_duties_says_that_it_is():
    """Open on Thursdays from 14 to 17 and on Fridays until 12; due on Monday."""
    hours, deadline = "Th 14:00-17:00, Fr 08:00-12:00; PH off", day(2026, 12, 14)

    def told(*duties, last=None):
        rosters = (Roster(date(2026, 11, 30), last, 1, duties),)
        goers = Goers((Goer("Anitha", Parent(1, rosters, Ways(from_work=30))),))
        found = last_opening(hours, deadline, TODAY, goers=goers)
        (task,) = gather.checklist(view(step(last_opening=found)))
        return task.last_open

    friday = Duty(4, 360, 852)
    assert told(friday) == LastSlot(date(2026, 12, 10), 840, 1020, beside_duty=True)
    assert told(Duty(3, 0, 1440), friday) == LastSlot(date(2026, 12, 11), 480, 720, on_duty=True)
    assert told(friday, last=date(2026, 12, 6)) == LastSlot(
        date(2026, 12, 11), 480, 720, roster_ends=True
    )
    assert told(Duty(0, 360, 852)) == LastSlot(date(2026, 12, 11), 480, 720)
