"""German words of reading in lists: files, columns, states of rows, values. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.exchange.guessing import ColumnProposal, Origin
from app.exchange.mapping import FieldMap
from app.exchange.school_words import ALL_DAY, TYPES
from app.exchange.table_words import CATEGORIES, feature_word
from app.paths import resources
from app.records.directory import Imported
from app.records.importing import (
    FieldChange,
    ImportPreview,
    Listed,
    PreviewRow,
    RowState,
    SourceRow,
)
from app.records.importing import SourceKind as Kind
from app.records.imports import Note, NoteCode, NoteKind
from app.records.providers import Category, ContactPerson, Cost, CostPer
from app.rules.school_matching import AllDay, SchoolType
from ui import note_values, wording
from ui.field_names import field_name
from ui.file_sentences import NOTES

KINDS: Mapping[Kind, str] = {
    Kind.CSV: "Tabelle als Text (CSV)",
    Kind.WORKBOOK: "Arbeitsmappe",
    Kind.JSON: "JSON",
    Kind.GEOJSON: "GeoJSON",
    Kind.VCARD: "Visitenkarten (vCard)",
    Kind.HSDS: "Open Referral HSDS",
}
STATES: Mapping[RowState, str] = {
    RowState.NEW: "neu",
    RowState.CHANGED: "geändert",
    RowState.UNCHANGED: "unverändert",
    RowState.FAILED: "fehlerhaft",
}
ICONS: Mapping[RowState, str] = {
    RowState.NEW: "plus",
    RowState.CHANGED: "pencil",
    RowState.UNCHANGED: "check",
    RowState.FAILED: "triangle-alert",
}
ORIGINS: Mapping[Origin, str] = {
    Origin.KEPT: "So hat die Servicestelle Listen mit diesen Spalten schon eingelesen.",
    Origin.SHIPPED: "Für diese Liste bringt das Programm eine Zuordnung mit.",
    Origin.GUESSED: "Aus den Überschriften und Inhalten vorgeschlagen. Bitte ansehen.",
}
DELIMITERS: Mapping[str, str] = {
    ";": "Semikolon ;",
    ",": "Komma ,",
    "\t": "Tabulator",
    "|": "Senkrechter Strich |",
}
ENCODINGS: Mapping[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8)",
    "utf-8-twice": "Unicode, doppelt umgewandelt",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16 LE)",
    "utf-16-be": "Unicode (UTF-16 BE)",
    "utf-32": "Unicode (UTF-32)",
    "cp1252": "Windows (1252)",
    "cp850": "DOS (850)",
    "mac-roman": "Macintosh",
}
PER: Mapping[CostPer, str] = {
    CostPer.MONTH: "im Monat",
    CostPer.WEEK: "in der Woche",
    CostPer.DAY: "am Tag",
    CostPer.HOUR: "in der Stunde",
    CostPer.ONCE: "einmalig",
    CostPer.OTHER: "",
}
STEPS: Mapping[str, str] = {
    "reading_list": "Datei wird gelesen:",
    "checking_rows": "Zeilen werden gelesen:",
    "comparing_rows": "Zeilen werden verglichen:",
    "looking_for_doubles": "Doppelte werden gesucht:",
    "writing_rows": "Zeilen werden vorbereitet:",
}
BLANK = "–"


def shown(field: str, value: object) -> str:
    """A value of a field as the office reads it; a dash where there is none."""
    if value is None or value in ("", ()):
        return BLANK
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Category | SchoolType | AllDay):
        return _word(value) or BLANK
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if field in ("hours_osm", "school_all_day_osm") and isinstance(value, str):
        return wording.understood(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, int) and field in ("min_age_months", "max_age_months"):
        return months(value)
    if isinstance(value, tuple):
        return "; ".join(_entry(field, each) for each in value)
    return str(value)


def change(found: FieldChange) -> str:
    """One changed field in a line: Ort: Norden → Norddeich."""
    name = field_name(found.field)
    was, now = shown(found.field, found.before), shown(found.field, found.after)
    return f"{name}: {was} → {now}"


def note(found: Note) -> str:
    """What is said of a row, without its number."""
    is_named = found.field and found.code.kind is not NoteKind.LEFT_OUT
    field = f"{field_name(found.field)}: " if is_named else ""
    return f"{field}{NOTES[found.code]} {note_values.told(found)}".strip()


def row_state(row: PreviewRow) -> str:
    """What would become of a row, in a word or two."""
    contested = sum(each.contested for each in row.changes)
    told = STATES[row.state]
    return f"{told}, {contested} strittig" if contested else told


def heading(preview: ImportPreview) -> str:
    """What would come of a list: 12 neu, 3 geändert, 85 unverändert, 1 fehlerhaft."""
    counts = [(preview.count(state), STATES[state]) for state in RowState]
    return ", ".join(f"{number(count)} {word}" for count, word in counts if count) or "keine Zeilen"


def unrecognised(preview: ImportPreview) -> str:
    """That nothing of a list that came before was known again; "" where something was."""
    if not preview.gone or any(row.provider is not None for row in preview.rows):
        return ""
    return (
        f"Die Liste „{preview.source}“ gibt es hier schon, aber keine Zeile wurde wiedererkannt: "
        "Bitte prüfen, woran Zeilen wiedererkannt werden."
    )


def act(
    preview: ImportPreview, taken: Collection[tuple[int, str]], left_out: Collection[int]
) -> tuple[str, bool]:
    """What the button of the last step but one says, and whether it can be pressed."""
    rows = [row for row in preview.rows if row.draft and row.number not in left_out]
    ticked = {number for number, _ in taken}
    new = sum(row.state is RowState.NEW for row in rows)
    changed = sum(
        row.number in ticked or any(not each.contested for each in row.changes) for row in rows
    )
    parts = [f"{number(new)} neue"] if new else []
    parts += [f"{number(changed)} geänderte"] if changed else []
    return (f"{' und '.join(parts)} über&nehmen" if parts else "Über&nehmen"), bool(rows)


def result(told: Imported) -> tuple[str, ...]:
    """What an import did, a sentence each."""
    left = told.read - told.added - told.changed - told.unchanged
    lines = [
        (
            f"{count(told.read, 'Zeile', 'Zeilen')} gelesen: {number(told.added)} neu, "
            f"{number(told.changed)} geändert, {number(told.unchanged)} unverändert, "
            f"{number(left)} nicht übernommen."
        )
    ]
    if told.contested:
        lines.append(
            f"{count(told.contested, 'Angabe', 'Angaben')}, die hier geändert wurden, blieben, "
            "wie sie sind."
        )
    if told.gone:
        lines.append(gone(told.gone, "blieben" if told.gone > 1 else "blieb"))
    return tuple(lines)


def gone(many: int, stays: str) -> str:
    """How many providers came with an earlier list and stand in this one no more."""
    who = "1 Anbieter steht" if many == 1 else f"{number(many)} Anbieter stehen"
    return f"{who} nicht mehr in der Liste und {stays} unverändert."


def understood(read: ColumnProposal, left: Sequence[str]) -> tuple[str, ...]:
    """How the columns of a list were understood, and which are not read: a sentence each."""
    lines = [ORIGINS[read.origin]]
    fields = read.mapping.fields
    lines += [f"{field_name(name)}: {origin(each)}" for name, each in fields.items()]
    if read.doubtful:
        lines.append(f"Nicht sicher: {', '.join(map(field_name, read.doubtful))}.")
    if read.missing:
        lines.append(f"Nicht gefunden: {', '.join(map(field_name, read.missing))}.")
    if left:
        lines.append(f"Nicht gelesen werden: {', '.join(f'„{each}“' for each in left)}.")
    return tuple(lines)


def origin(found: FieldMap) -> str:
    """Where a field comes from: columns, or the same value for all rows."""
    if found.columns:
        part = " (ein Teil)" if found.pattern is not None else ""
        return " + ".join(f"„{column}“" for column in found.columns) + part
    value = found.value
    known = {category.value for category in Category}
    return f"überall „{CATEGORIES[Category(value)] if value in known else value}“"


def listed(found: Listed) -> str:
    """A provider as it stands in the directory, with the list it came from."""
    return f"{found.name} (aus „{found.source}“)" if found.source else found.name


def delimiter(sign: str) -> str:
    return DELIMITERS.get(sign, sign)


def encoding(name: str) -> str:
    return ENCODINGS.get(name, name)


def number(value: int) -> str:
    """A number with the points of German thousands."""
    return f"{value:,}".replace(",", ".")


def count(value: int, one: str, many: str) -> str:
    """A number with its noun: 1 Zeile, 3.172 Zeilen."""
    return f"1 {one}" if value == 1 else f"{number(value)} {many}"


def in_file(row: SourceRow | None) -> tuple[tuple[str, str], ...]:
    """What stands in a row of the file: columns and values, blank ones left out."""
    if row is None:
        return ()
    told = ((name, value_in_file(name, value)) for name, value in row.values.items())
    return tuple((field_name(name), text) for name, text in told if text)


def value_in_file(name: str, value: object) -> str:
    """A value as it stands in the file, in one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    text = shown(name, value)
    return "" if text == BLANK else text


