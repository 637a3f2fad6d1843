"""The example county: whole, invented, and fitting the shipped templates."""

from __future__ import annotations

import re
import shutil
from dataclasses import astuple
from datetime import date
from itertools import pairwise

import pytest

from app.content.municipalities import municipality_of
from app.content.template_files import load_all
from app.exchange.county import FAMILIES, OFFICE, PROVIDERS, read_county
from app.records.directory import Beside
from app.records.providers import Category
from app.rules import spans
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.facts import VOCABULARY, FactScope, Household, Member
from app.rules.hours import DAY, HolidayDates, Opening, week
from app.rules.in_force import rests
from app.rules.planning import plan
from app.rules.terms import (
    AnchorKind,
    Answer,
    MemberRole,
    OfficeType,
    Purpose,
    Role,
    Stage,
    StepState,
)
from tests.conftest import ROOT, TODAY

RESOURCES = ROOT / "resources"
EXAMPLE = RESOURCES / "example"

# Bundesnetzagentur, Mitteilung 148/2021, Amtsblatt 7/2021: numbers for films and print.
DRAMA = re.compile(
    r"030231250?\d{3}|06990009\d{3}|04066969\d{3}|02214710\d{3}|08999998\d{3}"
    r"|017604069\d{3}|017139200\d{2}"
)
# What domain.md 6 found, each with its source.
PROVEN = {"zentralstelle_81a": "0541 66888 200", "ls_lueneburg": "04131 15-0"}
REAL = 5  # bodies outside the county, at the end of the list


@pytest.fixture(scope="module")
def county():
    found, faults = read_county(EXAMPLE)
    assert faults == ()
    return found


@pytest.fixture(scope="module")
def templates():
    loaded = load_all(ROOT / "resources")
    assert all(track.faults == () for track in loaded.values())
    return {step.id: step for track in loaded.values() for step in track.steps}


def test_it_has_an_office_three_advisors_and_six_families(county):
    assert county.service_point.responsible_body
    assert len(county.advisors) == 3
    assert len(county.families) == 6
    assert len(county.providers) >= 30


def test_the_families_come_in_the_promised_order(county):
    who = [
        (family.draft.origin, family.draft.profession, len(family.people))
        for family in county.families
    ]
    assert who == [
        ("IN", "nurse", 4),
        ("DE", "doctor", 3),
        ("VN", "trainee", 1),
        ("NL", "therapist", 2),
        ("DE", "nurse", 5),
        ("DE", "nurse", 2),
    ]
    languages = [family.draft.language for family in county.families]
    assert languages == ["en", "ar", "vi", "nl", "de", "de"]


def test_advisors_and_employers_are_counted_in_the_order_of_their_files(county):
    names = [
        county.providers[family.draft.employer - 1].draft.organisation
        for family in county.families
        if family.draft.employer
    ]
    assert names == [
        "Küstenklinikum Beispielhafen",
        "Küstenklinikum Beispielhafen",
        "Therapiezentrum am Deich",
        "Küstenklinikum Beispielhafen",
        "Seniorenhaus Sielblick",
    ]
    first = county.families[0]
    assert county.advisors[first.draft.advisor - 1].family == "Wattmann"


def numbers(county):
    yield county.service_point.phone
    yield from (advisor.phone for advisor in county.advisors)
    for each in county.providers[:-REAL]:
        if each.beside is None:  # its neighbours have the number of the organisation
            yield each.draft.phone
            yield from (person.phone for person in each.draft.contacts)
    for family in county.families:
        yield from (person.phone for person in family.people)
    # who fills a role in several families has one number
    yield from {role.draft.name: role.draft.phone for role in roles(county)}.values()


def roles(county):
    return [role for family in county.families for role in family.roles]


def test_every_number_is_reserved_for_fiction(county):
    found = [re.sub(r"\D", "", number) for number in numbers(county) if number]
    assert len(found) > 40
    assert [number for number in found if not DRAMA.fullmatch(number)] == []
    assert len(set(found)) == len(found)


