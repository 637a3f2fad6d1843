"""The commands on moves as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery
from app.records.moving import CostDraft, MoveDraft, QuoteDraft, QuoteView
from app.rules.moving import Extra, QuoteState
from app.rules.refunds import CostKind, Payer

DAY = date(2027, 2, 16)
QUOTE = QuoteDraft(
    name="Möwe Umzüge",
    state=QuoteState.RECEIVED,
    asked_on=date(2026, 11, 2),
    received_on=date(2026, 11, 9),
    valid_to=date(2027, 1, 31),
    moving_on=DAY,
    cents=198_000,
    fixed=True,
    includes=frozenset({Extra.PACKING}),
)
DEAR = replace(QUOTE, name="Kutter und Karre", cents=240_000)


def prepare(desk: Desk) -> None:
    """What is moved, two quotes of which one is chosen, one further cost."""
    (case,) = desk.lists.case_ids(CaseQuery())
    desk.moving.describe(case, MoveDraft(cubic_metres=30, pays=frozenset({Payer.EMPLOYER})))
    desk.moving.add_quote(case, QUOTE)
    desk.moving.add_quote(case, DEAR)
    desk.moving.choose_quote(quote(desk, case, "Möwe Umzüge").id)
    desk.moving.add_cost(case, CostDraft(CostKind.TRAVEL, 12_000, "Bahn"))


def quote(desk: Desk, case: int, name: str) -> QuoteView:
    return next(each for each in desk.moving.board(case).quotes if each.name == name)


def _cost(desk: Desk, case: int) -> int:
    return next(each.id for each in desk.moving.board(case).costs if each.draft.title == "Bahn")


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Moving.describe": lambda desk, case, _: desk.moving.describe(case, MoveDraft("Tunis", 25)),
    "Moving.add_quote": lambda desk, case, _: desk.moving.add_quote(case, QUOTE),
    "Moving.edit_quote": lambda desk, case, _: desk.moving.edit_quote(
        quote(desk, case, "Möwe Umzüge").id, replace(QUOTE, state=QuoteState.DECLINED)
    ),
    "Moving.choose_quote": lambda desk, case, _: desk.moving.choose_quote(
        quote(desk, case, "Kutter und Karre").id
    ),
    "Moving.remove_quote": lambda desk, case, _: desk.moving.remove_quote(
        quote(desk, case, "Möwe Umzüge").id
    ),
    "Moving.add_cost": lambda desk, case, _: desk.moving.add_cost(
        case, CostDraft(CostKind.VISA, 7_500, "Visum")
    ),
    "Moving.edit_cost": lambda desk, case, _: desk.moving.edit_cost(
        _cost(desk, case),
        CostDraft(CostKind.TRAVEL, 12_000, "Bahn", payer=Payer.EURES, incurred_on=DAY),
    ),
    "Moving.remove_cost": lambda desk, case, _: desk.moving.remove_cost(_cost(desk, case)),
}
