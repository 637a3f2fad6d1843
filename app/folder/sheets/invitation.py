"""An invitation on paper, with a slip to answer at its lower end."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.folder.invitation_contents import InvitationContents
from app.folder.papers import PaperSheet
from app.folder.sheets import invitations, reach
from app.folder.speech import Speech
from app.typeset import blocks


def invitation(contents: InvitationContents, speech: Speech) -> PaperSheet:
    """What, when and where, how to answer, and the slip; the office's own words are German."""
    occasion = contents.occasion
    title = speech.text("invitation.title")
    code = reach.code(occasion.website, speech, (), "")
    part: tuple[blocks.Block, ...] = (
        blocks.Heading(1, blocks.words(title), in_contents=False),
        blocks.Intro(blocks.words(speech.text("invitation.intro"))),
        blocks.Table(
            (blocks.Column((), width=34, row_head=True), blocks.Column(())),
            _facts(contents, speech),
            summary=speech.text("invitation.summary"),
        ),
        *((blocks.Space(), _office_words(occasion.public_note)) if occasion.public_note else ()),
        *((blocks.Space(), code) if code else ()),
        *_answering(contents, speech),
        blocks.KeepTogether(_slip(contents, speech)),
    )
    return PaperSheet(
        title=title,
        parts=(part,),
        office=contents.office,
        created=contents.created,
        name=contents.family,
        example=contents.example,
    )


def _facts(contents: InvitationContents, speech: Speech) -> tuple[tuple[blocks.Words, ...], ...]:
    occasion = contents.occasion
    said: list[tuple[str, blocks.Words]] = [
        (
            speech.text("invitation.what"),
            (
                blocks.Run(occasion.title, bold=True, lang=OFFICE_LANGUAGE),
                blocks.Run(f"\n{invitations.kind(occasion, speech)}"),
            ),
        ),
        (speech.text("timeline.when"), invitations.when(occasion, speech)),
        (speech.text("invitation.where"), _german(occasion.place)),
        (speech.text("invitation.host"), _german(occasion.host)),
    ]
    return tuple((blocks.words(head), words) for head, words in said if words)


def _answering(contents: InvitationContents, speech: Speech) -> tuple[blocks.Block, ...]:
    office, advisor = contents.office, contents.advisor
    by = contents.occasion.answer_by
    said: list[str] = [speech.text("invitation.answer_how")]
    if by is not None:
        until = speech.text("invitation.answer_until", date=speech.date(by, "full"))
        said = [until, " ", *said]
    ways = reach.lines(
        speech,
        phone=(advisor.phone if advisor else "") or office.phone,
        email=(advisor.email if advisor else "") or office.email,
    )
    name = advisor.name if advisor else office.name
    runs: list[blocks.Run] = [blocks.bold(name)] if name else []
    for way in ways:
        runs += [blocks.Run("\n"), *way] if runs else way
    first = blocks.Paragraph(blocks.words(*said))
    return (blocks.Space(), first, *((blocks.Paragraph(tuple(runs)),) if runs else ()))


def _slip(contents: InvitationContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """What goes back to the office says whose answer it is, to what and when."""
    occasion = contents.occasion
    about = (
        blocks.Run(occasion.title, bold=True, lang=OFFICE_LANGUAGE),
        blocks.Run(f"\n{speech.date(occasion.on, 'full')}"),
        *((blocks.Run(f"\n{contents.family}"),) if contents.family else ()),
    )
    boxes = tuple(blocks.words(speech.text(f"invitation.{each}")) for each in ("yes", "no"))
    return (
        blocks.CutLine(speech.text("invitation.cut")),
        blocks.Heading(2, blocks.words(speech.text("invitation.answer_title")), in_contents=False),
        blocks.Paragraph(about),
        blocks.ListBlock(boxes, blocks.Marker.BOX, apart=True),
        blocks.SignLines((speech.text("invitation.how_many"),)),
    )


def _german(text: str) -> blocks.Words:
    return (blocks.Run(text, lang=OFFICE_LANGUAGE),) if text else ()


def _office_words(text: str) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.words(text.strip()), lang=OFFICE_LANGUAGE)
