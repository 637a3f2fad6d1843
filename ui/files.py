"""The data file in the window: which is open, opening another, making, saving and restoring one.

The desk follows the file: SQLAlchemy is imported in a thread of its own after the first paint
(`warm_up`), and the desk is opened on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refused, Trouble, Unavailable
from app.progress import Steps
from ui.acts import EVERYTHING, Acts
from ui.asking import Asking
from ui.collecting import Collector
from ui.doors import Doors, OpenFile
from ui.jobs import Job, Workshop
from ui.settings import Settings

P = TypeVar("P")
WATCH = 2_000  # milliseconds between two looks at a file that somebody else writes


class _Making(Job[P]):
    """Work that ends in a file to be opened."""

    def __init__(self, work: Steps[P], title: str, then: Path) -> None:
        super().__init__(work, title)
        self.then = then


class Files(QObject):
    """`opened(OpenFile, Lists)`; `left()` before another file or none; `troubled(Unavailable)`;
    `said(text)` for the message bar; `freed()` when a file read only may be written now."""

    opened = Signal(object, object)
    left = Signal()
    troubled = Signal(object)
    said = Signal(str)
    freed = Signal()
    _warmed = Signal(object)

    def __init__(
        self,
        doors: Doors,
        acts: Acts,
        workshop: Workshop,
        asking: Asking,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._acts, self._workshop = doors, acts, workshop
        self._asking, self._settings = asking, settings
        self._file: OpenFile | None = None
        self._thread: Thread | None = None
        self._collector = Collector(self)
        self._is_warm = False
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self._look)
        self._changed: Callable[[], bool] = lambda: False
        self.may_leave: Callable[[], bool] = lambda: True
        self._close_lists: Callable[[], None] = lambda: None
        self._warmed.connect(self._warm)

    @property
    def file(self) -> OpenFile | None:
        return self._file

    def open(self, path: Path) -> None:
        """Open this file in place of the one that is open, which stays where it cannot be; an
        older one is upgraded first. A damaged file is left alone with its way back: beside
        another file a backup would be restored over that one."""
        if self._file is not None and self._file.path.resolve() == path.resolve():
            self.leave()
        try:
            file = self._doors.open_file(path)
            lists = self._doors.lists_of(file)
        except Unavailable as trouble:
            if trouble.trouble is Trouble.OLDER:
                self._work(self._doors.upgrade(path), "Datei wird gesichert und umgestellt", path)
                return
            if trouble.trouble is Trouble.DAMAGED:
                self.leave()
            self.troubled.emit(trouble)
            return
        self.leave()
        self._file = file
        self._settings.last_file = path
        self._changed, self._close_lists = lists.changed_elsewhere, lists.close
        if not file.writable:
            self._watch.start()
        self.opened.emit(file, lists)
        if self._is_warm:
            self._open_desk()

    def leave(self) -> None:
        """Close the file that is open, if any."""
        if self._file is None:
            return
        self._watch.stop()
        desk = self._acts.desk
        self._acts.shut()
        self.left.emit()
        if desk is not None:
            desk.close()
        self._close_lists()
        self._file.close()
        self._file = None

    def take_over(self) -> None:
        """Begin to write in a file that was open for reading; it is read anew for that."""
        if self._file is None or not self.may_leave():
            return
        if self._file.try_to_write():
            path = self._file.path
            self.open(path)

    def warm_up(self) -> None:
        """Import what the desk needs, once, beside the window."""
        if self._thread is None:
            self._thread = Thread(target=self._import, name="warm", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """The window closes: wait for the import, leave the file."""
        if self._thread is not None:
            self._thread.join()
        self.leave()

    def choose_and_open(self) -> None:
        if not self.may_leave():
            return
        if (path := self._asking.open_file("Datei öffnen", folder=self._folder())) is not None:
            self.open(path)

    def choose_and_create(self) -> None:
        if not self.may_leave():
            return
        proposal = str(self._folder() / "servicestelle.hafen")
        if (path := self._asking.save_file("Neue Datei anlegen", proposal)) is not None:
            self._work(self._doors.create(path), "Datei wird angelegt", path)

    def choose_example(self) -> None:
        if not self.may_leave():
            return
        proposal = str(self._folder() / "beispiel.hafen")
        path = self._asking.save_file("Beispiel-Landkreis speichern unter", proposal)
        if path is not None:
            title = "Beispiel-Landkreis wird angelegt"
            self._work(self._doors.make_example(path), title, path)

    def choose_and_back_up(self) -> None:
        if self._file is None:
            return
        name = f"{self._file.path.stem}-{date.today():%Y-%m-%d}.hafen"  # noqa: DTZ011 - a name
        path = self._asking.save_file("Sicherung speichern unter", str(self._folder() / name))
        if path is None:
            return
        job = Job(self._doors.back_up(self._file, path), "Sicherung wird geschrieben")
        job.finished.connect(self._backed_up)
        self._start(job)

    def choose_and_restore(self) -> None:
        if not self.may_leave():
            return
        backup = self._asking.open_file("Sicherung auswählen", folder=self._folder())
        if backup is None:
            return
        target = self._file.path if self._file is not None else None
        if target is None:
            proposal = str(self._folder() / backup.name)
            target = self._asking.save_file("Wiederherstellen als", proposal)
        elif not self._asking.confirm(
            f"„{target.name}“ durch die Sicherung ersetzen?",
            "Der jetzige Stand wird daneben unter anderem Namen aufgehoben.",
            "Wiederherstellen",
        ):
            target = None
        if target is not None:
            self.leave()
            title = "Sicherung wird wiederhergestellt"
            self._work(self._doors.restore(backup, target), title, target)

    def _work(self, steps: Steps[P], title: str, then: Path) -> None:
        """Do long work that ends in a file at `then`, and open that."""
        job = _Making(steps, title, then)
        job.finished.connect(self._made)
        self._start(job)

    def _made(self, _result: object) -> None:
        job = self.sender()
        if isinstance(job, _Making):
            self.open(job.then)

    def _start(self, job: Job[P]) -> None:
        job.failed.connect(self._failed)
        self._workshop.start(job)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self.troubled.emit(error)
        elif isinstance(error, Refused):
            self._acts.refused.emit(error, self)
        else:
            raise error

    def _backed_up(self, path: Path) -> None:
        self.said.emit(f"Sicherung geschrieben und geprüft: {path.name}")

    def _folder(self) -> Path:
        last = self._file.path if self._file is not None else self._settings.last_file
        return last.parent if last is not None and last.parent.is_dir() else Path.home()

    def _import(self) -> None:
        try:
            self._doors.warm()
        except Exception as error:  # noqa: BLE001 - carried to the window's thread
            self._warmed.emit(error)
        else:
            self._warmed.emit(None)

    def _warm(self, error: Exception | None) -> None:
        self._collector.begin()
        if error is not None:
            raise error
        self._is_warm = True
        self._open_desk()

    def _open_desk(self) -> None:
        if self._file is None:
            return
        try:
            desk = self._doors.open_desk(self._file)
        except Unavailable as trouble:
            self.troubled.emit(trouble)
        else:
            self._acts.open(desk)

    def _look(self) -> None:
        if self._file is None:
            return
        if self._changed():
            self._acts.changed.emit(EVERYTHING, None)
        if self._doors.is_free(self._file):
            self.freed.emit()
