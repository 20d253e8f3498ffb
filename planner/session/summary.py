"""A journey as one row of a list, computed from the journey on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from planner.itinerary.item import Item, Standing
from planner.message import N_, Message
from planner.record.course import Course
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.visa import Entry, EntryState
from planner.record.when import When, order_key
from planner.rules.finding import Finding, Severity
from planner.schedule.permitted_stay import permitted_stay
from planner.schedule.phase import phase
from planner.session.caseload_share import OFFICE_DUTIES, titled
from planner.session.days import days_of, office_zone
from planner.store.journey_summary import JourneySummary, StripeMark

_OVER = (Standing.DONE, Standing.MISSED, Standing.CANCELLED)


def summary(
    journey: Journey, findings: Sequence[Finding], items: Sequence[Item], now: dt.datetime
) -> JourneySummary:
    """The row of ``journey`` as it stands at ``now`` (zone-aware), of its open findings and its items.

    ``items`` are all of them, as the agency sees them.
    """
    there = now.astimezone(ZoneInfo(journey.zone))
    today, at_office = days_of(journey, now)
    patient = journey.patient
    coming = _next(items, now, today, at_office)
    prescribed, delivered = _tally(journey.courses)
    last_day, slack = _stay(journey)
    days = [item.on for item in items]
    severities = [finding.severity for finding in findings]
    return JourneySummary(
        id=journey.id,
        patient_name=patient.full_name if patient else "",
        patient_name_hanzi=(patient.name_hanzi or patient.name_at_hospital) if patient else "",
        reference=journey.reference,
        state=journey.state,
        case_manager=journey.case_manager,
        centre=_centre(journey),
        phase=phase(journey, today).value,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        next_title=_titled(coming) if coming else None,
        next_when=_when(coming, journey.zone) if coming else None,
        fractions_delivered=delivered,
        fractions_prescribed=prescribed,
        stay_last_day=last_day,
        stay_slack_days=slack,
        blockers=severities.count(Severity.BLOCKER),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.NOTE),
        stripe=tuple(_stripe(journey)),
        computed_on=today,
        stale_at=_stale_at(coming, there, now.astimezone(ZoneInfo(office_zone(journey)))),
    )


def _next(items: Iterable[Item], now: dt.datetime, today: dt.date, at_office: dt.date) -> Item | None:
    """The first item still to come; one of today without a time still is, by the day of who sees to it."""
    for item in items:
        if item.standing in _OVER:
            continue
        starts = item.starts.instant if item.starts else None
        if starts > now if starts else item.on >= (at_office if item.kind in OFFICE_DUTIES else today):
            return item
    return None


def _titled(item: Item) -> Message:
    title = titled(item)
    return title if isinstance(title, Message) else N_("{what}", what=title)


def _when(item: Item, zone: str) -> When:
    return item.starts or When(date=item.on, zone=zone)


def _stale_at(coming: Item | None, there: dt.datetime, at_office: dt.datetime) -> dt.datetime:
    """The next midnight where the treatment is or at the office, or the start of the next thing before it."""
    tomorrow = min(_midnight(there), _midnight(at_office))
    starts = coming.starts.instant if coming and coming.starts else None
    return min(starts, tomorrow) if starts else tomorrow


def _midnight(after: dt.datetime) -> dt.datetime:
    midnight = dt.datetime.combine(after.date() + dt.timedelta(1), dt.time(0), after.tzinfo)
    return midnight.astimezone(dt.UTC)  # two zones compare by the instant, not by the clock


def _tally(courses: Iterable[Course]) -> tuple[int | None, int]:
    """Fractions prescribed over all courses (``None`` while nothing is), and those delivered."""
    prescribed = [course.fractions_prescribed for course in courses if course.fractions_prescribed]
    delivered = sum(f.state is FractionState.DELIVERED for course in courses for f in course.fractions)
    return (sum(prescribed) if prescribed else None), delivered


def _stay(journey: Journey) -> tuple[dt.date | None, int | None]:
    """The earliest careful last legal day, and the least slack of anybody who leaves, in days."""
    visas = {visa.id: visa for visa in journey.visas}
    last_days: list[dt.date] = []
    slacks: list[int] = []
    for entry in _open_entries(journey):
        visa = visas.get(entry.visa) if entry.visa else None
        last = permitted_stay(entry, visa, journey.zone).safe_last_day
        if last is None:
            continue
        last_days.append(last)
        if entry.exited:
            leaves = entry.exited.seen_from(journey.zone) or entry.exited
            slacks.append((last - leaves.date).days)
    return min(last_days, default=None), min(slacks, default=None)


def _open_entries(journey: Journey) -> list[Entry]:
    return [
        entry
        for entry in journey.entries
        if entry.state is not EntryState.CANCELLED and entry.country == journey.country
    ]


def _centre(journey: Journey) -> Text:
    centre = next((course.centre for course in journey.courses if course.centre), journey.referring_hospital)
    return next((place.name for place in journey.places if place.id == centre), Text())


def _stripe(journey: Journey) -> Iterable[StripeMark]:
    """The miniature timeline: records, board, visa, stay in the country, sessions, follow-up."""
    received = [d.received_on for d in journey.documents if d.received_on]
    if received:
        yield StripeMark("records", min(received), max(received))
    for meeting in journey.mdt_meetings:
        if meeting.starts:
            yield StripeMark("board", meeting.starts.date, meeting.starts.date)
    steps = [
        step.done_on or (step.planned.date if step.planned else None)
        for visa in journey.visas
        for step in visa.steps
    ]
    if dated := [day for day in steps if day]:
        yield StripeMark("visa", min(dated), max(dated))
    entered = [entry.entered for entry in _open_entries(journey) if entry.entered]
    exited = [entry.exited for entry in _open_entries(journey) if entry.exited]
    if entered and exited:
        first, last = min(entered, key=order_key).date, max(exited, key=order_key).date
        if first <= last:
            yield StripeMark("stay", first, last)
    for course in journey.courses:
        days = [fraction.starts.date for fraction in course.fractions if fraction.stands]
        if days:
            yield StripeMark("course", min(days), max(days))
