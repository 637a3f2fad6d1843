"""The tab of the folder: the preview is the real file; saved and printed folders are recorded."""

from __future__ import annotations

import hashlib
from functools import partial

import pypdfium2

from app.errors import Reason, Refused
from app.progress import Step
from app.records.folders import FolderMade, Way
from tests.ui.folder.conftest import settle
from tests.ui.paper import printer_to
from ui.tabs import place
from ui.texts import words

FOLDER = place("folder")


def test_the_preview_is_the_folder_in_the_familys_language(page, case, window):
    assert page.strip.language.currentData() == "en"
    assert page._preview.shown == window.acts.desk.folders.preview(case, "en")
    assert page._document.pageCount() > 4


def test_another_language_is_shown_at_once(page, window, case, qtbot):
    page.strip.language.setCurrentIndex(page.strip.language.findData("de"))
    page.strip.language.activated.emit(page.strip.language.currentIndex())
    settle(qtbot, page)
    assert page._preview.shown == window.acts.desk.folders.preview(case, "de")


def test_a_change_of_the_plan_is_seen_in_the_preview(page, window, case, qtbot):
    before = page._preview.shown
    window.acts.do(lambda desk: desk.candidates.edit(case, _other_home(desk, case)))
    settle(qtbot, page)
    assert page._preview.shown != before


def _other_home(desk, case):
    from dataclasses import replace

    return replace(desk.candidates.case(case).draft, home_town="Hage")


def test_no_case_says_what_to_do(window):
    page = window.go_to(FOLDER)
    assert page._stack.currentWidget() is page._nobody


def test_a_saved_folder_is_recorded_and_can_be_taken_back(
    page, window, case, qtbot, recorder, tmp_path
):
    recorder.path = tmp_path / "mappe.pdf"
    with qtbot.waitSignal(page.workplace.workshop.emptied, timeout=20_000):
        page._save()
    qtbot.waitUntil(lambda: len(window.acts.desk.folders.of_case(case)) == 1)
    [row] = window.acts.desk.folders.of_case(case)
    assert (row.way, row.language) == (Way.SAVED, "en")
    assert recorder.path.read_bytes() == page._preview.shown
    window.acts.undo()
    assert window.acts.desk.folders.of_case(case) == []


def test_a_folder_that_cannot_be_written_is_told(page, window, case, qtbot, recorder, tmp_path):
    recorder.path = tmp_path / "kein" / "Ordner.pdf"
    with qtbot.waitSignal(page.workplace.workshop.emptied, timeout=20_000):
        page._save()
    qtbot.waitUntil(lambda: bool(recorder.asked[1:]))
    assert window.acts.desk.folders.of_case(case) == []


def test_what_a_saved_folder_lacks_is_told(page, recorder, tmp_path):
    made = FolderMade(
        path=tmp_path / "mappe.pdf",
        language="ar",
        pages=2,
        sheets=1,
        not_printable=("\U0001f33b",),
        sha256="",
        bilingual=True,
        fonts_missing=("NotoSansArabic-Bold.ttf",),
        unequal=(3,),
    )
    page.output.saved(made)
    said = "\n".join(recorder.asked)
    assert "In den Schriften fehlt etwas" in said
    assert "nicht Seite neben Seite" in said


def test_a_printed_folder_is_recorded_with_what_was_printed(
    page, window, case, qtbot, tmp_path, monkeypatch
):
    out = tmp_path / "papier.pdf"
    monkeypatch.setattr("ui.widgets.printing.a4_printer", partial(printer_to, out))
    page.workplace.asking.print_with = lambda _dialog: True
    with qtbot.waitSignal(page.workplace.workshop.emptied, timeout=60_000):
        page._print()
    qtbot.waitUntil(lambda: len(window.acts.desk.folders.of_case(case)) == 1)
    [row] = window.acts.desk.folders.of_case(case)
    assert (row.way, row.pages) == (Way.PRINTED, page._document.pageCount())
    assert row.sha256 == hashlib.sha256(page._preview.shown).hexdigest()
    with pypdfium2.PdfDocument(out) as paper:
        assert len(paper) == row.pages


def test_card_and_paper_are_printed_apart_and_the_folder_is_recorded_once(
    page, window, case, monkeypatch
):
    tasks = []
    monkeypatch.setattr("ui.folder.output.print_pdf", lambda _at, task, _over: tasks.append(task))
    page.card_printed.trigger()
    page.plain_printed.trigger()
    printed = [range(first, last + 1) for task in tasks for first, last in task.ranges]
    assert sorted(n for run in printed for n in run) == list(range(1, len(page.folder.pages) + 1))
    assert tasks[0].ranges == ((1, 2),)  # the cover's leaf
    recorded = []
    for task in tasks:
        task.printed()
        recorded.append(len(window.acts.desk.folders.of_case(case)))
    assert recorded == [0, 1]


