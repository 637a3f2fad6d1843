"""Which part of the flat map a widget shows: pixels to kilometres and back. No painting here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.rules.projection import Flat

FARTHEST, NEAREST = 3.0, 480.0  # pixels a kilometre

Box = tuple[float, float, float, float]
"""West, south, east, north in kilometres of the flat map."""


@dataclass(frozen=True)
class Frame:
    """`middle` of the flat map lies in the middle of `wide` × `high` pixels; `scale` is pixels a
    kilometre."""

    middle: Flat
    scale: float
    wide: int
    high: int

    def across(self, place: Flat) -> float:
        """Pixels from the left edge."""
        return (place[0] - self.middle[0]) * self.scale + self.wide / 2

    def down(self, place: Flat) -> float:
        """Pixels from the upper edge."""
        return (self.middle[1] - place[1]) * self.scale + self.high / 2

    def place(self, across: float, down: float) -> Flat:
        """What lies at a pixel."""
        return (
            self.middle[0] + (across - self.wide / 2) / self.scale,
            self.middle[1] - (down - self.high / 2) / self.scale,
        )

    def box(self) -> Box:
        """What is seen."""
        west, north = self.place(0, 0)
        east, south = self.place(self.wide, self.high)
        return west, south, east, north

    def sized(self, wide: int, high: int) -> Frame:
        return replace(self, wide=wide, high=high)

    def moved(self, across: float, down: float) -> Frame:
        """The map drawn along with the hand by so many pixels."""
        east, north = self.middle
        return replace(self, middle=(east - across / self.scale, north + down / self.scale))

    def zoomed(self, factor: float, across: float, down: float) -> Frame:
        """Nearer or farther; what lies at that pixel stays there."""
        scale = min(max(self.scale * factor, FARTHEST), NEAREST)
        east, north = self.place(across, down)
        middle = (
            east - (across - self.wide / 2) / scale,
            north + (down - self.high / 2) / scale,
        )
        return replace(self, middle=middle, scale=scale)

    def fitted(self, box: Box, air: float, nearest: float = NEAREST) -> Frame:
        """So that a box is seen whole, `air` pixels free around it, no nearer than `nearest`."""
        west, south, east, north = box
        room = max(self.wide - 2 * air, 1.0), max(self.high - 2 * air, 1.0)
        scale = min(room[0] / max(east - west, 1e-6), room[1] / max(north - south, 1e-6), nearest)
        middle = ((west + east) / 2, (south + north) / 2)
        return replace(self, middle=middle, scale=min(max(scale, FARTHEST), NEAREST))

    def kept_in(self, box: Box) -> Frame:
        """With its middle inside a box, so that nobody gets lost."""
        west, south, east, north = box
        x, y = self.middle
        return replace(self, middle=(min(max(x, west), east), min(max(y, south), north)))


def box_of(places: Iterable[Flat]) -> Box | None:
    """The smallest box around places, None for none."""
    found = list(places)
    if not found:
        return None
    easts, norths = [place[0] for place in found], [place[1] for place in found]
    return min(easts), min(norths), max(easts), max(norths)


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
