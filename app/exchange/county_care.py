"""Care in the example county: shifts of employers, rosters in their codes, who cares for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.content.faults import Problem
from app.content.tables import Table
from app.exchange.county_tables import Names, hours, needed_date, person_place, place_of
from app.exchange.toml_lines import TomlPlace
from app.records.care import (
    CarerDraft,
    CarerKind,
    CareState,
    ChoiceDraft,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.records.county import ExampleChoice, ExampleWork
from app.rules.rosters import DAY, Duty, Roster, ShiftKind, guessed_kind

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_FREE = "-"


def read_shifts(table: Table[TomlPlace], names: Names, employer: int) -> tuple[ShiftDraft, ...]:
    """The shifts of the employer at this place, also noted in `names` for the rosters."""
    shifts = tuple(_shift(each) for each in table.tables("shift"))
    names.shifts[employer] = {each.code: each for each in shifts}
    return shifts


def _shift(table: Table[TomlPlace]) -> ShiftDraft:
    begins, ends = (table.text(key, needed=True) for key in ("begins", "ends"))
    minutes = _minutes(f"{begins}-{ends}")
    if minutes is None:
        table.fault("begins", Problem.WRONG_TYPE)
    start, end = minutes or (0, DAY)
    shift = ShiftDraft(
        kind=table.option("kind", ShiftKind) or guessed_kind(start, end),
        start=start,
        end=end,
        code=table.text("code", needed=True),
        name=table.text("name"),
    )
    table.close()
    return shift


def read_work(
    table: Table[TomlPlace], person: int, employer: int | None, names: Names
) -> ExampleWork:
    """Ways and rosters of a person, who works for `employer` unless their own is named."""
    entered = table.table("ways")
    ways = None if entered is None else _ways(entered, names)
    works_for = ways.employer if ways and ways.employer else employer
    shifts = names.shifts.get(works_for or 0, {})
    rosters = tuple(_roster(each, shifts) for each in table.tables("roster"))
    return ExampleWork(person, ways, rosters)


def _ways(table: Table[TomlPlace], names: Names) -> WaysDraft:
    def minutes(key: str) -> int:
        return table.integer(key) or 0

    def flag(key: str, *, default: bool) -> bool:
        found = table.flag(key)
        return default if found is None else found

    ways = WaysDraft(
        to_care=minutes("to_care"),
        to_work=minutes("to_work"),
        from_work=minutes("from_work"),
        from_care=minutes("from_care"),
        changing=minutes("changing"),
        buffer=minutes("buffer"),
        sleep=minutes("sleep"),
        brings=flag("brings", default=True),
        fetches=flag("fetches", default=True),
        at_home=flag("at_home", default=False),
        employer=place_of(table, "employer", names.providers),
    )
    table.close()
    return ways


def _roster(table: Table[TomlPlace], shifts: Mapping[str, ShiftDraft]) -> RosterDraft:
    """A roster whose weeks are texts of seven cells: a code, "-", or times as 07:30-12:00, several
    of a day with "+" between. `weeks` repeat, `days` are single."""
    repeats = table.has("weeks")
    key = "weeks" if repeats else "days"
    lines = table.texts(key)
    if not lines:
        table.fault(key, Problem.KEY_MISSING)
    duties: list[Duty] = []
    for week, line in enumerate(lines):
        cells = line.split()
        if len(cells) != 7:
            table.fault(key, Problem.WRONG_TYPE)
        for place, cell in enumerate(cells):
            duties += _duties(table, key, cell, 7 * week + place, shifts)
    roster = Roster(
        first=needed_date(table, "first"),
        last=table.date("last"),
        weeks=len(lines) if repeats else 0,
        duties=tuple(duties),
    )
    draft = RosterDraft(roster, table.text("source"))
    table.close()
    return draft


def _duties(
    table: Table[TomlPlace], key: str, cell: str, day: int, shifts: Mapping[str, ShiftDraft]
) -> Iterator[Duty]:
    for part in cell.split("+"):
        if part == _FREE:
            continue
        minutes = _minutes(part)
        if part in shifts:
            shift = shifts[part]
            yield Duty(day, shift.start, shift.end, shift.code, shift.kind)
        elif minutes is not None:
            yield Duty(day, *minutes, kind=guessed_kind(*minutes))
        else:
            table.fault(key, Problem.UNKNOWN_VALUE, part, shifts)


def _minutes(text: str) -> tuple[int, int] | None:
    """The minutes of "20:45-06:15"; what does not end later ends on the next day."""
    found = [_TIME.fullmatch(each) for each in text.split("-")]
    times = [int(each[1]) * 60 + int(each[2]) for each in found if each]
    if len(found) != 2 or len(times) != 2:
        return None
    start, end = times
    return start, end if end > start else end + DAY


def read_carer(table: Table[TomlPlace]) -> CarerDraft:
    carer = CarerDraft(
        kind=table.member("kind", CarerKind, default=CarerKind.RELATIVE),
        name=table.text("name", needed=True),
        hours_osm=hours(table),
        valid_from=table.date("valid_from"),
        valid_to=table.date("valid_to"),
        way=table.integer("way") or 0,
        note=table.text("note"),
    )
    table.close()
    return carer


def read_frame(table: Table[TomlPlace]) -> FrameDraft:
    frame = FrameDraft(table.decimal("radius_km"), table.texts("languages"))
    table.close()
    return frame


def read_choice(table: Table[TomlPlace], people: int, carers: int, names: Names) -> ExampleChoice:
    """A decision about a provider, or about one of so many carers, who count from 1."""
    carer = table.integer("carer")
    if carer is not None and not 1 <= carer <= carers:
        table.fault("carer", Problem.UNKNOWN_VALUE)
    draft = ChoiceDraft(
        state=table.member("state", CareState),
        provider=place_of(table, "provider", names.providers),
        carer=carer,
        because=table.text("because"),
        hours_osm=hours(table),
        valid_from=table.date("valid_from"),
        valid_to=table.date("valid_to"),
    )
    if (draft.provider is None) == (draft.carer is None):
        table.fault("provider", Problem.KEY_MISSING)
    if not table.has("person"):
        table.fault("person", Problem.KEY_MISSING)
    choice = ExampleChoice(person_place(table, people) or 0, draft, needed_date(table, "on"))
    table.close()
    return choice