def grouped(notes: Sequence[Note]) -> list[str]:
    """What somebody should look at, what is alike in one line, the most frequent first; what was
    only made tidy is counted."""
    found: dict[NoteCode, list[Note]] = {}
    for each in notes:
        found.setdefault(each.code, []).append(each)
    lines = [
        f"{NOTES[code][:1].upper()}{NOTES[code][1:]}: {_rows(each)}."
        for code, each in sorted(found.items(), key=lambda pair: -len(pair[1]))
        if code.kind is not NoteKind.CHANGED
    ]
    tidied = sum(each.code.kind is NoteKind.CHANGED for each in notes)
    if tidied:
        was = count(tidied, "Angabe wurde", "Angaben wurden")
        lines.append(f"{was} aufgeräumt (Leerzeichen, Zeilenumbrüche und Ähnliches).")
    return lines


def _rows(notes: Sequence[Note]) -> str:
    """The rows of notes, not more than can be read: Zeile 3, Zeilen 4, 7, 9 und 12 weitere."""
    rows = sorted({each.row for each in notes})
    if len(rows) == 1:
        return f"Zeile {rows[0]}"
    told = ", ".join(map(str, rows[:5]))
    return f"Zeilen {told}" + (f" und {number(len(rows) - 5)} weitere" if len(rows) > 5 else "")


