"""Plain makers of what tests take up: drafts, cases, providers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.records.cases import CaseDraft, PersonDraft
from app.records.providers import Category, ProviderDraft
from app.rules.calendar import Day, PartialDate
from app.rules.terms import AnchorKind, MemberRole

if TYPE_CHECKING:
    from app.desk import Desk

NURSE = PersonDraft(
    role=MemberRole.PROFESSIONAL,
    given="Amira",
    family="Ben Amor",
    birth=PartialDate(1994, 3, 8),
    nationality="TN",
    languages=("ar", "fr"),
    note="ruft lieber abends an",
)
CHILD = PersonDraft(
    role=MemberRole.CHILD,
    given="Yasmin",
    family="Ben Amor",
    birth=PartialDate(2022, 5, 17),
    nationality="TN",
)
FROM_TUNISIA = CaseDraft(
    language="en",
    profession="nurse",
    occupation="Pflegefachfrau",
    origin="TN",
    home_postcode="26506",
    home_town="Norden",
)
KITA = ProviderDraft(
    organisation="Kita Deichkinder",
    category=Category.KITA,
    town="Norden",
    postcode="26506",
    hours_osm="Mo-Fr 07:00-16:00",
    hours_given="Mo–Fr 7–16 Uhr",
    latitude=53.59,
    longitude=7.2,
)


def make_case(desk: Desk, *, children: int = 0, **changes: object) -> int:
    """A nurse from Tunisia with so many children; returns the id of the case."""
    done = desk.candidates.register(replace(FROM_TUNISIA, **changes), NURSE)  # type: ignore[arg-type]
    assert done.case is not None
    for _ in range(children):
        desk.household.add(done.case, CHILD)
    return done.case


def make_provider(desk: Desk, **changes: object) -> int:
    """A kita in Norden; returns its id."""
    return int(desk.providers.add(replace(KITA, **changes)).facts["id"])  # type: ignore[arg-type]


def with_dates(desk: Desk, case: int) -> None:
    """The usual anchor dates of a move from abroad."""
    for kind, on in (
        (AnchorKind.FIRST_CONTACT, date(2026, 7, 6)),
        (AnchorKind.CONTRACT, date(2026, 11, 2)),
        (AnchorKind.ENTRY, date(2027, 2, 13)),
        (AnchorKind.MOVE_IN, date(2027, 2, 15)),
        (AnchorKind.WORK_START, date(2027, 3, 1)),
    ):
        desk.plan.set_anchor(case, kind, Day(on))
