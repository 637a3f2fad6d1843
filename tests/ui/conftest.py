"""The window in tests: dressed as shipped, on a real file, with a recorder for its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
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
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Dresses what stands alone, as the window dresses all that stands in it."""
    keep = qtbot.addWidget

    def dressed_too(widget: QWidget, **how: object) -> None:
        if widget.parent() is None:
            theme.dress_once(widget)
        keep(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", dressed_too)
    return qtbot


class _Strays(QObject):
    """Widgets that were shown before they stood anywhere: each is a window of its own for a
    moment, and takes the keyboard with it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            wanted = isinstance(watched, Window | QDialog)
            plain = watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Widget)
            if watched.isWindow() and plain and not wanted:
                self.seen.append(watched)
        return False


@pytest.fixture
def strays(dressed: QApplication) -> Iterator[None]:
    """Nothing becomes a window of its own while it is laid out."""
    found = _Strays()
    dressed.installEventFilter(found)
    yield
    dressed.removeEventFilter(found)
    assert [type(each).__name__ for each in found.seen] == []


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
