"""No readable word of the record is in any file of the vault, open or closed, log and backups included."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from planner.message import N_
from planner.paths import resources_dir
from planner.record.journey import Journey
from planner.store.change_log import ChangeNote
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

_SHORTEST = 6  # bytes (two hanzi): shorter ones are found in any megabyte of noise by chance

_VALUE = re.compile(rb': ("[^"]*"|[0-9]+)')  # of the key file, whose names of fields are English words
_OF_THE_FORMAT = {"passphrase", "treatment", "journey", "vault"}


def words_of(value: Any) -> set[str]:
    """Every string a value of the record holds, codes apart."""
    if isinstance(value, Enum):
        return set()
    if isinstance(value, str):
        return {value, *value.split()}
    if is_dataclass(value):
        return {word for field in fields(value) for word in words_of(getattr(value, field.name))}
    if isinstance(value, dict):
        return {word for item in value.values() for word in words_of(item)}
    if isinstance(value, tuple | frozenset):
        return {word for item in value for word in words_of(item)}
    return set()


def readable(folder: Path, words: set[str]) -> set[tuple[str, str]]:
    """The words found in files of ``folder``: as written, in capitals or small, in UTF-8 or UTF-16."""
    sought = {
        (word, form)
        for word in words
        for spelling in (word, word.lower(), word.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
        if len(form := spelling.encode(encoding)) >= _SHORTEST
    }
    found = set()
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if path.name == "vault.json":
            content = b"".join(_VALUE.findall(content))
        starts = {content[at : at + _SHORTEST] for at in range(len(content) - _SHORTEST + 1)}
        likely = ((word, form) for word, form in sought if form[:_SHORTEST] in starts)
        found |= {(path.name, word) for word, form in likely if form in content}
    return found


def sample() -> Journey:
    from planner.imports.journey_file import open_file

    return open_file(resources_dir() / "sample" / "sample.journey.json").journey


@pytest.mark.parametrize("journey", [sample(), next(generated_journeys(1))], ids=["sample", "generated"])
def test_the_files_hold_no_readable_word(folder, journey):
    words = {word for word in words_of(journey) if word.lower() not in _OF_THE_FORMAT}
    assert len(words) > 200
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        label = N_("Import {name}", name=journey.patient.full_name)
        vault.save([JourneyChange(None, journey)], ChangeNote(at=NOW, label=label, who="case-manager"))
        vault.search(journey.patient.surname)
        vault.backups.job(now=NOW, reason="test").run()
        assert (folder / "record.db-wal").stat().st_size > 0
        assert readable(folder, words) == set()
    assert readable(folder, words) == set()


def test_the_search_for_words_finds_them_where_they_are(tmp_path):
    journey = next(generated_journeys(1))
    surname = journey.patient.surname
    (tmp_path / "leak.txt").write_text(f"...{surname.lower()}...", encoding="utf-16-le")
    assert ("leak.txt", surname) in readable(tmp_path, words_of(journey))


def test_the_shape_of_the_database_is_not_readable_either(vault, folder):
    assert readable(folder, {"CREATE TABLE", "traveller", "SQLite format"}) == set()
