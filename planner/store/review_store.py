"""Reviews of reference data that were made in this vault: added, and withdrawn when one was a slip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.reference.review import Review, Reviewed
from planner.store.change_log import ChangeLog, ChangeNote
from planner.store.failures import told_plainly
from planner.store.field_changes import FieldChange
from planner.store.journey_summary import JourneySummaries

if TYPE_CHECKING:
    from sqlite_utils import Database


class ReviewStore:
    """The reviews of one vault."""

    def __init__(self, db: Database, folder: Path, summaries: JourneySummaries, log: ChangeLog) -> None:
        self._db = db
        self._folder = folder
        self._summaries = summaries
        self._log = log

    def all(self) -> tuple[Review, ...]:
        """Every review, in the order in which they were entered, but for kinds this version does not know."""
        with told_plainly(self._folder):
            rows = self._db.conn.execute(
                'SELECT "kind", "subject", "on", "at", "by", "valid_until" FROM "reference_review" '
                'ORDER BY "number"'
            ).fetchall()
        known = {kind.value for kind in Reviewed}
        return tuple(
            Review(
                kind=Reviewed(kind),
                subject=subject,
                on=dt.date.fromisoformat(on),
                at=dt.datetime.fromisoformat(at),
                by=by,
                valid_until=dt.date.fromisoformat(until) if until else None,
            )
            for kind, subject, on, at, by, until in rows
            if kind in known
        )

    def keep(self, review: Review, note: ChangeNote) -> None:
        """Keep ``review``, durably; every journey's row becomes stale, since findings rest on it."""
        self._change(lambda: self._add(review), (review, None, review.on.isoformat()), note)

    def withdraw(self, review: Review, note: ChangeNote) -> None:
        """Forget ``review``, the one entered last where several are alike, as ``keep``."""
        self._change(lambda: self._remove(review), (review, review.on.isoformat(), None), note)

    def _change(
        self, change: Callable[[], None], told: tuple[Review, str | None, str | None], note: ChangeNote
    ) -> None:
        review, was, now = told
        with told_plainly(self._folder), self._db.atomic():
            change()
            self._summaries.make_all_stale(note.at)
            fields = [FieldChange(review.kind.value, review.subject, "checked_on", was, now)]
            self._log.add(note, {None: fields})

    def _add(self, review: Review) -> None:
        self._db.execute(
            'INSERT INTO "reference_review" ("kind", "subject", "on", "at", "by", "valid_until") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                review.kind.value,
                review.subject,
                review.on.isoformat(),
                _instant(review.at),
                review.by,
                review.valid_until.isoformat() if review.valid_until else None,
            ),
        )

    def _remove(self, review: Review) -> None:
        self._db.execute(
            'DELETE FROM "reference_review" WHERE "number" = (SELECT max("number") FROM "reference_review" '
            'WHERE "kind" = ? AND "subject" = ? AND "on" = ? AND "at" = ?)',
            (review.kind.value, review.subject, review.on.isoformat(), _instant(review.at)),
        )


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")
