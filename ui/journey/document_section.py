"""Documents: what is still wanted first, the soonest first; what is settled is folded away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary
from planner.message import N_, NN_
from planner.record.document import Document, DocumentState
from planner.record.journey import Journey
from ui import labels
from ui.journey.row import Block, Content, Row, Rows
from ui.journey.unfolding import what_unfolds

_SETTLED = (DocumentState.ACCEPTED, DocumentState.SENT)
_AWAITED = (DocumentState.NEEDED, DocumentState.REQUESTED)


def documents(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One list."""
    names = {str(t.id): t.preferred_name or t.full_name for t in journey.travellers}
    ordered = sorted(
        journey.documents, key=lambda d: (_is_settled(d, today), _day(d, today) or dt.date.max, d.id)
    )
    rows = tuple(_row(document, names, today) for document in ordered)
    settled = sum(row.folded for row in rows)
    if rows:
        more = what_unfolds(
            rows,
            NN_("{count} settled document", "{count} settled documents", settled),
            NN_("{count} more settled document", "{count} more settled documents", settled),
        )
        yield Rows(rows=rows, more=more)


def _is_settled(document: Document, today: dt.date) -> bool:
    """Whether nobody need look at it: it is where it belongs, or it came and its day is past."""
    if document.state in _SETTLED:
        return True
    return document.state not in _AWAITED and document.needed_by is not None and document.needed_by < today


def _day(document: Document, today: dt.date) -> dt.date | None:
    if _is_settled(document, today):
        return document.events[-1].on if document.events else document.received_on or document.issued_on
    return document.needed_by


def _row(document: Document, names: dict[str, str], today: dt.date) -> Row:
    settled = _is_settled(document, today)
    late = document.state in _AWAITED and document.needed_by is not None and document.needed_by < today
    return Row(
        title=document.title,
        on=_day(document, today),
        is_limit=not settled,
        details=tuple(_details(document, names)),
        state=labels.late(document.state) if late else labels.state(document.state),
        folded=settled,
        subject=document.id,
    )


def _details(document: Document, names: dict[str, str]) -> Iterator[Content]:
    if document.traveller is not None and document.traveller in names:
        yield names[document.traveller]
    if document.number:
        yield document.number
    if document.source is not None:
        yield labels.name(document.source)
    if document.covers_from is not None and document.covers_to is not None:
        yield N_("covers {first} to {last}", first=document.covers_from, last=document.covers_to)
    if document.expires_on is not None:
        yield N_("valid until {day}", day=document.expires_on)
    if document.attachments:
        count = len(document.attachments)
        yield NN_("{count} file attached", "{count} files attached", count)
