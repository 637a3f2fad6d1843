"""The two ways a command can fail that are not a bug, and what is wrong with a text file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path


class Reason(Enum):
    """Why something was refused; the ui has a sentence for each."""

    BLANK = "blank"
    NO_SUCH_CASE = "no_such_case"
    NO_SUCH_PERSON = "no_such_person"
    NO_SUCH_COMPOSITION = "no_such_composition"
    NO_SUCH_PRINT = "no_such_print"
    PRINT_NOT_KEPT = "print_not_kept"
    NOTHING_CHANGED = "nothing_changed"
    NO_SUCH_BROCHURE = "no_such_brochure"
    NOT_A_PDF = "not_a_pdf"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - a code
    PASSWORD_WRONG = "password_wrong"  # noqa: S105 - a code
    BROCHURE_TOO_LARGE = "brochure_too_large"
    BROCHURE_TOO_LONG = "brochure_too_long"
    BROCHURE_BROKEN = "brochure_broken"
    ALT_MISSING = "alt_missing"
    NO_CARE_DECIDED = "no_care_decided"
    NO_SUCH_STEP = "no_such_step"
    NO_SUCH_DOCUMENT = "no_such_document"
    NO_SUCH_PROVIDER = "no_such_provider"
    SAME_PROVIDER = "same_provider"
    PROVIDER_ARCHIVED = "provider_archived"
    NO_SUCH_ADVISOR = "no_such_advisor"
    NO_SUCH_FILTER = "no_such_filter"
    NO_SUCH_CONTACT = "no_such_contact"
    NO_SUCH_BATCH = "no_such_batch"
    NO_SUCH_TEMPLATE = "no_such_template"
    NO_SUCH_SET = "no_such_set"
    NO_SUCH_MAPPING = "no_such_mapping"
    NO_SUCH_CONSENT = "no_such_consent"
    NO_SUCH_VOUCHER = "no_such_voucher"
    NO_SUCH_ROLE = "no_such_role"
    NOT_A_DATE = "not_a_date"
    DATE_IN_FUTURE = "date_in_future"
    NOT_A_POSTCODE = "not_a_postcode"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_EMAIL = "not_an_email"
    NOT_OPENING_HOURS = "not_opening_hours"
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_AMOUNT = "not_an_amount"
    MORE_THAN_PLACES = "more_than_places"
    DAY_MISSING = "day_missing"
    SUCCESSOR_IN_CIRCLE = "successor_in_circle"
    NOT_A_COORDINATE = "not_a_coordinate"
    NOT_AN_AGE = "not_an_age"
    NO_SUCH_TRAVEL_TIME = "no_such_travel_time"
    NOT_MINUTES = "not_minutes"
    NOT_A_ROUTE = "not_a_route"
    SAME_TOWN = "same_town"
    ROUTE_TWICE = "route_twice"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NOT_A_VALUE = "not_a_value"
    UNKNOWN_LANGUAGE = "unknown_language"
    REASON_MISSING = "reason_missing"
    CONSENT_MISSING = "consent_missing"
    CONSENT_HAS_ENDED = "consent_has_ended"
    CONSENT_IN_USE = "consent_in_use"
    WITHDRAWN_BEFORE_GIVEN = "withdrawn_before_given"
    ALREADY_IN_PLAN = "already_in_plan"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    NOTHING_TO_MOVE = "nothing_to_move"
    NOT_SNOOZABLE = "not_snoozable"
    SNOOZED_PAST_DEADLINE = "snoozed_past_deadline"
    TEMPLATE_BROKEN = "template_broken"
    TEMPLATE_IN_USE = "template_in_use"
    EXAMPLE_FAILS = "example_fails"
    NOTHING_TO_EXPORT = "nothing_to_export"
    NO_PROVIDERS_TO_EXPORT = "no_providers_to_export"
    NOT_UNDOABLE = "not_undoable"
    LAST_PERSON = "last_person"
    TEXT_NOT_STORABLE = "text_not_storable"
    CHANGED_SINCE = "changed_since"
    NOTHING_TO_UNDO = "nothing_to_undo"
    ALREADY_UNDONE = "already_undone"
    READ_ONLY = "read_only"
    MAPPING_BROKEN = "mapping_broken"
    NOT_A_LIST = "not_a_list"
    NO_CARDS = "no_cards"
    NO_SUCH_SHEET = "no_such_sheet"
    MAPPING_MISFITS = "mapping_misfits"
    COLUMNS_UNCLEAR = "columns_unclear"
    LIST_OUTDATED = "list_outdated"
    LIST_TOO_LARGE = "list_too_large"
    LIST_TOO_LONG = "list_too_long"
    LIST_EMPTY = "list_empty"
    WRONG_KIND_OF_FILE = "wrong_kind_of_file"
    ENCODING_BROKEN = "encoding_broken"
    WORKBOOK_BROKEN = "workbook_broken"
    WORKBOOK_LOCKED = "workbook_locked"
    EXISTS = "exists"
    NO_SUCH_SHIFT = "no_such_shift"
    NO_SUCH_ROSTER = "no_such_roster"
    NO_SUCH_CARER = "no_such_carer"
    NAME_NOT_IN_ROSTER = "name_not_in_roster"
    NO_DUTIES_FOUND = "no_duties_found"
    NOT_A_ROSTER_FILE = "not_a_roster_file"
    NOT_A_MONDAY = "not_a_monday"
    NOT_A_PARENT = "not_a_parent"
    NOT_A_SHIFT = "not_a_shift"
    SHIFT_TOO_LONG = "shift_too_long"
    NOT_A_NEED = "not_a_need"
    NOT_WEEKS = "not_weeks"
    WAY_TOO_LONG = "way_too_long"
    NOT_A_DISTANCE = "not_a_distance"
    SECOND_KITA = "second_kita"
    NOTHING_DUE = "nothing_due"
    NOTHING_ANSWERED = "nothing_answered"
    NO_SUCH_TEXT = "no_such_text"
    TEXT_NOT_OUTDATED = "text_not_outdated"
    NOT_A_DATE_PATTERN = "not_a_date_pattern"
    PLACEHOLDER_UNKNOWN = "placeholder_unknown"
    PLACEHOLDER_MISSING = "placeholder_missing"
    NO_TEXTS_TO_EXPORT = "no_texts_to_export"
    NO_TEXTS_IN_FILE = "no_texts_in_file"
    OTHER_LANGUAGE = "other_language"


class Trouble(Enum):
    """Why the machine could not; the ui has a sentence for each that says what to do."""

    NO_SUCH_FILE = "no_such_file"
    NOT_OURS = "not_ours"
    DAMAGED = "damaged"
    NEWER = "newer"
    OLDER = "older"
    READ_ONLY_MEDIUM = "read_only_medium"
    DISK_FULL = "disk_full"
    IN_USE = "in_use"
    BUSY = "busy"
    CANNOT_WRITE = "cannot_write"
    CANNOT_READ = "cannot_read"
    FONT_LACKING = "font_lacking"
    BROCHURE_UNREADABLE = "brochure_unreadable"


class Refused(Exception):
    """A rule said no; the user can put it right. `field` names the form's field."""

    def __init__(self, reason: Reason, field: str = "", **facts: object) -> None:
        super().__init__(reason.name, field, facts)
        self.reason = reason
        self.field = field
        self.facts = facts

    def __reduce__(self) -> tuple[partial[Refused], tuple[()]]:
        """As it crosses from one process to another."""
        return partial(Refused, self.reason, self.field, **self.facts), ()


class Unavailable(Exception):
    """The machine said no: file locked, disk full, database too new."""

    def __init__(self, trouble: Trouble, path: Path | None = None, **facts: object) -> None:
        super().__init__(trouble.name, str(path or ""), facts)
        self.trouble = trouble
        self.path = path
        self.facts = facts

    def __reduce__(self) -> tuple[partial[Unavailable], tuple[()]]:
        return partial(Unavailable, self.trouble, self.path, **self.facts), ()


@dataclass(frozen=True)
class Fault:
    """What is wrong in a template, phrase or mapping file.

    `line` counts from 1 (0: unknown), `key` is the key or value at fault, `problem` a code that
    ui words, `nearest` the closest allowed name or "".
    """

    file: str
    line: int
    key: str
    problem: str
    nearest: str = ""
