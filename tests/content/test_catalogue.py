"""The shipped catalogue as a whole: which steps there are, and what each of them must say."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from app.content.catalogue import Catalogue, load_catalogue
from app.content.languages import TEMPLATE_LANGUAGES
from app.content.templates import SHORT_TITLE, StepTemplate
from app.rules.calendar import Shift
from app.rules.planning import Scope
from app.rules.schedule import Offset
from app.rules.terms import DateKind, Grade, OfficeType, Track

RESOURCES = Path(__file__).parents[2] / "resources"

PHASES = {
    Track.ONBOARDING: (
        "interest visit contract preboarding arrival first_day first_week day_30 day_60 day_100 "
        "month_5 probation_end staying"
    ),
    Track.RELOCATION: "residence recognition health home money vehicle family training practice",
}

STEPS = {
    "interest": "m_erstkontakt m_antwort m_bedarfsaufnahme m_imagemappe m_arbeitgeber_match",
    "visit": "m_kurzurlaub m_hospitation m_wohn_kita_tour m_nachgespraech",
    "contract": "m_zusage m_pate_benennen m_81a m_foerderung m_kita_wohnung_start",
    "preboarding": (
        "m_messenger m_unternehmensinfo m_einarbeitungsplan m_teamvorbereitung m_it_zugaenge "
        "m_dienstplan m_umzug_hilfe m_willkommensmappe t_lernorte t_schulweg"
    ),
    "arrival": "m_ankunft m_behoerdengang",
    "first_day": "m_tag1 m_tag1_pflicht",
    "first_week": "m_woche1 t_anleitung",
    "day_30": "m_tag30",
    "day_60": "m_tag60",
    "day_100": "m_3monate_fristen m_tag100 t_zwischenstand",
    "month_5": "m_fuehrerschein_check",
    "probation_end": "m_probezeit m_probezeit_ende",
    "staying": "m_netzwerk m_jahr1 m_titel_check t_uebernahme",
    "residence": (
        "zentralstelle_81a visum_termin familiennachzug_mitbeantragen urkunden_uebersetzen "
        "aufenthaltstitel_nach_einreise aufenthaltstitel_visumfrei41 titel_verlaengern "
        "mitteilung_ende_beschaeftigung_person mitteilung_ende_beschaeftigung_arbeitgeber "
        "titelkopie_arbeitgeber faire_integration_hinweis eu_freizuegigkeit integrationskurs "
        "berufssprachkurs niederlassungserlaubnis"
    ),
    "recognition": (
        "anerkennung_beratung anerkennung_pflege anerkennung_verzicht_entscheiden "
        "kenntnispruefung_pflege sprachnachweis_b2_pflege anerkennung_therapie approbation_antrag "
        "berufserlaubnis_arzt fachsprachpruefung_arzt kenntnispruefung_arzt kammer_anmeldung_arzt "
        "versorgungswerk_befreiung"
    ),
    "health": "masern_beschaeftigte masern_kind betriebsarzt fuehrungszeugnis hausarzt_kinderarzt",
    "home": (
        "wohnung_finden mietvertrag_uebergabe wohnungsgeberbestaetigung anmeldung_wohnsitz "
        "anmeldung_ausnahme_probewohnen abmeldung_ausland wbs wohnheim_azubi_student umzugsfirma "
        "umzugskosten_belege nachsendeauftrag strom_gas_internet rundfunkbeitrag abfall_anmelden "
        "versicherungen"
    ),
    "money": (
        "krankenkasse kv_reise_luecke steuer_id sv_nummer steuerklasse bankkonto nachweisgesetz"
    ),
    "vehicle": (
        "kfz_ummelden kfz_ausland fuehrerschein_drittstaat fuehrerschein_eu hundesteuer "
        "hunderegister haustier_einfuhr"
    ),
    "family": (
        "kita_voranmeldung kita_bedarf_landesfrist kita_beitragsfrei kindertagespflege "
        "schule_einschulung schule_quereinstieg ganztag_grundschule kindergeld elterngeld "
        "elternzeit partner_jobsuche vermittlungsbudget angehoerige_pflege pflege_akut"
    ),
    "training": "pflegeschule bab_bafoeg",
    "practice": (
        "niederlassung_beratung praxis_finden arztregister praxis_haftpflicht zulassung_antrag "
        "foerderung_vor_start zulassung_sitzung heilmittel_zulassung praxis_personal praxis_it "
        "praxis_sprechzeiten praxis_beginn praxis_unfallversicherung praxis_finanzamt"
    ),
}
"""The 37 milestones and 82 relocation steps of the domain's catalogue, the five milestones of
training and studies and nine more steps to a practice of one's own, by phase."""

WORKING_DAY = ("§ 31 Abs. 3 VwVfG", "§ 26 Abs. 3 SGB X", "§ 108 Abs. 3 AO", "§ 193 BGB")
HEDGES = ("meist", "in der regel", "bitte", "oft")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RESOURCES)


def test_the_catalogue_is_the_whole_catalogue(catalogue):
    assert catalogue.faults == ()
    found: dict[str, list[str]] = {}
    for step in catalogue.steps:
        found.setdefault(step.phase, []).append(step.id)
    assert {phase: sorted(ids) for phase, ids in found.items()} == {
        phase: sorted(ids.split()) for phase, ids in STEPS.items()
    }
    assert len(catalogue.steps) == 37 + 5 + 82 + 9


def test_the_phases_are_those_of_the_timeline_and_the_chapters_of_the_folder(catalogue):
    assert {
        track: [phase.id for phase in phases] for track, phases in catalogue.phases.items()
    } == {track: ids.split() for track, ids in PHASES.items()}


