"""Two entries of one provider: what each says, and what the one that stays shall say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from app.records.providers import (
    Category,
    ContactPerson,
    Cost,
    ProviderDraft,
    value_of,
    with_values,
)
from app.rules.likeness import Likelihood, Seen
from app.rules.school_matching import AllDay, SchoolType


class Matter(Enum):
    """What is compared and chosen in one piece, since its fields make sense only together."""

    NAME = "name"
    CATEGORY = "category"
    OPERATOR = "operator"
    SERVICE = "service"
    DESCRIPTION = "description"
    SITE = "site"
    ADDRESS = "address"
    POSITION = "position"
    ACCESSIBLE = "accessible"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"
    CONTACTS = "contacts"
    LANGUAGES = "languages"
    HOURS = "hours"
    CLOSED = "closed"
    AGES = "ages"
    PLACES = "places"
    FREE_PLACES = "free_places"
    WAITING = "waiting"
    SETTLING = "settling"
    RESERVED = "reserved"
    COSTS = "costs"
    BY_APPOINTMENT = "by_appointment"
    ONLINE_FORM = "online_form"
    VIDEO = "video"
    FEATURES = "features"
    VALIDITY = "validity"
    CHARGE = "charge"
    SCHOOL_TYPE = "school_type"
    CLASSES = "classes"
    CATCHMENT = "catchment"
    ALL_DAY = "all_day"
    ALL_DAY_HOURS = "all_day_hours"
    ALL_DAY_PLACES = "all_day_places"
    GERMAN_CLASS = "german_class"
    HOLIDAY_CARE = "holiday_care"
    TAUGHT = "taught"
    SCHOOL_NOTE = "school_note"
    SCHOOL_SOURCE = "school_source"
    PUBLIC_NOTE = "public_note"
    NOTE = "note"


FIELDS: Mapping[Matter, tuple[str, ...]] = MappingProxyType(
    {
        Matter.NAME: ("organisation",),
        Matter.CATEGORY: ("category",),
        Matter.OPERATOR: ("operator",),
        Matter.SERVICE: ("service",),
        Matter.DESCRIPTION: ("description",),
        Matter.SITE: ("site",),
        Matter.ADDRESS: ("street", "postcode", "town", "ags"),
        Matter.POSITION: ("latitude", "longitude"),
        Matter.ACCESSIBLE: ("accessible",),
        Matter.PHONE: ("phone",),
        Matter.EMAIL: ("email",),
        Matter.WEBSITE: ("website",),
        Matter.CONTACTS: ("contacts",),
        Matter.LANGUAGES: ("languages",),
        Matter.HOURS: ("hours_osm", "hours_given", "hours_from", "hours_to"),
        Matter.CLOSED: ("closed_from", "closed_until", "closed_because"),
        Matter.AGES: ("min_age_months", "max_age_months"),
        Matter.PLACES: ("places",),
        Matter.FREE_PLACES: ("free_places", "free_as_of"),
        Matter.WAITING: ("waiting",),
        Matter.SETTLING: ("settling_weeks",),
        Matter.RESERVED: ("reserved_places", "reserved_for"),
        Matter.COSTS: ("costs",),
        Matter.BY_APPOINTMENT: ("by_appointment",),
        Matter.ONLINE_FORM: ("online_form",),
        Matter.VIDEO: ("video",),
        Matter.FEATURES: ("features",),
        Matter.VALIDITY: ("valid_from", "valid_to", "successor"),
        Matter.CHARGE: ("office_type", "area"),
        Matter.SCHOOL_TYPE: ("school_type",),
        Matter.CLASSES: ("school_first_class", "school_last_class"),
        Matter.CATCHMENT: ("school_catchment",),
        Matter.ALL_DAY: ("school_all_day",),
        Matter.ALL_DAY_HOURS: ("school_all_day_osm",),
        Matter.ALL_DAY_PLACES: ("school_all_day_places", "school_as_of"),
        Matter.GERMAN_CLASS: ("school_german_class",),
        Matter.HOLIDAY_CARE: ("school_holiday_care",),
        Matter.TAUGHT: ("school_languages",),
        Matter.SCHOOL_NOTE: ("school_public_note",),
        Matter.SCHOOL_SOURCE: ("school_source",),
        Matter.PUBLIC_NOTE: ("public_note",),
        Matter.NOTE: ("note",),
    }
)
"""The fields of a `ProviderDraft` that belong to a matter, those of its school by their names in
`app.records.school_profiles.PARTS`; `source` and `source_key` belong to none, since each entry
keeps where it came from."""

UNITED = frozenset(
    {
        Matter.CONTACTS,
        Matter.COSTS,
        Matter.LANGUAGES,
        Matter.FEATURES,
        Matter.DESCRIPTION,
        Matter.CATCHMENT,
        Matter.TAUGHT,
        Matter.SCHOOL_NOTE,
        Matter.PUBLIC_NOTE,
        Matter.NOTE,
    }
)
"""Matters that can say what both entries say."""

_TOGETHER = frozenset(
    {
        *(Matter.CONTACTS, Matter.COSTS, Matter.LANGUAGES, Matter.FEATURES, Matter.TAUGHT),
        Matter.NOTE,
    }
)
_OF_ALL_DAY = frozenset({Matter.ALL_DAY_HOURS, Matter.ALL_DAY_PLACES})
_NOTHING = (None, "", (), SchoolType.OTHER, AllDay.UNKNOWN)
"""What says nothing."""

OF_ORGANISATION = frozenset(
    {
        Matter.NAME,
        Matter.OPERATOR,
        Matter.PHONE,
        Matter.EMAIL,
        Matter.WEBSITE,
        Matter.CONTACTS,
    }
)
"""Matters that all providers of an organisation share."""


class Pick(Enum):
    """Whose word holds: that of the entry that stays, of the one that goes, or both."""

    KEPT = "kept"
    DROPPED = "dropped"
    BOTH = "both"


Picks = Mapping[Matter, Pick]


@dataclass(frozen=True)
class PairSide:
    """One of two providers of the list, as far as one has to know it to tell them apart."""

    id: int
    name: str
    service: str
    category: Category
    street: str
    postcode: str
    town: str


@dataclass(frozen=True)
class Pair:
    """Two providers that may be one, and why."""

    first: PairSide
    second: PairSide
    likelihood: Likelihood
    seen: tuple[Seen, ...]
    points: int


@dataclass(frozen=True)
class Entry:
    """One of the two, with all that hangs on it: the cases (id, name) whose employer it is, the
    names of those it takes the place of and of those that keep places for its staff, and of the
    others of its organisation, which change with it. `reserved_for` and `successor` are the names
    behind the draft's ids."""

    id: int
    draft: ProviderDraft
    checked_on: date | None
    checked_by: str
    saved_at: datetime
    used_by: tuple[tuple[int, str], ...] = ()
    follows: tuple[str, ...] = ()
    keeps_places: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    reserved_for: str = ""
    successor: str = ""

    def values(self, matter: Matter) -> tuple[object, ...]:
        """What it says of a matter, field by field."""
        return tuple(value_of(self.draft, name) for name in FIELDS[matter])

    def is_blank(self, matter: Matter) -> bool:
        """Whether it says nothing of a matter."""
        return all(value in _NOTHING for value in self.values(matter))

    @property
    def told(self) -> int:
        """Of how many matters it says something."""
        return sum(not self.is_blank(matter) for matter in Matter)


