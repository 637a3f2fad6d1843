"""The topics of the working group: by state and keyword, with all that was said to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.done import Done, Topic
from app.records.working_group import EntryView, TopicView
from app.rules.working_group import EntryKind, TopicState
from ui.network import words
from ui.network.topic_form import TopicEntryForm, TopicForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link, push
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.list_room import ListRoom
from ui.widgets.paragraphs import wrapped
from ui.widgets.runs import Run
from ui.widgets.section import Section

START = "Themenfelder der AG anlegen"
FIELDS = 12
"""So many topics there are at once; with as many of its own the office needs no start."""


class TopicsView(ListRoom):
    """Topics left, the one chosen right with its lines."""

    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, TopicView] = {}
        self._entries: dict[int, EntryView] = {}
        self.topic_form = TopicForm(workplace)
        self.entry_form = TopicEntryForm(workplace)
        self.next = wrapped("", Tone.SECOND)
        self.entries = LineList("Einträge zum Thema")
        self.done = link("Erledigt", self._tick, "check")
        self.add_entry = link("Neuer Eintrag", self._begin_entry, "plus")
        self.keyword = Choice([("", "alle Schlagworte")])
        self.state = Choice(
            [
                ("", "jeder Stand"),
                *((each.value, word) for each, word in words.TOPIC_STATES.items()),
            ]
        )
        self.keyword.setAccessibleName("Schlagwort")
        self.state.setAccessibleName("Stand")
        super().__init__(
            workplace,
            "Themen",
            self.topic_form,
            EmptyState(
                "messages-square",
                "Themen der Arbeitsgruppe",
                "Gesammelt, verschlagwortet, recherchiert, vorgeschlagen, beschlossen: was die "
                "Arbeitsgruppe vorhat und wer was bis wann tut.",
                "Thema anlegen",
            ),
        )
        for choice in (self.keyword, self.state):
            choice.activated.connect(self.refresh)
        self.entries.chosen.connect(self._show_entry)
        self.entry_form.saved.connect(self._noted)
        self.entry_form.left.connect(self._begin_entry)
        tick = QShortcut(QKeySequence("Space"), self.entries, self._tick)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)

    def above(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.keyword, 1)
        row.addWidget(self.state, 1)
        return holder

    def beside(self) -> QWidget:
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(QPalette.ColorRole.Base)
        self._lines = Section("Einträge", self.done, self.add_entry, air=8)
        self._lines.body.addWidget(self.entries)
        self._lines.body.addWidget(self.entry_form)
        order = QHBoxLayout()
        order.setSpacing(4)
        order.addWidget(self.next, 1)
        for icon, name, by in (
            ("arrow-up", "Weiter nach oben", -1),
            ("arrow-down", "Weiter nach unten", 1),
        ):
            order.addWidget(icon_button(icon, name, partial(self._move, by), flat=True))
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(order)
        column.addWidget(self.topic_form)
        column.addWidget(self._lines)
        column.addStretch(1)
        return holder

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        group, today = self.desk.working_group, self.workplace.today()
        known = group.keywords()
        self.keyword.set_choices([("", "alle Schlagworte"), *((each, each) for each in known)])
        self.entry_form.offer(self.desk.network.actors(), group.meetings())
        self._known = known
        self._rows = {view.id: view for view in group.topics()}
        states = list(TopicState)
        found = [view for view in self._rows.values() if self._is_wanted(view)]
        found.sort(
            key=lambda view: (
                view.archived_on is not None,
                states.index(view.draft.state),
                view.rank,
            )
        )
        return [(view.id, view.draft.title, words.topic_line(view, today)) for view in found]

    def show_row(self, row_id: int) -> None:
        view = self._rows[row_id]
        self.topic_form.show_topic(view, self._known)
        self.next.setText(words.NEXT[view.next])
        today = self.workplace.today()
        self._entries = {each.id: each for each in view.entries}
        self.entries.show_lines(
            [(each.id, each.draft.text, words.entry_line(each, today)) for each in view.entries]
        )
        self.entries.setVisible(bool(view.entries))
        if not self.entry_form.is_typed:
            shown = self.entries.key()
            self.entry_form.show_entry(row_id, self._entries.get(shown or 0))
        self._tell_done()
        self._lines.show()

    def show_new(self) -> None:
        self.topic_form.show_topic(None, self._known)
        self.next.setText("")
        self._lines.hide()

    def may_leave(self) -> bool:
        if self.entry_form.is_typed and not self.workplace.asking.discard():
            return False
        if not super().may_leave():
            return False
        self.entry_form.show_entry(None)
        return True

    def unsaved(self) -> str:
        return "Eingaben sind" if self.entry_form.is_typed else super().unsaved()

    def orientation(self) -> list[Run]:
        active = [view for view in self._rows.values() if view.archived_on is None]
        blank = sum(not view.draft.keywords for view in active)
        late = sum(view.late(self.workplace.today()) for view in active)
        done = sum(view.draft.state is TopicState.DONE for view in active)
        told = [f"{len(active)}, davon {done} erledigt"]
        told += [f"{blank} ohne Schlagwort"] if blank else []
        told += (
            [f"{late} Aufgaben überfällig" if late > 1 else "1 Aufgabe überfällig"] if late else []
        )
        return [Run("Themen: ", strong=True), Run(f"{', '.join(told)}.")]

    def strip_actions(self) -> list[QWidget]:
        return [push(START, self._start, "list")] if len(self._rows) < FIELDS else []

    def _is_wanted(self, view: TopicView) -> bool:
        keyword, state = self.keyword.code(), self.state.code()
        if keyword and keyword not in view.draft.keywords:
            return False
        return not state or view.draft.state.value == state

    def _start(self) -> None:
        self.acts.do(lambda desk: desk.working_group.add_first_topics(), self)

    def _move(self, by: int) -> None:
        view = self.topic_form.view
        if view is not None:
            self.acts.do(lambda desk: desk.working_group.move_topic(view.id, by), self)

    def _show_entry(self, entry_id: int) -> None:
        self.entry_form.show_entry(
            self.topic_form.view.id if self.topic_form.view else None, self._entries.get(entry_id)
        )
        self._tell_done()

    def _begin_entry(self) -> None:
        self.entries.choose(None)
        self.entry_form.show_entry(self.topic_form.view.id if self.topic_form.view else None)
        self.entry_form.focus_first()
        self._tell_done()

    def _noted(self, _done: Done) -> None:
        self.entries.choose(None)
        self.entry_form.settle()
        self.entry_form.show_entry(self.topic_form.view.id if self.topic_form.view else None)
        self.refresh()

    def _tell_done(self) -> None:
        view = self._entries.get(self.entries.key() or 0)
        is_task = view is not None and view.draft.kind is EntryKind.TASK
        self.done.setVisible(is_task)
        self.done.setText("Wieder offen" if view and view.done_on else "Erledigt")

    def _tick(self) -> None:
        view = self._entries.get(self.entries.key() or 0)
        if view is None or view.draft.kind is not EntryKind.TASK:
            return
        if view.done_on is None:
            self.acts.do(lambda desk: desk.working_group.finish_task(view.id), self)
        else:
            self.acts.do(lambda desk: desk.working_group.reopen_task(view.id), self)
