"""What the user did, as a value: a label, and a pure function from the record before to the record after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.message import Message
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.journey import Journey


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one journey. ``label`` names it in undo, redo and the log ("Move fraction 6")."""

    label: Message
    journey: JourneyId
    change: Callable[[Journey], Journey]


@dataclass(frozen=True, slots=True)
class DirectoryEdit:
    """A change of what all journeys share: the agency, places, contacts."""

    label: Message
    change: Callable[[Directory], Directory]


@dataclass(frozen=True, slots=True)
class NewJourney:
    """A journey added whole: begun here, or read from a file."""

    label: Message
    journey: Journey


@dataclass(frozen=True, slots=True)
class RemoveJourney:
    """A journey taken away whole; undoing it brings it back."""

    label: Message
    journey: JourneyId


@dataclass(frozen=True, slots=True)
class JoinEntries:
    """Two shared entries made one: in the directory, and in ``journeys`` that used the one that goes."""

    label: Message
    journeys: tuple[JourneyId, ...]
    change: Callable[[Directory], Directory]
    change_journey: Callable[[Journey], Journey]


def together(label: Message, edits: Sequence[Edit]) -> Edit:
    """Several edits of one journey, at least one, as a single step: done in order, undone at once."""

    def change(current: Journey) -> Journey:
        for edit in edits:
            current = edit.change(current)
        return current

    return Edit(label, edits[0].journey, change)


AnyEdit = Edit | DirectoryEdit | NewJourney | RemoveJourney | JoinEntries
