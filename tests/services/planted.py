"""Words planted where they must not leave the office, and the search for them in what goes out."""

from __future__ import annotations

import contextlib
import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pikepdf
import pypdfium2
from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Numeric, String

from app.desk import Desk
from app.progress import finish
from app.records.calendars import CalendarForm, CasesOf, EveryCase, OneCase, Scope
from app.records.cases import CaseQuery, CaseState
from app.records.checking import DueQuery
from app.records.compositions import OPTIONS, ChapterChoice, ChapterKind, Composition
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.records.vouchers import VoucherDraft
from app.rules.terms import Role
from db.outward import private_columns
from db.tables.all import EVERY
from tests.services import template_commands, wording_commands
from tests.services.planted_papers import papers

TABLES = {kind.__tablename__: kind.__table__ for kind in EVERY}
# Of rows that are made only to hold a planted word: what their checks ask for.
_NEEDED: Mapping[str, Mapping[str, object]] = {
    "brochures": {"treatment": "drawn"},
    "travel_times": {"first": "Aurich", "second": "Norden"},
    "compositions": {"name": "Mappe", "plan": "{}"},
    "anchor_moves": {"kind": "entry", "old_precision": "day", "precision": "day"},
    "promises": {"state": "open"},
    "step_confirmations": {"outcome": "done"},
    "mentorships": {"state": "agreed"},
    "introductions": {"state": "planned"},
    "visits": {"wakes": 480, "rests": 1200},
    "talks": {"kind": "day30"},
    "leavings": {"leaves": "region"},
    "course_bookings": {"state": "wanted"},
    "school_profiles": {"type": "primary", "first_class": 1, "last_class": 4},
    "employer_places": {"kind": "reserves"},
    "actors": {"kind": "other"},
    "housing_interests": {"state": "asked"},
    "dormitory_entries": {"state": "waiting"},
    "move_quotes": {"state": "asked"},
    "move_costs": {"kind": "mover", "receipt": "here", "payer": "family"},
    "school_choices": {"state": "considered"},
    "funding_applications": {"state": "considered"},
    "practice_interests": {"state": "considered"},
    "housing_offers": {"kind": "flat", "tenure": "rent"},
    "needs": {"kind": "home", "state": "open"},
    "service_links": {"kind": "cooperation", "from_id": 1, "to_id": 2},
    "printed_folders": {"way": "saved", "kind": "whole", "language": "de"},
}

EVERYTHING = Composition(
    tuple(
        ChapterChoice(kind, options=frozenset(OPTIONS.get(kind, ())))
        for kind in ChapterKind
        if kind is not ChapterKind.BROCHURE
    )
)
"""All chapters with every option, those among them that leave something out."""

_SPOKEN = (("de", False), ("en", False), ("ar", False), ("uk", True))
_IN_FULL = (1, 3)


@dataclass(frozen=True)
class Planted:
    """The words by the column they stand in."""

    words: Mapping[str, tuple[str, str]]

    def found_in(self, data: bytes) -> set[tuple[str, str]]:
        """The private columns something of which stands in a file."""
        seen = {part for text in _readable(data) for part in _WORD.findall(text)}
        return {self.words[word] for word in seen if word in self.words}


_WORD = re.compile(r"zqx\d{3}y")


def plant(desk: Desk) -> Planted:
    """Put a word of its own into every private text of the data file, row by row."""
    template_commands.prepare(desk)
    wording_commands.prepare(desk)
    connection = desk.transactions.file.connect()
    words: dict[str, tuple[str, str]] = {}
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    for number, (table, column) in enumerate(private_columns()):
        word = f"zqx{number:03}y"
        words[word] = (table, column)
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        if not rows:
            _insert(connection, table)
        connection.execute(
            f"UPDATE {table} SET \"{column}\" = ? || ' ' || rowid",  # noqa: S608
            (word,),
        )
    connection.execute("COMMIT")
    connection.close()
    return Planted(words)


def _insert(connection: object, table: str) -> None:
    """A row that holds as little as it may."""
    needed = _NEEDED.get(table, {})
    values = {
        column.name: needed.get(column.name, _least(column))
        for column in TABLES[table].columns
        if column.name in needed or (not column.nullable and not column.primary_key)
    }
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    connection.execute(  # type: ignore[attr-defined]
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
        tuple(values.values()),
    )


