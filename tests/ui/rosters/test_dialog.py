"""Duties and ways of a household: typed like the clerk, kept in a real file, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from app.errors import Reason
from app.records.care import CarerKind, RosterDraft
from app.records.providers import Category
from app.rules.rosters import Duty, Roster, ShiftKind
from tests.makers import make_case, make_provider
from tests.ui.candidates.keys import press, tab_to, typed
from tests.ui.rosters.household import household, two_parents
from ui.rosters.dialog import OTHERS, DutiesDialog, open_duties

NEXT_MONDAY = date(2026, 11, 23)


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(desk):
    return two_parents(desk)


@pytest.fixture
def full(desk):
    return household(desk)


@pytest.fixture
def opened(window, qtbot):
    """Opens the dialog about a case, active and with the keyboard in it."""

    def open_it(case) -> DutiesDialog:
        made = open_duties(window.workplace, case, window)
        assert made is not None
        made.activateWindow()
        qtbot.waitActive(made)
        QApplication.processEvents()
        return made

    return open_it


def board(desk, case):
    return desk.rosters.board(case)


def mother(dialog):
    return dialog.parents[next(iter(dialog.parents))]


def father(dialog):
    pane = list(dialog.parents.values())[1]
    dialog.show_part(list(dialog.parents)[1])
    return pane


def field(pane, name) -> QLineEdit:
    editor = pane.ways.sheet.editor(name)
    assert isinstance(editor, QLineEdit)
    return editor


def put(editor, text):
    editor.setFocus()
    editor.selectAll()
    typed(text)


def chosen(editor, text):
    """As from the list that pops up while typing, which an offscreen window cannot show."""
    editor.setText(text)
    editor.textEdited.emit(text)
    if editor.completer() is not None:
        editor.completer().popup().hide()


def segments(dialog):
    return [each.text() for each in dialog.who._group.buttons()]


def test_it_is_about_the_parents_and_who_else_is_there(opened, case):
    dialog = opened(case)
    assert dialog.windowTitle() == "Dienste und Wege – Ben Amor, Amira"
    assert segments(dialog) == ["Amira", "Karim", "Wer noch da ist"]
    assert dialog.sentence.text() == "Amira: noch kein Dienstplan; Karim: noch kein Dienstplan."
    assert mother(dialog).empty.isVisible()
    assert not dialog.save_button.isEnabled()


def test_before_the_desk_is_open_there_is_no_dialog(window, case):
    workplace = window.workplace
    window.acts.shut()
    assert open_duties(workplace, case, window) is None


def test_ways_are_typed_and_kept_with_ctrl_enter_and_taken_back(opened, desk, case):
    dialog = opened(case)
    pane = mother(dialog)
    for name, text in (("to_care", "10"), ("to_work", "1:05"), ("sleep", "7"), ("changing", "15")):
        put(field(pane, name), text)
    assert segments(dialog)[0] == "Amira •"
    press(Qt.Key.Key_Return, ctrl=True)
    ways = board(desk, case).parents[0].ways
    assert (ways.to_care, ways.to_work, ways.sleep, ways.changing) == (10, 65, 420, 15)
    assert ways.brings
    assert ways.fetches
    assert field(pane, "to_work").text() == "65"
    assert segments(dialog)[0] == "Amira"
    assert "Wege" in dialog.message.text()
    dialog.undo.click()
    assert not board(desk, case).parents[0].entered
    assert field(pane, "to_care").text() == "0"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("to_work", "400", "Bitte Minuten von 0 bis 180 angeben."),
        ("buffer", "bald", "Hier gehört eine Zahl hin."),
        ("sleep", "13:00", "Bitte Minuten von 0 bis 720 angeben."),
    ],
)
def test_a_way_that_is_refused_says_so_at_its_field_and_stays(
    opened, desk, case, name, text, reason
):
    dialog = opened(case)
    pane = mother(dialog)
    put(field(pane, name), text)
    dialog.show_part(OTHERS)
    dialog.save()
    assert dialog.pane() is pane
    assert pane.ways.sheet.reason_of(name) == reason
    assert field(pane, name).text() == text
    assert field(pane, name).accessibleDescription() == reason
    assert dialog.focusWidget() is field(pane, name)
    assert not board(desk, case).parents[0].entered


def test_the_employer_of_the_case_holds_until_another_is_chosen(opened, desk, case):
    other = make_provider(desk, organisation="Watthof", category=Category.EMPLOYER, town="Norden")
    dialog = opened(case)
    pane = mother(dialog)
    assert field(pane, "employer").placeholderText() == "wie im Fall: Deichklinik"
    assert "".join(each.text()[0] for each in pane.form.palette_.buttons) == "FBZSNf"
    chosen(field(pane, "employer"), "Watth")
    chosen(field(pane, "employer"), "Watthof – Norden")
    dialog.save()
    view = board(desk, case).parents[0]
    assert (view.ways.employer, view.employer_name) == (other, "Watthof")
    assert pane.form.palette_.buttons == ()
    chosen(field(pane, "employer"), "Niemand")
    dialog.save()
    assert pane.ways.sheet.reason_of("employer") == "„Niemand“ ist hier nicht vorgesehen."


def test_who_is_at_home_needs_no_ways_to_work(opened, desk, case):
    dialog = opened(case)
    pane = father(dialog)
    pane.ways.sheet.editor("at_home").click()
    assert not field(pane, "to_work").isEnabled()
    assert field(pane, "to_care").isEnabled()
    dialog.save()
    assert board(desk, case).parents[1].ways.at_home
    assert dialog.sentence.text() == "Amira: noch kein Dienstplan; Karim ist zu Hause."


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
    pane.form.kind.chosen.emit(False)  # as its segment does
    pane.form.kind.choose(False)
    pane.form._turn(False)
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


def test_what_somebody_else_changes_does_not_touch_what_is_typed(opened, window, desk, full):
    dialog = opened(full)
    pane = mother(dialog)
    person = board(desk, full).parents[0].person
    pane.form.grid.grid.enter({0: "N"})
    put(field(pane, "buffer"), "25")
    window.acts.do(
        lambda desk: desk.rosters.remove_roster(desk.rosters.board(full).parents[0].rosters[0].id)
    )
    assert pane.form.grid.grid.text_at(0) == "N"
    assert field(pane, "buffer").text() == "25"
    dialog.save()
    [kept] = board(desk, full).parents[0].rosters
    assert kept.draft.roster.duties[0].label == "N"
    assert board(desk, full).parents[0].person == person
    assert board(desk, full).parents[0].ways.buffer == 25


def test_closing_asks_where_something_is_typed(opened, desk, full, recorder):
    dialog = opened(full)
    put(field(mother(dialog), "buffer"), "25")
    recorder.agrees = False
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    recorder.agrees = True
    dialog.reject()
    assert not dialog.isVisible()
    assert board(desk, full).parents[0].ways.buffer == 5


def test_closing_without_anything_typed_does_not_ask(opened, full, recorder):
    dialog = opened(full)
    for part in (*dialog.parents, OTHERS):
        dialog.show_part(part)
    dialog.reject()
    assert recorder.asked == []


def test_discarding_shows_what_is_kept(opened, full):
    dialog = opened(full)
    pane = mother(dialog)
    put(field(pane, "buffer"), "25")
    pane.form.grid.grid.enter({0: "N"})
    dialog.leave_button.click()
    assert field(pane, "buffer").text() == "5"
    assert pane.form.grid.grid.text_at(0) == "F"
    assert not dialog.save_button.isEnabled()


def test_a_carer_is_entered_with_hours_in_words(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    pane = dialog.others
    pane.empty.accepted.emit()
    typed("Oma Leila")
    put_text(pane.form.hours.given.text, "Mo-Fr 14-18 Uhr")
    editor = pane.form.sheet.editor("way")
    put(editor, "10")
    press(Qt.Key.Key_Return, ctrl=True)
    [kept] = board(desk, case).carers
    assert (kept.draft.name, kept.draft.kind) == ("Oma Leila", CarerKind.RELATIVE)
    assert kept.draft.hours_osm.startswith("Mo-Fr 14:00-18:00")
    assert kept.draft.way == 10
    assert pane.form.carer_id == kept.id
    assert not dialog.save_button.isEnabled()
    dialog.undo.click()
    assert board(desk, case).carers == ()
    assert pane.empty.isVisible()


def put_text(editor, text):
    editor.setFocus()
    editor.setPlainText(text)


def test_words_about_hours_that_are_doubtful_are_not_taken_unseen(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    dialog.others.begin()
    typed("Oma Leila")
    put_text(form.hours.given.text, "meistens nachmittags, wenn sie kann")
    dialog.save()
    assert board(desk, case).carers == ()
    assert form.reason() == "Bitte die Zeiten im Text prüfen und übernehmen, oder den Text löschen."
    put_text(form.hours.given.text, "")
    dialog.save()
    [kept] = board(desk, case).carers
    assert kept.draft.hours_osm == ""


def test_a_carer_without_a_name_or_ending_too_early_is_refused_at_the_field(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    dialog.others.begin()
    put(form.sheet.editor("valid_from"), "01.03.2027")
    dialog.save()
    assert form.sheet.reason_of("name")
    put(form.sheet.editor("name"), "Hilfe")
    put(form.sheet.editor("valid_to"), "01.02.2027")
    dialog.save()
    assert form.sheet.reason_of("valid_to") == "Der letzte Tag liegt vor dem ersten."
    assert board(desk, case).carers == ()


def test_a_carer_is_changed_and_removed(opened, desk, full):
    dialog = opened(full)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    kind = form.sheet.editor("kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(1)
    dialog.save()
    [kept] = board(desk, full).carers
    assert kept.draft.kind is CarerKind.HOUSEHOLD
    assert kept.draft.hours_osm == "Mo-Fr 14:00-18:00"
    form.removed.emit(kept.id)
    assert board(desk, full).carers == ()
    assert form.isHidden()


def test_the_frame_is_typed_in_kilometres_and_languages(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    sheet = dialog.others.frame.sheet
    put(sheet.editor("radius_km"), "7,5 km")
    chosen(sheet.editor("languages"), "Arabisch, Plattarabisch")
    dialog.save()
    assert sheet.reason_of("languages")
    chosen(sheet.editor("languages"), "Arabisch, Deutsch")
    dialog.save()
    frame = board(desk, case).frame
    assert (frame.radius_km, frame.languages) == (7.5, ("ar", "de"))
    put(sheet.editor("radius_km"), "501")
    dialog.save()
    assert sheet.reason_of("radius_km") == "Bitte Kilometer von 1 bis 500 angeben."
    put(sheet.editor("radius_km"), "")
    dialog.save()
    assert board(desk, case).frame.radius_km is None


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
    assert Reason.LIST_EMPTY


def test_a_household_with_nobody_who_works_still_shows_who_is_there(opened, desk):
    case = make_case(desk, children=1)
    professional = desk.candidates.case(case).people[0]
    desk.household.remove(professional.id)
    dialog = opened(case)
    assert segments(dialog) == ["Wer noch da ist"]
    assert dialog.pane() is dialog.others


def test_a_parent_who_leaves_the_household_goes_from_the_dialog(opened, window, desk, full):
    dialog = opened(full)
    father(dialog)
    person = list(dialog.parents)[1]
    window.acts.do(lambda desk: desk.household.remove(person))
    assert segments(dialog) == ["Amira", "Wer noch da ist"]
    assert dialog.pane() is mother(dialog)


@pytest.mark.parametrize(("dark", "percent"), [(False, 100), (True, 100), (False, 200)])
def test_everything_has_a_name_and_fits_beside_in_every_dress(
    looks, opened, full, dark, percent, window
):
    looks(dark=dark, percent=percent)
    dialog = opened(full)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    for part in (*dialog.parents, OTHERS):
        dialog.show_part(part)
        QApplication.processEvents()
        corner = dialog.findChildren(QAbstractButton, "qt_tableview_cornerbutton")
        for button in dialog.findChildren(QAbstractButton):
            if button.isVisible() and button not in corner:
                assert button.accessibleName() or button.text()
                assert button.width() >= button.minimumSizeHint().width()
        for line in dialog.findChildren(QLineEdit):
            if line.isVisible() and line.isEnabled():
                assert line.accessibleName()
