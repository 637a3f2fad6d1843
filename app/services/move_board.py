"""The move of a case as it stands: quotes compared, costs added up, who may pay them back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.records.employers import BenefitKind
from app.records.events import CaseEvent, EventKind
from app.records.moving import CostHint, CostView, MoveBoard, MoveDraft, QuoteView, Receipt
from app.rules.calendar import Day
from app.rules.facts import NO, YES, FactKey
from app.rules.moving import (
    QUOTES_WANTED,
    QuoteState,
    Wanted,
    cheapest_complete,
    entered_twice,
    judged,
    received,
)
from app.rules.origins import EUROPEAN_UNION, GERMANY, Origin
from app.rules.refunds import (
    WAY_OF,
    Need,
    Payer,
    RefundRule,
    ask_by,
    claimed_twice,
    possible,
    sums,
)
from app.rules.terms import AnchorKind, StepState
from app.services import employer_records
from app.services.known import known_facts
from app.services.move_records import (
    cost_draft,
    cost_of,
    move_draft,
    mover_name,
    quote_draft,
    quotes_of,
)
from app.services.seen import anchor_days
from db.repositories import cases, moving
from db.tables.case import Case
from db.tables.moving import MoveCost, MoveQuote

_RUNNING = ("considered", "preparing", "submitted", "granted")
_EURES = EUROPEAN_UNION | {"NO", "IS"}
_CUSTOMS = EUROPEAN_UNION | {GERMANY}
_STEP = "umzugsfirma"
"""The shipped template of the step to get quotes."""
_ANSWER_DAYS = 14
"""Days after which a mover who was asked is asked again, the office's own habit."""


def board_of(session: Session, case: Case, rules: Sequence[RefundRule], today: date) -> MoveBoard:
    """All of a move."""
    row = moving.move_of(session, case.id)
    move = move_draft(row) if row is not None else None
    anchors = anchor_days(cases.anchors(session, case.id))
    quotes = moving.quotes(session, case.id)
    costs = moving.costs(session, case.id)
    programmes = tuple(moving.applications(session, case.id, _RUNNING))
    needs = _needs(session, case, anchors, programmes)
    return MoveBoard(
        move=move,
        quotes=_quotes(session, quotes, move or MoveDraft(), anchors, today),
        costs=_costs(costs, quotes, rules, today),
        sums=sums(cost_of(each) for each in costs),
        refunds=possible(rules, [cost_of(each) for each in costs], needs, today),
        received=sum(each.cents is not None for each in quotes),
        wanted_quotes=QUOTES_WANTED,
        quotes_by=_quotes_by(session, case),
        people=len(cases.people(session, case.id)),
        anchors=anchors,
        benefits=_benefits(session, case, today),
        programmes=programmes,
    )


def _quotes(
    session: Session,
    rows: Sequence[MoveQuote],
    move: MoveDraft,
    anchors: Mapping[AnchorKind, Day],
    today: date,
) -> tuple[QuoteView, ...]:
    wanted = Wanted(move.cubic_metres, move.goods_cents, move.extras)
    quotes = quotes_of(session, rows)
    twice = entered_twice(quotes)
    found = [
        (each, judged(each, wanted, anchors, today, twice=each.id in twice)) for each in quotes
    ]
    best = cheapest_complete(found) if received(quotes) > 1 else None
    number, among = best or (None, None)
    return tuple(
        QuoteView(
            id=row.id,
            draft=quote_draft(row),
            name=mover_name(session, row),
            judgement=judgement,
            cheapest=among if row.id == number else None,
        )
        for row, (_, judgement) in zip(rows, found, strict=True)
    )


def _costs(
    rows: Sequence[MoveCost],
    quotes: Sequence[MoveQuote],
    rules: Sequence[RefundRule],
    today: date,
) -> tuple[CostView, ...]:
    prices = {each.id: each.cents for each in quotes if each.cents is not None}
    twice = claimed_twice([cost_of(row) for row in rows], prices)
    chosen = {each.id for each in quotes if each.state == QuoteState.CHOSEN.value}
    return tuple(
        CostView(
            id=row.id,
            draft=cost_draft(row),
            quote=row.quote_id,
            counted=row.claim_by is not None and row.claim_by == counted_day(row, rules),
            hints=tuple(each for each in CostHint if each in _hints(row, twice, chosen, today)),
        )
        for row in rows
    )


def counted_day(row: MoveCost, rules: Sequence[RefundRule]) -> date | None:
    """Until when the payer of a cost is asked, as the rules say; None where they say nothing."""
    way = WAY_OF.get(Payer(row.payer))
    rule = next((each for each in rules if each.way is way), None)
    return ask_by(rule, row.incurred_on, row.ordered_on) if rule is not None else None


