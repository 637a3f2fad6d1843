"""Facts as the terminal prints them: plain words and numbers, days as ISO 8601."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path

from app.records.calendars import CalendarMade
from app.records.care_board import Answer, CareBoard, Covering, Helper
from app.records.cases import CaseRow, CaseView
from app.records.checking import DueOrganisation, LettersMade
from app.records.directory import Imported, ProviderRow, ProviderView
from app.records.exporting import Exported
from app.records.folders import FolderMade, FolderRow
from app.records.importing import ImportPreview
from app.records.merging import FIELDS, Comparison, Pair, Pick, Picks
from app.records.plan import ListedStep
from app.records.providers import value_of
from app.records.redating import RedatingPreview
from app.records.roster_imports import RosterPreview
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.openings import LastOpening, Outcome
from app.rules.rosters import Duty, Roster
from app.services import import_changes

Fact = str | int | float | bool | None | list["Fact"] | dict[str, "Fact"]
Facts = dict[str, Fact]


def case_row(row: CaseRow) -> Facts:
    return _record(row)


def provider_row(row: ProviderRow) -> Facts:
    return _record(row)


def case(view: CaseView, prints: Sequence[FolderRow] = ()) -> Facts:
    """`prints`: the folders and exchange sheets of the case, whose numbers `--since` takes."""
    return {
        "id": view.head.id,
        "head": _record(view.head),
        "case": _record(view.draft),
        "people": [
            {"id": person.id, "name": person.name, "age": person.age, **_record(person.draft)}
            for person in view.people
        ],
        "anchors": {kind.value: _fact(day) for kind, day in view.anchors.items()},
        "moves": [_record(move) for move in view.moves],
        "facts": [_record(fact) for fact in view.facts],
        "missing": [_record(fact) for fact in view.missing],
        "contacts": [
            {"id": each.id, "advisor": each.advisor, **_record(each.draft)}
            for each in view.contacts
        ],
        "stages": [_record(stage) for stage in view.stages],
        "contradictions": list(view.contradictions),
        "consents": [_record(consent) for consent in view.consents],
        "holders": [_record(holder) for holder in view.holders],
        "prints": [_record(each) for each in prints],
    }


def step(listed: ListedStep, reasons: Sequence[str]) -> Facts:
    """One line of the list of all steps, with its reasons in words. `due` is an ISO date, a month
    as YYYY-MM or None; `state` is None where the step is not in the plan."""
    return {
        "id": listed.template or f"own-{listed.step}",
        "step": listed.step,
        "track": listed.track.value,
        "person": listed.person,
        "person_name": listed.person_name,
        "title": listed.title,
        "kind": listed.kind.value,
        "due": _fact(listed.due),
        "applies": listed.applies.value,
        "reasons": list(reasons),
        "ask": list(listed.ask),
        "role": listed.roles[0].value if listed.roles else None,
        "roles": [role.value for role in listed.roles],
        "state": listed.state.value if listed.state else None,
        "late": listed.late,
        "by_hand": listed.by_hand,
        "last_opening": _last_opening(listed.last_opening),
    }


def _last_opening(last: LastOpening | None) -> Fact:
    """`start`, `end` as HH:MM, the day's end as 24:00; both None where no slot was found.
    `known_until`: how far the school holidays are known that the hours depend on. `office`: the
    office's own last slot where duties leave less of it; `who`, `doubt` as in the record."""
    if last is None:
        return None
    found = last.outcome is Outcome.FOUND
    return {
        "outcome": last.outcome.value,
        "on": _fact(last.on),
        "start": _clock(last.start) if found else None,
        "end": _clock(last.end) if found else None,
        "comment": last.comment,
        "known_until": _fact(last.known_until),
        "office": {
            "on": _fact(last.office.on),
            "start": _clock(last.office.start),
            "end": _clock(last.office.end),
        }
        if last.office
        else None,
        "who": list(last.who),
        "doubt": _fact(last.doubt),
    }


def redating(seen: RedatingPreview, *, applied: bool) -> Facts:
    """What moving dates does, or did where `applied`: codes and ISO dates."""
    return {"applied": applied} | _record(seen)


def provider(view: ProviderView) -> Facts:
    return {
        "id": view.id,
        **_record(view.draft),
        "checked_on": _fact(view.checked_on),
        "checked_by": view.checked_by,
        "saved_at": _fact(view.saved_at),
        "archived_on": _fact(view.archived_on),
        "archived_because": view.archived_because,
        "reserved_for_name": view.reserved_for,
        "successor_name": view.successor,
        "siblings": [_record(sibling) for sibling in view.siblings],
        "used_by": [_record(use) for use in view.used_by],
    }


def pair(found: Pair) -> Facts:
    """Two providers that may be one: codes."""
    return _record(found)


def merged(seen: Comparison, picks: Picks) -> Facts:
    """What became of two entries: field by field what the one that stays took from the other."""
    took = {
        name: _fact(value_of(seen.dropped.draft, name))
        for matter, pick in picks.items()
        if pick is not Pick.KEPT and not seen.dropped.is_blank(matter)
        for name in FIELDS[matter]
    }
    return {"kept": seen.kept.id, "dropped": seen.dropped.id, "taken": took}


_NOT_TOLD = frozenset({"done", "content", "record", "composition"})
"""What of a folder is kept, and not told."""


def folder(made: FolderMade) -> Facts:
    return {
        field.name: _fact(getattr(made, field.name))
        for field in fields(made)
        if field.name not in _NOT_TOLD
    }


def calendar(made: CalendarMade) -> Facts:
    """What a calendar file holds, and why open steps are not in it."""
    return {
        "path": str(made.path),
        "count": made.count,
        "cancelled": made.cancelled,
        "left_out": {why.value: number for why, number in made.left_out.items()},
        "recorded": made.done is not None,
    }


