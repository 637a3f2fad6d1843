"""Rosters in the dialog: typed by keyboard, kept in a real file, read, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.care import RosterDraft
from app.rules.calendar import Day
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import AnchorKind
from tests.ui.candidates.keys import press, tab_to, typed
from tests.ui.rosters.duties import board, mother, put, segments

NEXT_MONDAY = date(2026, 11, 23)


def test_a_rotation_is_entered_by_keyboard_alone(opened, desk, case):
    dialog = opened(case)
    tab_to("Neuer Dienstplan")
    press(Qt.Key.Key_Space)
    for text in ("F", "F", "-", "S", "S", "", ""):
        typed(text)
        press(Qt.Key.Key_Return)
    typed("N")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, ctrl=True)
    [kept] = board(desk, case).parents[0].rosters
    roster = kept.draft.roster
    assert (roster.first, roster.last, roster.weeks) == (NEXT_MONDAY, None, 4)
    assert [(duty.day, duty.label) for duty in roster.duties] == [
        *((0, "F"), (1, "F"), (3, "S"), (4, "S"), (7, "N"))
    ]
    assert roster.duties[0].kind is ShiftKind.EARLY
    pane = mother(dialog)
    assert pane.form.roster_id == kept.id
    assert pane.list.key() == kept.id
    assert not dialog.save_button.isEnabled()
    assert dialog.sentence.text().startswith("Amira: Dienste bekannt, ohne Ende;")


def test_a_first_roster_begins_with_the_first_working_day(opened, desk, case):
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    pane = mother(opened(case))
    tab_to("Neuer Dienstplan")
    press(Qt.Key.Key_Space)
    assert pane.form.first.text() == "01.03.2027"


def test_a_cell_in_which_one_still_types_is_kept_too(opened, desk, full, recorder):
    dialog = opened(full)
    typed("N")
    press(Qt.Key.Key_Return, ctrl=True)
    [kept] = board(desk, full).parents[0].rosters
    assert kept.draft.roster.duties[0].label == "N"
    mother(dialog).form.grid.lead(1)
    typed("S")
    recorder.agrees = False
    dialog.reject()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    assert mother(dialog).form.grid.grid.text_at(1) == "S"


def test_saving_again_changes_the_same_roster_and_undo_brings_it_back(opened, desk, full):
    dialog = opened(full)
    pane = mother(dialog)
    before = board(desk, full).parents[0].rosters
    pane.form.grid.grid.enter({0: "N"})
    dialog.save()
    [kept] = board(desk, full).parents[0].rosters
    assert kept.id == before[0].id
    assert kept.draft.roster.duties[0].label == "N"
    dialog.undo.click()
    assert board(desk, full).parents[0].rosters == before
    assert pane.form.grid.grid.text_at(0) == "F"


def test_ctrl_z_takes_a_cell_back_before_it_takes_back_what_is_kept(opened, desk, full):
    dialog = opened(full)
    grid = mother(dialog).form.grid
    mother(dialog).ways.sheet.editor("brings").click()
    dialog.save()
    grid.setFocus()
    typed("N")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, ctrl=True)
    assert grid.grid.text_at(0) == "F"
    assert not board(desk, full).parents[0].ways.brings
    press(Qt.Key.Key_Z, ctrl=True)
    assert board(desk, full).parents[0].ways.brings


def test_duties_at_once_are_told_and_kept(opened, desk, full):
    dialog = opened(full)
    form = mother(dialog).form
    form.grid.grid.enter({9: "N", 10: "F"})
    form.grid.lead(10)
    assert form.told() == (
        "Donnerstag, Woche 2: Zählt nicht mit: läuft in den Nachtdienst vom Mittwoch."
    )
    form.grid.lead(0)
    assert form.told() == "1 Dienst zählt nicht mit."
    dialog.save()
    [kept] = board(desk, full).parents[0].rosters
    assert len(kept.faults) == 1
    assert "1 zählt nicht mit" in mother(dialog).list.model().index(0, 0).data()


def test_a_cell_that_cannot_be_read_keeps_the_roster_from_being_saved(opened, desk, full):
    dialog = opened(full)
    before = board(desk, full)
    form = mother(dialog).form
    form.grid.grid.enter({3: "6-12 (+1)"})
    dialog.save()
    assert board(desk, full) == before
    assert form.grid.day() == 3
    assert form.told() == "Donnerstag, Woche 1: „6-12 (+1)“ ist länger als 24 Stunden."
    assert dialog.save_button.isEnabled()


def test_single_days_need_a_last_one_and_get_the_month(opened, desk, case):
    dialog = opened(case)
    pane = mother(dialog)
    pane.begin()
    [single] = [each for each in pane.form.kind._group.buttons() if each.text() == "Einzelne Tage"]
    single.click()
    assert pane.form.last.text() == "30.11.2026"
    assert pane.form.grid.grid.weeks.days == 8
    pane.form.last.setText("")
    pane.form.grid.grid.enter({0: "F"})
    dialog.save()
    assert pane.form.told().startswith("Bitte")
    assert dialog.focusWidget() is pane.form.last
    pane.form.last.setText("23.11.2026")
    dialog.save()
    [kept] = board(desk, case).parents[0].rosters
    assert kept.draft.roster == Roster(
        NEXT_MONDAY, NEXT_MONDAY, 0, (Duty(0, 360, 852, "F", ShiftKind.EARLY),)
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("weeks", "0", "Bitte eine Zahl von 1 bis 52 Wochen angeben."),
        ("weeks", "viele", "Bitte eine Zahl von 1 bis 52 Wochen angeben."),
        ("last", "01.11.2026", "Der letzte Tag liegt vor dem ersten."),
    ],
)
def test_dates_and_weeks_that_are_wrong_are_said_and_nothing_is_kept(
    opened, desk, full, name, text, said
):
    dialog = opened(full)
    before = board(desk, full)
    form = mother(dialog).form
    put(getattr(form, name), text)
    dialog.save()
    assert said in form.told()
    assert getattr(form, name).property("wrong") == "true"
    assert board(desk, full) == before


def test_fewer_weeks_tell_what_would_be_left_out(opened, desk, full):
    dialog = opened(full)
    form = mother(dialog).form
    put(form.weeks, "1")
    assert form.grid.grid.rowCount() == 1
    assert "14 Dienste liegen außerhalb dieser Tage" in form.told()
    dialog.save()
    [kept] = board(desk, full).parents[0].rosters
    assert (kept.draft.roster.weeks, len(kept.draft.roster.duties)) == (1, 5)


def test_a_roster_is_removed_and_comes_back(opened, desk, full):
    dialog = opened(full)
    pane = mother(dialog)
    [before] = board(desk, full).parents[0].rosters
    pane.form.removed.emit(before.id)
    assert board(desk, full).parents[0].rosters == ()
    assert pane.empty.isVisible()
    dialog.undo.click()
    assert board(desk, full).parents[0].rosters == (before,)
    assert pane.form.roster_id == before.id


def test_another_roster_is_shown_only_when_what_is_typed_may_go(opened, desk, full, recorder):
    view = board(desk, full).parents[0]
    spring = RosterDraft(Roster(date(2027, 3, 1), None, 1, (Duty(0, 360, 852),)))
    desk.rosters.save_roster(view.person, spring)
    dialog = opened(full)
    pane = mother(dialog)
    first, second = (each.id for each in board(desk, full).parents[0].rosters)
    assert pane.form.roster_id == first  # the one that holds today
    pane.form.grid.grid.enter({0: "N"})
    recorder.agrees = False
    pane.list.choose(second)
    pane.list.chosen.emit(second)
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert (pane.form.roster_id, pane.list.key()) == (first, first)
    recorder.agrees = True
    pane.list.choose(second)
    pane.list.chosen.emit(second)
    assert pane.form.roster_id == second
    assert pane.form.grid.grid.text_at(0) == "6-14:12"


def test_a_roster_is_read_from_a_file_and_kept_when_it_is_saved(
    opened, desk, case, recorder, tmp_path
):
    path = tmp_path / "dezember.csv"
    path.write_text(
        "Datum;Von;Bis\n01.12.2026;06:00;14:12\n02.12.2026;21:00;06:00\n03.12.2026;25:00;26:00\n",
        "utf-8",
    )
    recorder.path = path
    dialog = opened(case)
    pane = mother(dialog)
    pane.read()
    assert "2 Dienste vom 01.12.2026" in pane.reading.said()
    assert "Zeile 4" in pane.reading.said()
    assert board(desk, case).parents[0].rosters == ()
    assert segments(dialog)[0] == "Amira •"
    pane.form.grid.grid.enter({1: "S"})
    dialog.save()
    [kept] = board(desk, case).parents[0].rosters
    assert kept.draft.source == "dezember.csv"
    assert [duty.label for duty in kept.draft.roster.duties] == ["", "S"]
    assert pane.reading.isHidden()
    pane.read()
    assert "Ersetzt den Dienstplan" in pane.reading.said()
    dialog.save()
    [again] = board(desk, case).parents[0].rosters
    assert again.id == kept.id
    assert [duty.label for duty in again.draft.roster.duties] == ["", ""]


def test_a_file_that_is_no_roster_is_told(opened, desk, case, recorder, tmp_path):
    recorder.path = tmp_path / "leer.csv"
    recorder.path.write_text("", "utf-8")
    dialog = opened(case)
    mother(dialog).read()
    assert len(recorder.asked) == 2  # the file, then what is told
    assert mother(dialog).form.isHidden()
