"""Which offices and providers a family finds in its folder: what concerns it, nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.folder.contents import Place, PlaceKind
from app.records.providers import Category
from app.rules.distance import Point, kilometres
from app.rules.terms import OfficeType

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


@dataclass(frozen=True)
class Candidate:
    """A provider that may be printed; ages in months, `point` None where nobody knows it,
    `office_type` what an authority is in charge of (a code of OfficeType)."""

    place: Place
    category: Category
    point: Point | None = None
    min_age: int | None = None
    max_age: int | None = None
    office_type: str = ""


@dataclass(frozen=True)
class Wishes:
    """What of the household decides which places it needs; children's ages in months."""

    home: Point | None
    children: tuple[int, ...] = ()
    elders: bool = False
    learns_german: bool = False
    looks_for_work: bool = False
    own_practice: bool = False
    needs_title: bool = True


def chosen(candidates: Iterable[Candidate], wishes: Wishes) -> tuple[Place, ...]:
    """The places of each kind that concern the family, nearest first, no more than fit."""
    by_kind: dict[PlaceKind, list[tuple[float, str, Place]]] = {}
    for each in candidates:
        kind = KINDS[each.category]
        _most, far = _MOST[kind]
        if not _concerns(each, wishes):
            continue
        away = kilometres(wishes.home, each.point) if wishes.home and each.point else None
        if far is not None and away is not None and away > far:
            continue
        place = replace(each.place, kind=kind, distance_km=away)
        order = float("inf") if away is None else away
        by_kind.setdefault(kind, []).append((order, place.name, place))
    return tuple(
        place
        for kind in PlaceKind
        for _, _, place in sorted(by_kind.get(kind, ()), key=lambda each: each[:2])[
            : _MOST[kind][0]
        ]
    )


def _concerns(each: Candidate, wishes: Wishes) -> bool:
    years = [months // 12 for months in wishes.children]
    match each.category:
        case Category.KITA | Category.CHILDMINDING:
            return any(
                months < KITA_END * 12 and _takes(each, months) for months in wishes.children
            )
        case Category.SCHOOL | Category.ALL_DAY_CARE:
            return any(SCHOOL_AGE <= age < END_OF_SCHOOL for age in years)
        case Category.ELDER_CARE:
            return wishes.elders
        case Category.LANGUAGE_COURSE:
            return wishes.learns_german
        case Category.TRAINING | Category.EMPLOYER:
            return wishes.looks_for_work
        case Category.FUNDING_BODY:
            return wishes.own_practice
        case Category.AUTHORITY:
            # § 4 AufenthG: Germans and whoever moves freely need no title.
            return each.office_type != OfficeType.IMMIGRATION.value or wishes.needs_title
        case _:
            return True


def _takes(each: Candidate, months: int) -> bool:
    return (each.min_age is None or months >= each.min_age) and (
        each.max_age is None or months <= each.max_age
    )
