"""The definitions of the figures: what is counted, how, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.content.faults import Problem, nearest, read_toml
from app.content.file_states import once
from app.content.tables import Table
from app.errors import Fault
from app.records.figures import Definition, FigureKey, Unit
from app.rules.figures import CountingRule

FILE = Path("figures", "definitions.toml")


@dataclass(frozen=True)
class Defined:
    """A definition in words and as the counting knows it."""

    definition: Definition
    rule: CountingRule


@dataclass(frozen=True)
class Definitions:
    """All versions of each figure, the oldest first; broken ones are left out and told."""

    versions: Mapping[FigureKey, tuple[Defined, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def on(self, key: FigureKey, day: date) -> Defined | None:
        """The version in force on a day; before the first one the first, None where there is none
        at all."""
        versions = self.versions.get(key, ())
        in_force = [each for each in versions if each.definition.since <= day]
        return in_force[-1] if in_force else next(iter(versions), None)


def load_definitions(resources: Path) -> Definitions:
    """Read the file; without it there are no figures, everything else goes on."""
    return _definitions(resources / FILE)


@once
def _definitions(path: Path) -> Definitions:
    found = read_toml(path, FILE.as_posix())
    if isinstance(found, Fault):
        return Definitions(faults=(found,))
    place = _Place()
    whole = Table(found[0], place)
    versions: dict[FigureKey, list[Defined]] = {}
    for table in whole.tables("definition"):
        faults = len(place.faults)
        defined = _read(table)
        key = defined.definition.key
        if any(
            each.definition.version == defined.definition.version for each in versions.get(key, ())
        ):
            table.fault("version", Problem.DUPLICATE_ID)
        if len(place.faults) == faults:
            versions.setdefault(key, []).append(defined)
    whole.close()
    ordered = {
        key: tuple(sorted(of, key=lambda each: each.definition.version))
        for key, of in versions.items()
    }
    return Definitions(ordered, tuple(place.faults))


def _read(table: Table[_Place]) -> Defined:
    since = table.date("since")
    if since is None:
        table.fault("since", Problem.KEY_MISSING)
    version = table.integer("version")
    if version is None:
        table.fault("version", Problem.KEY_MISSING)
    defined = Defined(
        Definition(
            key=table.member("key", FigureKey),
            version=version or 0,
            since=since or date.max,
            unit=table.member("unit", Unit),
            text=table.text("text", needed=True),
        ),
        table.member("rule", CountingRule),
    )
    table.close()
    return defined


@dataclass
class _Place:
    """Where a definition stands; the faults of the file."""

    faults: list[Fault] = field(default_factory=list)
    path: str = ""

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        at = f"{self.path}.{key}" if self.path else key
        self.faults.append(Fault(FILE.as_posix(), 0, at, problem, nearest(word or key, allowed)))

    def within(self, key: str, index: int | None = None) -> _Place:
        at = f"{self.path}.{key}" if self.path else key
        return _Place(self.faults, at if index is None else f"{at}.{index}")
