"""What can be done anywhere in the open record, with its keys, for the palette and the keyboard map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

from planner.message import N_
from ui.controls.command import Command
from ui.desk import Desk
from ui.shell.places import PLACES

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


class Commands(NamedTuple):
    """All of them in the order of the keyboard map; ``goings`` are those that only go to a page."""

    all: tuple[Command, ...]
    goings: tuple[Command, ...]
    lock: Command
    find_anything: Command


def make_commands(desk: Desk, space: Workspace) -> Commands:
    """The commands of a workspace."""
    standard = QKeySequence.StandardKey
    lock = Command(desk, N_("Lock"), space.lock_wanted.emit, icon="lock", keys=("Ctrl+L",))
    find_anything = Command(
        desk,
        N_("Find or do anything"),
        lambda: space.palette_box.toggle(),
        icon="search",
        keys=("Ctrl+K",),
    )
    goings = tuple(
        Command(
            desk,
            place.name,
            partial(space.go, place.key),
            icon=place.icon,
            keys=(place.shortcut,) if place.shortcut else (),
        )
        for place in PLACES
    )
    everything = (
        find_anything,
        space.undo,
        space.redo,
        Command(
            desk,
            N_("Show the findings"),
            space.findings.toggle,
            icon="list-checks",
            keys=("F8", "Ctrl+Shift+F"),
        ),
        lock,
        Command(
            desk,
            N_("Import a journey file…"),
            space.imports.choose,
            icon="folder-open",
            keys=(standard.Open,),
        ),
        Command(
            desk,
            N_("Find on this page"),
            lambda: space.finding.begin(),
            icon="search",
            keys=(standard.Find,),
        ),
        *goings,
        Command(desk, N_("Back"), space.go_back, icon="arrow-left", keys=("Alt+Left",)),
    )
    return Commands(everything, goings, lock, find_anything)
