"""The commands on talks, leavings and ambassadors as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CloseReason
from app.records.consents import ConsentDraft
from app.records.staying import AmbassadorDraft, LeavingDraft, TalkDraft
from app.rules.staying import AmbassadorKind, Intention, Leaves, StayReason, TalkKind
from app.rules.terms import ConsentWay, Purpose, Recipient

HELD = TalkDraft(
    TalkKind.DAY30,
    held_on=date(2026, 11, 20),
    mood=4,
    intention=Intention.STAYS,
    speaks_for=frozenset({StayReason.WORK_CLIMATE, StayReason.HOUSING}),
    against=frozenset({StayReason.LANGUAGE}),
    note="Spricht zu Hause kein Deutsch.",
    next_act="Sprachcafé zeigen",
    next_on=date(2026, 12, 4),
    tick=True,
)
WORSE = TalkDraft(
    TalkKind.DAY30,
    held_on=date(2026, 11, 21),
    mood=2,
    against=frozenset({StayReason.LANGUAGE, StayReason.SHIFTS}),
)
PLANNED = TalkDraft(TalkKind.OTHER, planned_on=date(2026, 12, 1))
GONE = LeavingDraft(
    date(2026, 11, 1),
    Leaves.EMPLOYER,
    frozenset({StayReason.PAY, StayReason.COMMUTE}),
    may_return=True,
    note="Arbeitet jetzt in Hamburg.",
)


def professional(desk: Desk, case: int) -> int:
    """The id of the first person of a case."""
    return desk.candidates.case(case).people[0].id


def allow(desk: Desk, case: int, **changes: object) -> int:
    """A consent an ambassador may rest on; its id."""
    known = {
        "person": professional(desk, case),
        "purpose": Purpose.SHARE,
        "recipient": Recipient.OTHER,
        "wording": "Mein Name darf an die Wirtschaftsförderung.",
        "given_on": date(2026, 11, 2),
        "way": ConsentWay.SIGNED,
        "recipient_name": "Wirtschaftsförderung",
    }
    return int(desk.consents.give(case, ConsentDraft(**{**known, **changes})).facts["id"])  # type: ignore[arg-type]


def speaks(desk: Desk, case: int, kind: AmbassadorKind = AmbassadorKind.REGION) -> AmbassadorDraft:
    """The professional as an ambassador by the consent given last."""
    consent = desk.staying.consents_for(case)[0].id
    return AmbassadorDraft(professional(desk, case), kind, "Ankommen", date(2026, 11, 9), consent)


def prepare(desk: Desk, case: int) -> None:
    """A talk that was held, a leaving, an ambassador."""
    desk.staying.add_talk(case, HELD)
    desk.staying.note_leaving(case, GONE)
    allow(desk, case)
    desk.staying.add_ambassador(case, speaks(desk, case))


def _talk(desk: Desk, case: int) -> int:
    return next(each.id for each in desk.staying.of_case(case).talks if each.id)


def _speaker(desk: Desk, case: int) -> int:
    return desk.staying.of_case(case).ambassadors[0].id


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Staying.add_talk": lambda desk, case, _: desk.staying.add_talk(case, PLANNED),
    "Staying.edit_talk": lambda desk, case, _: desk.staying.edit_talk(_talk(desk, case), WORSE),
    "Staying.remove_talk": lambda desk, case, _: desk.staying.remove_talk(_talk(desk, case)),
    "Staying.note_leaving": lambda desk, case, _: desk.staying.note_leaving(
        case,
        LeavingDraft(
            date(2026, 11, 2),
            Leaves.REGION,
            frozenset({StayReason.PAY, StayReason.SCHOOL}),
            close=CloseReason.ELSEWHERE,
        ),
    ),
    "Staying.remove_leaving": lambda desk, case, _: desk.staying.remove_leaving(case),
    "Staying.add_ambassador": lambda desk, case, _: desk.staying.add_ambassador(
        case, speaks(desk, case, AmbassadorKind.GUIDE)
    ),
    "Staying.edit_ambassador": lambda desk, case, _: desk.staying.edit_ambassador(
        _speaker(desk, case), speaks(desk, case, AmbassadorKind.RETURNING)
    ),
    "Staying.remove_ambassador": lambda desk, case, _: desk.staying.remove_ambassador(
        _speaker(desk, case)
    ),
}