def test_what_is_printed_right_after_another_choice_is_what_was_chosen(
    page, window, case, qtbot, monkeypatch
):
    """The preview may still show the language before: that is neither printed nor recorded."""
    tasks = []
    monkeypatch.setattr("ui.folder.output.print_pdf", lambda _at, task, _over: tasks.append(task))
    page.strip.language.setCurrentIndex(page.strip.language.findData("de"))
    page.strip.language.activated.emit(page.strip.language.currentIndex())
    page.strip.print.click()
    assert tasks == []
    settle(qtbot, page)
    [task] = tasks
    assert task.data == window.acts.desk.folders.preview(case, "de")
    task.printed()
    [row] = window.acts.desk.folders.of_case(case)
    assert row.language == "de"


def test_what_could_not_be_set_anew_is_not_printed_as_it_was(page, qtbot, monkeypatch):
    tasks = []
    monkeypatch.setattr("ui.folder.output.print_pdf", lambda _at, task, _over: tasks.append(task))
    page.seeing.ask(_refused())
    page.strip.print.click()
    settle(qtbot, page)
    assert tasks == []
    page.strip.print.click()
    settle(qtbot, page)
    [task] = tasks
    assert task.data == page._preview.shown


def _refused():
    yield Step(0, 1)
    raise Refused(Reason.NO_SUCH_CASE)


def test_nothing_is_recorded_where_the_user_turned_back(page, window, case):
    jobs = []
    window.workshop.started.connect(lambda job: jobs.append(job.title))
    page.workplace.asking.print_with = lambda _dialog: False
    page._print()
    assert not any("gedruckt" in title for title in jobs)
    assert window.acts.desk.folders.of_case(case) == []


def chosen(page, language, qtbot):
    page.strip.language.setCurrentIndex(page.strip.language.findData(language))
    page.strip.language.activated.emit(page.strip.language.currentIndex())
    settle(qtbot, page)


def test_the_familys_language_comes_first_of_all_that_are_printed(page, window):
    codes = [page.strip.language.itemData(at) for at in range(page.strip.language.count())]
    assert codes[0] == "en"
    assert set(codes) == set(dict(window.acts.desk.folders.languages()))
    assert page.strip.language.itemText(codes.index("de-x-leicht")) == "Einfaches Deutsch"


def test_the_state_of_the_translation_is_said_and_leads_to_the_texts(page, window, qtbot):
    chosen(page, "vi", qtbot)
    progress = window.acts.desk.wordings.progress("vi")
    assert page._notice.sentence() == words.notice(progress) != ""
    assert page._notice.isVisible()
    page._notice.accepted.emit()
    texts = window.page(place("templates")).texts.shown
    assert texts.code() == "vi"


def test_german_needs_no_notice_and_is_not_set_beside_itself(page, qtbot):
    chosen(page, "de", qtbot)
    assert not page._notice.isVisible()
    assert not page.strip.bilingual.isEnabled()
    assert not page._told.isEnabled()


def test_the_switches_are_remembered_and_reach_the_folder(page, window, case, settings, qtbot):
    calls = []
    folders = window.acts.desk.folders
    seen = folders.seen

    def recorded(*given, **switches):
        calls.append(switches)
        return seen(*given, **switches)

    object.__setattr__(folders, "seen", recorded)
    chosen(page, "vi", qtbot)
    assert calls[-1] == {"bilingual": False, "notice": True}
    page.strip.bilingual.click()
    page._told.trigger()
    settle(qtbot, page)
    assert calls[-1] == {"bilingual": True, "notice": False}
    assert settings.bilingual
    assert not settings.translation_notice
    chosen(page, "de", qtbot)
    assert calls[-1] == {"bilingual": False, "notice": False}


def test_a_folder_in_two_languages_is_listed_as_such(page, window, case):
    folders = window.acts.desk.folders
    made = folders.measured(b"x", "ar", 20, bilingual=True)
    window.acts.do(lambda desk: desk.folders.record_printed(case, made))
    assert "Arabisch, zweisprachig, 20 Seiten" in page.given.list.item(0).text()


def test_a_changed_text_is_seen_in_the_preview(page, window, qtbot):
    before = page._preview.shown
    window.acts.do(
        lambda desk: desk.wordings.write("en", "phrases.letter.opening", "Good to have you here.")
    )
    settle(qtbot, page)
    assert page._preview.shown != before
