"""What a family is told of its data (Art. 13 and 14 DSGVO), and the consents it may sign."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.isolates import isolated
from app.content.languages import OFFICE_LANGUAGE, is_right_to_left
from app.folder.consent_words import wording
from app.folder.contents import FolderContents, Member
from app.folder.privacy_contents import GivenConsent
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.rules.privacy_law import ASKED, FOR_CHILDREN, STAND
from app.rules.terms import MemberRole, Purpose, Recipient
from app.typeset import blocks

_OF_AGE = 18
_TOLD = ("purpose", "basis", "origin", "recipients", "kept", "free")
_RIGHTS = ("access", "correct", "erase", "restrict", "tell", "port", "withdraw")


@dataclass(frozen=True)
class Signing:
    """How consents are asked for. `german`: says the German wording below each sentence, None
    where it stands elsewhere or is the sentence itself. `twice`: a second copy for the family.
    `beside`: it is signed on the facing page, in German."""

    german: Speech | None = None
    twice: bool = True
    beside: bool = False


def privacy(contents: FolderContents, speech: Speech, signing: Signing) -> tuple[blocks.Block, ...]:
    """The information, the consents on record, then those to sign, each copy on its own paper."""
    sheet: list[blocks.Block] = [
        _heading(1, speech.text("privacy.chapter")),
        blocks.Intro(blocks.words(speech.text("privacy.intro"))),
        _note(speech.text("privacy.law", date=speech.date(STAND, "day"))),
        *_responsible(contents, speech),
    ]
    for part in _TOLD:
        sheet.append(_heading(2, speech.text(f"privacy.{part}_title")))
        sheet.append(_text(speech.text(f"privacy.{part}")))
        if part == "kept" and contents.privacy.retention.strip():
            told = _office_words(contents.privacy.retention)
            sheet.append(blocks.Space() if signing.beside else told)
    sheet += _rights(speech)
    if contents.privacy.consents:
        sheet.append(_heading(2, speech.text("privacy.given_title")))
        sheet.append(_given(contents, speech, signing))
    if asked(contents):
        sheet += _form("office", contents, speech, signing)
        if signing.twice:
            sheet += _form("family", contents, speech, signing)
    return tuple(sheet)


def asked(contents: FolderContents) -> tuple[tuple[Purpose, Recipient], ...]:
    """The consents this household is still asked for: those that somebody who signs has not
    given."""
    children = any(each.role is MemberRole.CHILD for each in contents.members)
    given = {
        (each.purpose, each.recipient, each.name)
        for each in contents.privacy.consents
        if each.withdrawn_on is None and each.recipient is not Recipient.OTHER
    }
    return tuple(
        (purpose, recipient)
        for purpose, recipient in ASKED
        if (children or recipient not in FOR_CHILDREN)
        and any(
            (purpose, recipient, each.name) not in given
            for each in contents.members
            if _signs(each)
        )
    )


def _responsible(contents: FolderContents, speech: Speech) -> list[blocks.Block]:
    """Who answers for the data; what the office did not enter is left out, never guessed."""
    body, officer = contents.office.responsible_body.strip(), contents.privacy.officer.strip()
    if not body and not officer:
        return []
    found: list[blocks.Block] = [_heading(2, speech.text("privacy.responsible_title"))]
    if body:
        office = contents.office
        ways = (
            blocks.words(", ".join(part for part in (office.name, *office.address.lines) if part)),
            *reach.lines(speech, phone=office.phone, email=office.email),
        )
        said = blocks.words(speech.text("privacy.responsible", name=body))
        lines = [run for way in ways if way[0].text for run in (blocks.Run("\n"), *way)]
        found.append(blocks.Paragraph((*said, *lines)))
    if officer:
        found.append(_text(speech.text("privacy.officer", contact=officer)))
    return found


def _rights(speech: Speech) -> list[blocks.Block]:
    authority = speech.text("privacy.authority")
    items = [
        *(speech.text(f"privacy.{right}") for right in _RIGHTS),
        speech.text("privacy.complain", authority=authority),
    ]
    return [
        # Art. 21 Abs. 4 DSGVO: told apart from all other information
        blocks.KeepTogether(
            (
                _heading(2, speech.text("privacy.object_title")),
                blocks.Paragraph(blocks.words(blocks.bold(speech.text("privacy.object")))),
            )
        ),
        _heading(2, speech.text("privacy.rights_title")),
        blocks.ListBlock(tuple(blocks.words(item) for item in items)),
    ]


def _given(contents: FolderContents, speech: Speech, signing: Signing) -> blocks.Table:
    """The consents on record, in the words that were signed; beside German they stand there."""
    columns = (
        blocks.Column(blocks.words(speech.text("privacy.given_who")), width=32, row_head=True),
        blocks.Column(blocks.words(speech.text("privacy.given_what"))),
        blocks.Column(blocks.words(speech.text("privacy.given_when")), width=32),
    )
    rows = tuple(
        (
            blocks.words(consent.name),
            _what(consent, speech, with_wording=not signing.beside),
            blocks.words("\n".join(_when(consent, speech))),
        )
        for consent in contents.privacy.consents
    )
    return blocks.Table(columns, rows, summary=speech.text("privacy.given_summary"))


def _what(consent: GivenConsent, speech: Speech, *, with_wording: bool) -> blocks.Words:
    whom = consent.recipient_name or speech.text(f"privacy.whom.{consent.recipient.value}")
    purpose = speech.text(f"privacy.purposes.{consent.purpose.value}")
    if consent.recipient is not Recipient.SERVICE_POINT:
        purpose = speech.text("privacy.purpose_to", purpose=purpose, whom=whom)
    if not with_wording or not consent.wording.strip():
        return blocks.words(purpose)
    return blocks.words(purpose, "\n", _german(consent.wording.strip(), speech))


def _when(consent: GivenConsent, speech: Speech) -> list[str]:
    said = [speech.text("privacy.given_since", date=speech.date(consent.since, "numbers"))]
    if consent.withdrawn_on is not None:
        on = speech.date(consent.withdrawn_on, "numbers")
        said.append(speech.text("privacy.given_ended", date=on))
    return said


def _form(
    copy: str, contents: FolderContents, speech: Speech, signing: Signing
) -> list[blocks.Block]:
    """One copy: what may be allowed, each by a tick of its own, and who signs."""
    # beside another language the office's copy faces it and shares no paper with the information
    found: list[blocks.Block] = [
        blocks.PageBreak(leaf=copy == "family" or not contents.facing),
        _heading(1, speech.text(f"privacy.{copy}_title")),
        blocks.Intro(blocks.words(speech.text("privacy.form_intro"))),
        blocks.Paragraph(blocks.words(blocks.bold(speech.text(f"privacy.{copy}_copy")))),
        blocks.ListBlock(
            tuple(_sentence(each, contents, speech, signing) for each in asked(contents)),
            marker=blocks.Marker.BULLET if signing.beside else blocks.Marker.BOX,
            style=blocks.Style.TABLE,
            apart=True,
        ),
    ]
    minors = [each.short for each in contents.members if _is_minor(each)]
    if minors:
        found.append(_note(speech.text("privacy.children", names=speech.listed(minors))))
    found.append(blocks.KeepTogether(tuple(_signatures(contents, speech, signing))))
    return found


def _sentence(
    what: tuple[Purpose, Recipient], contents: FolderContents, speech: Speech, signing: Signing
) -> blocks.Words:
    name = contents.employer if what[1] is Recipient.EMPLOYER else ""
    said = blocks.words(wording(speech.phrases, *what, name))
    if signing.german is None:
        return said
    return (*said, blocks.Run("\n"), _german(wording(signing.german.phrases, *what, name), speech))


def _signatures(contents: FolderContents, speech: Speech, signing: Signing) -> list[blocks.Block]:
    """Lines for all who sign themselves, two beside each other, then those who sign for whoever is
    not of age: the parents in the household, two for a trainee of 17. Where it is signed on the
    facing page, as many rows that say so."""
    place = speech.text("privacy.place_date")
    own = [
        speech.text("privacy.signature", name=each.name)
        for each in contents.members
        if _signs(each)
    ]
    rows = [own[start : start + 2] for start in range(0, len(own), 2)]
    minors = [each for each in contents.members if _is_minor(each)]
    if minors:
        parents = sum(each.role in _PARENTS and not _is_minor(each) for each in contents.members)
        elsewhere = any(each.role is not MemberRole.CHILD for each in minors)
        rows.append([speech.text("privacy.signature_child")] * max(parents, 1 + elsewhere))
    if signing.beside and rows:
        said = blocks.words(blocks.bold(speech.text("privacy.sign_beside")))
        return [blocks.Paragraph(said), *(blocks.Space() for _ in rows[1:])]
    return [blocks.SignLines((place, *row)) for row in rows]


_PARENTS = (MemberRole.PROFESSIONAL, MemberRole.PARTNER)


def _signs(member: Member) -> bool:
    """Whoever is of age, and a trainee of 17: who works here is asked, and the parents too."""
    return member.role in _PARENTS or not _is_minor(member)


def _is_minor(member: Member) -> bool:
    """A child of unknown age is taken for one, anybody else for of age."""
    if member.age is None:
        return member.role is MemberRole.CHILD
    return member.age < _OF_AGE


def _german(text: str, speech: Speech) -> blocks.Run:
    """German words inside a text of the folder's language."""
    put = isolated if is_right_to_left(speech.language) else str
    return blocks.Run(put(text), lang=OFFICE_LANGUAGE)


def _office_words(text: str) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.words(text.strip()), lang=OFFICE_LANGUAGE)


def _heading(level: int, text: str) -> blocks.Heading:
    return blocks.Heading(level, blocks.words(text), in_contents=False)


def _text(text: str) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.words(text))


def _note(text: str) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.words(text), style=blocks.Style.NOTE)
