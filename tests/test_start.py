"""What start.py decides on machines of every kind; a recorder answers and notes, no network."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

import start

VENV_PACKAGES = "python3-venv"


class Recorder(start.Machine):
    """A machine as the test describes it. It notes what is done to it, in order."""

    def __init__(
        self,
        root,
        *,
        display=False,
        is_root=True,
        sudo=False,
        packages=(),
        apt=True,
        ensurepip=True,
        system="linux",
        fails=(),
        memory="",
    ):
        super().__init__(root)
        self.linux = system == "linux"
        self.windows = system == "windows"
        self.display = display
        self.root_rights = is_root
        self.sudo = sudo
        self.packages = set(packages)
        self.apt = apt
        self.ensurepip = ensurepip
        self.fails = list(fails)
        self.in_memory = memory
        self.version = "3.11"
        self.done = []
        self.status = 0

    def home(self):
        return self.root / "home"

    def has_display(self):
        return not self.linux or self.display

    def has(self, program):
        return {
            "apt-get": self.apt,
            "dpkg-query": self.apt,
            "sudo": self.sudo is not None,
            "Xvfb": "xvfb" in self.packages,
        }.get(program, False)

    def is_root(self):
        return self.root_rights

    def is_distribution_python(self):
        return True

    def installed(self):
        return set(self.packages)

    def asks(self, command):
        if command[:2] == ["sudo", "-n"]:
            return (0 if self.sudo else 1), ""
        if command[1:3] == ["-m", "venv"]:
            self.done.append("make .venv")
            if not self.ensurepip and VENV_PACKAGES not in self.packages:
                return 1, "ensurepip is not available"
            self.python.parent.mkdir(parents=True, exist_ok=True)
            self.python.touch()
            return 0, ""
        return (0, self.version) if self.python.exists() else (1, "")

    def does(self, command):
        words = list(command)
        self.done.append(" ".join(words))
        failing = next((fault for fault in self.fails if fault in words), None)
        if failing is not None:
            self.fails.remove(failing)
            return 100
        if "apt-get" in words and "install" in words:
            after = words.index("--no-install-recommends") + 1
            self.packages.update(words[after:])
        return 0

    def calls(self, command, more, cwd=None):
        self.done.append(("call", list(command), dict(more), cwd))
        return self.status

    def becomes(self, command, more):
        self.done.append(("become", list(command), dict(more), None))
        return self.status

    @contextlib.contextmanager
    def memory(self):
        yield self.in_memory

    @contextlib.contextmanager
    def screen(self):
        self.done.append("screen on")
        yield ":77"
        self.done.append("screen off")

    def installs(self):
        """The packages of each apt-get install, call by call."""
        return [
            line.split("--no-install-recommends ")[1].split()
            for line in self.done
            if isinstance(line, str) and "apt-get" in line and " install " in line
        ]

    def pips(self):
        return [line for line in self.done if isinstance(line, str) and " pip install" in line]


@pytest.fixture
def machine(tmp_path):
    (tmp_path / "requirements.lock").write_text("one==1 --hash=sha256:00\n")

    def make(**facts):
        return Recorder(tmp_path, **facts)

    return make


FULL = (*start.OFFSCREEN, *start.WINDOW, *start.TESTS, "libpython3.11")


def test_an_empty_debian_gets_packages_venv_and_the_printed_example(machine, tmp_path, capsys):
    bare = machine(ensurepip=False)
    assert start.main([], bare) == 0
    assert bare.done[0] == "make .venv"
    assert bare.installs() == [[*start.OFFSCREEN, "python3-venv"]]
    assert len(bare.pips()) == 1
    assert all(flag in bare.pips()[0] for flag in ("--require-hashes", "--no-deps"))
    kind, command, more, _ = bare.done[-1]
    assert kind == "call"
    assert command == [
        str(bare.python),
        "-P",
        "-m",
        "app",
        "demo",
        str(bare.home() / start.EXAMPLE),
    ]
    assert more["PYTHONPATH"].split(":")[0] == str(tmp_path)
    told = capsys.readouterr()
    assert told.out == ""
    assert str(bare.home() / start.EXAMPLE) in told.err
    assert "python3 start.py" in told.err


def test_a_demo_that_failed_is_not_said_to_lie_anywhere(machine, capsys):
    bare = machine(packages=FULL)
    bare.status = 1
    assert start.main([], bare) == 1
    assert "liegen" not in capsys.readouterr().err


def test_with_a_display_the_process_becomes_the_window(machine):
    desk = machine(display=True)
    assert start.main([], desk) == 0
    assert desk.installs() == [[*start.OFFSCREEN, *start.WINDOW]]
    assert desk.done[-1][:2] == ("become", [str(desk.python), "-P", "-m", "app"])


@pytest.mark.parametrize("display", [True, False])
def test_words_after_two_dashes_go_to_the_program_as_they_are(machine, display):
    desk = machine(display=display, packages=FULL)
    desk.status = 7
    words = ["--file", "a b.hafen", "list", "cases", "--", "test"]
    assert start.main(["--", *words], desk) == 7
    assert desk.done[-1][:2] == ("become", [str(desk.python), "-P", "-m", "app", *words])


def test_the_tests_run_on_a_screen_of_their_own_and_their_exit_code_passes(machine, tmp_path):
    bench = machine()
    bench.status = 3
    assert start.main(["test", "-k", "hours", "--maxfail=1"], bench) == 3
    (packages,) = bench.installs()
    assert set(packages) == set(FULL)
    assert bench.done[-3] == "screen on"
    kind, command, more, cwd = bench.done[-2]
    assert kind == "call"
    assert command == [str(bench.python), "-m", "pytest", "-k", "hours", "--maxfail=1"]
    assert more["DISPLAY"] == ":77"
    assert more["QT_QPA_PLATFORM"]
    assert cwd == tmp_path
    assert bench.done[-1] == "screen off"


#: Tests of one module stay together, so that what they share is made once; who is done helps.
SPREAD = ["-n", "auto", "--dist", "worksteal"]


@pytest.mark.parametrize(
    ("arguments", "spread"),
    [([], SPREAD), (["-q"], SPREAD), (["tests/db"], []), (["-k", "hours"], [])],
)
def test_all_tests_are_spread_over_the_processors_and_some_are_not(machine, arguments, spread):
    bench = machine()
    start.main(["test", *arguments], bench)
    command = next(done[1] for done in bench.done if done[0] == "call")
    assert command == [str(bench.python), "-m", "pytest", *spread, *arguments]


def test_what_all_tests_write_lies_in_memory_where_there_is_room(machine):
    bench = machine(memory="/there/ours")
    start.main(["test", "-q"], bench)
    command, more = next(done[1:3] for done in bench.done if done[0] == "call")
    assert more["TMPDIR"] == "/there/ours"
    assert command[-3:] == ["-o", "tmp_path_retention_policy=failed", "-q"]
    start.main(["test", "tests/db"], bench)
    command, more = [done[1:3] for done in bench.done if done[0] == "call"][-1]
    assert "TMPDIR" not in more
    assert "-o" not in command


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no files in memory here")  # noqa: S108
def test_a_folder_in_memory_is_gone_after(monkeypatch):
    monkeypatch.setattr(start, "ROOM", 1)
    machine = start.Machine()
    with machine.memory() as folder:
        if not folder:
            pytest.skip("no programs may run there")
        assert Path(folder).is_dir()
    assert not Path(folder).exists()
    monkeypatch.setattr(start, "ROOM", 2**60)
    with machine.memory() as folder:
        assert folder == ""


def test_only_what_is_missing_is_installed(machine):
    desk = machine(packages=set(FULL) - {"libcups2", "qpdf"})
    assert start.main(["test"], desk) == 0
    assert desk.installs() == [["libcups2", "qpdf"]]


def test_a_second_start_does_nothing_but_start(machine):
    desk = machine(display=True)
    start.main([], desk)
    desk.done.clear()
    assert start.main([], desk) == 0
    assert [step[0] for step in desk.done] == ["become"]


def test_a_changed_lock_file_is_installed_again_into_the_same_venv(machine, tmp_path):
    desk = machine(display=True)
    start.main([], desk)
    desk.done.clear()
    (tmp_path / "requirements.lock").write_text("one==2 --hash=sha256:11\n")
    assert start.main([], desk) == 0
    assert len(desk.pips()) == 1
    assert "make .venv" not in desk.done


def test_another_python_makes_the_venv_anew(machine):
    desk = machine(display=True)
    start.main([], desk)
    desk.done.clear()
    newer = machine(display=True, packages=FULL)
    newer.version = "3.12"
    newer.asks = lambda command: (
        desk.asks(command) if "-c" in command else Recorder.asks(newer, command)
    )
    assert start.main([], newer) == 0
    assert "make .venv" in newer.done
    assert len(newer.pips()) == 1


def test_an_installation_broken_off_is_taken_up_again(machine, capsys):
    desk = machine(display=True, fails=["pip"])
    assert start.main([], desk) == 1
    assert "Netz" in capsys.readouterr().err
    assert not desk.stamp.exists()
    desk.done.clear()
    assert start.main([], desk) == 0
    assert len(desk.pips()) == 1
    assert desk.done[-1][0] == "become"


def test_the_lists_of_packages_are_fetched_only_when_the_first_try_fails(machine):
    calm = machine()
    start.main([], calm)
    assert not any("update" in line for line in calm.done)
    stale = machine(fails=["install"])
    assert start.main(["--"], stale) == 0
    words = ["update" if "update" in line else "install" for line in stale.done if "apt" in line]
    assert words == ["install", "update", "install"]


def test_a_machine_without_network_says_so(machine, capsys):
    alone = machine(fails=["install", "update"])
    assert start.main([], alone) == 1
    assert "Netz" in capsys.readouterr().err
    assert not alone.pips()


def test_a_sudo_that_asks_nothing_is_used(machine):
    desk = machine(is_root=False, sudo=True)
    assert start.main([], desk) == 0
    apt = [line for line in desk.done if "apt-get" in line]
    assert all(line.startswith("sudo -n ") for line in apt)


@pytest.mark.parametrize(("sudo", "rights"), [(False, "sudo sh -c"), (None, "su -c")])
def test_without_rights_one_line_is_printed_and_nothing_done(machine, capsys, sudo, rights):
    desk = machine(is_root=False, sudo=sudo, ensurepip=False)
    assert start.main([], desk) == 1
    told = capsys.readouterr()
    lines = [line.strip() for line in told.err.splitlines() if "apt-get" in line]
    assert len(lines) == 1
    assert lines[0].startswith(rights + " 'apt-get update && apt-get install -y")
    assert all(package in lines[0] for package in (*start.OFFSCREEN, "python3-venv"))
    assert told.out == ""
    assert desk.done == ["make .venv"]


def test_a_venv_that_fails_for_another_reason_is_not_put_on_the_package(machine, capsys):
    full = machine(packages={*FULL, "python3-venv"})
    full.asks = lambda command: (1, "No space left on device")
    assert start.main([], full) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert not full.installs()


@pytest.mark.parametrize("system", ["windows", "mac"])
def test_elsewhere_the_same_commands_work_without_apt(machine, system):
    desk = machine(system=system, apt=False)
    assert start.main([], desk) == 0
    assert desk.done[0] == "make .venv"
    assert len(desk.pips()) == 1
    assert desk.done[-1][0] == "become"
    desk.done.clear()
    assert start.main(["test"], desk) == 0
    assert [step[0] for step in desk.done] == ["call"]


def test_another_linux_goes_on_without_apt_and_says_what_it_lacks(machine, capsys):
    fedora = machine(apt=False)
    assert start.main(["test"], fedora) == 0
    assert not fedora.installs()
    assert "Xvfb" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["tests"], ["--json"], ["demo", "DIR"]])
def test_a_wrong_call_ends_with_two_and_shows_the_right_ones(machine, capsys, words):
    desk = machine()
    assert start.main(words, desk) == 2
    told = capsys.readouterr()
    assert "start.py test" in told.err
    assert told.out == ""
    assert desk.done == []


def test_help_is_no_wrong_call(machine, capsys):
    assert start.main(["--help"], machine()) == 0
    assert "start.py -- ARGS" in capsys.readouterr().err


def test_a_python_too_old_is_told_which_one_would_do():
    told = start.too_old((3, 10), lambda program: program in {"python3.12", "python3.11"})
    assert "3.11" in told
    assert "3.10" in told
    assert "python3.12 start.py" in told
    assert "installieren" in start.too_old((3, 9), lambda program: False)
    assert start.too_old((3, 11), lambda program: False) == ""


# --- the real machine: what can be asked without changing it


def test_what_a_command_prints_while_changing_the_machine_goes_to_stderr(tmp_path):
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import start\n"
        "print(start.Machine().does([sys.executable, '-c', 'print(\"noise\")']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(start.ROOT)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "0\n"
    assert done.stderr == "noise\n"


@pytest.mark.skipif(sys.platform == "win32", reason="execv is POSIX")
def test_becoming_the_program_passes_stdout_and_exit_code():
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import start\n"
        "code = 'import os; print(os.environ[\"SEEN\"]); raise SystemExit(9)'\n"
        "start.Machine().becomes([sys.executable, '-c', code], {'SEEN': 'yes'})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(start.ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (9, "yes\n", "")


def test_the_user_s_folder_stays_and_an_app_lying_in_it_is_not_run(tmp_path):
    house = tmp_path / "house"
    away = tmp_path / "away"
    for folder, says in ((house, "ours"), (away, "theirs")):
        (folder / "app").mkdir(parents=True)
        (folder / "app" / "__main__.py").write_text(f"import os; print('{says}', os.getcwd())")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import start; from pathlib import Path\n"
        "machine = start.Machine(Path(sys.argv[2])); machine.python = sys.executable\n"
        "sys.exit(start.carry_out(machine, start.Order('program')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(start.ROOT), str(house)],
        cwd=away,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"ours {away}\n"


@pytest.mark.skipif(not Path("/usr/bin/dpkg-query").exists(), reason="asks dpkg")
def test_dpkg_s_answer_holds_installed_packages_and_what_they_stand_in_for():
    names = start.Machine().installed()
    assert "dpkg" in names
    assert "awk" in names, "mawk or gawk provides it"
    assert "no-such-package" not in names


@pytest.mark.skipif(not start.Machine().has("Xvfb"), reason="needs Xvfb")
def test_a_screen_is_there_while_needed_and_gone_after():
    machine = start.Machine()
    with machine.screen() as display:
        socket = Path("/tmp/.X11-unix") / f"X{display[1:]}"  # noqa: S108
        assert socket.exists()
    assert not socket.exists()
