"""A family's folder from the first click to the exchanged sheet, printed to a real queue."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from app.records.compositions import ChapterKind, Option
from app.records.folders import PrintKind, Way
from app.rules.terms import StepState, Track
from tests.cups import AskedOf, PrintServer, lacking, print_server
from tests.every_language import KEPT
from tests.ui.folder.conftest import FOLDER, select, settle
from tests.ui.widgets.test_printing import A4, is_same, pictures
from ui.folder.exchange_dialog import ExchangeDialog

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(lacking()),
    reason=f"no print server on this machine: {lacking()} not found",
)
FAMILY = 2
"""The family whose folder is Arabic."""


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with print_server() as running, AskedOf(running):
        yield running


@pytest.fixture
def path(tmp_path):
    """The example county as it was made and handed out."""
    file = tmp_path / "beispiel.hafen"
    file.write_bytes(gzip.decompress(KEPT.read_bytes()))
    return file


def to_queue(page, server, queue):
    """Whatever is printed next goes there."""
    server.add(queue)

    def chosen(dialog):
        dialog.printer().setPrinterName(queue)
        return True

    page.workplace.asking.print_with = chosen


def labels(data) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [pdf.get_page_label(number) for number in range(len(pdf))]


def test_a_folder_is_composed_printed_changed_and_exchanged(window, server, qtbot, monkeypatch):
    desk = window.acts.desk
    window.show_case(FAMILY)
    page = window.go_to(FOLDER)
    settle(qtbot, page)

    # composed: no vouchers, the timeline before the people, no lines for questions
    chapters = page.composer.list
    select(page, "vouchers")
    qtbot.keyClick(chapters, Qt.Key.Key_Space)
    settle(qtbot, page)
    select(page, "people")
    qtbot.keyClick(chapters, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page)
    asked = desk.compositions.of_case(FAMILY)
    checklist = asked.choice(ChapterKind.CHECKLIST)
    fewer = asked.with_choice(
        type(checklist)(checklist.kind, options=checklist.options - {Option.QUESTIONS})
    )
    window.acts.do(lambda at: at.compositions.compose(FAMILY, fewer))
    settle(qtbot, page)
    keys = [each.key for each in page.folder.chapters if each.pages]
    assert keys.index("timeline") < keys.index("people")
    assert "vouchers" not in keys

    # printed
    to_queue(page, server, "Mappe")
    page._print()
    settle(qtbot, page)
    (given,) = desk.folders.of_case(FAMILY)
    assert (given.kind, given.way, given.language) == (PrintKind.WHOLE, Way.PRINTED, "ar")
    whole = desk.folders.kept(given.id)
    arrived = server.arrived("Mappe")
    assert same_paper(arrived, whole) == given.pages == len(labels(whole))

    # changed: a paper was seen and a task is done
    steps = desk.plan.view(FAMILY, Track.RELOCATION).steps
    step = next(each for each in steps if each.documents and each.state is StepState.OPEN)
    window.acts.do(lambda at: at.plan.tick(step.id))
    settle(qtbot, page)
    state = page._known.state
    assert {each.key for each in state.sheets} >= {"checklist"}
    assert 0 < len(state.sheets) < len(page.folder.plan.sheets) / 2

    # exchanged
    to_queue(page, server, "Austausch")
    opened: list[ExchangeDialog] = []
    monkeypatch.setattr(ExchangeDialog, "open", lambda dialog: opened.append(dialog))
    page.strip.exchange.click()
    (dialog,) = opened
    dialog.print_button.click()
    settle(qtbot, page)
    newest, _ = desk.folders.of_case(FAMILY)
    assert (newest.kind, newest.since) == (PrintKind.EXCHANGE, given.id)
    pack = desk.folders.kept(newest.id)
    assert same_paper(server.arrived("Austausch"), pack) == newest.pages
    listed = len(labels(pack)) - 2 * len(state.sheets)
    assert listed in (2, 4)  # what to take out and put in, in two languages
    assert desk.folders.kept(given.id) == whole

    # nothing is left to exchange
    assert page.strip.exchange.text() == "Austauschblätter (0)"


def same_paper(arrived, data) -> int:
    """The pages that came out of the printer, each A4 and as it was kept."""
    paper, wanted = pictures(arrived), pictures(data)
    assert len(paper) == len(wanted)
    with pypdfium2.PdfDocument(arrived) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {A4}
    for number, (own, other) in enumerate(zip(paper, wanted, strict=True), start=1):
        assert is_same(own, other), f"page {number}"
    return len(paper)
