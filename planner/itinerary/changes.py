"""Revision against revision: what is new, moved, changed or gone, with what stood there before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.itinerary.item import (
    Change,
    ChangeKind,
    Difference,
    Item,
    ItemKind,
    Itinerary,
    PlaceLine,
    Standing,
    Words,
)
from planner.itinerary.labels import standing_words
from planner.itinerary.order import in_order
from planner.message import N_, Message
from planner.record.text import Text
from planner.record.when import When

#: The label of a difference in when something is.
WHEN = N_("When")

#: The labels of differences in lists, which say what is gone and what was added.
WHO_COMES, PREPARATION, BRING = N_("Who comes"), N_("How to prepare"), N_("Bring")

#: Items that only repeat what another one says, and would say its change a second time.
_ECHOES = (ItemKind.NOTICE, ItemKind.BORDER)


def with_changes(new: Itinerary, old: Itinerary) -> Itinerary:
    """``new`` with what is not as it was in ``old``, an earlier revision for the same audience."""
    return replace(new, changed_since=old.revision, changes=changes(new, old))


def changes(new: Itinerary, old: Itinerary) -> tuple[Change, ...]:
    """What ``new`` says otherwise than ``old``, in the order of the items.

    What is done since, or had its day before ``new`` was made, is no change of a plan.
    """
    before = {item.key: item for item in items(old)}
    now = {item.key: item for item in items(new)}
    found = [change for item in now.values() if (change := _change(item, before.get(item.key)))]
    gone = [item for key, item in before.items() if key not in now and item.on >= new.made_on]
    found += [Change(kind=ChangeKind.CANCELLED, item=item) for item in gone if _was_planned(item)]
    place = {item.key: number for number, item in enumerate(in_order(change.item for change in found))}
    return tuple(sorted(found, key=lambda change: place[change.item.key]))


def items(itinerary: Itinerary) -> Iterator[Item]:
    """All items of an itinerary that say something of their own, in order."""
    every = (*itinerary.before, *(item for day in itinerary.days for item in day.items), *itinerary.after)
    return (item for item in every if item.kind not in _ECHOES)


def _change(item: Item, old: Item | None) -> Change | None:
    if item.standing is Standing.PASSED:
        return None
    if old is None:
        return None if item.standing is Standing.CANCELLED else Change(kind=ChangeKind.NEW, item=item)
    if item.standing is Standing.CANCELLED:
        return Change(kind=ChangeKind.CANCELLED, item=item) if _was_planned(old) else None
    if item.standing is Standing.DONE:
        return None
    moved = tuple(_moved(item, old))
    others = tuple(_others(item, old))
    if not moved and not others:
        return None
    kind = ChangeKind.MOVED if moved else ChangeKind.CHANGED
    return Change(kind=kind, item=item, differences=(*moved, *others))


def _was_planned(item: Item) -> bool:
    return item.standing in (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED)


def _moved(item: Item, old: Item) -> Iterator[Difference]:
    begins = _moment(item) != _moment(old)
    if begins:
        yield Difference(label=WHEN, old=_moment(old), new=_moment(item))
    if item.ends != old.ends and not (begins and _lasts_as_long(item, old)):
        yield Difference(label=N_("Until"), old=old.ends, new=item.ends)


def _lasts_as_long(item: Item, old: Item) -> bool:
    """Whether it only moved, so that its end needs no words of its own."""
    return _length(item) == _length(old) is not None


def _length(item: Item) -> dt.timedelta | None:
    if item.starts is None or item.ends is None:
        return None
    if item.starts.utc is not None and item.ends.utc is not None:
        return item.ends.utc - item.starts.utc
    if item.starts.time is item.ends.time is None:
        return item.ends.date - item.starts.date
    return None


def _moment(item: Item) -> When | dt.date:
    return item.starts or item.on


def _others(item: Item, old: Item) -> Iterator[Difference]:
    """What else reads otherwise."""
    if _undated(item.title) != _undated(old.title):
        yield Difference(label=N_("What"), old=old.title, new=item.title)
    for label, now, before in (
        (N_("Where"), item.place, old.place),
        (N_("Where to"), item.to_place, old.to_place),
    ):
        if _door(now) != _door(before):
            yield Difference(label=label, old=_door(before), new=_door(now))
    for label, words, words_before in (
        (WHO_COMES, _names(item), _names(old)),
        (PREPARATION, item.preparation, old.preparation),
        (BRING, item.bring, old.bring),
    ):
        gone = tuple(one for one in words_before if one not in words)
        added = tuple(one for one in words if one not in words_before)
        if gone or added:
            yield Difference(label=label, old=gone, new=added)
    if item.standing != old.standing:
        yield Difference(
            label=N_("Status"),
            old=standing_words(old.standing, old.kind),
            new=standing_words(item.standing, item.kind),
        )


def _undated(title: Words) -> Words | tuple[object, ...]:
    """A title without the days and times in it, which are told as such."""
    if not isinstance(title, Message):
        return title
    timed = (dt.date, dt.time, When)
    return (title.msgid, *(value for value in title.params.values() if not isinstance(value, timed)))


def _door(place: PlaceLine | None) -> tuple[Words | str, ...]:
    """Where to go: the name, then department, floor and room."""
    return (place.name, *place.where) if place else ()


def _names(item: Item) -> tuple[Text, ...]:
    return tuple(person.name for person in item.people)
