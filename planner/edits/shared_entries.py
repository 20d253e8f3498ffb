"""The places and contacts that a journey uses, taken from the shared directory as they come to be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planner.edits.referring import is_reference, plan
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.ids import ContactId, PlaceId
from planner.record.journey import Journey
from planner.record.place import Place


def with_entries_named(journey: Journey, named_in: Any, directory: Directory | None) -> Journey:
    """``journey`` with every entry of ``directory`` that ``named_in`` names, and those that these name.

    New ones come last, in the order in which they are met. An entry stays when it is no longer named: what a
    journey once used, such as its former driver, is still known in it until somebody removes it.
    """
    if directory is None:
        return journey
    held = {entry.id for entry in (*journey.places, *journey.contacts)}
    wanted = [name for name in _shared_ids(named_in) if name not in held]
    if not wanted:
        return journey
    known: dict[str, Place | Contact] = {}
    known.update((place.id, place) for place in directory.places)
    known.update((contact.id, contact) for contact in directory.contacts)
    places, contacts = list(journey.places), list(journey.contacts)
    for name in wanted:  # grows as entries name others
        entry = known.get(name)
        if name in held or entry is None:
            continue
        held.add(name)
        if isinstance(entry, Place):
            places.append(entry)
        else:
            contacts.append(entry)
        wanted += _shared_ids(entry)
    return replace(journey, places=tuple(places), contacts=tuple(contacts))


def _shared_ids(value: Any) -> Iterator[str]:
    cls: Any = type(value)
    for shape, _ in plan(cls):
        held = getattr(value, shape.name)
        if held is None or held == ():
            continue
        for one in held if shape.many else (held,):
            if not is_reference(cls, shape):
                yield from _shared_ids(one)
            elif shape.type in (PlaceId, ContactId):
                yield one
