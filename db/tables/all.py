"""Every table, gathered for the metadata."""

from __future__ import annotations

from db.tables.base import Base
from db.tables.calendar import CalendarEntry
from db.tables.care import CareChoice, CareFrame, Carer, Duty, Roster, Shift, WorkingLife
from db.tables.case import AnchorDate, AnchorMove, Case, Contact, Person, RecordedFact, StageChange
from db.tables.composition import Brochure, Composition, StoredFile, Voucher
from db.tables.consent import Consent, RoleHolder
from db.tables.folder import PrintedFolder
from db.tables.journal import Batch, Revision
from db.tables.office import Advisor, Confirmation, SavedFilter, ServicePoint, Setting
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
from db.tables.step import Step, StepDocument
from db.tables.template import HeldRule, TemplateVersion
from db.tables.wording import Wording

metadata = Base.metadata

EVERY: tuple[type[Base], ...] = (
    ServicePoint,
    Advisor,
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
    Batch,
    Revision,
)
