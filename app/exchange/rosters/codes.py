"""What a cell of a roster says: duties, a free day, or nothing that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.exchange.rosters import times
from app.exchange.rosters.words import is_free, kind_of
from app.records.care import ShiftDraft
from app.records.roster_imports import RosterNoteCode
from app.rules.rosters import ShiftKind, guessed_kind

_LONGEST = 60  # signs of a label
_LEGEND = re.compile(r"\s*([^\W_]\w{0,4}\*?)\s*(?:=|:|→)\s*(\D{0,40}\d.*)", re.DOTALL)
_SEVERAL = re.compile(r"\s*[/+,;&\n]\s*")


@dataclass(frozen=True)
class Slot:
    """A duty of a day that is not yet named; minutes as in `app.rules.rosters.Duty`."""

    start: int
    end: int
    label: str = ""
    kind: ShiftKind = ShiftKind.OTHER


@dataclass(frozen=True)
class Meaning:
    """What a cell says; no slots and nothing `wrong`: a free day. `wrong` with the text that is
    not understood, beside the slots that are."""

    slots: tuple[Slot, ...] = ()
    wrong: RosterNoteCode | None = None
    text: str = ""


FREE_DAY = Meaning()


@dataclass(frozen=True)
class Codes:
    """The shifts a roster may name, by their code or name in small letters; of those that the
    file itself explains, and of the employer."""

    shifts: Sequence[ShiftDraft]
    told: dict[str, ShiftDraft] = field(default_factory=dict)

    def known(self, text: str) -> ShiftDraft | None:
        """The shift of that code or name; of a kind where the employer has but one of it."""
        word = " ".join(text.casefold().split())
        if not word:
            return None
        if word in self.told:
            return self.told[word]
        for names in (_codes, _names):
            found = [each for each in self.shifts if names(each) == word]
            if found:
                return found[0]
        kind = kind_of((word,))
        of_kind = [each for each in self.shifts if each.kind is kind]
        return of_kind[0] if len(of_kind) == 1 and not is_free(word) else None


def codes_of(shifts: Sequence[ShiftDraft], cells: Iterable[str] = ()) -> Codes:
    """The codes of an employer and those a legend explains: "F1 = 06:00–14:12"."""
    told: dict[str, ShiftDraft] = {}
    for cell in cells:
        found = _LEGEND.fullmatch(cell) if len(cell) < 2 * _LONGEST else None
        if found is None or found[1].isdigit():
            continue
        spans, rest = times.spans(found[2])
        if len(spans) == 1 and spans[0] is not None:
            start, end = spans[0]
            kind = kind_of((rest, found[1])) or guessed_kind(start, end)
            told[found[1].casefold()] = ShiftDraft(kind, start, end, found[1], rest)
    return Codes(shifts, told)


def meaning(text: str, codes: Codes) -> Meaning:
    """What the text of a cell says, see `Meaning`."""
    whole = text.strip()
    found, rest = times.spans(whole)
    known = codes.known(whole)
    if known is not None:
        return Meaning((_slot_of(known),))
    if is_free(whole) or (rest and rest != whole and is_free(rest)):
        return FREE_DAY
    if found:
        slots = tuple(slot(*each, rest, codes) for each in found if each is not None)
        if len(slots) < len(found):
            return Meaning(slots, RosterNoteCode.NOT_A_TIME, whole)
        return Meaning(slots)
    return _of_several(whole, codes)


def slot(start: int, end: int, label: str, codes: Codes) -> Slot:
    """A duty whose times are written, called by what stands beside them."""
    label = _printable(label)
    known = codes.known(label)
    kind = kind_of((label,)) or (known.kind if known else None) or guessed_kind(start, end)
    return Slot(start, end, label, kind)


def _of_several(whole: str, codes: Codes) -> Meaning:
    """Codes beside each other, F/BD: all of them, and what is none is told."""
    slots: list[Slot] = []
    wrong: list[str] = []
    for part in dict.fromkeys(filter(None, _SEVERAL.split(whole))):
        known = codes.known(part)
        if known is not None:
            slots.append(_slot_of(known))
        elif not is_free(part):
            wrong.append(part)
    if not wrong:
        return Meaning(tuple(slots))
    like_time = any(map(times.is_like_time, wrong))
    code = RosterNoteCode.NOT_A_TIME if like_time else RosterNoteCode.UNKNOWN_CODE
    return Meaning(tuple(slots), code, whole)


def _slot_of(shift: ShiftDraft) -> Slot:
    return Slot(shift.start, shift.end, _printable(shift.code or shift.name), shift.kind)


def _printable(label: str) -> str:
    line = " ".join(label.split())[:_LONGEST]
    return "".join(sign for sign in line if sign.isprintable())


def _codes(shift: ShiftDraft) -> str:
    return " ".join(shift.code.casefold().split())


def _names(shift: ShiftDraft) -> str:
    return " ".join(shift.name.casefold().split())
