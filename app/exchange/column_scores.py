"""How sure a column of a list is a field: by its head, a near spelling, or what it holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from functools import cache

from app.exchange import school_heads, synonyms
from app.exchange.cleaning import as_text
from app.exchange.providers import folded
from app.exchange.values import WEEKS
from app.records.importing import Source

SAMPLE = 200
"""Rows that are looked at; what a column is shows in the first of them."""
_NEAR = 88  # of 100: how much alike a head and a known one have to be
MOSTLY = 0.6
_MOST_WORDS = 60
SURE, LIKELY, POSSIBLE = 3, 2, 1


_NUMBERED = frozenset(
    {"latitude", "longitude", "places", "free_places", "waiting", "school_all_day_places"}
)


@dataclass
class Column:
    """A column as far as it is looked at: its name, its values that are not blank."""

    name: str
    place: int
    values: tuple[str, ...]
    filled: int
    heads: tuple[str, ...] = field(default=())

    def share(self, pattern: re.Pattern[str]) -> float:
        """How many of the values are of this pattern, 0 to 1."""
        fitting = sum(pattern.fullmatch(value) is not None for value in self.values)
        return fitting / len(self.values) if self.values else 0.0


def columns_of(source: Source) -> list[Column]:
    rows = source.rows[:SAMPLE]
    found = []
    for place, name in enumerate(source.columns):
        texts = [as_text(row.values.get(name)) or "" for row in rows]
        values = tuple(text for text in texts if text.strip())
        found.append(Column(name, place, values, len(values), _heads(name)))
    return found


def _heads(name: str) -> tuple[str, ...]:
    """What a head may be compared as: whole, and its last part (heads over several rows,
    paths of JSON)."""
    parts = [name, *re.split(r"\s/\s|\.(?=\w)|\n", name)[-1:]]
    without = [re.sub(r"\s*[(\[].*?[)\]]\s*", " ", part) for part in parts]
    return tuple(dict.fromkeys(plain for part in (*parts, *without) if (plain := plain_head(part))))


def plain_head(head: str) -> str:
    """A head for comparing, ä and ae alike."""
    return folded(head).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def score(column: Column, name: str) -> tuple[int, float]:
    """How sure a column is this field (0 to 3), and how near its head is."""
    if _contradicts(column, name):
        return 0, 0.0
    known = known_heads()[name]
    if column.heads and column.heads[0] in known:
        return SURE, 100.0
    if any(head in known for head in column.heads):
        return SURE, 99.0
    near = max((_likeness(head, known) for head in column.heads), default=0.0)
    if near >= _NEAR:
        return LIKELY, near
    return _by_content(column, name), 0.0


def _likeness(head: str, known: Collection[str]) -> float:
    from rapidfuzz import fuzz, process

    if len(head) < 4:
        return 0.0
    found = process.extractOne(head, [each for each in known if len(each) > 3], scorer=fuzz.ratio)
    return float(found[1]) if found else 0.0


def _contradicts(column: Column, name: str) -> bool:
    """Whether the values speak against the head: a "Nr." that is no house number, a column
    "Art" that is a sentence."""
    if not column.values:
        return False
    if name == "house_number":
        return column.share(re.compile(r"\s*\d{1,4}\s*[a-zA-Z]?(?:\s*[-–/+].*)?\s*")) < MOSTLY
    if name in _NUMBERED:
        return column.share(re.compile(r"\s*-?\d+(?:[.,]\d+)?\s*")) < 0.3
    if name == "settling_weeks":
        return column.share(WEEKS) < 0.3
    if name == "postcode":
        return column.share(re.compile(r".*\d{4,6}\D*", re.DOTALL)) < 0.3
    if name == "contact_name":
        return column.share(synonyms.EMAIL) + column.share(synonyms.PHONE) >= 0.5
    if name == "category":
        return len(set(column.values)) > _MOST_WORDS
    return False


_CONTENT: Dictionary[str, tuple[re.Pattern[str], int]] = {
    "email": (synonyms.EMAIL, LIKELY),
    "postcode": (synonyms.POSTCODE, LIKELY),
    "postcode_town": (synonyms.POSTCODE_TOWN, LIKELY),
    "website": (synonyms.WEBSITE, LIKELY),
    "hours_given": (synonyms.HOURS, POSSIBLE),
    "phone": (synonyms.PHONE, POSSIBLE),
    "street": (synonyms.STREET, POSSIBLE),
}


def _by_content(column: Column, name: str) -> int:
    rule = _CONTENT.get(name)
    if rule is not None and len(column.values) > 1 and column.share(rule[0]) >= MOSTLY:
        return rule[1]
    if name in ("latitude", "longitude") and column.values:
        low, high = (47.2, 55.1) if name == "latitude" else (5.8, 15.1)
        numbers = [as_number(value) for value in column.values]
        exact = [each for each in numbers if each is not None and not each.is_integer()]
        inside = sum(low <= each <= high for each in exact)
        return POSSIBLE if len(exact) > 1 and inside >= 0.9 * len(numbers) else 0
    return 0


@cache
def known_heads(*, of_schools: bool = True) -> dict[str, frozenset[str]]:
    """What each field may be headed; the parts of a school's profile first, so that a head that
    means one of them in lists of schools is no other field there."""
    known = {**school_heads.HEADS, **synonyms.HEADS} if of_schools else synonyms.HEADS
    return {name: frozenset(map(plain_head, heads)) for name, heads in known.items()}


def is_of_schools(columns: Iterable[Column]) -> bool:
    """Whether the heads are those of a list of schools."""
    telling = frozenset(map(plain_head, school_heads.TELLING))
    return any(not telling.isdisjoint(column.heads) for column in columns)


def as_number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
