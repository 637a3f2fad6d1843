"""Prints every family of the example in every language, alone and beside German, and the four
sample languages, and has each file judged: `python -m tests.every_language DIR`.

A file is judged by veraPDF and the second validator (PDF/UA-1, PDF/A-2a), by reading its tag tree
back, by what could not be printed, and by its size.
"""

from __future__ import annotations

import gzip
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE, PROGRAM_LANGUAGES
from app.desk import Desk, open_desk
from app.progress import finish
from app.records.folders import FolderMade
from app.services.files import open_data
from tests.conftest import KEPT, ROOT, TODAY
from tests.readback import readback
from tests.second_opinion import second_opinion
from tests.verapdf.engine import verapdf

SAMPLES = ROOT / "tests" / "folder" / "samples"
FAMILIES = range(1, 7)
FURTHER = ("fa", "hi", "pt", "ru")
#: A folder of so many pages may take so many bytes.
PAGES, BYTES = 24, 200_000


def example(where: Path) -> Desk:
    """The example county in a new data file in `where`, with what the program ships and, beside
    it, a file of phrases for each of the further languages."""
    resources = where / "resources"
    shutil.copytree(ROOT / "resources", resources)
    for file in SAMPLES.glob("*.toml"):
        shutil.copy(file, resources / "phrases")
    path = where / "kreis.hafen"
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    return open_desk(open_data(path), resources, lambda: TODAY, "Prüfung")


def printed(desk: Desk, case: int, languages: Iterable[str], where: Path) -> list[FolderMade]:
    """The folder of a family in each language, alone and beside German."""
    return [
        finish(desk.folders.save(case, language, where / name, bilingual=bilingual))
        for language in languages
        for bilingual, name in (
            (False, f"{case}-{language}.pdf"),
            (True, f"{case}-{language}-{OFFICE_LANGUAGE}.pdf"),
        )
        if not (bilingual and language == OFFICE_LANGUAGE)
    ]


def findings(made: list[FolderMade], with_reference: list[FolderMade] | None = None) -> list[str]:
    """What any of the judges has against any of the files, a line each; the reference checker sees
    those of `with_reference` alone, None: all."""
    paths = [folder.path for folder in made]
    referred = made if with_reference is None else with_reference
    return [
        *(str(finding) for finding in verapdf(folder.path for folder in referred)),
        *second_opinion(paths),
        *(f"{path}: {found}" for path in paths for found in readback(path)),
        *(found for folder in made for found in _shortcomings(folder)),
    ]


def _shortcomings(made: FolderMade) -> list[str]:
    size = made.path.stat().st_size
    heavy = size > BYTES * max(1.0, made.pages / PAGES)
    return [
        *(f"{made.path}: no glyph for {sign!r}" for sign in made.not_printable),
        *(f"{made.path}: without the font {font}" for font in made.fonts_missing),
        *(f"{made.path}: chapter {number} is not side by side" for number in made.unequal),
        *([f"{made.path}: {size} bytes for {made.pages} pages"] if heavy else []),
    ]


def main() -> int:
    where = Path(sys.argv[1])
    where.mkdir(parents=True)
    desk = example(where)
    found: list[str] = []
    count = 0
    for case in FAMILIES:
        made = printed(desk, case, (*PROGRAM_LANGUAGES, *FURTHER), where)
        count += len(made)
        found += findings(made)
        print(f"Familie {case}: {len(made)} Mappen, bisher {len(found)} Befunde", flush=True)
    desk.close()
    for each in found:
        print(each)
    print(f"{count} Mappen, {len(found)} Befunde")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
