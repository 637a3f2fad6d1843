"""A foreign list of providers: bytes and a mapping in, drafts and notes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from app.exchange import cleaning
from app.exchange.cleaning import Tidy, as_text
from app.exchange.json_list import at_path, read_rows
from app.exchange.mapping import TIMES, FieldMap, Mapping
from app.progress import Step, Steps
from app.records.imports import ImportRecords, Note, NoteCode
from app.records.providers import Category, ProviderDraft

_STEP = 250
_READING, _CHECKING = "reading_list", "checking_rows"
_NUMBERS = ("min_age_months", "max_age_months", "places")
_TEXTS: dict[str, Callable[[str], Tidy[str]]] = {
    "postcode": cleaning.postcode,
    "phone": cleaning.phone,
    "email": cleaning.email,
    "website": cleaning.website,
    "note": cleaning.lines,
    "description": cleaning.lines,
}
_PLAIN = (
    *("organisation", "operator", "service", "description", "street", "postcode", "town", "ags"),
    *("phone", "email", "website", "hours_osm", "hours_given", "note"),
)


def read_providers(data: bytes, mapping: Mapping) -> Steps[ImportRecords]:
    """Read the list; every row becomes a draft or is left out with a note that says why.

    Raises `Refused(NOT_A_LIST)` where the bytes are no list at all. Holds the whole list in
    memory; yields every 250 rows.
    """
    yield Step(0, 0, _READING)
    rows = read_rows(data, mapping.records)
    drafts: list[ProviderDraft] = []
    notes: list[Note] = []
    keys: set[str] = set()
    names: dict[tuple[str, str], str] = {}
    for place, row in enumerate(rows, start=1):
        if place % _STEP == 1:
            yield Step(place - 1, len(rows), _CHECKING)
        draft = _draft(_Row(mapping, place, row, notes), keys)
        if draft is not None:
            keys.add(draft.source_key)
            drafts.append(draft)
            _compare(draft, place, names, notes)
    yield Step(len(rows), len(rows), _CHECKING)
    return ImportRecords(mapping.name, len(rows), tuple(drafts), tuple(notes))


@dataclass
class _Row:
    """One row on its way: its values by path, and what is said about it."""

    mapping: Mapping
    place: int
    record: object
    notes: list[Note]
    key: str = field(default="")

    def say(self, name: str, code: NoteCode, before: str = "", after: str = "") -> None:
        self.notes.append(Note(self.place, self.key, name, code, before, after))

    def take(self, name: str, tidy: Tidy[cleaning.V]) -> cleaning.V:
        for said in tidy.said:
            self.say(name, said.code, said.before, said.after)
        return tidy.value

    def raw(self, name: str) -> object:
        """The untouched value of a field that comes from one column, None where it has none."""
        field_map = self.mapping.fields.get(name)
        if field_map is None:
            return None
        if not field_map.columns:
            return field_map.value
        if len(field_map.columns) == 1 and field_map.pattern is None:
            value = at_path(self.record, field_map.columns[0])
            return field_map.words.get(value, value) if isinstance(value, str) else value
        return self.text(name, field_map)

    def text(self, name: str, field_map: FieldMap) -> str:
        """The text of a field before it is tidied: columns joined, pattern and words applied."""
        if not field_map.columns:
            return field_map.value
        text = self._joined(name, field_map)
        if field_map.pattern is not None and text:
            found = field_map.pattern.search(text)
            if found is None:
                self.say(name, NoteCode.NO_MATCH, text, text)
            else:
                text = (found[1] if found.re.groups else found[0]) or ""
        if field_map.shape == "list":
            text = ", ".join(part.strip() for part in text.splitlines() if part.strip())
        if field_map.words and not field_map.split:
            text = field_map.words.get(text.strip(), text)
        return text

    def _joined(self, name: str, field_map: FieldMap) -> str:
        parts: list[str] = []
        for column in field_map.columns:
            value = at_path(self.record, column)
            text = as_text(value)
            if text is None:
                if value:
                    self.say(name, NoteCode.NOT_TEXT, str(value))
                continue
            if len(field_map.columns) > 1:
                text = self.take(name, cleaning.line(text))
            if text:
                parts.append(text)
        return field_map.join.join(parts)


def _draft(row: _Row, keys: set[str]) -> ProviderDraft | None:
    if not isinstance(row.record, dict):
        row.say("", NoteCode.NOT_A_RECORD, str(row.record))
        return None
    key = cleaning.line(as_text(at_path(row.record, row.mapping.key)) or "").value
    row.key = key
    if not key:
        row.say("source_key", NoteCode.NO_KEY)
        return None
    if key in keys:
        row.say("source_key", NoteCode.SAME_KEY, key)
        return None
    texts = {name: _plain(row, name) for name in _PLAIN}
    if not texts["organisation"]:
        row.say("organisation", NoteCode.NO_NAME)
        return None
    numbers = {name: row.take(name, cleaning.number(row.raw(name))) for name in _NUMBERS}
    youngest, oldest = row.take(
        "min_age_months", cleaning.ages(_months(row, numbers, "min"), _months(row, numbers, "max"))
    )
    place = _place(row)
    hours_osm, hours_given = _hours(row)
    for doubt in row.mapping.doubts:
        said = as_text(at_path(row.record, doubt.column)) or ""
        if doubt.pattern.search(said):
            row.say(doubt.field, doubt.code, said, said)
    return ProviderDraft(
        organisation=texts["organisation"],
        category=_category(row),
        operator=texts["operator"],
        service=texts["service"],
        description=texts["description"],
        street=texts["street"],
        postcode=texts["postcode"],
        town=texts["town"],
        ags=texts["ags"],
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        phone=texts["phone"],
        email=texts["email"],
        website=texts["website"],
        hours_osm=hours_osm or _osm(row, texts["hours_osm"]),
        hours_given=hours_given or texts["hours_given"],
        min_age_months=youngest,
        max_age_months=oldest,
        places=numbers["places"],
        languages=_languages(row),
        accessible=row.take("accessible", cleaning.yes_no(row.raw("accessible"))),
        note=texts["note"],
        source=row.mapping.name,
        source_key=key,
    )


def _plain(row: _Row, name: str) -> str:
    field_map = row.mapping.fields.get(name)
    if field_map is None:
        return ""
    tidy = cleaning.lines if field_map.shape == "lines" else _TEXTS.get(name, cleaning.line)
    return row.take(name, tidy(row.text(name, field_map)))


def _months(row: _Row, numbers: dict[str, int | None], edge: str) -> int | None:
    name = f"{edge}_age_months"
    value = numbers[name]
    field_map = row.mapping.fields.get(name)
    if value is not None and field_map is not None and field_map.shape == "years":
        return value * 12
    return value


def _place(row: _Row) -> tuple[float, float] | None:
    fields = row.mapping.fields
    if "latitude" not in fields or "longitude" not in fields:
        return None
    return row.take("latitude", cleaning.coordinates(row.raw("latitude"), row.raw("longitude")))


def _category(row: _Row) -> Category:
    field_map = row.mapping.fields.get("category")
    if field_map is None:
        return Category.OTHER
    text = row.text("category", field_map).strip()
    if text in {category.value for category in Category}:
        return Category(text)
    if text:
        row.say("category", NoteCode.UNKNOWN_WORD, text, Category.OTHER.value)
    return Category.OTHER


def _languages(row: _Row) -> tuple[str, ...]:
    field_map = row.mapping.fields.get("languages")
    if field_map is None:
        return ()
    text = row.text("languages", field_map)
    codes: list[str] = []
    unknown = False
    for part in text.split(field_map.split or ","):
        word = part.strip()
        if not word:
            continue
        code = field_map.words.get(word) or (word if re.fullmatch(r"[a-z]{2,3}", word) else "")
        unknown = unknown or not code
        if code and code not in codes:
            codes.append(code)
    if unknown:
        row.say("languages", NoteCode.UNKNOWN_WORD, text, ", ".join(codes))
    return tuple(codes)


def _hours(row: _Row) -> tuple[str, str]:
    """OSM hours and the text as given from the columns of the mapping, "" where unknown."""
    osm: list[str] = []
    given: list[str] = []
    for slot in row.mapping.hours:
        said = tuple(as_text(at_path(row.record, column)) for column in (slot.opens, slot.closes))
        opens = row.take("hours_osm", TIMES[slot.unit](at_path(row.record, slot.opens)))
        closes = row.take("hours_osm", TIMES[slot.unit](at_path(row.record, slot.closes)))
        if opens is None or closes is None:
            given.extend(f"{slot.days}: {text}" for text in said if text)
            continue
        span = f"{_clock(opens)}-{_clock(closes)}"
        given.append(span if len(row.mapping.hours) == 1 else f"{slot.days} {span}")
        if closes <= opens:
            row.say("hours_osm", NoteCode.HOURS_BACKWARDS, span)
            continue
        osm.append(f"{slot.days} {span}")
    return "; ".join(osm), "; ".join(given)


def _osm(row: _Row, text: str) -> str:
    if not text:
        return ""
    from app.rules.hours import check

    if check(text) is None:
        return text
    row.say("hours_osm", NoteCode.HOURS_NOT_OSM, text)
    return ""


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _compare(
    draft: ProviderDraft, place: int, names: dict[tuple[str, str], str], notes: list[Note]
) -> None:
    """Tell a second row of the same folded name and post code; both stay."""
    who = (folded(draft.organisation), draft.postcode)
    first = names.setdefault(who, draft.source_key)
    if first != draft.source_key:
        code = NoteCode.SAME_NAME_AND_POSTCODE
        notes.append(Note(place, draft.source_key, "organisation", code, first, draft.source_key))


def folded(name: str) -> str:
    """A name for comparing: letters and digits only, without case and accents, ß as ss."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign for sign in plain if sign.isalnum())
    return letters or plain
