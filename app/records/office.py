"""The office itself as it crosses the boundary: service point, advisors, who holds the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


@dataclass(frozen=True)
class PointDraft:
    """One of the service points of the office. A blank greeting or signatory is that of the first
    one; `hours_osm` in OpenStreetMap's grammar."""

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


@dataclass(frozen=True)
class SettingsDraft:
    """What holds for the office as a whole (Art. 4 Nr. 7 DSGVO). `officer`: how to reach the data
    protection officer (Art. 13 Abs. 1 Buchst. b), `retention`: how long the office keeps data
    (Art. 13 Abs. 2 Buchst. a)."""

    responsible_body: str = ""
    officer: str = ""
    retention: str = ""


@dataclass(frozen=True)
class ServicePoint(SettingsDraft, PointDraft):
    """The one that speaks for the office as a whole, with what holds for all of it."""


@dataclass(frozen=True)
class PointView:
    """`is_first`: it speaks for the office as a whole. `advisors`: how many work there."""

    id: int
    draft: PointDraft
    archived_on: date | None
    is_first: bool
    advisors: int


class PrivacyGap(Enum):
    """What the privacy sheet would say if the office had entered it (Art. 13 Abs. 1, 2 DSGVO)."""

    RESPONSIBLE_BODY = "responsible_body"
    OFFICER = "officer"
    RETENTION = "retention"


@dataclass(frozen=True)
class AdvisorDraft:
    """`service_point`: where the advisor works, None at the first one; `deputy`: who stands in
    where neither case nor absence names somebody else."""

    given: str
    family: str
    title: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    active: bool = True
    service_point: int | None = None
    deputy: int | None = None


@dataclass(frozen=True)
class AdvisorView:
    id: int
    draft: AdvisorDraft
    name: str


@dataclass(frozen=True)
class AbsenceDraft:
    """An advisor is away from `first` to `last`, both included; `deputy`: who stands in meanwhile,
    None whoever does usually."""

    advisor: int
    first: date
    last: date
    deputy: int | None = None


@dataclass(frozen=True)
class AbsenceView:
    """`advisor` and `deputy` by name, the deputy blank where nobody is named; `stands_in`: who does
    on the first day for cases without a deputy of their own, blank for nobody."""

    id: int
    draft: AbsenceDraft
    advisor: str
    deputy: str
    stands_in: str


@dataclass(frozen=True)
class Attending:
    """Who is there for a case on a day. `advisor_id` is None where the case is nobody's;
    `deputy_id`: who stands in, on that day while the advisor is away, else whoever does usually;
    `away_until`: the advisor's last day of being away, None while there."""

    advisor_id: int | None = None
    advisor: str = ""
    deputy_id: int | None = None
    deputy: str = ""
    away_until: date | None = None

    @property
    def contact_id(self) -> int | None:
        """Whom to ask that day; None where there is nobody."""
        return self.advisor_id if self.away_until is None else self.deputy_id

    @property
    def contact(self) -> str:
        """Whom to ask that day, by name."""
        return self.advisor if self.away_until is None else self.deputy


ALONE = Attending()
"""Nobody."""


@dataclass(frozen=True)
class WorkloadRow:
    """What one advisor has to do, None for the cases of nobody. Deadlines that are `overdue`, that
    end within 7 days, and within 30, those of the 7 included; contacts to be followed up."""

    advisor: int | None
    name: str
    cases: int
    overdue: int
    next_7: int
    next_30: int
    follow_ups: int
    away_until: date | None = None


@dataclass(frozen=True)
class Holder:
    """Who has the file open for writing, where, and since when."""

    who: str
    host: str
    since: datetime
    pid: int
