"""The German words for chapters of a folder, their options and what became of them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from app.records.compositions import Change, ChapterKind, Option

CHAPTERS: Mapping[ChapterKind, str] = {
    ChapterKind.COVER: "Deckblatt",
    ChapterKind.LETTER: "Ihr Brief",
    ChapterKind.PEOPLE: "Ihre Ansprechpersonen",
    ChapterKind.TIMELINE: "Ihr Zeitplan",
    ChapterKind.CHECKLIST: "Ihre Checkliste",
    ChapterKind.DOCUMENTS: "Ihre Unterlagen",
    ChapterKind.OFFICES: "Ämter und Beratung",
    ChapterKind.CHILDREN: "Kita und Schule",
    ChapterKind.PARTNER: "Arbeit und Deutschkurse",
    ChapterKind.HOUSING: "Wohnen und Umzug",
    ChapterKind.PROFESSION: "Beruf und Förderung",
    ChapterKind.ARRIVING: "Ankommen in Ostfriesland",
    ChapterKind.VOUCHERS: "Gutscheine",
    ChapterKind.PRIVACY: "Datenschutz",
    ChapterKind.BROCHURE: "Beilage",
    ChapterKind.STAND: "Stand und Quellen",
}
"""What a chapter is called until the folder has been set."""

OPTIONS: Mapping[Option, str] = {
    Option.SPINE: "Rückenschild für den Ordner",
    Option.OPEN_ONLY: "nur, was noch offen ist",
    Option.QUESTIONS: "Felder für eigene Fragen",
    Option.OWN_PAPERS: "Blätter zum Abheften eigener Unterlagen",
    Option.CODES: "QR-Codes neben Internetadressen",
    Option.DUTIES: "eigene Dienste neben den Öffnungszeiten",
    Option.I_NEED: "Sätze zum Zeigen in zwei Sprachen",
    Option.TEA: "Ostfriesentee",
    Option.MOIN: "Wörter auf Plattdeutsch",
    Option.SIGNED_TWICE: "Einwilligungen in zwei Ausfertigungen",
}
CHANGES: Mapping[Change, str] = {
    Change.PUT_IN: "aufgenommen",
    Change.LEFT_OUT: "herausgenommen",
    Change.MOVED: "verschoben",
    Change.ON: "eingeschaltet",
    Change.OFF: "ausgeschaltet",
}
TAB_SHEETS = "Registerblätter"


def worded(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of a change of a folder in words; those that are none of it are left alone."""
    said: dict[str, str] = {}
    with suppress(KeyError, ValueError):
        said["chapter"] = CHAPTERS[ChapterKind(facts["chapter"])]
    with suppress(KeyError, ValueError):
        said["option"] = OPTIONS[Option(facts["option"])]
    with suppress(KeyError, ValueError):
        said["change"] = CHANGES[Change(facts["change"])]
    return said | ({"tabs": TAB_SHEETS} if "tabs" in facts else {})
