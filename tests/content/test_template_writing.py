"""A draft written as TOML and read again is the same draft, whatever stands in it."""

from __future__ import annotations

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from app.content.template_drafts import set_draft, step_draft
from app.content.template_writing import (
    file_text,
    order_text,
    phase_block,
    set_block,
    step_block,
)
from app.records.templates import Example, NoteDraft, SetDraft, StepDraft
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import Answer, Track

TEXT = some.text(some.characters(exclude_categories=("Cs",)), max_size=30)
SAID = TEXT.filter(bool)
ID = some.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True)
SPOKEN = some.dictionaries(some.sampled_from(("de", "en")), SAID, max_size=2)
WORDS = some.lists(ID, max_size=3).map(tuple)


def value(key):
    return some.sampled_from(VOCABULARY[key].values or ("TN", "US-FL"))


FACT = some.sampled_from(list(FactKey)).flatmap(
    lambda key: some.tuples(some.just(key.value), value(key))
)
ROW = some.lists(FACT, min_size=1, max_size=3).map(
    lambda facts: {key: (word,) for key, word in facts}
)
ROWS = some.lists(ROW, max_size=3).map(tuple)
NOTE = some.builds(NoteDraft, ROWS, SPOKEN)
EXAMPLE = some.builds(
    Example, some.lists(FACT, max_size=3).map(dict), some.sampled_from(list(Answer))
)
DRAFT = some.builds(
    StepDraft,
    id=ID,
    track=some.sampled_from(list(Track)),
    phase=ID,
    title=SPOKEN,
    short=SPOKEN,
    explain=SPOKEN,
    kind=TEXT,
    offset=TEXT,
    anchor=TEXT,
    after=TEXT,
    when=ROWS,
    scope=TEXT,
    shift=TEXT,
    shift_basis=TEXT,
    first_day_counts=some.booleans(),
    promptly=some.booleans(),
    roles=WORDS,
    office_type=TEXT,
    office=SPOKEN,
    documents=WORDS,
    basis=TEXT,
    source=TEXT,
    grade=TEXT,
    stand=some.none() | some.dates(),
    depends_on=WORDS,
    notes=some.lists(NOTE, max_size=2).map(tuple),
    clears=TEXT,
    leads_to=TEXT,
    only_in=WORDS,
    examples=some.lists(EXAMPLE, max_size=2).map(tuple),
)


@given(DRAFT)
def test_a_step_written_and_read_again_is_the_same(draft):
    text = step_block(draft)
    assert step_draft(tomllib.loads(text)["step"][0], draft.track) == draft
    assert text.count("\n\n") == 0


@given(
    some.builds(
        SetDraft,
        id=ID,
        track=some.sampled_from(list(Track)),
        title=SPOKEN,
        leaves_out=WORDS,
        employer=TEXT,
        copy_of=some.just(""),
    )
)
def test_a_set_written_and_read_again_is_the_same(draft):
    assert set_draft(tomllib.loads(set_block(draft))["set"][0], draft.track) == draft


@given(some.lists(DRAFT, max_size=3), some.none() | some.dates())
def test_a_file_holds_its_blocks_in_order(drafts, stand):
    text = file_text(Track.RELOCATION, stand, map(step_block, drafts))
    read = tomllib.loads(text)
    assert (read["track"], read.get("stand")) == ("relocation", stand)
    assert [each["id"] for each in read.get("step", [])] == [draft.id for draft in drafts]


@given(ID, SPOKEN)
def test_a_phase_is_written_with_its_texts(phase, title):
    assert tomllib.loads(phase_block(phase, title))["phase"] == [{"id": phase, **title}]


def test_an_order_names_its_steps():
    assert order_text(("b", "a")) == 'order = ["b", "a"]\n'
    assert tomllib.loads(order_text(())) == {"order": []}


def test_what_has_the_wrong_type_in_a_block_is_left_out_of_the_draft():
    block = {
        "id": 7,
        "title": "kein Text je Sprache",
        "when": [3, {"origin": "third"}],
        "roles": "person",
        "stand": "gestern",
        "examples": [{"facts": {}, "applies": "vielleicht"}, 5],
        "notes": 1,
    }
    draft = step_draft(block, Track.ONBOARDING)
    assert (draft.id, draft.title, draft.roles, draft.stand) == ("", {}, (), None)
    assert (draft.when, draft.examples, draft.notes) == (({"origin": ()},), (), ())


def test_a_block_has_the_layout_of_the_shipped_files():
    draft = StepDraft(
        id="schluessel",
        track=Track.RELOCATION,
        phase="home",
        title={"en": "Keys", "de": 'Schlüssel "abholen"'},
        short={"de": "Schlüssel", "en": "Keys"},
        explain={},
        kind="advice",
        offset="-P1W",
        anchor="move_in",
        when=({"housing": ("rent",)}, {"origin": ("eu", "third"), "dog": ("yes",)}),
        stand=date(2026, 11, 22),
        first_day_counts=True,
        only_in=("clinic",),
        notes=(NoteDraft(({"dog": ("yes",)},), {"de": "Hund", "en": "Dog"}),),
        examples=(Example({"origin": "third"}, Answer.YES),),
    )
    assert step_block(draft) == (
        "[[step]]\n"
        'id = "schluessel"\n'
        'phase = "home"\n'
        'title = { de = "Schlüssel \\"abholen\\"", en = "Keys" }\n'
        'short = { de = "Schlüssel", en = "Keys" }\n'
        "when = [\n"
        '  { housing = ["rent"] },\n'
        '  { origin = ["eu", "third"], dog = ["yes"] },\n'
        "]\n"
        'anchor = "move_in"\n'
        'offset = "-P1W"\n'
        "first_day_counts = true\n"
        'kind = "advice"\n'
        "stand = 2026-11-22\n"
        'only_in = ["clinic"]\n'
        "notes = [\n"
        '  { when = [{ dog = ["yes"] }], de = "Hund", en = "Dog" },\n'
        "]\n"
        "examples = [\n"
        '  { facts = { origin = "third" }, applies = "yes" },\n'
        "]\n"
    )
