"""Whether the log of the record is whole: every event as it was written, none missing, none slipped in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.message import N_, Message
from planner.store.event import EventKind
from planner.store.event_chain import BEGINNING, contents_of, digest_of
from planner.store.log_anchor import Anchor

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class LogCheck:
    """What a check of the log has found.

    ``events`` is how many there are, ``digest`` that of the newest in hex: told to somebody outside, it
    vouches for every event up to it. ``broken`` is the number of the first that is not whole and ``fault``
    says in one sentence what is wrong with it; both are ``None`` when all are.
    """

    events: int
    digest: str
    broken: int | None = None
    fault: Message | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return self.fault is None


def check_log(db: Database, anchor: Anchor | None) -> LogCheck:
    """Read the whole log; ``anchor`` is how far it reached when the record was last closed."""
    found = sorted(_faults(db, anchor), key=lambda fault: fault[0])
    row = db.conn.execute('SELECT "number", "digest" FROM "event" ORDER BY "number" DESC LIMIT 1').fetchone()
    events, digest = (0, BEGINNING) if row is None else (int(row[0]), bytes(row[1]))
    if not found:
        return LogCheck(events, digest.hex())
    number, message = found[0]
    return LogCheck(events, digest.hex(), number, message)


def leads_on_from(db: Database, anchor: Anchor) -> bool:
    """Whether the log still holds what it held then, or that was put back on purpose."""
    row = db.conn.execute('SELECT "digest" FROM "event" WHERE "number" = ?', (anchor.number,)).fetchone()
    held = anchor.number == 0 or (row is not None and bytes(row[0]) == anchor.digest)
    return held or _was_restored(db, anchor)


def _faults(db: Database, anchor: Anchor | None) -> Iterator[tuple[int, Message]]:
    """At most the first break of the chain, then what the chain itself cannot tell."""
    previous, last = BEGINNING, 0
    gone: list[int] = []
    for (
        number,
        at,
        kind,
        who,
        change,
        contents,
        digest,
        salt,
        journey,
        details,
        label,
        fields,
    ) in db.conn.execute(_EVERYTHING):
        if number != last + 1:
            yield last + 1, N_("Event {number} is missing from the log.", number=last + 1)
            return
        if digest_of(previous, number, at, kind, who, change, bytes(contents)) != bytes(digest):
            yield number, N_("Event {number} of the log was changed after it was written.", number=number)
            return
        if details is None:
            gone.append(number)
        elif contents_of(bytes(salt), journey, details, label, fields) != bytes(contents):
            yield (
                number,
                N_("What event {number} of the log tells was changed after it was written.", number=number),
            )
            return
        previous, last = bytes(digest), number
    if anchor is not None and not leads_on_from(db, anchor):
        if anchor.number <= last:
            yield anchor.number, N_("The log was written anew up to event {number}.", number=anchor.number)
        else:
            yield (
                last + 1,
                N_(
                    "The log ends with event {last}, but it had {known} when the record was last closed.",
                    last=last,
                    known=anchor.number,
                ),
            )
    yield from _unexplained(db, gone)
    yield from _unvouched(db)


def _unexplained(db: Database, gone: list[int]) -> Iterator[tuple[int, Message]]:
    """Contents that are gone though no erasure names their event."""
    erased: set[int] = set()
    for (details,) in db.conn.execute(_DETAILS_OF, (EventKind.ERASE.value,)):
        for first, last in json.loads(details).get("events", ()):
            erased.update(range(first, last + 1))
    for number in gone:
        if number not in erased:
            yield (
                number,
                N_("What event {number} of the log told is gone, and no erasure explains it.", number=number),
            )
            return


def _unvouched(db: Database) -> Iterator[tuple[int, Message]]:
    """A row of the log of changes that no event vouches for."""
    row = db.conn.execute(
        'SELECT log."number" FROM "change_log" AS log LEFT JOIN "event" ON "event"."change" = log."number" '
        'WHERE "event"."number" IS NULL ORDER BY log."number" LIMIT 1'
    ).fetchone()
    if row is not None:
        yield int(row[0]), N_("Change {number} was slipped into the log of changes.", number=int(row[0]))


def _was_restored(db: Database, anchor: Anchor) -> bool:
    """Whether an earlier state was put back on purpose, and the log names what it took the place of."""
    for (details,) in db.conn.execute(_DETAILS_OF, (EventKind.RESTORE.value,)):
        told = json.loads(details)
        if told.get("replaced_digest") == anchor.digest.hex():
            return True
    return False


_EVERYTHING = (
    'SELECT event."number", event."at", event."kind", event."who", event."change", event."contents", '
    'event."digest", contents."salt", contents."journey", contents."details", log."label", log."fields" '
    'FROM "event" AS event LEFT JOIN "event_contents" AS contents ON contents."event" = event."number" '
    'LEFT JOIN "change_log" AS log ON log."number" = event."change" ORDER BY event."number"'
)
_DETAILS_OF = (
    'SELECT contents."details" FROM "event_contents" AS contents '
    'JOIN "event" ON "event"."number" = contents."event" WHERE "event"."kind" = ?'
)
