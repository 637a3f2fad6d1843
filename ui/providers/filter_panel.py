"""What narrows the directory besides words and category: a panel below the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from app.content.languages import language_name
from app.exchange.table_words import FEATURES
from app.records.directory import Near, ProviderOrder, ProviderQuery, ValuesInUse
from ui import theme
from ui.theme import Tone
from ui.widgets.choices import Choice
from ui.widgets.flow import FlowLayout

ANY = ""
_AGES = (
    (ANY, "beliebig"),
    ("6", "6 Monate"),
    ("12", "1 Jahr"),
    ("24", "2 Jahre"),
    ("36", "3 Jahre"),
    ("48", "4 Jahre"),
    ("60", "5 Jahre"),
    ("72", "6 Jahre"),
    ("96", "8 Jahre"),
    ("120", "10 Jahre"),
)
_FREE = ((ANY, "beliebig"), ("30", "Stand ≤ 30 Tage"), ("90", "Stand ≤ 90 Tage"))
_CHECKED = (
    (ANY, "beliebig"),
    ("0", "nie geprüft"),
    ("180", "seit 180 Tagen nicht"),
    ("365", "seit einem Jahr nicht"),
)
_WITHIN = ((ANY, "beliebig"), *((str(km), f"≤ {km} km") for km in (2, 5, 10, 20, 50)))
_FLAGS = (
    ("accessible", "&barrierefrei"),
    ("without_appointment", "ohne &Termin"),
    ("online", "&online oder per Video"),
)


MOST_ABREAST = 4
LEAST_LETTERS = 6  # of a choice that has little room; its condition stands below in full


class FilterPanel(QWidget):
    """`narrowed(ProviderQuery)`: the query with these conditions filled in."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ProviderQuery()
        self._nears: dict[str, Near] = {}
        self.language = Choice([(ANY, "beliebig")])
        self.town = Choice([(ANY, "beliebig")])
        self.age = Choice(_AGES)
        self.free = Choice(_FREE)
        self.checked = Choice(_CHECKED)
        self.source = Choice([(ANY, "beliebig")])
        self.near = Choice([(ANY, "nicht messen")])
        self.within = Choice(_WITHIN)
        self.feature = Choice(
            [(ANY, "beliebig"), *((each.value, word) for each, word in FEATURES.items())]
        )
        self.flags = {name: QCheckBox(text) for name, text in _FLAGS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 0, 16, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._fields = [
            (QLabel(name), choice)
            for name, choice in (
                ("Sprache", self.language),
                ("Ort", self.town),
                ("Alter des Kindes", self.age),
                ("Freie Plätze", self.free),
                ("Prüfung", self.checked),
                ("Herkunft", self.source),
                ("Luftlinie ab", self.near),
                ("Umkreis", self.within),
                ("Digitales, neue Formen", self.feature),
            )
        ]
        for label, choice in self._fields:
            theme.set_tone(label, Tone.LABEL)
            label.setBuddy(choice)
            choice.setAccessibleName(label.text())
            choice.setMinimumContentsLength(LEAST_LETTERS)
            choice.activated.connect(self._changed)
        self._boxes = QWidget()
        row = FlowLayout(self._boxes, spacing=16, lines_apart=4)
        for box in self.flags.values():
            row.addWidget(box)
            box.clicked.connect(self._changed)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._columns = 0
        self._lay(MOST_ABREAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (n for n in range(MOST_ABREAST, 2, -1) if self._needed(n) <= self.width())
        self._lay(next(fitting, 2))

    def _needed(self, columns: int) -> int:
        """Pixels that so many choices abreast take with their labels."""
        wide = [
            max(label.sizeHint().width(), choice.minimumSizeHint().width())
            for label, choice in self._fields
        ]
        apart, edges = self._grid.horizontalSpacing(), self._grid.contentsMargins()
        widest = sum(max(wide[at::columns]) for at in range(columns))
        return widest + (columns - 1) * apart + edges.left() + edges.right()

    def _lay(self, columns: int) -> None:
        """Choices in so many columns, the boxes behind the last or below."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, (label, choice) in enumerate(self._fields):
            row, column = divmod(at, columns)
            self._grid.addWidget(label, row * 2, column)
            self._grid.addWidget(choice, row * 2 + 1, column)
        for column in range(MOST_ABREAST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        row, column = divmod(len(self._fields), columns)
        if 0 < column < columns - 1:
            place = row * 2 + 1, column, 1, columns - column
            self._grid.addWidget(self._boxes, *place, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._boxes, row * 2 + 2, 0, 1, columns)

    def set_values(self, values: ValuesInUse, origins: Sequence[Near]) -> None:
        """What can be chosen: values the directory has, points to measure from."""
        spoken = sorted((language_name(tag), tag) for tag in values.languages)
        self.language.set_choices([(ANY, "beliebig"), *((tag, name) for name, tag in spoken)])
        self.town.set_choices([(ANY, "beliebig"), *((town, town) for town in values.towns)])
        self.source.set_choices([(ANY, "beliebig"), *((name, name) for name in values.sources)])
        nears = {each.name: each for each in (*origins, *values.middles)}
        if self._query.near is not None:
            nears.setdefault(self._query.near.name, self._query.near)
        self._nears = nears
        self.near.set_choices([(ANY, "nicht messen"), *((name, name) for name in nears)])

    def show_query(self, query: ProviderQuery) -> None:
        """Show what a query asks for, without telling."""
        self._query = query
        self.language.choose(next(iter(query.languages)) if len(query.languages) == 1 else ANY)
        self.feature.choose(next(iter(query.features)) if len(query.features) == 1 else ANY)
        self.town.choose(query.town)
        self.age.choose(_code(query.age_months))
        self.free.choose(_code(query.free_days))
        self.checked.choose(_code(query.checked_days))
        self.source.choose(query.source or ANY)
        self.near.choose(query.near.name if query.near is not None else ANY)
        self.within.choose(ANY if query.within_km is None else f"{query.within_km:g}")
        self.within.setEnabled(query.near is not None)
        for name, box in self.flags.items():
            box.setChecked(getattr(query, name))

    def _changed(self, _what: object) -> None:
        before = self._query
        near = self._nears.get(self.near.code())
        order = before.order
        if near is None and order is ProviderOrder.NEAREST:
            order = ProviderOrder.NAME
        elif near is not None and near != before.near:
            order = ProviderOrder.NEAREST  # whoever measures wants the nearest
        within = self.within.code()
        language, feature = self.language.code(), self.feature.code()
        query = replace(
            before,
            languages=frozenset({language} if language else ()),
            features=frozenset({feature} if feature else ()),
            town=self.town.code(),
            age_months=_number(self.age),
            free_days=_number(self.free),
            checked_days=_number(self.checked),
            source=self.source.code() or None,
            near=near,
            within_km=float(within) if within and near is not None else None,
            order=order,
            accessible=self.flags["accessible"].isChecked(),
            without_appointment=self.flags["without_appointment"].isChecked(),
            online=self.flags["online"].isChecked(),
        )
        self.narrowed.emit(query)


def _number(choice: Choice) -> int | None:
    return int(choice.code()) if choice.code() else None


def _code(number: int | None) -> str:
    return ANY if number is None else str(number)
