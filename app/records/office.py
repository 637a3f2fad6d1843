"""The office itself as it crosses the boundary: service point, advisors, who holds the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True)
class ServicePoint:
    """Who speaks to the family and signs; the last three are settings of their own. `officer`: how
    to reach the data protection officer (Art. 13 Abs. 1 Buchst. b DSGVO), `retention`: how long the
    office keeps data (Art. 13 Abs. 2 Buchst. a)."""

    name: str = ""
    department: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    hours_osm: str = ""
    greeting: str = ""
    signatory: str = ""
    responsible_body: str = ""
    officer: str = ""
    retention: str = ""


class PrivacyGap(Enum):
    """What the privacy sheet would say if the office had entered it (Art. 13 Abs. 1, 2 DSGVO)."""

    RESPONSIBLE_BODY = "responsible_body"
    OFFICER = "officer"
    RETENTION = "retention"


@dataclass(frozen=True)
class AdvisorDraft:
    given: str
    family: str
    title: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True)
class AdvisorView:
    id: int
    draft: AdvisorDraft
    name: str


@dataclass(frozen=True)
class Holder:
    """Who has the file open for writing, where, and since when."""

    who: str
    host: str
    since: datetime
    pid: int
