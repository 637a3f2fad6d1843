"""Elders in the window: wishes typed, services decided about, what is refused, the empty room."""

from __future__ import annotations

import pytest

from app.records.care import CareState
from app.records.cases import PersonDraft
from app.records.consents import ConsentDraft
from app.records.elders import ElderHint, Lives
from app.records.providers import Category
from app.rules.elder_fit import Against, ElderWish, Speaks, Unsure
from app.rules.terms import ConsentWay, MemberRole, Purpose, Recipient
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from ui.elders import words
from ui.elders.case_room import EldersRoom
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


def with_granny(desk):
    case = make_case(desk)
    desk.household.add(case, PersonDraft(MemberRole.GRANDPARENT, given="Leila"))
    return case, desk.candidates.case(case).people[-1].id


def allow(desk, case, granny):
    desk.consents.give(
        case,
        ConsentDraft(
            granny,
            Purpose.HEALTH_DATA,
            Recipient.SERVICE_POINT,
            "Einverstanden.",
            TODAY,
            ConsentWay.SIGNED,
        ),
    )


def room_of(window, case):
    window.show_case(case)
    page = window.go_to(place("support"))
    page.ask("elders")
    assert isinstance(page.room, EldersRoom)
    return page.room


@pytest.mark.usefixtures("strays")
def test_wishes_typed_bring_services_with_reasons_and_a_decision(window, desk):
    case, granny = with_granny(desk)
    allow(desk, case, granny)
    make_provider(
        desk, organisation="Tagespflege am Siel", category=Category.ELDER_CARE, accessible=True
    )
    room = room_of(window, case)
    assert "noch nichts vermerkt" in window.strip.text()
    assert not room.print_button.isEnabled()
    room.form.put("wanted", "day_care meals")
    room.form.put("lives", Lives.WITH_FAMILY.value)
    room.form.put("care_degree", "2")
    room.form.save()
    (elder,) = desk.elders.board(case).elders
    assert elder.draft.wanted == {ElderWish.DAY_CARE, ElderWish.MEALS}
    assert elder.draft.care_degree == 2
    (line,) = room.lines
    assert "noch offen: Essen auf Rädern" in window.strip.text()
    line.state.choose(CareState.DECLINED.value)
    line.state.activated.emit(line.state.currentIndex())
    assert desk.care.choices(case) == ()
    assert room.unsaved() == "Eingaben sind"
    line.reason.setText("zu weit")
    line.reason.editingFinished.emit()  # by Return and by leaving it
    assert room.unsaved() == ""
    (choice,) = desk.care.choices(case)
    assert (choice.draft.state, choice.draft.because) == (CareState.DECLINED, "zu weit")
    assert (room.lines[0].reason.text(), room.lines[0].reason.isHidden()) == ("zu weit", False)
    window.acts.undo()
    assert desk.care.choices(case) == ()


def test_a_degree_without_consent_is_refused_at_its_field_and_stays(window, desk):
    case, _ = with_granny(desk)
    room = room_of(window, case)
    assert not room.form.told.isHidden()
    room.form.put("care_degree", "3")
    room.form.save()
    assert "„Einwilligung eintragen“" in room.form.field("care_degree").reason()
    assert room.form.value("care_degree") == "3"
    assert desk.elders.board(case).elders[0].noted_on is None
    room.consent.click()
    consent = window.page(place("candidates")).pane.consents.form
    assert consent.person.currentText() == "Leila"
    assert consent.value("purpose") == Purpose.HEALTH_DATA.value
    assert consent.value("recipient") == Recipient.SERVICE_POINT.value


def test_the_room_is_filled_when_first_shown_and_follows_the_case(window, desk):
    case, granny = with_granny(desk)
    bare = make_case(desk)
    room = room_of(window, case)
    assert room.form.person == granny
    assert room._outer.currentIndex() == 0
    window.show_case(bare)
    assert room._outer.currentWidget() is room.empty
    assert "Keine älteren Angehörigen" in room.empty.accessibleName()


def test_every_code_has_words():
    assert set(words.WISHES) == set(ElderWish)
    assert set(words.LIVES) == set(Lives)
    assert set(words.SPEAKS) == set(Speaks)
    assert set(words.AGAINST) == set(Against)
    assert set(words.UNSURE) == set(Unsure)
    assert set(words.HINTS) == set(ElderHint)


def test_without_elders_the_room_leads_to_a_new_person_of_the_same_case(window, desk):
    bare = make_case(desk)
    room = room_of(window, bare)
    assert "niemand im Haushalt" in window.strip.text()
    room.empty.accepted.emit()
    assert window.case_id == bare
    page = window.page(place("candidates"))
    assert page.pane.household.form.isVisible()
    assert page.pane.household.form.value("role") == MemberRole.GRANDPARENT.value


def test_what_is_typed_for_an_elder_goes_with_the_person(window, desk):
    case, granny = with_granny(desk)
    room = room_of(window, case)
    room.form.put("wanted", "meals")
    assert room.unsaved() == "Eingaben sind"
    window.acts.do(lambda desk: desk.household.remove(granny), room)
    assert room.unsaved() == ""
    assert "niemand im Haushalt" in window.strip.text()
