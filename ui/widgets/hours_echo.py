"""An OSM opening_hours value read back in German, rule by rule, with nothing left out. No Qt.

What has no German words here stands as it is written: a value may hold more than any clerk types.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.rules.hours import check, rules_of
from ui.widgets.step_words import MONTHS
from ui.wording import DAYS

CLOSED, OPEN, ALL_DAY, UNSURE = "geschlossen", "geöffnet", "rund um die Uhr", "nicht sicher"
EVERY_DAY = "täglich"
_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SUN = {
    "sunrise": "Sonnenaufgang",
    "sunset": "Sonnenuntergang",
    "dawn": "Morgendämmerung",
    "dusk": "Abenddämmerung",
}
_EASTER = {
    "": "Ostersonntag",
    "-2": "Karfreitag",
    "+1": "Ostermontag",
    "-48": "Rosenmontag",
    "+39": "Christi Himmelfahrt",
    "+50": "Pfingstmontag",
}
_SEPARATORS = {"": "", ";": "; ", ",": ", dazu ", "||": "; sonst "}
_INLINE = ("nach ", "auf ", "mit ", "gegen ", "bei ", "per ", "zu den ")
_SAYS_ITSELF = (*_INLINE, "ende ", "uhrzeit ", "alle ")
_STAYS_OPEN = ", Ende offen"

_COMMENT = re.compile(r'"([^"]*)"')
_STATE = re.compile(r"\b(off|closed|open|unknown)\b", re.IGNORECASE)
_POINT = r"(?:\d{1,2}:\d{2}|\([a-z]+ ?[+-] ?\d{1,2}:\d{2}\)|sunrise|sunset|dawn|dusk)"
_SPAN = rf"{_POINT}(?:\s*-\s*{_POINT})?\+?(?:/\d+(?::\d+)?)?"
_TIMES = re.compile(rf"(?:24/7|{_SPAN}(?:\s*,\s*{_SPAN})*)", re.IGNORECASE)
_WEEKDAY = r"(?:mo|tu|we|th|fr|sa|su)"
_HOLIDAY = r"(?:ph|sh)(?:\s*[+-]\s*\d+\s*days?)?"
_DAY_ITEM = rf"(?:{_HOLIDAY}|{_WEEKDAY}(?:\s*-\s*{_WEEKDAY})?(?:\s*\[[^\]]*\])?)"
_DAY_LIST = re.compile(rf"(?<!\w){_DAY_ITEM}(?:\s*,\s*{_DAY_ITEM})*(?!\w)", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_DATE = re.compile(
    rf"(?:(?P<year>\d{{4}})\s*)?(?P<month>{_MONTH})\b(?:\s*(?P<day>\d{{1,2}})(?!\d|:))?"
    r"(?:\s*-\s*(?P<last>\d{1,2})(?![\d:]))?",
    re.IGNORECASE,
)
_EASTER_DAY = re.compile(r"easter(?:\s*([+-])\s*(\d+)\s*days?)?", re.IGNORECASE)
_WEEKS = re.compile(r"week\s*([\d\s,/-]*\d)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def echo(osm: str) -> str:
    """Mo–Do 7:30–16 Uhr; Fr 7:30–14 Uhr; an Feiertagen geschlossen. Blank for a blank value; a
    value that is none stands as it is."""
    if not osm.strip() or check(osm) is not None:
        return osm.strip()
    told = ""
    for separator, _, rule in rules_of(osm):
        told += _SEPARATORS.get(separator, "; ") + _rule(rule)
    return told


def _rule(rule: str) -> str:
    comment = _COMMENT.search(rule)
    plain = _COMMENT.sub(" ", rule)
    state = _STATE.search(plain)
    plain = _STATE.sub(" ", plain, count=1)
    times = next(reversed(list(_TIMES.finditer(plain))), None)
    selector = plain
    if times is not None:
        selector = plain[: times.start()] + plain[times.end() :]
    when = _selector(selector.strip().rstrip(":").strip())
    said = _times(times[0]) if times is not None else ""
    return _put_together(when, said, state[1].lower() if state else "", comment)


def _put_together(when: str, times: str, state: str, comment: re.Match[str] | None) -> str:
    remark = comment[1].strip() if comment else ""
    if remark:
        times = times.removesuffix(_STAYS_OPEN)
    is_closed = state in ("off", "closed")
    sure = is_closed or (not remark and state != "unknown") or (bool(remark) and state == "open")
    if times == ALL_DAY or not times:
        when = when or (EVERY_DAY if times and not remark else "")
    elif not when:
        when = EVERY_DAY
    words = [when, times]
    if is_closed:
        words.append(CLOSED)
    elif not times and not remark:
        words.append(UNSURE if state == "unknown" else f"{ALL_DAY} {OPEN}")
    told = " ".join(word for word in words if word)
    if not remark:
        return told if sure or not times else f"{told} ({UNSURE})"
    if is_closed and CLOSED in remark.lower():
        return f"{when} {remark}".strip()
    if not sure and not remark.lower().startswith(_SAYS_ITSELF):
        remark = f"{remark} – {UNSURE}"
    if not told or (not times and not is_closed and remark.lower().startswith(_INLINE)):
        return f"{told} {remark}".strip()
    return f"{told} ({remark})"


def _times(text: str) -> str:
    if text == "24/7" or re.sub(r"\s", "", text) == "00:00-24:00":
        return ALL_DAY
    spans = [_span(each.strip()) for each in text.split(",")]
    return f"{', '.join(spans)} Uhr" if spans[-1][-1:].isdigit() else ", ".join(spans)


def _span(text: str) -> str:
    every = re.search(r"/(\d+(?::\d+)?)$", text)
    plain = text[: every.start()] if every else text
    is_open = plain.endswith("+")
    points = [_point(each) for each in re.findall(_POINT, plain, re.IGNORECASE)]
    if len(points) == 1:
        told = f"ab {points[0]}{f' Uhr{_STAYS_OPEN}' if is_open else ''}"
    else:
        told = f"{points[0]}–{points[1]}{' Uhr oder länger' if is_open else ''}"
    return f"{told} (alle {every[1]} Minuten)" if every else told


def _point(text: str) -> str:
    """8 or 8:30; past midnight the hours begin again."""
    if text.lower() in _SUN:
        return _SUN[text.lower()]
    if text.startswith("("):
        for name, word in _SUN.items():
            text = re.sub(name, word, text, flags=re.IGNORECASE)
        return text
    hour, minute = text.split(":")
    on = int(hour) - 24 if int(hour) > 24 else int(hour)
    return str(on) if minute == "00" else f"{on}:{minute}"


def _selector(text: str) -> str:
    """The parts of the year first, then the days; what is neither stays as it is."""
    told: list[str] = []
    place = 0
    for found in _DAY_LIST.finditer(text):
        told += [_wide(text[place : found.start()]), _days(found[0])]
        place = found.end()
    told.append(_wide(text[place:]))
    return " ".join(each for each in told if each)


def _wide(text: str) -> str:
    said = _WEEKS.sub(_weeks, text)
    said = _EASTER_DAY.sub(_easter, said)
    said = _DATE.sub(_date, said)
    said = re.sub(r"(?<=[a-zäöüß\d])\s*-\s*(?=[\d A-ZÄÖÜ])", " bis ", said)
    said = re.sub(r"\s*,\s*", ", ", said)
    since = re.fullmatch(r"(.*\w)\s*\+", said.strip())
    said = f"ab {since[1]}" if since else said
    return " ".join(said.strip(" :").split())


def _date(found: re.Match[str]) -> str:
    """24. Dezember; 25.–26. Dezember; April 2026."""
    month = MONTHS[_MONTHS.index(found["month"].lower())]
    year = f" {found['year']}" if found["year"] else ""
    day = f"{int(found['day'])}." if found["day"] else ""
    last = f"–{int(found['last'])}." if found["last"] else ""
    return f"{day}{last} {month}{year}".strip()


def _easter(found: re.Match[str]) -> str:
    shift = f"{found[1]}{found[2]}" if found[1] else ""
    if shift in _EASTER:
        return _EASTER[shift]
    side = "nach" if found[1] == "+" else "vor"
    return f"{found[2]} Tage {side} Ostersonntag"


def _weeks(found: re.Match[str]) -> str:
    weeks = re.sub(r"\s", "", found[1])
    if weeks in ("1-53/2", "01-53/2"):
        return "in ungeraden Kalenderwochen"
    if weeks in ("2-52/2", "02-52/2"):
        return "in geraden Kalenderwochen"
    every = re.sub(r"/(\d+)", r", jede \1. Woche", weeks)
    return f"KW {every.replace('-', '–')}"


def _days(text: str) -> str:
    """Mo–Fr; Sa, So und an Feiertagen; 1. Sa im Monat."""
    items = re.split(r"\s*,\s*(?![^\[]*\])", text.strip())
    days = [_day(item) for item in items if not re.match(r"ph|sh", item, re.IGNORECASE)]
    holidays = [_holiday(item) for item in items if re.match(r"ph|sh", item, re.IGNORECASE)]
    told = ", ".join(days)
    if told == f"{DAYS[0]}–{DAYS[6]}":
        told = EVERY_DAY
    named = [each for each in (told, *holidays) if each]
    return f"{', '.join(named[:-1])} und {named[-1]}" if len(named) > 1 else named[0]


def _day(item: str) -> str:
    plain, bracket, nth = item.partition("[")
    ends = [DAYS[_DAYS.index(each)] for each in re.findall(_WEEKDAY, plain.lower())]
    told = "–".join(ends)
    if not bracket:
        return told
    ordinals = [each.strip() for each in nth.rstrip("] ").split(",")]
    return f"{', '.join(map(_ordinal, ordinals))} {told} im Monat"


def _ordinal(text: str) -> str:
    if text == "-1":
        return "letzter"
    if text.startswith("-"):
        return f"{text[1:]}.-letzter"
    return re.sub(r"(\d)", r"\1.", text).replace("-", "–")


def _holiday(item: str) -> str:
    if item.lower().startswith("sh"):
        return "in den Schulferien"
    shift = re.search(r"([+-])\s*(\d+)", item)
    if shift is None:
        return "an Feiertagen"
    count = "am Tag" if shift[2] == "1" else f"{shift[2]} Tage"
    return f"{count} {'nach' if shift[1] == '+' else 'vor'} einem Feiertag"
