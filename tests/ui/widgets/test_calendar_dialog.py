"""The calendar file from the window: whose steps, how many, what is not in it, saved and told."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.errors import Reason, Refused, Trouble, Unavailable
from app.records.calendars import (
    CalendarForm,
    CalendarPreview,
    CasesOf,
    EveryCase,
    LeftOut,
    OneCase,
)
from app.records.office import AdvisorDraft
from app.rules.terms import Role
from tests.makers import make_case, with_dates
from ui import calendar_words
from ui.onboarding.page import Extent
from ui.tabs import place
from ui.widgets.calendar_dialog import LEAVES, OUTLOOK, CalendarDialog, Whose, open_calendar

ONBOARDING, UMZUG = place("onboarding"), place("relocation")


@pytest.fixture
def case(window) -> int:
    desk = window.acts.desk
    desk.office.add_advisor(AdvisorDraft("Imke", "Okken"))
    mine = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    made = make_case(desk, children=1, advisor=mine)
    with_dates(desk, made)
    window.settings.who = "Tomke Harms"
    window.show_case(made)
    return made


@pytest.fixture
def dialog(window, case, qtbot) -> CalendarDialog:
    made = open_calendar(window.workplace, case, window)
    assert made is not None
    counted(window, qtbot)
    return made


def counted(window, qtbot):
    qtbot.waitUntil(lambda: not window.workshop.is_busy, timeout=20_000)


def choose(dialog, whose, window, qtbot):
    dialog.whose.choose(whose)
    dialog.whose.chosen.emit(whose)
    counted(window, qtbot)


def take(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_it_counts_the_steps_of_the_case_and_says_what_is_left_out(dialog, window, case):
    assert dialog.isVisible()
    assert dialog.scope == OneCase(case)
    about, held, left_out, _ = dialog.said().split("\n")
    assert about == "Ben Amor, Amira: alle Beteiligten"
    assert held.endswith("Schritte mit Tag.")
    assert left_out.startswith("Nicht in der Datei: ")
    assert dialog.accessibleDescription() == dialog.said()
    assert dialog.save_button.isEnabled()
    assert OUTLOOK in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.form.key() is CalendarForm.EVENTS


def test_a_role_is_chosen_within_the_case_or_over_all_and_names_are_short(
    dialog, window, case, qtbot
):
    take(dialog.case_role, Role.HR.value)
    counted(window, qtbot)
    assert dialog.scope == OneCase(case, Role.HR)
    assert LEAVES in dialog.said()
    choose(dialog, Whose.ROLE, window, qtbot)
    take(dialog.role, Role.MENTOR.value)
    counted(window, qtbot)
    assert dialog.scope == EveryCase(Role.MENTOR)
    assert dialog.said().startswith("Alle laufenden Fälle: Pate/Patin\n")
    assert not dialog.case_role.isVisible()
    take(dialog.role, Role.SERVICE_POINT.value)
    counted(window, qtbot)
    assert LEAVES not in dialog.said()


def test_who_works_here_finds_their_own_cases(dialog, window, qtbot):
    choose(dialog, Whose.ADVISOR, window, qtbot)
    assert dialog.advisor.currentText() == "Tomke Harms"
    assert dialog.scope == CasesOf(dialog.advisor.currentData())
    assert dialog.save_button.isEnabled()


def test_where_there_is_nothing_to_write_it_says_so_before(dialog, window, qtbot):
    take(dialog.case_role, Role.TOURISM.value)
    counted(window, qtbot)
    assert "keinen offenen Schritt mit einem Tag" in dialog.said()
    assert not dialog.save_button.isEnabled()


def test_it_is_saved_where_the_user_says_and_told(dialog, window, recorder, tmp_path, qtbot, case):
    recorder.path = tmp_path / "kalender.ics"
    dialog.form.choose(CalendarForm.BOTH)
    dialog.save_button.click()
    counted(window, qtbot)
    calendar = Calendar.from_ical(recorder.path.read_bytes())
    assert len(calendar.walk("VTODO")) == len(calendar.walk("VEVENT")) > 20
    said = f"Kalenderdatei gespeichert (Schritte: {len(calendar.walk('VTODO'))}): kalender.ics"
    assert window.message_bar.sentence() == said
    assert not window.message_bar._undo.isVisible()
    assert window.acts.desk.history.of_case(case)[0].act == "calendar_exported"


def test_turning_back_saves_nothing(dialog, window, recorder):
    recorder.path = None
    dialog.save_button.click()
    assert recorder.asked == ["Kalenderdatei speichern"]
    assert not window.workshop.is_busy
    assert dialog.isVisible()


def test_a_place_that_takes_no_file_is_told_and_can_be_chosen_anew(
    dialog, window, recorder, tmp_path, qtbot
):
    recorder.path = tmp_path / "fehlt" / "kalender.ics"
    dialog.save_button.click()
    counted(window, qtbot)
    assert "lässt sich nicht schreiben" in recorder.asked[-1]
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()


def test_a_refusal_is_said_in_the_dialog(dialog, window, recorder, qtbot):
    recorder.path = window.files.file.path
    dialog.save_button.click()
    counted(window, qtbot)
    assert "gibt es schon" in dialog.said()
    assert dialog.save_button.isEnabled()
    dialog._failed(Refused(Reason.NO_SUCH_CASE))
    assert "Diesen Fall gibt es nicht mehr" in dialog.said()
    with pytest.raises(ZeroDivisionError):
        dialog._failed(ZeroDivisionError())


def test_a_full_disk_leaves_the_count_as_it_was(dialog, recorder, tmp_path):
    before = dialog.said()
    dialog._failed(Unavailable(Trouble.DISK_FULL, tmp_path / "k.ics"))
    assert dialog.said() == before
    assert len(recorder.asked) == 1


def test_a_new_choice_while_it_counts_is_the_one_that_is_told(window, case, qtbot):
    dialog = open_calendar(window.workplace, case, window)
    take(dialog.case_role, Role.TOURISM.value)
    take(dialog.case_role, Role.HR.value)
    take(dialog.case_role, Role.TOURISM.value)
    counted(window, qtbot)
    assert "keinen offenen Schritt" in dialog.said()
    dialog.case_role.activated.emit(0)
    dialog.reject()
    counted(window, qtbot)


def test_without_an_advisor_there_are_no_cases_of_one(window, qtbot):
    dialog = open_calendar(window.workplace, None, window)
    assert dialog.scope == EveryCase(Role.SERVICE_POINT)
    choose(dialog, Whose.ADVISOR, window, qtbot)
    assert dialog.scope is None
    assert "Noch ist keine Berater*in eingetragen." in dialog.said()
    assert not dialog.save_button.isEnabled()


def test_the_name_of_a_file_for_others_does_not_say_whose_case_it_is(dialog, window, qtbot):
    assert dialog._proposal() == "Kalender Ben Amor Amira"
    take(dialog.case_role, Role.MENTOR.value)
    counted(window, qtbot)
    assert dialog._proposal() == "Kalender Pate oder Patin"


@pytest.mark.parametrize("tab", [ONBOARDING, UMZUG])
def test_both_tabs_offer_it_in_their_strip(window, case, tab, qtbot):
    page = window.go_to(tab)
    assert page.calendar_button in page.strip_actions()
    assert page.calendar_button.accessibleName() == "Kalenderdatei schreiben …"
    page.calendar_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CalendarDialog)
    assert dialog.scope == OneCase(case)
    counted(window, qtbot)


def test_the_picture_of_all_cases_offers_it_without_a_case(window, case, qtbot):
    page = window.go_to(ONBOARDING)
    page.show_extent(Extent.OFFICE)
    assert page.calendar_button in page.strip_actions()


def test_its_keys_open_it_on_every_tab(window, case, qtbot):
    window.go_to(place("candidates"))
    window.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_K, keys)
    assert isinstance(QApplication.activeModalWidget(), CalendarDialog)
    counted(window, qtbot)


def test_before_the_desk_is_open_there_is_nothing_to_ask(shell):
    assert open_calendar(shell.workplace, None, shell) is None


@pytest.mark.parametrize("why", LeftOut)
def test_every_reason_to_leave_a_step_out_has_words(why):
    assert (
        calendar_words.left_out({why: 3})
        == f"Nicht in der Datei: 3 {calendar_words.LEFT_OUT[why]}."
    )


@pytest.mark.parametrize("form", CalendarForm)
def test_every_form_has_a_word(form):
    assert calendar_words.FORMS[form]


@pytest.mark.parametrize(
    ("count", "cancelled", "said"),
    [
        (1, 0, "1 Schritt mit Tag."),
        (48, 2, "48 Schritte mit Tag, 2 frühere Einträge werden zurückgenommen."),
        (0, 1, "1 früherer Eintrag wird zurückgenommen."),
        (0, 0, "Hier gibt es keinen offenen Schritt mit einem Tag."),
    ],
)
def test_what_a_file_holds_is_said_in_numbers(count, cancelled, said):
    assert calendar_words.held(CalendarPreview(count, cancelled, {}, leaves=False)) == said


def test_nothing_left_out_is_not_spoken_of():
    assert calendar_words.left_out({}) == ""


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_clips_at_any_size(window, case, looks, percent, qtbot):
    looks(percent=percent)
    dialog = open_calendar(window.workplace, case, window)
    take(dialog.case_role, Role.HR.value)
    counted(window, qtbot)
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
