"""Exporting from the tab: what the list shows, in the format chosen, losses told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from app.exchange.sources import open_source
from app.progress import finish
from app.records.exporting import ExportFormat
from tests.makers import make_provider
from ui.providers.exporting import FORMATS
from ui.tabs import place


@pytest.fixture
def page(window):
    return window.go_to(place("providers"))


def button(window):
    [found] = [
        each
        for each in window.findChildren(QPushButton)
        if each.text().replace("&", "") == "Exportieren …" and each.isVisible()
    ]
    return found


def export(page, qtbot, window, kind):
    actions = {action.text(): action for action in button(window).menu().actions()}
    with qtbot.waitSignal(page.workplace.workshop.emptied, timeout=5_000):
        actions[FORMATS[kind]].trigger()


def test_every_format_is_offered_with_words_of_its_own(page, window):
    assert set(FORMATS) == set(ExportFormat)
    texts = [action.text() for action in button(window).menu().actions()]
    assert texts == list(FORMATS.values())
    assert len(set(texts)) == len(texts)


def test_what_the_list_shows_is_written(page, window, qtbot, recorder, tmp_path):
    desk = window.acts.desk
    make_provider(desk, organisation="Kita Nord")
    make_provider(desk, organisation="Schule Hage")
    page.refresh()
    qtbot.keyClicks(page.search_field(), "hage")
    recorder.path = tmp_path / "anbieter.csv"
    export(page, qtbot, window, ExportFormat.CSV)
    qtbot.waitUntil(recorder.path.exists)
    assert recorder.asked == ["1 Anbieter exportieren"]
    records = finish(open_source(recorder.path.read_bytes(), "anbieter.csv")).records
    assert [draft.organisation for draft in records.drafts] == ["Schule Hage"]


def test_what_the_format_cannot_hold_is_told(page, window, qtbot, recorder, tmp_path):
    make_provider(window.acts.desk, note="intern")
    page.refresh()
    recorder.path = tmp_path / "anbieter.vcf"
    export(page, qtbot, window, ExportFormat.VCARD)
    qtbot.waitUntil(lambda: len(recorder.asked) == 2)
    assert recorder.asked[-1] == "„anbieter.vcf“ ist geschrieben."


def test_a_place_that_cannot_be_written_is_told(page, window, qtbot, recorder, tmp_path):
    make_provider(window.acts.desk)
    page.refresh()
    recorder.path = tmp_path / "fehlt" / "anbieter.csv"
    export(page, qtbot, window, ExportFormat.CSV)
    qtbot.waitUntil(lambda: len(recorder.asked) == 2)
    assert "anbieter.csv" in recorder.asked[-1]


def test_an_empty_list_is_told(page, window, qtbot, recorder, tmp_path):
    recorder.path = tmp_path / "anbieter.csv"
    export(page, qtbot, window, ExportFormat.CSV)
    qtbot.waitUntil(lambda: len(recorder.asked) == 2)
    assert recorder.asked[-1] == "Es wurde nichts exportiert."
    assert not recorder.path.exists()


def test_turning_back_writes_nothing(page, window, recorder):
    recorder.path = None
    page._exporting.export(ExportFormat.CSV)
    assert recorder.asked == ["0 Anbieter exportieren"]
    assert not page.workplace.workshop.is_busy
