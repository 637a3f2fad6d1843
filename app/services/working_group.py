"""The working group: topics and keywords, what was said to them, tasks, meetings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import Speech
from app.records.papers import PaperKind
from app.records.working_group import (
    EntryDraft,
    EntryView,
    MeetingDraft,
    MeetingView,
    TopicDraft,
    TopicView,
)
from app.rules.working_group import EntryKind, united_keywords
from app.services import checks
from app.services.first_topics import FIRST_TOPICS
from app.services.group_views import entry_views, meeting_views, topic_views
from app.services.network import actor_of
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db.folding import sort_key
from db.journal import batch_of
from db.repositories import working_group
from db.tables.network import Attendance, GroupEntry, GroupTopic, Meeting, TopicKeyword

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet

_TOUCHED = frozenset({Topic.NETWORK})


class WorkingGroup:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def topics(self) -> tuple[TopicView, ...]:
        """Every topic by rank, the archived ones last."""
        with self._transactions.reading() as session:
            return topic_views(session)

    def keywords(self) -> tuple[str, ...]:
        """Every keyword in use, by name."""
        with self._transactions.reading() as session:
            found = united_keywords((each.keyword for each in working_group.keywords(session)), ())
        return tuple(sorted(found, key=sort_key))

    def open_tasks(self) -> tuple[EntryView, ...]:
        """The tasks nobody has done yet: by day, those without one last."""
        with self._transactions.reading() as session:
            found = [each for each in entry_views(session) if each.is_open]
        return tuple(sorted(found, key=lambda each: (each.draft.due or date.max, each.id)))

    def add_topic(self, draft: TopicDraft) -> Done:
        """Enter a topic behind the others; `facts["id"]` is its id. Raises `Refused(BLANK)`."""
        _check_topic(draft)
        with self._transactions.command(Act.GROUP_TOPIC_ADDED) as session:
            row = _new_topic(session, draft)
            return _done(session, Act.GROUP_TOPIC_ADDED, row.id, name=row.title)

    def add_first_topics(self) -> Done:
        """Enter the twelve fields a working group on skilled staff begins with, as its own text.
        Raises `Refused(TOPICS_THERE)` where each of them is there already."""
        with self._transactions.command(Act.GROUP_TOPICS_STARTED) as session:
            there = {row.title.casefold() for row in working_group.topics(session)}
            wanted = [each for each in FIRST_TOPICS if each.title.casefold() not in there]
            if not wanted:
                raise Refused(Reason.TOPICS_THERE)
            made = [_new_topic(session, draft) for draft in wanted]
            return _done(session, Act.GROUP_TOPICS_STARTED, made[0].id, count=str(len(made)))

    def edit_topic(self, topic_id: int, draft: TopicDraft) -> Done:
        """Change a topic, its state and its keywords; raises `Refused`: NO_SUCH_TOPIC, BLANK."""
        _check_topic(draft)
        with self._transactions.command(Act.GROUP_TOPIC_EDITED) as session:
            row = _topic(session, topic_id)
            _fill_topic(session, row, draft)
            return _done(session, Act.GROUP_TOPIC_EDITED, row.id, name=row.title)

    def move_topic(self, topic_id: int, by: int) -> Done:
        """Move a topic so many places down, up where negative, among those in use. Raises
        `Refused(NO_SUCH_TOPIC)`."""
        with self._transactions.command(Act.GROUP_TOPIC_MOVED) as session:
            row = _topic(session, topic_id)
            order = [each for each in working_group.topics(session) if each.archived_on is None]
            if row in order:
                at = order.index(row)
                order.insert(max(0, min(at + by, len(order) - 1)), order.pop(at))
            for rank, each in enumerate(order, start=1):
                each.rank = rank
            session.flush()
            return _done(session, Act.GROUP_TOPIC_MOVED, row.id, name=row.title)

    def archive_topic(self, topic_id: int) -> Done:
        """Put a topic away with all that was said to it; raises `Refused(NO_SUCH_TOPIC)`."""
        return self._put_away(Act.GROUP_TOPIC_ARCHIVED, topic_id, self._transactions.today())

    def restore_topic(self, topic_id: int) -> Done:
        """Take an archived topic up again; raises `Refused(NO_SUCH_TOPIC)`."""
        return self._put_away(Act.GROUP_TOPIC_RESTORED, topic_id, None)

    def add_entry(self, topic_id: int, draft: EntryDraft) -> Done:
        """Note something to a topic; `facts["id"]` is its id. Raises `Refused`: NO_SUCH_TOPIC,
        NO_SUCH_ACTOR, NO_SUCH_MEETING, DUE_WITHOUT_TASK, BLANK."""
        _check_entry(draft)
        with self._transactions.command(Act.GROUP_ENTRY_ADDED) as session:
            topic = _topic(session, topic_id)
            row = GroupEntry(topic_id=topic.id, noted_on=self._transactions.today())
            _fill_entry(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.GROUP_ENTRY_ADDED, row.id, name=topic.title)

    def edit_entry(self, entry_id: int, draft: EntryDraft) -> Done:
        """Change a line; raises `Refused`: NO_SUCH_ENTRY, and as `add_entry`."""
        _check_entry(draft)
        with self._transactions.command(Act.GROUP_ENTRY_EDITED) as session:
            row = _entry(session, entry_id)
            _fill_entry(session, row, draft)
            session.flush()
            return self._of_entry(session, Act.GROUP_ENTRY_EDITED, row)

    def remove_entry(self, entry_id: int) -> Done:
        """Take out a line; raises `Refused(NO_SUCH_ENTRY)`."""
        with self._transactions.command(Act.GROUP_ENTRY_REMOVED) as session:
            row = _entry(session, entry_id)
            session.delete(row)
            session.flush()
            return self._of_entry(session, Act.GROUP_ENTRY_REMOVED, row)

    def finish_task(self, entry_id: int) -> Done:
        """A task was done today; raises `Refused`: NO_SUCH_ENTRY, NOT_A_TASK."""
        return self._finish(Act.GROUP_TASK_DONE, entry_id, self._transactions.today())

    def reopen_task(self, entry_id: int) -> Done:
        """A task is still to be done; raises `Refused`: NO_SUCH_ENTRY, NOT_A_TASK."""
        return self._finish(Act.GROUP_TASK_REOPENED, entry_id, None)

    def meetings(self) -> tuple[MeetingView, ...]:
        """Every meeting, the latest first."""
        with self._transactions.reading() as session:
            return meeting_views(session)

    def add_meeting(self, draft: MeetingDraft) -> Done:
        """Enter a meeting; `facts["id"]` is its id. Raises `Refused`: NOT_A_DATE."""
        _check_meeting(draft)
        with self._transactions.command(Act.MEETING_ADDED) as session:
            row = Meeting()
            _fill_meeting(row, draft)
            session.add(row)
            session.flush()
            return _of_meeting(session, Act.MEETING_ADDED, row)

    def edit_meeting(self, meeting_id: int, draft: MeetingDraft) -> Done:
        """Change a meeting; raises `Refused`: NO_SUCH_MEETING, NOT_A_DATE."""
        _check_meeting(draft)
        with self._transactions.command(Act.MEETING_EDITED) as session:
            row = _meeting(session, meeting_id)
            _fill_meeting(row, draft)
            session.flush()
            return _of_meeting(session, Act.MEETING_EDITED, row)

    def remove_meeting(self, meeting_id: int) -> Done:
        """Take out a meeting and who was there; what was said stays with its topics. Raises
        `Refused(NO_SUCH_MEETING)`."""
        with self._transactions.command(Act.MEETING_REMOVED) as session:
            row = _meeting(session, meeting_id)
            for attendance in working_group.attendances(session, row.id):
                session.delete(attendance)
            for entry in working_group.entries(session, row.id):
                entry.meeting_id = None
            session.flush()
            session.delete(row)
            session.flush()
            return _of_meeting(session, Act.MEETING_REMOVED, row)

    def set_attendance(
        self, meeting_id: int, present: frozenset[int], excused: frozenset[int] = frozenset()
    ) -> Done:
        """Who was at a meeting and who was excused, by ids of actors; one in both was there.
        Raises `Refused`: NO_SUCH_MEETING, NO_SUCH_ACTOR."""
        with self._transactions.command(Act.ATTENDANCE_SET) as session:
            row = _meeting(session, meeting_id)
            wanted = {**dict.fromkeys(excused, False), **dict.fromkeys(present, True)}
            for attendance in working_group.attendances(session, row.id):
                said = wanted.pop(attendance.actor_id, None)
                if said is None:
                    session.delete(attendance)
                else:
                    attendance.present = said
            for actor_id, said in sorted(wanted.items()):
                actor = actor_of(session, actor_id)
                session.add(Attendance(meeting_id=row.id, actor_id=actor.id, present=said))
            session.flush()
            return _of_meeting(session, Act.ATTENDANCE_SET, row, count=str(len(present)))

    def sheet(self, meeting_id: int) -> PaperOrder:
        """The minutes of a meeting, in German only. Raises `Refused(NO_SUCH_MEETING)`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            name = f"{_meeting(session, meeting_id).on:%d.%m.%Y}"

        def composed(session: Session, speech: Speech) -> PaperSheet:
            from app.services.meeting_sheet import meeting_sheet  # ReportLab only for a sheet

            return meeting_sheet(session, speech, today, _meeting(session, meeting_id))

        return PaperOrder(PaperKind.MEETING, name, composed)

    def _put_away(self, act: Act, topic_id: int, on: date | None) -> Done:
        with self._transactions.command(act) as session:
            row = _topic(session, topic_id)
            row.archived_on = on
            session.flush()
            return _done(session, act, row.id, name=row.title)

    def _finish(self, act: Act, entry_id: int, on: date | None) -> Done:
        with self._transactions.command(act) as session:
            row = _entry(session, entry_id)
            if row.kind != EntryKind.TASK.value:
                raise Refused(Reason.NOT_A_TASK)
            row.done_on = on
            session.flush()
            return self._of_entry(session, act, row)

    def _of_entry(self, session: Session, act: Act, row: GroupEntry) -> Done:
        return _done(session, act, row.id, name=_topic(session, row.topic_id).title)


