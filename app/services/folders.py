"""Welcome folders: previewed, written to a file, recorded."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.file_states import state_of
from app.content.languages import OFFICE_LANGUAGE, language_name, program_language
from app.content.phrases import Phrases, load_phrases, printed_languages
from app.content.words import load_words
from app.done import Act, Done, Topic
from app.errors import Fault, Reason, Refused
from app.folder import gather
from app.folder.compositions import written
from app.folder.contents import FolderContents
from app.folder.editions import ALONE, Edition, Extras
from app.folder.writing import write
from app.progress import Step, Steps
from app.records.compositions import Composition
from app.records.folders import Finding, FolderMade, FolderRow, Way
from app.rules.terms import Track
from app.services import existing, kept_prints, plan_views
from app.services.compositions import composition_of
from app.services.derived import called_name
from app.services.folder_contents import gathered
from app.services.folder_editions import Editions
from app.services.folder_findings import findings
from app.services.planner import Planner
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases

if TYPE_CHECKING:
    from app.folder.build import Composer
    from app.folder.kept import PrintRecord
    from app.folder.seen import FolderSeen

# As many previews as may be shown before one of them is printed.
_PREVIEWS = 8


class Folders:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources
        self._editions = Editions(transactions, planner, resources)
        self._seen: dict[str, tuple[PrintRecord, str]] = {}
        self.faults = faults_of_texts(resources)

    def languages(self) -> tuple[tuple[str, str], ...]:
        """The languages a folder can be printed in: tag and German name."""
        return tuple((code, language_name(code)) for code in self._printed)

    def language_for(self, tag: str) -> str:
        """The program's language that serves a wish; English where it has none."""
        return program_language(tag, self._printed)[0]

    def contents(self, case_id: int, language: str, *, notice: bool = True) -> FolderContents:
        """All that would be printed, frozen; `notice` says on the last page how far the
        translation may be trusted. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.outward() as session:
            return gathered(
                session,
                existing.case(session, case_id),
                self._planner,
                self._resources,
                self._transactions.today(),
                language,
                notice=notice,
            )

    def left_out(self, case_id: int) -> tuple[str, ...]:
        """The German titles of the steps that concern the family and are not printed because
        nobody vouched for them yet."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            return tuple(
                title
                for track in Track
                for title in gather.left_out(
                    plan_views.view(session, case, track, self._planner, today)
                )
            )

    def findings(
        self, case_id: int, language: str, composition: Composition | None = None
    ) -> tuple[Finding, ...]:
        """What a clerk should know of the folder before it is given away, in the order of its
        chapters; `composition` None takes the one of the case. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            return findings(
                session,
                existing.case(session, case_id),
                self._planner,
                self._resources,
                self._transactions.today(),
                language,
                composition or composition_of(session, case_id),
            )

    def preview(
        self,
        case_id: int,
        language: str,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> bytes:
        """The folder as it would be written now; `bilingual` sets German beside the language,
        `notice` as in `contents`; `composition` None takes the one of the case."""
        from app.folder.build import previewed  # ReportLab only where a folder is made

        edition, extras = self._editions.of(
            case_id, language, composition, bilingual=bilingual, notice=notice
        )
        data, record = previewed(edition.contents, edition.phrases, self._fonts, extras)
        self._remember(data, record, written(extras.composition))
        return data

    def seen(
        self,
        case_id: int,
        language: str,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> Steps[FolderSeen]:
        """The folder as `preview` gives it, and which chapter stands on which page. Raises
        `Refused(NO_SUCH_CASE)`."""
        from app.folder.seen import seen  # ReportLab only where a folder is made

        yield Step(0, 2)
        edition, extras = self._editions.of(
            case_id, language, composition, bilingual=bilingual, notice=notice
        )
        german = self._words(OFFICE_LANGUAGE)
        yield Step(1, 2)
        found, record = seen(edition, extras, german, self._fonts)
        self._remember(found.data, record, written(extras.composition))
        return found

    def save(
        self,
        case_id: int,
        language: str,
        path: Path,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> Steps[FolderMade]:
        """Write the folder to a file and record it, where the data file is open for writing;
        `bilingual`, `notice` and `composition` as in `preview`. Cancelled or failed,
        nothing is left at `path`."""
        from app.folder.compose import compose  # ReportLab only where a folder is made

        edition, extras = self._editions.of(
            case_id, language, composition, bilingual=bilingual, notice=notice
        )
        made = yield from self._written(compose, edition, path, extras)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self.record(Act.FOLDER_SAVED, case_id, made, Way.SAVED))

    def checklist_preview(self, case_id: int, language: str) -> bytes:
        """The checklist alone as it would be written now; raises `Refused(NO_SUCH_CASE)`."""
        from app.folder.build import preview
        from app.folder.compose import compose_checklist

        contents = self.contents(case_id, language)
        return preview(contents, self._words(language), self._fonts, compose_checklist)

    def save_checklist(self, case_id: int, language: str, path: Path) -> Steps[FolderMade]:
        """Write the checklist alone to a file. Cancelled or failed, nothing is left at `path`.

        Who took it out is in the journal; the folders given do not list it.
        """
        from app.folder.compose import compose_checklist

        edition = Edition(self.contents(case_id, language), self._words(language))
        made = yield from self._written(compose_checklist, edition, path)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self._told(Act.CHECKLIST_SAVED, case_id, path.name))

    def record_checklist_printed(self, case_id: int) -> Done:
        """Note that the checklist alone went to a printer."""
        return self._told(Act.CHECKLIST_PRINTED, case_id)

    def care_preview(self, case_id: int, person_id: int, language: str) -> bytes:
        """The sheet of care of one person as it would be written now.

        Raises `Refused`: NO_SUCH_CASE, NO_SUCH_PERSON, NO_CARE_DECIDED (nobody is promised, wanted
        or proposed: a family gets no list of guesses).
        """
        from app.folder.build import preview
        from app.folder.compose import compose_care

        contents = self._care_alone(case_id, person_id, language)
        return preview(contents, self._words(language), self._fonts, compose_care)

    def save_care(
        self, case_id: int, person_id: int, language: str, path: Path
    ) -> Steps[FolderMade]:
        """Write the sheet of care of one person to a file; raises as `care_preview`. Cancelled or
        failed, nothing is left at `path`. Who took it out is in the journal."""
        from app.folder.compose import compose_care

        edition = Edition(self._care_alone(case_id, person_id, language), self._words(language))
        made = yield from self._written(compose_care, edition, path)
        if not self._transactions.file.writable:
            return made
        name = self._called(case_id, person_id)
        done = self._told(Act.CARE_SAVED, case_id, path.name, name)
        return replace(made, done=done)

    def record_care_printed(self, case_id: int, person_id: int) -> Done:
        """Note that a sheet of care went to a printer. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_PERSON."""
        return self._told(Act.CARE_PRINTED, case_id, name=self._called(case_id, person_id))

    def measured(
        self, data: bytes, language: str, pages: int, *, bilingual: bool = False
    ) -> FolderMade:
        """What to record of a preview that went to the printer; it is kept where it is one of the
        last that were made."""
        from app.folder.kept import packed

        digest = hashlib.sha256(data).hexdigest()
        record, composition = self._seen.get(digest, (None, ""))
        return FolderMade(
            path=Path(),
            language=language,
            pages=pages,
            sheets=(pages + 1) // 2,
            not_printable=(),
            sha256=digest,
            bilingual=bilingual and language != OFFICE_LANGUAGE,
            content=data if record else b"",
            record=packed(record) if record else b"",
            composition=composition,
        )

    def record_printed(self, case_id: int, made: FolderMade) -> Done:
        """Note that a folder went to a printer."""
        return self.record(Act.FOLDER_PRINTED, case_id, made, Way.PRINTED)

    def of_case(self, case_id: int) -> list[FolderRow]:
        """The folders and exchange sheets a case was given, newest first."""
        with self._transactions.reading() as session:
            return [kept_prints.told(row) for row in cases.folders(session, case_id)]

    def kept(self, folder_id: int) -> bytes:
        """The file as it was handed out, whatever changed since. Raises `Refused`: NO_SUCH_PRINT,
        PRINT_NOT_KEPT."""
        with self._transactions.reading() as session:
            return kept_prints.content_of(session, folder_id)

    def save_again(self, folder_id: int, path: Path) -> Done:
        """Write a kept file once more; who took it out is in the journal. Raises `Refused` as
        `kept`, `Unavailable` (DISK_FULL, CANNOT_WRITE), with what lay at `path` untouched."""
        from app.typeset.file import put

        content = self.kept(folder_id)
        self.refuse_data_file(path)
        put(content, path)
        with self._transactions.reading() as session:
            case_id = kept_prints.row_of(session, folder_id).case_id
        if not self._transactions.file.writable:
            return Done(Act.FOLDER_SAVED_AGAIN, frozenset(), None, case_id, {"file": path.name})
        return self._told(Act.FOLDER_SAVED_AGAIN, case_id, path.name)

    def record_printed_again(self, folder_id: int) -> Done:
        """Note that a kept file went to a printer once more. Raises `Refused(NO_SUCH_PRINT)`."""
        with self._transactions.reading() as session:
            case_id = kept_prints.row_of(session, folder_id).case_id
        return self._told(Act.FOLDER_PRINTED_AGAIN, case_id)

    def _remember(self, data: bytes, record: PrintRecord, composition: str) -> None:
        """Keep what belongs to the last previews, should one of them be printed."""
        self._seen[hashlib.sha256(data).hexdigest()] = record, composition
        while len(self._seen) > _PREVIEWS:
            self._seen.pop(next(iter(self._seen)), None)

    def _care_alone(self, case_id: int, person_id: int, language: str) -> FolderContents:
        self._called(case_id, person_id)
        contents = self.contents(case_id, language)
        care = tuple(each for each in contents.care if each.person == person_id)
        if not care:
            raise Refused(Reason.NO_CARE_DECIDED)
        return replace(contents, care=care)

    def _called(self, case_id: int, person_id: int) -> str:
        """How somebody of a case is called."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            person = existing.person(session, person_id)
            if person.case_id != case_id:
                raise Refused(Reason.NO_SUCH_PERSON, id=person_id)
            return called_name(person)

    def _written(
        self, composer: Composer, edition: Edition, path: Path, extras: Extras = ALONE
    ) -> Steps[FolderMade]:
        self.refuse_data_file(path)
        return (yield from write(composer, edition, self._fonts, path, extras))

    def refuse_data_file(self, path: Path) -> None:
        """Nothing is written over the data file: raises `Refused(EXISTS)`."""
        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))

    def _told(self, act: Act, case_id: int, file: str = "", name: str = "") -> Done:
        """A batch of the journal that says who took data out; there is nothing to take back."""
        with self._transactions.command(act, case_id) as session:
            case = existing.case(session, case_id)
            facts = {"name": name or case.name, "file": file}
            return Done(act, frozenset({Topic.FOLDERS}), None, case_id, facts)

    def record(self, act: Act, case_id: int, made: FolderMade, way: Way) -> Done:
        """Note what was handed out, and keep it."""
        with self._transactions.command(act, case_id) as session:
            case = existing.case(session, case_id)
            kept_prints.add(session, case, made, way, self._transactions.who)
            return Done(
                act,
                frozenset({Topic.FOLDERS}),
                batch_of(session),
                case_id,
                {"name": case.name, "file": made.path.name},
            )

    @property
    def _fonts(self) -> Path:
        return self._resources / "fonts"

    @property
    def _printed(self) -> tuple[str, ...]:
        return printed_languages(self._resources / "phrases")

    def _words(self, language: str) -> Phrases:
        with self._transactions.reading() as session:
            return phrases_in(session, self._resources, language)[0]


def faults_of_texts(resources: Path) -> tuple[Fault, ...]:
    """What is wrong with the shipped texts of all languages, each told once. What was read is
    remembered: asked for ahead, the desk opens without waiting for it."""
    folder = (resources / "phrases").resolve()
    files = sorted(folder.rglob("*.toml"))
    return _faults_of_texts(folder, tuple((file, *state_of(file)) for file in files))


@lru_cache(maxsize=2)
def _faults_of_texts(folder: Path, _files: tuple[tuple[Path, int, int], ...]) -> tuple[Fault, ...]:
    found = [
        fault
        for language in printed_languages(folder)
        for _, faults in (load_phrases(folder, language), load_words(folder, language))
        for fault in faults
    ]
    return tuple(dict.fromkeys(found))
