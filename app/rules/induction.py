"""Whose steps make up an employer's induction plan, and where those concerned do not agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from app.rules.slipping import Outcome
from app.rules.terms import AnchorKind, Role

EMPLOYER_SIDE = (Role.WARD, Role.MENTOR, Role.HR, Role.IT, Role.EMPLOYER)
"""Who brings a newcomer in at the employer, in the order of the columns."""
CONFIRMING = (Role.PERSON, *EMPLOYER_SIDE)
"""Who may say what became of a step: the newcomer first."""


def belongs(roles: Collection[Role], anchor: AnchorKind | None, *, own: bool) -> bool:
    """Whether a step of the onboarding is one of the induction: somebody of the employer acts on
    it, and it counts from the first working day or the office wrote it itself."""
    is_theirs = any(role in EMPLOYER_SIDE for role in roles)
    return is_theirs and (own or anchor is AnchorKind.WORK_START)


def asked(roles: Collection[Role]) -> tuple[Role, ...]:
    """Who is asked about a step: the newcomer and those of the employer who act on it."""
    return tuple(role for role in CONFIRMING if role is Role.PERSON or role in roles)


def disagree(said: Mapping[Role, Outcome]) -> bool:
    """Whether the newcomer and somebody at the employer say different things of a step."""
    mine = said.get(Role.PERSON)
    others = {outcome for role, outcome in said.items() if role is not Role.PERSON}
    return mine is not None and bool(others - {mine})


def week_of(due: date, first_day: date) -> int:
    """Weeks of seven days from the first working day: -1 the one before, 0 the first."""
    return (due - first_day).days // 7
