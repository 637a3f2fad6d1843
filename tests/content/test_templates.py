"""The shipped templates, and files that people have broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.content.faults import Problem
from app.content.languages import PROGRAM_LANGUAGES
from app.content.templates import (
    SHORT_TITLE,
    Spoken,
    Templates,
    load_all,
    load_templates,
)
from app.errors import Fault
from app.rules.calendar import Shift
from app.rules.facts import FactKey
from app.rules.planning import Scope
from app.rules.terms import AnchorKind, DateKind, Grade, OfficeType, Role, Track

RESOURCES = Path(__file__).parents[2] / "resources"

HEAD = """\
track = "relocation"
stand = 2026-11-22

[[phase]]
id = "home"
de = "Wohnen"
en = "Home"

"""

STEP = """\
[[step]]
id = "first"
phase = "home"
title = { de = "Wohnsitz anmelden", en = "Register" }
short = { de = "Anmelden", en = "Register" }
explain = { de = "Binnen zwei Wochen.", en = "Within two weeks." }
scope = "once"
when = [{ housing = ["rent"], origin = ["eu", "third"] }]
anchor = "move_in"
offset = "P14D"
kind = "duty"
shift = "next_working_day"
shift_basis = "§ 31 Abs. 3 VwVfG"
roles = ["person"]
office = { type = "registry", de = "Bürgerbüro", en = "Registry office" }
documents = [{ id = "passport", de = "Pass", en = "Passport" }]
basis = "§ 17 BMG"
source = "BMG"
grade = "G+S"
"""


def load(tmp_path: Path, text: str, track: Track = Track.RELOCATION) -> Templates:
    file = tmp_path / "steps.toml"
    file.write_text(text, "utf-8")
    return load_templates(file, track)


def second(**changed: str) -> str:
    """The step again as "second", with whole lines changed by key ("" takes the line out)."""
    lines = []
    for line in STEP.replace('"first"', '"second"').splitlines():
        key = line.split(" = ")[0]
        new = changed.get(key, line)
        lines += [new] if new else []
    return "\n".join(lines) + "\n"


# --- the shipped files ------------------------------------------------------------


def test_the_shipped_templates_are_sound():
    found = load_all(RESOURCES)
    assert [templates.faults for templates in found.values()] == [(), ()]
    assert len(found[Track.ONBOARDING].steps) == 37
    assert len(found[Track.ONBOARDING].phases) == 13
    assert len(found[Track.RELOCATION].steps) == 20


def test_every_phase_has_steps_and_the_steps_follow_the_phases():
    for templates in load_all(RESOURCES).values():
        phases = [phase.id for phase in templates.phases]
        order = [phases.index(step.phase) for step in templates.steps]
        assert order == sorted(order)
        assert set(order) == set(range(len(phases)))
        assert [step.order for step in templates.steps] == list(range(len(order)))


def test_every_shipped_text_is_there_in_every_language_and_short_ones_are_short():
    for templates in load_all(RESOURCES).values():
        for step in templates.steps:
            for text in (step.title, step.short, step.explain, step.office):
                assert set(text.texts) == set(PROGRAM_LANGUAGES), step.id
            for language in PROGRAM_LANGUAGES:
                assert len(step.short.in_language(language)) <= SHORT_TITLE
                assert step.explain.in_language(language).endswith(".")


def test_milestones_without_a_paragraph_are_the_offices_advice():
    for step in load_all(RESOURCES)[Track.ONBOARDING].steps:
        if not step.basis:
            assert (step.kind, step.grade, step.is_statutory) == (DateKind.ADVICE, None, False)


# --- reading -----------------------------------------------------------------------


def test_a_step_is_read_with_everything_it_says(tmp_path):
    found = load(tmp_path, HEAD + STEP)
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


def test_a_step_may_have_its_own_stand_and_say_promptly(tmp_path):
    extra = "stand = 2026-01-02\npromptly = true\nfirst_day_counts = true\n"
    step = load(tmp_path, HEAD + STEP + extra).steps[0]
    assert step.stand == date(2026, 1, 2)
    assert step.rule.promptly
    assert step.rule.first_day_counts


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path):
    file = tmp_path / "steps.toml"
    file.write_bytes(b"\xef\xbb\xbf" + (HEAD + STEP).replace("\n", "\r\n").encode())
    assert len(load_templates(file, Track.RELOCATION).steps) == 1


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
    "a document without a name": (
        {"documents": 'documents = [{ id = "pass", de = "Pass" }]'}, "documents",
        Problem.TEXT_MISSING, "", 15),
    "a document twice": (
        {"documents": 'documents = [{ id = "p", de = "P", en = "P" },'
                      ' { id = "p", de = "Q", en = "Q" }]'}, "p", Problem.DUPLICATE_ID, "", 15),
    "unknown grade": ({"grade": 'grade = "G+X"'}, "G+X", Problem.UNKNOWN_VALUE, "", 18),
    "a blank id": ({"id": 'id = " "'}, "id", Problem.EMPTY, "", 1),
    "the same id": ({"id": 'id = "first"'}, "first", Problem.DUPLICATE_ID, "", 1),
    "an id that is a number": ({"id": "id = 7"}, "id", Problem.WRONG_TYPE, "", 1),
    "a date as text": ({"source": 'stand = "gestern"'}, "stand", Problem.WRONG_TYPE, "", 17),
    "a dependency nobody has": (
        {"source": 'depends_on = ["fisrt"]'}, "fisrt", Problem.UNKNOWN_STEP, "first", 17),
    "a dependency on itself": (
        {"source": 'depends_on = ["second"]'}, "second", Problem.CIRCLE, "", 17),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_step_is_told_with_its_line_and_left_out_and_the_rest_is_loaded(tmp_path, case):
    changed, key, problem, near, below = case
    found = load(tmp_path, HEAD + STEP + second(**changed))
    expected = Fault("steps.toml", FIRST_LINE + below, key, problem, near)
    assert found.faults == (expected,)
    assert [step.id for step in found.steps] == ["first"]


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_its_lines(tmp_path):
    text = HEAD + STEP + second(offset='offset = "14"', kind='kind = "dutie"', grade='grade = "Z"')
    found = load(tmp_path, text)
    assert [(f.line - FIRST_LINE, f.problem) for f in found.faults] == [
        (9, Problem.BAD_OFFSET), (10, Problem.UNKNOWN_VALUE), (18, Problem.UNKNOWN_VALUE),
    ]  # fmt: skip


def test_a_circle_leaves_out_its_steps_and_keeps_the_one_that_only_waits_for_them(tmp_path):
    def step(name: str, other: str) -> str:
        return STEP.replace('"first"', f'"{name}"') + f'depends_on = ["{other}"]\n'

    found = load(tmp_path, HEAD + step("a", "b") + step("b", "c") + step("c", "a") + step("d", "a"))
    assert [(f.key, f.problem) for f in found.faults] == [
        ("b", Problem.CIRCLE), ("c", Problem.CIRCLE), ("a", Problem.CIRCLE),
    ]  # fmt: skip
    assert [step.id for step in found.steps] == ["d"]


def test_a_step_is_not_broken_because_the_one_it_waits_for_is(tmp_path):
    text = HEAD + STEP.replace("P14D", "soon") + second(source='depends_on = ["first"]')
    found = load(tmp_path, text)
    assert [step.id for step in found.steps] == ["second"]
    assert [fault.problem for fault in found.faults] == [Problem.BAD_OFFSET]


def test_a_value_in_a_list_over_several_lines_is_found_on_its_own_line(tmp_path):
    when = 'when = [\n  { housing = ["rent"] },\n  { hosing = ["rent"] },\n]'
    found = load(tmp_path, HEAD + STEP + second(when=when))
    assert found.faults == (
        Fault("steps.toml", FIRST_LINE + 9, "hosing", Problem.UNKNOWN_FACT, "housing"),
    )


def test_a_header_inside_a_long_text_is_no_header(tmp_path):
    long = 'basis = """\n[[step]]\n\'\'\' and id = "x"\n"""'
    found = load(tmp_path, HEAD + STEP.replace('basis = "§ 17 BMG"', long) + second(kind=""))
    assert [(f.line, f.problem) for f in found.faults] == [
        (FIRST_LINE + 3, Problem.KEY_MISSING),
    ]  # fmt: skip


