"""The printed words: complete, used, alike in every language, and printable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from app.content.county_map import SEAT, county_map
from app.content.phrases import Phrases
from app.exchange.calendar_file import EntryState
from app.folder.build import whole
from app.folder.compose import compose, compose_care, compose_checklist
from app.folder.consent_words import wording
from app.folder.contents import (
    Deputy,
    FolderContents,
    LastSlot,
    Office,
    PlaceKind,
    PlaceLimit,
    Translation,
)
from app.folder.editions import ALONE, Edition, Extras
from app.folder.exchange_build import pack
from app.folder.network_contents import NetworkPage, Partner, Together
from app.folder.papers import PaperSheet, document
from app.folder.place_contents import Partnership, Reason, Why
from app.folder.sheets.brochure import described
from app.folder.sheets.funding import funding_list
from app.folder.sheets.homes import homes
from app.folder.sheets.move_costs import move_costs
from app.folder.sheets.network import KINDS, network
from app.folder.sheets.practice import way
from app.folder.sheets.schools import school_list
from app.folder.sheets.talk import talk
from app.folder.sheets.training import course_list
from app.folder.sheets.visit import visit
from app.folder.speech import Speech
from app.folder.talk_contents import TalkContents
from app.records.brochures import BrochureDraft, PrintedBrochure, Treatment
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition
from app.rules import spans
from app.rules.in_force import Limit
from app.rules.terms import DateKind, Feature, Purpose, Recipient, Role, Track
from app.services import calendar_words
from app.services.calendar_words import Task
from app.typeset.faces import Faces
from tests.folder import homes_made, mentor_made, practice_made
from tests.folder.care_made import every_care
from tests.folder.career_made import say_careers, with_careers
from tests.folder.elder_made import say_elders
from tests.folder.first_week_made import sheets, with_benefits
from tests.folder.giving_made import with_giving
from tests.folder.makers import (
    LANGUAGES,
    RESOURCES,
    make_bare,
    make_contents,
    month,
    phrases,
    undecided,
)
from tests.folder.move_made import every_move
from tests.folder.sheets_made import every_course, every_funding, every_school
from tests.folder.visit_made import every_visit

FONTS = RESOURCES / "fonts"
FILES = sorted((RESOURCES / "phrases").glob("*.toml"))


class Overheard(Phrases):
    """Phrases that remember which keys were asked for."""

    def text(self, key: str, **values: str | int) -> str:
        HEARD.setdefault(self.language, set()).add(key)
        return super().text(key, **values)


HEARD: dict[str, set[str]] = {}


def every_case(language: str) -> Iterator[FolderContents]:
    """Folders that together meet every branch of the sheets."""
    rich = make_contents(language)
    yield rich
    yield make_bare(language)
    yield undecided(language)
    yield with_giving(rich)
    yield with_careers(rich)
    yield replace(rich, deputy=Deputy("Imke Okken", office="Welcome Center"))
    yield with_benefits(rich)
    yield replace(rich, privacy=replace(with_giving(rich).privacy, consents=()))
    for care in every_care():
        yield replace(rich, care=(care,))
    place, entry = rich.places[0], rich.timeline[0]
    first = date(2027, 1, 4)
    yield replace(
        rich,
        places=(
            *(replace(place, kind=kind, category="", purpose="") for kind in PlaceKind),
            *(
                replace(place, limits=(PlaceLimit(limit, first, last),), successor=then)
                for limit in Limit
                for last in (date(2027, 6, 30), None)
                for then in ("", "Gesundheitszentrum")
                if last or limit in (Limit.CLOSED, Limit.CLOSES)
            ),
            replace(place, by_appointment=True),
            replace(place, features=tuple(each.value for each in Feature)),
        ),
        timeline=tuple(
            replace(entry, roles=(role,), due=due, kind=kind)
            for role in Role
            for due in (entry.due, month(2027, 3))
            for kind in (
                DateKind.HINT,
                DateKind.EARLIEST,
                DateKind.AUTHORITY_TERM,
                DateKind.ADVICE,
            )
        ),
        people=tuple(replace(rich.people[0], role=role, purpose="") for role in Role),
        checklist=(
            *(replace(rich.checklist[0], kind=kind) for kind in DateKind),
            *(
                replace(rich.checklist[1], last_open=LastSlot(on, 480, 720, **beside))
                for on in (date(2026, 12, 11), date(2026, 12, 14))
                for beside in (
                    {"beside_duty": True, "roster_ends": True},
                    {"on_duty": True},
                )
            ),
        ),
    )


def every_place(language: str) -> Iterator[FolderContents]:
    """Places for each reason, and hours beside each kind of duties."""
    rich = make_contents(language)
    place, kita, duties = rich.places[0], rich.places[3], rich.duties
    assert duties is not None
    yield replace(
        rich,
        places=(
            *(replace(place, why=Reason(why, ("Meera",), "Norden")) for why in Why),
            replace(place, stale=True),
            replace(place, stale=True, phone=""),
            replace(kita, free=0),
            *(replace(place, together=(Partnership(kind, "Klinik"),)) for kind in KINDS),
        ),
        checklist=(replace(rich.checklist[3], for_whom=("Rajesh",)), *rich.checklist),
    )
    morning, afternoon = spans.span(480, 730), spans.span(780, 1440)
    whole, none = spans.span(0, 10080), 0
    for weeks, need in (
        ((none,), (none, spans.span(480, 720))),
        ((morning,), (spans.span(300, 720),)),
        ((whole,), (spans.span(300, 720), none)),
        ((whole, none), (none,)),
        ((morning, afternoon), (none,)),
        ((whole, whole ^ morning), (none,)),
        ((morning, morning | spans.span(1920, 2160)), (none,)),
        ((morning, morning | spans.span(0, 60)), (none,)),
    ):
        workers = (replace(duties.workers[0], weeks=weeks),)
        yield replace(rich, duties=replace(duties, workers=workers, need=need))


def of_two_languages(language: str) -> Iterator[FolderContents]:
    """Homes in every place of the map, and all that can be said of a translation."""
    rich = make_contents(language)
    for areas in ((), ("03452019",), (SEAT,)):
        yield replace(rich, home_municipality="Norden", home_areas=areas)
    for told in (
        Translation(10, unchecked=10),
        Translation(10, unchecked=3, outdated=2),
        Translation(10, lent_in=("en",), checked_on=date(2026, 11, 2)),
    ):
        yield replace(rich, translation=told)


def say_calendars(words: Phrases) -> None:
    """Everything a calendar may say; hints are not in one."""
    for of in ("Amira B.", *Role):
        calendar_words.calendar_name(of, words)
    tasks = [
        Task("Anmelden", track, "Alle.", "Amira", "Ben Amor", kind, basis, "Amt", ("Pass",), True)
        for track in Track
        for kind in set(DateKind) - {DateKind.HINT}
        for basis in ("", "§ 17 BMG")
    ]
    for task in (*tasks, Task("", None), Task("Anmelden", None)):
        calendar_words.description(task, words)
        calendar_words.categories(task, words)
        for state in EntryState:
            calendar_words.summary(task, state, words)


@cache
def heard(language: str) -> frozenset[str]:
    """Every key the sheets and the calendars ask for."""
    shipped = phrases(language)
    listening = Overheard(shipped.asked, shipped.language, shipped.words, shipped.spare)
    for contents in (*every_case(language), *every_place(language)):
        compose(contents, listening)
        compose_checklist(contents, listening)
        compose_care(contents, listening)
    for contents in of_two_languages(language):
        extras = Extras(Edition(contents, listening), county=county_map(RESOURCES))
        compose(contents, listening, extras)
    for extras in with_brochures():
        compose(make_contents(language), listening, extras)
        for brochure in extras.brochures:
            described(brochure, 1, Speech(listening))
    for was, now in exchanged(language):
        _, record = whole(was, listening, FONTS)
        pack(now, listening, ALONE, FONTS, record)
    # What German says only beside another language.
    beside = Extras(Edition(make_contents(language), listening))
    compose(make_contents("en"), phrases("en"), beside)
    say_calendars(listening)
    say_papers(language, listening)
    for purpose, recipient in product(Purpose, Recipient):
        wording(listening, purpose, recipient)
    return frozenset(HEARD[language])


def say_papers(language: str, listening: Overheard) -> None:
    """Every single sheet, with and without the word that all is invented."""
    speech, day = Speech(listening), date(2026, 11, 23)
    for contents in every_visit(make_contents(language)):
        sheet = (visit(contents, speech),)
        for example in (True, False):
            document(PaperSheet("Besuch", sheet, contents.office, day, example=example), listening)
    ends = Partner("Klinik", "Norden", "0491 1", video=True), Partner("Praxis")
    network(NetworkPage(tuple(Together(kind, *ends) for kind in KINDS), day), speech)
    for on, example in ((None, True), (date(2026, 11, 30), False)):
        asked = TalkContents(day, Office("Servicestelle"), "Amira", on, example)
        document(talk(asked, speech), listening)
    say_careers(listening)
    say_elders(listening)
    for each in (*sheets(speech), *mentor_made.every_paper(speech)):
        document(each, listening)
    course_list(every_course(), "Amira", speech)
    funding_list(every_funding(), speech)
    homes(homes_made.EVERY, "Amira", speech, homes_made.DORMITORIES)
    homes((), "Amira", speech, homes_made.DORMITORIES)
    move_costs(every_move(), speech)
    for printed in practice_made.every_way():
        way(printed, speech)
    school_list(every_school(), speech)


def exchanged(language: str) -> Iterator[tuple[FolderContents, FolderContents]]:
    """Folders as they were handed out and as they are: sheets changed on one side and on both,
    come, and gone."""
    rich = make_contents(language)
    *tasks, last = rich.checklist
    changed = replace(rich, checklist=(*tasks, replace(last, done=not last.done)))
    renamed = replace(changed, family_name="Deichgraf", example=not rich.example)
    for now in (changed, renamed, replace(rich, places=())):
        yield rich, now
    yield replace(rich, places=()), rich


def with_brochures() -> Iterator[Extras]:
    """A folder with brochures of every kind, in a language that is not the folder's."""
    draft = BrochureDraft("Радимо", "uk", "Поради", "Landkreis Sielhaven")
    printed = tuple(
        PrintedBrochure(number, draft, number, treatment, f"{number}:", b"")
        for number, treatment in enumerate(Treatment, start=1)
    )
    chapters = tuple(ChapterChoice(ChapterKind.BROCHURE, brochure=each.id) for each in printed)
    yield Extras(composition=Composition((*STANDARD.chapters, *chapters)), brochures=printed)


