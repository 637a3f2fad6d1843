"""The care page on a real file: answers, weeks, decisions in place, trials, empty states."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.records.care import CareState, ChoiceDraft, WaysDraft
from app.records.care_board import Trial
from tests.ui.care import boards
from tests.ui.care.boards import FIRST
from tests.ui.care.conftest import make_family
from ui.care import duties
from ui.care.decisions import DecisionRow
from ui.care.screen import CareScreen
from ui.tabs import place


@pytest.fixture
def by_hand(window, qtbot, settled):
    """A page whose answers were made by hand, and who makes them."""
    hand = boards.HandMade(boards.board(left=(boards.KARIM_LEFT,)))
    screen = CareScreen(window.workplace, lambda: hand)
    qtbot.addWidget(screen)
    screen.resize(1366, 564)
    screen.show_case(make_family(window.acts.desk).case)
    screen.refresh()
    screen.show()
    settled(screen)
    return screen, hand


def row(screen, name):
    return next(each for each in screen.pane.decisions.rows if each.helper.name == name)


def press(states, state):
    """Click the segment of a state."""
    states._group.button(list(states._keys).index(state)).click()


def state_of(screen, name):
    helpers = screen.person.helpers.values()
    return next(each.state for each in helpers if each.name == name)


def title(screen):
    return screen.pane.title.text()


def test_the_best_answer_of_the_family_is_shown_first(screen):
    assert title(screen) == "Kita Deichspatzen + Tagespflege Möwennest (TP) + Oma Leila"
    assert screen.pane.week.sentence() == (
        "38 h 20 von 42 h 05 gedeckt offen: Di und Do früh je 80 min, Fr spät 65 min. "
        "Rechenhilfe, keine Platzzusage."
    )
    assert screen.list.model.rows[0].helper.name == "Kita Deichspatzen"
    assert screen.list.current() == screen.list.model.rows[0].helper.key
    assert screen.pane.told.text().startswith("In 4 Wochen sind 147 h 30 von 168 h 20 gedeckt.")


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_is_told_whole_on_as_many_lines_as_it_needs(looks, qtbot, percent):
    looks(percent=percent)
    name = "Kindertagespflege Leuchtfeuer am Siel"
    shown = DecisionRow(replace(boards.HELPERS[2], name=name))
    qtbot.addWidget(shown)
    shown.show_helper(shown.helper, 60, decided=False)
    shown.show()
    label = shown._name
    assert label.text() == name
    one_line = label.fontMetrics().height()
    assert label.height() == label.heightForWidth(label.width()) >= 2 * one_line


def test_one_walks_through_the_answers(screen):
    first = title(screen)
    screen.pane.after.click()
    assert title(screen) != first
    assert screen.pane.place.text().startswith("2. von ")
    screen.pane.before.click()
    assert title(screen) == first
    assert not screen.pane.before.isEnabled()


def test_a_card_asks_for_the_answers_with_its_place(screen, settled, family):
    key = next(k for k, each in screen.person.helpers.items() if each.provider == family.late)
    screen.list.choose(None)
    screen.list.view.setCurrentIndex(screen.list.model.index(screen.list.model.row_of(key)))
    settled(screen)
    assert title(screen).startswith("Kita Marschenhof")
    assert screen.pane.place.text().endswith("mit Kita Marschenhof")
    assert screen.list.current() == key


def test_a_place_in_no_answer_is_said_and_the_best_is_shown(by_hand, settled):
    screen, hand = by_hand
    hand.with_place = ()
    screen.choose(7)
    settled(screen)
    assert screen.list.current() == 7
    assert screen.pane.note.text() == (
        "Mit Kita Marschenhof gibt es keine Kombination. Gezeigt ist die beste ohne."
    )
    assert title(screen).startswith("Kita Deichspatzen")
    hand.with_place = None
    screen.choose(4)
    settled(screen)
    assert screen.pane.note.isHidden()
    assert screen.pane.place.text() == "einzige Kombination mit Kita Lüttje Lü"


def test_a_state_is_set_with_a_click_and_taken_back(window, screen, settled, qtbot):
    press(row(screen, "Kita Deichspatzen").states, CareState.WANTED)
    settled(screen)
    assert state_of(screen, "Kita Deichspatzen") is CareState.WANTED
    assert window.message_bar.sentence() == "Kita Deichspatzen auf „gewünscht“ gesetzt."
    assert screen.orientation()[-1].text == "Zusage von Kita Deichspatzen einholen."
    window.acts.undo()
    settled(screen)
    assert state_of(screen, "Kita Deichspatzen") is None
    assert row(screen, "Kita Deichspatzen").states.key() is None


def test_what_was_decided_can_be_forgotten(window, screen, settled):
    assert row(screen, "Kita Deichspatzen").back.isHidden()
    press(row(screen, "Kita Deichspatzen").states, CareState.PROPOSED)
    settled(screen)
    row(screen, "Kita Deichspatzen").back.click()
    settled(screen)
    assert state_of(screen, "Kita Deichspatzen") is None
    assert window.message_bar.sentence() == "Stand von Kita Deichspatzen zurückgenommen."


def test_declining_asks_for_the_reason_in_place(screen, settled, family, qtbot):
    declining = row(screen, "Kita Deichspatzen")
    press(declining.states, CareState.DECLINED)
    assert declining.reason.isVisible()
    qtbot.keyClick(declining.reason.editor, Qt.Key.Key_Return)
    assert declining.reason.reason()  # no reason is refused beside the field
    assert state_of(screen, "Kita Deichspatzen") is None
    qtbot.keyClicks(declining.reason.editor, "zu weit")
    assert screen.unsaved()
    qtbot.keyClick(declining.reason.editor, Qt.Key.Key_Return)
    settled(screen)
    assert not screen.unsaved()
    assert "Kita Deichspatzen" not in title(screen)
    card = next(c for c in screen.list.model.rows if c.helper.provider == family.kita)
    assert card.because == "zu weit"


def test_turning_back_keeps_what_is_decided(screen, settled, qtbot):
    press(row(screen, "Kita Deichspatzen").states, CareState.PROPOSED)
    settled(screen)
    asked = row(screen, "Kita Deichspatzen")
    press(asked.states, CareState.DECLINED)
    qtbot.keyClick(asked.reason.editor, Qt.Key.Key_Escape)
    assert not asked.is_asking
    assert asked.states.key() is CareState.PROPOSED


def test_a_promise_may_have_days_and_hours(window, screen, settled, family):
    promising = row(screen, "Kita Deichspatzen")
    press(promising.states, CareState.PROMISED)
    promising.promise.type("valid_from", "22.02.2027")
    promising.promise.type("hours_osm", "Mo–Fr 8–14 Uhr")
    assert promising.promise._meaning.text() == "Verstanden als: Mo–Fr 8–14 Uhr"
    promising.promise.given.emit()
    settled(screen)
    (kept,) = window.acts.desk.care.choices(family.case)
    assert kept.draft.state is CareState.PROMISED
    assert kept.draft.valid_from.isoformat() == "2027-02-22"
    assert kept.draft.hours_osm == "Mo-Fr 08:00-14:00"
    assert not promising.is_asking


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("valid_from", "31.02.2027", "Datum"),
        ("hours_osm", "irgendwann", "Diese Zeiten sind nicht lesbar."),
    ],
)
def test_a_promise_that_is_none_is_refused_beside_its_field(
    window, screen, family, field, typed, said
):
    promising = row(screen, "Kita Deichspatzen")
    press(promising.states, CareState.PROMISED)
    promising.promise.type(field, typed)
    promising.promise.given.emit()
    assert said in promising.promise.reason()
    assert promising.promise.isVisible()
    assert window.acts.desk.care.choices(family.case) == ()


def test_typing_stays_while_the_answer_is_computed_again(window, screen, settled, qtbot, family):
    declining = row(screen, "Kita Deichspatzen")
    press(declining.states, CareState.DECLINED)
    qtbot.keyClicks(declining.reason.editor, "zu")
    window.acts.do(lambda desk: desk.rosters.set_ways(family.karim, WaysDraft(to_work=30)))
    settled(screen)
    assert row(screen, "Kita Deichspatzen") is declining
    assert declining.reason.editor.text() == "zu"
    assert declining.states.key() is CareState.DECLINED


def test_a_proposal_is_tried_and_nothing_of_it_is_kept(window, screen, settled, family):
    before = screen.pane.week.sentence()
    proposal = screen._answers[0].proposals[0]
    screen.pane.tried.emit(Trial(proposal.person, proposal.days, proposal.later, proposal.end))
    settled(screen)
    assert screen.pane.is_trial
    assert screen.pane.band.text() == (
        "Versuch, nicht gespeichert: Amira Di und Do 7:20–14:15: 10 h 40 weniger offen."
    )
    assert "früh" not in screen.pane.week.sentence()
    screen.pane.band.back.click()
    assert not screen.pane.is_trial
    assert screen.pane.week.sentence() == before


def test_another_shift_of_the_employer_can_be_tried(screen, settled, family, qtbot):
    screen.pane.what_if.click()
    form = screen.pane.trial
    form.person.choose(str(family.amira))
    form._offer_shifts()
    assert form.shift.itemText(0) == "Zwischendienst 7:20–14:15"
    form._try()
    assert form.reason() == "Bitte wenigstens einen Wochentag ankreuzen."
    for at in (1, 3):
        form.weekdays[at].setChecked(True)
    form._try()
    settled(screen)
    assert screen.pane.is_trial
    assert screen.pane.week.week.open == 65


def test_a_trial_stays_when_the_board_is_computed_again(window, screen, settled, family):
    days = tuple(FIRST + timedelta(days=at) for at in (1, 3))
    screen.look_at(Trial(family.amira, days, 0, 0))
    settled(screen)
    assert screen.pane.is_trial
    window.acts.do(
        lambda desk: desk.care.decide(
            family.yasmin, ChoiceDraft(CareState.PROPOSED, provider=family.late)
        )
    )
    settled(screen)
    assert screen.pane.is_trial


def test_the_four_weeks_after_are_computed(screen, settled):
    screen.pane.week.show_week(3)
    screen.pane.week.on.click()
    settled(screen)
    assert screen.board.first == FIRST + timedelta(days=28)
    assert screen.pane.week.week.at == 1
    screen.pane.week.back.click()
    settled(screen)
    assert screen.board.first == FIRST
    assert screen.pane.week.week.at == 4


def test_a_parent_at_home_leaves_no_need(window, screen, settled, family):
    window.acts.do(lambda desk: desk.rosters.set_ways(family.karim, WaysDraft(at_home=True)))
    settled(screen)
    assert screen.right.currentWidget() is screen.empty
    assert "ist jemand für Yasmin da" in screen.empty.accessibleName()


def test_without_rosters_the_page_asks_when_the_parents_work(window, qtbot, settled, monkeypatch):
    opened = []
    monkeypatch.setattr(duties, "EDITOR", lambda *given: opened.append(given[1]))
    family = make_family(window.acts.desk, rosters=False)
    window.show_case(family.case)
    page = window.go_to(place("providers"))
    settled(page.caring.screen)
    assert page.caring.screen.empty.accessibleName().startswith("Wann arbeiten die Eltern?")
    page.caring.screen.empty.accepted.emit()
    assert opened == [family.case]


def test_what_is_left_out_is_named(by_hand):
    screen, _ = by_hand
    assert screen.pane.left.text().startswith("Karim: kein Dienstplan für 14 Tage")


def test_only_the_newest_question_is_answered(by_hand, settled):
    screen, hand = by_hand
    shown = []
    screen.pane.week.picture.set_week = lambda week, *_: shown.append(week.at)
    for key in (4, 1, 3):
        screen.choose(key)
    settled(screen)
    assert len(shown) == 1
    assert screen._key == 3
    assert hand.asked[-1] == ("answers", boards.YASMIN, 3)


def test_another_case_forgets_the_one_before(window, screen, settled):
    other = make_family(window.acts.desk, rosters=False)
    window.show_case(other.case)
    settled(screen)
    assert screen.board.case == other.case
    assert screen.person.person == other.yasmin
