"""Two entries of the directory that are one and the same: joined, in every journey that uses either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from planner.edits.edit import JoinEntries
from planner.edits.redirecting import with_references
from planner.errors import InputError
from planner.message import N_
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.text import Text

Entry = Place | Contact


def joined(kept: Entry, dropped: Entry) -> Entry:
    """``kept``, with what only ``dropped`` knew: empty fields filled, texts completed, notes added.

    Raises: InputError when one is a place and the other a person.
    """
    if type(kept) is not type(dropped):
        raise InputError(N_("A place and a person cannot be one entry."))
    found: dict[str, Any] = {}
    for field in fields(kept):
        mine, theirs = getattr(kept, field.name), getattr(dropped, field.name)
        if field.name == "notes":
            found["notes"] = "\n\n".join(dict.fromkeys(part for part in (mine, theirs) if part))
        elif field.name == "attachments":
            known = {attachment.sha256 for attachment in mine}
            found["attachments"] = (*mine, *(a for a in theirs if a.sha256 not in known))
        elif isinstance(mine, Text) and isinstance(theirs, Text):
            found[field.name] = _completed(mine, theirs)
        elif field.name in ("within", "place"):
            found[field.name] = mine if mine is not None else (theirs if theirs != kept.id else None)
        elif mine in (None, "", ()):
            found[field.name] = theirs
    whole: Entry = replace(kept, **found)
    return _without_circle(whole, dropped)


def joining(kept: Entry, dropped: Entry, journeys: Sequence[JourneyId]) -> JoinEntries:
    """The edit that makes ``dropped`` one with ``kept``. ``journeys`` are those that use ``dropped``.

    Raises: InputError when they are not two of one kind.
    """
    if kept.id == dropped.id:
        raise InputError(N_("An entry cannot be joined with itself."))
    whole = joined(kept, dropped)

    def change(directory: Directory) -> Directory:
        def told(entry: Any) -> Any:
            return whole if entry.id == kept.id else with_references(entry, dropped.id, kept.id)

        return replace(
            directory,
            places=tuple(told(place) for place in directory.places if place.id != dropped.id),
            contacts=tuple(told(contact) for contact in directory.contacts if contact.id != dropped.id),
        )

    def change_journey(journey: Journey) -> Journey:
        return with_references(
            replace(
                journey,
                places=_in_place_of(journey.places, dropped.id, whole),
                contacts=_in_place_of(journey.contacts, dropped.id, whole),
            ),
            dropped.id,
            kept.id,
        )

    label = N_("Join {dropped} with {kept}", dropped=dropped.name, kept=kept.name)
    return JoinEntries(label, tuple(journeys), change, change_journey)


def _in_place_of(entries: tuple[Any, ...], dropped: str, whole: Any) -> tuple[Any, ...]:
    """The entries with ``whole`` where the dropped one stood, and only once."""
    kept_there = any(entry.id == whole.id for entry in entries)
    return tuple(
        whole if entry.id in (dropped, whole.id) else entry
        for entry in entries
        if not (kept_there and entry.id == dropped)
    )


def _completed(mine: Text, theirs: Text) -> Text:
    """The words of ``mine``, with those of ``theirs`` in languages it has none in."""
    if not mine:
        return theirs
    missing = {locale: words for locale, words in theirs.wording.items() if words and not mine.in_(locale)}
    if not missing:
        return mine
    checked = {locale for locale in missing if theirs.is_reviewed(locale)}
    return replace(mine, wording={**mine.wording, **missing}, reviewed=mine.reviewed | checked)


def _without_circle(entry: Entry, dropped: Entry) -> Entry:
    """No place lies within itself, or within the one it has just become one with."""
    if isinstance(entry, Place) and entry.within in (entry.id, dropped.id):
        return replace(entry, within=None)
    return entry
