"""The sheet of care of one person as it goes on paper."""

from __future__ import annotations

from ui.sheet_words import Noun
from ui.widgets.paper_dialog import Sheet

BLATT = Noun("Blatt", "das Blatt", "des Blattes")


def care_sheet(case: int, person: int, name: str) -> Sheet:
    """Who cares for somebody; its preview raises `Refused(NO_CARE_DECIDED)` where nobody is
    promised, wanted or proposed."""
    return Sheet(
        case,
        BLATT,
        f"Betreuungsblatt: {name}",
        f"Betreuungsblatt {name.replace(',', '')}",
        "Gerechnet ist nur mit dem, was vorgeschlagen, gewünscht oder zugesagt ist.",
        lambda desk, code: desk.folders.care_preview(case, person, code),
        lambda desk, code, path: desk.folders.save_care(case, person, code, path),
        lambda desk: desk.folders.record_care_printed(case, person),
    )
