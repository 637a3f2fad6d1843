"""The sheet of care from the page: shown, saved, printed; where there is none it says why."""

from __future__ import annotations

from functools import partial

import pytest

from app.records.care import CareState, ChoiceDraft
from app.records.office import ServicePoint
from tests.ui.paper import printer_to
from ui.care.screen import CareScreen
from ui.widgets.paper_dialog import PaperDialog

NOTHING_DECIDED = (
    "Es ist noch nichts vorgeschlagen, gewünscht oder zugesagt. Deshalb gibt es kein Blatt."
)


@pytest.fixture
def decided(window, family, screen, settled) -> CareScreen:
    """The page of the family once the kita is wanted."""
    desk = window.acts.desk
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    draft = ChoiceDraft(CareState.WANTED, provider=family.kita)
    window.acts.do(lambda desk: desk.care.decide(family.yasmin, draft))
    settled(screen)
    return screen


@pytest.fixture
def dialog(decided) -> PaperDialog:
    decided.pane.paper.click()
    assert decided._paper is not None
    return decided._paper


def test_it_shows_the_sheet_of_who_is_shown_in_the_familys_language(dialog, window, family):
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Betreuungsblatt: Yasmin"
    assert dialog.language.currentData() == "en"
    folders = window.acts.desk.folders
    assert dialog.preview.shown == folders.care_preview(family.case, family.yasmin, "en")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert dialog.preview.shown == folders.care_preview(family.case, family.yasmin, "de")


def test_it_is_saved_where_the_user_says_and_told(dialog, window, recorder, tmp_path, qtbot):
    recorder.path = tmp_path / "blatt.pdf"
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        dialog.save_button.click()
    assert recorder.asked == ["Blatt speichern"]
    assert recorder.path.read_bytes() == dialog.preview.shown
    assert not dialog.isVisible()
    said = window.message_bar.sentence()
    assert said == "Betreuungsblatt für Yasmin gespeichert: blatt.pdf"


def test_it_is_printed_and_noted_in_the_history(
    dialog, window, family, tmp_path, monkeypatch, qtbot
):
    out = tmp_path / "gedruckt.pdf"
    monkeypatch.setattr("ui.widgets.printing.a4_printer", partial(printer_to, out))
    monkeypatch.setattr(window.asking, "print_with", lambda _dialog: True)
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        dialog.print_button.click()
    history = window.acts.desk.history
    qtbot.waitUntil(lambda: history.of_case(family.case)[0].act == "care_printed")
    assert out.stat().st_size > 1000
    assert not dialog.isVisible()


@pytest.fixture
def undecided(window, family, screen, settled) -> CareScreen:
    """The page of the family without the grandmother, who is promised by being there."""
    (carer,) = window.acts.desk.rosters.board(family.case).carers
    window.acts.do(lambda desk: desk.rosters.remove_carer(carer.id))
    settled(screen)
    return screen


def test_where_nothing_is_decided_it_is_said_beside_the_button(undecided, recorder):
    screen = undecided
    screen.pane.paper.click()
    assert screen.pane.no_paper.isVisible()
    assert screen.pane.no_paper.text() == NOTHING_DECIDED
    assert screen._paper is None
    assert recorder.asked == []


def test_what_was_said_goes_once_something_is_decided(window, undecided, family, settled):
    screen = undecided
    screen.pane.paper.click()
    assert screen.pane.no_paper.isVisible()
    draft = ChoiceDraft(CareState.PROPOSED, provider=family.kita)
    window.acts.do(lambda desk: desk.care.decide(family.yasmin, draft))
    settled(screen)
    assert screen.pane.no_paper.isHidden()
    screen.pane.paper.click()
    assert screen._paper.isVisible()


def test_another_case_leaves_no_sheet_of_the_one_before(dialog, decided):
    decided.forget()
    assert decided._paper is None
    decided.show_paper()
    assert decided._paper is None
