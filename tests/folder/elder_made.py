"""An elder's sheet with everything it may say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.content.phrases import Phrases
from app.folder.contents import Address, Hours, Span
from app.folder.elder_contents import PrintedElder, PrintedService
from app.folder.sheets.elders import elder_sheet
from app.folder.speech import Speech
from app.rules.calendar import Day
from app.rules.elder_fit import ElderWish
from app.rules.terms import DateKind

ON = date(2026, 11, 12)
OPEN = (Span(420, 1110),)
CENTRE = PrintedService(
    "Tagespflege am Siel",
    (ElderWish.DAY_CARE, ElderWish.DEMENTIA),
    Address("Sielweg 3", "26506", "Norden"),
    phone="040 66969-310",
    email="siel@example.org",
    website="https://siel.example.org",
    languages=("de", "ar"),
    hours=Hours((OPEN, OPEN, OPEN, OPEN, OPEN, (), ())),
    free=2,
    free_on=ON,
    km=3.2,
    accessible=True,
    checked_on=ON,
)
ADVICE = PrintedService(
    "Pflegestützpunkt", (ElderWish.ADVICE,), Address(town="Norden"), place="Norden", free=1
)
ELDER = PrintedElder(
    "Leila",
    tuple(ElderWish),
    (CENTRE, ADVICE),
    (ElderWish.MEALS,),
    3,
    (
        ("Pflege organisieren", Day(date(2027, 1, 15)), DateKind.ADVICE),
        ("Hausnotruf bestellen", None, DateKind.ADVICE),
    ),
    "Mit Fahrdienst.",
    date(2026, 8, 1),
)


def every_elder() -> Iterator[PrintedElder]:
    yield ELDER
    yield PrintedElder("Leila", (ElderWish.MEALS,), (), (ElderWish.MEALS,))


def say_elders(words: Phrases) -> None:
    """Everything the sheet may say."""
    for each in every_elder():
        elder_sheet(each, Speech(words))
