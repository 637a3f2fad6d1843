"""A step of a template file: what is read of it, and every way to write it wrong."""

from __future__ import annotations

from datetime import date

import pytest

from app.content.faults import Problem
from app.content.template_files import load_all
from app.content.templates import Note, Spoken
from app.errors import Fault
from app.rules.calendar import Shift
from app.rules.conditions import Condition
from app.rules.facts import FactKey
from app.rules.planning import Scope
from app.rules.terms import AnchorKind, Blocker, DateKind, Grade, OfficeType, Role, Track
from tests.content.shelf import HEAD, RELOCATION, STEP, second

# --- reading -----------------------------------------------------------------------


def test_a_step_is_read_with_everything_it_says(shelf):
    found = shelf.relocation()
    assert found.faults == ()
    step = found.step("first")
    rule = step.rule
    assert step.title == Spoken({"de": "Wohnsitz anmelden", "en": "Register"})
    assert step.short.in_language("de") == "Anmelden"
    assert step.short.in_language("vi") == "Register"
    assert (rule.template, rule.track, rule.scope) == ("first", Track.RELOCATION, Scope.ONCE)
    assert (rule.anchor, rule.offset.days, rule.offset_text) == (AnchorKind.MOVE_IN, 14, "P14D")
    assert (rule.shift, rule.promptly, rule.first_day_counts) == (
        Shift.NEXT_WORKING_DAY, False, False,
    )  # fmt: skip
    assert rule.condition.rows == ({FactKey.HOUSING: {"rent"}, FactKey.ORIGIN: {"eu", "third"}},)
    assert (step.kind, step.roles, step.is_statutory) == (DateKind.DUTY, (Role.PERSON,), True)
    assert (step.office_type, step.office.in_language("de")) == (OfficeType.REGISTRY, "Bürgerbüro")
    assert [document.id for document in step.documents] == ["passport"]
    assert (step.grade, step.evidence, step.stand) == (Grade.G, "G+S", date(2026, 11, 22))
    assert (step.basis, step.shift_basis, step.source) == ("§ 17 BMG", "§ 31 Abs. 3 VwVfG", "BMG")
    assert found.step("nobody") is None
    assert (rule.after, rule.clears, rule.leads_to, step.notes) == ("", None, None, ())


def test_a_step_may_have_its_own_stand_and_say_promptly(shelf):
    extra = "stand = 2026-01-02\npromptly = true\nfirst_day_counts = true\n"
    step = shelf.relocation(HEAD + STEP + extra).steps[0]
    assert step.stand == date(2026, 1, 2)
    assert step.rule.promptly
    assert step.rule.first_day_counts


def test_a_step_may_be_counted_from_another_and_say_what_it_is_for(shelf):
    said = 'after = "first"\nclears = "licence"\nleads_to = "right_to_work"'
    rule = shelf.relocation(HEAD + STEP + second(anchor=said)).steps[1].rule
    assert (rule.anchor, rule.after) == (None, "first")
    assert (rule.clears, rule.leads_to) == (Blocker.LICENCE, Blocker.RIGHT_TO_WORK)


def test_a_note_is_read_with_the_households_it_is_for(shelf):
    when = 'when = [{ origin = ["eu"] }, { licence_country = ["CH", "US-FL"] }]'
    notes = f'notes = [{{ {when}, de = "Nur EU.", en = "EU only." }}]'
    (note,) = shelf.relocation(HEAD + STEP + second(source=notes)).steps[1].notes
    assert note == Note(
        Condition(
            (
                {FactKey.ORIGIN: frozenset({"eu"})},
                {FactKey.LICENCE_COUNTRY: frozenset({"CH", "US-FL"})},
            )
        ),
        Spoken({"de": "Nur EU.", "en": "EU only."}),
    )


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(shelf):
    shelf.load()
    file = shelf.folder / "templates" / RELOCATION
    file.write_bytes(b"\xef\xbb\xbf" + (HEAD + STEP).replace("\n", "\r\n").encode())
    found = load_all(shelf.folder)[Track.RELOCATION]
    assert (len(found.steps), found.faults) == (1, ())


# --- faults ------------------------------------------------------------------------

FIRST_LINE = (HEAD + STEP).count("\n") + 1
"""The line of the second step's header."""

