"""The terminal's command for opening hours: what a German text says, and the minutes of days."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.grammar import Exit
from app.rules.hours import DayHours, lower_saxony, week
from app.rules.reading_hours.proposal import Proposal
from app.rules.reading_hours.reading import read_hours

if TYPE_CHECKING:
    from pathlib import Path

    from app.terminal import Terminal

_LONGEST = 366
_WEEK = 7


def hours(call: argparse.Namespace, terminal: Terminal, _file: Path) -> Exit:
    """Show the proposal, every doubt, and the days asked for. Opens no data file."""
    first, last = call.first, call.last
    if (first is None) != (last is None) or (first and last and first > last):
        terminal.say("Falscher Aufruf: Bitte --from und --to zusammen, und --from nicht nach --to.")
        return Exit.WRONG_CALL
    if first and last and (last - first).days >= _LONGEST:
        terminal.say(f"Falscher Aufruf: Gezeigt werden höchstens {_LONGEST} Tage.")
        return Exit.WRONG_CALL
    found = read_hours(call.text)
    days = tuple(_days(found.osm, first, last)) if first and found.osm else ()
    if call.json:
        terminal.print(json.dumps(_facts(found, days, terminal), ensure_ascii=False, indent=1))
    else:
        if found.osm:
            terminal.print(found.osm)
        for line in terminal.wording.hours(found):
            terminal.print(line)
        for day in days:
            terminal.print(terminal.wording.open_day(day))
    return Exit.DONE if found.osm else Exit.FAILED


def _days(osm: str, first: date, last: date) -> Iterator[DayHours]:
    """The days with the holidays of Lower Saxony put in."""
    holidays = lower_saxony(first - timedelta(days=1), last + timedelta(days=_WEEK))
    for start in range(0, (last - first).days + 1, _WEEK):
        for day in week(osm, first + timedelta(days=start), holidays):
            if day.on <= last:
                yield day


def _facts(found: Proposal, days: tuple[DayHours, ...], terminal: Terminal) -> dict[str, object]:
    return {
        "osm": found.osm,
        "sure": found.is_sure,
        "understood": terminal.wording.understood(found.osm),
        "doubts": [
            {
                "code": doubt.code.value,
                "start": doubt.start,
                "end": doubt.end,
                "text": doubt.text,
                "why": terminal.wording.doubt(doubt),
            }
            for doubt in found.doubts
        ],
        "days": [
            {
                "on": day.on.isoformat(),
                "opening": day.opening.value,
                "slots": [
                    {
                        "start": slot.start,
                        "end": slot.end,
                        "sure": slot.sure,
                        "comment": slot.comment,
                    }
                    for slot in day.slots
                ],
            }
            for day in days
        ],
    }