def test_only_proven_numbers_stand_at_real_bodies(county):
    real = [each.draft.phone for each in county.providers[-REAL:] if each.draft.phone]
    assert sorted(real) == sorted(PROVEN.values())


def test_addresses_of_the_web_and_of_mail_belong_to_nobody(county):
    texts = [county.service_point.email, county.service_point.website]
    texts += [advisor.email for advisor in county.advisors]
    for each in county.providers[:-REAL]:
        texts += [each.draft.email, each.draft.website, each.draft.online_form]
        texts += [person.email for person in each.draft.contacts]
    for family in county.families:
        texts += [person.email for person in family.people]
        texts += [role.draft.email for role in family.roles]
    for text in filter(None, texts):
        assert text.endswith("example.org") or ".example.org/" in text


def test_invented_places_are_named_as_examples(county):
    towns = {"Beispielhafen", "Musterfehn", "Probemarsch", "Beispielau", "Beispielwieke"}
    marked = re.compile("Beispiel|Muster|Probe")
    for each in county.providers[:-REAL]:
        assert not each.draft.street or marked.search(each.draft.street)
        assert each.draft.town in towns
    for family in county.families:
        assert family.draft.home_town in towns
        assert marked.search(family.draft.home_street)


def test_entries_stand_beside_each_other_and_name_each_other(county):
    by_name = {}
    for each in county.providers:
        by_name.setdefault(each.draft.organisation, []).append(each)
    first, second = by_name["Kita Wattwürmchen"]
    assert second.brings is Beside.BOTH
    assert county.providers[second.beside - 1] is first
    assert second.draft.contacts == first.draft.contacts != ()
    assert (first.draft.costs[1].cents, second.draft.costs) == (6500, ())
    assert second.draft.street != first.draft.street

    def named(number):
        return county.providers[number - 1].draft.organisation

    [hospital] = by_name["Krankenhaus Probemarsch"]
    assert named(hospital.successor) == "Regionales Gesundheitszentrum Probemarsch"
    [kita] = by_name["Betriebskita Klinikzwerge"]
    assert named(kita.reserved_for) == "Küstenklinikum Beispielhafen"
    assert any(rests(each.draft, TODAY) for each in county.providers)


def test_an_entry_stands_only_beside_an_earlier_one(broken):
    old = 'beside = "kita_wattwurm"'
    faults, text = broken(PROVIDERS, old, 'beside = "kita_deichkinder"')
    assert (PROVIDERS, line_of(text, old), "provider.1.beside", "unknown_value", "") in faults


def test_no_text_of_the_county_is_left_with_edge_blanks(county):
    for each in county.providers:
        for value in astuple(each.draft):
            assert not isinstance(value, str) or value == value.strip()


def test_providers_are_of_many_kinds_and_were_checked_at_many_times(county):
    kinds = {each.draft.category for each in county.providers}
    wanted = {
        Category.KITA,
        Category.CHILDMINDING,
        Category.SCHOOL,
        Category.AUTHORITY,
        Category.EMPLOYER,
        Category.MOVER,
        Category.ESTATE_MANAGER,
        Category.COUNSELLING,
        Category.LANGUAGE_COURSE,
        Category.DOCTOR,
        Category.ELDER_CARE,
    }
    assert wanted <= kinds
    checked = [each.checked_on for each in county.providers]
    assert None in checked
    assert any(day and (TODAY - day).days > 180 for day in checked)
    assert any(day and (TODAY - day).days < 60 for day in checked)
    for each in county.providers:
        assert (each.checked_on is None) == (each.checked_by == "")