BROKEN = {
    # id: the line changed, by key; key at fault, problem, nearest, lines below the header
    "unknown key": ({"shift": 'schift = "none"'}, "schift", Problem.UNKNOWN_KEY, "shift", 11),
    "key missing": ({"offset": ""}, "offset", Problem.KEY_MISSING, "", 0),
    "bad offset": ({"offset": 'offset = "14 Tage"'}, "14 Tage", Problem.BAD_OFFSET, "", 9),
    "offset over ten years": ({"offset": 'offset = "P11Y"'}, "P11Y", Problem.BAD_OFFSET, "", 9),
    "unknown anchor": (
        {"anchor": 'anchor = "movein"'}, "movein", Problem.UNKNOWN_ANCHOR, "move_in", 8),
    "unknown fact": (
        {"when": 'when = [{ housng = ["rent"] }]'}, "housng", Problem.UNKNOWN_FACT, "housing", 7),
    "unknown value of a fact": (
        {"when": 'when = [{ housing = ["rented"] }]'}, "rented", Problem.UNKNOWN_FACT_VALUE,
        "rent", 7),
    "a fact without a list": (
        {"when": 'when = [{ housing = "rent" }]'}, "housing", Problem.WRONG_TYPE, "", 7),
    "a fact without values": (
        {"when": "when = [{ housing = [] }]"}, "housing", Problem.WRONG_TYPE, "", 7),
    "a row without facts": ({"when": "when = [{}]"}, "when", Problem.EMPTY, "", 7),
    "a condition that is no list of rows": (
        {"when": 'when = ["rent"]'}, "when", Problem.WRONG_TYPE, "", 7),
    "unknown kind": ({"kind": 'kind = "dutty"'}, "dutty", Problem.UNKNOWN_VALUE, "duty", 10),
    "unknown role": (
        {"roles": 'roles = ["persn"]'}, "persn", Problem.UNKNOWN_VALUE, "person", 13),
    "no role": ({"roles": "roles = []"}, "roles", Problem.EMPTY, "", 13),
    "roles missing": ({"roles": ""}, "roles", Problem.KEY_MISSING, "", 0),
    "roles that are no words": ({"roles": "roles = [1]"}, "roles", Problem.WRONG_TYPE, "", 13),
    "unknown phase": (
        {"phase": 'phase = "hom"'}, "hom", Problem.UNKNOWN_PHASE, "home", 2),
    "unknown scope": (
        {"scope": 'scope = "per_kid"'}, "per_kid", Problem.UNKNOWN_VALUE, "per_child", 6),
    "unknown shift": (
        {"shift": 'shift = "next"'}, "next", Problem.UNKNOWN_VALUE, "", 11),
    "unknown office": (
        {"office": 'office = { type = "registri", de = "A", en = "B" }'}, "registri",
        Problem.UNKNOWN_VALUE, "registry", 14),
    "office missing": ({"office": ""}, "office", Problem.KEY_MISSING, "", 0),
    "office with an unknown key": (
        {"office": 'office = { type = "registry", de = "A", en = "B", fr = "C" }'}, "fr",
        Problem.UNKNOWN_KEY, "", 14),
    "a language missing": (
        {"title": 'title = { de = "Anmelden" }'}, "title", Problem.TEXT_MISSING, "", 3),
    "a language blank": (
        {"explain": 'explain = { de = "A.", en = " " }'}, "explain", Problem.TEXT_MISSING, "", 5),
    "a title that is no table": (
        {"title": 'title = "Anmelden"'}, "title", Problem.WRONG_TYPE, "", 3),
    "a short title too long": (
        {"short": f'short = {{ de = "{"x" * 45}", en = "Register" }}'}, "short",
        Problem.TOO_LONG, "", 4),
    "a document nobody has": (
        {"documents": 'documents = ["pasport"]'}, "pasport", Problem.UNKNOWN_DOCUMENT,
        "passport", 15),
    "a document twice": (
        {"documents": 'documents = ["photo", "photo"]'}, "photo", Problem.DUPLICATE_ID, "", 15),
    "a document written out": (
        {"documents": 'documents = [{ id = "photo" }]'}, "documents", Problem.WRONG_TYPE, "", 15),
    "unknown grade": ({"grade": 'grade = "G+X"'}, "G+X", Problem.UNKNOWN_VALUE, "", 18),
    "a blank id": ({"id": 'id = " "'}, "id", Problem.EMPTY, "", 1),
    "the same id": ({"id": 'id = "first"'}, "first", Problem.DUPLICATE_ID, "", 1),
    "an id that is a number": ({"id": "id = 7"}, "id", Problem.WRONG_TYPE, "", 1),
    "a date as text": ({"source": 'stand = "gestern"'}, "stand", Problem.WRONG_TYPE, "", 17),
    "a dependency nobody has": (
        {"source": 'depends_on = ["fisrt"]'}, "fisrt", Problem.UNKNOWN_STEP, "first", 17),
    "a dependency on itself": (
        {"source": 'depends_on = ["second"]'}, "second", Problem.CIRCLE, "", 17),
    "counted from a step nobody has": (
        {"anchor": 'after = "frist"'}, "frist", Problem.UNKNOWN_STEP, "first", 8),
    "counted from itself": ({"anchor": 'after = "second"'}, "second", Problem.CIRCLE, "", 8),
    "neither anchor nor step": ({"anchor": ""}, "anchor", Problem.ANCHOR_OR_AFTER, "", 0),
    "both anchor and step": (
        {"anchor": 'anchor = "move_in"\nafter = "first"'}, "anchor", Problem.ANCHOR_OR_AFTER,
        "", 8),
    "unknown blocker": (
        {"source": 'clears = "license"'}, "license", Problem.UNKNOWN_VALUE, "licence", 17),
    "a country that is none": (
        {"when": 'when = [{ licence_country = ["Schweiz"] }]'}, "Schweiz",
        Problem.UNKNOWN_FACT_VALUE, "", 7),
    "a value that is no word": (
        {"when": "when = [{ housing = [1] }]"}, "1", Problem.UNKNOWN_FACT_VALUE, "", 7),
    "the law's date without a paragraph": (
        {"basis": ""}, "basis", Problem.PARAGRAPH_MISSING, "", 0),
    "the law's date without a word on its end": (
        {"shift_basis": ""}, "shift_basis", Problem.SHIFT_BASIS_MISSING, "", 0),
    "a note without rows": (
        {"source": 'notes = [{ de = "A.", en = "B." }]'}, "notes", Problem.EMPTY, "", 17),
    "a note with an empty row": (
        {"source": 'notes = [{ when = [{}], de = "A.", en = "B." }]'}, "notes", Problem.EMPTY,
        "", 17),
    "a note without text": (
        {"source": 'notes = [{ when = [{ car = ["yes"] }], de = "A." }]'}, "notes",
        Problem.TEXT_MISSING, "", 17),
    "a note for an unknown fact": (
        {"source": 'notes = [\n  { when = [{ cra = ["yes"] }], de = "A.", en = "B." },\n]'},
        "cra", Problem.UNKNOWN_FACT, "car", 18),
    "a note with an unknown key": (
        {"source": 'notes = [{ when = [{ car = ["yes"] }], de = "A", en = "B", fr = "C" }]'},
        "fr", Problem.UNKNOWN_KEY, "", 17),
    "notes that are no tables": (
        {"source": 'notes = ["A."]'}, "notes", Problem.WRONG_TYPE, "", 17),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_step_is_told_with_its_line_and_left_out_and_the_rest_is_loaded(shelf, case):
    changed, key, problem, near, below = case
    found = shelf.relocation(HEAD + STEP + second(**changed))
    expected = Fault(RELOCATION, FIRST_LINE + below, key, problem, near)
    assert found.faults == (expected,)
    assert [step.id for step in found.steps] == ["first"]


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_its_lines(shelf):
    text = HEAD + STEP + second(offset='offset = "14"', kind='kind = "dutie"', grade='grade = "Z"')
    found = shelf.relocation(text)
    assert [(f.line - FIRST_LINE, f.problem) for f in found.faults] == [
        (9, Problem.BAD_OFFSET), (10, Problem.UNKNOWN_VALUE), (18, Problem.UNKNOWN_VALUE),
    ]  # fmt: skip


def test_a_value_in_a_list_over_several_lines_is_found_on_its_own_line(shelf):
    when = 'when = [\n  { housing = ["rent"] },\n  { hosing = ["rent"] },\n]'
    found = shelf.relocation(HEAD + STEP + second(when=when))
    assert found.faults == (
        Fault(RELOCATION, FIRST_LINE + 9, "hosing", Problem.UNKNOWN_FACT, "housing"),
    )


def test_a_header_inside_a_long_text_is_no_header(shelf):
    long = 'basis = """\n[[step]]\n\'\'\' and id = "x"\n"""'
    found = shelf.relocation(HEAD + STEP.replace('basis = "§ 17 BMG"', long) + second(kind=""))
    assert [(f.line, f.problem) for f in found.faults] == [
        (FIRST_LINE + 3, Problem.KEY_MISSING),
    ]  # fmt: skip


def test_steps_written_inline_are_read_though_no_header_tells_their_line(shelf):
    found = shelf.relocation('track = "relocation"\nphase = []\nstep = [{ id = "x" }]\n')
    assert found.steps == ()
    assert {fault.line for fault in found.faults} == {0}
