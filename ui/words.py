"""The German word for each member of the office's closed vocabularies. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.care import CareState
from app.records.cases import CaseState, Channel, CloseReason, Counterpart
from app.rules.terms import (
    AnchorKind,
    Answer,
    Blocker,
    BlockerState,
    ConsentWay,
    DateKind,
    Gender,
    Grade,
    MemberRole,
    OfficeType,
    Purpose,
    Recipient,
    Role,
    Stage,
    StepState,
    Track,
)

STAGES: Mapping[Stage, str] = {
    Stage.INTEREST: "Interesse",
    Stage.VISIT: "Präsenztermin",
    Stage.CONTRACT: "Zusage/Vertrag",
    Stage.PREBOARDING: "Preboarding",
    Stage.ARRIVAL: "Ankunft",
    Stage.INDUCTION: "Einarbeitung",
    Stage.PROBATION: "Probezeit",
    Stage.STAYING: "Bindung",
}
TRACKS: Mapping[Track, str] = {Track.ONBOARDING: "Onboarding", Track.RELOCATION: "Umzug"}
STEP_STATES: Mapping[StepState, str] = {
    StepState.OPEN: "offen",
    StepState.DONE: "erledigt",
    StepState.NOT_NEEDED: "nicht nötig",
}
ANSWERS: Mapping[Answer, str] = {
    Answer.YES: "ja",
    Answer.NO: "nein",
    Answer.UNCLEAR: "unklar",
}
DATE_KINDS: Mapping[DateKind, str] = {
    DateKind.DUTY: "gesetzlich",
    DateKind.CLAIM_ENDS: "Anspruch endet",
    DateKind.VALIDITY_ENDS: "Gültigkeit endet",
    DateKind.OFFICE_RULE: "Vorgabe der Stelle",
    DateKind.ADVICE: "empfohlen",
    DateKind.EARLIEST: "frühestens",
    DateKind.AUTHORITY_TERM: "Frist der Behörde",
    DateKind.HINT: "Hinweis",
}
ANCHORS: Mapping[AnchorKind, str] = {
    AnchorKind.FIRST_CONTACT: "Erstkontakt",
    AnchorKind.VISIT: "Präsenztermin",
    AnchorKind.CONTRACT: "Zusage",
    AnchorKind.VISA_APPLICATION: "Visumantrag",
    AnchorKind.ENTRY: "Einreise",
    AnchorKind.MOVE_IN: "Einzug",
    AnchorKind.MOVE: "Umzug",
    AnchorKind.WORK_START: "Arbeitsbeginn",
    AnchorKind.PERMIT_ISSUED: "Erteilung des Aufenthaltstitels",
    AnchorKind.PERMIT_EXPIRY: "Ablauf des Aufenthaltstitels",
    AnchorKind.BIRTH: "Geburt",
    AnchorKind.CARE_START: "Kita-Start",
    AnchorKind.SCHOOL_START: "Schuljahresbeginn",
    AnchorKind.PRACTICE_START: "Praxisbeginn",
    AnchorKind.CARE_NEED: "Beginn des Betreuungsbedarfs",
    AnchorKind.DOG: "Beginn der Hundehaltung hier",
    AnchorKind.EMPLOYMENT_END: "Ende der Beschäftigung",
    AnchorKind.RECOGNITION_NOTICE: "Bescheid zur Anerkennung",
    AnchorKind.RESIDENCE: "Ordentlicher Wohnsitz",
}
ROLES: Mapping[Role, str] = {
    Role.SERVICE_POINT: "Servicestelle",
    Role.EMPLOYER: "Arbeitgeber",
    Role.HR: "Personalabteilung",
    Role.WARD: "Stationsleitung",
    Role.MENTOR: "Pate/Patin",
    Role.IT: "IT",
    Role.PERSON: "Fachkraft",
    Role.LANDLORD: "Immobilienverwaltung",
    Role.TOURISM: "Tourismus",
}
GENDERS: Mapping[Gender, str] = {
    Gender.FEMALE: "weiblich",
    Gender.MALE: "männlich",
    Gender.DIVERSE: "divers",
}
MEMBERS: Mapping[MemberRole, str] = {
    MemberRole.PROFESSIONAL: "Fachkraft",
    MemberRole.PARTNER: "Partner*in",
    MemberRole.CHILD: "Kind",
    MemberRole.GRANDPARENT: "Großelternteil",
    MemberRole.OTHER: "weitere Person",
}
GRADES: Mapping[Grade, str] = {
    Grade.G: "im Gesetz gelesen",
    Grade.S: "auf amtlicher Seite gelesen",
    Grade.A: "allgemeines Wissen",
}
CLOSE_REASONS: Mapping[CloseReason, str] = {
    CloseReason.SETTLED: "angekommen",
    CloseReason.DECLINED: "hat abgesagt",
    CloseReason.NO_OFFER: "kein Stellenangebot",
    CloseReason.NO_PERMIT: "kein Visum oder keine Erlaubnis",
    CloseReason.ELSEWHERE: "an anderem Ort angenommen",
    CloseReason.NO_CONTACT: "kein Kontakt mehr",
    CloseReason.OTHER: "anderer Grund",
}
CARE_STATES: Mapping[CareState, str] = {
    CareState.PROPOSED: "vorgeschlagen",
    CareState.WANTED: "gewünscht",
    CareState.PROMISED: "Zusage",
    CareState.DECLINED: "abgelehnt",
}
CHANNELS: Mapping[Channel, str] = {
    Channel.PHONE: "Telefon",
    Channel.EMAIL: "E-Mail",
    Channel.VISIT: "Gespräch",
    Channel.VIDEO: "Videogespräch",
    Channel.LETTER: "Brief",
    Channel.MESSENGER: "Messenger",
}
COUNTERPARTS: Mapping[Counterpart, str] = {
    Counterpart.FAMILY: "Familie",
    Counterpart.BODY: "Stelle",
}
CASE_STATES: Mapping[CaseState, str] = {
    CaseState.RUNNING: "laufend",
    CaseState.HELD: "ruhend",
    CaseState.CLOSED: "abgeschlossen",
    CaseState.ALL: "alle",
}
BLOCKERS: Mapping[Blocker, str] = {
    Blocker.RIGHT_TO_WORK: "Aufenthaltstitel mit Arbeitserlaubnis",
    Blocker.LICENCE: "Berufserlaubnis",
    Blocker.MEASLES: "Masernnachweis",
}
BLOCKERS_SHORT: Mapping[Blocker, str] = {
    Blocker.RIGHT_TO_WORK: "Aufenthaltstitel",
    Blocker.LICENCE: "Berufserlaubnis",
    Blocker.MEASLES: "Masernnachweis",
}
BLOCKER_STATES: Mapping[BlockerState, str] = {
    BlockerState.OPEN: "offen",
    BlockerState.UNCLEAR: "unklar",
    BlockerState.CLEARED: "liegt vor",
}
PURPOSES: Mapping[Purpose, str] = {
    Purpose.HEALTH_DATA: "Gesundheit, Pflege, Schwangerschaft",
    Purpose.SHARE: "Weitergabe von Angaben",
    Purpose.CONTACT_CHANNEL: "Kontakt über einen Messenger",
    Purpose.PHOTO: "Foto in der Mappe",
    Purpose.STATISTICS: "Auswertung für die Statistik",
}
RECIPIENTS: Mapping[Recipient, str] = {
    Recipient.SERVICE_POINT: "Servicestelle",
    Recipient.EMPLOYER: "Arbeitgeber",
    Recipient.MENTOR: "Pate/Patin",
    Recipient.CHILDCARE: "Kita oder Tagespflege",
    Recipient.SCHOOL: "Schule",
    Recipient.LANDLORD: "Vermieter",
    Recipient.AUTHORITY: "Behörde",
    Recipient.PARTNER_POINT: "andere Servicestelle",
    Recipient.OTHER: "andere",
}
CONSENT_WAYS: Mapping[ConsentWay, str] = {
    ConsentWay.SIGNED: "unterschrieben",
    ConsentWay.TEXT: "in Textform",
    ConsentWay.SPOKEN: "mündlich",
}
OFFICE_TYPES: Mapping[OfficeType, str] = {
    OfficeType.BANK: "Bank oder Sparkasse",
    OfficeType.BROADCAST_FEE: "Beitragsservice (Rundfunk)",
    OfficeType.CARE_SUPPORT: "Pflegestützpunkt",
    OfficeType.CENTRAL_OFFICE_81A: "Zentralstelle § 81a",
    OfficeType.CHILDCARE: "Kita-Vergabe",
    OfficeType.COMPANY_DOCTOR: "Betriebsarzt",
    OfficeType.DOCTORS_ASSOCIATION: "Kassenärztliche Vereinigung",
    OfficeType.DOG_REGISTER: "Hunderegister",
    OfficeType.DOG_TAX: "Steueramt (Hundesteuer)",
    OfficeType.DORMITORY: "Wohnheim",
    OfficeType.DRIVING_LICENCE: "Führerscheinstelle",
    OfficeType.EMBASSY: "Auslandsvertretung",
    OfficeType.EMPLOYER: "Arbeitgeber",
    OfficeType.EMPLOYMENT_AGENCY: "Agentur für Arbeit, Jobcenter",
    OfficeType.FACILITY: "Leitung der Einrichtung",
    OfficeType.FAMILY_BENEFITS: "Familienkasse",
    OfficeType.FAMILY_SERVICE: "Familienservicebüro",
    OfficeType.FEDERAL_TAX: "Bundeszentralamt für Steuern",
    OfficeType.GRANTS: "Förderstelle",
    OfficeType.HEALTH_INSURER: "Krankenkasse",
    OfficeType.HOUSING_OFFICE: "Wohnraumförderung",
    OfficeType.IMMIGRATION: "Ausländerbehörde",
    OfficeType.INSURER: "Versicherung",
    OfficeType.LANDLORD: "Vermieter",
    OfficeType.LANGUAGE_SCHOOL: "Sprachkursträger",
    OfficeType.MEDICAL_CHAMBER: "Ärztekammer",
    OfficeType.MEDICAL_LICENSING: "Approbationsbehörde",
    OfficeType.MEDICAL_PRACTICE: "Arztpraxis",
    OfficeType.MOVER: "Umzugsunternehmen",
    OfficeType.NURSING_RECOGNITION: "Anerkennung Pflege und Therapie",
    OfficeType.NURSING_SCHOOL: "Pflegeschule",
    OfficeType.PARENTAL_ALLOWANCE: "Elterngeldstelle",
    OfficeType.PENSION_FUND: "Versorgungswerk",
    OfficeType.PENSION_INSURANCE: "Rentenversicherung",
    OfficeType.PERSON: "Person selbst",
    OfficeType.POST: "Post",
    OfficeType.RECOGNITION_ADVICE: "Anerkennungsberatung",
    OfficeType.REGISTRY: "Meldebehörde (Bürgerbüro)",
    OfficeType.SCHOOL: "Schule",
    OfficeType.SERVICE_POINT: "Servicestelle",
    OfficeType.TAX_OFFICE: "Finanzamt",
    OfficeType.TRANSLATOR: "Übersetzung",
    OfficeType.UTILITIES: "Versorger",
    OfficeType.VEHICLE_REGISTRATION: "Kfz-Zulassung",
    OfficeType.VETERINARY: "Veterinäramt",
    OfficeType.WASTE: "Abfallwirtschaft",
    OfficeType.YOUTH_OFFICE: "Jugendamt",
}
