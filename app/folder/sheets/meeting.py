"""The minutes of the working group: who was there, what was said by topic, who does what."""

from __future__ import annotations

from collections.abc import Iterator

from app.folder.meeting_contents import Minutes, MinutesTask, MinutesTopic, Sitting
from app.folder.speech import Speech
from app.folder.week import clock
from app.rules.working_group import EntryKind
from app.typeset import blocks

_DUE = 34.0
_WHO = 46.0


def meeting(minutes: Minutes, speech: Speech) -> tuple[blocks.Block, ...]:
    """Head, people, topics, open tasks, next meeting."""
    return (
        blocks.Heading(1, blocks.words(_title(minutes, speech)), in_contents=False),
        blocks.Intro(blocks.words(_sitting(minutes.sitting, speech))),
        _people("meeting.present", minutes.present, speech),
        *([_people("meeting.excused", minutes.excused, speech)] if minutes.excused else []),
        *_topics(minutes, speech),
        *_open_tasks(minutes, speech),
        blocks.KeepTogether(
            (
                _head(speech.text("meeting.next")),
                blocks.Paragraph(
                    blocks.words(
                        _sitting(minutes.next, speech)
                        if minutes.next
                        else speech.text("meeting.next_none")
                    )
                ),
            )
        ),
    )


def _title(minutes: Minutes, speech: Speech) -> str:
    group = minutes.title or speech.text("meeting.group")
    return f"{speech.text('meeting.title')}: {group}"


def _head(text: str) -> blocks.Heading:
    return blocks.Heading(2, blocks.words(text), in_contents=False)


def _sitting(sitting: Sitting, speech: Speech) -> str:
    day = speech.date(sitting.on, "full")
    if sitting.start is not None:
        day = speech.text("meeting.when", date=day, start=clock(sitting.start))
    return speech.joined((day, sitting.place))


def _people(key: str, names: tuple[str, ...], speech: Speech) -> blocks.Paragraph:
    said = speech.divided(names) if names else speech.text("meeting.nobody")
    label = speech.text("joins.colon", text=speech.text(key))
    return blocks.Paragraph(blocks.words(blocks.bold(label), f" {said}"))


def _topics(minutes: Minutes, speech: Speech) -> Iterator[blocks.Block]:
    if not minutes.topics:
        yield _head(speech.text("meeting.topics"))
        yield blocks.Paragraph(blocks.words(speech.text("meeting.no_topics")))
    for topic in minutes.topics:
        yield _head(topic.title)
        yield blocks.Paragraph(
            blocks.words(_standing(topic, speech)), style=blocks.Style.NOTE, keep_with_next=True
        )
        for kind, said in topic.said:
            label = speech.text(f"meeting.kinds.{kind.value}")
            yield blocks.Paragraph(blocks.words(blocks.bold(label)), keep_with_next=True)
            is_task = kind is EntryKind.TASK
            yield blocks.ListBlock(
                tuple(blocks.words(_line(each, speech)) for each in said),
                marker=blocks.Marker.BOX if is_task else blocks.Marker.BULLET,
            )


def _standing(topic: MinutesTopic, speech: Speech) -> str:
    state = speech.text(f"meeting.states.{topic.state.value}")
    parts = [speech.text("meeting.state", state=state)]
    if topic.keywords:
        keywords = speech.joined(topic.keywords)
        parts.append(speech.text("meeting.keywords", keywords=keywords))
    return speech.divided(parts)


def _line(task: MinutesTask, speech: Speech) -> str:
    how = speech.text("meeting.states.done") if task.done else _until(task, speech)
    who = speech.joined((task.who, how))
    return speech.text("meeting.task", text=task.text, who=who) if who else task.text


def _until(task: MinutesTask, speech: Speech) -> str:
    if task.due is None:
        return ""
    return speech.text("dates.until", date=speech.date(task.due, "numbers"))


def _open_tasks(minutes: Minutes, speech: Speech) -> Iterator[blocks.Block]:
    if not minutes.open_tasks:
        return
    yield _head(speech.text("meeting.open_tasks"))
    heads = [blocks.words(speech.text(f"meeting.head_{each}")) for each in ("task", "who", "due")]
    yield blocks.Table(
        (
            blocks.Column(heads[0], row_head=True),
            blocks.Column(heads[1], _WHO),
            blocks.Column(heads[2], _DUE),
        ),
        tuple(
            (
                blocks.words(task.text),
                blocks.words(task.who),
                blocks.words(_day(task, minutes, speech)),
            )
            for task in minutes.open_tasks
        ),
        summary=speech.text("meeting.open_tasks_summary"),
    )


def _day(task: MinutesTask, minutes: Minutes, speech: Speech) -> str:
    if task.due is None:
        return ""
    day = speech.date(task.due, "numbers")
    late = task.due < minutes.created
    return speech.text("meeting.overdue", date=day) if late else day
