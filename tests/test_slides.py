"""What the slides of the working group ask for, line by line, and the tests that prove it.

The lines stand here as far as they tell what is asked, people's names do not. Where the slides lie
beside the project, no line of theirs may be missing here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from tests.conftest import ROOT, SHARED

SLIDES = SHARED.parent / "domain" / "slides.txt"

ASKS: Mapping[str, tuple[str, ...]] = {
    "Themen gesammelt": (
        "tests/services/test_working_group.py::test_the_twelve_fields_come_at_once_and_once_only",
    ),
    "Formierung der Gruppe": (
        "tests/ui/network/test_rooms.py::test_a_meeting_on_a_holiday_is_told_and_who_was_there_is_kept",
    ),
    "Verschlagwortung": (
        "tests/services/test_working_group.py::test_a_keyword_is_one_whatever_its_capitals",
    ),
    "Recherche": ("tests/rules/test_network.py::test_a_topic_goes_the_way_of_the_group",),
    "Sammlung erster": ("tests/rules/test_network.py::test_a_topic_goes_the_way_of_the_group",),
    "Vorschläge": (
        "tests/services/test_network_sheets.py::test_both_sheets_are_accessible_and_say_what_is_theirs",
    ),
    "1. Fort-/und Weiterbildung": (
        "tests/services/test_training.py::test_an_offer_is_matched_by_profession_and_german_with_its_reasons",
        "tests/ui/training/test_rooms.py::test_an_offer_typed_in_is_proposed_to_the_family_and_noted",
    ),
    "2. Finanzielle Unterstützung bei der Ansiedlung": (
        "tests/services/test_funding.py::test_the_answer_sums_what_fits_apart_from_what_may_and_tells_what_it_left_out",
        "tests/services/test_funding.py::test_an_application_goes_its_way_and_binds_from_the_decision",
        "tests/rules/test_funding_sums.py::test_no_lawful_subset_is_worth_more",
        "tests/ui/funding/test_rooms.py::test_a_programme_opens_to_its_reasons_and_what_would_settle_it",
    ),
    "3. Unterbringungsmöglichkeiten für Auszubildende und Studierende": (
        "tests/services/test_housing.py::test_a_dormitory_keeps_a_waiting_list_for_those_who_learn",
        "tests/ui/housing/test_rooms.py::test_a_dormitory_entered_in_the_network_gets_a_waiting_list_in_the_case",
        "tests/services/test_housing.py::test_the_sheet_of_a_trainee_names_the_dormitories_applied_to_and_no_remark",
    ),
    "4. Intersektorale Kooperation": (
        "tests/services/test_network.py::test_the_picture_tells_who_links_across_and_who_is_linked_with_nobody",
    ),
    "5. Digitalisierung": (
        "tests/services/test_schools.py::test_new_forms_and_digital_services_are_found_filtered_and_printed",
        "tests/ui/providers/test_finding.py::test_new_forms_of_care_narrow_the_list_and_stand_as_a_chip",
        "tests/ui/network/test_rooms.py::test_the_picture_shows_links_by_sector_and_filters_what_can_be_had_online",
    ),
    "6. Kooperationen der verschiedenen Akteure fördern": (
        "tests/ui/network/test_rooms.py::test_the_first_actor_is_entered_from_the_empty_list",
    ),
    "7. Kinderbetreuung": (
        "tests/services/test_care.py::test_the_week_of_the_mockup_is_covered_to_the_minute",
        "tests/services/test_employer_places.py::test_what_the_own_employer_keeps_and_pays_is_said_on_the_card",
    ),
    "8. Unterstützung von Partnern": (
        "tests/services/test_careers.py::test_a_case_of_ones_own_is_tied_both_ways",
        "tests/services/test_careers.py::test_a_profile_is_kept_and_german_stands_among_the_answers",
        "tests/services/test_careers.py::test_the_classification_is_loaded_and_searched_by_words_and_code",
        "tests/services/test_careers.py::test_a_partner_who_is_already_a_case_is_told_with_the_way_out",
        "tests/services/test_introductions.py::test_openings_are_ranked_with_what_speaks_for_and_against",
        "tests/services/test_introductions.py::test_nobody_is_introduced_without_a_consent_that_names_the_employer",
        "tests/services/test_introductions.py::test_an_introduction_stands_on_the_timeline_of_both_cases",
        "tests/cli/test_openings.py::test_openings_as_json",
    ),
    "9. Wohnungs- und Immobilienservice": (
        "tests/services/test_housing.py::test_a_board_says_each_criterion_and_puts_what_fits_first",
        "tests/services/test_housing.py::test_viewings_at_one_time_or_on_a_day_of_rest_are_told",
        "tests/services/test_housing.py::test_a_failed_attempt_needs_a_reason_and_stays_when_the_offer_is_gone",
        "tests/services/test_home_lists.py::test_a_list_that_comes_again_changes_what_changed_and_ends_what_is_gone",
        "tests/ui/housing/test_rooms.py::test_the_room_fills_when_it_is_the_first_and_follows_wish_and_case",
        "tests/cli/test_housing.py::test_homes_as_json",
    ),
    "10.„Andocken“": (
        "tests/services/test_schools.py::test_a_school_of_the_district_with_all_day_places_suits_the_first_class",
        "tests/services/test_schools.py::test_the_cover_answer_says_what_stays_open_with_lessons_and_with_all_day",
        "tests/services/test_schools.py::test_the_way_to_school_is_by_the_table_else_estimated_and_never_over_water",
        "tests/services/test_school_lists.py::test_a_list_brings_profiles_and_one_undo_takes_them_back",
        "tests/ui/schools/test_case_room.py::test_a_school_is_noted_refused_with_a_reason_and_taken_back",
        "tests/services/test_care.py::test_age_and_distance_are_hard_rules_with_reasons",
    ),
    "11.Umzugsservice": (
        "tests/services/test_moving.py::test_quotes_stand_side_by_side_and_the_cheapest_complete_one_is_marked",
        "tests/services/test_moving.py::test_choosing_one_declines_the_others_and_makes_its_cost",
        "tests/services/test_folder_findings.py::test_movers_are_for_who_has_yet_to_move",
    ),
    "12.Ansprechpartner*innen schaffen": (
        "tests/services/test_team.py::test_while_the_advisor_is_away_somebody_stands_in",
        "tests/services/test_team.py::test_a_new_case_goes_to_who_speaks_the_language_and_has_least_to_do",
        "tests/services/test_team.py::test_an_advisor_with_open_cases_does_not_leave",
        "tests/services/test_team.py::test_the_workload_counts_what_runs",
        "tests/services/test_handover.py::test_cases_stand_in_the_order_of_what_is_due_and_nothing_private_is_told",
    ),
    "Bereits bestehende Strukturen": (
        "tests/services/test_team.py::test_a_folder_prints_the_service_point_of_its_case",
    ),
    "Einrichtung einer entsprechenden Stelle": (
        "tests/services/test_team.py::test_a_folder_prints_the_service_point_of_its_case",
    ),
    "Proaktive Betreuung": (
        "tests/services/test_contacts.py::test_a_case_is_silent_after_the_weeks_of_its_stage",
        "tests/services/test_contacts.py::test_each_silent_case_has_its_next_act",
        "tests/services/test_contacts.py::test_promises_stand_open_ones_first_and_are_settled_with_a_reason",
        "tests/services/test_contacts.py::test_figures_tell_first_contacts_from_further_ones",
        "tests/ui/contacts/test_rooms.py::test_a_contact_is_typed_as_one_line_and_saved_with_enter",
        "tests/ui/contacts/test_rooms.py::test_the_day_lists_what_is_to_be_chased_and_ticks_it",
    ),
    "Patenschaft mit dem zukünftigen Arbeitgeber": (
        "tests/services/test_mentors.py::test_mentors_of_the_employer_are_proposed_with_all_reasons",
        "tests/services/test_mentors.py::test_a_full_mentor_is_refused_with_whom_else_to_ask",
        "tests/cli/test_mentors.py::test_proposals_are_told_with_reasons_and_load",
    ),
    "Aufbau Kontakt, Messengergruppen, Stations-/Abteilungsfeiern": (
        "tests/services/test_mentors.py::test_how_both_keep_in_touch_needs_the_consent_for_it",
        "tests/services/test_occasions.py::test_many_are_invited_in_one_act_and_nobody_twice",
        "tests/folder/test_mentor_sheets.py::test_the_invitation_says_what_when_where_how_to_answer_and_has_a_slip",
    ),
    "Information über Aktionen vom Unternehmen": (
        "tests/services/test_employers.py::test_a_profile_holds_what_is_known_of_an_employer",
    ),
    "Bikeleasing, Förderung der Gesundheit": (
        "tests/services/test_employers.py::test_the_folder_holds_what_is_given_on_the_first_working_day",
    ),
    "Vernünftigen Einarbeitungsplan": (
        "tests/services/test_induction.py::test_newcomer_and_ward_are_both_shown_and_may_differ",
        "tests/services/test_employers.py::test_an_employers_own_set_is_the_one_its_cases_are_proposed",
        "tests/services/test_employers.py::test_what_slips_is_counted_by_cases_of_the_employer",
    ),
    "Genügend Zeit am ersten Tag/Woche": (
        "tests/folder/test_first_week.py::test_the_ward_reads_what_is_to_be_done_day_by_day",
    ),
    "Vor dem ersten Arbeitstag bereits Zugänge": (
        "tests/services/test_induction.py::test_a_first_week_holds_its_days_its_tasks_and_whom_one_meets",
    ),
    "Hilfe beim Umzug": (
        "tests/services/test_moving.py::test_who_may_pay_is_told_with_day_paragraph_and_stand_and_never_guessed",
        "tests/services/test_moving.py::test_the_sums_say_what_is_open_and_what_the_family_bears",
        "tests/rules/test_refunds.py::test_until_when_one_asks",
        "tests/folder/test_move_sheet.py::test_missing_receipts_come_first_each_cost_has_a_box_and_says_who_pays",
    ),
    "finanzielle Unterstützung": (
        "tests/services/test_moving.py::test_who_may_pay_is_told_with_day_paragraph_and_stand_and_never_guessed",
        "tests/services/test_funding.py::test_the_sheet_for_the_family_is_printed_in_its_language",
    ),
    "Kontakt zu Immobilienverwalter aufbauen": (
        "tests/services/test_housing.py::test_who_else_may_have_homes_is_listed_for_the_wanted_places",
        "tests/folder/test_nearby.py::test_who_has_found_a_home_and_moved_needs_neither_landlords_nor_movers",
    ),
    "(Emotionale) Bindung an die Region": (
        "tests/services/test_staying.py::test_the_three_talks_stand_on_the_days_of_their_steps",
        "tests/services/test_staying.py::test_the_signs_of_a_case_come_from_all_that_is_known",
        "tests/ui/staying/test_rooms.py::test_a_whole_talk_is_written_down_with_the_keyboard",
        "tests/services/test_staying.py::test_who_left_why_and_who_could_come_back",
        "tests/folder/test_talk_sheet.py::test_the_sheet_holds_in_german_and_arabic",
    ),
    "Kurzurlaube im Rahmen der ersten Präsenztermine": (
        "tests/services/test_visits.py::test_a_plan_keeps_opening_hours_ways_and_what_was_agreed",
        "tests/rules/test_visit_search.py::test_the_search_agrees_with_a_loop_that_tries_everything",
        "tests/folder/test_visit_sheet.py::test_the_sheet_is_valid_in_both_directions_and_read_in_its_order",
        "tests/services/test_visits.py::test_the_calendar_has_an_entry_for_each_stop_and_a_later_file_replaces_it",
        "tests/cli/test_visit.py::test_a_sheet_or_a_calendar_is_written_by_the_ending",
    ),
    "Einbindung positiv besetzter touristischer Elemente": (
        "tests/services/test_visits.py::test_an_island_needs_a_ferry_there_and_one_back_on_the_day",
    ),
    "Imagevideos": (
        "tests/folder/test_visit_sheet.py::test_films_stand_in_the_chapter_on_arriving_with_their_codes",
    ),
    "Fachkräfteinitiative": (
        "tests/services/test_staying.py::test_somebody_who_comes_back_is_told_apart",
        "tests/services/test_occasions.py::test_many_are_invited_in_one_act_and_nobody_twice",
    ),
    "Ausbildungsbotschafter": (
        "tests/services/test_staying.py::test_an_ambassador_rests_on_a_consent_that_lets_others_know",
    ),
    "Heimathelden": (
        "tests/services/test_staying.py::test_an_ambassador_rests_on_a_consent_that_lets_others_know",
        "tests/services/test_occasions.py::test_the_folder_holds_what_the_family_is_invited_to_and_comes_to",
    ),
    "Integration mit akademischen Bildungseinrichtungen": (
        "tests/services/test_training.py::test_trainees_and_students_have_a_track_of_their_own",
        "tests/services/test_training.py::test_the_list_and_the_folder_tell_what_fits_and_what_is_noted",
    ),
    "Finanzielle Förderung zur Niederlassung": (
        "tests/services/test_funding.py::test_what_municipalities_give_is_unclear_where_nothing_is_known",
        "tests/services/test_funding.py::test_two_that_exclude_each_other_are_told_where_the_second_is_chosen",
        "tests/cli/test_funding.py::test_funding_as_json_and_in_words",
    ),
    "Organisatorische Unterstützung bei der Niederlassung und Praxissuche": (
        "tests/services/test_own_practice.py::test_the_way_works_back_from_the_opening_day_to_the_session_that_is_reached",
        "tests/services/test_own_practice.py::test_a_practice_is_matched_by_criteria_each_with_its_reason",
        "tests/services/test_own_practice.py::test_a_municipality_is_in_one_area_of_a_group_and_told_where_it_is_in_none",
        "tests/ui/practice/test_rooms.py::test_a_practice_typed_in_is_proposed_with_reasons_and_noted",
        "tests/content/test_law_recognition.py::test_the_chapter_on_practices_is_for_doctors_with_one",
    ),
    "Finanzielle Unterstützung bis zu 60.000€": (
        "tests/services/test_funding.py::test_sixty_thousand_of_the_association_are_named_but_never_promised",
    ),
    "Kinder- und ggfs. Altenbetreuung": (
        "tests/services/test_elders.py::test_services_fit_by_what_their_words_give_with_every_reason",
        "tests/services/test_elders.py::test_withdrawing_takes_the_degree_away_from_the_journal_too",
        "tests/ui/elders/test_room.py::test_wishes_typed_bring_services_with_reasons_and_a_decision",
        "tests/services/test_care_sheets.py::test_an_elder_has_a_sheet_as_a_child_has",
    ),
    "Schwächen wurden im Bereich Betreuungszeiten": (
        "tests/services/test_care_gap.py::test_numbers_stand_by_place_age_and_hour",
    ),
    "Beschäftigte im Gesundheitswesen arbeiten häufig im Schichtdienst": (
        "tests/rules/test_care_cases.py::test_a_night_is_one_gap_of_the_night_over_midnight",
    ),
    "Aktuell wenig Angebote": (
        "tests/cli/test_care.py::test_the_kitas_of_a_whole_country_cover_what_they_cover",
    ),
    "Bedarf wäre z.B. 0730-1715h": (
        "tests/cli/test_care.py::test_the_kitas_of_a_whole_country_cover_what_they_cover",
    ),
    "Gerade, wenn medizinische Betreuung": (
        "tests/services/test_care_gap.py::test_what_if_somebody_opened_earlier",
        "tests/services/test_care_gap.py::test_an_offer_has_a_price_and_bearers_by_hand",
    ),
    "In der Pflicht sind nicht nur die Träger": (
        "tests/services/test_care_gap.py::test_places_paid_by_an_employer_are_for_its_staff",
        "tests/services/test_employer_places.py::test_what_the_own_employer_keeps_and_pays_is_said_on_the_card",
        "tests/services/test_care_gap.py::test_the_cost_of_few_households_gives_nothing_away",
    ),
    "Regionale Gesundheitszentren": (
        "tests/services/test_schools.py::test_new_forms_and_digital_services_are_found_filtered_and_printed",
        "tests/services/test_network.py::test_a_family_reads_beside_a_place_who_works_with_it",
    ),
    "Intersektoralität": (
        "tests/services/test_network.py::test_the_picture_tells_who_links_across_and_who_is_linked_with_nobody",
    ),
    "Interdisziplinarität und": (
        "tests/services/test_network.py::test_a_family_reads_beside_a_place_who_works_with_it",
    ),
    "Interprofessionalität": (
        "tests/services/test_network.py::test_a_family_reads_beside_a_place_who_works_with_it",
    ),
    "Verbindung ambulante": (
        "tests/services/test_network.py::test_the_picture_tells_who_links_across_and_who_is_linked_with_nobody",
    ),
    "Notfalltriagepraxis": (
        "tests/services/test_schools.py::test_new_forms_and_digital_services_are_found_filtered_and_printed",
        "tests/services/test_network.py::test_a_family_reads_beside_a_place_who_works_with_it",
    ),
    "„Gemeindeschwestern“": (
        "tests/services/test_schools.py::test_new_forms_and_digital_services_are_found_filtered_and_printed",
        "tests/services/test_network.py::test_a_family_reads_beside_a_place_who_works_with_it",
    ),
    "Digitalisierung als Unterstützungsleistung": (
        "tests/services/test_schools.py::test_new_forms_and_digital_services_are_found_filtered_and_printed",
        "tests/ui/network/test_rooms.py::test_the_picture_shows_links_by_sector_and_filters_what_can_be_had_online",
    ),
}
"""How each line begins that asks for something; the tests as file::function."""

TOLD = (
    "AG Fachkräftegewinnung",
    "Formierung anlässlich",
    "Rekrutierung aus Teilnehmenden",
    "Vertreter*innen der Kommune",
    "Kassenärztliche Vereinigung",
    "Ems-Achse",
    "Hilfs- und Sozialorganisationen",
    "MVZ des Landkreises",
    "Das „Arbeitsfeld“",
    "3",
    "Arbeitsablauf",
    "Prozess",
    "Arbeitsinhalte/Themenfelder",
    "Wie können Fachkräfte",
    "Schlagwort „Willkommenskultur“",
    "Ergebnisse",
    "Willkommenskultur ",
    "Fachkräfteservicestelle",
    "Welcome-Center",
    "Konzeptionierung offen",
    "Projekt Klinikum",
    "K. ",
    "Ansätze der Ems-Achse",
    "https://",
    "Familie und Beruf",
    "Neue Formen der Versorgung",
)
"""How the lines begin that tell who met, and head the others."""


def lines(text: str) -> Iterator[str]:
    """The items of the slides: words that begin no item known here go on with the one before."""
    item = ""
    for line in text.splitlines():
        words = line.strip().removeprefix("•").strip()
        begins = "•" in line or any(words.startswith(each) for each in (*ASKS, *TOLD))
        if item and words and not begins:
            item = f"{item} {words}"
            continue
        if item:
            yield item
        item = words
    if item:
        yield item


@cache
def functions(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("line", ASKS)
def test_what_a_line_asks_for_is_proven_by_tests_that_are_there(line):
    for proof in ASKS[line]:
        file, _, name = proof.partition("::")
        assert name.startswith("test_")
        assert name in functions(file), proof


def test_no_line_of_the_slides_is_forgotten():
    if not SLIDES.exists():
        pytest.skip("needs ../shared/domain/slides.txt")
    found = list(lines(SLIDES.read_text(encoding="utf-8")))
    known = (*ASKS, *TOLD)
    assert [item for item in found if not any(item.startswith(each) for each in known)] == []
    assert [each for each in ASKS if not any(item.startswith(each) for item in found)] == []
