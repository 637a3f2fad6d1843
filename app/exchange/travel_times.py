"""Travel times pasted from a table: one route a line, "von;nach;Minuten;Fähre;Notiz"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.errors import Reason
from app.records.travel import MOST_MINUTES, PastedTime, TravelDraft
from app.rules.travel import folded, route

_MINUTES = re.compile(r"(\d{1,4})(?:[.,]0+)?\s*(?:min(?:uten?)?\.?)?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2})\s*(?::|h|std\.?)\s*(\d{1,2})?\s*(?:min(?:uten?)?\.?|h)?", re.IGNORECASE
)
_YES = {"ja", "j", "x", "1", "wahr", "true", "yes", "faehre", "mit faehre"}
_NO = {"", "nein", "n", "0", "-", "–", "falsch", "false", "no", "ohne", "ohne faehre"}
_MOST = 5_000  # lines; more than the county has pairs of villages


def read_pasted(text: str) -> tuple[PastedTime, ...]:
    """What each line says, in their order: blank lines and a line of headings are left out. The
    later of two lines about one route is named where it says something else, and dropped where it
    says the same."""
    seen: dict[frozenset[str], PastedTime] = {}
    found: list[PastedTime] = []
    for number, line in enumerate(text.splitlines()[:_MOST], start=1):
        cells = _cells(line)
        if not any(cells) or (not found and _is_head(cells)):
            continue
        read = _read(PastedTime(number, line.strip()), cells)
        if read.draft is not None:
            key = route(read.draft.first, read.draft.second)
            before = seen.setdefault(key, read)
            if before is not read:
                if _same(before.draft, read.draft):
                    continue
                read = _wrong(read, Reason.ROUTE_TWICE, line=before.line)
        found.append(read)
    return tuple(found)


def as_table(drafts: Iterable[TravelDraft]) -> str:
    """Times as a table with headings, cells divided by tabulators, as `read_pasted` reads them."""
    lines: list[tuple[str, ...]] = [("von", "nach", "Minuten", "Fähre", "Notiz")]
    for draft in drafts:
        ferry = "ja" if draft.ferry else "nein"
        cells = (draft.first, draft.second, str(draft.minutes), ferry, draft.note)
        lines.append(tuple(_cell(text) for text in cells))
    return "".join("\t".join(line) + "\r\n" for line in lines)


def minutes_of(text: str) -> int | None:
    """Minutes as Germans type them: "25", "25 min", "25,0", "1:05", "1 h 5"; None for anything
    else and for less than 1 or more than 600."""
    typed = text.strip()
    if plain := _MINUTES.fullmatch(typed):
        minutes = int(plain[1])
    elif (long := _HOURS.fullmatch(typed)) and int(long[2] or 0) < 60:
        minutes = int(long[1]) * 60 + int(long[2] or 0)
    else:
        return None
    return minutes if 1 <= minutes <= MOST_MINUTES else None


def _read(line: PastedTime, cells: list[str]) -> PastedTime:
    first, second, minutes, ferry, note = (*cells[:5], *[""] * (5 - len(cells[:5])))
    if not (first and second and minutes):
        return _wrong(line, Reason.NOT_A_ROUTE)
    if folded(first) == folded(second):
        return _wrong(line, Reason.SAME_TOWN)
    number = minutes_of(minutes)
    if number is None:
        return _wrong(line, Reason.NOT_MINUTES, typed=minutes)
    if folded(ferry) not in _YES | _NO:
        return _wrong(line, Reason.NOT_A_VALUE, typed=ferry)
    return replace(line, draft=TravelDraft(first, second, number, folded(ferry) in _YES, note))


def _cells(line: str) -> list[str]:
    """The cells of a line: by tabulators, else semicolons, else commas; quotes around them off."""
    mark = next((each for each in ("\t", ";") if each in line), ",")
    return [_bare(cell) for cell in line.split(mark)]


def _cell(text: str) -> str:
    """A text as one cell; what a spreadsheet would take for a formula gets an apostrophe."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain


def _bare(cell: str) -> str:
    plain = " ".join(cell.replace("\ufeff", "").split())
    return plain[1:-1].strip() if len(plain) > 1 and plain[0] == plain[-1] == '"' else plain


def _is_head(cells: list[str]) -> bool:
    """Whether a first line has headings: nothing in it is a number."""
    return len(cells) >= 3 and not any(letter.isdigit() for letter in "".join(cells))


def _same(one: TravelDraft | None, other: TravelDraft | None) -> bool:
    def said(draft: TravelDraft) -> Iterator[object]:
        yield from (draft.minutes, draft.ferry, draft.note)

    return one is not None and other is not None and [*said(one)] == [*said(other)]


def _wrong(read: PastedTime, reason: Reason, **facts: object) -> PastedTime:
    return replace(read, draft=None, reason=reason, facts=tuple(facts.items()))
