"""The terminal's command for a visit: its plan, as a sheet or as a calendar."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.languages import program_language
from app.errors import Reason, Refused
from app.grammar import Exit
from app.progress import finish
from app.records.visits import VisitView
from app.services import shown_visit
from app.terminal import Terminal, as_json, desk_on, say_unrecorded

if TYPE_CHECKING:
    from app.desk import Desk


def visit(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Write the plan of a visit to a file by its ending, or tell it."""
    if call.out is not None and call.out.suffix.lower() not in (".pdf", ".ics"):
        terminal.say("Falscher Aufruf: --out braucht eine Datei mit der Endung .pdf oder .ics.")
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        view = _wanted(call, desk)
        if view is None:
            terminal.say("Zu diesem Fall ist noch kein Besuch geplant.")
            return Exit.FAILED
        if call.out is not None:
            _write(call, terminal, desk, view)
        elif desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(shown_visit.visit(view)))
    elif call.out is None:
        for line in terminal.wording.visit(view):
            terminal.print(line)
    else:
        terminal.print(str(call.out))
    return Exit.DONE


def _wanted(call: argparse.Namespace, desk: Desk) -> VisitView | None:
    """The visit named, else the next of the case, else its last; None where it has none."""
    found = desk.visits.of_case(call.case)
    if call.visit is not None:
        found = tuple(each for each in found if each.id == call.visit)
    today = desk.transactions.today()
    coming = [each for each in found if each.draft.last >= today]
    if not found and call.visit is not None:
        raise Refused(Reason.NO_SUCH_VISIT, id=call.visit)
    return next(iter(coming or found[-1:]), None)


def _write(call: argparse.Namespace, terminal: Terminal, desk: Desk, view: VisitView) -> None:
    language = call.language or desk.candidates.case(call.case).draft.language
    printed = [tag for tag, _ in desk.folders.languages()]
    code, is_known = program_language(language, printed)
    if not is_known:
        terminal.say(f"Die Sprache „{language}“ gibt es noch nicht; geschrieben wird Englisch.")
    if call.out.suffix.lower() == ".ics":
        finish(desk.visits.save_calendar(view.id, call.out, code))
        return
    made = finish(desk.papers.save(desk.visits.sheet(view.id), code, call.out))
    for text in made.not_printable:
        terminal.say(f"Nicht druckbar: {text}")
