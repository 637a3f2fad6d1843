"""The files of the templates together: documents, phases, sets, and steps across files."""

from __future__ import annotations

import pytest

from app.content.faults import Problem
from app.content.template_files import load_all
from app.content.templates import PlanSet, Spoken
from app.errors import Fault
from app.rules.terms import Track
from tests.content.shelf import (
    DOCUMENTS,
    HEAD,
    MILESTONES,
    ONBOARDING,
    RELOCATION,
    STEP,
    Shelf,
    second,
)

MONEY = "relocation/5_money.toml"
MONEY_HEAD = HEAD.replace('"home"', '"money"').replace("Wohnen", "Geld").replace("Home", "Money")


def named(name: str, **changed: str) -> str:
    """The step again under another id."""
    return second(**changed).replace('"second"', f'"{name}"')


def line(text: str, part: str) -> int:
    """The line, from 1, on which `part` first stands."""
    return text[: text.index(part)].count("\n") + 1


# --- one template of many files ----------------------------------------------------


def test_the_files_of_a_folder_are_one_template_in_the_order_of_their_names(shelf):
    shelf.files[MONEY] = MONEY_HEAD + named("third", phase='phase = "money"')
    shelf.files["relocation/1_entry.toml"] = HEAD.replace('"home"', '"entry"') + named(
        "zeroth", phase='phase = "entry"'
    )
    found = shelf.relocation()
    assert found.faults == ()
    assert [phase.id for phase in found.phases] == ["entry", "home", "money"]
    assert [(step.id, step.order) for step in found.steps] == [
        ("zeroth", 0), ("first", 1), ("third", 2),
    ]  # fmt: skip


def test_a_step_may_wait_for_one_of_another_file_and_of_the_other_track(shelf):
    shelf.files[MONEY] = MONEY_HEAD + named(
        "third",
        phase='phase = "money"',
        anchor='after = "m_visit"',
        source='depends_on = ["first"]',
    )
    shelf.files[ONBOARDING] = MILESTONES + 'depends_on = ["first"]\n'
    catalogue = shelf.catalogue()
    assert catalogue.faults == ()
    assert catalogue.by_id["third"].rule.after == "m_visit"
    assert list(catalogue.by_id) == ["m_visit", "first", "third"]


def test_a_circle_is_found_across_files_and_tracks_and_through_what_is_counted_from(shelf):
    shelf.files[ONBOARDING] = MILESTONES.replace('anchor = "visit"', 'after = "first"')
    shelf.files[RELOCATION] = HEAD + STEP + 'depends_on = ["m_visit"]\n' + second()
    catalogue = shelf.catalogue()
    assert [(f.file, f.key, f.problem) for f in catalogue.faults] == [
        (ONBOARDING, "first", Problem.CIRCLE),
        (RELOCATION, "m_visit", Problem.CIRCLE),
    ]
    assert list(catalogue.by_id) == ["second"]


def test_a_circle_leaves_out_its_steps_and_keeps_the_one_that_only_waits_for_them(shelf):
    text = HEAD + "".join(
        named(name, source=f'depends_on = ["{other}"]') for name, other in ("ab", "bc", "ca", "da")
    )
    found = shelf.relocation(text)
    assert [(f.key, f.problem) for f in found.faults] == [
        ("b", Problem.CIRCLE), ("c", Problem.CIRCLE), ("a", Problem.CIRCLE),
    ]  # fmt: skip
    assert [step.id for step in found.steps] == ["d"]


def test_a_step_is_not_broken_because_the_one_it_waits_for_is(shelf):
    text = HEAD + STEP.replace("P14D", "soon") + second(source='depends_on = ["first"]')
    found = shelf.relocation(text)
    assert [step.id for step in found.steps] == ["second"]
    assert [fault.problem for fault in found.faults] == [Problem.BAD_OFFSET]


@pytest.mark.parametrize(
    ("file", "phase"), [(MONEY, "home"), (ONBOARDING, "visit")], ids=["a chapter", "a track"]
)
def test_two_steps_of_one_id_in_two_files_leave_the_first(shelf, file, phase):
    text = shelf.files.get(file, MONEY_HEAD) + named("first", phase=f'phase = "{phase}"')
    shelf.files[file] = text
    catalogue = shelf.catalogue()
    (fault,) = catalogue.faults
    second_file = max(file, RELOCATION)
    assert (fault.file, fault.key, fault.problem) == (second_file, "first", Problem.DUPLICATE_ID)
    assert fault.line == line(shelf.files[second_file], 'id = "first"')
    assert catalogue.by_id["first"].phase == ("home" if file == MONEY else "visit")


def test_a_dependency_nobody_has_names_its_file_its_line_and_the_nearest_step(shelf):
    text = MONEY_HEAD + named("third", phase='phase = "money"', source='after = "m_visite"')
    text = text.replace('anchor = "move_in"\n', "")
    shelf.files[MONEY] = text
    assert shelf.relocation().faults == (
        Fault(MONEY, line(text, "m_visite"), "m_visite", Problem.UNKNOWN_STEP, "m_visit"),
    )


