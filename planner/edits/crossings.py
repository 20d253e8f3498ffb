"""What crosses the border on a leg goes by it: its day, time and port follow when the leg gets other ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.thing import Thing
from planner.record.visa import Entry, EntryState


def with_crossings(journey: Journey, before: Thing, after: Thing) -> Journey:
    """``journey`` with what is planned to cross on the leg ``before``, now ``after``.

    A crossing follows in what it has of the leg, or does not know yet. What was entered otherwise stays, as
    does an entry that took place.
    """
    if not isinstance(before, Leg) or not isinstance(after, Leg):
        return journey
    entries = tuple(_following(entry, before, after) for entry in journey.entries)
    return journey if entries == journey.entries else replace(journey, entries=entries)


def _following(entry: Entry, before: Leg, after: Leg) -> Entry:
    changed: dict[str, Any] = {}
    if entry.entry_leg == after.id and entry.state is EntryState.PLANNED:
        changed["entered"] = _of_the_leg(entry.entered, before.arrives, after.arrives)
        changed["entry_port"] = _of_the_leg(entry.entry_port, before.destination, after.destination)
    if entry.exit_leg == after.id and entry.state is not EntryState.CANCELLED:
        changed["exited"] = _of_the_leg(entry.exited, before.departs, after.departs)
        changed["exit_port"] = _of_the_leg(entry.exit_port, before.origin, after.origin)
    return replace(entry, **changed) if changed else entry


def _of_the_leg(value: Any, before: Any, after: Any) -> Any:
    """What stands at the crossing once the leg has ``after`` where it had ``before``."""
    if after is None or before == after or value not in (None, before):
        return value
    return after
