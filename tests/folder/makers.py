"""An invented family of four with everything a folder can hold, in German and in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from app.content.phrases import Phrases, load_phrases
from app.folder.contents import (
    Address,
    Advisor,
    ChecklistEntry,
    ContactPerson,
    Document,
    FolderContents,
    Hours,
    Member,
    Office,
    Place,
    PlaceKind,
    Source,
    Span,
    TimelineEntry,
)
from app.rules.calendar import Day, Precision
from app.rules.terms import DateKind, MemberRole, Role

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CREATED = date(2026, 12, 1)
STAND = date(2026, 8, 19)
LANGUAGES = ("de", "en")

Say: TypeAlias = Callable[[str, str], str]


def phrases(language: str = "de") -> Phrases:
    """The shipped phrases, which are without faults."""
    found, faults = load_phrases(RESOURCES / "phrases", language)
    assert not faults
    return found


def say(language: str) -> Say:
    """Picks the German or the English of a pair."""
    return lambda german, english: german if language == "de" else english


def day(year: int, month: int, of_month: int) -> Day:
    return Day(date(year, month, of_month))


def month(year: int, of_year: int) -> Day:
    return Day(date(year, of_year, 1), Precision.MONTH)


def span(start: str, end: str, *, marginal: bool = False) -> Span:
    """`span("7:30", "12:00")`"""
    return Span(_minutes(start), _minutes(end), marginal)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def office_week() -> Hours:
    """Mornings, two afternoons, closed on Wednesday."""
    morning, afternoon = span("8:30", "12:00"), span("14:00", "16:30")
    return Hours(((morning, afternoon), (morning,), (), (morning, afternoon), (morning,), (), ()))


def kita_week() -> Hours:
    """Core hours with marginal hours before and after, nothing at the weekend."""
    open_day = (
        span("7:00", "8:00", marginal=True),
        span("8:00", "16:00"),
        span("16:00", "17:00", marginal=True),
    )
    return Hours((*[open_day] * 5, (), ()))


def make_office(words: Say) -> Office:
    return Office(
        name=words("Fachkräfteservicestelle", "Skilled Workers Service Point"),
        department=words("Wirtschaftsförderung", "Economic Development"),
        address=Address("Am Siel 7", "26999", "Sielhaven"),
        phone="030 23125 100",
        email="moin@servicestelle.example",
        website="https://www.servicestelle.example",
        hours=office_week(),
        responsible_body="Landkreis Sielhaven",
        signatory="Tomke Albersdorf",
    )


def make_people(words: Say) -> tuple[ContactPerson, ...]:
    return (
        ContactPerson(
            name="Jantje Seelhoff",
            role=Role.MENTOR,
            organisation=words("Küstenklinik Sielhaven", "Sielhaven Coastal Hospital"),
            purpose=words(
                "Holt Sie am ersten Tag ab und kennt die Station.",
                "Meets you on your first day and knows the ward.",
            ),
            phone="0176 04069 021",
            languages=("de", "en"),
            hours=Hours(text=words("nach der Schicht, ab 15 Uhr", "after her shift, from 3 pm")),
        ),
        ContactPerson(
            name="Nguyễn Thị Hương",
            role=Role.WARD,
            organisation=words("Küstenklinik, Station 3", "Coastal Hospital, ward 3"),
            purpose=words("Dienstplan und Einarbeitung", "Shifts and induction"),
            phone="030 23125 310",
            email="station3@kuestenklinik.example",
            website="www.kuestenklinik.example/station-3",
            languages=("de", "vi", "en"),
        ),
        ContactPerson(
            name="Ole Brünings",
            role=Role.HR,
            organisation=words("Küstenklinik Sielhaven", "Sielhaven Coastal Hospital"),
            purpose=words("Vertrag, Gehalt, Krankenkasse", "Contract, pay, health insurance"),
            phone="030 23125 320",
            email="personal@kuestenklinik.example",
            hours=office_week(),
        ),
    )


def make_timeline(words: Say) -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry(
            words("Erster Arbeitstag auf Station 3", "First working day on ward 3"),
            due=day(2027, 1, 4),
            explanation=words(
                "Ihre Patin holt Sie um 8 Uhr am Haupteingang ab.",
                "Your mentor meets you at the main entrance at 8 o'clock.",
            ),
            kind=DateKind.HINT,
            roles=(Role.MENTOR,),
            for_whom=("Anitha",),
        ),
        TimelineEntry(
            words("Hinweis auf Faire Integration", "Advice on Fair Integration"),
            due=day(2027, 1, 4),
            explanation=words(
                "Sie bekommen die Adresse der nächsten Beratungsstelle schriftlich.",
                "You receive the address of the nearest advice centre in writing.",
            ),
            kind=DateKind.DUTY,
            basis="§ 45c AufenthG",
            roles=(Role.HR,),
        ),
        TimelineEntry(
            words("Wohnung besichtigen und Schlüssel holen", "See the flat and collect the keys"),
            due=day(2026, 12, 11),
            explanation=words(
                "Lesen Sie die Zählerstände gemeinsam ab.", "Read the meters together."
            ),
            roles=(Role.LANDLORD, Role.SERVICE_POINT),
        ),
        TimelineEntry(
            words("Gespräch nach 30 Tagen", "Talk after 30 days"),
            due=day(2027, 2, 3),
            explanation=words("Was läuft gut, was fehlt noch?", "What goes well, what is missing?"),
            roles=(Role.WARD, Role.MENTOR),
        ),
        TimelineEntry(
            words("Deutschkurs für Rajesh", "German course for Rajesh"),
            due=month(2027, 2),
            kind=DateKind.EARLIEST,
            roles=(Role.SERVICE_POINT,),
            for_whom=("Rajesh",),
        ),
        TimelineEntry(
            words("Sommerfest der neuen Kolleginnen und Kollegen", "Summer party for newcomers"),
            due=month(2027, 7),
            kind=DateKind.HINT,
            roles=(Role.TOURISM,),
        ),
        TimelineEntry(
            words("Ende der Probezeit", "End of probation"),
            due=day(2027, 7, 3),
            explanation=words("Vorher sprechen alle miteinander.", "Everybody talks before then."),
            roles=(Role.EMPLOYER,),
        ),
        TimelineEntry(
            words("Fachsprachprüfung", "Language examination for nurses"),
            roles=(Role.PERSON,),
            kind=DateKind.OFFICE_RULE,
            helper="Ole Brünings",
        ),
    )


def make_checklist(words: Say) -> tuple[ChecklistEntry, ...]:
    settle = words("Wohnen und Melden", "Housing and registration")
    stay = words("Aufenthalt und Fahren", "Residence and driving")
    start = words("Vor dem ersten Arbeitstag", "Before the first working day")
    passports = Document(words("Pässe aller Personen", "Passports of all persons"))
    landlord = Document(words("Bestätigung vom Vermieter", "Landlord's confirmation"))
    return (
        ChecklistEntry(
            words("Vermieter-Bestätigung holen", "Get the landlord's confirmation"),
            group=settle,
            explanation=words(
                "Das Papier heißt Wohnungsgeberbestätigung. Der Mietvertrag reicht nicht.",
                "In German: Wohnungsgeberbestätigung. The lease is not enough.",
            ),
            due=day(2026, 12, 14),
            kind=DateKind.DUTY,
            basis="§ 19 Abs. 1 BMG",
            office=words("Ihr Vermieter", "Your landlord"),
            documents=(
                Document(words("Vordruck mit allen Namen", "Form with all names")),
                Document(words("Mietvertrag", "Lease")),
            ),
        ),
        ChecklistEntry(
            words("Wohnsitz anmelden", "Register your address"),
            group=settle,
            explanation=words("Alle vier gehen zusammen hin.", "All four of you go together."),
            due=day(2026, 12, 14),
            kind=DateKind.DUTY,
            basis="§ 17 Abs. 1 BMG",
            office=words("Bürgerbüro der Stadt Sielhaven", "Citizens' office of Sielhaven"),
            documents=(
                passports,
                landlord,
                Document(words("Heiratsurkunde", "Marriage certificate"), date(2026, 11, 20)),
                Document(words("Geburtsurkunden der Kinder", "Children's birth certificates")),
            ),
        ),
        ChecklistEntry(
            words("Rundfunkbeitrag anmelden", "Register for the broadcasting fee"),
            group=settle,
            explanation=words("Eine Wohnung, ein Beitrag.", "One home, one fee."),
            due=day(2026, 12, 30),
            promptly=True,
            kind=DateKind.DUTY,
            basis="§ 8 Abs. 1 RBStV",
            office="Beitragsservice",
            documents=(Document(words("Kontonummer (IBAN)", "Account number (IBAN)")),),
        ),
        ChecklistEntry(
            words("Aufenthaltstitel beantragen", "Apply for the residence permit"),
            group=stay,
            explanation=words(
                "Termin früh vereinbaren. Das Visum endet am 26.02.2027.",
                "Make the appointment early. The visa ends on 26 Feb 2027.",
            ),
            due=day(2026, 12, 11),
            kind=DateKind.ADVICE,
            office=words("Ausländerbehörde, nur mit Termin", "Immigration office, by appointment"),
            documents=(
                passports,
                Document(words("biometrische Fotos", "biometric photos")),
                Document(words("Meldebestätigung", "Proof of registration")),
                Document(words("Arbeitsvertrag", "Contract of employment"), date(2026, 11, 24)),
            ),
            for_whom=("Anitha",),
            why=words("Sie arbeiten länger als 90 Tage.", "You will work for more than 90 days."),
        ),
        ChecklistEntry(
            words("Führerschein umschreiben", "Exchange the driving licence"),
            group=stay,
            explanation=words(
                "Danach dürfen Sie mit dem alten Schein hier nicht mehr fahren.",
                "After that you may no longer drive here with the old licence.",
            ),
            due=day(2027, 5, 31),
            kind=DateKind.VALIDITY_ENDS,
            basis="§ 29 FeV",
            office=words("Führerscheinstelle", "Driving licence office"),
            documents=(
                Document(words("Führerschein mit Übersetzung", "Licence with translation")),
                Document(words("Sehtest", "Eye test")),
            ),
            for_whom=("Rajesh",),
        ),
        ChecklistEntry(
            words("Masernschutz nachweisen", "Prove protection against measles"),
            group=start,
            due=day(2027, 1, 3),
            kind=DateKind.DUTY,
            basis="§ 20 Abs. 9 IfSG",
            office=words("Personalabteilung der Küstenklinik", "Hospital human resources"),
            documents=(Document(words("Impfpass", "Vaccination record")),),
            for_whom=("Anitha",),
        ),
        ChecklistEntry(
            words("Girokonto eröffnen", "Open a bank account"),
            group=start,
            explanation=words("Für Gehalt und Miete.", "For pay and rent."),
            due=day(2026, 12, 28),
            office=words("Bank oder Sparkasse", "A bank or savings bank"),
            documents=(passports, Document(words("Meldebestätigung", "Proof of registration"))),
            done=True,
        ),
        ChecklistEntry(
            words("Kita-Plätze vormerken lassen", "Put the children down for childcare"),
            due=month(2027, 2),
            kind=DateKind.OFFICE_RULE,
            office=words("Familienbüro Sielhaven", "Family office of Sielhaven"),
            for_whom=("Meera",),
        ),
    )


def make_places(words: Say) -> tuple[Place, ...]:
    return (
        Place(
            words("Bürgerbüro der Stadt Sielhaven", "Citizens' office of Sielhaven"),
            PlaceKind.OFFICE,
            purpose=words(
                "Wohnsitz anmelden, Ausweise, Bescheinigungen", "Registration, identity papers"
            ),
            address=Address("Marktplatz 1", "26999", "Sielhaven"),
            phone="030 23125 200",
            email="buergerbuero@sielhaven.example",
            website="https://www.sielhaven.example/buergerbuero",
            hours=office_week(),
            languages=("de", "en"),
            checked_on=date(2026, 11, 24),
            distance_km=0.84,
        ),
        Place(
            words("Ausländerbehörde des Landkreises", "County immigration office"),
            PlaceKind.OFFICE,
            purpose=words("Aufenthaltstitel, Familiennachzug", "Residence permits, family"),
            address=Address("Deichstraße 20–24", "26998", "Westermoor"),
            phone="030 23125 210",
            website="abh.landkreis-sielhaven.example",
            hours=Hours(office_week().week, words("Nur mit Termin.", "By appointment only.")),
            checked_on=date(2026, 11, 12),
            distance_km=23.6,
        ),
        Place(
            words("Beratung für Zugewanderte", "Advice for newcomers"),
            PlaceKind.ADVICE,
            purpose=words("Fragen zu Arbeit, Sprache und Alltag", "Work, language, daily life"),
            address=Address("Hafenstraße 3", "26999", "Sielhaven"),
            phone="0171 39200 34",
            hours=Hours(text=words("nach Vereinbarung", "by arrangement")),
            languages=("de", "ar", "en", "fr"),
            checked_on=date(2026, 10, 30),
            distance_km=1.2,
        ),
        Place(
            words("Kita Deichkinder", "Deichkinder nursery"),
            PlaceKind.CHILDCARE,
            category=words("Krippe und Kindergarten", "Crèche and nursery school"),
            purpose=words("Nimmt Kinder ab einem Jahr auf.", "Takes children from one year."),
            address=Address("Schöpfwerksweg 2", "26999", "Sielhaven"),
            phone="0174 9091317",
            website="https://kita-deichkinder.example",
            hours=kita_week(),
            languages=("de", "ar"),
            checked_on=date(2026, 11, 24),
            distance_km=1.24,
        ),
        Place(
            words("Tagesmutter Meta Sandhoop", "Childminder Meta Sandhoop"),
            PlaceKind.CHILDCARE,
            category=words("Kindertagespflege", "Childminding"),
            phone="0176 04069 035",
            hours=Hours(
                (
                    *[(span("5:45", "8:00"), span("14:00", "18:00"))] * 5,
                    (span("6:00", "20:30"),),
                    (),
                )
            ),
            checked_on=date(2026, 11, 24),
            distance_km=0.9,
        ),
        Place(
            words("Grundschule am Leuchtturm", "Lighthouse primary school"),
            PlaceKind.SCHOOL,
            address=Address("Leuchtturmweg 11", "26999", "Sielhaven"),
            website="schule-am-leuchtturm.example",
        ),
        Place(
            words("Volkshochschule Sielhaven", "Adult education centre"),
            PlaceKind.LANGUAGE,
            purpose=words("Deutschkurse am Abend und online", "German courses, evenings, online"),
            phone="030 23125 400",
            website="https://vhs.sielhaven.example/deutsch",
            hours=office_week(),
            checked_on=date(2026, 9, 2),
            distance_km=1.9,
        ),
    )


def make_contents(language: str = "de") -> FolderContents:
    """The rich folder; tests change what they need with `dataclasses.replace`."""
    words = say(language)
    return FolderContents(
        language=language,
        created=CREATED,
        office=make_office(words),
        advisor=Advisor(
            "Tomke Albersdorf",
            title=words("Beraterin", "Advisor"),
            phone="0171 39200 34",
            email="tomke.albersdorf@servicestelle.example",
            languages=("de", "en", "nds"),
        ),
        family_name="Varghese",
        members=(
            Member("Anitha Varghese", MemberRole.PROFESSIONAL, "Anitha", "അനിത", 34),
            Member("Rajesh Varghese", MemberRole.PARTNER, "Rajesh", "", 36),
            Member("Meera Varghese", MemberRole.CHILD, "Meera", "", 2),
            Member("Arun Varghese", MemberRole.CHILD, "Arun", "", 7),
        ),
        home=Address("Beispielstraße 12", "26999", "Sielhaven"),
        employer=words("Küstenklinik Sielhaven", "Sielhaven Coastal Hospital"),
        work_start=day(2027, 1, 4),
        greeting=words(
            "Im Sielhavener Land sagt man zu jeder Tageszeit Moin. Sie werden es schnell lernen.",
            "In Sielhaven people say Moin at any time of day. You will soon say it too.",
        ),
        people=make_people(words),
        timeline=make_timeline(words),
        checklist=make_checklist(words),
        places=make_places(words),
        sources=(
            Source(words("Bundesmeldegesetz", "Federal Registration Act") + ", §§ 17, 19", STAND),
            Source(words("Infektionsschutzgesetz", "Infection Protection Act") + ", § 20", STAND),
            Source(words("Fahrerlaubnis-Verordnung", "Driving Licence Ordinance") + ", § 29"),
        ),
        imprint=(words("Gedruckt auf Recyclingpapier.", "Printed on recycled paper."),),
        example=True,
    )


def make_bare(language: str = "de") -> FolderContents:
    """As little as a case can hold: one person, no office, no plan."""
    return FolderContents(
        language=language,
        created=CREATED,
        office=Office(name=""),
        members=(Member("Phan Văn Đức", MemberRole.PROFESSIONAL),),
    )


def undecided(language: str = "de") -> FolderContents:
    """What the rich folder does not say: no advisor, hours in words, work begun, no family name."""
    rich = make_contents(language)
    return replace(
        rich,
        advisor=None,
        family_name="",
        home=Address(),
        work_start=month(2026, 9),
        example=False,
        checklist=rich.checklist[2:4],
    )
