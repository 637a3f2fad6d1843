"""One `[[step]]` table of a template file taken apart; what is wrong goes to its block."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.content.faults import Block, Problem
from app.content.languages import PROGRAM_LANGUAGES
from app.content.tables import Table
from app.content.templates import (
    SHORT_TITLE,
    STATUTORY,
    DocumentTemplate,
    Note,
    Spoken,
    StepTemplate,
)
from app.rules.calendar import Shift
from app.rules.conditions import Condition, Row
from app.rules.facts import VOCABULARY, FactKey
from app.rules.planning import Scope, StepRule
from app.rules.schedule import Offset, parse_offset
from app.rules.terms import AnchorKind, Blocker, DateKind, Grade, OfficeType, Role, Track

Papers = Mapping[str, DocumentTemplate | None]
"""The documents by id; None for one that is named but itself broken."""


def read_step(
    table: Table, track: Track, order: int, stand: date | None, papers: Papers | None
) -> StepTemplate:
    """The step of one table; only to be used where `table.block` is still sound.

    `stand` is that of the file. `papers` is None where the documents could not be read at all:
    then the step asks for none and nothing is at fault here.
    """
    block = table.block
    rule = _rule(table, track)
    office_type, office = _office(table)
    evidence = table.take_text("grade", needed=False)
    step = StepTemplate(
        id=rule.template,
        track=track,
        phase=table.take_text("phase"),
        order=order,
        title=Spoken(table.take_texts("title", PROGRAM_LANGUAGES)),
        short=Spoken(table.take_texts("short", PROGRAM_LANGUAGES, longest=SHORT_TITLE)),
        explain=Spoken(table.take_texts("explain", PROGRAM_LANGUAGES)),
        rule=rule,
        office_type=office_type,
        office=office,
        documents=_documents(table, papers),
        basis=table.take_text("basis", needed=False),
        shift_basis=table.take_text("shift_basis", needed=False),
        source=table.take_text("source", needed=False),
        stand=table.take_date("stand") or stand,
        grade=_grade(evidence, block),
        evidence=evidence,
        notes=_notes(table),
    )
    if step.kind in STATUTORY:
        if not step.basis:
            block.fault("basis", Problem.PARAGRAPH_MISSING)
        if not step.shift_basis:
            block.fault("shift_basis", Problem.SHIFT_BASIS_MISSING)
    table.close()
    return step


def _rule(table: Table, track: Track) -> StepRule:
    text = table.take_text("offset")
    anchor = table.take_option("anchor", AnchorKind, problem=Problem.UNKNOWN_ANCHOR)
    after = table.take_text("after", needed=False)
    if table.has("anchor") == table.has("after"):
        table.block.fault("anchor", Problem.ANCHOR_OR_AFTER)
    return StepRule(
        template=table.take_text("id"),
        track=track,
        anchor=anchor,
        offset=_offset(text, table.block),
        offset_text=text,
        kind=table.take_choice("kind", DateKind),
        roles=table.take_choices("roles", Role),
        condition=_condition(table, "when"),
        scope=table.take_choice("scope", Scope, Scope.ONCE),
        shift=table.take_choice("shift", Shift, Shift.NONE),
        first_day_counts=table.take_bool("first_day_counts"),
        promptly=table.take_bool("promptly"),
        depends_on=table.take_words("depends_on"),
        after=after,
        clears=table.take_option("clears", Blocker),
        leads_to=table.take_option("leads_to", Blocker),
    )


def _offset(text: str, block: Block) -> Offset:
    try:
        return parse_offset(text) if text else Offset()
    except ValueError:
        block.fault("offset", Problem.BAD_OFFSET, text)
        return Offset()


def _condition(table: Table, key: str) -> Condition:
    """`when = [{fact = ["value", …], …}, …]`; missing or empty: always. Faults stand at `key`,
    as the rows of a note lie within it."""
    rows = []
    for entry in table.take_tables("when"):
        row = _row(entry, key)
        if not row:
            table.block.fault(key, Problem.EMPTY)
        rows.append(row)
    return Condition(tuple(rows))


def _row(entry: Table, at: str) -> Row:
    row: dict[FactKey, frozenset[str]] = {}
    for name, values in entry.items():
        try:
            key = FactKey(name)
        except ValueError:
            entry.block.fault(at, Problem.UNKNOWN_FACT, name, [str(k) for k in FactKey])
            # Keep a row that is no longer empty: one fault is enough.
            row[FactKey.ORIGIN] = frozenset()
            continue
        if not isinstance(values, list) or not values:
            entry.block.fault(at, Problem.WRONG_TYPE, name)
            values = []
        word = VOCABULARY[key]
        for value in values:
            if not isinstance(value, str) or not word.allows(value):
                entry.block.fault(at, Problem.UNKNOWN_FACT_VALUE, str(value), word.values)
        row[key] = frozenset(str(value) for value in values)
    return row


def _notes(table: Table) -> tuple[Note, ...]:
    """`notes = [{ when = [{…}], de = "…", en = "…" }, …]`, each with rows and texts."""
    notes = []
    for inner in table.take_tables("notes"):
        condition = _condition(inner, "notes")
        if not condition.rows:
            inner.block.fault("notes", Problem.EMPTY)
        notes.append(Note(condition, Spoken(inner.spoken("notes", PROGRAM_LANGUAGES))))
        inner.close()
    return tuple(notes)


def _office(table: Table) -> tuple[OfficeType, Spoken]:
    """`office = { type = "…", de = "…", en = "…" }`."""
    inner = table.take_table("office")
    if inner is None:
        return OfficeType.PERSON, Spoken({})
    office_type = inner.take_choice("type", OfficeType)
    name = Spoken(inner.spoken("office", PROGRAM_LANGUAGES))
    inner.close()
    return office_type, name


def _documents(table: Table, papers: Papers | None) -> tuple[DocumentTemplate, ...]:
    """`documents = ["passport", …]`."""
    documents: list[DocumentTemplate] = []
    seen: set[str] = set()
    for name in table.take_words("documents"):
        if name in seen:
            table.block.fault("documents", Problem.DUPLICATE_ID, name)
        elif papers is not None and name not in papers:
            table.block.fault("documents", Problem.UNKNOWN_DOCUMENT, name, papers)
        paper = papers.get(name) if papers else None
        if paper and name not in seen:
            documents.append(paper)
        seen.add(name)
    return tuple(documents)


def _grade(evidence: str, block: Block) -> Grade | None:
    """A mixed grade counts by its first letter; without one it is the office's own advice."""
    if not evidence:
        return None
    allowed = [grade.value for grade in Grade]
    letters = evidence.split("+")
    wrong = [letter for letter in letters if letter not in allowed]
    if wrong:
        block.fault("grade", Problem.UNKNOWN_VALUE, evidence, allowed)
        return None
    return Grade(letters[0])
