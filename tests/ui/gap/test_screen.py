"""The gap in the window: opened in its tab, walked by keys, narrowed, written, weighed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester

from app.done import Act
from app.records.care_gap import ALL, GROUPS
from app.rules.care_gap import SLOTS, AgeGroup, slot_of
from tests.bench.care_gap import gap_file
from ui import theme
from ui.gap import words
from ui.gap.heat import STEPS, HeatMap, _mixed, _readable, contrast
from ui.tabs import place


@pytest.fixture
def path(tmp_path):
    return gap_file(tmp_path, 60)


@pytest.fixture
def page(window):
    return window.go_to(place("providers"))


@pytest.fixture
def screen(page, qtbot):
    page.show_gap()
    found = page._gap
    qtbot.waitUntil(lambda: found.report is not None, timeout=30_000)
    return found


def test_the_gap_takes_the_place_of_the_directory_and_gives_it_back(page, screen, window):
    said = "".join(run.text for run in page.orientation())
    assert said.startswith("Betreuungslücke: ")
    assert "Haushalten; gerechnet für 23.11. bis 20.12.2026." in said
    again, back = page.strip_actions()
    assert again.text() == "Neu ausrechnen"
    back.click()
    assert not screen.isVisible()
    assert "Betreuungslücke …" in [each.text() for each in page.strip_actions()]


def test_the_finder_leads_to_it(page, window, qtbot):
    window.header.search.setText("Betreuungsl")
    window.header.search.searched.emit("Betreuungsl")
    hits = [hit for hit in window.finder.hits() if "Betreuungslücke" in hit.lines.words()]
    hits[0].go()
    qtbot.waitUntil(lambda: page._gap is not None and page._gap.report is not None, timeout=30_000)
    assert page._gap.isVisible()


def test_keys_walk_the_cells_and_each_has_a_sentence(screen, qtbot):
    screen.heat.setFocus()
    screen.heat.go_to(slot_of(0, 0))
    for key, slot in (
        (Qt.Key.Key_Right, slot_of(0, 1)),
        (Qt.Key.Key_Down, slot_of(1, 1)),
        (Qt.Key.Key_End, slot_of(1, 23)),
        (Qt.Key.Key_Right, slot_of(1, 0)),
        (Qt.Key.Key_Left, slot_of(1, 23)),
        (Qt.Key.Key_Home, slot_of(1, 0)),
        (Qt.Key.Key_Up, slot_of(0, 0)),
        (Qt.Key.Key_Up, slot_of(6, 0)),
    ):
        qtbot.keyClick(screen.heat, key)
        assert screen.heat.slot == slot
        assert screen.cell.text() == words.cell(slot, screen.report.minutes(slot=slot))
        assert screen.heat.accessibleDescription() == screen.cell.text()


def test_a_click_looks_at_a_cell(screen, qtbot):
    spot = screen.heat._cell(slot_of(3, 12)).center().toPoint()
    qtbot.mouseClick(screen.heat, Qt.MouseButton.LeftButton, pos=spot)
    assert screen.heat.slot == slot_of(3, 12)


def test_rows_and_ages_narrow_the_week(screen):
    QAbstractItemModelTester(screen.model)
    report = screen.report
    assert screen.model.data(screen.model.index(0, 0)) == "Alle Gemeinden"
    screen.table.selectRow(1)
    wanted = {slot: report.minutes(0, ALL, slot) for slot in range(SLOTS)}
    assert screen.heat._numbers == wanted
    assert report.places[0].name in screen.heat.accessibleName()
    school = GROUPS.index(AgeGroup.SCHOOL)
    screen.ages.choose(AgeGroup.SCHOOL.value)
    assert screen.heat._numbers == {s: report.minutes(0, school, s) for s in range(SLOTS)}
    shown = screen.model.data(screen.model.index(1, 1))
    minutes = report.minutes(0, school)
    assert shown == (words.FEW if minutes is None else words.duration(minutes))


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_numbers_are_readable_on_every_shade(colours):
    for share in STEPS:
        ground = _mixed(QColor(colours.panel), QColor(colours.accent), share)
        assert contrast(ground, _readable(ground, colours)) >= 4.5


def test_hidden_cells_have_no_shade(qtbot):
    heat = HeatMap()
    qtbot.addWidget(heat)
    heat.set_numbers({0: None, 1: 10, 2: 100})
    assert [heat.shade(slot) for slot in range(4)] == [0, 1, 4, 0]


def test_an_offer_is_weighed_and_a_wrong_one_told_at_its_field(screen, qtbot, window):
    screen.form.hours.setText("irgendwann")
    with qtbot.waitSignal(window.workshop.emptied, timeout=10_000):
        screen.form.work_out.click()
    qtbot.waitUntil(lambda: bool(screen.form.fields["hours_osm"].reason()))
    screen.form.hours.setText("Mo-Fr 5:30-7:30 Uhr")
    screen.form.radius.setText("weit")
    screen.form.near.setText("26506")
    screen.form.work_out.click()
    assert screen.form.fields["radius_km"].reason()
    screen.form.radius.clear()
    screen.form.near.clear()
    screen.form.work_out.click()
    qtbot.waitUntil(lambda: bool(screen.form.answer.text()), timeout=10_000)
    assert "weniger Lücke" in screen.form.answer.text()
    assert "Kosten: noch offen." in screen.form.answer.text()
    assert not screen.form.fields["hours_osm"].reason()


def test_a_radius_needs_a_place(screen):
    screen.form.hours.setText("Mo-Fr 05:30-07:30")
    screen.form.radius.setText("5")
    screen.form.work_out.click()
    assert screen.form.fields["near"].reason()


def test_files_are_written_as_jobs(screen, recorder, tmp_path, qtbot, window):
    for save, name in ((screen.output.save_csv, "l.csv"), (screen.output.save_page, "l.pdf")):
        recorder.path = tmp_path / name
        # the day's refreshing of the plans may be told in between
        with qtbot.waitSignal(
            window.acts.done,
            timeout=20_000,
            check_params_cb=lambda did: did.act is Act.GAP_EXPORTED,
        ):
            save()
        assert recorder.path.stat().st_size > 1000


def test_a_cancelled_report_can_be_asked_for_again(page, qtbot):
    page.show_gap()
    screen = page._gap
    screen._job.cancel()
    qtbot.waitUntil(lambda: screen._job is None, timeout=10_000)
    if screen.report is None:
        assert "nicht ausgerechnet" in screen.waiting.accessibleName()
        screen.waiting.accepted.emit()
        qtbot.waitUntil(lambda: screen.report is not None, timeout=30_000)


def test_leaving_the_file_forgets_the_report(page, screen):
    page.desk_opened()
    assert screen.report is None


def test_nothing_is_cut_off_at_200_percent(looks, window, page, qtbot):
    looks(percent=200)
    page.show_gap()
    screen = page._gap
    qtbot.waitUntil(lambda: screen.report is not None, timeout=30_000)
    for slot in range(SLOTS):
        wide = theme.advance(words.figure(screen.heat._numbers[slot]), "small", figures=True)
        assert screen.heat._cell(slot).width() >= wide


def test_where_the_form_has_no_room_a_button_leads_to_it(screen, window, qtbot):
    assert not screen.what_if.isVisible()
    assert screen.form.isVisible()
    screen.both.resize(600, 500)
    assert screen.what_if.isVisible()
    assert not screen.form.isVisible()
    screen.what_if.click()
    assert screen.form.isVisible()
