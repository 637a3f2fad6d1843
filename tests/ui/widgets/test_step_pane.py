"""One step in full: people, office, what comes first, who vouches for it, why its date moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.errors import Reason, Refused
from app.records.plan import OfficeView, WaitsFor
from app.records.roles import HolderDraft, HolderView
from app.rules.calendar import Day
from app.rules.terms import DateKind, Grade, Role, Track
from tests.ui.makers_plan import TODAY, make_plan, make_step
from ui.widgets import step_words
from ui.widgets.step_pane import BASIS, COUNTED, DUE, OFFICE, PROOF, WAITS, WHO, StepPane

JANSSEN = HolderView(
    4, Role.MENTOR, HolderDraft("Wiebke Janssen", "Küstenklinikum", "04941 94-0", "w@k.example")
)
REGISTRY = OfficeView(
    7, "Bürgerbüro", "Am Markt 15, 26506 Norden", "04931 923-0", "Mo-Fr 08:00-12:00", "", None
)
MENTORED = make_step(1, roles=(Role.MENTOR, Role.IT, Role.PERSON), holders=(JANSSEN,))


class Office:
    """Keeps what the pane wants done, and may refuse it."""

    def __init__(self) -> None:
        self.deeds: list[tuple[str, tuple[object, ...]]] = []
        self.refusal: Refused | None = None
        self.pane: StepPane | None = None
        self.plan = self.roles = self.templates = self

    def __getattr__(self, name):
        return lambda *values: self.deeds.append((name, values))

    def do(self, deed) -> None:
        if self.refusal is not None:
            self.pane.refuse(self.refusal)
        else:
            deed(self)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def pane(dressed, qtbot, office) -> StepPane:
    made = StepPane(office.do, lambda: "Selin Wattmann")
    office.pane = made
    qtbot.addWidget(made)
    made.resize(308, 700)
    made.show()
    return made


def show(pane, step, track=Track.RELOCATION):
    pane.set_step(step, make_plan(step, track=track))


def test_the_roles_name_the_people_behind_them(pane):
    show(pane, MENTORED)
    assert pane.said(WHO).replace(step_words.NO_BREAK, " ").splitlines() == [
        "Pate/Patin: Wiebke Janssen, Küstenklinikum, 04941 94-0",
        "IT (noch ohne Namen)",
        "Fachkraft",
    ]
    assert pane.people.edit_link.text() == "Namen eintragen …"


def test_a_name_is_entered_in_place_for_the_whole_case_or_this_step_alone(pane, office):
    show(pane, MENTORED)
    pane.people.edit()
    form = pane.people.form
    assert form.role.currentData() is Role.IT  # the one without a name
    form.editor("name").setText("Ole Brünings")
    form.editor("phone").setText("040 66969-1")
    form._save()
    draft = HolderDraft("Ole Brünings", phone="040 66969-1")
    assert office.deeds == [("hold", (1, Role.IT, draft, None))]
    assert form.isHidden()
    pane.people.edit()
    form.only_here.setChecked(True)
    form.editor("name").setText("Ole Brünings")
    form._save()
    assert office.deeds[-1][1][-1] == MENTORED.id


def test_who_was_entered_is_changed_or_taken_out(pane, office):
    show(pane, replace(MENTORED, roles=(Role.MENTOR,)))
    assert pane.people.edit_link.text() == "Namen ändern …"
    pane.people.edit()
    form = pane.people.form
    assert form.editor("organisation").text() == "Küstenklinikum"
    assert form._free.isVisible()
    form._remove()
    assert office.deeds == [("free", (1, Role.MENTOR, None))]


def test_whoever_is_known_without_being_entered_cannot_be_taken_out(pane):
    show(
        pane,
        make_step(
            1, roles=(Role.EMPLOYER,), holders=(replace(JANSSEN, id=None, role=Role.EMPLOYER),)
        ),
    )
    pane.people.edit()
    assert not pane.people.form._free.isVisible()


def test_a_refusal_stands_beside_the_field_and_the_form_stays(pane, office):
    show(pane, MENTORED)
    pane.people.edit()
    form = pane.people.form
    form._save()
    assert form.field("name").reason() == "Hier fehlt noch eine Angabe."
    form.editor("name").setText("Ole")
    form.editor("email").setText("ole")
    office.refusal = Refused(Reason.NOT_AN_EMAIL, "email")
    form._save()
    assert "E-Mail" in form.field("email").reason()
    assert not form.isHidden()
    assert pane.actions_row.sentence() == ""


def test_a_form_stays_open_while_the_step_is_refreshed_and_goes_with_it(pane, qtbot):
    show(pane, MENTORED)
    pane.people.edit()
    pane.people.form.editor("name").setText("Ol")
    show(pane, replace(MENTORED, note="neu"))
    assert pane.people.form.editor("name").text() == "Ol"
    show(pane, make_step(2, roles=(Role.HR,)))
    assert pane.people.form.isHidden()


def test_escape_leaves_the_form_first(pane, qtbot):
    show(pane, MENTORED)
    pane.people.edit()
    with qtbot.assertNotEmitted(pane.left):
        qtbot.keyClick(pane.people.form.editor("name"), Qt.Key.Key_Escape)
    assert pane.people.form.isHidden()


def test_nobody_is_asked_for_the_name_of_the_household_or_its_advisor(pane):
    show(pane, make_step(1, roles=(Role.PERSON, Role.SERVICE_POINT)))
    assert not pane.people.edit_link.isVisible()


def test_the_office_comes_with_address_hours_and_the_age_of_the_check(pane, qtbot):
    step = make_step(1, office_type="registry", body="Stadt Norden", provider=REGISTRY)
    show(pane, step)
    assert pane.said(OFFICE).replace(step_words.NO_BREAK, " ").splitlines() == [
        "Bürgerbüro",
        "Stadt Norden",
        "Am Markt 15, 26506 Norden",
        "Tel. 04931 923-0",
        "Heute 8–12 Uhr",
        "Mo–Fr 8–12",
        "nicht geprüft",
    ]
    with qtbot.waitSignal(pane.provider_wanted) as wanted:
        pane.office.link.click()
    assert wanted.args == [7]
    checked = replace(REGISTRY, checked_on=date(2026, 11, 12), hours_osm="")
    show(pane, replace(step, provider=checked))
    assert "geprüft am Do 12.11.2026" in pane.said(OFFICE)
    assert "Öffnungszeiten unbekannt" in pane.said(OFFICE)


def test_a_closure_and_an_end_are_told_with_the_office(pane):
    closed = replace(
        REGISTRY,
        closed_from=TODAY,
        closed_until=TODAY,
        closed_because="Umzug",
        valid_to=date(2027, 6, 30),
        successor="Bürgerhaus",
    )
    show(pane, make_step(1, office_type="registry", body="Stadt Norden", provider=closed))
    said = pane.said(OFFICE).splitlines()
    assert said[4].startswith("Heute geschlossen, morgen 8–12 Uhr")
    day = f"{TODAY:%d.%m.%Y}"
    assert said[5] == f"Vorübergehend geschlossen bis {day} (Umzug)"
    assert said[6:8] == ["Nur bis 30.06.2027, danach Bürgerhaus", "Mo–Fr 8–12"]


def test_where_the_home_decides_and_is_not_known_that_is_said(pane):
    show(pane, make_step(1, office_type="registry", office="Bürgerbüro der Gemeinde"))
    assert pane.said(OFFICE).splitlines() == [
        "Bürgerbüro der Gemeinde",
        "Wohnort fehlt oder ist nicht im Verzeichnis",
    ]
    show(pane, make_step(2, office_type="bank", office="Ihre Bank"))
    assert pane.said(OFFICE) == "Ihre Bank"


def test_what_comes_first_is_linked_and_ticked_where_it_is_done(pane, qtbot):
    waits = (WaitsFor("Visum beantragen", 12, False), WaitsFor("Pass verlängern", None, True))
    show(pane, make_step(1, waits_for=waits))
    first, second = pane.waits.links()
    assert first.accessibleName() == "Visum beantragen, noch offen"
    assert second.accessibleName() == "Pass verlängern, erledigt"
    assert (first.isEnabled(), second.isEnabled()) == (True, False)
    with qtbot.waitSignal(pane.step_wanted) as wanted:
        first.click()
    assert wanted.args == [12]
    show(pane, make_step(2))
    assert not pane._lines._names[WAITS].isVisible()


def test_a_step_without_proof_is_vouched_for_by_name(pane, office):
    show(pane, make_step(1, unproven=True, grade=Grade.A))
    assert pane.said(PROOF) == "unbelegt, bitte prüfen – wird nicht gedruckt"
    assert "unbelegt" in pane.standing()
    pane.proof.ask()
    assert pane.proof.name_ask.editor.text() == "Selin Wattmann"
    pane.proof.name_ask.given.emit()
    assert office.deeds == [("confirm", ("m_pate_benennen", "Selin Wattmann"))]


def test_a_blank_name_vouches_for_nothing(pane, office):
    show(pane, make_step(1, unproven=True, grade=Grade.A))
    pane.proof.ask()
    office.refusal = Refused(Reason.BLANK, "by")
    pane.proof.name_ask.given.emit()
    assert pane.proof.name_ask.reason() == "Hier fehlt noch eine Angabe."


def test_a_confirmation_is_told_and_can_be_taken_back(pane, office):
    show(pane, make_step(1, grade=Grade.A, confirmed_by="Tomke Harms", confirmed_on=TODAY))
    assert pane.said(PROOF) == "bestätigt von Tomke Harms am Mo 23.11.2026"
    pane.proof.doubt_link.click()
    assert office.deeds == [("doubt", ("m_pate_benennen",))]
    show(pane, make_step(2, grade=Grade.G))
    assert pane.said(PROOF) == ""


def test_a_step_taken_by_hand_can_be_taken_out_again(pane, office):
    show(pane, make_step(1, by_hand=True))
    assert "von Hand hinzugefügt" in pane.standing()
    assert not pane.actions_row._untake.isHidden()
    pane.actions_row._untake.click()
    assert office.deeds == [("untake", (1,))]
    show(pane, make_step(2))
    assert pane.actions_row._untake.isHidden()


def test_notes_follow_the_explanation(pane):
    step = make_step(
        1, explanation="Alle gehen hin.", notes=("Aus der EU: ohne Visum.", "Mit Hund.")
    )
    show(pane, step)
    assert pane.explained().splitlines() == [
        "Alle gehen hin.",
        "Aus der EU: ohne Visum.",
        "Mit Hund.",
    ]


def test_it_is_said_why_a_date_moved_to_a_working_day(pane):
    moved = make_step(
        1,
        date(2027, 3, 1),
        kind=DateKind.DUTY,
        unshifted=date(2027, 2, 27),
        shift_basis="§ 31 Abs. 3 VwVfG",
    )
    show(pane, moved)
    assert pane.said(COUNTED).replace(step_words.NO_BREAK, " ").splitlines()[1] == (
        "Die Frist endet am Sa 27.02.2027, keinem Werktag: Es gilt der nächste Werktag "
        "(§ 31 Abs. 3 VwVfG)."
    )
    show(pane, make_step(2, date(2032, 3, 1), holidays_unknown=True))
    assert "Feiertage noch nicht bekannt" in pane.said(COUNTED)


def test_a_day_that_stays_at_the_weekend_says_why(pane):
    basis = "Das Ende eines Visums verschiebt sich nicht."
    saturday = make_step(1, date(2027, 2, 27), shift_basis=basis)
    assert step_words.moved(saturday) == f"Der Tag bleibt, auch am Wochenende: {basis}"
    assert step_words.moved(make_step(1, date(2027, 2, 26), shift_basis=basis)) == ""
    assert step_words.moved(make_step(1, None, shift_basis=basis)) == ""


def test_a_date_counted_from_another_step_names_it():
    waiting = make_step(1, None, anchor=None, after="Visum beantragen", offset="P14D")
    assert (
        step_words.computed(waiting, {}) == "14 Tage nach „Visum beantragen“ (noch nicht erledigt)"
    )
    counted = replace(waiting, counted_from=Day(date(2026, 11, 2)))
    words = step_words.computed(counted, {}).replace(step_words.NO_BREAK, " ")
    assert words == "14 Tage nach „Visum beantragen“ (Mo 02.11.2026)"


def test_the_earliest_day_is_told_as_one(pane):
    show(pane, make_step(1, date(2026, 12, 1), kind=DateKind.EARLIEST))
    assert pane.said(DUE) == "ab Di 01.12.2026"
    assert pane.standing().startswith("möglich in 8 Tagen")


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_pane(pane, looks, percent):
    looks(percent=percent)
    pane.resize(3 * percent, 700)
    step = replace(
        MENTORED,
        title="Aufenthaltserlaubnis zur Anerkennung der Berufsqualifikation beantragen",
        unproven=True,
        office_type="registry",
        body="Samtgemeinde Brookmerland",
        provider=REGISTRY,
        waits_for=(WaitsFor("Unterlagen für die Anerkennung zusammenstellen", 3, False),),
    )
    show(pane, step)
    pane.people.edit()
    pane.proof.ask()
    body = pane._scroll.widget()
    assert body.minimumSizeHint().width() <= pane._scroll.viewport().width()


def test_the_acts_scroll_with_the_words_where_there_is_little_height(pane):
    show(pane, MENTORED)
    body = pane._scroll.widget()
    assert pane.actions_row.parentWidget() is pane
    pane.resize(308, 180)
    assert pane.actions_row.parentWidget() is body
    pane.resize(308, 700)
    assert pane.actions_row.parentWidget() is pane


def test_no_line_ends_between_a_paragraph_sign_and_its_number(pane):
    show(pane, make_step(basis="§ 2 PflegeZG; § 44a SGB XI"))
    words = pane._reasons._lines[BASIS][1].text()
    assert words.count(f"§{step_words.NO_BREAK}") == 2
    assert pane.said(BASIS).startswith("§ 2 PflegeZG; § 44a SGB XI")
