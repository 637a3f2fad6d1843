"""What happened and what was refused about mentors and occasions, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

_ELSE = "Frei ist {other}."

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.MENTOR_ADDED: ("{name} als Pat*in eingetragen.", "Pat*in eingetragen."),
    Act.MENTOR_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zur Pat*in gespeichert."),
    Act.MENTOR_REMOVED: ("{name} ist nicht mehr als Pat*in verzeichnet.", "Pat*in entfernt."),
    Act.MENTORSHIP_PROPOSED: (
        "{name} für {family} vorgemerkt.",
        "Patenschaft vorgemerkt.",
    ),
    Act.MENTORSHIP_ASKED: (
        "Anfrage an {name} für {family} vermerkt.",
        "Anfrage zur Patenschaft vermerkt.",
    ),
    Act.MENTORSHIP_AGREED: (
        "{name} begleitet {family} und steht jetzt bei den Ansprechpersonen.",
        "Patenschaft vereinbart.",
    ),
    Act.MENTORSHIP_DECLINED: (
        "Absage von {name} für {family} vermerkt.",
        "Absage zur Patenschaft vermerkt.",
    ),
    Act.MENTORSHIP_ENDED: (
        "Die Patenschaft von {name} für {family} ist beendet.",
        "Patenschaft beendet.",
    ),
    Act.MENTORSHIP_CHANNEL_NOTED: (
        "Wie {name} und {family} in Kontakt bleiben, ist vermerkt.",
        "Kontaktweg der Patenschaft vermerkt.",
    ),
    Act.OCCASION_ADDED: ("Anlass „{name}“ angelegt.", "Anlass angelegt."),
    Act.OCCASION_EDITED: ("Anlass „{name}“ geändert.", "Anlass geändert."),
    Act.OCCASION_ARCHIVED: ("Anlass „{name}“ archiviert.", "Anlass archiviert."),
    Act.OCCASION_RESTORED: ("Anlass „{name}“ zurückgeholt.", "Anlass zurückgeholt."),
    Act.CASES_INVITED: (
        "Zu „{name}“ eingeladen: {count}.",
        "Einladungen vermerkt.",
    ),
    Act.INVITATION_ANSWERED: (
        "Einladung von {family} zu „{name}“ vermerkt.",
        "Antwort auf die Einladung vermerkt.",
    ),
    Act.INVITATION_REMOVED: (
        "Einladung von {family} zu „{name}“ zurückgenommen.",
        "Einladung zurückgenommen.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_MENTOR: ("Diese Pat*in ist nicht mehr verzeichnet.",),
    Reason.NO_SUCH_MENTORSHIP: ("Diese Patenschaft ist nicht mehr verzeichnet.",),
    Reason.MENTOR_FULL: (
        f"{{name}} begleitet schon so viele Familien wie abgesprochen. {_ELSE}",
        (
            "{name} begleitet schon so viele Familien wie abgesprochen. Bitte mehr Plätze "
            "absprechen oder jemand anderen gewinnen."
        ),
        "Diese Pat*in begleitet schon so viele Familien wie abgesprochen.",
    ),
    Reason.MENTOR_LEFT: (
        f"{{name}} ist am ersten Arbeitstag nicht mehr dabei. {_ELSE}",
        "{name} ist am ersten Arbeitstag nicht mehr dabei. Bitte jemand anderen gewinnen.",
        "Diese Pat*in ist am ersten Arbeitstag nicht mehr dabei.",
    ),
    Reason.MENTOR_NOT_YET: (
        f"{{name}} ist am ersten Arbeitstag noch nicht dabei. {_ELSE}",
        "{name} ist am ersten Arbeitstag noch nicht dabei. Bitte jemand anderen gewinnen.",
        "Diese Pat*in ist am ersten Arbeitstag noch nicht dabei.",
    ),
    Reason.MENTOR_ELSEWHERE: (
        f"{{name}} arbeitet bei einem anderen Arbeitgeber. {_ELSE}",
        "{name} arbeitet bei einem anderen Arbeitgeber. Bitte dort jemanden gewinnen.",
        "Diese Pat*in arbeitet bei einem anderen Arbeitgeber.",
    ),
    Reason.MENTOR_IN_USE: (
        (
            "{name} wurde schon einer Familie vorgeschlagen. Bitte statt zu entfernen den letzten "
            "Tag eintragen."
        ),
        (
            "Diese Pat*in wurde schon einer Familie vorgeschlagen. Bitte statt zu entfernen den "
            "letzten Tag eintragen."
        ),
    ),
    Reason.MENTOR_SITE_CLOSED: (
        "Den Standort „{name}“ gibt es dann nicht mehr. Nachfolger ist „{successor}“.",
        "Den Standort „{name}“ gibt es dann nicht mehr. Bitte einen anderen wählen.",
        "Diesen Standort gibt es dann nicht mehr. Bitte einen anderen wählen.",
    ),
    Reason.MENTOR_WITHOUT_EMPLOYER: (
        "Der Fall hat noch keinen Arbeitgeber. Bitte erst in den Angaben zum Fall eintragen.",
    ),
    Reason.MENTOR_THERE_ALREADY: (
        "Diese Familie begleitet schon {name}. Bitte erst diese Patenschaft beenden.",
        "Diese Familie hat schon eine Patenschaft. Bitte diese erst beenden.",
    ),
    Reason.FEWER_THAN_AGREED: (
        "Zugesagt ist mehr: {count}. Bitte erst Patenschaften beenden.",
        "Zugesagt ist mehr. Bitte erst Patenschaften beenden.",
    ),
    Reason.MENTORSHIP_SETTLED: (
        "Über diese Patenschaft ist schon entschieden. Bitte die Liste neu ansehen.",
    ),
    Reason.MENTORSHIP_NOT_AGREED: ("Diese Patenschaft ist nicht vereinbart.",),
    Reason.CHANNEL_NOT_ALLOWED: (
        (
            "Dafür fehlt die Einwilligung der Familie gegenüber {name}. Bitte erst im Fall unter "
            "„Einwilligungen“ vermerken, an: Pate/Patin."
        ),
        (
            "Dafür fehlt die Einwilligung der Familie. Bitte erst im Fall unter „Einwilligungen“ "
            "vermerken, an: Pate/Patin."
        ),
    ),
    Reason.NO_SUCH_OCCASION: ("Diesen Anlass gibt es nicht mehr.",),
    Reason.NO_SUCH_INVITATION: ("Diese Einladung gibt es nicht mehr.",),
    Reason.OCCASION_PAST: (
        "Der {on} ist vorbei. Bitte einen Tag ab heute wählen.",
        "Dieser Tag ist vorbei. Bitte einen Tag ab heute wählen.",
    ),
    Reason.OCCASION_AHEAD: (
        "Das lässt sich erst am {on} sagen. Bis dahin: zugesagt oder abgesagt.",
        "Das lässt sich erst am Tag selbst sagen. Bis dahin: zugesagt oder abgesagt.",
    ),
    Reason.OCCASION_FULL: (
        (
            "Für „{name}“ ist das zu viel: {count} haben zugesagt. Bitte mehr Plätze eintragen "
            "oder eine Absage vermerken."
        ),
        "Dafür reichen die Plätze nicht. Bitte mehr Plätze eintragen.",
    ),
    Reason.OCCASION_ARCHIVED: (
        "„{name}“ ist archiviert. Bitte erst zurückholen.",
        "Dieser Anlass ist archiviert. Bitte erst zurückholen.",
    ),
    Reason.TWO_OCCASIONS: (
        "Zur selben Zeit hat die Familie schon „{name}“ zugesagt. Bitte erst dort absagen.",
        "Zur selben Zeit hat die Familie schon etwas anderes zugesagt. Bitte erst dort absagen.",
    ),
    Reason.ANSWER_AFTER_OCCASION: (
        "Die Antwort wird vor dem Anlass gebraucht. Bitte einen früheren Tag wählen.",
    ),
    Reason.NOBODY_INVITED: (
        "Zu „{name}“ sind alle Gewählten schon eingeladen.",
        "Alle Gewählten sind schon eingeladen.",
    ),
}
