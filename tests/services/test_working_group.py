"""The working group on a real file: its procedure, keywords, tasks, meetings, minutes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.network import ActorDraft
from app.records.working_group import EntryDraft, MeetingDraft, TopicDraft
from app.rules.working_group import EntryKind, MeetingRemark, NextStep, TopicState
from app.services.first_topics import WELCOME
from app.services.meeting_sheet import minutes_of
from db.repositories import working_group
from tests.conftest import TODAY

DAY = date(2026, 12, 1)


def added(done):
    return int(done.facts["id"])


def topic(desk, title="Umzugsservice", **changes):
    return added(desk.working_group.add_topic(TopicDraft(title, **changes)))


def reason_of(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.reason, refused.value.field


def test_the_twelve_fields_come_at_once_and_once_only(desk):
    group = desk.working_group
    mine = topic(desk, "Digitalisierung", about="Unsere eigenen Worte")
    done = group.add_first_topics()
    topics = group.topics()
    assert len(topics) == 12
    assert next(each for each in topics if each.id == mine).draft.about == "Unsere eigenen Worte"
    assert sum(WELCOME in each.draft.keywords for each in topics) == 6
    assert {each.draft.state for each in topics} == {TopicState.COLLECTED}
    assert reason_of(group.add_first_topics)[0] is Reason.TOPICS_THERE
    desk.history.undo(done.batch)
    assert [each.id for each in group.topics()] == [mine]


def test_a_keyword_is_one_whatever_its_capitals(desk):
    topic(desk, "A", keywords=("Willkommenskultur",))
    second = topic(desk, "B", keywords=("willkommenskultur", "Kita", "KITA"))
    assert desk.working_group.keywords() == ("Kita", "Willkommenskultur")
    desk.working_group.edit_topic(second, TopicDraft("B", keywords=("kita",)))
    assert desk.working_group.topics()[1].draft.keywords == ("Kita",)


def test_topics_move_among_those_in_use(desk):
    first, second, third = (topic(desk, title) for title in "ABC")
    desk.working_group.archive_topic(second)
    desk.working_group.move_topic(third, -1)
    desk.working_group.move_topic(third, -1)
    assert [each.id for each in desk.working_group.topics()] == [third, first, second]


def test_a_topic_says_what_it_waits_for(desk):
    key = topic(desk)
    group = desk.working_group
    assert group.topics()[0].next is NextStep.KEYWORDS
    group.edit_topic(key, TopicDraft("Umzug", "", TopicState.RUNNING, ("Wohnen",)))
    entry = added(group.add_entry(key, EntryDraft(EntryKind.TASK, "Liste", due=TODAY)))
    assert group.topics()[0].next is NextStep.TASKS
    group.finish_task(entry)
    assert group.topics()[0].next is NextStep.END
    assert group.topics()[0].entries[0].done_on == TODAY


def test_open_tasks_stand_by_day_and_are_late_after_it(desk):
    key = topic(desk)
    days = (None, TODAY, TODAY - timedelta(days=1))
    for due in days:
        desk.working_group.add_entry(key, EntryDraft(EntryKind.TASK, "Tun", due=due))
    tasks = desk.working_group.open_tasks()
    assert [each.draft.due for each in tasks] == [days[2], days[1], None]
    assert [each.is_late(TODAY) for each in tasks] == [True, False, False]
    assert desk.working_group.topics()[0].late(TODAY) == 1


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (EntryDraft(EntryKind.NOTE, " "), Reason.BLANK, "text"),
        (EntryDraft(EntryKind.NOTE, "x", due=DAY), Reason.DUE_WITHOUT_TASK, "due"),
        (EntryDraft(EntryKind.NOTE, "x", meeting=9), Reason.NO_SUCH_MEETING, ""),
        (EntryDraft(EntryKind.TASK, "x", actor=9), Reason.NO_SUCH_ACTOR, ""),
    ],
)
def test_what_no_line_can_be_is_refused(desk, draft, reason, field):
    key = topic(desk)
    assert reason_of(lambda: desk.working_group.add_entry(key, draft)) == (reason, field)
    assert desk.working_group.topics()[0].entries == ()


def test_only_tasks_are_done(desk):
    entry = added(desk.working_group.add_entry(topic(desk), EntryDraft(EntryKind.NOTE, "Gesagt")))
    assert reason_of(lambda: desk.working_group.finish_task(entry))[0] is Reason.NOT_A_TASK


def test_two_meetings_at_once_and_one_on_a_holiday_are_told(desk):
    group = desk.working_group
    for draft in (
        MeetingDraft(DAY, 840),
        MeetingDraft(DAY, 900),
        MeetingDraft(date(2026, 12, 25), 600),
    ):
        group.add_meeting(draft)
    holiday, second, first = group.meetings()
    assert holiday.remarks == (MeetingRemark.HOLIDAY,)
    assert holiday.holiday == "Erster Weihnachtstag"
    assert first.remarks == second.remarks == (MeetingRemark.SAME_TIME,)


def test_a_meeting_goes_and_what_was_said_stays(desk):
    group = desk.working_group
    actor = added(desk.network.add_actor(ActorDraft("Stadt")))
    meeting = added(group.add_meeting(MeetingDraft(DAY)))
    group.set_attendance(meeting, frozenset({actor}))
    group.add_entry(topic(desk), EntryDraft(EntryKind.DECISION, "Ja", meeting))
    assert group.meetings()[0].present == (actor,)
    done = group.remove_meeting(meeting)
    assert group.meetings() == ()
    assert group.topics()[0].entries[0].draft.meeting is None
    desk.history.undo(done.batch)
    assert group.topics()[0].entries[0].draft.meeting == meeting
    assert group.meetings()[0].present == (actor,)


def test_attendance_is_what_was_said_last(desk):
    group = desk.working_group
    one, two, three = (added(desk.network.add_actor(ActorDraft(name))) for name in "ABC")
    meeting = added(group.add_meeting(MeetingDraft(DAY)))
    group.set_attendance(meeting, frozenset({one, two}))
    group.set_attendance(meeting, frozenset({three}), frozenset({one, three}))
    assert (group.meetings()[0].present, group.meetings()[0].excused) == ((three,), (one,))


def test_minutes_say_who_was_there_what_was_decided_and_when_it_goes_on(desk):
    group = desk.working_group
    town = added(desk.network.add_actor(ActorDraft("Stadt Sielhaven")))
    meeting = added(group.add_meeting(MeetingDraft(DAY, 840, "Rathaus", note="vertraulich")))
    group.add_meeting(MeetingDraft(date(2027, 2, 2), 600, "Kreishaus"))
    group.set_attendance(meeting, frozenset({town}))
    key = topic(desk, keywords=("Wohnen",))
    task = EntryDraft(EntryKind.TASK, "Liste machen", meeting, town, date(2027, 1, 8))
    group.add_entry(key, task)
    group.add_entry(key, EntryDraft(EntryKind.DECISION, "Wir fangen an.", meeting))
    group.add_entry(key, EntryDraft(EntryKind.NOTE, "Vor der Sitzung"))
    with desk.transactions.outward() as session:
        row = working_group.meeting(session, meeting)
        minutes = minutes_of(session, TODAY, row)
    assert minutes.present == ("Stadt Sielhaven",)
    ((kind, decided), (last, tasks)) = minutes.topics[0].said
    assert (kind, last) == (EntryKind.DECISION, EntryKind.TASK)
    assert decided[0].text == "Wir fangen an."
    assert (tasks[0].who, tasks[0].due) == ("Stadt Sielhaven", date(2027, 1, 8))
    assert minutes.open_tasks == tasks
    assert minutes.next is not None
    assert minutes.next.on == date(2027, 2, 2)
    assert "vertraulich" not in repr(minutes)
