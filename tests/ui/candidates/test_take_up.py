"""Taking up a family by keyboard alone, refusals beside the field, undo, what was typed stays."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.cases import CaseQuery, CaseState
from app.rules.calendar import PartialDate
from app.rules.terms import MemberRole
from tests.makers import make_case
from tests.ui.candidates.keys import press, shown_text, tab_to, typed

ALL = CaseQuery(state=CaseState.ALL)
# The lists that complete what is typed are windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def settle(qtbot):
    qtbot.wait(1)
    QApplication.processEvents()


def test_a_family_is_taken_up_by_keyboard_alone(qtbot, window, page):
    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    typed("Müller-Øster")
    press(Qt.Key.Key_Tab)
    typed("Jürgen")
    tab_to("Geboren")
    typed("05.1991")
    tab_to("Staatsangehörigkeit")
    typed("Indien")
    tab_to("Sprachen")
    typed("Malayalam, Englisch")
    tab_to("Beruf")
    typed("Pflegefachmann")
    press(Qt.Key.Key_Return, ctrl=True)
    settle(qtbot)

    desk = window.acts.desk
    (case_id,) = desk.lists.case_ids(ALL)
    view = desk.candidates.case(case_id)
    person = view.people[0].draft
    assert (person.family, person.given) == ("Müller-Øster", "Jürgen")
    assert person.birth == PartialDate(1991, 5)
    assert person.nationality == "IN"
    assert person.languages == ("ml", "en")
    assert view.draft.occupation == "Pflegefachmann"
    assert window.case_id == case_id
    assert page.pane.head.name.text() == "Müller-Øster, Jürgen"

    # The offscreen screen leaves the window asleep behind a list that popped up.
    window.activateWindow()
    qtbot.waitActive(window)
    # The focus waits on "Person": the next member follows at once.
    assert QApplication.focusWidget().accessibleName() == "Person aufnehmen"
    press(Qt.Key.Key_Space)
    settle(qtbot)
    typed("P")  # nobody is a partner unasked: the role comes first, and its letter chooses it
    press(Qt.Key.Key_Tab)
    typed("Müller-Øster")
    press(Qt.Key.Key_Tab)
    typed("Zoë")
    press(Qt.Key.Key_Return, ctrl=True)
    settle(qtbot)
    people = desk.candidates.case(case_id).people
    assert [person.draft.role for person in people] == [
        MemberRole.PROFESSIONAL,
        MemberRole.PARTNER,
    ]
    assert page.pane.household.title() == "Haushalt (2)"
    assert page.pane.household.form.isHidden()


def test_the_folder_is_in_the_first_language_it_is_printed_in_until_one_is_chosen(qtbot, page):
    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    form = page.new_case
    assert form.value("language") == "de"
    for spoken, folder in (("Kurdisch, Arabisch, Deutsch", "ar"), ("Ukrainisch", "uk")):
        form.put("languages", spoken)
        form.editor("languages").editingFinished.emit()
        assert form.value("language") == folder
    form.editor("language").choose("en")
    form.editor("language").activated.emit(0)
    form.put("languages", "Polnisch")
    form.editor("languages").editingFinished.emit()
    assert form.value("language") == "en"


def test_closing_asks_before_a_half_typed_case_or_contact_is_lost(qtbot, window, page, recorder):
    case = make_case(window.acts.desk)
    page.refresh()
    page.reveal(case)
    page.pane.contacts.form.put("text", "Frau Muster angerufen")
    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    typed("Haddad")
    recorder.agrees = False
    assert not window.close()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    assert page.unsaved() == "Angaben zu einem neuen Fall und einem Fall sind"
    assert page.new_case.value("family") == "Haddad"
    page.new_case.forget()
    assert page.unsaved() == "Angaben zu einem Fall sind"
    recorder.agrees = True
    assert window.close()


def test_a_blank_name_is_refused_beside_its_field_and_nothing_is_lost(qtbot, page):
    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    tab_to("Beruf")
    typed("Hebamme")
    press(Qt.Key.Key_Return, ctrl=True)
    form = page.new_case
    assert form.field("family").reason() == "Bitte wenigstens einen Namen eingeben."
    assert form.editor("family").hasFocus()
    assert form.editor("family").accessibleDescription()
    assert form.value("occupation") == "Hebamme"
    assert len(page.workplace.lists.case_ids(ALL)) == 0


@pytest.mark.parametrize(
    ("name", "typing", "word"),
    [
        ("birth", "31.02.1991", "gibt es nicht"),
        ("birth", "morgen", "TT.MM.JJJJ"),
        ("nationality", "Nirgendland", "Land aus der Liste"),
        ("languages", "Deutsch, Quasselisch", "Sprachen aus der Liste"),
        ("email", "amira(at)post", "name@beispiel.de"),
        ("home_postcode", "2650", "fünf Ziffern"),
        ("employer", "gibt es nicht", "Arbeitgeber aus der Liste"),
    ],
)
def test_a_wrong_value_is_told_beside_its_field(qtbot, page, name, typing, word):
    page.start_new_case()
    form = page.new_case
    form.put("family", "Nair")
    form.editor(name).setFocus()
    typed(typing)
    form.save()
    assert word in form.field(name).reason()
    assert shown_text() == typing
    assert len(page.workplace.lists.case_ids(ALL)) == 0


def test_escape_asks_only_where_something_was_typed(qtbot, page, recorder):
    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    press(Qt.Key.Key_Escape)
    assert recorder.asked == []
    assert page.right.stack.currentWidget() is page.nobody

    press(Qt.Key.Key_N, ctrl=True)
    settle(qtbot)
    typed("Nair")
    recorder.agrees = False
    press(Qt.Key.Key_Escape)
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert page.new_case.value("family") == "Nair"
    recorder.agrees = True
    press(Qt.Key.Key_Escape)
    assert page.right.stack.currentWidget() is page.nobody
    assert page.new_case.value("family") == ""


def test_what_was_typed_survives_looking_at_another_case(qtbot, window, page):
    first = make_case(window.acts.desk)
    second = make_case(window.acts.desk)
    page.refresh()
    page.reveal(first)
    form = page.pane.contacts.form
    form.put("text", "fragt nach der Kita")
    page.reveal(second)
    assert page.pane.contacts.form.value("text") == ""
    page.reveal(first)
    assert page.pane.contacts.form.value("text") == "fragt nach der Kita"


def test_a_refresh_keeps_half_typed_fields_and_shows_what_changed(qtbot, window, page):
    case_id = make_case(window.acts.desk)
    page.refresh()
    page.reveal(case_id)
    page.pane.details.edit()
    form = page.pane.details.form
    form.put("occupation", "halb getip")
    desk = window.acts.desk
    draft = desk.candidates.case(case_id).draft
    window.acts.do(
        lambda desk: desk.candidates.edit(case_id, type(draft)(occupation="neu", source="Messe"))
    )
    assert form.value("occupation") == "halb getip"
    assert form.value("source") == "Messe"
    assert form.is_typed


def test_taking_up_a_case_can_be_undone_and_redone(qtbot, window, page):
    window.acts.do(lambda desk: desk.candidates.register(*_drafts()))
    assert page.list.model.rowCount() == 1
    page.reveal(page.list.model.id_at(0))
    window.acts.undo()
    assert page.list.model.rowCount() == 0
    assert page.right.stack.currentWidget() is page.nobody
    window.acts.redo()
    assert page.list.model.rowCount() == 1


def test_naughty_strings_are_shown_as_they_were_typed(qtbot, window, page, shared):
    strings = json.loads(shared("names/naughty_strings.json").read_text("utf-8"))
    typeable = [text for text in strings if text.strip() and text.isprintable()]
    assert len(typeable) > 300
    desk = window.acts.desk
    case_id = make_case(desk)
    page.refresh()
    page.reveal(case_id)
    household = page.pane.household
    person = desk.candidates.case(case_id).people[0].id
    for text in typeable[:: max(1, len(typeable) // 40)]:
        household.edit_person(person)
        form = household.form
        form.put("family", text)
        form.put("given", "")
        form.put("note", text)
        form.save()
        assert desk.candidates.case(case_id).people[0].draft.family == text.strip()
        assert page.pane.head.name.text() == text.strip()
        household.edit_person(person)
        assert form.value("family") == text.strip()
        assert form.value("note") == text.strip()
        form.leave()


def _drafts():
    from tests.makers import FROM_TUNISIA, NURSE

    return FROM_TUNISIA, NURSE
