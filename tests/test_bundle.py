"""The one-folder program: built here, then tried where neither Python, Qt nor our source is."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODES = (
    *("root", "de", "en", "nl", "pl", "ro", "uk", "tr", "ar", "fr", "es", "vi", "ru", "fa", "pt"),
    *("hi", "en_001", "de_DE"),
)
EXECUTABLE = "Heimathafen.exe" if sys.platform == "win32" else "Heimathafen"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Iterator[Path]:
    """The folder that PyInstaller makes, once for all tests here."""
    place = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "PyInstaller", "build_installer.spec", "--log-level", "WARN"]
    command += ["--distpath", str(place / "dist"), "--workpath", str(place / "work")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(place / "config")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    yield place / "dist" / "Heimathafen"
    shutil.rmtree(place)  # a quarter of a gigabyte, and pytest would keep three of them


@pytest.fixture(scope="module")
def inside(bundle) -> frozenset[str]:
    """Every file of the bundle, relative, with slashes."""
    box = bundle / "_internal"
    return frozenset(p.relative_to(box).as_posix() for p in box.rglob("*") if p.is_file())


def may_hide() -> bool:
    """Whether this machine lets us mount something over a folder, for one process only."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    tried = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


def hidden() -> list[Path]:
    """Our source with its .venv, and the standard library of the Python that built the bundle."""
    return [ROOT, Path(sys.prefix), Path(os.__file__).parent]


def selftest(bundle: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """The program's own trial with an empty environment; Python and source hidden if possible."""
    command = ["env", "-i", f"HOME={home}", "QT_QPA_PLATFORM=offscreen"]
    command += [str(bundle / EXECUTABLE), "--selftest"]
    if may_hide():
        # The last named may lie in an earlier one, which is hidden by then.
        mounts = [
            f"mount -t tmpfs none {shlex.quote(str(folder))}" for folder in reversed(hidden())
        ]
        script = " && ".join([*mounts, "exec " + shlex.join(command)])
        command = ["unshare", "--mount", "sh", "-c", script]
    return subprocess.run(
        command, cwd=home, capture_output=True, text=True, check=False, timeout=300
    )


def test_the_bundle_passes_its_selftest_where_nothing_is_installed(bundle, tmp_path):
    done = selftest(bundle, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_selftest_fails_on_a_bundle_that_lacks_a_part(bundle, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(bundle, broken, symlinks=True, copy_function=os.link)
    shutil.rmtree(broken / "_internal" / "resources" / "fonts")
    done = selftest(broken, tmp_path)
    assert done.returncode != 0
    assert "fonts" in done.stdout + done.stderr


@pytest.mark.skipif(not may_hide(), reason="needs root and mount namespaces")
def test_what_hides_python_really_hides_it():
    library = Path(os.__file__).parent
    script = f"mount -t tmpfs none {shlex.quote(str(library))} && {sys.executable} -c pass"
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script],
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


def test_every_resource_and_migration_is_in_the_bundle(inside):
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in (ROOT / "resources", ROOT / "db" / "migrations")
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(wanted) > 50
    assert wanted <= inside


def test_german_words_and_the_locales_of_the_folder_are_in_the_bundle(inside):
    assert any(name.endswith("/qtbase_de.qm") for name in inside)
    for code in CODES:
        assert f"babel/locale-data/{code}.dat" in inside
    assert "holidays/locale/de/LC_MESSAGES/DE.mo" in inside


def test_what_no_one_uses_stays_out(inside):
    strange = [
        name
        for name in inside
        if any(
            part in name
            for part in ("Qt6Qml", "Qt6Quick", "WebEngine", "numpy/", "mypy", "pytest", "tkinter")
        )
    ]
    assert strange == []
    assert not any(name.startswith("babel/locale-data/zu") for name in inside)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux' libraries")
def test_qt_s_libraries_can_be_replaced(inside):
    """LGPL 3 section 4(d): a changed library must be able to take the place of ours."""
    assert "PySide6/Qt/lib/libQt6Core.so.6" in inside
    assert "PySide6/Qt/lib/libQt6Pdf.so.6" in inside
