"""A move at a glance: quotes side by side, and who may pay what back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.records.moving import MoveBoard, QuoteView
from app.rules.moving import QuoteState
from app.rules.refunds import Fit
from ui import theme
from ui.moving import words
from ui.theme import Tone
from ui.widgets.section import Section, text_label

ABREAST = 3
LABEL_WIDE = 92
_ORDER = (QuoteState.CHOSEN, QuoteState.RECEIVED, QuoteState.ASKED, QuoteState.DECLINED)

_Line = tuple[str, Callable[[QuoteView], str]]
_LINES: tuple[_Line, ...] = (
    ("Stand", lambda view: words.STATES[view.draft.state]),
    ("Preis", lambda view: words.euro(view.draft.cents) or "fehlt noch"),
    ("je m³", lambda view: words.euro(view.judgement.per_cubic_metre) or "nicht zu rechnen"),
    ("fehlt", lambda view: _known(view, words.extras(view.judgement.missing) or "nichts")),
    (
        "enthalten",
        lambda view: _known(view, words.extras(view.draft.includes) or "nur der Transport"),
    ),
    ("Umzugstag", lambda view: words.day(view.draft.moving_on) or "offen"),
    ("gültig bis", lambda view: words.day(view.draft.valid_to) or "nicht gesagt"),
    ("ersetzt bis", lambda view: words.euro(view.judgement.covered_cents) or "Menge fehlt"),
    ("zu prüfen", lambda view: words.quote_hints(view) or "nichts"),
)


def _known(view: QuoteView, told: str) -> str:
    """What a quote without a price contains, nobody knows yet."""
    return "noch nicht bekannt" if view.draft.cents is None else told


class Overview(QWidget):
    """Everything is told in words; what is edited stands in the forms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quotes = Section("Angebote im Vergleich", air=4)
        self.advice = text_label("", Tone.SECOND)
        self.liable = text_label(
            "Ersetzt bis: Ohne Versicherung haftet die Umzugsfirma mit höchstens 620 € je "
            "Kubikmeter (§\u00a0451e\u00a0HGB).",
            Tone.SECOND,
        )
        self.ways = Section("Wer etwas zurückzahlen kann", air=8)
        self._grid_holder: QWidget | None = None
        self._told: list[QWidget] = []
        self._values: list[QWidget] = []
        self.quotes.body.addWidget(self.advice)
        self.quotes.body.addWidget(self.liable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.quotes)
        column.addWidget(self.ways)
        column.addStretch(1)

    def show_board(self, board: MoveBoard) -> None:
        """Those that can still be had first; more than a few stand in the list alone."""
        sorted_ = sorted(
            board.quotes, key=lambda each: (_ORDER.index(each.draft.state), not each.is_cheapest)
        )
        shown, more = sorted_[:ABREAST], len(sorted_) - ABREAST
        said = words.quotes_advice(board)
        if more > 0:
            others = "1 weiteres" if more == 1 else f"{more} weitere"
            said = f"{said} {others} in der Liste links.".strip()
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        self.quotes.setVisible(bool(shown))
        self._lay_quotes(shown)
        self._lay_ways(board)

    def quotes_told(self) -> str:
        """What is told of the quotes, a line each."""
        return "\n".join(each.accessibleName() for each in self._values)

    def ways_told(self) -> str:
        """What is told of who may pay, a line each way."""
        return "\n".join(each.accessibleName() for each in self._told)

    def _lay_quotes(self, shown: Sequence[QuoteView]) -> None:
        if self._grid_holder is not None:
            self._grid_holder.hide()
            self._grid_holder.deleteLater()
        self._values = []
        self._grid_holder = holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        for column, view in enumerate(shown, 1):
            head = text_label(view.name)
            theme.set_face(head, "strong")
            grid.addWidget(head, 0, column, top)
            if view.cheapest is not None:
                mark = text_label(words.CHEAPEST[view.cheapest][1], Tone.ACCENT)
                grid.addWidget(mark, 1, column, top)
            grid.setColumnStretch(column, 1)
        for row, (label, told) in enumerate(_LINES, 2):
            name = text_label(label, Tone.LABEL, wrap=False)
            name.setMinimumWidth(theme.px(self, LABEL_WIDE))
            grid.addWidget(name, row, 0, top)
            for column, view in enumerate(shown, 1):
                value = text_label(told(view))
                value.setAccessibleName(f"{view.name}, {label}: {value.text()}")
                value.setMinimumWidth(theme.px(self, 80))
                self._values.append(value)
                grid.addWidget(value, row, column, top)
        self.quotes.body.insertWidget(1, holder)

    def _lay_ways(self, board: MoveBoard) -> None:
        for widget in self._told:
            widget.hide()
            widget.deleteLater()
        self._told = []
        for way in board.refunds:
            title = words.WAYS[way.rule.way]
            lines = words.way_told(way, board)
            if way.fit is Fit.NOT:
                lines = lines[:1]
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(2)
            head = text_label(f"{title}: {_FITS[way.fit]}")
            theme.set_face(head, "strong")
            column.addWidget(head)
            for line in lines[:-1]:
                column.addWidget(text_label(line))
            column.addWidget(text_label(lines[-1], Tone.SECOND))
            holder.setAccessibleName(" ".join((head.text(), *lines)))
            self._told.append(holder)
            self.ways.body.addWidget(holder)


_FITS = {Fit.FITS: "kommt in Frage", Fit.UNKNOWN: "noch zu klären", Fit.NOT: "kommt nicht in Frage"}
