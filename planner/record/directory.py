"""What all journeys share: the agency, the places and the contacts."""

from __future__ import annotations

from dataclasses import dataclass

from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The shared entries of a vault. ``agency`` is the one whose vault it is; ``None`` before it is entered.

    A journey read from elsewhere may carry another agency; it keeps it.
    """

    agency: Agency | None = None
    places: tuple[Place, ...] = ()
    contacts: tuple[Contact, ...] = ()
