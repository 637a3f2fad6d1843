"""The timeline as a widget: keys, screen reader, what is painted, what stays in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.rules.terms import StepState
from tests.ui.makers_plan import TODAY, crowded, make_plan, make_step
from ui.onboarding.legend import Legend
from ui.onboarding.scale import Zoom
from ui.onboarding.shapes import Shape
from ui.onboarding.timeline import Timeline

THREE = make_plan(
    make_step(1, date(2026, 11, 16)),
    make_step(2, date(2026, 12, 7), short="Finanzielle Hilfen klären"),
    make_step(3, date(2027, 1, 4), phase="preboarding", state=StepState.DONE, done_on=TODAY),
)


@pytest.fixture
def timeline(dressed, qtbot) -> Timeline:
    widget = Timeline()
    qtbot.addWidget(widget)
    widget.resize(1058, 480)
    widget.set_plan(THREE)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.setFocus()
    return widget


def heard(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    assert found.isValid()
    return found


def test_the_arrow_keys_walk_and_tell(timeline, qtbot):
    told: list[int] = []
    timeline.chosen.connect(told.append)
    assert timeline.current_step() == 1
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(timeline, key)
    assert told == [2, 3]
    qtbot.keyClick(timeline, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert timeline.current_step() == 1
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.current_step() == 2


def test_going_up_comes_back_to_where_one_came_from(timeline, qtbot):
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.current_step() == 2


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Space, "ticked"),
        (Qt.Key.Key_F2, "noted"),
        (Qt.Key.Key_Return, "opened"),
    ],
)
def test_space_ticks_f2_notes_enter_opens(timeline, qtbot, key, signal):
    with qtbot.waitSignal(getattr(timeline, signal), timeout=500) as told:
        qtbot.keyClick(timeline, key)
    assert told.args == [1]


def test_a_click_on_a_label_chooses_its_step(timeline, qtbot):
    middle = timeline.rect_of(1).center()
    place = timeline.viewport().mapFromGlobal(middle)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert timeline.current_step() == 2


def test_a_screen_reader_hears_each_mark(timeline):
    whole = heard(timeline)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(QAccessible.Text.Name) == "Zeitachse des Onboardings"
    names = [whole.child(at).text(QAccessible.Text.Name) for at in range(whole.childCount())]
    assert names == [
        "16.11.2026, Pate/Patin benennen, Arbeitgeber, 7 Tage überfällig",
        "07.12.2026, Finanzielle Hilfen klären, Arbeitgeber, in 14 Tagen",
        "04.01.2027, Pate/Patin benennen, Arbeitgeber, erledigt am Mo 23.11.2026",
    ]
    assert whole.child(0).text(QAccessible.Text.Description) == "Contract"
    assert whole.child(2).role() == QAccessible.Role.ListItem
    assert whole.child(2).state().checked
    assert not whole.child(0).state().checked
    assert whole.child(0).state().selected
    assert whole.child(3) is None


def test_a_mark_is_found_at_its_place_on_the_screen(timeline):
    whole = heard(timeline)
    middle = whole.child(1).rect().center()
    found = whole.childAt(middle.x(), middle.y())
    assert whole.indexOfChild(found) == 1
    assert found.parent().text(QAccessible.Text.Name) == "Zeitachse des Onboardings"
    far = timeline.viewport().mapToGlobal(QPoint(2, 2))
    assert whole.childAt(far.x(), far.y()) is None


def test_walking_moves_the_focus_that_is_heard(timeline, qtbot, monkeypatch):
    qtbot.waitUntil(timeline.hasFocus, timeout=2000)
    told: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert told[-1] == (QAccessible.Event.Focus, 1)
    assert heard(timeline).focusChild().text(QAccessible.Text.Name).startswith("07.12.2026")


def test_marks_asked_for_many_times_and_after_a_change_stay_valid(timeline):
    whole = heard(timeline)
    for _ in range(300):
        for at in range(3):
            assert whole.child(at).isValid()
    last = whole.child(2)
    timeline.set_plan(make_plan(make_step(1)))
    assert whole.childCount() == 1
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_a_refresh_keeps_mark_and_scroll_position(timeline):
    timeline.resize(700, 240)
    timeline.set_plan(crowded())
    timeline.set_zoom(Zoom.WEEKS)
    timeline.choose(30)
    across, down = timeline.horizontalScrollBar(), timeline.verticalScrollBar()
    across.setValue(500)
    down.setValue(60)
    timeline.set_plan(crowded())
    assert timeline.current_step() == 30
    assert (across.value(), down.value()) == (500, 60)


def test_choosing_brings_a_mark_into_view(timeline):
    timeline.set_plan(crowded())
    timeline.set_zoom(Zoom.WEEKS)
    timeline.choose(54)
    seen = timeline.viewport().rect()
    mark = timeline.rect_of(timeline.current)
    assert seen.contains(timeline.viewport().mapFromGlobal(mark.topLeft() + QPoint(20, 2)))


def test_every_shape_is_painted_in_light_and_dark(timeline, looks):
    pictures = set()
    for dark in (False, True):
        looks(dark=dark)
        for shape in Shape:
            legend = Legend()
            legend.resize(260, 28)
            legend.set_shapes([shape])
            pictures.add(bytes(legend.grab().toImage().constBits()))
            assert "Zeitraum der Phase" in legend.accessibleName()
    assert len(pictures) == 2 * len(Shape)


def test_the_legend_takes_more_lines_where_it_is_narrow(dressed, qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_shapes(list(Shape))
    assert legend.heightForWidth(1400) == 28
    assert legend.heightForWidth(500) > 28


def test_without_a_plan_nothing_is_walked(dressed, qtbot):
    widget = Timeline()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert widget.current_step() is None
    assert heard(widget).childCount() == 0


def test_only_what_is_visible_is_painted(timeline, monkeypatch):
    import ui.onboarding.painting as painting

    painted: list[Shape] = []
    whole = painting.paint_shape

    def counted(painter, centre, size, shape, colours, *, broken=False):
        painted.append(shape)
        whole(painter, centre, size, shape, colours, broken=broken)

    monkeypatch.setattr(painting, "paint_shape", counted)
    timeline.set_plan(crowded())
    timeline.set_zoom(Zoom.WEEKS)
    timeline.viewport().grab()
    assert 0 < len(painted) < len(timeline.marks) / 2


def test_timelines_come_and_go_while_they_are_heard(dressed):
    for _ in range(60):
        widget = Timeline()
        widget.set_plan(THREE)
        whole = heard(widget)
        assert [whole.child(at).isValid() for at in range(3)] == [True] * 3
        del whole
        widget.deleteLater()
        dressed.sendPostedEvents(widget, 0)
        dressed.processEvents()


def test_a_tick_is_heard_where_the_mark_stands(timeline, qtbot, monkeypatch):
    qtbot.waitUntil(timeline.hasFocus, timeout=2000)
    told: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    first, *others = THREE.steps
    done = replace(first, state=StepState.DONE, done_on=TODAY)
    timeline.set_plan(make_plan(done, *others))
    timeline.set_plan(make_plan(done, *others))
    assert told == [(QAccessible.Event.StateChanged, 0)]
    assert heard(timeline).child(0).state().checked
