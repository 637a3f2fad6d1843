"""Labels for the back of the ring folder, on a sheet of their own.

The sheet comes last and has no number: so cover and letter keep their sides, and taking it out
leaves no gap.
"""

from __future__ import annotations

from app.folder import household
from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.typeset import blocks

# Backs of the usual ring folders, in mm.
NARROW, BROAD = 34, 60


def spine(
    contents: FolderContents, speech: Speech, other: Speech | None = None
) -> tuple[blocks.Block, ...]:
    """Whose folder it is, what it is, and whose office made it; `other`: a second language."""
    titles = [blocks.words(speech.text("folder.title"))[0]]
    if other is not None:
        titles += [
            blocks.Run(" · "),
            blocks.Run(other.text("folder.title"), lang=other.language),
        ]
    office = contents.office
    return (
        blocks.Heading(1, blocks.words(speech.text("spine.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("spine.intro"))),
        blocks.SpineLabels(
            title=tuple(titles),
            family=household.title(contents, speech),
            office=" · ".join(part for part in (office.responsible_body, office.name) if part),
            sizes=tuple(
                (float(width), speech.text("spine.size", width=width)) for width in (NARROW, BROAD)
            ),
        ),
    )
