"""The fast evaluation gives what the plan gives, for any rules, households and days."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.rules.calendar import Day, PartialDate, Precision, Shift
from app.rules.conditions import Condition
from app.rules.evaluating import Evaluator, Wanted
from app.rules.facts import VOCABULARY, FactKey, Household, Member
from app.rules.planning import Scope, StepRule, plan
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, DateKind, MemberRole, Role, Track

from .makers import FAMILIES, TODAY, make_household, nurse_from_india

COUNTRIES = ("DE", "NL", "CH", "IN", "US", "US-FL")
KEYS = (
    FactKey.ORIGIN, FactKey.ENTRY, FactKey.CHILDREN, FactKey.CHILD_KITA, FactKey.SCHOOL_CLASS,
    FactKey.PARTNER, FactKey.MARRIED, FactKey.PREGNANT, FactKey.LICENCE_FROM,
    FactKey.LICENCE_TEST, FactKey.LICENCE_COUNTRY, FactKey.HOUSING, FactKey.WORK_PERMISSION,
)  # fmt: skip
TEMPLATES = ("a", "b", "c")
OFFSETS = ("P0D", "P14D", "-P3W", "P6M", "P5WD", "-P1Y")


def values_of(key: FactKey) -> st.SearchStrategy[str]:
    return st.sampled_from(VOCABULARY[key].values or COUNTRIES)


@st.composite
def answers(draw) -> dict[FactKey, str]:
    keys = draw(st.sets(st.sampled_from(KEYS), max_size=4))
    return {key: draw(values_of(key)) for key in sorted(keys)}


@st.composite
def rows(draw) -> dict[FactKey, frozenset[str]]:
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True))
    return {key: draw(st.frozensets(values_of(key), min_size=1, max_size=2)) for key in keys}


@st.composite
def some_rules(draw) -> list[StepRule]:
    def rule(template: str) -> StepRule:
        offset = draw(st.sampled_from(OFFSETS))
        after = draw(st.sampled_from(("", "", *TEMPLATES)))
        return StepRule(
            template=template,
            track=Track.RELOCATION,
            anchor=None if after else draw(st.sampled_from(AnchorKind)),
            offset=parse_offset(offset),
            offset_text=offset,
            kind=DateKind.DUTY,
            roles=(Role.PERSON,),
            condition=Condition(tuple(draw(st.lists(rows(), max_size=3)))),
            scope=draw(st.sampled_from(Scope)),
            shift=draw(st.sampled_from(Shift)),
            after=after,
        )

    return [rule(template) for template in draw(st.permutations(TEMPLATES))]


DATES = st.dates(date(2015, 1, 1), date(2035, 12, 31))
DAYS = st.builds(Day, DATES, st.sampled_from(Precision))
BIRTHS = st.one_of(
    st.none(),
    st.builds(lambda day: PartialDate(day.year, day.month, day.day), DATES),
    st.builds(lambda day: PartialDate(day.year, day.month), DATES),
    st.builds(lambda day: PartialDate(day.year), DATES),
)


@st.composite
def households(draw) -> Household:
    roles = draw(st.lists(st.sampled_from(MemberRole), max_size=4))
    members = tuple(
        Member(number, role, draw(BIRTHS), draw(st.sampled_from((None, "DE", "NL", "IN", "US"))),
               draw(answers()))
        for number, role in enumerate(roles, 1)
    )  # fmt: skip
    origin = draw(st.sampled_from((None, "DE", "IN")))
    return Household(members, origin, draw(st.sampled_from((None, "nurse"))), draw(answers()))


def asked(rules: list[StepRule], *situation, **more) -> Counter[Wanted]:
    """What the plan does not deny, without its reasons."""
    place = {rule.template: number for number, rule in enumerate(rules)}
    return Counter(
        (place[step.template], step.member, step.verdict.answer, step.due)
        for step in plan(rules, *situation, **more)
        if step.verdict.answer is not Answer.NO
    )


@pytest.mark.parametrize("remembered", [3, 2_000])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some_rules(),
    st.lists(households(), min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(AnchorKind), DAYS),
    st.dictionaries(
        st.tuples(st.sampled_from(TEMPLATES), st.none() | st.integers(1, 4)), DAYS, max_size=3
    ),
)
def test_the_fast_evaluation_equals_the_plan(remembered, rules, homes, anchors, completed):
    evaluator = Evaluator(rules, remembered)
    # one after the other through the same memory, and the first again when it is warm
    for household in (*homes, homes[0]):
        wanted = evaluator.wanted(household, anchors, TODAY, completed)
        assert Counter(wanted) == asked(rules, household, anchors, TODAY, completed=completed)


def a_rule(offset: str = "P1D", **changed) -> StepRule:
    given_ = {
        "template": "a", "track": Track.RELOCATION, "anchor": AnchorKind.WORK_START,
        "offset": parse_offset(offset), "offset_text": offset, "kind": DateKind.DUTY,
        "roles": (Role.PERSON,),
    }  # fmt: skip
    return StepRule(**{**given_, **changed})


def test_a_line_names_its_rule_by_its_place():
    rules = [a_rule(template="b"), a_rule(template="a", scope=Scope.PER_CHILD)]
    found = Evaluator(rules).wanted(nurse_from_india(), {}, TODAY)
    assert {(place, member) for place, member, _, _ in found} == {(0, None), (1, 3), (1, 4)}


def test_the_example_families_are_evaluated_alike_one_after_the_other():
    third = Condition(({FactKey.ORIGIN: frozenset({"third"})},))
    rules = [a_rule(condition=third, scope=Scope.PER_PERSON)]
    evaluator = Evaluator(rules)
    for make in FAMILIES.values():
        assert Counter(evaluator.wanted(make(), {}, TODAY)) == asked(rules, make(), {}, TODAY)


def test_what_is_remembered_is_forgotten_before_it_grows_without_end():
    condition = Condition(({FactKey.LICENCE_COUNTRY: frozenset({"IN"})},))
    rules = [a_rule(condition=condition), a_rule(template="b", offset="P2D")]
    evaluator = Evaluator(rules, remembered=2)
    for number, country in enumerate(("IN", "EG", "VN", "BR", "IN"), 1):
        anchors = {AnchorKind.WORK_START: Day(date(2027, 3, number))}
        found = evaluator.wanted(make_household(licence_country=country), anchors, TODAY)
        only_there = (0, None, Answer.YES, Day(date(2027, 3, number + 1)))
        always = (1, None, Answer.YES, Day(date(2027, 3, number + 2)))
        assert set(found) == ({only_there, always} if country == "IN" else {always})
        assert all(len(line.known) <= 2 for line in evaluator._lines)
        assert all(len(source.known) <= 2 for source in evaluator._sources)
