"""What can be known of a household and its members: one closed list, and who said it.

A fact that nobody recorded and nothing implies is absent: unknown, which is not the same as no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple

from app.rules.calendar import PartialDate
from app.rules.terms import AnchorKind, MemberRole


class FactKey(StrEnum):
    """Every fact a condition may name; what it means stands in VOCABULARY."""

    __hash__ = str.__hash__  # Enum's own is Python, and plans look facts up by the million

    # where they come from, and how
    MOVES_FROM = "moves_from"
    RETURNING = "returning"
    ORIGIN = "origin"
    VISA_FREE_41 = "visa_free_41"
    ENTRY = "entry"
    FAMILY_OF_EU_CITIZEN = "family_of_eu_citizen"
    CROSS_BORDER_PLACEMENT = "cross_border_placement"
    FAST_TRACK = "fast_track"
    WORK_PERMISSION = "work_permission"
    # work
    PROFESSION = "profession"
    REGULATED = "regulated"
    DEGREE_FROM = "degree_from"
    TRAINED_IN_GERMAN = "trained_in_german"
    EQUIVALENCE = "equivalence"
    PRACTICE_LICENCE = "practice_licence"
    CONDUCT_CERTIFICATE = "conduct_certificate"
    FIRST_JOB_IN_GERMANY = "first_job_in_germany"
    INSURED_BY_LAW = "insured_by_law"
    UNEMPLOYED = "unemployed"
    JOB_ENDS_EARLY = "job_ends_early"
    WORKPLACE = "workplace"
    OWN_PRACTICE = "own_practice"
    GERMAN_LEVEL = "german_level"
    # age and family
    BORN_AFTER_1970 = "born_after_1970"
    ADULT = "adult"
    CHILDREN = "children"
    CHILD_UNDER_1 = "child_under_1"
    CHILD_1_2 = "child_1_2"
    CHILD_KITA = "child_kita"
    CHILD_SCHOOL = "child_school"
    CHILD_CLASS1 = "child_class1"
    CHILD_UNDER_15_MONTHS = "child_under_15_months"
    CHILD_UNDER_8 = "child_under_8"
    SCHOOL_CLASS = "school_class"
    PREGNANT = "pregnant"
    PARTNER = "partner"
    MARRIED = "married"
    PARTNER_JOB_SEARCH = "partner_job_search"
    PARTNER_THIRD_COUNTRY = "partner_third_country"
    CARE_NEED = "care_need"
    HEALTH_NEED = "health_need"
    # home and means
    HOUSING = "housing"
    HOME_FOUND = "home_found"
    TRIAL_STAY = "trial_stay"
    WASTE_BY_TENANT = "waste_by_tenant"
    BROADCAST_REGISTERED = "broadcast_registered"
    LOW_INCOME = "low_income"
    # vehicles and animals
    CAR = "car"
    CAR_FROM_ABROAD = "car_from_abroad"
    LICENCE_FROM = "licence_from"
    LICENCE_COUNTRY = "licence_country"
    LICENCE_TEST = "licence_test"
    PET = "pet"
    DOG = "dog"


class FactScope(Enum):
    """Of whom a fact speaks."""

    HOUSEHOLD = "household"
    PERSON = "person"


YES, NO = "yes", "no"
YES_NO = (YES, NO)
GROUPS = ("de", "eu", "third")
COUNTRY: tuple[str, ...] = ()
"""No closed list: any country by ISO 3166-1 alpha-2, or a state of the USA (US-FL)."""


@dataclass(frozen=True)
class FactWord:
    """One entry of the list: allowed values, of whom it speaks, what it means.

    `art9`: belongs to the special categories of Art. 9 Abs. 1 DSGVO; it is never asked and never
    ranked, only recorded where the person wants it.
    """

    values: tuple[str, ...]
    scope: FactScope
    meaning: str
    art9: bool = False

    @property
    def is_country(self) -> bool:
        """Whether the values are countries instead of a closed list."""
        return self.values == COUNTRY

    def allows(self, value: str) -> bool:
        """Whether the fact can have this value."""
        if self.is_country:
            return _COUNTRY.fullmatch(value) is not None
        return value in self.values


_COUNTRY = re.compile(r"[A-Z]{2}|US-[A-Z]{2}", re.ASCII)
_H, _P = FactScope.HOUSEHOLD, FactScope.PERSON

VOCABULARY: Mapping[FactKey, FactWord] = {
    FactKey.MOVES_FROM: FactWord(GROUPS, _H, "the country they live in before the move"),
    FactKey.RETURNING: FactWord(YES_NO, _H, "lived or worked in the region before"),
    FactKey.ORIGIN: FactWord(GROUPS, _P, "nationality: German, free movement, third country"),
    FactKey.VISA_FREE_41: FactWord(YES_NO, _P, "national of a country in § 41 Abs. 1 AufenthV"),
    FactKey.ENTRY: FactWord(
        ("visa", "visa_free", "resident", "free"),
        _P,
        "enters with a national visa; without one under § 41 AufenthV; lives in Germany already "
        "(third-country nationals); needs no permission (Germans, free movement)",
    ),
    FactKey.FAMILY_OF_EU_CITIZEN: FactWord(
        YES_NO, _P, "third-country relative of a citizen with free movement (FreizügG/EU)"
    ),
    FactKey.CROSS_BORDER_PLACEMENT: FactWord(
        YES_NO, _H, "placed across the border by an agent under § 299 SGB III"
    ),
    FactKey.FAST_TRACK: FactWord(
        YES_NO, _H, "the fast-track procedure of § 81a AufenthG has been agreed"
    ),
    FactKey.WORK_PERMISSION: FactWord(
        YES_NO,
        _P,
        "may work: needs no title, or one that permits the work was seen (§ 4a Abs. 1 AufenthG)",
    ),
    FactKey.PROFESSION: FactWord(
        ("nurse", "doctor", "therapist", "midwife", "trainee", "student", "other"),
        _P,
        "the profession the person comes for",
    ),
    FactKey.REGULATED: FactWord(YES_NO, _P, "practising needs a licence or a protected title"),
    FactKey.DEGREE_FROM: FactWord(GROUPS, _P, "where the professional degree was awarded"),
    FactKey.TRAINED_IN_GERMAN: FactWord(
        YES_NO, _P, "went to school or was trained in German, so that no language exam is needed"
    ),
    FactKey.EQUIVALENCE: FactWord(
        ("open", "equal", "deficits", "waived"),
        _P,
        "outcome of the equivalence check: none yet; equal; essential differences; check waived "
        "(§ 40 Abs. 3, 3a PflBG, § 3 BÄO)",
    ),
    FactKey.PRACTICE_LICENCE: FactWord(
        ("full", "temporary", "assistant", "none"),
        _P,
        "licence to practise: full (Approbation, Urkunde); temporary (Berufserlaubnis); works at "
        "assistant's level until then (§ 4 PflBG); none yet",
    ),
    FactKey.CONDUCT_CERTIFICATE: FactWord(
        YES_NO, _P, "employer or authority asks for a certificate of conduct (§§ 30, 30a BZRG)"
    ),
    FactKey.FIRST_JOB_IN_GERMANY: FactWord(
        YES_NO, _P, "was never employed in Germany, so has no insurance number (§ 147 SGB VI)"
    ),
    FactKey.INSURED_BY_LAW: FactWord(
        YES_NO, _P, "compulsorily insured in the statutory health insurance (§ 5 SGB V)"
    ),
    FactKey.UNEMPLOYED: FactWord(YES_NO, _P, "out of work or about to be (§ 44 Abs. 1 SGB III)"),
    FactKey.JOB_ENDS_EARLY: FactWord(
        YES_NO, _P, "the employment or training ends before its time (§ 82 Abs. 6 AufenthG)"
    ),
    FactKey.WORKPLACE: FactWord(
        (
            "clinic",
            "practice",
            "intensive_care_service",
            "care_home",
            "childcare",
            "school",
            "other",
        ),
        _P,
        "kind of workplace as § 20 Abs. 8 IfSG draws the line: hospital; practice of a health "
        "profession; home care with intensive care in shared housing; other care; childcare; "
        "school; something else",
    ),
    FactKey.OWN_PRACTICE: FactWord(
        YES_NO, _P, "works in a practice of their own and not for an employer"
    ),
    FactKey.GERMAN_LEVEL: FactWord(
        ("none", "a1", "a2", "b1", "b2", "c1", "c2"), _P, "German, levels of the CEFR"
    ),
    FactKey.BORN_AFTER_1970: FactWord(
        YES_NO, _P, "born after 31 December 1970 (§ 20 Abs. 8 Satz 1 IfSG)"
    ),
    FactKey.ADULT: FactWord(YES_NO, _P, "18 or older (§ 2 BGB)"),
    FactKey.CHILDREN: FactWord(YES_NO, _H, "children move along"),
    FactKey.CHILD_UNDER_1: FactWord(YES_NO, _P, "a child under one (§ 24 Abs. 1 SGB VIII)"),
    FactKey.CHILD_1_2: FactWord(YES_NO, _P, "a child aged one or two (§ 24 Abs. 2 SGB VIII)"),
    FactKey.CHILD_KITA: FactWord(
        YES_NO, _P, "a child from three until school (§ 24 Abs. 3 SGB VIII)"
    ),
    FactKey.CHILD_SCHOOL: FactWord(YES_NO, _P, "a child of school age under 18 (§ 64 NSchG)"),
    FactKey.CHILD_CLASS1: FactWord(
        YES_NO,
        _P,
        "a child in classes 1 to 4 who entered school in 2026/27 or later "
        "(all-day entitlement, § 24 Abs. 4 SGB VIII)",
    ),
    FactKey.CHILD_UNDER_15_MONTHS: FactWord(
        YES_NO, _P, "a child under 15 months (basic parental allowance, § 4 Abs. 1 BEEG)"
    ),
    FactKey.CHILD_UNDER_8: FactWord(
        YES_NO, _P, "a child under eight (parental leave, § 15 Abs. 2 BEEG)"
    ),
    FactKey.SCHOOL_CLASS: FactWord(
        ("none", *(str(number) for number in range(1, 14))),
        _P,
        "the class a child attends; none: not at school (yet)",
    ),
    FactKey.PREGNANT: FactWord(YES_NO, _P, "expects a child", art9=True),
    FactKey.PARTNER: FactWord(YES_NO, _H, "a partner moves along"),
    FactKey.MARRIED: FactWord(YES_NO, _H, "married or in a registered partnership (§ 39 EStG)"),
    FactKey.PARTNER_JOB_SEARCH: FactWord(YES_NO, _H, "the partner looks for work here"),
    FactKey.PARTNER_THIRD_COUNTRY: FactWord(YES_NO, _H, "the partner is a third-country national"),
    FactKey.CARE_NEED: FactWord(
        YES_NO, _P, "needs care at home (care degree or on the way to one)", art9=True
    ),
    FactKey.HEALTH_NEED: FactWord(
        YES_NO, _P, "needs treatment or aids from the first day on (illness, disability)", art9=True
    ),
    FactKey.HOUSING: FactWord(
        ("rent", "own", "dormitory"), _H, "rented (from an employer too), own, hall of residence"
    ),
    FactKey.HOME_FOUND: FactWord(YES_NO, _H, "the home is found: lease signed, keys promised"),
    FactKey.TRIAL_STAY: FactWord(
        YES_NO, _H, "lives in a staff room or on trial before the move (§ 27 Abs. 2 BMG)"
    ),
    FactKey.WASTE_BY_TENANT: FactWord(
        YES_NO, _H, "the household itself orders its waste bins (owner, or lease says so)"
    ),
    FactKey.BROADCAST_REGISTERED: FactWord(
        YES_NO, _H, "the broadcasting fee is already paid for this home (§ 2 RBStV)"
    ),
    FactKey.LOW_INCOME: FactWord(YES_NO, _H, "may be under the limit for subsidised housing"),
    FactKey.CAR: FactWord(YES_NO, _H, "brings a car"),
    FactKey.CAR_FROM_ABROAD: FactWord(YES_NO, _H, "brings a car registered abroad"),
    FactKey.LICENCE_FROM: FactWord(
        (*GROUPS, "none"),
        _P,
        "where the driving licence was issued: Germany; EU or EEA (§ 28 FeV); elsewhere, "
        "Switzerland included (§ 31 FeV); none",
    ),
    FactKey.LICENCE_COUNTRY: FactWord(
        COUNTRY, _P, "country that issued the driving licence, ISO 3166-1 alpha-2; US-xx a state"
    ),
    FactKey.LICENCE_TEST: FactWord(
        ("none", "practical", "theory", "both", "ask"),
        _P,
        "tests for a German licence of class B by Anlage 11 FeV: none; driving; theory; both "
        "(not listed, § 31 Abs. 2 FeV); the licensing authority has to be asked",
    ),
    FactKey.PET: FactWord(YES_NO, _H, "brings a dog, a cat or a ferret (VO (EU) 576/2013)"),
    FactKey.DOG: FactWord(YES_NO, _H, "brings a dog"),
}


class Source(Enum):
    """How a fact came to be known."""

    RECORDED = "recorded"
    NATIONALITY = "nationality"
    ORIGIN_COUNTRY = "origin_country"
    PROFESSION = "profession"
    BIRTH = "birth"
    ROLE = "role"
    PEOPLE = "people"
    ANCHOR = "anchor"
    HOME = "home"


class Known(NamedTuple):
    """One known fact; `member` is the person it speaks of, None for the household."""

    value: str
    source: Source
    member: int | None = None


Implied = Iterator[tuple[FactKey, str, Source]]
"""Facts that follow from others, with what they follow from."""

Sight = Mapping[FactKey, Known]
"""What is known from one point of view: the household's facts and one person's."""


@dataclass(frozen=True)
class Member:
    """A person of the household as far as rules see one.

    `nationality` is ISO 3166-1 alpha-2 or None; `recorded` holds answers of FactScope.PERSON.
    """

    id: int
    role: MemberRole
    birth: PartialDate | None = None
    nationality: str | None = None
    recorded: Mapping[FactKey, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Household:
    """What the records say of a household.

    `origin_country` is where they live now (ISO 3166-1 alpha-2), `profession` a value of
    FactKey.PROFESSION, `recorded` holds answers for the household; answers of FactScope.PERSON
    there speak of the professional. `arrival`: ages count on that day where it is still ahead.
    `home_known`: the street of the home is recorded; `dated`: which dates of the case are set.
    """

    members: tuple[Member, ...]
    origin_country: str | None = None
    profession: str | None = None
    recorded: Mapping[FactKey, str] = field(default_factory=dict)
    arrival: date | None = None
    home_known: bool = False
    dated: frozenset[AnchorKind] = frozenset()

    @property
    def professional(self) -> Member | None:
        """The person the case is about: the first in that role."""
        return next((m for m in self.members if m.role is MemberRole.PROFESSIONAL), None)

    def in_role(self, role: MemberRole) -> tuple[Member, ...]:
        """The members in that role, in the household's order."""
        return tuple(m for m in self.members if m.role is role)


@dataclass(frozen=True)
class Facts:
    """All that is known: of the household and of each member by id."""

    household: Sight
    members: Mapping[int, Sight]

    def seen_from(self, member: int | None) -> Sight:
        """The household's facts with those of one member (None: the household alone, where
        personal facts are the professional's, those of children hold for any child and the school
        class is the one that all children share)."""
        return self.household if member is None else self.members[member]


def yes_no(answer: bool) -> str:  # noqa: FBT001
    """The value of a fact that has no others."""
    return YES if answer else NO


def recorded_value(answers: Mapping[FactKey, str], key: FactKey) -> str | None:
    """A recorded answer, None where there is none or the vocabulary does not know it."""
    value = answers.get(key)
    return value if value is not None and VOCABULARY[key].allows(value) else None
