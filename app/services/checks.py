"""What the office may type: each check gives the reason that stands beside the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from app.errors import Reason, Refused
from app.records.cases import CaseDraft, ContactDraft, PersonDraft
from app.rules import hours
from app.rules.calendar import YEARS

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.\-–]*")
_POSTCODE = re.compile(r"[0-9]{5}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")

MINUTES_OF_A_DAY = 1440
_BIGGEST = 2**53
"""A number from here on is no whole one in every program that reads it; SQLite ends at 2**63."""


def storable(draft: object) -> None:
    """Refuse what no database can hold: half of a surrogate pair, a number of too many figures."""
    for field in fields(draft):  # type: ignore[arg-type]
        value = getattr(draft, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                storable_text(part, field.name)
            elif isinstance(part, int) and abs(part) >= _BIGGEST:
                raise Refused(Reason.NOT_A_NUMBER, field.name, typed=str(part))


def storable_text(text: str, field: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused(Reason.TEXT_NOT_STORABLE, field) from None


def not_blank(text: str, field: str) -> None:
    storable_text(text, field)
    if not text.strip():
        raise Refused(Reason.BLANK, field)


def case(draft: CaseDraft) -> None:
    storable(draft)
    _optional(_POSTCODE, draft.home_postcode, Reason.NOT_A_POSTCODE, "home_postcode")
    _optional(_COUNTRY, draft.origin, Reason.NOT_A_VALUE, "origin")
    language(draft.language)


def person(draft: PersonDraft, today: date) -> None:
    """A person needs one name that is not blank."""
    storable(draft)
    names = (draft.given, draft.family, draft.called, draft.passport, draft.own_script)
    if not any(name.strip() for name in names):
        raise Refused(Reason.BLANK, "family")
    phone(draft.phone, "phone")
    email(draft.email, "email")
    _optional(_COUNTRY, draft.nationality, Reason.NOT_A_VALUE, "nationality")
    languages(draft.languages, "languages")
    if draft.birth is not None:
        day(draft.birth.first, "birth")
        if draft.birth.first > today:
            raise Refused(Reason.DATE_IN_FUTURE, "birth")


def contact(draft: ContactDraft, today: date) -> None:
    storable(draft)
    not_blank(draft.text, "text")
    day(draft.on, "on")
    if draft.on > today:
        raise Refused(Reason.DATE_IN_FUTURE, "on")
    if draft.minutes is not None and not 1 <= draft.minutes <= MINUTES_OF_A_DAY:
        raise Refused(Reason.NOT_CONTACT_MINUTES, "minutes")
    if draft.follow_up_on is None:
        if draft.follow_up.strip():
            raise Refused(Reason.FOLLOW_UP_WITHOUT_DAY, "follow_up_on")
        return
    day(draft.follow_up_on, "follow_up_on")
    if draft.follow_up_on < draft.on:
        raise Refused(Reason.FOLLOW_UP_BEFORE_CONTACT, "follow_up_on")


def day(on: date, field: str) -> None:
    """Refuse a day whose year nobody means, as 0226 or 9999."""
    if on.year not in YEARS:
        raise Refused(Reason.NOT_A_DATE, field, typed=str(on))


def span(first: tuple[str, date | None], last: tuple[str, date | None]) -> None:
    """Refuse days, each beside its field, that nobody means or that end before they begin; None
    is open."""
    for field, on in (first, last):
        if on is not None:
            day(on, field)
    if first[1] and last[1] and last[1] < first[1]:
        raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, last[0], on=first[1].isoformat())


def phone(text: str, field: str) -> None:
    _optional(_PHONE, text.strip(), Reason.NOT_A_PHONE, field)


def email(text: str, field: str) -> None:
    _optional(_EMAIL, text.strip(), Reason.NOT_AN_EMAIL, field)


def languages(tags: Iterable[str], field: str) -> None:
    """Refuse what is no BCP 47 tag."""
    for tag in tags:
        _optional(_LANGUAGE, tag, Reason.UNKNOWN_LANGUAGE, field)


def language(tag: str) -> None:
    """A language as BCP 47 writes it."""
    if not _LANGUAGE.fullmatch(tag):
        raise Refused(Reason.UNKNOWN_LANGUAGE, "language")


def postcode(text: str, field: str) -> None:
    _optional(_POSTCODE, text.strip(), Reason.NOT_A_POSTCODE, field)


def opening_hours(text: str, field: str) -> None:
    """Refuse what OpenStreetMap's opening_hours cannot mean; blank means unknown."""
    problem = hours.check(text) if text else None
    if problem is not None:
        raise Refused(Reason.NOT_OPENING_HOURS, field, column=problem.column)


def _optional(pattern: re.Pattern[str], text: str, reason: Reason, field: str) -> None:
    if text and not pattern.fullmatch(text):
        raise Refused(reason, field, typed=text)
