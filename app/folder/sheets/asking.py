"""The letter of the verification round: a short text, then a form of what the directory says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.folder.asking import AskingLetter
from app.folder.sheets import asking_facts as facts
from app.folder.sheets import reach
from app.folder.speech import Speech, mail_target, phone_target
from app.typeset import blocks


@dataclass(frozen=True)
class Density:
    """How close the form is set: what belongs together in one row or each for itself, the height
    of a row in mm, and the style of the text above."""

    merged: bool
    pitch: float
    style: blocks.Style = blocks.Style.TABLE


DENSITIES = (
    Density(merged=False, pitch=8.0, style=blocks.Style.TEXT),
    Density(merged=False, pitch=6.0),
    Density(merged=True, pitch=8.0),
    Density(merged=True, pitch=7.0),
    Density(merged=True, pitch=6.0),
    Density(merged=True, pitch=16 / 3),
)
"""From the roomiest to the closest."""
_WINDOW_LINES = 6
_MARK = "\0"  # where the bold date goes


def asking(
    letter: AskingLetter, speech: Speech, density: Density = DENSITIES[0]
) -> tuple[blocks.Block, ...]:
    """Head, text, form and the lines to sign on."""
    office = letter.office
    return (
        blocks.Letter(
            sender=(
                office.responsible_body or office.name,
                office.name if office.responsible_body else office.department,
            ),
            return_line=" · ".join(
                part for part in (office.name, *office.address.lines) if part.strip()
            ),
            address=_window(letter),
            information=_information(letter, speech),
            subject=speech.text("asking.subject"),
            body=(),
            closing="",
            signed="",
        ),
        *(blocks.Paragraph(words, style=density.style) for words in _text(letter, speech)),
        _form(letter, speech, density),
        blocks.SignLines((speech.text("asking.sign_name"), speech.text("asking.sign_date"))),
    )


def reference(letter: AskingLetter, speech: Speech) -> str:
    """What the office finds the organisation by when its answer comes."""
    return speech.text("asking.reference_value", number=letter.number)


def _window(letter: AskingLetter) -> tuple[str, ...]:
    operator = letter.operator.strip()
    named = (letter.name, operator) if operator and operator != letter.name else (letter.name,)
    return tuple(line for line in (*named, *letter.address.lines) if line.strip())[:_WINDOW_LINES]


def _information(letter: AskingLetter, speech: Speech) -> tuple[blocks.InfoEntry, ...]:
    office = letter.office
    entries = [("asking.reference", blocks.words(blocks.bold(reference(letter, speech))))]
    if office.signatory or office.name:
        entries.append(("asking.contact", blocks.words(office.signatory or office.name)))
    if office.phone:
        number = blocks.link(reach.unbroken(office.phone), phone_target(office.phone))
        entries.append(("asking.phone", blocks.words(number)))
    if office.email:
        entries.append(
            ("asking.email", blocks.words(blocks.link(office.email, mail_target(office.email))))
        )
    entries.append(("asking.date", blocks.words(speech.date(letter.created, "day"))))
    return tuple(blocks.InfoEntry(speech.text(key), value) for key, value in entries)


def _text(letter: AskingLetter, speech: Speech) -> tuple[blocks.Words, ...]:
    """One paragraph above the form, so that as much as possible stays on the page."""
    office = letter.office
    ways = [speech.text("asking.by_post_to" if office.address.lines else "asking.by_post")]
    if office.email:
        ways.append(speech.text("asking.by_email", email=office.email))
    if office.phone:
        ways.append(speech.text("asking.by_phone", phone=reach.unbroken(office.phone)))
    closing = speech.text("asking.closing", name=office.signatory or office.name)
    by = speech.date(letter.reply_by, "full").replace(". ", ".\u00a0")
    reply = speech.text("asking.reply", date=_MARK, ways=speech.alternatives(ways))
    before, after = reply.split(_MARK)
    return (
        blocks.words(
            f"{speech.text('asking.salutation')}\n{speech.text('asking.opening')} {before}",
            blocks.bold(by),
            f"{after}\n{closing.rstrip(', ')}",
        ),
    )


def _form(letter: AskingLetter, speech: Speech, density: Density) -> blocks.Form:
    heads = ("label", "known", "tick", "write")
    label, known, tick, write = (speech.text(f"asking.head_{head}") for head in heads)
    merged = density.merged
    told = [facts.entry(entry, speech, merged=merged) for entry in letter.entries]
    shared = facts.shared(told)
    first_group = facts.organisation(letter, speech, merged=merged) + shared
    head = speech.text("asking.organisation_all" if shared else "asking.organisation")
    groups = [blocks.FormGroup("" if merged else head, _rows(first_group, speech))]
    groups += [
        blocks.FormGroup(
            facts.title(entry, letter, speech),
            _rows([each for each in own if each not in shared], speech),
            end=speech.text("asking.gone"),
        )
        for entry, own in zip(letter.entries, told, strict=True)
    ]
    return blocks.Form(
        (label, known, tick, write),
        tuple(groups),
        pitch=density.pitch,
        summary=speech.text("asking.form", name=letter.name),
        tick_alt=speech.text("asking.box"),
    )


def _rows(told: Sequence[tuple[str, str]], speech: Speech) -> tuple[blocks.FormRow, ...]:
    """Each fact with a box where something is known."""
    return tuple(
        blocks.FormRow(
            speech.text(f"asking.labels.{key}"),
            blocks.words(value or speech.text("asking.unknown")),
            tick=speech.text("asking.tick") if value else "",
        )
        for key, value in told
    )
