"""What the working group still has to do: every open task by its day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.done import Topic
from app.records.working_group import EntryView
from ui.network import words
from ui.page import Page, Workplace
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.runs import Run
from ui.widgets.section import Section


class TasksView(Page):
    """Space ticks a task, Enter leads to its topic."""

    about_case = False
    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._rows: dict[int, EntryView] = {}
        self.list = LineList("Offene Aufgaben")
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.done = link("Erledigt", self._tick, "check")
        self.open = link("Zum Thema", self._go_to, "arrow-right")
        self.empty = EmptyState(
            "check", "Keine offene Aufgabe", "Aufgaben tragen Sie beim Thema ein."
        )
        self._section = Section("Offene Aufgaben", self.open, self.done, air=8)
        self._section.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._section)
        column.addWidget(self.empty)
        self.list.chosen.connect(self._tell)
        for keys, act in (("Space", self._tick), ("Return", self._go_to)):
            shortcut = QShortcut(QKeySequence(keys), self.list, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def refresh(self) -> None:
        if self.desk is None:
            return
        today = self.workplace.today()
        self._rows = {each.id: each for each in self.desk.working_group.open_tasks()}
        self.list.show_lines(
            [
                (key, each.draft.text, words.task_line(each, today))
                for key, each in self._rows.items()
            ]
        )
        self._section.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self._tell()

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self.list.choose(row_id)
        self._tell()

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        late = sum(each.is_late(today) for each in self._rows.values())
        said = f"{len(self._rows)} offen, {late} überfällig." if self._rows else "alle erledigt."
        return [Run("Aufgaben: ", strong=True), Run(said)]

    def _tell(self, _key: object = None) -> None:
        chosen = self.list.key() in self._rows
        self.done.setEnabled(chosen)
        self.open.setEnabled(chosen)

    def _tick(self) -> None:
        key = self.list.key()
        if key is not None:
            self.acts.do(lambda desk: desk.working_group.finish_task(key), self)

    def _go_to(self) -> None:
        view = self._rows.get(self.list.key() or 0)
        if view is not None:
            self.elsewhere.emit("topics", view.topic)
