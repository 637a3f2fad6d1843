"""What the employer gives: its kind in the family's language, the words in the employer's own."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.folder.benefit_contents import Benefit
from app.folder.contents import FolderContents
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.typeset import blocks


def benefits(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """A heading in the chapter on the profession and an item for each; nothing where the employer
    gives nothing that is known."""
    if not contents.benefits:
        return ()
    intro = speech.text("benefits.intro", employer=contents.employer)
    return (
        blocks.Heading(2, blocks.words(speech.text("benefits.title"))),
        blocks.Paragraph(blocks.words(intro), keep_with_next=True),
        blocks.Space(),
        blocks.ListBlock(tuple(_item(each, speech) for each in contents.benefits), apart=True),
    )


def _item(benefit: Benefit, speech: Speech) -> blocks.Words:
    """ "Fahrrad zum Leasen" over the employer's own words and when it is given."""
    own = "" if speech.language == OFFICE_LANGUAGE else OFFICE_LANGUAGE
    said = [part for part in (benefit.title, benefit.public_note) if part.strip()]
    runs = [blocks.bold(speech.text(f"benefits.kinds.{benefit.kind.value}"))]
    runs += [blocks.Run(f"\n{part}", lang=own) for part in said]
    if benefit.last:
        until = speech.text("vouchers.valid_to", last=speech.date(benefit.last, "numbers"))
        runs.append(blocks.Run(f"\n{until}"))
    for line in reach.web(benefit.website):
        runs += (blocks.Run("\n"), *line)
    return tuple(runs)