def _topic(session: Session, topic_id: int) -> GroupTopic:
    found = working_group.topic(session, topic_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_TOPIC, id=topic_id)
    return found


def _entry(session: Session, entry_id: int) -> GroupEntry:
    found = working_group.entry(session, entry_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_ENTRY, id=entry_id)
    return found


def _meeting(session: Session, meeting_id: int) -> Meeting:
    found = working_group.meeting(session, meeting_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_MEETING, id=meeting_id)
    return found


def _check_topic(draft: TopicDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.title, "title")


def _new_topic(session: Session, draft: TopicDraft) -> GroupTopic:
    row = GroupTopic(rank=working_group.last_rank(session) + 1)
    session.add(row)
    _fill_topic(session, row, draft)
    return row


def _fill_topic(session: Session, row: GroupTopic, draft: TopicDraft) -> None:
    row.title = draft.title.strip()
    row.about = draft.about.strip()
    row.state = draft.state.value
    session.flush()
    known = working_group.keywords(session)
    wanted = list(united_keywords(draft.keywords, (each.keyword for each in known)))
    for keyword in known:
        if keyword.topic_id == row.id:
            if keyword.keyword in wanted:
                wanted.remove(keyword.keyword)
            else:
                session.delete(keyword)
    session.flush()
    session.add_all(TopicKeyword(topic_id=row.id, keyword=each) for each in wanted)
    session.flush()


