"""Moved dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.redating import AnchorChange, CollisionView, KeptStep, MovedStep, RedatingPreview
from app.rules.calendar import Day, Precision
from app.rules.collisions import CollisionKind, Remedy
from app.rules.terms import AnchorKind, Blocker, DateKind, StepState, Track
from ui.redating import words

OLD, NEW = Day(date(2027, 3, 1)), Day(date(2027, 4, 12))
WORK, ENTRY, MOVE_IN = AnchorKind.WORK_START, AnchorKind.ENTRY, AnchorKind.MOVE_IN


def change(kind=WORK, old=OLD, new=NEW) -> AnchorChange:
    return AnchorChange(kind, old, new)


def make_moved(**changes) -> MovedStep:
    said = {"unshifted": None, "holiday": "", "behind": "", "holidays": ""} | changes
    return MovedStep(1, "m", Track.ONBOARDING, "Zugänge", "", DateKind.ADVICE, WORK, "-P2W", "",
                     OLD, NEW, **said)  # fmt: skip


def make_collision(kind: CollisionKind, remedy: Remedy = Remedy.OPEN_STEP, **changes):
    said = {
        "step": 7, "track": Track.RELOCATION, "short": "Wohnsitz anmelden", "day": OLD,
        "other_step": 8, "other_short": "Bestätigung holen", "other_day": NEW,
        "anchors": (ENTRY, WORK), "blocker": Blocker.MEASLES, "remedy_day": NEW,
    } | changes  # fmt: skip
    return CollisionView(kind, remedy, **said)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([change()], "Der Arbeitsbeginn rückt sechs Wochen nach hinten."),
        ([change(new=Day(date(2027, 2, 22)))], "Der Arbeitsbeginn rückt eine Woche nach vorn."),
        ([change(ENTRY, new=Day(date(2027, 3, 2)))], "Die Einreise rückt einen Tag nach hinten."),
        ([change(new=Day(date(2027, 3, 4)))], "Der Arbeitsbeginn rückt drei Tage nach hinten."),
        ([change(new=Day(date(2028, 3, 2)))], "Der Arbeitsbeginn rückt 367 Tage nach hinten."),
        (
            [change(new=Day(date(2027, 5, 1), Precision.MONTH))],
            "Der Arbeitsbeginn rückt auf Mai 2027.",
        ),
        ([change(old=None)], "Der Arbeitsbeginn wird auf Mo 12.04.2027 gesetzt."),
        ([change(new=OLD)], "Noch ist kein anderer Tag angegeben."),
        ([], "Noch ist kein anderer Tag angegeben."),
        (
            [change(), change(ENTRY)],
            "Der Arbeitsbeginn rückt sechs Wochen nach hinten. Die Einreise wandert mit.",
        ),
        (
            [change(), change(ENTRY), change(MOVE_IN)],
            "Der Arbeitsbeginn rückt sechs Wochen nach hinten. Einreise und Einzug wandern mit.",
        ),
    ],
)
def test_the_heading_says_what_moves_how_far(changes, said):
    assert words.heading(changes) == said


def test_every_anchor_has_its_article():
    assert set(words.WITH_ARTICLE) == set(AnchorKind)
    assert all(name.split()[0] in ("Der", "Die", "Das") for name in words.WITH_ARTICLE.values())


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("-P8W", "8 Wochen vorher"),
        ("P0D", "am selben Tag"),
        ("P1D", "1 Tag danach"),
        ("P1Y2M", "1 Jahr und 2 Monate danach"),
        ("P4WD", "4 Arbeitstage danach"),
        ("", "am selben Tag"),
    ],
)
def test_how_far_a_step_lies_from_its_date(offset, said):
    assert words.apart(offset) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        (
            {"unshifted": date(2027, 3, 29), "holiday": "Ostermontag"},
            "Mo 29.03. ist Ostermontag",
        ),
        ({"unshifted": date(2027, 4, 10)}, "Sa, daher Mo"),
        (
            {"unshifted": date(2027, 4, 1), "behind": "Wohnsitz anmelden"},
            "nach „Wohnsitz anmelden“",
        ),
        ({"holidays": "Sommerferien"}, "in den Sommerferien"),
        ({"holiday": "Ostermontag", "holidays": "Osterferien"}, "Feiertag: Ostermontag"),
    ],
    ids=["plain", "holiday", "weekend", "behind", "school holidays", "stays on one"],
)
def test_a_hint_says_why_the_day_is_another(changes, said):
    assert words.hint(make_moved(**changes)) == said


def make_preview(**changes) -> RedatingPreview:
    said = {
        "name": "Ben Amor", "today": date(2026, 11, 23), "changes": (change(),), "together": (),
        "moved": (make_moved(),), "kept": (), "comes": (), "goes": (), "collisions": (),
    } | changes  # fmt: skip
    return RedatingPreview(**said)


PINNED = KeptStep(2, "Gespräch", StepState.OPEN, pinned=True, day=Day(date(2027, 3, 5)))
DONE = KeptStep(3, "Pate", StepState.DONE, pinned=False, day=Day(date(2026, 11, 16)))
ASIDE = KeptStep(4, "Team", StepState.NOT_NEEDED, pinned=False, day=None)


@pytest.mark.parametrize(
    ("changes", "chosen", "said"),
    [
        ({}, 1, "1 offener Termin wandert mit."),
        ({"kept": (PINNED,)}, 26, "26 offene Termine wandern mit. 1 fixierter bleibt stehen."),
        (
            {"kept": (PINNED, PINNED, DONE)},
            26,
            "26 offene Termine wandern mit. 2 fixierte und 1 erledigter bleiben stehen.",
        ),
        (
            {"comes": ("Schule",), "goes": ("Kita", "Hort")},
            2,
            "2 offene Termine wandern mit. Neu: Schule. Es entfällt: Kita, Hort.",
        ),
    ],
)
def test_the_summary_counts_what_moves_stays_comes_and_goes(changes, chosen, said):
    assert words.summary(make_preview(**changes), chosen) == said


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (PINNED, "fixiert, 05.03.2027"),
        (DONE, "erledigt, 16.11.2026"),
        (ASIDE, "nicht nötig"),
        (
            KeptStep(5, "x", StepState.OPEN, pinned=True, day=Day(date(2027, 3, 1), "month")),
            "fixiert, März 2027",
        ),
    ],
)
def test_why_a_step_stays(step, said):
    assert words.kept(step) == said


SAID = {
    CollisionKind.ENTRY_BEFORE_VISA: (
        "Einreise Mo 01.03.2027 läge vor dem voraussichtlichen Visum (Mo 12.04.2027)."
    ),
    CollisionKind.WRONG_ORDER: "Einreise Mo 01.03.2027 läge nach: Arbeitsbeginn Mo 12.04.2027.",
    CollisionKind.BLOCKER: (
        "Masernnachweis fehlt noch: Das sperrt den ersten Arbeitstag auch am Mo 01.03.2027. "
        "Weiter geht es mit „Wohnsitz anmelden“."
    ),
    CollisionKind.DEADLINE_PASSED: "Wohnsitz anmelden: Mo 01.03.2027 wäre schon vorbei.",
    CollisionKind.DEPENDENCY: (
        "Wohnsitz anmelden wäre am Mo 01.03.2027 fällig, doch „Bestätigung holen“ kommt zuerst "
        "(Mo 12.04.2027)."
    ),
    CollisionKind.PIN_LEFT_BEHIND: (
        "Wohnsitz anmelden ist auf Mo 01.03.2027 fixiert, 42 Tage vor dem neuen Datum."
    ),
    CollisionKind.OFFICE_CLOSED: (
        "Wohnsitz anmelden: Am Mo 01.03.2027 ist die Stelle geschlossen."
    ),
    CollisionKind.ON_DUTY: (
        "Wohnsitz anmelden: Am Mo 01.03.2027 ist nur während des Dienstes geöffnet."
    ),
    CollisionKind.HOLIDAY: (
        "Wohnsitz anmelden: Mo 01.03.2027 ist kein Arbeitstag, und diese Frist verschiebt sich "
        "nicht."
    ),
    CollisionKind.RENT_BEFORE_WORK: (
        "Einzug Mo 01.03.2027: sechs Wochen Miete vor dem ersten Arbeitstag."
    ),
    CollisionKind.HOLIDAYS_UNKNOWN: (
        "Wohnsitz anmelden: Für dieses Jahr sind die Feiertage noch nicht bekannt. Bitte prüfen."
    ),
}


@pytest.mark.parametrize("kind", CollisionKind, ids=lambda kind: kind.value)
def test_every_collision_is_a_sentence(kind):
    said = " ".join(words.collision(make_collision(kind)))
    assert said.replace("\u00a0", " ") == SAID[kind]


def test_without_a_day_beside_the_duties_that_is_said_of_the_whole_time():
    found = make_collision(CollisionKind.ON_DUTY, Remedy.OPEN_STEP, remedy_day=None)
    assert words.collision(found)[1].replace("\u00a0", " ") == (
        "Bis Mo 01.03.2027 ist nur während des Dienstes geöffnet."
    )
    assert words.remedy(found) == "Schritt ansehen"


@pytest.mark.parametrize(
    ("kind", "remedy", "changes", "said"),
    [
        (CollisionKind.ENTRY_BEFORE_VISA, Remedy.MOVE_ALONG, {},
         "Einreise und Einzug mitverschieben"),
        (CollisionKind.RENT_BEFORE_WORK, Remedy.MOVE_ALONG, {"anchors": (MOVE_IN,)},
         "Einzug mitverschieben"),
        (CollisionKind.PIN_LEFT_BEHIND, Remedy.UNPIN, {}, "Fixierung lösen: Mo 12.04.2027"),
        (CollisionKind.DEPENDENCY, Remedy.PIN, {},
         "„Bestätigung holen“ vorziehen auf Mo 12.04.2027"),
        (CollisionKind.HOLIDAY, Remedy.PIN, {}, "Auf Mo 12.04.2027 legen"),
        (CollisionKind.WRONG_ORDER, Remedy.CHECK_DATES, {}, "Daten prüfen"),
        (CollisionKind.BLOCKER, Remedy.OPEN_STEP, {}, "Schritt ansehen"),
        (CollisionKind.BLOCKER, Remedy.OPEN_STEP, {"step": None}, ""),
    ],
)  # fmt: skip
def test_every_remedy_has_its_words(kind, remedy, changes, said):
    assert words.remedy(make_collision(kind, remedy, **changes)) == said


def test_the_terminal_reads_the_whole_preview():
    seen = make_preview(kept=(PINNED,), collisions=(make_collision(CollisionKind.DEADLINE_PASSED),))
    assert [line.replace("\u00a0", " ") for line in words.lines(seen)] == [
        "Der Arbeitsbeginn rückt sechs Wochen nach hinten.",
        "1 offener Termin wandert mit. 1 fixierter bleibt stehen.",
        "Mo 01.03.2027 → Mo 12.04.2027 | Zugänge",
        "bleibt: Gespräch (fixiert, 05.03.2027)",
        "! Wohnsitz anmelden: Mo 01.03.2027 wäre schon vorbei.",
    ]
