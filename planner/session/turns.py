"""What an edit would change, as turns of the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
            before = current = journey(edit.journey)
            after = changed = edit.change(current)
            if changed.places is not current.places or changed.contacts is not current.contacts:
                return (*_entered(changed, directory()), *_turned(before, after))
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
    return _turned(before, after)


def _turned(before: Journey | Directory | None, after: Journey | Directory | None) -> tuple[Turn, ...]:
    return () if after is before or after == before else (Turn(before, after),)


def _entered(journey: Journey, directory: Directory) -> tuple[Turn, ...]:
    """What the journey holds and the directory has not yet is put there too, and goes from there again."""
    known = {one.id for one in (*directory.places, *directory.contacts)}
    places = tuple(one for one in journey.places if one.id not in known)
    contacts = tuple(one for one in journey.contacts if one.id not in known)
    if not places and not contacts:
        return ()
    after = replace(directory, places=(*directory.places, *places), contacts=(*directory.contacts, *contacts))
    return (Turn(directory, after),)
