"""Entries of the contact log between their records and their rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.cases import Channel, ContactDraft, ContactView, Counterpart
from app.records.contacts import ContactTopic
from app.services.office import advisor_name
from db.repositories import cases, contacts, office, providers
from db.tables import contact as tables


def views(session: Session, case_id: int) -> tuple[ContactView, ...]:
    """The log of a case, newest first."""
    topics = contacts.topics_of_case(session, case_id)
    return tuple(
        ContactView(
            id=contact.id,
            draft=draft_of(contact, topics.get(contact.id, ())),
            advisor=advisor_name(
                office.advisor(session, contact.advisor_id) if contact.advisor_id else None
            ),
            provider_name=_provider_name(session, contact.provider_id),
            followed_up_on=contact.followed_up_on,
        )
        for contact in cases.contacts(session, case_id)
    )


def draft_of(contact: tables.Contact, topics: Sequence[str]) -> ContactDraft:
    """An entry as it is typed."""
    return ContactDraft(
        on=contact.on,
        channel=Channel(contact.channel),
        counterpart=Counterpart(contact.counterpart),
        whom=contact.whom,
        text=contact.text,
        topics=tuple(map(ContactTopic, topics)),
        minutes=contact.minutes,
        provider=contact.provider_id,
        follow_up_on=contact.follow_up_on,
        follow_up=contact.follow_up,
    )


def fill(session: Session, contact: tables.Contact, draft: ContactDraft) -> None:
    """Write a checked draft into its row and its topics. What is to be followed up on another day
    is open again. Raises `Refused(NO_SUCH_PROVIDER)`."""
    if draft.provider is not None and providers.by_id(session, draft.provider) is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, "provider", id=draft.provider)
    if draft.follow_up_on != contact.follow_up_on:
        contact.followed_up_on = None
    contact.on = draft.on
    contact.channel = draft.channel.value
    contact.counterpart = draft.counterpart.value
    contact.whom = draft.whom
    contact.text = draft.text
    contact.minutes = draft.minutes
    contact.provider_id = draft.provider
    contact.follow_up_on = draft.follow_up_on
    contact.follow_up = draft.follow_up
    session.add(contact)
    session.flush()
    wanted = [topic.value for topic in dict.fromkeys(draft.topics)]
    known = contacts.topics(session, contact.id)
    for row in known:
        if row.topic not in wanted:
            session.delete(row)
    there = {row.topic for row in known}
    session.add_all(
        tables.ContactTopic(contact_id=contact.id, topic=topic)
        for topic in wanted
        if topic not in there
    )


def remove(session: Session, contact: tables.Contact) -> None:
    """Delete an entry with its topics. What was promised in it stays, without it."""
    for row in contacts.topics(session, contact.id):
        session.delete(row)
    for promise in contacts.promises_in(session, contact.id):
        promise.contact_id = None
    session.flush()
    session.delete(contact)


def _provider_name(session: Session, provider_id: int | None) -> str:
    found = providers.by_id(session, provider_id) if provider_id is not None else None
    return "" if found is None else found.organisation.name
