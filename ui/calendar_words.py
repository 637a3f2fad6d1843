"""Calendar files in words: what they hold and what is not in them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.calendars import CalendarForm, CalendarPreview, LeftOut

FORMS: Mapping[CalendarForm, str] = {
    CalendarForm.EVENTS: "Termine",
    CalendarForm.TODOS: "Aufgaben",
    CalendarForm.BOTH: "Beides",
}
# Behind a number, so that they read alike for one and for many.
LEFT_OUT: Mapping[LeftOut, str] = {
    LeftOut.NO_DATE: "ohne Datum",
    LeftOut.ONLY_MONTH: "nur mit Monat",
    LeftOut.UNCLEAR: "noch unklar",
    LeftOut.HINT: "nur zur Kenntnis",
    LeftOut.PROTECTED: "geschützt (Gesundheit, Pflege, Schwangerschaft)",
    LeftOut.UNPROVEN: "unbelegt",
}


def held(preview: CalendarPreview) -> str:
    """48 Schritte, 2 entfallen; that there is nothing to write."""
    if not preview.count and not preview.cancelled:
        return "Hier gibt es keinen offenen Schritt mit einem Tag."
    parts = []
    if preview.count:
        parts.append(
            "1 Schritt mit Tag" if preview.count == 1 else f"{preview.count} Schritte mit Tag"
        )
    if preview.cancelled:
        noun = "früherer Eintrag wird" if preview.cancelled == 1 else "frühere Einträge werden"
        parts.append(f"{preview.cancelled} {noun} zurückgenommen")
    return f"{', '.join(parts)}."


def left_out(counts: Mapping[LeftOut, int]) -> str:
    """Nicht in der Datei: 3 ohne Datum, 2 noch unklar. Blank where all is in it."""
    parts = [f"{counts[why]} {word}" for why, word in LEFT_OUT.items() if counts.get(why)]
    return f"Nicht in der Datei: {', '.join(parts)}." if parts else ""
