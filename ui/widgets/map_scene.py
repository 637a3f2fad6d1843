"""What a map shows in a frame: ground, marks, places; drawn, and found again under a pixel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.content.county_map import CountyMap
from app.rules.projection import Flat
from ui.theme import LIGHT, Colours
from ui.widgets import map_aids, map_marks
from ui.widgets.map_frame import Box, Frame, box_of
from ui.widgets.map_ground import Ground
from ui.widgets.map_marks import Group, Grouping, Mark, PlaceMark, Sprites

_MARGIN = 0.25  # of width and height drawn around what is seen, so that moving draws nothing new
_AHEAD = 0.1  # of width and height left when it is drawn ahead
_TOLD = 8
_AVOIDED = 80


class Scene:
    """`tip(id)` says what is told of a mark beyond its name, one fact a line."""

    def __init__(self, county: CountyMap) -> None:
        self.tip: Callable[[int], str] = _nothing
        self.ground = Ground(county)
        self.overview = map_aids.Overview(self.ground)
        self.places: tuple[PlaceMark, ...] = ()
        self.chosen: int | None = None
        self._grouping = Grouping()
        self._index: dict[int, int] = {}
        self._drawn: tuple[QPixmap, Frame, Colours, float] | None = None
        self._sprites = Sprites(LIGHT, 1.0)

    @property
    def marks(self) -> Sequence[Mark]:
        return self._grouping.marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._grouping.set_marks(marks)
        self._index = {mark.id: at for at, mark in enumerate(marks)}
        self._drawn = None  # names stand elsewhere now

    def set_places(self, places: Sequence[PlaceMark]) -> None:
        self.places = tuple(places)
        self._drawn = None

    def mark(self, key: int | None) -> Mark | None:
        """The mark of an id, None where it has none."""
        at = self.index(key)
        return None if at is None else self.marks[at]

    def index(self, key: int | None) -> int | None:
        """Where the mark of an id stands in the list."""
        return self._index.get(key) if key is not None else None

    def all_places(self) -> Box | None:
        """The box around all marks, home and work."""
        return box_of([*(mark.place for mark in self.marks), *(one.place for one in self.places)])

    def dots(self, scale: float) -> list[QRectF]:
        """What names rather do not cover, in pixels from the origin of the flat map; none where
        there are so many that no name would find a place."""
        groups = self._grouping.at(scale, self._sprites.cell)
        if len(groups) > _AVOIDED:
            return []
        found = []
        for group in groups:
            wide = self._wide(len(group.members))
            x, y = group.place[0] * scale, -group.place[1] * scale
            found.append(QRectF(x - wide / 2, y - wide / 2, wide, wide))
        for place in self.places:
            wide, high = self._sprites.place_wide, self._sprites.place_high
            x, y = place.place[0] * scale, -place.place[1] * scale
            found.append(QRectF(x - wide / 2, y - high, wide, high))
            if place.caption:
                tag = self._sprites.tag(place.caption).deviceIndependentSize()
                top = y - high - tag.height()
                found.append(QRectF(x - tag.width() / 2, top, tag.width(), tag.height()))
        return found

    def splits(self, group: Group, scale: float) -> bool:
        """Whether a group falls apart at a scale."""
        places = [self.marks[at].place for at in group.members]
        return len(map_marks.grouped(places, self._sprites.cell / scale)) > 1

    def mark_at(self, frame: Frame, at: QPointF) -> Group | None:
        """The mark or group under a pixel, the one drawn last first."""
        found = self.mark(self.chosen)
        if found is not None:
            reach = self._sprites.chosen_wide / 2
            if _is_near(frame, found.place, at, reach):
                return Group((self._index[found.id],), found.place)
        for group in reversed(self._grouping.at(frame.scale, self._sprites.cell)):
            if _is_near(frame, group.place, at, self._wide(len(group.members)) / 2):
                return group
        return None

    def words_at(self, frame: Frame, at: QPointF) -> str:
        """What is told of the mark, group or place under a pixel, "" where there is nothing."""
        wide, high = self._sprites.place_wide, self._sprites.place_high
        for place, across, down in self._standing(frame):
            if QRectF(across - wide / 2, down - high, wide, high).contains(at):
                return "\n".join(part for part in (place.name, place.caption) if part)
        group = self.mark_at(frame, at)
        if group is None:
            return ""
        members = [self.marks[index] for index in group.members]
        if len(members) == 1:
            return "\n".join(part for part in (members[0].name, self.tip(members[0].id)) if part)
        named = [mark.name for mark in members[:_TOLD]]
        more = len(members) - len(named)
        rest = [f"… und {more} weitere"] if more else []
        return "\n".join([f"{len(members)} Anbieter:", *named, *rest])

    def said(self) -> tuple[str, str]:
        """Name and description for a screen reader: counts, the chosen mark, home and work."""
        count = len(self.marks)
        number = "1 Anbieter" if count == 1 else f"{count:,} Anbieter".replace(",", ".")
        parts = [
            ", ".join(part for part in (place.name, place.caption) if part) + "."
            for place in self.places
        ]
        mark = self.mark(self.chosen)
        if mark is not None:
            told = " · ".join([mark.name, *self.tip(mark.id).splitlines()])
            parts.insert(0, f"Gewählt: {told}.")
        return f"Karte des Landkreises: {number}", " ".join(parts)

    def draw_ground(
        self, painter: QPainter, frame: Frame, colours: Colours, ratio: float, *, sharp: bool
    ) -> None:
        """The ground, from a picture somewhat larger than what is seen; drawn anew where that does
        not hold it. Not `sharp`, a picture of another scale is stretched instead, if there is
        one."""
        if self._drawn is not None and not sharp and self._drawn[2:] == (colours, ratio):
            drawn, of, _, _ = self._drawn
            if of.scale != frame.scale:
                _stretch(painter, frame, drawn, of, colours)
                return
        if not self._holds(frame, colours, ratio):
            self._draw_anew(frame, colours, ratio)
        assert self._drawn is not None  # noqa: S101 - just made
        drawn, of, _, _ = self._drawn
        corner = frame.place(0, 0)
        painter.drawPixmap(QPointF(-of.across(corner), -of.down(corner)), drawn)

    def draw_ahead(self, frame: Frame, colours: Colours, ratio: float) -> None:
        """Draw the ground anew before it is needed, where what is seen has come near the edge of
        the picture."""
        if not self._holds(frame, colours, ratio, _AHEAD):
            self._draw_anew(frame, colours, ratio)

    def draw_over(self, painter: QPainter, frame: Frame, colours: Colours, ratio: float) -> None:
        """Marks over what is written at home and work, their pins, the chosen mark over all; bar,
        sources, overview."""
        if not self._sprites.fit(colours, ratio):
            self._sprites = Sprites(colours, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        standing = self._standing(frame)
        high = self._sprites.place_high
        for place, across, down in standing:
            if place.caption:
                tag = self._sprites.tag(place.caption)
                above = down - high - tag.deviceIndependentSize().height() / 2 - 1
                _stamp(painter, tag, across, above)
        self._draw_marks(painter, frame)
        for place, across, down in standing:
            _stamp(painter, self._sprites.place(place.icon), across, down - high / 2)
        chosen = self.mark(self.chosen)
        if chosen is not None:
            across, down = frame.across(chosen.place), frame.down(chosen.place)
            _stamp(painter, self._sprites.chosen(chosen), across, down)
        map_aids.draw_bar(painter, frame, colours)
        map_aids.draw_sources(painter, frame, colours)
        self.overview.draw(painter, frame, colours, ratio)

    def _standing(self, frame: Frame) -> list[tuple[PlaceMark, float, float]]:
        """Home and work with the pixels their pins point to; side by side where they would cover
        each other."""
        found = [(each, frame.across(each.place), frame.down(each.place)) for each in self.places]
        if len(found) == 2:
            (one, x1, y1), (other, x2, y2) = found
            wide = self._sprites.place_wide
            if abs(x1 - x2) < wide and abs(y1 - y2) < wide:
                middle, line = (x1 + x2) / 2, (y1 + y2) / 2
                side = -1 if x1 < x2 else 1
                return [
                    (one, middle + side * wide * 0.52, line),
                    (other, middle - side * wide * 0.52, line),
                ]
        return found

    def _wide(self, count: int) -> int:
        return self._sprites.dot_wide if count == 1 else self._sprites.group_wide(count)

    def _draw_marks(self, painter: QPainter, frame: Frame) -> None:
        sprites, marks = self._sprites, self.marks
        air, wide, high = sprites.most_wide / 2, frame.wide, frame.high
        for group in self._grouping.at(frame.scale, sprites.cell):
            across, down = frame.across(group.place), frame.down(group.place)
            if -air < across < wide + air and -air < down < high + air:
                count = len(group.members)
                drawn = sprites.dot(marks[group.members[0]]) if count == 1 else sprites.group(count)
                _stamp(painter, drawn, across, down)

    def _draw_anew(self, frame: Frame, colours: Colours, ratio: float) -> None:
        wide, high = (round(side * (1 + 2 * _MARGIN)) for side in (frame.wide, frame.high))
        larger = frame.sized(wide, high)
        made = self.ground.picture(larger, colours, ratio, self.dots(frame.scale))
        self._drawn = (made, larger, colours, ratio)

    def _holds(self, frame: Frame, colours: Colours, ratio: float, share: float = 0.0) -> bool:
        """Whether the ground drawn last holds what is seen and that share of it all around."""
        if self._drawn is None:
            return False
        _, of, its_colours, its_ratio = self._drawn
        if (of.scale, its_colours, its_ratio) != (frame.scale, colours, ratio):
            return False
        corner = frame.place(0, 0)
        across, down = of.across(corner), of.down(corner)
        aside, above = frame.wide * share, frame.high * share
        return (
            aside <= across <= of.wide - frame.wide - aside
            and above <= down <= of.high - frame.high - above
        )


def _stretch(painter: QPainter, frame: Frame, drawn: QPixmap, of: Frame, colours: Colours) -> None:
    corner = of.place(0, 0)
    bigger = frame.scale / of.scale
    target = QRectF(frame.across(corner), frame.down(corner), of.wide * bigger, of.high * bigger)
    painter.fillRect(0, 0, frame.wide, frame.high, QColor(colours.selection))
    painter.drawPixmap(target, drawn, QRectF(drawn.rect()))


def _nothing(_key: int) -> str:
    return ""


def _is_near(frame: Frame, place: Flat, at: QPointF, reach: float) -> bool:
    across, down = frame.across(place), frame.down(place)
    return (across - at.x()) ** 2 + (down - at.y()) ** 2 <= reach**2


def _stamp(painter: QPainter, drawn: QPixmap, across: float, down: float) -> None:
    """A picture with its middle at a pixel, on whole pixels so that letters stay sharp."""
    size = drawn.deviceIndependentSize()
    left, top = round(across - size.width() / 2), round(down - size.height() / 2)
    painter.drawPixmap(QPointF(left, top), drawn)
