"""The care of the invented family, computed by the rules: a week of 42 h 05, 38 h 20 covered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.folder.care import care
from app.folder.care_contents import Care, CareFact
from app.records.care import CareState
from app.records.care_board import Answer, Card, Helper, LeftOut, PersonCare
from app.rules.calendar import PartialDate
from app.rules.care_fit import CareReason, Said, Verdict
from app.rules.care_need import Parent, Unsaid, Ways, need
from app.rules.care_ways import Stop
from app.rules.care_windows import windows
from app.rules.cover import CareKind, Gap, Source, cover
from app.rules.rosters import Duty, Roster
from app.rules.terms import MemberRole
from app.rules.wall_time import Days
from app.services.care_answers import answer_of

FIRST = date(2027, 2, 1)
"""Four weeks without a public holiday."""
ANITHA, RAJESH, MEERA = 1, 2, 3
PARENTS = {ANITHA: "Anitha", RAJESH: "Rajesh"}
KITA, MINDER, GRANDMA, OTHER, DECLINED, UNDECIDED = range(10, 16)
HOURS = {
    KITA: "Mo-Th 07:00-16:00; Fr 07:00-15:00",
    MINDER: "Mo,We 14:00-18:00",
    GRANDMA: "Fr 14:50-17:00",
    OTHER: "",
}
WANTED, PROPOSED, PROMISED = CareState.WANTED, CareState.PROPOSED, CareState.PROMISED
HELPERS = {
    KITA: Helper(KITA, CareKind.KITA, "Kita Deichkinder", 1, None, "Sielhaven", state=WANTED),
    MINDER: Helper(
        MINDER, CareKind.CHILDMINDING, "Meta Sandhoop", 2, None, "Sielhaven", state=PROPOSED
    ),
    GRANDMA: Helper(GRANDMA, CareKind.RELATIVE, "Oma Leela", None, 1, state=PROMISED, given=True),
    OTHER: Helper(OTHER, CareKind.KITA, "Kita Wattwurm", 3, None, "Westermoor", state=PROPOSED),
    DECLINED: Helper(DECLINED, CareKind.KITA, "Kita Zugvogel", 4, state=CareState.DECLINED),
    UNDECIDED: Helper(UNDECIDED, CareKind.KITA, "Kita Strandläufer", 5),
}
SAID = {
    KITA: (
        Said(CareReason.PLACE_FREE, {"count": 2, "on": date(2026, 11, 2)}),
        Said(CareReason.PLACE_FROM, {"on": date(2027, 2, 22)}),
        Said(CareReason.SETTLING, {"weeks": 4, "on": date(2027, 3, 22)}),
    ),
    MINDER: (Said(CareReason.PLACES_UNKNOWN), Said(CareReason.SETTLING_UNKNOWN)),
    OTHER: (Said(CareReason.HOURS_UNKNOWN),),
}
UNKNOWN = (
    Said(CareReason.AGE_UNKNOWN),
    Said(CareReason.HOLIDAYS_UNKNOWN, {"on": date(2027, 2, 20)}),
)
BUSY = ((0, 510, 990), (1, 360, 855), (2, 510, 990), (3, 360, 855), (4, 690, 1200))
AWAY = ((0, 420, 990), (1, 330, 900), (2, 420, 990), (3, 330, 900), (4, 600, 1060))
TURNS = (
    *((day, 360, 855) for day in (0, 1, 2)),
    *((7 + day, 795, 1260) for day in (0, 1, 3)),
    *((14 + day, 1260, 1845) for day in (0, 1)),
    *((21 + day, 360, 855) for day in (2, 3, 5)),
)
"""Early, late and night duties in a rotation of four weeks."""


def answer(
    keys: Sequence[int] = (KITA, MINDER, GRANDMA),
    duties: Sequence[tuple[int, int, int]] = BUSY,
    weeks: int = 1,
    *,
    hours: str = "",
    first: date = FIRST,
    born: PartialDate | None = None,
) -> Answer:
    """What these helpers cover over four weeks; `hours`: of the kita, instead of its own."""
    days = Days(first, 28)
    roster = Roster(FIRST, None, weeks, tuple(Duty(*each) for each in duties))
    other = Roster(FIRST, None, 1, tuple(Duty(*each) for each in AWAY))
    parents = (
        Parent(ANITHA, (roster,), Ways(to_work=20, from_work=20)),
        Parent(RAJESH, (other,), Ways(to_work=25, from_work=25)),
    )
    wanted = need(parents, days)
    there = HOURS | ({KITA: hours} if hours else {})
    sources = [Source(key, HELPERS[key].kind, windows(there[key], days)) for key in keys]
    told = cover(wanted.minutes, sources, lambda _one, _other: 5, days)
    stops = {key: Stop() for key in keys}
    return answer_of(told, sources, stops, wanted, born, lambda _here, _there: 5)


def person(found: Answer | None = None, **changes: object) -> PersonCare:
    """Meera with everything a board may hold: a place declined because …, one nobody named."""
    shown = found or answer()
    cards = tuple(
        Card(
            helper,
            0,
            Verdict.FITS,
            SAID.get(key, ()),
            date(2026, 11, 12) if key == KITA else None,
            "Zugvogel sagt: zu laut" if key == DECLINED else "",
        )
        for key, helper in HELPERS.items()
    )
    whole = PersonCare(MEERA, "Meera", MemberRole.CHILD, 31, shown.needed, HELPERS, cards, (shown,))
    return replace(whole, **changes)  # type: ignore[arg-type]


def sheet(found: Answer | None = None, left: Sequence[LeftOut] = (), **changes: object) -> Care:
    """One sheet."""
    (made,) = care((person(found, **changes),), PARENTS, left)
    return made


def every_care() -> tuple[Care, ...]:
    """Sheets that together say everything a sheet may say."""
    rich = sheet()
    born = PartialDate(2024, 3, 31)
    longest = answer((KITA,), ((0, 360, 1080), (1, 480, 720)), hours="Mo-Su 05:00-22:00", born=born)
    long = sheet(longest)
    once = replace(long, said=tuple(map(_one_day, long.said)))
    every_left = tuple(
        LeftOut(unsaid, "Rajesh", days, FIRST) for unsaid in Unsaid for days in (1, 12)
    )
    days = rich.weeks[0].days
    holiday = replace(days[0], holiday=True)
    school = replace(days[1], school_holiday=True)
    gaps = tuple(
        replace(rich, weeks=(replace(rich.weeks[0], days=_all(each, gap)),))
        for gap in Gap
        for each in ((holiday,), (school, days[2]))
    )
    free = replace(rich.weeks[0], days=tuple(replace(d, needed=0, pieces=()) for d in days))
    everything = tuple(
        replace(helper, state=state, counted=counted, said=_every_reason(), checked_on=checked)
        for helper in rich.helpers
        for state in (WANTED, PROPOSED, PROMISED)
        for counted, checked in ((True, FIRST), (False, None))
    )
    kinds = tuple(replace(rich.helpers[0], kind=kind, said=()) for kind in CareKind)
    last = rich.handovers[0]
    ways = tuple(
        replace(last, goes=goes, estimated=estimated, days=rest)
        for goes in (last.first, last.second, 99)
        for estimated in (True, False)
        for rest in (last.days, last.days[:2], (*last.days[:3], *(d.on for d in days)))
    )
    return (
        rich,
        sheet(answer(duties=TURNS, weeks=4)),
        long,
        once,
        sheet(said=UNKNOWN, left=every_left),
        *gaps,
        replace(rich, weeks=(rich.weeks[0], free), helpers=(*everything, *kinds), handovers=ways),
        replace(rich, needed=0, covered=0, weeks=(free,)),
        replace(rich, needed=0, weeks=(free,), left=every_left),
    )


def _one_day(said: CareFact) -> CareFact:
    if said.about is CareReason.TEN_HOURS:
        return replace(said, days=1)
    return said


def _all(days: Sequence[object], gap: Gap) -> tuple:
    return tuple(
        replace(
            day,
            open=day.needed,
            pieces=tuple(replace(piece, by=None, gap=gap) for piece in day.pieces),
        )
        for day in days
    )


def _every_reason() -> tuple[CareFact, ...]:
    on = {"on": FIRST}
    return tuple(
        CareFact(reason, **common, **dated)
        for reason in CareReason
        for common in (
            {"count": 1, "months": 1, "weeks": 1, "name": "Küstenklinik", "minutes": 30},
            {"count": 3, "months": 36, "weeks": 4, "name": "Küstenklinik", "minutes": 400},
            {"count": 0, "months": 12, "weeks": 2},
            {"name": "Küstenklinik", "cents": 8000},
        )
        for dated in (on, {})
    )
