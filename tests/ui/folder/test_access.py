"""Names for screen readers, the tab order, small windows, large text, and files that are only
read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.__main__ import doors
from app.records.compositions import ChapterKind
from app.records.folders import Finding, FindingCode
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates
from tests.ui.conftest import RESOURCES
from tests.ui.folder.conftest import FOLDER, select, settle
from ui.folder import finding_words, words
from ui.folder.chapter_rows import HintRow
from ui.folder.hints import hints
from ui.tabs import place

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def in_sight(page):
    holders = [page, *page.strip_actions()]
    found = [widget for holder in holders for widget in (holder, *holder.findChildren(QWidget))]
    return [widget for widget in dict.fromkeys(found) if widget.isVisible()]


def test_every_control_in_sight_has_a_name(page, looks):
    for percent in (100, 200):
        looks(percent=percent)
        nameless = [
            f"{type(widget).__name__} {widget.objectName()}"
            for widget in in_sight(page)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
        ]
        assert nameless == []


def test_tab_comes_to_chapters_sheets_and_preview(page, qtbot):
    page.composer.which.setFocus(Qt.FocusReason.OtherFocusReason)
    seen = set()
    for _ in range(40):
        seen.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for wanted in (
        page.composer.list,
        page.composer.add,
        page.composer.plan.strip,
        page.composer.plan.tabs,
        page.left.to_given,
        page._preview.view,
        page._preview.whole,
    ):
        assert wanted in seen, wanted.accessibleName()


@pytest.mark.parametrize(
    ("wide", "high", "percent"), [(1366, 768, 100), (1093, 614, 100), (1366, 768, 200)]
)
def test_nothing_is_clipped(page, window, looks, qtbot, wide, high, percent):
    looks(percent=percent)

    def fits():  # larger text makes the window grow before one side gives way
        window.resize(wide, high)
        QApplication.processEvents()
        return window.width() == wide

    fits()
    qtbot.waitUntil(fits)
    clipped = []
    for widget in in_sight(page):
        needed = 0
        if isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.minimumSizeHint().width()
        elif isinstance(widget, QLabel) and not widget.wordWrap():
            told = widget.text().replace("&", "")
            needed = QFontMetrics(widget.font()).horizontalAdvance(told)
        if widget.width() < needed:
            clipped.append(widget.text())
    assert clipped == []


def test_where_there_is_no_room_for_both_f4_changes_sides(page, window, looks):
    looks(percent=200)
    QApplication.processEvents()
    assert page._body.is_narrow
    assert page.composer.isVisible() is not page._preview.isVisible()
    before = page.composer.isVisible()
    page._body.toggle()
    assert page.composer.isVisible() is not before


def test_keys_are_kept_when_buttons_lose_their_words(page, window):
    for wide in (1093, 1366):
        window.resize(wide, 768)
        QApplication.processEvents()
        keys = {each.shortcut().toString() for each in (page.strip.save, page.strip.print)}
        assert keys == {"Ctrl+S", "Ctrl+P"}
        assert page.strip.save.accessibleName() == "Als PDF"


def test_sheets_are_walked_by_keys_and_lead_to_their_pages(page, qtbot):
    strip = page.composer.plan.strip
    strip.setFocus(Qt.FocusReason.OtherFocusReason)
    assert strip.accessibleDescription() == "Blatt 1: Deckblatt, auf Karton"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription().startswith("Blatt 2: Ihr Brief, Seite 1–1")
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert page._preview.view.page == page.folder.plan.sheets[1].pages[0] - 1
    assert page.composer.list.current_key() == "letter"
    high = strip.heightForWidth(10_000)
    assert strip.heightForWidth(strip.width() // 4) > high


def test_findings_stand_below_their_chapter_and_lead_where_they_are_mended(
    page, window, case, qtbot
):
    model = page.composer.list.rows
    people = model.row_at(model.index_of("people"))
    assert people.warns
    index = select(page, "people")
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Return)
    below = [model.row_at(model.index(at, 0, index)) for at in range(model.rowCount(index))]
    told = [row.spoken for row in below if isinstance(row, HintRow)]
    assert "Es ist keine Patin und kein Pate eingetragen." in told
    select(page, "people/hint0")
    with qtbot.waitSignal(page.elsewhere) as led:
        qtbot.keyClick(page.composer.list, Qt.Key.Key_Return)
    assert led.args == ["candidates", case]
    assert window.header.tabs.currentIndex() == place("candidates")


def test_a_provider_never_checked_leads_to_the_directory(page, window, case, qtbot):
    provider = make_provider(window.acts.desk)
    page.refresh()
    settle(qtbot, page)
    known = [each for each in page._known.findings if each.provider_id == provider]
    assert known
    told = hints(known, case, "en")[known[0].chapter][0]
    assert (told.tab, told.row) == ("providers", provider)


def test_where_each_finding_is_mended():
    found = [
        Finding(ChapterKind.CHECKLIST, FindingCode.WRONG_AGE, "Kita", 4),
        Finding(ChapterKind.CHECKLIST, FindingCode.NOT_TRANSLATED, "Konto"),
        Finding(ChapterKind.CHECKLIST, FindingCode.UNPROVEN, "Impfpass"),
        Finding(ChapterKind.OFFICES, FindingCode.NO_HOME),
    ]
    told = hints(found, 3, "ar")
    leads = [(each.tab, each.row) for each in told[ChapterKind.CHECKLIST]]
    # what asks for something comes first, what merely does not fit last
    assert leads == [("templates", "texts:ar"), ("templates", ""), ("providers", 4)]
    assert [(each.tab, each.row) for each in told[ChapterKind.OFFICES]] == [("candidates", 3)]


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], ""),
        ([""], ""),
        (["stale"], "1 Angabe alt"),
        (["stale", "stale", ""], "2 Angaben alt"),
        (["no_mentor"], "Patin/Pate fehlt"),
        (["no_mentor", "no_ward"], "2 Hinweise"),
    ],
)
def test_a_row_says_briefly_what_was_found(codes, said):
    assert finding_words.warning(codes) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((4,), "Blatt 4"),
        ((4, 5), "Blatt 4 und 5"),
        ((4, 5, 6), "Blatt 4 bis 6"),
        ((1, 4, 5, 6, 9), "Blatt 1, 4 bis 6 und 9"),
    ],
)
def test_sheets_are_named(numbers, said):
    assert words.sheets(numbers) == said


@pytest.fixture
def read_only(window, case, path, qtbot):
    """The same file while somebody else writes in it."""
    window.files.leave()
    other = doors(RESOURCES, lambda: TODAY).open_file(path)
    try:
        window.files.open(path)
        window.files.warm_up()
        qtbot.waitUntil(lambda: window.acts.desk is not None, timeout=10_000)
        window.show_case(case)
        page = window.go_to(FOLDER)
        settle(qtbot, page)
        yield page
    finally:
        other.close()


def test_a_file_that_is_only_read_is_seen_and_not_composed(
    read_only, window, case, qtbot, recorder, tmp_path
):
    page = read_only
    assert page._preview.shown == window.acts.desk.folders.preview(case, "en")
    before = window.acts.desk.compositions.of_case(case)
    select(page, "timeline")
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Space)
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.acts.desk.compositions.of_case(case) == before
    for widget in (
        page.composer.which,
        page.composer.add,
        page.composer.plan.tabs,
        page.composer.keep,
    ):
        assert not widget.isEnabled()
    recorder.path = tmp_path / "mappe.pdf"
    page.strip.save.click()
    settle(qtbot, page)
    assert recorder.path.read_bytes() == page._preview.shown


def test_a_case_that_was_closed_meanwhile_can_still_be_seen(page, window, case, qtbot):
    from app.records.cases import CloseReason

    window.acts.do(lambda desk: desk.candidates.close(case, CloseReason.SETTLED))
    settle(qtbot, page)
    assert page._stack.currentWidget() is page._body
    assert page._preview.shown == window.acts.desk.folders.preview(case, "en")


def test_two_families_have_compositions_of_their_own(page, window, case, qtbot):
    select(page, "timeline")
    qtbot.keyClick(page.composer.list, Qt.Key.Key_Space)
    other = make_case(window.acts.desk)
    with_dates(window.acts.desk, other)
    window.show_case(other)
    settle(qtbot, page)
    assert page.folder.chapter("timeline").first is not None
