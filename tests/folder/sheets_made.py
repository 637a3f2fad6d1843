"""Contents of single sheets, made up so that every word of theirs is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.folder.funding_contents import FundingPage, PrintedPaper, PrintedProgramme
from app.folder.school_contents import PrintedChild, PrintedSchool
from app.folder.training_contents import PrintedCourse
from app.records.training import CourseKind
from app.rules.school_matching import AllDay
from app.services.school_sheet import STANDINGS


def every_funding() -> FundingPage:
    """Programmes with every way to tell an amount, a date and how it stands."""
    paper = (PrintedPaper("Diploma", "en"),)
    return FundingPage(
        "Amira",
        (
            PrintedProgramme("Zuschuss", "Bund", before="costs", most_cents=100, papers=paper),
            PrintedProgramme("Praxis", "KV", is_sure=True, before="start", binding_years=5),
            PrintedProgramme("Steuer", "Finanzamt", percent=80, monthly_cents=25_900),
            *(
                PrintedProgramme("Hilfe", "Land", standing=standing, as_of=date(2026, 8, 1))
                for standing in ("submitted", "granted", "paid")
            ),
        ),
        together_cents=100,
    )


def every_course() -> tuple[PrintedCourse, ...]:
    """Courses of every kind and standing, with every kind of date and price."""
    days = ((None, None), (date(2027, 1, 4), None), (date(2027, 1, 4), date(2027, 1, 4)))
    days = (*days, (date(2027, 1, 4), date(2027, 2, 5)))
    standings = ("", "proposed", "wanted", "registered", "attending")
    by = date(2026, 12, 1)
    return (
        *(
            PrintedCourse("Deutsch", each.value, "Amira", "VHS", german="B1", reaches="B2", cents=0)
            for each in CourseKind
        ),
        *(
            PrintedCourse("Deutsch", "language", "Amira", "VHS", first=first, last=last, cents=100)
            for first, last in days
        ),
        *(
            PrintedCourse("B2", "language", "Amira", "VHS", register_by=by, standing=standing)
            for standing in standings
        ),
    )


def every_school() -> tuple[PrintedChild, ...]:
    """Schools of every all-day form and standing."""
    full = PrintedSchool(
        "Grundschule",
        first=1,
        last=4,
        district=True,
        free=0,
        free_on=date(2026, 9, 1),
        german_class=True,
        holiday_care=True,
        open=90,
        starts_on=date(2027, 2, 1),
        next_on=date(2026, 12, 1),
    )
    forms = tuple(replace(full, all_day=each.value) for each in AllDay if each.value != "none")
    standings = tuple(replace(full, standing=each, open=0) for each in STANDINGS.values())
    return (PrintedChild("Amira", (*forms, *standings), "2026/27"),)
