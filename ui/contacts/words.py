"""Contacts and promises in German: topics, what a line of shorthand may say, days. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.records.cases import Channel
from app.records.contacts import ContactTopic, PromiseState
from app.rules.contact_line import LineTerms
from app.rules.near_days import DayWords
from app.rules.terms import Stage

TOPICS: Mapping[ContactTopic, str] = {
    ContactTopic.WORK: "Arbeit",
    ContactTopic.RECOGNITION: "Anerkennung",
    ContactTopic.RESIDENCE: "Aufenthalt",
    ContactTopic.LANGUAGE: "Sprache",
    ContactTopic.HOUSING: "Wohnung",
    ContactTopic.CHILDCARE: "Kita",
    ContactTopic.SCHOOL: "Schule",
    ContactTopic.PARTNER_JOB: "Partnerstelle",
    ContactTopic.HEALTH: "Gesundheit",
    ContactTopic.MONEY: "Geld",
    ContactTopic.MOVING: "Umzug",
    ContactTopic.LEISURE: "Freizeit",
    ContactTopic.VISIT: "Besuch",
    ContactTopic.INDUCTION: "Einarbeitung",
    ContactTopic.OTHER: "Sonstiges",
}
PROMISE_STATES: Mapping[PromiseState, str] = {
    PromiseState.OPEN: "offen",
    PromiseState.KEPT: "eingehalten",
    PromiseState.DROPPED: "hinfällig",
}
PROPOSED: Mapping[Stage, str] = {
    Stage.INTEREST: "Nachfragen, ob noch Interesse besteht",
    Stage.VISIT: "Den Besuch vorbereiten oder nachbereiten",
    Stage.CONTRACT: "Nach dem Stand des Vertrags fragen",
    Stage.PREBOARDING: "Nach Visum, Wohnung und Kita fragen",
    Stage.ARRIVAL: "Fragen, wie die ersten Tage sind",
    Stage.INDUCTION: "Nach der Einarbeitung fragen",
    Stage.PROBATION: "Vor Ende der Probezeit sprechen",
    Stage.STAYING: "Fragen, wie es der Familie geht",
}
"""What is usual in a stage where nothing is planned."""

_TOPIC_WORDS: Mapping[str, ContactTopic] = {
    **{word.casefold(): topic for topic, word in TOPICS.items()},
    "beruf": ContactTopic.WORK,
    "approbation": ContactTopic.RECOGNITION,
    "visum": ContactTopic.RESIDENCE,
    "deutschkurs": ContactTopic.LANGUAGE,
    "miete": ContactTopic.HOUSING,
    "kinderbetreuung": ContactTopic.CHILDCARE,
    "krippe": ContactTopic.CHILDCARE,
    "jobsuche": ContactTopic.PARTNER_JOB,
    "arzt": ContactTopic.HEALTH,
    "finanzen": ContactTopic.MONEY,
    "verein": ContactTopic.LEISURE,
}
_CHANNEL_LETTERS: Mapping[str, Channel] = {
    "t": Channel.PHONE,
    "m": Channel.EMAIL,
    "p": Channel.VISIT,
    "g": Channel.VISIT,
    "v": Channel.VIDEO,
    "b": Channel.LETTER,
    "n": Channel.MESSENGER,
}
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_WEEKDAY_WORDS: Mapping[str, int] = {
    **{word: at for at, word in enumerate(_WEEKDAYS)},
    **{word[:2]: at for at, word in enumerate(_WEEKDAYS)},
}
LINE = LineTerms(
    channels={letter: channel.value for letter, channel in _CHANNEL_LETTERS.items()},
    topics={word: topic.value for word, topic in _TOPIC_WORDS.items()},
    minutes=frozenset({"min", "min.", "minuten", "'"}),
    hours=frozenset({"h", "std", "std.", "stunde", "stunden"}),
    days=DayWords(
        days={"heute": 0, "morgen": 1, "übermorgen": 2},
        weekdays={**_WEEKDAY_WORDS, "nächste woche": 0, "kommende woche": 0},
        units={
            **dict.fromkeys(("t", "tag", "tage", "tagen"), 1),
            **dict.fromkeys(("w", "woche", "wochen"), 7),
        },
        small=frozenset({"in", "am", "den", "dem"}),
        ones=frozenset({"einem", "einer"}),
    ),
)
PAST = DayWords(
    days={"heute": 0, "gestern": 1, "vorgestern": 2},
    weekdays=_WEEKDAY_WORDS,
    units={},
    small=frozenset({"am", "den", "dem"}),
)
"""Days of contacts that were."""
HINT = "t 15 #kita Frau Muster: Platz ab März? > fr nachfragen"
LEGEND = (
    "Kurz getippt: t Telefon, m E-Mail, p Gespräch, v Video, b Brief, n Messenger; Minuten; "
    "#Thema; Name mit Doppelpunkt; Notiz; > Tag und was dann zu tun ist "
    "(morgen, fr, 3.12., 2w). Eingabetaste speichert."
)


def topics(found: Sequence[ContactTopic]) -> str:
    """Kita, Wohnung."""
    return ", ".join(TOPICS[topic] for topic in found)


def distance(on: date, today: date) -> str:
    """How late or how soon: 3 Tage überfällig, heute, in 4 Tagen."""
    days = (on - today).days
    if days < 0:
        return "1 Tag überfällig" if days == -1 else f"{-days} Tage überfällig"
    return ("heute", "morgen")[days] if days < 2 else f"in {days} Tagen"


def weeks(number: int) -> str:
    """1 Woche, 3 Wochen."""
    return "1 Woche" if number == 1 else f"{number} Wochen"


def minutes(number: int) -> str:
    """45 Min., 2 Std. 5 Min."""
    hours, rest = divmod(number, 60)
    if not hours:
        return f"{rest} Min."
    return f"{hours} Std. {rest} Min." if rest else f"{hours} Std."
