"""The directory: entering providers, changing, checking and archiving them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.directory import Beside, ProviderView
from app.records.providers import ProviderDraft
from app.services import checks, existing
from app.services.planner import Planner
from app.services.provider_checks import check_draft, check_relations
from app.services.provider_records import fill_provider, new_provider, write_parts
from app.services.provider_views import provider_view
from app.services.transactions import Transactions
from db import journal
from db.repositories import providers
from db.repositories.providers import Whole

_TOUCHED = frozenset({Topic.PROVIDERS})


class Providers:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def provider(self, provider_id: int) -> ProviderView:
        """Everything the form of a provider shows, its neighbours in the organisation, and where
        it is named."""
        with self._transactions.reading() as session:
            return provider_view(session, existing.provider(session, provider_id))

    def add(self, draft: ProviderDraft) -> Done:
        """Enter a provider. Nobody has checked it yet."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_ADDED) as session:
            check_relations(session, draft, self._transactions.today())
            whole = new_provider(session, draft)
            return self._done(Act.PROVIDER_ADDED, session, whole)

    def add_beside(self, provider_id: int, draft: ProviderDraft, beside: Beside) -> Done:
        """Enter another service or place of the organisation of a provider. What they share, the
        organisation always, takes what the draft says of it for all its entries."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_ADDED) as session:
            check_relations(session, draft, self._transactions.today())
            origin = existing.provider(session, provider_id)
            whole = new_provider(
                session,
                draft,
                origin.organisation,
                origin.service if beside is Beside.PLACE else None,
                origin.place if beside is Beside.SERVICE else None,
            )
            self._renew_cases(session, whole)
            return self._done(Act.PROVIDER_ADDED, session, whole)

    def edit(self, provider_id: int, draft: ProviderDraft) -> Done:
        """Change a provider, and with it what its neighbours share; the date of the last check
        stays what it was."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_EDITED) as session:
            check_relations(session, draft, self._transactions.today(), provider_id)
            whole = existing.provider(session, provider_id)
            fill_provider(whole, draft)
            whole = write_parts(session, whole, draft)
            if journal.is_written(session):
                whole.at.saved_at = datetime.now(UTC)
            self._renew_cases(session, whole)
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

    def _renew_cases(self, session: Session, whole: Whole) -> None:
        """The cases found by the name of the organisation, at any of its entries."""
        for entry in providers.beside(session, whole.organisation.id):
            for case in providers.employing(session, entry.at.id):
                self._planner.renew(session, case, self._transactions.today())

    def _done(self, act: Act, session: Session, whole: Whole) -> Done:
        session.flush()
        return Done(
            act,
            _TOUCHED,
            journal.batch_of(session),
            facts={"name": whole.organisation.name, "id": str(whole.at.id)},
        )
