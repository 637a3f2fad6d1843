"""Rosters read from files: previewed, kept, replaced, taken back; refused ones change nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Reason, Refused, Trouble, Unavailable
from app.records.care import ShiftDraft, WaysDraft
from app.records.cases import PersonDraft
from app.records.roster_imports import RosterNoteCode
from app.rules.rosters import ShiftKind
from app.rules.terms import MemberRole
from tests.makers import make_case, make_provider

EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F1", "Frühdienst")
PARTNER = PersonDraft(role=MemberRole.PARTNER, given="Karim", family="Ben Amor")
MONTH = (
    "Dienstplan März 2027\n;1;2;3;4;5\nBen Amor, Amira;F1;F1;-;Q;\n"
    "Ben Amor, Karim;;;;;06:00-14:00\n"
)


class World:
    """A clinic with one shift, a case whose professional works there, and her partner."""

    def __init__(self, desk, folder):
        self.desk, self.folder = desk, folder
        self.clinic = make_provider(desk, organisation="Deichklinik")
        desk.rosters.add_shift(self.clinic, EARLY)
        self.case = make_case(desk, children=1, employer=self.clinic)
        desk.household.add(self.case, PARTNER)
        people = desk.candidates.case(self.case).people
        by_role = {each.draft.role: each.id for each in people}
        self.amira = by_role[MemberRole.PROFESSIONAL]
        self.karim, self.child = by_role[MemberRole.PARTNER], by_role[MemberRole.CHILD]

    def file(self, text, name="plan.csv"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def kept(self, person=None):
        parents = self.desk.rosters.board(self.case).parents
        (found,) = (each for each in parents if each.person == (person or self.amira))
        return found.rosters


@pytest.fixture
def world(desk, tmp_path):
    return World(desk, tmp_path)


def test_a_preview_names_the_person_and_writes_nothing(world):
    preview = world.desk.roster_imports.preview(world.file(MONTH), world.amira)
    assert (preview.person, preview.called, preview.source) == (world.amira, "Amira", "plan.csv")
    assert [(duty.day, duty.start, duty.label) for duty in preview.reading.roster.duties] == [
        (0, 360, "F1"),
        (1, 360, "F1"),
    ]
    assert [note.code for note in preview.reading.notes] == [
        RosterNoteCode.UNKNOWN_CODE,
        RosterNoteCode.SOMEBODY_ELSE,
    ]
    assert preview.reading.lost == (date(2027, 3, 4),)
    assert world.kept() == ()


def test_each_parent_is_found_in_the_same_file(world):
    preview = world.desk.roster_imports.preview(world.file(MONTH), world.karim)
    assert [(duty.day, duty.end) for duty in preview.reading.roster.duties] == [(4, 840)]


def test_codes_are_those_of_the_employer_in_force(world):
    file = world.file("Datum;Dienst\n01.03.2027;F1\n")
    assert world.desk.roster_imports.preview(file, world.karim).reading.roster is None
    world.desk.rosters.set_ways(world.karim, WaysDraft(employer=world.clinic))
    assert world.desk.roster_imports.preview(file, world.karim).reading.roster is not None


def test_what_is_taken_is_kept_with_its_source_and_can_be_taken_back(world):
    preview = world.desk.roster_imports.preview(world.file(MONTH), world.amira)
    done = world.desk.roster_imports.take(preview)
    (kept,) = world.kept()
    assert (kept.draft.roster, kept.draft.source) == (preview.reading.roster, "plan.csv")
    assert (done.case, done.facts["count"]) == (world.case, "2")
    world.desk.history.undo(done.batch)
    assert world.kept() == ()


def test_a_later_state_of_the_same_plan_takes_its_place(world):
    imports = world.desk.roster_imports
    imports.take(imports.preview(world.file(MONTH), world.amira))
    (first,) = world.kept()
    later = imports.preview(world.file(MONTH.replace(";Q;", ";F1;")), world.amira)
    assert later.replaces == first.id
    imports.take(later)
    (kept,) = world.kept()
    assert [duty.day for duty in kept.draft.roster.duties] == [0, 1, 3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MONTH, "anderer.csv"),
        (MONTH.replace("März", "April"), "plan.csv"),
        (MONTH.replace(";1;2;3;4;5", ";2;3;4;5;6"), "plan.csv"),
        (";Mo;Di;Mi;Do;Fr\nWoche 1;F1\n", "plan.csv"),
    ],
    ids=["another file", "another month", "fewer days", "a rotation"],
)
def test_another_plan_is_kept_beside(world, text, name):
    imports = world.desk.roster_imports
    imports.take(imports.preview(world.file(MONTH), world.amira))
    preview = imports.preview(world.file(text, name), world.amira)
    assert preview.replaces is None
    imports.take(preview)
    assert len(world.kept()) == 2


def test_a_text_that_somebody_pasted_is_read_too(world):
    pasted = "Datum\tDienst\n01.03.2027\tF1\n"
    preview = world.desk.roster_imports.preview(pasted, world.amira)
    assert (preview.source, preview.replaces) == ("", None)
    world.desk.roster_imports.take(preview)
    (kept,) = world.kept()
    assert kept.draft.source == ""


def test_a_rotation_begins_on_the_next_monday_or_the_one_asked_for(world):
    text = ";Mo;Di;Mi;Do;Fr\nWoche 1;F1\nWoche 2;;F1\n"
    imports = world.desk.roster_imports
    assert imports.preview(text, world.amira).reading.roster.first == date(2026, 11, 30)
    asked = imports.preview(text, world.amira, date(2027, 3, 1)).reading.roster
    assert (asked.first, asked.last, asked.weeks) == (date(2027, 3, 1), None, 2)
    with pytest.raises(Refused) as refused:
        imports.preview(text, world.amira, date(2027, 3, 2))
    assert (refused.value.reason, refused.value.field) == (Reason.NOT_A_MONDAY, "first")


def test_what_cannot_be_read_is_refused_and_leaves_what_was_kept(world):
    imports = world.desk.roster_imports
    imports.take(imports.preview(world.file(MONTH), world.amira))
    before = world.kept()
    for text, person, reason in (
        (
            "Name;Datum;Dienst\nA;1.3.2027;F1\nB;1.3.2027;F1\n",
            world.amira,
            Reason.NAME_NOT_IN_ROSTER,
        ),
        ("", world.amira, Reason.LIST_EMPTY),
        (MONTH, world.child, Reason.NOT_A_PARENT),
        (MONTH, 999, Reason.NO_SUCH_PERSON),
    ):
        with pytest.raises(Refused) as refused:
            imports.preview(world.file(text), person)
        assert refused.value.reason is reason
    nothing = imports.preview(world.file("Hallo;Welt\n"), world.amira)
    with pytest.raises(Refused) as refused:
        imports.take(nothing)
    assert refused.value.reason is Reason.NO_DUTIES_FOUND
    with pytest.raises(Unavailable) as missing:
        imports.preview(world.folder / "fehlt.csv", world.amira)
    assert missing.value.trouble is Trouble.NO_SUCH_FILE
    assert world.kept() == before


def test_a_roster_that_was_removed_meanwhile_is_not_replaced(world):
    imports = world.desk.roster_imports
    imports.take(imports.preview(world.file(MONTH), world.amira))
    preview = imports.preview(world.file(MONTH), world.amira)
    world.desk.rosters.remove_roster(preview.replaces)
    with pytest.raises(Refused) as refused:
        imports.take(preview)
    assert refused.value.reason is Reason.NO_SUCH_ROSTER
    assert world.kept() == ()
    imports.take(replace(preview, replaces=None))
    assert len(world.kept()) == 1
