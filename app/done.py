"""What a command reports: what it did, what it touched, and which batch takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Topic(Enum):
    """A part of the data that a page may show."""

    CANDIDATES = "candidates"
    PLAN = "plan"
    PROVIDERS = "providers"
    FOLDERS = "folders"
    OFFICE = "office"
    TEMPLATES = "templates"
    CARE = "care"


class Act(Enum):
    """Something the office did; the ui has a sentence for each."""

    CASE_REGISTERED = "case_registered"
    CASE_EDITED = "case_edited"
    CASE_STAGED = "case_staged"
    CASE_HELD = "case_held"
    CASE_RESUMED = "case_resumed"
    CASE_CLOSED = "case_closed"
    CASE_REOPENED = "case_reopened"
    CASE_VIEWED = "case_viewed"
    PERSON_ADDED = "person_added"
    PERSON_EDITED = "person_edited"
    PERSON_REMOVED = "person_removed"
    FACT_RECORDED = "fact_recorded"
    FACT_FORGOTTEN = "fact_forgotten"
    ANCHOR_SET = "anchor_set"
    ANCHOR_CLEARED = "anchor_cleared"
    ANCHORS_MOVED = "anchors_moved"
    CONTACT_NOTED = "contact_noted"
    CONTACT_EDITED = "contact_edited"
    CONTACT_REMOVED = "contact_removed"
    STEP_TICKED = "step_ticked"
    STEP_UNTICKED = "step_unticked"
    STEP_NOT_NEEDED = "step_not_needed"
    STEP_NOTED = "step_noted"
    STEP_PINNED = "step_pinned"
    STEP_UNPINNED = "step_unpinned"
    STEP_SNOOZED = "step_snoozed"
    STEP_WOKEN = "step_woken"
    STEP_ADDED = "step_added"
    STEP_EDITED = "step_edited"
    STEP_REMOVED = "step_removed"
    DOCUMENT_MARKED = "document_marked"
    DOCUMENT_UNMARKED = "document_unmarked"
    STEP_TAKEN = "step_taken"
    PLAN_SET_GIVEN = "plan_set_given"
    PLAN_REFRESHED = "plan_refreshed"
    PLANS_REFRESHED = "plans_refreshed"
    ROLE_HELD = "role_held"
    ROLE_FREED = "role_freed"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    TEMPLATE_CONFIRMED = "template_confirmed"
    TEMPLATE_DOUBTED = "template_doubted"
    TEMPLATE_CHANGED = "template_changed"
    TEMPLATE_SWITCHED_OFF = "template_switched_off"
    TEMPLATE_RESTORED = "template_restored"
    TEMPLATES_ORDERED = "templates_ordered"
    TEMPLATES_IMPORTED = "templates_imported"
    SET_CHANGED = "set_changed"
    SET_REMOVED = "set_removed"
    RULE_TAKEN_OVER = "rule_taken_over"
    CALENDAR_EXPORTED = "calendar_exported"
    PROVIDER_ADDED = "provider_added"
    PROVIDER_EDITED = "provider_edited"
    PROVIDER_CHECKED = "provider_checked"
    PROVIDER_ARCHIVED = "provider_archived"
    PROVIDER_RESTORED = "provider_restored"
    PROVIDERS_IMPORTED = "providers_imported"
    MAPPING_KEPT = "mapping_kept"
    MAPPING_FORGOTTEN = "mapping_forgotten"
    PROVIDERS_EXPORTED = "providers_exported"
    PROVIDERS_MERGED = "providers_merged"
    PROVIDERS_KEPT_APART = "providers_kept_apart"
    PROVIDERS_ASKED = "providers_asked"
    PROVIDERS_CHECKED = "providers_checked"
    TRAVEL_TIME_ENTERED = "travel_time_entered"
    TRAVEL_TIME_REMOVED = "travel_time_removed"
    TRAVEL_TIMES_TAKEN = "travel_times_taken"
    SHIFT_ADDED = "shift_added"
    SHIFT_EDITED = "shift_edited"
    SHIFT_REMOVED = "shift_removed"
    WAYS_SET = "ways_set"
    ROSTER_SAVED = "roster_saved"
    ROSTER_REMOVED = "roster_removed"
    CARER_ADDED = "carer_added"
    CARER_EDITED = "carer_edited"
    CARER_REMOVED = "carer_removed"
    CARE_FRAME_SET = "care_frame_set"
    CARE_DECIDED = "care_decided"
    CARE_FORGOTTEN = "care_forgotten"
    GAP_EXPORTED = "gap_exported"
    FOLDER_SAVED = "folder_saved"
    FOLDER_PRINTED = "folder_printed"
    CHECKLIST_SAVED = "checklist_saved"
    CHECKLIST_PRINTED = "checklist_printed"
    FILTER_SAVED = "filter_saved"
    FILTER_REMOVED = "filter_removed"
    ADVISOR_ADDED = "advisor_added"
    ADVISOR_EDITED = "advisor_edited"
    SERVICE_POINT_EDITED = "service_point_edited"
    SETTING_CHANGED = "setting_changed"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True)
class Done:
    """The answer of a command. `batch` is the journal's row, None where nothing was written;
    `facts` fill the sentence (names, dates as text)."""

    act: Act
    touched: frozenset[Topic]
    batch: int | None = None
    case: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
