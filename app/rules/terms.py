"""The closed vocabularies of the office: tracks, stages, roles, anchors, kinds of dates, bodies."""

from __future__ import annotations

from enum import Enum


class Track(Enum):
    """The two views of one plan."""

    ONBOARDING = "onboarding"
    RELOCATION = "relocation"


class StepState(Enum):
    """Where a step stands; whether it applies at all is the verdict of its condition."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class Answer(Enum):
    """Kleene's three values: does a step apply?"""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class DateKind(Enum):
    """What a date means, and so what lateness means."""

    DUTY = "duty"
    CLAIM_ENDS = "claim_ends"
    VALIDITY_ENDS = "validity_ends"
    OFFICE_RULE = "office_rule"
    ADVICE = "advice"
    EARLIEST = "earliest"
    AUTHORITY_TERM = "authority_term"
    HINT = "hint"


class AnchorKind(Enum):
    """The dates of a case that plans are counted from."""

    __hash__ = object.__hash__  # Enum's own is Python, and plans look anchors up by the million

    FIRST_CONTACT = "first_contact"
    VISIT = "visit"
    CONTRACT = "contract"
    VISA_APPLICATION = "visa_application"
    ENTRY = "entry"
    MOVE_IN = "move_in"
    MOVE = "move"
    WORK_START = "work_start"
    PERMIT_ISSUED = "permit_issued"
    PERMIT_EXPIRY = "permit_expiry"
    BIRTH = "birth"
    CARE_START = "care_start"
    SCHOOL_START = "school_start"
    PRACTICE_START = "practice_start"
    CARE_NEED = "care_need"
    DOG = "dog"
    EMPLOYMENT_END = "employment_end"
    RECOGNITION_NOTICE = "recognition_notice"
    RESIDENCE = "residence"


class Role(Enum):
    """Who acts on a step."""

    SERVICE_POINT = "service_point"
    EMPLOYER = "employer"
    HR = "hr"
    WARD = "ward"
    MENTOR = "mentor"
    IT = "it"
    PERSON = "person"
    LANDLORD = "landlord"
    TOURISM = "tourism"


class MemberRole(Enum):
    """A person's place in the household."""

    PROFESSIONAL = "professional"
    PARTNER = "partner"
    CHILD = "child"
    GRANDPARENT = "grandparent"
    OTHER = "other"


class Gender(Enum):
    """What somebody said of their gender (§ 22 Abs. 3 PStG has the third, `DIVERSE`); it is asked
    for the figures alone, and nobody has to say."""

    FEMALE = "f"
    MALE = "m"
    DIVERSE = "d"


class Stage(Enum):
    """How far a case has come, from interest to staying, in this order."""

    INTEREST = "interest"
    VISIT = "visit"
    CONTRACT = "contract"
    PREBOARDING = "preboarding"
    ARRIVAL = "arrival"
    INDUCTION = "induction"
    PROBATION = "probation"
    STAYING = "staying"


class Grade(Enum):
    """How well a legal claim is proven: statute read, page read, general knowledge."""

    G = "G"
    S = "S"
    A = "A"


