"""What to ask where a fact is unknown: the fact, what it follows from, or what comes first."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.facts import FactKey, Sight

ASK_INSTEAD: Mapping[FactKey, FactKey] = {FactKey.LICENCE_TEST: FactKey.LICENCE_COUNTRY}
"""Facts that nobody can be asked for, and the one to ask from which they follow."""

ASK_FIRST: Mapping[FactKey, FactKey] = {
    FactKey.CHILD_UNDER_1: FactKey.CHILDREN,
    FactKey.CHILD_1_2: FactKey.CHILDREN,
    FactKey.CHILD_KITA: FactKey.CHILDREN,
    FactKey.CHILD_SCHOOL: FactKey.CHILDREN,
    FactKey.CHILD_CLASS1: FactKey.CHILDREN,
    FactKey.CHILD_UNDER_15_MONTHS: FactKey.CHILDREN,
    FactKey.CHILD_UNDER_8: FactKey.CHILDREN,
    FactKey.SCHOOL_CLASS: FactKey.CHILDREN,
    FactKey.PARTNER_JOB_SEARCH: FactKey.PARTNER,
    FactKey.PARTNER_THIRD_COUNTRY: FactKey.PARTNER,
    FactKey.CAR_FROM_ABROAD: FactKey.CAR,
    FactKey.WASTE_BY_TENANT: FactKey.HOUSING,
}
"""Facts that are worth asking only once another is known: no car from abroad without a car."""


def question_for(key: FactKey, sight: Sight) -> FactKey:
    """What to ask where a fact is unknown: the fact, what it follows from, or what comes first."""
    first = ASK_FIRST.get(key)
    if first is not None and first not in sight:
        return first
    return ASK_INSTEAD.get(key, key)
