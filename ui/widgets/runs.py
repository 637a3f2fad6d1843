"""Lines of words in two weights and several tones, painted without any markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme
from ui.theme import Tone


@dataclass(frozen=True)
class Run:
    """Words of one weight and tone, with an icon before them if one is named. `spare`: left out
    with all that follows where the line holds less than half of its last words."""

    text: str
    strong: bool = False
    tone: Tone = Tone.INK
    icon: str = ""
    spare: bool = False


def plain(runs: Sequence[Run]) -> str:
    """The words alone, for screen readers and tool tips."""
    return "".join(run.text for run in runs)


def _has_figures(run: Run) -> bool:
    return "-" not in run.text and any(letter.isdigit() for letter in run.text)


def _font(run: Run) -> QFont:
    return theme.face_font("strong" if run.strong else None, figures=_has_figures(run))


def _advance(run: Run, text: str) -> int:
    face: theme.Face | None = "strong" if run.strong else None
    return theme.advance(text, face, figures=_has_figures(run))


def width_of(runs: Sequence[Run]) -> int:
    """How wide the line is, in pixels."""
    plain_font = theme.face_font()
    picture = theme.px(plain_font, icons.SIZE) + theme.px(plain_font, 4)
    return sum(_advance(run, run.text) + (picture if run.icon else 0) for run in runs)


def fitting(runs: Sequence[Run], room: int) -> Sequence[Run]:
    """What a line of `room` pixels shows: a clause of which next to nothing fits is left out."""
    first = next((at for at, run in enumerate(runs) if run.spare), None)
    if first is None or width_of(runs) - width_of(runs[-1:]) // 2 <= room:
        return runs
    return runs[:first]


def paint_runs(painter: QPainter, rect: QRect, runs: Sequence[Run], palette: QPalette) -> int:
    """Paint a line left-aligned and centred in `rect`, the last words elided; returns its end."""
    plain_font = theme.face_font()
    x = rect.left()
    for run in runs:
        left = rect.right() + 1 - x
        if left <= 0:
            break
        colour = theme.colour_of(palette, run.tone)
        if run.icon:
            size = theme.px(plain_font, icons.SIZE)
            top = rect.center().y() - size // 2 + 1
            painter.drawPixmap(x, top, icons.pixmap(run.icon, colour.name(), size))
            x += size + theme.px(plain_font, 4)
            left = rect.right() + 1 - x
        font = _font(run)
        text = run.text
        if _advance(run, text) > left:
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(
            QRect(x, rect.top(), left, rect.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            text,
        )
        x += _advance(run, text)
    return x


class RunLine(QWidget):
    """A line of runs as a widget; too long a line is elided and told whole in a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def runs(self) -> tuple[Run, ...]:
        return self._runs

    def text(self) -> str:
        return plain(self._runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        self.setAccessibleName(self.text())
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width_of(self._runs) + 1, QFontMetrics(theme.face_font("strong")).height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 24) if self._runs else 0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_runs(painter, self.rect(), fitting(self._runs, self.width()), self.palette())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            too_long = width_of(self._runs) > self.width()
            self.setToolTip(self.text() if too_long else "")
        return super().event(event)