def _least(column: Column[object]) -> object:
    match column.type:
        case Boolean() | Integer() | Numeric():
            return 1
        case DateTime():
            return str(datetime(2026, 11, 1, 12, 0))  # noqa: DTZ001 - as the file keeps it
        case Date():
            return str(date(2026, 11, 1))
        case LargeBinary():
            return b""
        case String():
            return ""
        case _:
            return 1


def outputs(desk: Desk, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that goes out, made anew, with what it is."""
    cases = sorted(desk.lists.case_ids(CaseQuery(state=CaseState.ALL)))
    everybody = desk.lists.provider_ids(ProviderQuery())
    desk.vouchers.add(VoucherDraft("Schwimmen", "Einmal frei.", everybody[0], "Landkreis"))
    for case in cases:
        for language, bilingual in _SPOKEN[: 4 if case in _IN_FULL else 1]:
            yield (
                f"folder {case} {language}",
                desk.folders.preview(case, language, bilingual=bilingual, composition=EVERYTHING),
            )
        yield f"checklist {case}", desk.folders.checklist_preview(case, "en")
        for person in {each.person for each in desk.folders.contents(case, "de").care}:
            yield f"care {case} {person}", desk.folders.care_preview(case, person, "de")
        path = folder / f"{case}.pdf"
        finish(desk.folders.save(case, "de", path))
        yield f"saved {case}", path.read_bytes()
        yield f"calendar {case}", _calendar(desk, OneCase(case), folder)
    yield from papers(desk, cases, folder)
    yield "calendar", _calendar(desk, EveryCase(Role.SERVICE_POINT), folder)
    yield "calendar of one", _calendar(desk, CasesOf(1), folder)
    asked = [each.id for each in desk.checking.due(DueQuery()).organisations]
    yield "letters", desk.checking.preview(asked)
    report = finish(desk.gaps.report())
    yield "gap page", desk.gaps.preview(report)
    finish(desk.gaps.save_csv(report, folder / "gap.csv"))
    yield "gap table", (folder / "gap.csv").read_bytes()
    for kind in (ExportFormat.GEOJSON, ExportFormat.VCARD, ExportFormat.HSDS):
        path = folder / f"directory{kind.suffix}"
        finish(desk.exports.export_providers(everybody, kind, path))
        yield f"export {kind.value}", path.read_bytes()
    connection = desk.transactions.file.connect()
    for number, content in connection.execute("SELECT id, content FROM stored_files"):
        yield f"kept {number}", content
    connection.close()


def _calendar(desk: Desk, scope: Scope, folder: Path) -> bytes:
    path = folder / "calendar.ics"
    finish(desk.calendars.save(scope, path, CalendarForm.BOTH))
    return path.read_bytes()


def _readable(data: bytes) -> Iterator[str]:
    """A file's words without blanks, as they are and as they are packed or drawn in it."""
    yield from _decoded(data)
    with contextlib.suppress(zlib.error, OSError, EOFError):
        yield from _decoded(gzip.decompress(data))
    with contextlib.suppress(zlib.error):
        yield from _decoded(zlib.decompress(data))
    if data.startswith(b"%PDF"):
        yield from _of_pdf(data)


def _of_pdf(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    yield from (_plain(page.get_textpage().get_text_range()) for page in document)
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                with contextlib.suppress(pikepdf.PdfError):
                    yield from _decoded(thing.read_bytes())
            yield from map(_plain, _strings(thing, 0))


def _strings(thing: object, depth: int) -> Iterator[str]:
    """Texts that stand directly in an object: titles, alternatives, metadata."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and depth < 20:
        for value in thing.values():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(thing, pikepdf.Array) and depth < 20:
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)


def _decoded(data: bytes) -> Iterator[str]:
    for coding in ("utf-8", "utf-16-be", "utf-16-le"):
        yield _plain(data.decode(coding, "ignore"))


def _plain(text: str) -> str:
    """In small letters, without blanks, breaks and places to hyphenate."""
    return re.sub(r"[\s\u00ad\u2060-\u206f\u200b-\u200f]", "", text).casefold()
