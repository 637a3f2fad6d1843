"""The terminal as tests use it: results, the program in a process of its own, spoilt files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.desk import open_desk
from db.file import connect, open_file
from tests.conftest import ROOT, TODAY

MAPPING = 'name = "liste"\nformat = "json"\nkey = "id"\n\n[fields.organisation]\nfrom = "name"\n'
ROWS = '[{"id": "1", "name": "Kita Ä"}, {"id": "2", "name": "  Kita B"}]'


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)


def history(path, case=1):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    found = [(each.act, each.who) for each in desk.history.of_case(case)]
    desk.close()
    return found


def program(*arguments, **environment):
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def damaged(path, to):
    """A copy whose middle was overwritten."""
    content = bytearray(Path(path).read_bytes())
    for start in range(4096 * 3, len(content) - 4096, 4096):
        content[start + 8 : start + 600] = b"\xa5" * 592
    to.write_bytes(content)
    return to


def numbered(path, to, version):
    shutil.copy(path, to)
    connection = connect(to, writable=True)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return to
