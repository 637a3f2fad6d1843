"""The sheet on the costs of a move, gathered for a family."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder.move_contents import MoveCosts, PrintedCost, PrintedWay
from app.records.moving import CostHint, CostView, MoveBoard, Receipt
from app.rules.refunds import UNREAD, Ask, Fit, Payer, Possible, RefundRule, Way
from app.services import existing
from app.services.derived import called_name
from app.services.move_board import board_of
from app.services.office import setting_of
from db.repositories import cases

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_TOLD = frozenset(Way) - {Way.PROGRAMME}
"""A programme is told on the sheet about funding."""


def sheet_of(
    case_id: int, rules: Sequence[RefundRule], today: date, session: Session, speech: Speech
) -> PaperSheet:
    """Raises `Refused(NO_MOVE_COSTS)` where there are none."""
    from app.folder.papers import PaperSheet  # ReportLab only where a sheet is made
    from app.folder.sheets.move_costs import move_costs
    from app.services.folder_contents import office_of

    case = existing.case(session, case_id)
    board = board_of(session, case, rules, today)
    if not board.costs:
        raise Refused(Reason.NO_MOVE_COSTS)
    names = [called_name(each) for each in cases.people(session, case_id)]
    family = speech.listed(list(dict.fromkeys(names)))
    return PaperSheet(
        title=speech.text("moving.title"),
        parts=(move_costs(printed(board, family), speech),),
        office=office_of(session, today, case),
        created=today,
        name=family,
        example=setting_of(session, "example") == "yes",
    )


def printed(board: MoveBoard, family: str) -> MoveCosts:
    """What of a move is printed: no notes, no ways that are closed to this household."""
    notes: dict[int | None, str] = {each.id: each.draft.public_note for each in board.quotes}
    return MoveCosts(
        family=family,
        costs=tuple(_cost(each, notes.get(each.quote, "")) for each in board.costs),
        ways=tuple(
            _way(each)
            for each in board.refunds
            if each.rule.way in _TOLD and each.fit is not Fit.NOT and each.kinds and not each.ended
        ),
        total=board.sums.total,
        refunded=board.sums.refunded,
        open=board.sums.open,
        own=board.sums.own,
    )


def _way(refund: Possible) -> PrintedWay:
    """What nobody has read is told without its paragraphs, and without days that hang on them."""
    rule = refund.rule
    if rule.grade != UNREAD:
        return PrintedWay(rule.way.value, rule.basis, rule.stand, refund.by, late=refund.late)
    by = None if rule.ask is Ask.TAX_RETURN else refund.by
    return PrintedWay(rule.way.value, "", rule.stand, by, late=by is not None and refund.late)


def _cost(view: CostView, note: str) -> PrintedCost:
    draft = view.draft
    is_theirs = bool(draft.refused_because) or draft.refunded_cents is not None
    return PrintedCost(
        kind=draft.kind.value,
        title=draft.title,
        cents=draft.cents or 0,
        payer=Payer.FAMILY.value if draft.refused_because else draft.payer.value,
        on=draft.incurred_on,
        has_receipt=draft.receipt is Receipt.HERE,
        by=None if is_theirs else draft.claim_by,
        late=CostHint.CLAIM_MISSED in view.hints,
        claimed_on=None if draft.refused_because else draft.claimed_on,
        note=note,
    )
