"""The directory: entering providers, changing, checking and archiving them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.directory import ProviderView
from app.records.providers import ProviderDraft
from app.services import checks, existing
from app.services.derived import list_name
from app.services.planner import Planner
from app.services.provider_records import (
    check_draft,
    draft_of,
    fill_provider,
    new_provider,
    write_parts,
)
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, providers
from db.repositories.providers import Whole

_TOUCHED = frozenset({Topic.PROVIDERS})


class Providers:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def provider(self, provider_id: int) -> ProviderView:
        """Everything the form of a provider shows, with the cases that name it."""
        with self._transactions.reading() as session:
            whole = existing.provider(session, provider_id)
            used_by = []
            for case in providers.employing(session, provider_id):
                people = cases.people(session, case.id)
                used_by.append((case.id, list_name(people[0]) if people else ""))
            return ProviderView(
                id=provider_id,
                draft=draft_of(whole),
                checked_on=whole.at.checked_on,
                checked_by=whole.at.checked_by,
                saved_at=whole.at.saved_at,
                archived_on=whole.at.archived_on,
                archived_because=whole.at.archived_because,
                used_by=tuple(used_by),
            )

    def add(self, draft: ProviderDraft) -> Done:
        """Enter a provider. Nobody has checked it yet."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_ADDED) as session:
            whole = new_provider(session, draft)
            return self._done(Act.PROVIDER_ADDED, session, whole)

    def edit(self, provider_id: int, draft: ProviderDraft) -> Done:
        """Change a provider; the date of the last check stays what it was."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_EDITED) as session:
            whole = existing.provider(session, provider_id)
            fill_provider(whole, draft)
            whole.at.saved_at = datetime.now(UTC)
            whole = write_parts(session, whole, draft)
            for case in providers.employing(session, provider_id):
                self._planner.renew(session, case, self._transactions.today())
            return self._done(Act.PROVIDER_EDITED, session, whole)

    def confirm_checked(self, provider_id: int) -> Done:
        """A person looked at it today: what is entered is right."""
        with self._transactions.command(Act.PROVIDER_CHECKED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.checked_on = self._transactions.today()
            whole.at.checked_by = self._transactions.who
            return self._done(Act.PROVIDER_CHECKED, session, whole)

    def archive(self, provider_id: int, reason: str) -> Done:
        """Take a provider out of the lists; it stays where it is named."""
        checks.storable_text(reason, "reason")
        if not reason.strip():
            raise Refused(Reason.REASON_MISSING, "reason")
        with self._transactions.command(Act.PROVIDER_ARCHIVED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.archived_on = self._transactions.today()
            whole.at.archived_because = reason
            return self._done(Act.PROVIDER_ARCHIVED, session, whole)

    def restore(self, provider_id: int) -> Done:
        with self._transactions.command(Act.PROVIDER_RESTORED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.archived_on, whole.at.archived_because = None, ""
            return self._done(Act.PROVIDER_RESTORED, session, whole)

    def _done(self, act: Act, session: Session, whole: Whole) -> Done:
        session.flush()
        return Done(
            act,
            _TOUCHED,
            journal.batch_of(session),
            facts={"name": whole.organisation.name, "id": str(whole.at.id)},
        )
