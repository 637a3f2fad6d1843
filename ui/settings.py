"""What this workplace remembers between two starts: sizes, the last file, how it looks.

Nothing about a person is kept here; the file with the people is the data file.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ui.theme import Scheme

EVERYBODY = "*"
PERCENTS = (100, 110, 125, 150, 175, 200)


class Settings(QObject):
    """Typed access to the settings; `store` may be a file of its own, in tests."""

    scheme_changed = Signal()
    agenda_changed = Signal()

    def __init__(self, store: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store or QSettings("Heimathafen", "Heimathafen")

    @property
    def last_file(self) -> Path | None:
        """The data file that was open last, None where there was none."""
        name = self._text("file/last")
        return Path(name) if name else None

    @last_file.setter
    def last_file(self, path: Path | None) -> None:
        self._store.setValue("file/last", str(path) if path else "")

    @property
    def who(self) -> str:
        """Who works here, as it shall stand in the journal."""
        return self._text("who")

    @who.setter
    def who(self, name: str) -> None:
        self._store.setValue("who", name)

    @property
    def agenda_of(self) -> str:
        """Whose cases the day shows: an advisor's name, EVERYBODY, blank at first."""
        return self._text("today/advisor")

    @agenda_of.setter
    def agenda_of(self, name: str) -> None:
        self._store.setValue("today/advisor", name)
        self.agenda_changed.emit()

    @property
    def refreshed(self) -> str:
        """Of which file and day the plans were last brought up to date here."""
        return self._text("file/refreshed")

    @refreshed.setter
    def refreshed(self, mark: str) -> None:
        self._store.setValue("file/refreshed", mark)

    @property
    def bilingual(self) -> bool:
        """Whether folders have German beside the family's language."""
        return self._text("folder/bilingual") == "yes"

    @bilingual.setter
    def bilingual(self, wanted: bool) -> None:
        self._store.setValue("folder/bilingual", "yes" if wanted else "no")

    @property
    def translation_notice(self) -> bool:
        """Whether the last page says how far the translation was checked; so unless switched
        off."""
        return self._text("folder/translation") != "no"

    @translation_notice.setter
    def translation_notice(self, wanted: bool) -> None:
        self._store.setValue("folder/translation", "yes" if wanted else "no")

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system says."""
        value = self._text("look/scheme")
        return cast("Scheme", value) if value in get_args(Scheme) else "system"

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("look/scheme", scheme)
        self.scheme_changed.emit()

    @property
    def percent(self) -> int:
        """Size of the text in percent."""
        value = self._text("look/percent")
        return int(value) if value.isdigit() and int(value) in PERCENTS else 100

    @percent.setter
    def percent(self, percent: int) -> None:
        self._store.setValue("look/percent", str(percent))

    def room(self, tab: str) -> str:
        """The room of a tab that was shown last, by its key."""
        return self._text(f"rooms/{tab}")

    def keep_room(self, tab: str, key: str) -> None:
        self._store.setValue(f"rooms/{tab}", key)

    @property
    def figures_period(self) -> str:
        """The period that figures were counted for last, from day to day (ISO 8601)."""
        return self._text("figures/period")

    @figures_period.setter
    def figures_period(self, period: str) -> None:
        self._store.setValue("figures/period", period)

    def state(self, name: str) -> QByteArray:
        """A saved geometry or splitter state; empty where none was saved."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"state/{name}", state)

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""
