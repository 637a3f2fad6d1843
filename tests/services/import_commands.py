"""The commands that import lists, for the test that takes every command back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.records.directory import ProviderQuery
from tests.importing import listed, mapping_of, take_in
from tests.makers import make_provider

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

OLD = ({"id": "8", "name": "Kita H", "ort": "Norden"}, {"id": "9", "name": "Kita I"})
NEW = (
    OLD[0] | {"ort": "Hage", "name": "Kita am Hafen"},
    OLD[1],
    {"id": "10", "name": "Deichhaus", "ort": "Aurich"},
    {"id": "11", "name": "Kita J", "ort": "Norden"},
)


def prepare(desk: Desk) -> None:
    """A list that was imported, a provider of no list, a mapping that was kept."""
    make_provider(desk, organisation="Deichhaus", town="")
    with TemporaryDirectory() as folder:
        take_in(desk, listed(Path(folder), *OLD), mapping_of())
    desk.imports.keep_mapping("Schulen", mapping_of(), ("id", "name"))


def take_again(desk: Desk, _case: int, folder: Path) -> Done:
    """A changed row, one that is the same, one said to be a provider known already, a new one."""
    known = desk.lists.provider_ids(ProviderQuery(words="Deichhaus"))[0]
    outcome = take_in(desk, listed(folder, *NEW), mapping_of(), same={3: known})
    assert outcome.done is not None
    assert (outcome.imported.added, outcome.imported.changed) == (1, 2)
    return outcome.done


def keep_again(desk: Desk, _case: int, _folder: Path) -> Done:
    return desk.imports.keep_mapping("Schulen", mapping_of(), ("nummer", "schule"))


def forget(desk: Desk, _case: int, _folder: Path) -> Done:
    return desk.imports.forget_mapping(desk.imports.mappings()[0].id)


COMMANDS = {
    "Imports.carry_out": take_again,
    "Imports.keep_mapping": keep_again,
    "Imports.forget_mapping": forget,
}
