"""How to reach somebody: telephone, mail and web as linked words, or a code with its address."""

from __future__ import annotations

from collections.abc import Sequence

from app.folder.speech import Speech, mail_target, phone_target, web_address
from app.typeset import blocks


def lines(
    speech: Speech, *, phone: str = "", email: str = "", languages: Sequence[str] = ()
) -> tuple[blocks.Words, ...]:
    """One line for each way that is known, and the languages spoken there."""
    found: list[blocks.Words] = []
    if phone.strip():
        said = speech.text("folder.phone", number=unbroken(phone))
        found.append(_linked(said, phone_target(phone)))
    if email.strip():
        found.append(_linked(email.strip(), mail_target(email)))
    if languages:
        found.append(
            blocks.words(speech.text("folder.speaks", languages=speech.languages(languages)))
        )
    return tuple(found)


def web(website: str) -> tuple[blocks.Words, ...]:
    """The web address as a linked line; what is no address stands as it was typed."""
    if not website.strip():
        return ()
    address = web_address(website)
    if address is None:
        return (blocks.words(website.strip()),)
    target, readable = address
    return (blocks.words(blocks.link(readable, target, bold=True)),)


def code(
    website: str, speech: Speech, beside: tuple[blocks.Words, ...], checked: str
) -> blocks.QR | None:
    """The code of a web address with `beside` below the readable form, None without one."""
    address = web_address(website)
    if address is None:
        return None
    target, readable = address
    return blocks.QR(
        target,
        readable,
        lines=beside,
        checked=checked,
        alt=speech.text("places.code", address=readable),
    )


def unbroken(number: str) -> str:
    """A telephone number that stays on one line."""
    return number.strip().replace(" ", "\u00a0")


def _linked(text: str, target: str) -> blocks.Words:
    return blocks.words(blocks.link(text, target) if target else text)
