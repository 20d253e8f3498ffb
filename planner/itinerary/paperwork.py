"""Visa steps, documents, payments and tasks as items: what has a day but no hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.clocks import at_home
from planner.itinerary.edition import Edition
from planner.itinerary.item import Fact, Item, ItemKind, Standing
from planner.itinerary.labels import VISA_STEPS
from planner.itinerary.legs import title_of
from planner.itinerary.people import who
from planner.itinerary.places import place_line
from planner.itinerary.standing import done
from planner.message import N_
from planner.record.consent import Audience
from planner.record.document import Document, DocumentKind, DocumentSource, DocumentState
from planner.record.kind_names import PAYMENT_KINDS
from planner.record.money import Payment, PaymentState
from planner.record.visa import Visa, VisaState, VisaStep, VisaStepKind

#: Visa steps that are news for the record; a traveller is not printed a plan to be refused or granted.
_OUTCOMES = (VisaStepKind.GRANTED, VisaStepKind.REFUSED)
#: States in which a document is still to come.
_TO_COME = (DocumentState.NEEDED, DocumentState.REQUESTED)
#: Who brings a document that its reader is to see to.
_BROUGHT = (DocumentSource.PATIENT, DocumentSource.COMPANION)
_PAID = (PaymentState.SENT, PaymentState.RECEIVED)


def paperwork_items(edition: Edition) -> Iterator[Item]:
    """What is to be lodged, brought, paid and done, for those who do it."""
    yield from _visa_items(edition)
    yield from _document_items(edition)
    yield from _payment_items(edition)
    if edition.tells_all:
        yield from _clearance_items(edition)
        yield from _task_items(edition)


def _visa_items(edition: Edition) -> Iterator[Item]:
    for visa in edition.journey.visas:
        if not edition.tells_of((visa.traveller,)) or visa.state is VisaState.WITHDRAWN:
            continue
        for step in visa.steps:
            on = step.done_on or (step.planned.date if step.planned else None)
            if on is not None and (edition.tells_all or step.kind not in _OUTCOMES):
                yield _step(edition, visa, step, on)


def _step(edition: Edition, visa: Visa, step: VisaStep, on: dt.date) -> Item:
    timed = step.planned if step.planned and step.planned.time and step.done_on is None else None
    return Item(
        key=step.id,
        kind=ItemKind.VISA_STEP,
        on=on,
        title=VISA_STEPS[step.kind],
        subject=step.id,
        subtitle=step.next_action or None,
        starts=timed,
        home=at_home(timed, edition.home_zone),
        standing=done(step.done_on is not None),
        place=place_line(edition, step.place),
        who=who(edition, [visa.traveller]),
    )


def _document_items(edition: Edition) -> Iterator[Item]:
    for document in edition.journey.documents:
        if document.needed_by is not None and _is_asked_of_reader(edition, document):
            yield Item(
                key=document.id,
                kind=ItemKind.DOCUMENT,
                on=document.needed_by,
                title=N_("Fill in the arrival card online")
                if document.kind is DocumentKind.ARRIVAL_CARD
                else N_("Needed by today: {document}", document=document.title),
                subject=document.id,
                standing=done(document.state not in _TO_COME),
                who=who(edition, [document.traveller]) if document.traveller else (),
            )


def _is_asked_of_reader(edition: Edition, document: Document) -> bool:
    """Whether the reader is to bring a document themselves, not the hospital or the agency."""
    if edition.tells_all:
        return True
    theirs = document.kind is DocumentKind.ARRIVAL_CARD or document.source in _BROUGHT
    if not theirs or document.state not in _TO_COME:
        return False
    return edition.treats_reader if document.traveller is None else edition.is_part((document.traveller,))


def _clearance_items(edition: Edition) -> Iterator[Item]:
    """The forms for medical clearance, on the day each was or will be sent to the carrier."""
    for leg in edition.journey.legs:
        for clearance in leg.clearances:
            if clearance.sent_on is not None:
                yield Item(
                    key=f"{leg.id}:clearance:{clearance.traveller}",
                    kind=ItemKind.DOCUMENT,
                    on=clearance.sent_on,
                    title=N_("Form for medical clearance goes to the airline"),
                    subject=leg.id,
                    subtitle=title_of(edition, leg),
                    standing=done(clearance.sent_on <= edition.made_on),
                    who=who(edition, [clearance.traveller]),
                )


def _payment_items(edition: Edition) -> Iterator[Item]:
    for payment in edition.journey.payments:
        on = payment.paid_on or payment.due_on
        if on is not None and _is_readers(edition, payment):
            yield Item(
                key=payment.id,
                kind=ItemKind.PAYMENT,
                on=on,
                title=payment.what or PAYMENT_KINDS[payment.kind],
                subject=payment.id,
                standing=_standing(payment),
                place=place_line(edition, payment.payee),
                facts=(Fact(label=PAYMENT_KINDS[payment.kind], value=payment.amount),),
            )


def _is_readers(edition: Edition, payment: Payment) -> bool:
    """Whether a payment is the reader's affair: they pay it, or they are the patient and nobody else does."""
    if edition.tells_all:
        return True
    if payment.state in (PaymentState.CANCELLED, PaymentState.FAILED):
        return False
    if payment.payer is None:
        return edition.audience is Audience.PATIENT
    return edition.is_part((payment.payer,))


def _standing(payment: Payment) -> Standing:
    if payment.state is PaymentState.CANCELLED:
        return Standing.CANCELLED
    return done(payment.state in _PAID)


def _task_items(edition: Edition) -> Iterator[Item]:
    for task in edition.journey.tasks:
        on = task.done_on or task.due_on
        if on is not None:
            yield Item(
                key=task.id,
                kind=ItemKind.TASK,
                on=on,
                title=task.title,
                subject=task.id,
                standing=done(task.done_on is not None),
            )
