"""German words of tables: kinds of providers and languages as offices write them in lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from app.content.languages import languages
from app.records.providers import Category

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


def language_code(word: str) -> str:
    """The tag of a language by its German or English name, or a tag itself; "" where unknown."""
    if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?", word):
        return word
    return _names().get(word.casefold(), "")


@cache
def _names() -> Mapping[str, str]:
    english = {name.casefold(): tag for tag, name in languages("en")}
    return english | {name.casefold(): tag for tag, name in languages()}
