"""An office with a family whose folder was handed out, and what may change afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.progress import finish
from app.records.care import CareState, ChoiceDraft
from app.records.compositions import STANDARD, ChapterKind
from app.records.office import AdvisorDraft
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, StepState, Track
from tests.conftest import TODAY
from tests.makers import CHILD, make_provider


@dataclass
class World:
    desk: object
    case: int
    days: list
    kita: int

    def later(self, days=8):
        self.days[0] = TODAY + timedelta(days)


def save(world, path, **how):
    finish(world.desk.folders.save(world.case, "de", path, **how))
    return path.read_bytes()


def child(world):
    world.desk.household.add(world.case, replace(CHILD, given="Selma"))


def moved(world):
    case = world.desk.candidates.case(world.case)
    world.desk.candidates.edit(
        world.case, replace(case.draft, home_town="Hage", home_postcode="26524")
    )


def employed(world):
    employer = make_provider(world.desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = world.desk.candidates.case(world.case)
    world.desk.candidates.edit(world.case, replace(case.draft, employer=employer))


def done(world):
    steps = world.desk.plan.view(world.case, Track.RELOCATION).steps
    world.desk.plan.tick(next(step.id for step in steps if step.state is StepState.OPEN))


def dated(world):
    world.desk.plan.set_anchor(world.case, AnchorKind.MOVE_IN, Day(date(2027, 2, 18)))


def closed(world):
    world.desk.providers.archive(world.kita, "geschlossen")


def advised(world):
    other = int(world.desk.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    case = world.desk.candidates.case(world.case)
    world.desk.candidates.edit(world.case, replace(case.draft, advisor=other))


def worded(world):
    world.desk.wordings.write("de", "phrases.letter.opening", "schön, dass Sie zu uns kommen.")


def composed(world, chapters):
    world.desk.compositions.compose(world.case, replace(STANDARD, chapters=tuple(chapters)))


def reordered(world):
    chapters = list(STANDARD.chapters)
    chapters.insert(3, chapters.pop(5))
    composed(world, chapters)


def unticked(world):
    composed(
        world,
        (
            replace(each, printed=each.kind is not ChapterKind.DOCUMENTS)
            for each in STANDARD.chapters
        ),
    )


def promised(world):
    yasmin = world.desk.candidates.case(world.case).people[1].id
    world.desk.care.decide(yasmin, ChoiceDraft(CareState.PROMISED, world.kita))


def funded(world):
    make_provider(world.desk, organisation="Sportverein Norden", category=Category.LEISURE)
