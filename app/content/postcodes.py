"""Where a German post code lies: the centre of its area, from the shipped list."""

from __future__ import annotations

from pathlib import Path

from app.content.file_states import once
from app.rules.distance import Point


def centre_of(postcode: str, resources: Path) -> Point | None:
    """Latitude and longitude in degrees (WGS 84), None for a code the list does not have."""
    return _centres(resources / "places" / "postcodes.csv").get(postcode.strip())


@once
def _centres(path: Path) -> dict[str, Point]:
    """The centres by code; none where the file is missing, nor for a line that is none: then
    distances are unknown, and everything else goes on."""
    try:
        rows = path.read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    except OSError:
        return {}
    found: dict[str, Point] = {}
    for row in rows:
        try:
            postcode, latitude, longitude = row.split(",")
            found[postcode] = (float(latitude), float(longitude))
        except ValueError:
            continue
    return found
