"""The family of the drawings, computed with the rules: 42 h 05 a week, 38 h 20 of it covered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.records.care import CareState
from app.records.care_board import (
    Answer,
    Card,
    CareBoard,
    CareDay,
    DutyBar,
    GapLine,
    HandoverView,
    Helper,
    LeftOut,
    PersonCare,
    PieceView,
    Proposal,
    Stretch,
    Trial,
)
from app.rules import spans
from app.rules.calendar import public_holidays
from app.rules.care_fit import CareReason, Said, Verdict
from app.rules.care_need import Need, Parent, Unsaid, Ways, need
from app.rules.care_windows import Windows, windows
from app.rules.cover import CareKind, Cover, Source, cover
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole
from app.rules.wall_time import DAY, Days

FIRST = date(2027, 3, 1)
AMIRA, KARIM, YASMIN, ELIAS = 1, 2, 3, 4
PROPOSED = CareState.PROPOSED
NAMES = {AMIRA: "Amira", KARIM: "Karim"}
KITA_HOURS = "Mo,We 07:00-16:00; Tu,Th 07:00-16:00; Fr 07:00-15:00"
HOURS = {
    1: KITA_HOURS,
    2: "Mo,We 16:00-18:00",
    3: "Fr 15:00-17:00",
    4: "Mo-Fr 07:30-16:00",
}


def kita(key: int, name: str, town: str, km: float, **more: object) -> Helper:
    """A kita; its entry's id is 10 more than its key."""
    return Helper(key, CareKind.KITA, name, key + 10, None, town, km, **more)  # type: ignore[arg-type]


HELPERS = {
    1: kita(1, "Kita Deichspatzen", "Norden", 0.6, way=6, state=CareState.WANTED),
    2: Helper(
        2, CareKind.CHILDMINDING, "Tagespflege Möwennest", 12, None, "Norden", 1.2, state=PROPOSED
    ),
    3: Helper(3, CareKind.RELATIVE, "Oma Leila", None, 1, state=CareState.PROMISED, given=True),
    4: kita(4, "Kita Lüttje Lü", "Norden", 2.4, state=PROPOSED),
    5: kita(5, "Kita Osteeler Sterne", "Osteel", 7.1, way=14),
    6: kita(6, "Kita Wattwurm", "Norddeich", 4.0),
    7: kita(7, "Kita Marschenhof", "Hage", 6.3),
    8: kita(8, "Naturkita Lütetsburg", "Lütetsburg", 5.0, state=CareState.DECLINED),
    9: kita(9, "Betriebskita Werft", "Emden", 31.0),
}


def _minutes(clock: int) -> int:
    return clock // 100 * 60 + clock % 100


def duties(*cells: tuple[int, int, int, str, ShiftKind]) -> tuple[Duty, ...]:
    """Duties by day, from and until as on a clock (815 is 8:15), code and kind."""
    return tuple(
        Duty(day, _minutes(start), _minutes(end), label, kind)
        for day, start, end, label, kind in cells
    )


AMIRAS = duties(
    (0, 830, 1630, "", ShiftKind.DAY),
    (1, 600, 1415, "F1", ShiftKind.EARLY),
    (2, 830, 1630, "", ShiftKind.DAY),
    (3, 600, 1415, "F1", ShiftKind.EARLY),
    (4, 1130, 2000, "Z", ShiftKind.BETWEEN),
)
KARIMS = duties(
    (0, 700, 1630, "", ShiftKind.DAY),
    (1, 530, 1500, "", ShiftKind.EARLY),
    (2, 700, 1630, "", ShiftKind.DAY),
    (3, 530, 1500, "", ShiftKind.EARLY),
    (4, 1000, 1740, "", ShiftKind.BETWEEN),
)


def parents(amira: Iterable[Duty] = AMIRAS, karim: Iterable[Duty] = KARIMS) -> tuple[Parent, ...]:
    """Both parents, with rotations of one week."""
    return (
        Parent(AMIRA, (Roster(FIRST, None, 1, tuple(amira)),), Ways(to_work=20, from_work=20)),
        Parent(KARIM, (Roster(FIRST, None, 1, tuple(karim)),), Ways(to_work=25, from_work=25)),
    )


