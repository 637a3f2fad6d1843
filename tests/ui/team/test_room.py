"""The room of the team on a real file: entered, refused beside the field, handed over, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.cases import NOBODY, CaseQuery
from app.records.office import AbsenceDraft, AdvisorDraft, ServicePoint
from tests.makers import make_case
from ui import person
from ui.candidates.case_form import CaseForm, offers
from ui.tabs import place
from ui.team.handing import HandingDialog
from ui.team.room import Part
from ui.widgets.paper_dialog import PaperDialog


@pytest.fixture
def office(window):
    """Tomke with two cases, Imke without, at one service point."""
    desk = window.acts.desk
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste", town="Norden"))
    tomke, imke = (
        int(desk.office.add_advisor(AdvisorDraft(given, family)).facts["id"])
        for given, family in (("Tomke", "Harms"), ("Imke", "Okken"))
    )
    cases = [make_case(desk, advisor=tomke) for _ in range(2)]
    return tomke, imke, cases


@pytest.fixture
def room(window, office):
    return window.go_to(place("network")).show_room("team")


def typed(form, **values):
    for name, value in values.items():
        form.put(name, value)
    form.save()


def titles(page):
    return [line[1] for line in page.lines()]


def test_an_advisor_is_entered_with_languages_point_and_deputy(window, room, office):
    page = room.show_part(Part.ADVISORS)
    page.begin()
    typed(
        page.form,
        given="Selin",
        family="Wattmann",
        languages="Deutsch, Arabisch",
        deputy=str(office[1]),
    )
    [selin] = [each for each in window.acts.desk.office.advisors() if "Selin" in each.name]
    assert (selin.draft.languages, selin.draft.deputy) == (("de", "ar"), office[1])
    assert page.form.shown == selin.id
    assert not page.unsaved()


def test_an_advisor_with_cases_stays_until_they_are_handed_over(window, room, office):
    tomke, imke, cases = office
    page = room.show_part(Part.ADVISORS)
    page.reveal(tomke)
    typed(page.form, active="no")
    assert page.form.field("active").reason().startswith("Noch offene Fälle: 2.")
    page.show_row(tomke)

    load = room.show_part(Part.LOAD)
    at = next(at for at, row in enumerate(load.rows) if row.advisor == tomke)
    load.table.selectRow(at)
    load.hand_button.click()
    dialog = load.findChild(HandingDialog)
    assert len(dialog.ticked()) == 2
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.taker.choose(str(imke))
    dialog.hand_over()
    desk = window.acts.desk
    assert sorted(desk.candidates.case(case).draft.advisor for case in cases) == [tomke, imke]
    desk.team.hand_over(tomke)
    page = room.show_part(Part.ADVISORS)
    page.show_row(tomke)
    typed(page.form, active="no")
    assert page.form.field("active").reason() == ""


def test_nothing_ticked_is_nothing_to_hand_over(room, office):
    load = room.show_part(Part.LOAD)
    load.table.selectRow(next(at for at, row in enumerate(load.rows) if row.advisor == office[0]))
    load.hand_over()
    dialog = load.findChild(HandingDialog)
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    dialog.hand_over()
    assert dialog.reason.isVisibleTo(dialog)
    assert dialog.reason.text() == "Tomke Harms hat keine offenen Fälle."
    dialog.reject()


def test_an_absence_is_entered_refused_beside_its_field_and_removed(window, room, office):
    tomke, _, cases = office
    page = room.show_part(Part.ABSENCES)
    page.begin()
    typed(page.form, advisor=str(tomke), first="23.11.2026", last="bald")
    assert "TT.MM.JJJJ" in page.form.field("last").reason()
    typed(page.form, last="")
    assert page.form.field("last").reason() == "Hier fehlt noch eine Angabe."
    typed(page.form, last="3.12.26", deputy=str(tomke))
    assert "nicht selbst vertreten" in page.form.field("deputy").reason()
    typed(page.form, deputy="")
    [absence] = window.acts.desk.team.absences()
    assert absence.draft == AbsenceDraft(tomke, date(2026, 11, 23), date(2026, 12, 3))
    assert page.lines() == [(absence.id, "Tomke Harms", "23.11.–03.12.2026 · Okken")]
    assert "1 von 2 heute da" in "".join(run.text for run in room.orientation())

    head = window.acts.desk.candidates.head(cases[0])
    shown = "".join(run.text for run in person.attended(head.attending))
    assert shown == "Tomke Harms · bis 03.12. vertritt Imke Okken"
    page.form.remove_link.click()
    assert window.acts.desk.team.absences() == ()


def test_the_handover_sheet_is_shown_in_german_alone(window, room, office):
    desk = window.acts.desk
    key = int(desk.team.add_absence(
        AbsenceDraft(office[0], date(2026, 11, 23), date(2026, 12, 3))
    ).facts["id"])  # fmt: skip
    page = room.show_part(Part.ABSENCES)
    page.reveal(key)
    page.form.sheet_link.click()
    dialog = page.form.findChild(PaperDialog)
    assert dialog.windowTitle() == "Übergabeblatt: Tomke Harms"
    assert not dialog.language.isVisibleTo(dialog)
    assert dialog.preview.pages.pageCount() == 1
    dialog.close()


def test_a_service_point_is_entered_read_back_and_archived(window, room):
    page = room.show_part(Part.POINTS)
    page.begin()
    typed(page.form, name="Welcome Center", hours_osm="Mo-Mi 9-12")
    assert page.form.field("hours_osm").reason()
    typed(page.form, hours_osm="Mo-We 09:00-12:00")
    assert titles(page) == ["Servicestelle Küste", "Welcome Center"]
    assert "Mo–Mi" in page.form._echo.text()
    page.form.archive.click()
    assert page.lines()[1][2] == "archiviert"
    first = page.lines()[0][0]
    page.reveal(first)
    page.form.archive.click()
    assert "Hier arbeiten noch Berater*innen (2)" in page.form._reason.text()


def test_the_settings_of_the_office_are_edited_here(window, room):
    page = room.show_part(Part.OFFICE)
    typed(page.form, responsible_body="Landkreis Beispiel", retention="Zwei Jahre")
    settings = window.acts.desk.team.settings()
    assert (settings.responsible_body, settings.retention) == ("Landkreis Beispiel", "Zwei Jahre")
    assert not room.unsaved()


def test_what_is_half_typed_is_told_before_the_file_is_left(room):
    page = room.show_part(Part.ABSENCES)
    page.begin()
    page.form.put("first", "24.12.2026")
    assert room.unsaved() == "Eingaben sind"


def test_a_case_of_nobody_is_warned_of_and_found(window, office, qtbot):
    desk = window.acts.desk
    case = office[2][0]
    draft = desk.candidates.case(case).draft
    desk.candidates.edit(case, replace(draft, advisor=None))
    [warned] = person.attended(desk.candidates.head(case).attending)
    assert (warned.text, warned.icon) == ("ohne Ansprechperson", "triangle-alert")
    page = window.go_to(place("candidates"))
    choice = page.list.filters.advisor
    qtbot.waitUntil(lambda: choice.findData(str(NOBODY)) >= 0, timeout=5000)
    choice.choose(str(NOBODY))
    choice.activated.emit(choice.currentIndex())
    assert page.list.query.advisor == NOBODY
    assert list(desk.lists.case_ids(CaseQuery(advisor=NOBODY))) == [case]
    team = window.go_to(place("network")).show_room("team")
    assert "ohne Ansprechperson: 1" in "".join(run.text for run in team.orientation())


def test_a_case_is_given_its_own_deputy(window, office):
    tomke, imke, cases = office
    view = window.acts.desk.candidates.case(cases[0])
    form = CaseForm(window.acts, window.workplace.asking)
    form.show_case(view, offers(window.acts.desk, view))
    typed(form, deputy=str(imke))
    assert window.acts.desk.candidates.case(cases[0]).draft.deputy == imke
    typed(form, deputy=str(tomke))
    assert "nicht selbst vertreten" in form.field("deputy").reason()


def test_the_room_is_led_to(window, office):
    network = window.go_to(place("network"))
    network.ask("team:absences")
    room = network.room
    assert room.parts.key() is Part.ABSENCES
    network.ask(f"team:{office[1]}")
    assert room.parts.key() is Part.ADVISORS
    assert room.advisors.form.shown == office[1]
