"""A vault of its own for each test, with a key that costs nothing to derive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planner.store.database import connect
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault

NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
PASSPHRASE = "correct horse 蓝色 battery"
CHEAP = KeyCost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection the vault has made, and the data key it was given."""

    db: Any
    data_key: bytes


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[Connection]:
    """Every connection that vaults make from now on, to hurt them by."""
    made: list[Connection] = []

    def recorded(path: Path, data_key: bytes) -> Any:
        made.append(Connection(connect(path, data_key), data_key))
        return made[-1].db

    monkeypatch.setattr("planner.store.vault.connect", recorded)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a vault may be; with hanzi and a space, as a real one."""
    return tmp_path / "患者 record"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """An empty open vault."""
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        yield vault


@pytest.fixture
def reopened(folder: Path) -> Callable[[], Vault]:
    """Opens the vault in ``folder`` again: ``with reopened() as vault``."""
    return lambda: Vault.open(folder, PASSPHRASE, now=NOW)
