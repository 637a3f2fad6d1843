"""One `[[phase]]` or `[[set]]` table of a template file taken apart; faults go to its block."""

from __future__ import annotations

from app.content.faults import Block, Problem
from app.content.languages import TEMPLATE_LANGUAGES
from app.content.tables import Table
from app.content.templates import Phase, PlanSet, Spoken
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import Track


def read_phase(table: Table[Block]) -> Phase:
    """Only to be used where `table.place` is still sound."""
    name = table.text("id", needed=True)
    phase = Phase(name, Spoken(table.languages("phase", TEMPLATE_LANGUAGES), f"phases.{name}"))
    table.close()
    return phase


def _professions(table: Table[Block]) -> tuple[str, ...]:
    found = table.texts("professions")
    allowed = VOCABULARY[FactKey.PROFESSION].values
    for each in found:
        if each not in allowed:
            table.fault("professions", Problem.UNKNOWN_VALUE, each, allowed)
    return found


def read_set(table: Table[Block], track: Track) -> PlanSet:
    """Only to be used where `table.place` is still sound."""
    name = table.text("id", needed=True)
    found = PlanSet(
        id=name,
        title=Spoken(table.languages("set", TEMPLATE_LANGUAGES), f"sets.{name}"),
        leaves_out=table.texts("leaves_out"),
        employer=table.text("employer"),
        professions=_professions(table),
        track=track,
    )
    table.close()
    return found
