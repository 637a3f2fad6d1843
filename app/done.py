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
    TEXTS = "texts"
    SUPPORT = "support"  # the people around a case: mentors, visits, talks, introductions
    NETWORK = "network"  # what the office knows of its region besides the directory


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
    CONTACT_FOLLOWED = "contact_followed"
    CONTACT_UNFOLLOWED = "contact_unfollowed"
    PROMISE_NOTED = "promise_noted"
    PROMISE_EDITED = "promise_edited"
    PROMISE_KEPT = "promise_kept"
    PROMISE_DROPPED = "promise_dropped"
    PROMISE_REOPENED = "promise_reopened"
    PROMISE_REMOVED = "promise_removed"
    SILENCE_SET = "silence_set"
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
    MENTOR_ADDED = "mentor_added"
    MENTOR_EDITED = "mentor_edited"
    MENTOR_REMOVED = "mentor_removed"
    MENTORSHIP_PROPOSED = "mentorship_proposed"
    MENTORSHIP_ASKED = "mentorship_asked"
    MENTORSHIP_AGREED = "mentorship_agreed"
    MENTORSHIP_DECLINED = "mentorship_declined"
    MENTORSHIP_ENDED = "mentorship_ended"
    MENTORSHIP_CHANNEL_NOTED = "mentorship_channel_noted"
    OCCASION_ADDED = "occasion_added"
    OCCASION_EDITED = "occasion_edited"
    OCCASION_ARCHIVED = "occasion_archived"
    OCCASION_RESTORED = "occasion_restored"
    CASES_INVITED = "cases_invited"
    INVITATION_ANSWERED = "invitation_answered"
    INVITATION_REMOVED = "invitation_removed"
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
    FOLDER_COMPOSED = "folder_composed"
    COMPOSITION_KEPT = "composition_kept"
    COMPOSITION_REMOVED = "composition_removed"
    VOUCHER_ADDED = "voucher_added"
    VOUCHER_EDITED = "voucher_edited"
    VOUCHER_ARCHIVED = "voucher_archived"
    VOUCHER_RESTORED = "voucher_restored"
    BROCHURE_ADDED = "brochure_added"
    BROCHURE_EDITED = "brochure_edited"
    BROCHURE_ARCHIVED = "brochure_archived"
    BROCHURE_RESTORED = "brochure_restored"
    FOLDER_SAVED = "folder_saved"
    FOLDER_PRINTED = "folder_printed"
    BOOKLET_SAVED = "booklet_saved"
    FOLDERS_SAVED = "folders_saved"
    FOLDER_SAVED_AGAIN = "folder_saved_again"
    FOLDER_PRINTED_AGAIN = "folder_printed_again"
    EXCHANGE_SAVED = "exchange_saved"
    EXCHANGE_PRINTED = "exchange_printed"
    CHECKLIST_SAVED = "checklist_saved"
    CHECKLIST_PRINTED = "checklist_printed"
    CARE_SAVED = "care_saved"
    CARE_PRINTED = "care_printed"
    PAPER_SAVED = "paper_saved"
    PAPER_PRINTED = "paper_printed"
    ACTOR_ADDED = "actor_added"
    ACTOR_EDITED = "actor_edited"
    ACTOR_REMOVED = "actor_removed"
    LINK_ADDED = "link_added"
    LINK_EDITED = "link_edited"
    LINK_REMOVED = "link_removed"
    LINK_LED_ON = "link_led_on"
    GROUP_TOPIC_ADDED = "group_topic_added"
    GROUP_TOPIC_EDITED = "group_topic_edited"
    GROUP_TOPIC_MOVED = "group_topic_moved"
    GROUP_TOPIC_ARCHIVED = "group_topic_archived"
    GROUP_TOPIC_RESTORED = "group_topic_restored"
    GROUP_TOPICS_STARTED = "group_topics_started"
    GROUP_ENTRY_ADDED = "group_entry_added"
    GROUP_ENTRY_EDITED = "group_entry_edited"
    GROUP_ENTRY_REMOVED = "group_entry_removed"
    GROUP_TASK_DONE = "group_task_done"
    GROUP_TASK_REOPENED = "group_task_reopened"
    MEETING_ADDED = "meeting_added"
    MEETING_EDITED = "meeting_edited"
    MEETING_REMOVED = "meeting_removed"
    ATTENDANCE_SET = "attendance_set"
    PROFILE_EDITED = "profile_edited"
    PROFILE_REMOVED = "profile_removed"
    OWN_CASE_OPENED = "own_case_opened"
    CASES_TIED = "cases_tied"
    CASES_UNTIED = "cases_untied"
    OCCUPATIONS_LOADED = "occupations_loaded"
    OPENING_ADDED = "opening_added"
    OPENING_EDITED = "opening_edited"
    OPENING_FILLED = "opening_filled"
    OPENING_REOPENED = "opening_reopened"
    OPENING_REMOVED = "opening_removed"
    INTRODUCTION_ADDED = "introduction_added"
    INTRODUCTION_EDITED = "introduction_edited"
    INTRODUCTION_REMOVED = "introduction_removed"
    VISIT_MADE = "visit_made"
    VISIT_EDITED = "visit_edited"
    VISIT_REMOVED = "visit_removed"
    VISIT_STOP_ADDED = "visit_stop_added"
    VISIT_STOP_EDITED = "visit_stop_edited"
    VISIT_STOP_REMOVED = "visit_stop_removed"
    VISIT_STOP_PINNED = "visit_stop_pinned"
    VISIT_STOP_UNPINNED = "visit_stop_unpinned"
    VISIT_STOP_CONFIRMED = "visit_stop_confirmed"
    VISIT_STOP_UNCONFIRMED = "visit_stop_unconfirmed"
    VISIT_PLANNED = "visit_planned"
    VISIT_EXPORTED = "visit_exported"
    FILM_ADDED = "film_added"
    FILM_EDITED = "film_edited"
    FILM_ARCHIVED = "film_archived"
    FILM_RESTORED = "film_restored"
    SAILING_ADDED = "sailing_added"
    SAILING_EDITED = "sailing_edited"
    SAILING_REMOVED = "sailing_removed"
    COURSE_ADDED = "course_added"
    COURSE_EDITED = "course_edited"
    COURSE_ARCHIVED = "course_archived"
    COURSE_RESTORED = "course_restored"
    COURSE_BOOKED = "course_booked"
    COURSE_FORGOTTEN = "course_forgotten"
    PROGRAMME_ADDED = "programme_added"
    PROGRAMME_EDITED = "programme_edited"
    PROGRAMME_ARCHIVED = "programme_archived"
    PROGRAMME_RESTORED = "programme_restored"
    PROGRAMME_RESET = "programme_reset"
    PROGRAMME_ADOPTED = "programme_adopted"
    PROGRAMME_COMPARED = "programme_compared"
    APPLICATION_NOTED = "application_noted"
    APPLICATION_EDITED = "application_edited"
    APPLICATION_REMOVED = "application_removed"
    HOME_WISH_KEPT = "home_wish_kept"
    HOME_ADDED = "home_added"
    HOME_EDITED = "home_edited"
    HOME_CONFIRMED = "home_confirmed"
    HOME_ARCHIVED = "home_archived"
    HOME_RESTORED = "home_restored"
    HOMES_IMPORTED = "homes_imported"
    HOME_INTEREST_NOTED = "home_interest_noted"
    HOME_INTEREST_FORGOTTEN = "home_interest_forgotten"
    DORMITORY_KEPT = "dormitory_kept"
    DORMITORY_REMOVED = "dormitory_removed"
    WAITING_NOTED = "waiting_noted"
    WAITING_FORGOTTEN = "waiting_forgotten"
    MOVE_DESCRIBED = "move_described"
    QUOTE_ADDED = "quote_added"
    QUOTE_EDITED = "quote_edited"
    QUOTE_CHOSEN = "quote_chosen"
    QUOTE_REMOVED = "quote_removed"
    MOVE_COST_ADDED = "move_cost_added"
    MOVE_COST_EDITED = "move_cost_edited"
    MOVE_COST_REMOVED = "move_cost_removed"
    PRACTICE_ADDED = "practice_added"
    PRACTICE_EDITED = "practice_edited"
    PRACTICE_ARCHIVED = "practice_archived"
    PRACTICE_RESTORED = "practice_restored"
    PRACTICE_NOTED = "practice_noted"
    PRACTICE_FORGOTTEN = "practice_forgotten"
    PLANNING_AREA_ADDED = "planning_area_added"
    PLANNING_AREA_EDITED = "planning_area_edited"
    PLANNING_AREA_REMOVED = "planning_area_removed"
    COMMITTEE_DATE_ADDED = "committee_date_added"
    COMMITTEE_DATE_EDITED = "committee_date_edited"
    COMMITTEE_DATE_REMOVED = "committee_date_removed"
    SCHOOL_DESCRIBED = "school_described"
    SCHOOL_CHOSEN = "school_chosen"
    SCHOOL_FORGOTTEN = "school_forgotten"
    ELDER_NOTED = "elder_noted"
    ELDER_FORGOTTEN = "elder_forgotten"
    EMPLOYER_PLACE_ADDED = "employer_place_added"
    EMPLOYER_PLACE_EDITED = "employer_place_edited"
    EMPLOYER_PLACE_REMOVED = "employer_place_removed"
    FILTER_SAVED = "filter_saved"
    FILTER_REMOVED = "filter_removed"
    ADVISOR_ADDED = "advisor_added"
    ADVISOR_EDITED = "advisor_edited"
    SERVICE_POINT_EDITED = "service_point_edited"
    SERVICE_POINT_ADDED = "service_point_added"
    SERVICE_POINT_ARCHIVED = "service_point_archived"
    SERVICE_POINT_RESTORED = "service_point_restored"
    ABSENCE_ADDED = "absence_added"
    ABSENCE_EDITED = "absence_edited"
    ABSENCE_REMOVED = "absence_removed"
    CASES_HANDED_OVER = "cases_handed_over"
    SETTING_CHANGED = "setting_changed"
    TEXT_WRITTEN = "text_written"
    TEXTS_RESTORED = "texts_restored"
    TEXTS_CHECKED = "texts_checked"
    TEXTS_UNCHECKED = "texts_unchecked"
    TEXTS_STILL_FIT = "texts_still_fit"
    TEXTS_IMPORTED = "texts_imported"
    TALK_ADDED = "talk_added"
    TALK_EDITED = "talk_edited"
    TALK_REMOVED = "talk_removed"
    LEAVING_NOTED = "leaving_noted"
    LEAVING_REMOVED = "leaving_removed"
    AMBASSADOR_ADDED = "ambassador_added"
    AMBASSADOR_EDITED = "ambassador_edited"
    AMBASSADOR_REMOVED = "ambassador_removed"
    EMPLOYER_NOTED = "employer_noted"
    BENEFIT_ADDED = "benefit_added"
    BENEFIT_EDITED = "benefit_edited"
    BENEFIT_REMOVED = "benefit_removed"
    PATTERN_ADDED = "pattern_added"
    PATTERN_EDITED = "pattern_edited"
    PATTERN_REMOVED = "pattern_removed"
    FIGURES_EXPORTED = "figures_exported"
    NEED_NOTED = "need_noted"
    NEED_FORGOTTEN = "need_forgotten"
    STEP_CONFIRMED = "step_confirmed"
    STEP_UNCONFIRMED = "step_unconfirmed"
    UNDONE = "undone"
    REDONE = "redone"


