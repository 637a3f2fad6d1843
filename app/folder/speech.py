"""How the folder says dates, hours, names and distances in its language (CLDR through Babel)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from app.content.isolates import isolated
from app.content.languages import (
    OFFICE_LANGUAGE,
    PLAIN_GERMAN,
    is_right_to_left,
    language_name,
    locale_of,
)
from app.content.phrases import Phrases
from app.rules.calendar import Day, Precision
from app.rules.terms import DateKind
from app.typeset.inline import Lent

if TYPE_CHECKING:
    from babel import Locale

# A host with at least one dot and a top-level domain of letters, then anything without blanks.
WEB = re.compile(
    r"(?:(https?)://)?((?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?:[:/?#]\S*)?)", re.I
)
# Day of the month in a pattern of CLDR, without a zero before it; quoted text is no pattern.
_DAY = re.compile("'[^']*'|(?<!d)d(?!d)")
_FIRST = "\ue000"
EMAIL = re.compile(r"[^\s@<>,;:?&%\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")


def is_month(day: Day) -> bool:
    """Whether only the month is known."""
    return day.precision is Precision.MONTH


def web_address(text: str) -> tuple[str, str] | None:
    """Link and readable form of a web address, None where the text is none.

    Only http and https count: "javascript:…" stays plain text.
    """
    found = WEB.fullmatch(text.strip())
    if found is None:
        return None
    return f"{(found[1] or 'https').lower()}://{found[2]}", found[2].rstrip("/")


def mail_target(address: str) -> str:
    """A `mailto:` target (RFC 6068), "" where the text is no address."""
    return f"mailto:{address.strip()}" if EMAIL.fullmatch(address.strip()) else ""


def phone_target(number: str) -> str:
    """A `tel:` target (RFC 3966) for a number as typed, "" where it has no digits."""
    typed = number.strip()
    plus = "+" if typed.startswith("+") else ""
    digits = re.sub(r"[^0-9]", "", typed.replace("(0)", "") if plus else typed)
    return f"tel:{plus}{digits}" if digits else ""


@dataclass(frozen=True)
class Speech:
    """The phrases of one language together with its calendar and numbers."""

    phrases: Phrases

    @property
    def language(self) -> str:
        """The language in use, which is English where the program lacks the one asked for."""
        return self.phrases.language

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale, loaded when something is printed and not before."""
        return locale_of(self.language)

    def text(self, key: str, **values: str | int) -> str:
        """The phrase at `key` with its placeholders filled; one that another language lends says
        so (`Lent`)."""
        said, language = self.phrases.text(key, **values), self.phrases.language_of(key)
        return said if language == self.language else Lent(said, language)

    def date(self, on: date, pattern: str) -> str:
        """`on` in the pattern of the phrase `dates.<pattern>`; the first of a month as its
        language says it, which no pattern can: "1er août"."""
        from babel.dates import format_date

        asked: str = self.text(f"dates.{pattern}")
        if on.day == 1:
            asked = _DAY.sub(lambda part: _FIRST if part[0] == "d" else part[0], asked)
        shown = format_date(on, asked, locale=self.locale)
        return shown.replace(_FIRST, self.text("dates.first")) if _FIRST in shown else shown

    def due(self, day: Day, kind: DateKind, pattern: str = "full", month: str = "month") -> str:
        """A date with the word its kind asks for: "bis Montag, 14. Dezember 2026".

        A month stays a month: "bis Ende Dezember 2026". What binds the authority is nobody else's
        "bis": "Frist für die Behörde: …".
        """
        if is_month(day):
            shown = self.date(day.on, month)
            return self.text(f"dates.{_word(kind)}_month", date=shown)
        shown = self.date(day.on, pattern)
        if pattern == "short":
            shown = shown.replace(" ", "\u00a0")
        return self.text(f"dates.{_word(kind)}", date=shown)

    def weekday_line(self, day: Day, kind: DateKind) -> str:
        """The first line of a date on the timeline: "bis Montag,"."""
        return self.text(f"timeline.{_word(kind)}_weekday", weekday=self.date(day.on, "weekday"))

    def listed(self, names: Sequence[str]) -> str:
        """ "Amira, Karim und Lina"; blank names are left out. In a language written from right to
        left each is isolated, so that Latin names stand in the order they are read in."""
        from babel.lists import format_list

        put = isolated if is_right_to_left(self.language) else str
        return format_list([put(name) for name in names if name.strip()], locale=self.locale)

    def alternatives(self, ways: Sequence[str]) -> str:
        """ "per Post, per E-Mail oder am Telefon"."""
        from babel.lists import format_list

        return format_list(list(ways), style="or", locale=self.locale)

    def joined(self, parts: Iterable[str]) -> str:
        """ "Lebenslauf, Zeugnis": with the comma of the language, blanks left out."""
        return self._between("joins.comma", parts)

    def divided(self, parts: Iterable[str]) -> str:
        """ "Mo: 8:00–12:00; Di: 9:00–12:00": with the semicolon of the language."""
        return self._between("joins.semicolon", parts)

    def languages(self, tags: Sequence[str]) -> str:
        """Names of languages in the folder's language: "Deutsch, Vietnamesisch"."""
        return self.joined(self.language_name(tag) for tag in tags if tag.strip())

    def language_name(self, tag: str) -> str:
        """The name of one language; a tag that CLDR does not know is printed as it is. Plain German
        has a name of its own in German alone; for others it is German."""
        if tag == PLAIN_GERMAN and self.locale.language == OFFICE_LANGUAGE:
            return language_name(PLAIN_GERMAN)
        primary = tag.replace("_", "-").split("-")[0].lower()
        name: str = self.locale.languages.get(primary, tag)
        return name

    def money(self, cents: int, *, short: bool = False) -> str:
        """Cents as euros: 1.980,00 €; `short`: without cents where there are none."""
        from babel.numbers import format_currency

        whole = short and not cents % 100
        shown: str = format_currency(
            cents / 100,
            "EUR",
            "#,##0\u00a0¤" if whole else None,
            locale=self.locale,
            currency_digits=not whole,
        )
        return shown

    def distance(self, kilometres: float) -> str:
        """ "1,2 km entfernt …": one decimal below ten kilometres, none above."""
        from babel.numbers import format_decimal

        pattern = "0.0" if kilometres < 9.95 else "0"
        shown = format_decimal(kilometres, format=pattern, locale=self.locale)
        return self.text("places.distance", distance=shown)

    def _between(self, key: str, parts: Iterable[str]) -> str:
        """The parts with what the phrase has between the first and the second; in a language
        written from right to left each is isolated as a value of a phrase is."""
        said = [part for part in parts if part.strip()]
        if len(said) < 2:
            return "".join(said)
        put = isolated if is_right_to_left(self.language) else str
        return self.text(key, first="", second="").join(map(put, said))


def _word(kind: DateKind) -> str:
    """The phrase that stands before a date of this kind."""
    match kind:
        case DateKind.EARLIEST:
            return "from"
        case DateKind.HINT:
            return "on"
        case DateKind.AUTHORITY_TERM:
            return "authority"
        case _:
            return "until"
