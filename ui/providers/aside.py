"""The left column of the directory: kinds of providers and saved filters, with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.records.directory import ProviderFilter, ProviderQuery
from app.records.providers import Category
from ui import theme
from ui.providers import words
from ui.widgets.buttons import link
from ui.widgets.count_list import Counted, CountList
from ui.widgets.field import Field

ALL, ARCHIVED = "all", "archived"


class Aside(QScrollArea):
    """`kind_chosen(key)`: a category, ALL or ARCHIVED; `query_chosen(ProviderQuery)`;
    `keep_wanted(name)`; `remove_wanted(filter id)`."""

    kind_chosen = Signal(object)
    query_chosen = Signal(object)
    keep_wanted = Signal(str)
    remove_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queries: dict[object, ProviderQuery] = {}
        self._can_keep = False
        self.kinds = CountList("Arten von Anbietern")
        self.kinds.chosen.connect(self.kind_chosen)
        self.filters = CountList("Gespeicherte Filter")
        self.filters.chosen.connect(self._filter_chosen)
        self.keep = link("Filter speichern", self.ask_name, "plus")
        self.drop = link("Filter entfernen", self._remove, "trash-2")
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name des Filters")
        self.name.setAccessibleName("Name des Filters")
        self.name.returnPressed.connect(self._named)
        self.name_field = Field("", self.name, label_wide=0)
        for keys, owner, act in (
            ("Esc", self.name, self.shut_name),
            ("Del", self.filters, self._remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._lay_out()

    def show_counts(self, counts: Mapping[Category, int], saved: Sequence[ProviderFilter]) -> None:
        """Show kinds and saved filters; what is chosen stays chosen."""
        lines = [Counted(ALL, "Alle", sum(counts.values()))]
        lines += [
            Counted(category, text, counts[category])
            for category, text in words.CATEGORIES.items()
            if category in counts
        ]
        self.kinds.set_lines([*lines, Counted(ARCHIVED, "Archiv")])
        self._queries = {each.id: each.query for each in saved}
        self.filters.set_lines(
            [Counted(each.id, each.name, each.count, icon="bookmark") for each in saved]
        )
        self._head.setVisible(bool(saved))
        self.filters.setVisible(bool(saved))

    def show_query(self, query: ProviderQuery) -> None:
        """Mark the kind and the saved filter that a query stands for."""
        one = next(iter(query.categories)) if len(query.categories) == 1 else None
        several = None if query.categories else ALL
        self.kinds.choose(ARCHIVED if query.archived else one or several)
        plain = replace(query, order=ProviderQuery().order)
        keys = [key for key, kept in self._queries.items() if kept == plain]
        self.filters.choose(keys[0] if keys else None)
        self.drop.setVisible(bool(keys))
        # a kind alone is no filter worth a name
        bare = replace(plain, categories=frozenset(), archived=False) == ProviderQuery()
        self._can_keep = not keys and not bare
        self.keep.setVisible(self._can_keep and self.name_field.isHidden())
        if not self._can_keep and self.name_field.isVisible():
            self.shut_name()

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
        self.keep.setVisible(self._can_keep)

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

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        heads = []
        for text, shown in (("Art", self.kinds), ("Gespeicherte Filter", self.filters)):
            heading = QLabel(text)
            theme.set_face(heading, "strong")
            heading.setContentsMargins(8, 0, 0, 4)
            heads.append(heading)
            if shown is self.filters:
                column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(shown)
        self._head = heads[1]
        for part in (self.keep, self.drop):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            part.hide()
        column.addWidget(self.name_field)
        self.name_field.hide()
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setMinimumWidth(theme.px(self, 196))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
