"""Providers entered twice: found, compared side by side, made one or kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.progress import Step, Steps
from app.records.merging import Comparison, Pair, PairSide, Picks
from app.records.providers import Category, ProviderDraft
from app.rules.duplicates import Alike, Index
from app.rules.likeness import Likeness
from app.services import checks, existing
from app.services.merging import Merge, entry_of, proposed
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import references, standing
from db.repositories.providers import Whole
from db.tables.provider import DistinctPair

_OFTEN = 500  # records between two reports of long work
_TOUCHED = frozenset({Topic.PROVIDERS})


class Duplicates:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def pairs(self) -> Steps[tuple[Pair, ...]]:
        """Every two providers in the directory that may be one, the likeliest first, those that
        somebody found distinct among them: `still_open` leaves them out."""
        with self._transactions.reading() as session:
            rows = standing.rows(session)
        index = yield from _indexed(rows)
        found: list[Alike] = []
        for done, alike in enumerate(index.pairs()):
            if done % _OFTEN == 0:
                yield Step(done, len(rows), "comparing_providers")
            found += alike
        known = {row.id: row for row in rows}
        return tuple(
            Pair(
                _side(known[each.first]),
                _side(known[each.second]),
                each.likelihood,
                each.seen,
                each.points,
            )
            for each in sorted(found, key=lambda each: (-each.points, each.first, each.second))
            if not _is_meant(known[each.first], known[each.second], each)
        )

    def directory(self) -> Steps[Index]:
        """Every provider in the directory by id, to ask which of them a row of a list is like."""
        with self._transactions.reading() as session:
            rows = standing.rows(session)
        return (yield from _indexed(rows))

    def still_open(self, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        """Of pairs found before, those about which somebody still has to decide. Of several
        entries that are all alike, as many pairs as lead from one to the next."""
        with self._transactions.reading() as session:
            there = standing.among(session, {id_ for pair in pairs for id_ in _ids(pair)})
            apart = {(each.first_id, each.second_id) for each in references.pairs_with(session)}
        return _spanning(
            pair for pair in pairs if there.issuperset(_ids(pair)) and _ids(pair) not in apart
        )

    def comparison(self, one: int, other: int) -> Comparison:
        """Both entries side by side, the one that should stay first. Raises `Refused`:
        NO_SUCH_PROVIDER, SAME_PROVIDER, PROVIDER_ARCHIVED."""
        with self._transactions.reading() as session:
            first, second = _both(session, one, other)
            return proposed(entry_of(session, first), entry_of(session, second))

    def merge(self, kept: int, dropped: int, picks: Picks, reason: str) -> Done:
        """Make one provider of two. What `picks` does not name, the kept one says as before. All
        that points at the dropped one points at the kept one then (of what a person decided about
        both the further decision stays); the dropped one is archived for the `reason` (in words)
        with the kept one as its successor, so that the next import still knows it. Who checked it
        stays, or the older check where something comes from both.

        Raises `Refused`: NO_SUCH_PROVIDER, SAME_PROVIDER, PROVIDER_ARCHIVED (`name`),
        REASON_MISSING, and what a form is refused for where picks do not fit together."""
        checks.storable_text(reason, "reason")
        if not reason.strip():
            raise Refused(Reason.REASON_MISSING, "reason")
        with self._transactions.command(Act.PROVIDERS_MERGED) as session:
            stays, goes = _both(session, kept, dropped)
            draft = Comparison(entry_of(session, stays), entry_of(session, goes)).united(picks)
            gone = goes.organisation.name
            merge = Merge(session, self._planner, self._transactions.today(), stays, goes)
            stays = merge.carry_out(draft, reason)
            return Done(
                Act.PROVIDERS_MERGED,
                frozenset({Topic.PROVIDERS, Topic.CANDIDATES, Topic.CARE}),
                journal.batch_of(session),
                facts=_named(stays.organisation.name, gone) | {"id": str(kept)},
            )

    def keep_apart(self, one: int, other: int) -> Done:
        """Two providers are not the same: they are not shown as a pair again. Raises `Refused`:
        NO_SUCH_PROVIDER, SAME_PROVIDER, PROVIDER_ARCHIVED."""
        first, second = sorted((one, other))
        with self._transactions.command(Act.PROVIDERS_KEPT_APART) as session:
            mine, others = _both(session, one, other)
            known = references.pairs_with(session, first)
            if (first, second) not in {(each.first_id, each.second_id) for each in known}:
                session.add(DistinctPair(first_id=first, second_id=second))
            session.flush()
            return Done(
                Act.PROVIDERS_KEPT_APART,
                _TOUCHED,
                journal.batch_of(session),
                facts=_named(mine.organisation.name, others.organisation.name),
            )


def _both(session: Session, one: int, other: int) -> tuple[Whole, Whole]:
    """Two providers that stand in the directory."""
    if one == other:
        raise Refused(Reason.SAME_PROVIDER)
    found = existing.provider(session, one), existing.provider(session, other)
    for whole in found:
        if whole.at.archived_on is not None:
            raise Refused(Reason.PROVIDER_ARCHIVED, name=whole.organisation.name)
    return found


def _named(name: str, other: str) -> dict[str, str]:
    """Both names, the second only where it is another one."""
    return {"name": name} if name == other else {"name": name, "other": other}


def _indexed(rows: Sequence[standing.Standing]) -> Steps[Index]:
    index = Index()
    for done, row in enumerate(rows):
        if done % _OFTEN == 0:
            yield Step(done, len(rows), "reading_providers")
        index.add(row.id, compared(row))
    return index


def compared(row: standing.Standing) -> ProviderDraft:
    """As much of a provider as is compared."""
    return ProviderDraft(
        organisation=row.organisation,
        service=row.service,
        category=Category(row.category),
        office_type=row.office_type,
        street=row.street,
        postcode=row.postcode,
        town=row.town,
        phone=row.phone,
        email=row.email,
        website=row.website,
        latitude=row.latitude,
        longitude=row.longitude,
    )


def _side(row: standing.Standing) -> PairSide:
    return PairSide(
        id=row.id,
        name=row.organisation,
        service=row.service,
        category=Category(row.category),
        street=row.street,
        postcode=row.postcode,
        town=row.town,
    )


def _is_meant(one: standing.Standing, other: standing.Standing, alike: Alike) -> bool:
    """Whether an organisation has both on purpose: several services, or one at several places."""
    if one.organisation_id != other.organisation_id:
        return False
    codes = {each.what for each in alike.seen}
    same_service = one.service.strip().casefold() == other.service.strip().casefold()
    same_place = Likeness.SAME_ADDRESS in codes and one.category == other.category
    return not (same_service and same_place)


def _ids(pair: Pair) -> tuple[int, int]:
    return pair.first.id, pair.second.id


def _spanning(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs that connect what no likelier pair connects already (J. B. Kruskal 1956)."""
    leads: dict[int, int] = {}

    def root(entry: int) -> int:
        while leads.setdefault(entry, entry) != entry:
            leads[entry] = entry = leads[leads[entry]]
        return entry

    kept: list[Pair] = []
    for pair in pairs:
        first, second = map(root, _ids(pair))
        if first != second:
            leads[second] = first
            kept.append(pair)
    return tuple(kept)
