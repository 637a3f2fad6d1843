"""A school in the directory: what is known of it stands in its form and is edited from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.records.providers import Category
from app.records.schools import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType
from tests.makers import make_provider
from ui.tabs import place
from ui.widgets.school_profile import ProfileDialog

PROFILE = ProfileDraft(
    SchoolType.PRIMARY,
    1,
    4,
    catchment=("03452019",),
    all_day=AllDay.OPEN,
    all_day_places=1,
    holiday_care=False,
    german_class=True,
    languages=("nl",),
    as_of=date(2026, 11, 2),
)


@pytest.fixture
def page(window):
    return window.go_to(place("providers"))


@pytest.fixture
def school(page):
    found = make_provider(page.desk, organisation="Grundschule am Deich", category=Category.SCHOOL)
    page.refresh()
    page.reveal(found)
    return found


def said(page):
    section = page.form.school
    return [each.text() for each in section.findChildren(QLabel) if each.isVisibleTo(section)]


def dialog(page):
    return next(each for each in page.findChildren(ProfileDialog) if each.isVisible())


def test_a_profile_is_told_in_the_form_and_edited_in_the_dialog_of_the_case(page, school, qtbot):
    assert "Schulform, Klassen und Ganztag sind noch nicht eingetragen." in said(page)
    page.desk.schools.describe(school, PROFILE)
    page.refresh()
    told, further = said(page)[-2:]
    assert told.startswith("Grundschule · Klasse 1 bis 4 · Ganztag: offen (freiwillig) · ")
    assert told.endswith(" · 1\u00a0Ganztagsplatz frei, Stand 02.11.2026")
    assert further.startswith("nimmt Kinder aus Norden · Deutschförderung · ")
    assert further.endswith(" · keine Ferienbetreuung · unterrichtet Niederländisch")
    qtbot.mouseClick(page.form.school.act, Qt.MouseButton.LeftButton)
    form = dialog(page).form
    form.put("last_class", "6")
    form.save()
    assert page.desk.schools.profile(school) == replace(PROFILE, last_class=6)
    assert "Klasse 1 bis 6" in said(page)[-2]
    page.acts.undo()
    assert "Klasse 1 bis 4" in said(page)[-2]


def test_what_is_typed_in_the_form_stays_while_the_school_is_edited(page, school, qtbot):
    page.form.editor("phone").setText("04931 99")
    qtbot.mouseClick(page.form.school.act, Qt.MouseButton.LeftButton)
    form = dialog(page).form
    form.put("type", SchoolType.GYMNASIUM.value)
    form.save()
    assert said(page)[-1] == "Gymnasium"
    assert page.form.editor("phone").text() == "04931 99"
    page.form.save()
    draft = page.desk.providers.provider(school).draft
    assert (draft.phone, draft.school) == ("04931 99", ProfileDraft(SchoolType.GYMNASIUM))


def test_only_a_school_that_is_saved_can_be_described(page, school):
    section = page.form.school
    assert (section.isVisible(), section.act.isVisible()) == (True, True)
    kita = make_provider(page.desk, organisation="Kita Deich")
    page.refresh()
    page.reveal(kita)
    assert not section.isVisible()
    category = page.form.editor("category")
    category.choose(str(list(Category).index(Category.ALL_DAY_CARE)))
    assert (section.isVisible(), section.act.isVisible()) == (True, False)
    assert said(page)[-1].endswith("sobald der Eintrag gespeichert ist.")
    page.form.save()
    assert section.act.isVisible()
