"""MDT and appointments: boards with what they decided, then everything at the hospitals but the sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import ItemKind, Itinerary
from planner.message import N_
from planner.record.journey import Journey
from ui.journey.item_rows import items_of, row, unplaced
from ui.journey.row import Block, Facts, Rows, fact

_KINDS = frozenset(
    {
        ItemKind.CONSULTATION,
        ItemKind.BLOODS,
        ItemKind.IMAGING,
        ItemKind.PROCEDURE,
        ItemKind.SIMULATION,
        ItemKind.PLANNING,
        ItemKind.MDT,
        ItemKind.REVIEW,
    }
)


def appointments(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """Boards that have decided, then one list in order of time."""
    places = {place.id: place.name for place in journey.places}
    for meeting in journey.mdt_meetings:
        if meeting.decision:
            yield Facts(
                title=N_("Decision of the board"),
                subtitle=places.get(meeting.hospital, "") if meeting.hospital else "",
                facts=(*fact(N_("Met"), meeting.starts), *fact(N_("Decided"), meeting.decision)),
                columns=1,
                subject=meeting.id,
            )
    own = {str(one.id) for one in journey.appointments}
    rows = tuple(
        row(item)
        for item in items_of(itinerary, _KINDS | {ItemKind.OTHER})
        if item.kind is not ItemKind.OTHER or item.subject in own
    )
    rows += unplaced(journey, (*journey.mdt_meetings, *journey.appointments), rows)
    if rows:
        yield Rows(rows=rows)
