"""Ways to a practice of one's own that meet every branch of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.folder.practice_contents import PrintedPractice, PrintedWay, PrintedWayStep
from app.rules.calendar import Day, Precision
from app.rules.practice_matching import AreaState

DAY = date(2027, 4, 1)
WAY = PrintedWay(
    "Karim Mansour",
    Day(DAY),
    (
        PrintedWayStep("Eintragung ins Arztregister", "KVN", done_on=DAY, is_done=True),
        PrintedWayStep("Zulassung beantragen", "Zulassungsausschuss", Day(DAY, Precision.MONTH)),
        PrintedWayStep("Praxis eröffnen", "KVN"),
    ),
    body="Zulassungsausschuss",
    session=DAY,
    papers_by=DAY,
    practices=tuple(
        PrintedPractice(
            "Hausarztpraxis am Tief",
            "Allgemeinmedizin",
            "Norden",
            "1,5",
            from_day=first,
            to_day=last,
            state=state,
            area_as_of=DAY,
            phone="040 66969-150",
            as_of=DAY,
            is_known=not state,
        )
        for state, first, last in zip(
            ("", *(each.value for each in AreaState)),
            (None, DAY, DAY, None),
            (None, DAY, None, DAY),
            strict=True,
        )
    ),
)


def every_way() -> Iterator[PrintedWay]:
    """With a meeting, without its day for papers, without a meeting."""
    yield WAY
    yield replace(WAY, papers_by=None)
    yield replace(WAY, session=None)
