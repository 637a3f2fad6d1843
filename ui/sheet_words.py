"""What single sheets are called. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.records.papers import PaperKind


@dataclass(frozen=True)
class Noun:
    """What a sheet is called: Liste, die Liste, der Liste."""

    bare: str
    named: str
    of: str

    @property
    def first(self) -> str:
        """Die Liste, as a sentence begins."""
        return f"{self.named[0].upper()}{self.named[1:]}"


PAPERS: Mapping[PaperKind, Noun] = MappingProxyType(
    {
        PaperKind.HANDOVER: Noun("Übergabeblatt", "das Übergabeblatt", "des Übergabeblatts"),
        PaperKind.FIRST_WEEK_WARD: Noun(
            "Wochenblatt für die Station",
            "das Wochenblatt für die Station",
            "des Wochenblatts für die Station",
        ),
        PaperKind.FIRST_WEEK_NEWCOMER: Noun(
            "Blatt zur ersten Woche", "das Blatt zur ersten Woche", "des Blatts zur ersten Woche"
        ),
        PaperKind.VISIT: Noun("Besuchsplan", "der Besuchsplan", "des Besuchsplans"),
        PaperKind.TALK: Noun("Gesprächsblatt", "das Gesprächsblatt", "des Gesprächsblatts"),
        PaperKind.INVITATION: Noun("Einladung", "die Einladung", "der Einladung"),
        PaperKind.MENTORSHIP: Noun(
            "Blatt zur Patenschaft", "das Blatt zur Patenschaft", "des Blatts zur Patenschaft"
        ),
        PaperKind.EMPLOYER: Noun(
            "Arbeitgeberblatt", "das Arbeitgeberblatt", "des Arbeitgeberblatts"
        ),
        PaperKind.PROFILE: Noun("Kurzprofil", "das Kurzprofil", "des Kurzprofils"),
        PaperKind.OPENINGS: Noun("Stellenliste", "die Stellenliste", "der Stellenliste"),
        PaperKind.COURSES: Noun("Kursliste", "die Kursliste", "der Kursliste"),
        PaperKind.NETWORK: Noun("Netzwerkblatt", "das Netzwerkblatt", "des Netzwerkblatts"),
        PaperKind.MEETING: Noun("Protokoll", "das Protokoll", "des Protokolls"),
        PaperKind.HOMES: Noun("Wohnungsliste", "die Wohnungsliste", "der Wohnungsliste"),
        PaperKind.MOVE_COSTS: Noun(
            "Kostenblatt zum Umzug", "das Kostenblatt zum Umzug", "des Kostenblatts zum Umzug"
        ),
        PaperKind.SCHOOLS: Noun("Schulblatt", "das Schulblatt", "des Schulblatts"),
        PaperKind.FUNDING: Noun("Förderblatt", "das Förderblatt", "des Förderblatts"),
        PaperKind.OWN_PRACTICE: Noun(
            "Blatt zur eigenen Praxis",
            "das Blatt zur eigenen Praxis",
            "des Blatts zur eigenen Praxis",
        ),
        PaperKind.ELDERS: Noun(
            "Blatt für ältere Angehörige",
            "das Blatt für ältere Angehörige",
            "des Blatts für ältere Angehörige",
        ),
        PaperKind.FIGURES: Noun("Zahlenbericht", "der Zahlenbericht", "des Zahlenberichts"),
    }
)
