"""``name.mismatch``: a booking, visa or document is made out in another name than the passport's."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.traveller import Traveller
from planner.reference.name_likeness import NameLikeness, name_likeness
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.carriers import Carrier
from planner.schedule.outline import Outline, outline

CODE = "name.mismatch"

_SOURCE = Source(N_("ICAO Doc 9303, part 3: names in travel documents"))


def name_mismatch(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Case, punctuation, order and the spelling of marked letters do not matter; titles are left out. A name
    in Chinese characters is compared with those the record keeps. What is over is left alone.
    """
    seen = outline(journey)
    for carrier in seen.carriers:
        traveller = seen.travellers.get(carrier.traveller) if carrier.traveller else None
        if traveller is None or not carrier.name.strip() or not traveller.full_name:
            continue
        if carrier.until is not None and carrier.until < today:
            continue
        likeness = name_likeness(carrier.name, traveller.surname, traveller.given_names)
        if likeness is NameLikeness.CANNOT_TELL:
            likeness = _in_characters(carrier.name, traveller)
        if likeness in (NameLikeness.SAME, NameLikeness.CANNOT_TELL):
            continue
        stopped = carrier.turned_away and likeness is NameLikeness.OTHER
        subject = Subject.of(carrier.thing, carrier.name_field)
        yield Finding(
            CODE,
            Severity.BLOCKER if stopped else Severity.WARNING,
            _message(seen, carrier, traveller, likeness),
            subject,
            _SOURCE,
            (Fix(N_("Correct the name"), OpenField(subject)),),
            carrier.until,
        )


def _in_characters(printed: str, traveller: Traveller) -> NameLikeness:
    """Compared with the names in Chinese characters, as far as any is known."""
    wanted = _hanzi(printed)
    known = [_hanzi(name) for name in (traveller.name_hanzi, traveller.name_at_hospital)]
    known = [name for name in known if name]
    if not wanted or not known:
        return NameLikeness.CANNOT_TELL
    return NameLikeness.SAME if wanted in known else NameLikeness.OTHER


def _hanzi(name: str) -> str:
    return "".join(c for c in name if "CJK" in unicodedata.name(c, ""))


def _message(seen: Outline, carrier: Carrier, traveller: Traveller, likeness: NameLikeness) -> Message:
    facts = {"what": seen.called(carrier.thing), "printed": carrier.name, "name": traveller.full_name}
    if likeness is NameLikeness.PART_MISSING:
        return N_("{what}: made out to “{printed}”, without the whole name in the passport, {name}.", **facts)
    return N_("{what}: made out to “{printed}”; the passport says {name}.", **facts)
