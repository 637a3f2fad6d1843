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
    """Nurse for a hospital, partner, children of seven and three; rents; everybody Indian."""
    return make_household(
        make_member(1, birth=(1991, 4, 17), nationality="IN", degree_from="third",
                    workplace="clinic", licence_from="third"),
        make_member(2, MemberRole.PARTNER, (1988, 2), "IN", licence_from="third"),
        make_member(3, MemberRole.CHILD, (2019, 6, 3), "IN"),
        make_member(4, MemberRole.CHILD, (2023, 11, 20), "IN"),
        origin="IN", profession="nurse", arrival=date(2027, 1, 18), housing="rent",
        partner_job_search="yes", cross_border_placement="no",
    )  # fmt: skip


def doctor_who_settles() -> Household:
    """Egyptian doctor who lives in Germany and opens a practice; partner, a child of nine."""
    return make_household(
        make_member(1, birth=(1982, 9, 8), nationality="EG", degree_from="third",
                    own_practice="yes", licence_from="de"),
        make_member(2, MemberRole.PARTNER, (1985, 1, 30), "EG", licence_from="de"),
        make_member(3, MemberRole.CHILD, (2017, 3, 12), "EG"),
        origin="DE", profession="doctor", housing="own", partner_job_search="yes",
    )  # fmt: skip


def trainee_from_vietnam() -> Household:
    """Trainee in a hospital, born in September 2006, day unknown; hall of residence; alone."""
    return make_household(
        make_member(1, birth=(2006, 9), nationality="VN", workplace="clinic",
                    licence_from="none"),
        origin="VN", profession="trainee", housing="dormitory", children="no", partner="no",
        cross_border_placement="no",
    )  # fmt: skip


def couple_from_the_netherlands() -> Household:
    """Physiotherapist with a Dutch degree and partner, both Dutch, Dutch licences."""
    return make_household(
        make_member(1, birth=(1994, 11, 2), nationality="NL", degree_from="eu",
                    workplace="practice", own_practice="no", licence_from="eu"),
        make_member(2, MemberRole.PARTNER, (1992,), "NL", licence_from="eu"),
        origin="NL", profession="therapist", housing="rent", children="no",
        partner_job_search="yes",
    )  # fmt: skip


def returning_family() -> Household:
    """Germans within Germany: hospital nurse, partner, children of eight and six, a grandmother
    who needs care; own house."""
    return make_household(
        make_member(1, birth=(1986, 5, 24), nationality="DE", degree_from="de",
                    workplace="clinic", licence_from="de"),
        make_member(2, MemberRole.PARTNER, (1984, 12, 1), "DE", licence_from="de"),
        make_member(3, MemberRole.CHILD, (2018, 2, 9), "DE"),
        make_member(4, MemberRole.CHILD, (2020, 8, 15), "DE"),
        make_member(5, MemberRole.GRANDPARENT, (1944,), "DE", licence_from="none",
                    care_need="yes"),
        origin="DE", profession="nurse", housing="own",
    )  # fmt: skip


def single_parent_on_shifts() -> Household:
    """German nurse in a care home with a child of three; rents."""
    return make_household(
        make_member(1, birth=(1995, 7, 19), nationality="DE", degree_from="de",
                    workplace="care_home", licence_from="de"),
        make_member(2, MemberRole.CHILD, (2023, 3, 27), "DE"),
        origin="DE", profession="nurse", housing="rent", partner="no",
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