def test_the_steps_follow_the_phases_and_are_numbered_within_their_track(catalogue):
    for track, phases in catalogue.phases.items():
        ids = [phase.id for phase in phases]
        steps = [step for step in catalogue.steps if step.track is track]
        order = [ids.index(step.phase) for step in steps]
        assert order == sorted(order)
        assert [step.order for step in steps] == list(range(len(steps)))


def test_every_text_is_there_in_every_language_and_short_titles_are_short(catalogue):
    for step in catalogue.steps:
        notes = [note.text for note in step.notes]
        for text in (step.title, step.short, step.explain, step.office, *notes):
            assert set(text.texts) == set(TEMPLATE_LANGUAGES), step.id
        for language in TEMPLATE_LANGUAGES:
            assert len(step.short.in_language(language)) <= SHORT_TITLE, step.id
            for text in (step.explain, *notes):
                assert text.in_language(language).endswith((".", "!")), step.id


def test_two_steps_never_share_a_short_title(catalogue):
    for language in TEMPLATE_LANGUAGES:
        titles = [step.short.in_language(language) for step in catalogue.steps]
        assert sorted(titles) == sorted(set(titles))


def test_milestones_are_advice_unless_a_paragraph_says_otherwise(catalogue):
    for step in catalogue.steps:
        if step.track is Track.ONBOARDING:
            assert (step.grade is None) == (not step.basis), step.id
            if not step.basis:
                assert step.kind is DateKind.ADVICE, step.id
    assert {step.id for step in _milestones(catalogue) if step.is_statutory} == {
        "m_erstkontakt",
        "m_tag1_pflicht",
    }


def test_only_the_four_paragraphs_move_an_end_and_never_that_of_a_permission(catalogue):
    for step in catalogue.steps:
        rule = step.rule
        if rule.shift is Shift.NEXT_WORKING_DAY:
            assert any(paragraph in step.shift_basis for paragraph in WORKING_DAY), step.id
            assert not rule.offset.is_backwards, step.id
            assert step.kind is not DateKind.VALIDITY_ENDS, step.id


def test_an_end_counted_backwards_stays_and_names_the_paragraph_that_counts_so(catalogue):
    counted = {
        step.id: step.shift_basis
        for step in catalogue.steps
        if step.rule.shift is Shift.PREVIOUS_WORKING_DAY
    }
    assert set(counted) == {"masern_beschaeftigte", "masern_kind", "elternzeit"}
    for step, basis in counted.items():
        assert "§" in basis, step
        assert re.search("rückt.* nicht", basis), step
        assert catalogue.by_id[step].rule.offset.is_backwards, step


def test_only_recommended_dates_that_somebody_works_on_are_put_on_a_working_day(catalogue):
    put = [step for step in catalogue.steps if step.rule.shift is Shift.WORKING_DAY]
    assert len(put) == 35
    for step in put:
        assert step.kind is DateKind.ADVICE, step.id
        assert step.rule.offset != Offset(), step.id


def test_what_is_only_general_knowledge_does_not_sound_certain(catalogue):
    for step in catalogue.steps:
        if step.grade is Grade.A:
            said = step.explain.in_language("de").lower()
            assert any(hedge in said for hedge in HEDGES), step.id


def test_the_documents_are_sorted_by_id_and_each_is_asked_for(catalogue):
    table = tomllib.loads((RESOURCES / "templates" / "documents.toml").read_text("utf-8"))
    ids = [document["id"] for document in table["document"]]
    assert ids == sorted(ids)
    asked = {document.id for step in catalogue.steps for document in step.documents}
    assert asked == set(ids)


def test_the_usual_set_has_every_milestone_and_the_short_one_none_of_the_visit(catalogue):
    standard, short, training = catalogue.sets
    assert training.professions == ("trainee", "student")
    assert (standard.id, standard.leaves_out) == ("standard", ())
    left = set(short.leaves_out)
    assert short.id == "short"
    assert left >= set(STEPS["visit"].split())
    assert left < {step.id for step in _milestones(catalogue)}
    assert {step.id for step in _milestones(catalogue) if step.is_statutory}.isdisjoint(left)


def test_the_fast_track_has_one_condition_in_both_tracks(catalogue):
    one, other = catalogue.by_id["m_81a"], catalogue.by_id["zentralstelle_81a"]
    assert one.rule.condition == other.rule.condition
    assert one.office_type is other.office_type is OfficeType.CENTRAL_OFFICE_81A


def test_a_step_for_the_household_is_not_withheld_for_each_child(catalogue):
    scopes = {step.id: step.rule.scope for step in catalogue.steps}
    assert scopes["kindergeld"] is Scope.ONCE
    assert scopes["elternzeit"] is Scope.ONCE
    assert all(scopes[step.id] is Scope.ONCE for step in _milestones(catalogue))


def _milestones(catalogue: Catalogue) -> list[StepTemplate]:
    return [step for step in catalogue.steps if step.track is Track.ONBOARDING]


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(tmp_path):
    shutil.copytree(RESOURCES / "templates", tmp_path / "templates")
    first = load_catalogue(tmp_path)
    assert load_catalogue(tmp_path) is first
    changed = tmp_path / "templates" / "relocation" / "4_home.toml"
    changed.write_text(changed.read_text("utf-8").replace('offset = "P14D"', 'offset = "P15D"'))
    again = load_catalogue(tmp_path)
    assert again.by_id["anmeldung_wohnsitz"].rule.offset_text == "P15D"
    assert first.by_id["anmeldung_wohnsitz"].rule.offset_text == "P14D"
    changed.unlink()
    assert "anmeldung_wohnsitz" not in load_catalogue(tmp_path).by_id
