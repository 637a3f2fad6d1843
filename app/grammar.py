"""The grammar of the command line: commands, arguments, exit codes."""

from __future__ import annotations

import argparse
import sys
from enum import IntEnum
from pathlib import Path
from typing import NoReturn, TypeAlias

from app import grammar_values as value
from app.records.checking import Due
from app.records.exporting import ExportFormat
from app.records.providers import Category
from app.records.wordings import Standing
from app.rules.care_cost import CostPer
from app.rules.care_offer import Bearer
from app.rules.terms import AnchorKind, Role


class Exit(IntEnum):
    """Exit codes: done; refused or failed; wrong call."""

    DONE = 0
    FAILED = 1
    WRONG_CALL = 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.WRONG_CALL, f"Falscher Aufruf: {message}\n")


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 - its only name


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line; `command` is None for the window."""
    top = _Parser(prog="heimathafen", description="Heimathafen für Fachkräfteservicestellen")
    top.add_argument("--file", type=Path, help="die Datendatei (steht vor dem Befehl)")
    top.add_argument("--selftest", action="store_true", help="Selbstprüfung des Programms")
    commands = top.add_subparsers(dest="command", metavar="BEFEHL")

    for add in (
        _example,
        _directory,
        _plans,
        _texts,
        _folders,
        _calendars,
        _care,
        _matches,
        _figures,
        _safekeeping,
    ):
        add(commands)
    return top


def _example(commands: _Commands) -> None:
    demo = commands.add_parser("demo", help="Beispielkreis anlegen und alle Mappen drucken")
    demo.add_argument("folder", type=Path, metavar="ORDNER")


def _directory(commands: _Commands) -> None:
    """Lists that come in, go out and are looked at."""
    imports = commands.add_parser("import", help="eine Liste einlesen")
    imports.add_argument("list", type=Path, metavar="DATEI")
    imports.add_argument("--as", dest="kind", choices=["providers", "roster"], required=True)
    imports.add_argument(
        "--person", type=value.row_id, metavar="NR", help="wessen Dienstplan es ist"
    )
    imports.add_argument(
        "--first",
        type=value.calendar_date,
        metavar="JJJJ-MM-TT",
        help="Montag, an dem Woche 1 beginnt",
    )
    imports.add_argument("--mapping", type=Path, metavar="M.toml", help="Zuordnung der Spalten")
    imports.add_argument("--source", default="", metavar="NAME", help="wie die Liste heißt")
    imports.add_argument("--encoding", default="", metavar="KODIERUNG", help="z. B. cp1252")
    imports.add_argument("--delimiter", default="", metavar="ZEICHEN", help="zwischen Spalten")
    imports.add_argument("--sheet", default="", metavar="BLATT", help="der Arbeitsmappe")
    imports.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts schreiben")
    imports.add_argument("--report", type=Path, metavar="R.json")
    imports.add_argument("--json", action="store_true")

    exports = commands.add_parser("export", help="das Verzeichnis in eine Datei schreiben")
    exports.add_argument("kind", choices=["providers"])
    exports.add_argument("out", type=Path, metavar="DATEI")
    exports.add_argument(
        "--format",
        choices=[kind.value for kind in ExportFormat],
        help="sonst nach der Endung von DATEI",
    )
    exports.add_argument("--search", default="", metavar="TEXT", help="nur, was dazu passt")
    exports.add_argument("--json", action="store_true")

    lists = commands.add_parser("list", help="Fälle oder Anbieter auflisten")
    lists.add_argument("kind", choices=["cases", "providers"])
    lists.add_argument("--search", default="", metavar="TEXT")
    lists.add_argument("--limit", type=value.count, metavar="N")
    lists.add_argument("--json", action="store_true")

    show = commands.add_parser("show", help="einen Fall oder Anbieter zeigen")
    show.add_argument("kind", choices=["case", "provider"])
    show.add_argument("id", type=value.row_id)
    show.add_argument("--json", action="store_true")

    pairs = commands.add_parser("duplicates", help="Anbieter zeigen, die doppelt sein können")
    pairs.add_argument("--json", action="store_true")

    merge = commands.add_parser(
        "merge", help="zwei Einträge eines Anbieters zusammenführen; der erste bleibt"
    )
    merge.add_argument("kind", choices=["providers"])
    merge.add_argument("kept", type=value.row_id, metavar="A", help="der Eintrag, der bleibt")
    merge.add_argument("dropped", type=value.row_id, metavar="B", help="füllt, was in A fehlt")
    merge.add_argument("--json", action="store_true")

    around = commands.add_parser(
        "round", help="Prüfrunde: wer zu prüfen ist; mit --letters die Briefe dazu"
    )
    around.add_argument(
        "--category",
        action="append",
        default=[],
        choices=[category.value for category in Category],
        metavar="ART",
        help="nur diese Art (mehrmals möglich)",
    )
    around.add_argument("--due", choices=[due.value for due in Due], default=Due.ALL.value)
    around.add_argument("--unasked", action="store_true", help="ohne schon Angeschriebene")
    around.add_argument("--limit", type=value.count, metavar="N", help="höchstens N Einrichtungen")
    around.add_argument("--letters", type=Path, metavar="DATEI.pdf")
    around.add_argument("--json", action="store_true")


def _plans(commands: _Commands) -> None:
    """The steps of a case."""
    plan = commands.add_parser("plan", help="alle Schritte eines Falls: ob sie gelten und warum")
    plan.add_argument("case", type=value.row_id)
    plan.add_argument("--json", action="store_true")

    redate = commands.add_parser(
        "redate", help="ein Bezugsdatum verschieben: zeigt alt und neu, mit --apply gilt es"
    )
    redate.add_argument("case", type=value.row_id)
    redate.add_argument("anchor", choices=[kind.value for kind in AnchorKind], metavar="ANKER")
    redate.add_argument("date", type=value.day, metavar="JJJJ-MM[-TT]")
    redate.add_argument("--apply", action="store_true", help="verschieben, nicht nur zeigen")
    redate.add_argument("--reason", default="", metavar="GRUND")
    redate.add_argument("--together", action="store_true", help="was zusammengehört, wandert mit")
    redate.add_argument("--json", action="store_true")


def _texts(commands: _Commands) -> None:
    """What is printed of ours and of others."""
    texts = commands.add_parser("texts", help="gedruckte Texte und ihre Übersetzungen")
    texts.add_argument("--language", required=True, metavar="SPRACHE", help="z. B. vi")
    texts.add_argument(
        "--state",
        choices=[each.value for each in Standing],
        help="nur, was so steht",
    )
    texts.add_argument("--write", type=Path, metavar="ORDNER", help="Dateien schreiben")
    texts.add_argument("--all", action="store_true", help="mit --write: auch die geprüften")
    texts.add_argument("--read", type=Path, metavar="DATEI", help="Datei oder Ordner einlesen")
    texts.add_argument("--by", default="", metavar="NAME", help="mit --read: wer geprüft hat")
    texts.add_argument("--dry-run", action="store_true", help="mit --read: nur zeigen")
    texts.add_argument("--json", action="store_true")

    brochure = commands.add_parser("brochure", help="ein PDF von anderen für Mappen aufnehmen")
    brochure.add_argument("act", choices=["add"], help="aufnehmen")
    brochure.add_argument("source", type=Path, metavar="PDF")
    brochure.add_argument("--title", required=True, metavar="TITEL")
    brochure.add_argument("--language", default="", metavar="L", help="Sprache (BCP 47)")
    brochure.add_argument("--alt", default="", metavar="TEXT", help="was die Seiten zeigen")
    brochure.add_argument("--publisher", default="", metavar="NAME", help="wer es herausgibt")
    brochure.add_argument("--password", default="", metavar="KENNWORT")
    brochure.add_argument("--json", action="store_true")

    brochures = commands.add_parser("brochures", help="PDFs von anderen auflisten")
    brochures.add_argument("--json", action="store_true")


def _folders(commands: _Commands) -> None:
    """Welcome folders."""
    folder = commands.add_parser("folder", help="eine Willkommensmappe schreiben")
    folder.add_argument("case", type=value.row_id)
    folder.add_argument("--language", metavar="L", help="Sprache (BCP 47); sonst die des Falls")
    folder.add_argument(
        "--bilingual", action="store_true", help="zweisprachig: rechts daneben Deutsch"
    )
    folder.add_argument(
        "--composition", type=value.row_id, metavar="N", help="gespeicherte Zusammenstellung"
    )
    folder.add_argument(
        "--since",
        type=value.row_id,
        metavar="DRUCK",
        help="nur die Austauschblätter seit diesem Druck (Nummer aus „show case“)",
    )
    folder.add_argument("--out", type=Path, required=True, metavar="DATEI.pdf")
    folder.add_argument("--json", action="store_true")

    folders = commands.add_parser("folders", help="die Willkommensmappen vieler Familien schreiben")
    whose = folders.add_mutually_exclusive_group(required=True)
    whose.add_argument("--all", action="store_true", help="alle Fälle, die nicht beendet sind")
    whose.add_argument("--case", type=value.row_id, nargs="+", metavar="FALL", default=[])
    folders.add_argument(
        "--language",
        metavar="L",
        help="eine Sprache für alle (BCP 47); sonst die jeder Familie",
    )
    folders.add_argument(
        "--bilingual", action="store_true", help="zweisprachig: rechts daneben Deutsch"
    )
    folders.add_argument(
        "--composition",
        type=value.row_id,
        metavar="N",
        help="Zusammenstellung; sonst die jedes Falls",
    )
    folders.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    folders.add_argument("--json", action="store_true")


def _calendars(commands: _Commands) -> None:
    """Calendar files, visits, opening hours."""
    calendar = commands.add_parser("calendar", help="eine Kalenderdatei schreiben (iCalendar)")
    whose = calendar.add_mutually_exclusive_group()
    whose.add_argument("case", type=value.row_id, nargs="?", metavar="FALL")
    whose.add_argument(
        "--advisor", type=value.row_id, metavar="NR", help="die laufenden Fälle von NR"
    )
    roles = [role.value for role in Role]
    calendar.add_argument(
        "--role",
        choices=roles,
        metavar="ROLLE",
        help=f"nur die Schritte von ROLLE ({', '.join(roles)}); ohne FALL in allen laufenden",
    )
    calendar.add_argument("--as", dest="form", choices=["todos", "events", "both"], default="both")
    calendar.add_argument("--out", type=Path, required=True, metavar="DATEI.ics")
    calendar.add_argument("--json", action="store_true")

    visit = commands.add_parser("visit", help="den Plan eines Besuchs schreiben oder zeigen")
    visit.add_argument("case", type=value.row_id, metavar="FALL")
    visit.add_argument(
        "--visit", type=value.row_id, metavar="NR", help="sonst der nächste des Falls"
    )
    visit.add_argument("--language", metavar="L", help="Sprache (BCP 47); sonst die des Falls")
    visit.add_argument("--out", type=Path, metavar="DATEI", help="DATEI.pdf oder DATEI.ics")
    visit.add_argument("--json", action="store_true", help="den Plan mit Wegen und Hinweisen")

    hours = commands.add_parser("hours", help="Öffnungszeiten lesen: was ein Text sagt")
    hours.add_argument("text", metavar="TEXT")
    hours.add_argument("--from", dest="first", type=value.calendar_date, metavar="JJJJ-MM-TT")
    hours.add_argument("--to", dest="last", type=value.calendar_date, metavar="JJJJ-MM-TT")
    hours.add_argument("--json", action="store_true")


def _care(commands: _Commands) -> None:
    """Who can take care, and where nobody does."""
    care = commands.add_parser(
        "care", help="wer ein Kind im Dienstplan der Eltern betreuen kann; --need: wer alles deckt"
    )
    asked = care.add_mutually_exclusive_group(required=True)
    asked.add_argument("case", type=value.row_id, nargs="?", metavar="FALL")
    asked.add_argument("--need", nargs="+", metavar="BEDARF", help="z. B. MO-FR 07:30-17:15")
    care.add_argument(
        "--first", type=value.calendar_date, metavar="JJJJ-MM-TT", help="vier Wochen ab da"
    )
    care.add_argument("--age-months", type=value.count, metavar="N", help="Alter in Monaten")
    care.add_argument("--near", type=value.point, metavar="BREITE,LÄNGE", help="in Grad, WGS 84")
    care.add_argument("--within", type=value.kilometres, metavar="KM")
    care.add_argument("--json", action="store_true")

    gap = commands.add_parser(
        "gap", help="wo Betreuung fehlt, ohne Namen; --what-if: was ein Angebot änderte"
    )
    gap.add_argument(
        "--first", type=value.calendar_date, metavar="JJJJ-MM-TT", help="vier Wochen ab da"
    )
    gap.add_argument("--csv", type=Path, metavar="DATEI.csv")
    gap.add_argument("--page", type=Path, metavar="DATEI.pdf", help="als eine Druckseite")
    gap.add_argument("--what-if", metavar="ZEITEN", help='z. B. "Mo-Fr 05:30-07:00"')
    where = gap.add_mutually_exclusive_group()
    where.add_argument("--near", type=value.point, metavar="BREITE,LÄNGE", help="in Grad, WGS 84")
    where.add_argument("--postcode", default="", metavar="PLZ")
    where.add_argument(
        "--provider", type=value.row_id, metavar="NR", help="am Ort dieses Anbieters"
    )
    gap.add_argument("--within", type=value.kilometres, metavar="KM")
    gap.add_argument("--ages", type=value.ages, metavar="M-N", help="in vollendeten Monaten")
    gap.add_argument("--elders", action="store_true", help="für Ältere statt für Kinder")
    gap.add_argument("--places", type=value.count, metavar="N")
    gap.add_argument(
        "--employer", type=value.row_id, metavar="NR", help="nur für dessen Beschäftigte"
    )
    gap.add_argument("--cost", type=value.euro, metavar="EURO", help="z. B. 45,50")
    pers = [each.value for each in CostPer]
    gap.add_argument("--cost-per", choices=pers, default=CostPer.HOUR.value, metavar="WOFÜR")
    gap.add_argument(
        "--shares",
        nargs="+",
        type=value.share,
        metavar="WER=PROZENT",
        help="z. B. public=60 family=40",
    )
    bearers = [bearer.value for bearer in Bearer]
    gap.add_argument("--bearer", choices=bearers, default=Bearer.OPEN.value, metavar="WER")
    gap.add_argument("--json", action="store_true")


def _matches(commands: _Commands) -> None:
    """What suits a case, with reasons."""
    mentors = commands.add_parser(
        "mentors", help="wer eine Familie als Pat*in begleiten kann, und warum"
    )
    mentors.add_argument("case", type=value.row_id, metavar="FALL")
    mentors.add_argument("--json", action="store_true")

    openings = commands.add_parser(
        "openings", help="welche Stellen zu den Erwachsenen eines Falls passen, mit Gründen"
    )
    openings.add_argument("case", type=value.row_id, metavar="FALL")
    openings.add_argument("--json", action="store_true")

    funding = commands.add_parser(
        "funding", help="welche Förderprogramme zu einem Fall passen, mit Gründen"
    )
    funding.add_argument("case", type=value.row_id, metavar="FALL")
    funding.add_argument("--json", action="store_true")

    housing = commands.add_parser(
        "housing", help="welche Wohnungen zu einem Fall passen, Punkt für Punkt"
    )
    housing.add_argument("case", type=value.row_id, metavar="FALL")
    housing.add_argument("--json", action="store_true")


def _figures(commands: _Commands) -> None:
    """What the office did."""
    figures = commands.add_parser(
        "figures", help="die Zahlen eines Jahres, eines Quartals oder eines Zeitraums"
    )
    figures.add_argument("--year", type=value.year, metavar="JJJJ")
    figures.add_argument("--quarter", type=int, choices=range(1, 5), metavar="1-4")
    figures.add_argument("--alone", action="store_true", help="Jahr ohne Rücksicht auf Quartale")
    figures.add_argument("--from", dest="first", type=value.calendar_date, metavar="JJJJ-MM-TT")
    figures.add_argument("--to", dest="last", type=value.calendar_date, metavar="JJJJ-MM-TT")
    figures.add_argument("--csv", type=Path, metavar="DATEI.csv")
    figures.add_argument("--xlsx", type=Path, metavar="DATEI.xlsx")
    figures.add_argument("--json", action="store_true")


def _safekeeping(commands: _Commands) -> None:
    """The data file itself."""
    checks = commands.add_parser("check", help="die Datendatei prüfen")
    checks.add_argument("--json", action="store_true")

    backup = commands.add_parser("backup", help="die Datendatei sichern")
    backup.add_argument("to", type=Path, metavar="DATEI")

    restore = commands.add_parser("restore", help="eine Sicherung zurückholen")
    restore.add_argument("source", type=Path, metavar="DATEI")

    commands.add_parser("migrate", help="eine ältere Datendatei umstellen")
