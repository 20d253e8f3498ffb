"""The log of an open vault, as others use it: ``vault.events``."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from planner.errors import StoreError
from planner.message import N_
from planner.store.database import connect
from planner.store.event import Event, LoggedEvent, WantedEvents
from planner.store.event_check import LogCheck, check_log, leads_on_from
from planner.store.event_log import EventLog
from planner.store.failures import told_plainly
from planner.store.file_names import ANCHOR_NAME, DATABASE_NAME
from planner.store.log_anchor import Anchor, read_anchor, write_anchor

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class LogCheckJob:
    """The work of reading and checking the whole log, on any thread, over a connection of its own."""

    folder: Path
    data_key: bytes = field(repr=False)

    def run(self) -> LogCheck:
        """Do it. Raises: StoreError when the record cannot be read."""
        with told_plainly(self.folder):
            db = connect(self.folder / DATABASE_NAME, self.data_key)
            try:
                return _checked(self.folder, db, self.data_key)
            finally:
                db.close()


class RecordLog:
    """What was done with the record, read and added to. Edits are told by ``Vault.save`` itself."""

    def __init__(self, folder: Path, db: Database, data_key: bytes) -> None:
        self._folder = folder
        self._db = db
        self._data_key = data_key
        self.rows = EventLog(db)

    def add(self, *events: Event) -> None:
        """Tell what was done: all durable when this returns, or none. Raises: StoreError."""
        with told_plainly(self._folder), self._db.atomic():
            for event in events:
                self.rows.add(event)

    def latest(self, **wanted: Unpack[WantedEvents]) -> list[LoggedEvent]:
        """The events that are wanted, the newest first."""
        with told_plainly(self._folder):
            return self.rows.latest(**wanted)

    def head(self) -> tuple[int, str]:
        """The number of the newest event and its digest in hex, which vouches for all before it."""
        with told_plainly(self._folder):
            number, digest = self.rows.head()
            return number, digest.hex()

    def verify(self) -> LogCheck:
        """Read the whole log and check it, also against how far it reached at the last closing."""
        with told_plainly(self._folder):
            return _checked(self._folder, self._db, self._data_key)

    def check_job(self) -> LogCheckJob:
        """What ``verify`` does, for a worker: a hundred thousand events take about a second."""
        return LogCheckJob(self._folder, self._data_key)

    def anchor(self) -> None:
        """Keep beside the record how far the log reaches, so that cutting its end off is noticed.

        The log itself is durable already; a disk that has no room for this says so at the next edit. What
        was kept of another log, or of a longer one, is left for ``verify`` to tell.
        """
        with suppress(OSError, StoreError, ValueError), told_plainly(self._folder):
            now = Anchor(*self.rows.head())
            kept = read_anchor(self._folder, self._data_key)
            if kept != now and (kept is None or leads_on_from(self._db, kept)):
                write_anchor(self._folder, self._data_key, now)


def _checked(folder: Path, db: Database, data_key: bytes) -> LogCheck:
    try:
        anchor = read_anchor(folder, data_key)
    except ValueError:
        found = check_log(db, None)
        if not found.is_whole:
            return found
        fault = N_("The file {file}, which tells how long the log was, was changed.", file=ANCHOR_NAME)
        return LogCheck(found.events, found.digest, found.events, fault)
    return check_log(db, anchor)
