"""What is new since the folder was given, exchange sheets, and the kept files themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.exchanges import Anew, ExchangeState, SheetChange, Why
from app.records.folders import FolderRow, PrintKind, Way
from tests.ui.folder.conftest import settle
from ui.folder import news, words
from ui.folder.exchange_dialog import ExchangeDialog
from ui.folder.given import said

#: Pages of the labels for a ring folder, which a booklet has not.
SPINE = 2
ROW = FolderRow(
    7, datetime(2026, 11, 18, 9).astimezone(), "Tomke Harms", "de", Way.PRINTED, 24, 12, ""
)


@pytest.fixture
def given(page, window, case, qtbot, recorder, tmp_path):
    """The folder was saved; the page knows."""
    recorder.path = tmp_path / "mappe.pdf"
    page._save()
    settle(qtbot, page)
    assert len(window.acts.desk.folders.of_case(case)) == 1
    return page


def moved_home(window, case, town):
    draft = replace(window.acts.desk.candidates.case(case).draft, home_town=town)
    window.acts.do(lambda desk: desk.candidates.edit(case, draft))


def test_a_folder_that_was_never_given_has_nothing_to_exchange(page):
    assert page.composer.plan.news.text() == ""
    assert not page.strip.exchange.isEnabled()
    assert page.left.to_given.text() == "Bisher ausgegeben (0)"


def test_the_sheets_that_changed_are_filled_and_named(given, window, case, qtbot):
    plan = given.composer.plan
    assert plan.news.text().endswith("ist nichts neu")
    assert plan.strip.changed == frozenset()
    window.acts.do(
        lambda desk: desk.wordings.write("en", "phrases.letter.opening", "Good to have you here.")
    )
    settle(qtbot, given)
    state = given._known.state
    changed = news.changed_sheets(given.folder, state)
    assert plan.strip.changed == set(changed) != set()
    assert len(changed) < len(given.folder.plan.sheets)
    assert plan.news.text().endswith(f"neu: {words.sheets(changed)}")
    keys = {(each.key, each.place) for each in state.sheets}
    assert all(given.folder.sheets[number - 1] in keys for number in changed)
    chapters = {given.folder.sheets[number - 1][0] for number in changed}
    assert "letter" in chapters
    assert chapters <= {"letter", "stand"}  # the last page tells how many texts were checked
    assert given.strip.exchange.text() == f"Austauschblätter ({news.count(state)})"


def test_another_language_is_printed_anew(given, qtbot):
    given.strip.language.setCurrentIndex(given.strip.language.findData("de"))
    given.strip.language.activated.emit(given.strip.language.currentIndex())
    settle(qtbot, given)
    assert given.composer.plan.news.text().endswith("Bitte drucken Sie die ganze Mappe.")
    assert not given.strip.exchange.isEnabled()


def test_exchange_sheets_are_seen_listed_and_saved(given, window, case, qtbot, recorder, tmp_path):
    moved_home(window, case, "Hage")
    settle(qtbot, given)
    given.strip.exchange.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExchangeDialog)
    state = given._known.state
    assert dialog.list.count() == len(state.sheets) > 0
    assert dialog.preview.view.pages.pageCount() == state.pages
    assert dialog.preview.shown == window.acts.desk.exchanges.preview(case, state.since.id)
    recorder.path = tmp_path / "tausch.pdf"
    dialog.save_button.click()
    settle(qtbot, given)
    assert recorder.path.read_bytes().startswith(b"%PDF")
    rows = window.acts.desk.folders.of_case(case)
    assert [row.kind for row in rows] == [PrintKind.EXCHANGE, PrintKind.WHOLE]
    assert given.composer.plan.news.text().endswith("ist nichts neu")
    assert "Austauschblätter gespeichert" in given.given.list.item(0).text()


def test_a_kept_file_is_seen_saved_and_today_comes_back(
    given, window, case, qtbot, recorder, tmp_path
):
    was = (tmp_path / "mappe.pdf").read_bytes()
    moved_home(window, case, "Hage")
    settle(qtbot, given)
    today = given._preview.shown
    assert today != was
    given.left.to_given.click()
    listed = given.given
    assert listed.list.hasFocus()
    assert listed.see.isEnabled()  # the newest is chosen
    qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    assert given._preview.shown == was
    assert given._notice.sentence().startswith("Sie sehen die Ausgabe: ")
    recorder.path = tmp_path / "noch einmal.pdf"
    listed.save.click()
    assert recorder.path.read_bytes() == was
    given._notice.accepted.emit()
    settle(qtbot, given)
    assert given._preview.shown == today
    given.left.to_chapters.click()
    assert given.composer.list.hasFocus()


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (ExchangeState(ROW, "de", bilingual=False), "Seit dem Druck vom 18.11.2026 ist nichts neu"),
        (
            ExchangeState(ROW, "ar", bilingual=False, anew=Anew.LANGUAGE),
            "Seit dem Druck vom 18.11.2026 in anderer Sprache: Bitte drucken Sie die ganze Mappe.",
        ),
        (
            ExchangeState(ROW, "de", bilingual=False, anew=Anew.NOT_KEPT),
            "Seit dem Druck vom 18.11.2026 nicht aufbewahrt: Bitte drucken Sie die ganze Mappe.",
        ),
        (
            ExchangeState(
                ROW,
                "de",
                bilingual=False,
                sheets=(
                    SheetChange("letter", 1, Why.CHANGED, 1, "Ihr Brief", ("1–1",), ("1–1",)),
                    SheetChange("letter", 9, Why.GONE, 1, "Ihr Brief", (), ("1–17", "1–18")),
                    SheetChange("people", 1, Why.ALONG, 2, "Ihre Ansprechpersonen", ("2–1",), ()),
                ),
            ),
            "Seit dem Druck vom 18.11.2026 neu: Blatt {letter}, 1 Blatt entfällt",
        ),
    ],
)
def test_what_is_new_is_said_in_words(page, state, told):
    letter = page.folder.sheets.index(("letter", 1)) + 1
    assert news.sentence(page.folder, state) == told.format(letter=letter)
    if state.sheets:
        assert news.count(state) == 2
        assert [news.change(each) for each in state.sheets] == [
            "1 Ihr Brief, Seite 1–1: geändert",
            "1 Ihr Brief, Seiten 1–17 und 1–18: entfällt",
            "2 Ihre Ansprechpersonen, Seite 2–1: Inhaltsverzeichnis, immer dabei",
        ]


def test_exchange_sheets_are_called_so_in_the_list():
    row = replace(ROW, kind=PrintKind.EXCHANGE)
    assert said(row, ROW.at.date()).endswith(
        "Austauschblätter gedruckt, Deutsch, 24 Seiten (Tomke Harms)"
    )


def test_the_folder_is_saved_as_a_booklet_and_that_is_in_the_history(
    page, window, case, qtbot, recorder, tmp_path
):
    recorder.path = tmp_path / "heft.pdf"
    page.booklet_saved.trigger()
    settle(qtbot, page)
    with pypdfium2.PdfDocument(recorder.path) as made:
        assert len(made) == (len(page.folder.pages) - SPINE + 3) // 4 * 2
        assert [round(length) for length in made[0].get_size()] == [842, 595]
    assert window.acts.desk.history.of_case(case)[0].act == "booklet_saved"
    assert window.message_bar.sentence().endswith("gespeichert: heft.pdf")
    [row] = window.acts.desk.folders.of_case(case)
    assert (row.kind, row.way, row.is_kept) == (PrintKind.BOOKLET, Way.SAVED, True)
    assert "Heft A5 gespeichert" in page.given.list.item(0).text()


def test_the_booklet_is_printed_over_the_short_edge_and_recorded(
    page, window, case, qtbot, monkeypatch
):
    tasks = []
    monkeypatch.setattr(
        "ui.folder.output.print_pdf", lambda _workplace, task, _over: tasks.append(task)
    )
    page.booklet_printed.trigger()
    [task] = tasks
    assert task.booklet
    with pypdfium2.PdfDocument(task.data) as made:
        assert len(made) == (len(page.folder.pages) - SPINE + 3) // 4 * 2
    task.printed()
    [row] = window.acts.desk.folders.of_case(case)
    assert (row.way, row.pages, row.is_kept) == (Way.PRINTED, len(page.folder.pages) - SPINE, True)
    assert row.kind is PrintKind.BOOKLET
