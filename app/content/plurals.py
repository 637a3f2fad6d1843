"""Which forms of a text with a count a language needs (CLDR plural rules)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from app.content.languages import locale_of

if TYPE_CHECKING:
    from babel import Locale

# CLDR's plural categories, in its order.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")

COUNTED = 1_000
"""No count on paper is larger; that "many" of Spanish and French begins at a million matters to
none of them."""


@cache
def forms_of(language: str) -> tuple[str, ...]:
    """The categories that counts on paper fall into, and `other`; only that for a language CLDR
    has no rules for."""
    found = {"other", *_numbers(language)}
    return tuple(form for form in CATEGORIES if form in found)


@cache
def stands_for_several(language: str, form: str) -> bool:
    """Whether a form is used for more counts than one (besides 0): it has to say the count."""
    return len(_numbers(language).get(form, ())) > 1


def form_for(language: str, count: int) -> str:
    """The category of a count; `other` for a language CLDR has no rules for."""
    locale = _locale(language)
    return str(locale.plural_form(count)) if locale else "other"


@cache
def _numbers(language: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for count in range(1, COUNTED):
        form = form_for(language, count)
        found[form] = (*found.get(form, ())[:1], count)
    zero = form_for(language, 0)
    found.setdefault(zero, (0,))
    return found


def _locale(language: str) -> Locale | None:
    from babel import UnknownLocaleError

    try:
        return locale_of(language)
    except (UnknownLocaleError, ValueError):
        return None
