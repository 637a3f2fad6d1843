"""The one door from a click to a command: run it, tell everyone, remember how to undo it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.done import Act, Done, Topic
from app.errors import Refused, Unavailable

if TYPE_CHECKING:
    from app.desk import Desk

Command: TypeAlias = "Callable[[Desk], Done]"
REMEMBERED = 50
EVERYTHING = frozenset(Topic)


class Acts(QObject):
    """Runs commands on the desk. Before the desk is open they wait in the order they came.

    `changed(topics, initiator)`, `done(Done)`, `refused(Refused, initiator)`,
    `unavailable(Unavailable)`; `opened` once the desk is there, `steps_back` when what can be
    undone or redone changed. Whoever names itself as initiator is told like all others; it may
    use the name to leave its own view alone.
    """

    changed = Signal(object, object)
    done = Signal(object)
    refused = Signal(object, object)
    unavailable = Signal(object)
    opened = Signal()
    steps_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._waiting: list[tuple[Command, object]] = []
        self._undo: list[Done] = []
        self._redo: list[Done] = []

    @property
    def desk(self) -> Desk | None:
        """The desk, None until it is open: show from the lists what can be shown without."""
        return self._desk

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def open(self, desk: Desk) -> None:
        """The desk is there: run what waited, in order."""
        self._desk = desk
        self.opened.emit()
        waiting, self._waiting = self._waiting, []
        for command, initiator in waiting:
            self.do(command, initiator)

    def shut(self) -> None:
        """The file is being left: nothing can be done or taken back any more."""
        self._desk = None
        for kept in (self._waiting, self._undo, self._redo):
            kept.clear()
        self.steps_back.emit()

    def do(self, command: Command, initiator: object = None) -> None:
        """Run a command now, or as soon as the desk is open."""
        if self._desk is None:
            self._waiting.append((command, initiator))
            return
        done = self._run(partial(command, self._desk), initiator)
        if done is not None:
            self._remember(done)

    def take(self, done: Done, initiator: object = None) -> None:
        """Tell and remember what a job already did."""
        self._tell(done, initiator)
        self._remember(done)

    def undo(self) -> None:
        """Take back the last act; what somebody changed since is refused and forgotten."""
        self._take_back(self._undo, self._redo, Act.UNDONE)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take_back(self._redo, self._undo, Act.REDONE)

    def _remember(self, done: Done) -> None:
        if done.batch is not None:
            self._undo = [*self._undo, done][-REMEMBERED:]
            self._redo.clear()
            self.steps_back.emit()

    def _take_back(self, source: list[Done], target: list[Done], act: Act) -> None:
        if self._desk is None or not source:
            return
        last = source.pop()
        if last.batch is None:
            return
        done = self._run(partial(self._named, self._desk, last, act), None)
        if done is not None and done.batch is not None:
            # The sentence of the next step back still speaks of the act itself.
            target.append(replace(last, batch=done.batch))
        self.steps_back.emit()

    @staticmethod
    def _named(desk: Desk, last: Done, act: Act) -> Done:
        assert last.batch is not None  # noqa: S101 - only such acts are remembered
        done = desk.history.undo(last.batch)
        return replace(done, act=act, facts={**last.facts, "act": last.act.value})

    def _run(self, command: Callable[[], Done], initiator: object) -> Done | None:
        try:
            done = command()
        except Refused as refusal:
            self.refused.emit(refusal, initiator)
            return None
        except Unavailable as trouble:
            self.unavailable.emit(trouble)
            return None
        self._tell(done, initiator)
        return done

    def _tell(self, done: Done, initiator: object) -> None:
        if done.touched:
            self.changed.emit(done.touched, initiator)
        self.done.emit(done)
