"""From what the records say of a household to the facts that conditions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from app.rules.calendar import age_on
from app.rules.childhood import CHILD_FACTS, NO_CLASS, childhood
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

ADULT_AGE = 18
DRIVING_AGE = 17


def derive(household: Household, today: date) -> Facts:
    """Everything the records say or imply; what they do not say stays absent.

    Ages count on the later of `today` and `household.arrival`. Recorded answers go before
    derived ones, except where the people of the household themselves prove the contrary.
    A recorded value that the vocabulary does not know counts as unknown.
    """
    day = max(today, household.arrival or today)
    own = {m.id: _of_member(m, household, day, today) for m in household.members}
    for member in household.members:
        known = own[member.id]
        kin = _family_of_eu_citizen(member, household, own)
        if kin is not None:
            known.setdefault(FactKey.FAMILY_OF_EU_CITIZEN, kin)
        _add(known, right_to_work(known), member.id)
    shared = _of_household(household, own)
    professional = household.professional
    seen = dict(shared)
    if professional is not None:
        seen = {**own[professional.id], **shared}
    for key in (*CHILD_FACTS, FactKey.SCHOOL_CLASS):
        seen.pop(key, None)
        value = _of_children(key, household, own, shared)
        if value is not None:
            seen[key] = Known(value, Source.PEOPLE)
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
        third = _any(
            _is_value(own[p.id].get(FactKey.ORIGIN), Origin.THIRD_COUNTRY.value) for p in partners
        )
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
        for key in (FactKey.PARTNER_JOB_SEARCH, FactKey.PARTNER_THIRD_COUNTRY, FactKey.MARRIED):
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
    member: Member, household: Household, day: date, today: date
) -> dict[FactKey, Known]:
    """The facts of one person: recorded ones, then what records and they imply."""
    known = dict(_recorded(member.recorded, FactScope.PERSON, member.id))
    if member is household.professional:
        for key, answer in _recorded(household.recorded, FactScope.PERSON, member.id):
            known.setdefault(key, answer)
        profession = household.profession
        if profession in VOCABULARY[FactKey.PROFESSION].values:
            known.setdefault(FactKey.PROFESSION, Known(profession, Source.RECORDED, member.id))
    _add(known, _from_nationality(member, known, household), member.id)
    _add(known, work(known), member.id)
    _add(known, employment(member, household), member.id)
    _add(known, childhood(member, day, today), member.id)
    _add(known, _driving(member, known, day), member.id)
    _add(known, _from_birth(member, day), member.id)
    return known


def _from_nationality(member: Member, known: Sight, household: Household) -> Implied:
    nationality = member.nationality
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
    elif household.origin_country == GERMANY:
        yield FactKey.ENTRY, "resident", Source.ORIGIN_COUNTRY
    elif nationality and household.origin_country and not visa_free:
        # § 4 Abs. 1 AufenthG: a title is needed for entry, and work needs the national visa.
        yield FactKey.ENTRY, "visa", Source.NATIONALITY


def _from_birth(member: Member, day: date) -> Implied:
    """Facts of age, each only where every date the birth may mean agrees."""
    if member.birth is None:
        return
    ends = (member.birth.first, member.birth.last)
    tests = {
        FactKey.BORN_AFTER_1970: {birth > date(1970, 12, 31) for birth in ends},
        FactKey.ADULT: {age_on(birth, day) >= ADULT_AGE for birth in ends},
    }
    for key, answers in tests.items():
        if len(answers) == 1:
            yield key, yes_no(answers.pop()), Source.BIRTH


def _driving(member: Member, known: Sight, day: date) -> Implied:
    """Where the licence comes from, and for one from a third country the tests it asks for."""
    country = known.get(FactKey.LICENCE_COUNTRY)
    licence = known.get(FactKey.LICENCE_FROM)
    group = licence.value if licence is not None else None
    if country is not None and group is None:
        group = issued_by(country.value).value
        yield FactKey.LICENCE_FROM, group, country.source
    if country is not None and group == Origin.THIRD_COUNTRY.value:
        yield FactKey.LICENCE_TEST, test_for(country.value).value, country.source
    if member.birth is not None and age_on(member.birth.first, day) < DRIVING_AGE:
        # § 10 Abs. 1 FeV: a car not before 17 (with company) or 18.
        yield FactKey.LICENCE_FROM, "none", Source.BIRTH


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


def _of_children(
    key: FactKey, household: Household, own: Mapping[int, Sight], shared: Sight
) -> str | None:
    """A fact of children as the household sees it: any child's; a class all of them share."""
    children = [own[child.id].get(key) for child in household.in_role(MemberRole.CHILD)]
    if not children:
        none = NO_CLASS if key is FactKey.SCHOOL_CLASS else NO
        return none if _is_value(shared.get(FactKey.CHILDREN), NO) else None
    if key is FactKey.SCHOOL_CLASS:
        classes = {None if known is None else known.value for known in children}
        return classes.pop() if len(classes) == 1 else None
    found = _any(_is_value(known, YES) for known in children)
    return None if found is None else yes_no(found)


def _is_value(known: Known | None, value: str) -> bool | None:
    return None if known is None else known.value == value


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's or: true beats unknown beats false; false where there are none."""
    found = list(answers)
    if True in found:
        return True
    return None if None in found else False
