"""Where the arrow keys lead from a mark: along its lane, to another lane, to an end. No Qt."""

from __future__ import annotations

from ui.onboarding.arrange import Picture

NOWHERE = -1


def along(picture: Picture, at: int, way: int) -> int:
    """The next mark of the same lane by date, `way` 1 or -1; NOWHERE at its end."""
    lane = picture.lanes[picture.marks[at].lane]
    return at + way if at + way in lane.marks else NOWHERE


def to_lane(picture: Picture, at: int, way: int, wish: float) -> int:
    """In the next lane that has marks, the one nearest to the place `wish` along the axis."""
    number = picture.marks[at].lane + way
    while 0 <= number < len(picture.lanes):
        marks = picture.lanes[number].marks
        if marks:
            return min(marks, key=lambda other: abs(picture.marks[other].x - wish))
        number += way
    return NOWHERE


def to_end(picture: Picture, at: int, *, first: bool, whole: bool) -> int:
    """The first or last mark of the lane, or of the whole plan."""
    numbers = picture.lanes[picture.marks[at].lane].marks
    if whole:
        numbers = tuple(range(len(picture.marks)))
    return numbers[0 if first else -1]