@dataclass(frozen=True)
class Comparison:
    """Both entries, the one that should stay first: it is used, was checked, or says more."""

    kept: Entry
    dropped: Entry

    def is_same(self, matter: Matter) -> bool:
        """Whether both say the same."""
        return self.kept.values(matter) == self.dropped.values(matter)

    @property
    def differing(self) -> tuple[Matter, ...]:
        """The matters of which they say different things."""
        return tuple(matter for matter in Matter if not self.is_same(matter))

    @property
    def turned(self) -> Comparison:
        """The other one stays."""
        return Comparison(self.dropped, self.kept)

    def proposal(self) -> dict[Matter, Pick]:
        """Whose word holds unless somebody chooses otherwise: the kept one's, or the other's where
        it says nothing; lists and the office's own notes are put together."""
        picks: dict[Matter, Pick] = {}
        for matter in self.differing:
            if self._is_filled(matter):
                picks[matter] = Pick.DROPPED
            elif matter in _TOGETHER and not self.dropped.is_blank(matter):
                picks[matter] = Pick.BOTH
            else:
                picks[matter] = Pick.KEPT
        return picks

    def united(self, picks: Picks) -> ProviderDraft:
        """What the entry that stays says then; matters that `picks` does not name stay its own."""
        changes: dict[str, object] = {}
        for matter, pick in picks.items():
            for name in FIELDS[matter]:
                mine, others = (value_of(each.draft, name) for each in (self.kept, self.dropped))
                if pick is Pick.DROPPED:
                    changes[name] = others
                elif pick is Pick.BOTH:
                    changes[name] = _both(mine, others)
        draft = with_values(self.kept.draft, changes)
        # neither follows the other any more
        is_circle = draft.successor in (self.kept.id, self.dropped.id)
        return replace(draft, successor=None) if is_circle else draft

    def _is_filled(self, matter: Matter) -> bool:
        """Whether the kept one leaves open what the other says. A school without all-day care takes
        no times and places of it, and places go with the day they were counted on."""
        mine, others = self.kept.values(matter), self.dropped.values(matter)
        if matter in _OF_ALL_DAY and value_of(self.kept.draft, "school_all_day") is AllDay.NONE:
            return False
        if matter is Matter.ALL_DAY_PLACES and mine[0] is None and others[0] is not None:
            return True
        return self.kept.is_blank(matter)


def _both(mine: object, others: object) -> object:
    """What two values say together, each thing once; what cannot be united stays as it is."""
    if isinstance(mine, str) and isinstance(others, str):
        if mine.strip() and others.strip() and _line(others) not in _line(mine):
            return others if _line(mine) in _line(others) else f"{mine.rstrip()}\n{others.lstrip()}"
        return mine if mine.strip() else others
    if isinstance(mine, tuple) and isinstance(others, tuple):
        known = {_key(each) for each in mine}
        return (*mine, *(each for each in others if _key(each) not in known))
    return mine


def _line(text: str) -> str:
    return " ".join(text.split()).casefold()


def _key(value: object) -> object:
    """What makes a person or a price the same as another, however it is spaced and written."""
    if isinstance(value, ContactPerson):
        digits = "".join(letter for letter in value.phone if letter.isdigit())
        return _line(value.name), _line(value.area), digits, _line(value.email)
    if isinstance(value, Cost):
        return replace(value, label=_line(value.label), note=_line(value.note))
    return value
