"""Plain makers of households: the six example families and a first contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.rules.calendar import PartialDate
from app.rules.facts import FactKey, Facts, Household, Member
from app.rules.terms import AnchorKind, MemberRole

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
    home_known: bool = False,
    dated: frozenset[AnchorKind] = frozenset(),
    **recorded: str,
) -> Household:
    return Household(
        members or (make_member(),),
        origin,
        profession,
        answers(**recorded),
        arrival,
        home_known,
        dated,
    )


def value(facts: Facts, key: str, member: int | None = None) -> str | None:
    """What is known of one person, or of the household: None where it is unknown."""
    known = facts.seen_from(member).get(FactKey(key))
    return known.value if known else None


def nurse_from_india() -> Household:
    """Nurse for a hospital in the fast track, recognised with essential differences, so an
    assistant for now; married, children of seven and three; rents; everybody Indian."""
    return make_household(
        make_member(1, birth=(1991, 4, 17), nationality="IN", degree_from="third",
                    workplace="clinic", german_level="b1", trained_in_german="no",
                    equivalence="deficits", practice_licence="assistant",
                    conduct_certificate="yes", first_job_in_germany="yes", insured_by_law="yes",
                    unemployed="no", licence_country="IN"),
        make_member(2, MemberRole.PARTNER, (1988, 2), "IN", german_level="a1",
                    licence_country="IN"),
        make_member(3, MemberRole.CHILD, (2019, 6, 3), "IN"),
        make_member(4, MemberRole.CHILD, (2023, 11, 20), "IN"),
        origin="IN", profession="nurse", arrival=date(2027, 1, 18), home_known=True,
        housing="rent", fast_track="yes", cross_border_placement="no", married="yes",
        partner_job_search="yes", trial_stay="no", waste_by_tenant="no",
        broadcast_registered="no", low_income="no", car="no", pet="no",
    )  # fmt: skip


def doctor_who_settles() -> Household:
    """Egyptian doctor, licensed and at work in Germany, who takes over a practice; married, a
    child of nine; own house, a car."""
    return make_household(
        make_member(1, birth=(1982, 9, 8), nationality="EG", degree_from="third",
                    own_practice="yes", german_level="c1", trained_in_german="no",
                    equivalence="equal", practice_licence="full", work_permission="yes",
                    conduct_certificate="yes", first_job_in_germany="no", unemployed="no",
                    licence_country="DE"),
        make_member(2, MemberRole.PARTNER, (1985, 1, 30), "EG", german_level="b2",
                    licence_country="DE"),
        make_member(3, MemberRole.CHILD, (2017, 3, 12), "EG"),
        origin="DE", profession="doctor", arrival=date(2027, 3, 1), home_known=True,
        housing="own", fast_track="no", cross_border_placement="no", married="yes",
        partner_job_search="yes", trial_stay="no", broadcast_registered="no", low_income="no",
        car="yes", car_from_abroad="no", pet="no",
    )  # fmt: skip


def trainee_from_vietnam() -> Household:
    """Trainee nurse for a hospital, born in September 2006, day unknown; not in the fast track;
    hall of residence; alone."""
    return make_household(
        make_member(1, birth=(2006, 9), nationality="VN", workplace="clinic", german_level="b1",
                    conduct_certificate="yes", first_job_in_germany="yes", unemployed="no",
                    licence_from="none"),
        origin="VN", profession="trainee", arrival=date(2027, 3, 1), home_known=True,
        housing="dormitory", fast_track="no", cross_border_placement="no", partner="no",
        married="no", children="no", trial_stay="no", broadcast_registered="no",
        low_income="yes", car="no", pet="no",
    )  # fmt: skip


def couple_from_the_netherlands() -> Household:
    """Physiotherapist with a Dutch degree, not yet recognised, and partner, both Dutch and not
    married; they rent, and bring a car and a dog."""
    return make_household(
        make_member(1, birth=(1994, 11, 2), nationality="NL", degree_from="eu",
                    workplace="practice", own_practice="no", german_level="b2",
                    trained_in_german="no", equivalence="open", practice_licence="none",
                    conduct_certificate="no", first_job_in_germany="yes", insured_by_law="yes",
                    unemployed="no", licence_country="NL"),
        make_member(2, MemberRole.PARTNER, (1992,), "NL", german_level="b1",
                    licence_country="NL"),
        origin="NL", profession="therapist", arrival=date(2026, 12, 18), home_known=True,
        housing="rent", children="no", married="no", partner_job_search="yes", trial_stay="no",
        waste_by_tenant="no", broadcast_registered="no", low_income="no", car="yes",
        car_from_abroad="yes", dog="yes",
    )  # fmt: skip


def returning_family() -> Household:
    """Germans within Germany: hospital nurse, married, children of eight and six, a grandmother
    who needs care; own house, where the fee for broadcasting is paid already."""
    return make_household(
        make_member(1, birth=(1986, 5, 24), nationality="DE", degree_from="de",
                    workplace="clinic", practice_licence="full", conduct_certificate="no",
                    first_job_in_germany="no", insured_by_law="yes", unemployed="no",
                    licence_country="DE"),
        make_member(2, MemberRole.PARTNER, (1984, 12, 1), "DE", licence_country="DE"),
        make_member(3, MemberRole.CHILD, (2018, 2, 9), "DE"),
        make_member(4, MemberRole.CHILD, (2020, 8, 15), "DE"),
        make_member(5, MemberRole.GRANDPARENT, (1944,), "DE", licence_from="none",
                    care_need="yes"),
        origin="DE", profession="nurse", home_known=True, housing="own", married="yes",
        partner_job_search="no", trial_stay="no", broadcast_registered="yes", low_income="no",
        car="yes", car_from_abroad="no", pet="no",
    )  # fmt: skip


def single_parent_on_shifts() -> Household:
    """German nurse in a care home with a child of three; rents, with little money; a car."""
    return make_household(
        make_member(1, birth=(1995, 7, 19), nationality="DE", degree_from="de",
                    workplace="care_home", practice_licence="full", conduct_certificate="yes",
                    first_job_in_germany="no", insured_by_law="yes", unemployed="no",
                    licence_country="DE"),
        make_member(2, MemberRole.CHILD, (2023, 3, 27), "DE"),
        origin="DE", profession="nurse", home_known=True, housing="rent", partner="no",
        married="no", trial_stay="no", waste_by_tenant="no", broadcast_registered="no",
        low_income="yes", car="yes", car_from_abroad="no", pet="no",
    )  # fmt: skip


def first_contact() -> Household:
    """A doctor from the United States of whom nothing else is known yet."""
    return make_household(make_member(1, nationality="US"), origin="US", profession="doctor")


FAMILIES = {
    "nurse": nurse_from_india,
    "settling": doctor_who_settles,
    "trainee": trainee_from_vietnam,
    "couple": couple_from_the_netherlands,
    "returning": returning_family,
    "single": single_parent_on_shifts,
    "first": first_contact,
}
