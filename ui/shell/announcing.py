"""That something was undone or done again: said at the foot where it is seen, else above the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from planner.edits.history import Step
from planner.message import N_
from ui.shell.step_words import journey_of, travelled
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


def announce(space: Workspace, steps: Sequence[Step], is_back: bool) -> None:
    """Say what was taken back, or done again, and whose; lead to the journey that is not in view."""
    told = travelled(steps, is_back=is_back)
    changed = {journey.id for step in steps if (journey := journey_of(step)) is not None}
    in_view = space.journey
    if in_view is not None and changed == {in_view.id} and all(journey_of(step) for step in steps):
        space.status.tell(told)
        return
    offer = None
    there = changed & set(space.session.journey_ids()) if len(changed) == 1 else set()
    for key in there:
        offer = (N_("Show the journey"), partial(space.open_journey, str(key)))
    space.banner.tell(told, tone=Tone.INFO, offer=offer)
