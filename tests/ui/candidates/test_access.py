"""Every control has a name and a place in the tab order; large text clips nothing; F4 panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.records.cases import Channel, ContactDraft, Counterpart
from tests.conftest import TODAY
from tests.makers import make_case, with_dates
from tests.ui.candidates.keys import press
from ui import theme
from ui.candidates.page import CandidatesPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def open_everything(page, desk):
    """A case with every form in sight."""
    case_id = make_case(desk, children=1)
    with_dates(desk, case_id)
    spoken = ContactDraft(TODAY, Channel.PHONE, Counterpart.FAMILY, "Amira", "fragt nach der Kita")
    desk.candidates.note_contact(case_id, spoken)
    page.refresh()
    page.reveal(case_id)
    page.list.filter_button.click()
    pane = page.pane
    pane.details.edit()
    pane.household.edit_person(pane.household.table.records.records[0].id)
    pane.head.open_stage()
    pane.contacts.form.put("text", "Notiz")
    pane.history._toggle.click()
    QApplication.processEvents()


def test_every_control_in_sight_has_a_name(window, page):
    open_everything(page, window.acts.desk)
    nameless = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_tab_comes_to_every_form_of_the_case(qtbot, window, page):
    open_everything(page, window.acts.desk)
    page.list.search.setFocus()
    seen = set()
    for _ in range(150):
        press(Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    pane = page.pane
    for wanted in (
        page.list.table,
        pane.head.more,
        pane.household.table,
        pane.household.form.editor("family"),
        pane.details.form.editor("employer"),
        pane.contacts.form.text,
        pane.contacts.log,
        pane.anchors.other,
        pane.history.table,
        page.aside.filters,
    ):
        assert wanted in seen, wanted.accessibleName()


def test_tab_goes_from_the_top_of_the_case_to_its_end(window, page):
    page.reveal(make_case(window.acts.desk, children=1))
    pane = page.pane
    pane.focus_first()
    seen = []
    while len(seen) < 120 and (not seen or pane.isAncestorOf(seen[-1])):
        seen.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is pane.history._toggle:
            break
    question = next(iter(pane.questions._asked.values())).stops()[0]
    wanted = (
        question,
        pane.questions._more,
        pane.contacts.form.text,
        next(iter(pane.anchors.rows.values())).line,
        pane.anchors.other,
        pane.roles._add,
        pane.consents._add,
    )
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)


def cut_words(widget):
    """The words of a widget that has no room for them, "" where it has."""
    high = widget.fontMetrics().height()
    if isinstance(widget, QAbstractButton):
        words = widget.text().replace("&", "")
        wide = QFontMetrics(widget.font()).horizontalAdvance(words)
        return words if widget.width() < wide or (words and widget.height() < high) else ""
    if isinstance(widget, QLabel):
        wraps = widget.wordWrap()
        needed = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
        narrow = not wraps and widget.width() + 1 < widget.sizeHint().width()
        return widget.text() if narrow or widget.height() + 1 < needed else ""
    if isinstance(widget, QLineEdit | QComboBox):
        return widget.accessibleName() if widget.height() < high else ""
    return ""


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_clipped(window, looks, percent):
    looks(percent=percent)
    # A page made at this size, as after the next start.
    page = CandidatesPage(window.workplace)
    theme.dress(page)
    page.resize(1366, 640)
    page.show()
    open_everything(page, window.acts.desk)
    page.turn_panel()
    QApplication.processEvents()
    clipped = [
        words
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and (words := cut_words(widget))
    ]
    page.close()
    assert clipped == []


def test_a_narrow_window_puts_the_case_over_the_list(qtbot, window, page):
    make_case(window.acts.desk)
    page.refresh()
    window.resize(1093, 614)
    QApplication.processEvents()
    assert not page.right.isVisible()
    assert page.list.pane_button.isVisible()
    page.list.table.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert page.right.isVisible()
    assert page.right.geometry().right() == page.width() - 1
    assert page.right.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_F4)
    assert not page.right.isVisible()
    assert page.list.table.hasFocus()
    press(Qt.Key.Key_F4)
    assert page.right.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.right.isVisible()

    window.resize(1366, 768)
    QApplication.processEvents()
    assert page.right.isVisible()
    assert not page.list.pane_button.isVisible()
