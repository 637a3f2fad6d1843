"""Everything a welcome folder prints, frozen, and nothing else.

What has no field here cannot be printed: notes, contact log, recorded facts, dates of birth and
the clerk's reasons have none. All words are already in the folder's language; codes are worded
by `resources/phrases`, dates by the sheets. Blank text means unknown and is left out on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.folder.benefit_contents import Benefit
from app.folder.care_contents import Care
from app.folder.career_contents import Career
from app.folder.film_contents import Film
from app.folder.occasion_contents import Occasion
from app.folder.place_contents import Duties, Partnership, Reason
from app.folder.privacy_contents import UNSET, Privacy
from app.folder.training_contents import PrintedCourse
from app.folder.voucher_contents import Voucher
from app.rules.calendar import Day
from app.rules.in_force import Limit
from app.rules.terms import DateKind, MemberRole, Role


class PlaceKind(Enum):
    """Which group of the chapter on places a provider is printed in, in this order."""

    OFFICE = "office"
    ADVICE = "advice"
    CHILDCARE = "childcare"
    SCHOOL = "school"
    HEALTH = "health"
    LANGUAGE = "language"
    WORK = "work"
    HOUSING = "housing"
    FUNDING = "funding"
    LEISURE = "leisure"
    OTHER = "other"


@dataclass(frozen=True)
class Address:
    """A postal address as it stands on an envelope, without the name."""

    street: str = ""
    postcode: str = ""
    town: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are known, street first."""
        place = f"{self.postcode} {self.town}".strip()
        return tuple(line for line in (self.street.strip(), place) if line)


@dataclass(frozen=True)
class Span:
    """Open from `start` to `end`, minutes after midnight (1440 is the day's end).

    `marginal` hours (Randzeit) must be agreed beforehand.
    """

    start: int
    end: int
    marginal: bool = False


