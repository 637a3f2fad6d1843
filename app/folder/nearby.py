"""Which offices and providers a family finds in its folder: what concerns it, nearest first, each
with the reason why; and what is left out although it lies near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from app.folder.contents import Place, PlaceKind
from app.folder.place_contents import Reason, Why
from app.records.providers import Category
from app.rules.distance import Point, kilometres
from app.rules.school_matching import FIRST_CLASS, UNKNOWN, School, has_class
from app.rules.terms import Answer, OfficeType

KINDS: Mapping[Category, PlaceKind] = MappingProxyType(
    {
        Category.AUTHORITY: PlaceKind.OFFICE,
        Category.COUNSELLING: PlaceKind.ADVICE,
        Category.NETWORK: PlaceKind.ADVICE,
        Category.FUNDING_BODY: PlaceKind.FUNDING,
        Category.KITA: PlaceKind.CHILDCARE,
        Category.CHILDMINDING: PlaceKind.CHILDCARE,
        Category.ALL_DAY_CARE: PlaceKind.SCHOOL,
        Category.SCHOOL: PlaceKind.SCHOOL,
        Category.DOCTOR: PlaceKind.HEALTH,
        Category.ELDER_CARE: PlaceKind.HEALTH,
        Category.LANGUAGE_COURSE: PlaceKind.LANGUAGE,
        Category.TRAINING: PlaceKind.WORK,
        Category.EMPLOYER: PlaceKind.WORK,
        Category.HOUSING: PlaceKind.HOUSING,
        Category.ESTATE_MANAGER: PlaceKind.HOUSING,
        Category.MOVER: PlaceKind.HOUSING,
        Category.CLUB: PlaceKind.LEISURE,
        Category.LEISURE: PlaceKind.LEISURE,
        Category.OTHER: PlaceKind.OTHER,
    }
)
_PROFESSION: Mapping[str, Why] = MappingProxyType(
    {
        OfficeType.NURSING_RECOGNITION.value: Why.RECOGNITION,
        OfficeType.MEDICAL_LICENSING.value: Why.RECOGNITION,
        OfficeType.RECOGNITION_ADVICE.value: Why.RECOGNITION,
        OfficeType.MEDICAL_CHAMBER.value: Why.JOB,
        OfficeType.PENSION_FUND.value: Why.JOB,
        OfficeType.NURSING_SCHOOL.value: Why.JOB,
        OfficeType.DOCTORS_ASSOCIATION.value: Why.JOB,
        OfficeType.GRANTS.value: Why.PRACTICE,
    }
)
"""Bodies of the profession: they stand in its chapter, whatever category they are kept under."""

_ONLY_WITH_A_STEP = frozenset(
    {
        *_PROFESSION,
        OfficeType.CARE_SUPPORT.value,
        OfficeType.CENTRAL_OFFICE_81A.value,
        OfficeType.DOG_REGISTER.value,
        OfficeType.DOG_TAX.value,
        OfficeType.DRIVING_LICENCE.value,
        OfficeType.PARENTAL_ALLOWANCE.value,
        OfficeType.VEHICLE_REGISTRATION.value,
        OfficeType.VETERINARY.value,
    }
)
"""Offices that only those have to do with whose plan leads there."""

# How many of a kind a folder holds, and how far away (km) they may be; None: anywhere.
_MOST: Mapping[PlaceKind, tuple[int, float | None]] = MappingProxyType(
    {
        PlaceKind.OFFICE: (12, None),
        PlaceKind.ADVICE: (6, None),
        PlaceKind.CHILDCARE: (6, 25),
        PlaceKind.SCHOOL: (6, 25),
        PlaceKind.HEALTH: (4, 25),
        PlaceKind.LANGUAGE: (3, 40),
        PlaceKind.WORK: (3, 40),
        PlaceKind.HOUSING: (4, 40),
        PlaceKind.FUNDING: (4, None),
        PlaceKind.LEISURE: (4, 40),
        PlaceKind.OTHER: (2, 25),
    }
)
SCHOOL_AGE, END_OF_SCHOOL, KITA_END = 5, 18, 7
NEAR = 15.0
"""Kilometres up to which a place is called near the home."""


class Unfit(Enum):
    """Why a place that lies near is left out; UNNEEDED: nothing recorded asks for it."""

    UNNEEDED = "unneeded"
    AGE = "age"
    FULL = "full"
    OTHER_STAFF = "other_staff"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Candidate:
    """A provider that may be printed; ages in months, `point` None where nobody knows it,
    `office_type` what an authority is in charge of (a code of OfficeType), `in_charge` whether by
    the home. `full`: no place was free when they were last counted, not too long ago. `staff`: the
    organisation for whose staff alone it is. `decided`: somebody of the household is promised,
    wants or is proposed a place there. `school`: what is known of its classes."""

    place: Place
    category: Category
    point: Point | None = None
    min_age: int | None = None
    max_age: int | None = None
    office_type: str = ""
    in_charge: bool = False
    full: bool = False
    staff: int | None = None
    decided: bool = False
    school: School = UNKNOWN


@dataclass(frozen=True)
class Child:
    """A child as it is called, with its age in months when the household needs care and the
    classes it may be in then, 0 before school, none where they are not known."""

    name: str
    months: int
    classes: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Wishes:
    """What of the household decides which places it needs, by name: who learns German, looks for
    work, needs a title, has a profession. `town`: the municipality of the home. `offices`: the
    office types its plan leads to, None where there is no plan. `housed`: the home is found;
    `moved`: the day of the move is past. `employers`: organisations the parents work for."""

    home: Point | None
    town: str = ""
    children: tuple[Child, ...] = ()
    elders: bool = False
    learners: tuple[str, ...] = ()
    seekers: tuple[str, ...] = ()
    permits: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    own_practice: bool = False
    offices: frozenset[str] | None = None
    housed: bool = False
    moved: bool = False
    employers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Choice:
    """What is printed, and what would have been but for a reason, by kind and nearness."""

    places: tuple[Place, ...]
    left_out: tuple[tuple[Place, Unfit], ...]


def chosen(candidates: Iterable[Candidate], wishes: Wishes) -> Choice:
    """The places of each kind that concern the family, nearest first, no more than fit. Where no
    place of care is free nearby the full ones are there all the same, for their waiting lists."""
    by_kind: dict[PlaceKind, list[tuple[float, str, Place, Unfit | None]]] = {}
    for each in candidates:
        kind = kind_of(each)
        _most, far = _MOST[kind]
        away = kilometres(wishes.home, each.point) if wishes.home and each.point else None
        if far is not None and away is not None and away > far:
            continue
        found = judged(each, wishes, away)
        if found is Unfit.UNNEEDED:
            continue
        why, unfit = (None, found) if isinstance(found, Unfit) else (found, None)
        place = replace(each.place, kind=kind, distance_km=away, why=why)
        order = float("inf") if away is None else away
        by_kind.setdefault(kind, []).append((order, place.name, place, unfit))
    places: list[Place] = []
    left: list[tuple[Place, Unfit]] = []
    for kind in PlaceKind:
        most, _far = _MOST[kind]
        near = sorted(by_kind.get(kind, ()), key=lambda each: each[:2])
        waiting = all(unfit for *_, unfit in near)
        fit = [p for *_, p, unfit in near if not unfit or (waiting and unfit is Unfit.FULL)][:most]
        places += fit
        left += [(p, unfit) for *_, p, unfit in near[:most] if unfit and p not in fit]
    return Choice(tuple(places), tuple(left))


def kind_of(each: Candidate) -> PlaceKind:
    """Where it is printed: bodies of the profession in the chapter of the profession."""
    return PlaceKind.FUNDING if each.office_type in _PROFESSION else KINDS[each.category]


def judged(each: Candidate, wishes: Wishes, away: float | None = None) -> Reason | Unfit:
    """Why a place is in the folder, or why not; `away`: kilometres from the home."""
    found = _needed(each, wishes, away)
    if isinstance(found, Reason) and not _can_be_reached(each.place):
        return Unfit.UNREACHABLE
    return found


def _needed(each: Candidate, wishes: Wishes, away: float | None) -> Reason | Unfit:
    planned = wishes.offices is None or each.office_type in wishes.offices
    if each.office_type in _ONLY_WITH_A_STEP and not planned:
        return Unfit.UNNEEDED
    if each.office_type in _PROFESSION:
        return Reason(_PROFESSION[each.office_type], wishes.professionals)
    if each.category in _WANTED:
        why, wanted = _WANTED[each.category]
        return Reason(why) if wanted(wishes) else Unfit.UNNEEDED
    match each.category:
        case Category.KITA | Category.CHILDMINDING:
            return _care(each, wishes)
        case Category.SCHOOL | Category.ALL_DAY_CARE:
            return _school(each, wishes)
        case Category.LANGUAGE_COURSE:
            return _for(Why.GERMAN, wishes.learners)
        case Category.TRAINING | Category.EMPLOYER:
            return _for(Why.WORK, wishes.seekers)
        case Category.AUTHORITY:
            return _authority(each, wishes)
        case Category.COUNSELLING | Category.NETWORK:
            return Reason(Why.NEWCOMER)
        case _:
            return Reason(Why.NEAR if away is not None and away <= NEAR else Why.NEWCOMER)


_WANTED: Mapping[Category, tuple[Why, Callable[[Wishes], bool]]] = MappingProxyType(
    {
        Category.ELDER_CARE: (Why.ELDERS, lambda wishes: wishes.elders),
        Category.FUNDING_BODY: (Why.PRACTICE, lambda wishes: wishes.own_practice),
        Category.HOUSING: (Why.HOME, lambda wishes: not wishes.housed),
        Category.ESTATE_MANAGER: (Why.HOME, lambda wishes: not wishes.housed),
        Category.MOVER: (Why.MOVE, lambda wishes: not wishes.moved),
    }
)


def _authority(each: Candidate, wishes: Wishes) -> Reason | Unfit:
    if each.office_type == OfficeType.IMMIGRATION.value:
        # § 4 AufenthG: Germans and whoever moves freely need no title.
        return _for(Why.PERMIT, wishes.permits)
    if each.in_charge and wishes.town:
        return Reason(Why.IN_CHARGE, place=wishes.town)
    return Reason(Why.NEWCOMER)


def _care(each: Candidate, wishes: Wishes) -> Reason | Unfit:
    """For children up to school of the right age; full and others' places only where decided."""
    young = [child for child in wishes.children if child.months < KITA_END * 12]
    right = tuple(child.name for child in young if _takes(each, child.months))
    if not young:
        return Unfit.UNNEEDED
    if not right:
        return Unfit.AGE
    if each.staff is not None and each.staff not in wishes.employers and not each.decided:
        return Unfit.OTHER_STAFF
    if each.full and not each.decided:
        return Unfit.FULL
    known = each.min_age is not None or each.max_age is not None
    return Reason(Why.AGE if known else Why.AGE_UNKNOWN, right)


def _school(each: Candidate, wishes: Wishes) -> Reason | Unfit:
    """For the children of school age that may go there: a primary school is for no fifth class."""
    pupils = [c for c in wishes.children if SCHOOL_AGE <= c.months // 12 < END_OF_SCHOOL]
    right = tuple(
        child.name
        for child in pupils
        if each.decided or (_takes(each, child.months) and _has_class(each.school, child))
    )
    return _for(Why.PUPIL, right)


def _has_class(school: School, child: Child) -> bool:
    """Nothing known speaks against it; who is not at school yet comes into the first class."""
    may_be = [max(FIRST_CLASS, each) for each in child.classes]
    fits = [has_class(school, each) is not Answer.NO for each in may_be]
    return any(fits) or not may_be


def _for(why: Why, names: tuple[str, ...]) -> Reason | Unfit:
    return Reason(why, names) if names else Unfit.UNNEEDED


def _can_be_reached(place: Place) -> bool:
    """Somewhere to go, to call, to write or to look."""
    known = (*place.address.lines, place.phone, place.email, place.website)
    return any(text.strip() for text in known)


def _takes(each: Candidate, months: int) -> bool:
    return (each.min_age is None or months >= each.min_age) and (
        each.max_age is None or months <= each.max_age
    )
