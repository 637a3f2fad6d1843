"""The room of figures: counted as a job, walked by keys, narrowed to a time, written, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from app.done import Act
from app.progress import Step
from app.records.cases import Channel, ContactDraft, Counterpart
from app.records.contacts import ContactTopic
from app.records.figure_bars import FigureBar
from app.records.figures import FigureKey, Period
from tests.figures_made import YEAR, line, report, table
from tests.makers import make_case
from ui import theme
from ui.figures import words
from ui.figures.bar_painter import STUB, paint_bar
from ui.figures.period_picker import (
    ALONE,
    RANGE,
    PeriodPicker,
    as_text,
    from_text,
    quarter_of,
    year_of,
)
from ui.figures.questions import ANSWERS
from ui.figures.table_model import BAR, BAR_ROLE, FigureModel
from ui.jobs import Job
from ui.tabs import place
from ui.widgets.paper_dialog import PaperDialog

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def room(window, qtbot):
    """The room on a file of which nothing is recorded, as the menu leads to it."""

    def ways():
        return [each for each in window.findChildren(QAction) if each.text() == "&Zahlen …"]

    qtbot.waitUntil(lambda: bool(ways()), timeout=30_000)  # the menu is made after the first paint
    ways()[0].trigger()
    found = window.go_to(place("network")).room
    qtbot.waitUntil(lambda: found.report is not None, timeout=30_000)
    return found


def model(found):
    made = FigureModel()
    made.show(found, report())
    return made


def cells(made, row):
    return [made.data(made.index(row, at)) for at in range(made.columnCount()) if at != BAR]


def test_nothing_recorded_is_no_nought_then_figures_questions_and_keys(
    room, window, qtbot, recorder, tmp_path
):
    assert room.report.is_empty
    assert "keine Null" in room.empty.accessibleName()
    assert not any(each.isEnabled() for each in room.output.buttons)
    room.show_report(report())
    assert [each.key for each in room.sections] == list(FigureKey)
    assert "".join(run.text for run in room.orientation()) == (
        "Zahlen für 2026, gezählt am 23.11.2026; der Zeitraum läuft noch."
    )
    topics = next(each for each in room.sections if each.key is FigureKey.TOPICS)
    room.questions.links[FigureKey.TOPICS].click()
    view = topics.view
    assert view.hasFocus()
    assert view.selectionModel().hasSelection()
    assert view.accessibleName() == "Worum es ging"
    assert view.accessibleDescription() == topics.sentence.text()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == view.model_of.rowCount() - 1
    at = view.viewport().mapTo(room._area.viewport(), view.visualRect(view.currentIndex()).center())
    assert room._area.viewport().rect().contains(at)
    assert topics.definition.text().startswith("So gezählt, seit 01.01.2026 (Fassung 1)")
    end = room.left_out.geometry().bottom()
    assert room._inner.height() - end < 40  # nothing empty below
    # A recount keeps the row that is looked at.
    room.show_report(report())
    assert view.currentIndex().row() == view.model_of.rowCount() - 1
    heard = []
    room.elsewhere.connect(lambda *what: heard.append(what))
    room.questions.partners_link.click()
    assert heard == [("network", "actors")]
    assert "neben den Quartalen" in room.about.text()
    for save, name in ((room.output.save_csv, "z.csv"), (room.output.save_xlsx, "z.xlsx")):
        recorder.path = tmp_path / name
        # the day's refreshing of the plans may be told in between
        with qtbot.waitSignal(
            window.acts.done,
            timeout=20_000,
            check_params_cb=lambda did: did.act is Act.FIGURES_EXPORTED,
        ):
            save()
        assert recorder.path.stat().st_size > 1000
    room.output.print_report()
    dialog = room.findChild(PaperDialog)
    assert dialog.preview.pages.pageCount() > 2
    assert dialog.windowTitle() == "Zahlenbericht: 2026"
    assert not dialog.language.isVisibleTo(dialog)
    dialog.close()


def test_another_period_is_counted_kept_and_wrong_days_are_told(room, settings, window, qtbot):
    desk, picker = window.acts.desk, room.picker
    asked = ContactDraft(
        date(2026, 8, 3), Channel.PHONE, Counterpart.FAMILY, "", "Miete", (ContactTopic.HOUSING,)
    )
    for _ in range(5):
        desk.candidates.note_contact(make_case(desk), asked)
    picker.part.choose("3")
    picker.part.activated.emit(picker.part.currentIndex())
    assert settings.figures_period == "2026-07-01/2026-09-30"
    qtbot.waitUntil(
        lambda: room.report is not None and room.report.period == quarter_of(2026, 3),
        timeout=10_000,
    )
    shown = {each.key: each for each in room.sections}
    assert shown[FigureKey.HOUSEHOLDS].sentence.text().startswith("5 Haushalte")
    assert "Wohnung (5)" in shown[FigureKey.TOPICS].sentence.text()
    assert room.about.text() == "Aus dem Jahr davor ist nichts festgehalten."
    assert "gemeinsam geschützt" in room.rule.text()
    picker.part.choose(ALONE)
    picker.part.activated.emit(picker.part.currentIndex())
    assert settings.figures_period == "2026-01-01/2026-12-31/alone"
    qtbot.waitUntil(
        lambda: room.report.period == from_text(settings.figures_period), timeout=10_000
    )
    assert "nur dieser Bericht" in room.rule.text()
    assert "für sich" not in room.about.text()
    picker.part.choose(RANGE)
    picker.part.activated.emit(picker.part.currentIndex())
    picker.first.setText("01.05.2026")
    picker.last.setText("01.02.2026")
    qtbot.keyClick(picker.last, Qt.Key.Key_Return)
    assert picker.reason.text() == "Der letzte Tag liegt vor dem ersten."
    assert picker.last.hasFocus()
    assert settings.figures_period == "2026-01-01/2026-12-31/alone"
    picker.last.setText("bald")
    picker.go.click()
    assert "TT.MM.JJJJ" in picker.reason.text()
    # What was asked for before is not shown as if it were what is asked for now.
    room.count_for(Period(date(2026, 1, 1), date(2026, 3, 15)))
    room.show_report(report())
    assert room.report.period != YEAR
    room._job.cancel()
    qtbot.waitUntil(lambda: room._job is None, timeout=10_000)


def test_while_another_period_is_counted_the_last_one_is_not_handed_out_as_it(room, qtbot):
    room.show_report(report())
    goes_on = Event()

    def busy():
        yield Step(0, 1, "")
        goes_on.wait(10)

    room.workplace.workshop.start(Job(busy()))
    room.count_for(quarter_of(2026, 2))
    assert "".join(run.text for run in room.orientation()).endswith("werden gezählt.")
    assert not any(each.isEnabled() for each in room.output.buttons)
    room._job.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: all(each.isEnabled() for each in room.output.buttons))
    assert "".join(run.text for run in room.orientation()).startswith("Zahlen für 2026, gezählt")
    assert room.picker.part.currentText() == "ganzes Jahr"


def test_every_question_leads_to_a_figure():
    assert len({key for _, key in ANSWERS}) == len(ANSWERS)
    assert {FigureKey.TOPICS, FigureKey.UNMET, FigureKey.UNMET_OUTCOMES, FigureKey.STILL_HERE} <= {
        key for _, key in ANSWERS
    }


@pytest.mark.parametrize("found", report().tables, ids=lambda made: made.definition.key.value)
def test_every_figure_is_a_whole_table(found, dressed):
    made = model(found)
    QAbstractItemModelTester(made, STRICT)
    heads = [made.headerData(at, Qt.Orientation.Horizontal) for at in range(made.columnCount())]
    assert any("2025" in head for head in heads)
    for row in range(made.rowCount()):
        assert all(isinstance(cell, str) and cell for cell in cells(made, row))
        said = made.data(made.index(row, BAR), Qt.ItemDataRole.AccessibleTextRole)
        assert said.startswith(cells(made, row)[0])


def test_hidden_numbers_stand_as_few_and_sums_as_locked(dressed):
    found = table(FigureKey.ORIGINS, line("de", None, None), line("eu", 0, 9), total=None)
    made = model(found)
    assert cells(made, 0) == ["Deutschland", words.FEW, words.FEW]
    assert cells(made, 1) == ["EU, EWR, Schweiz", "0", "9"]
    assert cells(made, 2) == ["zusammen", "gesperrt", "gesperrt"]
    assert made.data(made.index(0, BAR), BAR_ROLE).hidden


def test_many_hidden_lines_are_one_row(dressed):
    codes = ("work", "housing", "school", "health")
    found = table(FigureKey.TOPICS, *(line(code, None, None) for code in codes), total=12)
    made = model(found)
    assert cells(made, 0) == ["jede Angabe", words.FEW, words.FEW]
    assert made.rowCount() == 2


def painted(bar, colours):
    """The columns of pixels that a bar fills, of 200."""
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.panel))
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 0, 200, 24), bar, colours, 1.0)
    painter.end()
    ground = image.pixel(199, 0)
    return {x for x in range(200) if any(image.pixel(x, y) != ground for y in range(24))}


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_bars_are_as_long_as_their_numbers_and_stubs_tell_nothing(dressed, colours):
    found = line("de", 5)
    assert len(painted(FigureBar(found, share=0.5), colours)) == 100
    assert painted(FigureBar(found, share=0.0), colours) == set()
    assert len(painted(FigureBar(found, share=0.0001), colours)) == 1
    assert max(painted(FigureBar(found, share=0.2, before=0.8), colours)) == 159
    stub = painted(FigureBar(line("de", None)), colours)
    assert max(stub) <= STUB
    assert stub == painted(FigureBar(line("eu", None, None)), colours)
    assert len(painted(FigureBar(found, span=(0.2, 0.4, 1.0)), colours)) == 200


@pytest.mark.parametrize("text", ["", "2026", "2026-01-01/", "gestern/heute"])
def test_what_was_kept_and_is_no_period_is_forgotten(text):
    assert from_text(text) is None


def test_periods_are_kept_and_chosen_again(dressed, qtbot):
    picker = PeriodPicker(date(2026, 11, 23))
    qtbot.addWidget(picker)
    picker.set_years(2024, 2026)
    ranged = Period(date(2025, 3, 3), date(2025, 4, 1))
    alone = replace(year_of(2025), alone=True)
    years = year_of(2024), alone, year_of(2019)
    for period in (*years, quarter_of(2025, 4), quarter_of(2026, 1), ranged):
        picker.choose(period)
        assert picker.period() == from_text(as_text(period)) == period
