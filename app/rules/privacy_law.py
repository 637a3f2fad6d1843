"""What the law on data protection asks a service point to tell and to ask. Stand: November 2026."""

from __future__ import annotations

from datetime import date

from app.rules.terms import Purpose, Recipient

STAND = date(2026, 11, 22)
"""The day the paragraphs on the privacy sheet were read (DSGVO, NDSG, BGB)."""

ASKED: tuple[tuple[Purpose, Recipient], ...] = (
    *(
        (Purpose.SHARE, recipient)
        for recipient in Recipient
        if recipient is not Recipient.SERVICE_POINT
    ),
    (Purpose.CONTACT_CHANNEL, Recipient.SERVICE_POINT),
    (Purpose.CONTACT_CHANNEL, Recipient.MENTOR),
    (Purpose.HEALTH_DATA, Recipient.SERVICE_POINT),
    (Purpose.PHOTO, Recipient.SERVICE_POINT),
    (Purpose.STATISTICS, Recipient.SERVICE_POINT),
)
"""What the office may ask a family for, one consent for each purpose and recipient (Art. 6 Abs. 1
Buchst. a, Art. 7 Abs. 2, Art. 9 Abs. 2 Buchst. a DSGVO)."""
FOR_CHILDREN = frozenset({Recipient.CHILDCARE, Recipient.SCHOOL})
"""Recipients nobody asks for where no child is in the household."""
