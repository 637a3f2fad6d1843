"""The closed vocabularies of the office: tracks, stages, roles, anchors, kinds of dates."""

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
