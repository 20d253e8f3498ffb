"""What a driver and a hotel are given, byte by byte: nothing of health, money, birth or another's papers.

The file is decompressed whole, its calendar and its metadata too, and searched for every secret of the
journey in every encoding a PDF knows; the patient's own copy, searched likewise, must hold them.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from planner.i18n import translator
from planner.imports.journey_file import open_file
from planner.message import N_
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.text import Text, same
from planner.reference.reference import shipped_reference
from planner.session import CalendarJob, PdfJob, PrintOptions, Session, itinerary_of
from planner.session.importing import sample_file
from planner.session.issuing import IssueJob
from tests.builders.hard_journeys import HARD_JOURNEYS, path_of
from tests.unit.export.pdf.reading import read, text_in_order

SAMPLE = "sample"
STANDS_ON = {SAMPLE: dt.date(2027, 3, 1), **{name: day for name, (_, day) in HARD_JOURNEYS.items()}}
OUTSIDERS = (Audience.DRIVER, Audience.HOTEL)


@cache
def journey_of(name: str) -> Journey:
    return open_file(sample_file() if name == SAMPLE else path_of(name)).journey


@cache
def files(name: str, audience: Audience) -> tuple[bytes, bytes]:
    """The PDF and the calendar file, as the program makes them."""
    journey, day = journey_of(name), STANDS_ON[name]
    options = PrintOptions(audience=audience)
    made = itinerary_of(journey, options, day, shipped_reference())
    stamped = dt.datetime.combine(day, dt.time(9), dt.UTC)
    pdf = PdfJob.prepare(journey, made, options, stamped).run()
    return pdf, CalendarJob.prepare(journey, made, stamped).run()


# -- the secrets of a journey --------------------------------------------------------------------------


def secrets(journey: Journey, audience: Audience) -> dict[str, set[str]]:
    """What ``audience`` must not find, by what it is."""
    found = {
        "diagnosis": set(_diagnoses(journey)),
        "dose": {"Gy(RBE)"},
        "health": set(_health(journey)),
        "money": {"CNY", *_amounts(journey)},
        "birth": {words for t in journey.travellers if t.born_on for words in _dates(t.born_on)},
        "notes": {thing.notes for thing in (journey, *journey.places, *journey.contacts) if thing.notes},
    }
    if audience is Audience.DRIVER:
        found["passport"] = {p.number for t in journey.travellers for p in t.passports}
        found["visa"] = {v.number for v in journey.visas if v.number}
    return {kind: {words for words in every if words} for kind, every in found.items()}


def _words(*texts: Text) -> Iterator[str]:
    for text in texts:
        yield from text.wording.values()


def _diagnoses(journey: Journey) -> Iterator[str]:
    for diagnosis in journey.diagnoses:
        yield diagnosis.icd10
        yield from _words(diagnosis.site, diagnosis.stage, diagnosis.summary)


def _health(journey: Journey) -> Iterator[str]:
    for traveller in journey.travellers:
        for medicine in traveller.medicines:
            yield from _words(medicine.name, medicine.dose)
        for allergy in traveller.allergies:
            yield from _words(allergy.substance, allergy.reaction)
        for policy in traveller.insurance:
            yield policy.policy_number
    for course in journey.courses:
        yield from _words(course.site)


def _amounts(journey: Journey) -> Iterator[str]:
    for thing in (*journey.payments, *journey.estimate):
        yield f"{thing.amount.amount:.2f}"
        yield f"{thing.amount.amount:,.2f}"


def _dates(day: dt.date) -> Iterator[str]:
    yield str(day.year)
    yield day.isoformat()
    for locale in ("en", "zh_CN"):
        for style in ("medium", "long"):
            yield translator(locale).date(day, style)  # type: ignore[arg-type]


# -- the bytes of a file -------------------------------------------------------------------------------


def everything(pdf: bytes) -> tuple[str, bytes]:
    """What the file says to a reader, and all its bytes, every stream decompressed; fonts have no words."""
    said = "\n".join([*text_in_order(pdf), *(line.text for page in read(pdf) for line in page.lines)])
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for value in document.objects:
            if isinstance(value, pikepdf.Dictionary) and "/FontFile2" in value:
                value["/FontFile2"].write(b"")
        plain = io.BytesIO()
        document.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            qdf=True,
        )
    return said, plain.getvalue()


def encodings(words: str) -> Iterator[bytes]:
    """The words as a PDF may hold them: in metadata, in strings, in strings written in hex."""
    for encoded in (words.encode("utf-8"), words.encode("utf-16-be")):
        yield encoded
        yield encoded.hex().encode()
        yield encoded.hex().upper().encode()


def finds(words: str, said: str, data: bytes) -> bool:
    flat = "".join(words.split())
    if words in said or flat in "".join(said.split()):
        return True
    if words.isdigit() and len(words) < 6:
        return False  # among the bytes it may be the number of a glyph, or a place on the page
    return any(form in data for form in encodings(words))


def leaks(pdf: bytes, kept: dict[str, set[str]]) -> list[str]:
    said, data = everything(pdf)
    return [f"{kind}: {words}" for kind, every in kept.items() for words in every if finds(words, said, data)]


# -- the promises --------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", OUTSIDERS)
@pytest.mark.parametrize("name", STANDS_ON)
def test_an_outsiders_pdf_holds_no_secret(name: str, audience: Audience) -> None:
    assert leaks(files(name, audience)[0], secrets(journey_of(name), audience)) == []


@pytest.mark.parametrize("audience", OUTSIDERS)
@pytest.mark.parametrize("name", STANDS_ON)
def test_an_outsiders_calendar_holds_no_secret(name: str, audience: Audience) -> None:
    unfolded = files(name, audience)[1].replace(b"\r\n ", b"").decode()
    for kind, every in secrets(journey_of(name), audience).items():
        assert not [words for words in every if words in unfolded], kind


@pytest.mark.parametrize("name", STANDS_ON)
def test_the_hospital_reads_of_no_money(name: str) -> None:
    kept = {"money": secrets(journey_of(name), Audience.HOSPITAL)["money"]}
    assert leaks(files(name, Audience.HOSPITAL)[0], kept) == []


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_a_revision_tells_an_outsider_no_more_than_a_first_issue(audience: Audience) -> None:
    """What changed is worked out from the whole frozen journey, of which they may see next to nothing."""
    name = SAMPLE
    before = journey_of(name)
    rides = (
        replace(leg, departs=leg.departs.moved(1)) if leg.departs and leg.driver else leg
        for leg in before.legs
    )
    nights = (replace(stay, leaves=stay.leaves.moved(1)) if stay.leaves else stay for stay in before.stays)
    shorter = before.appointments[:-8]
    changed = replace(before, diagnoses=(), appointments=shorter, legs=tuple(rides), stays=tuple(nights))
    stamped = dt.datetime.combine(STANDS_ON[name], dt.time(9), dt.UTC)
    with Session.sample(clock=lambda: stamped) as session:
        options = PrintOptions(audience=audience)
        session.copies.issue(name, options, recipients=[same("X")])
        job = session.copies.job(name, options, recipients=[same("X")])
    made = IssueJob(
        journey=changed,
        options=job.options,
        reference=job.reference,
        itinerary=itinerary_of(changed, options, STANDS_ON[name], job.reference, 2),
        stamped=job.stamped,
        recipients=job.recipients,
        by=None,
        replaces=1,
        earlier=job.earlier,
    ).run()
    assert made.itinerary.changes
    assert leaks(made.pdf, secrets(before, audience)) == []


@pytest.mark.parametrize("name", [SAMPLE, "thirty-five-fractions-over-national-day"])
def test_the_patients_own_copy_does_hold_each_kind(name: str) -> None:
    """Else none of the tests above could fail."""
    kept = secrets(journey_of(name), Audience.DRIVER)
    found = {leak.split(":")[0] for leak in leaks(files(name, Audience.PATIENT)[0], kept)}
    assert {"diagnosis", "dose", "health", "money", "birth", "passport"} <= found
    calendar = files(name, Audience.PATIENT)[1].decode()
    assert "CNY" in calendar


def test_the_search_finds_words_in_every_hiding_place() -> None:
    """In metadata, in the names of bookmarks, in an attached file, in the text of a page."""
    pdf = files(SAMPLE, Audience.HOTEL)[0]
    reference = journey_of(SAMPLE).reference
    hidden = {"title": {"Guests and nights"}, "reference": {reference}, "calendar": {"BEGIN:VCALENDAR"}}
    assert [leak.split(":")[0] for leak in leaks(pdf, hidden)] == ["title", "reference", "calendar"]
    said, data = everything(pdf)
    assert "BEGIN:VCALENDAR" not in said
    assert b"BEGIN:VCALENDAR" in data
    title = translator("zh_CN").text(N_("Guests and nights"))
    assert title.encode("utf-8") in data
    assert title.encode("utf-16-be").hex().encode() in data.lower()