def _hints(
    row: MoveCost, twice: Collection[int], chosen: Collection[int], today: date
) -> set[CostHint]:
    found: set[CostHint] = set()
    if row.quote_id is not None and row.quote_id not in chosen:
        found.add(CostHint.NOT_CHOSEN)
    if row.id in twice:
        found.add(CostHint.CLAIMED_TWICE)
    if not is_open(row):
        return found
    if row.claim_by is not None:
        if row.claimed_on is None and row.claim_by < today:
            found.add(CostHint.CLAIM_MISSED)
        elif row.claimed_on is not None and row.claim_by < row.claimed_on:
            found.add(CostHint.CLAIMED_LATE)
    is_here = row.receipt == Receipt.HERE.value
    if not is_here and row.incurred_on is not None and row.incurred_on <= today:
        found.add(CostHint.NO_RECEIPT)
    return found


def is_open(row: MoveCost) -> bool:
    """Whether somebody is still to pay it back."""
    return (
        row.payer != Payer.FAMILY.value and not row.refused_because and row.refunded_cents is None
    )


def _needs(
    session: Session,
    case: Case,
    anchors: Mapping[AnchorKind, Day],
    programmes: Sequence[str],
) -> dict[Need, bool | None]:
    """What is known of the household; what nobody said stays unknown. LOW_INCOME as recorded is
    another limit than that of the job centre, so that only its "no" tells."""
    facts: dict[str, set[str]] = {}
    for fact in known_facts(session, case.id):
        facts.setdefault(fact.key, set()).add(fact.value)
    unemployed = facts.get(FactKey.UNEMPLOYED.value, set())
    first = next(iter(cases.people(session, case.id)), None)
    nationality = first.nationality if first is not None else ""
    works = any(kind in anchors for kind in (AnchorKind.CONTRACT, AnchorKind.WORK_START))
    return {
        Need.EMPLOYER: True if case.employer_id is not None else None,
        Need.WORK_MOVE: True if works else None,
        Need.UNEMPLOYED: True if YES in unemployed else False if NO in unemployed else None,
        Need.LOW_INCOME: False if facts.get(FactKey.LOW_INCOME.value) == {NO} else None,
        Need.FROM_EU: _from_eu(nationality, case.origin),
        Need.FROM_THIRD: _from_third(case.origin, facts.get(FactKey.MOVES_FROM.value, set())),
        Need.APPLICATION: bool(programmes),
    }


def _from_eu(nationality: str, origin: str) -> bool | None:
    """Whether they may come with EURES: nationals of the EU, Norway and Iceland who move to
    another country. A German who comes from abroad is to ask."""
    if origin == GERMANY:
        return False
    if not nationality or nationality == GERMANY:
        return None
    return nationality in _EURES


def _from_third(origin: str, moves_from: Collection[str]) -> bool | None:
    """Whether they bring their goods over the border of the customs union."""
    if origin:
        return origin not in _CUSTOMS
    if Origin.THIRD_COUNTRY.value in moves_from:
        return True
    return False if Origin.GERMANY.value in moves_from else None


def _quotes_by(session: Session, case: Case) -> date | None:
    """The day of the plan's open step to get quotes, None without one."""
    return next(
        (
            step.due
            for step in cases.steps(session, case.id)
            if step.template == _STEP and step.state == StepState.OPEN.value
        ),
        None,
    )


def _benefits(session: Session, case: Case, today: date) -> tuple[str, ...]:
    if case.employer_id is None:
        return ()
    return tuple(
        each.draft.title
        for each in employer_records.benefits(session, case.employer_id)
        if each.draft.kind is BenefitKind.RELOCATION and each.draft.holds(today)
    )


def move_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """Of moves: the answer of a mover who was asked two weeks ago, or until when a price holds
    (open), the day of the chosen mover, and until when costs are to be asked for (open). The room
    knows quotes by their ids and costs by theirs below zero."""
    chosen = set[int]()
    rows = moving.running_quotes(session, wanted)
    chosen.update(row.case_id for row in rows if row.state == QuoteState.CHOSEN.value)
    for row in rows:
        on, is_due = _day_of(row, decided=row.case_id in chosen)
        if on is not None:
            name = mover_name(session, row)
            yield CaseEvent(EventKind.MOVE, row.case_id, on, name, row.id, is_open=is_due)
    for cost in moving.running_costs(session, wanted):
        if is_open(cost) and cost.claimed_on is None and cost.claim_by is not None:
            yield CaseEvent(
                EventKind.MOVE, cost.case_id, cost.claim_by, cost.title, -cost.id, is_open=True
            )


def _day_of(row: MoveQuote, *, decided: bool) -> tuple[date | None, bool]:
    """The day of a quote that matters, and whether somebody has to act on it."""
    if row.state == QuoteState.CHOSEN.value:
        return row.moving_on, False
    if decided:
        return None, False
    if row.state == QuoteState.RECEIVED.value:
        return row.valid_to, True
    if row.state == QuoteState.ASKED.value and row.asked_on is not None:
        return date.fromordinal(row.asked_on.toordinal() + _ANSWER_DAYS), True
    return None, False
