"""The program's languages, and the languages and countries of the world by code and name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from app.errors import Reason, Refused

if TYPE_CHECKING:
    from babel import Locale

OFFICE_LANGUAGE = "de"
"""What the service point itself reads, whatever a household is printed; the source of all
translations."""

FALLBACK = "en"

PLAIN_GERMAN = "de-x-leicht"
"""German at level B1, a private tag of RFC 5646."""

PROGRAM_LANGUAGES = (
    OFFICE_LANGUAGE,
    PLAIN_GERMAN,
    FALLBACK,
    "nl",
    "pl",
    "ro",
    "uk",
    "tr",
    "ar",
    "fr",
    "es",
    "vi",
)
"""The languages that are shipped complete, in the order they are offered in."""

TEMPLATE_LANGUAGES = (OFFICE_LANGUAGE, FALLBACK)
"""What the files of the templates hold themselves; all others lie in files of their own."""

# The program's plain "en" is British: its dates and spelling.
_LOCALES = {FALLBACK: "en_GB", PLAIN_GERMAN: "de"}

# RFC 5646 section 2.1: language, extlang, script, region, variants, extensions, private use.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)


def canonical_tag(text: str, field: str = "language") -> str:
    """A BCP 47 tag in its usual spelling: language small, Script, REGION.

    Raises Refused(UNKNOWN_LANGUAGE, field) for what is no tag or names no known language.
    """
    tag = text.strip().replace("_", "-")
    parts = tag.split("-")
    if not _TAG.fullmatch(tag) or parts[0].lower() not in _german().languages:
        raise Refused(Reason.UNKNOWN_LANGUAGE, field, tag=text)
    spelled = [parts[0].lower()]
    singleton = False
    for part in parts[1:]:
        singleton = singleton or len(part) == 1
        if singleton or len(part) not in (2, 4) or part[0].isdigit():
            spelled.append(part.lower())
        else:
            spelled.append(part.upper() if len(part) == 2 else part.title())
    return "-".join(spelled)


def program_language(tag: str, served: Collection[str] = PROGRAM_LANGUAGES) -> tuple[str, bool]:
    """The program's language for a tag, and whether that is the language asked for.

    "de-AT" is served by "de"; what the program lacks by English, which the caller says. `served`:
    the languages there are, where further ones lie beside those that are shipped.
    """
    parts = tag.replace("_", "-").lower().split("-")
    while parts:
        found = "-".join(parts)
        if found in served:
            return found, True
        parts.pop()
    return FALLBACK, False


def lenders(language: str) -> tuple[str, ...]:
    """The languages that stand in where one lacks a text, the best first."""
    if language.partition("-")[0] == OFFICE_LANGUAGE:
        return (OFFICE_LANGUAGE,)
    return (FALLBACK, OFFICE_LANGUAGE)


def locale_of(language: str) -> Locale:
    """CLDR's locale of a language of the program; its parent's where CLDR has none."""
    tag = _LOCALES.get(language, language).replace("-", "_")
    return _locale(tag)


@cache
def is_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left (CLDR, character order)."""
    from babel import UnknownLocaleError

    try:
        return locale_of(tag).character_order == "right-to-left"
    except (UnknownLocaleError, ValueError):
        primary, _, rest = tag.partition("-")
        return bool(rest) and is_right_to_left(primary)


def language_name(tag: str, shown_in: str = OFFICE_LANGUAGE) -> str:
    """The name of a language, the tag itself where CLDR has none: "fa-AF" is Dari.

    A region that makes no language of its own stands in brackets: "ar-EG" is Arabisch (Ägypten).
    """
    if tag == PLAIN_GERMAN and shown_in == OFFICE_LANGUAGE:
        return "Einfaches Deutsch"
    locale = locale_of(shown_in)
    whole = tag.replace("-", "_")
    if whole in locale.languages:
        return str(locale.languages[whole])
    first, *others = whole.split("_")
    name = str(locale.languages.get(first.lower(), tag))
    region = next((part for part in others if len(part) == 2), "")
    # What follows a single letter is an extension or private use, not a region.
    if any(len(part) == 1 for part in others) or region not in locale.territories:
        return name
    return f"{name} ({locale.territories[region]})"


def languages(shown_in: str = OFFICE_LANGUAGE) -> tuple[tuple[str, str], ...]:
    """Every language CLDR names as (tag, name), in the order of a German dictionary."""
    names = locale_of(shown_in).languages
    found = [(code.replace("_", "-"), str(name)) for code, name in names.items()]
    return tuple(sorted(found, key=lambda pair: _sort_key(pair[1])))


def is_country(code: str) -> bool:
    """Whether `code` is a country of ISO 3166-1 alpha-2, upper case."""
    return code in _codes()


def country_name(code: str, shown_in: str = OFFICE_LANGUAGE) -> str:
    """The name of a country, the code itself where it is none."""
    return str(locale_of(shown_in).territories.get(code, code)) if is_country(code) else code


def countries(shown_in: str = OFFICE_LANGUAGE) -> tuple[tuple[str, str], ...]:
    """Every country as (code, name), in the order of a German dictionary."""
    found = [(code, country_name(code, shown_in)) for code in _codes()]
    return tuple(sorted(found, key=lambda pair: _sort_key(pair[1])))


# CLDR also names groups, reserved codes and private ones: not countries one comes from.
_NO_COUNTRIES = frozenset(
    {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)


@cache
def _codes() -> frozenset[str]:
    names = (str(code) for code in _german().territories)
    codes = {code for code in names if len(code) == 2 and code.isalpha() and code.isupper()}
    return frozenset(codes - _NO_COUNTRIES)


def _sort_key(name: str) -> str:
    folded = name.casefold().replace("ß", "ss")
    return folded.translate(str.maketrans("äöüåéèç", "aouaeec"))


@cache
def _locale(tag: str) -> Locale:
    from babel import Locale

    return Locale.parse(tag.replace("-", "_"))


def _german() -> Locale:
    return _locale("de")
