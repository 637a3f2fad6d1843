"""Vouchers of the office: entered once, printed for every family they concern."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.vouchers import Audience, VoucherDraft, VoucherView
from app.services import checks, existing
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import providers, vouchers
from db.tables.composition import Voucher

_TOUCHED = frozenset({Topic.FOLDERS})


class Vouchers:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> tuple[VoucherView, ...]:
        """Every voucher: those in use by title, then the archived ones by title."""
        with self._transactions.reading() as session:
            found = [_view(session, row) for row in vouchers.every(session)]
        return tuple(
            sorted(
                found,
                key=lambda each: (each.archived_on is not None, each.draft.title.casefold()),
            )
        )

    def add(self, draft: VoucherDraft) -> Done:
        """Enter a voucher; `facts["id"]` is its id. Raises `Refused` beside the field."""
        _check(draft)
        with self._transactions.command(Act.VOUCHER_ADDED) as session:
            row = Voucher()
            _fill(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.VOUCHER_ADDED, row)

    def edit(self, voucher_id: int, draft: VoucherDraft) -> Done:
        """Change a voucher; raises `Refused`: NO_SUCH_VOUCHER, or beside the field."""
        _check(draft)
        with self._transactions.command(Act.VOUCHER_EDITED) as session:
            row = _existing(session, voucher_id)
            _fill(session, row, draft)
            session.flush()
            return _done(session, Act.VOUCHER_EDITED, row)

    def archive(self, voucher_id: int) -> Done:
        """Take a voucher out of the folders; raises `Refused(NO_SUCH_VOUCHER)`."""
        with self._transactions.command(Act.VOUCHER_ARCHIVED) as session:
            row = _existing(session, voucher_id)
            row.archived_on = self._transactions.today()
            session.flush()
            return _done(session, Act.VOUCHER_ARCHIVED, row)

    def restore(self, voucher_id: int) -> Done:
        """Put an archived voucher back; raises `Refused(NO_SUCH_VOUCHER)`."""
        with self._transactions.command(Act.VOUCHER_RESTORED) as session:
            row = _existing(session, voucher_id)
            row.archived_on = None
            session.flush()
            return _done(session, Act.VOUCHER_RESTORED, row)


def _check(draft: VoucherDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _existing(session: Session, voucher_id: int) -> Voucher:
    found = vouchers.by_id(session, voucher_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_VOUCHER, id=voucher_id)
    return found


def _fill(session: Session, row: Voucher, draft: VoucherDraft) -> None:
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    row.title = draft.title.strip()
    row.text = draft.text.strip()
    row.provider_id = draft.provider
    row.issuer = draft.issuer.strip()
    row.audience = draft.audience.value
    row.valid_from = draft.valid_from
    row.valid_to = draft.valid_to


def _done(session: Session, act: Act, row: Voucher) -> Done:
    facts = {"name": row.title, "id": str(row.id)}
    return Done(act, _TOUCHED, batch_of(session), facts=facts)


def _view(session: Session, row: Voucher) -> VoucherView:
    whole = None if row.provider_id is None else providers.by_id(session, row.provider_id)
    return VoucherView(
        id=row.id,
        draft=VoucherDraft(
            title=row.title,
            text=row.text,
            provider=row.provider_id,
            issuer=row.issuer,
            audience=Audience(row.audience),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        ),
        provider_name=whole.organisation.name if whole else "",
        archived_on=row.archived_on,
    )
