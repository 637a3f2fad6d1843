"""What a profession, a degree and a nationality say of somebody's work."""

from __future__ import annotations

from app.rules.facts import NO, YES, FactKey, Household, Implied, Member, Sight, Source, yes_no
from app.rules.origins import Origin
from app.rules.terms import AnchorKind, MemberRole

# § 2 BÄO, § 1 PflBG, § 1 MPhG and the like, § 3 HebG. Trainees and students need no licence yet.
LICENSED = frozenset({"nurse", "doctor", "therapist", "midwife"})
WITHOUT_PRACTICE = frozenset({"nurse", "trainee", "student"})

_GERMANY = Origin.GERMANY.value
_ENDS = AnchorKind.EMPLOYMENT_END
_NEEDS_NO_TITLE = frozenset({_GERMANY, Origin.FREE_MOVEMENT.value})


def employment(member: Member, told: Household | None) -> Implied:
    """Whether the job of the case ends before its time: a date for that is set, or not. `told` is
    the household where its records speak of this person, the professional."""
    if told is not None:
        yield FactKey.JOB_ENDS_EARLY, yes_no(_ENDS in told.dated), Source.ANCHOR
    elif member.role is MemberRole.CHILD:
        yield FactKey.JOB_ENDS_EARLY, NO, Source.ROLE


def work(known: Sight) -> Implied:
    """What follows from the profession and the degree."""
    profession = _value(known, FactKey.PROFESSION)
    if profession is not None and profession != "other":
        yield FactKey.REGULATED, yes_no(profession in LICENSED), Source.PROFESSION
    if profession in WITHOUT_PRACTICE:
        yield FactKey.OWN_PRACTICE, NO, Source.PROFESSION
    if profession == "trainee":
        # § 5 Abs. 1 Nr. 1 SGB V: employed for their vocational training.
        yield FactKey.INSURED_BY_LAW, YES, Source.PROFESSION
    if _value(known, FactKey.OWN_PRACTICE) == YES:
        yield FactKey.WORKPLACE, "practice", Source.PROFESSION
        # § 5 Abs. 5 SGB V: not who is self-employed as the main occupation.
        yield FactKey.INSURED_BY_LAW, NO, Source.PROFESSION
    if _value(known, FactKey.DEGREE_FROM) == _GERMANY:
        yield FactKey.TRAINED_IN_GERMAN, YES, known[FactKey.DEGREE_FROM].source


def right_to_work(known: Sight) -> Implied:
    """Who needs no title to work.

    § 4a AufenthG speaks of third-country nationals; not of citizens with free movement and their
    relatives (§ 1 Abs. 2 AufenthG, § 2 FreizügG/EU). For all others a title has to be seen.
    """
    origin = _value(known, FactKey.ORIGIN)
    kin = _value(known, FactKey.FAMILY_OF_EU_CITIZEN) == YES
    if origin in _NEEDS_NO_TITLE or kin:
        yield FactKey.WORK_PERMISSION, YES, Source.NATIONALITY


def _value(known: Sight, key: FactKey) -> str | None:
    found = known.get(key)
    return None if found is None else found.value
