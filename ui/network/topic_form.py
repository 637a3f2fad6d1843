"""One topic of the working group, edited in place, and what is noted to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.network import ActorView
from app.records.working_group import (
    EntryDraft,
    EntryView,
    MeetingView,
    TopicDraft,
    TopicView,
)
from app.rules.working_group import EntryKind, TopicState
from ui.network import words
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText, WordsLine
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Weglegen", "Wieder aufnehmen"


class TopicForm(Form):
    """A new topic, or the one shown. Keywords are offered from those known."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.view: TopicView | None = None
        self.keywords = WordsLine("z. B. Willkommenskultur, Wohnen")
        self.add("title", "&Thema", QLineEdit())
        self.add("about", "&Worum es geht", GrowingText(lines=2))
        self.add(
            "state",
            "&Stand",
            Choice([(each.value, word) for each, word in words.TOPIC_STATES.items()]),
        )
        self.add("keywords", "Schlagw&orte", self.keywords)
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    def show_topic(self, view: TopicView | None, known: Sequence[str]) -> None:
        """A topic as the file has it, or blank fields for a new one."""
        self.view = view
        draft = view.draft if view else TopicDraft("")
        self.keywords.set_words(known)
        self.fill(
            {
                "title": draft.title,
                "about": draft.about,
                "state": draft.state.value,
                "keywords": ", ".join(draft.keywords),
            }
        )
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def command(self) -> Callable[[Desk], Done]:
        draft = TopicDraft(
            title=self.value("title"),
            about=self.value("about"),
            state=TopicState(self.value("state")),
            keywords=tuple(self.value("keywords").split(",")),
        )
        return partial(_save, self.view.id if self.view else None, draft)

    def _archive(self) -> None:
        view = self.view
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _put_away, view.id))


class TopicEntryForm(Form):
    """Note something to a topic, or change the line chosen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.topic: int | None = None
        self.view: EntryView | None = None
        due = QLineEdit()
        due.setPlaceholderText("TT.MM.JJJJ, nur bei Aufgaben")
        self.actor = Choice()
        self.meeting = Choice()
        self.add(
            "kind",
            "Was",
            Choice([(each.value, word) for each, word in words.ENTRY_KINDS.items()]),
        )
        self.add("text", "Te&xt", GrowingText(lines=2))
        self.add("actor", "We&r", self.actor)
        self.add("due", "B&is wann", due)
        self.add("meeting", "Sitz&ung", self.meeting)
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Eintragen", more=self.remove)

    def offer(self, actors: Sequence[ActorView], meetings: Sequence[MeetingView]) -> None:
        """Whom and which meeting a line may name."""
        self.actor.set_choices(
            [("", "niemand bestimmt"), *((str(each.id), each.draft.name) for each in actors)]
        )
        self.meeting.set_choices(
            [("", "außerhalb einer Sitzung")]
            + [(str(each.id), words.meeting_title(each)) for each in meetings]
        )

    def show_entry(self, topic: int | None, view: EntryView | None = None) -> None:
        """A line of the topic, or blank fields; of these the meeting stays what it was."""
        self.topic, self.view = topic, view
        draft = view.draft if view else None
        meeting = self.value("meeting")
        if draft is not None:
            meeting = "" if draft.meeting is None else str(draft.meeting)
        self.fill(
            {
                "kind": (draft.kind if draft else EntryKind.NOTE).value,
                "text": draft.text if draft else "",
                "actor": "" if draft is None or draft.actor is None else str(draft.actor),
                "due": typed_dates.shown(draft.due if draft else None),
                "meeting": meeting,
            }
        )
        self.save_button.setText("Speichern" if view else "Eintragen")
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        if self.topic is None:
            raise Refused(Reason.NO_SUCH_TOPIC)
        actor, meeting = self.value("actor"), self.value("meeting")
        draft = EntryDraft(
            kind=EntryKind(self.value("kind")),
            text=self.value("text"),
            meeting=int(meeting) if meeting else None,
            actor=int(actor) if actor else None,
            due=typed_dates.whole(self.value("due"), "due"),
        )
        if self.view is not None:
            return partial(_change, self.view.id, draft)
        return partial(_note, self.topic, draft)

    def _remove(self) -> None:
        if self.view is not None:
            self.withdraw(partial(_take_out, self.view.id))


def _save(topic_id: int | None, draft: TopicDraft, desk: Desk) -> Done:
    if topic_id is None:
        return desk.working_group.add_topic(draft)
    return desk.working_group.edit_topic(topic_id, draft)


def _put_away(topic_id: int, desk: Desk) -> Done:
    return desk.working_group.archive_topic(topic_id)


def _restore(topic_id: int, desk: Desk) -> Done:
    return desk.working_group.restore_topic(topic_id)


def _note(topic_id: int, draft: EntryDraft, desk: Desk) -> Done:
    return desk.working_group.add_entry(topic_id, draft)


def _change(entry_id: int, draft: EntryDraft, desk: Desk) -> Done:
    return desk.working_group.edit_entry(entry_id, draft)


def _take_out(entry_id: int, desk: Desk) -> Done:
    return desk.working_group.remove_entry(entry_id)