EDITS = frozenset(
    {
        Act.CASE_EDITED,
        Act.CASE_STAGED,
        Act.PERSON_EDITED,
        Act.FACT_RECORDED,
        Act.ANCHOR_SET,
        Act.CONTACT_EDITED,
        Act.PROMISE_EDITED,
        Act.SILENCE_SET,
        Act.STEP_NOTED,
        Act.STEP_PINNED,
        Act.STEP_EDITED,
        Act.STEP_CONFIRMED,
        Act.ROLE_HELD,
        Act.MENTOR_EDITED,
        Act.MENTORSHIP_CHANNEL_NOTED,
        Act.OCCASION_EDITED,
        Act.INVITATION_ANSWERED,
        Act.PROVIDER_EDITED,
        Act.MAPPING_KEPT,
        Act.FILTER_SAVED,
        Act.TRAVEL_TIME_ENTERED,
        Act.SHIFT_EDITED,
        Act.WAYS_SET,
        Act.ROSTER_SAVED,
        Act.CARER_EDITED,
        Act.CARE_FRAME_SET,
        Act.CARE_DECIDED,
        Act.FOLDER_COMPOSED,
        Act.COMPOSITION_KEPT,
        Act.VOUCHER_EDITED,
        Act.BROCHURE_EDITED,
        Act.ACTOR_EDITED,
        Act.LINK_EDITED,
        Act.GROUP_TOPIC_EDITED,
        Act.GROUP_ENTRY_EDITED,
        Act.MEETING_EDITED,
        Act.ATTENDANCE_SET,
        Act.PROFILE_EDITED,
        Act.OPENING_EDITED,
        Act.INTRODUCTION_EDITED,
        Act.VISIT_EDITED,
        Act.VISIT_STOP_EDITED,
        Act.FILM_EDITED,
        Act.SAILING_EDITED,
        Act.COURSE_EDITED,
        Act.COURSE_BOOKED,
        Act.PROGRAMME_EDITED,
        Act.APPLICATION_EDITED,
        Act.HOME_WISH_KEPT,
        Act.HOME_EDITED,
        Act.HOME_CONFIRMED,
        Act.HOME_INTEREST_NOTED,
        Act.DORMITORY_KEPT,
        Act.WAITING_NOTED,
        Act.MOVE_DESCRIBED,
        Act.QUOTE_EDITED,
        Act.MOVE_COST_EDITED,
        Act.PRACTICE_EDITED,
        Act.PRACTICE_NOTED,
        Act.PLANNING_AREA_EDITED,
        Act.COMMITTEE_DATE_EDITED,
        Act.SCHOOL_DESCRIBED,
        Act.SCHOOL_CHOSEN,
        Act.ELDER_NOTED,
        Act.EMPLOYER_PLACE_EDITED,
        Act.ADVISOR_EDITED,
        Act.SERVICE_POINT_EDITED,
        Act.ABSENCE_EDITED,
        Act.SETTING_CHANGED,
        Act.TEXT_WRITTEN,
        Act.TALK_EDITED,
        Act.LEAVING_NOTED,
        Act.AMBASSADOR_EDITED,
        Act.EMPLOYER_NOTED,
        Act.BENEFIT_EDITED,
        Act.PATTERN_EDITED,
        Act.NEED_NOTED,
    }
)
"""What is saved as it stands in a form: saved as it was, it leaves nothing in the journal. What
goes out or was looked at is no such act, its batch is the audit."""


@dataclass(frozen=True)
class Done:
    """The answer of a command. `batch` is the journal's row, None where nothing was written;
    `facts` fill the sentence (names, dates as text)."""

    act: Act
    touched: frozenset[Topic]
    batch: int | None = None
    case: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed_nothing(self) -> bool:
        """Whether something was saved as it was."""
        return self.batch is None and self.act in EDITS
