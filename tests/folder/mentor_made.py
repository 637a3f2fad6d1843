"""The contents of the sheets of a mentorship and of an invitation, rich and bare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.folder.contents import Address, Advisor, Office
from app.folder.invitation_contents import InvitationContents
from app.folder.mentorship_contents import FamilySide, MentorshipContents, MentorSide
from app.folder.occasion_contents import Occasion
from app.folder.papers import PaperSheet
from app.folder.sheets.invitation import invitation
from app.folder.sheets.mentorship import mentor, newcomer
from app.folder.speech import Speech
from app.records.occasions import OccasionKind
from app.rules.calendar import Day, Precision

TODAY = date(2026, 11, 23)
OFFICE = Office("Servicestelle Sielhaven", address=Address("Am Siel 7", "26999", "Sielhaven"))
ADVISOR = Advisor("Tomke Harms", "Beratung", "040 66969-102", "harms@sielhaven.example.org")
MENTORSHIP = MentorshipContents(
    office=OFFICE,
    created=TODAY,
    mentor=MentorSide(
        "Wiebke Sandkrug", "Deichklinik", "Station 3", "040 66969-133", languages=("ar", "de")
    ),
    family=FamilySide(
        ("Amira Ben Amor",),
        ("0176 04069011",),
        ("ar", "fr"),
        Day(date(2027, 2, 1), Precision.MONTH),
        Day(date(2027, 3, 1)),
    ),
    advisor=ADVISOR,
    shared_languages=("ar",),
    shared_interests=("Kochen", "Chor"),
)
TEA = Occasion(
    OccasionKind.NEWCOMERS,
    "Tee und Tannengrün",
    date(2026, 12, 4),
    960,
    1080,
    "Bürgerhaus, Am Siel 3",
    "Servicestelle Sielhaven",
    "https://sielhaven.example.org/tee",
    "Bringen Sie gern Freunde mit.",
    date(2026, 11, 30),
)
INVITATION = InvitationContents(OFFICE, TODAY, TEA, "Familie Ben Amor", ADVISOR)
OCCASIONS = (
    TEA,
    Occasion(OccasionKind.OTHER, "Wattwanderung", date(2027, 5, 8), 540),
    Occasion(OccasionKind.WARD_PARTY, "Sommerfest", date(2027, 6, 18)),
)


def every_paper(speech: Speech) -> Iterator[PaperSheet]:
    """Sheets that together meet every branch."""
    yield newcomer(MENTORSHIP, speech)
    yield mentor(MENTORSHIP, speech)
    yield mentor(replace(MENTORSHIP, family=FamilySide(), example=True), speech)
    yield invitation(INVITATION, speech)
    for kind in OccasionKind:
        bare = Occasion(kind, "Fest", date(2027, 5, 8))
        yield invitation(InvitationContents(OFFICE, TODAY, bare), speech)
