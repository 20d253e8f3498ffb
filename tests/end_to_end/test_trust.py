"""The whole story of the program in a process of its own: it reaches nobody, and leaves nothing readable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from planner.imports.journey_file import open_file
from planner.session.importing import sample_file
from planner.settings import COPIES
from tests.end_to_end.story import ATTACHED, NOTE, PASSPHRASE

pytestmark = [pytest.mark.end_to_end, pytest.mark.xdist_group("trust")]

_SHORTEST = 4  # characters of a word of the record
#: In a megabyte of noise shorter forms are found by chance; files that are not encrypted hold no noise.
_SHORTEST_IN_NOISE = 7  # bytes
_ENCRYPTED = {"record.db", "record.db-wal", "manifest.json", "vault.json", "log.json"}
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
#: Names of fields and values of our own files that are words of the record as well.
_OF_THE_FORMAT = {"treatment", "journey", "vault", "passphrase", "backup", "digest", "language", "paper"}


@dataclass(frozen=True, slots=True)
class Story:
    """What a run left: the folder of everything it could write, and what it told."""

    tree: Path
    told: dict[str, list[str]]


def run_story(project: Path, tree: Path) -> Story:
    """Run the story with every folder that a program writes to inside ``tree``."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "XDG_"))
    }
    places = {
        "HOME": "home",
        "USERPROFILE": "home",
        "TMPDIR": "tmp",
        "TMP": "tmp",
        "TEMP": "tmp",
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "runtime",
    }
    for name in set(places.values()):
        (tree / name).mkdir(mode=0o700, parents=True)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.end_to_end.story", str(tree / "record")],
        cwd=project,
        env={
            **kept,
            **{variable: str(tree / name) for variable, name in places.items()},
            "QT_QPA_PLATFORM": "offscreen",
            "LANGUAGE": "en",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return Story(tree, json.loads(done.stdout))


@pytest.fixture(scope="module")
def story(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    return run_story(project, tmp_path_factory.mktemp("story"))


def words_of(value: Any) -> Iterator[str]:
    """Every string of the record and every word in it, codes apart."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield from (word for word in (value, *value.split()) if len(word) >= _SHORTEST)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from words_of(item)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from words_of(item)


def readable(tree: Path, words: set[str]) -> set[tuple[str, str]]:
    """The words found in any file of the tree, in any of the encodings, as written or in small letters."""
    forms = {
        (word, form)
        for word in words
        for spelling in (word, word.lower(), word.upper())
        for encoding in _ENCODINGS
        if (form := spelling.encode(encoding, "replace"))
    }
    found = set()
    for path in tree.rglob("*"):
        if not path.is_file():
            continue
        content = path.read_bytes()
        if path.name == "settings.json":  # its own words apart: names of settings, where the record lies
            kept = json.loads(content)
            assert set(kept.pop("export_copies")) <= set(COPIES)  # codes, of which one is "driver"
            values = json.dumps([*kept.values()])
            content = values.replace(str(tree / "record"), "").encode()
        noise = path.name in _ENCRYPTED or path.parent.name == "files"
        least = _SHORTEST_IN_NOISE if noise else 1
        starts = {content[at : at + 4] for at in range(len(content) - 3)}
        found |= {
            (path.relative_to(tree).as_posix(), word)
            for word, form in forms
            if len(form) >= least and form[:4] in starts and form in content
        }
    return found


def test_nothing_readable_of_the_record_is_left_anywhere(story: Story) -> None:
    words = set(words_of(open_file(sample_file()).journey))
    words |= {NOTE, *NOTE.split(), ATTACHED.decode()[:40], "quokka", PASSPHRASE}
    words = {word for word in words if word.lower() not in _OF_THE_FORMAT}
    assert len(words) > 1000
    written = {path.name for path in story.tree.rglob("*") if path.is_file()}
    assert {"record.db", "vault.json", "log.json", "manifest.json", "settings.json"} <= written
    assert readable(story.tree, words) == set()


@pytest.mark.parametrize("encoding", _ENCODINGS)
def test_a_leak_would_be_found(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "log.txt").write_bytes(b"..." + "陈医生四人 Eriksson".lower().encode(encoding) + b"...")
    (tmp_path / "record.db").write_bytes(os.urandom(5000) + "Eriksson".encode(encoding))
    found = readable(tmp_path, {"陈医生四人", "Eriksson"})
    assert found == {("log.txt", "陈医生四人"), ("log.txt", "Eriksson"), ("record.db", "Eriksson")}


def test_the_program_reaches_nobody(story: Story) -> None:
    assert story.told == {"seen": [], "open": [], "modules": []}


def test_an_attempt_to_reach_somebody_is_seen(project: Path) -> None:
    probe = (
        "import socket\nfrom tests.end_to_end import story\nstory.watch()\n"
        "for reach in (lambda: socket.create_connection(('192.0.2.1', 9), timeout=0.01),"
        " lambda: socket.getaddrinfo('localhost', 9), lambda: socket.socket().bind(('127.0.0.1', 0))):\n"
        "    try:\n        reach()\n    except OSError:\n        pass\n"
        "held = socket.socket()\nheld.bind(('127.0.0.1', 0)); held.listen()\n"
        "import json; print(json.dumps([story.seen, story.open_sockets()]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=project, capture_output=True, text=True, check=True, timeout=60
    )
    seen, held = json.loads(done.stdout)
    assert {line.split()[0] for line in seen} >= {"socket.getaddrinfo", "socket.connect", "socket.bind"}
    assert len(held) == 1 or not Path("/proc/self/net").is_dir()
