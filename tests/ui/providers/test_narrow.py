"""The directory where there is little room: the filter wraps, the form takes the list's place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.makers import make_provider
from tests.ui.candidates.test_access import cut_words
from ui.providers.page import ProvidersPage
from ui.tabs import place


def cut_in(whole):
    return [
        words
        for widget in (whole, *whole.findChildren(QWidget))
        if widget.isVisible() and (words := cut_words(widget))
    ]


@pytest.mark.parametrize(
    ("percent", "wide", "high", "columns"),
    [(100, 1366, 660, 4), (100, 1093, 506, 3), (150, 1366, 588, 4), (200, 1366, 600, 4)],
)
def test_no_label_of_the_filter_is_cut(window, looks, qtbot, percent, wide, high, columns):
    looks(percent=percent)
    page = ProvidersPage(window.workplace)  # made at this size, as after the next start
    qtbot.addWidget(page)
    page.resize(wide, high)
    page.show()
    page.list.filter_button.click()
    QApplication.processEvents()
    panel = page.list.panel
    tops = {choice.y() for choice in (panel.language, panel.town, panel.age)}
    assert len(tops) == 1
    assert (panel.free.y() in tops) == (columns == 4)
    for part in (panel, page.list.new_button, page.list.filter_button, page.list.halves.ways):
        assert cut_in(part) == []
    assert page.list.new_button.width() >= page.list.new_button.sizeHint().width()
    ends = [each.mapTo(panel, each.rect().bottomRight()) for each in panel.flags.values()]
    assert all(panel.rect().contains(end) for end in ends)
    assert panel.height() >= panel.heightForWidth(panel.width())
    assert panel.geometry().bottom() <= page.list.view.mapTo(page.list, QPoint()).y()


def test_the_form_takes_the_place_of_the_list_where_both_have_no_room(window, qtbot):
    make_provider(window.acts.desk, organisation="Kita Deich")
    make_provider(window.acts.desk, organisation="Kita Moor")
    page = window.go_to(place("providers"))
    window.resize(960, 614)
    QApplication.processEvents()
    assert page.both.is_narrow
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Home)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    assert (page.list.isVisible(), page.form.isVisible()) == (True, False)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert (page.list.isVisible(), page.form.isVisible()) == (False, True)
    assert page.form.editor("organisation").text() == "Kita Moor"
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert (page.list.isVisible(), page.form.isVisible()) == (True, False)
    page.list.new_button.click()
    assert page.form.isVisible()
    assert page.form.editor("organisation").hasFocus()
    page.form.discard()
    assert page.list.isVisible()
