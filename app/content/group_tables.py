"""One `[[phase]]` or `[[set]]` table of a template file taken apart; faults go to its block."""

from __future__ import annotations

from app.content.faults import Block
from app.content.languages import PROGRAM_LANGUAGES
from app.content.tables import Table
from app.content.templates import Phase, PlanSet, Spoken
from app.rules.terms import Track


def read_phase(table: Table[Block]) -> Phase:
    """Only to be used where `table.place` is still sound."""
    phase = Phase(
        table.text("id", needed=True), Spoken(table.languages("phase", PROGRAM_LANGUAGES))
    )
    table.close()
    return phase


def read_set(table: Table[Block], track: Track) -> PlanSet:
    """Only to be used where `table.place` is still sound."""
    found = PlanSet(
        id=table.text("id", needed=True),
        title=Spoken(table.languages("set", PROGRAM_LANGUAGES)),
        leaves_out=table.texts("leaves_out"),
        employer=table.text("employer"),
        track=track,
    )
    table.close()
    return found
