"""From what the records say of a household to the facts that conditions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from app.rules.calendar import PartialDate, age_on
from app.rules.facts import (
    NO,
    VOCABULARY,
    YES,
    FactKey,
    Facts,
    FactScope,
    Household,
    Known,
    Member,
    Sight,
    Source,
)
from app.rules.origins import VISA_FREE_LONG_STAY, Origin, origin_of
from app.rules.terms import MemberRole

CHILD_FACTS = (
    FactKey.CHILD_UNDER_1,
    FactKey.CHILD_1_2,
    FactKey.CHILD_KITA,
    FactKey.CHILD_SCHOOL,
    FactKey.CHILD_CLASS1,
)

# § 2 BÄO, § 1 PflBG, § 1 MPhG and the like, § 3 HebG. Trainees and students need no licence yet.
LICENSED = frozenset({"nurse", "doctor", "therapist", "midwife"})
WITHOUT_PRACTICE = frozenset({"nurse", "trainee", "student"})

FIRST_ALL_DAY_YEAR = 2026
LAST_PRIMARY_CLASS = 4
SCHOOL_AGE = 6
KITA_AGE = 3
ADULT_AGE = 18
DRIVING_AGE = 17


def derive(household: Household, today: date) -> Facts:
    """Everything the records say or imply; what they do not say stays absent.

    Ages count on the later of `today` and `household.arrival`. Recorded answers go before
    derived ones, except where the people of the household themselves prove the contrary.
    A recorded value that the vocabulary does not know counts as unknown.
    """
    day = max(today, household.arrival or today)
    own = {m.id: dict(_of_member(m, household, day)) for m in household.members}
    for member in household.members:
        known = own[member.id]
        kin = _family_of_eu_citizen(member, household, own)
        if kin is not None:
            known.setdefault(FactKey.FAMILY_OF_EU_CITIZEN, kin)
        if _is_value(known.get(FactKey.OWN_PRACTICE), YES):
            known.setdefault(FactKey.WORKPLACE, Known("practice", Source.PROFESSION, member.id))
    shared = _of_household(household, own)
    professional = household.professional
    seen = dict(shared)
    if professional is not None:
        seen = {**own[professional.id], **shared}
    for key in CHILD_FACTS:
        seen.pop(key, None)
        found = _of_any_child(key, household, own, shared)
        if found is not None:
            seen[key] = found
    return Facts(seen, {key: {**shared, **facts} for key, facts in own.items()})


def _recorded(
    answers: Mapping[FactKey, str], scope: FactScope, member: int | None
) -> Iterator[tuple[FactKey, Known]]:
    for key, value in answers.items():
        word = VOCABULARY[key]
        if word.scope is scope and word.allows(value):
            yield key, Known(value, Source.RECORDED, member)


def _of_household(household: Household, own: Mapping[int, Sight]) -> dict[FactKey, Known]:
    facts = dict(_recorded(household.recorded, FactScope.HOUSEHOLD, None))
    if household.origin_country:
        origin = origin_of(household.origin_country)
        facts.setdefault(FactKey.MOVES_FROM, Known(origin.value, Source.ORIGIN_COUNTRY))
    if household.in_role(MemberRole.CHILD):
        facts[FactKey.CHILDREN] = Known(YES, Source.PEOPLE)
    partners = household.in_role(MemberRole.PARTNER)
    if partners:
        facts[FactKey.PARTNER] = Known(YES, Source.PEOPLE)
        third = _any(
            _is_value(own[p.id].get(FactKey.ORIGIN), Origin.THIRD_COUNTRY.value) for p in partners
        )
        if third is not None:
            known = Known(_yes_no(third), Source.NATIONALITY, partners[0].id)
            facts.setdefault(FactKey.PARTNER_THIRD_COUNTRY, known)
    elif facts.get(FactKey.PARTNER) == Known(NO, Source.RECORDED):
        for key in (FactKey.PARTNER_JOB_SEARCH, FactKey.PARTNER_THIRD_COUNTRY):
            facts.setdefault(key, Known(NO, Source.PEOPLE))
    if facts.get(FactKey.CAR) == Known(NO, Source.RECORDED):
        facts.setdefault(FactKey.CAR_FROM_ABROAD, Known(NO, Source.RECORDED))
    return facts


def _of_member(member: Member, household: Household, day: date) -> Iterator[tuple[FactKey, Known]]:
    """The facts of one person, derived ones first so that recorded ones replace them."""
    if member.nationality:
        yield from _from_nationality(member, member.nationality, household)
    if member is household.professional:
        yield from _from_profession(member, household.profession)
    yield from _from_birth(member, day)
    if member is household.professional:
        yield from _recorded(household.recorded, FactScope.PERSON, member.id)
    yield from _recorded(member.recorded, FactScope.PERSON, member.id)


def _from_nationality(
    member: Member, nationality: str, household: Household
) -> Iterator[tuple[FactKey, Known]]:
    origin = origin_of(nationality)

    def known(value: str) -> Known:
        return Known(value, Source.NATIONALITY, member.id)

    yield FactKey.ORIGIN, known(origin.value)
    yield FactKey.VISA_FREE_41, known(_yes_no(nationality in VISA_FREE_LONG_STAY))
    if origin is not Origin.THIRD_COUNTRY:
        yield FactKey.ENTRY, known("free")
    elif household.origin_country == "DE":
        yield FactKey.ENTRY, Known("resident", Source.ORIGIN_COUNTRY, member.id)
    elif household.origin_country and nationality not in VISA_FREE_LONG_STAY:
        # § 4 Abs. 1 AufenthG: a title is needed for entry, and work needs the national visa.
        yield FactKey.ENTRY, known("visa")


def _from_profession(member: Member, profession: str | None) -> Iterator[tuple[FactKey, Known]]:
    if profession not in VOCABULARY[FactKey.PROFESSION].values:
        return
    yield FactKey.PROFESSION, Known(profession, Source.RECORDED, member.id)
    if profession != "other":
        licensed = _yes_no(profession in LICENSED)
        yield FactKey.REGULATED, Known(licensed, Source.PROFESSION, member.id)
    if profession in WITHOUT_PRACTICE:
        yield FactKey.OWN_PRACTICE, Known(NO, Source.PROFESSION, member.id)


def _from_birth(member: Member, day: date) -> Iterator[tuple[FactKey, Known]]:
    """Facts of age, each only where every date the birth may mean agrees."""
    if member.role is not MemberRole.CHILD:
        for key in CHILD_FACTS:
            yield key, Known(NO, Source.ROLE, member.id)
    if member.birth is None:
        return
    ends = (member.birth.first, member.birth.last)
    tests: dict[FactKey, set[bool]] = {
        FactKey.BORN_AFTER_1970: {birth > date(1970, 12, 31) for birth in ends},
        FactKey.ADULT: {age_on(birth, day) >= ADULT_AGE for birth in ends},
    }
    if member.role is MemberRole.CHILD:
        tests |= _stages(member.birth, day)
    for key, answers in tests.items():
        if len(answers) == 1:
            yield key, Known(_yes_no(answers.pop()), Source.BIRTH, member.id)
    if all(age_on(birth, day) < DRIVING_AGE for birth in ends):
        # § 10 Abs. 1 FeV: a car not before 17 (with company) or 18.
        yield FactKey.LICENCE_FROM, Known("none", Source.BIRTH, member.id)


def _stages(birth: PartialDate, day: date) -> dict[FactKey, set[bool]]:
    """Which stages of childhood the child may be in.

    The first and the last possible birth are enough: a stage lasts a year or longer and a birth
    known by its year spans no more, so none fits unseen between the two.
    """
    days = (birth.first, birth.last)
    return {
        FactKey.CHILD_UNDER_1: {age_on(b, day) < 1 for b in days},
        FactKey.CHILD_1_2: {1 <= age_on(b, day) < KITA_AGE for b in days},
        FactKey.CHILD_KITA: {age_on(b, day) >= KITA_AGE and not _at_school(b, day) for b in days},
        FactKey.CHILD_SCHOOL: {_at_school(b, day) and age_on(b, day) < ADULT_AGE for b in days},
        FactKey.CHILD_CLASS1: {_has_all_day_right(b, day) for b in days},
    }


def school_entry(birth: date) -> int:
    """The year in which compulsory schooling begins, with the school year on 1 August.

    § 64 Abs. 1 Satz 1 NSchG: children who complete their sixth year of life by 30 September;
    § 187 Abs. 2 Satz 2, § 188 Abs. 2 BGB: a child born on 1 October completes it with the end of
    30 September. Parents may put it off by a year (birthdays from July on): then it is recorded.
    """
    return birth.year + SCHOOL_AGE + ((birth.month, birth.day) > (10, 1))


def school_year(day: date) -> int:
    """The calendar year in which the school year of that day began (1 August, § 28 NSchG)."""
    return day.year if day.month >= 8 else day.year - 1


def _at_school(birth: date, day: date) -> bool:
    return school_year(day) >= school_entry(birth)


def _has_all_day_right(birth: date, day: date) -> bool:
    """§ 24 Abs. 4 SGB VIII: class 1 from 2026/27, one more class each year, up to class 4."""
    entry = school_entry(birth)
    school_class = school_year(day) - entry + 1
    return entry >= FIRST_ALL_DAY_YEAR and 1 <= school_class <= LAST_PRIMARY_CLASS


def _family_of_eu_citizen(
    member: Member, household: Household, own: Mapping[int, Sight]
) -> Known | None:
    """§ 1 Abs. 2 Nr. 3, § 3 FreizügG/EU: relatives of a citizen with free movement whom they
    accompany, so somebody of this household. Germans are not among those citizens: their relatives
    come under §§ 28 ff. AufenthG."""
    origin = own[member.id].get(FactKey.ORIGIN)
    third = _is_value(origin, Origin.THIRD_COUNTRY.value)
    adults = (MemberRole.PROFESSIONAL, MemberRole.PARTNER)
    sponsor = _any(
        _is_value(own[other.id].get(FactKey.ORIGIN), Origin.FREE_MOVEMENT.value)
        for other in household.members
        if other is not member and other.role in adults
    )
    if third is False or sponsor is False:
        return Known(NO, Source.NATIONALITY, member.id)
    if third and sponsor and member.role is not MemberRole.OTHER:
        return Known(YES, Source.NATIONALITY, member.id)
    return None


def _of_any_child(
    key: FactKey, household: Household, own: Mapping[int, Sight], shared: Sight
) -> Known | None:
    """A fact of children as the household sees it: any child's."""
    children = household.in_role(MemberRole.CHILD)
    if children:
        found = _any(_is_value(own[c.id].get(key), YES) for c in children)
        return None if found is None else Known(_yes_no(found), Source.PEOPLE)
    if shared.get(FactKey.CHILDREN) == Known(NO, Source.RECORDED):
        return Known(NO, Source.PEOPLE)
    return None


def _is_value(known: Known | None, value: str) -> bool | None:
    return None if known is None else known.value == value


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's or: true beats unknown beats false; false where there are none."""
    found = list(answers)
    if True in found:
        return True
    return None if None in found else False


def _yes_no(answer: bool) -> str:  # noqa: FBT001
    return YES if answer else NO
