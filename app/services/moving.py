"""The move: quotes compared, costs, receipts, and who pays them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.refunds import refund_rules
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.moving import CostDraft, MoveBoard, MoveDraft, QuoteDraft, Receipt
from app.records.papers import PaperKind
from app.rules.moving import DayHint, QuoteState, day_hints, entered_twice
from app.rules.refunds import CostKind, Payer, claimed_twice
from app.rules.terms import AnchorKind
from app.services import existing
from app.services.move_board import board_of, counted_day
from app.services.move_records import (
    check_cost,
    check_move,
    check_quote,
    cost_of,
    existing_cost,
    existing_quote,
    fill_cost,
    fill_move,
    fill_quote,
    mover_name,
    quotes_of,
)
from app.services.move_sheet import sheet_of
from app.services.papers import PaperOrder
from app.services.seen import anchor_days
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases, moving
from db.tables.moving import Move, MoveCost, MoveQuote

_TOUCHED = frozenset({Topic.SUPPORT})
_BEFORE = {
    DayHint.BEFORE_CONTRACT: AnchorKind.CONTRACT,
    DayHint.BEFORE_TENANCY: AnchorKind.MOVE_IN,
}


class Moving:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._rules = refund_rules(resources)

    def board(self, case_id: int) -> MoveBoard:
        """All of a move: what is moved, quotes, costs, sums, who may pay. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return board_of(session, case, self._rules, self._transactions.today())

    def describe(self, case_id: int, draft: MoveDraft) -> Done:
        """Note what movers ask. Raises `Refused` beside the field, NO_SUCH_CASE."""
        check_move(draft)
        with self._transactions.command(Act.MOVE_DESCRIBED, case_id) as session:
            existing.case(session, case_id)
            row = moving.move_of(session, case_id)
            if row is None and draft != MoveDraft():
                row = Move(case_id=case_id)
                session.add(row)
            if row is not None:
                fill_move(row, draft)
                session.flush()
            return Done(Act.MOVE_DESCRIBED, _TOUCHED, batch_of(session), case=case_id)

    def add_quote(self, case_id: int, draft: QuoteDraft) -> Done:
        """Note a mover who was asked, or a quote; `facts["id"]` is its id, `facts["twice"]` its
        mover where it is there already with this price and day, `facts["until"]` the date of the
        case the moving day lies before. Raises `Refused` beside the field,
        NO_SUCH_CASE, NO_SUCH_PROVIDER, QUOTE_NOT_CHOSEN_HERE (`state`)."""
        check_quote(draft)
        if draft.state is QuoteState.CHOSEN:
            raise Refused(Reason.QUOTE_NOT_CHOSEN_HERE, "state")
        with self._transactions.command(Act.QUOTE_ADDED, case_id) as session:
            existing.case(session, case_id)
            row = MoveQuote(case_id=case_id)
            fill_quote(session, row, draft)
            session.add(row)
            session.flush()
            return _quote_done(session, Act.QUOTE_ADDED, row)

    def edit_quote(self, quote_id: int, draft: QuoteDraft) -> Done:
        """Change a quote. The costs of a chosen one that nobody touched follow it, or go where it
        is chosen no more; `facts["kept"]` names those that stay then. Raises `Refused`:
        NO_SUCH_QUOTE, QUOTE_WITHOUT_PRICE for a chosen one, and as `add_quote`."""
        check_quote(draft)
        with self._transactions.command(Act.QUOTE_EDITED) as session:
            row = existing_quote(session, quote_id)
            was = row.state == QuoteState.CHOSEN.value
            if draft.state is QuoteState.CHOSEN and not was:
                raise Refused(Reason.QUOTE_NOT_CHOSEN_HERE, "state")
            if draft.state is QuoteState.CHOSEN and draft.cents is None:
                raise Refused(Reason.QUOTE_WITHOUT_PRICE, "cents")
            fill_quote(session, row, draft)
            session.flush()
            kept: list[str] = []
            if draft.state is QuoteState.CHOSEN:
                self._follow(session, row)
            elif was:
                kept = _let_go(session, row)
            session.flush()
            return _quote_done(session, Act.QUOTE_EDITED, row, kept)

    def choose_quote(self, quote_id: int) -> Done:
        """Take this mover: the other quotes of the case are declined, and its price becomes a cost
        for whoever promised to pay. What is noted as paid or asked for with another mover stays;
        `facts["kept"]` names those costs. Raises `Refused`: NO_SUCH_QUOTE, QUOTE_WITHOUT_PRICE."""
        with self._transactions.command(Act.QUOTE_CHOSEN) as session:
            row = existing_quote(session, quote_id)
            if row.cents is None:
                raise Refused(Reason.QUOTE_WITHOUT_PRICE)
            kept: list[str] = []
            for other in moving.quotes(session, row.case_id):
                if other.id != row.id and other.state != QuoteState.DECLINED.value:
                    other.state = QuoteState.DECLINED.value
                    kept += _let_go(session, other)
            row.state = QuoteState.CHOSEN.value
            session.flush()
            if not moving.costs_of_quote(session, row.id):
                session.add(self._cost_of(session, row))
            session.flush()
            return _quote_done(session, Act.QUOTE_CHOSEN, row, kept)

    def remove_quote(self, quote_id: int) -> Done:
        """Take a quote out, with its cost where nobody touched that. Raises `Refused`:
        NO_SUCH_QUOTE, QUOTE_HAS_COSTS."""
        with self._transactions.command(Act.QUOTE_REMOVED) as session:
            row = existing_quote(session, quote_id)
            if any(_is_touched(cost) for cost in moving.costs_of_quote(session, row.id)):
                raise Refused(Reason.QUOTE_HAS_COSTS)
            done = _quote_done(session, Act.QUOTE_REMOVED, row)
            _let_go(session, row)
            session.flush()
            session.delete(row)
            session.flush()
            return replace(done, batch=batch_of(session), facts={"name": done.facts["name"]})

    def add_cost(self, case_id: int, draft: CostDraft) -> Done:
        """Note a cost; `facts["id"]` is its id, `facts["other"]` another cost that is asked for
        twice with it. Raises `Refused` beside the field, NO_SUCH_CASE."""
        check_cost(draft, self._transactions.today())
        with self._transactions.command(Act.MOVE_COST_ADDED, case_id) as session:
            existing.case(session, case_id)
            row = MoveCost(case_id=case_id)
            self._fill_cost(row, draft, None)
            session.add(row)
            session.flush()
            return _cost_done(session, Act.MOVE_COST_ADDED, row)

    def edit_cost(self, cost_id: int, draft: CostDraft) -> Done:
        """Change a cost; the last day to ask is counted anew unless somebody typed it. Raises
        `Refused`: NO_SUCH_MOVE_COST, and beside the field."""
        check_cost(draft, self._transactions.today())
        with self._transactions.command(Act.MOVE_COST_EDITED) as session:
            row = existing_cost(session, cost_id)
            counted = row.claim_by is not None and row.claim_by == counted_day(row, self._rules)
            self._fill_cost(row, draft, row.claim_by if counted else None)
            session.flush()
            return _cost_done(session, Act.MOVE_COST_EDITED, row)

    def remove_cost(self, cost_id: int) -> Done:
        """Take a cost out. Raises `Refused(NO_SUCH_MOVE_COST)`."""
        with self._transactions.command(Act.MOVE_COST_REMOVED) as session:
            row = existing_cost(session, cost_id)
            facts, case = {"name": row.title}, row.case_id
            session.delete(row)
            session.flush()
            return Done(Act.MOVE_COST_REMOVED, _TOUCHED, batch_of(session), case, facts)

    def sheet(self, case_id: int) -> PaperOrder:
        """Costs, receipts and refunds for a family. Raises `Refused`: NO_SUCH_CASE, and
        NO_MOVE_COSTS when it is printed where there are none."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return PaperOrder(
                PaperKind.MOVE_COSTS,
                case.name,
                partial(sheet_of, case_id, self._rules, self._transactions.today()),
                case_id,
            )

    def _fill_cost(self, row: MoveCost, draft: CostDraft, counted: object) -> None:
        """`counted`: the day that was written because the rules said it, which is counted anew."""
        fill_cost(row, draft)
        if draft.claim_by is None or draft.claim_by == counted:
            row.claim_by = counted_day(row, self._rules)

    def _cost_of(self, session: Session, quote: MoveQuote) -> MoveCost:
        move = moving.move_of(session, quote.case_id)
        pays = move.pays.split() if move is not None else []
        payer = Payer(pays[0]) if len(pays) == 1 else Payer.FAMILY
        cost = MoveCost(case_id=quote.case_id, quote_id=quote.id)
        draft = CostDraft(
            kind=CostKind.MOVER,
            cents=quote.cents,
            title=mover_name(session, quote),
            incurred_on=quote.moving_on,
            payer=payer,
        )
        self._fill_cost(cost, draft, None)
        return cost

    def _follow(self, session: Session, quote: MoveQuote) -> None:
        """The cost of a chosen quote takes its price and day, where nobody touched it."""
        for cost in moving.costs_of_quote(session, quote.id):
            if not _is_touched(cost):
                counted = cost.claim_by == counted_day(cost, self._rules)
                cost.cents, cost.incurred_on = quote.cents or cost.cents, quote.moving_on
                if counted:
                    cost.claim_by = counted_day(cost, self._rules)


def _is_touched(cost: MoveCost) -> bool:
    return (
        cost.receipt != Receipt.NONE.value
        or cost.claimed_on is not None
        or cost.refunded_cents is not None
        or bool(cost.refused_because)
    )


def _let_go(session: Session, quote: MoveQuote) -> list[str]:
    """The costs of a quote that is not taken go, where nobody touched them; the titles of those
    that stay."""
    kept: list[str] = []
    for cost in moving.costs_of_quote(session, quote.id):
        if _is_touched(cost):
            kept.append(cost.title)
        else:
            session.delete(cost)
    return kept


def _quote_done(session: Session, act: Act, row: MoveQuote, kept: Sequence[str] = ()) -> Done:
    facts = {"name": mover_name(session, row), "id": str(row.id)}
    if kept:
        facts["kept"] = ", ".join(dict.fromkeys(kept))
    if row.id in entered_twice(quotes_of(session, moving.quotes(session, row.case_id))):
        facts["twice"] = facts["name"]
    anchors = anchor_days(cases.anchors(session, row.case_id))
    for hint in day_hints(row.moving_on, anchors):
        if hint in _BEFORE:
            facts.setdefault("until", anchors[_BEFORE[hint]].first.isoformat())
    return Done(act, _TOUCHED, batch_of(session), row.case_id, facts)


def _cost_done(session: Session, act: Act, row: MoveCost) -> Done:
    facts = {"name": row.title, "id": str(row.id)}
    costs = [cost_of(each) for each in moving.costs(session, row.case_id)]
    quotes = moving.quotes(session, row.case_id)
    prices = {each.id: each.cents for each in quotes if each.cents is not None}
    twice = claimed_twice(costs, prices)
    if row.id in twice:
        facts["other"] = next(each.title for each in costs if each.id in twice - {row.id})
    return Done(act, _TOUCHED, batch_of(session), row.case_id, facts)
