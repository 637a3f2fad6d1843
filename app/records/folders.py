"""Printed and saved folders as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from app.done import Done
from app.records.compositions import ChapterKind


class Way(Enum):
    """How a folder left the program."""

    SAVED = "saved"
    PRINTED = "printed"


class PrintKind(Enum):
    """What was handed out: the whole folder, the sheets that changed since another print, or the
    folder as a booklet, in which no sheet can be exchanged."""

    WHOLE = "whole"
    EXCHANGE = "exchange"
    BOOKLET = "booklet"


@dataclass(frozen=True)
class FolderMade:
    """A folder written to a file: pages, sheets of paper (duplex) and what could not be printed.

    `bilingual`: German stands beside the language. `fonts_missing`: font files that others had to
    stand in for. `unequal`: chapters whose languages stand one after the other, as they did not
    correspond. `done` is the command that recorded it, None where the data file was open for
    reading only.

    `kind`, `since`: of exchange sheets the print they mend, and how many sheets of the family's
    folder `changed`. `content` is the file, `record` what is kept beside it, packed, and
    `composition` as JSON; blank where nothing is to be kept.
    """

    path: Path
    language: str
    pages: int
    sheets: int
    not_printable: tuple[str, ...]
    sha256: str
    bilingual: bool = False
    fonts_missing: tuple[str, ...] = ()
    unequal: tuple[int, ...] = ()
    kind: PrintKind = PrintKind.WHOLE
    since: int | None = None
    changed: int = 0
    content: bytes = field(default=b"", compare=False, repr=False)
    record: bytes = field(default=b"", compare=False, repr=False)
    composition: str = field(default="", compare=False, repr=False)
    done: Done | None = field(default=None, compare=False)


@dataclass(frozen=True)
class FolderRow:
    """One folder the case was given, newest first. `since`: the print that exchange sheets mend,
    `changed`: how many of its sheets. `for_whom`: the family as it was called. `is_kept`: whether
    the file can be saved and printed again."""

    id: int
    at: datetime
    who: str
    language: str
    way: Way
    pages: int
    sheets: int
    sha256: str
    bilingual: bool = False
    kind: PrintKind = PrintKind.WHOLE
    since: int | None = None
    changed: int = 0
    for_whom: str = ""
    is_kept: bool = False


class FindingCode(Enum):
    """What a clerk should know of a folder before it is given to anybody.

    Of a place that is printed: STALE (checked last on a day too long ago), NEVER_CHECKED. Of one
    that is left out although it lies near: FULL (nothing free on a day), OTHER_STAFF, WRONG_AGE,
    UNREACHABLE (neither address nor telephone, mail or web). Of the people: NO_ADVISOR, NO_MENTOR,
    NO_WARD. NO_HOME: the town of the home is not known, so nothing is called near. Of steps:
    UNPROVEN ones are not printed, NOT_TRANSLATED ones in another language; WORDS_NOT_TRANSLATED:
    so are some of the folder's own sentences. VOUCHER_ENDED: its last day is past, so it is not
    printed. NO_OFFICER: nobody entered how to reach the data protection officer (Art. 13 Abs. 1
    Buchst. b DSGVO).
    """

    STALE = "stale"
    NEVER_CHECKED = "never_checked"
    FULL = "full"
    OTHER_STAFF = "other_staff"
    WRONG_AGE = "wrong_age"
    UNREACHABLE = "unreachable"
    NO_ADVISOR = "no_advisor"
    NO_MENTOR = "no_mentor"
    NO_WARD = "no_ward"
    NO_HOME = "no_home"
    UNPROVEN = "unproven"
    NOT_TRANSLATED = "not_translated"
    WORDS_NOT_TRANSLATED = "words_not_translated"
    VOUCHER_ENDED = "voucher_ended"
    NO_OFFICER = "no_officer"


@dataclass(frozen=True)
class Finding:
    """One of them: the chapter it belongs to, the name of a place or the German title of a step,
    the entry of the directory, the day."""

    chapter: ChapterKind
    code: FindingCode
    name: str = ""
    provider_id: int | None = None
    on: date | None = None
