"""The composition root: puts window, services and file together; holds no logic."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

from app import logs, paths
from app.errors import Unavailable
from app.progress import Steps

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.lists import Lists
    from db.file import DataFile
    from ui.doors import Doors

FILE = "heimathafen.hafen"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command of the terminal, the self-test, or the window."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    where = paths.places()
    # a folder that takes no log is no reason to stand still
    with suppress(Unavailable):
        logs.start(where.logs)
    if not given:
        return _window(None, where)
    from app import cli, grammar
    from app.terminal import Terminal
    from ui import wording

    call = grammar.parser().parse_args(given)
    if call.selftest:
        return _selftest(where)
    if call.command is None:
        return _window(call.file, where)
    terminal = Terminal(wording, where.resources, _today, getpass.getuser())
    return cli.run(call, terminal, call.file or where.data / FILE)


def _window(file: Path | None, where: paths.Places) -> int:
    from ui import start

    return start.run(doors(where.resources), where.resources, file)


def _selftest(where: paths.Places) -> int:
    from tempfile import TemporaryDirectory

    from app.demo import FILE as EXAMPLE
    from app.demo import demo
    from app.desk import open_desk
    from app.progress import finish
    from app.services.files import open_data
    from ui.start import selftest

    with TemporaryDirectory() as folder:
        made = finish(demo(Path(folder), where.resources, _today, "selftest"))
        problems = selftest(doors(where.resources), where.resources, Path(folder) / EXAMPLE)
        file = open_data(Path(folder) / EXAMPLE, write=False)
        desk = open_desk(file, where.resources, _today, "selftest")
        faults = desk.faults
        desk.close()
    problems += [f"{fault.file}:{fault.line}: {fault.key} {fault.problem}" for fault in faults]
    if sys.stderr is not None:  # a program without a terminal has none
        sys.stderr.writelines(problem + "\n" for problem in problems)
    return 1 if problems or not made else 0


def _today() -> date:
    return datetime.now().astimezone().date()


def doors(resources: Path, today: Callable[[], date] | None = None) -> Doors:
    """The ways to the data, as the window is given them."""
    from app.services import files, safekeeping
    from app.services.lists import Lists
    from ui.doors import Doors

    now = today or _today

    def lists_of(file: DataFile) -> Lists:
        return Lists(file, now)

    def warm() -> None:
        import app.desk  # noqa: F401 - what takes its time is the import
        from app.services.folders import faults_of_texts

        faults_of_texts(resources)  # and reading the texts of all languages

    def open_desk(file: DataFile) -> Desk:
        from app.desk import open_desk

        return open_desk(file, resources, now, getpass.getuser())

    def make_example(path: Path) -> Steps[Path]:
        from app.demo import make

        return (yield from make(path, resources))

    def upgrade(path: Path) -> Steps[Path]:
        yield from safekeeping.upgrade(path, now())
        return path

    def restore(source: Path, target: Path) -> Steps[Path]:
        yield from safekeeping.restore(source, target, now())
        return target

    return Doors(
        open_file=files.open_data,
        lists_of=lists_of,  # type: ignore[arg-type]  # it opened that file itself
        warm=warm,
        open_desk=open_desk,  # type: ignore[arg-type]
        create=safekeeping.create,
        make_example=make_example,
        upgrade=upgrade,
        back_up=lambda file, target: safekeeping.back_up(file.path, target),
        restore=restore,
        who=getpass.getuser(),
        is_free=files.is_free,  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
