"""German words of tables: kinds of providers, what they have and languages as offices write them
in lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from app.content.languages import languages
from app.records.providers import Category
from app.rules.terms import Feature

CATEGORIES: Mapping[Category, str] = {
    Category.KITA: "Kita",
    Category.CHILDMINDING: "Kindertagespflege",
    Category.SCHOOL: "Schule",
    Category.ALL_DAY_CARE: "Ganztag",
    Category.HOUSING: "Wohnen",
    Category.ESTATE_MANAGER: "Hausverwaltung",
    Category.MOVER: "Umzugsfirma",
    Category.EMPLOYER: "Arbeitgeber",
    Category.AUTHORITY: "Amt",
    Category.COUNSELLING: "Beratung",
    Category.LANGUAGE_COURSE: "Sprachkurs",
    Category.TRAINING: "Weiterbildung",
    Category.DOCTOR: "Gesundheit",
    Category.ELDER_CARE: "Altenbetreuung",
    Category.CLUB: "Verein",
    Category.LEISURE: "Freizeit, Inseln",
    Category.FUNDING_BODY: "Förderstelle",
    Category.NETWORK: "Netzwerk",
    Category.OTHER: "Sonstiges",
}
"""What a kind is called in the tables this program writes."""

_ALSO: Mapping[Category, str] = {
    Category.KITA: "Kindergarten|Kindertagesstätte|Kindertageseinrichtung|Krippe|Kinderkrippe|Hort"
    "|Kiga|KiTa|Kinderhaus|Daycare",
    Category.CHILDMINDING: "Tagespflege|Tagesmutter|Tagesvater|Kindertagespflegeperson"
    "|Großtagespflege|Childminder",
    Category.SCHOOL: "Grundschule|Gymnasium|Oberschule|Realschule|Hauptschule|Gesamtschule|IGS|KGS"
    "|Förderschule|Berufsschule|BBS|Berufsbildende Schule",
    Category.ALL_DAY_CARE: "Ganztagsbetreuung|Ganztagsschule|Nachmittagsbetreuung",
    Category.HOUSING: "Wohnung|Wohnungen|Wohnungsgesellschaft|Vermieter|Unterkunft|Ferienwohnung",
    Category.ESTATE_MANAGER: "Makler|Immobilien|Immobilienmakler|Verwalter",
    Category.MOVER: "Umzug|Umzüge|Spedition|Umzugsunternehmen",
    Category.EMPLOYER: "Betrieb|Unternehmen|Firma|Klinik|Krankenhaus|Employer",
    Category.AUTHORITY: "Behörde|Amt / Behörde|Ausländerbehörde|Jobcenter|Bürgeramt|Authority",
    Category.COUNSELLING: "Beratungsstelle|Migrationsberatung|Counselling",
    Category.LANGUAGE_COURSE: "Sprachschule|Deutschkurs|Integrationskurs|VHS|Volkshochschule",
    Category.TRAINING: "Fortbildung|Ausbildung|Bildungsträger|Qualifizierung",
    Category.DOCTOR: "Arzt|Ärztin|Ärzte|Arztpraxis|Hausarzt|Kinderarzt|Praxis|Doctor",
    Category.ELDER_CARE: "Pflegedienst|Pflegeheim|Seniorenheim|Seniorentagespflege|Altenpflege",
    Category.CLUB: "Sportverein|Vereine|Club",
    Category.LEISURE: "Freizeit|Inseln|Kultur|Sport|Leisure",
    Category.FUNDING_BODY: "Förderung|Fördergeber|Zuschussgeber",
    Category.NETWORK: "Netzwerkpartner|Kooperationspartner|Network",
    Category.OTHER: "Sonstige|Andere|Other",
}
CATEGORY_WORDS: Mapping[str, Category] = {
    **{word.casefold(): category for category, words in _ALSO.items() for word in words.split("|")},
    **{word.casefold(): category for category, word in CATEGORIES.items()},
    **{category.value: category for category in Category},
}
"""A kind by every word for it, folded; the code itself too."""


FEATURES: Mapping[Feature, str] = {
    Feature.REGIONAL_HEALTH_CENTRE: "Regionales Gesundheitszentrum",
    Feature.TRIAGE_PRACTICE: "Notfalltriage",
    Feature.COMMUNITY_NURSE: "Gemeindeschwester",
    Feature.JOINT_PRACTICE: "Versorgungszentrum",
    Feature.MOBILE_SERVICE: "Mobiler Dienst",
    Feature.VIDEO_CONSULTATION: "Videosprechstunde",
    Feature.ONLINE_BOOKING: "Termine online",
    Feature.REPEAT_PRESCRIPTION: "Rezepte online",
    Feature.VIDEO_INTERPRETING: "Videodolmetschen",
    Feature.PORTAL: "App oder Portal",
    Feature.ONLINE_ADVICE: "Beratung online",
    Feature.ONLINE_APPLICATION: "Anträge online",
}
"""What new forms of care and digital services are called in tables and in the window."""

_ALSO_FEATURES: Mapping[Feature, str] = {
    Feature.REGIONAL_HEALTH_CENTRE: "RGZ|Regionales Versorgungszentrum|RVZ|Gesundheitszentrum",
    Feature.TRIAGE_PRACTICE: "Notfalltriagepraxis|Notfallpraxis|Triage|Integriertes Notfallzentrum",
    Feature.COMMUNITY_NURSE: "Gemeindeschwestern|Gemeindepfleger|Community Nurse"
    "|Community Health Nurse",
    Feature.JOINT_PRACTICE: "MVZ|Medizinisches Versorgungszentrum|Gemeinschaftspraxis|Ärztehaus",
    Feature.MOBILE_SERVICE: "Mobil|Hausbesuche|aufsuchend|kommt ins Haus",
    Feature.VIDEO_CONSULTATION: "Telemedizin|Telesprechstunde|Videoberatung|Videogespräch",
    Feature.ONLINE_BOOKING: "Online-Termin|Online-Termine|Onlinetermin|Online-Terminvergabe"
    "|Online-Terminbuchung|Terminbuchung",
    Feature.REPEAT_PRESCRIPTION: "E-Rezept|eRezept|Folgerezept|Online-Rezept",
    Feature.VIDEO_INTERPRETING: "Sprachmittlung per Video|Videodolmetscher|Dolmetschen per Video",
    Feature.PORTAL: "App|Portal|Patientenportal|Patienten-App|Kita-App|Schul-App",
    Feature.ONLINE_ADVICE: "Onlineberatung|Online-Beratung|Chat|Chatberatung",
    Feature.ONLINE_APPLICATION: "Onlineantrag|Online-Antrag|Online-Anträge|Online-Anmeldung",
}
FEATURE_WORDS: Mapping[str, Feature] = {
    **{
        word.casefold(): feature
        for feature, words in _ALSO_FEATURES.items()
        for word in words.split("|")
    },
    **{word.casefold(): feature for feature, word in FEATURES.items()},
    **{feature.value: feature for feature in Feature},
}
"""A new form of care or digital service by every word for it, folded; the code itself too."""


def feature_word(code: str) -> str:
    """The German word of a code, the code itself where it is none."""
    feature = FEATURE_WORDS.get(code)
    return FEATURES[feature] if feature is not None else code


def language_code(word: str) -> str:
    """The tag of a language by its German or English name, or a tag itself; "" where unknown."""
    if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?", word):
        return word
    return _names().get(word.casefold(), "")


@cache
def _names() -> Mapping[str, str]:
    english = {name.casefold(): tag for tag, name in languages("en")}
    return english | {name.casefold(): tag for tag, name in languages()}