def test_there_are_phrases_for_german_and_english():
    assert {file.stem for file in FILES} >= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_file_is_printed_somewhere(language):
    unused = set(phrases(language).words) - heard(language)
    assert not unused


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_the_sheets_ask_for_is_in_every_language(file: Path):
    found = phrases(file.stem)
    assert found.language == file.stem
    assert not heard("de") - set(found.words)
    assert found.lent == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_placeholders_agree_with_the_german_ones(file: Path):
    german, other = phrases("de"), phrases(file.stem)
    for key in german.words:
        assert other.placeholders(key) == german.placeholders(key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_differ_by_count(language):
    found = phrases(language)
    one, many = (found.text("documents.intro", count=count) for count in (1, 12))
    assert one != many
    assert "12" in many


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_character_of_the_phrases_has_a_glyph(file: Path, faces: Faces):
    found = phrases(file.stem)
    forms = [
        form
        for phrase in found.words.values()
        for form in ((phrase,) if isinstance(phrase, str) else phrase.values())
    ]
    assert len(forms) > 100
    assert faces.missing_glyphs("".join(forms)) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_blank_and_none_carries_a_blank_at_its_end(language):
    for key, phrase in phrases(language).words.items():
        for form in (phrase,) if isinstance(phrase, str) else phrase.values():
            assert form == form.strip() != "", key


def test_a_date_pattern_of_every_language_keeps_day_month_and_year():
    for language in LANGUAGES:
        found = phrases(language)
        for key in ("full", "day", "short", "numbers"):
            pattern = found.text(f"dates.{key}")
            assert {"d", "M", "y"} <= set(pattern), (language, key)
