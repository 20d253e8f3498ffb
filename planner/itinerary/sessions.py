"""The sessions of a course: each as an item with its number of the total, and the course as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from planner.itinerary.clocks import at_home
from planner.itinerary.edition import Edition
from planner.itinerary.item import CoursePlan, Item, ItemKind, Session, Standing, Words
from planner.itinerary.labels import MISSED
from planner.itinerary.people import people, person_line, who
from planner.itinerary.places import is_hospitals, place_line
from planner.itinerary.standing import of_fraction
from planner.message import N_, Message
from planner.record.consent import Audience
from planner.record.course import Course, Modality
from planner.record.fraction import Fraction, FractionState
from planner.record.kind_names import MODALITIES
from planner.record.text import Text
from planner.record.when import order_key


def session_items(edition: Edition) -> Iterator[Item]:
    """Every session this edition tells of, numbered within its course."""
    for course in _courses(edition):
        for fraction in told(edition, course):
            yield _item(edition, course, fraction)


def course_plans(edition: Edition) -> tuple[CoursePlan, ...]:
    """Each course: figures exactly as prescribed, sessions in order of time, what has been delivered."""
    return tuple(_plan(edition, course) for course in _courses(edition))


def _courses(edition: Edition) -> Iterator[Course]:
    """The courses this edition tells of; a hospital is told of those in its own house."""
    for course in edition.journey.courses:
        if edition.audience is not Audience.HOSPITAL or is_hospitals(edition, course.centre):
            yield course


def told(edition: Edition, course: Course) -> tuple[Fraction, ...]:
    """The sessions of a course this edition tells of, in order of time; cancelled ones only to the agency."""
    shown = [f for f in course.fractions if edition.tells_all or f.state is not FractionState.CANCELLED]
    return tuple(sorted(shown, key=lambda f: (*order_key(f.starts), f.number, f.id)))


def total_of(course: Course) -> int | None:
    """How many sessions there are to be: as prescribed, else as many as are numbered; ``None`` for none."""
    return course.fractions_prescribed or max((f.number for f in course.fractions), default=None)


def _item(edition: Edition, course: Course, fraction: Fraction) -> Item:
    total = total_of(course)
    minutes = fraction.duration_minutes or course.session_minutes
    patient = edition.journey.patient
    starts = fraction.delivered_at or fraction.starts
    return Item(
        key=fraction.id,
        kind=ItemKind.FRACTION,
        on=starts.date,
        title=_title(course.modality, fraction.number, total),
        subject=fraction.id,
        subtitle=_reason(fraction),
        starts=starts,
        ends=starts.later(minutes) if minutes else None,
        home=at_home(starts, edition.home_zone),
        duration_minutes=minutes,
        standing=of_fraction(fraction),
        provisional=_is_provisional(edition, fraction),
        place=place_line(edition, course.centre, fraction.room or course.room),
        who=who(edition, [patient.id]) if patient else (),
        people=people(edition, fraction.interpreter, fraction.driver),
        number=fraction.number,
        total=total,
    )


def _title(modality: Modality, number: int, total: int | None) -> Message:
    if modality is Modality.CARBON:
        return N_("Carbon-ion session {number} of {total}", number=number, total=total or number)
    return N_("Proton session {number} of {total}", number=number, total=total or number)


def _plan(edition: Edition, course: Course) -> CoursePlan:
    clinician = edition.contact(course.clinician)
    sees_dose = edition.audience is not Audience.COMPANION
    dose, prescribed = course.dose_per_fraction_gy_rbe, course.fractions_prescribed
    days = sorted({_day(f) for f in course.fractions if f.stands})
    return CoursePlan(
        course=course.id,
        site=course.site if sees_dose else Text(),
        modality=MODALITIES[course.modality],
        centre=place_line(edition, course.centre, course.room),
        room=course.room,
        clinician=person_line(clinician) if clinician else None,
        dose_per_fraction_gy_rbe=dose if sees_dose else None,
        total_dose_gy_rbe=_total(dose, prescribed) if sees_dose else None,
        prescribed=prescribed,
        delivered=len({f.number for f in course.fractions if f.state is FractionState.DELIVERED}),
        sessions=tuple(_session(edition, fraction) for fraction in told(edition, course)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        overall_days=(days[-1] - days[0]).days + 1 if days else None,
        longest_gap_days=max(((b - a).days for a, b in pairwise(days)), default=None),
    )


def _session(edition: Edition, fraction: Fraction) -> Session:
    starts = fraction.delivered_at or fraction.starts
    return Session(
        number=fraction.number,
        starts=starts,
        home=at_home(starts, edition.home_zone),
        standing=of_fraction(fraction),
        provisional=_is_provisional(edition, fraction),
        room=fraction.room,
        reason=_reason(fraction),
    )


def _reason(fraction: Fraction) -> Words | None:
    if fraction.state is not FractionState.MISSED:
        return None
    return fraction.missed_words or (MISSED[fraction.missed_reason] if fraction.missed_reason else None)


def _is_provisional(edition: Edition, fraction: Fraction) -> bool:
    open_still = of_fraction(fraction) in (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED)
    return open_still and edition.is_provisional(fraction.starts.date)


def _day(fraction: Fraction) -> dt.date:
    return (fraction.delivered_at or fraction.starts).date


def _total(dose: Decimal | None, fractions: int | None) -> Decimal | None:
    return dose * fractions if dose is not None and fractions is not None else None