def report(preview: ImportPreview) -> str:
    """Everything noticed, as text: for a file that goes back to whoever made the list."""
    lines = [f"Hinweise zur Liste „{preview.source}“", ""]
    lines += [wording.note(each) for each in preview.notes]
    for row in preview.rows:
        lines += [wording.note(each) for each in row.notes]
    lines += stayed(preview)
    lines += [f"Nicht mehr in der Liste: {each.name}" for each in preview.gone]
    return "\n".join(lines) + "\n"


def stayed(preview: ImportPreview) -> tuple[str, ...]:
    """Fields the office changed and the list says otherwise, a line each."""
    return tuple(
        f"Zeile {row.number} ({row.key}): hier geändert, {change(each)}"
        for row in preview.rows
        for each in row.changes
        if each.contested
    )


def _entry(field: str, value: object) -> str:
    if isinstance(value, ContactPerson):
        parts = (value.name, value.area, value.phone, value.email)
        return ", ".join(part for part in parts if part)
    if isinstance(value, Cost):
        return _cost(value)
    if field == "features":
        return feature_word(str(value))
    if field == "school_catchment":
        return municipality(str(value))
    return _language(str(value)) if field in ("languages", "school_languages") else str(value)


def _cost(cost: Cost) -> str:
    amount = "" if cost.cents is None else f"{cost.cents / 100:.2f} €".replace(".", ",")
    parts = (cost.label, f"{amount} {PER[cost.per]}".strip(), cost.note)
    return ", ".join(part for part in parts if part)


def months(age: int) -> str:
    """An age in months as the office says it: 18 Monate, 3 Jahre."""
    if age and age % 12 == 0:
        return count(age // 12, "Jahr", "Jahre")
    return count(age, "Monat", "Monate")


def _word(code: Category | SchoolType | AllDay) -> str:
    if isinstance(code, Category):
        return CATEGORIES[code]
    return TYPES[code] if isinstance(code, SchoolType) else ALL_DAY[code]


def municipality(ags: str) -> str:
    """The name of a municipality by its official key, the key where it is none of the list."""
    from app.content.municipalities import municipalities

    return next((each.name for each in municipalities(resources()) if each.ags == ags), ags)


def _language(tag: str) -> str:
    from app.content.languages import language_name

    return language_name(tag)
