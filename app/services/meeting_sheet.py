"""The minutes of a meeting, gathered and composed."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.folder.meeting_contents import Minutes, MinutesTask, MinutesTopic, Sitting
from app.folder.papers import PaperSheet
from app.folder.sheets.meeting import meeting
from app.folder.speech import Speech
from app.records.working_group import EntryView, TopicView
from app.rules.working_group import EntryKind
from app.services.folder_contents import office_of
from app.services.group_views import entry_views, meeting_views
from app.services.office import setting_of
from db.repositories import network, working_group
from db.tables.network import Meeting


def meeting_sheet(session: Session, speech: Speech, today: date, row: Meeting) -> PaperSheet:
    """The sheet; `speech` has the words of the office."""
    minutes = minutes_of(session, today, row)
    return PaperSheet(
        title=speech.text("meeting.title"),
        parts=(meeting(minutes, speech),),
        office=office_of(session, today, None),
        created=today,
        name=speech.date(row.on, "numbers"),
        example=setting_of(session, "example") == "yes",
    )


def minutes_of(session: Session, today: date, row: Meeting) -> Minutes:
    """What a meeting's minutes say; the note to the meeting stays in the office."""
    [view] = [each for each in meeting_views(session) if each.id == row.id]
    names = {actor.id: actor.name for actor in network.actors(session)}
    following = working_group.following(session, row.on)
    open_tasks = [each for each in entry_views(session) if each.is_open]
    return Minutes(
        title=row.title,
        sitting=_sitting(row),
        created=today,
        present=tuple(names[each] for each in view.present),
        excused=tuple(names[each] for each in view.excused),
        topics=tuple(map(_topic, view.topics)),
        open_tasks=tuple(
            _line(each)
            for each in sorted(open_tasks, key=lambda each: (each.draft.due or date.max, each.id))
        ),
        next=_sitting(following) if following is not None else None,
    )


def _sitting(row: Meeting) -> Sitting:
    return Sitting(row.on, row.start, row.place)


def _topic(view: TopicView) -> MinutesTopic:
    by_kind = (
        (kind, tuple(_line(each) for each in view.entries if each.draft.kind is kind))
        for kind in EntryKind
    )
    return MinutesTopic(
        title=view.draft.title,
        state=view.draft.state,
        keywords=view.draft.keywords,
        said=tuple((kind, said) for kind, said in by_kind if said),
    )


def _line(view: EntryView) -> MinutesTask:
    return MinutesTask(view.draft.text, view.actor_name, view.draft.due, view.done_on is not None)
