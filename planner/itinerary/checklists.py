"""What to tick before leaving: papers to carry, medicines, packing; and what nobody has fixed yet."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.appointments import is_told, title_of
from planner.itinerary.edition import Edition
from planner.itinerary.entries import entries
from planner.itinerary.item import CheckLine, CheckList, Words
from planner.itinerary.legs import title_of as leg_title_of
from planner.itinerary.people import name_for
from planner.message import N_, Message
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.traveller import Medicine, Traveller
from planner.reference.phrasebook import phrasebook

_HERE = (DocumentState.RECEIVED, DocumentState.TRANSLATED, DocumentState.CERTIFIED, DocumentState.ACCEPTED)


def checklists(edition: Edition) -> tuple[CheckList, ...]:
    """The lists that have lines, in the order they are worked through."""
    lists = (
        CheckList(title=N_("Papers to carry with you"), lines=tuple(_papers(edition))),
        CheckList(title=N_("Medicines to carry in the cabin bag"), lines=tuple(_medicines(edition))),
        CheckList(title=N_("To pack"), lines=tuple(_packing())),
        CheckList(title=N_("Before you leave home"), lines=tuple(_last_things(edition))),
        CheckList(title=N_("Not fixed yet"), lines=tuple(_undated(edition))),
    )
    return tuple(one for one in lists if one.lines)


def _travellers(edition: Edition) -> tuple[Traveller, ...]:
    if edition.tells_all:
        return edition.journey.travellers
    return (edition.reader,) if edition.reader else ()


def _papers(edition: Edition) -> Iterator[CheckLine]:
    for traveller in _travellers(edition):
        yield CheckLine(words=N_("Passport of {name}", name=name_for(edition, traveller)))
    for document in edition.journey.documents:
        if document.carried_by_hand and _is_readers(edition, document):
            yield CheckLine(
                words=document.title,
                detail=None if document.state in _HERE else N_("You do not have it yet."),
            )


def _is_readers(edition: Edition, document: Document) -> bool:
    if document.traveller is None:
        return edition.tells_all or edition.treats_reader
    return edition.tells_of((document.traveller,))


def _medicines(edition: Edition) -> Iterator[CheckLine]:
    for traveller in _travellers(edition):
        for medicine in traveller.medicines:
            yield CheckLine(words=medicine.name, detail=_medicine_detail(medicine))


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


def _last_things(edition: Edition) -> Iterator[CheckLine]:
    cards = [d for d in edition.journey.documents if d.kind is DocumentKind.ARRIVAL_CARD]
    if cards and all(d.state is DocumentState.ACCEPTED for d in cards):
        return
    if any(entry.arrival_card_on is None for entry in entries(edition)):
        yield CheckLine(
            words=N_("Fill in the arrival card online"),
            detail=N_("Keep a picture of its QR code on your telephone, and print it if you can."),
        )


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
