"""What the invented family has before it: milestones and tasks, in German and in English."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from app.folder.contents import ChecklistEntry, Document, LastSlot, Remark, TimelineEntry
from app.rules.calendar import Day, Precision
from app.rules.terms import DateKind, Role

Say: TypeAlias = Callable[[str, str], str]


def day(year: int, month: int, of_month: int) -> Day:
    return Day(date(year, month, of_month))


def month(year: int, of_year: int) -> Day:
    return Day(date(year, of_year, 1), Precision.MONTH)


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
            last_open=LastSlot(date(2026, 12, 11), 480, 750),
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
            provider=2,
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
            last_open=LastSlot(date(2026, 12, 11), 480, 720),
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
            words("Ausweise für die Bücherei holen", "Get library cards"),
            short=words("Büchereiausweise holen", "Library cards"),
            group=start,
            explanation=words("Bücher in vielen Sprachen.", "Books in many languages."),
            due=day(2027, 1, 15),
            office=words("Stadtbücherei Sielhaven", "Sielhaven library"),
            documents=(
                Document(words("Reisepass", "Passport"), seen_of=(("Anitha", date(2026, 11, 24)),)),
                Document(
                    words("Einverständnis der Eltern", "Parents' consent"),
                    for_whom=("Meera", "Arun"),
                ),
            ),
            for_whom=("Anitha", "Rajesh", "Meera", "Arun"),
            remarks=(
                Remark(
                    words("Für Kinder kostet der Ausweis nichts.", "Children's cards are free."),
                    ("Meera", "Arun"),
                ),
            ),
        ),
        ChecklistEntry(
            words("Kita-Plätze vormerken lassen", "Put the children down for childcare"),
            due=month(2027, 2),
            kind=DateKind.OFFICE_RULE,
            office=words("Familienbüro Sielhaven", "Family office of Sielhaven"),
            for_whom=("Meera",),
        ),
    )
