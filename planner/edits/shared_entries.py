"""Keeping what journeys share the same in all of them, when it was changed in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.place import Place

_Entry = TypeVar("_Entry", Place, Contact)


def with_entries_of(journey: Journey, directory: Directory) -> Journey:
    """``journey`` with its agency, places and contacts as ``directory`` has them now.

    An entry that the directory does not hold stays. The same object when nothing differs.
    """
    agency = _newer(journey.agency, directory.agency)
    places = _refreshed(journey.places, directory.places)
    contacts = _refreshed(journey.contacts, directory.contacts)
    if agency is journey.agency and places is journey.places and contacts is journey.contacts:
        return journey
    return replace(journey, agency=agency, places=places, contacts=contacts)


def with_entries_from(directory: Directory, journey: Journey) -> Directory:
    """``directory`` with the places and contacts of ``journey`` as that has them, new ones included.

    The agency follows when it is the directory's own. The same object when nothing differs.
    """
    agency = directory.agency
    if agency is not None:
        agency = _newer(agency, journey.agency)
    places = _joined(directory.places, journey.places)
    contacts = _joined(directory.contacts, journey.contacts)
    if agency is directory.agency and places is directory.places and contacts is directory.contacts:
        return directory
    return Directory(agency=agency, places=places, contacts=contacts)


def _newer(agency: Agency, other: Agency | None) -> Agency:
    return other if other is not None and other.id == agency.id else agency


def _refreshed(entries: tuple[_Entry, ...], now: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    by_id = {entry.id: entry for entry in now}
    refreshed = tuple(by_id.get(entry.id, entry) for entry in entries)
    same = all(old is new for old, new in zip(entries, refreshed, strict=True))
    return entries if same else refreshed


def _joined(entries: tuple[_Entry, ...], others: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """The entries in the order of their ids, as the store gives them."""
    by_id = {entry.id: entry for entry in entries}
    changed = [entry for entry in others if by_id.get(entry.id) is not entry]
    if not changed:
        return entries
    by_id.update((entry.id, entry) for entry in changed)
    return tuple(by_id[key] for key in sorted(by_id))
