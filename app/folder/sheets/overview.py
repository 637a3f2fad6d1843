"""The table of contents, on the back of the letter."""

from __future__ import annotations

from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.typeset import blocks


def overview(_contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """All chapters with their pages. A chapter's one heading says what its title says."""
    return (blocks.Contents(speech.text("contents.title"), depth=0),)