def test_hours_mean_what_the_text_beside_them_says(county):
    """The two forms are typed apart: the first opening and last closing of the week agree."""
    monday = date(2026, 11, 9)
    for each in county.providers:
        draft = each.draft
        if not draft.hours_osm or draft.hours_osm == "24/7":
            continue
        days = week(draft.hours_osm, monday, HolidayDates())
        assert any(day.opening is Opening.OPEN for day in days), draft.organisation
        minutes = spans.of(
            (DAY * place + start, DAY * place + end)
            for place, day in enumerate(days)
            for start, end in day.minutes
        )
        runs = [(start % DAY, end % DAY) for start, end in spans.runs(minutes)]
        for edge in (min(run[0] for run in runs), max(run[1] for run in runs)):
            hour, minute = divmod(edge, 60)
            said = str(hour) if minute == 0 else f"{hour}:{minute:02d}"
            assert re.search(rf"(?<!\d){said}(?!\d)", draft.hours_given), draft.organisation


def test_names_are_partly_known_in_own_scripts_and_as_called(county):
    people = [person for family in county.families for person in family.people]
    assert any(re.search("[\u0900-\u097f]", person.own_script) for person in people)
    assert any(re.search("[\u0600-\u06ff]", person.own_script) for person in people)
    assert PartialDate(1944) in [person.birth for person in people]
    assert PartialDate(1988, 2) in [person.birth for person in people]
    assert all(person.given and person.family for person in people)
    assert any(person.called not in person.given for person in people)
    assert any(person.role is MemberRole.GRANDPARENT for person in people)


def test_one_family_rests_and_one_attempt_failed(county):
    resting = [place for place, family in enumerate(county.families) if family.held_until]
    assert resting == [2]
    assert county.families[2].held_because
    failed = [stage for family in county.families for stage in family.stages if stage.failed]
    assert [(stage.stage, bool(stage.reason)) for stage in failed] == [(Stage.INTEREST, True)]


def test_each_history_begins_with_interest_and_runs_forward(county):
    rank = list(Stage)
    for family in county.families:
        stages = family.stages
        assert stages[0].stage is Stage.INTEREST
        assert [each.on for each in stages] == sorted(each.on for each in stages)
        for before, after in pairwise(stages):
            back = rank.index(after.stage) < rank.index(before.stage)
            assert back == after.failed
        assert family.anchors[AnchorKind.FIRST_CONTACT].on == stages[0].on


def test_nothing_that_happened_lies_in_the_future(county):
    for family in county.families:
        done = [step.on for step in family.steps if step.on]
        done += [contact.draft.on for contact in family.contacts]
        done += [stage.on for stage in family.stages]
        assert max(done) <= TODAY
        assert family.contacts


def test_months_are_anchors_too(county):
    assert county.families[2].anchors[AnchorKind.ENTRY] == Day(date(2027, 3, 1), Precision.MONTH)


def test_whoever_fills_a_role_twice_is_the_same_person(county):
    known = {}
    for role in roles(county):
        assert known.setdefault(role.draft.name, role) == role
    assert {Role.MENTOR, Role.WARD, Role.HR, Role.IT} <= {role.role for role in known.values()}
    # one family still looks for somebody
    assert any(Role.MENTOR not in {r.role for r in f.roles} for f in county.families if f.roles)


def test_what_belongs_to_article_9_stands_with_a_consent(county):
    found = 0
    for family in county.families:
        allowed = {
            consent.person: consent.given_on
            for consent in family.consents
            if consent.purpose is Purpose.HEALTH_DATA
        }
        for fact in family.facts:
            if VOCABULARY[fact.key].art9:
                assert allowed[fact.person] <= TODAY
                found += 1
        for consent in family.consents:
            assert consent.wording.startswith("Ich bin einverstanden")
            assert family.stages[0].on <= consent.given_on <= TODAY
    assert found == 1


def test_an_invented_advisor_vouches_for_what_no_source_proves(county):
    names = {f"{advisor.given} {advisor.family}" for advisor in county.advisors}
    assert county.confirmed_by in names
    assert county.confirmed_on <= TODAY


