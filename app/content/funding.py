"""The shipped programmes of funding, and one programme out of a text of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.content.faults import Block, Problem, Report, parsed, read_toml
from app.content.file_states import state_of
from app.content.tables import Table
from app.errors import Fault
from app.rules.conditions import Condition
from app.rules.facts import VOCABULARY, FactKey
from app.rules.funding import Before, Check, Part, Programme, Site, Sort, Whom
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, Grade, OfficeType

HEADER = "programme"
FOLDER = "funding"
_FACTS = tuple(key.value for key in FactKey)


@dataclass(frozen=True)
class Shipped:
    """The programmes of the files in the order they are read in, and what could not be read: a
    broken programme is left out, every fault names its file, line and key."""

    programmes: tuple[Programme, ...] = ()
    faults: tuple[Fault, ...] = ()


def load_programmes(resources: Path) -> Shipped:
    """The programmes of `resources/funding`; read again only where a file changed."""
    files = sorted((resources / FOLDER).resolve().glob("*.toml"))
    return _load(tuple((file, *state_of(file)) for file in files))


@lru_cache(maxsize=2)
def _load(files: tuple[tuple[Path, int, int], ...]) -> Shipped:
    read: dict[str, tuple[Programme, Block]] = {}
    reports: list[Report] = []
    lost: list[Fault] = []
    for path, *_ in files:
        name = f"{FOLDER}/{path.name}"
        found = read_toml(path, name)
        if isinstance(found, Fault):
            lost.append(found)
            continue
        values, text = found
        report = Report(name, text)
        reports.append(report)
        tables = values.get(HEADER)
        for index, each in enumerate(tables if isinstance(tables, list) else ()):
            block = report.block(HEADER, index)
            programme = _read(Table(each if isinstance(each, dict) else {}, block))
            if programme.code in read:
                block.fault("code", Problem.DUPLICATE_ID, programme.code)
            else:
                read[programme.code] = programme, block
    for programme, block in read.values():
        for other in programme.excludes:
            if other not in read:
                block.fault("excludes", Problem.UNKNOWN_VALUE, other, read)
    return Shipped(
        tuple(programme for programme, block in read.values() if block.is_sound),
        (*lost, *(fault for report in reports for fault in report.faults)),
    )


@lru_cache(maxsize=256)
def read_programme(text: str, name: str) -> tuple[Programme | None, tuple[Fault, ...]]:
    """The one programme of a text of the office, None where it is broken; `name` is what faults
    call the text."""
    values = parsed(text, name)
    if isinstance(values, Fault):
        return None, (values,)
    report = Report(name, text)
    tables = values.get(HEADER)
    first = tables[0] if isinstance(tables, list) and tables else {}
    block = report.block(HEADER, 0)
    programme = _read(Table(first if isinstance(first, dict) else {}, block))
    return (programme if block.is_sound else None), tuple(report.faults)


def _read(table: Table[Block]) -> Programme:
    """Only to be used where the block is still sound."""
    programme = Programme(
        code=table.text("code", needed=True),
        title=table.text("title", needed=True),
        body=table.text("body", needed=True),
        sort=table.member("sort", Sort),
        office_type=table.option("office_type", OfficeType),
        needs=_needs(table),
        whom=table.member("whom", Whom, default=Whom.PROFESSIONAL),
        site=table.member("site", Site, default=Site.HOME),
        area=table.texts("area"),
        area_words=table.text("area_words"),
        checks=tuple(
            Check(each.text("code", needed=True), each.text("text", needed=True))
            for each in table.tables("checks")
        ),
        benefits=table.texts("benefits"),
        most_cents=_cents(table, "most_cents"),
        special_cents=_cents(table, "special_cents"),
        monthly_cents=_cents(table, "monthly_cents"),
        percent=table.integer("percent"),
        parts=tuple(
            Part(each.text("title", needed=True), _cents(each, "cents") or 0)
            for each in table.tables("parts")
        ),
        amount_words=table.text("amount_words"),
        before=table.member("before", Before, default=Before.NOTHING),
        anchor=table.option("anchor", AnchorKind, problem=Problem.UNKNOWN_ANCHOR),
        offset=_offset(table),
        last_day=_day(table, "last_day"),
        binding_years=table.integer("binding_years"),
        once=table.text("once"),
        excludes=table.texts("excludes"),
        ceiling=table.text("ceiling"),
        ceiling_cents=_cents(table, "ceiling_cents"),
        combines=table.member("combines", Answer, default=Answer.UNCLEAR),
        papers=table.texts("papers"),
        basis=table.text("basis"),
        grade=table.member("grade", Grade),
        source=table.text("source", needed=True),
        as_of=table.partial_date("as_of"),
        valid_to=_day(table, "valid_to"),
        website=table.text("website"),
        note=table.text("note"),
    )
    if not table.has("as_of"):
        table.fault("as_of", Problem.KEY_MISSING)
    table.close()
    return programme


def _needs(table: Table[Block]) -> tuple[Condition, ...]:
    """`needs = [{ fact = ["value", …], other = […] }, …]`: all entries, in each one fact."""
    found = []
    for entry in table.tables("needs"):
        rows = []
        for name, values in entry.items():
            if name not in _FACTS:
                entry.fault("needs", Problem.UNKNOWN_FACT, name, _FACTS)
                continue
            if not isinstance(values, list) or not values:
                entry.fault("needs", Problem.WRONG_TYPE, name)
                continue
            word = VOCABULARY[FactKey(name)]
            for value in values:
                if not isinstance(value, str) or not word.allows(value):
                    entry.fault("needs", Problem.UNKNOWN_FACT_VALUE, str(value), word.values)
            rows.append({FactKey(name): frozenset(map(str, values))})
        found.append(Condition(tuple(rows)))
    return tuple(found)


def _offset(table: Table[Block]) -> str:
    text = table.text("offset")
    try:
        parse_offset(text or "P0D")
    except ValueError:
        table.fault("offset", Problem.BAD_OFFSET, text)
    return text


def _cents(table: Table[Block], key: str) -> int | None:
    number = table.integer(key)
    if number is not None and number <= 0:
        table.fault(key, Problem.UNKNOWN_VALUE, str(number))
    return number


def _day(table: Table[Block], key: str) -> date | None:
    return table.date(key)
