"""The walls of the house: every import points down."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

# In a process of its own: the linter sets up logging for itself and switches off all other.
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def test_every_import_points_down():
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
