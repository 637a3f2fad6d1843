"""The care page in the tab of providers: for whom, or all; when it is shown by itself."""

from __future__ import annotations

import pytest

from app.records.cases import PersonDraft
from app.rules.terms import MemberRole
from tests.makers import make_case
from ui.care import duties
from ui.page import ROUND
from ui.providers.caring import ALL, ANYBODY
from ui.tabs import place


def offered(page):
    return [text for _, text in page.caring.who._choices]


def sentence(page):
    return "".join(run.text for run in page.orientation())


def test_a_family_with_a_child_sees_the_page_first(page, screen, family):
    assert page.caring.is_shown
    assert offered(page) == ["Yasmin, Kita", "Alle"]
    assert page.caring.who.key() == family.yasmin
    assert sentence(page).startswith("Anbieter: 3 Kitas und 1 Tagespflege für Yasmin (4).")
    assert page.search_field() is screen.list.search


def test_all_leads_to_the_directory_and_back(page, screen, family):
    page.caring.who.chosen.emit(ALL)
    assert not page.caring.is_shown
    assert page.list.model.rowCount() == 5
    assert "im Verzeichnis" in sentence(page)
    assert page.search_field() is page.list.search
    page.caring.who.chosen.emit(family.yasmin)
    assert page.caring.is_shown


def test_what_was_chosen_holds_while_the_family_is_open(window, page, screen, family):
    page.caring.choose(ALL)
    window.go_to(place("candidates"))
    window.go_to(place("providers"))
    page.refresh()
    assert not page.caring.is_shown
    window.show_case(None)
    window.show_case(family.case)
    assert page.caring.is_shown


def test_nobody_in_the_header_means_the_directory(window, page, screen):
    window.show_case(None)
    assert not page.caring.is_shown
    assert page.caring.actions() == []


def test_a_person_without_children_sees_the_directory(window, page, settled):
    window.show_case(make_case(window.acts.desk))
    assert not page.caring.is_shown
    assert offered(page) == ["Betreuung", "Alle"]
    page.caring.who.chosen.emit(ANYBODY)
    settled(page.caring.screen)
    assert page.caring.screen.empty.accessibleName().startswith("Niemand braucht Betreuung")


def test_a_child_that_comes_later_stands_beside_all(window, page, settled):
    desk = window.acts.desk
    case = make_case(desk)
    window.show_case(case)
    window.acts.do(
        lambda desk: desk.household.add(case, PersonDraft(MemberRole.CHILD, given="Elias"))
    )
    assert offered(page) == ["Elias", "Alle"]
    assert not page.caring.is_shown


def test_a_provider_from_the_search_is_shown_in_the_directory(page, screen, family):
    page.reveal(family.kita)
    assert not page.caring.is_shown
    assert page.form.isVisible()


def test_the_round_takes_the_place_and_leads_back_to_the_directory(window, page, screen, family):
    page.ask(ROUND)
    assert not page.caring.is_shown
    window.show_case(None)
    window.show_case(family.case)
    assert page._screen is page._round  # what was begun is not pushed away
    page.leave_round()
    assert page._whole.currentIndex() == 0


def test_the_editor_of_duties_is_opened_for_the_family(page, screen, family, monkeypatch):
    opened = []
    monkeypatch.setattr(duties, "EDITOR", lambda *given: opened.append(given[1]))
    who, button = page.strip_actions()
    assert who is page.caring.who
    button.click()
    assert opened == [family.case]


def test_leaving_the_file_asks_for_what_is_typed(page, screen, qtbot):
    assert page.unsaved() == ""
    asked = screen.pane.decisions.rows[0]
    asked.states.chosen.emit(next(s for s in asked.states._keys if s.value == "declined"))
    qtbot.keyClicks(asked.reason.editor, "zu weit")
    assert page.unsaved() == "Ein Stand der Betreuung ist"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_fits_a_small_screen(window, page, screen, looks, percent):
    looks(percent=percent)
    window.resize(1366, 768)
    assert window.width() == 1366
    assert screen.width() <= 1366
