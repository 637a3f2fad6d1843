"""An invented family of four with everything a folder can hold, in German and in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.content.phrases import Phrases, load_phrases
from app.folder.contents import (
    Address,
    Advisor,
    ContactPerson,
    FolderContents,
    Hours,
    Member,
    Office,
    Place,
    PlaceKind,
    Source,
    Span,
)
from app.folder.place_contents import Duties, Reason, Why, Worker
from app.rules import spans
from app.rules.terms import MemberRole, Role
from tests.folder import care_made
from tests.folder.tasks import Say, day, make_checklist, make_timeline, month

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CREATED = date(2026, 12, 1)
STAND = date(2026, 8, 19)
LANGUAGES = ("de", "en")


def phrases(language: str = "de") -> Phrases:
    """The shipped phrases, which are without faults."""
    found, faults = load_phrases(RESOURCES / "phrases", language)
    assert not faults
    return found


def say(language: str) -> Say:
    """Picks the German or the English of a pair."""
    return lambda german, english: german if language == "de" else english


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
            provider=1,
            why=Reason(Why.IN_CHARGE, place="Sielhaven"),
        ),
        Place(
            words("Ausländerbehörde des Landkreises", "County immigration office"),
            PlaceKind.OFFICE,
            purpose=words("Aufenthaltstitel, Familiennachzug", "Residence permits, family"),
            provider=2,
            why=Reason(Why.PERMIT, ("Anitha", "Rajesh")),
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
            why=Reason(Why.AGE, ("Meera",)),
            free=2,
            free_on=date(2026, 11, 24),
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
        Place(
            words("Wohnungsgenossenschaft Sielhaven", "Sielhaven housing cooperative"),
            PlaceKind.HOUSING,
            purpose=words("Wohnungen in Sielhaven", "Flats in Sielhaven"),
            address=Address("Deichstraße 4", "26999", "Sielhaven"),
            phone="030 23125 500",
            hours=office_week(),
            checked_on=date(2026, 10, 5),
            distance_km=0.7,
        ),
        Place(
            words("Anerkennungsstelle für Pflegeberufe", "Recognition office for nursing"),
            PlaceKind.FUNDING,
            purpose=words("Anerkennung ausländischer Abschlüsse", "Recognition of diplomas"),
            address=Address("Kontorgasse 9", "26990", "Großensiel"),
            phone="030 23125 600",
            website="anerkennung.example",
            checked_on=date(2026, 11, 2),
            distance_km=141.0,
        ),
        Place(
            words("Sportverein Sielhaven", "Sielhaven sports club"),
            PlaceKind.LEISURE,
            purpose=words("Turnen für Eltern und Kinder", "Gymnastics for parents and children"),
            address=Address("Am Sportplatz 2", "26999", "Sielhaven"),
            email="moin@sportverein.example",
            checked_on=date(2025, 8, 20),
            distance_km=1.1,
            stale=True,
        ),
    )


def make_duties() -> Duties:
    """Anitha in two weeks that differ, Rajesh on Mondays; care is needed on Monday mornings."""
    monday, tuesday = spans.span(6 * 60, 14 * 60), spans.span(30 * 60, 38 * 60)
    return Duties(
        date(2027, 1, 4),
        date(2027, 1, 17),
        (
            Worker("Anitha", MemberRole.PROFESSIONAL, (monday, monday | tuesday)),
            Worker("Rajesh", MemberRole.PARTNER, (spans.span(6 * 60, 12 * 60),) * 2),
        ),
        (spans.span(6 * 60, 12 * 60),) * 2,
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
        care=(care_made.sheet(),),
        places=make_places(words),
        duties=make_duties(),
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
