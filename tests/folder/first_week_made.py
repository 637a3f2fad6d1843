"""First weeks at work that meet every branch of both sheets, and benefits of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.folder.benefit_contents import Benefit
from app.folder.contents import Address, ContactPerson, Document, FolderContents
from app.folder.first_week_contents import FirstWeek, WeekTask, WorkDay
from app.folder.papers import PaperSheet
from app.folder.sheets import first_week
from app.folder.speech import Speech
from app.records.employers import BenefitKind
from app.rules.terms import Role
from tests.folder.makers import CREATED, make_contents, make_office, say

START = date(2027, 2, 1)
ACCESS = WeekTask("Zugänge einrichten", "Zugänge", START - timedelta(14), (Role.IT,))
WELCOME = WeekTask(
    "Begrüßen: Rundgang, genug Zeit",
    "Begrüßung",
    START,
    (Role.WARD, Role.MENTOR),
    "Wiebke Sandkrug",
)
TEAM = WeekTask("Das Team vorbereiten", "Team vorbereiten", START - timedelta(28), (Role.WARD,))
TALK = WeekTask("Gespräch nach 30 Tagen", "Gespräch", START + timedelta(30), (Role.HR,))
YEAR = replace(TALK, title="Jahresgespräch", short="Jahresgespräch", due=START + timedelta(365))
DUTIES = ((360, 852),), (), ((1245, 1815), (480, 900)), None


def make_week(language: str = "de") -> FirstWeek:
    """Everything there: a free day, a night, a day no roster speaks of."""
    contents = make_contents(language)
    return FirstWeek(
        newcomer="Anjali Verma",
        employer="Küstenklinikum",
        first_day=START,
        days=tuple(WorkDay(START + timedelta(at), each) for at, each in enumerate(DUTIES)),
        tasks=(ACCESS, replace(ACCESS, done=True, done_on=START), TEAM, WELCOME, TALK, YEAR),
        office=make_office(say(language)),
        created=CREATED,
        address=Address("Musterallee 1", "26506", "Norden"),
        meets=(
            ContactPerson("Hinnerk Ziegeldeich", Role.WARD, phone="040 66969-134"),
            ContactPerson("Wiebke Sandkrug", Role.MENTOR),
        ),
        papers=(Document("Aufenthaltstitel"),),
        advisor=contents.advisor,
        example=True,
    )


def sheets(speech: Speech) -> Iterator[PaperSheet]:
    """Both sheets, with everything and with next to nothing."""
    rich = make_week()
    bare = replace(rich, days=(), tasks=(), meets=(), papers=(), advisor=None, example=False)
    for week in (rich, bare):
        yield first_week.ward(week, speech)
        yield first_week.newcomer(week, speech)


def with_benefits(contents: FolderContents) -> FolderContents:
    """The same with a benefit of each kind, the first with all that can be said of one."""
    first, *others = BenefitKind
    full = Benefit(
        first, "Fahrrad", "Rate vom Lohn.", "https://klinik.example.org", date(2027, 12, 31)
    )
    return replace(
        contents,
        employer="Küstenklinikum",
        benefits=(full, *(Benefit(kind, "Angebot") for kind in others)),
    )
