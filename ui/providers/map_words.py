"""German words of distances, travel times and what the map cannot show."""

from __future__ import annotations

from app.records.travel import TravelDraft

ROUGH = "ungefähr: Ortsmitte"
HOME, WORK = "Wohnung", "Arbeit"


def drive(time: TravelDraft) -> str:
    """A travel time of the office's table: "25 min mit dem Auto, mit Fähre"."""
    if time.ferry:
        return f"{minutes(time.minutes)} mit Auto und Fähre"
    return f"{minutes(time.minutes)} mit dem Auto"


def drive_short(time: TravelDraft) -> str:
    """The same where there is little room: "25 min, mit Fähre"."""
    return f"{minutes(time.minutes)}, mit Fähre" if time.ferry else minutes(time.minutes)


def minutes(count: int) -> str:
    """ "25 min", "1 h 35 min"."""
    hours, rest = divmod(count, 60)
    return " ".join(part for part in (hours and f"{hours} h", rest and f"{rest} min") if part)


def shown(on_map: int, far: int, missing: int) -> str:
    """How many of a list the map shows; how many lie beyond its edge or nobody knows where."""
    if not on_map and not far and not missing:
        return "Keine Anbieter in dieser Auswahl."
    parts = [f"{_number(on_map)} auf der Karte"]
    if far:
        parts.append(f"{_number(far)} außerhalb der Karte")
    if missing:
        parts.append(f"{_number(missing)} ohne Koordinate")
    only = ": nur in der Liste" if far or missing else ""
    return f"{', '.join(parts)}{only}."


def too_many(count: int) -> str:
    """That a list is too long for the map."""
    return f"{_number(count)} Anbieter sind zu viele für die Karte: bitte suchen oder eingrenzen."


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
