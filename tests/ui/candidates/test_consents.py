"""Consents and special facts on a real file: noted, relied on, withdrawn."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.consents import ConsentDraft
from app.rules.facts import FactKey
from app.rules.terms import ConsentWay, Purpose, Recipient
from tests.makers import make_case


@pytest.fixture
def case_id(window, page):
    made = make_case(window.acts.desk, children=1)
    page.refresh()
    page.reveal(made)
    return made


@pytest.fixture
def section(page, case_id):
    return page.pane.consents


def _consent(window, case_id, purpose=Purpose.HEALTH_DATA):
    desk = window.acts.desk
    person = desk.candidates.case(case_id).people[0].id
    draft = ConsentDraft(
        person, purpose, Recipient.SERVICE_POINT, "Ja.", date(2026, 11, 20), ConsentWay.SIGNED
    )
    window.acts.do(lambda desk: desk.consents.give(case_id, draft))
    return desk.candidates.case(case_id).consents[0]


def test_a_consent_is_noted_with_the_words_that_were_said(window, section, case_id):
    section.add_consent()
    form = section.form
    assert "Arbeitgeber" in form.value("wording")
    form.put("purpose", Purpose.PHOTO.value)
    form.purpose.activated.emit(0)
    assert form.value("recipient") == Recipient.SERVICE_POINT.value
    assert "Foto" in form.value("wording")
    form.put("wording", "Mein Foto darf in die Mappe.")
    form.purpose.activated.emit(0)
    form.save()
    (consent,) = window.acts.desk.candidates.case(case_id).consents
    assert consent.draft.wording == "Mein Foto darf in die Mappe."
    assert consent.draft.given_on == date(2026, 11, 23)
    assert section.title() == "Einwilligungen (1)"
    assert form.isHidden()


def test_opening_the_form_types_nothing_and_begins_with_whose_consent_it_is(section):
    section.add_consent()
    assert not section.is_typed
    assert section.form.person.hasFocus()


def test_the_words_name_whoever_is_named_until_they_are_typed_by_hand(section):
    section.add_consent()
    form = section.form
    form.put("recipient_name", "Kita Deichmäuse")
    form.editor("recipient_name").editingFinished.emit()
    assert "An wen: Kita Deichmäuse." in form.value("wording")
    form.put("wording", "Nur die Adresse.")
    form.put("recipient_name", "Kita Seestern")
    form.editor("recipient_name").editingFinished.emit()
    assert form.value("wording") == "Nur die Adresse."


def test_the_day_of_a_consent_is_read_before_the_way(window, section, case_id):
    consent = _consent(window, case_id)
    (record,) = section.table.records.records
    assert record.cells[2].words() == "20.11.2026 unterschrieben"
    section.open_consent(consent.id)
    section.withdrawal.save()
    (record,) = section.table.records.records
    assert record.cells[2].words() == "23.11.2026 widerrufen"


def test_what_nobody_is_asked_is_no_dont_know(window, section, case_id):
    consent = _consent(window, case_id)
    row = section.special.rows[FactKey.CARE_NEED, consent.draft.person]
    assert [button.text() for button in row.stops()] == ["ja", "nein", "keine Angabe"]


def test_a_consent_without_words_is_refused_beside_the_field(section):
    section.add_consent()
    section.form.put("wording", "  ")
    section.form.save()
    assert section.form.field("wording").reason()
    assert not section.form.isHidden()


def test_special_facts_appear_only_with_the_consent_of_the_person(window, section, case_id):
    assert section.special.rows == {}
    assert not section.special._why.isHidden()
    consent = _consent(window, case_id)
    keys = {key for key, _ in section.special.rows}
    assert keys == {FactKey.PREGNANT, FactKey.CARE_NEED, FactKey.HEALTH_NEED}
    assert {person for _, person in section.special.rows} == {consent.draft.person}
    section.special.rows[FactKey.CARE_NEED, consent.draft.person].answered.emit("yes")
    facts = window.acts.desk.candidates.case(case_id).facts
    assert [(fact.key, fact.value) for fact in facts] == [("care_need", "yes")]


def test_withdrawing_asks_and_takes_the_facts_along(window, recorder, section, case_id):
    consent = _consent(window, case_id)
    section.special.rows[FactKey.CARE_NEED, consent.draft.person].answered.emit("yes")
    section.open_consent(consent.id)
    recorder.agrees = False
    section.withdrawal.save()
    assert window.acts.desk.candidates.case(case_id).consents[0].holds
    recorder.agrees = True
    section.withdrawal.save()
    view = window.acts.desk.candidates.case(case_id)
    assert view.consents[0].withdrawn_on == date(2026, 11, 23)
    assert view.facts == ()
    assert section.special.rows == {}
    assert section.title() == "Einwilligungen (0)"


def test_special_facts_are_never_among_the_questions(window, page, case_id):
    asked = {key for key, _ in page.pane.questions._asked}
    page.pane.questions._show_all()
    asked |= {key for key, _ in page.pane.questions._asked}
    assert not asked & {FactKey.PREGNANT, FactKey.CARE_NEED, FactKey.HEALTH_NEED}
    assert asked
