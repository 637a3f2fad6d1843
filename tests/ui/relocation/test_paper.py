"""The checklist alone, seen, saved and printed from the tab."""

from __future__ import annotations

from functools import partial

import pytest

from app.errors import Trouble, Unavailable
from app.records.office import ServicePoint
from tests.makers import make_case, with_dates
from tests.ui.paper import printer_to
from ui.relocation.page import RelocationPage
from ui.tabs import place
from ui.widgets.paper_dialog import PaperDialog

UMZUG = place("relocation")


@pytest.fixture
def case(window) -> int:
    desk = window.acts.desk
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


@pytest.fixture
def dialog(window, case) -> PaperDialog:
    window.show_case(case)
    page = window.go_to(UMZUG)
    assert isinstance(page, RelocationPage)
    page.paper_button.click()
    assert page._paper is not None
    return page._paper


def test_it_shows_what_would_be_printed_in_the_familys_language(dialog, window, case):
    assert dialog.isVisible()
    assert dialog.language.currentData() == "en"
    desk = window.acts.desk
    assert dialog.preview.shown == desk.folders.checklist_preview(case, "en")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert dialog.preview.shown == desk.folders.checklist_preview(case, "de")
    assert dialog._pages.text() == f"{dialog.preview.pages.pageCount()} Seiten"


def test_it_is_saved_where_the_user_says_and_told(dialog, window, recorder, tmp_path, qtbot):
    recorder.path = tmp_path / "liste.pdf"
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        dialog.save_button.click()
    assert recorder.path.read_bytes() == dialog.preview.shown
    assert not dialog.isVisible()
    assert window.message_bar.sentence().startswith("Checkliste für Ben Amor, Amira gespeichert")


def test_turning_back_saves_nothing(dialog, recorder, window):
    jobs = []
    window.workshop.started.connect(lambda job: jobs.append(job.title))
    recorder.path = None
    dialog.save_button.click()
    assert recorder.asked == ["Liste speichern"]
    # the plans of the day may be brought up to date meanwhile, nothing else may
    assert "Liste wird geschrieben" not in jobs
    assert dialog.isVisible()


def test_a_disk_that_is_full_is_told_in_words(dialog, recorder, tmp_path):
    dialog._failed(Unavailable(Trouble.DISK_FULL, tmp_path / "liste.pdf"))
    assert len(recorder.asked) == 1
    assert dialog.isVisible()


def test_it_is_printed_and_noted_in_the_history(dialog, window, case, tmp_path, monkeypatch, qtbot):
    out = tmp_path / "gedruckt.pdf"
    monkeypatch.setattr("ui.widgets.printing.a4_printer", partial(printer_to, out))
    monkeypatch.setattr(window.asking, "print_with", lambda _dialog: True)
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        dialog.print_button.click()
    history = window.acts.desk.history
    qtbot.waitUntil(lambda: history.of_case(case)[0].act == "checklist_printed")
    assert out.stat().st_size > 1000
    assert not dialog.isVisible()


def test_asking_again_shows_the_list_as_it_is_now(dialog, window, case):
    page = window.go_to(UMZUG)
    dialog.close()
    step = next(s for s in page.view.steps if s.template == "anmeldung_wohnsitz")
    window.acts.do(lambda desk: desk.plan.tick(step.id))
    page.show_paper()
    assert page._paper is not dialog
    assert page._paper.preview.shown != dialog.preview.shown