class OfficeType(Enum):
    """The kind of body a step is done at; the directory has the one that is in charge."""

    BANK = "bank"
    BROADCAST_FEE = "broadcast_fee"
    CARE_SUPPORT = "care_support"
    CENTRAL_OFFICE_81A = "central_office_81a"
    CHILDCARE = "childcare"
    COMPANY_DOCTOR = "company_doctor"
    DOCTORS_ASSOCIATION = "doctors_association"
    DOG_REGISTER = "dog_register"
    DOG_TAX = "dog_tax"
    DORMITORY = "dormitory"
    DRIVING_LICENCE = "driving_licence"
    EMBASSY = "embassy"
    EMPLOYER = "employer"
    EMPLOYMENT_AGENCY = "employment_agency"
    FACILITY = "facility"
    FAMILY_BENEFITS = "family_benefits"
    FAMILY_SERVICE = "family_service"
    FEDERAL_TAX = "federal_tax"
    GRANTS = "grants"
    HEALTH_INSURER = "health_insurer"
    HOUSING_OFFICE = "housing_office"
    IMMIGRATION = "immigration"
    INSURER = "insurer"
    LANDLORD = "landlord"
    LANGUAGE_SCHOOL = "language_school"
    MEDICAL_CHAMBER = "medical_chamber"
    MEDICAL_LICENSING = "medical_licensing"
    MEDICAL_PRACTICE = "medical_practice"
    MOVER = "mover"
    NURSING_RECOGNITION = "nursing_recognition"
    NURSING_SCHOOL = "nursing_school"
    PARENTAL_ALLOWANCE = "parental_allowance"
    PENSION_FUND = "pension_fund"
    PENSION_INSURANCE = "pension_insurance"
    PERSON = "person"
    POST = "post"
    RECOGNITION_ADVICE = "recognition_advice"
    REGISTRY = "registry"
    SCHOOL = "school"
    SERVICE_POINT = "service_point"
    TAX_OFFICE = "tax_office"
    TRANSLATOR = "translator"
    UTILITIES = "utilities"
    VEHICLE_REGISTRATION = "vehicle_registration"
    VETERINARY = "veterinary"
    WASTE = "waste"
    YOUTH_OFFICE = "youth_office"


class Feature(Enum):
    """New forms of care and digital services that a provider has."""

    REGIONAL_HEALTH_CENTRE = "regional_health_centre"
    TRIAGE_PRACTICE = "triage_practice"
    COMMUNITY_NURSE = "community_nurse"
    JOINT_PRACTICE = "joint_practice"
    MOBILE_SERVICE = "mobile_service"
    VIDEO_CONSULTATION = "video_consultation"
    ONLINE_BOOKING = "online_booking"
    REPEAT_PRESCRIPTION = "repeat_prescription"
    VIDEO_INTERPRETING = "video_interpreting"
    PORTAL = "portal"
    ONLINE_ADVICE = "online_advice"
    ONLINE_APPLICATION = "online_application"


ONLINE = frozenset(
    {
        Feature.VIDEO_CONSULTATION,
        Feature.ONLINE_BOOKING,
        Feature.REPEAT_PRESCRIPTION,
        Feature.VIDEO_INTERPRETING,
        Feature.PORTAL,
        Feature.ONLINE_ADVICE,
        Feature.ONLINE_APPLICATION,
    }
)
"""What is had without going there; the others are new forms of care."""


class Blocker(Enum):
    """What bars the first working day while it is open."""

    RIGHT_TO_WORK = "right_to_work"
    LICENCE = "licence"
    MEASLES = "measles"


class BlockerState(Enum):
    """UNCLEAR: a fact is missing that decides; it bars the day like OPEN."""

    OPEN = "open"
    UNCLEAR = "unclear"
    CLEARED = "cleared"


class Purpose(Enum):
    """What a consent allows (Art. 6 Abs. 1 lit. a, Art. 9 Abs. 2 lit. a DSGVO)."""

    HEALTH_DATA = "health_data"
    SHARE = "share"
    CONTACT_CHANNEL = "contact_channel"
    PHOTO = "photo"
    STATISTICS = "statistics"


class Recipient(Enum):
    """To whom a consent lets data go; the service point itself where it only keeps them."""

    SERVICE_POINT = "service_point"
    EMPLOYER = "employer"
    MENTOR = "mentor"
    CHILDCARE = "childcare"
    SCHOOL = "school"
    LANDLORD = "landlord"
    AUTHORITY = "authority"
    PARTNER_POINT = "partner_point"
    OTHER = "other"


class ConsentWay(Enum):
    """How a consent was given."""

    SIGNED = "signed"
    TEXT = "text"
    SPOKEN = "spoken"
