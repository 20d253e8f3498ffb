"""A short run of ``make fuzz``, and that it would find what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.input_limits import MOST_MEMORY_BYTES
from planner.message import N_
from tests.fuzz import campaign
from tests.fuzz.readers import Reader

pytestmark = pytest.mark.skipif(not hasattr(campaign.signal, "setitimer"), reason="needs a POSIX timer")


def test_two_thousand_spoilt_files_crash_nothing(tmp_path: Path) -> None:
    figures = campaign.run(2_000, 20261123, tmp_path)
    assert [(one.reader, one.what) for one in figures.found] == []
    assert set(figures.tried) == {reader.name for reader in campaign.readers(tmp_path)}
    taken = figures.tried["journey file"] - figures.refused["journey file"]
    assert taken > 20, "some must get through, or nothing past the first check was tried"


@pytest.mark.parametrize(
    ("read", "what"),
    [
        (lambda data: {}["missing"], "KeyError"),
        (lambda data: sum(number for number in range(10**9)), "longer than"),
        (lambda data: len(b"x" * (campaign.most_memory() + MOST_MEMORY_BYTES)), "MB"),
    ],
)
def test_a_crash_a_hang_and_a_hunger_are_found(
    read: object, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign, "SLOWEST_READ_SECONDS", 0.05)
    reader = Reader("bad", (b"x",), lambda seed, rng: seed, read)
    monkeypatch.setattr(campaign, "readers", lambda folder: (reader,))
    monkeypatch.setattr(campaign, "_warm", lambda tried: None)
    if what == "MB":
        monkeypatch.setattr(campaign, "SLOWEST_READ_SECONDS", 20.0)
    figures = campaign.run(1, 1, tmp_path)
    assert [what in one.what for one in figures.found] == [True]


def test_what_the_program_says_in_a_sentence_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes) -> None:
        raise InputError(N_("No."))

    monkeypatch.setattr(
        campaign, "readers", lambda folder: (Reader("r", (b"x",), lambda seed, rng: seed, refuse),)
    )
    assert campaign.run(3, 1, tmp_path).found == []
