"""The conditions of a programme picked by keys and clicks, told and counted, in step with text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from app.content.funding import load_programmes
from app.rules.calendar import PartialDate
from app.rules.facts import FactKey
from app.rules.funding import Programme
from tests.conftest import ROOT
from tests.services.funding_commands import programme, ship_another
from tests.services.test_funding import DOCTOR, NURSE
from ui.funding import programme_told, reach_line
from ui.funding.needs_editor import HIDE, SHOW
from ui.funding.room import ProgrammesRoom
from ui.tabs import place

KEY = Qt.Key


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def room(window, desk):
    found = desk.candidates.register(DOCTOR, NURSE).case
    doctor = desk.candidates.case(found).people[0].id
    desk.household.record(found, doctor, FactKey.OWN_PRACTICE, "yes")
    page = window.go_to(place("network"))
    page.ask("programmes")
    assert isinstance(page.room, ProgrammesRoom)
    return page.room


@pytest.fixture
def form(room):
    return room.form


def press(qtbot, *keys):
    for key in keys:
        QApplication.processEvents()
        qtbot.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def counted(qtbot, form):
    qtbot.waitUntil(lambda: form.reach.is_quiet, timeout=10_000)
    return form.reach.text()


def test_a_programme_is_entered_by_keys_alone_and_told_as_it_is_picked(qtbot, desk, room, form):
    room.begin()
    form.needs.form.setFocus()
    press(qtbot, KEY.Key_Return)
    (first,) = form.needs.form.boxes
    assert QApplication.focusWidget() is first.menu_button
    first.take("profession")
    press(qtbot, KEY.Key_Tab, KEY.Key_Space)
    assert form.needs.text() == "Beruf: Medizin"
    assert "Die Fachkraft ist Ärztin oder Arzt." in form.sentence_line.text()
    press(qtbot, KEY.Key_Return)
    second = form.needs.form.boxes[1]
    assert QApplication.focusWidget() is second.menu_button
    second.take("children")
    QApplication.processEvents()
    second.take("own_practice")
    assert second._head.text() == "und eines davon:"
    assert form.value("needs") == "Beruf: Medizin\nKinder ziehen mit: | Eigene Praxis:"
    form.save()
    assert "fehlt" in form.field("needs").reason()
    assert QApplication.focusWidget() is form.needs.form.add_row
    second.lines[1].enter()
    press(qtbot, KEY.Key_Space)
    second.lines[0].enter()
    press(qtbot, KEY.Key_Delete)
    assert QApplication.focusWidget() is second.menu_button
    assert form.value("needs") == "Beruf: Medizin\nEigene Praxis: ja"
    form.put("as_of", "11.2026")
    assert "Passt für 1 von 1 offenen Fall: " in counted(qtbot, form)
    for name, value in {"title": "Starthilfe", "body": "Kreis", "source": "Blatt"}.items():
        form.put(name, value)
    form.put("area", "Stadt Norden")
    form.put("benefits", "Wohnung, Umzug")
    form.save()
    made = programme(desk, "own_starthilfe")
    assert [dict(each.rows[0]) for each in made.needs] == [
        {FactKey.PROFESSION: frozenset({"doctor"})},
        {FactKey.OWN_PRACTICE: frozenset({"yes"})},
    ]
    assert (made.area, made.area_words) == (("03452019",), "Stadt Norden")
    assert made.benefits == ("housing", "relocation")
    assert "der arbeitgeber bietet an: wohnung oder umzug" in form.sentence_line.text().lower()


def test_delete_takes_out_the_row_and_enter_on_a_link_opens_the_facts(qtbot, room, form):
    room.choose(room._key("kvn_investment"))
    rows = form.needs.form
    rows.boxes[1].menu_button.setFocus()
    press(qtbot, KEY.Key_Delete)
    assert form.needs.text() == "Beruf: Medizin"
    assert QApplication.focusWidget() is rows.add_row
    press(qtbot, KEY.Key_Delete)  # nothing is left to take out here
    assert len(rows.boxes) == 1
    rows.boxes[0].lines[0].editor.turn_link.click()
    assert form.needs.text().startswith("Beruf: Pflege oder Therapie oder Hebammenkunst")
    assert "Es stimmt nicht: die Fachkraft ist Ärztin oder Arzt" in form.sentence_line.text()
    room.workplace.asking._recorder.agrees = True
    form.leave()
    assert form.needs.text() == "Beruf: Medizin\nEigene Praxis: ja"


def test_tab_goes_through_the_rows_as_they_are_seen(qtbot, room, form):
    room.choose(room._key("kvn_investment"))
    form.editor("whom").setFocus()
    seen = []
    while not seen or QApplication.focusWidget() is not form.editor("area_words"):
        press(qtbot, KEY.Key_Tab)
        seen.append(QApplication.focusWidget())
        assert len(seen) < 40
    names = [each.accessibleName() or each.text() for each in seen]
    assert all(names)
    assert names[0] == f"Bedingungen: {SHOW}"
    assert names.index("Beruf: Medizin") < names.index("Eigene Praxis: ja")
    assert names.index("Eigene Praxis: ja") < names.index("Weitere Bedingung")
    assert sum(isinstance(each, QCheckBox) for each in seen) == 9


def test_the_form_scrolls_to_a_new_row_and_what_is_told_below_it(window, qtbot, room, form):
    window.resize(1093, 614)
    room.choose(room._key("kvn_investment"))
    rows = form.needs.form
    for _ in range(3):
        rows.add_row.setFocus()
        press(qtbot, KEY.Key_Return)
    scrolled = room._right.verticalScrollBar().value
    qtbot.waitUntil(lambda: scrolled() > 0, timeout=2_000)
    last = rows.boxes[-1].menu_button
    assert last.visibleRegion().boundingRect().height() == last.height()
    assert not form.sentence_line.visibleRegion().isEmpty()


def test_text_and_rows_stay_in_step_and_nothing_unreadable_is_lost(qtbot, room, form):
    room.choose(room._key("kvn_investment"))
    form.needs.fold.click()
    assert form.needs.fold.text() == HIDE
    form.needs.lines.setPlainText("Kinder ziehen mit: ja | Beruf: Pflege")
    (box,) = form.needs.form.boxes
    assert box.facts() == {"children": ("yes",), "profession": ("nurse",)}
    form.needs.lines.setPlainText("Kinder ziehen mit: ja\nMondphase: voll")
    assert not box.isEnabled()
    assert "Mondphase" in form.needs.unread.text()
    assert form.sentence_line.isHidden()
    assert counted(qtbot, form) == reach_line.UNREADY
    form.save()
    assert "Mondphase" in form.field("needs").reason()
    assert QApplication.focusWidget() is form.needs.lines
    assert form.needs.text().endswith("Mondphase: voll")
    form.needs.lines.setPlainText("Kinder ziehen mit: ja")
    assert form.needs.form.isEnabled()
    assert not form.sentence_line.isHidden()


def test_where_counting_takes_long_the_worker_goes_on(qtbot, monkeypatch, room, form):
    monkeypatch.setattr(reach_line, "AT_ONCE", 0)
    room.choose(room._key("kvn_investment"))
    said = counted(qtbot, form)
    assert said.startswith("Passt für 0 von 1 offenen Fall. Unklar für 1: ")
    assert "In keinem Fall ist alles bekannt" in said  # nobody knows when the practice starts
    assert "Stand ist älter als ein Jahr" in said
    room.choose(room._key("scholarship_leer"))
    assert "passt für keinen der offenen Fälle" in counted(qtbot, form)
    form.put("whom", "adults")
    assert "Eine erwachsene Person studiert" in form.sentence_line.text()
    assert form.needs.form.boxes[0].lines[0].accessibleName() == "Person: Beruf"


def test_a_newer_original_lies_beside_and_is_taken_over_by_field(window, qtbot, desk, room, form):
    shipped = programme(desk, "norden_settlement")
    own = replace(shipped, as_of=PartialDate(2026, 11), checks=(), note="Rücksprache")
    desk.funding.edit(shipped.code, own)
    ship_another(desk)
    room.refresh()
    room.choose(room._key(shipped.code))
    told = form.comparing
    assert [each.label for each in told._told] == ["Nachzusehen", "Stand", "Hinweis"]
    assert (told._told[1].own, told._told[1].shipped) == ("11.2026", "2022")
    assert not told.table.isHidden()
    told.takes[0].setFocus()
    press(qtbot, KEY.Key_Space)
    assert programme(desk, shipped.code).checks == shipped.checks
    assert QApplication.focusWidget() is told.takes[0]
    assert told.takes[0].accessibleName() == "Stand: mitgelieferte Fassung übernehmen"
    window.acts.undo()
    assert programme(desk, shipped.code) == own
    assert len(told.takes) == 3
    told.keep.click()
    assert "Ihre Fassung gilt weiter" in window.message_bar.sentence()
    assert told.table.isHidden()
    told.fold.click()
    assert not told.table.isHidden()
    for _ in range(3):
        told.takes[0].click()
        QApplication.processEvents()
    assert programme(desk, shipped.code) == shipped
    assert told.isHidden()


def test_every_field_of_a_programme_can_be_compared():
    compared = [name for names, *_ in programme_told.FIELDS for name in names]
    assert sorted((*compared, "code")) == sorted(Programme.__dataclass_fields__)


def test_every_field_of_the_shipped_programmes_is_told_in_words():
    shipped = load_programmes(ROOT / "resources").programmes
    names = programme_told.Names({each.code: each.title for each in shipped}, {})
    blank = Programme("", "")
    for each in shipped:
        # without words of the file and names of papers, which the desk has
        plain = replace(each, once="", ceiling="", papers=())
        for told in programme_told.differences(plain, blank, names):
            assert "_" not in told.own, (each.code, told)
