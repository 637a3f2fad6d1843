"""The terminal in this process, an office to work on, and a file that another has open."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app import cli, grammar
from app.desk import open_desk
from app.terminal import Terminal
from db.file import open_file
from tests.cli.terminal import MAPPING, ROWS, Result
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider
from ui import wording


@pytest.fixture
def run(capsys):
    """A command in this process, by the same way as `python -m app`."""

    def call(*arguments):
        given = grammar.parser().parse_args([str(each) for each in arguments])
        terminal = Terminal(wording, ROOT / "resources", lambda: TODAY, "Imke Okken")
        code = cli.run(given, terminal, given.file)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def office(path):
    """A file with two cases and a provider, closed again."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(desk, children=1)
    make_case(desk, language="fr")
    make_provider(desk)
    desk.close()
    return path


@pytest.fixture
def liste(tmp_path):
    (tmp_path / "liste.json").write_text(ROWS, encoding="utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    return (tmp_path / "liste.json", "--as", "providers", "--mapping", tmp_path / "m.toml")


@pytest.fixture
def held(office):
    """The file, open in another process that writes."""
    words = "import sys; from pathlib import Path; from db.file import open_file\n"
    words += "file = open_file(Path(sys.argv[1])); print(file.writable, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", words, str(office)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "True\n"
    yield office
    other.communicate("\n", timeout=30)
