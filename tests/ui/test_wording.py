"""Every code has its German words; facts fill them; nothing raw reaches the clerk."""

from __future__ import annotations

import re
import string
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.content.faults import Problem
from app.done import Act, Done
from app.errors import Fault, Reason, Refused, Trouble, Unavailable
from app.exchange.mapping import MappingProblem
from app.records import cases, compositions
from app.records.imports import Note, NoteCode
from app.rules import terms
from ui import chapter_words, file_sentences, refusal_sentences, sentences, wording, words

TODAY = date(2026, 11, 24)
FACTS = {
    "name": "Ben Amor, Amira",
    "step": "Pate/Patin benennen",
    "on": "2026-11-20",
    "until": "2027-03-01",
    "stage": "visit",
    "because": "settled",
    "anchor": "work_start",
    "paper": "visit",
    "other": "Deutsch B2",
    "booking": "registered",
    "need": "home",
    "need_state": "unmet",
    "needs": "home move",
    "application": "granted",
    "school": "registered",
    "moved": "26",
    "added": "3",
    "changed": "2",
    "count": "5",
    "path": "mappe.pdf",
    "role": "mentor",
    "state": "wanted",
    "chapter": "checklist",
    "option": "questions",
    "change": "on",
    "tabs": "tabs",
}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("facts", [{}, FACTS], ids=["bare", "full"])
def test_every_act_has_a_sentence_with_and_without_facts(act, facts):
    said = wording.done(Done(act, frozenset(), 1, facts=facts))
    assert said.endswith((".", "mappe.pdf"))
    assert not re.search(r"[{}_]|\d{4}-\d\d", said)


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_says_what_to_do(reason):
    said = wording.refused(Refused(reason, "field", id=7))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_says_what_happened_and_what_to_do(trouble):
    for path in (None, Path("amt") / "servicestelle.hafen"):
        what, remedy = wording.unavailable(Unavailable(trouble, path))
        assert what.endswith(".")
        assert remedy.endswith(".")
        assert "{" not in what + remedy


@pytest.mark.parametrize("code", NoteCode)
def test_every_note_of_an_import_has_words(code):
    said = wording.note(Note(3, "k-7", "phone", code, "0491 1", "0491"))
    assert said.startswith("Zeile 3 (k-7): Telefon: ")
    assert said.endswith("„0491 1“ → „0491“")


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (terms.Track, words.TRACKS),
        (terms.StepState, words.STEP_STATES),
        (terms.Answer, words.ANSWERS),
        (terms.DateKind, words.DATE_KINDS),
        (terms.AnchorKind, words.ANCHORS),
        (terms.Role, words.ROLES),
        (terms.MemberRole, words.MEMBERS),
        (terms.Stage, words.STAGES),
        (terms.Grade, words.GRADES),
        (terms.Blocker, words.BLOCKERS),
        (terms.BlockerState, words.BLOCKER_STATES),
        (terms.Purpose, words.PURPOSES),
        (terms.Recipient, words.RECIPIENTS),
        (terms.ConsentWay, words.CONSENT_WAYS),
        (terms.OfficeType, words.OFFICE_TYPES),
        (cases.CloseReason, words.CLOSE_REASONS),
        (cases.Channel, words.CHANNELS),
        (cases.Counterpart, words.COUNTERPARTS),
        (cases.CaseState, words.CASE_STATES),
        (compositions.ChapterKind, chapter_words.CHAPTERS),
        (compositions.Option, chapter_words.OPTIONS),
        (compositions.Change, chapter_words.CHANGES),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_every_member_of_a_vocabulary_has_a_word_of_its_own(kinds, names):
    assert set(names) == set(kinds)
    assert all(names.values())
    assert len(set(names.values())) == len(names)


def test_every_problem_of_a_text_file_has_words_and_no_other():
    problems = {problem.value for problem in (*Problem, *MappingProblem)}
    assert set(file_sentences.PROBLEMS) == problems


def test_a_fault_names_file_line_key_and_the_nearest_name():
    said = wording.fault(Fault("plan.toml", 12, "roel", "unknown_key", "role"))
    assert said == (
        "plan.toml, Zeile 12: „roel“ ist kein bekannter Schlüssel. Gemeint ist vielleicht „role“."
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"chapter": "checklist", "option": "questions", "change": "on"},
            "Kapitel „Ihre Checkliste“: „Felder für eigene Fragen“ eingeschaltet.",
        ),
        (
            {"chapter": "timeline", "change": "left_out"},
            "Kapitel „Ihr Zeitplan“ herausgenommen.",
        ),
        ({"tabs": "tabs", "change": "off"}, "Registerblätter ausgeschaltet."),
        ({}, "Mappe für Ben Amor, Amira zusammengestellt."),
    ],
)
def test_a_change_of_a_folder_is_named(facts, said):
    told = {"name": "Ben Amor, Amira", **facts}
    assert wording.done(Done(Act.FOLDER_COMPOSED, frozenset(), 1, facts=told)) == said


def test_undoing_speaks_of_what_was_undone():
    done = Done(Act.UNDONE, frozenset(), 2, facts={"act": "step_ticked", "step": "Konto eröffnen"})
    assert wording.done(done) == ("Rückgängig gemacht: „Konto eröffnen“ als erledigt vermerkt.")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-8, "8 Tage überfällig"),
        (-1, "1 Tag überfällig"),
        (0, "heute"),
        (1, "morgen"),
        (3, "in 3 Tagen"),
    ],
)
def test_distances_are_said_as_an_office_says_them(days, said):
    assert wording.distance(days) == said


def test_dates_carry_their_weekday_and_moments_their_time():
    assert wording.day(date(2027, 3, 1)) == "Mo 01.03.2027"
    noon = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
    assert wording.moment(noon, noon.astimezone().date()).startswith("heute, ")
    assert wording.moment(noon, date(2026, 12, 1)).startswith("Di 24.11.2026, ")


def test_every_form_of_a_sentence_uses_facts_that_are_known():
    known = {
        *FACTS,
        "places",
        "typed",
        "absent",
        "nearest",
        "above",
        "kept",
        "left",
        "need",
        "need_state",
        "needs",
        "sum",
        "known",
        "line",
        "megabytes",
        "value",
        "sheet",
        "sheets",
        "columns",
        "found",
        "file",
        "folder",
        "where",
        "other",
        "names",
        "most",
        "language",
        "place",
        "near",
        "checked",
        "path",
        "stopped",
        "languages",
        "advisors",
        "cases",
        "code",
        "cells",
        "family",
        "successor",
        "home_state",
        "practice",
        "application_hints",
        "offer_hints",
        "viewing_notes",
        "waiting_hints",
        "need_early",
        "twice",
        "taken",
    }
    for forms in (*sentences.ACTS.values(), *refusal_sentences.REASONS.values()):
        for form in forms:
            assert {name for _, name, _, _ in string.Formatter().parse(form) if name} <= known
