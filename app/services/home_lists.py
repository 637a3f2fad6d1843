"""Lists of homes that come again: looked through before they are taken, taken in one command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.exchange import home_lists
from app.exchange.sources import LARGEST, open_source
from app.progress import Steps
from app.records.home_lists import HomeFault, HomeRow, HomesPreview, Like
from app.records.housing import OfferDraft
from app.rules.home_matching import Address, meeting_keys, same_home, same_page
from app.services import checks
from app.services.home_records import address_of, check_offer, fill_offer, offer_draft
from app.services.import_files import bytes_of
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import housing
from db.tables.housing import HousingOffer

GONE = "nicht mehr in der Liste"
"""Why a home was archived that a list does not name any more."""


class HomeLists:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def sources(self) -> tuple[str, ...]:
        """The names of the lists taken before."""
        with self._transactions.reading() as session:
            return tuple(housing.sources(session))

    def preview(self, path: Path, source: str) -> Steps[HomesPreview]:
        """What taking the list would do; nothing is written. `source`: what the list is called, by
        which it is known again. Raises `Refused`: BLANK (`source`), NO_HOMES_IN_LIST, and what
        `open_source` raises; `Unavailable`."""
        checks.not_blank(source, "source")
        data, name = bytes_of(path, LARGEST)
        read = yield from open_source(data, name)
        if not read.columns:
            raise Refused(Reason.NO_HOMES_IN_LIST, "file", columns="Kennung, Titel, Ort")
        rows = tuple(map(_checked, home_lists.read(read)))
        with self._transactions.reading() as session:
            return _compared(
                session,
                source.strip(),
                name,
                rows,
                home_lists.unknown_columns(read),
            )

    def take(self, preview: HomesPreview) -> Done:
        """Write what the preview says: new and changed rows, and what is gone is archived; faulty
        rows are left out. What the office wrote beside a home (who offers it, its own note) stays,
        and what it archived itself stays archived."""
        with self._transactions.command(Act.HOMES_IMPORTED) as session:
            today = self._transactions.today()
            known = housing.of_source(session, preview.source)
            for each in (*preview.new, *preview.changed):
                if each.draft is None:
                    continue
                row = known.get(each.key)
                draft = each.draft
                if row is None:
                    row = HousingOffer(source=preview.source, source_key=each.key)
                    session.add(row)
                else:
                    draft = _beside(draft, row)
                fill_offer(session, row, draft, self._resources)
                row.entered_on = today
                if row.archived_because == GONE:
                    row.archived_on, row.archived_because = None, ""
            gone = [known[key] for key in preview.gone_keys if key in known]
            for row in gone:
                row.archived_on, row.archived_because = today, GONE
            session.flush()
            facts = {
                "added": str(len(preview.new)),
                "changed": str(len(preview.changed)),
                "count": str(len(gone)),
            }
            topics = frozenset({Topic.NETWORK, Topic.SUPPORT})
            return Done(Act.HOMES_IMPORTED, topics, batch_of(session), facts=facts)


def _compared(
    session: Session,
    source: str,
    file: str,
    rows: tuple[HomeRow, ...],
    unknown: tuple[str, ...],
) -> HomesPreview:
    known = housing.of_source(session, source)
    new, changed, unchanged, faulty = [], [], 0, []
    for row in rows:
        stands = known.get(row.key)
        if row.draft is None:
            faulty.append(row)
        elif stands is None:
            new.append(row)
        elif _beside(row.draft, stands) != offer_draft(stands) or stands.archived_because == GONE:
            changed.append(row)
        else:
            unchanged += 1
    gone = _gone(known, {row.key for row in rows})
    return HomesPreview(
        source=source,
        file=file,
        new=tuple(new),
        changed=tuple(changed),
        unchanged=unchanged,
        gone=tuple(row.title for row in gone.values()),
        gone_keys=tuple(gone),
        faulty=tuple(faulty),
        like=tuple(_like(session, known, new)),
        unknown_columns=unknown,
    )


def _gone(known: Mapping[str, HousingOffer], listed: set[str]) -> dict[str, HousingOffer]:
    return {key: row for key, row in known.items() if key not in listed and row.archived_on is None}


def _like(
    session: Session, known: Mapping[str, HousingOffer], new: Iterable[HomeRow]
) -> Iterable[Like]:
    own = {row.id for row in known.values()}
    meeting: dict[tuple[str, str], dict[int, tuple[str, Address]]] = {}
    for each in housing.addresses(session):
        if each.id not in own:
            other = Address(*each[3:])
            for key in meeting_keys(other):
                meeting.setdefault(key, {})[each.id] = each.title, other
    for row in new:
        if row.draft is None:
            continue
        mine = address_of(row.draft)
        others = {at: one for key in meeting_keys(mine) for at, one in meeting.get(key, {}).items()}
        for _, (title, other) in sorted(others.items()):
            if same_page(mine, other) or same_home(mine, other):
                yield Like(row.number, row.draft.title, title)
                break


def _beside(draft: OfferDraft, row: HousingOffer) -> OfferDraft:
    return replace(draft, provider=row.provider_id, note=row.note)


def _checked(row: HomeRow) -> HomeRow:
    """A draft that a form would refuse is a fault of its column."""
    if row.draft is None:
        return row
    try:
        check_offer(row.draft)
    except Refused as refused:
        typed = str(refused.facts.get("typed", ""))
        return HomeRow(row.number, row.key, None, (HomeFault(refused.field, typed),))
    return row
