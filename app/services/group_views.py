"""The working group as it is shown: topics with their lines, meetings with who was there."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.records.working_group import (
    EntryDraft,
    EntryView,
    MeetingDraft,
    MeetingView,
    TopicDraft,
    TopicView,
)
from app.rules import calendar
from app.rules.working_group import EntryKind, TopicState, next_step, remarks
from db.repositories import network, working_group
from db.tables.network import GroupEntry, GroupTopic, Meeting


def entry_views(session: Session, rows: Iterable[GroupEntry] | None = None) -> list[EntryView]:
    """Lines in the order they were entered, all where None."""
    names = {row.id: row.name for row in network.actors(session)}
    titles = {row.id: row.title for row in working_group.topics(session)}
    return [
        EntryView(
            id=row.id,
            topic=row.topic_id,
            draft=EntryDraft(EntryKind(row.kind), row.text, row.meeting_id, row.actor_id, row.due),
            noted_on=row.noted_on,
            done_on=row.done_on,
            actor_name=names.get(row.actor_id or 0, ""),
            topic_title=titles[row.topic_id],
        )
        for row in (working_group.entries(session) if rows is None else rows)
    ]


def topic_views(session: Session) -> tuple[TopicView, ...]:
    """Every topic by rank, the archived ones last; of each its lines, newest first."""
    entries: dict[int, list[EntryView]] = {}
    for entry in entry_views(session):
        entries.setdefault(entry.topic, []).insert(0, entry)
    keywords: dict[int, list[str]] = {}
    for each in working_group.keywords(session):
        keywords.setdefault(each.topic_id, []).append(each.keyword)
    found = [
        _topic_view(row, tuple(keywords.get(row.id, ())), tuple(entries.get(row.id, ())))
        for row in working_group.topics(session)
    ]
    return tuple(sorted(found, key=lambda each: each.archived_on is not None))


def meeting_views(session: Session) -> tuple[MeetingView, ...]:
    """Every meeting, the latest first, with what was said at it by topic."""
    rows = working_group.meetings(session)
    topics = topic_views(session)
    attended: dict[tuple[int, bool], list[int]] = {}
    for each in working_group.attendances(session):
        attended.setdefault((each.meeting_id, each.present), []).append(each.actor_id)
    return tuple(
        MeetingView(
            id=row.id,
            draft=MeetingDraft(row.on, row.start, row.place, row.title, row.note),
            present=tuple(attended.get((row.id, True), ())),
            excused=tuple(attended.get((row.id, False), ())),
            topics=tuple(_said_at(row, topics)),
            remarks=remarks(
                row.on, row.start, ((other.on, other.start) for other in rows if other is not row)
            ),
            holiday=calendar.holiday_name(row.on),
        )
        for row in rows
    )


def _said_at(meeting: Meeting, topics: Iterable[TopicView]) -> Iterable[TopicView]:
    for topic in topics:
        said = tuple(e for e in reversed(topic.entries) if e.draft.meeting == meeting.id)
        if said:
            yield TopicView(topic.id, topic.rank, topic.draft, said, topic.next, topic.archived_on)


def _topic_view(
    row: GroupTopic, keywords: tuple[str, ...], entries: tuple[EntryView, ...]
) -> TopicView:
    state = TopicState(row.state)
    return TopicView(
        id=row.id,
        rank=row.rank,
        draft=TopicDraft(row.title, row.about, state, keywords),
        entries=entries,
        next=next_step(
            state,
            has_keywords=bool(keywords),
            kinds={each.draft.kind for each in entries},
            open_tasks=sum(each.is_open for each in entries),
        ),
        archived_on=row.archived_on,
    )
