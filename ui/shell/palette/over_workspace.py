"""The palette of a workspace: with all the ways of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.shell.offers import offers
from ui.shell.palette.palette import Palette
from ui.shell.palette.sources import Ways
from ui.shell.places import PLACES

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


def palette_over(desk: Desk, space: Workspace) -> Palette:
    """A palette that lies over ``space`` and leads wherever one can go in it."""
    ways = Ways(
        space.open_thing,
        space.go,
        space.open_entry,
        space.offered_commands,
        PLACES,
        lambda: space.journey,
        partial(offers, desk, space),
    )
    return Palette(desk, space.session, ways, space)
