"""Childhood: the stages of a child that law knows, by age and by school years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.rules.calendar import Day, age_on
from app.rules.facts import (
    NO,
    YES,
    FactKey,
    Household,
    Implied,
    Member,
    Source,
    recorded_value,
    yes_no,
)
from app.rules.terms import AnchorKind, MemberRole

CHILD_FACTS = (
    FactKey.CHILD_UNDER_1,
    FactKey.CHILD_1_2,
    FactKey.CHILD_KITA,
    FactKey.CHILD_SCHOOL,
    FactKey.CHILD_CLASS1,
    FactKey.CHILD_UNDER_15_MONTHS,
    FactKey.CHILD_UNDER_8,
)
NO_CLASS = "none"
_NOT_A_CHILD = (
    *((key, NO, Source.ROLE) for key in CHILD_FACTS),
    (FactKey.SCHOOL_CLASS, NO_CLASS, Source.ROLE),
)
_BY_CLASS = frozenset({FactKey.CHILD_KITA, FactKey.CHILD_SCHOOL, FactKey.CHILD_CLASS1})

FIRST_ALL_DAY_YEAR = 2026
LAST_PRIMARY_CLASS = 4
SCHOOL_AGE = 6
KITA_AGE = 3
ADULT_AGE = 18
ALLOWANCE_MONTHS = 15
LEAVE_AGE = 8
SCHOOL_YEAR_BEGINS = (8, 1)


def childhood(member: Member, day: date, today: date) -> Implied:
    """What holds of a child on that day; each fact only where every date the birth may mean
    agrees. Nobody else in the household is a child or attends a class.

    The first and the last possible birth are enough: a stage lasts a year or longer and a birth
    known by its year spans no more, so none fits unseen between the two.
    """
    if member.role is not MemberRole.CHILD:
        yield from _NOT_A_CHILD
        return
    school_class = _recorded_class(member)
    if member.birth is None:
        if school_class is not None:
            yield from _pupil(school_class, day, today)
        return
    one, other = _lives(member, today)
    stages = _stages(*one, day)
    others = stages if one == other else _stages(*other, day)
    for key, holds, may_hold in zip(CHILD_FACTS, stages, others, strict=True):
        if holds is may_hold:
            by_class = school_class is not None and key in _BY_CLASS
            yield key, yes_no(holds), Source.RECORDED if by_class else Source.BIRTH
    derived, may_be = (max(0, _class_on(day, entry)) for _, entry in (one, other))
    # From class 5 on a child may have repeated or skipped one: then it is asked.
    if derived == may_be and derived <= LAST_PRIMARY_CLASS:
        yield FactKey.SCHOOL_CLASS, str(derived) if derived else NO_CLASS, Source.BIRTH


def classes_on(child: Member, day: date, today: date) -> frozenset[int]:
    """The classes a child may be in on that day, 0 before school; nothing where none is known.

    A class that was recorded is today's and counts on; from class 5 on a child of whom only the
    birth is known may have repeated or skipped one.
    """
    recorded = _recorded_class(child)
    if recorded is not None:
        return frozenset({recorded + school_year(day) - school_year(today)})
    derived = {max(0, _class_on(day, entry)) for _, entry in _lives(child, today)}
    about = {each + by for each in derived if each > LAST_PRIMARY_CLASS for by in (-1, 1)}
    return frozenset(derived | about)


def _stages(birth: date, entry: int, day: date) -> tuple[bool, ...]:
    """The answers to CHILD_FACTS, in their order."""
    age, is_pupil = age_on(birth, day), _class_on(day, entry) > 0
    return (
        age < 1,
        1 <= age < KITA_AGE,
        age >= KITA_AGE and not is_pupil,
        is_pupil and age < ADULT_AGE,
        _has_all_day_right(entry, day),
        _months_on(birth, day) < ALLOWANCE_MONTHS,
        age < LEAVE_AGE,
    )


def _pupil(school_class: int, day: date, today: date) -> Implied:
    """What a class alone says of a child whose birth nobody recorded."""
    for key in (
        FactKey.CHILD_UNDER_1,
        FactKey.CHILD_1_2,
        FactKey.CHILD_KITA,
        FactKey.CHILD_UNDER_15_MONTHS,
    ):
        yield key, NO, Source.RECORDED
    if school_class <= LAST_PRIMARY_CLASS:
        yield FactKey.CHILD_SCHOOL, YES, Source.RECORDED
    has_right = _has_all_day_right(school_year(today) - school_class + 1, day)
    yield FactKey.CHILD_CLASS1, yes_no(has_right), Source.RECORDED


def _lives(child: Member, today: date) -> tuple[tuple[date, int], ...]:
    """The first and the last birth the record may mean, each with the year of entry into school;
    nothing where no birth is recorded.

    A recorded class gives the year: who attends class n now entered n - 1 years ago. Where the
    child was put off by a year (§ 64 Abs. 1 NSchG: recorded as not at school), it is the next.
    """
    if child.birth is None:
        return ()
    births = (child.birth.first, child.birth.last)
    school_class = _recorded_class(child)
    this_year = school_year(today)
    if school_class is not None:
        return tuple((birth, this_year - school_class + 1) for birth in births)
    entries = ((birth, school_entry(birth)) for birth in births)
    return tuple(
        (birth, entry + (entry == this_year and _is_put_off(child))) for birth, entry in entries
    )


def _recorded_class(member: Member) -> int | None:
    value = recorded_value(member.recorded, FactKey.SCHOOL_CLASS)
    return None if value in (None, NO_CLASS) else int(str(value))


def _is_put_off(member: Member) -> bool:
    return (
        member.recorded.get(FactKey.SCHOOL_CLASS) == NO_CLASS
        or member.recorded.get(FactKey.CHILD_SCHOOL) == NO
        or member.recorded.get(FactKey.CHILD_KITA) == YES
    )


def school_entry(birth: date) -> int:
    """The year in which compulsory schooling begins, with the school year on 1 August.

    § 64 Abs. 1 Satz 1 NSchG: children who complete their sixth year of life by 30 September;
    § 187 Abs. 2 Satz 2, § 188 Abs. 2 BGB: a child born on 1 October completes it with the end of
    30 September. Parents may put it off by a year (birthdays from July on): then it is recorded.
    """
    return birth.year + SCHOOL_AGE + ((birth.month, birth.day) > (10, 1))


def school_year(day: date) -> int:
    """The calendar year in which the school year of that day began (1 August, § 28 NSchG)."""
    return day.year - ((day.month, day.day) < SCHOOL_YEAR_BEGINS)


def school_starts(household: Household, today: date) -> Mapping[tuple[int, AnchorKind], Day]:
    """For each child whose first day at school is still ahead, that 1 August."""
    found = {}
    for child in household.in_role(MemberRole.CHILD):
        entries = {entry for _, entry in _lives(child, today)}
        if len(entries) == 1:
            start = date(entries.pop(), *SCHOOL_YEAR_BEGINS)
            if start > today:
                found[child.id, AnchorKind.SCHOOL_START] = Day(start)
    return found


def _class_on(day: date, entry: int) -> int:
    """The class of a child on that day that never repeated one; 0 and less: not at school yet."""
    return school_year(day) - entry + 1


def _has_all_day_right(entry: int, day: date) -> bool:
    """§ 24 Abs. 4 SGB VIII: class 1 from 2026/27, one more class each year, up to class 4."""
    return entry >= FIRST_ALL_DAY_YEAR and 1 <= _class_on(day, entry) <= LAST_PRIMARY_CLASS


def _months_on(birth: date, day: date) -> int:
    """Completed months of life; negative before birth."""
    return (day.year - birth.year) * 12 + day.month - birth.month - (day.day < birth.day)