def test_every_home_finds_its_authorities_in_the_directory(county):
    """Nothing but the invented names may be printed: an office by territory has an entry for each
    home that has a step there."""
    entries = {
        (each.draft.office_type, key) for each in county.providers for key in each.draft.area
    }
    for family in county.families:
        home = municipality_of(family.draft.home_town, family.draft.home_postcode, RESOURCES)
        keys = {home.ags, home.joint_key, home.county_key}
        for kind in (OfficeType.REGISTRY, OfficeType.IMMIGRATION, OfficeType.WASTE):
            assert any((kind.value, key) in entries for key in keys), (family.draft.home_town, kind)


def household(family):
    recorded = {fact.key: fact.value for fact in family.facts if fact.person is None}
    members = tuple(
        Member(
            place,
            person.role,
            person.birth,
            person.nationality or None,
            {fact.key: fact.value for fact in family.facts if fact.person == place},
        )
        for place, person in enumerate(family.people)
    )
    return Household(
        members,
        family.draft.origin,
        family.draft.profession,
        recorded,
        home_known=True,
        dated=frozenset(family.anchors),
    )


@pytest.mark.parametrize("place", range(6))
def test_every_worked_step_is_in_the_plan_of_its_family(county, templates, place):
    family = county.families[place]
    rules = [template.rule for template in templates.values()]
    planned = {
        (step.template, step.member): step.verdict.answer
        for step in plan(rules, household(family), family.anchors, TODAY)
    }
    for step in family.steps:
        assert (step.template, step.person) in planned, step.template
        if step.state is StepState.DONE:
            assert planned[step.template, step.person] is Answer.YES, step.template
        papers = {paper.id for paper in templates[step.template].documents}
        assert set(step.documents) <= papers, step.template
        assert (step.state is StepState.NOT_NEEDED) == bool(step.reason), step.template
    assert len({(step.template, step.person) for step in family.steps}) == len(family.steps)


def test_facts_stand_at_whom_they_speak_of(county):
    for family in county.families:
        for fact in family.facts:
            person = VOCABULARY[fact.key].scope is FactScope.PERSON
            assert person == (fact.person is not None), fact.key


@pytest.fixture
def broken(tmp_path):
    """A copy of the county in which one text of one file is replaced."""

    def make(name, old, new):
        folder = tmp_path / "county"
        shutil.copytree(EXAMPLE, folder)
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
        found, faults = read_county(folder)
        assert found is None
        return [(f.file, f.line, f.key, str(f.problem), f.nearest) for f in faults], text

    return make


def line_of(text, words):
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "problem", "nearest"),
    [
        (PROVIDERS, 'category = "kita"', 'category = "kitta"', "provider.0.category",
         "unknown_value", "kita"),
        (PROVIDERS, "places = 85", 'places = "85"', "provider.0.places", "wrong_type", ""),
        (PROVIDERS, "accessible = true", "acessible = true", "provider.0.acessible",
         "unknown_key", "accessible"),
        (PROVIDERS, 'hours_osm = "Mo-Th 07:30', 'hours_osm = "Mo-Th 7.30',
         "provider.0.hours_osm", "wrong_type", ""),
        (PROVIDERS, 'id = "kita_deichkinder"', 'id = "kita_wattwurm"', "provider.2.id",
         "duplicate_id", ""),
        (FAMILIES, 'employer = "kuestenklinikum"', 'employer = "kuestenklinik"',
         "family.0.employer", "unknown_value", "kuestenklinikum"),
        (FAMILIES, 'housing = "rent"', 'housing = "rented"', "family.0.facts.housing",
         "unknown_fact_value", "rent"),
        (FAMILIES, 'housing = "rent"', 'hosing = "rent"', "family.0.facts.hosing",
         "unknown_fact", "housing"),
        (FAMILIES, 'birth = "1988-02"', 'birth = "1988-13"', "family.0.person.1.birth",
         "wrong_type", ""),
        (FAMILIES, "person = 3", "person = 4", "family.0.step.16.person", "unknown_value", ""),
        (OFFICE, 'family = "Dünenberg"', 'family = ""', "advisor.0.family", "empty", ""),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_and_key(broken, name, old, new, key, problem, nearest):
    faults, text = broken(name, old, new)
    assert (name, line_of(text, old), key, problem, nearest) in faults
