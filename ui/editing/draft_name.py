"""What a draft is called, as the thing is that it is of, so that several can be told apart."""

from __future__ import annotations

from typing import Any

from planner.edits.thing_names import begun_name, thing_name
from planner.message import Message
from planner.record.journey import Journey
from planner.record.shape import classes_within
from planner.record.text import Text
from planner.session import Draft
from planner.session.drafts import values_from_json
from ui.editing.keeper import Keeper


def draft_name(draft: Draft, keeper: Keeper) -> str | Text | Message | None:
    """The name of the thing that ``draft`` is of, or would become; ``None`` once there is no such thing."""
    if not draft.kind:
        thing = keeper.thing(draft.key)
        return thing_name(thing, keeper.journey) if thing is not None else None
    kinds: dict[str, Any] = {cls.__name__: cls for cls in classes_within(Journey)}
    cls = kinds.get(draft.kind)
    return begun_name(cls, values_from_json(cls, draft.values), keeper.journey) if cls is not None else None