def answer(
    keys: Sequence[int],
    who: Sequence[Parent] | None = None,
    *,
    first: date = FIRST,
    count: int = 28,
    proposals: tuple[Proposal, ...] = (),
    said: tuple[Said, ...] = (),
) -> Answer:
    """What these helpers cover of the family's need, by the rules."""
    days = Days(first, count)
    wanted = need(who or parents(), days)
    there = {key: windows(HOURS.get(key, ""), days) for key in keys}
    sources = [Source(key, HELPERS[key].kind, there[key]) for key in keys]
    found = cover(wanted.minutes, sources, lambda _one, _other: 0, days)
    shown = tuple(_day(place, wanted, found, there, days) for place in range(count))
    return Answer(
        tuple(keys),
        found.needed,
        found.covered,
        found.by,
        found.gaps,
        _lines(shown),
        shown,
        _handovers(found, days),
        said,
        proposals,
    )


def card(
    key: int,
    covered: tuple[int, int],
    verdict: Verdict,
    checked: date | None,
    *said: Said,
    because: str = "",
) -> Card:
    """A card; hours and minutes covered in a week."""
    minutes = (covered[0] * 60 + covered[1]) * 4
    return Card(HELPERS[key], minutes, verdict, said, checked, because)


_FREE, _NONE = CareReason.PLACE_FREE, CareReason.NO_PLACE
CARDS = (
    card(
        1,
        (34, 40),
        Verdict.FITS,
        date(2026, 11, 12),
        Said(CareReason.PLACE_FROM, {"on": date(2027, 2, 22)}),
    ),
    card(
        4,
        (33, 10),
        Verdict.FITS,
        date(2026, 10, 2),
        Said(_FREE, {"count": 2, "on": date(2026, 10, 2)}),
    ),
    card(
        5,
        (28, 30),
        Verdict.FITS,
        date(2026, 6, 21),
        Said(_FREE, {"count": 1}),
        Said(CareReason.SETTLING, {"weeks": 4, "on": date(2027, 3, 29)}),
    ),
    card(
        6,
        (0, 0),
        Verdict.UNSURE,
        date(2025, 10, 20),
        Said(CareReason.HOURS_UNKNOWN),
        Said(CareReason.AGES_UNKNOWN),
    ),
    card(
        7,
        (39, 20),
        Verdict.NO_PLACE,
        date(2026, 11, 5),
        Said(_NONE, {"count": 0, "waiting": 14, "on": date(2026, 11, 5)}),
    ),
    card(
        9,
        (30, 0),
        Verdict.UNFIT,
        None,
        Said(CareReason.OTHER_STAFF, {"name": "Werft GmbH"}),
        Said(CareReason.TOO_FAR, {"km": 31.0, "most": 15.0}),
    ),
    card(
        8,
        (20, 0),
        Verdict.DECLINED,
        date(2026, 11, 9),
        because="sie erst zum 01.08.2027 aufnimmt",
    ),
)
PROPOSAL = Proposal(
    AMIRA,
    "Frühdienst",
    tuple(FIRST + timedelta(weeks=week, days=day) for week in range(4) for day in (1, 3)),
    360,
    855,
    440,
    None,
    640,
)


