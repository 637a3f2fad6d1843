"""The lane of what happens around a case: in step with the timeline, walked, heard, leading on."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.records.careers import IntroductionDraft
from app.records.events import CaseEvent, EventKind
from tests.conftest import TODAY
from tests.makers import with_dates
from tests.services.career_world import allow, make_home
from ui.onboarding.event_words import KINDS
from ui.onboarding.scale import Zoom
from ui.tabs import place
from ui.today import words as today

NEXT = date(2026, 12, 9)


@pytest.fixture
def home(window):
    desk = window.acts.desk
    made = make_home(desk)
    with_dates(desk, made.case)
    allow(desk, made.case, made.partner)
    draft = IntroductionDraft(made.partner, None, TODAY, made.opening, next_on=NEXT)
    desk.introductions.add(made.case, draft)
    return made


@pytest.fixture
def page(window, home):
    window.show_case(home.case)
    return window.go_to(place("onboarding"))


@pytest.fixture
def lane(page):
    return page.events


def test_marks_stand_where_the_timeline_has_their_day(page, lane):
    assert lane.isVisible()
    scale, timeline = page.timeline.scale(), page.timeline
    first, second = lane.places()
    assert first == scale.x(TODAY) + timeline.names_wide - timeline.across()
    assert second == scale.x(NEXT) + timeline.names_wide - timeline.across()
    timeline.set_zoom(Zoom.WEEKS)
    timeline.horizontalScrollBar().setValue(40)
    after = lane.places()
    assert after[0] == page.timeline.scale().x(TODAY) + timeline.names_wide - timeline.across()


def test_keys_walk_and_enter_leads_to_the_room(page, lane, qtbot):
    lane.setFocus()
    qtbot.keyClick(lane, Qt.Key.Key_Home)
    assert lane.current == 0
    qtbot.keyClick(lane, Qt.Key.Key_Right)
    assert lane.current == 1
    qtbot.keyClick(lane, Qt.Key.Key_Right)
    assert lane.current == 1
    with qtbot.waitSignal(page.elsewhere) as led:
        qtbot.keyClick(lane, Qt.Key.Key_Return)
    assert led.args == ["support", f"work:{lane.events[1].row}"]
    with qtbot.waitSignal(page.elsewhere) as led:
        at = QPoint(round(lane.places()[0]), lane.height() // 2)
        qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=at)
    assert led.args[0] == "support"
    assert lane._hit(QPoint(4, 4)) == -1


def test_screen_readers_hear_a_list_with_kind_day_title_and_person(lane):
    heard = QAccessible.queryAccessibleInterface(lane)
    assert heard.childCount() == 2
    told = heard.child(1).text(QAccessible.Text.Name)
    assert told == (
        "Vorstellung bei Arbeitgebern Mi 09.12.2026, Elektrikerin oder Elektriker, Werft am Siel, "
        "Karim, offen"
    )
    assert heard.child(2) is None
    assert lane.mark_at_global(*_middle(lane.rect_of(1))) == 1


def _middle(rect):
    return rect.center().x(), rect.center().y()


def test_other_events_are_laid_out_anew(lane):
    events = [CaseEvent(EventKind.TALK, 1, TODAY, f"Gespräch {n}", n) for n in range(5)]
    lane.set_events(events, {}, TODAY)
    places = lane.places()
    assert all(b - a >= 12 for a, b in itertools.pairwise(places))
    days = (TODAY - timedelta(days=9), TODAY + timedelta(days=3), TODAY + timedelta(days=9))
    events = [CaseEvent(EventKind.VISIT, 1, on, "Besuch", n) for n, on in enumerate(days)]
    lane.set_events(events, {}, TODAY)
    assert lane.current == 1  # the first that is ahead, and it stays
    lane.set_events(events[1:], {}, TODAY)
    assert lane.events[lane.current].row == 1
    lane.set_events((), {}, TODAY)
    assert lane.isHidden()


def test_every_kind_has_a_word():
    assert set(KINDS) == set(today.KINDS) == set(EventKind)
