"""From what the records say of a household to the facts that conditions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from app.rules.calendar import age_on
from app.rules.childhood import ADULT_AGE, CHILD_FACTS, NO_CLASS, childhood
from app.rules.facts import (
    NO,
    VOCABULARY,
    YES,
    FactKey,
    Facts,
    FactScope,
    Household,
    Implied,
    Known,
    Member,
    Sight,
    Source,
    yes_no,
)
from app.rules.licences import issued_by, test_for
from app.rules.origins import GERMANY, VISA_FREE_LONG_STAY, Origin, origin_of
from app.rules.terms import MemberRole
from app.rules.working import employment, right_to_work, work

_OF_CHILDREN = (*CHILD_FACTS, FactKey.SCHOOL_CLASS)
_SPONSORS = frozenset({MemberRole.PROFESSIONAL, MemberRole.PARTNER})
_THIRD_COUNTRY = Origin.THIRD_COUNTRY.value
_FREE_MOVEMENT = Origin.FREE_MOVEMENT.value

DRIVING_AGE = 17
END_OF_1970 = date(1970, 12, 31)


def derive(household: Household, today: date) -> Facts:
    """Everything the records say or imply; what they do not say stays absent.

    Ages count on the later of `today` and `household.arrival`. Recorded answers go before
    derived ones, except where the people of the household themselves prove the contrary.
    A recorded value that the vocabulary does not know counts as unknown.
    """
    day = max(today, household.arrival or today)
    professional = household.professional
    own = {}
    for member in household.members:
        told = household if member is professional else None
        own[member.id] = _of_member(member, told, household.origin_country, day, today)
    free = _with_free_movement(household, own)
    for member in household.members:
        known = own[member.id]
        _add(known, chain(_kinship(member, known, free), right_to_work(known)), member.id)
    shared = _of_household(household, own)
    seen = {**own[professional.id], **shared} if professional else dict(shared)
    children = [own[child.id] for child in household.in_role(MemberRole.CHILD)]
    for key in _OF_CHILDREN:
        value = _of_children(key, children, shared)
        if value is not None:
            seen[key] = Known(value, Source.PEOPLE)
        elif key in seen:
            del seen[key]
    for known in own.values():
        # Whoever of them expects a child: parental leave concerns both parents (§ 15 BEEG).
        if _is_value(known.get(FactKey.PREGNANT), YES):
            seen[FactKey.PREGNANT] = known[FactKey.PREGNANT]
    return Facts(seen, {key: {**shared, **facts} for key, facts in own.items()})


def _recorded(
    answers: Mapping[FactKey, str], scope: FactScope, member: int | None
) -> Iterator[tuple[FactKey, Known]]:
    for key, value in answers.items():
        word = VOCABULARY[key]
        if word.scope is scope and word.allows(value):
            yield key, Known(value, Source.RECORDED, member)


def _add(known: dict[FactKey, Known], implied: Implied, member: int | None) -> None:
    """What is implied, where nothing is known yet."""
    for key, value, source in implied:
        if key not in known:
            known[key] = Known(value, source, member)


def _of_household(household: Household, own: Mapping[int, Sight]) -> dict[FactKey, Known]:
    facts = dict(_recorded(household.recorded, FactScope.HOUSEHOLD, None))
    if household.in_role(MemberRole.CHILD):
        facts[FactKey.CHILDREN] = Known(YES, Source.PEOPLE)
    partners = household.in_role(MemberRole.PARTNER)
    if partners:
        facts[FactKey.PARTNER] = Known(YES, Source.PEOPLE)
        third = _any(_is_value(own[p.id].get(FactKey.ORIGIN), _THIRD_COUNTRY) for p in partners)
        if third is not None:
            known = Known(yes_no(third), Source.NATIONALITY, partners[0].id)
            facts.setdefault(FactKey.PARTNER_THIRD_COUNTRY, known)
    if household.origin_country:
        origin = origin_of(household.origin_country).value
        _add(facts, iter([(FactKey.MOVES_FROM, origin, Source.ORIGIN_COUNTRY)]), None)
    if household.home_known:
        _add(facts, iter([(FactKey.HOME_FOUND, YES, Source.HOME)]), None)
    _add(facts, _from_answers(facts), None)
    return facts


def _from_answers(facts: Sight) -> Implied:
    """What the answers of a household say beyond themselves."""
    if _is_value(facts.get(FactKey.PARTNER), NO):
        # Not that nobody is married: a spouse may stay abroad.
        for key in (FactKey.PARTNER_JOB_SEARCH, FactKey.PARTNER_THIRD_COUNTRY):
            yield key, NO, Source.PEOPLE
    for part, whole in ((FactKey.CAR_FROM_ABROAD, FactKey.CAR), (FactKey.DOG, FactKey.PET)):
        if _is_value(facts.get(part), YES):
            yield whole, YES, Source.RECORDED
        if _is_value(facts.get(whole), NO):
            yield part, NO, Source.RECORDED
    housing = facts.get(FactKey.HOUSING)
    if housing is not None and housing.value != "rent":
        # Owners owe the fee for their bins; a hall of residence orders them for all.
        yield FactKey.WASTE_BY_TENANT, yes_no(housing.value == "own"), Source.RECORDED


def _of_member(
    member: Member, told: Household | None, lives_in: str | None, day: date, today: date
) -> dict[FactKey, Known]:
    """The facts of one person: recorded ones, then what records and they imply.

    `told` is the household where its records speak of this person, the professional; `lives_in`
    the country they all live in before the move.
    """
    known = dict(_recorded(member.recorded, FactScope.PERSON, member.id))
    if told is not None:
        for key, answer in _recorded(told.recorded, FactScope.PERSON, member.id):
            known.setdefault(key, answer)
        profession = told.profession
        if profession in VOCABULARY[FactKey.PROFESSION].values:
            known.setdefault(FactKey.PROFESSION, Known(profession, Source.RECORDED, member.id))
    implied = chain(
        _from_nationality(member.nationality, known, lives_in),
        work(known),
        employment(member, told),
        childhood(member, day, today),
        _driving(member, known, day),
        _from_birth(member, day),
    )
    _add(known, implied, member.id)
    return known


def _from_nationality(nationality: str | None, known: Sight, lives_in: str | None) -> Implied:
    recorded = known.get(FactKey.ORIGIN)
    if recorded is not None:
        origin = Origin(recorded.value)
    elif nationality:
        origin = origin_of(nationality)
        yield FactKey.ORIGIN, origin.value, Source.NATIONALITY
    else:
        return
    visa_free = nationality in VISA_FREE_LONG_STAY
    if nationality or origin is not Origin.THIRD_COUNTRY:
        yield FactKey.VISA_FREE_41, yes_no(visa_free), Source.NATIONALITY
    if origin is not Origin.THIRD_COUNTRY:
        yield FactKey.ENTRY, "free", Source.NATIONALITY
    elif lives_in == GERMANY:
        yield FactKey.ENTRY, "resident", Source.ORIGIN_COUNTRY
    elif nationality and lives_in and not visa_free:
        # § 4 Abs. 1 AufenthG: a title is needed for entry, and work needs the national visa.
        yield FactKey.ENTRY, "visa", Source.NATIONALITY


def _from_birth(member: Member, day: date) -> Implied:
    """Facts of age, each only where every date the birth may mean agrees."""
    if member.birth is None:
        return
    first, last = member.birth.first, member.birth.last
    for key, holds, may_hold in (
        (FactKey.BORN_AFTER_1970, first > END_OF_1970, last > END_OF_1970),
        (FactKey.ADULT, age_on(first, day) >= ADULT_AGE, age_on(last, day) >= ADULT_AGE),
    ):
        if holds is may_hold:
            yield key, yes_no(holds), Source.BIRTH


def _driving(member: Member, known: Sight, day: date) -> Implied:
    """Where the licence comes from, and for one from a third country the tests it asks for."""
    country = known.get(FactKey.LICENCE_COUNTRY)
    licence = known.get(FactKey.LICENCE_FROM)
    group = licence.value if licence is not None else None
    if country is not None and group is None:
        group = issued_by(country.value).value
        yield FactKey.LICENCE_FROM, group, country.source
    if country is not None and group == _THIRD_COUNTRY:
        yield FactKey.LICENCE_TEST, test_for(country.value).value, country.source
    if member.birth is not None and age_on(member.birth.first, day) < DRIVING_AGE:
        # § 10 Abs. 1 FeV: a car not before 17 (with company) or 18.
        yield FactKey.LICENCE_FROM, "none", Source.BIRTH


def _with_free_movement(
    household: Household, own: Mapping[int, Sight]
) -> Mapping[int, bool | None]:
    """Of each adult who may bring relatives along, whether they have free movement."""
    return {
        member.id: _is_value(own[member.id].get(FactKey.ORIGIN), _FREE_MOVEMENT)
        for member in household.members
        if member.role in _SPONSORS
    }


def _kinship(member: Member, known: Sight, free: Mapping[int, bool | None]) -> Implied:
    """§ 1 Abs. 2 Nr. 3, § 3 FreizügG/EU: relatives of a citizen with free movement whom they
    accompany, so somebody of this household. Germans are not among those citizens: their relatives
    come under §§ 28 ff. AufenthG."""
    third = _is_value(known.get(FactKey.ORIGIN), _THIRD_COUNTRY)
    sponsor = _any(is_free for key, is_free in free.items() if key != member.id)
    if third is False or sponsor is False:
        yield FactKey.FAMILY_OF_EU_CITIZEN, NO, Source.NATIONALITY
    elif third and sponsor and member.role is not MemberRole.OTHER:
        yield FactKey.FAMILY_OF_EU_CITIZEN, YES, Source.NATIONALITY


def _of_children(key: FactKey, children: Sequence[Sight], shared: Sight) -> str | None:
    """A fact of children as the household sees it: any child's; a class all of them share."""
    if not children:
        none = NO_CLASS if key is FactKey.SCHOOL_CLASS else NO
        return none if _is_value(shared.get(FactKey.CHILDREN), NO) else None
    values = [known.value if (known := child.get(key)) else None for child in children]
    if key is FactKey.SCHOOL_CLASS:
        return values[0] if len(set(values)) == 1 else None
    if YES in values:
        return YES
    return None if None in values else NO


def _is_value(known: Known | None, value: str) -> bool | None:
    return None if known is None else known.value == value


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's or: true beats unknown beats false; false where there are none."""
    found = list(answers)
    if True in found:
        return True
    return None if None in found else False
