"""The ways in: open a record, create one, look at the sample. Each is slow by design."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planner.session import Session


class Door(Protocol):
    """Opens sessions. Raises: PlannerError, with a sentence and a way on."""

    def open(self, folder: Path, passphrase: str) -> Session: ...

    def create(self, folder: Path, passphrase: str) -> Session: ...

    def sample(self) -> Session: ...


class SessionDoor:
    """The program's own door; ``clock`` tells the present moment."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock

    def open(self, folder: Path, passphrase: str) -> Session:
        from planner.session import Session

        return Session.open(folder, passphrase, clock=self._clock)

    def create(self, folder: Path, passphrase: str) -> Session:
        from planner.session import Session

        return Session.create(folder, passphrase, clock=self._clock)

    def sample(self) -> Session:
        from planner.session import Session

        return Session.sample()
