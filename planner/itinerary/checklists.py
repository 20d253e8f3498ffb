"""What to tick before leaving: papers to carry, medicines, packing; and what nobody has fixed yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.appointments import is_told, title_of
from planner.itinerary.edition import Edition
from planner.itinerary.item import CheckLine, CheckList, Words
from planner.itinerary.legs import title_of as leg_title_of
from planner.itinerary.people import name_for
from planner.message import N_, Message
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.traveller import Medicine, Traveller
from planner.reference.phrasebook import phrasebook

_HERE = (DocumentState.RECEIVED, DocumentState.TRANSLATED, DocumentState.CERTIFIED, DocumentState.ACCEPTED)


def checklists(edition: Edition, leaves_on: dt.date | None) -> tuple[CheckList, ...]:
    """The lists that have lines, in the order they are worked through.

    ``leaves_on`` is the first day of the journey: a paper needed only after it is one to bring home.
    """
    lists = (
        CheckList(title=N_("Papers to carry with you"), lines=tuple(_papers(edition, leaves_on))),
        CheckList(title=N_("Medicines to carry in the cabin bag"), lines=tuple(_medicines(edition))),
        CheckList(title=N_("To pack"), lines=tuple(_packing())),
        CheckList(title=N_("Papers to bring home"), lines=tuple(_papers_home(edition, leaves_on))),
        CheckList(title=N_("Not fixed yet"), lines=tuple(_undated(edition))),
    )
    return tuple(one for one in lists if one.lines)


def _travellers(edition: Edition) -> tuple[Traveller, ...]:
    if edition.tells_all:
        return edition.journey.travellers
    return (edition.reader,) if edition.reader else ()


def _papers(edition: Edition, leaves_on: dt.date | None) -> Iterator[CheckLine]:
    for traveller in _travellers(edition):
        yield CheckLine(words=N_("Passport of {name}", name=name_for(edition, traveller)))
    for document in _carried(edition):
        if not _is_for_way_home(document, leaves_on):
            yield CheckLine(words=document.title, detail=_to_come(document))


def _papers_home(edition: Edition, leaves_on: dt.date | None) -> Iterator[CheckLine]:
    for document in _carried(edition):
        if _is_for_way_home(document, leaves_on):
            yield CheckLine(words=document.title)


def _carried(edition: Edition) -> Iterator[Document]:
    return (d for d in edition.journey.documents if d.carried_by_hand and _is_readers(edition, d))


def _is_for_way_home(document: Document, leaves_on: dt.date | None) -> bool:
    return leaves_on is not None and document.needed_by is not None and document.needed_by > leaves_on


def _to_come(document: Document) -> Message | None:
    if document.state in _HERE:
        return None
    if document.kind is DocumentKind.ARRIVAL_CARD:
        return N_("Fill it in online; keep a picture of its QR code, and print it if you can.")
    return N_("You do not have it yet.")


def _is_readers(edition: Edition, document: Document) -> bool:
    if document.traveller is None:
        return edition.tells_all or edition.treats_reader
    return edition.tells_of((document.traveller,))


def _medicines(edition: Edition) -> Iterator[CheckLine]:
    several = len(_travellers(edition)) > 1
    for traveller in _travellers(edition):
        for medicine in traveller.medicines:
            name = name_for(edition, traveller)
            words = N_("{medicine} ({name})", medicine=medicine.name, name=name) if several else medicine.name
            yield CheckLine(words=words, detail=_medicine_detail(medicine))


def _medicine_detail(medicine: Medicine) -> Words | None:
    if medicine.controlled:
        return (
            N_("{dose} Controlled: carry the prescription and the original box.", dose=medicine.dose)
            if medicine.dose
            else N_("Controlled: carry the prescription and the original box.")
        )
    return medicine.dose or None


def _packing() -> Iterator[CheckLine]:
    for sentence in phrasebook().packing:
        yield CheckLine(words=sentence)


def _undated(edition: Edition) -> Iterator[CheckLine]:
    """What has no day yet, and so stands on no page of a day."""
    for leg in edition.legs:
        if leg.departs is None and leg.arrives is None:
            yield _unfixed(leg_title_of(edition, leg))
    for stay in edition.stays:
        if stay.arrives is None and stay.leaves is None:
            place = edition.place(stay.place)
            yield _unfixed(place.name if place else N_("Where you stay"))
    for appointment in edition.journey.appointments:
        if appointment.starts is None and is_told(edition, appointment):
            yield _unfixed(title_of(appointment))
    for meeting in edition.journey.mdt_meetings:
        if meeting.starts is None:
            yield _unfixed(N_("Meeting of the doctors (MDT board)"))


def _unfixed(words: Words | Message) -> CheckLine:
    return CheckLine(words=words, detail=N_("Day to be confirmed"))
