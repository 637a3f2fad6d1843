"""Childhood: the stages of a child that law knows, by age and by school years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    agrees. Nobody else in the household is a child or attends a class."""
    if member.role is not MemberRole.CHILD:
        yield from ((key, NO, Source.ROLE) for key in CHILD_FACTS)
        yield FactKey.SCHOOL_CLASS, NO_CLASS, Source.ROLE
        return
    school_class = _recorded_class(member)
    for key, found in _stages(member, day, today).items():
        if len(found) == 1:
            by_class = school_class is not None and key in _BY_CLASS
            yield key, yes_no(found.pop()), Source.RECORDED if by_class else Source.BIRTH
    if school_class is None and member.birth is not None:
        classes = {_class_on(day, entry) for _, entry in _lives(member, today)}
        # From class 5 on a child may have repeated or skipped one: then it is asked.
        if len(classes) == 1 and (found_class := classes.pop()) <= LAST_PRIMARY_CLASS:
            value = str(found_class) if found_class > 0 else NO_CLASS
            yield FactKey.SCHOOL_CLASS, value, Source.BIRTH


def _stages(member: Member, day: date, today: date) -> Mapping[FactKey, set[bool]]:
    """Which stages of childhood the child may be in.

    The first and the last possible birth are enough: a stage lasts a year or longer and a birth
    known by its year spans no more, so none fits unseen between the two.
    """
    lives = tuple(_lives(member, today))
    school_class = _recorded_class(member)
    if not lives:
        return {} if school_class is None else _pupil(school_class, day, today)
    found: dict[FactKey, set[bool]] = {key: set() for key in CHILD_FACTS}
    for birth, entry in lives:
        age, school = age_on(birth, day), _class_on(day, entry) > 0
        found[FactKey.CHILD_UNDER_1].add(age < 1)
        found[FactKey.CHILD_1_2].add(1 <= age < KITA_AGE)
        found[FactKey.CHILD_KITA].add(age >= KITA_AGE and not school)
        found[FactKey.CHILD_SCHOOL].add(school and age < ADULT_AGE)
        found[FactKey.CHILD_CLASS1].add(_has_all_day_right(entry, day))
        found[FactKey.CHILD_UNDER_15_MONTHS].add(_months_on(birth, day) < ALLOWANCE_MONTHS)
        found[FactKey.CHILD_UNDER_8].add(age < LEAVE_AGE)
    return found


def _pupil(school_class: int, day: date, today: date) -> dict[FactKey, set[bool]]:
    """What a class alone says of a child whose birth nobody recorded."""
    found = {
        key: {False}
        for key in (
            FactKey.CHILD_UNDER_1,
            FactKey.CHILD_1_2,
            FactKey.CHILD_KITA,
            FactKey.CHILD_UNDER_15_MONTHS,
        )
    }
    if school_class <= LAST_PRIMARY_CLASS:
        found[FactKey.CHILD_SCHOOL] = {True}
    found[FactKey.CHILD_CLASS1] = {_has_all_day_right(school_year(today) - school_class + 1, day)}
    return found


def _lives(member: Member, today: date) -> Iterator[tuple[date, int]]:
    """The first and the last birth the record may mean, each with the year of entry into school.

    A recorded class gives the year: who attends class n now entered n - 1 years ago. Where the
    child was put off by a year (§ 64 Abs. 1 NSchG: recorded as not at school), it is the next.
    """
    if member.birth is None:
        return
    school_class = _recorded_class(member)
    for birth in (member.birth.first, member.birth.last):
        entry = school_entry(birth)
        if school_class is not None:
            entry = school_year(today) - school_class + 1
        elif entry == school_year(today) and _is_put_off(member):
            entry += 1
        yield birth, entry


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
