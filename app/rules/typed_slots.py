"""What a clerk types for one day, "7:30–12, 13–16:30", as slots; what cannot be one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from app.rules.hours import DAY
from app.rules.week_plan import PlanSlot, SlotKind, Slots

_EVENING, _MORNING = 18 * 60, 12 * 60
_PIECES = re.compile(r"[^,;&+/\n]+")
# "8–12 14–16": a blank after a whole span parts too.
_BLANK = re.compile(r"(?<=\d)\s+(?=\d{1,4}(?:[:.]\d\d)?(?:\s*uhr)?\s*(?:[-–—]|bis))", re.IGNORECASE)
_AND = re.compile(r"\b(?:und|u\.|sowie)(?=\s)|&", re.IGNORECASE)
_CLOCK = r"(?:ab\s+|von\s+)?(\d{1,4})(?:\s*[:.h]\s*(\d{2})?)?\s*(?:uhr|h)?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:[-‐-―−~]|bis)\s*{_CLOCK}", re.IGNORECASE)
_NIGHT = re.compile(r"folgetags?|nachts|\+\s*1", re.IGNORECASE)
_KINDS = (
    (SlotKind.EARLY, re.compile(r"fr(?:ü|ue)h(?:dienst)?\b\.?|\bfd?\b\.?", re.IGNORECASE)),
    (SlotKind.LATE, re.compile(r"sp(?:ä|ae)t(?:dienst)?\b\.?|\bsd?\b\.?", re.IGNORECASE)),
    (
        SlotKind.ON_REQUEST,
        re.compile(
            r"n\.?\s?v\b\.?|nach (?:vereinbarung|absprache|anmeldung)|auf anfrage"
            r"|\b(?:anfrage|vereinbarung|termin|v)\b\.?",
            re.IGNORECASE,
        ),
    ),
    (SlotKind.CORE, re.compile(r"kern(?:zeit)?\b|\bk\b\.?", re.IGNORECASE)),
)
_CLOSED = re.compile(r"geschl(?:ossen)?\.?|zu|ruhetag|[-–—]+|x", re.IGNORECASE)
_ALWAYS = re.compile(r"rund um die uhr|durchgehend|24\s*(?:h|std\.?|stunden)|24/7", re.IGNORECASE)


class SlotProblem(Enum):
    """Why a piece of what was typed is no slot."""

    NOT_UNDERSTOOD = "not_understood"
    NO_END = "no_end"
    NO_SUCH_TIME = "no_such_time"
    CLOSES_FIRST = "closes_first"
    NO_TIME_BETWEEN = "no_time_between"
    OVERLAP = "overlap"
    NIGHT_BEFORE = "night_before"


@dataclass(frozen=True)
class TypedSlot:
    """A slot and the characters it was typed with."""

    slot: PlanSlot
    start: int
    end: int


@dataclass(frozen=True)
class Mistake:
    """A piece that is no slot: its characters, and the piece itself."""

    problem: SlotProblem
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class TypedDay:
    """Slots in order of their start, and every mistake in order of the text."""

    typed: tuple[TypedSlot, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def slots(self) -> Slots:
        return tuple(each.slot for each in self.typed)

    def at(self, cursor: int) -> TypedSlot | None:
        """The slot typed around a character, else the one before it."""
        before = [each for each in self.typed if each.start <= cursor]
        return max(before, key=lambda each: each.start) if before else None


class _Wrong(Exception):
    """A piece is no slot; its argument says why."""


def read_day(text: str) -> TypedDay:
    """The slots of one day; a blank text, "geschlossen" and a dash have none.

    A slot that begins at 18:00 or later and ends until noon goes over midnight; an earlier one
    only where "Folgetag" stands beside it.
    """
    if _CLOSED.fullmatch(text.strip()):
        return TypedDay()
    typed: list[TypedSlot] = []
    mistakes: list[Mistake] = []
    for start, end in _pieces(text):
        piece = text[start:end]
        try:
            typed.append(TypedSlot(_slot(piece), start, end))
        except _Wrong as wrong:
            mistakes.append(Mistake(wrong.args[0], start, end, piece))
    typed.sort(key=lambda each: (each.slot.start, each.slot.end))
    for one, other in pairwise(typed):
        if one.slot.end > other.slot.start:
            start, end = min(one.start, other.start), max(one.end, other.end)
            pair = f"{text[one.start : one.end]}, {text[other.start : other.end]}"
            mistakes.append(Mistake(SlotProblem.OVERLAP, start, end, pair))
    return TypedDay(tuple(typed), tuple(sorted(mistakes, key=lambda each: each.start)))


def with_kind(text: str, typed: TypedSlot, word: str) -> str:
    """The text with `word` ("früh", blank for core) as the kind of one slot."""
    piece = _without_kind(text[typed.start : typed.end])
    return f"{text[: typed.start]}{word}{' ' if word else ''}{piece}{text[typed.end :]}"


def is_night(start: int, end: int) -> bool:
    """Whether a slot that ends before it begins is taken for a night without a word beside it."""
    return start >= _EVENING and end <= _MORNING


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    parted = _AND.sub(lambda found: "," * len(found[0]), text)
    parted = _BLANK.sub(lambda found: "," * len(found[0]), parted)
    # The slash of "24/7" and the plus of "+1" part nothing.
    parted = re.sub(r"24/7|\+\s*1\b", lambda found: "_" * len(found[0]), parted)
    for found in _PIECES.finditer(parted):
        piece = found[0]
        if piece.strip():
            start = found.start() + len(piece) - len(piece.lstrip())
            yield start, found.end() - (len(piece) - len(piece.rstrip()))


def _slot(piece: str) -> PlanSlot:
    kind, bare = _kind(piece)
    night = _NIGHT.search(bare)
    if night:
        bare = f"{bare[: night.start()]} {bare[night.end() :]}"
    bare = bare.strip(" .:()")
    if _ALWAYS.fullmatch(bare):
        return PlanSlot(0, DAY, kind)
    found = _SPAN.fullmatch(bare)
    if found is None:
        alone = re.fullmatch(_CLOCK, bare, re.IGNORECASE) if bare else None
        raise _Wrong(SlotProblem.NO_END if alone else SlotProblem.NOT_UNDERSTOOD)
    start, end = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if start >= DAY:
        raise _Wrong(SlotProblem.NO_SUCH_TIME)
    if start == end:
        raise _Wrong(SlotProblem.NO_TIME_BETWEEN)
    if end == 0:
        end = DAY
    if end < start and not (night or is_night(start, end)):
        raise _Wrong(SlotProblem.CLOSES_FIRST)
    if end > start and night:  # "22–23 Folgetag" would be a day and more
        raise _Wrong(SlotProblem.NO_SUCH_TIME)
    return PlanSlot(start, end if end > start else end + DAY, kind)


def _kind(piece: str) -> tuple[SlotKind, str]:
    for kind, word in _KINDS:
        if found := word.search(piece):
            return kind, f"{piece[: found.start()]} {piece[found.end() :]}"
    return SlotKind.CORE, piece


def _without_kind(piece: str) -> str:
    return _kind(piece)[1].strip(" .:()")


def _minutes(hour: str, minute: str | None) -> int:
    if len(hour) > 2:
        if minute is not None:
            raise _Wrong(SlotProblem.NO_SUCH_TIME)
        hour, minute = hour[:-2], hour[-2:]
    found = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or found > DAY:
        raise _Wrong(SlotProblem.NO_SUCH_TIME)
    return found
