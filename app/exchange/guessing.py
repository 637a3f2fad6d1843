"""Which column of a foreign list is which field: by its head, a near spelling, or what it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path

from app.exchange import synonyms
from app.exchange.cleaning import as_text
from app.exchange.column_scores import (
    MOSTLY,
    POSSIBLE,
    SURE,
    Column,
    as_number,
    columns_of,
    is_of_schools,
    known_heads,
    plain_head,
    score,
)
from app.exchange.mapping import TARGETS, FieldMap, Mapping
from app.exchange.providers import folded
from app.exchange.table_words import CATEGORY_WORDS
from app.records.importing import Source
from app.records.providers import Category

_SCHOOLS = frozenset({Category.SCHOOL.value, Category.ALL_DAY_CARE.value})
MADE = "|"
"""What stands between the parts of a key that was made of them (`made_key`)."""
_DATED = re.compile(
    r"(?:[\s_.-]*(?:stand|vom|v|version|export|liste neu|neu|kopie|final)?[\s_.-]*"
    r"(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}|\d{4}[-_.]\d{1,2}"
    r"|\d{1,2}[-_.]\d{4}|\d{4}|\(\d+\)|v\d+))+\s*$",
    re.IGNORECASE,
)


class Origin(Enum):
    """Where a proposed mapping comes from."""

    KEPT = "kept"
    SHIPPED = "shipped"
    GUESSED = "guessed"


@dataclass(frozen=True)
class ColumnProposal:
    """How a list may be read. `doubtful` are fields that were only likely, `missing` those
    without which nothing can be taken."""

    mapping: Mapping
    origin: Origin
    doubtful: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to look before it is used."""
        return not self.doubtful and not self.missing

    def unread(self, source: Source) -> tuple[str, ...]:
        """The columns of the list that are not read."""
        used = used_columns(self.mapping)
        return tuple(column for column in source.columns if column not in used)


def guess(source: Source, lists: Collection[str] = ()) -> ColumnProposal:
    """A mapping for a list nobody has mapped; `lists` are the names of those that came before.

    A head that says the field counts most, a near spelling less, what the column holds least;
    no column is used for two fields. The list is called as its file, without a date.
    """
    columns = columns_of(source)
    kind = _told_kind(source, columns)
    of_schools = is_of_schools(columns) or kind in _SCHOOLS
    chosen = _assigned(columns, known_heads(of_schools=of_schools))
    fields = _fields(chosen, columns)
    if "category" not in fields and (kind := _kind(source, columns, fields)):
        fields["category"] = FieldMap(value=kind)
    mapping = Mapping(
        name=list_name(source.file, lists),
        key=_key(columns, chosen),
        format=source.reading.kind.value,
        records=source.reading.records,
        fields={name: fields[name] for name in TARGETS if name in fields},
    )
    doubtful = tuple(
        name
        for name in TARGETS
        if name in chosen and chosen[name][1] < SURE and name in mapping.fields
    )
    missing = () if "organisation" in mapping.fields else ("organisation",)
    return ColumnProposal(mapping, Origin.GUESSED, doubtful, missing)


def used_columns(mapping: Mapping) -> frozenset[str]:
    """Every column a mapping reads."""
    found = {column for each in mapping.fields.values() for column in each.columns}
    found |= {column for slot in mapping.hours for column in (slot.opens, slot.closes)}
    found |= {doubt.column for doubt in mapping.doubts}
    return frozenset(found | {mapping.key} - {""})


def recognising(mapping: Mapping, source: Source, known: Collection[str]) -> Mapping:
    """The mapping with the column as key by which a list that came before is known again; `known`
    are the keys it had. Keys made of names hold a bar."""
    if not known:
        return mapping
    wanted = set(known)
    if sum(MADE in key for key in wanted) > len(wanted) / 2:
        return replace(mapping, key="")
    hits = {
        column: sum((as_text(row.values.get(column)) or "") in wanted for row in source.rows)
        for column in source.columns
    }
    best = max(hits, key=lambda column: hits[column], default="")
    return replace(mapping, key=best) if best and hits[best] > hits.get(mapping.key, 0) else mapping


def list_name(file: str, lists: Collection[str] = ()) -> str:
    """What a list is called: as its file without date and number, so that the next month's is
    the same list; as one that came before where that differs in spelling alone."""
    stem = Path(file).stem
    plain = _DATED.sub("", stem).replace("_", " ").strip(" .-") or stem
    known = {folded(each): each for each in lists}
    return known.get(folded(plain), plain)


