"""Moving the dates a plan is counted from: first seen, then done as one command."""

from __future__ import annotations

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.redating import AnchorMoveView, Redating, RedatingPreview
from app.services import checks, existing
from app.services.anchor_moves import move_anchor, moves_of
from app.services.planner import Planner
from app.services.redating import Preview, settle
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases

_TOUCHED = frozenset({Topic.PLAN, Topic.CANDIDATES})


class Dates:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def preview(self, case_id: int, redating: Redating) -> RedatingPreview:
        """What moving these dates would do, and what would not fit together then; nothing is
        changed. Raises `Refused`: NO_SUCH_CASE, NOT_A_DATE."""
        _check(redating)
        # what is tried out on the records of this session is never written
        with self._transactions.reading() as session, session.no_autoflush:
            case = existing.case(session, case_id)
            return Preview(session, case, self._planner, self._transactions.today()).of(redating)

    def move(self, case_id: int, redating: Redating) -> Done:
        """Move the dates; open steps follow but those that are kept, which are fixed on their
        present day. `facts["moved"]` counts the steps that moved.

        Raises `Refused`: NO_SUCH_CASE, NO_SUCH_STEP, NOT_A_DATE, TEXT_NOT_STORABLE,
        NOTHING_TO_MOVE where every date stands there already."""
        _check(redating)
        checks.storable_text(redating.reason, "reason")
        with self._transactions.command(Act.ANCHORS_MOVED, case_id) as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            moved = [
                move_anchor(session, case_id, kind, day, today, redating.reason.strip())
                for kind, day in redating.moves
            ]
            settled = settle(cases.steps(session, case_id), redating)
            if not any(moved) and not settled:
                raise Refused(Reason.NOTHING_TO_MOVE, "day")
            result = self._planner.reconcile(session, case, today)
            first = redating.moves[0][0].value if redating.moves else ""
            facts = {"name": case.name, "moved": str(result.moved), "anchor": first}
            return Done(Act.ANCHORS_MOVED, _TOUCHED, journal.batch_of(session), case.id, facts)

    def moves(self, case_id: int) -> tuple[AnchorMoveView, ...]:
        """How often the dates of a case were moved and why, newest first."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return moves_of(session, case_id)


def _check(redating: Redating) -> None:
    for kind, day in redating.moves:
        checks.day(day.on, kind.value)
    for _, day in redating.pin:
        checks.day(day.on, "due")