def test_steps_written_inline_are_read_though_no_header_tells_their_line(tmp_path):
    found = load(tmp_path, 'track = "relocation"\nphase = []\nstep = [{ id = "x" }]\n')
    assert found.steps == ()
    assert {fault.line for fault in found.faults} == {0}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('a = 1\nb = "x\n', Fault("steps.toml", 2, "", Problem.NOT_TOML)),
        ("[[step]]\nid = 1\nid = 2\n", Fault("steps.toml", 3, "", Problem.NOT_TOML)),
        ('a = """\n', Fault("steps.toml", 2, "", Problem.NOT_TOML)),
    ],
    ids=["open string", "key twice", "open to the end"],
)
def test_a_file_that_is_no_toml_has_one_fault_with_its_line(tmp_path, text, fault):
    found = load(tmp_path, text)
    assert found == Templates(Track.RELOCATION, faults=(fault,))


def test_a_file_that_is_not_there_or_not_utf8_is_told(tmp_path):
    gone = load_templates(tmp_path / "gone.toml", Track.RELOCATION)
    assert gone.faults == (Fault("gone.toml", 0, "", Problem.NO_SUCH_FILE),)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'a = "x"\nb = "B\xfcro"\n')
    found = load_templates(latin, Track.RELOCATION)
    assert found.faults == (Fault("latin.toml", 2, "", Problem.NOT_UTF8),)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('track = "relocation"', 'track = "onboarding"',
         Fault("steps.toml", 1, "onboarding", Problem.UNKNOWN_VALUE, "")),
        ('track = "relocation"', 'track = "relocatoin"',
         Fault("steps.toml", 1, "relocatoin", Problem.UNKNOWN_VALUE, "relocation")),
        ("stand = 2026", "stant = 2026",
         Fault("steps.toml", 2, "stant", Problem.UNKNOWN_KEY, "stand")),
        ('en = "Home"', "", Fault("steps.toml", 4, "phase", Problem.TEXT_MISSING, "")),
    ],
    ids=["another track", "unknown track", "unknown key", "phase without english"],
)  # fmt: skip
def test_what_stands_above_the_steps_is_checked_too(tmp_path, old, new, fault):
    found = load(tmp_path, HEAD.replace(old, new, 1) + STEP)
    assert fault in found.faults


def test_a_phase_twice_is_told(tmp_path):
    phase = HEAD[HEAD.index("[[phase]]") :]
    found = load(tmp_path, HEAD + phase + STEP)
    assert [(f.key, f.problem) for f in found.faults] == [("home", Problem.DUPLICATE_ID)]
    assert len(found.phases) == len(found.steps) == 1


def test_a_list_of_steps_that_holds_something_else_is_told(tmp_path):
    found = load(tmp_path, "step = [1]\n" + HEAD)
    assert [(f.key, f.problem) for f in found.faults] == [("step", Problem.WRONG_TYPE)]
