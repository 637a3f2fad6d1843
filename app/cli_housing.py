"""The terminal's command for homes: what suits a household, and where it stands."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.grammar import Exit
from app.records.housing import HomeMatch, HousingBoard, InterestView
from app.rules.home_matching import Point
from app.services.shown import Facts
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def housing(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Show what a household looks for, every home held against it, and what came of which."""
    with desk_on(terminal, file) as desk:
        board = desk.housing.board(call.case, None)
        if desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(_board(call.case, board)))
        return Exit.DONE
    for line in terminal.wording.homes(board):
        terminal.print(line)
    return Exit.DONE


def _board(case: int, board: HousingBoard) -> Facts:
    return {
        "case": case,
        "has_wish": board.wish is not None,
        "fitting": board.fitting,
        "interests": [_interest(each) for each in board.interests],
        "homes": [_home(each) for each in board.matches],
    }


def _interest(view: InterestView) -> Facts:
    return {
        **_home(view.match),
        "state": view.state.value,
        "noted_on": _day(view.noted_on),
        "viewing_on": _day(view.viewing_on),
        "viewing_at": view.viewing_at,
        "reason": view.reason.value if view.reason else None,
        "notes": [each.value for each in view.notes],
    }


def _home(match: HomeMatch) -> Facts:
    view = match.offer
    total, missing = view.warm
    return {
        "id": view.id,
        "title": view.draft.title,
        "town": view.draft.town,
        "rent_cents": total,
        "rent_missing": [each.value for each in missing],
        "fails": match.fails,
        "unknown": match.unknown,
        "points": [_point(each) for each in match.points],
    }


def _point(point: Point) -> Facts:
    way = point.way
    return {
        "criterion": point.criterion.value,
        "verdict": point.verdict.value,
        "has": point.has,
        "wants": point.wants,
        "on": _day(point.on),
        "by": _day(point.by),
        "missing": [each.value for each in point.missing],
        "estimated": way.estimated if way else None,
        "ferry": way.ferry if way else None,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
