"""The map of the county: outlines of municipalities and counties, from the shipped list."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.content.faults import Problem, nearest
from app.content.file_states import once
from app.errors import Fault
from app.rules.distance import Point
from app.rules.projection import Flat, flat

FILE = Path("places", "county_map.csv")
SOURCES = "© GeoBasis-DE / BKG 2017 (dl-de/by-2-0, verändert), Natural Earth, GeoNames (CC BY 4.0)"
"""What the licences ask to be said wherever the map is shown."""
SEAT = "03452001"
"""The key of the municipality the county is administered from."""
_COLUMNS = ("key", "name", "kind", "level", "island", "label", "town", "rings")
_UNIT = 100_000  # of a degree

Ring = tuple[Flat, ...]


class Level(Enum):
    """How near an area is to the office: its own municipalities, those beside them, the counties
    around, other countries' outlines."""

    MUNICIPALITY = "municipality"
    NEIGHBOUR = "neighbour"
    COUNTY = "county"
    COUNTRY = "country"


@dataclass(frozen=True)
class Area:
    """One piece of land. `key` is the official key (AGS, five digits for a county, a country's
    code), `label` where its name fits best, `town` where its town or village is. `rings` are its
    outlines in kilometres of the flat map; a point is inside by the even-odd rule."""

    key: str
    name: str
    kind: str
    level: Level
    is_island: bool
    label: Flat
    town: Flat | None
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class CountyMap:
    """All areas, the farthest first, so that the county is painted over what is around it."""

    areas: tuple[Area, ...] = ()

    def own(self) -> tuple[Area, ...]:
        """The municipalities of the county, in the order of their keys."""
        return tuple(area for area in self.areas if area.level is Level.MUNICIPALITY)


def county_map(resources: Path) -> CountyMap:
    """The map; empty where the file cannot be read."""
    return _read(resources / FILE)[0]


def faults_of_map(resources: Path) -> tuple[Fault, ...]:
    """What could not be read of the map: the file, a column, single lines. Areas with a fault are
    left out, everything else goes on."""
    return _read(resources / FILE)[1]


@once
def _read(path: Path) -> tuple[CountyMap, tuple[Fault, ...]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        return CountyMap(), (_fault(0, "", Problem.NO_SUCH_FILE),)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return CountyMap(), (_fault(line, "", Problem.NOT_UTF8),)
    areas: list[Area] = []
    faults: list[Fault] = []
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        missing = [key for key in _COLUMNS if key not in (rows.fieldnames or ())]
        faults += [_fault(1, key, Problem.KEY_MISSING) for key in missing]
        for row in () if faults else rows:
            found = _area(row, rows.line_num)
            if isinstance(found, Area):
                areas.append(found)
            else:
                faults.append(found)
    except csv.Error:
        faults.append(_fault(rows.line_num, "", Problem.TOO_LONG))
    order = list(Level)
    areas.sort(key=lambda area: (-order.index(area.level), area.key))
    return CountyMap(tuple(areas)), tuple(faults)


def _area(row: dict[str, str | None], line: int) -> Area | Fault:
    """One line of the list, or what is wrong with it."""
    known = {key: row[key] or "" for key in _COLUMNS}
    for key in ("key", "name", "level", "label", "rings"):
        if not known[key].strip():
            return _fault(line, key, Problem.KEY_MISSING)
    levels = [level.value for level in Level]
    if known["level"] not in levels:
        near = nearest(known["level"], levels)
        return _fault(line, known["level"], Problem.UNKNOWN_VALUE, near)
    key = "label"
    try:
        label = _place(known["label"])
        key = "town"
        town = _place(known["town"]) if known["town"] else None
        key = "rings"
        rings = tuple(_ring(steps) for steps in known["rings"].split(";"))
    except ValueError:
        return _fault(line, key, Problem.WRONG_TYPE)
    return Area(
        key=known["key"],
        name=known["name"],
        kind=known["kind"],
        level=Level(known["level"]),
        is_island=known["island"] == "yes",
        label=label,
        town=town,
        rings=rings,
    )


def _place(text: str) -> Flat:
    """A place written as latitude and longitude in degrees; raises `ValueError`."""
    north, east = map(float, text.split())
    return flat(_on_earth(north, east))


def _ring(steps: str) -> Ring:
    """A ring from its first point and the differences to the next, longitude before latitude, in
    0.00001 degrees; raises `ValueError`."""
    numbers = list(map(int, steps.split()))
    if len(numbers) < 6 or len(numbers) % 2:
        raise ValueError(steps)
    east = north = 0
    ring: list[Flat] = []
    for step_east, step_north in zip(numbers[::2], numbers[1::2], strict=True):
        east, north = east + step_east, north + step_north
        ring.append(flat(_on_earth(north / _UNIT, east / _UNIT)))
    return tuple(ring)


def _on_earth(north: float, east: float) -> Point:
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise ValueError((north, east))
    return north, east


def _fault(line: int, key: str, problem: Problem, near: str = "") -> Fault:
    return Fault(FILE.as_posix(), line, key, problem, near)
