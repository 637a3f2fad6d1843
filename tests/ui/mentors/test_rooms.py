"""The rooms of mentors and occasions in the window, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.cases import Channel
from app.records.mentors import MentorshipState
from app.records.occasions import InvitationState
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.mentoring import NAMING_STEP
from app.rules.rosters import ShiftKind
from app.rules.terms import AnchorKind, Purpose, StepState, Track
from tests.makers import make_case, make_provider
from tests.services.mentor_commands import PARTY, allow, make_mentor
from ui.mentors.case_room import MentorshipRoom
from ui.mentors.invitations_room import InvitationsRoom
from ui.mentors.occasions_room import OccasionsRoom
from ui.mentors.room import MentorsRoom
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def clinic(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def open_room(window, qtbot):
    """A room by itself, about a case where one is given."""
    made = []

    def show(kind, case=None):
        room = kind(window.workplace)
        qtbot.addWidget(room)
        room.resize(1170, 640)
        room.complete()
        room.shows(case)
        room.show()
        room.refresh()
        made.append(room)
        return room

    yield show
    for room in made:
        room.hide()


def button(row, text):
    from PySide6.QtWidgets import QPushButton

    return next(each for each in row.findChildren(QPushButton) if each.text() == text)


def test_a_mentor_is_entered_from_the_empty_room(window, desk, clinic, open_room):
    room = open_room(MentorsRoom)
    assert not room.empty.isHidden()
    room.empty.accepted.emit()
    form = room.mentor_form
    form.save()
    assert form.field("employer").reason()
    form.employer.choose(clinic, "Deichklinik")
    typed = {"family": "Sandkrug", "languages": "Deutsch, Hindi", "shifts": "Früh, spätdienst"}
    for name, value in (typed | {"capacity": "2"}).items():
        form.put(name, value)
    form.save()
    (mentor,) = desk.mentors.all()
    assert mentor.draft.languages == ("de", "hi")
    assert mentor.draft.shifts == {ShiftKind.EARLY, ShiftKind.LATE}
    assert room.list.key() == mentor.id
    assert room.standing.text() == "Begleitet keine Familie und kann noch 2 Familien begleiten."


@pytest.mark.parametrize(
    ("field", "value"),
    [("shifts", "Früh, Mittag"), ("capacity", "zwei"), ("phone", "x")],
)
def test_what_cannot_be_read_is_told_beside_its_field(desk, clinic, open_room, field, value):
    make_mentor(desk, clinic)
    room = open_room(MentorsRoom)
    room.mentor_form.put(field, value)
    room.mentor_form.save()
    assert room.mentor_form.field(field).reason()


def test_a_mentor_is_asked_agrees_and_the_channel_is_kept(window, desk, clinic, open_room):
    case = make_case(desk, employer=clinic)
    make_mentor(desk, clinic)
    make_mentor(desk, clinic, "Voll", capacity=0)
    room = open_room(MentorshipRoom, case)
    first, second = room.proposed.rows
    assert "spricht die Sprache der Familie: Arabisch (+4)" in first.accessibleName()
    assert "kein Platz frei" in second.accessibleName()
    button(first, "Anfragen").click()
    (row,) = room.asked.rows
    button(row, "Zusage").click()
    assert not room.agreed.isHidden()
    assert room.proposed.rows == []
    assert "Einwilligung zur Weitergabe an Pate/Patin fehlt" in room.agreed.consent.text()
    room.agreed.channel.put("channel", Channel.MESSENGER.value)
    room.agreed.channel.save()
    assert "Einwilligung" in room.agreed.channel.field("channel").reason()
    allow(desk, case, Purpose.CONTACT_CHANNEL)
    room.agreed.channel.put("group_name", "Moin")
    room.agreed.channel.save()
    (kept,) = desk.mentors.of_case(case).mentorships
    assert (kept.channel, kept.group_name) == (Channel.MESSENGER, "Moin")
    assert "Wiebke Sandkrug" in "".join(run.text for run in room.orientation())
    room.agreed.end_link.click()
    room.agreed.end.put("because", "zieht um")
    room.agreed.end.save()
    assert desk.mentors.of_case(case).mentorships[0].state is MentorshipState.ENDED
    assert len(room.settled.rows) == 1


def test_the_keyboard_stays_in_the_room_from_question_to_answer(window, desk, clinic, qtbot):
    make_mentor(desk, clinic)
    party = int(desk.occasions.add(PARTY).facts["id"])
    case = make_case(desk, employer=clinic)
    window.show_case(case)
    window.activateWindow()
    qtbot.waitActive(window)
    tab = window.go_to(place("support"))
    tab.ask("mentor")
    for said, then in (("Anfragen", "Zusage"), ("Zusage", "")):
        act = button(tab.room, said)
        act.setFocus()
        qtbot.keyClick(act, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: tab.room.isAncestorOf(window.focusWidget()))
        assert window.focusWidget().accessibleName().startswith(then)
    tab.ask("invitations")
    act = button(tab.room, "Einladen")
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.focusWidget().accessibleName() == f"Stand: {PARTY.title}")
    assert desk.occasions.of_case(case)[0].occasion.id == party


def test_a_mentor_of_an_employer_the_case_has_left_is_told(desk, clinic, open_room):
    case = make_case(desk, employer=clinic)
    desk.mentors.agree(int(desk.mentors.ask(case, make_mentor(desk, clinic)).facts["id"]))
    room = open_room(MentorshipRoom, case)
    assert room.agreed.left.isHidden()
    other = make_provider(desk, organisation="Inselklinik", category=Category.EMPLOYER)
    desk.candidates.edit(case, replace(desk.candidates.case(case).draft, employer=other))
    room.refresh()
    assert "jetzt Inselklinik" in room.agreed.left.text()
    assert room.agreed.left.isVisible()


@pytest.mark.parametrize(("agrees", "state"), [(True, StepState.DONE), (False, StepState.OPEN)])
def test_with_a_mentor_the_step_that_asked_for_one_may_be_ticked(
    desk, clinic, open_room, recorder, agrees, state
):
    recorder.agrees = agrees
    case = make_case(desk, employer=clinic)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 11, 2)))
    desk.mentors.ask(case, make_mentor(desk, clinic))
    room = open_room(MentorshipRoom, case)
    button(room.asked.rows[0], "Zusage").click()
    assert recorder.asked == ["Schritt abhaken?"]
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    assert next(each.state for each in steps if each.template == NAMING_STEP) is state


def test_a_missing_consent_is_one_click_away(window, desk, clinic, qtbot):
    case = make_case(desk, employer=clinic)
    desk.mentors.agree(int(desk.mentors.ask(case, make_mentor(desk, clinic)).facts["id"]))
    window.show_case(case)
    tab = window.go_to(place("support"))
    for purpose in (Purpose.SHARE, Purpose.CONTACT_CHANNEL):
        window.go_to(place("support"))
        tab.ask("mentor")
        tab.room.agreed.consent_link.click()
        form = window.page(place("candidates")).pane.consents.form
        assert form.isVisible()
        assert (form.value("purpose"), form.value("recipient")) == (purpose.value, "mentor")
        form.save()
    window.go_to(place("support"))
    assert tab.room.agreed.consent_link.isHidden()


def test_without_an_employer_or_mentors_the_room_says_what_to_do(desk, clinic, open_room):
    led = []
    for case, key in (
        (make_case(desk), "candidates"),
        (make_case(desk, employer=clinic), "network"),
    ):
        room = open_room(MentorshipRoom, case)
        room.elsewhere.connect(lambda where, _what: led.append(where))
        assert room._stack.currentWidget() is room.empty
        room.empty.accepted.emit()
        assert led[-1] == key


def test_an_occasion_is_entered_and_its_holiday_told_at_once(desk, open_room):
    room = open_room(OccasionsRoom)
    room.begin()
    form = room.occasion_form
    form.put("title", "Fest")
    form.put("on", "25.12.2026")
    form.editor("on").editingFinished.emit()
    assert form.hint.text() == "Der Tag ist ein Feiertag: Erster Weihnachtstag."
    form.put("on", "01.11.2026")
    form.save()
    assert "ist vorbei" in form.field("on").reason()
    for name, value in (("on", "18.12.2026"), ("start", "22:00"), ("finish", "1:00")):
        form.put(name, value)
    form.save()
    (view,) = desk.occasions.all()
    assert (view.draft.on, view.draft.start, view.draft.finish) == (date(2026, 12, 18), 1320, 1500)


def test_families_are_found_ticked_and_invited_in_one_act(desk, open_room):
    families = [make_case(desk, children=1), make_case(desk)]
    desk.occasions.add(PARTY)
    room = open_room(OccasionsRoom)
    room.invite()
    dialog = room.dialog
    assert not dialog.invite_button.isEnabled()
    dialog.children_only.setChecked(True)
    dialog.tick_all()
    assert dialog.ticked() == (families[0],)
    dialog.children_only.setChecked(False)
    assert dialog.ticked() == (families[0],)
    dialog.tick_all()
    dialog.invite()
    (view,) = desk.occasions.all()
    assert [each.case for each in view.invitations] == families
    assert len(room.answers.rows) == 2


def test_an_answer_is_chosen_in_the_row_and_a_refused_one_is_shown_as_it_was(desk, open_room):
    case = make_case(desk)
    occasion = int(desk.occasions.add(replace(PARTY, places=1)).facts["id"])
    other = make_case(desk)
    desk.occasions.invite(occasion, (case, other))
    taken = desk.occasions.of_case(other)[0].invitation.id
    desk.occasions.answer(taken, InvitationState.ACCEPTED)
    room = open_room(InvitationsRoom, case)
    (key,) = room.answers.choices
    room.answers.choices[key].choose(InvitationState.ACCEPTED.value)
    room.answers.choices[key].activated.emit(2)
    assert room.answers.choices[key].code() == InvitationState.INVITED.value
    room.answers.choices[key].choose(InvitationState.DECLINED.value)
    room.answers.choices[key].activated.emit(3)
    assert desk.occasions.of_case(case)[0].invitation.state is InvitationState.DECLINED


def test_the_room_of_a_case_offers_what_it_is_not_invited_to(desk, open_room):
    case = make_case(desk)
    room = open_room(InvitationsRoom, case)
    assert room._stack.currentWidget() is room.empty
    desk.occasions.add(PARTY)
    room.refresh()
    (row,) = room.others.rows
    button(row, "Einladen").click()
    room.refresh()
    assert room.others.rows == []
    assert [each.occasion.draft.title for each in desk.occasions.of_case(case)] == ["Sommerfest"]
