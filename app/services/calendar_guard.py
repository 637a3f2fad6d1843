"""What of a plan must not leave the office, because it rests on facts under Art. 9 DSGVO."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sqlalchemy.orm import Session

from app.services import existing
from app.services.known import SPECIAL
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories.calendars import StepRow, Stored


class Sensitive:
    """Which templates tell of such facts: `wholly` where nothing else brings them into a plan,
    `partly` where they may have other reasons."""

    def __init__(self, planner: Planner) -> None:
        named = {
            each.id: [bool(SPECIAL & row.keys()) for row in each.rule.condition.rows]
            for each in planner.catalogue.steps
        }
        self.wholly = {template for template, rows in named.items() if rows and all(rows)}
        self.partly = {template for template, rows in named.items() if any(rows)} - self.wholly


class Guard:
    """One case. What is expensive to know is asked only where it matters."""

    def __init__(
        self,
        session: Session,
        stored: Stored,
        planner: Planner,
        transactions: Transactions,
        sensitive: Sensitive,
    ) -> None:
        self._session = session
        self._stored = stored
        self._planner = planner
        self._transactions = transactions
        self._sensitive = sensitive

    def covers(self, step: StepRow) -> bool:
        """Whether a step tells of such a fact, taken by hand too."""
        if step.template in self._sensitive.wholly:
            return True
        may = self._stored.guarded and step.template in self._sensitive.partly
        return may and (step.template, step.person_id) in self._because

    def was_for(self, step_id: int, role: str, *, leaves: bool) -> bool:
        """Whether a step that is gone was this role's, as far as the journal remembers it."""
        before = self._remembered.get(step_id, {})
        template = str(before.get("template", ""))
        if leaves and template in self._sensitive.wholly | self._sensitive.partly:
            return False
        return role in str(before.get("roles", "")).split()

    @cached_property
    def _because(self) -> set[tuple[str, int | None]]:
        case = existing.case(self._session, self._stored.case.id)
        situation = self._planner.situation(self._session, case, self._transactions.today())
        return {
            (planned.template, planned.member)
            for planned in situation.planned
            if any(because.key in SPECIAL for because in planned.verdict.why)
        }

    @cached_property
    def _remembered(self) -> Mapping[int, journal.Row]:
        return journal.remembered(self._session, self._stored.case.id, "steps")
