"""What the directory says of an organisation and of each of its services, as label and value;
a blank value is asked for, what does not concern a category is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.folder import week
from app.folder.asking import AskedEntry, AskingLetter
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.records.providers import SETTLING, Category, ContactPerson, Cost

Told = list[tuple[str, str]]

_OF_AGES = frozenset({Category.KITA, Category.CHILDMINDING, Category.SCHOOL, Category.ALL_DAY_CARE})
_OF_PLACES = _OF_AGES | {
    Category.HOUSING,
    Category.ELDER_CARE,
    Category.LANGUAGE_COURSE,
    Category.TRAINING,
}
_OF_COSTS = (_OF_PLACES - {Category.SCHOOL}) | {Category.MOVER, Category.CLUB}
_SHARED = frozenset(
    {
        "address",
        "hours",
        "closed",
        "costs",
        "languages",
        "accessible",
        "access",
        "languages_access",
    }
)
_OF_VISITS = frozenset({Category.AUTHORITY, Category.COUNSELLING, Category.DOCTOR})


def organisation(letter: AskingLetter, speech: Speech, *, merged: bool) -> Told:
    """Name and how to reach it, what all its services share."""
    phone, website = reach.unbroken(letter.phone), letter.website.strip()
    contacts = "\n".join(_person(each, speech) for each in letter.contacts)
    if merged:
        name = _joined(letter.name, letter.operator if letter.operator != letter.name else "")
        return [
            ("name_operator", name),
            *(
                [("reach", _joined(phone, letter.email))]
                if phone and letter.email
                else [("phone", phone), ("email", letter.email)]
            ),
            ("web_contacts", _joined(website, contacts.replace("\n", "; "), between="; ")),
        ]
    return [
        ("name", letter.name),
        ("operator", letter.operator),
        ("phone", phone),
        ("email", letter.email),
        ("website", website),
        ("contacts", contacts),
    ]


def shared(told: Sequence[Told]) -> Told:
    """What is the same of all of several services, so that it is asked once; numbers of places
    are each service's own, also where they are alike."""
    if len(told) < 2:
        return []
    return [
        each
        for each in told[0]
        if each[0] in _SHARED and all(each in others for others in told[1:])
    ]


def title(entry: AskedEntry, letter: AskingLetter, speech: Speech) -> str:
    """What the service is called, with its place where it has one of its own."""
    name = entry.service or speech.text(f"asking.categories.{entry.category.value}")
    several = len({each.address.lines for each in letter.entries}) > 1
    place = entry.site or (entry.address.town if several else "")
    return f"{name}, {place}" if place and place not in name else name


def entry(entry: AskedEntry, speech: Speech, *, merged: bool) -> Told:
    """The facts of one service at one place."""
    hours = _hours(entry, speech)
    told: Told = [
        ("address", ", ".join(entry.address.lines)),
        ("hours", hours if merged else hours.replace("; ", "\n")),
    ]
    if entry.closed_from is not None or entry.closed_until is not None:
        told.append(("closed", _span(entry.closed_from, entry.closed_until, speech)))
    told += _merged_numbers(entry, speech) if merged else _numbers(entry, speech)
    if entry.costs or entry.category in _OF_COSTS:
        between = "; " if merged else "\n"
        told.append(("costs", between.join(_cost(each, speech) for each in entry.costs)))
    languages = speech.languages(entry.languages)
    access = _access(entry, speech)
    if merged:
        settling = _settling(entry, speech, "settling_short")
        told.append(("languages_access", _joined(languages, *access, settling, between="; ")))
        return told
    told.append(("languages", languages))
    told.append(("accessible", _yes_no(speech, accessible=entry.accessible)))
    if access[1:] or entry.category in _OF_VISITS:
        told.append(("access", "; ".join(part for part in access[1:] if part)))
    return told


def _numbers(entry: AskedEntry, speech: Speech) -> Told:
    counted = entry.category in _OF_PLACES
    told: Told = []
    ages = _ages(entry, speech)
    if ages or entry.category in _OF_AGES:
        told.append(("ages", ages))
    if entry.places is not None or counted:
        told.append(("places", _places(entry, speech)))
    if entry.free_places is not None or counted:
        told.append(("free", _free(entry, speech, "free_as_of")))
    if entry.waiting is not None or entry.category in _OF_AGES:
        told.append(("waiting", _waiting(entry, speech)))
    if entry.settling_weeks is not None or entry.category in SETTLING:
        told.append(("settling", _settling(entry, speech, "settling")))
    return told