def words_of(values: Iterable[str]) -> dict[str, str]:
    """What the words of a column of kinds mean, those left out that every list may use."""
    said = {value.strip() for value in values} - {""}
    return {
        word: code
        for word in sorted(said)
        if word.casefold() not in CATEGORY_WORDS and (code := category_of(word))
    }


def category_of(text: str) -> str:
    """The category that a word or name tells, "" where nothing does; of several words in it the
    longest."""
    known = CATEGORY_WORDS.get(text.strip().casefold())
    if known is not None:
        return known.value
    plain = folded(text)
    hits = [(len(word), code) for word, code in _kinds() if word in plain]
    return max(hits)[1] if hits else ""


def _assigned(columns: Sequence[Column], names: Iterable[str]) -> dict[str, tuple[Column, int]]:
    """Fields with their column and how sure that is; the surest first, then from the left."""
    scored = [
        (sure, near, -column.place, name, column)
        for column in columns
        for name in names
        for sure, near in [score(column, name)]
        if sure
    ]
    chosen: dict[str, tuple[Column, int]] = {}
    used: set[str] = set()
    for sure, _, _, name, column in sorted(scored, key=lambda each: each[:3], reverse=True):
        if name not in chosen and column.name not in used:
            chosen[name] = (column, sure)
            used.add(column.name)
    number, street = chosen.get("house_number"), chosen.get("street")
    if number and not (street and _belongs(number[0], street[0])):
        del chosen["house_number"]
    return chosen


def _belongs(number: Column, street: Column) -> bool:
    """Whether a column of numbers right of the streets completes them."""
    complete = street.share(re.compile(r".*\d\s?[a-z]?\s*", re.IGNORECASE | re.DOTALL))
    return number.place == street.place + 1 and complete < 0.5


def _fields(
    chosen: dict[str, tuple[Column, int]], columns: Sequence[Column]
) -> dict[str, FieldMap]:
    found = {
        name: _field(name, column)
        for name, (column, _) in chosen.items()
        if name in TARGETS and not (name in ("latitude", "longitude") and not _pair(chosen))
    }
    _address(found, chosen)
    _school(found, chosen)
    first_names = _heads_of(synonyms.GIVEN_NAMES)
    given = next((each for each in columns if each.heads[:1] in first_names), None)
    if given is not None and "organisation" in chosen:
        last = chosen["organisation"][0]
        if last.heads[:1] in _heads_of(synonyms.FAMILY_NAMES):
            found["organisation"] = FieldMap(columns=(given.name, last.name))
    if "organisation" not in found and (column := _names(chosen, columns)) is not None:
        found["organisation"] = FieldMap(columns=(column.name,))
        chosen["organisation"] = (column, POSSIBLE)
    return found


def _field(name: str, column: Column) -> FieldMap:
    shape, split = "", ""
    words = words_of(column.values) if name == "category" else {}
    if name in ("languages", "features"):
        split = next((mark for mark in (";", "/") if any(mark in v for v in column.values)), ",")
    if name in ("min_age_months", "max_age_months") and _in_years(column):
        shape = "years"
    if name in ("hours_given", "note", "description", "public_note", "school_public_note"):
        shape = "lines"
    return FieldMap(columns=(column.name,), words=words, split=split, shape=shape)


def _address(found: dict[str, FieldMap], chosen: Dictionary[str, tuple[Column, int]]) -> None:
    """A street beside its number, a post code with its town, an address in one column."""
    if "street" in found and "house_number" in chosen:
        street = found["street"].columns
        found["street"] = FieldMap(columns=(*street, chosen["house_number"][0].name))
    if "postcode_town" in chosen:
        both = (chosen["postcode_town"][0].name,)
        if "postcode" not in found:
            found["postcode"] = FieldMap(columns=both, pattern=_compiled(r"(\d{5})"))
        if "town" not in found:
            found["town"] = FieldMap(columns=both, pattern=_compiled(r"\d{5}\s+(.*\S)"))
    if "street" in chosen and "postcode" not in found:
        column = chosen["street"][0]
        if column.share(synonyms.ADDRESS) >= MOSTLY:
            for name, pattern in (
                ("street", r"^(.*?)\s*,\s*\d{5}\s"),
                ("postcode", r",\s*(\d{5})\s"),
                ("town", r",\s*\d{5}\s+([^,]*?)\s*$"),
            ):
                found[name] = FieldMap(columns=(column.name,), pattern=_compiled(pattern))


