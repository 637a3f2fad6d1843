"""Moves, quotes and costs between record and row: checked, filled in, read back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.moving import CostDraft, MoveDraft, QuoteDraft, Receipt
from app.rules.moving import Extra, Quote, QuoteState
from app.rules.refunds import Cost, CostKind, Payer
from app.rules.travel import folded
from app.services import checks, existing
from db.repositories import moving, providers
from db.tables.moving import Move, MoveCost, MoveQuote

_MOVE = ("cubic_metres", "kilometres", "floors_from", "floors_to", "goods_cents")
_QUOTE = (
    *("asked_on", "received_on", "valid_to", "moving_on"),
    *("cents", "fixed", "cubic_metres", "insured_cents"),
)
_COST = (
    *("ordered_on", "incurred_on", "claim_by", "claimed_on"),
    *("refunded_cents", "refunded_on"),
)


def check_move(draft: MoveDraft) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    for name in ("cubic_metres", "kilometres", "goods_cents"):
        _positive(getattr(draft, name), name)
    for name in ("floors_from", "floors_to"):
        number = getattr(draft, name)
        if number is not None and number < 0:
            raise Refused(Reason.NOT_A_NUMBER, name, typed=str(number))


def check_quote(draft: QuoteDraft) -> None:
    """Refuse what cannot be, beside its field; a price is more than nothing."""
    checks.storable(draft)
    if draft.provider is None:
        checks.not_blank(draft.name, "name")
    checks.span(("asked_on", draft.asked_on), ("received_on", draft.received_on))
    checks.span(("received_on", draft.received_on), ("valid_to", draft.valid_to))
    if draft.moving_on is not None:
        checks.day(draft.moving_on, "moving_on")
    for name in ("cents", "cubic_metres", "insured_cents"):
        _positive(getattr(draft, name), name)


def check_cost(draft: CostDraft, today: date) -> None:
    """Refuse what cannot be, beside its field. Raises `Refused`: REFUND_TOO_HIGH for more than was
    paid, REFUND_WITHOUT_AMOUNT for a day on which nothing came, DATE_IN_FUTURE for one to come."""
    checks.storable(draft)
    if draft.cents is None:
        raise Refused(Reason.BLANK, "cents")
    _positive(draft.cents, "cents")
    for name in ("ordered_on", "incurred_on", "claim_by", "claimed_on", "refunded_on"):
        day = getattr(draft, name)
        if day is not None:
            checks.day(day, name)
    checks.span(("claimed_on", draft.claimed_on), ("refunded_on", draft.refunded_on))
    back = draft.refunded_cents
    if back is not None and back > draft.cents:
        raise Refused(Reason.REFUND_TOO_HIGH, "refunded_cents")
    if back is None and draft.refunded_on is not None:
        raise Refused(Reason.REFUND_WITHOUT_AMOUNT, "refunded_cents")
    if draft.refunded_on is not None and draft.refunded_on > today:
        raise Refused(Reason.DATE_IN_FUTURE, "refunded_on")


def _positive(number: int | None, name: str) -> None:
    if number is not None and number <= 0:
        reason = Reason.NOT_AN_AMOUNT if name.endswith("cents") else Reason.NOT_A_NUMBER
        raise Refused(reason, name, typed=str(number), above=0)


def existing_quote(session: Session, quote_id: int) -> MoveQuote:
    """The quote with this id. Raises `Refused(NO_SUCH_QUOTE)`."""
    found = moving.quote(session, quote_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_QUOTE, id=quote_id)
    return found


def existing_cost(session: Session, cost_id: int) -> MoveCost:
    """The cost with this id. Raises `Refused(NO_SUCH_MOVE_COST)`."""
    found = moving.cost(session, cost_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_MOVE_COST, id=cost_id)
    return found


def fill_move(row: Move, draft: MoveDraft) -> None:
    """Write what is moved into its row."""
    row.from_town, row.note = draft.from_town.strip(), draft.note.strip()
    row.extras = _codes(draft.extras)
    row.pays = " ".join(sorted(each.value for each in draft.pays))
    for name in _MOVE:
        setattr(row, name, getattr(draft, name))


def fill_quote(session: Session, row: MoveQuote, draft: QuoteDraft) -> None:
    """Write a quote into its row. Raises `Refused(NO_SUCH_PROVIDER)`."""
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    row.provider_id = draft.provider
    row.name = draft.name.strip()
    row.state = draft.state.value
    row.includes = _codes(draft.includes)
    for name in _QUOTE:
        setattr(row, name, getattr(draft, name))
    for name in ("because", "public_note", "note"):
        setattr(row, name, str(getattr(draft, name)).strip())


def fill_cost(row: MoveCost, draft: CostDraft) -> None:
    """Write a cost that was checked into its row."""
    row.kind, row.payer, row.receipt = draft.kind.value, draft.payer.value, draft.receipt.value
    row.cents = draft.cents or 0
    for name in _COST:
        setattr(row, name, getattr(draft, name))
    for name in ("title", "refused_because", "note"):
        setattr(row, name, str(getattr(draft, name)).strip())


def move_draft(row: Move) -> MoveDraft:
    """What is moved, read back."""
    return MoveDraft(
        from_town=row.from_town,
        cubic_metres=row.cubic_metres,
        kilometres=row.kilometres,
        floors_from=row.floors_from,
        floors_to=row.floors_to,
        goods_cents=row.goods_cents,
        extras=_extras(row.extras),
        pays=frozenset(Payer(code) for code in row.pays.split()),
        note=row.note,
    )


def quote_draft(row: MoveQuote) -> QuoteDraft:
    """A quote, read back."""
    return QuoteDraft(
        provider=row.provider_id,
        name=row.name,
        state=QuoteState(row.state),
        asked_on=row.asked_on,
        received_on=row.received_on,
        valid_to=row.valid_to,
        moving_on=row.moving_on,
        cents=row.cents,
        fixed=row.fixed,
        cubic_metres=row.cubic_metres,
        insured_cents=row.insured_cents,
        includes=_extras(row.includes),
        because=row.because,
        public_note=row.public_note,
        note=row.note,
    )


def cost_draft(row: MoveCost) -> CostDraft:
    """A cost, read back."""
    return CostDraft(
        kind=CostKind(row.kind),
        cents=row.cents,
        title=row.title,
        ordered_on=row.ordered_on,
        incurred_on=row.incurred_on,
        receipt=Receipt(row.receipt),
        payer=Payer(row.payer),
        claim_by=row.claim_by,
        claimed_on=row.claimed_on,
        refunded_cents=row.refunded_cents,
        refunded_on=row.refunded_on,
        refused_because=row.refused_because,
        note=row.note,
    )


def quotes_of(session: Session, rows: Iterable[MoveQuote]) -> list[Quote]:
    """What of each quote decides; the mover by the name it goes by, however that is written."""
    return [_quote_of(row, folded(mover_name(session, row))) for row in rows]


def _quote_of(row: MoveQuote, mover: str) -> Quote:
    return Quote(
        id=row.id,
        state=QuoteState(row.state),
        cents=row.cents,
        fixed=row.fixed,
        cubic_metres=row.cubic_metres,
        valid_to=row.valid_to,
        moving_on=row.moving_on,
        insured_cents=row.insured_cents,
        includes=_extras(row.includes),
        mover=mover,
    )


def cost_of(row: MoveCost) -> Cost:
    """What of a cost decides."""
    return Cost(
        id=row.id,
        kind=CostKind(row.kind),
        title=row.title,
        cents=row.cents,
        payer=Payer(row.payer),
        quote=row.quote_id,
        ordered_on=row.ordered_on,
        incurred_on=row.incurred_on,
        claim_by=row.claim_by,
        claimed=row.claimed_on is not None,
        refunded_cents=row.refunded_cents,
        refused=bool(row.refused_because),
    )


def mover_name(session: Session, row: MoveQuote) -> str:
    """What the mover is called: as the directory says, else as it was typed."""
    whole = providers.by_id(session, row.provider_id) if row.provider_id is not None else None
    return whole.organisation.name if whole else row.name


def _codes(extras: frozenset[Extra]) -> str:
    return " ".join(each.value for each in Extra if each in extras)


def _extras(codes: str) -> frozenset[Extra]:
    return frozenset(Extra(code) for code in codes.split())
