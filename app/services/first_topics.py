"""The fields a working group on skilled staff and a culture of welcome begins with."""

from __future__ import annotations

from app.records.working_group import TopicDraft

WELCOME = "Willkommenskultur"
"""The keyword of what makes people feel expected."""

_WINNING = (
    "Fort- und Weiterbildung für Fachpersonal",
    "Finanzielle Unterstützung bei der Ansiedlung",
    "Unterbringung für Auszubildende und Studierende",
    "Zusammenarbeit zwischen ambulant und stationär",
    "Digitalisierung",
    "Zusammenarbeit der Akteure fördern",
)
_WELCOMING = (
    ("Kinderbetreuung bei Schicht- und Wochenendarbeit", "Kinderbetreuung"),
    ("Unterstützung von Partnerinnen und Partnern bei der Stellensuche", "Partner*in"),
    ("Wohnungs- und Immobilienservice", "Wohnen"),
    ("Andocken: Welche Kita, welche Schule passt?", "Kinderbetreuung"),
    ("Umzugsservice", "Wohnen"),
    ("Feste Ansprechpersonen schaffen", ""),
)
FIRST_TOPICS: tuple[TopicDraft, ...] = (
    *(TopicDraft(title) for title in _WINNING),
    *(
        TopicDraft(title, keywords=tuple(word for word in (WELCOME, further) if word))
        for title, further in _WELCOMING
    ),
)
