"""The terminal's command for the folders of many families at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.content.languages import program_language
from app.errors import Refused, Unavailable
from app.grammar import Exit
from app.progress import finish
from app.records.batches import BatchFolder, BatchMade, BatchOrder
from app.records.cases import CaseQuery, CaseState
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def folders(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Write them; `FAILED` where that of any family could not be written."""
    with desk_on(terminal, file) as desk:
        for found in desk.faults:
            terminal.say(terminal.wording.fault(found))
        if call.language is not None:
            printed = [tag for tag, _ in desk.folders.languages()]
            if not program_language(call.language, printed)[1]:
                said = f"Die Sprache „{call.language}“ gibt es noch nicht; gedruckt wird Englisch."
                terminal.say(said)
        order = BatchOrder(
            call.language,
            call.bilingual,
            composition=(
                None if call.composition is None else desk.compositions.one(call.composition)
            ),
        )
        open_ = {
            case
            for state in (CaseState.RUNNING, CaseState.HELD)
            for case in desk.lists.case_ids(CaseQuery(state=state))
        }
        cases = sorted(open_) if call.all else call.case
        made = finish(desk.folder_batches.save(cases, call.out, order))
        say_unrecorded(terminal, desk.transactions.file)
    for each in made.failed:
        terminal.say(f"{_called(each)}: {_why(each, terminal)}")
    for each in made.written:
        if each.made is not None and each.made.not_printable:
            signs = " ".join(each.made.not_printable)
            terminal.say(f"{_called(each)}: nicht druckbar: {signs}")
    if call.json:
        terminal.print(as_json(_facts(made, terminal)))
    else:
        for each in made.written:
            if each.made is not None:
                terminal.print(str(each.made.path))
    terminal.say(f"{len(made.written)} von {len(made.folders)} Mappen liegen in „{call.out}“.")
    return Exit.FAILED if made.failed else Exit.DONE


def _called(each: BatchFolder) -> str:
    return f"Fall {each.case} ({each.name})" if each.name else f"Fall {each.case}"


def _why(each: BatchFolder, terminal: Terminal) -> str:
    if isinstance(each.error, Refused):
        return terminal.wording.refused(each.error)
    if isinstance(each.error, Unavailable):
        return " ".join(terminal.wording.unavailable(each.error))
    return "Die Mappe konnte nicht gemacht werden. Näheres steht im Protokoll."


def _facts(made: BatchMade, terminal: Terminal) -> dict[str, object]:
    return {
        "count": len(made.written),
        "recorded": made.done is not None,
        "rows": [
            {
                "case": each.case,
                "path": str(each.made.path) if each.made else None,
                "language": each.made.language if each.made else None,
                "bilingual": each.made.bilingual if each.made else None,
                "pages": each.made.pages if each.made else None,
                "problem": None if each.made else _why(each, terminal),
            }
            for each in made.folders
        ],
    }
