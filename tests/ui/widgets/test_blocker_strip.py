"""The strip of what bars the first working day: what it says, where it leads, how it fits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.rules.calendar import Day, Precision
from app.rules.terms import Blocker, BlockerState, Role
from tests.ui.makers_plan import make_blocker, make_plan, make_step
from ui.widgets.blocker_strip import BlockerStrip
from ui.widgets.blocker_words import (
    asks,
    barring_steps,
    entries,
    missing,
    needed_by,
    spoken,
)
from ui.widgets.runs import plain

OPEN = make_blocker()
FACT = make_blocker(
    Blocker.MEASLES, BlockerState.UNCLEAR, ask=("workplace", "profession"), steps=(), step=None
)
CLEARED = make_blocker(
    Blocker.RIGHT_TO_WORK, BlockerState.CLEARED, cleared_on=date(2026, 10, 6), step=None, steps=()
)


@pytest.fixture
def strip(dressed, qtbot) -> BlockerStrip:
    widget = BlockerStrip()
    qtbot.addWidget(widget)
    widget.resize(1366, 36)
    return widget


def test_it_is_shown_only_while_something_bars(strip):
    strip.set_blockers([CLEARED])
    assert strip.isHidden()
    strip.set_blockers([CLEARED, OPEN])
    assert not strip.isHidden()
    strip.set_blockers([])
    assert strip.isHidden()


def test_what_bars_comes_first_and_says_what_is_missing_and_who_can_act(strip):
    strip.set_blockers([CLEARED, OPEN])
    barred, cleared = strip.entries()
    assert barred.accessibleName() == (
        "Sperre Berufserlaubnis: offen. nötig bis Mo 01.03.2027. "
        "offene Schritte: Berufserlaubnis beantragen. handeln kann: Fachkraft, Personalabteilung"
    )
    assert cleared.accessibleName() == (
        "Aufenthaltstitel mit Arbeitserlaubnis: liegt vor seit Di 06.10.2026"
    )
    assert "Sperren für den ersten Arbeitstag" in strip.accessibleName()


def test_a_fact_is_asked_for_in_words():
    assert missing(FACT) == "es fehlt: die Art der Arbeitsstelle und 1 weitere Angabe"
    assert "die Art der Arbeitsstelle; der Beruf" in spoken(FACT)
    assert missing(make_blocker(steps=("A", "B", "C"))) == "A und 2 weitere"


def test_the_line_is_shortened_from_its_end():
    whole, without_who, state = (plain(runs) for runs in entries(OPEN))
    assert whole == (
        "Berufserlaubnis: offen – Berufserlaubnis beantragen · Fachkraft, Personalabteilung"
    )
    assert without_who == "Berufserlaubnis: offen – Berufserlaubnis beantragen"
    assert state == "Berufserlaubnis: offen"


def test_the_first_day_it_is_needed_is_told():
    later = make_blocker(Blocker.MEASLES, due=Day(date(2027, 4, 1)))
    assert needed_by([later, OPEN, CLEARED]) == "nötig bis Mo 01.03."
    month = make_blocker(due=Day(date(2027, 3, 1), Precision.MONTH))
    assert needed_by([month]) == "nötig bis März 2027"
    assert needed_by([make_blocker(due=None)]) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_leads_to_the_step(strip, qtbot, key):
    strip.set_blockers([OPEN])
    strip.show()
    with qtbot.waitSignal(strip.step_wanted, timeout=500) as told:
        qtbot.keyClick(strip.entries()[0], key)
    assert told.args == [7]


def test_a_click_leads_to_the_question_where_only_a_fact_is_missing(strip, qtbot):
    strip.set_blockers([FACT])
    strip.show()
    with qtbot.waitSignal(strip.fact_wanted, timeout=500) as told:
        qtbot.mouseClick(strip.entries()[0], Qt.MouseButton.LeftButton)
    assert told.args == ["workplace"]


def test_a_step_goes_before_a_fact_unless_the_fact_decides():
    assert not asks(make_blocker(ask=("workplace",)))
    assert asks(make_blocker(state=BlockerState.UNCLEAR, ask=("workplace",)))
    assert not asks(make_blocker(state=BlockerState.CLEARED, ask=("workplace",), step=None))


def test_the_arrow_keys_walk_the_entries(strip, qtbot):
    strip.set_blockers([OPEN, FACT, CLEARED])
    strip.show()
    strip.activateWindow()
    first, second, last = strip.entries()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus, timeout=2000)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert last.hasFocus()


@pytest.mark.parametrize("width", [1366, 1093, 700, 340])
def test_no_entry_overlaps_another_or_leaves_the_strip(strip, width):
    strip.set_blockers([OPEN, FACT, CLEARED])
    strip.resize(width, strip.heightForWidth(width))
    places = [entry.geometry() for entry in strip.entries()]
    for at, place in enumerate(places):
        assert strip.rect().contains(place)
        assert not any(place.intersects(other) for other in places[at + 1 :])
    assert (strip.heightForWidth(width) > 36) is (width < 500)


def test_a_refresh_keeps_the_focus(strip, qtbot):
    strip.set_blockers([OPEN, FACT])
    strip.show()
    strip.activateWindow()
    strip.entries()[1].setFocus()
    qtbot.waitUntil(strip.entries()[1].hasFocus, timeout=2000)
    strip.set_blockers([make_blocker(roles=(Role.HR,)), FACT])
    assert strip.entries()[1].hasFocus()


def test_open_steps_that_lead_there_are_known_by_id_and_by_name():
    from dataclasses import replace

    plan = make_plan(
        make_step(7, short="Antrag"),
        make_step(8, short="Berufserlaubnis beantragen"),
        make_step(9, short="Anderes"),
    )
    barred = replace(plan, head=replace(plan.head, blockers=(OPEN, CLEARED)))
    assert barring_steps(barred) == {7, 8}
    assert barring_steps(plan) == frozenset()


def test_of_measles_proof_only_its_confirmation_is_told():
    """§ 20 Abs. 9 IfSG: the office keeps no vaccination data."""
    done = make_blocker(
        Blocker.MEASLES, BlockerState.CLEARED, cleared_on=date(2026, 11, 13), step=None, steps=()
    )
    said = plain(entries(done)[0])
    assert said == "Masernnachweis: vom Arbeitgeber bestätigt am 13.11."
    assert spoken(done) == "Masernnachweis: vom Arbeitgeber bestätigt am Fr 13.11.2026"
