"""The left column: saved filters with live counts, and the stages with theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.records.cases import NOBODY, CaseQuery, SavedFilter
from app.rules.terms import Stage
from ui import theme
from ui.widgets.buttons import link
from ui.widgets.count_list import Counted, CountList
from ui.widgets.field import Field
from ui.widgets.section import text_label
from ui.words import STAGES

EVERY_STAGE = "every"
# What every office asks for; one of its own with the same question takes its place.
BUILT_IN: tuple[tuple[str, CaseQuery], ...] = (
    ("Alle laufenden", CaseQuery()),
    ("Frist in 7 Tagen", CaseQuery(due_within=7)),
    ("Ankunft in 30 Tagen", CaseQuery(arrival_within=30)),
    ("Lange kein Kontakt", CaseQuery(silent_for=30)),
    ("Ohne Betreuung", CaseQuery(advisor=NOBODY)),
)


class Aside(QScrollArea):
    """`query_chosen(CaseQuery)`, `stage_chosen(Stage | None)`, `keep_wanted(name)`,
    `remove_wanted(filter id)`."""

    query_chosen = Signal(object)
    stage_chosen = Signal(object)
    keep_wanted = Signal(str)
    remove_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queries: dict[object, CaseQuery] = {}
        self.filters = CountList("Gespeicherte Filter")
        self.filters.chosen.connect(self._filter_chosen)
        self.stages = CountList("Phasen")
        self.stages.chosen.connect(self._stage_picked)
        self.keep = link("Filter &speichern", self.ask_name, "plus")
        self.drop = link("Filter entfernen", self._remove, "trash-2")
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name des Filters")
        self.name.returnPressed.connect(self._named)
        self.name_field = Field("", self.name, label_wide=0)
        self.name.setAccessibleName("Name des Filters")
        escape = QShortcut(QKeySequence("Esc"), self.name)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.shut_name)
        delete = QShortcut(QKeySequence("Del"), self.filters)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self.name_field.hide()
        self.drop.hide()
        self._lay()

    def show_counts(
        self,
        saved: Sequence[SavedFilter],
        built_in: Sequence[int | None],
        stages: Mapping[Stage, int],
    ) -> None:
        """Show filters and stages; what is chosen stays chosen."""
        own = {each.query for each in saved}
        lines: list[Counted] = []
        self._queries.clear()
        for (name, query), count in zip(BUILT_IN, built_in, strict=True):
            if query not in own:
                lines.append(Counted(name, name, count, icon="bookmark"))
                self._queries[name] = query
        for each in saved:
            lines.append(Counted(each.id, each.name, each.count, icon="bookmark"))
            self._queries[each.id] = each.query
        self.filters.set_lines(lines)
        every = Counted(
            EVERY_STAGE, "Alle Phasen", sum(stages.values()) if stages else None, lead=" "
        )
        self.stages.set_lines(
            [
                every,
                *(
                    Counted(
                        stage,
                        STAGES[stage],
                        stages.get(stage, 0) if stages else None,
                        lead=str(number),
                    )
                    for number, stage in enumerate(Stage, start=1)
                ),
            ]
        )

    def show_query(self, query: CaseQuery) -> None:
        """Mark the filter and the stage that a query stands for."""
        plain = replace(query, order=CaseQuery().order, descending=False)
        keys = [
            key
            for key, kept in self._queries.items()
            if replace(kept, order=CaseQuery().order, descending=False) == plain
        ]
        self.filters.choose(keys[0] if keys else None)
        self.drop.setVisible(bool(keys) and isinstance(keys[0], int))
        self.keep.setVisible(not keys and self.name_field.isHidden())
        one = next(iter(query.stages)) if len(query.stages) == 1 else None
        self.stages.choose(one or (None if query.stages else EVERY_STAGE))

    def ask_name(self) -> None:
        """Show the field for the name of a new filter."""
        self.keep.hide()
        self.name_field.show()
        self.name.setFocus()

    def shut_name(self) -> None:
        """The filter was saved, or was not wanted after all."""
        self.name.clear()
        self.name_field.say("")
        self.name_field.hide()
        self.filters.setFocus()

    def say(self, reason: str) -> None:
        self.name_field.say(reason)

    def _named(self) -> None:
        self.name_field.say("")
        self.keep_wanted.emit(self.name.text())

    def _remove(self) -> None:
        key = self.filters.key()
        if isinstance(key, int):
            self.remove_wanted.emit(key)

    def _filter_chosen(self, key: object) -> None:
        self.query_chosen.emit(self._queries[key])

    def _stage_picked(self, key: object) -> None:
        self.stage_chosen.emit(key if isinstance(key, Stage) else None)

    def _lay(self) -> None:
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)

        def indented(widget: QWidget) -> None:
            inner = QVBoxLayout()
            inner.setContentsMargins(16, 0, 8, 0)
            inner.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(inner)

        for title, shown in (("Gespeicherte Filter", self.filters), ("Phase", self.stages)):
            head = text_label(title, wrap=False)
            theme.set_face(head, "strong")
            indented(head)
            column.addWidget(shown)
            if shown is self.filters:
                indented(self.keep)
                indented(self.drop)
                named = QVBoxLayout()
                named.setContentsMargins(8, 0, 16, 0)
                named.addWidget(self.name_field)
                column.addLayout(named)
                column.addSpacing(12)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
