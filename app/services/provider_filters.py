"""Saved filters of the directory."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.directory import ProviderQuery
from app.services import checks
from app.services.directory_lists import provider_query_to_json
from app.services.transactions import Transactions
from db.journal import batch_of
from db.tables.provider import ProviderFilter

_TOUCHED = frozenset({Topic.PROVIDERS})


class ProviderFilters:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def save(self, name: str, query: ProviderQuery) -> Done:
        """Keep a list's query under a name; the same name again replaces it. The order is not
        kept: it is looked at, not asked for."""
        checks.not_blank(name, "name")
        checks.storable_text(name, "name")
        kept_query = replace(query, order=ProviderQuery().order)
        with self._transactions.command(Act.FILTER_SAVED) as session:
            kept = session.scalar(select(ProviderFilter).where(ProviderFilter.name == name.strip()))
            if kept is None:
                kept = ProviderFilter(name=name.strip())
                session.add(kept)
            kept.query = provider_query_to_json(kept_query)
            session.flush()
            return Done(
                Act.FILTER_SAVED,
                _TOUCHED,
                batch_of(session),
                facts={"name": kept.name, "id": str(kept.id)},
            )

    def remove(self, filter_id: int) -> Done:
        with self._transactions.command(Act.FILTER_REMOVED) as session:
            kept = session.get(ProviderFilter, filter_id)
            if kept is None:
                raise Refused(Reason.NO_SUCH_FILTER, id=filter_id)
            session.delete(kept)
            session.flush()
            return Done(Act.FILTER_REMOVED, _TOUCHED, batch_of(session), facts={"name": kept.name})
