"""The first page: greets by name, with a coast and one gull for each member of the family."""

from __future__ import annotations

from dataclasses import replace

from app.content.languages import OFFICE_LANGUAGE
from app.folder import household
from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.typeset import blocks

# Names at 14 pt: what stands on one line of the cover without crowding it.
NAMES_WIDTH = 44
NAME_LINES = 3
# As many characters stand on the back of the cover in 14 pt.
SHORT_GREETING = 900


def cover(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Greeting, family, names; below the drawing the language, the date and who to call."""
    return (_cover(contents, speech, (_side(contents, speech),), contents.home.town),)


def bilingual(
    contents: FolderContents, speech: Speech, german: FolderContents, in_german: Speech
) -> tuple[blocks.Block, ...]:
    """Both languages on one sheet, German first; names in their own script beside the greeting of
    their language alone."""
    plain = replace(german, members=tuple(replace(m, own_script="") for m in german.members))
    sides = (_side(plain, in_german, narrow=True), _side(contents, speech, narrow=True))
    whole = _cover(german, in_german, sides, speech.text("folder.title"))
    languages = [
        _named_in_both(each, speech, in_german) for each in (in_german.language, speech.language)
    ]
    first = blocks.CoverField(in_german.text("cover.language"), tuple(languages))
    return (replace(whole, fields=(first, *whole.fields[1:])),)


def greeting(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """What the office says to every family, on the back of the cover: its own words, in German."""
    words = contents.greeting.strip()
    style = blocks.Style.NAMES if len(words) <= SHORT_GREETING else blocks.Style.TEXT
    lang = "" if speech.language == OFFICE_LANGUAGE else OFFICE_LANGUAGE
    office = contents.office
    signed = (
        blocks.words(blocks.bold(office.signatory.strip())),
        blocks.words(office.responsible_body or office.name),
    )
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("greeting.title")), in_contents=False)
    ]
    for part in words.split("\n\n"):
        found += [
            blocks.Paragraph(blocks.words(part.strip()), style=style, lang=lang),
            blocks.Space(),
        ]
    if office.signatory.strip():
        found.append(
            blocks.KeepTogether(
                (
                    blocks.Space(),
                    blocks.Paragraph(signed[0], lang=lang),
                    blocks.Paragraph(signed[1], style=blocks.Style.NOTE, lang=lang),
                )
            )
        )
    return tuple(found)


def _named_in_both(tag: str, speech: Speech, in_german: Speech) -> blocks.Words:
    """ "Arabisch · العربية": a language in German and in itself."""
    said = in_german.language_name(tag)
    own = speech.language_name(tag)
    if tag == in_german.language or own == said:
        return blocks.words(said)
    return (blocks.Run(f"{said} · "), blocks.Run(own, lang=speech.language))


def _cover(
    contents: FolderContents,
    speech: Speech,
    sides: tuple[blocks.CoverSide, ...],
    below: str,
) -> blocks.Cover:
    office = contents.office
    return blocks.Cover(
        sides=sides,
        office=(office.responsible_body or office.name, _below(contents)),
        title=(speech.text("folder.title"), below),
        gulls=len(contents.members),
        picture_alt=speech.text("cover.drawing"),
        fields=_fields(contents, speech),
        note=speech.text("folder.example") if contents.example else "",
    )


def _side(contents: FolderContents, speech: Speech, *, narrow: bool = False) -> blocks.CoverSide:
    """Several names are broken between people; `narrow`: wherever the column ends."""
    members = contents.members
    if len(members) > 1:
        members = tuple(replace(member, name=_unbroken(member.name)) for member in members)
    return blocks.CoverSide(
        greeting=speech.text("cover.greeting"),
        family=household.title(replace(contents, members=members), speech),
        names=_names(contents, speech, 1 if narrow else NAME_LINES),
        lang=speech.language,
    )


def _below(contents: FolderContents) -> str:
    office = contents.office
    return office.name if office.responsible_body else office.department


def _names(contents: FolderContents, speech: Speech, most: int) -> tuple[str, ...]:
    """The names as called, then as their bearers write them: at most so many lines, broken only
    between people. A single person is already greeted by the full name."""
    own = [_unbroken(member.own_script) for member in contents.members]
    called = [_unbroken(member.short) for member in contents.members]
    said = speech.listed([name for name in called if name]) if len(called) > 1 else ""
    lines = _lines(said, max(1, most - any(own)))
    written = " · ".join(name for name in own if name)
    return (*lines, written) if written else lines


def _unbroken(name: str) -> str:
    return name.strip().replace(" ", "\u00a0")


def _lines(text: str, most: int) -> tuple[str, ...]:
    """`text` on at most `most` lines; the last takes what is left."""
    lines: list[str] = []
    for word in text.split(" ") if text else ():
        if lines and (len(f"{lines[-1]} {word}") <= NAMES_WIDTH or len(lines) == most):
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _fields(contents: FolderContents, speech: Speech) -> tuple[blocks.CoverField, ...]:
    language = speech.language_name(speech.language)
    fields = [
        blocks.CoverField(speech.text("cover.language"), (blocks.words(language),)),
        blocks.CoverField(
            speech.text("cover.stand"),
            (
                blocks.words(
                    speech.text(
                        "timeline.on_weekday", weekday=speech.date(contents.told_on, "weekday")
                    )
                ),
                blocks.words(speech.date(contents.told_on, "day")),
            ),
        ),
    ]
    advisor = contents.advisor
    if advisor is not None:
        name, phone, label = advisor.name, advisor.phone or contents.office.phone, "cover.advisor"
    else:
        name, phone, label = contents.office.name, contents.office.phone, "cover.office"
    lines = [blocks.words(blocks.bold(name))]
    if phone:
        lines.append(blocks.words(speech.text("folder.phone", number=phone)))
    fields.append(blocks.CoverField(speech.text(label), tuple(lines)))
    return tuple(fields)
