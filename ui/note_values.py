"""The values of what an import noticed, as the office reads them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.records.imports import Note, NoteCode

_FLAGS = {"True": "ja", "False": "nein"}


def told(found: Note) -> str:
    """What stood there and what came of it, in quotes: „5-14“ → „5“."""
    before = found.before
    if found.code is NoteCode.GONE_FROM_LIST:
        before = _in_words(found.field, before)
    values = dict.fromkeys((before, found.after))
    return " → ".join(f"„{value}“" for value in values if value)


def _in_words(field: str, value: str) -> str:
    """What the office has, in its words: no code, no tag and no key."""
    from app.content.languages import language_name
    from app.exchange.school_words import ALL_DAY_WORDS, TYPE_WORDS
    from app.exchange.table_words import CATEGORY_WORDS, feature_word
    from ui import import_words

    codes: Mapping[str, Mapping[str, object]] = {
        "school_type": TYPE_WORDS,
        "school_all_day": ALL_DAY_WORDS,
        "category": CATEGORY_WORDS,
    }
    if field in codes:
        return import_words.shown(field, codes[field].get(value, value))
    listed: Mapping[str, Callable[[str], str]] = {
        "languages": language_name,
        "school_languages": language_name,
        "school_catchment": import_words.municipality,
        "features": feature_word,
    }
    if field in listed:
        return ", ".join(map(listed[field], value.split(", ")))
    return _FLAGS.get(value, value)
