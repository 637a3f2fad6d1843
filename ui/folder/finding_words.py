"""What a clerk should know of a folder, in German. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from app.records.folders import Finding, FindingCode

FINDINGS: Mapping[FindingCode, str] = {
    FindingCode.STALE: "{name}: zuletzt geprüft am {on}. Die Mappe rät, vorher anzurufen.",
    FindingCode.NEVER_CHECKED: "{name}: noch nie geprüft. Das steht auch in der Mappe.",
    FindingCode.FULL: "{name} fehlt: am {on} war kein Platz frei. Bei der Betreuung "
    "vorgeschlagen, steht die Einrichtung doch in der Mappe.",
    FindingCode.OTHER_STAFF: "{name} fehlt: alle Plätze sind für Beschäftigte eines anderen "
    "Arbeitgebers.",
    FindingCode.WRONG_AGE: "{name} fehlt: nimmt kein Kind im Alter der Kinder auf.",
    FindingCode.UNREACHABLE: "{name} fehlt: weder Anschrift noch Telefon, E-Mail oder Internet "
    "sind eingetragen.",
    FindingCode.NO_ADVISOR: "Es ist keine Berater*in eingetragen.",
    FindingCode.NO_MENTOR: "Es ist keine Patin und kein Pate eingetragen.",
    FindingCode.NO_WARD: "Es ist keine Stationsleitung eingetragen.",
    FindingCode.NO_HOME: "Der Wohnort ist nicht eingetragen. Was in der Nähe liegt, ist deshalb "
    "nicht bekannt.",
    FindingCode.UNPROVEN: "„{name}“ fehlt: noch niemand hat den Schritt bestätigt.",
    FindingCode.NOT_TRANSLATED: "„{name}“ ist nicht übersetzt und steht in einer anderen Sprache "
    "da.",
    FindingCode.WORDS_NOT_TRANSLATED: "Einige feste Sätze der Mappe sind nicht übersetzt und "
    "stehen in einer anderen Sprache da.",
    FindingCode.VOUCHER_ENDED: "Gutschein „{name}“ fehlt: er galt bis {on}.",
    FindingCode.NO_OFFICER: "Es ist nicht eingetragen, wie Ihre Datenschutzbeauftragten zu "
    "erreichen sind (Art. 13 Abs. 1 Buchst. b DSGVO).",
}


SHORT: Mapping[FindingCode, tuple[str, str]] = {
    FindingCode.STALE: ("1 Angabe alt", "{} Angaben alt"),
    FindingCode.NEVER_CHECKED: ("1 Angabe ungeprüft", "{} Angaben ungeprüft"),
    FindingCode.UNREACHABLE: ("1 Adresse fehlt", "{} Adressen fehlen"),
    FindingCode.NO_ADVISOR: ("Berater*in fehlt", ""),
    FindingCode.NO_MENTOR: ("Patin/Pate fehlt", ""),
    FindingCode.NO_WARD: ("Stationsleitung fehlt", ""),
    FindingCode.NO_HOME: ("Wohnort fehlt", ""),
    FindingCode.UNPROVEN: ("1 Schritt unbestätigt", "{} Schritte unbestätigt"),
    FindingCode.NOT_TRANSLATED: ("1 Text unübersetzt", "{} Texte unübersetzt"),
    FindingCode.WORDS_NOT_TRANSLATED: ("Sätze unübersetzt", ""),
}
"""What a row says of one finding, of several alike. Places that do not fit the family are no
fault: they are told below the chapter alone."""


def sentence(finding: Finding) -> str:
    """One finding as a sentence."""
    on = f"{finding.on:%d.%m.%Y}" if finding.on else ""
    return FINDINGS[finding.code].format(name=finding.name, on=on)


def warning(codes: Sequence[str]) -> str:
    """What the row of a chapter says of what was found, by the codes of `SHORT`, blank ones left
    out; blank where nothing asks for anything."""
    counted = Counter(code for code in codes if code)
    if not counted:
        return ""
    if len(counted) > 1:
        return f"{counted.total()} Hinweise"
    [(code, count)] = counted.items()
    one, several = SHORT[FindingCode(code)]
    return several.format(count) if count > 1 and several else one
