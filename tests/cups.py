"""A print server of the tests' own: CUPS on loopback, with a queue whose printer is a file."""

from __future__ import annotations

import contextlib
import ctypes
import getpass
import grp
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: A printer that takes PDF and asks CUPS for nothing else; its default paper is Letter, as is many
#: an office printer's.
PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
PROGRAMS = ("cupsd", "lpadmin", "lpstat", "cupsdisable", "cupsreject")
PATIENCE = 60


def lacking() -> str:
    """What is not there of what a print server takes; blank where all is."""
    absent = [name for name in PROGRAMS if found(name) is None]
    return ", ".join([*absent, *([] if PPD.exists() else [str(PPD)])])


def found(program: str) -> str | None:
    """Where a program lies; servers lie where users do not look."""
    return shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@dataclass
class PrintServer:
    """`room` holds everything of the server; what a queue printed lies in `room`/out."""

    room: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def add(self, queue: str) -> None:
        """A queue that writes what it is given to `arrived(queue)`."""
        where = self.room / "out" / f"{queue}.pdf"
        self.run("lpadmin", "-p", queue, "-E", "-v", f"file://{where}", "-P", str(PPD))

    def remove(self, queue: str) -> None:
        self.run("lpadmin", "-x", queue)

    def reject(self, queue: str) -> None:
        """The queue takes no more jobs."""
        self.run("cupsreject", queue)

    def disable(self, queue: str) -> None:
        """The queue takes jobs and prints none."""
        self.run("cupsdisable", queue)

    def arrived(self, queue: str) -> Path:
        """The file the printer got, once the job is through."""
        where = self.room / "out" / f"{queue}.pdf"
        self._until(lambda: where.exists() and self.jobs(queue) == [], f"{queue} printed nothing")
        return where

    def jobs(self, queue: str) -> list[str]:
        """Names of the jobs a queue has not finished."""
        listed = self.run("lpstat", "-o", queue).splitlines()
        return [line.split()[0] for line in listed if line.strip()]

    def page_log(self, queue: str) -> list[str]:
        """A line for each job of a queue: user, number, time, pages, paper, sides."""
        log = self.room / "log" / "page_log"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        return [line for line in lines if line.startswith(f"{queue} ")]

    def run(self, program: str, *arguments: str) -> str:
        """A command of CUPS against this server; its output."""
        where = found(program) or program
        done = subprocess.run(
            [where, "-h", self.address, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
        assert done.returncode == 0, f"{program} {arguments}: {done.stderr}"
        return done.stdout

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()

    def _until(self, is_so, otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"{otherwise}\n{self.log()}"
            time.sleep(0.05)

    def log(self) -> str:
        log = self.room / "log" / "error_log"
        return log.read_text("utf-8", "replace")[-4000:] if log.exists() else ""


@contextlib.contextmanager
def print_server() -> Iterator[PrintServer]:
    """Start `cupsd` on a port of its own and end it afterwards."""
    # CUPS takes for a device what lies below /dev, where other files of the tests may lie
    with tempfile.TemporaryDirectory(prefix="heimathafen-cups-", dir="/tmp") as folder:
        yield from _running(Path(folder))


def _running(room: Path) -> Iterator[PrintServer]:
    for name in ("spool", "cache", "log", "state", "out", "ppd"):
        (room / name).mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _configure(room, port)
    _open_to_all(room)
    process = subprocess.Popen(
        [
            found("cupsd") or "cupsd",
            "-f",
            "-c",
            str(room / "cupsd.conf"),
            "-s",
            str(room / "cups-files.conf"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = PrintServer(room, port, process)
    try:
        server._until(lambda: _answers(port), "cupsd does not answer")
        yield server
    finally:
        if process.poll() is None:
            server.stop()


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(1)
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _configure(room: Path, port: int) -> None:
    (room / "cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\n"
        "Browsing Off\n"
        "LogLevel info\n"
        "DefaultAuthType None\n"
        "JobPrivateAccess all\n"
        "JobPrivateValues none\n"
        "WebInterface No\n"
        "<Location />\n  Order allow,deny\n  Allow from 127.0.0.1\n</Location>\n"
        "<Policy default>\n"
        "  JobPrivateAccess all\n  JobPrivateValues none\n"
        "  SubscriptionPrivateAccess all\n  SubscriptionPrivateValues none\n"
        "  <Limit All>\n    Order deny,allow\n    Allow from 127.0.0.1\n  </Limit>\n"
        "</Policy>\n",
        "ascii",
    )
    user = "lp" if os.geteuid() == 0 else getpass.getuser()
    group = "lp" if os.geteuid() == 0 else grp.getgrgid(os.getegid()).gr_name
    (room / "cups-files.conf").write_text(
        f"ServerRoot {room}\n"
        f"RequestRoot {room / 'spool'}\n"
        f"CacheDir {room / 'cache'}\n"
        f"StateDir {room / 'state'}\n"
        f"TempDir {room / 'spool'}\n"
        f"ErrorLog {room / 'log' / 'error_log'}\n"
        f"AccessLog {room / 'log' / 'access_log'}\n"
        f"PageLog {room / 'log' / 'page_log'}\n"
        "FileDevice Yes\n"
        "Sandboxing relaxed\n"
        "SystemGroup root lpadmin\n"
        f"User {user}\nGroup {group}\n",
        "ascii",
    )


def _open_to_all(room: Path) -> None:
    """As root the filters run as `lp`, who must reach the folders of the server."""
    if os.geteuid() != 0:
        return
    room.chmod(0o755)
    for name in ("spool", "cache", "log", "state", "out"):
        shutil.chown(room / name, "lp", "lp")


class AskedOf:
    """Qt asks this server, in every thread."""

    def __init__(self, server: PrintServer) -> None:
        self._server = server
        self._cups = ctypes.CDLL("libcups.so.2")

    def __enter__(self) -> None:
        self._before = os.environ.get("CUPS_SERVER")
        os.environ["CUPS_SERVER"] = self._server.address
        self._cups.cupsSetServer(self._server.address.encode("ascii"))

    def __exit__(self, *_: object) -> None:
        self._cups.cupsSetServer(None)
        if self._before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = self._before
