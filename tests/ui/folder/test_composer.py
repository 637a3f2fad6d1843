"""Chapters are ticked, ordered and opened by keys; each change is an act that can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView

from app.records.compositions import STANDARD, ChapterKind, Option
from tests.ui.folder.conftest import select, settle
from ui.folder import words
from ui.folder.chapter_rows import FALLEN, ChapterRow, FallenRow, Hint, Top, rows


def composed(window, case):
    return window.acts.desk.compositions.of_case(case)


def row_of(page, key):
    model = page.composer.list.rows
    return model.row_at(model.index_of(key))


def test_each_printed_chapter_says_what_it_holds_and_where_it_stands(page):
    seen = page.folder.chapter("documents")
    row = row_of(page, "documents")
    assert row.number == str(seen.number) == "5"
    assert row.holds == f"{seen.amount} Unterlagen"
    assert row.pages == f"{seen.first + 1}–{seen.first + seen.pages}"
    cover = page.composer.list.rows.tops[0].row
    assert (cover.title, cover.number, cover.pages) == ("Deckblatt", "", "1")


def test_space_takes_a_chapter_out_and_back_and_the_row_stays_selected(page, window, case, qtbot):
    chapters = page.composer.list
    select(page, "timeline")
    before = page._preview.shown
    qtbot.keyClick(chapters, Qt.Key.Key_Space)
    assert not composed(window, case).choice(ChapterKind.TIMELINE).printed
    assert chapters.current_key() == "timeline"
    assert chapters.hasFocus()
    assert window.message_bar.sentence() == "Kapitel „Ihr Zeitplan“ herausgenommen."
    settle(qtbot, page)
    assert page._preview.shown != before
    assert page.folder.chapter("timeline").first is None
    assert row_of(page, "timeline").spoken == "Ihr Zeitplan, nicht in der Mappe"
    window.acts.undo()
    settle(qtbot, page)
    assert page._preview.shown == before
    assert chapters.current_key() == "timeline"


def test_alt_and_arrows_move_a_chapter_among_those_shown(page, window, case, qtbot):
    chapters = page.composer.list
    select(page, "people")
    qtbot.keyClick(chapters, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    order = [each.key for each in composed(window, case).chapters]
    assert order[:3] == ["cover", "people", "letter"]
    settle(qtbot, page)
    assert row_of(page, "people").number == "1"
    assert chapters.current_key() == "people"
    # above the cover there is no place
    qtbot.keyClick(chapters, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.key for each in composed(window, case).chapters] == order
    qtbot.keyClick(chapters, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert composed(window, case) == STANDARD
    assert window.message_bar.sentence() == "Kapitel „Ihre Ansprechpersonen“ verschoben."


def test_the_last_chapter_does_not_move_below_the_line_of_those_that_fall_out(
    page, window, case, qtbot
):
    last = [top.row.key for top in page.composer.list.rows.tops if isinstance(top.row, ChapterRow)][
        -1
    ]
    select(page, last)
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert composed(window, case) == STANDARD


def test_a_chapter_is_dropped_where_the_hand_leaves_it_but_not_above_the_cover(
    page, window, case, qtbot
):
    model = page.composer.list.rows
    carried = model.mimeData([model.index_of("checklist")])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(carried, move, 0, 0, model.index(-1, -1))
    assert not model.canDropMimeData(QMimeData(), move, 2, 0, model.index(-1, -1))
    assert not model.canDropMimeData(carried, move, 0, 0, model.index_of("letter"))
    with qtbot.waitSignal(page.composer.list.moved):
        model.dropMimeData(carried, move, 1, 0, model.index(-1, -1))
    assert [each.key for each in composed(window, case).chapters][:3] == [
        "cover",
        "checklist",
        "letter",
    ]
    assert page.composer.list.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_enter_opens_the_options_in_place_and_space_switches_one(page, window, case, qtbot):
    chapters = page.composer.list
    index = select(page, "checklist")
    qtbot.keyClick(chapters, Qt.Key.Key_Return)
    assert chapters.isExpanded(index)
    while chapters.current_key() != "checklist/open_only":
        assert chapters.current_key().startswith("checklist")
        qtbot.keyClick(chapters, Qt.Key.Key_Down)
    qtbot.keyClick(chapters, Qt.Key.Key_Space)
    assert composed(window, case).choice(ChapterKind.CHECKLIST).has(Option.OPEN_ONLY)
    settle(qtbot, page)
    assert chapters.isExpanded(chapters.rows.index_of("checklist"))
    assert chapters.current_key() == "checklist/open_only"
    assert (
        window.message_bar.sentence()
        == "Kapitel „Ihre Checkliste“: „nur, was noch offen ist“ eingeschaltet."
    )
    qtbot.keyClick(chapters, Qt.Key.Key_Left)
    assert chapters.current_key() == "checklist"
    qtbot.keyClick(chapters, Qt.Key.Key_Left)
    assert not chapters.isExpanded(chapters.rows.index_of("checklist"))


def test_a_click_on_the_box_ticks_and_one_on_the_title_shows_the_chapter(page, window, case, qtbot):
    chapters = page.composer.list
    place = chapters.visualRect(chapters.rows.index_of("checklist"))
    qtbot.mouseClick(chapters.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert page._preview.view.page == page.folder.chapter("checklist").first
    assert composed(window, case) == STANDARD
    box = place.topLeft()
    box.setX(40)
    box.setY(place.center().y())
    qtbot.mouseClick(chapters.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not composed(window, case).choice(ChapterKind.CHECKLIST).printed


def test_what_falls_out_stands_in_one_line_that_opens(page, qtbot):
    chapters = page.composer.list
    fallen = row_of(page, FALLEN)
    assert isinstance(fallen, FallenRow)
    assert "Gutscheine" in fallen.titles
    assert fallen.spoken.startswith(f"{len(fallen.titles)} Kapitel entfallen: ")
    index = select(page, FALLEN)
    qtbot.keyClick(chapters, Qt.Key.Key_Return)
    assert chapters.isExpanded(index)
    assert row_of(page, "vouchers").holds == "kein gültiger Gutschein"
    assert words.fallen(["Gutscheine"]) == "1 Kapitel entfällt: Gutscheine"


def test_a_screen_reader_hears_chapters_with_their_boxes(page):
    chapters = page.composer.list
    told = QAccessible.queryAccessibleInterface(chapters)
    assert told.role() in (QAccessible.Role.Tree, QAccessible.Role.Table, QAccessible.Role.List)
    assert told.text(QAccessible.Text.Name) == "Kapitel der Mappe"
    assert "Alt und Pfeiltaste" in told.text(QAccessible.Text.Description)
    select(page, "checklist")
    cell = told.focusChild()
    assert cell.text(QAccessible.Text.Name).startswith("4 Ihre Checkliste, ")
    assert cell.state().checkable
    assert cell.state().checked


@pytest.mark.parametrize("percent", [100, 200])
def test_rows_follow_the_size_of_the_text(page, looks, percent):
    looks(percent=percent)
    chapters = page.composer.list
    assert chapters.sizeHintForRow(1) == 28 * percent // 100


def test_a_hint_is_shown_beside_its_chapter_and_leads_where_it_is_mended(page, qtbot):
    hint = Hint("no_mentor", "Es ist keine Patin benannt.", "candidates", "role")
    tops = rows(STANDARD, page.folder, {ChapterKind.PEOPLE: (hint,)}, {})
    chapters = page.composer.list
    chapters.set_tops(tops, writable=True)
    assert row_of(page, "people").spoken.startswith(
        "2 Ihre Ansprechpersonen, Achtung: Patin/Pate fehlt, Seite"
    )
    index = select(page, "people/hint0")
    assert chapters.isExpanded(index.parent()) or chapters.expand(index.parent()) is None
    with qtbot.waitSignal(chapters.led) as led:
        qtbot.keyClick(chapters, Qt.Key.Key_Return)
    assert led.args == [hint]


def test_brochures_have_their_own_titles_and_go_with_delete(page, window, case, qtbot):
    page.composer.compose(STANDARD.with_brochure(3))
    page.composer.show_chapters(None, {}, {3: "Willkommen im Kreis"}, writable=True)
    assert row_of(page, "brochure:3").title == "Willkommen im Kreis"
    select(page, "brochure:3")
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Delete)
    assert composed(window, case) == STANDARD
    select(page, "letter")
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Delete)
    assert composed(window, case) == STANDARD


def test_tab_sheets_are_left_out_and_the_plan_says_how_much_paper_that_saves(
    page, window, case, qtbot
):
    before = len(page.folder.plan.sheets)
    page.composer.plan.tabs.click()
    assert not composed(window, case).tab_sheets
    settle(qtbot, page)
    assert len(page.folder.plan.sheets) < before
    assert page.composer.plan.sentence.text().startswith(f"{len(page.folder.plan.sheets)} Blatt, ")


SHORT = replace(STANDARD, tab_sheets=False)


def test_a_composition_is_kept_under_a_name_used_again_and_removed(
    page, window, case, recorder, qtbot
):
    which = page.composer.which
    assert which.currentText() == words.STANDARD
    page.composer.compose(SHORT)
    assert which.currentText() == words.OWN
    recorder.word = "Familie, Drittstaat"
    page.composer.keep.trigger()
    assert which.currentText() == "Familie, Drittstaat"
    page.composer.reset.trigger()
    assert composed(window, case) == STANDARD
    assert which.currentText() == words.STANDARD
    which.setCurrentIndex(which.findText("Familie, Drittstaat"))
    which.activated.emit(which.currentIndex())
    assert composed(window, case) == SHORT
    window.acts.undo()
    assert composed(window, case) == STANDARD
    window.acts.redo()
    recorder.agrees = False
    page.composer.remove.trigger()
    assert recorder.asked[-1] == "Zusammenstellung „Familie, Drittstaat“ löschen?"
    assert len(window.acts.desk.compositions.saved()) == 1
    recorder.agrees = True
    page.composer.remove.trigger()
    assert window.acts.desk.compositions.saved() == ()
    assert composed(window, case) == SHORT
    assert which.currentText() == words.OWN


def test_a_name_that_is_taken_is_asked_about_first(page, window, recorder):
    recorder.word = "Kurz"
    page.composer.compose(SHORT)
    page.composer.keep.trigger()
    page.composer.compose(STANDARD)
    recorder.agrees = False
    page.composer.keep.trigger()
    assert recorder.asked[-1] == "Zusammenstellung „Kurz“ ersetzen?"
    assert [each.composition for each in window.acts.desk.compositions.saved()] == [SHORT]


def test_a_blank_name_is_refused_in_words(page, window, recorder):
    recorder.word = "  "
    page.composer.keep.trigger()
    assert window.acts.desk.compositions.saved() == ()
    assert window.message_bar.sentence().endswith(".")


def test_rows_are_made_without_a_folder_seen_before():
    tops = rows(STANDARD, None, {}, {})
    assert [top.row.key for top in tops] == [each.key for each in STANDARD.chapters]
    assert all(isinstance(top, Top) and top.row.pages == "" for top in tops)
