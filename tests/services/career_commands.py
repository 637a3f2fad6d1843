"""The commands on work as the tests of undo give them, and what they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.careers import IntroductionDraft, IntroductionView, OpeningView, OwnCaseDraft
from app.rules.calendar import PartialDate
from app.rules.job_terms import IntroductionState, Level
from app.rules.terms import MemberRole
from tests.conftest import TODAY
from tests.services import career_world
from tests.services.career_world import JOB, PARTNER, PROFILE

OTHER = "Karina"


def prepare(desk: Desk, case: int, other: int) -> None:
    """A partner with a profile, tied to the other case and introduced; a sister who is neither;
    an opening in use, one unused, one filled."""
    partner = int(desk.household.add(case, PARTNER).facts["person"])
    sister = replace(PARTNER, given=OTHER, role=MemberRole.OTHER, birth=PartialDate(1993))
    desk.household.add(case, sister)
    desk.careers.edit_profile(partner, replace(PROFILE, german=""))
    employer = desk.candidates.case(case).draft.employer
    opening, filled, _ = (
        int(desk.openings.add(replace(JOB, provider=employer, title=title)).facts["id"])
        for title in ("Elektrik", "Schweißen", "Malen")
    )
    desk.openings.fill(filled)
    career_world.allow(desk, case, partner, "Deichklinik")
    desk.introductions.add(case, IntroductionDraft(partner, None, TODAY, opening))
    desk.careers.tie(partner, other, _professional(desk, other))


def _professional(desk: Desk, case: int) -> int:
    return desk.careers.members(case)[0].person


def _member(desk: Desk, case: int, name: str) -> int:
    members = desk.careers.members(case)
    return next(each.person for each in members if each.name == name)


def _opening(desk: Desk, title: str) -> OpeningView:
    return next(each for each in desk.openings.all() if each.draft.title.startswith(title))


def _introduction(desk: Desk, case: int) -> IntroductionView:
    return desk.introductions.of_case(case)[0]


def _introduce(desk: Desk, case: int) -> Done:
    draft = IntroductionDraft(_member(desk, case, "Karim"), None, TODAY, _opening(desk, "Malen").id)
    return desk.introductions.add(case, draft)


def _advance(desk: Desk, case: int) -> Done:
    view = _introduction(desk, case)
    draft = replace(view.draft, state=IntroductionState.DECLINED_BY_PERSON, because="andere Stelle")
    return desk.introductions.edit(view.id, draft)


def _tie(desk: Desk, case: int) -> Done:
    tied = {each.own_case for each in desk.careers.ties(case)} | {case}
    connection = desk.transactions.file.connect()
    found = [int(row[0]) for row in connection.execute("SELECT id FROM cases ORDER BY id")]
    connection.close()
    other = next(each for each in found if each not in tied)
    return desk.careers.tie(_member(desk, case, OTHER), other, _professional(desk, other))


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Careers.edit_profile": lambda desk, case, _: desk.careers.edit_profile(
        _member(desk, case, "Karim"), replace(PROFILE, german="b1", languages={"fr": Level.C2})
    ),
    "Careers.remove_profile": lambda desk, case, _: desk.careers.remove_profile(
        _member(desk, case, "Karim")
    ),
    "Careers.open_own_case": lambda desk, case, _: desk.careers.open_own_case(
        _member(desk, case, OTHER), OwnCaseDraft(occupation="Köchin")
    ),
    "Careers.tie": lambda desk, case, _: _tie(desk, case),
    "Careers.untie": lambda desk, case, _: desk.careers.untie(desk.careers.ties(case)[0].id),
    "Openings.add": lambda desk, _, __: desk.openings.add(
        replace(_opening(desk, "Malen").draft, title="Kochen")
    ),
    "Openings.edit": lambda desk, _, __: desk.openings.edit(
        _opening(desk, "Malen").id, replace(_opening(desk, "Malen").draft, title="Lackieren")
    ),
    "Openings.fill": lambda desk, _, __: desk.openings.fill(_opening(desk, "Malen").id),
    "Openings.reopen": lambda desk, _, __: desk.openings.reopen(_opening(desk, "Schweißen").id),
    "Openings.remove": lambda desk, _, __: desk.openings.remove(_opening(desk, "Malen").id),
    "Introductions.add": lambda desk, case, _: _introduce(desk, case),
    "Introductions.edit": lambda desk, case, _: _advance(desk, case),
    "Introductions.remove": lambda desk, case, _: desk.introductions.remove(
        _introduction(desk, case).id
    ),
}