def _check_entry(draft: EntryDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.text, "text")
    if draft.due is not None:
        checks.day(draft.due, "due")
        if draft.kind is not EntryKind.TASK:
            raise Refused(Reason.DUE_WITHOUT_TASK, "due")


def _fill_entry(session: Session, row: GroupEntry, draft: EntryDraft) -> None:
    row.meeting_id = None if draft.meeting is None else _meeting(session, draft.meeting).id
    row.actor_id = None if draft.actor is None else actor_of(session, draft.actor).id
    row.kind = draft.kind.value
    row.text = draft.text.strip()
    row.due = draft.due
    if draft.kind is not EntryKind.TASK:
        row.done_on = None


def _check_meeting(draft: MeetingDraft) -> None:
    checks.storable(draft)
    checks.day(draft.on, "on")


def _fill_meeting(row: Meeting, draft: MeetingDraft) -> None:
    row.on = draft.on
    row.start = draft.start
    row.place = draft.place.strip()
    row.title = draft.title.strip()
    row.note = draft.note.strip()


def _of_meeting(session: Session, act: Act, row: Meeting, **facts: str) -> Done:
    return _done(session, act, row.id, on=row.on.isoformat(), **facts)


def _done(session: Session, act: Act, row_id: int, **facts: str) -> Done:
    return Done(act, _TOUCHED, batch_of(session), facts={**facts, "id": str(row_id)})
