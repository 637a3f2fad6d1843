"""The terminal's command for openings: what suits the grown-ups of a household."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.grammar import Exit
from app.records.careers import CareerView, Match
from app.services.shown import Facts
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def openings(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Show every opening for each grown-up of a case, the best first, with its reasons."""
    with desk_on(terminal, file) as desk:
        members = desk.careers.members(call.case)
        found = [(each, desk.openings.matches(each.person)) for each in members]
        if desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        people = [_person(member, matches) for member, matches in found]
        terminal.print(as_json({"case": call.case, "people": people}))
        return Exit.DONE
    for member, matches in found:
        fitting = [each for each in matches if not each.is_barred]
        terminal.print(f"{member.name}: {len(fitting)} von {len(matches)}")
        for match in matches:
            for line in terminal.wording.match(match):
                terminal.print(line)
    return Exit.DONE


def _person(member: CareerView, matches: tuple[Match, ...]) -> Facts:
    return {
        "person": member.person,
        "name": member.name,
        "has_profile": member.profile is not None,
        "openings": [_opening(each) for each in matches],
    }


def _opening(match: Match) -> Facts:
    view = match.opening
    return {
        "id": view.id,
        "title": view.draft.title,
        "employer": view.employer,
        "town": view.town,
        "points": match.points,
        "for": [each.value for each in match.pros],
        "against": [each.value for each in match.cons],
        "kilometres": None if match.km is None else round(match.km, 1),
        "barred": match.is_barred,
        "of_trade": match.is_of_trade,
        "introduced": match.introduced,
    }
