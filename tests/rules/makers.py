"""Plain makers of households for tests of rules and templates: the six example families."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.rules.calendar import PartialDate
from app.rules.facts import FactKey, Household, Member
from app.rules.terms import MemberRole

TODAY = date(2026, 11, 24)


def answers(**recorded: str) -> Mapping[FactKey, str]:
    """Recorded answers by the codes of their keys."""
    return {FactKey(key): value for key, value in recorded.items()}


def make_member(
    key: int = 1,
    role: MemberRole = MemberRole.PROFESSIONAL,
    birth: tuple[int, ...] | None = None,
    nationality: str | None = None,
    **recorded: str,
) -> Member:
    return Member(
        key, role, PartialDate(*birth) if birth else None, nationality, answers(**recorded)
    )


def make_household(
    *members: Member,
    origin: str | None = None,
    profession: str | None = None,
    arrival: date | None = None,
    **recorded: str,
) -> Household:
    return Household(members or (make_member(),), origin, profession, answers(**recorded), arrival)


def nurse_from_india() -> Household:
    """Nurse, partner, a child of two and one of eight; rents; enters on 15 February 2027."""
    return make_household(
        make_member(1, birth=(1991, 4, 12), nationality="IN", degree_from="third",
                    workplace="clinic", licence_from="third"),
        make_member(2, MemberRole.PARTNER, (1989, 8, 2), "IN"),
        make_member(3, MemberRole.CHILD, (2024, 6, 1), "IN"),
        make_member(4, MemberRole.CHILD, (2018, 3, 9), "IN"),
        origin="IN", profession="nurse", arrival=date(2027, 2, 15), housing="rent",
        cross_border_placement="no",
    )  # fmt: skip


def doctor_who_settles() -> Household:
    """German doctor with a German degree who opens a practice and buys a house; no children."""
    return make_household(
        make_member(1, birth=(1979, 1, 30), nationality="DE", degree_from="de",
                    own_practice="yes", licence_from="de"),
        origin="DE", profession="doctor", housing="own", children="no", partner="no",
    )  # fmt: skip


def trainee_from_vietnam() -> Household:
    """Trainee of nineteen who lives in a hall of residence; placement not yet recorded."""
    return make_household(
        make_member(1, birth=(2007, 5, 20), nationality="VN", licence_from="none",
                    workplace="clinic"),
        origin="VN", profession="trainee", housing="dormitory", children="no", partner="no",
    )  # fmt: skip


def couple_from_the_netherlands() -> Household:
    """Physiotherapist with a Dutch degree and partner, both Dutch, Dutch licences."""
    return make_household(
        make_member(1, birth=(1988, 11, 3), nationality="NL", degree_from="eu",
                    workplace="practice", own_practice="no", licence_from="eu"),
        make_member(2, MemberRole.PARTNER, (1990, 2, 14), "NL", licence_from="eu"),
        origin="NL", profession="therapist", housing="rent", children="no",
        partner_job_search="yes",
    )  # fmt: skip


def returning_family() -> Household:
    """Germans moving within Germany: nurse in a care home, partner, a schoolchild, a grandmother
    born in 1948."""
    return make_household(
        make_member(1, birth=(1984, 7, 7), nationality="DE", degree_from="de",
                    workplace="care_home", licence_from="de"),
        make_member(2, MemberRole.PARTNER, (1982, 10, 19), "DE", licence_from="de"),
        make_member(3, MemberRole.CHILD, (2016, 12, 1), "DE"),
        make_member(4, MemberRole.GRANDPARENT, (1948,), "DE", licence_from="de", care_need="yes"),
        origin="DE", profession="nurse", housing="own",
    )  # fmt: skip


def single_parent_on_shifts() -> Household:
    """German doctor, employed, with a degree from Austria and a child under one; workplace not
    yet recorded."""
    return make_household(
        make_member(1, birth=(1993, 9, 9), nationality="DE", degree_from="eu",
                    own_practice="no", licence_from="de"),
        make_member(2, MemberRole.CHILD, (2026, 5, 5), "DE"),
        origin="AT", profession="doctor", housing="rent", partner="no",
    )  # fmt: skip


FAMILIES = {
    "nurse": nurse_from_india,
    "settling": doctor_who_settles,
    "trainee": trainee_from_vietnam,
    "couple": couple_from_the_netherlands,
    "returning": returning_family,
    "single": single_parent_on_shifts,
}
