"""What the choice of a leg says of a crossing: when and where one comes in on it, or goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.record.journey import Journey
from planner.record.visa import Entry

#: For each field that holds a leg: which field of the leg says what stands in which other one.
_SAYS: Mapping[tuple[Any, str], Mapping[str, str]] = {
    (Entry, "entry_leg"): {"entered": "arrives", "entry_port": "destination"},
    (Entry, "exit_leg"): {"exited": "departs", "exit_port": "origin"},
}


def said_by_leg(cls: Any, field: str, leg_id: Any, journey: Journey | None) -> dict[str, Any]:
    """What is known by the leg chosen in ``field`` of a ``cls``, by field; for where nothing stands."""
    leg = next((one for one in journey.legs if one.id == leg_id), None) if journey is not None else None
    if leg is None:
        return {}
    known = {other: getattr(leg, source) for other, source in _SAYS.get((cls, field), {}).items()}
    return {other: value for other, value in known.items() if value is not None}
