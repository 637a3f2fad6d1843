"""Where files lie from a checkout, in a bundle, and with the portable marker."""

import sys
from pathlib import Path

import pytest

from app import paths

ROOT = Path(paths.__file__).resolve().parent.parent


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A folder as PyInstaller lays it out: the executable, and the box below it."""
    program = tmp_path / "Heimathafen"
    (program / "_internal" / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(program / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "Heimathafen.exe"))
    return program


def test_a_checkout_brings_its_own_resources():
    assert paths.resources() == ROOT / "resources"
    assert paths.places().resources.is_dir()
    assert not paths.is_bundled()


def test_a_bundle_finds_its_resources_in_the_box(bundle):
    assert paths.is_bundled()
    assert paths.resources() == bundle / "_internal" / "resources"


def test_without_the_marker_nothing_is_kept_beside_the_program(bundle):
    where = paths.places()
    assert not where.is_portable
    for folder in (where.data, where.config, where.logs):
        assert folder.is_absolute()
        assert not folder.is_relative_to(where.program)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the XDG variables are Linux's")
def test_the_folders_follow_the_desktop_s_own_rules(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    where = paths.places()
    assert where.data == tmp_path / "data" / "Heimathafen"
    assert where.config == tmp_path / "config" / "Heimathafen"
    assert not where.data.exists(), "asking for places must not make them"


def test_a_portable_program_keeps_everything_beside_itself(bundle):
    (bundle / "portable").touch()
    where = paths.places()
    assert where.is_portable
    for folder in (where.data, where.config, where.logs):
        assert folder.is_relative_to(bundle)
    assert len({where.data, where.config, where.logs}) == 3


def test_a_folder_called_portable_is_not_the_marker(bundle):
    (bundle / "portable").mkdir()
    assert not paths.places().is_portable
