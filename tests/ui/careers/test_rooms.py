"""The rooms about work on a real desk: profile, openings, introductions, a case of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.records.careers import OwnCaseDraft
from app.rules.job_matching import Against, For
from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime
from tests.services.career_world import JOB, allow, make_home, own_case
from ui.candidates.consents import ConsentForm
from ui.careers import words
from ui.careers.case_room import CareerRoom, View
from ui.careers.room import OpeningsRoom
from ui.page import CONSENT
from ui.tabs import lead


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def home(desk):
    return make_home(desk)


@pytest.fixture
def room(window, home):
    window.show_case(home.case)
    lead(window, "support", "work")
    found = window.findChild(CareerRoom)
    assert found.isVisible()
    return found


def profile_of(desk, home):
    return next(e for e in desk.careers.members(home.case) if e.person == home.partner).profile


def test_whoever_looks_for_work_is_shown_first(room, home):
    assert room.list.key() == home.partner
    assert room.profile.value("occupation") == "Elektriker"
    assert room.profile.value("languages") == "Arabisch Muttersprache, Französisch C1"


def test_a_profile_is_typed_as_an_office_writes(room, desk, home):
    room.profile.put("languages", "französisch b2, Deutsche Gebärdensprache C1")
    room.profile.save()
    assert room.profile.field("languages").reason()
    room.profile.put("languages", "französisch b2")
    room.profile.put("shifts", "Frühdienst, wochenende")
    room.profile.put("available_from", "1.3.27")
    room.profile.put("kldb", "26254 Berufe der Energietechnik")
    room.profile.save()
    kept = profile_of(desk, home)
    assert kept.languages == {"fr": Level.B2}
    assert kept.shifts == {WorkTime.EARLY, WorkTime.WEEKEND}
    assert (kept.kldb, kept.available_from) == ("26254", date(2027, 3, 1))
    assert not room.unsaved()


def test_what_is_refused_stands_beside_its_field(room):
    for field, typed in (("kldb", "Elektrik"), ("shifts", "nachmittags"), ("min_hours", "viele")):
        before = room.profile.value(field)
        room.profile.put(field, typed)
        room.profile.save()
        assert room.profile.field(field).reason()
        room.profile.put(field, before)


def test_another_member_is_shown_after_asking(room, home, recorder):
    room.profile.put("occupation", "Schweißer")
    recorder.agrees = False
    room.choose(home.professional)
    assert room.list.key() == home.partner
    recorder.agrees = True
    room.choose(home.professional)
    assert room.list.key() == home.professional
    assert room.profile.value("occupation") == ""


def test_what_a_profile_cannot_take_says_what_to_type(room):
    for field, typed, told in (
        ("languages", "Arabisch, Englisch B1", "fehlt, wie gut"),
        ("languages", "Englisch gut", "fehlt, wie gut"),
        ("languages", "Inselplatt A1", "kennt das Programm nicht"),
        ("min_hours", "19,5", "ganze Stunden"),
    ):
        room.profile.put(field, typed)
        room.profile.save()
        assert told in room.profile.field(field).reason()
        room.profile.leave()


def test_another_person_is_shown_the_best_opening_first(room, desk, home):
    desk.openings.add(replace(JOB, provider=home.employer, title="Zweite", kldb="81302"))
    room.refresh()
    room.matches.list.choose(room.matches._matches[1].opening.id)
    room.refresh()
    assert room.matches.match() is room.matches._matches[1]
    room.choose(home.professional)
    assert room.matches.match() is room.matches._matches[0]


def test_units_and_semicolons_are_read_along(room, desk, home):
    room.profile.put("languages", "französisch B2; Arabisch Muttersprache")
    room.profile.put("min_hours", "20 h")
    room.profile.put("max_hours", "39 Std.")
    room.profile.put("radius_km", "25 km")
    room.profile.save()
    kept = profile_of(desk, home)
    assert kept.languages == {"fr": Level.B2, "ar": Level.NATIVE}
    assert (kept.min_hours, kept.max_hours, kept.radius_km) == (20, 39, 25.0)


def test_an_opening_leads_to_an_introduction_and_the_consent(room, desk, home, qtbot):
    room._show_view(View.OPENINGS)
    assert "Dafür: gleicher Beruf" in room.matches.reasons.text()
    room.matches.introduce.click()
    assert room.view.key() is View.INTRODUCTIONS
    form = room.introductions.form
    assert form.provider.text() == "Werft am Siel"
    form.save()
    assert not form.consent.isHidden()
    assert "Werft am Siel" in form.field("provider").reason()
    with qtbot.waitSignal(room.elsewhere) as led:
        form.consent.click()
    assert led.args == ["candidates", f"{CONSENT}:{home.partner}:Werft am Siel"]
    lead(room.window(), *led.args)
    consent = room.window().findChild(ConsentForm)
    assert consent.isVisible()
    assert consent.value("person") == str(home.partner)
    assert consent.value("recipient_name") == "Werft am Siel"
    assert "Werft am Siel" in consent.value("wording")
    consent.leave()
    allow(desk, home.case, home.partner)
    form.put("next_on", "09.12.2026")
    form.save()
    (view,) = desk.introductions.of_case(home.case)
    assert view.draft.next_on == date(2026, 12, 9)
    room.refresh()
    assert not room.matches.introduce.isEnabled()


def test_a_withdrawn_consent_is_told_in_the_form(room, desk, home, window):
    from app.records.careers import IntroductionDraft
    from tests.conftest import TODAY

    consent = allow(desk, home.case, home.partner)
    draft = IntroductionDraft(home.partner, None, TODAY, home.opening)
    key = int(desk.introductions.add(home.case, draft).facts["id"])
    desk.consents.withdraw(consent, TODAY)
    lead(window, "support", f"work:{key}")
    form = room.introductions.form
    assert "widerrufen" in form.ended.text()
    assert form.profile.isHidden()
    form.put("state", IntroductionState.DECLINED_BY_PERSON.value)
    form.put("because", "zurückgezogen")
    form.save()
    assert desk.introductions.of_case(home.case)[0].draft.state.is_over


def test_a_case_of_ones_own_is_opened_and_led_to(room, desk, home, window):
    room.tie.open.click()
    (tied,) = desk.candidates.head(home.case).tied
    assert tied[1] == "Ben Amor, Karim"
    assert "eigenen Fall: Ben Amor, Karim" in room.tie.sentence.text()
    room.tie.go.click()
    assert window.case_id == tied[0]
    assert "gehört zum Haushalt Ben Amor, Amira" in room.tie.sentence.text()
    assert "Verbunden mit: Ben Amor, Amira" in window.person.accessibleName()
    window.person.case_wanted.emit(home.case)
    assert window.case_id == home.case
    room.tie.untie.click()
    assert desk.candidates.head(home.case).tied == ()


def test_a_partner_who_is_already_a_case_is_offered_to_be_tied(room, desk, home):
    case, _ = own_case(desk)
    room.refresh()
    assert "hat wohl schon einen Fall" in room.tie.sentence.text()
    room.tie.tie.click()
    assert desk.candidates.head(home.case).tied[0][0] == case


def test_an_opening_is_entered_and_filled(window, desk, home):
    lead(window, "network", f"openings:{home.opening}")
    room = window.findChild(OpeningsRoom)
    assert room.form.value("title") == JOB.title
    room.form.fill_link.click()
    assert desk.openings.all()[0].filled_on is not None
    room.begin()
    room.form.put("title", "Schweißen")
    room.form.provider.choose(home.employer, "Werft am Siel")
    room.form.put("qualification", Qualification.VOCATIONAL.value)
    room.form.put("valid_to", "31.03.2027")
    room.form.save()
    made = next(each for each in desk.openings.all() if each.draft.title == "Schweißen")
    assert made.draft.valid_to == date(2027, 3, 31)
    assert room.list.key() == made.id


def test_the_classification_is_loaded_by_a_job(window, desk, home, tmp_path, recorder, qtbot):
    lead(window, "network", "openings")
    room = window.findChild(OpeningsRoom)
    recorder.path = tmp_path / "kldb.csv"
    recorder.path.write_text(
        "kldb;titel\n" + "".join(f"26{n};Elektrik {n}\n" for n in range(100, 160)), "utf-8"
    )
    room.load()
    qtbot.waitUntil(lambda: desk.careers.count_occupations() == 60, timeout=5000)
    qtbot.waitUntil(lambda: "60 Einträge" in room._known.text(), timeout=5000)
    room.begin()
    room.form.kldb.textEdited.emit("elektrik 26101")
    assert room.form.kldb.offered() == ["26101 Elektrik 101"]
    recorder.path.write_text("name;ort\nKita;Norden\n", "utf-8")
    room.load()
    qtbot.waitUntil(lambda: "Es wurde nichts geladen." in recorder.asked, timeout=5000)
    assert desk.careers.count_occupations() == 60


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (Qualification, words.QUALIFICATIONS),
        (Level, words.LEVELS),
        (WorkTime, words.WORK_TIMES),
        (IntroductionState, words.STATES),
        (For, words.PROS),
        (Against, words.CONS),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_every_member_of_a_vocabulary_has_a_word_of_its_own(kinds, names):
    assert set(names) == set(kinds)
    assert len(set(names.values())) == len(names)


def test_closing_a_tied_case_says_that_the_other_goes_on(desk, home):
    from app.records.cases import CloseReason
    from ui import wording

    desk.careers.open_own_case(home.partner, OwnCaseDraft())
    said = wording.done(desk.candidates.close(home.case, CloseReason.SETTLED))
    assert "Weiter läuft der verbundene Fall Ben Amor, Karim." in said