@dataclass(frozen=True)
class Hours:
    """When a place is open: a week, or the words it was given in, or neither (unknown).

    `week` has seven rows, Monday first, or is empty. An empty row is a closed day, an empty week
    is an unknown one: the two are never drawn alike. `text` may explain a week (“nur mit Termin”).
    """

    week: tuple[tuple[Span, ...], ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        if len(self.week) not in (0, 7):
            raise ValueError("a week has seven days or is unknown")

    @property
    def known(self) -> bool:
        """Whether there is a week to draw."""
        return any(self.week)


@dataclass(frozen=True)
class Office:
    """The service point that signs: letterhead, return address, imprint."""

    name: str
    department: str = ""
    address: Address = Address()
    phone: str = ""
    email: str = ""
    website: str = ""
    hours: Hours = Hours()
    responsible_body: str = ""
    signatory: str = ""


@dataclass(frozen=True)
class Advisor:
    """The one person of the service point the family may always call."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deputy:
    """Who stands in while the advisor is away; `office` and `hours` where that is at another
    service point."""

    name: str
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    office: str = ""
    hours: Hours = Hours()


@dataclass(frozen=True)
class Member:
    """One person of the household: full name, how the person is called, the name as written at
    home. `age` in years is printed only where a sheet needs it."""

    name: str
    role: MemberRole
    called: str = ""
    own_script: str = ""
    age: int | None = None

    @property
    def short(self) -> str:
        """The name for running text: as the person is called, else the full name."""
        return self.called or self.name


@dataclass(frozen=True)
class ContactPerson:
    """Somebody the family may call: `purpose` says what for; languages are BCP 47 tags."""

    name: str
    role: Role | None = None
    organisation: str = ""
    purpose: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours = Hours()


@dataclass(frozen=True)
class Document:
    """A paper a step asks for; `present_on` is the day the office saw it (“liegt vor”).

    Where several share the step, `present_on` is set once theirs were all seen, `for_whom` names
    who needs it where not all do, and `seen_of` says whose were seen while others are missing.
    `language`: that of the title, blank for the folder's own. `german`: the title as the office
    reads it, by which two papers are the same whatever language they are printed in.
    """

    title: str
    present_on: date | None = None
    for_whom: tuple[str, ...] = ()
    seen_of: tuple[tuple[str, date], ...] = ()
    language: str = ""
    german: str = ""


@dataclass(frozen=True)
class Remark:
    """A sentence that only some of those need whom a step concerns."""

    text: str
    for_whom: tuple[str, ...]


@dataclass(frozen=True)
class TimelineEntry:
    """A milestone with its date. `helper` is who helps, `for_whom` whom it concerns, `remarks`
    what only some of them need to know. `language`: that of the texts, blank for the folder's.
    `template` tells entries apart whose words are the same in one language."""

    title: str
    due: Day | None = None
    explanation: str = ""
    kind: DateKind = DateKind.ADVICE
    basis: str = ""
    roles: tuple[Role, ...] = ()
    helper: str = ""
    for_whom: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    done: bool = False
    language: str = ""
    template: str = ""


@dataclass(frozen=True)
class LastSlot:
    """When an office is open for the last time before a date, `start` and `end` in minutes after
    midnight. `beside_duty`: it is open later too, while those who may go work; `on_duty`: it is
    open only then; `roster_ends`: no roster speaks of the day."""

    on: date
    start: int
    end: int
    beside_duty: bool = False
    on_duty: bool = False
    roster_ends: bool = False


@dataclass(frozen=True)
class ChecklistEntry:
    """A task of the family. `promptly` is the law's “unverzüglich”: printed as the word, with
    `due` beside it as advice. `basis` is the paragraph, `group` the heading it stands under,
    `why` the one sentence that says why it concerns this family, `for_whom` the members it
    concerns (empty: the family as a whole), `remarks` what only some of them need to know.
    `short` is the title where other lists refer to it, `last_open` the last chance before `due`
    where the office's hours are known. `language`: that of the texts, blank for the folder's.
    `template` and `phase` tell entries and groups apart whose words are the same in one language.
    `provider`: the entry of the directory (id) of the office, by which a place knows its tasks.
    `in_full`: done, and printed like an open one, because the family's folder holds it so.
    """

    title: str
    short: str = ""
    group: str = ""
    explanation: str = ""
    due: Day | None = None
    promptly: bool = False
    kind: DateKind = DateKind.ADVICE
    basis: str = ""
    office: str = ""
    documents: tuple[Document, ...] = ()
    for_whom: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    why: str = ""
    done: bool = False
    last_open: LastSlot | None = None
    language: str = ""
    template: str = ""
    phase: str = ""
    provider: int | None = None
    in_full: bool = False


@dataclass(frozen=True)
class PlaceLimit:
    """From when or until when a place can be counted on, the last day included; why so stays in
    the office."""

    limit: Limit
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Place:
    """An office or provider near the home. `category` is its kind in words, `purpose` what it does
    for the family, `distance_km` the straight line from the home; after its `limits` `successor`
    is there. `public_note` is meant for families. `provider` is its id; `why` says why it is
    here; `stale`: checked too long ago to be relied on. `free`: how many places of care were
    free on `free_on`; `features`: codes of `app.rules.terms.Feature`; `together`: who works
    together with it."""

    name: str
    kind: PlaceKind = PlaceKind.OTHER
    category: str = ""
    purpose: str = ""
    address: Address = Address()
    phone: str = ""
    email: str = ""
    website: str = ""
    hours: Hours = Hours()
    languages: tuple[str, ...] = ()
    checked_on: date | None = None
    distance_km: float | None = None
    by_appointment: bool = False
    limits: tuple[PlaceLimit, ...] = ()
    successor: str = ""
    public_note: str = ""
    provider: int | None = None
    why: Reason | None = None
    stale: bool = False
    free: int | None = None
    free_on: date | None = None
    online_form: str = ""
    features: tuple[str, ...] = ()
    together: tuple[Partnership, ...] = ()


@dataclass(frozen=True)
class Source:
    """What a text of the folder rests on, and the day it was read (its Stand)."""

    text: str
    stand: date | None = None


@dataclass(frozen=True)
class Translation:
    """How far the printed translation may be trusted: of `whole` texts so many nobody `checked`,
    so many are `outdated` (the German text changed since); `lent_in`: the languages (BCP 47) that
    stand in for what is not translated; `checked_on`: the last day somebody checked a text."""

    whole: int
    unchecked: int = 0
    outdated: int = 0
    lent_in: tuple[str, ...] = ()
    checked_on: date | None = None


@dataclass(frozen=True)
class FolderContents:
    """One folder in one language. `example` marks invented people and places on every page.
    `translation` is printed on the last page; None says nothing there. `home_areas`: the keys
    (AGS) of the municipality of the home on the map, several for a joint one.

    `facing`: the folder is printed with another language beside it, whose rows are the same; then
    papers are told apart as in German, and the letter names `letter_tasks` tasks at most.
    `addressee`: the family as the post reads it, in German; blank says it as the folder does.
    `stand`: the day a sheet says of itself where that is not the day it is made.
    """

    language: str
    created: date
    office: Office
    advisor: Advisor | None = None
    family_name: str = ""
    members: tuple[Member, ...] = ()
    home: Address = Address()
    employer: str = ""
    work_start: Day | None = None
    greeting: str = ""
    people: tuple[ContactPerson, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    checklist: tuple[ChecklistEntry, ...] = ()
    care: tuple[Care, ...] = ()
    places: tuple[Place, ...] = ()
    duties: Duties | None = None
    careers: tuple[Career, ...] = ()
    training: tuple[PrintedCourse, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    films: tuple[Film, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    privacy: Privacy = UNSET
    sources: tuple[Source, ...] = ()
    imprint: tuple[str, ...] = ()
    example: bool = False
    translation: Translation | None = None
    home_municipality: str = ""
    home_areas: tuple[str, ...] = ()
    facing: bool = False
    letter_tasks: int | None = None
    addressee: str = ""
    stand: date | None = None
    deputy: Deputy | None = None

    @property
    def told_on(self) -> date:
        """The day the words of a sheet say."""
        return self.stand or self.created
