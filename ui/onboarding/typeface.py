"""The fonts of the timeline and the widths of its words, measured once for a size of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui import theme
from ui.widgets.runs import Run


class Typeface:
    """Plain and semibold text, and the small text of the axis."""

    def __init__(self) -> None:
        self._fonts = {strong: theme.face_font("strong" if strong else None) for strong in (0, 1)}
        self._metrics = {key: QFontMetricsF(font) for key, font in self._fonts.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        self.small = theme.face_font("small")
        self.small_metrics = QFontMetricsF(self.small)

    def font(self, *, strong: bool) -> QFont:
        return self._fonts[strong]

    def width(self, runs: Sequence[Run]) -> float:
        """Pixels; remembered, because every frame asks for the same words again."""
        return sum(self._width(run.text, strong=run.strong) for run in runs)

    def _width(self, text: str, *, strong: bool) -> float:
        known = self._widths.get((text, strong))
        if known is None:
            known = self._metrics[strong].horizontalAdvance(text)
            self._widths[text, strong] = known
        return known

    def elided(self, run: Run, width: float) -> Run:
        text = self._metrics[run.strong].elidedText(
            run.text, Qt.TextElideMode.ElideRight, max(width, 0)
        )
        return Run(text, run.strong, run.tone, run.icon)
