"""The folders of many families, built in processes and recorded together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE
from app.done import Act, Done, Topic
from app.errors import Refused, Trouble, Unavailable
from app.folder.batch import Batch, Built, Wanted, processes
from app.folder.file_names import proposed
from app.progress import Step, Steps
from app.records.batches import BatchFolder, BatchMade, BatchOrder
from app.records.folders import FolderMade, Way
from app.services import existing, kept_prints
from app.services.folder_editions import Editions
from app.services.folders import Folders
from app.services.transactions import Transactions
from db.journal import batch_of

BUILDING = "folders"


class FolderBatches:
    def __init__(
        self, transactions: Transactions, folders: Folders, editions: Editions, resources: Path
    ) -> None:
        self._transactions = transactions
        self._folders = folders
        self._editions = editions
        self._resources = resources

    def save(
        self,
        cases: Sequence[int],
        out: Path,
        order: BatchOrder | None = None,
        workers: int | None = None,
    ) -> Steps[BatchMade]:
        """Write a folder for each case into the directory `out`, which is made where it is not
        there, named as `app.folder.file_names` proposes, and record those written in one command.

        A family whose folder fails is named in what comes back, and the others go on. Steps count
        folders. Closed before the end, what is finished stays and is recorded, and nothing else
        is left. `workers`: processes, by default one a core. Raises `Unavailable(CANNOT_WRITE)`
        where the directory cannot be made.
        """
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(Trouble.CANNOT_WRITE, out) from error
        wanted = tuple(dict.fromkeys(cases))
        task = _Task(self, out, order or BatchOrder())
        batch = Batch(self._resources / "fonts", workers or processes(len(wanted)))
        try:
            yield Step(0, len(wanted), BUILDING)
            for case, built in batch.built(iter(wanted), task.gather):
                task.take(case, built)
                yield Step(len(task.found), len(wanted), BUILDING)
        except (GeneratorExit, KeyboardInterrupt):
            for case, built in batch.finished():
                task.take(case, built)
            self._record(task)
            raise
        finally:
            batch.close()
        done = self._record(task)
        return BatchMade(out, tuple(task.told(case) for case in wanted), done)

    def gathered(self, case_id: int, out: Path, order: BatchOrder) -> tuple[str, Wanted]:
        """How a family is called and everything its folder takes; raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            name, spoken = case.name, case.language
        language = self._folders.language_for(order.language or spoken)
        edition, extras = self._editions.of(
            case_id,
            language,
            order.composition,
            bilingual=order.bilingual,
            notice=order.notice,
        )
        both = order.bilingual and language != OFFICE_LANGUAGE
        path = out / proposed(case_id, language, bilingual=both, on=self._transactions.today())
        self._folders.refuse_data_file(path)
        return name, Wanted(case_id, edition, extras, path)

    def _record(self, task: _Task) -> Done | None:
        """One command for all that were written: they left the office together."""
        found = task.found.items()
        written = [(case, made) for case, made in found if isinstance(made, FolderMade)]
        if not written or not self._transactions.file.writable:
            return None
        with self._transactions.command(Act.FOLDERS_SAVED) as session:
            for case_id, made in written:
                case = existing.case(session, case_id)
                kept_prints.add(session, case, made, Way.SAVED, self._transactions.who)
            facts = {"count": str(len(written)), "file": task.out.name}
            touched = frozenset({Topic.FOLDERS})
            return Done(Act.FOLDERS_SAVED, touched, batch_of(session), None, facts)


class _Task:
    """What of one batch is known so far."""

    def __init__(self, batches: FolderBatches, out: Path, order: BatchOrder) -> None:
        self._batches = batches
        self._order = order
        self._names: dict[int, str] = {}
        self.out = out
        self.found: dict[int, Built] = {}

    def gather(self, case: int) -> Wanted:
        self._names[case], wanted = self._batches.gathered(case, self.out, self._order)
        return wanted

    def take(self, case: int, built: Built) -> None:
        if case:
            self.found[case] = built

    def told(self, case: int) -> BatchFolder:
        built, name = self.found.get(case), self._names.get(case, "")
        if isinstance(built, FolderMade):
            return BatchFolder(case, name, made=replace(built, content=b"", record=b""))
        known = built if isinstance(built, Refused | Unavailable) else None
        return BatchFolder(case, name, error=known)
