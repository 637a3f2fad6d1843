"""Importing in the terminal: how a list is read, and what its columns are where nobody says so."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app.errors import Reason, Refused
from app.progress import finish
from app.records.importing import FIND_HEAD

if TYPE_CHECKING:
    from app.desk import Desk
    from app.exchange.guessing import ColumnProposal
    from app.exchange.mapping import Mapping
    from app.records.importing import Source


TABS = {"\\t": "\t", "tab": "\t", "tabulator": "\t"}


class Sentences(Protocol):
    def columns(self, read: ColumnProposal, left: Sequence[str]) -> tuple[str, ...]: ...


class Listener(Protocol):
    @property
    def wording(self) -> Sentences: ...
    def say(self, sentence: str) -> None: ...


def opened(desk: Desk, call: argparse.Namespace) -> Source:
    """The list, read as found, then as the call says otherwise; raises `Refused`."""
    source = finish(desk.imports.open(call.list))
    call.delimiter = TABS.get(call.delimiter.casefold(), call.delimiter)
    told = {
        name: value for name in ("encoding", "delimiter", "sheet") if (value := getattr(call, name))
    }
    if told.get("sheet", source.reading.sheet) not in ("", *source.sheets):
        raise Refused(Reason.NO_SUCH_SHEET, sheet=told["sheet"], sheets=", ".join(source.sheets))
    if not told:
        return source
    return finish(desk.imports.open(call.list, replace(source.reading, head=FIND_HEAD, **told)))


def proposed(desk: Desk, source: Source, terminal: Listener) -> Mapping | None:
    """The mapping that fits, told; None where the format needs none. Raises
    `Refused(COLUMNS_UNCLEAR)` where somebody has to look at the columns."""
    if not source.columns:
        return None
    found = desk.imports.proposal(source)
    for sentence in terminal.wording.columns(found, found.unread(source)):
        terminal.say(sentence)
    if not found.is_certain:
        raise Refused(Reason.COLUMNS_UNCLEAR)
    return found.mapping
