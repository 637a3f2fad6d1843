"""Funding in the window: the three groups with reasons, applications, programmes typed and told."""

from __future__ import annotations

from datetime import date

import pytest

from app.records import funding as records
from app.records.funding import ApplicationState, Refusal
from app.rules import applying, funding_sums
from app.rules import funding as rules
from app.rules.calendar import Day, PartialDate
from app.rules.facts import FactKey
from app.rules.funding import Fit
from app.rules.terms import AnchorKind
from tests.makers import make_case
from tests.services.funding_commands import programme
from tests.services.test_funding import DOCTOR, NURSE
from ui.funding import needs_text, offset_text, words
from ui.funding.case_room import FundingRoom
from ui.funding.room import ProgrammesRoom
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(window, desk):
    found = desk.candidates.register(DOCTOR, NURSE).case
    doctor = desk.candidates.case(found).people[0].id
    desk.household.record(found, doctor, FactKey.OWN_PRACTICE, "yes")
    desk.plan.set_anchor(found, AnchorKind.PRACTICE_START, Day(date(2027, 4, 1)))
    window.show_case(found)
    return found


def room_of(window):
    page = window.go_to(place("support"))
    page.ask("funding")
    assert isinstance(page.room, FundingRoom)
    return page.room


@pytest.fixture
def programmes(window):
    page = window.go_to(place("network"))
    page.ask("programmes")
    assert isinstance(page.room, ProgrammesRoom)
    return page.room


def chosen(room, title):
    for lines in room.lists.values():
        for key, shown, _ in lines._shown:
            if shown == title:
                lines.chosen.emit(key)
                return
    raise AssertionError(title)


def test_the_room_is_filled_when_it_is_the_first_one_shown_and_follows_the_case(window, desk, case):
    room = room_of(window)
    assert "14 unklar" in window.strip.text()
    assert room.groups[Fit.UNCLEAR].title() == "Unklar"
    assert "Wenn sich alles Unklare bestätigt: höchstens 94.800 €" in room.sums.text()
    other = make_case(desk)
    window.show_case(other)
    assert room.board == desk.funding.answer(other)


def test_a_programme_opens_to_its_reasons_and_what_would_settle_it(window, case):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    said = room.reasons.text()
    assert "✓  Die Fachkraft ist Ärztin oder Arzt." in said
    assert "Ausschreibung prüfen" in said
    assert "?  Die Angaben sind älter als ein Jahr (Stand 2024): bitte prüfen." in said
    assert "✓  Antrag bis 31.03.2027, gerechnet von: Praxisbeginn." in said
    assert room.amount.text() == "bis 60.000 €, in Einzelfällen bis 75.000 €"
    assert "Bindung 5 Jahre" in room.about.text()


def test_an_application_is_noted_and_shown_again_when_asked_for(window, desk, case):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    room.form.put("state", ApplicationState.PREPARING.value)
    room.form.put("papers", "cv")
    room.form.save()
    (view,) = desk.funding.answer(case).applications
    assert view.draft.missing == {"business_plan", "register_extract"}
    assert "in Vorbereitung" in window.message_bar.sentence()
    chosen(room, "Kindergeld")
    window.go_to(place("support")).ask(f"funding:{view.id}")
    assert room.form.application_id == view.id
    room.form.put("submitted_on", "20.9.26")
    room.form.put("decided_on", "1.9.26")
    room.form.save()
    assert "nicht vor dem Antrag" in room.form.field("decided_on").reason()
    room.form.put("decided_on", "1.10.26")
    room.form.put("granted_cents", "0")
    room.form.save()
    assert "über 0 Euro" in room.form.field("granted_cents").reason()
    room.form.put("granted_cents", "")
    room.form.put("state", ApplicationState.REFUSED.value)
    room.form.save()
    assert "Grund" in room.form.field("reason").reason()
    room.form.put("reason", Refusal.TOO_LATE.value)
    room.form.save()
    assert "KVN-Investitionskostenzuschuss (abgelehnt)" in room.hints.text()
    assert room.missing.isHidden()
    for _ in range(2):
        window.acts.undo()
    assert desk.funding.answer(case).applications == ()


def test_a_binding_that_is_over_is_told_so(window, case):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    assert room.form.binding.text() == "Nach der Bewilligung: Bindung 5 Jahre."
    room.form.put("state", ApplicationState.GRANTED.value)
    room.form.put("submitted_on", "1.9.2020")
    room.form.put("decided_on", "1.10.2020")
    room.form.save()
    assert room.form.binding.text() == "Die Bindung endete am 01.10.2025."
    room.form.put("decided_on", "1.10.2022")
    room.form.save()
    assert room.form.binding.text() == "Bindung bis 01.10.2027."


