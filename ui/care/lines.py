"""The answer of a household as lines of text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from app.records.care_board import CareBoard, PersonCare
from app.rules.care_fit import Verdict
from ui.care import telling, words

MOST_CARDS = 10


def lines(board: CareBoard) -> tuple[str, ...]:
    """For each person the best combination week by week, and the places that come into question;
    then what was left out."""
    told = [line for person in board.persons for line in _person(board, person)]
    if not told:
        told = ["Im Haushalt ist niemand, der Betreuung braucht."]
    return (*told, *map(telling.left, board.left))


def _person(board: CareBoard, person: PersonCare) -> Iterator[str]:
    yield person.name
    if not person.needed:
        yield "  Kein Bedarf."
        return
    best = person.answers[0]
    yield f"  {telling.title(best, person.helpers)}"
    for week in telling.weeks(best):
        yield f"  {week.title()}: {telling.week(week)}"
    for handover in best.handovers:
        yield f"  {telling.handover(handover, person.helpers)}"
    for said in (*best.said, *person.said):
        yield f"  {words.reason(said)}"
    for proposal in best.proposals[:1]:
        yield f"  {telling.proposal(proposal, board.parents)}"
    choosable = [card for card in person.cards if card.verdict is not Verdict.UNFIT]
    for card in choosable[:MOST_CARDS]:
        shown = words.head(card, person.needed)
        yield f"  {card.helper.name}: {shown}. {words.card(card, person.needed)}"
    if len(choosable) > MOST_CARDS:
        yield f"  … und {len(choosable) - MOST_CARDS} weitere"
