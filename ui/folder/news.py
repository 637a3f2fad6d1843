"""What is new in a folder since it was given, in words and as numbers of sheets. No Qt."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.records.exchanges import Anew, ExchangeState, SheetChange, Why
from app.records.folders import FolderRow, Way
from ui.folder import words

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen

_WHY = {
    Why.NEW: "neu",
    Why.CHANGED: "geändert",
    Why.GONE: "entfällt",
    Why.ALONG: "Inhaltsverzeichnis, kommt immer mit",
}


def changed_sheets(folder: FolderSeen, state: ExchangeState | None) -> tuple[int, ...]:
    """The numbers of the sheets that are not as the family has them."""
    if state is None:
        return ()
    other = {(each.key, each.place) for each in state.sheets if each.why in (Why.NEW, Why.CHANGED)}
    return tuple(number for number, key in enumerate(folder.sheets, 1) if key in other)


def sentence(folder: FolderSeen, state: ExchangeState | None) -> str:
    """What is new, below the sheets; blank where nothing was given yet."""
    if state is None:
        return ""
    since = _since(state.since)
    if state.anew is Anew.LANGUAGE:
        return f"{since} in anderer Sprache: Bitte drucken Sie die ganze Mappe."
    if state.anew is Anew.NOT_KEPT:
        return f"{since} nicht aufbewahrt: Bitte drucken Sie die ganze Mappe."
    changed = changed_sheets(folder, state)
    gone = sum(each.why is Why.GONE for each in state.sheets)
    parts = [
        *([f"neu: {words.sheets(changed)}"] if changed else []),
        *([f"{gone} Blatt entfällt" if gone == 1 else f"{gone} Blatt entfallen"] if gone else []),
    ]
    return f"{since} {', '.join(parts) or 'ist nichts neu'}"


def count(state: ExchangeState | None) -> int:
    """How many sheets there are to exchange, those the family takes out included."""
    return sum(each.why is not Why.ALONG for each in state.sheets) if state is not None else 0


def change(each: SheetChange) -> str:
    """A sheet to exchange: "4 Ihre Checkliste, Seiten 4–1 und 4–2: geändert"."""
    title = f"{each.number} {each.chapter}" if each.number else each.chapter or "Deckblatt"
    labels = each.pages or each.replaces
    if not labels:
        return f"{title}: {_WHY[each.why]}"
    several = "Seiten" if len(labels) > 1 else "Seite"
    return f"{title}, {several} {' und '.join(labels)}: {_WHY[each.why]}"


def pack(state: ExchangeState) -> str:
    """What the pack of exchange sheets is: how many, since when, with the list on top."""
    sheets = count(state)
    changed = "1 Blatt ist" if sheets == 1 else f"{sheets} Blatt sind"
    return (
        f"{_since(state.since)}: {changed} auszutauschen. Der Stapel hat "
        f"{state.leaves} Blatt; obenauf liegt die Liste, was die Familie herausnimmt und einlegt."
    )


def _since(row: FolderRow) -> str:
    what = "dem Druck" if row.way is Way.PRINTED else "der Ausgabe"
    return f"Seit {what} vom {_day(row.at)}"


def _day(at: datetime) -> str:
    return f"{at.astimezone():%d.%m.%Y}"
