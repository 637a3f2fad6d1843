"""The shell: opening files, tabs, messages, undo, the only-reading strip, names, sizes."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget

from app.__main__ import doors
from app.errors import Trouble, Unavailable
from app.progress import Step
from app.records.cases import CaseDraft, CaseQuery, PersonDraft
from app.rules.terms import MemberRole
from tests.conftest import ROOT, TODAY
from tests.ui.conftest import RESOURCES, RecordedAsking
from ui import start
from ui.jobs import Job
from ui.page import Page
from ui.tabs import FIRST, TABS, place


def register(desk, family="Ben Amor", given="Amira"):
    draft = PersonDraft(role=MemberRole.PROFESSIONAL, given=given, family=family)
    return desk.candidates.register(CaseDraft(occupation="Pflegefachfrau"), draft)


def family(window, name="Ben Amor"):
    window.acts.do(partial(register, family=name))
    return window.workplace.lists.case_ids(CaseQuery())[0]


def test_without_a_file_the_window_offers_three_ways_to_begin(shell):
    assert shell.first.isVisible()
    assert not shell.header.tabs.isEnabled()
    words = [button.text().replace("&", "") for button in shell.first.findChildren(QAbstractButton)]
    assert {"Beispiel-Landkreis ansehen", "Neue Datei anlegen …", "Vorhandene Datei öffnen …"} <= (
        set(words)
    )


def test_a_new_file_is_made_and_opened(qtbot, shell, recorder, tmp_path):
    recorder.path = tmp_path / "neu.hafen"
    with qtbot.waitSignal(shell.files.opened, timeout=10_000):
        shell.first.new_wanted.emit()
    assert recorder.path.exists()
    assert shell.settings.last_file == recorder.path
    assert not shell.first.isVisible()


def test_a_file_that_is_not_ours_is_told_with_what_to_do_and_left_alone(shell, tmp_path):
    other = tmp_path / "brief.hafen"
    other.write_bytes(b"SQLite format 3\0" + b"x" * 2000)
    before = other.read_bytes()
    shell.files.open(other)
    assert "brief.hafen" in shell.first.trouble()
    assert other.read_bytes() == before
    assert shell.workplace is None


def test_the_tabs_are_those_of_the_office_and_open_by_key(qtbot, window):
    assert [tab.title for tab in TABS] == [
        "Heute",
        "Kandidat*innen",
        "Onboarding",
        "Umzug",
        "Anbieter",
        "Begleitung",
        "Mappe",
        "Netzwerk",
        "Vorlagen",
    ]
    window.activateWindow()
    for at in range(len(TABS)):
        page = window.go_to(at)
        assert isinstance(page, Page)
        assert window.header.tabs.currentIndex() == at
        assert window.windowTitle() == f"{TABS[at].title} – Heimathafen"


def test_a_page_is_built_when_it_is_first_shown(window):
    first, other = place(FIRST), place("providers")
    assert list(window._pages) == [first]
    window.go_to(other)
    assert list(window._pages) == [first, other]


def test_a_tab_of_a_case_asks_for_one_until_there_is_one(window):
    window.go_to(place("relocation"))
    assert window.choose.isVisible()
    assert not window.person.isVisible()
    window.show_case(family(window))
    window.go_to(place("relocation"))
    assert not window.choose.isVisible()
    assert window.person.isVisible()
    assert window.person.accessibleName().startswith("Ben Amor, Amira")
    assert "Phase: 1 von 8: Interesse" in window.person.accessibleName()


def test_every_act_answers_in_the_message_bar_and_is_taken_back_there(qtbot, window):
    family(window)
    bar = window.message_bar
    assert bar.sentence() == "Fall Ben Amor, Amira angelegt."
    assert bar._undo.isVisible()
    bar._undo.click()
    assert bar.sentence() == "Rückgängig gemacht: Fall Ben Amor, Amira angelegt."
    assert not bar._undo.isVisible()
    assert len(window.workplace.lists.case_ids(CaseQuery())) == 0
    bar._redo.click()
    assert len(window.workplace.lists.case_ids(CaseQuery())) == 1


def test_a_refusal_is_said_in_the_message_bar(window):
    window.acts.do(lambda desk: desk.candidates.resume(99))
    assert window.message_bar.sentence() == (
        "Diesen Fall gibt es nicht mehr. Bitte die Liste neu ansehen."
    )


def test_trouble_in_an_open_file_is_a_dialog_that_says_what_to_do(window, recorder):
    window.acts.unavailable.emit(Unavailable(Trouble.DISK_FULL))
    assert recorder.asked == ["Der Datenträger ist voll."]


def test_long_work_shows_itself_after_half_a_second_and_can_be_cancelled(qtbot, window):
    assert window.page(
        place("candidates")
    ).pane  # else the window prepares it meanwhile, and both want the interpreter
    go_on = True

    def work():
        at = 0
        while go_on:
            at += 1
            yield Step(at % 10, 10)

    job = Job(work(), "Liste wird eingelesen")
    bar = window.message_bar
    window.workshop.start(job)
    assert not bar._progress.isVisible()
    qtbot.waitUntil(bar._progress.isVisible, timeout=3000)
    assert bar._what.text() == "Liste wird eingelesen"
    with qtbot.waitSignal(window.workshop.emptied):
        bar._cancel.click()
    assert not bar._progress.isVisible()


def test_quick_work_never_shows_itself(qtbot, window):
    def work():
        yield Step(0, 1)

    with qtbot.waitSignal(window.workshop.emptied):
        window.workshop.start(Job(work(), "kurz"))
    qtbot.wait(600)
    assert not window.message_bar._progress.isVisible()


def test_typing_goes_on_while_a_job_runs(qtbot, window):
    def work():
        while True:
            yield Step(0, 1)

    job = Job(work(), "lang")
    window.workshop.start(job)
    field = window.header.search
    qtbot.keyClicks(field, "amira")
    assert field.text() == "amira"
    with qtbot.waitSignal(window.workshop.emptied):
        job.cancel()


def test_a_file_open_elsewhere_is_read_and_offered_when_it_is_free(
    qtbot, shell, path, settings, recorder
):
    ways = doors(RESOURCES)
    other = ways.open_file(path)
    shell.files.open(path)
    assert shell.notice.sentence().startswith("Diese Datei bearbeitet gerade ")
    assert shell.notice.sentence().endswith("Sie sehen sie nur lesend.")
    assert not shell.notice.offers
    other.close()
    shell.files._look()
    assert shell.notice.offers
    shell.page(place("candidates")).new_case.put("family", "Haddad")
    recorder.agrees = False
    shell.notice.accepted.emit()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    assert not shell.files.file.writable
    recorder.agrees = True
    shell.notice.accepted.emit()
    assert shell.files.file.writable
    assert not shell.notice.isVisible()


def test_leaving_a_file_gives_it_free(window, path):
    window.files.leave()
    again = doors(RESOURCES).open_file(path)
    assert again.writable
    again.close()
    assert window.first.isVisible()


def test_a_file_that_cannot_be_opened_leaves_the_open_one_where_it_is(
    window, path, recorder, tmp_path
):
    family(window)
    other = tmp_path / "brief.hafen"
    other.write_text("Hallo", encoding="utf-8")
    window.files.open(other)
    assert recorder.asked == ["„brief.hafen“ ist keine Heimathafen-Datei."]
    assert window.files.file.path == path
    assert window.acts.can_undo
    other.write_bytes(path.read_bytes()[:40_000])
    window.files.open(other)  # a damaged one is left alone with the button that restores it
    assert window.files.file is None
    assert window.first.isVisible()


def test_what_happened_in_a_file_is_not_told_in_the_next(window, tmp_path):
    family(window)
    assert "Ben Amor" in window.message_bar.sentence()
    window.files.leave()
    assert window.message_bar.sentence() == ""
    assert not window.message_bar._undo.isVisible()
    assert not window.message_bar._key.isVisible()


def test_the_global_search_finds_people_commands_and_goes_there(qtbot, window):
    case = family(window)
    field = window.header.search
    field.enter()
    qtbot.keyClicks(field, "amor")
    [hit] = window.finder.hits()
    assert hit.lines.words().startswith("Ben Amor, Amira")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.case_id == case
    assert field.text() == ""
    qtbot.keyClicks(field, "umzu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.header.tabs.currentIndex() == place("relocation")
    qtbot.keyClicks(field, "besuch")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.header.tabs.currentIndex() == place("support")
    assert window.page(place("support")).room_key == "visit"


def unnamed(root: QWidget):
    """What takes the focus and says nothing to a screen reader."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QMessageBox):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name):
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_every_control_of_the_shell_has_a_name(window):
    window.show_case(family(window))
    window.go_to(place("onboarding"))
    shell = (window.header, window.person, window.message_bar, window.first, window.choose)
    assert [found for part in shell for found in unnamed(part)] == []


