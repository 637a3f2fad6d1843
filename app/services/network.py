"""The network: actors of the region, and which services work together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import Speech
from app.records.network import (
    ActorDraft,
    ActorKind,
    ActorView,
    EndState,
    LinkDraft,
    LinkEnd,
    LinkKind,
    LinkView,
    Picture,
)
from app.records.papers import PaperKind
from app.records.providers import Category
from app.rules.network import Sector, looks_after_health, sector_of
from app.services import checks, existing
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db.folding import sort_key
from db.journal import batch_of
from db.repositories import network, providers
from db.repositories.providers import Whole
from db.tables.network import Actor, ServiceLink

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet

_TOUCHED = frozenset({Topic.NETWORK})


class Network:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def actors(self) -> tuple[ActorView, ...]:
        """Every actor: those that belong to the network today by name, then the former ones."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            counted = network.entries_of_actors(session)
            rows = network.actors(session)
            entries = _entries_by_organisation(session, rows)
            found = [_actor_view(row, entries, counted.get(row.id, 0)) for row in rows]
        return tuple(
            sorted(found, key=lambda each: (not each.is_active(today), sort_key(each.draft.name)))
        )

    def add_actor(self, draft: ActorDraft) -> Done:
        """Enter an actor; `facts["id"]` is its id. Raises `Refused` beside the field."""
        _check_actor(draft)
        with self._transactions.command(Act.ACTOR_ADDED) as session:
            row = Actor()
            _fill_actor(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.ACTOR_ADDED, row.id, name=row.name)

    def edit_actor(self, actor_id: int, draft: ActorDraft) -> Done:
        """Change an actor; raises `Refused`: NO_SUCH_ACTOR, or beside the field."""
        _check_actor(draft)
        with self._transactions.command(Act.ACTOR_EDITED) as session:
            row = actor_of(session, actor_id)
            _fill_actor(session, row, draft)
            session.flush()
            return _done(session, Act.ACTOR_EDITED, row.id, name=row.name)

    def remove_actor(self, actor_id: int) -> Done:
        """Take out an actor that no line of the working group names. Raises `Refused`:
        NO_SUCH_ACTOR, ACTOR_IN_USE (then it gets a last day instead)."""
        with self._transactions.command(Act.ACTOR_REMOVED) as session:
            row = actor_of(session, actor_id)
            used = network.entries_of_actors(session).get(row.id, 0)
            if used:
                raise Refused(Reason.ACTOR_IN_USE, "until", name=row.name, count=used)
            session.delete(row)
            session.flush()
            return _done(session, Act.ACTOR_REMOVED, actor_id, name=row.name)

    def links(self) -> tuple[LinkView, ...]:
        """Every link, by the names of its ends."""
        with self._transactions.reading() as session:
            return _sorted(link_views(session, network.links(session), self._transactions.today()))

    def links_of(self, provider_id: int) -> tuple[LinkView, ...]:
        """The links with a provider at either end, by the name of the other."""
        with self._transactions.reading() as session:
            rows = network.links_of(session, [provider_id])
            found = link_views(session, rows, self._transactions.today())
        return tuple(sorted(found, key=lambda each: sort_key(each.beside(provider_id).name)))

    def picture(self) -> Picture:
        """Who works with whom today, which links lead nowhere, and who has none."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            every = _sorted(link_views(session, network.links(session), today))
            sectors = _sectors(session)
            linked = {end.provider for each in every for end in (each.first, each.second)}
            alone = []
            for whole in providers.in_use(session):
                end = _end(session, whole, sectors, today)
                health = looks_after_health(end.category.value, end.sector)
                if health and end.state is not EndState.ENDED and end.provider not in linked:
                    alone.append(end)
        return Picture(
            links=tuple(each for each in every if each.is_agreed(today)),
            troubled=tuple(each for each in every if each.gone),
            unlinked=tuple(alone),
        )

    def add_link(self, draft: LinkDraft) -> Done:
        """Link two providers; `facts["id"]` is its id. Raises `Refused`: LINK_TO_ITSELF,
        LINK_EXISTS, NO_SUCH_PROVIDER, or beside the field."""
        _check_link(draft)
        with self._transactions.command(Act.LINK_ADDED) as session:
            row = ServiceLink()
            names = _fill_link(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.LINK_ADDED, row.id, **names)

    def edit_link(self, link_id: int, draft: LinkDraft) -> Done:
        """Change a link; raises `Refused`: NO_SUCH_LINK, and as `add_link`."""
        _check_link(draft)
        with self._transactions.command(Act.LINK_EDITED) as session:
            row = _link(session, link_id)
            names = _fill_link(session, row, draft)
            session.flush()
            return _done(session, Act.LINK_EDITED, row.id, **names)

    def remove_link(self, link_id: int) -> Done:
        """Take out a link; raises `Refused(NO_SUCH_LINK)`."""
        with self._transactions.command(Act.LINK_REMOVED) as session:
            row = _link(session, link_id)
            names = _names(session, row.from_id, row.to_id)
            session.delete(row)
            session.flush()
            return _done(session, Act.LINK_REMOVED, link_id, **names)

    def lead_on(self, link_id: int) -> Done:
        """Let a link lead to who has taken the place of an end that is gone. Raises `Refused`:
        NO_SUCH_LINK, NO_SUCCESSOR, LINK_EXISTS, LINK_TO_ITSELF."""
        with self._transactions.command(Act.LINK_LED_ON) as session:
            row = _link(session, link_id)
            [view] = link_views(session, [row], self._transactions.today())
            gone = view.gone
            if not gone or any(end.successor is None for end in gone):
                raise Refused(Reason.NO_SUCCESSOR, name=gone[0].name if gone else "")
            first, second = (
                end.provider if end.successor is None else end.successor
                for end in (view.first, view.second)
            )
            names = _fill_link(session, row, replace(view.draft, first=first, second=second))
            session.flush()
            return _done(session, Act.LINK_LED_ON, row.id, **names)

    def sheet(self) -> PaperOrder:
        """The sheet for families: who works together here."""
        today = self._transactions.today()

        def composed(session: Session, speech: Speech) -> PaperSheet:
            from app.services.network_sheet import network_sheet  # ReportLab only for a sheet

            return network_sheet(session, speech, today, _sorted(_holding(session, today)))

        return PaperOrder(PaperKind.NETWORK, "", composed)


def actor_of(session: Session, actor_id: int) -> Actor:
    """Raises `Refused(NO_SUCH_ACTOR)`."""
    found = network.actor(session, actor_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_ACTOR, id=actor_id)
    return found


def link_views(session: Session, rows: Sequence[ServiceLink], today: date) -> tuple[LinkView, ...]:
    """Links with both their ends as they stand in the directory today."""
    sectors = _sectors(session)
    wanted = {key for row in rows for key in (row.from_id, row.to_id)}
    ends = {
        whole.at.id: _end(session, whole, sectors, today)
        for whole in providers.of_ids(session, sorted(wanted))
    }
    return tuple(
        LinkView(
            row.id,
            LinkDraft(
                first=row.from_id,
                second=row.to_id,
                kind=LinkKind(row.kind),
                text=row.text,
                note=row.note,
                valid_from=row.valid_from,
                valid_to=row.valid_to,
            ),
            ends[row.from_id],
            ends[row.to_id],
        )
        for row in rows
    )


def _holding(session: Session, today: date) -> Iterable[LinkView]:
    valid = network.valid_links(session, today)
    return (each for each in link_views(session, valid, today) if each.holds(today))


def _sorted(views: Iterable[LinkView]) -> tuple[LinkView, ...]:
    return tuple(
        sorted(views, key=lambda each: (sort_key(each.first.name), sort_key(each.second.name)))
    )


def _sectors(session: Session) -> Mapping[int, Sector]:
    """What is said of organisations among the actors, by their id."""
    return {
        row.organisation_id: Sector(row.sector)
        for row in network.actors(session)
        if row.organisation_id is not None and row.sector
    }


def _end(session: Session, whole: Whole, sectors: Mapping[int, Sector], today: date) -> LinkEnd:
    at, place, service = whole.at, whole.place, whole.service
    state = EndState.IN_USE
    if at.archived_on is not None:
        state = EndState.ARCHIVED
    elif at.valid_to is not None and at.valid_to < today:
        state = EndState.ENDED
    elif at.valid_from is not None and at.valid_from > today:
        state = EndState.COMING
    gone = state in (EndState.ARCHIVED, EndState.ENDED)
    said = sectors.get(whole.organisation.id, Sector.UNKNOWN)
    return LinkEnd(
        provider=at.id,
        name=", ".join(part for part in (whole.organisation.name, place.name.strip()) if part),
        town=place.town,
        category=Category(service.category),
        sector=sector_of(service.category, said),
        video=service.video is True,
        online_form=bool(service.online_form.strip()),
        features=tuple(service.features.split()),
        phone=whole.organisation.phone,
        state=state,
        ended_on=at.archived_on or at.valid_to,
        begins_on=at.valid_from,
        successor=at.successor_id if gone else None,
        successor_name=providers.successor_name(session, whole) if gone else "",
    )


def _check_actor(draft: ActorDraft) -> None:
    checks.storable(draft)
    if draft.provider is None:
        checks.not_blank(draft.name, "name")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email.strip(), "email")
    checks.span(("since", draft.since), ("until", draft.until))


def _fill_actor(session: Session, row: Actor, draft: ActorDraft) -> None:
    whole = None if draft.provider is None else existing.provider(session, draft.provider)
    row.organisation_id = whole.organisation.id if whole else None
    row.name = draft.name.strip() or (whole.organisation.name if whole else "")
    row.kind = draft.kind.value
    row.sector = draft.sector.value
    row.role = draft.role.strip()
    row.contact = draft.contact.strip()
    row.phone = draft.phone.strip()
    row.email = draft.email.strip()
    row.in_group = draft.in_group
    row.since = draft.since
    row.until = draft.until
    row.note = draft.note.strip()


def _entries_by_organisation(session: Session, rows: Sequence[Actor]) -> Mapping[int, Whole]:
    """The first entry in use of each organisation, an archived one where there is no other."""
    found: dict[int, Whole] = {}
    for row in rows:
        if row.organisation_id is not None and row.organisation_id not in found:
            entries = providers.beside(session, row.organisation_id)
            in_use = [each for each in entries if each.at.archived_on is None]
            found[row.organisation_id] = (in_use or entries)[0]
    return found


def _actor_view(row: Actor, entries: Mapping[int, Whole], used: int) -> ActorView:
    whole = entries.get(row.organisation_id or 0)
    return ActorView(
        id=row.id,
        draft=ActorDraft(
            name=row.name,
            kind=ActorKind(row.kind),
            sector=Sector(row.sector),
            provider=whole.at.id if whole else None,
            role=row.role,
            contact=row.contact,
            phone=row.phone,
            email=row.email,
            in_group=row.in_group,
            since=row.since,
            until=row.until,
            note=row.note,
        ),
        organisation=whole.organisation.name if whole else "",
        entries=used,
    )


def _link(session: Session, link_id: int) -> ServiceLink:
    found = network.link(session, link_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_LINK, id=link_id)
    return found


def _check_link(draft: LinkDraft) -> None:
    checks.storable(draft)
    if draft.first == draft.second:
        raise Refused(Reason.LINK_TO_ITSELF, "second")
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _fill_link(session: Session, row: ServiceLink, draft: LinkDraft) -> dict[str, str]:
    """Write the draft; the names of both ends are what the sentence tells."""
    if draft.first == draft.second:
        raise Refused(Reason.LINK_TO_ITSELF, "second")
    names = _names(session, draft.first, draft.second)
    with session.no_autoflush:
        for other in network.links_of(session, [draft.first]):
            both = {other.from_id, other.to_id}
            alike = both == {draft.first, draft.second} and other.kind == draft.kind.value
            if alike and other is not row:
                raise Refused(Reason.LINK_EXISTS, "second", **names)
    row.from_id, row.to_id = draft.first, draft.second
    row.kind = draft.kind.value
    row.text = draft.text.strip()
    row.note = draft.note.strip()
    row.valid_from = draft.valid_from
    row.valid_to = draft.valid_to
    return names


def _names(session: Session, first: int, second: int) -> dict[str, str]:
    one, other = (existing.provider(session, each) for each in (first, second))
    return {"name": one.organisation.name, "other": other.organisation.name}


def _done(session: Session, act: Act, row_id: int, **facts: str) -> Done:
    return Done(act, _TOUCHED, batch_of(session), facts={**facts, "id": str(row_id)})
