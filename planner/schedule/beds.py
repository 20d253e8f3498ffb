"""The nights for which each traveller needs a bed, and the stays that give one.

A night is named by the date on which its evening lies. The nights of a stay are those of every date from its
arrival up to, not including, the date of leaving (``planner.record.stay``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from planner.record.journey import Journey
from planner.record.stay import Stay
from planner.schedule.agenda import Agenda, Move, Party, agenda
from planner.schedule.instant import DAY, day_begins

_ONE_DAY = dt.timedelta(1)
#: Whoever lands before this still goes to bed that night; later, the night is over.
_TO_BED_BEFORE = dt.time(3)
#: A night is spent under way by whoever leaves from the evening to dawn and is under way before dawn; seconds
#: of the day.
_EVENING, _BEFORE_DAWN, _DAWN = 18 * 3600, 4 * 3600, 6 * 3600


@dataclass(frozen=True, slots=True)
class Nights:
    """Nights on end, ``first`` and ``last`` included."""

    first: dt.date
    last: dt.date

    @property
    def count(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1


class Bed(NamedTuple):
    """A stay and its nights; ``end`` is the date of leaving, ``date.max`` while it is not known."""

    stay: Stay
    first: dt.date
    end: dt.date


def beds_of(journey: Journey, traveller: str) -> tuple[Bed, ...]:
    """The stays of a traveller that stand and have a first night, in order; one of nobody is everybody's."""
    seen = agenda(journey).outline
    return tuple(
        Bed(stay, seen.date_there(stay.arrives), seen.date_there(stay.leaves) if stay.leaves else dt.date.max)
        for stay in seen.stays
        if stay.arrives is not None and (not stay.travellers or traveller in stay.travellers)
    )


def nights_without_bed(journey: Journey) -> dict[Nights, list[str]]:
    """The nights for which travellers have neither a bed nor a seat on the way, with who has none."""
    seen = agenda(journey)
    found: dict[Nights, list[str]] = {}
    for company in seen.companies:
        for traveller in company.travellers:
            beds = beds_of(journey, traveller)
            needed = [*_nights_there(seen, traveller), *_nights_between(seen, company)]
            for nights in needed:
                for bare in _uncovered(nights, beds):
                    for open_nights in _without_nights_under_way(seen, company, bare):
                        found.setdefault(open_nights, []).append(traveller)
    return found


def _nights_there(seen: Agenda, traveller: str) -> Iterator[Nights]:
    """In the country of treatment: from each entry to the last day there."""
    for stay in seen.outline.entries:
        presence = seen.outline.presences.get(stay.entry.id)
        entered = stay.entry.entered
        if stay.entry.traveller != traveller or presence is None or entered is None or not stay.entered_on:
            continue
        zone = seen.journey.zone
        there = entered if entered.zone == zone else entered.seen_from(zone) or entered
        late = there.time is not None and there.time < _TO_BED_BEFORE and there.date > dt.date.min
        first = stay.entered_on - _ONE_DAY if late else stay.entered_on
        if first < presence.on:
            yield Nights(first, presence.on - _ONE_DAY)


def _nights_between(seen: Agenda, company: Party) -> Iterator[Nights]:
    """Elsewhere: where one flight lands in the evening and the next leaves the morning after."""
    for earlier, later in pairwise(company.moves):
        here = earlier.destination
        if here is None or here != later.origin or not (earlier.is_scheduled and later.is_scheduled):
            continue
        arrives = earlier.leg.arrives
        if arrives is None or earlier.arrives is None or later.departs is None:
            continue
        if seen.outline.is_inside(here):
            continue
        night = arrives.date if arrives.time and arrives.time >= _TO_BED_BEFORE else arrives.date - _ONE_DAY
        dawn = day_begins(arrives.zone, night + _ONE_DAY) + _DAWN
        if earlier.arrives < dawn <= later.departs and (later.leaves.date - night).days == 1:
            yield Nights(night, night)


def _uncovered(nights: Nights, beds: tuple[Bed, ...]) -> Iterator[Nights]:
    first, end = nights.first, nights.last + _ONE_DAY
    for bed in beds:
        if bed.end <= first or bed.first >= end:
            continue
        if bed.first > first:
            yield Nights(first, bed.first - _ONE_DAY)
        first = bed.end
        if first >= end:
            return
    yield Nights(first, end - _ONE_DAY)


def _without_nights_under_way(seen: Agenda, company: Party, nights: Nights) -> Iterator[Nights]:
    """``nights`` without the one that a leg takes at either end; those between are nobody's journey."""
    first, last = nights.first, nights.last
    moves = [move for move in company.moves if move.is_scheduled]
    if any(_is_under_way(seen, move, first) for move in moves):
        first += _ONE_DAY
    if last >= first and any(_is_under_way(seen, move, last) for move in moves):
        last -= _ONE_DAY
    if first <= last:
        yield Nights(first, last)


def _is_under_way(seen: Agenda, move: Move, night: dt.date) -> bool:
    """Whether a leg takes the night, as far as is known: one without a time on either date may."""
    if move.departs is None:
        return seen.outline.date_there(move.leaves) in (night, night + _ONE_DAY)
    begins = day_begins(seen.journey.zone, night)
    if not begins + _EVENING <= move.departs < begins + DAY + _DAWN:
        return False
    return move.arrives is None or move.arrives >= begins + DAY + _BEFORE_DAWN
