"""The texts of a language as files for a translator outside, and read back with a report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE, language_name
from app.content.phrases import Phrase, printed_languages
from app.content.plurals import forms_of
from app.content.text_files import Gathered, Line, phrases_file, read_texts, templates_file
from app.content.words import Check, Entry, fingerprint
from app.done import Act, Done
from app.errors import Reason, Refused, Trouble, Unavailable
from app.records.wordings import Part, Standing, TextRow, TextsRead, TextsWritten
from app.services import checks
from app.services.wordings_reading import WordingsReading
from app.services.wordings_store import TOUCHED, Store
from db import journal

_HEAD = "Deutsch und {language}. Platzhalter in {{Klammern}} bleiben, wie sie sind."


@dataclass(frozen=True)
class _Parcel:
    """What files say beside what is printed now."""

    rows: dict[str, TextRow]
    found: Gathered

    def changed(self) -> list[str]:
        return [key for key, text in self.found.texts.items() if text != self.rows[key].text]


class WordingsFiles(WordingsReading):
    def export(self, language: str, folder: Path, *, everything: bool = False) -> TextsWritten:
        """Write the texts of a language as `LANG.toml` and `templates/LANG.toml` into a folder,
        the German ones as comments; without `everything` only those that are missing, outdated or
        not checked. Raises `Refused`: UNKNOWN_LANGUAGE, NO_TEXTS_TO_EXPORT;
        `Unavailable(CANNOT_WRITE)`."""
        rows = self.texts(language).rows
        open_ = rows if everything or language == OFFICE_LANGUAGE else _open(rows)
        if not open_:
            raise Refused(Reason.NO_TEXTS_TO_EXPORT)
        lines = [Line(row.key, row.german, row.text) for row in open_]
        head = _HEAD.format(language=language_name(language))
        files = {
            folder / f"{language}.toml": phrases_file(lines, forms_of(language), head),
            folder / "templates" / f"{language}.toml": templates_file(lines, head),
        }
        wanted = {path: text for path, text in files.items() if text}
        for path, text in wanted.items():
            _put(path, text)
        return TextsWritten(tuple(wanted), len(lines))

    def import_preview(self, language: str, path: Path) -> TextsRead:
        """What reading a file, or the files of a folder, would bring; changes nothing. Raises
        `Refused`: UNKNOWN_LANGUAGE, OTHER_LANGUAGE, NO_TEXTS_IN_FILE where there is no file."""
        with self._transactions.reading() as session:
            return _told(self._opened(session, language, path))

    def import_file(self, language: str, path: Path, by: str = "") -> Done:
        """Take over the texts of a file, or of the files of a folder, that are sound and not as
        they are printed now. `by` names who checked all of them, blank where nobody did. Raises
        `Refused` as `import_preview`, and NO_TEXTS_IN_FILE where nothing would change."""
        checks.storable_text(by, "by")
        with self._transactions.command(Act.TEXTS_IMPORTED) as session:
            parcel = self._opened(session, language, path)
            changed = parcel.changed()
            if not changed and not (by.strip() and parcel.found.texts):
                raise Refused(Reason.NO_TEXTS_IN_FILE, "file")
            store = Store(session, language)
            check = Check(by.strip(), self._transactions.today()) if by.strip() else None
            for key in parcel.found.texts if check else changed:
                row, text = parcel.rows[key], parcel.found.texts[key]
                checks.storable_text(str(text), "file")
                own: Phrase | None = None if text == row.shipped else text
                store.put(key, own, Entry(fingerprint(row.german), check))
            facts = {"language": language_name(language), "changed": str(len(changed))}
            if check:
                facts["checked"] = str(len(parcel.found.texts))
            return Done(Act.TEXTS_IMPORTED, TOUCHED, journal.batch_of(session), facts=facts)

    def _opened(self, session: Session, language: str, path: Path) -> _Parcel:
        if language == OFFICE_LANGUAGE:
            raise Refused(Reason.UNKNOWN_LANGUAGE, "language", tag=language)
        rows = {row.key: row for row in self._rows(session, language)}
        german = {key: row.german for key, row in rows.items()}
        whole = Gathered()
        files = self._files(language, path)
        if not files:
            raise Refused(Reason.NO_TEXTS_IN_FILE, "file")
        for file in files:
            found = read_texts(file, german, language)
            whole.texts |= found.texts
            whole.blank += found.blank
            whole.faults += found.faults
        return _Parcel(rows, whole)

    def _files(self, language: str, path: Path) -> list[Path]:
        """The files meant by a path: itself, or those of the language in a folder."""
        if path.is_dir():
            both = (path / f"{language}.toml", path / "templates" / f"{language}.toml")
            return [file for file in both if file.is_file()]
        named = path.stem.rpartition(".")[2]
        others = set(printed_languages(self._resources / "phrases")) - {language}
        if named in others:
            raise Refused(Reason.OTHER_LANGUAGE, "file", name=language_name(named))
        return [path]


def _open(rows: Sequence[TextRow]) -> list[TextRow]:
    """The texts somebody has to look at; the notes of a step together."""
    open_ = [row for row in rows if row.standing is not Standing.CHECKED]
    stems = {row.key.rpartition(".")[0] for row in open_ if row.part is Part.NOTE}
    return [
        row
        for row in rows
        if row.standing is not Standing.CHECKED
        or (row.part is Part.NOTE and row.key.rpartition(".")[0] in stems)
    ]


def _told(parcel: _Parcel) -> TextsRead:
    changed = parcel.changed()
    same = [key for key in parcel.found.texts if key not in set(changed)]
    return TextsRead(
        tuple(changed), tuple(same), tuple(parcel.found.blank), tuple(parcel.found.faults)
    )


def _put(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_WRITE, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