def test_a_file_that_cannot_be_read_does_not_take_along_what_waits_for_its_steps(shelf):
    shelf.files[MONEY] = "step = [\n"
    shelf.files[RELOCATION] = HEAD + STEP + 'depends_on = ["tax_number"]\n'
    shelf.files[ONBOARDING] = MILESTONES.replace('["m_visit"]', '["m_welcome"]')
    catalogue = shelf.catalogue()
    assert [(f.file, f.problem) for f in catalogue.faults] == [(MONEY, Problem.NOT_TOML)]
    assert list(catalogue.by_id) == ["m_visit", "first"]
    assert [found.id for found in catalogue.sets] == ["standard"]


# --- documents -------------------------------------------------------------------------


def test_a_document_has_one_name_in_every_step(shelf):
    found = shelf.relocation(HEAD + STEP + second(documents='documents = ["photo", "passport"]'))
    first, other = found.steps
    assert other.documents[1] is first.documents[0]
    assert first.documents[0].title == Spoken({"de": "Pass", "en": "Passport"})


@pytest.mark.parametrize(
    ("old", "new", "key", "problem", "near"),
    [
        ('en = "Photo"\n', "", "document", Problem.TEXT_MISSING, ""),
        ('id = "photo"', 'id = "passport"', "passport", Problem.DUPLICATE_ID, ""),
        ('id = "photo"', 'id = " "', "id", Problem.EMPTY, ""),
        ('en = "Photo"', 'en = "Photo"\nne = "x"', "ne", Problem.UNKNOWN_KEY, "de"),
    ],
    ids=["without english", "twice", "without id", "unknown key"],
)
def test_a_broken_document_is_told_once_and_breaks_no_step(shelf, old, new, key, problem, near):
    shelf.files["documents.toml"] = DOCUMENTS.replace(old, new)
    catalogue = shelf.catalogue()
    (fault,) = catalogue.faults
    assert (fault.file, fault.key, fault.problem) == ("documents.toml", key, problem)
    assert fault.line >= line(DOCUMENTS, '[[document]]\nid = "photo"')
    assert list(catalogue.by_id) == ["m_visit", "first"]


def test_a_step_that_asks_for_a_broken_document_goes_without_it(shelf):
    shelf.files["documents.toml"] = DOCUMENTS.replace('en = "Passport"\n', "")
    (step,) = shelf.relocation(HEAD + STEP.replace('["passport"]', '["passport", "photo"]')).steps
    assert [document.id for document in step.documents] == ["photo"]


def test_a_document_may_be_the_professionals_alone(shelf):
    shelf.files["documents.toml"] = DOCUMENTS + "professional = true\n"
    (step,) = shelf.relocation(HEAD + STEP.replace('["passport"]', '["passport", "photo"]')).steps
    assert {each.id: each.professional for each in step.documents} == {
        "passport": False,
        "photo": True,
    }


@pytest.mark.parametrize("how", ["gone", "broken"])
def test_without_readable_documents_every_step_is_still_there(shelf, how):
    if how == "gone":
        del shelf.files["documents.toml"]
    else:
        shelf.files["documents.toml"] = "[[document]\n"
    catalogue = shelf.catalogue()
    problem = Problem.NO_SUCH_FILE if how == "gone" else Problem.NOT_TOML
    assert [(f.file, f.problem) for f in catalogue.faults] == [("documents.toml", problem)]
    assert list(catalogue.by_id) == ["m_visit", "first"]
    assert catalogue.by_id["first"].documents == ()


# --- sets ----------------------------------------------------------------------------------


def test_a_set_says_which_milestones_it_leaves_out(shelf):
    (found,) = shelf.catalogue().sets
    assert found == PlanSet(
        "standard", Spoken({"de": "Alle Meilensteine", "en": "All milestones"}), ("m_visit",)
    )


@pytest.mark.parametrize(
    ("old", "new", "key", "problem", "near"),
    [
        ('["m_visit"]', '["m_visti"]', "m_visti", Problem.UNKNOWN_STEP, "m_visit"),
        ('["m_visit"]', '["first"]', "first", Problem.UNKNOWN_STEP, ""),
        ('en = "All milestones"\n', "", "set", Problem.TEXT_MISSING, ""),
        ("leaves_out", "leave_out", "leave_out", Problem.UNKNOWN_KEY, "leaves_out"),
    ],
    ids=["unknown step", "a step of the other track", "without english", "unknown key"],
)
def test_a_broken_set_is_told_and_left_out(shelf, old, new, key, problem, near):
    shelf.files[ONBOARDING] = MILESTONES.replace(old, new, 1)
    catalogue = shelf.catalogue()
    at = new if problem is Problem.UNKNOWN_STEP or problem is Problem.UNKNOWN_KEY else "[[set]]"
    assert catalogue.faults == (
        Fault(ONBOARDING, line(shelf.files[ONBOARDING], at), key, problem, near),
    )
    assert catalogue.sets == ()
    assert list(catalogue.by_id) == ["m_visit", "first"]


