"""The rooms for talks and for staying in the window, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.records.cases import CloseReason
from app.records.staying import TalkDraft
from app.rules.calendar import Day
from app.rules.staying import (
    AmbassadorKind,
    Intention,
    Leaves,
    Level,
    SignalKind,
    StayReason,
    TalkKind,
    Whereabouts,
)
from app.rules.terms import AnchorKind, StepState, Track
from tests.makers import make_case
from tests.services.staying_commands import GONE, HELD, allow, professional, speaks
from ui.network_tab import NetworkPage
from ui.staying import words
from ui.staying.ambassador_form import AmbassadorForm
from ui.staying.form_dialog import FormDialog
from ui.staying.leaving_form import LeavingForm
from ui.staying.talk_form import DAYS
from ui.support_tab import SupportPage
from ui.tabs import TABS
from ui.widgets.marks import Marks, Way

KEYS = [tab.key for tab in TABS]


@pytest.fixture
def case(window):
    desk = window.acts.desk
    made = make_case(desk)
    desk.plan.set_anchor(made, AnchorKind.WORK_START, Day(date(2026, 8, 3)))
    return made


@pytest.fixture
def room(window, case):
    window.show_case(case)
    window.go_to(KEYS.index("support"))
    return window.findChild(SupportPage).show_room("talks")


@pytest.fixture
def staying(window, case):
    window.go_to(KEYS.index("network"))
    return window.findChild(NetworkPage).show_room("staying")


def talks(window, case):
    found = window.acts.desk.staying.of_case(case).talks
    return {view.draft.kind: view for view in found}


def test_a_whole_talk_is_written_down_with_the_keyboard(window, case, room):
    form = room.form
    form.held_today.click()
    assert form.editor("mood").hasFocus()
    QTest.keyClicks(form.editor("mood"), "23")
    QTest.keyClicks(form.editor("intention"), "u")
    QTest.keyClicks(form.editor("reasons"), "wddfff")
    form.put("next_act", "Dienste besprechen")
    form.put("next_on", "04.12.2026")
    QTest.keyClick(form.editor("next_act"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = talks(window, case)[TalkKind.DAY30]
    assert view.draft == TalkDraft(
        TalkKind.DAY30,
        held_on=date(2026, 11, 23),
        mood=3,
        intention=Intention.UNSURE,
        speaks_for=frozenset({StayReason.HOUSING}),
        against=frozenset({StayReason.SHIFTS}),
        next_act="Dienste besprechen",
        next_on=date(2026, 12, 4),
    )
    steps = window.acts.desk.plan.view(case, Track.ONBOARDING).steps
    assert next(s for s in steps if s.template == "m_tag30").state is StepState.DONE
    assert room.list.key() == view.id
    assert not form.is_typed


def test_the_room_tells_the_signs_with_what_they_rest_on(window, case, room):
    assert "überfällig" in room.list.model().index(0, 0).data()
    window.acts.do(lambda desk: desk.staying.add_talk(case, replace(HELD, mood=1)))
    assert "Die Stimmung war am 20.11.2026 sehr schlecht (1 von 5)." in room.signals.text()
    assert room.signs._beside.text() == "dringend"
    assert room.advice.text().startswith("Vorschlag: ")
    window.acts.undo()
    assert "sehr schlecht" not in room.signals.text()


def test_what_is_refused_stands_beside_its_field(window, case, room):
    room.form.put("mood", "4")
    room.form.save()
    assert room.form.field("held_on").reason()
    assert room.unsaved()
    room.form.put("mood", "")
    room.choose(-2)
    assert room._talk_head.title() == "Gespräch nach 100 Tagen"


def test_another_case_has_its_own_talks(window, case, room):
    window.acts.do(lambda desk: desk.staying.add_talk(case, HELD))
    other = make_case(window.acts.desk)
    window.show_case(other)
    assert "Stimmung" not in (room.list.model().index(0, 0).data() or "")
    window.show_case(case)
    assert "Stimmung 4" in room.list.model().index(0, 0).data()


def test_a_leaving_is_noted_and_closes_the_case(window, case, room, qtbot):
    desk = window.acts.desk
    form = LeavingForm(window.workplace, case, desk.staying.of_case(case))
    qtbot.addWidget(form)
    form.save()
    assert form.field("left_on").reason()
    form.put("left_on", "01.11.2026")
    assert form.value("close") == ""
    form.put("leaves", Leaves.REGION.value)
    form.editor("leaves").activated.emit(1)
    assert form.value("close") == CloseReason.ELSEWHERE.value
    form.put("reasons", "pay school")
    form.put("may_return", "yes")
    form.put("left_on", "24.11.2026")
    form.save()
    assert "bis dahin offen" in form.field("left_on").reason()
    form.put("left_on", "01.11.2026")
    form.save()
    seen = desk.staying.of_case(case)
    assert seen.leaving.reasons == {StayReason.PAY, StayReason.SCHOOL}
    assert seen.closed
    assert "die Region am 01.11.2026 verlassen" in room.leaving.text()
    assert "gegangen" in window.strip.text()
    assert not room.advice.isVisible()
    assert "Gehalt, Schule" in room.leaving.text()


def test_leaving_only_the_employer_does_not_close_the_case(window, case, room, qtbot):
    form = LeavingForm(window.workplace, case, window.acts.desk.staying.of_case(case))
    qtbot.addWidget(form)
    form.put("left_on", "01.11.2026")
    form.save()
    assert not window.acts.desk.staying.of_case(case).closed


def test_a_reason_makes_the_dialog_higher_and_cuts_nothing_off(window, room, qtbot):
    room._ask_leaving()
    dialog = window.findChild(FormDialog)
    dialog.form.save()
    told = dialog.form.field("left_on").reason()
    assert told == "Hier fehlt noch eine Angabe."
    marks = dialog.form.editor("reasons")
    qtbot.waitUntil(lambda: marks.height() >= marks.heightForWidth(marks.width()))
    dialog.reject()


def test_the_talk_chosen_stays_chosen_when_it_is_taken_back(window, case, room):
    room.choose(-2)
    room.form.put("held_on", "20.11.2026")
    room.form.save()
    assert room._shown > 0
    window.acts.undo()
    assert room._shown == -2
    assert room.list.key() == -2
    window.acts.redo()
    assert room._shown > 0
    assert room._talks[room._shown].draft.kind is TalkKind.DAY100


def test_a_talk_without_its_day_says_which_day_is_wanted(room):
    room.form.put("mood", "4")
    room.form.save()
    assert room.form.field("held_on").reason() == DAYS["held_on"]


def test_a_dialog_asks_before_what_is_typed_is_lost(window, room, recorder):
    room._ask_leaving()
    dialog = window.findChild(FormDialog)
    dialog.form.put("note", "Hat eine Stelle in Bremen.")
    recorder.agrees = False
    dialog.reject()
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert dialog.isVisible()
    recorder.agrees = True
    dialog.reject()
    assert not dialog.isVisible()


def test_an_ambassador_is_entered_by_a_consent(window, case, room, qtbot):
    desk = window.acts.desk
    form = AmbassadorForm(window.workplace, case, desk.staying.of_case(case), (), None)
    qtbot.addWidget(form)
    form.save()
    assert "Einwilligung" in form.field("consent").reason()
    allow(desk, case)
    found = desk.staying.consents_for(case)
    form = AmbassadorForm(window.workplace, case, desk.staying.of_case(case), found, None)
    qtbot.addWidget(form)
    form.put("topics", "Pflege")
    form.save()
    (view,) = desk.staying.of_case(case).ambassadors
    assert (view.draft.person, view.draft.kind) == (
        professional(desk, case),
        AmbassadorKind.REGION,
    )


def test_coming_back_is_noted_for_the_case(window, case, room):
    room.returning_link.click()
    assert window.acts.desk.staying.overview().rows[0].is_returning
    assert room.returning_link.text() == "Doch keine Rückkehr"


def test_cases_stand_by_level_and_lead_to_their_talks(window, case, staying):
    window.acts.do(lambda desk: desk.staying.add_talk(case, replace(HELD, mood=2)))
    urgent = staying.lists[Level.URGENT]
    assert "Stimmung 2" in urgent.model().index(0, 0).data()
    assert "schlecht (2 von 5)" in staying.why.text()
    staying._go()
    shown = window.findChild(SupportPage)
    assert (shown.room_key, shown.case_id) == ("talks", case)


def test_cases_are_narrowed_by_advisor_and_employer(window, case, staying):
    window.acts.do(lambda desk: desk.staying.add_talk(case, HELD))
    assert sum(shown.model().rowCount() for shown in staying.lists.values()) == 1
    staying.advisor.addItem("Jemand", "99")
    staying.advisor.choose("99")
    staying._show()
    assert sum(shown.model().rowCount() for shown in staying.lists.values()) == 0


def test_the_numbers_and_who_left_and_who_speaks(window, case, staying):
    desk = window.acts.desk
    desk.staying.add_talk(case, HELD)
    desk.staying.note_leaving(case, GONE)
    allow(desk, case)
    window.acts.do(lambda desk: desk.staying.add_ambassador(case, speaks(desk, case)))
    assert staying.figures["for"].text() == "1 × Arbeitsklima\n1 × Wohnung"
    assert "30 Tage 4,0 (1)" in staying.figures["moods"].text()
    assert staying.figures["leaving"].text() == "1 × Gehalt\n1 × Weg zur Arbeit"
    assert "könnte zurückkommen" in staying.may_return.model().index(0, 0).data()
    assert "Arabisch, Französisch" in staying.speakers.model().index(0, 0).data()
    for language, count in (("fr", 1), ("", 1)):
        staying.language.choose(language)
        staying._show()
        assert staying.speakers.model().rowCount() == count
    staying.kind.choose(AmbassadorKind.GUIDE.value)
    staying._show()
    assert staying.speakers.model().rowCount() == 0


def test_a_key_marks_for_against_and_not_at_all(qtbot):
    marks = Marks(Way.BOTH, [("housing", "w", "Wohnung"), ("pay", "g", "Gehalt")])
    qtbot.addWidget(marks)
    told = []
    for _ in range(3):
        QTest.keyClicks(marks, "w")
        told.append(marks.text())
    assert told == ["+housing", "-housing", ""]
    marks.setText("-pay +housing +unknown")
    assert marks.text() == "+housing -pay"
    assert marks.accessibleDescription() == "Wohnung dafür, Gehalt dagegen"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (TalkKind, words.TALKS),
        (TalkKind, words.SHORT),
        (TalkKind, words.AFTER),
        (Intention, words.INTENTIONS),
        (StayReason, words.REASONS),
        (StayReason, words.KEYS),
        (Level, words.LEVELS),
        (Leaves, words.LEAVES),
        (AmbassadorKind, words.KINDS),
        (Whereabouts, words.WHEREABOUTS),
        (SignalKind, words.ACTS),
    ],
)
def test_every_code_has_a_word_of_its_own(kinds, said):
    assert set(said) == set(kinds)
    assert len(set(said.values())) == len(said)
