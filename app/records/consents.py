"""Consents as they cross the boundary: what a person allowed, and whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.terms import ConsentWay, Purpose, Recipient


@dataclass(frozen=True)
class ConsentDraft:
    """One consent (Art. 7 Abs. 1 DSGVO asks for the proof): of whom (a person's id), for what, to
    whom, in the words that were put to the person, on which day, how."""

    person: int
    purpose: Purpose
    recipient: Recipient
    wording: str
    given_on: date
    way: ConsentWay
    recipient_name: str = ""


@dataclass(frozen=True)
class ConsentView:
    """A consent as listed; `withdrawn_on` ends it from that day on (Art. 7 Abs. 3 DSGVO)."""

    id: int
    draft: ConsentDraft
    person_name: str
    withdrawn_on: date | None

    @property
    def holds(self) -> bool:
        """Whether it may still be relied on."""
        return self.withdrawn_on is None
