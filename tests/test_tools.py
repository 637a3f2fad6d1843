"""The tools that judge the source: ruff's rules, ruff's layout, mypy's types."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "arguments",
    [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy", "--cache-dir", str(ROOT / ".mypy_cache")],
    ],
    ids=["rules", "layout", "types"],
)
def test_a_tool_finds_nothing_to_complain_about(arguments):
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "source"),
    [
        (["ruff", "check"], "import os\n"),
        (["ruff", "format", "--check"], "x = {  'a':1 }\n"),
        (["mypy", "--cache-dir", str(ROOT / ".mypy_cache")], "x: list = 'a'\n"),
    ],
    ids=["rules", "layout", "types"],
)
def test_the_same_tool_refuses_a_bad_line(arguments, source, tmp_path):
    (tmp_path / "bad.py").write_text(source)
    done = subprocess.run(
        [sys.executable, "-m", *arguments, str(tmp_path / "bad.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "bad.py" in done.stdout + done.stderr