def test_a_programme_typed_in_is_proposed_with_its_conditions(window, desk, programmes, case):
    programmes.begin()
    for name, value in {
        "title": "Starthilfe des Kreises",
        "body": "Landkreis",
        "needs": "Beruf: Medizin\nEigene Praxis: ja",
        "most_cents": "5.000",
        "offset": "20 Arbeitstage vorher",
        "anchor": "practice_start",
        "source": "Merkblatt",
        "papers": "Lebenslauf, Businessplan",
    }.items():
        programmes.form.put(name, value)
    programmes.form.save()
    assert "Stand" in programmes.form.field("as_of").reason()
    programmes.form.put("as_of", "10.2026")
    programmes.form.save()
    made = programme(desk, "own_starthilfe_des_kreises")
    assert (made.most_cents, made.offset) == (500_000, "-P20WD")
    assert (made.as_of, made.papers) == (PartialDate(2026, 10), ("cv", "business_plan"))
    assert programmes.form.value("title") == "Starthilfe des Kreises"
    assert desk.funding.answer(case).sure.codes == (made.code,)


def test_a_shipped_programme_changed_and_reset_says_so(desk, programmes):
    programmes.choose(programmes._key("kvn_investment"))
    assert programmes.form.value("needs").startswith("Beruf: Medizin\n")
    programmes.form.put("as_of", "11.2026")
    programmes.form.save()
    assert "Eigene Fassung vom 23.11.2026" in programmes.form.told.text()
    assert programme(desk, "kvn_investment").needs  # what was not touched is kept
    programmes.form.reset.click()
    assert programme(desk, "kvn_investment").as_of == PartialDate(2024)


def test_what_an_amount_is_made_of_is_seen_and_changed(desk, programmes):
    form = programmes.form
    shipped = next(each for each in desk.funding.programmes() if each.programme.parts)
    programmes.choose(programmes._key(shipped.programme.code))
    assert form.value("parts").splitlines()[0] == "Verfahren: 600 €"
    assert form.command().args[0].parts == shipped.programme.parts
    form.put("parts", "Verfahren: 700\n  Kurs, Stufe 2 1.250,50 €")
    form.save()
    assert programme(desk, shipped.programme.code).parts == (
        rules.Part("Verfahren", 70000),
        rules.Part("Kurs, Stufe 2", 125050),
    )
    form.put("parts", "Verfahren: viel")
    form.save()
    assert form.field("parts").reason()


def test_every_shipped_condition_and_offset_reads_back_as_it_is_shown(desk):
    for view in desk.funding.programmes():
        needs = view.programme.needs
        assert needs_text.typed(needs_text.shown(needs), "needs") == needs
        assert offset_text.typed(offset_text.shown(view.programme.offset), "offset") == (
            view.programme.offset
        )


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (rules.Fit, words.FITS),
        (rules.Sort, words.SORTS),
        (rules.Before, words.BEFORE),
        (records.ApplicationState, words.STATES),
        (records.Refusal, words.REFUSALS),
        (funding_sums.LeftOut, words.LEFT_OUT),
        (applying.ApplicationHint, words.HINTS),
    ],
)
def test_every_code_has_a_word(kinds, names):
    assert set(names) == set(kinds)


@pytest.mark.parametrize("why", rules.Why)
def test_every_answer_to_a_condition_has_a_sentence(why):
    verdict = None if why is not rules.Why.FACT else rules.Verdict(rules.Answer.NO)
    said = words.finding(
        rules.Finding(
            why,
            rules.Answer.NO,
            verdict,
            words="Gebiet.",
            on=date(2026, 11, 23),
            anchor=AnchorKind.WORK_START,
            as_of=PartialDate(2024),
        )
    )
    assert said.endswith(".")
    assert "_" not in said


def test_what_is_typed_stays_where_the_user_does_not_give_it_up(window, case, recorder):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    room.form.put("note", "Bescheid fehlt noch")
    recorder.agrees = False
    chosen(room, "KVN-Umsatzgarantie")
    assert room.title.text() == "KVN-Investitionskostenzuschuss"
    assert room.form.value("note") == "Bescheid fehlt noch"
    recorder.agrees = True
    chosen(room, "KVN-Umsatzgarantie")
    assert (room.title.text(), room.form.value("note")) == ("KVN-Umsatzgarantie", "")


def test_a_grant_stands_with_its_amount_in_the_list(window, case):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    for name, value in {"state": "granted", "granted_cents": "45.000"}.items():
        room.form.put(name, value)
    room.form.save()
    told = [beside for lines in room.lists.values() for _, _, beside in lines._shown]
    assert any(each.startswith("bewilligt: 45.000 €") for each in told)


def test_a_grant_above_the_most_and_a_state_left_behind_are_told_where_they_stand(window, case):
    room = room_of(window)
    chosen(room, "KVN-Investitionskostenzuschuss")
    assert room.form.told.isHidden()
    for name, value in {"state": "submitted", "granted_cents": "80.000"}.items():
        room.form.put(name, value)
    room.form.save()
    assert "mehr, als das Programm höchstens gibt (75.000 €)" in room.form.told.text()
    assert "Bitte auch den Stand ändern." in room.form.told.text()
    assert "bewilligt ist mehr als der Höchstbetrag; entschieden ist," in room.hints.text()
    assert "Achtung: bewilligt ist mehr" in window.message_bar.sentence()
    for name, value in {"state": "granted", "granted_cents": "60.000"}.items():
        room.form.put(name, value)
    room.form.save()
    assert room.form.told.isHidden()
    assert "Bitte prüfen" not in room.hints.text()
