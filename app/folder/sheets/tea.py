"""How tea is drunk here, so that nobody stirs by mistake.

Facts: Deutsche UNESCO-Kommission, Bundesweites Verzeichnis Immaterielles Kulturerbe, "Ostfriesische
Teekultur" (2016).
"""

from __future__ import annotations

from app.folder.contents import FolderContents
from app.folder.sheets.moin import PLATT
from app.folder.speech import Speech
from app.typeset import blocks

# The steps in their order, each with the word of Low German it teaches.
STEPS = (
    ("sugar", "Kluntje"),
    ("pour", ""),
    ("cream", "Wulkje"),
    ("stir", ""),
    ("cups", "Dree is Oostfresenrecht"),
    ("spoon", ""),
)
KNOW = ("times", "free", "heritage")
_HERE = "\ue000"


def tea(_contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The steps, numbered, then what else a guest may like to know."""
    return (
        blocks.Heading(1, blocks.words(speech.text("tea.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("tea.intro"))),
        blocks.Heading(2, blocks.words(speech.text("tea.how")), in_contents=False),
        blocks.ListBlock(
            tuple(_step(name, platt, speech) for name, platt in STEPS), blocks.Marker.NUMBER
        ),
        blocks.Heading(2, blocks.words(speech.text("tea.know")), in_contents=False),
        blocks.ListBlock(tuple(blocks.words(speech.text(f"tea.{name}")) for name in KNOW)),
    )


def _step(name: str, platt: str, speech: Speech) -> blocks.Words:
    """The sentence with its word of Low German, which says what it is."""
    if not platt:
        return blocks.words(speech.text(f"tea.{name}"))
    said = speech.text(f"tea.{name}", platt=_HERE)
    language = speech.phrases.language_of(f"tea.{name}")
    lang = language if language != speech.language else ""
    before, _, after = said.partition(_HERE)
    runs = (
        blocks.Run(before, lang=lang),
        blocks.Run(platt, bold=True, lang=PLATT),
        blocks.Run(after, lang=lang),
    )
    return tuple(run for run in runs if run.text)
