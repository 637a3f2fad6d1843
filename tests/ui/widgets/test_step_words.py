"""Steps in words: what a clerk reads in lists, in the pane, and what a screen reader says."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.plan import BecauseView
from app.rules.calendar import Day
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import AnchorKind, Answer, DateKind, Grade, Role, StepState, Track
from tests.ui.makers_plan import ANCHORS, PAPER, TODAY, make_plan, make_step, month
from ui.widgets import step_words
from ui.widgets.fact_words import ASKED, STATED, asked, stated
from ui.widgets.plan_page import plan_sentence
from ui.widgets.runs import plain


def test_every_value_of_every_fact_has_words():
    assert {key: set(values) for key, values in STATED.items()} == {
        key: set(word.values) for key, word in VOCABULARY.items()
    }
    assert set(ASKED) == set(FactKey)
    assert all(words.strip() for words in ASKED.values())


def test_every_anchor_can_be_counted_from():
    assert set(step_words.AFTER) == set(AnchorKind)
    assert all(words.split()[0] in ("dem", "der") for words in step_words.AFTER.values())


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [
        (-7, DateKind.ADVICE, "7 Tage überfällig"),
        (-1, DateKind.DUTY, "1 Tag überfällig"),
        (0, DateKind.ADVICE, "heute fällig"),
        (1, DateKind.ADVICE, "morgen"),
        (98, DateKind.DUTY, "in 98 Tagen"),
    ],
)
def test_the_distance_of_a_date_is_told_in_words(days, kind, words):
    due = date.fromordinal(TODAY.toordinal() + days)
    assert step_words.standing(make_step(due=due, kind=kind)) == words


def test_what_binds_the_authority_is_never_called_late():
    past = date(2026, 11, 20)
    earliest = make_step(due=past, kind=DateKind.EARLIEST, late=False)
    theirs = make_step(due=past, kind=DateKind.AUTHORITY_TERM, late=False)
    assert step_words.standing(earliest) == "seit 3 Tagen möglich"
    assert step_words.standing(theirs) == "seit 3 Tagen vorbei"


def test_promptly_stays_a_word():
    assert step_words.standing(make_step(due=None, promptly=True)).startswith("unverzüglich")
    assert step_words.standing(make_step(promptly=True)) == "unverzüglich, heute fällig"


def test_a_month_leaves_the_day_open():
    step = make_step(due=month(2027, 2))
    assert step_words.day(month(2027, 2)) == "Februar 2027"
    assert step_words.standing(step) == "Tag noch offen"


def test_what_is_unclear_says_what_is_missing():
    step = make_step(applies=Answer.UNCLEAR, ask=("licence_from", "children"))
    assert step_words.standing(step) == (
        "unklar – es fehlt: wo der Führerschein ausgestellt wurde, ob Kinder mitziehen"
    )
    assert asked("unknown_code") == "unknown_code"


@pytest.mark.parametrize(
    ("offset", "anchor", "words"),
    [
        ("P14D", AnchorKind.CONTRACT, "14 Tage nach der Zusage (Mo 02.11.2026)"),
        ("-P6W", AnchorKind.WORK_START, "6 Wochen vor dem Arbeitsbeginn (Mo 01.03.2027)"),
        ("P1D", AnchorKind.MOVE_IN, "1 Tag nach dem Einzug (Mo 15.02.2027)"),
        ("P0D", AnchorKind.WORK_START, "mit dem Arbeitsbeginn (Mo 01.03.2027)"),
        ("P5WD", AnchorKind.WORK_START, "5 Arbeitstage nach dem Arbeitsbeginn (Mo 01.03.2027)"),
        ("P1Y", AnchorKind.ENTRY, "1 Jahr nach der Einreise (Termin fehlt)"),
        ("P1Y6M", AnchorKind.ENTRY, "1 Jahr und 6 Monate nach der Einreise (Termin fehlt)"),
    ],
)
def test_how_a_date_was_counted_is_told(offset, anchor, words):
    step = make_step(offset=offset, anchor=anchor)
    assert step_words.computed(step, dict(ANCHORS)).replace(step_words.NO_BREAK, " ") == words


def test_a_pinned_date_says_what_it_would_be_counted_from():
    words = step_words.computed(make_step(pinned=True), dict(ANCHORS))
    assert words == "von Hand fixiert; sonst 14 Tage nach der Zusage"


def test_reasons_name_each_person_once():
    known = (
        BecauseView("origin", "third", "Amira"),
        BecauseView("entry", "visa", "Amira"),
        BecauseView("children", "yes", ""),
    )
    assert stated(known) == (
        "Amira: Staatsangehörigkeit eines Drittstaats, reist mit nationalem Visum ein; "
        "Kinder ziehen mit"
    )
    assert stated(known[:1], "Amira") == "Staatsangehörigkeit eines Drittstaats"
    assert step_words.why(make_step(because=known[2:])) == "Gilt, denn: Kinder ziehen mit."
    no = make_step(applies=Answer.NO, because=(BecauseView("dog", "no", ""),))
    assert step_words.why(no) == "Gilt nicht: bringt keinen Hund mit."


def test_evidence_says_how_well_a_claim_is_proven():
    read = make_step(source="BMG", grade=Grade.G, stand=date(2026, 11, 22))
    assert step_words.evidence(read) == "BMG · im Gesetz gelesen · Stand 22.11.2026"
    assert "unbelegt, bitte prüfen" in step_words.evidence(make_step(grade=Grade.A))


def test_papers_are_counted_and_the_first_missing_one_is_named():
    there = PAPER.__class__("visa", "Visum", TODAY)
    assert step_words.papers(make_step()) == ("keine nötig", "")
    assert step_words.papers(make_step(documents=(there, PAPER))) == (
        "1 von 2 liegt vor",
        "fehlt: Reisepass",
    )
    assert step_words.present(date(2026, 11, 13), TODAY) == "liegt vor, 13.11."
    assert step_words.present(date(2025, 11, 13), TODAY) == "liegt vor, 13.11.2025"


def test_a_screen_reader_hears_date_title_role_and_lateness():
    late = make_step(due=date(2026, 11, 16))
    assert (
        step_words.spoken(late) == "16.11.2026, Pate/Patin benennen, Arbeitgeber, 7 Tage überfällig"
    )
    done = make_step(
        state=StepState.DONE, done_on=TODAY, due=None, own=True, roles=(Role.IT, Role.PERSON)
    )
    assert step_words.spoken(done) == (
        "ohne Datum, Pate/Patin benennen, IT, Fachkraft, erledigt am Mo 23.11.2026, eigener Schritt"
    )


def test_a_sentence_says_how_far_along_a_plan_is():
    plan = make_plan(
        make_step(1, date(2026, 11, 16)),
        make_step(2, short="Finanzielle Hilfen klären"),
        make_step(3, date(2026, 11, 27)),
        make_step(4, state=StepState.DONE, done_on=TODAY),
        make_step(5, applies=Answer.UNCLEAR),
    )
    assert plain(plan_sentence(plan)) == (
        "Onboarding: 1 von 4 Schritten erledigt, 1 überfällig, 1 heute fällig, 1 noch diese "
        "Woche, 1 unklar. Als Nächstes: Pate/Patin benennen."
    )
    bold = [run.text for run in plan_sentence(plan) if run.strong]
    assert bold == ["Onboarding: ", "Pate/Patin benennen."]


def test_a_finished_and_an_empty_plan_say_so():
    done = make_step(state=StepState.DONE, done_on=TODAY)
    assert plain(plan_sentence(make_plan(done))) == "Onboarding: der einzige Schritt ist erledigt."
    two = make_plan(done, make_step(2, state=StepState.DONE, done_on=TODAY))
    assert plain(plan_sentence(two)) == "Onboarding: alle 2 Schritte sind erledigt."
    empty = make_plan(track=Track.RELOCATION)
    assert plain(plan_sentence(empty)) == "Umzug: noch keine Schritte."


def test_only_a_laws_date_is_broken():
    past = date(2026, 11, 20)
    assert step_words.is_broken(make_step(due=past, kind=DateKind.DUTY))
    assert not step_words.is_broken(make_step(due=past, kind=DateKind.ADVICE))
    assert not step_words.is_broken(make_step(due=Day(TODAY), kind=DateKind.DUTY))


def test_for_whom_is_a_name_or_the_whole_household():
    plan = make_plan(make_step())
    assert step_words.for_whom(make_step(person=2, person_name="Yasmin"), plan) == "Yasmin"
    assert step_words.for_whom(make_step(), plan) == "alle 2"
