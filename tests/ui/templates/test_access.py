"""Every control has a name and a place in the tab order; large text clips nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.candidates.test_access import cut_words
from tests.ui.templates.conftest import choose, found, quiet
from tests.ui.templates.test_condition import pick
from ui.templates.page import SETS, TemplatesPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def open_everything(page, qtbot):
    """A step with every part of its form in use, and its comparison."""
    choose(page, qtbot, "Pate/Patin ben")
    pane = page.steps.pane
    pane.form.notes.add_note.click()
    pane.form.notes.boxes[0].condition.add_row.click()
    pick(pane.form.notes.boxes[0].condition.boxes[0].menu_button, "licence_country")
    pane.form.examples.add_example.click()
    pick(pane.form.examples.boxes[0].menu_button, "licence_country")
    pick(pane.form.examples.boxes[0].menu_button, "origin")
    pick(pane.form.when.condition.boxes[0].menu_button, "workplace")
    pane.versions.compare.click()
    quiet(page, qtbot)


def nameless(root):
    found_ = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found_.append(f"{type(widget).__name__} {widget.objectName()} {widget.parent()}")
    return found_


def test_every_control_in_sight_has_a_name(page, qtbot):
    open_everything(page, qtbot)
    assert nameless(page) == []
    page.parts._group.button(2).click()
    assert page.part == SETS
    assert nameless(page) == []


def test_every_control_of_the_dialog_has_a_name(page, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    page.steps.switch()
    dialog = found(page, qtbot)
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert [cut_words(each) for each in dialog.findChildren(QWidget) if cut_words(each)] == []
    dialog.reject()


def test_tab_goes_through_the_form_from_its_top_to_its_versions(page, qtbot):
    open_everything(page, qtbot)
    QApplication.processEvents()
    form, versions = page.steps.pane.form, page.steps.pane.versions
    form.about.short.editors["de"].setFocus()
    seen = []
    for _ in range(150):
        seen.append(QApplication.focusWidget())
        if seen[-1] is versions.compare:
            break
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    row = form.when.condition.boxes[0]
    wanted = (
        form.about.title_.editors["en"],
        form.about.phase,
        form.whom.scope,
        row.lines[0].editor.boxes["no"],
        row.lines[1].editor.boxes["clinic"],
        row.menu_button,
        form.when.condition.add_row,
        form.term.counts_from.anchor,
        form.term.offset.number,
        form.term.kind,
        form.who.roles.few,
        form.who.office.editors["en"],
        form.links.documents.many,
        form.links.clears,
        form.proof.stand,
        form.notes.boxes[0].text.editors["de"],
        form.notes.boxes[0].condition.boxes[0].lines[0].editor.field,
        form.examples.boxes[0].lines[1].editor,
        form.examples.add_example,
        versions.compare,
    )
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)


def test_escape_leaves_the_fields(page, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.about.short.editors["de"].setFocus()
    qtbot.keyClick(form.about.short.editors["de"], Qt.Key.Key_Escape)
    assert not form.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_is_clipped(page, window, looks, qtbot, percent):
    looks(percent=percent)
    # A page made at this size, as after the next start.
    made = TemplatesPage(window.workplace)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    open_everything(made, qtbot)
    QApplication.processEvents()
    clipped = [
        words
        for widget in made.findChildren(QWidget)
        if widget.isVisible() and (words := cut_words(widget))
    ]
    made.steps.looking.forget()
    assert clipped == []


def test_a_narrow_window_puts_the_form_over_the_list(page, window, qtbot):
    window.resize(1093, 614)
    QApplication.processEvents()
    assert page.sides.is_narrow
    assert page.list.isVisible()
    assert not page.steps.pane.isVisible()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.steps.pane.isVisible()
    assert page.steps.pane.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert page.list.isVisible()
