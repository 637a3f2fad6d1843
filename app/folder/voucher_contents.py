"""Vouchers as they are printed, frozen; their words are the office's own and German."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.records.vouchers import Audience
from app.rules.terms import MemberRole

if TYPE_CHECKING:
    from app.folder.contents import Member

PUPIL_AGE = 6
"""From this age in years on a child is taken for a pupil (§ 64 Abs. 1 NSchG)."""


@dataclass(frozen=True)
class Voucher:
    """One slip. `number` tells it apart at the office; `redeemed_at`: who takes it, with the lines
    of its address, blank and empty where the words alone say it."""

    number: int
    title: str
    text: str = ""
    audience: Audience = Audience.EVERYBODY
    issuer: str = ""
    redeemed_at: str = ""
    address: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def concerns(audience: Audience, members: Iterable[Member]) -> bool:
    """Whether a household has somebody a voucher is for; a child whose age is not known counts as
    a child and not as a pupil."""
    match audience:
        case Audience.EVERYBODY:
            return True
        case Audience.CHILDREN:
            return any(each.role is MemberRole.CHILD for each in members)
        case Audience.PUPILS:
            return any(
                each.role is MemberRole.CHILD and each.age is not None and each.age >= PUPIL_AGE
                for each in members
            )
        case Audience.PARTNER:
            return any(each.role is MemberRole.PARTNER for each in members)
        case Audience.ELDERS:
            return any(each.role is MemberRole.GRANDPARENT for each in members)
