"""The words of rosters: heads of columns, days, months, what is free, what kind of duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from app.rules.rosters import ShiftKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


class Head(Enum):
    """What a column of a list holds."""

    DATE = "date"
    END_DATE = "end_date"
    FROM = "from"
    TO = "to"
    SPAN = "span"
    CODE = "code"
    PERSON = "person"


HEADS: Mapping[Head, frozenset[str]] = {
    Head.DATE: _words(
        "datum|tag|date|day|dienstdatum|arbeitstag|kalendertag|startdatum|beginndatum|datum von"
        "|beginnt am|start date|startdate|von datum|dienst am|am"
    ),
    Head.END_DATE: _words("enddatum|datum bis|endet am|end date|enddate|bis datum"),
    Head.FROM: _words(
        "von|beginn|dienstbeginn|arbeitsbeginn|schichtbeginn|start|anfang|ab|kommt|kommen|from"
        "|begin|beginnt um|startzeit|uhrzeit von|zeit von|start time|starttime|begin time"
    ),
    Head.TO: _words(
        "bis|ende|dienstende|arbeitsende|schichtende|end|geht|gehen|schluss|to|until|endet um"
        "|endzeit|uhrzeit bis|zeit bis|end time|endtime"
    ),
    Head.SPAN: _words(
        "zeit|zeiten|uhrzeit|arbeitszeit|dienstzeit|dienstzeiten|schichtzeit|von bis|time"
    ),
    Head.CODE: _words(
        "dienst|schicht|kürzel|kuerzel|dienstart|schichtart|code|shift|dienstkürzel|schichtkürzel"
        "|dienstform|art|art des dienstes|betreff|subject|bezeichnung|schichtcode"
    ),
    Head.PERSON: _words(
        "name|mitarbeiter|mitarbeiterin|mitarbeiter in|mitarbeitende|person|beschäftigte"
        "|beschäftigter|beschäftigter name|nachname|familienname|vorname|wer|kollegin|kollege"
        "|employee|personal|name vorname|nachname vorname|mitarbeitername|pflegekraft"
    ),
}

MONTHS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "januar|jan|jänner|january",
            "februar|feb|february",
            "märz|mär|mrz|maerz|march|mar",
            "april|apr",
            "mai|may",
            "juni|jun|june",
            "juli|jul|july",
            "august|aug",
            "september|sep|sept",
            "oktober|okt|october|oct",
            "november|nov",
            "dezember|dez|december|dec",
        ),
        start=1,
    )
    for word in words.split("|")
}

WEEKDAYS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "mo|montag|mon|monday",
            "di|die|dienstag|tue|tuesday",
            "mi|mit|mittwoch|wed|wednesday",
            "do|don|donnerstag|thu|thursday",
            "fr|fre|freitag|fri|friday",
            "sa|sam|samstag|sonnabend|sat|saturday",
            "so|son|sonntag|sun|sunday",
        )
    )
    for word in words.split("|")
}

FREE = _words(
    "|-|–|—|−|--|x|/|.|*|frei|free|off|dienstfrei|f r e i|ruhe|ruhetag|rt|wochenende|we"
    "|u|ur|url|urlaub|urlaubstag|su|sonderurlaub|resturlaub|holiday|vacation"
    "|k|kr|krank|krankheit|au|arbeitsunfähig|kk|kind krank"
    "|fza|freizeitausgleich|za|zeitausgleich|überstundenfrei|feiertag|ft|ausgleichstag"
    "|elternzeit|ez|mutterschutz"
)
"""What a cell says of a day without duty."""

_NOT_LEAVE = _words("feiertag|holiday|wochenende|ausgleichstag")

KINDS: Mapping[str, ShiftKind] = {
    word: kind
    for kind, words in (
        (ShiftKind.EARLY, "f|früh|frueh|fd|frühdienst|fruehdienst|frühschicht|early"),
        (ShiftKind.DAY, "t|tag|td|tagdienst|tagesdienst|tagschicht"),
        (ShiftKind.BETWEEN, "z|zd|zwischendienst|zwischen|mitteldienst|md|mittelschicht"),
        (ShiftKind.LATE, "s|spät|spaet|sd|spätdienst|spaetdienst|spätschicht|late"),
        (ShiftKind.NIGHT, "n|nacht|nd|nw|nachtdienst|nachtwache|nachtschicht|night"),
        (ShiftKind.STANDBY, "b|bd|bereitschaft|bereitschaftsdienst|standby"),
        (ShiftKind.ON_CALL, "rd|rb|ruf|rufdienst|rufbereitschaft|on call"),
    )
    for word in words.split("|")
}
"""What kind of duty a cell says, where the employer has no shift of that code."""

NOT_PEOPLE = ("summe", "anzahl", "besetzung", "legende", "gesamt", "stand", "feiertag", "ferien")
"""How rows of a grid begin that are nobody's."""

LINES = _words("dienst|schicht|kürzel|von|beginn|bis|ende|zeit|uhrzeit|plan|soll")
"""What stands before the lines of a grid of one person alone."""

OTHER_LINES = _words(
    "ist|ist zeit|stunden|std|pause|pausen|saldo|bemerkung|bemerkungen|kommentar|soll stunden"
    "|ist stunden|unterschrift"
)
"""What stands before lines that are no plan."""


def plain(text: str) -> str:
    """A word as the tables above have it: small letters, no signs but those between words."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return " ".join(kept.split())


def is_free(text: str) -> bool:
    """Whether a text says that there is no duty."""
    word = " ".join(text.casefold().split())
    return word in FREE or (any(map(str.isalnum, word)) and plain(word) in FREE)


def is_leave(text: str) -> bool:
    """Whether one of the words of a text says that somebody has no duty: Urlaub Ostsee."""
    words = plain(text).split()
    return is_free(text) or any(len(word) > 3 and word in FREE - _NOT_LEAVE for word in words)


def kind_of(texts: Iterable[str]) -> ShiftKind | None:
    """The kind of duty that the first known word says, None where none is known."""
    return next((KINDS[word] for text in texts if (word := plain(text)) in KINDS), None)
