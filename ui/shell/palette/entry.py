"""What the palette offers: one thing to go to or to do, with the words by which it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from planner.message import N_, NP_, Message
from planner.record.text import Text


class Group(StrEnum):
    """What entries stand under, in the order in which they stand."""

    RECENT = "recent"
    JOURNEYS = "journeys"
    PEOPLE = "people"
    THINGS = "things"
    FINDINGS = "findings"
    PLACES = "places"
    COMMANDS = "commands"
    DIRECTORY = "directory"
    MENTIONED = "mentioned"


GROUPS: dict[Group, Message] = {
    Group.RECENT: NP_("palette", "Recent"),
    Group.JOURNEYS: NP_("palette", "Journeys"),
    Group.PEOPLE: NP_("palette", "People"),
    Group.THINGS: NP_("palette", "In a journey"),
    Group.FINDINGS: NP_("palette", "Findings"),
    Group.PLACES: NP_("palette", "Go to"),
    Group.COMMANDS: NP_("palette", "Commands"),
    Group.DIRECTORY: NP_("palette", "Directory"),
    Group.MENTIONED: NP_("palette", "Journeys that mention it"),
}

OPENS = N_("Open")
GOES = N_("Go there")
DOES = N_("Do it")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``key`` tells entries apart and remembers them; ``does`` says what Enter does.

    ``keys`` is a shortcut as people write it. ``found_by`` are words of the search; empty where the record
    has searched already. ``other_names`` are told where it is found by one of them.
    """

    key: str
    group: Group
    icon: str
    title: str | Text | Message
    run: Callable[[], object] = field(compare=False)
    detail: str | Text | Message = ""
    does: Message = OPENS
    keys: str = ""
    found_by: tuple[str, ...] = field(default=(), compare=False)
    other_names: tuple[str, ...] = field(default=(), compare=False)
