"""Lists as clerks keep them in their offices today, made as they make them."""

from __future__ import annotations

import io

import xlsxwriter

CSV_LIST = """\
Kitas im Kreis, Stand 10/2026;;;;;;;;;;

Lfd. Nr.;Name der Einrichtung;Träger;Straße;PLZ;Ort;Telefon;E-Mail;Betreuungszeiten;Plätze;Notiz
1;"Kita ""Möwennest""\";AWO;Am Deich 3;26506;Norden;04931 12345;\
info@kita.example;Mo-Fr 7.30-16 Uhr;50;
2;Kindergarten Süd ;Ev.-luth. Gemeinde;Große Straße 12a;26506 ;Norden;04931/98 76 54;\
kiga@example.org;"Mo - Do 8 - 16 Uhr, Fr 8 - 12 Uhr";25;"Anmeldung nur
schriftlich"
3;Krippe „Wühlmäuse“ – privat;Käthe Müller;Süderstr. 5;26624;Südbrookmerland;04942 12O4;\
keine;0,0,0,0,0;zehn;
;;;;;;;;;;
4;Hort Nord;Stadt Norden;Schulstr. 1;265066;Norden;04931 921111;\
hort@example.org;16.00 - 7.30 Uhr;20;ruft zurück
"""


def semicolons():
    """A CSV as Excel writes it in a German office: cp1252, semicolons, a title above the heads."""
    return CSV_LIST.replace("\n", "\r\n").encode("cp1252")


def workbook(rows, sheet="Tabelle1"):
    """Plain rows as a workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def merged_heads():
    """A workbook with a title, heads merged over two rows and groups, a cover sheet before it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Deckblatt")
    page = book.add_worksheet("Anbieter 2026")
    bold = book.add_format({"bold": True})
    clock = book.add_format({"num_format": "hh:mm"})
    page.merge_range(0, 0, 0, 9, "Anbieter im Landkreis", bold)
    page.merge_range(2, 0, 3, 0, "Einrichtung", bold)
    page.merge_range(2, 1, 2, 3, "Anschrift", bold)
    page.merge_range(2, 4, 2, 5, "Kontakt", bold)
    page.merge_range(2, 6, 2, 7, "Öffnungszeit", bold)
    page.merge_range(2, 8, 3, 8, "Plätze", bold)
    page.merge_range(2, 9, 3, 9, "Art", bold)
    for column, head in enumerate(("Straße", "PLZ", "Ort", "Telefon", "E-Mail", "von", "bis")):
        page.write(3, 1 + column, head, bold)
    rows = (
        ("Kita Deichkinder", "Am Deich 1", 26506, "Norden", "04931 1234", "a@example.org", 25),
        ("Kita Wattwurm", "Hafenstr. 2", "26548", "Norderney", 493212345, "b@example.org", 40),
        ("Kita Dresden", "Elbweg 3", 1067, "Dresden", "0351 1234567", "c@example.org", 10),
    )
    for number, (*texts, places) in enumerate(rows, start=4):
        page.write_row(number, 0, texts)
        page.write_number(number, 6, 7.5 / 24, clock)
        page.write_number(number, 7, 16 / 24, clock)
        page.write_number(number, 8, places)
        page.write_string(number, 9, "Kindergarten")
    book.close()
    return out.getvalue()


def cards():
    """A folder of vCards, each as another program writes them: file name to bytes."""
    return {
        "AWO.vcf": (
            "BEGIN:VCARD\r\nVERSION:2.1\r\n"
            "N;LANGUAGE=de;CHARSET=Windows-1252:Müller;Anke;;Frau\r\n"
            "FN;CHARSET=Windows-1252:Anke Müller\r\n"
            "ORG;CHARSET=Windows-1252:AWO Beratungsstelle Süd\r\nTITLE:Leiterin\r\n"
            "TEL;WORK;VOICE:04941 67513\r\nTEL;WORK;FAX:04941 67514\r\n"
            "ADR;WORK;PREF:;;Große Mühlenwallstr. 1;Aurich;;26603;Deutschland\r\n"
            "EMAIL;PREF;INTERNET:awo@example.org\r\nEND:VCARD\r\n"
        ).encode("cp1252"),
        "Tagesmutter.vcf": (
            b"BEGIN:VCARD\nVERSION:3.0\nN:Okken;Tomke;;;\nFN:Tomke Okken\n"
            b"item1.TEL;type=CELL;type=pref:0170 1234567\nitem1.X-ABLabel:Handy\n"
            b"item2.ADR;type=HOME:;;Neuer Weg 5;Norden;;26506;\n"
            b"NOTE:Betreut ab 6 Uhr\\, auch\n  samstags.\nCATEGORIES:Tagesmutter\nEND:VCARD\n"
        ),
        "VHS.vcf": (
            b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Volkshochschule Norden\r\n"
            b'ORG:Volkshochschule Norden\r\nTEL;VALUE=uri;TYPE="voice,work":tel:+49-4931-924-0\r\n'
            b"GEO:geo:53.5959,7.2063\r\nURL:https://vhs.example.org\r\nkaputte Zeile\r\n"
            b"UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\nEND:VCARD\r\n"
        ),
    }
