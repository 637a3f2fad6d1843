"""Care in words: who cares, whether a place fits and why, what is open, what is decided. No Qt."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from types import MappingProxyType

from app.content.languages import language_name
from app.records.care import CarerKind
from app.records.care_board import Card, Helper, PersonCare
from app.records.providers import Category
from app.rules import care_law
from app.rules.care_fit import CareReason, Fact, Said, Verdict
from app.rules.cover import CareKind, Gap
from app.rules.terms import MemberRole
from ui.amounts import ago, crow, years
from ui.widgets.typed_numbers import shown_cents
from ui.words import CARE_STATES

KINDS: Mapping[CareKind, str] = MappingProxyType(
    {
        CareKind.KITA: "Kita",
        CareKind.SCHOOL: "Schule",
        CareKind.ALL_DAY: "Ganztag",
        CareKind.CHILDMINDING: "Tagespflege",
        CareKind.ELDER_CARE: "Altenbetreuung",
        CareKind.RELATIVE: "Angehörige",
        CareKind.HOUSEHOLD: "Hilfe im Haushalt",
    }
)
ABBREVIATED: Mapping[CareKind, str] = MappingProxyType(
    {
        **KINDS,
        CareKind.CHILDMINDING: "TP",
        CareKind.ELDER_CARE: "AB",
        CareKind.HOUSEHOLD: "Hilfe",
    }
)
"""The word for a kind on a bar of the picture; people are called by their names where they fit."""
_TITLED: Mapping[CareKind, str] = MappingProxyType(
    {CareKind.CHILDMINDING: "TP", CareKind.ALL_DAY: "Ganztag"}
)
_OF_ALL_DAY = ("ganztag", "hort")
_ADDRESSES = frozenset({"Frau", "Herr"})
CATEGORIES: Mapping[CareKind, Category] = MappingProxyType(
    {
        CareKind.KITA: Category.KITA,
        CareKind.SCHOOL: Category.SCHOOL,
        CareKind.ALL_DAY: Category.ALL_DAY_CARE,
        CareKind.CHILDMINDING: Category.CHILDMINDING,
        CareKind.ELDER_CARE: Category.ELDER_CARE,
    }
)
"""The kind of entry in the directory; carers are in none."""
PEOPLE = frozenset({CareKind.RELATIVE, CareKind.HOUSEHOLD})
CARERS: Mapping[CarerKind, str] = MappingProxyType(
    {CarerKind.RELATIVE: "Angehörige", CarerKind.HOUSEHOLD: "Hilfe im Haushalt"}
)
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.FITS: "passt",
        Verdict.UNSURE: "unbekannt",
        Verdict.NO_PLACE: "kein Platz",
        Verdict.UNFIT: "passt nicht",
        Verdict.DECLINED: "abgelehnt",
    }
)
STATES = CARE_STATES
UNDECIDED = "unentschieden"
GAPS: Mapping[Gap, str] = MappingProxyType(
    {
        Gap.EARLY: "früh",
        Gap.BETWEEN: "zwischendurch",
        Gap.LATE: "spät",
        Gap.NIGHT: "nachts",
        Gap.WEEKEND: "Wochenende",
        Gap.CLOSED: "geschlossen",
        Gap.UNKNOWN: "Zeiten unbekannt",
    }
)
REASONS: Mapping[CareReason, tuple[str, ...]] = MappingProxyType(
    {
        CareReason.TOO_YOUNG: ("Nimmt ab {months} auf, das ist ab {on}.", "Das Kind ist zu jung."),
        CareReason.TOO_OLD: (
            "Nimmt bis zum Alter von {months} auf, das ist bis {on}.",
            "Das Alter ist zu hoch.",
        ),
        CareReason.AGE_UNKNOWN: ("Ob das Alter passt, ist offen: Das Geburtsdatum fehlt.",),
        CareReason.AGES_UNKNOWN: ("Welches Alter aufgenommen wird, ist nicht eingetragen.",),
        CareReason.PLACE_FREE: ("{places} frei (Stand {on}).", "{places} frei."),
        CareReason.NO_PLACE: (
            "Kein Platz frei (Stand {on}), Warteliste mit {waiting}.",
            "Kein Platz frei, Warteliste mit {waiting}.",
            "Kein Platz frei (Stand {on}).",
            "Kein Platz frei.",
        ),
        CareReason.PLACES_UNKNOWN: ("Ob ein Platz frei ist, ist nicht bekannt.",),
        CareReason.PLACE_FROM: ("Platz ab {on}.",),
        CareReason.BEGINS: ("Öffnet am {on}.",),
        CareReason.ENDS: ("Schließt für immer am {on}.",),
        CareReason.RESTS: ("Zurzeit geschlossen.",),
        CareReason.OWN_STAFF: (
            "{name} hält {places} für Beschäftigte frei, bis {on}.",
            "{name} hält {places} für Beschäftigte frei.",
            "Plätze für Beschäftigte von {name}.",
        ),
        CareReason.EMPLOYER_PAYS: (
            "{name} zahlt {cents} im Monat dazu, bis {on}.",
            "{name} zahlt {cents} im Monat dazu.",
        ),
        CareReason.OTHER_STAFF: ("Nur für Beschäftigte von {name}.",),
        CareReason.PARTLY_RESERVED: (
            "{count} von {of} Plätzen nur für Beschäftigte von {name}.",
            "{places} nur für Beschäftigte von {name}.",
            "Einige Plätze nur für Beschäftigte von {name}.",
        ),
        CareReason.LANGUAGE: ("Spricht {languages}.",),
        CareReason.NO_LANGUAGE: ("Dort nicht gesprochen: {languages}.",),
        CareReason.TOO_FAR: ("{km} km entfernt, gewünscht sind höchstens {most} km.",),
        CareReason.DISTANCE_UNKNOWN: ("Wie weit es ist, ist nicht bekannt.",),
        CareReason.WAY_LONGER: ("Der Weg dauert {minutes}, gerechnet ist mit {entered}.",),
        CareReason.HOURS_UNKNOWN: ("Zeiten fehlen, deshalb keine Aussage zur Deckung.",),
        CareReason.ON_REQUEST: ("{minutes} mehr nach Vereinbarung.", "Mehr nach Vereinbarung."),
        CareReason.SETTLING: (
            "Eingewöhnung {weeks}, alle Stunden erst ab {on}.",
            "Eingewöhnung {weeks}.",
        ),
        CareReason.SETTLING_UNKNOWN: ("Wie lange die Eingewöhnung dauert, ist nicht bekannt.",),
        CareReason.TEN_HOURS: (
            (
                "An {day_count} länger als zehn Stunden, längstens {minutes} (Soll: höchstens "
                "zehn, § 20 Abs. 3 NKiTaG, Stand {stand})."
            ),
            (
                "Länger als zehn Stunden am Tag (Soll: höchstens zehn, § 20 Abs. 3 NKiTaG, Stand "
                "{stand})."
            ),
        ),
        CareReason.FREE_FROM: (
            (
                "Beitragsfrei ab {on}, höchstens acht Stunden am Tag (§ 22 Abs. 2 NKiTaG, Stand "
                "{stand})."
            ),
        ),
        CareReason.PRICED: (
            "Kostenpflichtig sind {minutes} in der Kita (§ 22 Abs. 2 NKiTaG, Stand {stand}).",
        ),
        CareReason.HOLIDAYS_UNKNOWN: ("Schulferien sind nur bis {on} bekannt.",),
    }
)
"""The first form of which all facts are known is said."""
_LAST = frozenset({CareReason.PLACES_UNKNOWN, CareReason.AGES_UNKNOWN, CareReason.SETTLING_UNKNOWN})
"""What nobody knows of most places, said after all else."""
_AGELESS = frozenset({CareKind.ELDER_CARE})
"""Kinds of which nobody enters an age: that it is missing is no news."""
_AT_SCHOOL = 84  # months: from here on a child is surely at school


def hours(minutes: int) -> str:
    """42 h 05; 0 h 50."""
    return f"{minutes // 60} h {minutes % 60:02d}"


def short(minutes: int) -> str:
    """80 min; from two hours on 2 h 05."""
    return f"{minutes} min" if minutes < 120 else hours(minutes)


def clock(minute: int) -> str:
    """8:10; the end of a day is 24:00."""
    return f"{minute // 60}:{minute % 60:02d}"


def span(start: int, end: int) -> str:
    """8:10–16:00."""
    return f"{clock(start)}–{clock(end)}"


def joined(words: Sequence[str]) -> str:
    """Mo, Di und Fr."""
    return " und ".join([*filter(None, [", ".join(words[:-1])]), *words[-1:]])


def reason(said: Said) -> str:
    """One reason as a sentence."""
    facts = {key: _WORDED.get(key, str)(value) for key, value in said.facts.items()}
    if isinstance(count := said.facts.get("count"), int):
        facts["places"] = "1 Platz" if count == 1 else f"{count} Plätze"
    if isinstance(days := said.facts.get("days"), int):
        facts["day_count"] = "einem Tag" if days == 1 else f"{days} Tagen"
    if facts.get("km") == facts.get("most", ""):
        facts["km"] = _beyond(said.facts["km"])
    facts["stand"] = f"{care_law.STAND:%m/%Y}"
    for form in REASONS[said.reason]:
        needed = {name for _, name, _, _ in string.Formatter().parse(form) if name}
        if needed <= facts.keys():
            return form.format(**facts)
    return REASONS[said.reason][-1].format_map(_Missing(facts))


def reasons(said: Sequence[Said]) -> str:
    """All reasons, what is generally unknown last."""
    ordered = sorted(said, key=lambda each: each.reason in _LAST)
    return " ".join(map(reason, ordered))


def head(card: Card, needed: int) -> str:
    """What stands at the right of a card: the share, or why there is none."""
    if card.verdict is Verdict.FITS or (card.verdict is Verdict.UNSURE and card.covered):
        return share(card.covered, needed)
    return VERDICTS[card.verdict]


def share(covered: int, needed: int) -> str:
    """82 %; only what is whole is 100 %, only nothing 0 %."""
    if not needed:
        return "–"
    percent = round(100 * covered / needed)
    if covered < needed:
        percent = min(percent, 99)
    return f"{max(percent, 1) if covered else percent} %"


def card(shown: Card, needed: int) -> str:
    """The sentences of a card, the weightiest first, what nobody knows of most places last."""
    if shown.verdict is Verdict.DECLINED:
        return _declined(shown.because.strip().rstrip("."))
    ageless = shown.helper.kind in _AGELESS
    said = [each for each in shown.said if not (ageless and each.reason is CareReason.AGES_UNKNOWN)]
    known = reasons([each for each in said if each.reason not in _LAST])
    unknown = reasons([each for each in said if each.reason in _LAST])
    covers = ""
    if shown.covered:
        verb = "Deckt" if shown.verdict in (Verdict.FITS, Verdict.UNSURE) else "Würde decken:"
        covers = f"{verb} {hours(shown.covered)} von {hours(needed)}."
    elif shown.verdict is Verdict.FITS and needed:
        covers = "Deckt nichts von dem, was gebraucht wird."
    first = (covers, known) if shown.verdict is Verdict.FITS else (known, covers)
    far = any(each.reason is CareReason.TOO_FAR for each in said)
    helper = replace(shown.helper, km=None) if far else shown.helper
    return " ".join(filter(None, (*first, away(helper), unknown)))


def _declined(because: str) -> str:
    """Abgelehnt, weil zu weit. What begins as a sentence does stands behind a colon."""
    if not because:
        return "Abgelehnt."
    return f"Abgelehnt: {because}." if because[0].isupper() else f"Abgelehnt, weil {because}."


def away(helper: Helper) -> str:
    """4,2 km Luftlinie, Fahrzeit 14 min; blank where nothing is known."""
    told = [crow(helper.km)] if helper.km is not None else []
    told += [f"Fahrzeit {helper.way} min"] if helper.way is not None else []
    return f"{', '.join(told)}." if told else ""


def state(helper: Helper) -> str:
    """What is decided."""
    return STATES[helper.state] if helper.state is not None else UNDECIDED


def checked(on: date | None, today: date, *, stale: bool) -> str:
    """geprüft 12.11.2026; vor 13 Monaten geprüft where it is due again."""
    if on is None:
        return "nie geprüft"
    return f"{ago(on, today)} geprüft" if stale else f"geprüft {on:%d.%m.%Y}"


def titled(helper: Helper) -> str:
    """Kita Deichspatzen; Tagespflege Möwennest (TP); Grundschule am Siel (Ganztag); Oma Leila."""
    told = _TITLED.get(helper.kind)
    return f"{helper.name} ({told})" if told else helper.name


def named(helper: Helper) -> str:
    """Kita Deichspatzen; Grundschule am Siel (Ganztag), Hort am Siel; Frau Siel, not what is told
    of her after a comma."""
    if helper.kind in PEOPLE:
        return helper.name.partition(",")[0].strip()
    folded = helper.name.casefold()
    told = helper.kind is not CareKind.ALL_DAY or any(word in folded for word in _OF_ALL_DAY)
    return helper.name if told else f"{helper.name} ({KINDS[CareKind.ALL_DAY]})"


def located(helper: Helper) -> str:
    """Kita Deichspatzen, Norden; the town once where the name has it."""
    name = named(helper) if helper.kind not in PEOPLE else helper.name
    told = not helper.town or re.search(rf"\b{re.escape(helper.town)}\b", name)
    return name if told else f"{name}, {helper.town}"


def brief(helper: Helper, others: Sequence[Helper]) -> str:
    """The one word of `called` by which somebody is known: Oma, Siel of Frau Siel, Möwennest."""
    words = called(helper, others).split() or [""]
    if helper.kind in PEOPLE:
        return words[1] if words[0] in _ADDRESSES and len(words) > 1 else words[0]
    return words[-1].strip("()")


def called(helper: Helper, others: Sequence[Helper]) -> str:
    """What a bar of the picture says: the kind, the name of a person or where two are of a kind."""
    alike = sum(each.kind is helper.kind for each in others)
    if helper.kind in PEOPLE or alike > 1:
        return named(helper)
    return ABBREVIATED[helper.kind]


def sought(person: PersonCare) -> str:
    """What somebody is looked for, by the places there are: Kita for who is not yet at school."""
    kinds = {each.helper.kind for each in person.cards}
    for kind in (CareKind.KITA, CareKind.SCHOOL, CareKind.ALL_DAY, CareKind.ELDER_CARE):
        if kind in kinds:
            return KINDS[kind]
    if person.role is not MemberRole.CHILD:
        return KINDS[CareKind.ELDER_CARE]
    at_school = person.age_months is not None and person.age_months >= _AT_SCHOOL
    return KINDS[CareKind.ALL_DAY if at_school else CareKind.KITA]


def aged(person: PersonCare) -> str:
    """Yasmin (4); (9 Monate) below a year."""
    months = person.age_months
    if months is None:
        return person.name
    return f"{person.name} ({months // 12 if months >= 12 else years(months)})"


class _Missing(dict[str, str]):
    """Facts of which some are missing: a dash stands for them."""

    def __missing__(self, key: str) -> str:
        return "–"


def _number(value: Fact) -> str:
    if isinstance(value, float):
        whole = round(value) if value >= 10 else round(value, 1)
        return f"{whole:g}".replace(".", ",")
    return str(value)


def _beyond(value: Fact) -> str:
    """18,1: a distance that rounds to the most wished for, told so that it is seen to be more."""
    return f"{ceil(value * 10) / 10:.1f}".replace(".", ",") if isinstance(value, float) else "–"


def _day(value: Fact) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


def _minutes(value: Fact) -> str:
    return short(value) if isinstance(value, int) else str(value)


def _months(value: Fact) -> str:
    if not isinstance(value, int):
        return str(value)
    return " ".join(f"{each}n" if each.endswith("e") else each for each in years(value).split())


def _euro(value: Fact) -> str:
    return f"{shown_cents(value)} €" if isinstance(value, int) else str(value)


def _weeks(value: Fact) -> str:
    return "1 Woche" if value == 1 else f"{value} Wochen"


def _waiting(value: Fact) -> str:
    return "einer Anmeldung" if value == 1 else f"{value} Anmeldungen"


def _languages(value: Fact) -> str:
    tags = value if isinstance(value, tuple) else (str(value),)
    return joined([language_name(tag) for tag in tags])


_WORDED: Mapping[str, Callable[[Fact], str]] = {
    "on": _day,
    "months": _months,
    "cents": _euro,
    "minutes": _minutes,
    "entered": _minutes,
    "weeks": _weeks,
    "waiting": _waiting,
    "languages": _languages,
    "km": _number,
    "most": _number,
}
