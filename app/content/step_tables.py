"""One `[[step]]` table of a template file taken apart; what is wrong goes to its block."""

from __future__ import annotations

from datetime import date

from app.content.faults import Block, Problem
from app.content.languages import TEMPLATE_LANGUAGES
from app.content.tables import Table
from app.content.templates import (
    SHORT_TITLE,
    STATUTORY,
    DocumentTemplate,
    Note,
    Papers,
    Spoken,
    StepTemplate,
)
from app.records.templates import Example
from app.rules.calendar import Shift
from app.rules.conditions import Condition, Row
from app.rules.facts import VOCABULARY, FactKey
from app.rules.planning import Scope, StepRule
from app.rules.schedule import Offset, parse_offset
from app.rules.terms import AnchorKind, Answer, Blocker, DateKind, Grade, OfficeType, Role, Track


def read_step(
    table: Table[Block], track: Track, order: int, stand: date | None, papers: Papers | None
) -> StepTemplate:
    """The step of one table; only to be used where `table.place` is still sound.

    `stand` is that of the file. `papers` is None where the documents could not be read at all:
    then the step asks for none and nothing is at fault here.
    """
    block = table.place
    rule = _rule(table, track)
    office_type, office = _office(table, rule.template)
    evidence = table.text("grade")
    step = StepTemplate(
        id=rule.template,
        track=track,
        phase=table.text("phase", needed=True),
        order=order,
        title=_spoken(table, rule.template, "title"),
        short=_spoken(table, rule.template, "short", longest=SHORT_TITLE),
        explain=_spoken(table, rule.template, "explain"),
        rule=rule,
        office_type=office_type,
        office=office,
        documents=_documents(table, papers),
        basis=table.text("basis"),
        shift_basis=table.text("shift_basis"),
        source=table.text("source"),
        stand=table.date("stand") or stand,
        grade=_grade(evidence, block),
        evidence=evidence,
        notes=_notes(table, rule.template),
        only_in=table.texts("only_in"),
        examples=_examples(table),
    )
    if step.kind in STATUTORY:
        if not step.basis:
            block.fault("basis", Problem.PARAGRAPH_MISSING)
        if not step.shift_basis:
            block.fault("shift_basis", Problem.SHIFT_BASIS_MISSING)
    table.close()
    return step


def _rule(table: Table[Block], track: Track) -> StepRule:
    text = table.text("offset", needed=True)
    anchor = table.option("anchor", AnchorKind, problem=Problem.UNKNOWN_ANCHOR)
    after = table.text("after")
    if table.has("anchor") == table.has("after"):
        table.place.fault("anchor", Problem.ANCHOR_OR_AFTER)
    return StepRule(
        template=table.text("id", needed=True),
        track=track,
        anchor=anchor,
        offset=_offset(text, table.place),
        offset_text=text,
        kind=table.member("kind", DateKind),
        roles=table.members("roles", Role),
        condition=_condition(table, "when"),
        scope=table.member("scope", Scope, default=Scope.ONCE),
        shift=table.member("shift", Shift, default=Shift.NONE),
        first_day_counts=table.flag("first_day_counts") or False,
        promptly=table.flag("promptly") or False,
        depends_on=table.texts("depends_on"),
        after=after,
        clears=table.option("clears", Blocker),
        leads_to=table.option("leads_to", Blocker),
    )


def _offset(text: str, block: Block) -> Offset:
    try:
        return parse_offset(text) if text else Offset()
    except ValueError:
        block.fault("offset", Problem.BAD_OFFSET, text)
        return Offset()


def _condition(table: Table[Block], key: str) -> Condition:
    """`when = [{fact = ["value", …], …}, …]`; missing or empty: always. Faults stand at `key`,
    as the rows of a note lie within it."""
    rows = []
    for entry in table.tables("when"):
        row = _row(entry, key)
        if not row:
            table.place.fault(key, Problem.EMPTY)
        rows.append(row)
    return Condition(tuple(rows))


def _row(entry: Table[Block], at: str) -> Row:
    row: dict[FactKey, frozenset[str]] = {}
    for name, values in entry.items():
        try:
            key = FactKey(name)
        except ValueError:
            entry.place.fault(at, Problem.UNKNOWN_FACT, name, [str(k) for k in FactKey])
            # Keep a row that is no longer empty: one fault is enough.
            row[FactKey.ORIGIN] = frozenset()
            continue
        if not isinstance(values, list) or not values:
            entry.place.fault(at, Problem.WRONG_TYPE, name)
            values = []
        word = VOCABULARY[key]
        for value in values:
            if not isinstance(value, str) or not word.allows(value):
                entry.place.fault(at, Problem.UNKNOWN_FACT_VALUE, str(value), word.values)
        row[key] = frozenset(str(value) for value in values)
    return row


def _spoken(table: Table[Block], step: str, name: str, longest: int | None = None) -> Spoken:
    texts = table.spoken(name, TEMPLATE_LANGUAGES, longest=longest)
    return Spoken(texts, f"steps.{step}.{name}")


def _notes(table: Table[Block], step: str) -> tuple[Note, ...]:
    """`notes = [{ when = [{…}], de = "…", en = "…" }, …]`, each with rows and texts."""
    notes: list[Note] = []
    for inner in table.tables("notes"):
        condition = _condition(inner, "notes")
        if not condition.rows:
            inner.place.fault("notes", Problem.EMPTY)
        texts = inner.languages("notes", TEMPLATE_LANGUAGES)
        notes.append(Note(condition, Spoken(texts, f"steps.{step}.notes.{len(notes)}")))
        inner.close()
    return tuple(notes)


def _examples(table: Table[Block]) -> tuple[Example, ...]:
    """`examples = [{ facts = { fact = "value", … }, applies = "yes" }, …]`."""
    examples = []
    for inner in table.tables("examples"):
        facts: dict[str, str] = {}
        entry = inner.table("facts", needed=True)
        for name, value in entry.items() if entry else ():
            if name not in _FACT_NAMES:
                inner.place.fault("examples", Problem.UNKNOWN_FACT, name, _FACT_NAMES)
            elif not isinstance(value, str) or not VOCABULARY[FactKey(name)].allows(value):
                values = VOCABULARY[FactKey(name)].values
                inner.place.fault("examples", Problem.UNKNOWN_FACT_VALUE, str(value), values)
            else:
                facts[name] = value
        examples.append(Example(facts, inner.member("applies", Answer)))
        inner.close()
    return tuple(examples)


_FACT_NAMES = tuple(key.value for key in FactKey)


def _office(table: Table[Block], step: str) -> tuple[OfficeType, Spoken]:
    """`office = { type = "…", de = "…", en = "…" }`."""
    inner = table.table("office", needed=True)
    if inner is None:
        return OfficeType.PERSON, Spoken({})
    office_type = inner.member("type", OfficeType)
    name = Spoken(inner.languages("office", TEMPLATE_LANGUAGES), f"steps.{step}.office")
    inner.close()
    return office_type, name


def _documents(table: Table[Block], papers: Papers | None) -> tuple[DocumentTemplate, ...]:
    """`documents = ["passport", …]`."""
    documents: list[DocumentTemplate] = []
    seen: set[str] = set()
    for name in table.texts("documents"):
        if name in seen:
            table.place.fault("documents", Problem.DUPLICATE_ID, name)
        elif papers is not None and name not in papers:
            table.place.fault("documents", Problem.UNKNOWN_DOCUMENT, name, papers)
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
