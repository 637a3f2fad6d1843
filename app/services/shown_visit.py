"""A visit as the terminal prints it: codes, ISO days, times as HH:MM."""

from __future__ import annotations

from app.records.visits import VisitView
from app.rules.visit_plan import Note, PlannedDay, Row
from app.rules.visit_ways import Leg
from app.services.shown import Fact, Facts


def visit(view: VisitView) -> Facts:
    """Days with stops and ways, what has no time, and every note."""
    plan = view.plan
    return {
        "visit": view.id,
        "case": view.case,
        "first": view.draft.first.isoformat(),
        "last": view.draft.last.isoformat(),
        "base": view.base_name,
        "days": [_day(day, view) for day in plan.days],
        "left_out": [_stop(key, view) for key in plan.left_out],
        "notes": [_note(note) for note in plan.notes],
        "conflicts": len(plan.conflicts),
    }


def _day(day: PlannedDay, view: VisitView) -> Facts:
    return {
        "on": day.on.isoformat(),
        "holiday": day.holiday,
        "stops": [_row(row, view) for row in day.rows],
        "back": _way(day.back),
    }


def _row(row: Row, view: VisitView) -> Facts:
    return {
        **_stop(row.stop, view),
        "start": _clock(row.start),
        "end": _clock(row.end),
        "way": _way(row.way),
    }


def _stop(key: int, view: VisitView) -> Facts:
    stop = view.stop(key)
    return {
        "stop": key,
        "kind": stop.draft.kind.value,
        "title": stop.draft.title,
        "where": stop.where,
        "town": stop.town,
        "confirmed": stop.draft.confirmed,
    }


def _way(legs: tuple[Leg, ...]) -> list[Fact]:
    return [
        {
            "start": _clock(leg.start),
            "end": _clock(leg.end),
            "sailing": leg.crossing.key if leg.crossing else None,
            "means": leg.way.means.value if leg.way else "ferry",
            "minutes": leg.way.minutes if leg.way else leg.end - leg.start,
            "estimated": bool(leg.way and leg.way.estimated),
        }
        for leg in legs
    ]


def _note(note: Note) -> Facts:
    return {
        "why": note.why.value,
        "stop": note.stop,
        "on": note.on.isoformat() if note.on else None,
        "other": note.other,
        "minutes": note.minutes,
        "hint": note.why.is_hint,
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
