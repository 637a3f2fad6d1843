"""What stands on the map: dots, the groups they make where they are dense, home and work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from app.rules.projection import Flat
from ui import icons, theme
from ui.theme import Colours

DOT, CHOSEN_DOT, PLACE = 22, 28, 24  # across, in pixels at 100 %
_CELL = 24  # nearer than this, two dots are one group
_ICON, _CHOSEN_ICON = 14, 16
_GROUP = ((10, 24), (100, 28), (1_000, 34), (10_000, 40))
_MOST = 46
_TIP = 6


@dataclass(frozen=True)
class Mark:
    """A provider on the map: `icon` says of which kind, `number` its place in a numbered list,
    0 for none."""

    id: int
    name: str
    place: Flat
    icon: str
    number: int = 0


@dataclass(frozen=True)
class PlaceMark:
    """Home or work: an icon of its own, and what is written beside it, "" for nothing."""

    name: str
    place: Flat
    icon: str
    caption: str = ""


@dataclass(frozen=True)
class Group:
    """Marks that are drawn as one, by their index in the list; `place` is that of one of them."""

    members: tuple[int, ...]
    place: Flat

    @property
    def is_one(self) -> bool:
        return len(self.members) == 1


@dataclass
class Grouping:
    """The groups of the marks at the scales used last."""

    marks: Sequence[Mark] = ()
    _known: dict[tuple[float, float], list[Group]] = field(default_factory=dict)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._known.clear()

    def at(self, scale: float, cell: float) -> list[Group]:
        """The groups at so many pixels a kilometre, at least `cell` pixels apart."""
        key = (round(scale, 4), cell)
        if key not in self._known:
            if len(self._known) > 24:
                self._known.clear()
            self._known[key] = grouped([mark.place for mark in self.marks], cell / scale)
        return self._known[key]


def grouped(places: Sequence[Flat], near: float) -> list[Group]:
    """Groups of places: each gathers all that are nearer than `near` kilometres to one of them and
    in no group yet, and stands there, so that no two groups stand nearer than that. Where it is
    densest it begins, so the order of the places does not matter."""
    cells: dict[tuple[int, int], list[int]] = {}
    for index in sorted(range(len(places)), key=places.__getitem__):
        x, y = places[index]
        cells.setdefault((int(x // near), int(y // near)), []).append(index)
    taken = bytearray(len(places))
    found: list[Group] = []
    for index in _densest_first(places, cells):
        if taken[index]:
            continue
        x, y = places[index]
        column, line = int(x // near), int(y // near)
        members = [
            other
            for across in (column - 1, column, column + 1)
            for up in (line - 1, line, line + 1)
            for other in cells.get((across, up), ())
            if not taken[other] and hypot(places[other][0] - x, places[other][1] - y) < near
        ]
        for other in members:
            taken[other] = 1
        found.append(Group(tuple(sorted(members)), (x, y)))
    return found


def _densest_first(
    places: Sequence[Flat], cells: Mapping[tuple[int, int], Sequence[int]]
) -> Iterator[int]:
    """Fullest cell first, and in each the place nearest to the middle of its places."""
    for inside in sorted(cells.values(), key=lambda each: (-len(each), places[each[0]])):
        if len(inside) == 1:
            yield inside[0]
            continue
        x = sum(places[index][0] for index in inside) / len(inside)
        y = sum(places[index][1] for index in inside) / len(inside)
        yield from sorted(
            inside, key=lambda index: hypot(places[index][0] - x, places[index][1] - y)
        )


class Sprites:
    """The marks as pictures in one set of colours, for one screen and one size of text; each is
    drawn once. Widths are pixels."""

    def __init__(self, colours: Colours, ratio: float) -> None:
        self.colours, self.ratio = colours, ratio
        self.text = theme.face_font().pointSizeF()
        self.cell = self._px(_CELL)
        self.dot_wide, self.chosen_wide = self._px(DOT), self._px(CHOSEN_DOT)
        self.place_wide = self._px(PLACE)
        self.place_high = self._px(PLACE + _TIP)
        self.most_wide = self._px(_MOST)
        self._made: dict[tuple[str, str | int], QPixmap] = {}

    def fit(self, colours: Colours, ratio: float) -> bool:
        """Whether they are the right ones still."""
        wanted = colours, ratio, theme.face_font().pointSizeF()
        return wanted == (self.colours, self.ratio, self.text)

    def group_wide(self, count: int) -> int:
        return self._px(next((wide for most, wide in _GROUP if count < most), _MOST))

    def dot(self, mark: Mark) -> QPixmap:
        """A round dot with a number, or the icon of its kind."""
        return self._kept("dot", mark.number or mark.icon, partial(self._dot, is_chosen=False))

    def chosen(self, mark: Mark) -> QPixmap:
        """The same, larger and filled."""
        return self._kept("chosen", mark.number or mark.icon, partial(self._dot, is_chosen=True))

    def group(self, count: int) -> QPixmap:
        """A round dot with the number of those it stands for."""
        return self._kept("group", count, self._group)

    def place(self, icon: str) -> QPixmap:
        """A dark pin with an icon, its tip in the middle below: where somebody lives or works."""
        return self._kept("place", icon, self._place)

    def tag(self, text: str) -> QPixmap:
        """Words on a ground of their own."""
        return self._kept("tag", text, self._tag)

    def _kept(self, kind: str, said: str | int, make: Callable[[str | int], QPixmap]) -> QPixmap:
        key = kind, said
        if key not in self._made:
            self._made[key] = make(said)
        return self._made[key]

    def _px(self, length: float) -> int:
        return theme.px(theme.face_font(), length)

    def _dot(self, said: str | int, *, is_chosen: bool) -> QPixmap:
        colours = self.colours
        wide = self.chosen_wide if is_chosen else self.dot_wide
        made, painter = self._blank(wide)
        ground, edge, ink = (
            (colours.accent, colours.panel, colours.on_accent)
            if is_chosen
            else (colours.panel, colours.accent, colours.ink)
        )
        painter.setPen(QPen(QColor(edge), 2 if is_chosen else 1.5))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QRectF(0, 0, wide, wide).adjusted(1, 1, -1, -1))
        if isinstance(said, int):
            self._lettered(painter, str(said), ink, wide, small=said > 99)
        else:
            self._iconed(painter, said, ink, _CHOSEN_ICON if is_chosen else _ICON, wide)
        painter.end()
        return made

    def _group(self, said: str | int) -> QPixmap:
        count, colours = int(said), self.colours
        wide = self.group_wide(count)
        made, painter = self._blank(wide)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.fill))
        painter.drawEllipse(QRectF(0, 0, wide, wide).adjusted(1, 1, -1, -1))
        number = f"{count:,}".replace(",", ".")
        self._lettered(painter, number, colours.ink, wide, small=count > 999)
        painter.end()
        return made

    def _place(self, said: str | int) -> QPixmap:
        wide, high, colours = self.place_wide, self.place_high, self.colours
        made, painter = self._blank(wide, high)
        tip = high - wide
        path = QPainterPath()
        path.addRoundedRect(QRectF(1, 1, wide - 2, wide - 2), 4, 4)
        point = QPolygonF(
            [
                QPointF(wide / 2 - tip, wide - 2),
                QPointF(wide / 2 + tip, wide - 2),
                QPointF(wide / 2, high - 1),
            ]
        )
        arrow = QPainterPath()
        arrow.addPolygon(point)
        painter.setPen(QPen(QColor(colours.panel), 1.5))
        painter.setBrush(QColor(colours.ink))
        painter.drawPath(path.united(arrow))
        self._iconed(painter, str(said), colours.panel, _CHOSEN_ICON, wide)
        painter.end()
        return made

    def _tag(self, said: str | int) -> QPixmap:
        metrics = QFontMetrics(theme.face_font("small"))
        wide, high = metrics.horizontalAdvance(str(said)) + 10, metrics.height() + 4
        made, painter = self._blank(wide, high)
        painter.setPen(QPen(QColor(self.colours.edge), 1))
        painter.setBrush(QColor(self.colours.panel))
        rect = QRectF(0, 0, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setFont(theme.face_font("small"))
        painter.setPen(QColor(self.colours.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(said))
        painter.end()
        return made

    def _blank(self, wide: int, high: int = 0) -> tuple[QPixmap, QPainter]:
        made = QPixmap(QSize(wide, high or wide) * self.ratio)
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        return made, painter

    @staticmethod
    def _lettered(painter: QPainter, text: str, ink: str, wide: int, *, small: bool) -> None:
        painter.setFont(theme.face_font("small" if small else "strong", figures=True))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(0, 0, wide, wide), Qt.AlignmentFlag.AlignCenter, text)

    def _iconed(self, painter: QPainter, icon: str, ink: str, length: int, wide: int) -> None:
        size = self._px(length)
        at = (wide - size) / 2
        painter.drawPixmap(QPointF(at, at), icons.pixmap(icon, ink, size))
