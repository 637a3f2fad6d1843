"""Who looked at whose data: views, prints and exports are batches of the journal too."""

from __future__ import annotations

from app.done import Act, Done
from app.services import existing
from app.services.transactions import Transactions
from db.journal import batch_of


class Privacy:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    @property
    def is_recorded(self) -> bool:
        """Whether views can be recorded: not in a file that somebody else writes."""
        return self._transactions.file.writable

    def viewed(self, case_id: int) -> Done:
        """Record that a case was looked at (Art. 5 (2) GDPR); changes nothing else."""
        with self._transactions.command(Act.CASE_VIEWED, case_id) as session:
            existing.case(session, case_id)
            return Done(Act.CASE_VIEWED, frozenset(), batch_of(session), case_id)
