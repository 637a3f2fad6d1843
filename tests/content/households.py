"""Households that are read beside the six families: what none of those has, the law's corners."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.rules.facts import Household
from app.rules.terms import AnchorKind, MemberRole
from tests.rules.makers import FAMILIES, make_household, make_member


def nurse_with_a_citizen_of_the_union() -> Household:
    """Brazilian nurse from Portugal with a Portuguese husband and a child of two: relatives of a
    citizen with free movement. No check of equivalence yet; out of work; no home yet."""
    return make_household(
        make_member(1, birth=(1990, 6, 5), nationality="BR", degree_from="third",
                    workplace="clinic", german_level="a2", trained_in_german="no",
                    equivalence="open", practice_licence="none", conduct_certificate="yes",
                    first_job_in_germany="yes", insured_by_law="yes", unemployed="yes",
                    licence_country="BR"),
        make_member(2, MemberRole.PARTNER, (1989, 1, 9), "PT", german_level="none",
                    licence_country="PT"),
        make_member(3, MemberRole.CHILD, (2024, 10, 1), "BR"),
        origin="PT", profession="nurse", arrival=date(2027, 2, 1), housing="rent",
        home_found="no", fast_track="no", cross_border_placement="no", married="yes",
        partner_job_search="no", trial_stay="no", waste_by_tenant="yes",
        broadcast_registered="no", low_income="yes", car="yes", car_from_abroad="yes", pet="no",
    )  # fmt: skip


def doctor_from_the_united_states() -> Household:
    """Doctor with a temporary permit who enters without a visa and lives in a staff room first;
    she had it noted that she is pregnant; a baby; a dog. The job ends before its time."""
    return make_household(
        make_member(1, birth=(1985, 2, 11), nationality="US", degree_from="third",
                    entry="visa_free", workplace="clinic", own_practice="no", german_level="b2",
                    trained_in_german="no", equivalence="deficits", practice_licence="temporary",
                    conduct_certificate="no", first_job_in_germany="yes", insured_by_law="no",
                    unemployed="no", licence_country="US-FL", pregnant="yes"),
        make_member(2, MemberRole.PARTNER, (1984, 7, 3), "US", entry="visa_free",
                    german_level="none", licence_country="US-FL"),
        make_member(3, MemberRole.CHILD, (2026, 8, 20), "US", entry="visa_free"),
        origin="US", profession="doctor", arrival=date(2026, 12, 1), housing="rent",
        home_found="no", fast_track="no", cross_border_placement="yes", married="yes",
        partner_job_search="yes", trial_stay="yes", waste_by_tenant="no",
        broadcast_registered="no", low_income="no", car="no", dog="yes",
        dated=frozenset({AnchorKind.EMPLOYMENT_END}),
    )  # fmt: skip


def doctor_who_waits() -> Household:
    """Doctor from Syria who lives in Germany, without any permit to practise yet; alone."""
    return make_household(
        make_member(1, birth=(1969, 3, 14), nationality="SY", degree_from="third",
                    workplace="clinic", own_practice="no", german_level="b1",
                    trained_in_german="no", equivalence="open", practice_licence="none",
                    work_permission="yes", conduct_certificate="no", first_job_in_germany="no",
                    insured_by_law="no", unemployed="no", licence_country="SY"),
        origin="DE", profession="doctor", home_known=True, housing="rent", fast_track="no",
        cross_border_placement="no", partner="no", married="yes", children="no",
        trial_stay="no", waste_by_tenant="no", broadcast_registered="no", low_income="no",
        car="no", pet="no",
    )  # fmt: skip


def therapist_with_a_practice() -> Household:
    """Occupational therapist from Austria, recognised, who opens a practice of her own; alone."""
    return make_household(
        make_member(1, birth=(1987, 9, 21), nationality="AT", degree_from="eu",
                    workplace="practice", own_practice="yes", trained_in_german="yes",
                    german_level="c1",
                    equivalence="equal", practice_licence="full", conduct_certificate="no",
                    first_job_in_germany="no", insured_by_law="no", unemployed="no",
                    licence_country="AT"),
        origin="DE", profession="therapist", home_known=True, housing="rent", partner="no",
        married="no", children="no", trial_stay="no", waste_by_tenant="no",
        broadcast_registered="no", low_income="no", car="no", pet="no", fast_track="no",
        cross_border_placement="no",
    )  # fmt: skip


READ: dict[str, Callable[[], Household]] = {
    **FAMILIES,
    "kin": nurse_with_a_citizen_of_the_union,
    "american": doctor_from_the_united_states,
    "waiting": doctor_who_waits,
    "opening": therapist_with_a_practice,
}
"""Every household whose plan was read: the six families, a first contact, the corners."""
