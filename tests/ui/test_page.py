"""When a page looks again, what the crash handler tells, what the settings keep."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app import logs
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from ui.crash import TITLE, watch
from ui.jobs import Workshop
from ui.page import Page, Workplace
from ui.settings import Settings


class Plans(Page):
    """Counts how often it fetched, and for whom."""

    topics = frozenset({Topic.PLAN})

    def __init__(self, workplace):
        super().__init__(workplace)
        self.fetched = []
        self.refusals = []
        self.opened = 0

    def refresh(self):
        self.fetched.append(self.case_id)

    def desk_opened(self):
        self.opened += 1

    def refusal(self, refused):
        self.refusals.append(refused.reason)


@pytest.fixture
def page(qtbot, dressed, desk, settings, recorder):
    from tests.ui.conftest import RecordedAsking
    from ui.acts import Acts

    acts = Acts()
    workshop = Workshop()
    place = Workplace(acts, desk.lists, workshop, RecordedAsking(recorder), settings)
    made = Plans(place)
    qtbot.addWidget(made)
    yield made
    workshop.close()


def test_a_hidden_page_waits_until_it_is_shown(page):
    page.shows(7)
    assert page.fetched == []
    page.show()
    assert page.fetched == [7]
    page.hide()
    page.show()
    assert page.fetched == [7]


def test_a_visible_page_looks_again_when_its_topic_changed_and_only_then(page):
    page.show()
    page.acts.take(Done(Act.PROVIDER_ADDED, frozenset({Topic.PROVIDERS})))
    assert page.fetched == [None]
    page.acts.take(Done(Act.STEP_TICKED, frozenset({Topic.PLAN, Topic.CANDIDATES})))
    assert page.fetched == [None, None]


def test_a_hidden_page_goes_stale_and_looks_again_once(page):
    page.show()
    page.hide()
    for _ in range(3):
        page.acts.take(Done(Act.STEP_TICKED, frozenset({Topic.PLAN})))
    assert page.fetched == [None]
    page.show()
    assert page.fetched == [None, None]


def test_the_same_case_again_fetches_nothing(page):
    page.show()
    page.shows(3)
    page.shows(3)
    assert page.fetched == [None, 3]


def test_a_page_learns_that_the_desk_is_open(page, desk):
    page.show()
    page.acts.open(desk)
    assert page.opened == 1
    assert page.fetched == [None, None]


def test_a_refusal_reaches_the_page_that_gave_the_command(page, desk):
    page.acts.open(desk)

    def refuse(_desk):
        raise Refused(Reason.BLANK, "family")

    page.acts.do(refuse, page)
    page.acts.do(refuse, object())
    assert page.refusals == [Reason.BLANK]


def test_a_crash_is_told_calmly_and_logged_without_a_persons_words(
    qtbot, window, recorder, tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch(window)
    book = logs.start(tmp_path)
    try:
        raise ValueError("Amira Ben Amor")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    logs.stop(book)
    qtbot.waitUntil(lambda: recorder.asked == [TITLE])
    written = (tmp_path / logs.FILE).read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "tests.ui.test_page:" in written
    assert "Amira" not in written


def test_what_the_machine_could_not_do_keeps_its_own_sentence(qtbot, window, recorder, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch(window)
    refusal = Refused(Reason.READ_ONLY)
    sys.excepthook(Refused, refusal, None)
    qtbot.waitUntil(lambda: len(recorder.asked) == 1)
    assert recorder.asked[0].startswith("Die Datei ist nur zum Lesen geöffnet.")


def test_settings_outlive_the_program_and_bear_nonsense(tmp_path, qapp):
    place = str(tmp_path / "s.ini")
    first = Settings(QSettings(place, QSettings.Format.IniFormat))
    first.last_file = tmp_path / "amt.hafen"
    first.percent = 150
    first.scheme = "dark"
    first.keep_state("split", QByteArray(b"abc"))
    first._store.sync()

    again = Settings(QSettings(place, QSettings.Format.IniFormat))
    assert again.last_file == tmp_path / "amt.hafen"
    assert (again.percent, again.scheme) == (150, "dark")
    assert again.state("split") == QByteArray(b"abc")
    assert again.state("other") == QByteArray()

    again._store.setValue("look/scheme", "rosa")
    again._store.setValue("look/percent", "7")
    assert (again.scheme, again.percent) == ("system", 100)
