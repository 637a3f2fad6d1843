"""Vouchers as they cross the boundary: what a family gets by showing its sheet, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Audience(Enum):
    """Whom a voucher is for, as far as the household tells; the code in the data file."""

    EVERYBODY = "everybody"
    CHILDREN = "children"
    PUPILS = "pupils"
    PARTNER = "partner"
    ELDERS = "elders"


@dataclass(frozen=True)
class VoucherDraft:
    """One voucher. `provider`: the id of who takes it, None where it is nobody of the directory;
    `issuer`: who gives it, as text. Both days are included, None leaves that side open."""

    title: str
    text: str = ""
    provider: int | None = None
    issuer: str = ""
    audience: Audience = Audience.EVERYBODY
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class VoucherView:
    """A voucher as listed; `provider_name` is blank without a provider."""

    id: int
    draft: VoucherDraft
    provider_name: str
    archived_on: date | None

    def ended(self, today: date) -> bool:
        """Whether its last day has passed, so that no folder holds it any more."""
        return self.draft.valid_to is not None and self.draft.valid_to < today
