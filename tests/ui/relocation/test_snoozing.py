"""Putting off a reminder from the pane of a step: asked in place, one key for the usual days."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.plan import OwnStep
from app.rules.calendar import Day
from app.rules.terms import Track
from tests.makers import make_case, with_dates
from ui.relocation.page import RelocationPage
from ui.tabs import place
from ui.window import Window


@pytest.fixture
def page(window: Window) -> RelocationPage:
    desk = window.acts.desk
    assert desk is not None
    case = make_case(desk)
    with_dates(desk, case)
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Umzugswagen", Day(date(2026, 11, 16))))
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Irgendwann"))
    window.show_case(case)
    found = window.go_to(place("relocation"))
    assert isinstance(found, RelocationPage)
    return found


def choose(page, title):
    step = next(each for each in page.view.steps if each.title == title)
    page.reveal(step.id)
    return page.pane.actions_row


def shown(page):
    return page.step(page.step_id)


def test_a_reminder_is_put_off_in_place_and_woken(page, window):
    actions = choose(page, "Umzugswagen")
    actions._snooze.click()
    assert actions.snooze_ask.editor.text() == "24.11.2026"
    actions.snooze_ask.editor.setText("07.12.2026")
    actions.snooze_ask.given.emit()
    assert (shown(page).snoozed_until, shown(page).late) == (date(2026, 12, 7), True)
    assert page.pane.standing().startswith("7 Tage überfällig")
    assert page.pane.standing().endswith("zurückgestellt bis Mo 07.12.")
    assert window.message_bar.sentence() == (
        "„Umzugswagen“ zurückgestellt bis Mo 07.12.2026. Die Frist bleibt."
    )
    assert not actions.snooze_ask.isVisible()
    actions._wake.click()
    assert shown(page).snoozed_until is None
    actions._snooze.click()
    actions.snooze_ask.given.emit()
    assert page.pane.standing().endswith("zurückgestellt bis Di 24.11. (2-mal)")
    window.acts.undo()
    assert (shown(page).snoozed_until, shown(page).snoozes) == (None, 1)


@pytest.mark.parametrize(
    ("key", "day"), [(Qt.Key.Key_M, "24.11.2026"), (Qt.Key.Key_W, "30.11.2026")], ids=["M", "W"]
)
def test_one_key_puts_in_tomorrow_or_next_monday(page, qtbot, key, day):
    actions = choose(page, "Umzugswagen")
    actions.ask_snooze()
    actions.snooze_ask.editor.setText("1")
    qtbot.keyClick(actions.snooze_ask.editor, key)
    assert actions.snooze_ask.editor.text() == day


def test_a_refusal_is_said_beside_the_field_with_the_last_day_there_is(page):
    step = next(each for each in page.view.steps if each.template == "anmeldung_wohnsitz")
    page.reveal(step.id)
    actions = page.pane.actions_row
    actions.ask_snooze()
    for typed, said in (
        ("02.03.2027", "höchstens bis Mo 01.03.2027"),
        ("23.11.2026", "frühestens morgen"),
        ("12.2026", "TT.MM.JJJJ"),
        ("", "fehlt noch"),
    ):
        actions.snooze_ask.editor.setText(typed)
        actions.snooze_ask.given.emit()
        assert actions.snooze_ask.isVisible()
        assert said in actions.snooze_ask.reason()
    assert shown(page).snoozes == 0


def test_only_an_open_step_with_a_date_offers_it(page):
    assert choose(page, "Umzugswagen")._snooze.isVisible()
    assert not choose(page, "Irgendwann")._snooze.isVisible()
    choose(page, "Umzugswagen").tick()
    assert not choose(page, "Umzugswagen")._snooze.isVisible()
