"""German words for exchange sheets: why a sheet is exchanged, why the whole folder is printed."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.exchanges import Anew, SheetChange, Why
from app.records.folders import PrintKind

WHY: Mapping[Why, str] = {
    Why.NEW: "neu",
    Why.CHANGED: "geändert",
    Why.GONE: "entfällt",
    Why.ALONG: "Inhaltsverzeichnis, immer dabei",
}
ANEW: Mapping[Anew, str] = {
    Anew.LANGUAGE: "Die Mappe der Familie ist in anderen Sprachen gedruckt. Bitte drucken Sie die "
    "ganze Mappe neu.",
    Anew.NOT_KEPT: "Dieser Druck ist nicht aufbewahrt. Bitte drucken Sie die ganze Mappe neu.",
}
KINDS: Mapping[PrintKind, str] = {
    PrintKind.WHOLE: "ganze Mappe",
    PrintKind.EXCHANGE: "Austauschblätter",
    PrintKind.BOOKLET: "Heft A5",
}
SAME = "Seit diesem Druck hat sich nichts geändert."


def change(each: SheetChange) -> str:
    """ "Ihre Checkliste, 4–1 und 4–2: geändert"."""
    pages = " und ".join(each.pages or each.replaces)
    named = f"{each.chapter}, {pages}" if pages else each.chapter
    return f"{named}: {WHY[each.why]}"
