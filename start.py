#!/usr/bin/env python3
"""Two commands for a bare machine: get Heimathafen ready here, then open it or test it.

    python3 start.py               get ready, open the window; without a display: print the example
    python3 start.py test [ARGS…]  get ready for the tests too, run them all (ARGS go to pytest)
    python3 start.py -- ARGS…      get ready, hand ARGS to the program (python -m app)

Getting ready: packages the operating system lacks (Debian and its relatives, by apt), then `.venv`
with exactly what `requirements.lock` names. Both are looked at on every start and done only where
something is missing. Needs Python 3.11 and nothing else. Speaks on stderr only; stdout and the exit
code are the program's. Ends with 1 where the machine could not be made ready, 2 on a wrong call.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
EXAMPLE = "Heimathafen-Beispiel"  # the folder of the example county, in the user's home
ROOM = 6 * 1024**3  # bytes that the files of all tests may take at a time, with room to spare

# What the wheels expect of the system; found by loading every plugin in an empty Debian 12.
OFFSCREEN = (
    *("ca-certificates", "libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3"),
    *("libfontconfig1", "libgssapi-krb5-2", "libcups2"),
)
WINDOW = (
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
)
# A screen without a monitor and its window manager; veraPDF's Java and JAXB; readers of PDFs that
# are not ours; the test files of Unicode; what PyInstaller calls; a print server.
TESTS = (
    *("xvfb", "openbox", "default-jre-headless", "libjaxb-java", "poppler-utils", "qpdf"),
    *("unicode-data", "binutils", "cups", "cups-client", "cups-filters"),
)

USAGE = """Aufruf:
    python3 start.py                 richtet ein und öffnet Heimathafen
    python3 start.py test [ARGS…]    richtet ein und führt alle Tests aus (ARGS für pytest)
    python3 start.py -- ARGS…        richtet ein und ruft das Programm mit ARGS auf"""


class Stopped(Exception):
    """The machine could not be made ready; the message says in German what to do."""


@dataclass(frozen=True)
class Order:
    """What the call asks for: `kind` is window, test or program; the rest is handed on."""

    kind: str
    arguments: tuple[str, ...] = ()


class Machine:
    """Everything start.py asks of this computer or does to it; the tests put a recorder here."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.windows = sys.platform == "win32"
        self.linux = sys.platform.startswith("linux")
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if self.windows else "bin/python")
        self.stamp = self.venv / "heimathafen.stamp"
        self.version = "{}.{}".format(*sys.version_info)

    def home(self) -> Path:
        return Path.home()

    def has_display(self) -> bool:
        return not self.linux or bool(
            os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        )

    def has(self, program: str) -> bool:
        return shutil.which(program) is not None

    def is_root(self) -> bool:
        return not self.windows and os.geteuid() == 0

    def is_distribution_python(self) -> bool:
        """True for the system's own Python, whose shared library is a package of its own."""
        return self.linux and sys.base_prefix == "/usr"

    def installed(self) -> set[str]:
        """Names of the installed Debian packages, and those they stand in for (libcups2t64)."""
        listing = subprocess.run(
            ["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        names = set()
        for line in listing.splitlines():
            status, package, provides = line.split("\t")
            if status == "installed":
                names.add(package)
                names.update(word.split()[0] for word in provides.split(",") if word.strip())
        return names

    def asks(self, command: Sequence[str]) -> tuple[int, str]:
        """Exit code and whole output of a command that only answers a question."""
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        return done.returncode, done.stdout

    def does(self, command: Sequence[str]) -> int:
        """Run a command that changes the machine; what it prints goes to stderr."""
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False
        ).returncode

    def calls(
        self, command: Sequence[str], more: Mapping[str, str], cwd: Path | None = None
    ) -> int:
        """Run the program or the tests with our stdin and stdout; the exit code."""
        return subprocess.run(command, env={**os.environ, **more}, cwd=cwd, check=False).returncode

    def becomes(self, command: Sequence[str], more: Mapping[str, str]) -> int:  # noqa: RET503
        """Give this process to the program. On Windows execv would return to the shell at once."""
        if self.windows:
            return self.calls(command, more)
        sys.stdout.flush()
        sys.stderr.flush()
        os.environ.update(more)
        os.execv(command[0], list(command))

    @contextlib.contextmanager
    def screen(self) -> Iterator[str]:
        """A screen without a monitor, with a window manager; gives its DISPLAY."""
        reader, writer = os.pipe()
        none = subprocess.DEVNULL
        xvfb = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1200x24"]
        with contextlib.ExitStack() as running:
            server = subprocess.Popen(xvfb, pass_fds=[writer], stdout=none, stderr=none)
            running.callback(ended, server)
            os.close(writer)
            with os.fdopen(reader) as answer:
                number = answer.readline().strip()
            if not number:
                raise Stopped("Der Bildschirm für die Tests (Xvfb) ließ sich nicht starten.")
            display = ":" + number
            if self.has("openbox"):
                shown = {**os.environ, "DISPLAY": display}
                manager = subprocess.Popen(["openbox"], env=shown, stdout=none, stderr=none)
                running.callback(ended, manager)
            yield display

    @contextlib.contextmanager
    def memory(self) -> Iterator[str]:
        """A folder in memory for the tests, who else wait for the disk; "" where none serves."""
        place = Path("/dev/shm")  # noqa: S108 - the folder made in it is ours alone
        about = os.statvfs(place) if self.linux and place.is_dir() else None
        if about is None or about.f_bavail * about.f_frsize < ROOM or about.f_flag & os.ST_NOEXEC:
            yield ""
            return
        with tempfile.TemporaryDirectory(prefix="heimathafen-", dir=place) as folder:
            yield folder


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a helper of the tests and wait until it is gone."""
    process.terminate()
    process.wait()


def say(text: str) -> None:
    """A sentence for the user. Always stderr: stdout belongs to the program."""
    print(text, file=sys.stderr, flush=True)


def understood(words: Sequence[str]) -> Order | None:
    """The order in the words after start.py; None for a call that is not one."""
    if not words:
        return Order("window")
    if words[0] == "test":
        return Order("test", tuple(words[1:]))
    if words[0] == "--":
        return Order("program", tuple(words[1:]))
    return None


def wanted(machine: Machine, order: Order) -> list[str]:
    """The Debian packages this order needs, installed or not."""
    packages = list(OFFSCREEN)
    if order.kind == "test":
        packages += [*WINDOW, *TESTS]
        if machine.is_distribution_python():
            packages.append("libpython" + machine.version)  # PyInstaller ships it in the bundle
    elif machine.has_display():
        packages += WINDOW
    return packages


def install(machine: Machine, packages: Sequence[str]) -> None:
    """Install these packages by apt, as root or by a sudo that asks nothing.

    Raises `Stopped` with the one line to type where neither is at hand.
    """
    line = "apt-get update && apt-get install -y --no-install-recommends " + " ".join(packages)
    if machine.is_root():
        prefix = []
    elif machine.has("sudo") and machine.asks(["sudo", "-n", "true"])[0] == 0:
        prefix = ["sudo", "-n"]
    else:
        rights = "sudo sh -c" if machine.has("sudo") else "su -c"
        raise Stopped(
            "Dem Rechner fehlen Pakete, und zum Installieren fehlen hier die Rechte. Bitte geben"
            f" Sie diese Zeile ein und rufen start.py danach noch einmal auf:\n\n"
            f"    {rights} '{line}'\n"
        )
    say("Installiere, was dem Rechner fehlt: " + " ".join(packages))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    apt += ["-q", "-o", "DPkg::Lock::Timeout=300"]
    get = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # The lists of packages are fetched only where the ones at hand do not do.
    if machine.does(get) == 0:
        return
    say("Die Paketlisten fehlen oder sind veraltet; sie werden neu geholt.")
    if machine.does([*apt, "update"]) != 0 or machine.does(get) != 0:
        raise Stopped(
            "apt konnte die Pakete nicht installieren (Meldung oben). Besteht eine Verbindung"
            f" zum Netz? Von Hand geht es als root so:\n\n    {line}\n"
        )


def expected_stamp(machine: Machine) -> str:
    """What `.venv` must hold: the lock file's hash and the Python it was installed for."""
    lock = (machine.root / LOCK.name).read_bytes()
    return f"{hashlib.sha256(lock).hexdigest()} {machine.version}\n"


def is_current(machine: Machine) -> bool:
    return (
        machine.python.exists()
        and machine.stamp.is_file()
        and machine.stamp.read_text("ascii", "replace") == expected_stamp(machine)
    )


def has_venv(machine: Machine) -> bool:
    """Whether a `.venv` of this Python, with pip in it, is there to be filled."""
    if not machine.python.exists():
        return False
    code = "import pip, sys; print('{}.{}'.format(*sys.version_info))"
    status, version = machine.asks([str(machine.python), "-c", code])
    return status == 0 and version.strip() == machine.version


def make_ready(machine: Machine, order: Order) -> None:
    """Packages of the system, then `.venv`. Raises `Stopped`."""
    missing: list[str] = []
    has_apt = machine.linux and machine.has("apt-get") and machine.has("dpkg-query")
    installed = machine.installed() if has_apt else set()
    if has_apt:
        missing = [package for package in wanted(machine, order) if package not in installed]
    current = is_current(machine)
    made = current or has_venv(machine)
    make = [sys.executable, "-m", "venv", "--clear", str(machine.venv)]
    if not made:
        # Only making one tells: Debian's python3 alone has the venv module but no ensurepip.
        status, reason = machine.asks(make)
        made = status == 0
        if not made:
            if not has_apt or "python3-venv" in installed:
                raise Stopped(f"{reason}\nDie Umgebung .venv ließ sich nicht anlegen.")
            missing.append("python3-venv")
    if missing:
        install(machine, missing)
    if not made:
        status, reason = machine.asks(make)
        if status != 0:
            raise Stopped(f"{reason}\nDie Umgebung .venv ließ sich nicht anlegen.")
    if not current:
        fill(machine)


def fill(machine: Machine) -> None:
    """Put exactly the lock file's packages into `.venv`, each checked by its hash."""
    say("Hole die Bausteine des Programms. Beim ersten Mal dauert das einige Minuten …")
    machine.stamp.unlink(missing_ok=True)  # an installation broken off is not a whole one
    pip = [str(machine.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock names every package: older pips, left to resolve, look for newer ones and give up.
    if machine.does([*pip, "--no-deps", "--require-hashes", "-r", str(machine.root / LOCK.name)]):
        raise Stopped(
            "pip konnte die Bausteine nicht holen (Meldung oben). Das erste Einrichten braucht"
            " eine Verbindung zum Netz; ein neuer Aufruf macht dort weiter."
        )
    machine.stamp.write_text(expected_stamp(machine), "ascii")


def carry_out(machine: Machine, order: Order) -> int:
    """Do what was asked on a machine that is ready; the exit code of the program or the tests."""
    if order.kind == "test":
        return run_tests(machine, order.arguments)
    # -P and the path: the user's folder stays the working folder, and an `app` lying in it is not
    # taken for ours.
    path = os.pathsep.join(filter(None, [str(machine.root), os.environ.get("PYTHONPATH")]))
    program = [str(machine.python), "-P", "-m", "app"]
    if order.kind == "program" or machine.has_display():
        return machine.becomes([*program, *order.arguments], {"PYTHONPATH": path})
    return print_example(machine, program, {"PYTHONPATH": path})


def print_example(machine: Machine, program: Sequence[str], more: Mapping[str, str]) -> int:
    """The main job where no window can open: the example county's folders as PDF files."""
    folder = machine.home() / EXAMPLE
    say("Kein Bildschirm gefunden. Statt des Fensters druckt Heimathafen den Beispielkreis.")
    status = machine.calls([*program, "demo", str(folder)], more)
    if status == 0:
        say(
            f"Die Willkommensmappen aller Beispielfamilien liegen als PDF in {folder},\n"
            "die Datei des Beispielkreises daneben (beispiel.hafen).\n"
            "Das Fenster öffnet derselbe Aufruf auf einem Rechner mit Bildschirm:"
            " python3 start.py"
        )
    return status


def run_tests(machine: Machine, arguments: Sequence[str]) -> int:
    """All tests, on every processor, or those the arguments name, on a screen of their own."""
    is_whole = all(argument.startswith("-") for argument in arguments)
    more = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    with contextlib.ExitStack() as around:
        options = []
        if is_whole:
            options += ["-n", "auto", "--dist", "worksteal"]
            if memory := around.enter_context(machine.memory()):
                more["TMPDIR"] = memory
                options += ["-o", "tmp_path_retention_policy=failed"]
        if machine.linux and machine.has("Xvfb"):
            more |= {"DISPLAY": around.enter_context(machine.screen()), "WAYLAND_DISPLAY": ""}
        elif machine.linux:
            say("Xvfb fehlt: Tests, die einen Bildschirm brauchen, laufen nicht mit.")
        tests = [str(machine.python), "-m", "pytest", *options, *arguments]
        return machine.calls(tests, more, machine.root)


def too_old(version: tuple[int, int], has: Callable[[str], bool]) -> str:
    """What to say to a Python that is too old; empty for one that will do."""
    if version >= (3, 11):
        return ""
    newer = next((f"python3.{n}" for n in range(14, 10, -1) if has(f"python3.{n}")), "")
    hint = f"Hier vorhanden: {newer} start.py" if newer else "Bitte ein neueres installieren."
    return f"Heimathafen braucht Python 3.11 oder neuer, dies ist {version[0]}.{version[1]}. {hint}"


def main(words: Sequence[str], machine: Machine) -> int:
    """Understand, make ready, carry out; the exit code."""
    if list(words) in (["-h"], ["--help"]):
        say(USAGE)
        return 0
    order = understood(words)
    if order is None:
        say(USAGE)
        return 2
    try:
        make_ready(machine, order)
        return carry_out(machine, order)
    except Stopped as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if complaint := too_old(sys.version_info[:2], lambda program: bool(shutil.which(program))):
        say(complaint)
        sys.exit(1)
    sys.exit(main(sys.argv[1:], Machine()))
