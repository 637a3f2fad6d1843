"""Calendar files of an office: what is told, how often, to whom, and taken back."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.calendars import CalendarForm, CasesOf, EveryCase, LeftOut, OneCase
from app.records.cases import CloseReason
from app.records.consents import ConsentDraft
from app.records.office import AdvisorDraft
from app.records.plan import OwnStep
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.terms import (
    AnchorKind,
    Answer,
    ConsentWay,
    MemberRole,
    Purpose,
    Recipient,
    Role,
    Track,
)
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import CHILD, NURSE, make_case, with_dates

OWN = OwnStep(Track.RELOCATION, "Fahrräder besorgen", Day(date(2027, 2, 20)), Role.PERSON)
GRANNY = replace(CHILD, role=MemberRole.GRANDPARENT, given="Salma", birth=None)


@pytest.fixture
def case(small):
    made = make_case(small)
    with_dates(small, made)
    return made


@pytest.fixture
def save(small, tmp_path):
    """Write a file, and read its parts back by title."""

    def write(scope, form=CalendarForm.TODOS, desk=small):
        path = tmp_path / "kalender.ics"
        made = finish(desk.calendars.save(scope, path, form))
        calendar = Calendar.from_ical(path.read_bytes())
        kind = "VEVENT" if form is CalendarForm.EVENTS else "VTODO"
        return made, {str(part["SUMMARY"]): part for part in calendar.walk(kind)}

    return write


def step(desk, case, template, track=Track.RELOCATION):
    return next(each for each in desk.plan.view(case, track).steps if each.template == template)


def refusal(reason, act):
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.reason is reason
    return caught.value


def cared_for(desk, case):
    """A grandmother in need of care, who consents to its being known."""
    desk.household.add(case, GRANNY)
    person = desk.candidates.case(case).people[-1].id
    may = ConsentDraft(
        person,
        Purpose.HEALTH_DATA,
        Recipient.SERVICE_POINT,
        "Angaben zu meiner Pflege dürfen gespeichert werden.",
        date(2026, 11, 20),
        ConsentWay.SIGNED,
    )
    consent = int(desk.consents.give(case, may).facts["id"])
    desk.household.record(case, person, FactKey.CARE_NEED, "yes")
    return person, consent


REGISTER = "Wohnsitz anmelden – Amira Ben Amor"
BINS = "Mülltonnen bestellen – Amira Ben Amor"


def test_a_case_has_its_open_steps_with_a_day(small, case, save):
    made, parts = save(OneCase(case))
    assert set(parts) == {REGISTER, BINS, "Treffen mit Pate/Patin – Amira Ben Amor"}
    assert (made.count, made.cancelled, made.left_out) == (3, 0, {LeftOut.UNCLEAR: 1})
    assert made.done.facts == {"count": "3", "path": "kalender.ics"}
    todo = parts[REGISTER]
    due = step(small, case, "register").due
    assert todo["DUE"].dt == due.on
    assert todo["DESCRIPTION"].split("\n") == [
        "Alle gehen zusammen hin.",
        "Für: Amira Ben Amor",
        "Datum: gesetzliche Frist (§ 17 Abs. 1 BMG)",
        "Stelle: Stadt Norden",
        "Es fehlen noch: Pass",
    ]
    assert "Noch von niemandem geprüft" in parts[BINS]["DESCRIPTION"]
    assert list(todo["CATEGORIES"].cats) == ["Umzug", "gesetzliche Frist"]
    assert [alarm["TRIGGER"].dt for alarm in todo.walk("VALARM")] == [timedelta(-7, hours=9)]


def test_a_file_holds_the_form_that_was_asked_for(save, case, tmp_path):
    for form, todos, events in (
        (CalendarForm.TODOS, 3, 0),
        (CalendarForm.EVENTS, 0, 3),
        (CalendarForm.BOTH, 3, 3),
    ):
        save(OneCase(case), form)
        calendar = Calendar.from_ical((tmp_path / "kalender.ics").read_bytes())
        assert (len(calendar.walk("VTODO")), len(calendar.walk("VEVENT"))) == (todos, events)


def test_a_second_file_without_a_change_says_the_same_as_the_first(case, save):
    _, first = save(OneCase(case))
    time.sleep(1.1)  # a second later the moment would be another one
    _, second = save(OneCase(case))
    for title, part in first.items():
        for name in ("UID", "SEQUENCE", "DUE", "LAST-MODIFIED", "DESCRIPTION"):
            assert part[name] == second[title][name], name


def test_a_moved_date_keeps_the_uid_and_counts_up(small, case, save):
    _, before = save(OneCase(case), CalendarForm.EVENTS)
    small.plan.pin(step(small, case, "register").id, Day(date(2027, 3, 8)))
    _, after = save(OneCase(case), CalendarForm.EVENTS)
    assert after[REGISTER]["UID"] == before[REGISTER]["UID"]
    assert (before[REGISTER]["SEQUENCE"], after[REGISTER]["SEQUENCE"]) == (0, 1)
    assert after[REGISTER]["DTSTART"].dt == date(2027, 3, 8)
    assert after[BINS]["SEQUENCE"] == 0
    _, again = save(OneCase(case), CalendarForm.EVENTS)
    assert again[REGISTER]["SEQUENCE"] == 1
    assert again[REGISTER]["LAST-MODIFIED"].dt == after[REGISTER]["LAST-MODIFIED"].dt


def test_the_forms_and_the_readers_share_one_count(small, case, save):
    save(OneCase(case))
    small.plan.mark_document(step(small, case, "register").id, "passport")
    _, outside = save(OneCase(case, Role.PERSON), CalendarForm.EVENTS)
    assert outside["Register the home"]["SEQUENCE"] == 1
    _, inside = save(OneCase(case))
    assert inside[REGISTER]["SEQUENCE"] == 1
    assert "Pass" not in inside[REGISTER]["DESCRIPTION"]


def test_what_was_told_is_told_again_when_it_is_done(small, case, save):
    small.plan.tick(step(small, case, "hearsay").id)
    _, parts = save(OneCase(case))
    assert not any("Mülltonnen" in title for title in parts)
    small.plan.tick(step(small, case, "register").id)
    made, parts = save(OneCase(case))
    done = parts[f"Erledigt: {REGISTER}"]
    assert (done["STATUS"], done["SEQUENCE"]) == ("COMPLETED", 1)
    assert done["COMPLETED"].dt.date() == TODAY
    assert made.count == 2
    small.plan.untick(step(small, case, "register").id)
    _, parts = save(OneCase(case))
    assert (parts[REGISTER]["STATUS"], parts[REGISTER]["SEQUENCE"]) == ("NEEDS-ACTION", 2)


@pytest.mark.parametrize("way", ["set aside", "gone", "without a day", "only a month"])
def test_what_no_longer_stands_with_a_day_is_taken_back(small, case, save, way):
    small.plan.add_own(case, OWN)
    own = next(each for each in small.plan.view(case, Track.RELOCATION).steps if each.own)
    title = "Fahrräder besorgen – Amira Ben Amor"
    _, first = save(OneCase(case))
    if way == "set aside":
        small.plan.not_needed(own.id, "haben welche")
    elif way == "gone":
        small.plan.remove_own(own.id)
    elif way == "without a day":
        small.plan.edit_own(own.id, replace(OWN, due=None))
    else:
        small.plan.edit_own(own.id, replace(OWN, due=Day(date(2027, 2, 1), Precision.MONTH)))
    for _ in range(2):
        made, parts = save(OneCase(case))
        back = parts[f"Entfällt: {title}"]
        assert (back["STATUS"], back["SEQUENCE"]) == ("CANCELLED", 1)
        assert (back["UID"], back["DUE"].dt) == (first[title]["UID"], date(2027, 2, 20))
        assert (made.count, made.cancelled) == (3, 1)


def test_what_was_taken_back_can_come_again_and_counts_on(small, case, save):
    save(OneCase(case))
    register = step(small, case, "register").id
    small.plan.not_needed(register, "wohnt schon hier")
    save(OneCase(case))
    small.plan.need(register)
    _, parts = save(OneCase(case))
    assert (parts[REGISTER]["STATUS"], parts[REGISTER]["SEQUENCE"]) == ("NEEDS-ACTION", 2)


def test_a_month_later_nobody_is_told_again_of_what_is_settled(small, case, save):
    save(OneCase(case))
    small.plan.not_needed(step(small, case, "register").id, "wohnt schon hier")
    save(OneCase(case))
    old = (datetime.now(UTC) - timedelta(days=31)).replace(tzinfo=None)
    connection = small.transactions.file.connect()
    connection.execute("UPDATE batches SET at = ?", (str(old),))
    connection.commit()
    connection.close()
    made, _ = save(OneCase(case))
    assert (made.count, made.cancelled) == (2, 0)


def test_a_closed_case_is_taken_out_of_the_calendars(small, save):
    advisor = int(small.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    case, other = make_case(small, advisor=advisor), make_case(small, advisor=advisor)
    with_dates(small, case)
    assert save(CasesOf(advisor))[0].count == 3
    small.candidates.close(case, CloseReason.DECLINED)
    made, _ = save(CasesOf(advisor))
    assert (made.count, made.cancelled) == (0, 3)
    refusal(
        Reason.NOTHING_TO_EXPORT,
        lambda: save(OneCase(other)),
    )


def test_an_advisor_has_the_running_cases_that_are_theirs(small, save):
    mine = int(small.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    theirs = int(small.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    for advisor in (mine, theirs, mine):
        with_dates(small, make_case(small, advisor=advisor))
    held = make_case(small, advisor=mine)
    with_dates(small, held)
    small.candidates.hold(held, date(2027, 1, 4), "Elternzeit")
    made, _ = save(CasesOf(mine))
    assert made.count == 6
    assert small.history.of_case(held)[0].act == "case_held"
    refusal(Reason.NO_SUCH_ADVISOR, lambda: save(CasesOf(99)))


def test_a_role_has_its_steps_alone_in_a_case_and_in_all(small, case, save, tmp_path):
    with_dates(small, make_case(small))
    made, parts = save(OneCase(case, Role.MENTOR))
    assert set(parts) == {"Treffen mit Pate/Patin – Amira B."}
    assert made.left_out == {}
    made, _ = save(EveryCase(Role.MENTOR))
    assert made.count == 2
    calendar = Calendar.from_ical((tmp_path / "kalender.ics").read_bytes())
    assert calendar["NAME"] == "Heimathafen: Patin oder Pate"
    refusal(Reason.NOTHING_TO_EXPORT, lambda: save(EveryCase(Role.TOURISM)))


def test_outside_the_office_names_are_cut_short_and_notes_and_papers_stay(small, save, tmp_path):
    case = small.candidates.register(
        replace(small.candidates.case(make_case(small)).draft, note="Zugvogel1"),
        replace(NURSE, phone="0151 5555555", note="Zugvogel2"),
    ).case
    with_dates(small, case)
    for each in small.plan.view(case, Track.ONBOARDING).steps:
        small.plan.note(each.id, "Zugvogel3")
    save(OneCase(case, Role.MENTOR))
    text = (tmp_path / "kalender.ics").read_bytes().decode("utf-8").replace("\r\n ", "")
    assert "Amira B." in text
    for hidden in ("Ben Amor", "Zugvogel", "5555555", "Tunesien", "1994"):
        assert hidden not in text
    save(OneCase(case, Role.PERSON))
    assert "Ben Amor" not in (tmp_path / "kalender.ics").read_text("utf-8")
    save(OneCase(case))
    text = (tmp_path / "kalender.ics").read_bytes().decode("utf-8").replace("\r\n ", "")
    assert "Amira Ben Amor" in text
    assert "Zugvogel" not in text
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert not any("amira" in uid.lower() or "harms" in uid.lower() for uid in uids)


def test_the_family_reads_its_own_language_and_needs_no_name(small, case, save, tmp_path):
    made, parts = save(OneCase(case, Role.PERSON))
    assert set(parts) == {"Register the home", "Meet the mentor"}
    lines = parts["Register the home"]["DESCRIPTION"].split("\n")
    assert lines[-1] == "Still missing: Passport"
    # nobody vouched for the bins
    assert made.left_out == {LeftOut.UNCLEAR: 1, LeftOut.UNPROVEN: 1}


def test_what_somebody_vouched_for_leaves_as_advice_without_its_paragraph(small, case, save):
    small.templates.confirm("hearsay", "Tomke Harms")
    _, parts = save(OneCase(case, Role.PERSON))
    lines = parts["Order waste bins"]["DESCRIPTION"].split("\n")
    assert "Date: recommended" in lines
    assert not any("satzung" in line for line in lines)
    _, parts = save(OneCase(case))
    assert "Abfallsatzung" in parts[BINS]["DESCRIPTION"]


def test_what_rests_on_a_fact_under_article_9_never_leaves_the_office(small, case, save, tmp_path):
    cared_for(small, case)
    _, inside = save(OneCase(case))
    assert "Pflegegrad bescheinigen – Salma Ben Amor" in inside
    assert "Parkplatz suchen – Salma Ben Amor" in inside
    for scope in (OneCase(case, Role.PERSON), EveryCase(Role.PERSON)):
        made, parts = save(scope)
        assert not any("Park" in title or "are d" in title for title in parts)
        assert made.left_out[LeftOut.PROTECTED] == 2
        text = (tmp_path / "kalender.ics").read_text("utf-8")
        assert "Pflege" not in text
        assert "Salma" not in text
    # set aside or done, it is not told outside either
    for each in small.plan.view(case, Track.RELOCATION).steps:
        if each.person_name == "Salma" and each.applies is Answer.YES:
            small.plan.not_needed(each.id, "hat sie schon")
    assert save(OneCase(case, Role.PERSON))[0].cancelled == 0
    assert save(OneCase(case))[0].cancelled == 2


def test_a_step_for_another_reason_than_the_protected_one_is_told(small, case, save):
    small.household.record(case, None, FactKey.CAR, "yes")
    made, parts = save(OneCase(case, Role.PERSON))
    assert "Find a parking space" in parts
    assert LeftOut.PROTECTED not in made.left_out


def test_a_protected_step_taken_by_hand_stays_inside(small, case, save):
    me = small.candidates.case(case).people[0].id
    small.plan.take(case, "care_grade", me)
    made, parts = save(OneCase(case, Role.PERSON))
    assert not any("care" in title for title in parts)
    assert made.left_out[LeftOut.PROTECTED] == 1


def test_with_the_consent_goes_what_the_calendar_said_and_its_trace(small, case, save, tmp_path):
    _, consent = cared_for(small, case)
    _, first = save(OneCase(case))
    uid = first["Pflegegrad bescheinigen – Salma Ben Amor"]["UID"]
    small.consents.withdraw(consent, TODAY)
    connection = small.transactions.file.connect()
    rest = [
        connection.execute("SELECT * FROM calendar_entries").fetchall(),
        connection.execute("SELECT * FROM revisions").fetchall(),
    ]
    connection.close()
    assert "Pflegegrad" not in str(rest)
    _, parts = save(OneCase(case))
    back = [part for part in parts.values() if part["UID"] == uid]
    assert [str(part["SUMMARY"]) for part in back] == ["Dieser Eintrag entfällt"]
    assert (back[0]["STATUS"], back[0]["SEQUENCE"]) == ("CANCELLED", 1)
    text = (tmp_path / "kalender.ics").read_text("utf-8")
    assert "Pflege" not in text
    outside, _ = save(OneCase(case, Role.PERSON))
    assert outside.cancelled == 0


def test_a_step_that_is_gone_is_taken_back_from_its_own_role_alone(small, case, save):
    small.plan.add_own(case, replace(OWN, role=Role.MENTOR))
    save(OneCase(case))
    own = next(each for each in small.plan.view(case, Track.RELOCATION).steps if each.own)
    small.plan.remove_own(own.id)
    assert save(OneCase(case, Role.PERSON))[0].cancelled == 0
    made, parts = save(OneCase(case, Role.MENTOR))
    assert made.cancelled == 1
    assert "Entfällt: Fahrräder besorgen – Amira B." in parts


def test_a_file_is_noted_in_the_history_and_never_taken_back(small, case, save):
    before = small.candidates.case(case).saved_at
    made, _ = save(OneCase(case))
    assert made.done.batch is None
    newest = small.history.of_case(case)[0]
    assert (newest.act, newest.who) == ("calendar_exported", "Tomke Harms")
    assert small.candidates.case(case).saved_at == before
    refusal(Reason.NOTHING_TO_UNDO, lambda: small.history.undo(newest.batch))


def test_each_data_file_has_an_id_of_its_own(small, case, save, tmp_path, empty_file):
    _, parts = save(OneCase(case))
    copy = shutil.copy(empty_file, tmp_path / "zweite.hafen")
    other = open_desk(open_file(copy), ROOT / "resources", lambda: TODAY, "Imke Okken")
    twin = make_case(other)
    with_dates(other, twin)
    _, others = save(OneCase(twin), desk=other)
    other.close()
    assert not {part["UID"] for part in parts.values()} & {p["UID"] for p in others.values()}


def test_beside_another_writer_the_file_is_written_and_leaves_no_trace(small, case, path, save):
    _, first = save(OneCase(case))
    small.plan.pin(step(small, case, "register").id, Day(date(2027, 3, 8)))
    reader = open_desk(open_file(path), small.folders._resources, lambda: TODAY, "Imke Okken")
    made, parts = save(OneCase(case), desk=reader)
    reader.close()
    assert made.done is None
    assert (parts[REGISTER]["UID"], parts[REGISTER]["SEQUENCE"]) == (first[REGISTER]["UID"], 1)
    assert parts[BINS]["SEQUENCE"] == 0
    assert small.history.of_case(case)[0].act == "step_pinned"
    _, parts = save(OneCase(case))
    assert parts[REGISTER]["SEQUENCE"] == 1


def test_a_preview_counts_what_the_file_will_hold_and_writes_nothing(small, case, save):
    seen = finish(small.calendars.preview(OneCase(case, Role.PERSON)))
    made, _ = save(OneCase(case, Role.PERSON))
    assert (seen.count, seen.cancelled, seen.left_out) == (made.count, 0, made.left_out)
    assert seen.leaves
    assert not finish(small.calendars.preview(OneCase(case, Role.SERVICE_POINT))).leaves
    refusal(Reason.NO_SUCH_CASE, lambda: finish(small.calendars.preview(OneCase(99))))


def test_a_cancelled_file_leaves_nothing_and_is_not_remembered(small, case, tmp_path):
    out = tmp_path / "kalender.ics"
    out.write_bytes(b"vorher")
    steps = len(list(small.calendars.save(OneCase(case), tmp_path / "x.ics", CalendarForm.BOTH)))
    (tmp_path / "x.ics").unlink()
    history = small.history.of_case(case)
    for taken in range(1, steps + 1):
        work = small.calendars.save(OneCase(case), out, CalendarForm.BOTH)
        for _ in range(taken):
            next(work)
        work.close()
    assert out.read_bytes() == b"vorher"
    assert not list(tmp_path.glob("*.part"))
    assert small.history.of_case(case) == history


def test_a_file_that_cannot_be_written_is_not_remembered(small, case, tmp_path):
    (tmp_path / "ordner.ics").mkdir()
    for path in (tmp_path / "fehlt" / "k.ics", tmp_path / "ordner.ics"):
        with pytest.raises(Unavailable) as caught:
            finish(small.calendars.save(OneCase(case), path, CalendarForm.BOTH))
        assert caught.value.trouble is Trouble.CANNOT_WRITE
        assert caught.value.path == path
    data = small.transactions.file.path
    refusal(
        Reason.EXISTS, lambda: finish(small.calendars.save(OneCase(case), data, CalendarForm.BOTH))
    )
    assert not list(tmp_path.glob("*.part"))
    assert small.history.of_case(case)[0].act != "calendar_exported"


def test_a_date_that_a_law_sets_reminds_by_the_day_that_still_lies_ahead(small, case, save):
    for days, wanted in ((30, [timedelta(-7, hours=9)]), (5, [timedelta(hours=-15)]), (0, [])):
        small.plan.pin(step(small, case, "register").id, Day(TODAY + timedelta(days=days)))
        _, parts = save(OneCase(case))
        found = [alarm["TRIGGER"].dt for alarm in parts[REGISTER].walk("VALARM")]
        assert found == wanted
        assert not parts[BINS].walk("VALARM")


def test_a_step_that_turned_unclear_stays_where_it_was_told(small, case, save):
    granny, _ = cared_for(small, case)
    small.household.record(case, None, FactKey.CAR, "yes")
    save(OneCase(case))
    small.household.forget(case, None, FactKey.CAR)
    small.household.forget(case, granny, FactKey.CARE_NEED)
    _, parts = save(OneCase(case))
    unclear = step(small, case, "care_or_car")
    assert unclear.applies.value == "unclear"
    assert any("Parkplatz" in title for title in parts)


def test_only_a_month_or_no_date_at_all_is_counted(small, save):
    case = make_case(small)
    small.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 2, 1), Precision.MONTH))
    made = finish(small.calendars.preview(OneCase(case)))
    assert made.count == 0
    assert made.left_out[LeftOut.ONLY_MONTH] == 2
    assert made.left_out[LeftOut.NO_DATE] == 1