def clipped(root: QWidget):
    """Labels and buttons whose words need more room than they have."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        words = widget.text().replace("&", "")
        if not words:
            continue
        metrics = QFontMetrics(widget.font())
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if not wraps and metrics.horizontalAdvance(words) > widget.width():
            yield f"{words!r} is wider than {widget.width()}"
        if metrics.height() > widget.height() + 1:
            yield f"{words!r} is higher than {widget.height()}"
        if wraps and widget.heightForWidth(widget.width()) > widget.height():
            yield f"{words!r} has lines below {widget.height()}"


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_no_words_of_the_shell_are_clipped(qtbot, looks, settings, recorder, path, percent):
    looks(percent=percent)
    ways = doors(RESOURCES)
    ways.warm()
    window = start.compose(ways, settings, RecordedAsking(recorder), lambda: TODAY)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    assert list(clipped(window)) == []
    window.files.open(path)
    with qtbot.waitSignal(window.acts.opened, timeout=10_000):
        window.files.warm_up()
    window.show_case(family(window))
    window.go_to(place("onboarding"))
    QApplication.processEvents()
    parts = (window.header, window.person, window.message_bar)
    assert [found for part in parts for found in clipped(part)] == []
    assert window.width() == 1366
    window.close()


@pytest.mark.qt_log_ignore("raise", extend=True)
def test_a_line_that_is_too_long_is_told_whole_in_a_tool_tip(qtbot, window):
    window.message_bar.say("Ein sehr langer Satz. " * 40)
    line = window.message_bar._sentence
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), line.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(line, event)
    assert line.toolTip() == line.text()


def test_the_message_bar_says_when_and_by_whom(qtbot, dressed, settings, recorder, path):
    from dataclasses import replace

    ways = replace(doors(RESOURCES), who="Tomke Harms")
    ways.warm()
    window = start.compose(ways, settings, RecordedAsking(recorder))
    qtbot.addWidget(window)
    window.files.open(path)
    with qtbot.waitSignal(window.acts.opened, timeout=10_000):
        window.files.warm_up()
    family(window)
    saved = window.message_bar._saved.text()
    assert saved.startswith("Gespeichert heute, ")
    assert saved.endswith(", Tomke Harms")
    window.close()


FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from app.__main__ import doors
from ui import start
from ui.settings import Settings
from ui.window import Window

resources, file = Path(sys.argv[1]), Path(sys.argv[2])
app = start.application()
heavy = ("sqlalchemy", "alembic", "reportlab", "PIL", "asyncio", "uharfbuzz")
shown = Window.show

def show(window):
    window.painted.connect(lambda: print(sorted(name for name in heavy if name in sys.modules)))
    window.acts.opened.connect(lambda: print("open", "sqlalchemy" in sys.modules))
    window.acts.opened.connect(lambda: QTimer.singleShot(0, window.close))
    shown(window)

Window.show = show
settings = Settings(QSettings(str(file) + ".ini", QSettings.Format.IniFormat))
sys.exit(start.run(doors(resources), resources, file, settings=settings))
"""


def test_nothing_heavy_is_imported_at_the_first_paint(path):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(RESOURCES), str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == ["[]", "open True"], done.stderr
    assert done.returncode == 0


def test_the_selftest_opens_every_tab_and_reports_a_broken_file(dressed, path, tmp_path):
    assert start.selftest(doors(RESOURCES), RESOURCES, path) == []
    broken = tmp_path / "kaputt.hafen"
    broken.write_bytes(b"x" * 5000)
    [problem] = start.selftest(doors(RESOURCES), RESOURCES, broken)
    assert "NOT_OURS" in problem
