"""``passport.number-mismatch``: something carries another passport number than the passport in use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.document import Document
from planner.record.journey import Journey
from planner.record.traveller import Traveller
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.carriers import Carrier
from planner.schedule.outline import Outline, outline

CODE = "passport.number-mismatch"


def passport_number_mismatch(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Spaces, hyphens and case do not matter. A document that a newer one with the right number replaces, and
    what is over, are left alone. Where nobody said whose a thing is, an old number tells.
    """
    current: dict[str, str] = {}
    old: dict[str, Traveller] = {}
    for traveller in journey.travellers:
        in_use = traveller.current_passport
        if in_use is not None and _plain(in_use.number):
            current[traveller.id] = in_use.number
            for passport in traveller.passports:
                if passport is not in_use and _plain(passport.number) != _plain(in_use.number):
                    old[_plain(passport.number)] = traveller
    if not current:
        return
    seen = outline(journey)
    for carrier in seen.carriers:
        if carrier.traveller is not None and carrier.number == current.get(carrier.traveller):
            continue
        printed = _plain(carrier.number)
        holder = carrier.traveller or (old[printed].id if printed in old else None)
        if not printed or holder not in current or printed == _plain(current[holder]):
            continue
        if (carrier.until is not None and carrier.until < today) or _replaced(
            journey, carrier, current[holder]
        ):
            continue
        subject = Subject.of(carrier.thing, carrier.number_field)
        yield Finding(
            CODE,
            Severity.BLOCKER if carrier.turned_away else Severity.WARNING,
            _message(seen, carrier, holder, current[holder], is_old=printed in old),
            subject,
            None,
            (
                Fix(N_("Correct the number"), OpenField(subject)),
                Fix(N_("Check the passport"), OpenField(Subject("traveller", holder, "passports"))),
            ),
            carrier.until,
        )


def _plain(number: str) -> str:
    return "".join(character for character in number.upper() if character.isalnum())


def _replaced(journey: Journey, carrier: Carrier, number: str) -> bool:
    """Whether another document of the same kind and traveller carries the right number."""
    thing = carrier.thing
    return isinstance(thing, Document) and any(
        other is not thing
        and other.kind is thing.kind
        and other.traveller == thing.traveller
        and _plain(other.passport_number) == _plain(number)
        for other in journey.documents
    )


def _message(seen: Outline, carrier: Carrier, holder: str, number: str, *, is_old: bool) -> Message:
    facts = {
        "what": seen.called(carrier.thing),
        "printed": carrier.number,
        "name": seen.called(seen.travellers[holder]),
        "number": number,
    }
    if is_old:
        return N_(
            "{what}: carries passport number {printed}, an old one of {name}; the one in use is {number}.",
            **facts,
        )
    return N_("{what}: carries passport number {printed}; the passport of {name} is {number}.", **facts)
