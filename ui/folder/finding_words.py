"""What a clerk should know of a folder, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

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


def sentence(finding: Finding) -> str:
    """One finding as a sentence."""
    on = f"{finding.on:%d.%m.%Y}" if finding.on else ""
    return FINDINGS[finding.code].format(name=finding.name, on=on)
