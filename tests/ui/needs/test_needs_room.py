"""The room Bedarfe: needs appear by themselves, and the office says what came of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from app.records.needs import NeedDraft, NeedKind, NeedOutcome, NeedState, UnmetReason
from app.rules.facts import FactKey
from tests.makers import make_case
from ui.needs.case_room import NeedsRoom
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(desk):
    found = make_case(desk)
    desk.household.record(found, None, FactKey.HOME_FOUND, "no")
    return found


@pytest.fixture
def room(window, case):
    window.show_case(case)
    page = window.go_to(place("support"))
    page.ask("needs")
    assert isinstance(page.room, NeedsRoom)
    return page.room


def chosen(choice, code):
    choice.choose(code)
    choice.activated.emit(choice.currentIndex())


def test_a_need_not_met_asks_for_its_reason_and_keeps_what_happened(window, desk, room, case):
    (line,) = room.lines
    assert line.reason.isHidden()
    assert not line.state.code()
    chosen(line.state, NeedState.UNMET.value)
    assert not line.reason.isHidden()
    assert not desk.needs.of_case(case)[0].is_said  # not before the reason is told
    chosen(line.reason, UnmetReason.TOO_EXPENSIVE.value)
    (line,) = room.lines
    chosen(line.outcome, NeedOutcome.RELATIVES.value)
    (need,) = desk.needs.of_case(case)
    assert (need.reason, need.outcome) == (UnmetReason.TOO_EXPENSIVE, NeedOutcome.RELATIVES)
    assert "Wohnung: nicht erfüllt" in window.message_bar.sentence()
    assert "1 nicht erfüllt" in window.strip.text()
    (line,) = room.lines
    chosen(line.state, "")
    assert not desk.needs.of_case(case)[0].is_said


def test_a_day_that_is_none_is_told_at_the_line(desk, room, case):
    desk.needs.say(case, NeedDraft(NeedKind.HOME, NeedState.MET))
    room.refresh()
    (line,) = room.lines
    line.day.setText("31.02.2026")
    line.day.editingFinished.emit()
    assert line.trouble.text()
    line.day.setText("01.01.2100")
    line.day.editingFinished.emit()
    assert "Zukunft" in line.trouble.text()


def test_a_day_before_the_need_arose_is_told_at_the_line_and_taken(window, desk, room, case):
    desk.needs.say(case, NeedDraft(NeedKind.HOME, NeedState.MET))
    room.refresh()
    (line,) = room.lines
    line.day.setText("01.01.2020")
    line.day.editingFinished.emit()
    (line,) = room.lines
    assert line.day.text() == "01.01.2020"
    told = [each.text() for each in line.findChildren(QLabel)]
    assert "Geklärt vor dem ersten Eintrag (23.11.2026). Bitte den Tag prüfen." in told
    assert "Achtung: geklärt vor dem ersten Eintrag" in window.message_bar.sentence()


def test_another_need_is_noted_and_another_case_fills_the_room(window, desk, room, case):
    room.more.choose(NeedKind.FUNDING.value)
    room.add_button.click()
    assert {each.view.kind for each in room.lines} == {NeedKind.HOME, NeedKind.FUNDING}
    window.show_case(make_case(desk))
    assert room.lines == []
    assert not room.empty.isHidden()


def test_a_reason_still_to_be_chosen_is_not_lost_and_the_keyboard_stays(
    window, desk, room, case, qtbot
):
    window.activateWindow()
    qtbot.waitActive(window)
    (line,) = room.lines
    chosen(line.state, NeedState.UNMET.value)
    assert room.unsaved() == "Eingaben sind"
    window.show_case(make_case(desk))
    window.show_case(case)
    (line,) = window.go_to(place("support")).room.lines
    assert line.state.code() == NeedState.UNMET.value
    line.reason.setFocus()
    chosen(line.reason, UnmetReason.TOO_FAR.value)
    name = line.reason.accessibleName()
    qtbot.waitUntil(
        lambda: (
            (focus := window.focusWidget()) is not line.reason
            and focus is not None
            and focus.accessibleName() == name
        )
    )
    assert room.unsaved() == ""
