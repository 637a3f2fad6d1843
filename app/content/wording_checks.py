"""What is wrong with a translation beside its German text: placeholders, plural forms, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.content.faults import Problem, nearest
from app.content.languages import locale_of
from app.content.plurals import forms_of, stands_for_several

PLACE = re.compile(r"\{(\w+)\}")
COUNT = "count"

DATE_PATTERNS = frozenset(
    f"dates.{name}"
    for name in (
        *("full", "day", "weekday", "day_of_year", "month", "month_of_year"),
        *("short", "weekday_short", "weekday_said", "numbers"),
    )
)
"""The phrases that are patterns of CLDR (UTS #35, part 4, Date Format Patterns)."""

_ANY_DAY = date(2026, 11, 30)


@dataclass(frozen=True)
class Flaw:
    """`form` is the plural form at fault, blank for a text without; `word` the placeholder or
    form at fault, `near` the one that may have been meant."""

    problem: Problem
    form: str = ""
    word: str = ""
    near: str = ""

    @property
    def is_fatal(self) -> bool:
        """Whether the text must not be printed: it would lose what it should say."""
        return self.problem not in (Problem.PLURAL_MISSING, Problem.PLURAL_UNKNOWN)


def placeholders(text: str | Mapping[str, str]) -> frozenset[str]:
    """The names a text wants values for, plural forms together."""
    forms = [text] if isinstance(text, str) else list(text.values())
    return frozenset(name for form in forms for name in PLACE.findall(form))


def flaws(
    text: str | Mapping[str, str], german: str | Mapping[str, str], language: str, key: str = ""
) -> tuple[Flaw, ...]:
    """What is wrong with a text of a language beside the German one; `key` that of the phrase.

    Every placeholder of the German text has to be there, in every form; only the count may be
    left out of a form that stands for one count alone.
    """
    if isinstance(text, str) != isinstance(german, str):
        wanted = Problem.PLURAL_WANTED if isinstance(text, str) else Problem.PLURAL_UNWANTED
        return (Flaw(wanted),)
    if isinstance(text, str):
        found = list(_of_form(text, german, "", language))
        if key in DATE_PATTERNS and not found and not _is_date_pattern(text, language):
            found.append(Flaw(Problem.NOT_A_DATE_PATTERN))
        return tuple(found)
    needed = forms_of(language)
    found = [Flaw(Problem.PLURAL_MISSING, form, form) for form in needed if form not in text]
    found += [Flaw(Problem.PLURAL_UNKNOWN, form, form) for form in text if form not in needed]
    for form, said in text.items():
        found += _of_form(said, german, form, language)
    return tuple(found)


def _is_date_pattern(text: str, language: str) -> bool:
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        return bool(format_date(_ANY_DAY, text, locale=locale_of(language)).strip())
    except (ValueError, KeyError, AttributeError, UnknownLocaleError):
        return False


def _of_form(
    text: str, german: str | Mapping[str, str], form: str, language: str
) -> Iterator[Flaw]:
    if not text.strip():
        yield Flaw(Problem.EMPTY, form)
        return
    allowed, said = placeholders(german), placeholders(text)
    common = allowed
    if not isinstance(german, str):
        common = frozenset.intersection(*(placeholders(each) for each in german.values()))
        if COUNT in allowed:
            common = common - {COUNT} | ({COUNT} if stands_for_several(language, form) else set())
    for name in sorted(said - allowed):
        yield Flaw(Problem.PLACEHOLDER_UNKNOWN, form, name, nearest(name, allowed))
    for name in sorted(common - said):
        yield Flaw(Problem.PLACEHOLDER_MISSING, form, name)
