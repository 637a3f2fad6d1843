"""The meetings of the working group: when, who was there, what was said, the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Topic
from app.records.papers import PaperKind
from app.records.working_group import MeetingView, TopicView
from ui.network import words
from ui.network.meeting_form import EXCUSED, PRESENT, AttendanceList, MeetingForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.paragraphs import Paragraphs, quiet_link, wrapped
from ui.widgets.runs import Run
from ui.widgets.section import Section

NOTHING = (
    "Zu dieser Sitzung ist noch nichts festgehalten. Eingetragen wird unter „Themen“ beim Thema, "
    "mit dieser Sitzung."
)


class MeetingsView(ListRoom):
    """Meetings left, the one chosen right."""

    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, MeetingView] = {}
        self.meeting_form = MeetingForm(workplace)
        self.remarks = Paragraphs()
        self.attendance = AttendanceList()
        self.nobody = wrapped(
            "Noch kein Akteur ist als Mitglied der Arbeitsgruppe eingetragen.", Tone.SECOND
        )
        self.print = link("Protokoll …", self._print, "printer")
        super().__init__(
            workplace,
            "Sitzungen",
            self.meeting_form,
            EmptyState(
                "calendar",
                "Sitzungen der Arbeitsgruppe",
                "Tragen Sie eine Sitzung ein. Was Sie bei den Themen dazu festhalten, steht im "
                "Protokoll.",
                "Sitzung eintragen",
            ),
        )
        self.attendance.changed.connect(self._attended)

    def beside(self) -> QWidget:
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(QPalette.ColorRole.Base)
        self._there = Section("Wer da war", air=8)
        self._there.body.addWidget(self.nobody)
        self._there.body.addWidget(self.attendance)
        self._agenda = Section("Besprochen", self.print, air=8)
        self._topics = QVBoxLayout()
        self._topics.setSpacing(4)
        self._agenda.body.addLayout(self._topics)
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        for part in (self.remarks, self.meeting_form, self._there, self._agenda):
            column.addWidget(part)
        column.addStretch(1)
        return holder

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        self._rows = {view.id: view for view in self.desk.working_group.meetings()}
        return [
            (key, words.meeting_title(view), words.meeting_line(view))
            for key, view in self._rows.items()
        ]

    def show_row(self, row_id: int) -> None:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        view = self._rows[row_id]
        self.meeting_form.show_meeting(view)
        self.remarks.set_texts(words.remarks(view))
        said = {**dict.fromkeys(view.excused, EXCUSED), **dict.fromkeys(view.present, PRESENT)}
        members = [
            each
            for each in self.desk.network.actors()
            if each.id in said or (each.draft.in_group and each.is_active(view.draft.on))
        ]
        self.attendance.show_members(members, said)
        self.nobody.setVisible(not members)
        self._list_topics(view.topics)
        for part in (self._there, self._agenda):
            part.show()

    def show_new(self) -> None:
        self.meeting_form.show_meeting(None)
        self.remarks.set_texts(())
        for part in (self._there, self._agenda):
            part.hide()

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        ahead = [view for view in self._rows.values() if view.draft.on >= today]
        following = min(ahead, key=lambda view: view.draft.on, default=None)
        said = (
            f"die nächste am {words.meeting_title(following)}."
            if following
            else "keine weitere eingetragen."
        )
        return [Run("Sitzungen: ", strong=True), Run(said)]

    def _list_topics(self, topics: Sequence[TopicView]) -> None:
        while (item := self._topics.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for topic in topics:
            self._topics.addWidget(quiet_link(topic.draft.title, partial(self._go_to, topic.id)))
            for entry in topic.entries:
                kind = words.ENTRY_KINDS[entry.draft.kind]
                self._topics.addWidget(wrapped(f"{kind}: {entry.draft.text}", Tone.SECOND))
        if not topics:
            self._topics.addWidget(wrapped(NOTHING, Tone.SECOND))

    def _go_to(self, topic: int) -> None:
        self.elsewhere.emit("topics", topic)

    def _attended(self) -> None:
        view = self.meeting_form.view
        if view is None:
            return
        present = self.attendance.marked(PRESENT)
        excused = self.attendance.marked(EXCUSED)
        self.acts.do(
            lambda desk: desk.working_group.set_attendance(view.id, present, excused), self
        )

    def _print(self) -> None:
        from ui.widgets.paper_dialog import open_paper, paper

        view = self.meeting_form.view
        if view is None:
            return
        sheet = paper(
            lambda desk: desk.working_group.sheet(view.id),
            PaperKind.MEETING,
            None,
            f"{view.draft.on:%d.%m.%Y}",
            "Die Notiz zur Sitzung bleibt in der Servicestelle.",
        )
        open_paper(self.workplace, sheet, self)
