"""All sheets of a folder, each with the function that makes its blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from app.folder.asked import Asked
from app.folder.contents import FolderContents
from app.folder.plan import Sheet
from app.folder.sheets.care import care
from app.folder.sheets.checklist import checklist, questions
from app.folder.sheets.cover import cover, greeting
from app.folder.sheets.documents import documents
from app.folder.sheets.letter import letter
from app.folder.sheets.moin import moin
from app.folder.sheets.need import need
from app.folder.sheets.overview import overview
from app.folder.sheets.own_papers import own_papers
from app.folder.sheets.people import people
from app.folder.sheets.places import (
    arriving,
    children,
    housing,
    offices,
    partner,
    profession,
)
from app.folder.sheets.privacy import Signing, privacy
from app.folder.sheets.spine import spine
from app.folder.sheets.stand import stand
from app.folder.sheets.tea import tea
from app.folder.sheets.timeline import timeline
from app.folder.sheets.training import training
from app.folder.sheets.vouchers import vouchers
from app.folder.speech import Speech
from app.records.compositions import ChapterChoice, Option
from app.typeset import blocks

Blocks: TypeAlias = tuple[blocks.Block, ...]
SheetMaker: TypeAlias = Callable[[FolderContents, Speech, Asked], Blocks]


def _whatever(make: Callable[[FolderContents, Speech], Blocks]) -> SheetMaker:
    """A sheet that is the same whatever its chapter is asked for."""
    return lambda contents, speech, _: make(contents, speech)


def _chosen(
    make: Callable[[FolderContents, Speech, ChapterChoice], Blocks],
) -> SheetMaker:
    """A sheet that asks how its chapter is composed."""
    return lambda contents, speech, asked: make(contents, speech, asked.choice)


def _beside(make: Callable[[FolderContents, Speech, Speech | None], Blocks]) -> SheetMaker:
    """A sheet that says a thing in German too."""
    return lambda contents, speech, asked: make(contents, speech, asked.german)


SHEETS: Mapping[Sheet, SheetMaker] = MappingProxyType(
    {
        Sheet.COVER: _whatever(cover),
        Sheet.GREETING: _whatever(greeting),
        Sheet.LETTER: _whatever(letter),
        Sheet.OVERVIEW: _whatever(overview),
        Sheet.PEOPLE: _whatever(people),
        Sheet.TIMELINE: lambda contents, speech, asked: timeline(
            contents, speech, open_only=asked.has(Option.OPEN_ONLY)
        ),
        Sheet.CHECKLIST: lambda contents, speech, asked: checklist(
            contents, speech, open_only=asked.has(Option.OPEN_ONLY)
        ),
        Sheet.QUESTIONS: _whatever(questions),
        Sheet.DOCUMENTS: _whatever(documents),
        Sheet.OWN_PAPERS: _whatever(own_papers),
        Sheet.OFFICES: _chosen(offices),
        Sheet.I_NEED: _beside(need),
        Sheet.CARE: _whatever(care),
        Sheet.CHILDREN: _chosen(children),
        Sheet.PARTNER: _chosen(partner),
        Sheet.HOUSING: _chosen(housing),
        Sheet.PROFESSION: _chosen(profession),
        Sheet.TRAINING: _whatever(training),
        Sheet.ARRIVING: _chosen(arriving),
        Sheet.MOIN: _beside(moin),
        Sheet.TEA: _whatever(tea),
        Sheet.VOUCHERS: _whatever(vouchers),
        Sheet.PRIVACY: lambda contents, speech, asked: privacy(
            contents,
            speech,
            Signing(asked.german, twice=asked.has(Option.SIGNED_TWICE), beside=asked.beside),
        ),
        Sheet.STAND: _whatever(stand),
        Sheet.SPINE: _beside(spine),
    }
)