def person(**changes: object) -> PersonCare:
    """Yasmin, with three combinations."""
    answers = (
        answer((1, 2, 3), proposals=(PROPOSAL,)),
        answer((4, 2, 3)),
        answer((1, 3)),
    )
    whole = PersonCare(
        YASMIN,
        "Yasmin",
        MemberRole.CHILD,
        57,
        answers[0].needed,
        HELPERS,
        CARDS,
        answers,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def board(*, first: date = FIRST, left: tuple[LeftOut, ...] = (), **changes: object) -> CareBoard:
    """The family's board with Yasmin alone."""
    return CareBoard(1, first, 28, NAMES, (person(**changes),), left)


KARIM_LEFT = LeftOut(Unsaid.NO_ROSTER, "Karim", 14, date(2027, 3, 8))


@dataclass
class HandMade:
    """Answers what it was given, as the service does; keeps what was asked."""

    shown: CareBoard = field(default_factory=board)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    with_place: tuple[Answer, ...] | None = None

    def board(self, case_id: int, first: date | None = None) -> CareBoard:
        self.asked.append(("board", case_id, first))
        return replace(self.shown, case=case_id, first=first or self.shown.first)

    def answers(
        self, case_id: int, person_id: int, helper_key: int, first: date
    ) -> tuple[Answer, ...]:
        self.asked.append(("answers", person_id, helper_key))
        if self.with_place is not None:
            return self.with_place
        found = next(each for each in self.shown.persons if each.person == person_id)
        return tuple(each for each in found.answers if helper_key in each.helpers)

    def tried(
        self, case_id: int, person_id: int, helpers: tuple[int, ...], trial: Trial, first: date
    ) -> Answer:
        self.asked.append(("tried", trial))
        weekdays = {on.weekday() for on in trial.days}
        base = AMIRAS if trial.person == AMIRA else KARIMS
        changed = [
            each
            if each.day not in weekdays
            else replace(each, start=trial.start, end=trial.end, label="")
            for each in base
            if each.day not in weekdays or trial.start != trial.end
        ]
        both = parents(changed) if trial.person == AMIRA else parents(karim=changed)
        return answer(helpers, both, first=first)


def _day(place: int, wanted: Need, found: Cover, there: dict[int, Windows], days: Days) -> CareDay:
    begin, end = days.midnights[place], days.midnights[place + 1]
    on = days.first + timedelta(days=place)
    own = [each for each in found.pieces if begin <= each.start < end]
    pieces = tuple(
        PieceView(
            days.shown(each.start),
            days.shown(each.end - 1) + 1,
            each.end - each.start,
            each.by,
            each.gap,
        )
        for each in own
    )
    return CareDay(
        on,
        public_holidays(on.year).get(on, ""),
        "",
        sum(each.minutes for each in pieces),
        sum(each.minutes for each in pieces if each.by is None),
        tuple(_bars(wanted, place, days)),
        _stretches(wanted.minutes, begin, end),
        {key: _stretches(each.sure, begin, end) for key, each in there.items()},
        pieces,
    )


def _bars(wanted: Need, place: int, days: Days) -> Iterable[DutyBar]:
    midnight = days.midnights[place]
    for each in sorted(wanted.aways, key=lambda away: away.parent):
        start = days.at(days.index(each.duty.on), each.duty.start) - midnight
        end = days.at(days.index(each.duty.on), each.duty.end) - midnight
        if start < DAY and end > 0:
            yield DutyBar(
                each.parent,
                each.duty.label,
                each.duty.kind,
                max(start, 0),
                min(end, DAY),
                max(each.start - midnight, 0),
                min(each.end - midnight, DAY),
            )


def _stretches(minutes: int, begin: int, end: int) -> tuple[Stretch, ...]:
    clipped = minutes & spans.span(begin, end)
    return tuple(Stretch(start - begin, stop - begin) for start, stop in spans.runs(clipped))


def _lines(days: Sequence[CareDay]) -> tuple[GapLine, ...]:
    found: dict[tuple[object, int], list[date]] = {}
    for each in days:
        for piece in each.pieces:
            if piece.gap is not None:
                found.setdefault((piece.gap, piece.minutes), []).append(each.on)
    return tuple(GapLine(gap, minutes, tuple(on)) for (gap, minutes), on in found.items())  # type: ignore[arg-type]


def _handovers(found: Cover, days: Days) -> tuple[HandoverView, ...]:
    on: dict[tuple[int, int, int, int], list[date]] = {}
    for each in found.handovers:
        key = each.first, each.second, each.goes, each.minutes
        on.setdefault(key, []).append(days.on(each.at))
    return tuple(HandoverView(*key, tuple(days)) for key, days in on.items())
