"""Where files lie: the box's own, the office's, the logs; from a checkout, bundled, portable."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "Heimathafen"
PORTABLE = "portable"  # a file of this name beside the program keeps everything beside it


@dataclass(frozen=True)
class Places:
    """The folders of this start. Only `resources` is sure to exist; whoever writes makes the rest.

    `program` is the folder of the executable, or the checkout. `data` is where data files lie
    unless the office chooses another place, `config` keeps the window's settings.
    """

    program: Path
    resources: Path
    data: Path
    config: Path
    logs: Path
    is_portable: bool


def places() -> Places:
    """The folders as they are now; the marker file is looked at on each call."""
    program = _program()
    resources = _box() / "resources"
    if (program / PORTABLE).is_file():
        own = program / NAME
        return Places(program, resources, own, own / "config", own / "logs", is_portable=True)
    # No author's folder: Windows would else nest the program's name in itself.
    own_dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
    return Places(
        program,
        resources,
        own_dirs.user_data_path,
        own_dirs.user_config_path,
        own_dirs.user_log_path,
        is_portable=False,
    )


def resources() -> Path:
    """The shipped templates, phrases, fonts, icons and translations; read-only."""
    return _box() / "resources"


def is_bundled() -> bool:
    """Whether PyInstaller's bundle runs, not a checkout."""
    return bool(getattr(sys, "frozen", False))


def _program() -> Path:
    return Path(sys.executable).resolve().parent if is_bundled() else _checkout()


def _box() -> Path:
    """The folder that holds `resources`: PyInstaller names its own `sys._MEIPASS`."""
    return Path(str(getattr(sys, "_MEIPASS", ""))) if is_bundled() else _checkout()


def _checkout() -> Path:
    return Path(__file__).resolve().parent.parent
