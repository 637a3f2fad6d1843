"""Steps in words: what a clerk reads in lists, in the pane, and what a screen reader says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.records.plan import BecauseView
from app.records.roles import HolderDraft, HolderView
from app.rules.calendar import Day
from app.rules.facts import VOCABULARY, FactKey, FactScope
from app.rules.terms import AnchorKind, Answer, DateKind, Grade, Role, StepState, Track
from tests.ui.makers_plan import ANCHORS, PAPER, TODAY, make_plan, make_step, month
from ui.widgets import step_words
from ui.widgets.fact_words import ANY_CHILD, ASKED, COUNTRY_STATED, STATED, asked, sentence, stated
from ui.widgets.plan_page import plan_sentence
from ui.widgets.runs import plain


def test_every_value_of_every_fact_has_words():
    assert {key: set(values) for key, values in STATED.items()} == {
        key: set(word.values) for key, word in VOCABULARY.items()
    }
    assert set(COUNTRY_STATED) == {key for key, word in VOCABULARY.items() if word.is_country}
    assert set(ASKED) == set(FactKey)
    assert all(words.strip() for words in ASKED.values())


@pytest.mark.parametrize("key", FactKey)
def test_what_is_known_of_a_person_is_a_predicate_and_of_the_household_a_clause(key):
    """So that a name goes before the one and nothing before the other."""
    word = VOCABULARY[key]
    values = word.values or ("IN",)
    for value in values:
        told = stated((BecauseView(key.value, value, "Amira"),))
        assert "  " not in told
        if word.scope is FactScope.PERSON:
            assert told.startswith("Amira ")
            assert told.split()[1].islower()
        else:
            assert "Amira" not in told
            assert len(told.split()) >= 3


def test_a_household_speaks_of_any_child():
    assert set(ANY_CHILD) == {key for key in FactKey if key.value.startswith("child_")}


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
        "Amira hat die Staatsangehörigkeit eines Drittstaats und reist mit nationalem Visum ein; "
        "Kinder ziehen mit"
    )
    schoolchild = [BecauseView(f"child_{age}", "no", "Mats") for age in ("under_1", "1_2", "kita")]
    assert stated(schoolchild) == (
        "Mats ist mindestens ein Jahr alt, weder ein noch zwei Jahre alt und nicht im Kita-Alter"
    )
    assert sentence(()) == stated(()) == ""
    assert stated((known[2], known[2])) == "Kinder ziehen mit"
    assert stated((BecauseView("profession", "pilot", "Amira"),)) == "profession: pilot"


SENTENCES = [
    (Answer.YES, [], [], "Gilt für jeden Haushalt."),
    (Answer.YES, [("children", "yes", "")], [], "Gilt, denn: Kinder ziehen mit."),
    (
        Answer.YES,
        [("housing", "rent", ""), ("adult", "yes", "Amira")],
        [],
        "Gilt, denn: Der Haushalt zieht zur Miete ein; Amira ist volljährig.",
    ),
    (
        Answer.YES,
        [("origin", "third", "Yasmin"), ("entry", "visa", "Yasmin"), ("german_level", "a2", "")],
        [],
        (
            "Gilt, denn: Yasmin hat die Staatsangehörigkeit eines Drittstaats und reist mit "
            "nationalem Visum ein; die Fachkraft spricht Deutsch auf dem Niveau A2."
        ),
    ),
    (
        Answer.YES,
        [
            ("profession", "nurse", "Amira"),
            ("degree_from", "third", "Amira"),
            ("equivalence", "deficits", "Amira"),
        ],
        [],
        (
            "Gilt, denn: Amira ist in der Pflege tätig, hat den Abschluss in einem Drittstaat "
            "erworben und hat einen Bescheid über wesentliche Unterschiede."
        ),
    ),
    (
        Answer.YES,
        [("licence_from", "third", "Rajesh"), ("licence_country", "IN", "Rajesh")],
        [],
        (
            "Gilt, denn: Rajesh hat einen Führerschein von außerhalb der EU und des EWR und hat "
            "einen Führerschein (Ausstellungsland: Indien)."
        ),
    ),
    (
        Answer.YES,
        [("child_kita", "yes", ""), ("moves_from", "de", "")],
        [],
        "Gilt, denn: Ein Kind ist im Kita-Alter; der Haushalt zieht innerhalb Deutschlands um.",
    ),
    (
        Answer.YES,
        [("pregnant", "yes", "Amira")],
        [],
        "Gilt, denn: Amira erwartet ein Kind.",
    ),
    (
        Answer.NO,
        [("child_1_2", "no", ""), ("child_kita", "no", "")],
        [],
        "Gilt nicht, denn: Kein Kind ist ein oder zwei Jahre alt; kein Kind ist im Kita-Alter.",
    ),
    (Answer.NO, [], [], "Gilt für diesen Haushalt nicht."),
    (
        Answer.NO,
        [("dog", "no", "")],
        [],
        "Gilt nicht, denn: Der Haushalt bringt keinen Hund mit.",
    ),
    (
        Answer.NO,
        [("partner", "no", "")],
        [],
        "Gilt nicht, denn: Es zieht keine Partnerin und kein Partner mit.",
    ),
    (
        Answer.UNCLEAR,
        [],
        ["licence_from", "children"],
        "Noch zu klären: wo der Führerschein ausgestellt wurde (Rajesh); ob Kinder mitziehen.",
    ),
    (
        Answer.UNCLEAR,
        [("origin", "third", "Rajesh")],
        ["entry"],
        (
            "Noch zu klären: wie die Einreise erfolgt (Rajesh). Bekannt ist: Rajesh hat die "
            "Staatsangehörigkeit eines Drittstaats."
        ),
    ),
    (
        Answer.UNCLEAR,
        [],
        ["trial_stay"],
        "Noch zu klären: ob vor dem Umzug zur Probe gewohnt wird.",
    ),
]


@pytest.mark.parametrize(("answer", "because", "ask", "words"), SENTENCES)
def test_a_reason_is_a_german_sentence(answer, because, ask, words):
    step = make_step(
        applies=answer,
        because=tuple(BecauseView(*known) for known in because),
        ask=tuple(ask),
        person_name="Rajesh",
    )
    assert step_words.why(step) == words


def test_a_step_taken_by_hand_says_so_instead_of_giving_reasons():
    step = make_step(by_hand=True, because=(BecauseView("dog", "no", ""),))
    assert step_words.why(step) == "Von Hand in den Plan genommen."
    assert step_words.why(make_step(own=True)) == "Von der Servicestelle hinzugefügt."


def test_evidence_says_how_well_a_claim_is_proven():
    read = make_step(source="BMG", grade=Grade.G, stand=date(2026, 11, 22))
    assert step_words.evidence(read) == "BMG · im Gesetz gelesen · Stand 22.11.2026"
    general = make_step(grade=Grade.A, unproven=True)  # the line below says so
    assert step_words.evidence(general) == ""
    assert step_words.evidence(make_step(grade=Grade.A)) == "allgemeines Wissen"


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


def test_of_a_move_the_family_acts_and_an_adult_for_themselves():
    asked = make_step(roles=(Role.PERSON, Role.EMPLOYER), track=Track.RELOCATION, person=2)
    assert step_words.roles(asked) == "Familie, Arbeitgeber"
    own = HolderView(None, Role.PERSON, HolderDraft("Rohan Verma"), person=2)
    assert step_words.roles(replace(asked, holders=(own,))) == "selbst, Arbeitgeber"
    assert step_words.roles(replace(asked, track=Track.ONBOARDING)) == "Fachkraft, Arbeitgeber"


def test_two_dates_that_contradict_each_other_make_a_sentence():
    assert step_words.contradicted(()) == ""
    assert step_words.contradicted(("contract>work_start", "entry>move_in")).splitlines() == [
        "Zusage liegt nach dem Arbeitsbeginn. Bitte beide Daten prüfen.",
        "Einreise liegt nach dem Einzug. Bitte beide Daten prüfen.",
    ]


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
    assert plain(plan_sentence(make_plan(done))) == (
        "Onboarding: 1 von 1 Schritt erledigt. Nichts ist mehr offen."
    )
    two = make_plan(done, make_step(2, state=StepState.DONE, done_on=TODAY))
    assert plain(plan_sentence(two)) == (
        "Onboarding: 2 von 2 Schritten erledigt. Nichts ist mehr offen."
    )
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


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("masern_beschaeftigte", "vom Arbeitgeber bestätigt am Fr 13.11.2026"),
        ("masern_kind", "von der Einrichtung bestätigt am Fr 13.11.2026"),
        ("anmeldung_wohnsitz", "erledigt am Fr 13.11.2026"),
    ],
)
def test_of_measles_proof_only_the_confirmation_is_told(template, said):
    step = make_step(template=template, state=StepState.DONE, done_on=date(2026, 11, 13))
    assert step_words.standing(step) == said
