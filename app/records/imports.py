"""What an import of a list read, changed, doubted and left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.records.providers import ProviderDraft


class NoteKind(Enum):
    """What a note means for its row."""

    CHANGED = "changed"
    DOUBT = "doubt"
    LEFT_OUT = "left_out"


class NoteCode(Enum):
    """What the import saw in a row; the ui has a sentence for each."""

    TRIMMED = "trimmed"
    NBSP = "nbsp"
    LINE_BREAK = "line_break"
    BLANKS = "blanks"
    NOT_STORABLE = "not_storable"
    COORDINATES_SWAPPED = "coordinates_swapped"
    HOURS_READ = "hours_read"
    MOVED_TO_NOTE = "moved_to_note"

    NOT_TEXT = "not_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_NO = "not_yes_no"
    NO_MATCH = "no_match"
    UNKNOWN_WORD = "unknown_word"
    NOT_A_DATE = "not_a_date"
    NOT_A_PRICE = "not_a_price"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    MOJIBAKE = "mojibake"
    TWO_NAMES = "two_names"
    POSTCODE_DOUBT = "postcode_doubt"
    POSTCODE_TOO_LONG = "postcode_too_long"
    POSTCODE_ZERO_LOST = "postcode_zero_lost"
    PHONE_DOUBT = "phone_doubt"
    EMAIL_DOUBT = "email_doubt"
    WEBSITE_DOUBT = "website_doubt"
    COORDINATES_MISSING = "coordinates_missing"
    COORDINATES_ROUGH = "coordinates_rough"
    COORDINATES_OUTSIDE = "coordinates_outside"
    COORDINATES_NONSENSE = "coordinates_nonsense"
    COORDINATES_CENTRE = "coordinates_centre"
    AGES_NONSENSE = "ages_nonsense"
    HOURS_BACKWARDS = "hours_backwards"
    HOURS_NONSENSE = "hours_nonsense"
    HOURS_NOT_OSM = "hours_not_osm"
    HOURS_ZERO = "hours_zero"
    HOURS_DOUBTFUL = "hours_doubtful"
    HOURS_UNREAD = "hours_unread"
    HOURS_BEGIN_MISSING = "hours_begin_missing"
    CLASSES_NONSENSE = "classes_nonsense"
    ALL_DAY_FORM_MISSING = "all_day_form_missing"
    COUNT_NOT_DATED = "count_not_dated"
    NOT_A_SCHOOL = "not_a_school"
    SAME_NAME_AND_POSTCODE = "same_name_and_postcode"
    MAYBE_CLOSED = "maybe_closed"
    PLACEHOLDER = "placeholder"
    RAGGED_ROW = "ragged_row"
    OPEN_QUOTE = "open_quote"
    CELL_ERROR = "cell_error"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    HIDDEN_ROW = "hidden_row"
    BAD_LINE = "bad_line"
    NOT_HELD = "not_held"

    GONE_FROM_LIST = "gone_from_list"
    HOURS_STALE = "hours_stale"
    IN_ARCHIVE = "in_archive"
    STANDS_FOR = "stands_for"

    NOT_A_RECORD = "not_a_record"
    NO_KEY = "no_key"
    NO_NAME = "no_name"
    SAME_KEY = "same_key"
    PARENT_MISSING = "parent_missing"

    @property
    def kind(self) -> NoteKind:
        """Changed: the value was made tidy. Doubt: look at it. Left out: the row was not taken."""
        if self in _CHANGED:
            return NoteKind.CHANGED
        if self in _LEFT_OUT:
            return NoteKind.LEFT_OUT
        return NoteKind.DOUBT


_CHANGED = frozenset(
    {
        NoteCode.TRIMMED,
        NoteCode.NBSP,
        NoteCode.LINE_BREAK,
        NoteCode.BLANKS,
        NoteCode.NOT_STORABLE,
        NoteCode.COORDINATES_SWAPPED,
        NoteCode.HOURS_READ,
        NoteCode.MOVED_TO_NOTE,
    }
)
_LEFT_OUT = frozenset(
    {
        NoteCode.NOT_A_RECORD,
        NoteCode.NO_KEY,
        NoteCode.NO_NAME,
        NoteCode.SAME_KEY,
        NoteCode.PARENT_MISSING,
    }
)


@dataclass(frozen=True)
class Note:
    """One thing said about one row.

    `row` counts the rows of the list from 1, `key` is its source key ("" where it has none),
    `field` a field of `ProviderDraft`. What `after` lost stands in `before`; for a row that
    repeats another, `before` is the key of the first.
    """

    row: int
    key: str
    field: str
    code: NoteCode
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class SharedKeys:
    """Which records of a list's own a draft was made of; drafts with the same key of an
    organisation, service or place share that record. "" shares nothing."""

    organisation: str = ""
    service: str = ""
    place: str = ""


@dataclass(frozen=True)
class ImportRecords:
    """A list as read: every row of the file is a draft or is left out with a note.

    `(source, draft.source_key)` identifies a draft; no key occurs twice in `drafts`. `numbers` are
    the rows they stand in, from 1, draft by draft; `shared` tells by source key which of them are
    of one organisation, service or place.
    """

    source: str
    read: int
    drafts: tuple[ProviderDraft, ...]
    notes: tuple[Note, ...]
    numbers: tuple[int, ...] = ()
    shared: Mapping[str, SharedKeys] = field(default_factory=dict)

    @property
    def left_out(self) -> int:
        """How many rows were not taken, each with the note that says why."""
        return self.read - len(self.drafts)
