"""The window in tests: dressed as shipped, on a real file, with a recorder for its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.__main__ import doors
from tests.conftest import ROOT, TODAY
from ui import start, theme
from ui.asking import Asking
from ui.settings import Settings
from ui.window import Window

RESOURCES = ROOT / "resources"


@dataclass
class Recorder:
    """What was asked, and what to answer."""

    asked: list[str] = field(default_factory=list)
    path: Path | None = None
    agrees: bool = True
    word: str | None = None


class RecordedAsking(Asking):
    """Answers at once what the recorder says, and keeps what was asked."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def open_file(self, title, kinds="", folder=None):
        return self._answer(title, self._recorder.path)

    def save_file(self, title, proposal, kinds="", suffix=".hafen"):
        return self._answer(title, self._recorder.path)

    def folder(self, title, start=None):
        return self._answer(title, self._recorder.path)

    def confirm(self, question, explanation, act):
        return self._answer(question, self._recorder.agrees)

    def text(self, title, label, proposal=""):
        return self._answer(title, self._recorder.word)

    def choice(self, title, label, choices):
        word = self._recorder.word
        return self._answer(title, word if word in choices else None)

    def tell(self, title, text):
        self._answer(title, None)

    def _answer(self, question, answer):
        self._recorder.asked.append(question)
        return answer


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its light colours at 100 %."""
    start.application()
    theme.load_fonts(RESOURCES)
    theme.apply(qapp, RESOURCES)
    return qapp


@pytest.fixture
def looks(dressed: QApplication) -> Iterator[Callable[..., None]]:
    """Other colours or sizes for one test: `looks(dark=True, percent=200)`."""

    def change(*, dark: bool = False, percent: int = 100) -> None:
        theme.apply(dressed, RESOURCES, dark=dark, percent=percent)

    yield change
    change()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def shell(
    dressed: QApplication, settings: Settings, recorder: Recorder, qtbot: QtBot
) -> Iterator[Window]:
    """The window with no file open."""
    ways = doors(RESOURCES, lambda: TODAY)
    ways.warm()
    window = start.compose(ways, settings, RecordedAsking(recorder), lambda: TODAY)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()


@pytest.fixture
def window(shell: Window, path: Path, qtbot: QtBot) -> Window:
    """The window on a new file, with its desk open."""
    shell.files.open(path)
    with qtbot.waitSignal(shell.acts.opened, timeout=10_000):
        shell.files.warm_up()
    return shell
