"""The timeline: phases as lanes over months or weeks, walked by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.records.plan import PlanView
from app.rules.terms import StepState
from ui import theme
from ui.onboarding import heard, heard_items, walk
from ui.onboarding.arrange import ROW, Mark, Picture, arrange
from ui.onboarding.axis import AXIS
from ui.onboarding.fitting import scale_for, used_anchors
from ui.onboarding.flags import FLAG, Flag, flags_of
from ui.onboarding.mark_words import named
from ui.onboarding.painting import Painter, paint_names
from ui.onboarding.scale import Scale, Zoom
from ui.onboarding.sheet import Sheet, bring
from ui.widgets.blocker_words import barring
from ui.widgets.runs import Run

NAMES_WIDE = 184


class Timeline(Sheet):
    """`chosen(step)` when the current mark changes, `ticked(step)` with Space, `noted(step)` with
    F2, `opened(step)` with Enter or a double click; all give the step's id.

    Left and right walk the marks of a lane by date, up and down the lanes, Home and End lead to
    the ends of the lane, with Ctrl to those of the plan; + and − zoom. Only what is visible is
    painted. `unfiltered()` with Esc.
    """

    chosen = Signal(int)
    ticked = Signal(int)
    noted = Signal(int)
    opened = Signal(int)
    unfiltered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        heard.install()
        super().__init__(parent)
        self.setAccessibleName("Zeitachse des Onboardings")
        self._plan: PlanView | None = None
        self._whole: PlanView | None = None
        self._picture: Picture | None = None
        self._flags: list[Flag] = []
        self._wish = 0.0
        self._corner: QWidget | None = None
        self._tells = {
            Qt.Key.Key_Space: self.ticked,
            Qt.Key.Key_F2: self.noted,
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
        }

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._picture.marks if self._picture else ()

    @property
    def picture(self) -> Picture | None:
        """What is laid out now, None without a plan."""
        return self._picture

    def current_step(self) -> int | None:
        """The id of the current mark's step."""
        return self.marks[self.current].step.id if 0 <= self.current < len(self.marks) else None

    def set_plan(self, plan: PlanView | None, whole: PlanView | None = None) -> None:
        """Show a plan; another state of the same case keeps mark, zoom and scroll position. Where
        `plan` is filtered, `whole` is all of it: the days stay where they are."""
        before = self.current_step()
        was_done = self._is_done()
        same = plan and self._plan and plan.head.id == self._plan.head.id
        place = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._plan, self._whole = plan, whole or plan
        self.current = -1
        self._lay_out()
        if plan is None:
            return
        if same:
            self.horizontalScrollBar().setValue(place[0])
            self.verticalScrollBar().setValue(place[1])
        wanted = before if same and self._at(before) >= 0 else plan.next_step
        self.current = max(self._at(wanted), 0 if self.marks else -1)
        self._wish = self.marks[self.current].x if self.marks else 0.0
        if not same:
            self.verticalScrollBar().setValue(0)
            self._scroll_to_now()
        elif self.hasFocus() and self.current_step() == before and self._is_done() != was_done:
            heard.tell_ticked(self)
        self.viewport().update()

    def scale(self) -> Scale | None:
        return self._picture.scale if self._picture else None

    def place_to_keep(self) -> float | None:
        """The current mark where it is in sight, else today."""
        picture, plan = self._picture, self._plan
        if picture is None or plan is None:
            return None
        if 0 <= self.current < len(picture.marks):
            mark = picture.marks[self.current]
            if picture.scale.left <= mark.x <= picture.scale.end and self._is_seen(self.current):
                return mark.x
        return picture.scale.x(plan.today)

    def set_zoom(self, zoom: Zoom, at: float | None = None) -> None:
        """As every sheet does; a current mark that was in sight stays in sight."""
        seen = 0 <= self.current < len(self.marks) and self._is_seen(self.current)
        super().set_zoom(zoom, at)
        if seen and at is None:
            self._reveal(self.current)

    def set_corner(self, widget: QWidget) -> None:
        """A control above the names of the phases."""
        self._corner = widget
        widget.setParent(self)
        self._place_corner()

    def show_corner(self, *, shown: bool) -> None:
        """Offer the control, or not."""
        if self._corner is not None:
            self._corner.setVisible(shown)
            self._place_corner()

    def choose(self, step_id: int | None) -> None:
        """Make a step's mark the current one without telling, and bring it into view."""
        at = self._at(step_id)
        if at >= 0:
            self.current = at
            self._wish = self.marks[at].x
            self._reveal(at)
            self.viewport().update()

    def lane_title(self, mark: Mark) -> str:
        """The phase a mark belongs to."""
        return self._picture.lanes[mark.lane].phase.title if self._picture else ""

    def rect_of(self, at: int) -> QRect:
        """Where a mark and its label lie on the screen."""
        mark = self.marks[at]
        half = ROW * self._unit / 2
        rect = QRectF(mark.left, mark.y - half, mark.right - mark.left, 2 * half)
        shift = QPoint(self._names - self.across(), self._head - self.down())
        found = rect.toAlignedRect().translated(shift)
        return QRect(self.viewport().mapToGlobal(found.topLeft()), found.size())

    def mark_at_global(self, x: int, y: int) -> int:
        """The number of the mark at a place of the screen, -1 for none."""
        return self._hit(self.viewport().mapFromGlobal(QPoint(x, y)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = theme.colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.panel))
        picture = self._picture
        if picture is None or self._plan is None:
            return
        wide, high = self.viewport().width(), self.viewport().height()
        across, down = self.across(), self.down()
        body = QRect(self._names, self._head, wide - self._names, high - self._head)
        drawn = Painter(painter, picture, self._face, self.palette(), self._unit)
        seen = QRectF(body.intersected(event.rect())).translated(
            across - self._names, down - self._head
        )
        painter.save()
        painter.setClipRect(body)
        painter.translate(self._names - across, self._head - down)
        drawn.lanes(seen, self._zoom, self._flags)
        if 0 <= self.current < len(picture.marks):
            drawn.ring(picture.marks[self.current], awake=self.hasFocus())
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(self._names, 0, wide - self._names, self._head))
        painter.translate(self._names - across, 0)
        axis = self._head - AXIS[self._zoom] * self._unit
        drawn.flags(self._flags, axis, self._head)
        drawn.axis(axis, QRectF(across, 0, wide, self._head), self._zoom)
        painter.restore()
        self._paint_names(painter, picture, self._plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, picture = self.current_step(), self._picture
        key = event.key()
        if picture is None or step is None:
            super().keyPressEvent(event)
            return
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        at = self.current
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            way = -1 if key == Qt.Key.Key_Up else 1
            self._walk(walk.to_lane(picture, at, way, self._wish), keep_wish=True)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(walk.along(picture, at, -1 if key == Qt.Key.Key_Left else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(walk.to_end(picture, at, first=key == Qt.Key.Key_Home, whole=whole))
        elif key == Qt.Key.Key_Escape:
            self.unfiltered.emit()
        elif key in self._tells:
            self._tells[Qt.Key(key)].emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position().toPoint())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._go(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press was the choice

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position().toPoint())
        if at >= 0:
            self.opened.emit(self.marks[at].step.id)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._hit(event.pos())
            if at >= 0:
                mark = self.marks[at]
                QToolTip.showText(event.globalPos(), f"{named(mark)}\n{mark.step.title}", self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _lay_out(self) -> None:
        plan, whole = self._plan, self._whole
        if plan is None or whole is None:
            self._picture, self._flags = None, []
            self._set_ranges(0, 0, ROW)
            return
        step = self.current_step()
        self._measure()
        wide = self.viewport().width()
        self._names = min(self._names_width(plan), wide // 3)
        scale = scale_for(whole, self._zoom, wide - self._names, self._face, self._unit)
        self._picture = arrange(
            plan, scale, self._face, self._unit, left_first=self._zoom is not Zoom.WEEKS
        )
        most = max(1, int(self.viewport().height() * 0.25 / (FLAG * self._unit)))
        self._flags = flags_of(
            used_anchors(whole),
            plan.today,
            scale,
            self._face,
            self._unit,
            most,
            barred=bool(barring(plan.head.blockers)),
        )
        rows = 1 + max(flag.row for flag in self._flags if flag.text)
        self._head = round((rows * FLAG + AXIS[self._zoom] + 4) * self._unit)
        # another scale may order marks of neighbouring days otherwise
        self.current = self._at(step) if step is not None else self.current
        self.current = min(self.current, len(self._picture.marks) - 1)
        if self._corner is not None and self._corner.isVisibleTo(self):
            self._head = max(self._head, theme.px(self, theme.CONTROL) + round(30 * self._unit))
        self._place_corner()
        self._set_ranges(scale.width, self._picture.height, ROW * self._unit)
        self.viewport().update()

    def _place_corner(self) -> None:
        if self._corner is not None:
            air, least = round(8 * self._unit), self._corner.minimumSizeHint().width()
            wide = max(min(self._corner.sizeHint().width(), self._names - 2 * air), least)
            self._corner.setGeometry(air, air // 2, wide, theme.px(self, theme.CONTROL))

    def _names_width(self, plan: PlanView) -> int:
        names = max(
            (self._face.width([Run(phase.title, strong=True)]) for phase in plan.phases), default=0
        )
        return round(max(NAMES_WIDE * self._unit, names + 92 * self._unit))

    def _paint_names(self, painter: QPainter, picture: Picture, plan: PlanView) -> None:
        colours = theme.colours_of(self.palette())
        high = self.viewport().height()
        rect = QRect(0, self._head, self._names, high - self._head)
        painter.setClipRect(rect)
        following = self._at(plan.next_step)
        paint_names(
            painter,
            picture,
            rect,
            self.down(),
            self._face,
            self.palette(),
            current=picture.marks[following].lane if following >= 0 else -1,
            unit=self._unit,
        )
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(self._names - 1, 0, self._names - 1, high)
        painter.drawLine(0, self._head - 1, self.viewport().width(), self._head - 1)
        painter.setFont(self._face.font(strong=False))
        painter.setPen(QColor(colours.second))
        base = self._head - round(8 * self._unit)
        painter.drawText(round(36 * self._unit), base, "Phase")
        done = self._face.width([Run("erledigt")])
        painter.drawText(round(self._names - 12 * self._unit - done), base, "erledigt")

    def _at(self, step_id: int | None) -> int:
        found = (at for at, mark in enumerate(self.marks) if mark.step.id == step_id)
        return next(found, -1)

    def _hit(self, place: QPoint) -> int:
        if place.x() < self._names or place.y() < self._head:
            return -1
        x = place.x() - self._names + self.across()
        y = place.y() - self._head + self.down()
        half = ROW * self._unit / 2
        near = [
            (abs(mark.x - x), at)
            for at, mark in enumerate(self.marks)
            if abs(mark.y - y) <= half and mark.left - 2 <= x <= mark.right + 2
        ]
        return min(near)[1] if near else -1

    def _is_seen(self, at: int) -> bool:
        mark = self.marks[at]
        wide, high = self.room()
        return 0 <= mark.x - self.across() <= wide and 0 <= mark.y - self.down() <= high

    def _walk(self, at: int, *, keep_wish: bool = False) -> None:
        wish = self._wish
        if at >= 0:
            self._go(at)
        if keep_wish:
            self._wish = wish

    def _go(self, at: int) -> None:
        self._wish = self.marks[at].x
        self._reveal(at)
        if at == self.current:
            return
        self.current = at
        self.viewport().update()
        heard_items.tell_focus(self)
        self.chosen.emit(self.marks[at].step.id)

    def _reveal(self, at: int) -> None:
        mark = self.marks[at]
        half = ROW * self._unit / 2 + 2
        wide, high = self.room()
        left, right = mark.left, mark.right
        if right - left > wide:
            left, right = mark.x - half, mark.x + half
        bring(self.horizontalScrollBar(), left - 8, right + 8, wide)
        bring(self.verticalScrollBar(), mark.y - half, mark.y + half, high)

    def _scroll_to_now(self) -> None:
        """Scroll to the current mark, or else to today, a third from the left."""
        if self._picture is None or self._plan is None:
            return
        x = self._picture.scale.x(self._plan.today)
        chosen = self.current_step() != self._plan.next_step
        if chosen and 0 <= self.current < len(self.marks):
            x = self.marks[self.current].x
        self.horizontalScrollBar().setValue(round(x - self.room()[0] / 3))
        if self._zoom is not Zoom.WEEKS and self.current >= 0:
            self._reveal(self.current)

    def _is_done(self) -> bool:
        known = 0 <= self.current < len(self.marks)
        return known and self.marks[self.current].step.state is StepState.DONE
