"""Funding on a real file: what fits and why, versions of programmes, applications, the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.content.funding import load_programmes, read_programme
from app.content.funding_writing import programme_block
from app.content.languages import OFFICE_LANGUAGE
from app.edits import changed_nothing
from app.errors import Reason
from app.progress import finish
from app.records.cases import CaseDraft, CloseReason, PersonDraft
from app.records.employers import BenefitDraft, BenefitKind
from app.records.events import EventKind
from app.records.funding import ApplicationDraft, ApplicationState, Refusal
from app.rules.applying import ApplicationHint
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.conditions import Condition
from app.rules.facts import FactKey
from app.rules.funding import Fit, Why
from app.rules.terms import AnchorKind, MemberRole
from tests.conftest import ROOT
from tests.makers import NURSE, make_provider
from tests.services.funding_commands import KREIS, programme, ship_another
from tests.services.test_care_sheets import text_of
from tests.services.test_training import refused
from tests.verapdf.engine import verapdf
from ui import wording

DOCTOR = CaseDraft(
    language="ar", profession="doctor", home_postcode="26506", home_town="Norden", origin="DE"
)
PARTNER = PersonDraft(role=MemberRole.PARTNER, given="Salma", family="Mansour")


@pytest.fixture
def case(desk):
    """A doctor who moves to Norden with a practice of their own."""
    found = desk.candidates.register(DOCTOR, NURSE).case
    doctor = desk.candidates.case(found).people[0].id
    desk.household.record(found, doctor, FactKey.OWN_PRACTICE, "yes")
    desk.plan.set_anchor(found, AnchorKind.PRACTICE_START, Day(date(2027, 4, 1)))
    return found


def offer(desk, case, code):
    return next(e for e in desk.funding.answer(case).offers if e.programme.code == code)


def whys(found):
    return {each.why for each in found.judged.findings}


def test_the_shipped_programmes_are_sound_and_name_papers_that_are_known(desk):
    shipped = load_programmes(ROOT / "resources")
    assert shipped.faults == ()
    assert len(shipped.programmes) == 20
    papers = desk.funding.papers()
    for each in shipped.programmes:
        assert set(each.papers) <= set(papers)
        assert read_programme(programme_block(each), "x") == (each, ())


def test_alternatives_of_one_fact_are_kept_as_one_and_facts_together_are_refused(desk):
    doctor, nurse = ({FactKey.PROFESSION: frozenset({each})} for each in ("doctor", "nurse"))
    made = replace(KREIS, code="kreis", needs=(Condition((doctor, nurse)),))
    found, faults = read_programme(programme_block(made), "x")
    assert faults == ()
    assert found.needs == (Condition(({FactKey.PROFESSION: frozenset({"doctor", "nurse"})},)),)
    both = Condition(({**doctor, FactKey.CAR: frozenset({"yes"})},))
    assert refused(Reason.NOT_A_VALUE, desk.funding.add, replace(made, needs=(both,))).field == (
        "needs"
    )


def test_a_broken_file_is_told_with_line_and_key_and_the_rest_is_read(tmp_path):
    folder = tmp_path / "funding"
    folder.mkdir()
    block = programme_block(replace(KREIS, code="kreis"))
    broken = '[[programme]]\ncode = "x"\ntitle = "X"\nbody = "B"\nsort = "grannt"\ngrade = "S"\n'
    (folder / "a.toml").write_text(f'{block}\n{broken}source = "S"\n', encoding="utf-8")
    found = load_programmes(tmp_path)
    assert [each.code for each in found.programmes] == ["kreis"]
    told = {(each.key, each.problem, each.nearest) for each in found.faults}
    assert ("grannt", "unknown_value", "grant") in told
    assert ("as_of", "key_missing", "") in told
    assert all(each.file == "funding/a.toml" and each.line for each in found.faults)


def test_sixty_thousand_of_the_association_are_named_but_never_promised(desk, case):
    found = offer(desk, case, "kvn_investment")
    assert found.fit is Fit.UNCLEAR
    assert {Why.STALE, Why.TO_CONFIRM, Why.IN_TIME} <= whys(found)
    assert (found.programme.most_cents, found.programme.special_cents) == (6_000_000, 7_500_000)
    desk.funding.note(case, ApplicationDraft("kvn_investment", confirmed=frozenset({"region"})))
    assert offer(desk, case, "kvn_investment").fit is Fit.UNCLEAR
    assert desk.funding.answer(case).sure.once_cents == 0


def test_what_municipalities_give_is_unclear_where_nothing_is_known(desk, case):
    found = offer(desk, case, "municipal_aid")
    assert (found.fit, found.programme.most_cents) == (Fit.UNCLEAR, None)
    assert {Why.TO_CONFIRM, Why.UNPROVEN} <= whys(found)
    assert offer(desk, case, "emsland_settlement").fit is Fit.FITS_NOT
    assert Why.OUTSIDE in whys(offer(desk, case, "emsland_settlement"))


def test_the_answer_sums_what_fits_apart_from_what_may_and_tells_what_it_left_out(desk, case):
    desk.funding.add(KREIS)
    board = desk.funding.answer(case)
    assert board.sure.once_cents == 500_000
    # 60.000 of the association, 30.000 of the town, the county, 4.800 for a recognition
    assert board.possible.once_cents == 500_000 + 6_000_000 + 3_000_000 + 480_000
    assert {each.code for each in board.possible.left_out} == {"kvn_branch"}
    assert "kvn_turnover" in board.possible.unknown
    assert (board.next_by, board.next_title) == (
        date(2027, 3, 31),
        "KVN-Investitionskostenzuschuss",
    )


def test_a_physiotherapist_with_a_practice_is_promised_no_money_for_doctors(desk):
    own = desk.candidates.register(CaseDraft(profession="therapist"), NURSE).case
    (person,) = desk.candidates.case(own).people
    desk.household.record(own, person.id, FactKey.OWN_PRACTICE, "yes")
    for code in ("kvn_investment", "kvn_branch", "kvn_turnover", "admission_fee"):
        assert offer(desk, own, code).fit is Fit.FITS_NOT


def test_what_is_granted_counts_as_granted_and_what_is_refused_not_at_all(desk, case):
    code = desk.funding.add(KREIS).facts["code"]
    draft = ApplicationDraft(code, ApplicationState.GRANTED, granted_cents=120_000)
    number = desk.funding.note(case, draft).facts["id"]
    board = desk.funding.answer(case)
    assert board.sure.once_cents == 120_000
    fit = offer(desk, case, code).fit
    open_before = len(board.open(fit))
    late = replace(draft, state=ApplicationState.REFUSED, reason=Refusal.TOO_LATE)
    desk.funding.edit_application(number, late)
    board = desk.funding.answer(case)
    assert board.sure.codes == ()
    assert code not in board.possible.codes
    assert offer(desk, case, code).fit is fit
    assert len(board.open(fit)) == open_before - 1
    assert board.next_title != offer(desk, case, code).programme.title
    desk.funding.note(case, ApplicationDraft("kvn_investment", ApplicationState.PAID))
    assert "kvn_investment" in desk.funding.answer(case).sure.codes


def test_a_programme_without_a_day_is_told_where_it_is_entered(desk):
    told = refused(Reason.PROGRAMME_WITHOUT_DAY, desk.funding.add, replace(KREIS, as_of=None))
    assert told.field == "as_of"
    later = replace(KREIS, as_of=PartialDate(2027, 1))
    assert refused(Reason.DATE_IN_FUTURE, desk.funding.add, later).field == "as_of"
    assert refused(Reason.NOT_AN_AMOUNT, desk.funding.add, replace(KREIS, most_cents=0)).field
    assert refused(Reason.NOT_A_VALUE, desk.funding.add, replace(KREIS, excludes=("nope",)))


def test_two_that_exclude_each_other_are_told_where_the_second_is_chosen(desk, case):
    desk.funding.add(replace(KREIS, excludes=("norden_settlement",)))
    code = desk.funding.programmes()[-1].programme.code
    desk.funding.consider(case, code)
    desk.funding.note(case, ApplicationDraft("norden_settlement", ApplicationState.PREPARING))
    board = desk.funding.answer(case)
    assert len(board.clashes) == 1  # considered beside it: told, and the rest is computed
    first = board.applications[0].id
    told = refused(
        Reason.PROGRAMMES_EXCLUDE,
        desk.funding.edit_application,
        first,
        ApplicationDraft(code, ApplicationState.SUBMITTED),
    )
    assert "Stadt Norden" in told.facts["other"]
    again = ApplicationDraft("norden_settlement")
    assert refused(Reason.ALREADY_APPLIED, desk.funding.note, case, again)


def test_a_version_of_the_office_stands_beside_the_original(desk):
    changed = replace(programme(desk, "kvn_investment"), as_of=PartialDate(2026, 11))
    desk.funding.edit("kvn_investment", changed)
    view = next(e for e in desk.funding.programmes() if e.programme == changed)
    assert (view.is_shipped, view.is_changed, view.original_changed) == (True, True, False)
    with desk.transactions.file.connect() as connection:
        connection.execute("UPDATE funding_programmes SET based_on = 'older'")
    view = next(e for e in desk.funding.programmes() if e.programme == changed)
    assert view.original_changed
    desk.funding.reset("kvn_investment")
    assert programme(desk, "kvn_investment").as_of == PartialDate(2024)
    refused(Reason.NO_ORIGINAL, desk.funding.reset, "kvn_investment")


def test_the_original_saved_as_it_is_makes_no_version_of_the_office(desk):
    shipped = desk.funding.programmes()[0].programme
    assert changed_nothing(desk.funding.edit(shipped.code, shipped))
    view = view_of(desk, shipped.code)
    assert (view.is_changed, view.changed_on) == (False, None)


def view_of(desk, code):
    return next(e for e in desk.funding.programmes() if e.programme.code == code)


def test_fields_of_a_newer_original_are_taken_over_one_by_one(desk):
    shipped = programme(desk, "kvn_investment")
    own = replace(shipped, as_of=PartialDate(2026, 11), note="geprüft", most_cents=1)
    desk.funding.edit("kvn_investment", own)
    assert view_of(desk, "kvn_investment").original == shipped
    refused(Reason.NO_ORIGINAL, desk.funding.keep_own, "kvn_investment")
    ship_another(desk)
    desk.funding.edit("kvn_investment", replace(own, note="gelesen"))
    assert view_of(desk, "kvn_investment").original_changed  # edited, not compared
    desk.funding.adopt("kvn_investment", ["most_cents"])
    view = view_of(desk, "kvn_investment")
    assert (view.programme, view.original_changed) == (
        replace(own, note="gelesen", most_cents=6_000_000),
        True,
    )
    desk.funding.keep_own("kvn_investment")
    view = view_of(desk, "kvn_investment")
    assert (view.programme.note, view.original_changed) == ("gelesen", False)
    refused(Reason.NOT_A_VALUE, desk.funding.adopt, "kvn_investment", ["code"])
    desk.funding.adopt("kvn_investment", ["note", "as_of"])
    view = view_of(desk, "kvn_investment")
    assert (view.programme, view.is_changed, view.original) == (shipped, False, None)
    refused(Reason.NO_ORIGINAL, desk.funding.adopt, "kvn_investment", ["note"])


def test_whom_a_programme_would_fit_is_counted_as_it_is_typed(desk, case):
    known = replace(programme(desk, "kvn_investment"), code="", checks=(), most_cents=1)
    fresh = replace(known, as_of=PartialDate(2026, 11))
    other = desk.candidates.register(replace(DOCTOR, profession="nurse"), NURSE).case
    found = finish(desk.funding.reach(fresh))
    assert (found.fits_count, found.unclear_count, found.total) == (1, 0, 2)
    assert [key for key, _ in found.fits] == [case]
    stale = finish(desk.funding.reach(known))
    assert (stale.fits_count, stale.unclear_count, stale.met_count) == (0, 1, 1)
    assert stale.held == (Why.STALE,)
    assert stale.unclear[0][1].startswith("Ben Amor")
    car = Condition(({FactKey.CAR: frozenset({"yes"})},))  # nobody said
    open_one = replace(fresh, needs=(car,))
    assert [key for key, _ in finish(desk.funding.reach(open_one)).unclear] == [case, other]
    desk.candidates.close(other, CloseReason.SETTLED)
    assert finish(desk.funding.reach(open_one)).total == 1


def test_a_version_that_cannot_be_read_gives_way_to_the_original(desk):
    desk.funding.edit("child_benefit", replace(programme(desk, "child_benefit"), note="neu"))
    with desk.transactions.file.connect() as connection:
        connection.execute("UPDATE funding_programmes SET text = 'kein TOML'")
    view = next(e for e in desk.funding.programmes() if e.programme.code == "child_benefit")
    assert (view.is_broken, view.programme.note) == (True, "")


def test_an_application_goes_its_way_and_binds_from_the_decision(desk, case):
    key = int(desk.funding.consider(case, "kvn_investment").facts["id"])
    (view,) = desk.funding.answer(case).applications
    assert view.draft.missing == {"business_plan", "cv", "register_extract"}
    assert view.apply_by == date(2027, 3, 31)
    draft = replace(
        view.draft,
        state=ApplicationState.SUBMITTED,
        missing=frozenset(),
        asked_cents=6_000_000,
        next_on=date(2026, 12, 14),
    )
    desk.funding.edit_application(key, draft)
    assert desk.funding.application(key).draft.submitted_on == date(2026, 11, 23)
    events = [e for e in desk.events.of_case(case) if e.kind is EventKind.APPLICATION]
    assert [(each.on, each.is_open) for each in events] == [(date(2026, 12, 14), True)]
    granted = replace(
        draft,
        state=ApplicationState.GRANTED,
        decided_on=date(2026, 11, 23),
        granted_cents=4_000_000,
    )
    desk.funding.edit_application(key, replace(granted, submitted_on=date(2026, 11, 23)))
    assert desk.funding.application(key).bound_until == date(2031, 11, 23)
    late = replace(granted, submitted_on=date(2026, 12, 1))
    refused(Reason.ENDS_BEFORE_IT_BEGINS, desk.funding.edit_application, key, late)
    for wrong, reason in (
        ({"decided_on": date(2026, 11, 30)}, Reason.DATE_IN_FUTURE),
        ({"paid_on": date(2030, 1, 1)}, Reason.DATE_IN_FUTURE),
        ({"granted_cents": 0}, Reason.NOT_AN_AMOUNT),
    ):
        wrongly = replace(granted, submitted_on=date(2026, 11, 20), **wrong)
        refused(reason, desk.funding.edit_application, key, wrongly)
    ended = replace(draft, state=ApplicationState.REFUSED)
    assert refused(Reason.REASON_MISSING, desk.funding.edit_application, key, ended)
    desk.funding.edit_application(key, replace(ended, reason=Refusal.NO_MEANS))
    assert desk.funding.application(key).draft.reason is Refusal.NO_MEANS


def test_what_is_odd_about_an_application_is_told_when_saved_and_stays_with_it(desk, case):
    desk.plan.set_anchor(case, AnchorKind.PRACTICE_START, Day(date(2026, 11, 2)))
    draft = ApplicationDraft(
        "kvn_investment", ApplicationState.GRANTED, submitted_on=date(2026, 10, 30),
        decided_on=date(2026, 11, 2), granted_cents=7_500_000,
    )  # fmt: skip
    done = desk.funding.note(case, draft)
    assert "Achtung" not in wording.done(done)
    key = int(done.facts["id"])
    late = replace(draft, submitted_on=date(2026, 11, 2), granted_cents=7_500_001)
    said = wording.done(desk.funding.edit_application(key, late))
    assert "Achtung: bewilligt ist mehr als der Höchstbetrag; der Antrag liegt nach der" in said
    hints = (ApplicationHint.ABOVE_MOST, ApplicationHint.LATE)
    assert desk.funding.application(key).hints == hints
    desk.funding.archive("kvn_investment")
    (view,) = desk.funding.answer(case).applications
    assert view.hints == hints
    begun = replace(draft, decided_on=date(2026, 11, 9))
    desk.funding.edit_application(key, begun)
    assert desk.funding.application(key).hints == (ApplicationHint.BEGUN,)
    desk.plan.set_anchor(case, AnchorKind.PRACTICE_START, Day(date(2026, 11, 1), Precision.MONTH))
    desk.funding.edit_application(key, late)
    assert ApplicationHint.LATE not in desk.funding.application(key).hints
    paid = replace(draft, decided_on=None, paid_on=date(2026, 10, 1))
    told = refused(Reason.ENDS_BEFORE_IT_BEGINS, desk.funding.edit_application, key, paid)
    assert told.field == "paid_on"


def test_the_last_day_to_apply_follows_the_date_it_is_counted_from(desk, case):
    desk.funding.consider(case, "kvn_investment")
    desk.plan.set_anchor(case, AnchorKind.PRACTICE_START, Day(date(2027, 7, 1)))
    events = [e for e in desk.events.of_case(case) if e.kind is EventKind.APPLICATION]
    assert [(each.on, each.is_open) for each in events] == [(date(2027, 6, 30), True)]


def test_applications_of_somebody_removed_go_with_them_and_come_back(desk, case):
    desk.household.add(case, PARTNER)
    partner = desk.candidates.case(case).people[1].id
    desk.funding.note(case, ApplicationDraft("placement_budget", person=partner))
    removed = desk.household.remove(partner)
    assert desk.funding.answer(case).applications == ()
    desk.history.undo(removed.batch)
    (view,) = desk.funding.answer(case).applications
    assert (view.draft.person, view.person_name) == (partner, "Salma")


def test_help_with_work_is_not_looked_for_where_somebody_is_beyond_working_age(desk, case):
    doctor = desk.candidates.case(case).people[0].id
    desk.household.record(case, doctor, FactKey.DEGREE_FROM, "de")
    for birth in (PartialDate(1950), None):
        desk.household.add(case, PersonDraft(MemberRole.GRANDPARENT, given="Hilde", birth=birth))
        assert offer(desk, case, "recognition_grant").fit is Fit.FITS_NOT
    younger = PersonDraft(MemberRole.GRANDPARENT, given="Ilse", birth=PartialDate(1975))
    desk.household.add(case, younger)
    found = offer(desk, case, "recognition_grant")
    assert (found.fit, found.name) == (Fit.UNCLEAR, "Ilse")


def test_what_the_employer_gives_is_taken_from_its_benefits(desk, case):
    assert Why.NO_BENEFIT_KNOWN in whys(offer(desk, case, "employer_relocation"))
    employer = make_provider(desk, organisation="Deichklinik")
    desk.employers.add_benefit(employer, BenefitDraft(BenefitKind.HOUSING, "Wohnung im Haus"))
    draft = desk.candidates.case(case).draft
    desk.candidates.edit(case, replace(draft, employer=employer))
    found = offer(desk, case, "employer_relocation")
    assert (found.fit, whys(found)) == (Fit.FITS, {Why.BENEFIT_GIVEN})


def test_the_sheet_for_the_family_is_printed_in_its_language(desk, case, tmp_path):
    desk.funding.add(KREIS)
    order = desk.funding.sheet(case)
    paths = [tmp_path / "de.pdf", tmp_path / "ar.pdf"]
    for path, language in zip(paths, (OFFICE_LANGUAGE, "ar"), strict=True):
        finish(desk.papers.save(order, language, path))
    said = " ".join(text_of(paths[0].read_bytes()).split())
    assert "Zuschuss des Landkreises" in said
    assert "höchstens 5.000 €" in said
    assert "noch nicht sicher, bitte fragen" in said
    assert "gibt Ihnen keinen Anspruch auf Geld" in said
    assert "Eingliederungszuschuss" not in said  # the employer's, not the family's
    assert verapdf(paths) == []


def test_the_sheet_tells_what_was_granted_and_asks_no_more_for_papers(desk, case):
    code = desk.funding.add(replace(KREIS, papers=("cv",))).facts["code"]
    draft = ApplicationDraft(code, ApplicationState.PREPARING, missing=frozenset({"cv"}))
    application = desk.funding.note(case, draft).facts["id"]
    order = desk.funding.sheet(case)
    before = " ".join(text_of(desk.papers.preview(order, OFFICE_LANGUAGE)).split())
    granted = replace(draft, state=ApplicationState.GRANTED, granted_cents=321_000)
    desk.funding.edit_application(application, granted)
    after = " ".join(text_of(desk.papers.preview(order, OFFICE_LANGUAGE)).split())
    assert "höchstens 5.000 €" in before
    assert "Lebenslauf" in before
    assert "3.210 €" in after
    assert "höchstens 5.000 €" not in after
    assert after.count("Lebenslauf") == before.count("Lebenslauf") - 1
