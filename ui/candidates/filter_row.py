"""What narrows the list: state, advisor, deadline, arrival, silence; a row below the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.records.cases import NOBODY, CaseQuery, CaseState
from ui.candidates.words import NO_ADVISOR
from ui.widgets.buttons import Segments
from ui.widgets.choices import Choice
from ui.words import CASE_STATES

ANY = "any"
_DUE = (
    (ANY, "Frist beliebig"),
    ("-1", "überfällig"),
    ("0", "heute fällig"),
    ("7", "in 7 Tagen"),
    ("30", "in 30 Tagen"),
)
_ARRIVAL = ((ANY, "Ankunft beliebig"), ("30", "in 30 Tagen"), ("90", "in 90 Tagen"))
_SILENT = (
    (ANY, "Kontakt beliebig"),
    ("14", "14 Tage keiner"),
    ("30", "30 Tage keiner"),
    ("90", "90 Tage keiner"),
)


class FilterRow(QWidget):
    """`narrowed(CaseQuery)` with everything but the words and the order filled in."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = CaseQuery()
        self.state: Segments[CaseState] = Segments(
            "Stand", [(state, word) for state, word in CASE_STATES.items()]
        )
        self.advisor = Choice([(ANY, "alle Berater*innen")])
        self.due = Choice(_DUE)
        self.arrival = Choice(_ARRIVAL)
        self.silent = Choice(_SILENT)
        for choice, name in (
            (self.advisor, "Betreuung"),
            (self.due, "Frist"),
            (self.arrival, "Ankunft"),
            (self.silent, "Letzter Kontakt"),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.activated.connect(self._changed)
        self.state.chosen.connect(self._changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 0, 16, 8)
        grid.setSpacing(8)
        grid.addWidget(self.state, 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.advisor, 0, 2)
        for column, choice in enumerate((self.due, self.arrival, self.silent)):
            grid.addWidget(choice, 1, column)
            grid.setColumnStretch(column, 1)
        self.show_query(CaseQuery())

    def set_advisors(self, advisors: Sequence[tuple[str, str]]) -> None:
        self.advisor.set_choices(
            [(ANY, "alle Berater*innen"), *advisors, (str(NOBODY), NO_ADVISOR)]
        )

    def show_query(self, query: CaseQuery) -> None:
        """Show what a query narrows to."""
        self._query = query
        self.state.choose(query.state)
        for choice, number in (
            (self.advisor, query.advisor),
            (self.due, query.due_within),
            (self.arrival, query.arrival_within),
            (self.silent, query.silent_for),
        ):
            choice.choose(ANY if number is None else str(number))

    def used(self) -> int:
        """How many of these narrow the list at present."""
        query, blank = self._query, CaseQuery()
        return sum(
            getattr(query, name) != getattr(blank, name)
            for name in ("state", "advisor", "due_within", "arrival_within", "silent_for")
        )

    def _changed(self, _at: object) -> None:
        self._query = replace(
            self._query,
            state=self.state.key() or CaseState.RUNNING,
            advisor=_number(self.advisor),
            due_within=_number(self.due),
            arrival_within=_number(self.arrival),
            silent_for=_number(self.silent),
        )
        self.narrowed.emit(self._query)


def _number(choice: Choice) -> int | None:
    code = choice.code()
    return None if code in ("", ANY) else int(code)
