"""Every table, gathered for the metadata."""

from __future__ import annotations

from db.tables.base import Base
from db.tables.calendar import CalendarEntry
from db.tables.care import CareChoice, CareFrame, Carer, Duty, Roster, Shift, WorkingLife
from db.tables.career import (
    CaseTie,
    Introduction,
    JobProfile,
    LanguageLevel,
    OccupationTitle,
    Opening,
)
from db.tables.case import AnchorDate, AnchorMove, Case, Person, RecordedFact, StageChange
from db.tables.composition import Brochure, Composition, StoredFile, Voucher
from db.tables.consent import Consent, RoleHolder
from db.tables.contact import Contact, ContactTopic, Promise
from db.tables.elders import ElderNeed
from db.tables.employer import Benefit, EmployerProfile, ShiftPattern, StepConfirmation
from db.tables.employer_places import EmployerPlace
from db.tables.folder import PrintedFolder
from db.tables.funding import FundingApplication, FundingProgramme
from db.tables.housing import Dormitory, DormitoryEntry, HousingInterest, HousingOffer, HousingWish
from db.tables.journal import Batch, Revision
from db.tables.mentor import Invitation, Mentor, Mentorship, Occasion
from db.tables.moving import Move, MoveCost, MoveQuote
from db.tables.needs import Need
from db.tables.network import (
    Actor,
    Attendance,
    GroupEntry,
    GroupTopic,
    Meeting,
    ServiceLink,
    TopicKeyword,
)
from db.tables.office import Absence, Advisor, Confirmation, SavedFilter, ServicePoint, Setting
from db.tables.practice import CommitteeDate, PlanningArea, Practice, PracticeInterest
from db.tables.provider import (
    ColumnMapping,
    ContactPerson,
    DistinctPair,
    Organisation,
    Place,
    ProviderFilter,
    Service,
    ServiceAtPlace,
    ServiceCost,
    TravelTime,
)
from db.tables.schooling import SchoolChoice, SchoolProfile
from db.tables.staying import Ambassador, Leaving, LeavingReason, Talk, TalkReason
from db.tables.step import Step, StepDocument
from db.tables.template import HeldRule, TemplateVersion
from db.tables.training import Course, CourseBooking
from db.tables.visit import MediaLink, Sailing, Visit, VisitStop
from db.tables.wording import Wording

metadata = Base.metadata

EVERY: tuple[type[Base], ...] = (
    ServicePoint,
    Advisor,
    Absence,
    Setting,
    SavedFilter,
    Confirmation,
    Organisation,
    Service,
    Place,
    ServiceAtPlace,
    ServiceCost,
    ContactPerson,
    DistinctPair,
    ColumnMapping,
    ProviderFilter,
    TravelTime,
    Case,
    Person,
    RecordedFact,
    AnchorDate,
    AnchorMove,
    StageChange,
    Contact,
    ContactTopic,
    Promise,
    Consent,
    Step,
    StepDocument,
    RoleHolder,
    Shift,
    WorkingLife,
    Roster,
    Duty,
    Carer,
    CareChoice,
    CareFrame,
    TemplateVersion,
    HeldRule,
    Wording,
    CalendarEntry,
    StoredFile,
    Composition,
    Brochure,
    Voucher,
    PrintedFolder,
    EmployerProfile,
    Benefit,
    ShiftPattern,
    StepConfirmation,
    Mentor,
    Mentorship,
    Occasion,
    Invitation,
    CaseTie,
    JobProfile,
    LanguageLevel,
    Opening,
    Introduction,
    OccupationTitle,
    Visit,
    VisitStop,
    Sailing,
    MediaLink,
    Talk,
    TalkReason,
    Leaving,
    LeavingReason,
    Ambassador,
    Course,
    CourseBooking,
    Actor,
    ServiceLink,
    GroupTopic,
    TopicKeyword,
    Meeting,
    Attendance,
    GroupEntry,
    HousingWish,
    HousingOffer,
    HousingInterest,
    Dormitory,
    DormitoryEntry,
    Move,
    MoveQuote,
    MoveCost,
    SchoolProfile,
    SchoolChoice,
    FundingProgramme,
    FundingApplication,
    Practice,
    PlanningArea,
    CommitteeDate,
    PracticeInterest,
    ElderNeed,
    Need,
    EmployerPlace,
    Batch,
    Revision,
)
