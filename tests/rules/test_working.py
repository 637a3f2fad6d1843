"""What profession, degree and nationality say of the work, and what they do not."""

from __future__ import annotations

import pytest

from app.rules.deriving import derive
from app.rules.facts import FactKey, Known, Source
from app.rules.terms import AnchorKind, MemberRole

from .makers import TODAY, make_household, make_member, value

PARTNER, CHILD = MemberRole.PARTNER, MemberRole.CHILD


def of_professional(key: str, profession: str | None = None, **recorded: str) -> str | None:
    return value(derive(make_household(profession=profession, **recorded), TODAY), key, 1)


@pytest.mark.parametrize(
    ("profession", "recorded", "insured"),
    [
        ("trainee", {}, "yes"),
        ("nurse", {}, None),
        ("doctor", {}, None),
        ("doctor", {"own_practice": "yes"}, "no"),
        ("doctor", {"own_practice": "no"}, None),
        ("student", {}, None),
        ("trainee", {"insured_by_law": "no"}, "no"),
    ],
)
def test_who_is_insured_by_law_follows_only_where_the_law_leaves_no_choice(
    profession, recorded, insured
):
    """§ 5 Abs. 1 Nr. 1, Abs. 5 SGB V; a salary over the limit is not known."""
    assert of_professional("insured_by_law", profession, **recorded) == insured


@pytest.mark.parametrize(("degree", "trained"), [("de", "yes"), ("eu", None), ("third", None)])
def test_a_german_degree_was_earned_in_german_and_another_one_may_have_been(degree, trained):
    assert of_professional("trained_in_german", degree_from=degree) == trained


def test_licence_equivalence_and_first_job_are_never_guessed():
    household = make_household(
        make_member(nationality="DE"), profession="nurse", origin="DE", degree_from="de"
    )
    seen = derive(household, TODAY).seen_from(1)
    never = {FactKey.PRACTICE_LICENCE, FactKey.EQUIVALENCE, FactKey.FIRST_JOB_IN_GERMANY,
             FactKey.UNEMPLOYED, FactKey.CONDUCT_CERTIFICATE, FactKey.GERMAN_LEVEL}  # fmt: skip
    assert not never & set(seen)


@pytest.mark.parametrize(
    ("dated", "recorded", "ends"),
    [
        (set(), {}, "no"),
        ({AnchorKind.EMPLOYMENT_END}, {}, "yes"),
        ({AnchorKind.WORK_START}, {}, "no"),
        (set(), {"job_ends_early": "yes"}, "yes"),
    ],
)
def test_a_date_for_the_end_says_that_the_job_ends_early(dated, recorded, ends):
    """§ 82 Abs. 6 AufenthG."""
    facts = derive(make_household(dated=frozenset(dated), **recorded), TODAY)
    assert value(facts, "job_ends_early") == ends


def test_the_date_of_the_case_says_nothing_of_the_partners_job():
    household = make_household(
        make_member(), make_member(2, PARTNER), make_member(3, CHILD),
        dated=frozenset({AnchorKind.EMPLOYMENT_END}),
    )  # fmt: skip
    facts = derive(household, TODAY)
    assert [value(facts, "job_ends_early", n) for n in (1, 2, 3)] == ["yes", None, "no"]
    assert facts.seen_from(1)[FactKey.JOB_ENDS_EARLY] == Known("yes", Source.ANCHOR, 1)


@pytest.mark.parametrize(
    ("nationality", "partner", "recorded", "permission"),
    [
        ("DE", None, {}, "yes"),
        ("NL", None, {}, "yes"),
        ("CH", None, {}, "yes"),
        ("IN", None, {}, None),
        ("US", None, {}, None),
        (None, None, {}, None),
        ("IN", "NL", {}, "yes"),
        ("IN", "DE", {}, None),
        ("IN", None, {"work_permission": "yes"}, "yes"),
        ("IN", None, {"family_of_eu_citizen": "yes"}, "yes"),
        (None, None, {"origin": "eu"}, "yes"),
        ("NL", None, {"work_permission": "no"}, "no"),
    ],
    ids=["German", "EU", "Swiss", "third country", "visa-free is not a permission", "unknown",
         "husband of a Dutch woman", "husband of a German woman", "title was seen",
         "relative elsewhere", "origin alone", "recorded against it"],
)  # fmt: skip
def test_only_third_country_nationals_need_a_title_to_work(
    nationality, partner, recorded, permission
):
    """§ 4a, § 1 Abs. 2 AufenthG."""
    members = [make_member(1, nationality=nationality, **recorded)]
    if partner:
        members.append(make_member(2, PARTNER, nationality=partner))
    facts = derive(make_household(*members), TODAY)
    assert value(facts, "work_permission", 1) == permission


def test_a_profession_recorded_for_the_partner_says_as_much():
    household = make_household(make_member(), make_member(2, PARTNER, profession="doctor"))
    assert value(derive(household, TODAY), "regulated", 2) == "yes"
    assert value(derive(household, TODAY), "regulated", 1) is None
