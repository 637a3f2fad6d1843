"""Lists as clerks keep them: a table for Excel in Windows' letters, a workbook with titles and
merged heads, a folder of business cards. Everybody in them is invented."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

TABLE = """\
Kindertagesstätten im Kreis;;;;;;;;;;
Stand: Oktober 2026, Zusammenstellung Jugendamt;;;;;;;;;;
;;;;;;;;;;
Lfd. Nr.;Name der Einrichtung;Träger;Straße;Hausnr.;PLZ;Ort;Tel.;E-Mail;Öffnungszeiten;Plätze
1;Kita Möwennest;Ev. Kirchengemeinde;Am Deich;12 a;26506;Norden;040 66969-101;\
moewennest@example.org;Mo-Fr 7:30-16:00 Uhr;65
2;Kindergarten "Lütte Lüüd";AWO Kreisverband;Große Straße;3;26524;Hage;040 66969-102;\
luette@example.org;Mo - Do 7.00 - 16.30, Fr 7.00 - 14.00;80
3;Kinderkrippe Wattwürmchen;Elternverein e. V.;Süderstr.;7;265061;Norden;O40 66969-103;\
wattwurm(at)example.org;;20
4;Spielkreis Dünenkinder;Gemeinde;Inselweg;1;26548;Norderney;040 66969-104;\
duenen@example.org;Mo-Fr 16:00-8:00;15

5;;AWO Kreisverband;Hafenstr.;9;26603;Aurich;040 66969-105;aurich@example.org;;40
6;Kita Möwennest;Ev. Kirchengemeinde;Am Deich;14;26506;Norden;040 66969-106;\
moewennest2@example.org;Mo-Fr 8-12 Uhr;25
"""


def kept_table(folder: Path) -> Path:
    """Semicolons, cp1252, a title above the heads, a running number, an empty row, six rows: one
    without a name, one with a post code of six digits and a letter O in the telephone number."""
    path = folder / "Kitas Kreis Stand 10-2026.csv"
    path.write_bytes(TABLE.replace("\n", "\r\n").encode("cp1252"))
    return path


def kept_workbook(folder: Path, rows: int = 3) -> Path:
    """A sheet to be passed over, a title, heads over two rows with merged cells, post codes as
    numbers, a formula, dates."""
    path = folder / "Ärzteverzeichnis.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Praxen")
        sheet.merge_range(0, 0, 0, 8, "Hausärztinnen und Hausärzte, die neue Patienten aufnehmen")
        sheet.merge_range(2, 0, 3, 0, "Praxis")
        sheet.merge_range(2, 1, 2, 3, "Anschrift")
        sheet.merge_range(2, 4, 2, 5, "Kontakt")
        for column, head in enumerate(("Straße", "PLZ", "Ort", "Telefon", "E-Mail"), start=1):
            sheet.write(3, column, head)
        sheet.merge_range(2, 6, 3, 6, "Sprechzeiten")
        sheet.merge_range(2, 7, 3, 7, "Sprachen")
        sheet.merge_range(2, 8, 3, 8, "barrierefrei")
        for row in range(rows):
            sheet.write_row(
                4 + row,
                0,
                (
                    f"Hausarztpraxis Dr. Beispiel {row + 1}",
                    f"Marktstr. {row + 1}",
                    26506 + row,
                    "Norden",
                    f"040 66969-2{row:02d}",
                    f"praxis{row + 1}@example.org",
                    "Mo-Fr 8:00-12:00, Mo und Do 15:00-18:00",
                    "Deutsch, Englisch",
                    "ja" if row % 2 else "nein",
                ),
            )
        book.add_worksheet("Notizen").write(0, 0, "nur für uns")
    return path


CARDS = {
    "sprachschule.vcf": (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Beispiel;Rieke;;;\r\nFN:Rieke Beispiel\r\n"
        "ORG:Sprachschule am Hafen\r\nTEL;TYPE=WORK,VOICE:040 66969-301\r\n"
        "EMAIL:kurs@example.org\r\nADR;TYPE=WORK:;;Hafenstr. 1;Norden;;26506;Deutschland\r\n"
        "URL:https://www.example.org/kurs\r\nEND:VCARD\r\n"
    ),
    "makler.vcf": (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        "M=C3=BCller;J=C3=B6rg\r\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        "Immobilien M=C3=BCller\r\nTEL;WORK:040 66969-302\r\n"
        "ADR;WORK:;;Lange Str. 5;Aurich;;26603;\r\nEND:VCARD\r\n"
    ),
    "spedition.vcf": (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Spedition Beispiel\r\nORG:Spedition Beispiel GmbH\r\n"
        "TEL;VALUE=uri:tel:+49-40-66969-303\r\nEMAIL:umzug@example.org\r\nEND:VCARD\r\n"
    ),
}


def kept_cards(folder: Path) -> Path:
    """A folder of three business cards, each from another program."""
    path = folder / "Visitenkarten"
    path.mkdir(exist_ok=True)
    for name, text in CARDS.items():
        (path / name).write_bytes(text.encode("utf-8"))
    (path / "Thumbs.db").write_bytes(b"\0")
    return path
