"""The log of contacts across cases: what is to be followed up, what is due, what it adds up to."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import Channel
from app.records.chasing import AdvisorFigures, Chase, ContactFigures
from app.records.contacts import ContactTopic
from app.services import checks, events, existing
from app.services.transactions import Transactions
from db import journal
from db.repositories import contacts
from db.tables.contact import Contact

_TOUCHED = frozenset({Topic.CANDIDATES, Topic.SUPPORT})


class Contacts:
    """Noting, editing and removing an entry is done by `Candidates`: a case's plan follows it."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def follow(self, contact_id: int) -> Done:
        """What was to be followed up is done today. Raises `Refused`: NO_SUCH_CONTACT,
        NOTHING_TO_FOLLOW_UP."""
        with self._transactions.command(Act.CONTACT_FOLLOWED) as session:
            contact = existing.contact(session, contact_id)
            if contact.follow_up_on is None or contact.followed_up_on is not None:
                raise Refused(Reason.NOTHING_TO_FOLLOW_UP, id=contact_id)
            contact.followed_up_on = self._transactions.today()
            return _done(session, Act.CONTACT_FOLLOWED, contact)

    def unfollow(self, contact_id: int) -> Done:
        """It is to be followed up after all. Raises `Refused`: NO_SUCH_CONTACT,
        NOTHING_TO_FOLLOW_UP."""
        with self._transactions.command(Act.CONTACT_UNFOLLOWED) as session:
            contact = existing.contact(session, contact_id)
            if contact.followed_up_on is None:
                raise Refused(Reason.NOTHING_TO_FOLLOW_UP, id=contact_id)
            contact.followed_up_on = None
            return _done(session, Act.CONTACT_UNFOLLOWED, contact)

    def due(self, advisor: int | None = None) -> tuple[Chase, ...]:
        """Open events of every subject that are late or due today, of one advisor's running cases
        or (None) of all: by day, then by name."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            found = events.open_events(session, today)
            names = contacts.names(session, {each.case for each in found}, advisor)
        ranks = {case_id: rank for rank, case_id in enumerate(names)}
        chases = [
            Chase(each, names[each.case], (each.on - today).days)
            for each in found
            if each.case in names
        ]
        return tuple(sorted(chases, key=lambda each: (each.event.on, ranks[each.event.case])))

    def figures(self, first: date, last: date) -> ContactFigures:
        """What was advised from `first` to `last`, both included, for the office's own report: no
        number is suppressed. Raises `Refused(ENDS_BEFORE_IT_BEGINS, "last")`."""
        checks.span(("first", first), ("last", last))
        with self._transactions.reading() as session:
            sums = contacts.totals(session, first, last)
            begun = contacts.first_ones(session, first, last)
            topics = contacts.by_topic(session, first, last)
            channels = contacts.by_channel(session, first, last)
            advisors = contacts.by_advisor(session, first, last)
        return ContactFigures(
            first=first,
            last=last,
            cases=sums.cases,
            first_ones=begun,
            further_ones=sums.families - begun,
            with_bodies=sums.bodies,
            minutes=sums.minutes,
            timed=sums.timed,
            employers=sums.employers,
            topics={topic: topics[topic.value] for topic in ContactTopic if topic.value in topics},
            without_topic=topics.get("", 0),
            channels={
                channel: channels[channel.value] for channel in Channel if channel.value in channels
            },
            advisors=tuple(
                AdvisorFigures(
                    f"{each.given or ''} {each.family or ''}".strip(),
                    each.contacts,
                    each.minutes,
                    each.cases,
                )
                for each in advisors
            ),
        )


def _done(session: Session, act: Act, contact: Contact) -> Done:
    session.flush()
    case = existing.case(session, contact.case_id)
    journal.name_case(session, case.id)
    facts = {"name": case.name, "id": str(contact.id)}
    return Done(act, _TOUCHED, journal.batch_of(session), case.id, facts)
