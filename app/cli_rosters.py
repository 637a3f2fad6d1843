"""Reading a person's roster in the terminal: looked at, told, kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.errors import Reason, Refused, Trouble, Unavailable
from app.grammar import Exit
from app.services import shown
from app.terminal import Terminal, as_json, desk_on

OF_LISTS = ("mapping", "source", "encoding", "delimiter", "sheet", "report")
"""Options that only lists of providers have."""


def wrong_call(call: argparse.Namespace) -> str:
    """What is wrong with the options of an import; "" where nothing is."""
    if call.kind != "roster":
        told = next((name for name in ("person", "first") if getattr(call, name) is not None), "")
        return f"--{told} gehört zu --as roster." if told else ""
    if call.person is None:
        return "Zu --as roster gehört --person NR."
    told = next((name for name in OF_LISTS if getattr(call, name)), "")
    return f"--{told} gehört zu --as providers." if told else ""


def import_roster(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Keep the roster of one person; refused where nothing was found, and nothing is changed."""
    with desk_on(terminal, file) as desk:
        opened = desk.transactions.file
        if not opened.writable and not call.dry_run:
            trouble = Trouble.READ_ONLY_MEDIUM if opened.holder is None else Trouble.IN_USE
            raise Unavailable(trouble, file, holder=opened.holder)
        preview = desk.roster_imports.preview(call.list, call.person, call.first)
        for sentence in terminal.wording.roster_notes(preview):
            terminal.say(sentence)
        if preview.reading.roster is None:
            raise Refused(Reason.NO_DUTIES_FOUND)
        if not call.dry_run:
            desk.roster_imports.take(preview)
    if call.json:
        terminal.print(as_json(shown.roster(preview, dry_run=call.dry_run)))
        return Exit.DONE
    head, *duties = terminal.wording.roster(preview)
    terminal.print(f"Probelauf, nichts geschrieben: {head}" if call.dry_run else head)
    for line in duties:
        terminal.print(line)
    return Exit.DONE
