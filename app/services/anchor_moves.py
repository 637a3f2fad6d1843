"""The dates of a case entered and moved, each move remembered with its reason."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.records.redating import AnchorMoveView
from app.rules.calendar import Day, Precision
from app.rules.terms import AnchorKind
from db.repositories import cases
from db.tables.case import AnchorDate, AnchorMove


def moves_of(session: Session, case_id: int) -> tuple[AnchorMoveView, ...]:
    """The moves of a case, newest first."""
    return tuple(
        AnchorMoveView(
            AnchorKind(row.kind),
            Day(row.old_on, Precision(row.old_precision)),
            Day(row.on, Precision(row.precision)),
            row.moved_on,
            row.reason,
        )
        for row in cases.anchor_moves(session, case_id)
    )


def move_anchor(
    session: Session, case_id: int, kind: AnchorKind, day: Day, today: date, reason: str = ""
) -> bool:
    """Enter or move a date; a move is remembered with its reason. False where it stood there."""
    anchor = cases.anchor(session, case_id, kind.value)
    if anchor is None:
        anchor = AnchorDate(case_id=case_id, kind=kind.value)
        session.add(anchor)
    elif (anchor.on, anchor.precision) == (day.on, day.precision.value):
        return False
    else:
        session.add(
            AnchorMove(
                case_id=case_id,
                kind=kind.value,
                old_on=anchor.on,
                old_precision=anchor.precision,
                on=day.on,
                precision=day.precision.value,
                moved_on=today,
                reason=reason,
            )
        )
    anchor.on, anchor.precision = day.on, day.precision.value
    return True
