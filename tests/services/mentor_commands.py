"""The commands on mentors and occasions as the tests of undo give them, and what they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import Channel
from app.records.consents import ConsentDraft
from app.records.mentors import MentorDraft, MentorshipState
from app.records.occasions import InvitationState, OccasionDraft, OccasionKind
from app.rules.rosters import ShiftKind
from app.rules.terms import ConsentWay, Purpose, Recipient
from tests.makers import make_case

PARTY = OccasionDraft(
    OccasionKind.WARD_PARTY, "Sommerfest", date(2027, 6, 18), 1080, 1320, "Garten der Station"
)
WALK = OccasionDraft(OccasionKind.OTHER, "Wattwanderung", date(2027, 5, 8))
PAST = OccasionDraft(OccasionKind.TOUR, "Rundgang", date(2027, 1, 20))


def make_mentor(desk: Desk, employer: int, family: str = "Sandkrug", **changes: object) -> int:
    """A nurse who speaks Arabic and works early and late; returns the id."""
    values: dict[str, object] = {
        "employer": employer,
        "family": family,
        "given": "Wiebke",
        "profession": "nurse",
        "languages": ("ar", "de"),
        "shifts": frozenset({ShiftKind.EARLY, ShiftKind.LATE}),
    }
    draft = MentorDraft(**(values | changes))  # type: ignore[arg-type]
    return int(desk.mentors.add(draft).facts["id"])


def allow(desk: Desk, case: int, purpose: Purpose, name: str = "") -> int:
    """A consent of the professional of the case towards a mentor; returns the id."""
    person = desk.candidates.case(case).people[0].id
    on, way = date(2026, 11, 20), ConsentWay.SIGNED
    draft = ConsentDraft(person, purpose, Recipient.MENTOR, "Ja.", on, way, name)
    return int(desk.consents.give(case, draft).facts["id"])


def prepare(desk: Desk, case: int, employer: int) -> None:
    """A mentor the case has agreed with, one another case has asked, one nobody has; occasions
    the case is invited to, not invited to, and an archived one."""
    first = make_mentor(desk, employer, capacity=2)
    second = make_mentor(desk, employer, "Probst")
    make_mentor(desk, employer, "Deichsel")
    agreed = int(desk.mentors.ask(case, first).facts["id"])
    desk.mentors.agree(agreed)
    allow(desk, case, Purpose.SHARE)
    waiting = make_case(desk, employer=employer)
    desk.mentors.ask(waiting, second)
    party = int(desk.occasions.add(PARTY).facts["id"])
    desk.occasions.add(WALK)
    archived = int(desk.occasions.add(PAST).facts["id"])
    desk.occasions.archive(archived)
    desk.occasions.invite(party, (case,))


def _mentor(desk: Desk, family: str) -> int:
    return next(each.id for each in desk.mentors.all() if each.draft.family == family)


def _mentorship(desk: Desk, state: MentorshipState) -> int:
    return next(
        family.mentorship
        for each in desk.mentors.all()
        for family in each.families
        if family.state is state
    )


def _occasion(desk: Desk, title: str) -> int:
    return next(each.id for each in desk.occasions.all() if each.draft.title == title)


def _invitation(desk: Desk, case: int) -> int:
    return desk.occasions.of_case(case)[0].invitation.id


def _edited(desk: Desk) -> Done:
    shown = next(each for each in desk.mentors.all() if each.draft.family == "Sandkrug")
    draft = MentorDraft(shown.draft.employer, "Sandkrug-Ebbing", "Wiebke", capacity=3)
    return desk.mentors.edit(shown.id, draft)


def _waiting(desk: Desk) -> int:
    return next(
        family.case
        for each in desk.mentors.all()
        for family in each.families
        if family.state is MentorshipState.ASKED
    )


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Mentors.add": lambda desk, case, _: desk.mentors.add(
        MentorDraft(desk.candidates.case(case).draft.employer, "Tran")
    ),
    "Mentors.edit": lambda desk, _, __: _edited(desk),
    "Mentors.remove": lambda desk, _, __: desk.mentors.remove(_mentor(desk, "Deichsel")),
    "Mentors.propose": lambda desk, _, __: desk.mentors.propose(
        _waiting(desk), _mentor(desk, "Deichsel")
    ),
    "Mentors.ask": lambda desk, _, __: desk.mentors.ask(_waiting(desk), _mentor(desk, "Deichsel")),
    "Mentors.agree": lambda desk, _, __: desk.mentors.agree(
        _mentorship(desk, MentorshipState.ASKED), date(2027, 3, 1)
    ),
    "Mentors.decline": lambda desk, _, __: desk.mentors.decline(
        _mentorship(desk, MentorshipState.ASKED), "keine Zeit"
    ),
    "Mentors.end": lambda desk, _, __: desk.mentors.end(
        _mentorship(desk, MentorshipState.AGREED), None, "zieht um"
    ),
    "Mentors.keep_in_touch": lambda desk, _, __: desk.mentors.keep_in_touch(
        _mentorship(desk, MentorshipState.AGREED), Channel.PHONE, "abends"
    ),
    "Occasions.add": lambda desk, _, __: desk.occasions.add(
        OccasionDraft(OccasionKind.NEWCOMERS, "Tee für Neue", date(2027, 2, 5))
    ),
    "Occasions.edit": lambda desk, _, __: desk.occasions.edit(_occasion(desk, PARTY.title), WALK),
    "Occasions.archive": lambda desk, _, __: desk.occasions.archive(_occasion(desk, PARTY.title)),
    "Occasions.restore": lambda desk, _, __: desk.occasions.restore(_occasion(desk, PAST.title)),
    "Occasions.invite": lambda desk, case, _: desk.occasions.invite(
        _occasion(desk, WALK.title), (case, _waiting(desk))
    ),
    "Occasions.answer": lambda desk, case, _: desk.occasions.answer(
        _invitation(desk, case), InvitationState.ACCEPTED
    ),
    "Occasions.remove": lambda desk, case, _: desk.occasions.remove(_invitation(desk, case)),
}
