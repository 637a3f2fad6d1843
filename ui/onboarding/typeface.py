"""The fonts of the timeline and the widths of its words, measured once for a size of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from ui import theme
from ui.widgets.runs import Run

MOST = 20_000  # words remembered


class Typeface:
    """Plain and semibold text, and the small text of the axis."""

    def __init__(self) -> None:
        self._fonts = {strong: theme.face_font("strong" if strong else None) for strong in (0, 1)}
        self._metrics = {key: QFontMetricsF(font) for key, font in self._fonts.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        self._ready: dict[tuple[str, bool, bool], QStaticText] = {}
        self._cut: dict[tuple[str, bool, int], str] = {}
        self.small = theme.face_font("small")
        self.small_bold = QFont(self.small)
        self.small_bold.setBold(True)
        self.small_metrics = QFontMetricsF(self.small)

    def font(self, *, strong: bool) -> QFont:
        return self._fonts[strong]

    def width(self, runs: Sequence[Run]) -> float:
        """Pixels; remembered, because every frame asks for the same words again."""
        return sum(self._width(run.text, strong=run.strong) for run in runs)

    def _width(self, text: str, *, strong: bool) -> float:
        known = self._widths.get((text, strong))
        if known is None:
            if len(self._widths) > MOST:
                self._widths.clear()
            known = self._metrics[strong].horizontalAdvance(text)
            self._widths[text, strong] = known
        return known

    def ready(self, text: str, *, strong: bool) -> QStaticText:
        """Words shaped once, to be put down with `top_in` as their upper edge."""
        return self._shaped(text, self._fonts[strong], (text, strong, False))

    def ready_small(self, text: str, *, strong: bool) -> QStaticText:
        """The same in the small text of the axis."""
        return self._shaped(text, self.small_bold if strong else self.small, (text, strong, True))

    def _shaped(self, text: str, font: QFont, key: tuple[str, bool, bool]) -> QStaticText:
        found = self._ready.get(key)
        if found is None:
            if len(self._ready) > MOST:
                self._ready.clear()
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(font=font)
            self._ready[key] = found
        return found

    def top_in(self, high: float) -> float:
        """How far below the upper edge of a line so high words begin."""
        return (high - self._metrics[False].height()) / 2

    def elided(self, run: Run, width: float) -> Run:
        """The run cut to a width, the same one where it fits; remembered as widths are."""
        if self._width(run.text, strong=run.strong) <= width:
            return run
        key = (run.text, run.strong, int(max(width, 0)))
        text = self._cut.get(key)
        if text is None:
            if len(self._cut) > MOST:
                self._cut.clear()
            metrics = self._metrics[run.strong]
            text = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, key[2])
            self._cut[key] = text
        return Run(text, run.strong, run.tone, run.icon)
