"""A folder of an invented family that uses every block of the vocabulary once."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from app.typeset.blocks import (
    QR,
    Bar,
    Block,
    Chapter,
    CheckGroup,
    Checklist,
    CheckRow,
    Column,
    Contact,
    Contacts,
    Contents,
    Cover,
    CoverField,
    CoverSide,
    Divider,
    DividerTitle,
    Document,
    FolderDocument,
    Heading,
    InfoEntry,
    Intro,
    KeepTogether,
    KeyEntry,
    LawMark,
    Legend,
    Letter,
    ListBlock,
    MarginNote,
    Marker,
    NumberEntry,
    Numbers,
    Paragraph,
    Provider,
    Run,
    SmallWeek,
    Space,
    Span,
    Style,
    Table,
    Tick,
    TickLine,
    Timeline,
    TimelineGroup,
    TimelineRow,
    WeekDay,
    bold,
    link,
    words,
)
from app.typeset.faces import Faces

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
CREATED = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
LEGEND = Legend(
    "gesetzlich: Diese Frist steht im Gesetz.",
    "empfohlen: unser Rat, damit alles rechtzeitig klappt.",
)


@cache
def faces() -> Faces:
    return Faces.load(FONTS)


def document(*blocks: Block, lang: str = "de", **changes: object) -> FolderDocument:
    """A document of one chapter with these blocks."""
    chapter = Chapter(1, "Probe", blocks)
    return folder(chapters=(chapter,), lang=lang, **changes)


def folder(**changes: object) -> FolderDocument:
    values: dict[str, object] = {
        "title": "Willkommensmappe Familie Haddad",
        "lang": "de",
        "author": "Fachkräfteservicestelle",
        "subject": "Willkommen",
        "created": CREATED,
        "chapters": (),
        "foot": "Willkommensmappe Familie Haddad · Stand 01.12.2026 · Muster, Angaben erfunden",
        "blank_page": "Diese Seite bleibt frei.",
    }
    return FolderDocument(**(values | changes))  # type: ignore[arg-type]


def sample() -> FolderDocument:
    """Cover, letter, contents, timeline, checklist, contacts, providers, tables and prose."""
    return folder(
        chapters=(
            Chapter(0, "Umschlag", (cover(), Contents("Inhalt"))),
            Chapter(1, "Brief", (letter(),)),
            Chapter(2, "Ihre nächsten Schritte", timeline()),
            Chapter(3, "Checkliste", checklist()),
            Chapter(4, "Ansprechpersonen", contacts()),
            Chapter(
                6,
                "Ämter und Beratung",
                offices(),
                tab=Divider(
                    (DividerTitle("Offices and advice", "en"), DividerTitle("الدوائر", "ar"))
                ),
            ),
            Chapter(7, "Kinderbetreuung", care()),
            Chapter(8, "In English", english(), lang="en"),
        )
    )


def cover() -> Cover:
    return Cover(
        sides=(
            CoverSide("Willkommen", "Familie Haddad", ("Amira, Karim,", "Lina und Younes"), "de"),
            CoverSide("أهلًا وسهلًا", "عائلة حدّاد", ("أميرة وكريم", "ولينا ويونس"), "ar"),
        ),
        office=("Landkreis Aurich", "Fachkräfteservicestelle"),
        title=("Willkommensmappe", "Welcome folder"),
        gulls=4,
        picture_alt="Zeichnung: Deich mit Leuchtturm, vier Möwen, eine für jeden von Ihnen",
        fields=(
            CoverField("Sprachen", (words("Deutsch"), (Run("Arabisch · العربية"),))),
            CoverField("Stand", (words("Dienstag,"), words("1. Dezember 2026"))),
            CoverField("Ihre Ansprechperson", (words(bold("Tomke Albersdorf")), words("Telefon"))),
        ),
        note="Muster. Alle Namen und Angaben sind erfunden.",
    )


def letter() -> Letter:
    return Letter(
        sender=("Landkreis Aurich", "Fachkräfteservicestelle"),
        return_line="Landkreis Aurich · Servicestelle · 26603 Aurich",
        address=("Familie", "Amira und Karim Haddad", "Beispielstraße 12", "26506 Norden"),
        information=(
            InfoEntry("Ihre Ansprechperson", words(bold("Tomke Albersdorf"))),
            InfoEntry("E-Mail", (link("moin@servicestelle.example", "mailto:moin@example.org"),)),
            InfoEntry("Sprechzeit", words("nach Vereinbarung")),
            InfoEntry("Datum", words("Dienstag, 1. Dezember 2026")),
        ),
        subject="Schön, dass Sie da sind",
        body=(
            Paragraph(words("Moin, liebe Familie Haddad,")),
            Paragraph(
                words(
                    "seit gestern wohnen Sie in Norden. Willkommen, auch an Lina und Younes! Am "
                    "Montag, 4. Januar, beginnt Ihre Arbeit in der Küstenklinik, Frau Haddad. Bis "
                    "dahin ist einiges zu tun. Sie müssen das nicht allein schaffen."
                )
            ),
            Paragraph(
                words(
                    "Diese Mappe ist ",
                    bold("nur für Sie"),
                    " gemacht: Ihre Termine, Ihre Checkliste und die Menschen, die Ihnen helfen.",
                )
            ),
            Paragraph(words("Drei Dinge sind zuerst wichtig:")),
            TickLine("Donnerstag, 3. Dezember, 14:30 Uhr", words("Wohnsitz anmelden.")),
            TickLine("Dienstag, 8. Dezember, 9:15 Uhr", words("Aufenthaltstitel beantragen.")),
            TickLine("bis Freitag, 11. Dezember", words("Kita-Vertrag zurückgeben."), Tick.DONE),
            Paragraph(words("Rufen Sie mich an, wenn etwas unklar ist. Ich nehme mir gern Zeit.")),
        ),
        closing="Herzliche Grüße",
        signed="Tomke Albersdorf",
        signed_as="Fachkräfteservicestelle Landkreis Aurich",
        margin=(
            MarginNote("In English", words("Welcome to Norden! This folder is for you."), "en"),
            MarginNote("Po polsku", words("Ta teczka jest dla Państwa."), "pl"),
        ),
    )


def timeline() -> tuple[Block, ...]:
    def row(day: str, date: str, time: str, title: str, mark: LawMark) -> TimelineRow:
        return TimelineRow(
            when=(words(day), words(bold(date)), words(time)),
            title=title,
            lines=(words("Im Bürgerbüro der Stadt Norden. Pässe und Bestätigung mitbringen."),),
            who="Jantje Seelhoff",
            who_lines=(words("Ihre Patin"), words("Telefon 0176 04069 021")),
            mark=mark,
            mark_words="bis Mo, 14.12.: gesetzlich, § 17 BMG"
            if mark is LawMark.LAW
            else "empfohlen",
        )

    first = tuple(
        row("Donnerstag,", f"{day}. Dezember", "14:30 Uhr", title, mark)
        for day, title, mark in (
            (3, "Wohnsitz anmelden", LawMark.LAW),
            (8, "Aufenthaltstitel beantragen", LawMark.ADVICE),
            (11, "Kita-Vertrag zurückgeben", LawMark.ADVICE),
            (21, "Zum Betriebsarzt gehen", LawMark.LAW),
            (28, "Girokonto eröffnen", LawMark.ADVICE),
        )
    )
    second = tuple(
        row("Montag,", f"{day}. Januar", "8:00 Uhr", title, LawMark.LAW)
        for day, title in (
            (4, "Erster Arbeitstag für Amira"),
            (18, "Krankenkasse mitteilen"),
            (25, "Erster Kita-Tag für die Kinder"),
            (29, "Steuer-Identifikationsnummer beim Arbeitgeber abgeben"),
        )
    )
    return (
        Heading(1, words("Ihre nächsten Schritte")),
        Intro(words("Das steht bis zum ersten Kita-Tag an. Haken Sie ab, was erledigt ist.")),
        Timeline(
            ("Wann", "Was zu tun ist", "Wer Ihnen hilft"),
            (TimelineGroup("2026", first), TimelineGroup("2027", second)),
            LEGEND,
        ),
    )


def checklist() -> tuple[Block, ...]:
    home = (
        CheckRow(
            1,
            "Vermieter-Bestätigung holen",
            (words("Wohnungsgeberbestätigung."), words("Der Mietvertrag reicht nicht.")),
            "bis Mo, 14.12.2026",
            (words("Ihr Vermieter"),),
            (Document("ausgefüllt und unterschrieben"), Document("alle Namen stehen darin")),
            LawMark.LAW,
            "gesetzlich, § 19 BMG",
        ),
        CheckRow(
            2,
            "Wohnsitz anmelden",
            (words("Termin: Do, 03.12.2026, 14:30 Uhr"),),
            "bis Mo, 14.12.2026",
            (words("Bürgerbüro der Stadt Norden"),),
            tuple(
                Document(name, Tick.DONE)
                for name in (
                    "Pässe aller Personen",
                    "Bestätigung vom Vermieter",
                    "Geburtsurkunden",
                    "Heiratsurkunde",
                )
            ),
            LawMark.LAW,
            "gesetzlich, § 17 Abs. 1 BMG",
            Tick.DONE,
        ),
    )
    stay = tuple(
        CheckRow(
            number,
            title,
            (words("Spätestens, bevor das Visum endet."),),
            "bis Fr, 11.12.2026",
            (words("Ausländerbehörde, nur mit Termin"),),
            (Document("Pässe mit Visum"), Document("biometrische Fotos")),
            LawMark.ADVICE,
            "empfohlen",
        )
        for number, title in enumerate(
            (
                "Aufenthaltstitel beantragen",
                "Führerschein umschreiben und Aufbauseminar besuchen",
                "Rundfunkbeitrag anmelden",
                "Masernschutz nachweisen",
                "Girokonto eröffnen",
                "Hausarzt finden",
                "Haftpflicht abschließen",
            ),
            3,
        )
    )
    return (
        Heading(1, words("Ihre Checkliste: Wohnen und Aufenthalt")),
        Intro(words("Haken Sie ab, was erledigt ist. Legen Sie die Unterlagen bereit.")),
        Checklist(
            ("Aufgabe", "Bis wann und wo", "Unterlagen"),
            (CheckGroup("Wohnen und Melden", home), CheckGroup("Aufenthalt und Fahren", stay)),
            LEGEND,
        ),
    )


def office_week() -> SmallWeek:
    days = [WeekDay(day, (Span(Bar.OPEN, 480, 960),)) for day in ("Mo", "Di", "Mi", "Do", "Fr")]
    days[1] = WeekDay("Di", (Span(Bar.OPEN, 480, 1080), Span(Bar.NEED, 480, 975)))
    return SmallWeek(tuple(days), "Montag bis Freitag 8 bis 16 Uhr, Dienstag bis 18 Uhr")


def code(name: str) -> QR:
    return QR(f"https://{name}.example/willkommen", f"{name}.example", label="Internet")


def contacts() -> tuple[Block, ...]:
    people = (
        Contact(
            "Tomke Albersdorf",
            "Servicestelle Landkreis Aurich",
            (words("Plant mit Ihnen alle Schritte. Kennt die richtigen Stellen."),),
            (words("nach Vereinbarung"),),
            qr=QR("tel:+4917139200034", "0171 39200 34", label="Telefon"),
            checked="geprüft am 01.12.2026",
        ),
        Contact(
            "Personalabteilung",
            "Küstenklinik, Haus A, Erdgeschoss",
            (words("Vertrag, Gehalt und Dienstplan."), words("Nimmt Ihre Steuer-ID an.")),
            office_week(),
            "Am besten Di ab 16:15",
            qr=code("kuestenklinik"),
            checked="geprüft am 24.11.2026",
        ),
        Contact("أميرة حدّاد", "Elternkreis", reach=(words("ohne Telefon"),)),
        Contact(
            "Ausländerbehörde",
            "Landkreis Aurich",
            (words("Aufenthaltstitel beantragen und verlängern."),),
            (words("nur mit Termin"), words("Telefon: siehe Aushang")),
            address=("Fischteichweg 7–13", "26603 Aurich"),
            qr=code("landkreis"),
            checked="geprüft am 24.11.2026",
        ),
    )
    return (
        Heading(1, words("Ihre Ansprechpersonen")),
        Intro(words("Rufen Sie an, wenn Sie Fragen haben.")),
        Contacts(("Wer Ihnen hilft", "Wann", "Telefon, Internet"), people),
        Numbers(
            "Im Notfall: Diese Nummern sind kostenlos.",
            (
                NumberEntry("112", words("Rettungsdienst und Feuerwehr")),
                NumberEntry("110", words("Polizei")),
                NumberEntry("116117", words("Arzt, wenn Praxen geschlossen sind")),
            ),
        ),
    )


def offices() -> tuple[Block, ...]:
    rows = tuple(
        (
            words(f"Amt Nummer {number}"),
            words(f"Marktstraße {number}, 26506 Norden"),
            words("Mo–Fr 8–12 Uhr"),
            (link("amt.example", f"https://amt.example/{number}"),),
        )
        for number in range(1, 41)
    )
    columns = (
        Column(words("Amt"), row_head=True),
        Column(words("Anschrift"), share=1.4),
        Column(words("Geöffnet"), width=30),
        Column(words("Internet"), width=28),
    )
    prose = (
        "Für die Anmeldung brauchen Sie einen Termin. Das Bürgerbüro ist im Rathaus am Markt, im "
        "Erdgeschoss links. Bringen Sie alle Personen mit, die umgezogen sind. "
    )
    return (
        Heading(1, words("Ämter in der Nähe")),
        Intro(
            words(
                "Alle Ämter liegen in der Mitte der Stadt, nahe beieinander und nahe am Bahnhof. "
                "Das ist eine ",
                bold("Auswahl"),
                ".",
            )
        ),
        Table(columns, rows, "Ämter mit Anschrift, Öffnungszeiten und Internetadresse"),
        Heading(1, words("Beratung")),
        Paragraph(words(prose * 3)),
        Heading(2, words("Was Sie mitbringen")),
        ListBlock((words("Pässe"), words("Mietvertrag und Bestätigung vom Vermieter"))),
        ListBlock((words("Nummer ziehen"), words("warten")), Marker.NUMBER),
        ListBlock((words("Foto"), words("Formular")), Marker.BOX, Style.TABLE),
        Space(1),
        KeepTogether(
            (
                Heading(3, words("Woher das kommt")),
                Paragraph(words(prose), Style.TABLE),
                Paragraph(words("geprüft am 24.11.2026"), Style.NOTE),
            )
        ),
        QR("https://www.norden.example/buergerbuero", "norden.example/buergerbuero"),
        *(Paragraph(words(prose * 4)) for _ in range(5)),
    )


def care() -> tuple[Block, ...]:
    def spans(*more: Span) -> tuple[Span, ...]:
        return (
            Span(Bar.MARGINAL, 420, 480),
            Span(Bar.OPEN, 480, 960),
            Span(Bar.MARGINAL, 960, 1020),
            *more,
        )

    early = spans(Span(Bar.NEED, 375, 885), Span(Bar.GAP, 375, 420))
    late = spans(Span(Bar.NEED, 765, 960))
    week = SmallWeek(
        tuple(
            WeekDay(day, part)
            for day, part in zip(
                ("Mo", "Di", "Mi", "Do", "Fr", "Sa"),
                (early, early, spans(), late, late, ()),
                strict=True,
            )
        ),
        "Geöffnet Montag bis Freitag 8 bis 16 Uhr, Randzeit ab 7 und bis 17 Uhr. "
        "Lücke Montag und Dienstag 6:15 bis 7 Uhr.",
    )
    own = SmallWeek(
        tuple(
            WeekDay(
                day,
                (
                    Span(Bar.PERSON, 330, 885),
                    Span(Bar.NEED, 375, 885),
                    Span(Bar.PARTNER, 375, 960),
                ),
            )
            for day in ("Mo", "Di", "Mi", "Do", "Fr", "Sa")
        ),
        "Dienste von Amira und Karim, Betreuung nötig von 6:15 bis 14:45 Uhr.",
    )
    labels = ("Amira", "Karim", "Betreuung nötig", "geöffnet", "Randzeit", "Lücke")
    bars = (Bar.PERSON, Bar.PARTNER, Bar.NEED, Bar.OPEN, Bar.MARGINAL, Bar.GAP)
    return (
        Heading(1, words("Kinderbetreuung für Lina und Younes")),
        Intro(
            words(
                "Kita Deichkinder und Tagesmutter Meta Sandhoop decken zusammen alle Dienste. "
                "Das ist eine ",
                bold("Rechenhilfe, keine Platzzusage."),
            )
        ),
        Provider(
            "Ihre Woche ab 1. Februar",
            (words("Amira: Mo, Di, Sa Frühdienst 6:00–14:12"), words("Wege sind eingerechnet.")),
            week=own,
            key=tuple(map(KeyEntry, bars, labels)),
        ),
        *(
            Provider(
                name,
                (words("Krippe und Kindergarten, 1,2 km"), words("Platz zugesagt ab 01.02.2027")),
                week=week,
                verdict=words(bold("Lücke: Mo und Di früh je 45 Minuten."), " Sonst gedeckt."),
                qr=code("kita"),
                reach=(words("Telefon 0174 9091317"), words("spricht Deutsch, Arabisch")),
                checked="geprüft am 24.11.2026",
            )
            for name in ("Kita Deichkinder", "Kita Wattwurm", "Tagesmutter Meta Sandhoop")
        ),
    )


def english() -> tuple[Block, ...]:
    return (
        Heading(1, words("Welcome to Norden")),
        Paragraph(
            (
                Run("This folder was made for you. The word "),
                Run("Anmeldung", bold=True, lang="de"),
                Run(" means registration. More at "),
                link("norden.example", "https://norden.example/en"),
                Run("."),
            )
        ),
    )
