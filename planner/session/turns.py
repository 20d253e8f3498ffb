"""What an edit would change, as turns of the history."""

from __future__ import annotations

from collections.abc import Callable

from planner.edits.edit import AnyEdit, DirectoryEdit, Edit, JoinEntries, NewJourney, RemoveJourney
from planner.edits.history import Turn
from planner.record.directory import Directory
from planner.record.journey import Journey


def turns_of(
    edit: AnyEdit, journey: Callable[[str], Journey], directory: Callable[[], Directory]
) -> tuple[Turn, ...]:
    """The turns of ``edit`` over the record that ``journey`` and ``directory`` read; none, no change."""
    before: Journey | Directory | None
    after: Journey | Directory | None
    match edit:
        case Edit():
            before = journey(edit.journey)
            after = edit.change(before)
        case DirectoryEdit():
            before = directory()
            after = edit.change(before)
        case JoinEntries():
            joined = [(journey(key), edit.change_journey) for key in edit.journeys]
            turns = [Turn(one, change(one)) for one, change in joined]
            return (*turns, Turn(directory(), edit.change(directory())))
        case NewJourney():
            before, after = None, edit.journey
        case RemoveJourney():
            before, after = journey(edit.journey), None
    return () if after is before or after == before else (Turn(before, after),)
