"""Bringing the plans of every running case in line with today, as long work."""

from __future__ import annotations

from app.done import Act
from app.progress import Step as Progress
from app.progress import Steps
from app.services import existing
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.repositories import cases


def refresh(transactions: Transactions, planner: Planner) -> Steps[int]:
    """Reconcile each running case that differs; returns how many did."""
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
    changed = 0
    for number, case_id in enumerate(wanted):
        if number % 20 == 0:
            yield Progress(number, len(wanted), "refresh")
        changed += _refreshed(transactions, planner, case_id)
    return changed


def _refreshed(transactions: Transactions, planner: Planner, case_id: int) -> bool:
    today = transactions.today()
    with transactions.reading() as session:
        case = cases.by_id(session, case_id)
        if case is None or not planner.reconcile(session, case, today).changed:
            return False  # the session ends unwritten
        session.rollback()
    with transactions.command(Act.PLAN_REFRESHED, case_id) as session:
        planner.reconcile(session, existing.case(session, case_id), today)
    return True
