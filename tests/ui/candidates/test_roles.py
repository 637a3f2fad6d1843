"""The people behind the roles of a case, entered in place."""

from __future__ import annotations

import pytest

from app.records.providers import Category
from app.rules.terms import Role
from tests.makers import make_case, make_provider
from ui.candidates.roles import WANTED


@pytest.fixture
def case_id(window, page):
    made = make_case(window.acts.desk)
    page.refresh()
    page.reveal(made)
    return made


@pytest.fixture
def section(page, case_id):
    return page.pane.roles


def _row(section, word):
    rows = (record.cells for record in section.table.records.records)
    return next(tuple(cell.words() for cell in cells) for cells in rows if cells[0].words() == word)


def test_the_gaps_stand_there_until_somebody_is_named(section):
    assert _row(section, "Pate/Patin")[1] == "noch offen"
    assert "Pate/Patin" in section._beside.text()


def test_a_mentor_is_named_and_reached_from_the_first_free_role(window, section, case_id):
    section.add_holder()
    assert section.form.value("role") == WANTED[0].value
    section.form.put("name", "Wiebke Janssen")
    section.form.put("phone", "0176 04069099")
    section.form.save()
    assert _row(section, "Pate/Patin")[1:] == ("Wiebke Janssen", "0176 04069099")
    assert section.form.isHidden()
    holders = window.acts.desk.roles.of_case(case_id)
    assert {holder.role: holder.draft.name for holder in holders}[Role.MENTOR] == "Wiebke Janssen"
    section.add_holder()
    assert section.form.value("role") == WANTED[1].value


def test_only_who_works_there_gets_the_employer_as_house(window, page):
    clinic = make_provider(
        window.acts.desk, organisation="Deichklinik Norden", category=Category.EMPLOYER
    )
    page.reveal(make_case(window.acts.desk, employer=clinic))
    section = page.pane.roles
    section.edit_holder(Role.IT)
    assert section.form.value("organisation") == "Deichklinik Norden"
    for role, house in ((Role.LANDLORD, ""), (Role.MENTOR, "Deichklinik Norden")):
        section.form.role.choose(role.value)
        section.form.role.activated.emit(0)
        assert section.form.value("organisation") == house
    section.form.put("organisation", "Hafenverein")
    section.form.role.choose(Role.LANDLORD.value)
    section.form.role.activated.emit(0)
    assert section.form.value("organisation") == "Hafenverein"


def test_a_name_can_be_taken_out_and_brought_back(window, section):
    section.edit_holder(Role.IT)
    section.form.put("name", "IT-Hotline")
    section.form.save()
    section.edit_holder(Role.IT)
    section.form.remove()
    assert _row(section, "IT")[1] == "noch offen"
    window.acts.undo()
    assert _row(section, "IT")[1] == "IT-Hotline"


def test_a_blank_name_and_a_wrong_number_are_refused_beside_their_fields(section):
    section.edit_holder(Role.MENTOR)
    section.form.put("name", " ")
    section.form.save()
    assert section.form.field("name").reason()
    section.form.put("name", "Wiebke Janssen")
    section.form.put("email", "wiebke(at)klinik")
    section.form.save()
    assert section.form.field("email").reason()
    assert not section.form.isHidden()


def test_the_person_and_the_service_point_are_not_edited_here(section):
    rows = [record.id for record in section.table.records.records]
    for role in (Role.PERSON, Role.SERVICE_POINT):
        section._opened(list(Role).index(role))
        assert section.form.isHidden()
    assert rows
