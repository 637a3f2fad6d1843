"""Two entries side by side: which stays, what is chosen where they differ, what is the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.records.merging import OF_ORGANISATION, UNITED, Comparison, Entry, Matter, Pick, Picks
from ui import theme
from ui.duplicates import sides, words
from ui.duplicates.rows import ChoiceRow, HeadRow, SameRow, Side
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped

TIGHT = 560  # pixels at 100 %: below, labels stand above the two sides
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}


class CompareView(QScrollArea):
    """`changed` when something else was chosen."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._seen: Comparison | None = None
        self._touched: set[Matter] = set()
        self.head: HeadRow | None = None
        self.choices: dict[Matter, ChoiceRow] = {}
        self.same: dict[Matter, SameRow] = {}
        self._together = wrapped("", Tone.SECOND)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Beide Einträge nebeneinander")

    @property
    def seen(self) -> Comparison | None:
        """The two entries, the one that stays as chosen first."""
        if self._seen is None or self.head is None or self.head.side() is Side.LEFT:
            return self._seen
        return self._seen.turned

    def picks(self) -> Picks:
        """What is chosen, as seen from the entry that stays."""
        kept = self.head.side() if self.head else Side.LEFT
        pick = {kept: Pick.KEPT, _OTHER[kept]: Pick.DROPPED, Side.BOTH: Pick.BOTH}
        return {matter: pick[row.side()] for matter, row in self.choices.items()}

    def show_entries(self, seen: Comparison | None, why: str = "") -> None:
        """Show these two, with what is proposed already chosen, and why they may be one; None for
        nothing."""
        if seen == self._seen and seen is not None:
            return  # what somebody chose stays chosen
        self._seen = seen
        self._touched.clear()
        self.choices, self.same, self.head = {}, {}, None
        body = QWidget()
        body.setAutoFillBackground(True)
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(2)
        if seen is not None:
            column.addWidget(wrapped(why))
            column.addSpacing(6)
            self._fill(column, seen)
        column.addStretch(1)
        self.setWidget(body)
        self._arrange()

    def lead(self) -> None:
        """Put the focus on the first choice."""
        first = next(iter(self.choices.values()), self.head)
        if first is not None:
            first.lead()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fill(self, column: QVBoxLayout, seen: Comparison) -> None:
        both = seen.kept, seen.dropped
        self.head = HeadRow(
            "Es bleibt",
            (both[0].draft.organisation, both[1].draft.organisation),
            (self._about(both[0]), self._about(both[1])),
        )
        self.head.choose(Side.LEFT)
        self.head.chosen.connect(self._turned)
        self.head.left.connect(lambda down: self._step(self.head, down))
        column.addWidget(self.head)
        self._together = wrapped("", Tone.SECOND)
        column.addWidget(self._together)
        column.addWidget(_line())
        for matter in seen.differing:
            texts = sides.value(both[0], matter), sides.value(both[1], matter)
            can_unite = matter in UNITED and all(texts)
            row = ChoiceRow(words.MATTERS[matter], texts, can_unite=can_unite)
            row.chosen.connect(lambda _side, which=matter: self._chose(which))
            row.left.connect(lambda down, which=row: self._step(which, down))
            self.choices[matter] = row
            column.addWidget(row)
        for matter in Matter:
            if seen.is_same(matter) and not seen.kept.is_blank(matter):
                text = sides.value(seen.kept, matter)
                self.same[matter] = SameRow(words.MATTERS[matter], text)
        if self.same:
            column.addWidget(_line())
            column.addWidget(_heading("Auf beiden Seiten gleich"))
            for same in self.same.values():
                column.addWidget(same)
        self._propose()

    def _about(self, entry: Entry) -> tuple[str, ...]:
        """What hangs on an entry, a line each."""
        source = entry.draft.source
        return (
            sides.state(entry, self._today()),
            *sides.used(entry),
            *((f"eingelesen aus „{source}“",) if source else ()),
        )

    def _propose(self) -> None:
        """Choose what is proposed, but for what somebody chose already."""
        seen = self.seen
        if seen is None or self.head is None:
            return
        kept = self.head.side()
        side = {Pick.KEPT: kept, Pick.DROPPED: _OTHER[kept], Pick.BOTH: Side.BOTH}
        for matter, pick in seen.proposal().items():
            if matter not in self._touched:
                self.choices[matter].choose(side[pick])
        self._tell()

    def _turned(self, _side: Side) -> None:
        self._propose()
        self.changed.emit()

    def _chose(self, matter: Matter) -> None:
        self._touched.add(matter)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say who else changes, where something of the organisation is taken from the other."""
        changes = any(
            pick is not Pick.KEPT
            for matter, pick in self.picks().items()
            if matter in OF_ORGANISATION
        )
        told = sides.together(self.seen.kept) if self.seen is not None and changes else ""
        self._together.setText(told)
        self._together.setVisible(bool(told))

    def _step(self, row: ChoiceRow | None, down: int) -> None:
        """The arrow keys lead from row to row."""
        rows = [each for each in (self.head, *self.choices.values()) if each is not None]
        at = rows.index(row) + down if row in rows else 0
        if 0 <= at < len(rows):
            rows[at].lead()
            self.ensureWidgetVisible(rows[at], 0, 24)

    def _arrange(self) -> None:
        tight = self.viewport().width() < theme.px(self, TIGHT)
        for row in (self.head, *self.choices.values(), *self.same.values()):
            if row is not None:
                row.set_stacked(stacked=tight)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    theme.set_face(label, "strong")
    label.setContentsMargins(0, 4, 0, 2)
    return label


def _line() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 6, 0, 6)
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Midlight)
    column.addWidget(line)
    return holder
