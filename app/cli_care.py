"""The terminal's command for care: who covers a household's shifts, or a need as it is written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.grammar import Exit
from app.records.care_board import CoveringQuery
from app.services import shown
from app.terminal import Terminal, as_json, desk_on, say_unrecorded

if TYPE_CHECKING:
    from app.desk import Desk


def care(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Show the answer of a case, or the providers that cover all of a need."""
    if call.need is None and (call.age_months, call.near, call.within) != (None, None, None):
        terminal.say("Falscher Aufruf: --age-months, --near und --within gehören zu --need.")
        return Exit.WRONG_CALL
    if call.within is not None and call.near is None:
        terminal.say("Falscher Aufruf: --within braucht --near.")
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        if call.need is not None:
            _covering(call, terminal, desk)
        else:
            _board(call, terminal, desk)
    return Exit.DONE


def _covering(call: argparse.Namespace, terminal: Terminal, desk: Desk) -> None:
    query = CoveringQuery(" ".join(call.need), call.age_months, call.near, call.within)
    found = desk.care.covering(query)
    if call.json:
        terminal.print(as_json(shown.covering(found)))
        return
    for each in found.rows:
        km = "" if each.km is None else f"{each.km:.1f}".replace(".", ",")
        terminal.print(f"{each.id}\t{each.name}\t{km}")
    count = len(found.rows)
    terminal.say(f"{count} {'deckt' if count == 1 else 'decken'} den Bedarf ganz.")
    if found.unknown:
        terminal.say(f"{found.unknown} weitere vielleicht: Zeiten, Alter oder Ort sind unbekannt.")


def _board(call: argparse.Namespace, terminal: Terminal, desk: Desk) -> None:
    board = desk.care.board(call.case, call.first)
    if desk.privacy.is_recorded:
        desk.privacy.viewed(call.case)
    say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(shown.care(board)))
        return
    for line in terminal.wording.care(board):
        terminal.print(line)
