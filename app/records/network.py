"""Actors of the region and links between services, as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.providers import Category
from app.rules.network import Sector, crosses
from app.rules.terms import ONLINE


class ActorKind(Enum):
    """What body an actor is; the code in the data file."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    DOCTORS_ASSOCIATION = "doctors_association"
    REGION = "region"
    WELFARE = "welfare"
    MEDICAL_CENTRE = "medical_centre"
    HOSPITAL = "hospital"
    CARE_SERVICE = "care_service"
    UNIVERSITY = "university"
    SCHOOL = "school"
    EMPLOYER = "employer"
    OTHER = "other"


class LinkKind(Enum):
    """How two services work together; the code in the data file and of the printed word."""

    OUTPATIENT_INPATIENT = "outpatient_inpatient"
    INTERDISCIPLINARY = "interdisciplinary"
    INTERPROFESSIONAL = "interprofessional"
    EMERGENCY = "emergency"
    TRAINING = "training"
    COOPERATION = "cooperation"


class EndState(Enum):
    """Whether one end of a link stands in the directory; COMING: its first day is ahead."""

    COMING = "coming"
    IN_USE = "in_use"
    ARCHIVED = "archived"
    ENDED = "ended"


@dataclass(frozen=True)
class ActorDraft:
    """An actor as typed. `provider`: any entry of its organisation in the directory; without a
    name it is called as that. `until`: the last day it belongs to the network."""

    name: str
    kind: ActorKind = ActorKind.OTHER
    sector: Sector = Sector.UNKNOWN
    provider: int | None = None
    role: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    in_group: bool = False
    since: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class ActorView:
    """An actor as listed; `draft.provider` is the first entry of its organisation that is in use.
    `entries`: how many lines of the working group name it."""

    id: int
    draft: ActorDraft
    organisation: str = ""
    entries: int = 0

    def is_active(self, today: date) -> bool:
        """Whether it belongs to the network on that day."""
        return self.draft.until is None or self.draft.until >= today


@dataclass(frozen=True)
class LinkDraft:
    """Two providers that work together; which of them is first means nothing. `text` is for the
    family, `note` for the office."""

    first: int
    second: int
    kind: LinkKind = LinkKind.COOPERATION
    text: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


_ONLINE = frozenset(each.value for each in ONLINE)


@dataclass(frozen=True)
class LinkEnd:
    """One end of a link. `features`: codes of `app.rules.terms.Feature`. `successor` and
    `successor_name`: who has taken its place, where it is no longer in use."""

    provider: int
    name: str
    town: str
    category: Category
    sector: Sector
    video: bool = False
    online_form: bool = False
    features: tuple[str, ...] = ()
    phone: str = ""
    state: EndState = EndState.IN_USE
    ended_on: date | None = None
    begins_on: date | None = None
    successor: int | None = None
    successor_name: str = ""

    @property
    def is_online(self) -> bool:
        """Whether something is had there online or by video."""
        return self.video or self.online_form or not _ONLINE.isdisjoint(self.features)


@dataclass(frozen=True)
class LinkView:
    id: int
    draft: LinkDraft
    first: LinkEnd
    second: LinkEnd

    @property
    def gone(self) -> tuple[LinkEnd, ...]:
        """The ends that no longer stand in the directory."""
        left = (EndState.ARCHIVED, EndState.ENDED)
        return tuple(end for end in (self.first, self.second) if end.state in left)

    def is_agreed(self, today: date) -> bool:
        """Whether the link is valid on that day and no end has gone; one may be still to come."""
        first, last = self.draft.valid_from, self.draft.valid_to
        in_time = (first is None or first <= today) and (last is None or last >= today)
        return in_time and not self.gone

    def holds(self, today: date) -> bool:
        """Whether the link is valid on that day and both ends are there."""
        ends = (self.first, self.second)
        return self.is_agreed(today) and all(end.state is EndState.IN_USE for end in ends)

    def beside(self, provider: int) -> LinkEnd:
        """The other end, seen from a provider."""
        return self.second if self.first.provider == provider else self.first


@dataclass(frozen=True)
class Picture:
    """Who works with whom: links that hold, by sector; `unlinked`: those who look after people's
    health and are linked with nobody."""

    links: tuple[LinkView, ...]
    troubled: tuple[LinkView, ...]
    unlinked: tuple[LinkEnd, ...]

    @property
    def ends(self) -> tuple[LinkEnd, ...]:
        """Everybody in the picture once, by name."""
        linked = (end for link in self.links for end in (link.first, link.second))
        once = {end.provider: end for end in (*linked, *self.unlinked)}
        return tuple(sorted(once.values(), key=lambda end: (end.name.casefold(), end.provider)))

    @property
    def across(self) -> tuple[LinkView, ...]:
        """The links between outpatient and inpatient care."""
        return tuple(link for link in self.links if crosses(link.first.sector, link.second.sector))
