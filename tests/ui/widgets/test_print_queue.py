"""A family's folder printed to a real queue of CUPS; and a printer that vanishes meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pypdfium2
import pytest

from app.folder.booklet import booklet
from app.progress import finish
from app.records.folders import Way
from tests.cups import AskedOf, PrintServer, lacking, print_server
from tests.every_language import example
from tests.ui.folder.conftest import settle
from tests.ui.widgets.test_printing import A4, apart, is_same, pictures
from ui.widgets.printing import NotPrintedError, PrintTrouble, a4_printer, printed

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(lacking()),
    reason=f"no print server on this machine: {lacking()} not found",
)
FAMILY = 2
"""The family whose folder is Arabic."""


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with print_server() as running, AskedOf(running):
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> bytes:
    desk = example(tmp_path_factory.mktemp("kreis"))
    data = desk.folders.preview(FAMILY, "ar")
    desk.close()
    return data


@pytest.fixture
def queue(server, request) -> str:
    """A queue of the test's own."""
    name = f"Buero{abs(hash(request.node.name)) % 10**8}"
    server.add(name)
    return name


def printer_of(queue: str, *, booklet: bool = False):
    printer = a4_printer(booklet=booklet)
    printer.setPrinterName(queue)
    printer.setDocName("Willkommensmappe")
    return printer


def test_a_whole_folder_arrives_as_it_is(dressed, server, queue, folder):
    taken = finish(printed(folder, printer_of(queue)))
    arrived = server.arrived(queue)
    wanted, paper = pictures(folder), pictures(arrived)
    assert taken == len(paper) == len(wanted) > 20
    with pypdfium2.PdfDocument(arrived) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {A4}
    for number, picture in enumerate(paper):
        own = apart(picture, wanted[number])
        assert is_same(picture, wanted[number]), f"page {number + 1} differs by {own:.2f}"
        # in the order of the file: no other page is nearer, but for pages that are the same
        assert own <= min(apart(picture, each) for each in wanted) + 0.05, f"page {number + 1}"
    (line,) = server.page_log(queue)
    assert line.endswith("A4 two-sided-long-edge")
    assert f"total {taken}" in line


def test_a_booklet_arrives_landscape_and_is_turned_over_the_short_edge(
    dressed, server, queue, folder
):
    heft = booklet(folder)
    finish(printed(heft, printer_of(queue, booklet=True), ((1, 4),)))
    wanted, paper = pictures(heft, 4), pictures(server.arrived(queue))
    (line,) = server.page_log(queue)
    assert line.endswith("A4 two-sided-short-edge")
    for picture, own in zip(paper, wanted, strict=True):
        # a printer may get the sheet upright with the picture turned
        turned = picture if picture.width > picture.height else picture.rotate(90, expand=True)
        found = sorted(apart(each, own) for each in (turned, turned.rotate(180)))
        assert found[0] < 3
        assert found[1] > 3 * found[0]


@pytest.mark.parametrize(
    ("vanish", "trouble"),
    [
        ("remove", PrintTrouble.GONE),
        ("reject", PrintTrouble.REFUSED),
        ("disable", PrintTrouble.WAITING),
    ],
)
def test_a_queue_that_vanishes_while_printing_is_told(
    dressed, server, queue, folder, vanish, trouble
):
    work = printed(folder, printer_of(queue), ((1, 3),))
    next(work)
    getattr(server, vanish)(queue)
    with pytest.raises(NotPrintedError) as raised:
        finish(work)
    assert (raised.value.trouble, raised.value.printer) == (trouble, queue)


@pytest.mark.parametrize(
    ("vanish", "trouble"), [("remove", PrintTrouble.GONE), ("disable", PrintTrouble.HALTED)]
)
def test_a_queue_that_is_not_there_gets_nothing(dressed, server, queue, folder, vanish, trouble):
    printer = printer_of(queue)
    getattr(server, vanish)(queue)
    with pytest.raises(NotPrintedError) as raised:
        finish(printed(folder, printer))
    assert raised.value.trouble is trouble
    if trouble is PrintTrouble.HALTED:
        assert server.jobs(queue) == []


def test_a_cancelled_job_never_reaches_the_queue(dressed, server, queue, folder):
    work = printed(folder, printer_of(queue))
    for _ in range(30):
        next(work)
    work.close()
    assert server.page_log(queue) == []
    assert server.jobs(queue) == []
    finish(printed(folder, printer_of(queue), ((1, 1),)))
    with pypdfium2.PdfDocument(server.arrived(queue)) as paper:
        assert len(paper) == 1  # the next job goes to the queue again


def test_a_print_server_that_is_killed_is_told_in_german_and_nothing_is_recorded(
    window, qtbot, recorder
):
    from tests.makers import make_case, with_dates
    from ui.tabs import place

    case = make_case(window.acts.desk, children=1)
    with_dates(window.acts.desk, case)
    window.show_case(case)
    page = window.go_to(place("folder"))
    settle(qtbot, page)
    with print_server() as doomed, AskedOf(doomed):
        doomed.add("Flur")

        def choose(dialog) -> bool:
            dialog.printer().setPrinterName("Flur")
            return True

        def kill(_step: object) -> None:
            if doomed.process.poll() is None:
                doomed.process.kill()
                doomed.process.wait()

        page.workplace.asking.print_with = choose
        window.workshop.started.connect(lambda job: job.stepped.connect(kill))
        with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
            page._print()
        qtbot.waitUntil(lambda: bool(recorder.asked))
    assert recorder.asked == ["„Flur“ ist nicht erreichbar. Es wurde nichts gedruckt."]
    assert window.acts.desk.folders.of_case(case) == []


def test_a_folder_printed_from_the_window_is_recorded(window, server, queue, qtbot):
    from tests.makers import make_case, with_dates
    from ui.tabs import place

    case = make_case(window.acts.desk)
    with_dates(window.acts.desk, case)
    window.show_case(case)
    page = window.go_to(place("folder"))
    settle(qtbot, page)

    def choose(dialog) -> bool:
        dialog.printer().setPrinterName(queue)
        return True

    page.workplace.asking.print_with = choose
    with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
        page._print()
    qtbot.waitUntil(lambda: bool(window.acts.desk.folders.of_case(case)))
    (row,) = window.acts.desk.folders.of_case(case)
    assert row.way is Way.PRINTED
    with pypdfium2.PdfDocument(server.arrived(queue)) as paper:
        assert len(paper) == row.pages
