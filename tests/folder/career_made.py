"""Work as the sheets meet it: a profile, openings and appointments of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.content.phrases import Phrases
from app.folder.career_contents import (
    Career,
    PrintedIntroduction,
    PrintedOpening,
    PrintedProfile,
)
from app.folder.contents import FolderContents
from app.folder.sheets.career import openings, profile
from app.folder.speech import Speech
from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime

PROFILE = PrintedProfile(
    "Karim Ben Amor",
    "Werft am Siel",
    occupation="Elektriker",
    qualification=Qualification.VOCATIONAL,
    qualified_as="Installation, Tunis",
    languages=(("de", Level.A2), ("ar", Level.NATIVE)),
    min_hours=20,
    max_hours=39,
    shifts=frozenset(WorkTime),
    available_from=date(2027, 3, 1),
    wishes="Vormittags",
    advisor="Tomke Harms",
    phone="040 66969-102",
    email="tomke.harms@example.org",
)
OPENING = PrintedOpening(
    "Elektrikerin oder Elektriker",
    "Werft am Siel",
    "Norden",
    german=Level.B1,
    min_hours=39,
    max_hours=39,
    contact="Werkstatt",
    website="https://werft.example.org/stellen",
    public_note="Schichtfrei",
    km=4.2,
    last=date(2027, 6, 30),
)
SPANS = ((20, 39), (39, 39), (20, None), (None, 20), (None, None))


def with_careers(contents: FolderContents) -> FolderContents:
    """The same with openings and an appointment in each state that goes on."""
    ahead = tuple(
        PrintedIntroduction("Werft am Siel", "Elektrik", state, date(2026, 12, 9))
        for state in IntroductionState
        if not state.is_over
    )
    return replace(contents, careers=(Career("Karim", (OPENING,), ahead),))


def say_careers(words: Phrases) -> None:
    """Everything the sheets about work may say."""
    speech = Speech(words)
    for kind in Qualification:
        for least, most in SPANS:
            said = replace(PROFILE, qualification=kind, min_hours=least, max_hours=most)
            profile(said, speech)
    openings("Karim", tuple(every_opening()), speech)


def every_opening() -> Iterator[PrintedOpening]:
    yield OPENING
    yield PrintedOpening("Hilfe", "Werft", shifts=frozenset({WorkTime.NIGHT}))