def test_of_two_sets_of_one_id_the_first_stays(shelf):
    block = MILESTONES[MILESTONES.index("[[set]]") : MILESTONES.index("[[phase]]")]
    shelf.files[ONBOARDING] = MILESTONES + "\n" + block.replace("Alle", "Keine")
    catalogue = shelf.catalogue()
    assert [(f.key, f.problem) for f in catalogue.faults] == [("standard", Problem.DUPLICATE_ID)]
    assert [found.title.in_language("de") for found in catalogue.sets] == ["Alle Meilensteine"]


# --- whole files -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at"),
    [('a = 1\nb = "x\n', 2), ("[[step]]\nid = 1\nid = 2\n", 3), ('a = """\n', 2)],
    ids=["open string", "key twice", "open to the end"],
)
def test_a_file_that_is_no_toml_has_one_fault_with_its_line_and_the_others_are_read(
    shelf, text, at
):
    shelf.files[MONEY] = text
    found = shelf.relocation()
    assert found.faults == (Fault(MONEY, at, "", Problem.NOT_TOML),)
    assert [step.id for step in found.steps] == ["first"]


def test_a_file_that_is_not_utf8_is_told(shelf):
    shelf.load()
    (shelf.folder / "templates" / MONEY).write_bytes(b'a = "x"\nb = "B\xfcro"\n')
    assert load_all(shelf.folder)[Track.RELOCATION].faults == (
        Fault(MONEY, 2, "", Problem.NOT_UTF8),
    )


def test_a_track_without_files_is_told(shelf):
    del shelf.files[RELOCATION]
    found = shelf.relocation()
    assert found.faults == (Fault("relocation", 0, "", Problem.NO_SUCH_FILE),)
    assert found.steps == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('track = "relocation"', 'track = "onboarding"',
         Fault(RELOCATION, 1, "onboarding", Problem.UNKNOWN_VALUE, "")),
        ('track = "relocation"', 'track = "relocatoin"',
         Fault(RELOCATION, 1, "relocatoin", Problem.UNKNOWN_VALUE, "relocation")),
        ("stand = 2026", "stant = 2026",
         Fault(RELOCATION, 2, "stant", Problem.UNKNOWN_KEY, "stand")),
        ('en = "Home"', "", Fault(RELOCATION, 4, "phase", Problem.TEXT_MISSING, "")),
    ],
    ids=["another track", "unknown track", "unknown key", "phase without english"],
)  # fmt: skip
def test_what_stands_above_the_steps_is_checked_too(shelf, old, new, fault):
    assert fault in shelf.relocation(HEAD.replace(old, new, 1) + STEP).faults


def test_a_phase_twice_is_told_though_in_another_file(shelf):
    shelf.files[MONEY] = HEAD
    found = shelf.relocation()
    assert found.faults == (Fault(MONEY, 5, "home", Problem.DUPLICATE_ID),)
    assert len(found.phases) == len(found.steps) == 1


def test_a_list_of_steps_that_holds_something_else_is_told(shelf):
    found = shelf.relocation("step = [1]\n" + HEAD)
    assert [(f.key, f.problem) for f in found.faults] == [("step", Problem.WRONG_TYPE)]


def test_a_file_full_of_faults_still_gives_the_sound_steps(tmp_path):
    from tests.content.test_templates import BROKEN

    shelf = Shelf(tmp_path)
    spoilt = [second(**changed) for changed, *_ in BROKEN.values()]
    numbered = [
        step.replace('id = "second"', f'id = "spoilt_{number}"')
        for number, step in enumerate(spoilt)
    ]
    found = shelf.relocation(HEAD + STEP + "".join(numbered) + named("last"))
    assert [step.id for step in found.steps] == ["first", "last"]
    lines = [fault.line for fault in found.faults]
    assert lines == sorted(lines)
    assert len({fault.problem for fault in found.faults}) > 12


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("[" * 9000 + "]" * 9000, id="lists"),
        pytest.param("{a=" * 9000 + "1" + "}" * 9000, id="tables"),
        pytest.param("9" * 6000, id="digits"),
    ],
)
def test_what_is_nested_or_long_beyond_reason_is_told_as_no_toml(shelf, value):
    shelf.files[MONEY] = f"stand = {value}\n"
    found = shelf.relocation(HEAD + STEP)
    assert [(f.file, f.problem) for f in found.faults] == [(MONEY, Problem.NOT_TOML)]
    assert [step.id for step in found.steps] == ["first"]


def test_an_emptied_list_of_documents_costs_no_step(shelf):
    shelf.files["documents.toml"] = ""
    found = shelf.relocation(HEAD + STEP)
    assert [(f.file, f.key, f.problem) for f in found.faults] == [
        ("documents.toml", "document", Problem.EMPTY)
    ]
    assert [(step.id, step.documents) for step in found.steps] == [("first", ())]
