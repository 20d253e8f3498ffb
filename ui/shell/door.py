"""The ways in: open a record, create one, look at the sample. Each is slow by design."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.rescue import Outlook, Salvaged


class Door(Protocol):
    """Opens sessions. Raises: PlannerError, with a sentence and a way on."""

    def holds_record(self, folder: Path) -> bool: ...

    def open(self, folder: Path, passphrase: str) -> Session: ...

    def create(self, folder: Path, passphrase: str) -> Session: ...

    def recover(self, folder: Path, code: str, passphrase: str) -> Session: ...

    def open_remembered(self, folder: Path) -> Session: ...

    def look(self, folder: Path, passphrase: str) -> Outlook: ...

    def restore(self, outlook: Outlook, passphrase: str) -> Session: ...

    def salvage(self, outlook: Outlook, target: Path, passphrase: str) -> Salvaged: ...

    def sample(self) -> Session: ...


class SessionDoor:
    """The program's own door; ``clock`` tells the present moment."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock

    def holds_record(self, folder: Path) -> bool:
        from planner.session.record_folder import holds_record

        return holds_record(folder)

    def open(self, folder: Path, passphrase: str) -> Session:
        from planner.session import Session

        return _looked_at(Session.open(folder, passphrase, clock=self._clock))

    def create(self, folder: Path, passphrase: str) -> Session:
        from planner.session import Session

        return Session.create(folder, passphrase, clock=self._clock)

    def sample(self) -> Session:
        from planner.session import Session

        return Session.sample()

    def recover(self, folder: Path, code: str, passphrase: str) -> Session:
        from planner.session import Session

        return Session.recover(folder, code, passphrase, clock=self._clock)

    def open_remembered(self, folder: Path) -> Session:
        from planner.session import Session

        return _looked_at(Session.open_remembered(folder, clock=self._clock))

    def look(self, folder: Path, passphrase: str) -> Outlook:
        from planner.session.rescue import look

        return look(folder, passphrase, clock=self._clock)

    def restore(self, outlook: Outlook, passphrase: str) -> Session:
        from planner.session.rescue import restore_in_place

        return restore_in_place(outlook, outlook.backups[0], passphrase, clock=self._clock)

    def salvage(self, outlook: Outlook, target: Path, passphrase: str) -> Salvaged:
        from planner.session.rescue import salvage

        return salvage(outlook, target, passphrase, clock=self._clock)


def _looked_at(session: Session) -> Session:
    """Read what is shown first on this thread: it is in memory when the window asks for it."""
    session.caseload.agenda()
    return session
