"""The list: rows, order, search, filters, counts, what it says when it is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QHeaderView

from app.records.cases import CaseOrder, CaseQuery, CaseRow, CaseState, CloseReason
from app.records.office import AdvisorDraft
from app.rules.terms import Stage
from tests.conftest import TODAY
from tests.makers import FROM_TUNISIA, NURSE, make_case, with_dates
from tests.ui.candidates.keys import press, typed
from ui.candidates.rows import CaseModel, lines
from ui.widgets.runs import plain

ROW = CaseRow(
    id=7,
    name="Ben Amor, Amira",
    profession="Pflegefachfrau",
    stage=Stage.CONTRACT,
    employer="Deichklinik Norden",
    arrival=date(2027, 2, 13),
    advisor="Tomke Harms",
    next_due=date(2026, 11, 16),
    next_step="Pate/Patin benennen",
    held_until=None,
    closed_on=None,
)


def family(desk, name, **changes):
    done = desk.candidates.register(
        replace(FROM_TUNISIA, **changes), replace(NURSE, family=name, note="")
    )
    return done.case


@pytest.fixture
def three(window, page):
    """Müller, Öztürk and Zander, the list showing them."""
    desk = window.acts.desk
    made = [family(desk, name) for name in ("Zander", "Öztürk", "Müller")]
    page.refresh()
    return made


def names(page):
    return [
        page.list.model.row_at(row).name.split(",")[0] for row in range(page.list.model.rowCount())
    ]


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        (0, "Ben Amor, Amira", "Pflegefachfrau"),
        (1, "3: Zusage/Vertrag", "Deichklinik Norden"),
        (2, "13.02.2027", "bei Harms"),
        (3, "Mo 16.11. · 7 Tage überfällig", "Pate/Patin benennen"),
    ],
)
def test_a_row_says_two_lines_in_each_column(column, first, second):
    cell = lines(ROW, column, TODAY)
    assert (plain(cell.first), plain(cell.second)) == (first, second)


def test_lateness_has_a_shape_and_words_and_a_day_ahead_has_neither():
    late = lines(ROW, 3, TODAY)
    assert late.first[0].icon == "triangle-alert"
    ahead = lines(replace(ROW, next_due=date(2026, 11, 26)), 3, TODAY)
    assert ahead.first[0].icon == ""
    assert plain(ahead.first) == "Do 26.11. · in 3 Tagen"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closed_on": date(2026, 11, 2)}, "abgeschlossen"),
        ({"held_until": date(2027, 1, 15)}, "ruht bis Fr 15.01.2027"),
        ({"next_due": None}, "–"),
        ({"next_due": date(2027, 11, 24)}, "Mi 24.11.2027 · in 366 Tagen"),
    ],
)
def test_the_last_column_says_why_there_is_no_near_deadline(changes, words):
    assert plain(lines(replace(ROW, **changes), 3, TODAY).first) == words


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, desk):
    for name in ("Nair", "Öztürk"):
        family(desk, name)
    model = CaseModel(desk.lists, lambda: TODAY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(desk.lists.case_ids(CaseQuery()))
    assert tester.model() is model
    assert model.rowCount() == 2
    assert model.data(model.index(0, 0)).startswith("Nair")
    qtmodeltester.check(model)


def test_an_empty_list_says_what_it_is_for_and_offers_the_first_step(qtbot, page):
    assert page.list.empty.isVisible()
    assert page.list.empty.accessibleName().startswith("Noch keine Fälle")
    page.list.empty.accepted.emit()
    assert page.right.stack.currentWidget() is page.new_case


def test_search_finds_umlauts_however_they_are_written(qtbot, page, three):
    press(Qt.Key.Key_F, ctrl=True)
    for text, found in (
        ("Mül", ["Müller"]),
        ("mueller", ["Müller"]),
        ("üll", ["Müller"]),
        ("oeztu", ["Öztürk"]),
        ("ÖZTÜRK", ["Öztürk"]),
    ):
        page.list.search.selectAll()
        typed(text)
        assert names(page) == found, text
    press(Qt.Key.Key_Escape)
    assert page.list.model.rowCount() == 3


def test_a_search_without_a_hit_says_so_and_leads_back(qtbot, page, three):
    page.list.search.setFocus()
    typed("xyzzy")
    assert page.list.empty.accessibleName().startswith("Nichts gefunden")
    assert page.list.count.text() == "0 von 3 Fällen"
    page.list.empty.accepted.emit()
    assert page.list.model.rowCount() == 3
    assert page.list.search.text() == ""


def test_the_header_orders_by_name_both_ways(qtbot, page, three):
    header: QHeaderView = page.list.table.horizontalHeader()
    header.sectionClicked.emit(0)
    assert names(page) == ["Müller", "Öztürk", "Zander"]
    assert page.list.query.order is CaseOrder.NAME
    header.sectionClicked.emit(0)
    assert names(page) == ["Zander", "Öztürk", "Müller"]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_down_goes_from_the_search_into_the_list_and_chooses(qtbot, window, page, three):
    press(Qt.Key.Key_F, ctrl=True)
    press(Qt.Key.Key_Down)
    assert page.list.table.hasFocus()
    first = page.list.model.id_at(0)
    assert window.case_id == first
    press(Qt.Key.Key_Down)
    assert window.case_id == page.list.model.id_at(1)
    assert page.pane.case_id == window.case_id


def test_searching_does_not_change_the_case_that_is_shown(qtbot, window, page, three):
    page.reveal(three[0])
    page.list.search.setFocus()
    typed("Müller")
    assert window.case_id == three[0]
    assert page.pane.case_id == three[0]
    page.list.search.selectAll()
    press(Qt.Key.Key_Escape)
    row = page.list.table.currentIndex().row()
    assert page.list.model.id_at(row) == three[0]


def test_a_refresh_keeps_selection_place_and_focus(qtbot, window, page):
    desk = window.acts.desk
    made = [family(desk, f"Name {number:02}") for number in range(30)]
    page.refresh()
    page.reveal(made[20])
    table = page.list.table
    table.setFocus()
    table.verticalScrollBar().setValue(300)
    window.acts.do(lambda desk: desk.candidates.stage(made[3], Stage.VISIT))
    QApplication.processEvents()
    assert table.verticalScrollBar().value() == 300
    assert page.list.model.id_at(table.currentIndex().row()) == made[20]
    assert table.hasFocus()


def test_closed_cases_leave_the_list_and_are_found_by_their_state(qtbot, window, page, three):
    window.acts.do(lambda desk: desk.candidates.close(three[0], CloseReason.DECLINED))
    assert page.list.model.rowCount() == 2
    page.list.filter_button.click()
    page.list.filters.state.chosen.emit(CaseState.CLOSED)
    page.list.filters.state.choose(CaseState.CLOSED)
    page.list.filters.state.chosen.emit(CaseState.CLOSED)
    assert names(page) == ["Zander"]
    assert page.list.filter_button.text() == "Fi&lter (1)"


def test_the_count_tells_how_many_are_late(qtbot, window, page, three):
    with_dates(window.acts.desk, three[0])
    page.refresh()
    late = [row for row in range(3) if (page.list.model.row_at(row).next_due or TODAY) < TODAY]
    qtbot.waitUntil(lambda: "überfällig" in page.list.count.text(), timeout=2000)
    assert page.list.count.text() == f"3 Fälle · {len(late)} überfällig"


def test_stages_are_counted_and_narrow_the_list(qtbot, window, page, three):
    window.acts.do(lambda desk: desk.candidates.stage(three[1], Stage.VISIT))
    stages = page.aside.stages
    qtbot.waitUntil(lambda: stages.model().index(2, 0).data() == "Präsenztermin", timeout=2000)
    accessible = int(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(
        lambda: stages.model().index(2, 0).data(accessible) == "Präsenztermin: 1", timeout=2000
    )
    stages.setCurrentIndex(stages.model().index(2, 0))
    assert names(page) == ["Öztürk"]
    stages.setCurrentIndex(stages.model().index(0, 0))
    assert page.list.model.rowCount() == 3


def test_a_filter_is_saved_chosen_and_removed_again(qtbot, window, page, three):
    desk = window.acts.desk
    advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    family(desk, "Nair", advisor=advisor)
    page.list.ask(CaseQuery(advisor=advisor))
    page.aside.ask_name()
    typed(" ")
    press(Qt.Key.Key_Return)
    assert page.aside.name_field.reason() == "Hier fehlt noch eine Angabe."
    typed("Meine Fälle")
    press(Qt.Key.Key_Return)
    (saved,) = desk.lists.saved_filters()
    assert (saved.name, saved.query.advisor, saved.count) == ("Meine Fälle", advisor, 1)
    qtbot.waitUntil(lambda: page.aside.filters.key() == saved.id, timeout=2000)

    page.list.ask(CaseQuery())
    assert page.list.model.rowCount() == 4
    last = page.aside.filters.model().rowCount() - 1
    page.aside.filters.setCurrentIndex(page.aside.filters.model().index(last, 0))
    assert names(page) == ["Nair"]
    page.aside.drop.click()
    assert desk.lists.saved_filters() == []
    window.acts.undo()
    assert len(desk.lists.saved_filters()) == 1


def test_a_case_of_a_thousand_is_reached_at_the_end_of_the_list(qtbot, window, page):
    desk = window.acts.desk
    made = make_case(desk)
    page.refresh()
    page.list.table.setFocus()
    press(Qt.Key.Key_End)
    assert window.case_id == made