def exported(made: Exported) -> Facts:
    return {
        "path": str(made.path),
        "format": made.format.value,
        "count": made.count,
        "persons": made.persons,
        "losses": {loss.field: loss.count for loss in made.losses},
        "recorded": made.done is not None,
    }


def due(each: DueOrganisation) -> Facts:
    """An organisation that is due in a verification round, with its entries."""
    return _record(each) | {"never": each.never, "oldest": _fact(each.oldest)}


def letters(made: LettersMade | None) -> Fact:
    """What was printed, None where nothing was."""
    if made is None:
        return None
    return {
        "path": str(made.path),
        "letters": made.letters,
        "pages": made.pages,
        "without_address": list(made.without_address),
        "recorded": made.done is not None,
    }


def imported(result: Imported, preview: ImportPreview, *, dry_run: bool) -> Facts:
    """The report of an import: numbers, and everything said about a row."""
    return {
        "source": result.source,
        "dry_run": dry_run,
        "read": result.read,
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "left_out": result.read - result.added - result.changed - result.unchanged,
        "contested": result.contested,
        "gone": [{"id": each.id, "name": each.name} for each in preview.gone],
        "changes": [
            {
                "row": row.number,
                "key": row.key,
                "id": row.provider,
                "field": each.field,
                "before": import_changes.shown(each.before),
                "after": import_changes.shown(each.after),
                "contested": each.contested,
            }
            for row in preview.rows
            for each in row.changes
        ],
        "codes": dict(sorted(Counter(note.code.value for note in result.notes).items())),
        "notes": [_record(note) | {"kind": note.code.kind.value} for note in result.notes],
    }


def imported_line(result: Imported, *, dry_run: bool) -> str:
    left_out = result.read - result.added - result.changed - result.unchanged
    head = "Probelauf, nichts geschrieben: " if dry_run else ""
    return (
        f"{head}{result.read} Zeilen gelesen, {result.added} neu, {result.changed} geändert, "
        f"{result.unchanged} unverändert, {left_out} nicht übernommen, "
        f"{len(result.notes)} Hinweise."
    )


def roster(preview: RosterPreview, *, dry_run: bool) -> Facts:
    """A roster read from a file: duties by date (of a rotation by week and weekday from 0), and
    everything said about a place."""
    reading = preview.reading
    found = reading.roster
    return {
        "person": preview.person,
        "source": preview.source,
        "dry_run": dry_run,
        "layout": reading.layout.value,
        "name": reading.name,
        "first": _fact(found.first) if found else None,
        "last": _fact(found.last) if found else None,
        "weeks": found.weeks if found else 0,
        "duties": [_duty(found, each) for each in found.duties] if found else [],
        "lost": _fact(reading.lost),
        "known_until": _fact(reading.known_until),
        "replaces": preview.replaces,
        "notes": [_record(each) | {"taken": each.code.is_taken} for each in reading.notes],
    }


def _duty(roster: Roster, duty: Duty) -> Facts:
    on = roster.first + timedelta(days=duty.day)
    when: Facts = {"week": duty.day // 7, "weekday": duty.day % 7} if roster.weeks else {}
    return {
        **(when or {"on": on.isoformat()}),
        "start": _clock(duty.start),
        "end": _clock(duty.end),
        "label": duty.label,
        "kind": duty.kind.value,
    }


def lines(facts: Facts, indent: str = "") -> str:
    """Facts for the eye: one a line, unknown ones left out."""
    found: list[str] = []
    for name, value in facts.items():
        if value in (None, "", [], {}):
            continue
        if isinstance(value, dict):
            found += [f"{indent}{name}:", lines(value, indent + "  ")]
        elif isinstance(value, list):
            found.append(f"{indent}{name}:")
            for each in value:
                if isinstance(each, dict):
                    body = lines(each, indent + "    ")
                    found.append(f"{indent}  - {body.lstrip()}")
                else:
                    found.append(f"{indent}  - {each}")
        else:
            found.append(f"{indent}{name}: {value}")
    return "\n".join(found)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def covering(found: Covering) -> Facts:
    return {
        "count": len(found.rows),
        "rows": [_record(each) for each in found.rows],
        "unknown": found.unknown,
    }


def care(board: CareBoard) -> Facts:
    """The answer of a household; windows of days are left out."""
    return {
        **_record(replace(board, persons=())),
        "persons": [
            {
                **_record(replace(person, answers=(), helpers={})),
                "answers": [_answer(answer, person.helpers) for answer in person.answers],
            }
            for person in board.persons
        ],
    }


def _answer(answer: Answer, helpers: Mapping[int, Helper]) -> Facts:
    days: list[Fact] = [_record(replace(day, windows={})) for day in answer.days]
    return {
        **_record(replace(answer, days=())),
        "helpers": [_record(helpers[key]) for key in answer.helpers],
        "open": answer.open,
        "days": days,
    }


def _record(record: object) -> Facts:
    """The fields of a frozen record by name."""
    return {
        field.name: _fact(getattr(record, field.name))
        for field in fields(record)  # type: ignore[arg-type]
    }


def _fact(value: object) -> Fact:
    if isinstance(value, Day):
        return str(value.on) if value.precision is Precision.DAY else f"{value.on:%Y-%m}"
    if isinstance(value, PartialDate):
        parts = (value.year, value.month, value.day)
        return "-".join(f"{part:02d}" for part in parts if part is not None)
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(_fact(name)): _fact(each) for name, each in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [_fact(each) for each in value]
    raise TypeError(value)
