"""The terminal's command for the verification round: who is due, and the letters to them."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from app.progress import finish
from app.records.checking import Due, DueQuery, DueRound, LettersMade
from app.records.providers import Category
from app.services import shown

if TYPE_CHECKING:
    from app.desk import Desk
    from app.terminal import Terminal


def asked(call: argparse.Namespace, desk: Desk) -> tuple[DueRound, LettersMade | None]:
    """Who is due and, where a file is named, the letters to all of them."""
    categories = frozenset(map(Category, call.category))
    query = DueQuery(categories, Due(call.due), unasked=call.unasked, limit=call.limit)
    found = desk.checking.due(query)
    if call.letters is None:
        return found, None
    wanted = [each.id for each in found.organisations]
    return found, finish(desk.checking.save_letters(wanted, call.letters))


def tell(
    call: argparse.Namespace, terminal: Terminal, found: DueRound, made: LettersMade | None
) -> None:
    """One line an organisation, or all of it as JSON; then what was printed."""
    if call.json:
        facts = {
            "count": found.total,
            "entries": found.entries,
            "rows": [shown.due(each) for each in found.organisations],
            "letters": shown.letters(made),
        }
        terminal.print(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        for each in found.organisations:
            oldest = str(each.oldest or "")
            terminal.print(f"{each.id}\t{each.name}\t{len(each.providers)}\t{oldest}")
        terminal.say(f"{len(found.organisations)} von {found.total} Einrichtungen")
    if made is not None:
        for name in made.without_address:
            terminal.say(f"Ohne Anschrift: {name}")
        letters = "1 Brief" if made.letters == 1 else f"{made.letters} Briefe"
        pages = "1 Seite" if made.pages == 1 else f"{made.pages} Seiten"
        terminal.say(f"{letters} auf {pages}: {made.path}")
