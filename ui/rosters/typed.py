"""What is typed about duties and ways, read: a day of a roster, minutes of a way. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.errors import Reason, Refused
from app.records.care import ShiftDraft, ShiftView
from app.rules.rosters import DAY, LONGEST, Duty, guessed_kind
from ui.rosters.words import typed_clock

_BETWEEN = re.compile(r"\s*(?:-|–|—|bis)\s*", re.IGNORECASE)
_APART = re.compile(r"\s*[,;/+]\s*(?!1\b)")
_MINUTES = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?::|h|std\.?)\s*)?(?:(?P<minutes>\d{1,3})\s*(?:min\.?|minuten|m)?)?",
    re.IGNORECASE | re.ASCII,
)
_FREE = frozenset({"", "-", "–", "—", "x", "frei", "0"})
_FEW_HOURS = 12


def duties(text: str, day: int, shifts: Sequence[ShiftView]) -> tuple[Duty, ...]:
    """The duties of a day: codes or names of shifts ("F", "Frühdienst"), times ("6-14:12",
    "21-6" ends the next day), several with a comma between them; none for "", "-" and "frei".

    Raises Refused(NOT_A_SHIFT, "duty") for what cannot be read, with `typed`, and
    Refused(SHIFT_TOO_LONG, "duty").
    """
    bare = text.strip()
    whole = _named(bare, shifts)
    if whole is not None:
        return (_of_shift(whole, day),)
    if bare.casefold() in _FREE:
        return ()
    return tuple(_duty(part, day, shifts) for part in _APART.split(bare))


def minutes(text: str, field: str, *, hours: bool = False) -> int:
    """Minutes typed as 20, 20 min, 1:30, 1 h 30; 0 for blank. With `hours` a number up to 12
    alone means hours. Raises Refused(NOT_A_NUMBER, field)."""
    bare = text.strip()
    if not bare:
        return 0
    found = _MINUTES.fullmatch(bare)
    if found is None:
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
    count = int(found["minutes"] or 0)
    if found["hours"] is not None:
        if count > 59:
            raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
        return int(found["hours"]) * 60 + count
    return count * 60 if hours and bare.isdecimal() and count <= _FEW_HOURS else count


def _duty(text: str, day: int, shifts: Sequence[ShiftView]) -> Duty:
    shift = _named(text, shifts)
    if shift is not None:
        return _of_shift(shift, day)
    ends = _BETWEEN.split(text)
    start, end = (typed_clock(each) for each in ends) if len(ends) == 2 else (None, None)
    if start is None or end is None or start >= DAY:
        raise Refused(Reason.NOT_A_SHIFT, "duty", typed=text)
    end += DAY if end <= start else 0
    if end - start > LONGEST:
        raise Refused(Reason.SHIFT_TOO_LONG, "duty", typed=text)
    return Duty(day, start, end, "", guessed_kind(start, end))


def _named(text: str, shifts: Sequence[ShiftView]) -> ShiftDraft | None:
    """The shift of this code, as it is written or else in other letters; else of this name."""
    drafts = [shift.draft for shift in shifts]
    wanted = text.casefold()
    exact = [draft for draft in drafts if draft.code == text]
    coded = [draft for draft in drafts if draft.code.casefold() == wanted]
    named = [draft for draft in drafts if draft.name.casefold() == wanted]
    return next(iter([*exact, *coded, *named]), None) if text else None


def _of_shift(shift: ShiftDraft, day: int) -> Duty:
    return Duty(day, shift.start, shift.end, shift.code or shift.name, shift.kind)
