"""Which dated fields move when sessions do, and to what date: every tie followed, along whole chains."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planner.record.ids import LegId
from planner.record.leg import Leg
from planner.record.subject import Subject
from planner.record.tie import Anchor, Tie
from planner.record.when import When
from planner.schedule.dated_fields import (
    DatedField,
    Moment,
    day_of,
    movable_fields,
    own_date,
    own_field,
    own_tie,
)
from planner.schedule.moved_leg import moved_along
from planner.schedule.tie_date import AnchorDates, patient_entries

_Place = tuple[str, str]  # a thing's id and the name of a field


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDate:
    """A field that moves. ``new`` is ``None`` when its tie no longer says a date.

    It was counted from ``anchor_old`` and would be from ``anchor_new``; ``because`` is the field that moved
    before it, ``None`` for the sessions themselves. ``leg`` is the leg whose crossing it is, when it moved
    with that leg rather than by a tie. ``decided`` when a person said the date.
    """

    field: DatedField
    new: Moment | None
    anchor_old: dt.date | None = None
    anchor_new: dt.date | None = None
    because: Subject | None = None
    leg: Leg | None = None
    decided: bool = False

    @property
    def days(self) -> int:
        """How many calendar days later it is (negative: earlier); 0 when no date is said."""
        return 0 if self.new is None else (day_of(self.new) - day_of(self.field.value)).days


def moved_dates(
    before: AnchorDates, after: AnchorDates, decided: Mapping[Subject, Moment], now: dt.datetime
) -> tuple[MovedDate, ...]:
    """Every field that moves, each after those it hangs on. ``after.moved`` is filled on the way.

    ``decided`` are dates that a person has said instead; what hangs on those follows them. Fields whose ties
    go round in a circle stay. Settled fields stay, and so does what hangs on them alone.
    """
    journey = before.journey
    fields = {(one.subject.id, one.subject.field): one for one in movable_fields(journey, now)}
    legs = {leg.id: leg for leg in journey.legs}
    moved: dict[_Place, MovedDate] = {}
    for place in _in_order(fields, before):
        field = fields[place]
        if field.is_settled:
            continue
        found = _with_leg(field, legs, after) or _by_tie(field, before, after, moved)
        if (said := decided.get(field.subject)) is not None:
            found = replace(
                found or MovedDate(field=field, new=None), new=_fitted(field.value, said), decided=True
            )
        if found is None or found.new == field.value:
            continue
        moved[place] = found
        if found.new is not None:
            after.moved[place] = found.new
    return tuple(moved.values())


def _with_leg(field: DatedField, legs: Mapping[LegId, Leg], after: AnchorDates) -> MovedDate | None:
    """An end of an entry moves as the leg that crosses the border does: by as much, at that leg's own end."""
    leg = legs.get(field.leg) if field.leg else None
    departs = after.moved.get((leg.id, "departs")) if leg else None
    if leg is None or leg.departs is None or not isinstance(departs, When):
        return None
    old: When | None = leg.departs
    new: When | None = departs
    if field.subject.field == "entered":
        old, new = leg.arrives, moved_along(leg.departs, departs, leg.arrives)
    if old is None or new is None:
        return None
    assert isinstance(field.value, When)  # both ends of an entry are
    return MovedDate(
        field=field,
        new=moved_along(old, new, field.value),
        anchor_old=old.date,
        anchor_new=new.date,
        because=Subject("leg", leg.id, "departs"),
        leg=leg,
    )


def _by_tie(
    field: DatedField, before: AnchorDates, after: AnchorDates, moved: Mapping[_Place, MovedDate]
) -> MovedDate | None:
    """A field moves when what its tie is counted from does."""
    tie = field.tie
    if tie is None:
        return None
    anchor_old, anchor_new = before.anchor(tie), after.anchor(tie)
    if anchor_old == anchor_new:
        return None
    date = None if anchor_new is None else after.count(tie, anchor_new)
    places = (moved.get(place) for place in _places_of(tie, before))
    return MovedDate(
        field=field,
        new=None if date is None else _fitted(field.value, date),
        anchor_old=anchor_old,
        anchor_new=anchor_new,
        because=next((one.field.subject for one in places if one is not None), None),
    )


def _fitted(value: Moment, new: Moment) -> Moment:
    """``new`` in the form of ``value``: a date keeps the time and the zone of what it replaces."""
    if not isinstance(value, When):
        return day_of(new)
    return new if isinstance(new, When) else replace(value, date=new, fold=0)


def _in_order(fields: Mapping[_Place, DatedField], dates: AnchorDates) -> Iterator[_Place]:
    """The fields, each after all it hangs on (Kahn's algorithm), without those in a circle or behind one."""
    waits_for = {
        place: {one for one in _leads_to(field, dates) if one in fields} for place, field in fields.items()
    }
    followers: dict[_Place, list[_Place]] = {}
    for place, awaited in waits_for.items():
        for one in awaited:
            followers.setdefault(one, []).append(place)
    left = {place: len(awaited) for place, awaited in waits_for.items()}
    ready = deque(place for place, count in left.items() if not count)
    while ready:
        place = ready.popleft()
        yield place
        for follower in followers.get(place, ()):
            left[follower] -= 1
            if not left[follower]:
                ready.append(follower)


def _leads_to(field: DatedField, dates: AnchorDates) -> Iterator[_Place]:
    """The fields that ``field`` hangs on."""
    if field.leg is not None:
        yield field.leg, "departs"
    if field.tie is not None:
        yield from _places_of(field.tie, dates)


def _places_of(tie: Tie, dates: AnchorDates) -> Iterator[_Place]:
    """The fields whose dates ``tie`` may be counted from."""
    passed: set[str] = set()
    while True:
        if tie.anchor in (Anchor.ARRIVAL, Anchor.DEPARTURE):
            patient = dates.journey.patient
            field = "entered" if tie.anchor is Anchor.ARRIVAL else "exited"
            for entry in patient_entries(dates.journey, patient.id) if patient else ():
                yield entry.id, field
            return
        thing = dates.things.get(tie.thing or "") if tie.anchor is Anchor.THING else None
        if thing is None or thing.id in passed:
            return
        passed.add(thing.id)
        yield thing.id, own_field(thing) or ""
        next_tie = own_tie(thing) if own_date(thing) is None else None
        if next_tie is None:
            return
        tie = next_tie
