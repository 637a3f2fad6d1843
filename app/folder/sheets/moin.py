"""A few words of the Low German spoken in East Frisia, with what they mean."""

from __future__ import annotations

from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.typeset import blocks

#: Low German (BCP 47, ISO 639-2).
PLATT = "nds"

# As it is written in East Frisia, which "waar", "neet" and "Koppke" tell from other Low German.
WORDS = (
    ("hello", "Moin!"),
    ("welcome", "Hartelk willkomen!"),
    ("how", "Wo geiht di dat?"),
    ("fine", "Mi geiht dat good."),
    ("name", "Ik heet …"),
    ("from", "Waar kummst du her?"),
    ("come_in", "Kumm rin!"),
    ("sit", "Sett di daal!"),
    ("tea", "Wullt du ’n Koppke Tee?"),
    ("nice", "He, wat moi!"),
    ("thanks", "Dank di!"),
    ("gladly", "Daar neet för!"),
    ("yes_no", "Ja. Nee."),
    ("help", "Kannst du mi helpen?"),
    ("understand", "Ik verstah di neet."),
    ("time", "Laat di Tied!"),
    ("tomorrow", "Bit mörgen!"),
    ("farewell", "Hol di fuchtig!"),
)


def moin(
    _contents: FolderContents, speech: Speech, german: Speech | None = None
) -> tuple[blocks.Block, ...]:
    """Low German, German where the folder is in another language, and that language."""
    speeches = [german, speech] if german else [speech]
    rows = tuple(
        blocks.Sentence(
            (
                blocks.words(blocks.Run(platt, lang=PLATT)),
                *(blocks.words(_said(each, f"moin.words.{key}", speech)) for each in speeches),
            )
        )
        for key, platt in WORDS
    )
    names = tuple(speech.language_name(each.language) for each in speeches)
    return (
        blocks.Heading(1, blocks.words(speech.text("moin.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("moin.intro"))),
        blocks.Sentences(
            (speech.text("moin.platt"), *names),
            (blocks.SentenceGroup("", rows),),
            summary=speech.text("moin.summary"),
        ),
        blocks.Space(),
        blocks.Paragraph(blocks.words(speech.text("moin.note")), style=blocks.Style.NOTE),
    )


def _said(each: Speech, key: str, page: Speech) -> blocks.Run:
    """A phrase of one language on a page of another."""
    said = blocks.words(each.text(key))[0]
    return said if each is page or said.lang else blocks.Run(said.text, lang=each.language)
