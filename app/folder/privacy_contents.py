"""What the privacy sheet says beyond its usual words: lines of the office, consents on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.terms import Purpose, Recipient


@dataclass(frozen=True)
class GivenConsent:
    """A consent on record. `wording`: the words that were put to the person, as kept (Art. 7
    Abs. 1 DSGVO); `recipient_name` blank: the kind of recipient says it."""

    name: str
    purpose: Purpose
    recipient: Recipient
    wording: str
    since: date
    recipient_name: str = ""
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Privacy:
    """`officer`: how to reach the data protection officer (Art. 13 Abs. 1 Buchst. b DSGVO);
    `retention`: how long data are kept here (Art. 13 Abs. 2 Buchst. a). Both as the office wrote
    them, in German; blank is left out. `consents`: newest first."""

    officer: str = ""
    retention: str = ""
    consents: tuple[GivenConsent, ...] = ()


UNSET = Privacy()
"""An office that has entered nothing, a family that has allowed nothing."""
