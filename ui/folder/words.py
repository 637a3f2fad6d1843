"""The words of the tab of the folder. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.content.languages import language_name
from app.records.compositions import ChapterKind
from ui.chapter_words import CHAPTERS

if TYPE_CHECKING:
    from app.folder.print_plan import PrintPlan
    from app.folder.seen import ChapterSeen, FolderSeen

_AMOUNTS: Mapping[ChapterKind, tuple[str, str]] = {
    ChapterKind.PEOPLE: ("Ansprechperson", "Ansprechpersonen"),
    ChapterKind.TIMELINE: ("Termin", "Termine"),
    ChapterKind.CHECKLIST: ("Aufgabe", "Aufgaben"),
    ChapterKind.DOCUMENTS: ("Unterlage", "Unterlagen"),
    ChapterKind.OFFICES: ("Stelle", "Stellen"),
    ChapterKind.CHILDREN: ("Einrichtung", "Einrichtungen"),
    ChapterKind.PARTNER: ("Angebot", "Angebote"),
    ChapterKind.HOUSING: ("Adresse", "Adressen"),
    ChapterKind.PROFESSION: ("Stelle", "Stellen"),
    ChapterKind.ARRIVING: ("Adresse", "Adressen"),
    ChapterKind.VOUCHERS: ("Gutschein", "Gutscheine"),
}
_EMPTY: Mapping[ChapterKind, str] = {
    ChapterKind.TIMELINE: "noch keine Termine",
    ChapterKind.CHECKLIST: "keine Aufgaben",
    ChapterKind.DOCUMENTS: "keine Unterlagen",
    ChapterKind.OFFICES: "keine Stelle, die passt",
    ChapterKind.CHILDREN: "nichts, was passt",
    ChapterKind.PARTNER: "nichts, was passt",
    ChapterKind.HOUSING: "nichts, was passt",
    ChapterKind.PROFESSION: "nichts, was passt",
    ChapterKind.ARRIVING: "nichts, was passt",
    ChapterKind.VOUCHERS: "kein gültiger Gutschein",
}

STANDARD = "Standard"
OWN = "Für diese Familie geändert"
READ_ONLY = "Die Datei ist nur lesend geöffnet: Die Mappe lässt sich ansehen und ausgeben."
NOT_BUILT = "Die Vorschau konnte nicht gesetzt werden."


def title(kind: ChapterKind, seen: ChapterSeen | None) -> str:
    """What a chapter is called in the list."""
    return (seen.title if seen is not None else "") or CHAPTERS[kind]


def amount(seen: ChapterSeen) -> str:
    """What is in a chapter: "8 Termine"; blank where it is no list."""
    if not seen.amount or seen.kind not in _AMOUNTS:
        return ""
    one, several = _AMOUNTS[seen.kind]
    return f"{seen.amount} {one if seen.amount == 1 else several}"


def empty(kind: ChapterKind) -> str:
    """Why a chapter that is asked for falls out."""
    return _EMPTY.get(kind, "ohne Inhalt")


def fallen(titles: Sequence[str]) -> str:
    """Which chapters fall out, in one line."""
    if len(titles) == 1:
        return f"1 Kapitel entfällt: {titles[0]}"
    return f"{len(titles)} Kapitel entfallen: {', '.join(titles)}"


def place(seen: ChapterSeen) -> str:
    """On which pages of the file a chapter stands, blank ones at its end left out: "8–9"."""
    if seen.first is None:
        return ""
    first, last = seen.first + 1, seen.first + seen.pages
    return str(first) if last == first else f"{first}–{last}"


def in_sight(folder: FolderSeen, page: int, shown: Sequence[int]) -> str:
    """The key of the chapter looked at: that of the page, or of the one beside it where that is
    blank. Pages are indices, from 0."""
    pages = [folder.pages[each] for each in (page, *reversed(shown)) if each < len(folder.pages)]
    words = [each for each in pages if not each.blank]
    return (words or pages)[0].chapter if pages else ""


def caption(folder: FolderSeen, page: int, shown: Sequence[int]) -> str:
    """What is seen of the folder: page numbers of the file, the chapter, what stands where."""
    told = plain_caption(shown, len(folder.pages))
    chapter = folder.chapter(in_sight(folder, page, shown))
    if chapter is not None:
        told += f" · {title(chapter.kind, chapter)}"
    if chapter is not None and _is_pair(folder, chapter, shown):
        told += f": links {language_name(folder.language)}, rechts Deutsch"
    return told


def plain_caption(shown: Sequence[int], count: int) -> str:
    """Which pages are seen: "Seiten 8 und 9 von 24"; blank for none."""
    numbers = [page + 1 for page in shown]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"Seite {numbers[0]} von {count}"
    return f"Seiten {numbers[0]} und {numbers[1]} von {count}"


def _is_pair(folder: FolderSeen, chapter: ChapterSeen, shown: Sequence[int]) -> bool:
    pages = [folder.pages[page] for page in shown]
    return (
        folder.bilingual
        and len(pages) == 2
        and chapter.number > 0
        and chapter.number not in folder.unequal
        and all(page.chapter == chapter.key and not (page.blank or page.tab) for page in pages)
    )


def sheets(numbers: Sequence[int]) -> str:
    """Sheets by their numbers: "Blatt 4", "Blatt 4 und 5", "Blatt 4 bis 7 und 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:
            parts.append(f"{run[0]} bis {run[-1]}")
        else:
            parts += [str(each) for each in run]
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
    return f"Blatt {joined}"


def sheet_holds(plan: PrintPlan, number: int, folder: FolderSeen) -> str:
    """What lies on a sheet, for its tool tip and screen readers: "Blatt 4: Ihre Checkliste"."""
    sheet = plan.sheets[number - 1]
    chapters = [folder.chapter(key) for key in sheet.chapters]
    names = [title(each.kind, each) for each in chapters if each is not None]
    labels = " und ".join(dict.fromkeys(label for label in (sheet.front, sheet.back) if label))
    told = f"Blatt {number}: {', '.join(names) or 'leer'}"
    return f"{told}, Seite {labels}" if labels else told