def _merged_numbers(entry: AskedEntry, speech: Speech) -> Told:
    if entry.category not in _OF_PLACES and entry.places is None and not _ages(entry, speech):
        return []
    waiting = _waiting(entry, speech)
    if waiting:
        waiting = speech.text("asking.values.waiting_short", count=entry.waiting or 0)
    free = _free(entry, speech, "free_as_of_short")
    return [("capacity", _joined(_ages(entry, speech), _places(entry, speech), free, waiting))]


def _hours(entry: AskedEntry, speech: Speech) -> str:
    drawn = week.in_words(entry.hours, speech) if entry.hours.known else ""
    return drawn or entry.hours_given.strip() or entry.hours.text.strip()


def _ages(entry: AskedEntry, speech: Speech) -> str:
    """ "3 Monate bis 3 Jahre", "0 bis 6 Jahre", "11 bis 83 Monate"."""
    least, most = entry.min_age_months, entry.max_age_months
    first, last = _age(least, speech), _age(most, speech)
    if least is not None and most is not None:
        if least % 12 == most % 12 == 0 and most:
            first = str(least // 12)
        elif least % 12 and most % 12:
            first = str(least)
    return _between(first, last, speech)


def _age(months: int | None, speech: Speech) -> str:
    if months is None:
        return ""
    if months and months % 12 == 0:
        return speech.text("asking.values.years", count=months // 12)
    return speech.text("asking.values.months", count=months)


def _places(entry: AskedEntry, speech: Speech) -> str:
    if entry.places is None:
        return ""
    said = speech.text("asking.values.places", count=entry.places)
    if entry.reserved_places:
        said += f", {speech.text('asking.values.reserved', count=entry.reserved_places)}"
    return said


def _free(entry: AskedEntry, speech: Speech, dated: str) -> str:
    if entry.free_places is None:
        return ""
    if entry.free_as_of is None:
        return speech.text("asking.values.free", count=entry.free_places)
    on = speech.date(entry.free_as_of, "numbers")
    return speech.text(f"asking.values.{dated}", count=entry.free_places, date=on)


def _waiting(entry: AskedEntry, speech: Speech) -> str:
    return (
        "" if entry.waiting is None else speech.text("asking.values.waiting", count=entry.waiting)
    )


def _settling(entry: AskedEntry, speech: Speech, key: str) -> str:
    weeks = entry.settling_weeks
    return "" if weeks is None else speech.text(f"asking.values.{key}", count=weeks)


def _access(entry: AskedEntry, speech: Speech) -> list[str]:
    """Accessibility first, then how one gets an appointment; blank where unknown."""
    found = [_said(speech, yes="accessible", no="not_accessible", holds=entry.accessible)]
    if entry.by_appointment is not None:
        found.append(
            _said(
                speech, yes="by_appointment", no="without_appointment", holds=entry.by_appointment
            )
        )
    if entry.online_form:
        found.append(speech.text("asking.values.online_form", address=entry.online_form))
    if entry.video is not None:
        found.append(_said(speech, yes="video", no="no_video", holds=entry.video))
    return found


def _said(speech: Speech, *, yes: str, no: str, holds: bool | None) -> str:
    return "" if holds is None else speech.text(f"asking.values.{yes if holds else no}")


def _yes_no(speech: Speech, *, accessible: bool | None) -> str:
    return _said(speech, yes="yes", no="no", holds=accessible)


def _cost(cost: Cost, speech: Speech) -> str:
    said = ""
    if cost.cents is not None:
        price = speech.money(cost.cents)
        said = speech.text(f"asking.per.{cost.per.value}", price=price)
    return _joined(": ".join(part for part in (cost.label, said) if part), cost.note)


def _person(person: ContactPerson, speech: Speech) -> str:
    name = person.name
    if name and person.area:
        name = speech.text("asking.values.person", name=name, area=person.area)
    return _joined(name or person.area, reach.unbroken(person.phone), person.email)


def _span(first: date | None, last: date | None, speech: Speech) -> str:
    begins = speech.date(first, "numbers") if first else ""
    ends = speech.date(last, "numbers") if last else ""
    if begins and ends:
        return speech.text("asking.values.closed_from_to", first=begins, last=ends)
    if begins:
        return speech.text("asking.values.closed_from", first=begins)
    return speech.text("asking.values.closed_until", last=ends)


def _between(first: str, last: str, speech: Speech) -> str:
    if first and last:
        return speech.text("asking.values.from_to", first=first, last=last)
    if first:
        return speech.text("asking.values.from", first=first)
    return speech.text("asking.values.until", last=last) if last else ""


def _joined(*parts: str, between: str = ", ") -> str:
    return between.join(part.strip() for part in parts if part.strip())
