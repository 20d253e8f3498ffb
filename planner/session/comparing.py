"""Two issued revisions side by side: what the newer one tells otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from planner.itinerary.changes import changes
from planner.itinerary.item import Change
from planner.reference.reference import Reference
from planner.session.issuing import Frozen, told_by
from planner.session.output import PrintOptions


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compares two revisions by the journeys they were made from; frozen, for any thread."""

    old: Frozen
    new: Frozen
    reference: Reference

    def run(self) -> tuple[Change, ...]:
        """What is new, moved, changed or gone, in the order of the items.

        Raises: InputError when a frozen journey cannot be read.
        """
        told = (told_by(one, PrintOptions(), self.reference) for one in (self.new, self.old))
        return changes(*told)
