"""Elders in words: wishes, reasons, hints of the law. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.content.languages import language_name
from app.records.elders import ElderHint, ElderMatch, ElderStep, Lives
from app.rules.elder_fit import Against, ElderWish, Speaks, Unsure
from ui.amounts import crow

WISHES: Mapping[ElderWish, str] = {
    ElderWish.DAY_CARE: "Tagespflege",
    ElderWish.HOME_CARE: "Pflegedienst",
    ElderWish.SHORT_TERM: "Kurzzeitpflege",
    ElderWish.CARE_HOME: "Pflegeheim",
    ElderWish.DEMENTIA: "Demenzgruppe",
    ElderWish.RESPITE: "Entlastung für Angehörige",
    ElderWish.MEALS: "Essen auf Rädern",
    ElderWish.EMERGENCY_CALL: "Hausnotruf",
    ElderWish.HOUSEHOLD: "Hilfe im Haushalt",
    ElderWish.ADVICE: "Pflegeberatung",
}
LIVES: Mapping[Lives, str] = {
    Lives.UNKNOWN: "nicht bekannt",
    Lives.WITH_FAMILY: "bei der Familie",
    Lives.OWN_HOME: "in eigener Wohnung",
    Lives.CARE_HOME: "im Pflegeheim",
    Lives.ABROAD: "im Ausland",
}
SPEAKS: Mapping[Speaks, str] = {
    Speaks.GIVES: "bietet {wishes}",
    Speaks.IN_CHARGE: "zuständig für den Wohnort",
    Speaks.FREE: "{free} Plätze frei (Stand {on})",
    Speaks.COVERS: "offen in {covered} von {needed}, in denen niemand da ist (vier Wochen)",
    Speaks.NEAR: "{km}",
    Speaks.LANGUAGE: "spricht {languages}",
    Speaks.ACCESSIBLE: "barrierefrei",
}
AGAINST: Mapping[Against, str] = {
    Against.OTHER_AREA: "für einen anderen Ort zuständig",
    Against.NO_PLACE: "kein Platz frei (Stand {on})",
    Against.NOT_THERE: "zurzeit nicht mehr oder noch nicht da",
    Against.RESTS: "vorübergehend geschlossen",
    Against.TOO_FAR: "{km}, für jeden Tag zu weit",
    Against.NOT_ACCESSIBLE: "nicht barrierefrei",
    Against.COVERS_NOTHING: "nicht offen, wenn niemand da ist",
}
UNSURE: Mapping[Unsure, str] = {
    Unsure.GIVES: "ob es das Gewünschte bietet",
    Unsure.PLACES: "ob ein Platz frei ist",
    Unsure.HOURS: "die Zeiten",
    Unsure.DISTANCE: "die Entfernung",
    Unsure.ACCESS: "ob es barrierefrei ist",
    Unsure.CHECK: "ob die Angaben noch stimmen (lange nicht geprüft)",
}
HINTS: Mapping[ElderHint, str] = {
    ElderHint.CARE_FUND: (
        "Leistungen der Pflegekasse nach Pflegegrad: §§ 36 bis 45b SGB XI. Beträge prüfen."
    ),
    ElderHint.SHORT_ABSENCE: (
        "Kurze Freistellung in einem akuten Fall: § 2 PflegeZG. Dauer und Geld prüfen."
    ),
    ElderHint.CARE_LEAVE: (
        "Pflegezeit für nahe Angehörige: § 3 PflegeZG. Ankündigung und Betriebsgröße prüfen."
    ),
    ElderHint.FAMILY_CARE_LEAVE: (
        "Familienpflegezeit: § 2 FPfZG. Ankündigung und Betriebsgröße prüfen."
    ),
}
HINTS_HEAD = "Unbestätigt (Stufe A), wird nicht gedruckt"
DEGREES: tuple[tuple[str, str], ...] = (
    ("", "keine Angabe"),
    *((str(degree), str(degree)) for degree in range(1, 6)),
)


def speaks(match: ElderMatch) -> str:
    """What speaks for a service, then what against it, then what is not known."""
    facts = _facts(match)
    pro = ", ".join(SPEAKS[each].format(**facts) for each in match.fit.speaks)
    contra = ", ".join(_against(each, match, facts) for each in match.fit.against)
    open_still = ", ".join(UNSURE[each] for each in match.fit.unsure)
    parts = (
        pro,
        f"aber: {contra}" if contra else "",
        f"nicht bekannt: {open_still}" if open_still else "",
        f"abgelehnt, weil: {match.because}" if match.because else "",
    )
    return " · ".join(part for part in parts if part)


def wishes(found: tuple[ElderWish, ...]) -> str:
    """Tagespflege, Demenzgruppe."""
    return ", ".join(WISHES[each] for each in found)


def step(found: ElderStep) -> str:
    """The day of a step and its law, marked where nobody vouched for it."""
    day = f"{found.due.on:%d.%m.%Y}" if found.due is not None else "ohne Datum"
    parts = ("erledigt" if found.done else day, found.basis, "zu prüfen" if found.unproven else "")
    return " · ".join(part for part in parts if part)


def about(match: ElderMatch) -> str:
    """What it is and where: Tagespflege für ältere Menschen, Musterfehn."""
    return " · ".join(part for part in (match.service, match.town) if part.strip())


def _against(each: Against, match: ElderMatch, facts: Mapping[str, str]) -> str:
    said = AGAINST[each].format(**facts)
    if each is Against.NO_PLACE and match.waiting:
        return f"{said}, {match.waiting} warten"
    return said


def _facts(match: ElderMatch) -> dict[str, str]:
    return {
        "wishes": wishes(match.fit.meets),
        "free": str(match.free or 0),
        "on": f"{match.free_on:%d.%m.%Y}" if match.free_on else "unbekannt",
        "covered": _hours(match.covered),
        "needed": _hours(match.needed),
        "km": crow(match.km) if match.km is not None else "",
        "languages": ", ".join(_spoken(match)),
    }


def _spoken(match: ElderMatch) -> Iterator[str]:
    return map(language_name, match.languages)


def _hours(minutes: int | None) -> str:
    return f"{round((minutes or 0) / 60)} h"
