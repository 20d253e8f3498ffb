"""Several copies leave the record: noted before they are written, taken back if they were not."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from planner.errors import PlannerError
from planner.message import N_
from planner.record.consent import Audience
from planner.record.ids import DisclosureId
from planner.session import Session
from ui.journey.copies import Copy, Task


class Leaving:
    """The notes of one export, made when this is: whatever happens then, nothing lies outside unnoted.

    Raises: Refused when one of the copies may not leave; then none is noted.
    """

    def __init__(self, session: Session, journey_id: str, tasks: Sequence[Task]) -> None:
        self._session = session
        self._journey = journey_id
        self._lock = threading.Lock()
        self._written: set[Copy] = set()
        told = [one for one in tasks if one.options is not None and one.copy is not Copy.FILE]
        copies = [(one.options, f"{one.stem}{one.ending}") for one in told if one.options is not None]
        entered = session.disclosures.copies_left(journey_id, copies)
        self._entered: dict[Copy, tuple[DisclosureId, ...]] = {
            one.copy: ids for one, ids in zip(told, entered, strict=True)
        }
        if any(one.copy is Copy.FILE for one in tasks):
            whole = replace(session.disclosures.whole(journey_id), audience=Audience.AGENCY)
            session.disclosures.enter(journey_id, whole, N_("Export the journey file"))

    def left(self, task: Task, _path: Path) -> None:
        """A file lies outside; on any thread."""
        with self._lock:
            self._written.add(task.copy)

    def settle(self) -> PlannerError | None:
        """The work ended before its time: take back what was noted of files that are not there.

        The error is returned that kept it from being taken back; the notes stand then.
        """
        with self._lock:
            kept = frozenset(self._written)
        gone = [id for copy, ids in self._entered.items() if copy not in kept for id in ids]
        try:
            self._session.disclosures.take_back(self._journey, gone)
        except PlannerError as error:
            return error
        return None
