"""As a new user: from an empty file to a dated plan on paper, every act of the hand counted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.records.cases import CaseQuery, CaseState
from app.records.office import ServicePoint
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, StepState, Track
from tests.ui.candidates.keys import press, typed
from ui.tabs import TABS

MOST = 40
# The lists that complete what is typed are windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Hand:
    """What a clerk does: clicks, keys, fields that are typed in; each counts one."""

    def __init__(self, window: QWidget, qtbot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.acts: list[str] = []

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        self.acts.append(f"click {widget.accessibleName() or widget.metaObject().className()}")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self._settle()

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        self.acts.append(f"key {key.name}")
        press(key, ctrl=ctrl)
        self._settle()

    def field(self, text: str) -> None:
        """Type in the field that has the focus."""
        self.acts.append(f"field {text}")
        typed(text)

    def _settle(self) -> None:
        self._qtbot.wait(1)
        QApplication.processEvents()
        self._window.activateWindow()
        QApplication.processEvents()


def test_from_an_empty_file_to_a_dated_printed_plan_in_at_most_forty_acts(
    window, recorder, tmp_path, qtbot
):
    window.acts.desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    page = window.go_to(next(at for at, tab in enumerate(TABS) if tab.key == "candidates"))
    page.setFocus()
    hand = Hand(window, qtbot)

    # the family: name, nationality, profession, where they live now
    hand.key(Qt.Key.Key_N, ctrl=True)
    form = page.new_case
    hand.field("Ben Amor")
    hand.key(Qt.Key.Key_Tab)
    hand.field("Amira")
    hand.click(form.editor("nationality"))
    hand.field("Tunesien")
    hand.key(Qt.Key.Key_Tab)  # leaves the list that completes it
    hand.click(form.editor("occupation"))
    hand.field("Pflegefachfrau")
    hand.key(Qt.Key.Key_Tab)  # the group of professions: a letter chooses
    hand.field("P")
    hand.click(form.editor("origin"))
    hand.field("Tunesien")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Return, ctrl=True)

    # the dates: typed one below the other
    lines = page.pane.anchors.rows
    hand.click(lines[AnchorKind.CONTRACT].line)
    hand.field("02.11.2026")
    hand.key(Qt.Key.Key_Tab)
    hand.field("13.02.2027")
    hand.key(Qt.Key.Key_Tab)
    hand.field("15.02.2027")
    hand.key(Qt.Key.Key_Tab)
    hand.field("01.03.2027")
    hand.key(Qt.Key.Key_Return)

    # the plan, and the list on paper
    tabs = window.header.tabs
    umzug = next(at for at, tab in enumerate(TABS) if tab.key == "relocation")
    hand.acts.append("click Umzug")
    QTest.mouseClick(
        tabs,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        tabs.tabRect(umzug).center(),
    )
    plan = window.page(umzug)
    hand.click(plan.paper_button)
    recorder.path = tmp_path / "liste.pdf"
    with qtbot.waitSignal(window.workshop.emptied, timeout=30_000):
        hand.click(plan._paper.save_button)
    hand.acts.append("field liste.pdf")  # the name in the system's own dialog

    desk = window.acts.desk
    (case,) = desk.lists.case_ids(CaseQuery(state=CaseState.ALL))
    steps = [step for track in Track for step in desk.plan.view(case, track).steps]
    dated = {step.template: step.due for step in steps if step.due is not None}
    assert dated["anmeldung_wohnsitz"] == Day(date(2027, 3, 1))
    assert dated["m_it_zugaenge"] == Day(date(2027, 2, 15))
    going = [step for step in steps if step.applies is Answer.YES and step.state is StepState.OPEN]
    assert len(going) > 40
    usual = {AnchorKind.CONTRACT, AnchorKind.ENTRY, AnchorKind.MOVE_IN, AnchorKind.WORK_START}
    assert all(step.due is not None for step in going if step.anchor in usual)
    assert recorder.path.read_bytes().startswith(b"%PDF-1.7")
    assert len(hand.acts) <= MOST, hand.acts
