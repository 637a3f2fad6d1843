"""The terminal's command for mentors: who could accompany a family, and why."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.grammar import Exit
from app.terminal import Terminal, as_json, desk_on, say_unrecorded

if TYPE_CHECKING:
    from app.records.mentors import Proposal, Proposals


def mentors(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Show the mentors of the case's employer with all that speaks for and against each."""
    with desk_on(terminal, file) as desk:
        found = desk.mentors.proposals(call.case)
        if desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(_facts(found)))
        return Exit.DONE
    for line in terminal.wording.mentors(found):
        terminal.print(line)
    return Exit.DONE


def _facts(found: Proposals) -> dict[str, object]:
    return {
        "case": found.case,
        "employer": found.employer,
        "on": str(found.on),
        "closed_on": str(found.closed_on) if found.closed_on else None,
        "successor": found.successor,
        "count": len(found.mentors),
        "rows": [_row(each) for each in found.mentors],
    }


def _row(each: Proposal) -> dict[str, object]:
    return {
        "id": each.mentor.id,
        "name": each.mentor.name,
        "employer": each.mentor.employer_name,
        "load": each.mentor.load,
        "capacity": each.mentor.draft.capacity,
        "state": each.state.value if each.state else None,
        "bars": [bar.value for bar in each.fit.bars],
        "weight": each.fit.weight,
        "reasons": [
            {"reason": told.ground.value, "weight": told.weight, "about": list(told.about)}
            for told in each.fit.reasons
        ],
    }
