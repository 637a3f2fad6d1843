"""Contacts in the window: typed as a line, promises, silence, what is chased on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.cases import Channel, ContactDraft, Counterpart
from app.records.contacts import ContactTopic, PromiseDraft, PromiseState
from app.records.office import AdvisorDraft
from app.rules.terms import Role, Stage
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from ui.contacts.dialog import ContactDialog
from ui.contacts.figures import quarters
from ui.tabs import place
from ui.widgets.runs import plain

CALL = ContactDraft(date(2026, 11, 20), Channel.PHONE, Counterpart.FAMILY, "Amira", "Kita vor 7?")
LINE = "v 25 #kita Frau Ben Amor: Platz im Mai? > fr Kita fragen"


@pytest.fixture
def case(window):
    found = make_case(window.acts.desk)
    window.show_case(found)
    return found


def noted(window, case, **changes):
    desk = window.acts.desk
    return int(desk.candidates.note_contact(case, replace(CALL, **changes)).facts["id"])


def room(window, tab, key):
    page = window.go_to(place(tab))
    page.ask(key)
    QApplication.processEvents()
    return page.room


def contacts(window, case):
    return window.acts.desk.candidates.case(case).contacts


def test_a_contact_is_typed_as_one_line_and_saved_with_enter(window, case, qtbot):
    page = room(window, "support", "contacts:contact")
    form = page.contacts.form
    assert form.line.hasFocus()
    qtbot.keyClicks(form.line, LINE)
    assert form.understood.text() == (
        "Videogespräch · 25 Min. · Kita · mit Frau Ben Amor · Fr 27.11.2026: Kita fragen"
    )
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    (found,) = contacts(window, case)
    assert found.draft == ContactDraft(
        TODAY,
        Channel.VIDEO,
        Counterpart.FAMILY,
        "Frau Ben Amor",
        "Platz im Mai?",
        (ContactTopic.CHILDCARE,),
        25,
        follow_up_on=date(2026, 11, 27),
        follow_up="Kita fragen",
    )
    assert (form.line.text(), form.value("text"), form.value("topics")) == ("", "", "")
    assert not form.understood.isVisible()
    assert form.line.hasFocus()
    told = page.contacts.log.records.records[0].cells[0].words()
    assert "25 Min. · Kita" in told
    assert "Fr 27.11.2026: Kita fragen" in told


def test_ctrl_z_in_the_line_that_is_blank_again_takes_the_contact_back(window, case, qtbot):
    line = room(window, "support", "contacts:contact").contacts.form.line
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.keyClicks(line, LINE)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "t da")
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (line.text(), len(contacts(window, case))) == ("", 0)
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(line, Qt.Key.Key_Z, shifted)
    assert (line.text(), len(contacts(window, case))) == ("", 1)


def test_days_are_typed_as_they_are_said(window, case):
    form = room(window, "support", "contacts").contacts.form
    form.put("text", "Platz?")
    form.put("on", "Fr 20.11.")
    form.put("follow_up_on", "in 2 Wochen")
    form.save()
    (found,) = contacts(window, case)
    assert found.draft.on == date(2026, 11, 20)
    assert found.draft.follow_up_on == TODAY + timedelta(days=14)


def test_an_arrow_without_a_day_is_told_while_one_types(window, case, qtbot):
    form = room(window, "support", "contacts:contact").contacts.form
    qtbot.keyClicks(form.line, "t da > bald anrufen")
    assert form.understood.text() == "Telefon · > ohne Tag: bleibt im Text"
    assert form.value("text") == "da > bald anrufen"


def test_what_is_changed_in_a_field_stays_while_the_line_goes_on(window, case, qtbot):
    form = room(window, "support", "contacts:contact").contacts.form
    qtbot.keyClicks(form.line, "t 15 Platz")
    form.minutes.setText("20")
    form.whom.setText("Herr Okken")
    qtbot.keyClicks(form.line, " im Mai? #ki")
    assert (form.value("minutes"), form.value("whom")) == ("20", "Herr Okken")
    assert (form.value("text"), form.value("topics")) == ("Platz im Mai?", "Kita")
    form.line.setText("15 Platz")
    assert (form.value("text"), form.value("topics")) == ("15 Platz", "")


def test_a_topic_that_is_none_is_refused_beside_its_field(window, case):
    form = room(window, "support", "contacts").contacts.form
    form.put("text", "Platz?")
    for name, typed, said in (
        ("topics", "Kita, Wetter", "„Wetter“ ist hier nicht vorgesehen."),
        ("minutes", "x", "Minuten von 1 bis 1440"),
        ("follow_up", "fragen", "den Tag angeben"),
        ("provider", "Nirgends", "„Nirgends“ ist hier nicht vorgesehen."),
    ):
        form.put(name, typed)
        form.save()
        beside = "follow_up_on" if name == "follow_up" else name
        assert said in form.field(beside).reason()
        form.put(name, "")
    assert contacts(window, case) == ()
    form.put("topics", "woh, Kita")
    form.save()
    assert contacts(window, case)[0].draft.topics == (
        ContactTopic.HOUSING,
        ContactTopic.CHILDCARE,
    )


def test_a_body_of_the_directory_is_found_kept_and_shown_again(window, case):
    kita = make_provider(window.acts.desk)
    page = room(window, "support", "contacts")
    form = page.contacts.form
    form.provider.setText("deich")
    form.provider.textEdited.emit("deich")
    assert form.provider.offered() == ("Kita Deichkinder, Norden",)
    form.provider.setText("Kita Deichkinder, Norden")
    form.put("text", "Platz frei")
    form.save()
    (found,) = contacts(window, case)
    assert found.draft.provider == kita
    page.contacts.edit(found.id)
    assert not form.is_typed
    form.put("text", "Platz frei ab März")
    form.save()
    assert contacts(window, case)[0].draft.provider == kita


def test_a_follow_up_is_ticked_in_the_form_and_taken_back(window, case):
    key = noted(window, case, follow_up_on=TODAY - timedelta(1), follow_up="Kita fragen")
    page = room(window, "support", f"contacts:{key}")
    form = page.contacts.form
    assert form.contact_id == key
    assert "1 Tag überfällig: Kita fragen" in page.contacts.log.records.records[0].cells[0].words()
    assert plain(page.orientation()).endswith("1 nachzufassen.")
    form.tick.click()
    assert contacts(window, case)[0].followed_up_on == TODAY
    page.contacts.edit(key)
    assert form.tick.text() == "Doch noch nachfassen"
    form.tick.click()
    assert contacts(window, case)[0].is_open


def test_a_promise_is_noted_dropped_with_its_reason_and_opened_again(window, case):
    spoken = noted(window, case)
    page = room(window, "support", "contacts:promise")
    form = page.promises.form
    form.put("role", Role.LANDLORD.value)
    form.put("by", "Frau Onken")
    form.put("text", "Grundriss schicken")
    form.put("due", "fr")
    form.put("contact", str(spoken))
    form.save()
    desk = window.acts.desk
    (found,) = desk.promises.of_case(case)
    assert found.draft == PromiseDraft(
        Role.LANDLORD, "Grundriss schicken", "Frau Onken", date(2026, 11, 27), spoken
    )
    assert form.isHidden()
    page.ask(f"promise-{found.id}")
    form.dropped.click()
    form.ask.given.emit()
    assert form.ask.reason() == "Bitte einen Grund angeben."
    form.ask.editor.setText("Haus verkauft")
    form.ask.given.emit()
    assert desk.promises.of_case(case)[0].because == "Haus verkauft"
    told = page.promises.list.records.records[0].cells[0].words()
    assert "hinfällig Mo 23.11.2026: Haus verkauft" in told
    page.promises.edit(found.id)
    assert not form.kept.isVisible()
    form.reopened.click()
    page.promises.edit(found.id)
    form.kept.click()
    assert desk.promises.of_case(case)[0].state is PromiseState.KEPT
    window.acts.undo()
    assert desk.promises.of_case(case)[0].state is PromiseState.OPEN


def test_what_is_typed_is_told_before_the_file_is_left(window, case, recorder):
    page = room(window, "support", "contacts")
    assert page.unsaved() == ""
    page.contacts.form.put("text", "halb")
    assert page.unsaved() == "1 Kontakt ist"
    page.promises.begin()
    page.promises.form.put("text", "halb")
    assert page.unsaved() == "Kontakt und Zusage sind"
    noted(window, case)
    page.look_again()
    assert page.contacts.form.value("text") == "halb"
    assert page.promises.form.value("text") == "halb"


def test_a_contact_is_noted_from_any_tab_for_the_case_chosen(window, case, qtbot):
    window.go_to(place("providers"))
    action = next(each for each in window.actions() if "ontakt notieren" in each.text())
    assert action.shortcut().toString() == "F8"
    action.trigger()
    dialog = window.findChild(ContactDialog)
    assert dialog.windowTitle().endswith("Ben Amor, Amira")
    qtbot.keyClicks(dialog.form.line, "t da")
    qtbot.keyClick(dialog.form.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert contacts(window, case)[0].draft.text == "da"
    assert window.header.tabs.currentIndex() == place("providers")
    window.show_case(None)
    action.trigger()
    assert window.header.tabs.currentIndex() == place("candidates")


def test_the_silent_are_grouped_by_advisor_and_narrowed_to_a_stage(window, qtbot):
    desk = window.acts.desk
    second, third = make_case(desk), make_case(desk)  # nobody is there to take them
    tomke = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    first = make_case(desk, advisor=tomke)
    for case, weeks in ((first, 5), (second, 9), (third, 1)):
        noted(window, case, on=TODAY - timedelta(weeks=weeks))
    page = room(window, "network", "silence")
    told = [(each.title, [row.id for row in each.rows]) for each in page.list.silence.sections]
    assert told == [("Tomke Harms", [first]), ("ohne Berater*in", [second])]
    assert plain(page.orientation()) == (
        "2 Familien haben länger nichts von uns gehört, am längsten 9 Wochen."
    )
    page.list.choose(second)
    assert window.case_id == second
    desk.candidates.stage(second, Stage.CONTRACT)
    page.refresh()
    page.stage.choose(Stage.CONTRACT)
    page.stage.chosen.emit(Stage.CONTRACT)
    assert [row.id for each in page.list.silence.sections for row in each.rows] == [second]
    window.activateWindow()
    qtbot.waitActive(window)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    dialog = window.findChild(ContactDialog)
    dialog.form.line.setText("t da")
    dialog.form.save()
    QApplication.processEvents()
    assert [row.id for row in page._cases] == [first]


def test_the_weeks_of_a_stage_are_set_in_the_room(window, case):
    noted(window, case, on=TODAY - timedelta(weeks=3))
    page = room(window, "network", "silence")
    assert [row.id for row in page._cases] == [case]
    page.change.click()
    page.weeks.put("interest", "0")
    page.weeks.save()
    assert "1 bis 104" in page.weeks.field("interest").reason()
    page.weeks.put("interest", "4")
    page.weeks.save()
    assert page._cases == ()
    assert page.empty.isVisible()
    assert page.weeks.isHidden()


def test_enter_leads_to_what_comes_next(window, case, qtbot):
    long_ago = TODAY - timedelta(weeks=3)
    key = noted(window, case, on=long_ago, follow_up_on=long_ago, follow_up="Fragen")
    page = room(window, "network", "silence")
    page.list.choose(case)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    support = window.page(window.header.tabs.currentIndex())
    assert window.header.tabs.currentIndex() == place("support")
    assert support.room.contacts.form.contact_id == key


def test_figures_follow_the_quarter_chosen(window, case):
    noted(window, case, on=date(2026, 8, 3), minutes=90, topics=(ContactTopic.HOUSING,))
    page = room(window, "network", "silence")
    pairs = dict(page.figures.sums._pairs)
    assert (pairs["Familien"], pairs["Erstkontakte"]) == ("0", "0")
    span = quarters(TODAY)[1][0]
    assert span == (date(2026, 7, 1), date(2026, 9, 30))
    page.figures.quarter.choose(span)
    page.figures.wanted.emit(span)
    pairs = dict(page.figures.sums._pairs)
    assert (pairs["Familien"], pairs["Erstkontakte"]) == ("1", "1")
    assert pairs["Dauer"] == "1 Std. 30 Min."
    assert page.figures.topics._pairs == (("Wohnung", "1"),)


def test_quarters_go_back_over_new_year():
    assert [name for _, name in quarters(date(2027, 1, 15))[:3]] == [
        "1. Quartal 2027",
        "4. Quartal 2026",
        "3. Quartal 2026",
    ]
    assert quarters(date(2027, 1, 15))[1][0] == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_day_lists_what_is_to_be_chased_and_ticks_it(window, case, qtbot):
    desk = window.acts.desk
    key = noted(window, case, follow_up_on=TODAY, follow_up="Kita fragen")
    draft = PromiseDraft(Role.HR, "Zugänge", due=TODAY - timedelta(2))
    promise = int(desk.promises.note(case, draft).facts["id"])
    page = window.go_to(place("today"))
    page.refresh()
    days = page.list.days
    (chases,) = [each for each in days.sections if each.key == "chases"]
    assert [row.event.title for row in chases.rows] == ["Zugänge", "Kita fragen"]
    assert plain(page.orientation()).endswith("2 nachzufassen.")
    counted = []
    window.reminders.counted.connect(counted.append)
    window.reminders.count()
    assert counted == [2 + page.agenda.pressing]
    page.list.choose(("promise", promise))
    assert not page.list.acts.snooze.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert desk.promises.of_case(case)[0].state is PromiseState.KEPT
    page.list.choose(("follow_up", key))
    assert page.list.acts.open.text() == "Zum Eintrag"
    page.list.acts.tick.click()
    assert contacts(window, case)[0].followed_up_on == TODAY
    assert "chases" not in [each.key for each in days.sections]
    window.acts.undo()
    page.list.choose(("follow_up", key))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    support = window.page(place("support"))
    assert window.header.tabs.currentIndex() == place("support")
    assert support.room.contacts.form.contact_id == key


def test_a_long_list_to_chase_is_shown_in_pieces(window, case, qtbot):
    for _ in range(17):
        noted(window, case, follow_up_on=TODAY)
    page = window.go_to(place("today"))
    page.refresh()

    def chases():
        return next(each for each in page.list.days.sections if each.key == "chases")

    assert (len(chases().rows), chases().count) == (16, 17)
    page.list.choose(("more", "chases"))
    assert page.list.currentIndex().data() == "2 weitere zeigen"
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(chases().rows) == 17
