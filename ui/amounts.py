"""Distances, ages and how long ago something was, in words. No Qt."""

from __future__ import annotations

from datetime import date


def crow(kilometres: float, *, rough: bool = False) -> str:
    """A distance as the crow flies, said to be one: "4,2 km Luftlinie"; from the middle of a town
    only whole kilometres are told."""
    if rough:
        near = kilometres < 1
        return "unter 1 km Luftlinie" if near else f"rund {round(kilometres)} km Luftlinie"
    if kilometres < 0.95:
        return f"{max(round(kilometres * 10) * 100, 100)} m Luftlinie"
    if kilometres < 10:
        return f"{kilometres:.1f} km Luftlinie".replace(".", ",")
    return f"{round(kilometres)} km Luftlinie"


def kilometres(distance: float) -> str:
    """4,2 km; 120 m; 31 km."""
    if distance < 1:
        return f"{round(distance * 1000, -1):.0f} m"
    text = f"{distance:.1f}" if distance < 10 else f"{distance:.0f}"
    return f"{text.replace('.', ',')} km"


def years(age: int) -> str:
    """An age in months as a parent says it: 9 Monate, 3 Jahre, 1 Jahr 6 Monate."""
    full, rest = divmod(age, 12)
    told = [
        *([f"{full} Jahr{'e' if full != 1 else ''}"] if full else []),
        *([f"{rest} Monat{'e' if rest != 1 else ''}"] if rest or not full else []),
    ]
    return " ".join(told)


def ago(on: date, today: date) -> str:
    """How long ago a check was: vor 13 Monaten."""
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    if months < 1:
        return "vor weniger als einem Monat"
    return f"vor {months} Monaten" if months > 1 else "vor einem Monat"
