"""Spreads as the folder lies open, turned and zoomed by keys; the latest change wins."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.errors import Trouble, Unavailable
from app.progress import Step
from app.records.compositions import STANDARD, ChapterKind
from tests.ui.folder.conftest import select, settle
from ui.folder import words
from ui.folder.family_view import FamilyView
from ui.folder.spread import Zoom
from ui.seeing import Seeing


def test_the_first_page_lies_alone_and_the_others_in_pairs(page):
    view = page._preview.view
    assert view.spread() == (0,)
    view.turn(1)
    assert view.spread() == (1, 2)
    view.turn_to(4)
    assert view.spread() == (3, 4)
    view.turn_to(10_000)
    assert view.spread()[-1] == page._document.pageCount() - 1
    assert not view.can_turn(1)


def test_keys_turn_pages_and_leap_over_chapters(page, qtbot):
    view = page._preview.view
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    for key, spread in (
        (Qt.Key.Key_Right, (1, 2)),
        (Qt.Key.Key_PageDown, (3, 4)),
        (Qt.Key.Key_Left, (1, 2)),
        (Qt.Key.Key_PageUp, (0,)),
    ):
        qtbot.keyClick(view, key)
        assert view.spread() == spread
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.page == page.folder.chapter("letter").first
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.page == page.folder.chapter("people").first
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.page == page.folder.chapter("letter").first
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.spread()[-1] == page._document.pageCount() - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.spread() == (0,)


def test_one_page_as_wide_as_the_room_is_scrolled_and_turned_at_its_end(page, qtbot):
    view = page._preview.view
    view.turn_to(2)
    page._preview.zoom.chosen.emit(Zoom.WIDE)
    assert view.spread() == (2,)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    while bar.value() < bar.maximum():
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.page, bar.value()) == (3, 0)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert (view.page, bar.value()) == (2, bar.maximum())


def test_the_row_of_the_chapter_in_sight_is_marked_and_the_other_way_round(page, qtbot):
    select(page, "checklist")
    checklist = page.folder.chapter("checklist")
    assert page._preview.view.page == checklist.first
    view = page._preview.view
    while view.spread()[-1] < page.folder.chapter("documents").first:
        assert page.composer.list.current_key() == "checklist"
        view.turn(1)
    assert view.spread()[-1] == page.folder.chapter("documents").first
    assert page.composer.list.current_key() == "documents"
    view.turn(-1)
    assert page.composer.list.current_key() == "checklist"


def test_what_is_seen_is_said(page, qtbot):
    select(page, "checklist")
    view = page._preview.view
    first = page.folder.chapter("checklist").first + 1
    told = page._preview.caption.text()
    assert (
        told == f"Seiten {first - 1} und {first} von {page._document.pageCount()} · Ihre Checkliste"
    )
    assert view.accessibleDescription() == told
    page.strip.bilingual.click()
    settle(qtbot, page)
    view.turn(1)
    assert page._preview.caption.text().endswith("Ihre Checkliste: links Englisch, rechts Deutsch")


def picture(view) -> QImage:
    return view.viewport().grab().toImage()


def test_pages_are_drawn_on_the_ground_of_the_window_and_the_spine_is_in_the_middle(page, looks):
    looks(dark=True)
    view = page._preview.view
    view.turn_to(4)
    shown = picture(view)
    middle, high = shown.width() // 2, shown.height() // 2
    assert shown.pixelColor(2, high) == view.palette().window().color()
    for x in (middle - 8, middle + 8):
        assert shown.pixelColor(x, shown.height() // 3) == QColor("white")
    (left, first), (right, second) = view._places()
    assert (left, right) == (3, 4)
    assert abs(first.right() - second.left()) <= 2


def test_another_file_keeps_the_chapter_in_sight_and_never_shows_white(page, window, case, qtbot):
    select(page, "documents")
    view = page._preview.view
    view.turn(1)
    offset = view.page - page.folder.chapter("documents").first
    counts = []
    view.turned.connect(lambda: counts.append(view.pages.pageCount()))
    choice = replace(STANDARD.choice(ChapterKind.TIMELINE), printed=False)
    page.composer.compose(STANDARD.with_choice(choice))
    assert view.pages.pageCount() > 0  # the former file stays until the next one is there
    settle(qtbot, page)
    assert page._preview.chapter == "documents"
    now = page.folder.chapter("documents")
    assert view.page == now.first + min(offset, now.pages - 1)
    assert all(counts)


def test_ticking_goes_on_while_the_folder_is_set_and_the_latest_change_wins(
    page, window, case, qtbot
):
    shown = []
    page.seeing.seen.connect(shown.append)
    for key in ("timeline", "documents", "offices", "people"):
        select(page, key)
        qtbot.keyClick(page.composer.list, Qt.Key.Key_Space)
    assert page.seeing.is_busy
    chapters = window.acts.desk.compositions.of_case(case).chapters
    off = {each.key for each in chapters if not each.printed}
    assert off == {"timeline", "documents", "offices", "people"}
    settle(qtbot, page)
    assert shown[-1].data == page._preview.shown == window.acts.desk.folders.preview(case, "en")


def test_what_was_overtaken_is_never_begun_or_dropped(qtbot, window):
    seeing, begun, shown, hold = Seeing(window.workshop, window), [], [], Event()

    def work(name):
        yield Step(0, 1)
        begun.append(name)
        hold.wait(10)
        return name

    seeing.seen.connect(shown.append)
    seeing.ask(work("first"))
    qtbot.waitUntil(lambda: begun == ["first"])
    seeing.ask(work("second"))
    seeing.ask(work("third"))
    hold.set()
    qtbot.waitUntil(lambda: not (seeing.is_busy or window.workshop.is_busy))
    assert begun == ["first", "third"]
    assert shown == ["third"]
    seeing.ask(work("fourth"))
    seeing.forget()
    qtbot.waitUntil(lambda: not window.workshop.is_busy)
    assert shown == ["third"]


def test_a_folder_that_cannot_be_set_is_told_in_place_and_the_window_lives(
    page, window, case, qtbot, tmp_path
):
    folders = window.acts.desk.folders
    seen, before = folders.seen, page._preview.shown

    def broken(*_given, **_switches):
        yield Step(0, 1)
        raise Unavailable(Trouble.FONT_LACKING, tmp_path / "NotoSans-Regular.ttf")

    object.__setattr__(folders, "seen", broken)
    page.composer.plan.tabs.click()
    settle(qtbot, page)
    assert page._notice.sentence().startswith(words.NOT_BUILT)
    assert page._notice.isVisible()
    assert page._preview.shown == before
    object.__setattr__(folders, "seen", seen)
    page.composer.plan.tabs.click()
    settle(qtbot, page)
    assert not page._notice.sentence().startswith(words.NOT_BUILT) or not page._notice.isVisible()
    assert page._preview.shown == folders.preview(case, "en")


def test_the_family_sees_pages_alone_and_esc_leads_back(page, qtbot):
    page._preview.view.turn_to(2)
    page.strip.family.trigger()
    [seen] = page.findChildren(FamilyView)
    qtbot.waitUntil(seen.isVisible)
    assert seen.isFullScreen()
    assert seen.view.shown == page._preview.shown
    assert seen.view.spread() == (1, 2)
    assert not seen.findChildren(type(page.composer.list))
    qtbot.keyClick(seen.view, Qt.Key.Key_Right)
    qtbot.keyClick(seen.view, Qt.Key.Key_Escape)
    assert not seen.isVisible()
    QApplication.processEvents()
    assert page._preview.view.spread() == (3, 4)
    assert page.strip.family.shortcut().toString() == "F11"


def test_another_family_does_not_see_the_former_ones_pages(page, window, case, qtbot):
    from tests.makers import make_case

    other = make_case(window.acts.desk)
    window.show_case(other)
    assert page._preview.shown != window.acts.desk.folders.preview(case, "en")
    settle(qtbot, page)
    assert page._preview.shown == window.acts.desk.folders.preview(other, "en")
