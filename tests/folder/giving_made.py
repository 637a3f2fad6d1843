"""Vouchers and consents of every kind, as the sheets of the last chapters meet them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

from app.folder.contents import FolderContents
from app.folder.privacy_contents import GivenConsent, Privacy
from app.folder.voucher_contents import Voucher
from app.records.vouchers import Audience
from app.rules.terms import Purpose, Recipient
from tests.folder.mentor_made import OCCASIONS

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)


def make_vouchers() -> tuple[Voucher, ...]:
    """One for each audience and each kind of validity."""
    spans = ((FIRST, LAST), (FIRST, None), (None, LAST), (None, None))
    return tuple(
        Voucher(
            number,
            f"Gutschein {number}",
            "Freier Eintritt an einem Tag Ihrer Wahl.",
            audience,
            "Landkreis Sielhaven",
            "Hallenbad Sielhaven",
            ("Badstraße 3", "26999 Sielhaven"),
            *span,
        )
        for number, (audience, span) in enumerate(product(Audience, spans), start=1)
    )


def make_privacy(name: str) -> Privacy:
    """Everything set, and a consent for each purpose and recipient, every other one withdrawn."""
    return Privacy(
        officer="Datenschutz, Am Siel 7, 26999 Sielhaven",
        retention="Zwei Jahre nach dem Ende der Beratung.",
        consents=tuple(
            GivenConsent(
                name,
                purpose,
                recipient,
                "Das darf die Servicestelle.",
                FIRST,
                withdrawn_on=LAST if number % 2 else None,
            )
            for number, (purpose, recipient) in enumerate(product(Purpose, Recipient))
        ),
    )


def with_giving(contents: FolderContents) -> FolderContents:
    """The same with vouchers, and with a privacy sheet that has everything."""
    return replace(
        contents,
        vouchers=make_vouchers(),
        occasions=OCCASIONS,
        privacy=make_privacy(contents.members[0].name),
    )