def _school(found: dict[str, FieldMap], chosen: Dictionary[str, tuple[Column, int]]) -> None:
    """Classes in one column, and all-day hours of days beside their end."""
    if "school_classes" in chosen:
        both = (chosen["school_classes"][0].name,)
        for edge in ("first", "last"):
            found.setdefault(f"school_{edge}_class", FieldMap(columns=both))
    days, until = chosen.get("school_all_day_days"), chosen.get("school_all_day_until")
    if days and until:
        columns = (days[0].name, until[0].name)
        found.setdefault("school_all_day_osm", FieldMap(columns=columns, join=" bis "))
    elif until and "school_all_day_osm" not in found:
        found["school_all_day_osm"] = FieldMap(columns=(until[0].name,))


def _names(chosen: Dictionary[str, tuple[Column, int]], columns: Sequence[Column]) -> Column | None:
    """The column that may hold the names where no head says so: the first of words, nearly all
    of them different."""
    used = {column.name for column, _ in chosen.values()}
    for column in columns:
        worded = [each for each in column.values if re.search(r"[^\W\d_]{3}", each)]
        is_worded = len(worded) > 1 and len(worded) >= 0.9 * len(column.values)
        if column.name not in used and is_worded and len(set(worded)) >= 0.8 * len(worded):
            return column
    return None


def _kind(source: Source, columns: Sequence[Column], fields: Dictionary[str, FieldMap]) -> str:
    """The category of a whole list whose rows do not say it: by its names, its file, its heads."""
    names = fields.get("organisation")
    if names is not None:
        values = next((each.values for each in columns if each.name == names.columns[-1]), ())
        told = Counter(code for value in values if (code := category_of(value)))
        if told and (best := told.most_common(1)[0])[1] >= 0.5 * len(values):
            return best[0]
    return _told_kind(source, columns)


def _told_kind(source: Source, columns: Sequence[Column]) -> str:
    """The category that the file, its sheet or the first heads tell."""
    texts = (source.file, source.reading.sheet, *(each.name for each in columns[:3]))
    return next((code for text in texts if (code := category_of(text))), "")


def _key(columns: Sequence[Column], chosen: Dictionary[str, tuple[Column, int]]) -> str:
    """A column that names each row once and does not only count them; "" where there is none."""
    used = {column.name for name, (column, _) in chosen.items() if name in TARGETS}
    used |= {chosen["house_number"][0].name} if "house_number" in chosen else set()
    known = [plain_head(each) for each in synonyms.KEYS]
    candidates = [
        (known.index(head), column)
        for column in columns
        if column.name not in used
        for head in column.heads[:1]
        if head in known
    ]
    most = max((column.filled for column in columns), default=0)
    for _, column in sorted(candidates, key=lambda each: each[0]):
        is_whole = column.filled == most and len(set(column.values)) == column.filled
        if is_whole and not _is_counted(column):
            return column.name
    return ""


def _is_counted(column: Column) -> bool:
    """Whether the rows are only numbered, with gaps where some were taken out: the next list
    counts otherwise."""
    numbers = [as_number(value) for value in column.values]
    rising = [each for each in numbers if each is not None]
    return (
        len(rising) == len(numbers)
        and rising == sorted(rising)
        and rising[:1] <= [2.0]
        and rising[-1:] <= [3.0 * len(rising) + 10]
    )


def _in_years(column: Column) -> bool:
    head = " ".join(column.heads)
    if "monat" in head or "month" in head:
        return False
    if "jahr" in head or "year" in head:
        return True
    numbers = [each for value in column.values if (each := as_number(value)) is not None]
    return bool(numbers) and max(numbers) <= 18


def _pair(chosen: Dictionary[str, object]) -> bool:
    return "latitude" in chosen and "longitude" in chosen


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def _heads_of(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset((plain_head(name),) for name in names)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Words that tell a kind within longer names; short ones stand in too many others."""
    return tuple(
        (folded(word), category.value)
        for word, category in CATEGORY_WORDS.items()
        if len(word) > 3 and category is not Category.OTHER
    )
