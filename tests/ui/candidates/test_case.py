"""The case edited in place: stages, holding, closing, household, questions, dates, contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton

from app.records.cases import Channel, CloseReason, ContactDraft, Counterpart
from app.records.providers import Category
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, MemberRole, Stage, Track
from tests.makers import make_case, make_provider, with_dates
from tests.ui.candidates.keys import press, shown_text, tab_to, typed
from tests.ui.redating.opened import take_over
from ui.candidates.questions import UNKNOWN, Question
from ui.widgets.records import Record, RecordsModel
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def case_id(window, page):
    """A nurse with one child, shown at the right."""
    made = make_case(window.acts.desk, children=1)
    page.refresh()
    page.reveal(made)
    QApplication.processEvents()
    return made


@pytest.fixture
def view(window, case_id):
    return lambda: window.acts.desk.candidates.case(case_id)


def test_a_stage_is_changed_in_place_and_told_in_the_bar(window, page, case_id, view):
    page.pane.head.change.click()
    move = page.pane.head.stage_move
    assert move.value("stage") == Stage.VISIT.value
    press(Qt.Key.Key_Return, ctrl=True)
    assert view().head.stage is Stage.VISIT
    assert move.isHidden()
    assert "2 von 8: Präsenztermin" in page.pane.head._lines["Phase"].text()
    window.acts.undo()
    assert view().head.stage is Stage.INTEREST
    assert "1 von 8: Interesse" in page.pane.head._lines["Phase"].text()


def test_a_step_back_needs_its_reason_and_stays_in_the_history(window, page, case_id, view):
    window.acts.do(lambda desk: desk.candidates.stage(case_id, Stage.PREBOARDING))
    page.pane.head.open_stage()
    move = page.pane.head.stage_move
    move.put("stage", Stage.CONTRACT.value)
    move.save()
    assert move.field("reason").reason() == "Ein Schritt zurück braucht einen Grund."
    assert not move.isHidden()
    typed("Vertrag zurückgezogen")
    move.save()
    assert view().stages[0].failed
    rows = page.pane.stages.table.records.records
    assert rows[0].cells[1].words() == "Zusage/Vertrag · zurück: Vertrag zurückgezogen"


def test_a_case_rests_until_a_day_and_goes_on(window, page, case_id, view):
    page.pane.head.open_hold()
    move = page.pane.head.hold_move
    typed("01.02.2026")
    move.put("reason", "Sprachkurs")
    move.save()
    assert "vorbei" in move.field("until").reason()
    move.put("until", "1.2.27")
    move.save()
    assert view().head.held_until == date(2027, 2, 1)
    assert page.pane.head._lines["Phase"].text() == "ruht bis Mo 01.02.2027"
    assert page.pane.head._lines["Weil"].text() == "Sprachkurs"
    assert page.list.model.rowCount() == 0
    page.pane.head.resume.click()
    assert view().head.held_until is None
    assert page.list.model.rowCount() == 1


def test_a_case_is_closed_with_a_reason_and_taken_up_again(window, page, case_id, view):
    page.pane.head.open_close()
    move = page.pane.head.close_move
    move.save()
    assert move.field("because").reason() == "Hier fehlt noch eine Angabe."
    move.put("because", CloseReason.ELSEWHERE.value)
    move.save()
    assert view().head.closed_because is CloseReason.ELSEWHERE
    assert page.pane.head.resume.text() == "Wieder aufnehmen"
    page.pane.head.resume.click()
    assert view().head.closed_on is None


def test_a_person_is_edited_with_f2_and_saved_with_the_keyboard(window, page, case_id, view):
    table = page.pane.household.table
    table.setFocus()
    table.setCurrentIndex(table.records.index(1, 0))
    press(Qt.Key.Key_F2)
    form = page.pane.household.form
    assert form.value("given") == "Yasmin"
    tab_to("Geboren")
    form.editor("birth").selectAll()
    typed("2022")
    press(Qt.Key.Key_Return, ctrl=True)
    assert view().people[1].draft.birth == PartialDate(2022)
    assert form.isHidden()
    assert table.hasFocus()


def test_who_a_new_person_is_has_to_be_chosen(qtbot, window, page, case_id, view):
    household = page.pane.household
    household.add_person()
    form = household.form
    assert form.value("role") == ""
    assert form.editor("role").hasFocus()
    form.put("given", "Samir")
    form.save()
    assert form.field("role").reason() == "Bitte wählen, wer die Person im Haushalt ist."
    assert len(view().people) == 2
    typed("K")
    qtbot.waitUntil(lambda: form.field("role").reason() == "")
    press(Qt.Key.Key_Return, ctrl=True)
    assert [each.draft.role for each in view().people][2] is MemberRole.CHILD


def test_the_professional_is_proposed_where_the_household_has_none(page, case_id, view):
    household = page.pane.household
    household.show_case(replace(view(), people=view().people[1:]))
    household.add_person()
    assert household.form.value("role") == "professional"


def test_saving_a_person_as_it_was_leaves_no_trace(window, page, view):
    household = page.pane.household
    household.edit_person(view().people[1].id)
    could, told = window.acts.can_undo, window.message_bar._saved.text()
    press(Qt.Key.Key_S, ctrl=True)
    assert window.message_bar.sentence() == "Es wurde nichts geändert."
    assert household.form.isHidden()
    assert (window.acts.can_undo, window.message_bar._saved.text()) == (could, told)


def test_after_a_person_the_household_is_in_sight(page, case_id, view):
    household = page.pane.household
    household.add_person()
    household.form.put("role", "partner")
    household.form.put("given", " Lina ")
    household.form.put("family", "\u00a0Haddad ")
    household.form.put("birth", "3.2.88")
    household.form.lead_to("given")
    QApplication.processEvents()
    bar = page.pane.scrolled.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(Qt.Key.Key_Return, ctrl=True)
    QApplication.processEvents()
    (taken,) = [each for each in view().people if each.draft.given == "Lina"]
    assert taken.draft.family == "Haddad"
    assert taken.draft.birth == PartialDate(1988, 2, 3)
    assert household.table.hasFocus()
    assert household.table.current_id() == taken.id
    assert not household.table.visibleRegion().isEmpty()


def test_removing_a_person_can_be_taken_back(window, page, case_id, view):
    household = page.pane.household
    household.edit_person(view().people[1].id)
    household.form.remove()
    assert household.title() == "Haushalt (1)"
    assert household.form.isHidden()
    window.acts.undo()
    assert household.title() == "Haushalt (2)"
    household.edit_person(view().people[0].id)


def test_the_last_person_stays_and_the_form_says_why(qtbot, window, page, case_id, view):
    household = page.pane.household
    window.acts.do(lambda desk: desk.household.remove(view().people[1].id))
    household.edit_person(view().people[0].id)
    household.form.remove()
    assert not household.form._reason.isHidden()
    assert "Die letzte Person" in household.form._reason.text()
    household.form.put("called", "Ami")
    qtbot.waitUntil(household.form._reason.isHidden)


def test_details_are_edited_in_place_with_an_employer_of_the_directory(window, page, case_id, view):
    clinic = make_provider(
        window.acts.desk, organisation="Deichklinik Norden", category=Category.EMPLOYER
    )
    page.setFocus()
    press(Qt.Key.Key_F2)
    form = page.pane.details.form
    assert form.editor("occupation").hasFocus()
    form.put("employer", str(clinic))
    form.put("origin", "IN")
    form.put("note", "Zeile eins\nZeile zwei")
    press(Qt.Key.Key_Return, ctrl=True)
    draft = view().draft
    assert (draft.employer, draft.origin, draft.note) == (clinic, "IN", "Zeile eins\nZeile zwei")
    assert ("Arbeitgeber", "Deichklinik Norden") in page.pane.details.pairs._pairs
    assert form.isHidden()


def test_a_question_is_answered_in_place_and_can_be_taken_back(window, page, case_id, view):
    questions = page.pane.questions
    questions._show_all()
    before = len(view().missing)
    asked = next(key for key in questions._asked if key[0] in _YES_NO)
    question = questions._asked[asked]
    first = question.stops()[0]
    first.setFocus()
    press(Qt.Key.Key_Space)
    assert (asked[0].value, asked[1]) in {(fact.key, fact.person) for fact in view().facts}
    assert len(view().missing) != before or asked not in questions._asked
    assert questions.window().focusWidget() is not None
    assert questions.isAncestorOf(questions.window().focusWidget())

    questions._answers.click()
    given = questions._given[asked]
    given.answered.emit(UNKNOWN)
    assert view().facts == ()


def test_dont_know_moves_a_question_to_the_end_and_writes_nothing(page, case_id, view):
    questions = page.pane.questions
    questions._show_all()
    order = list(questions._asked)
    questions._asked[order[0]].answered.emit(UNKNOWN)
    rows = questions._rows
    last = rows.itemAt(rows.count() - 1).widget()
    assert last is questions._asked[order[0]]
    assert view().facts == ()


def test_the_frame_says_how_many_steps_hang_on_the_answers(window, page, case_id, view):
    unclear = sum(window.acts.desk.plan.view(case_id, track).unclear for track in Track)
    assert unclear > 1
    assert page.pane.questions._title.text() == f"Was noch fehlt ({len(view().missing)})"
    assert page.pane.questions._beside.text() == f"– entscheidet über {unclear} Schritte"


def test_a_list_of_answers_opens_before_anything_is_chosen(qtbot):
    question = Question(FactKey.HOUSING, "Wie wohnt die Familie?")
    qtbot.addWidget(question)
    question.show()
    answers = []
    question.answered.connect(answers.append)
    qtbot.keyClick(question.control, Qt.Key.Key_Down)
    assert answers == []
    question.control.hidePopup()
    question.control.setCurrentIndex(2)
    question.control.activated.emit(2)
    assert answers == ["own"]
    assert question.findChildren(QToolButton) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.03.2027", Day(date(2027, 3, 1))),
        ("1.3.27", Day(date(2027, 3, 1))),
        ("03.2027", Day(date(2027, 3, 1), Precision.MONTH)),
        ("2027-03-01", Day(date(2027, 3, 1))),
    ],
)
def test_a_date_is_typed_as_exactly_as_it_is_known(page, case_id, view, text, day):
    line = page.pane.anchors.rows[AnchorKind.WORK_START].line
    line.setFocus()
    typed(text)
    press(Qt.Key.Key_Return)
    assert view().anchors[AnchorKind.WORK_START] == day
    is_month = day.precision is Precision.MONTH
    assert line.text() == ("03.2027" if is_month else "01.03.2027")
    far = page.pane.anchors.rows[AnchorKind.WORK_START]._far.text()
    assert far == ("Tag noch offen" if is_month else "Mo · in 98 Tagen")


def test_ctrl_z_takes_the_date_back_while_the_keyboard_is_in_its_field(page, case_id, view):
    """The field has nothing of its own to take back once the date was saved."""
    line = page.pane.anchors.rows[AnchorKind.WORK_START].line
    line.setFocus()
    typed("01.03.2027")
    press(Qt.Key.Key_Z, ctrl=True)
    assert line.text() == ""  # what is typed goes first, and nothing else with it
    assert view().anchors == {}
    typed("01.03.2027")
    press(Qt.Key.Key_Return)
    assert AnchorKind.WORK_START in view().anchors
    press(Qt.Key.Key_Z, ctrl=True)
    assert view().anchors == {}
    assert line.text() == ""


def test_a_date_that_is_none_stays_as_typed_with_its_reason(page, case_id, view):
    row = page.pane.anchors.rows[AnchorKind.WORK_START]
    row.line.setFocus()
    typed("30.02.2027")
    press(Qt.Key.Key_Tab)
    assert row.field.reason() == "Den 30.02.2027 gibt es nicht. Bitte das Datum prüfen."
    assert row.line.accessibleDescription() == row.field.reason()
    assert row.line.text() == "30.02.2027"
    assert not row.line.hasFocus()
    row.line.setFocus()
    press(Qt.Key.Key_Escape)
    assert row.line.text() == ""
    assert row.field.reason() == row.line.accessibleDescription() == ""
    typed("bald")
    press(Qt.Key.Key_Return)
    assert "TT.MM.JJJJ" in row.field.reason()
    press(Qt.Key.Key_Escape)
    assert view().anchors == {}


def test_a_date_is_cleared_and_contradictions_are_told(window, page, case_id, view):
    with_dates(window.acts.desk, case_id)
    page.refresh()
    entry = page.pane.anchors.rows[AnchorKind.ENTRY]
    entry.line.setFocus()
    entry.line.selectAll()
    typed("05.04.2027")
    press(Qt.Key.Key_Return)
    take_over(page)
    assert "Einreise liegt nach dem Arbeitsbeginn" in page.pane.anchors._wrong.text()
    entry.line.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert AnchorKind.ENTRY not in view().anchors
    assert page.pane.anchors._wrong.isHidden()


def test_another_date_is_taken_from_the_list(page, case_id, view):
    anchors = page.pane.anchors
    anchors.other.choose(AnchorKind.PERMIT_EXPIRY.value)
    anchors.other.activated.emit(anchors.other.currentIndex())
    assert anchors.rows[AnchorKind.PERMIT_EXPIRY].line.hasFocus()
    typed("30.06.2029")
    press(Qt.Key.Key_Return)
    assert view().anchors[AnchorKind.PERMIT_EXPIRY] == Day(date(2029, 6, 30))


def test_a_contact_is_noted_with_ctrl_enter(window, page, case_id, view):
    form = page.pane.contacts.form
    assert form.save_button.isHidden()
    form.text.setFocus()
    typed("fragt nach der Kita vor 7 Uhr")
    assert not form.save_button.isHidden()
    press(Qt.Key.Key_Return, ctrl=True)
    (contact,) = view().contacts
    assert contact.draft == ContactDraft(
        date(2026, 11, 23),
        Channel.PHONE,
        Counterpart.FAMILY,
        "Amira Ben Amor",
        "fragt nach der Kita vor 7 Uhr",
    )
    assert form.value("text") == ""
    assert form.text.hasFocus()
    assert page.pane.contacts.title() == "Kontakte (1)"
    assert "fragt nach der Kita" in page.pane.contacts.log.records.records[0].cells[0].words()


def test_a_contact_is_edited_and_removed_in_the_same_form(window, page, case_id, view):
    draft = ContactDraft(date(2026, 11, 2), Channel.EMAIL, Counterpart.BODY, "Amt", "Termin")
    window.acts.do(lambda desk: desk.candidates.note_contact(case_id, draft))
    log = page.pane.contacts.log
    log.setFocus()
    log.setCurrentIndex(log.records.index(0, 0))
    press(Qt.Key.Key_Return)
    form = page.pane.contacts.form
    assert shown_text() == "Termin"
    assert form.value("on") == "02.11.2026"
    form.put("on", "24.11.2026")
    form.save()
    assert "Zukunft" in form.field("on").reason()
    form.put("on", "03.11.2026")
    form.save()
    assert view().contacts[0].draft.on == date(2026, 11, 3)
    page.pane.contacts.edit(view().contacts[0].id)
    form.remove()
    assert view().contacts == ()
    window.acts.undo()
    assert len(view().contacts) == 1


def test_contacts_are_narrowed_to_family_or_bodies(window, page, case_id):
    for side, text in ((Counterpart.FAMILY, "eins"), (Counterpart.BODY, "zwei")):
        draft = ContactDraft(date(2026, 11, 2), Channel.PHONE, side, "X", text)
        window.acts.do(lambda desk, draft=draft: desk.candidates.note_contact(case_id, draft))
    contacts = page.pane.contacts
    contacts.sides.chosen.emit(Counterpart.BODY)
    assert [record.cells[0].second[0].text for record in contacts.log.records.records] == ["zwei"]
    contacts.sides.chosen.emit(None)
    assert len(contacts.log.records.records) == 2


def test_the_history_tells_who_did_what(window, page, case_id):
    history = page.pane.history
    assert history.table.isHidden()
    history._toggle.click()
    told = [record.cells[1].words() for record in history.table.records.records]
    assert any("Fall angelegt" in words for words in told)
    assert len(told) == 2


def test_the_models_of_the_column_keep_the_rules_of_qt(qtmodeltester):
    model = RecordsModel(("Name", "Rolle"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_records(
        [Record(at, (Lines((Run("A"),)), Lines((Run("B"),), (Run("C"),)))) for at in range(3)]
    )
    assert tester.model() is model
    assert model.data(model.index(1, 1)) == "B, C"
    qtmodeltester.check(model)


_YES_NO = {
    FactKey.CROSS_BORDER_PLACEMENT,
    FactKey.OWN_PRACTICE,
    FactKey.CAR,
    FactKey.DOG,
    FactKey.LOW_INCOME,
    FactKey.REGULATED,
    FactKey.CAR_FROM_ABROAD,
    FactKey.FAMILY_OF_EU_CITIZEN,
}
