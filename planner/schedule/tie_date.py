"""The date that a tie says: so many days, of one sort or another, from a date of the journey.

Whatever cannot be said is ``None``: an anchor nobody has dated, ties that go round in a circle, a centre
that never opens. Nothing here raises, and nothing is ever read out of a name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from planner.record.constraint import FIRST_DAY, LAST_DAY
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.ids import CourseId, TravellerId
from planner.record.journey import Journey
from planner.record.thing import Thing
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.visa import Entry, EntryState
from planner.record.when import When, order_key
from planner.reference.reference import Calendars
from planner.reference.working_days import working_day
from planner.schedule.course_sessions import centre_calendar, session_dates, treatment_days_of
from planner.schedule.dated_fields import Moment, anchor_things, day_of, own_date, own_field, own_tie
from planner.schedule.session_finder import HORIZON_DAYS
from planner.schedule.treatment_days import TreatmentDays

_DAY = dt.timedelta(1)


def tie_date(tie: Tie, journey: Journey, calendars: Calendars) -> dt.date | None:
    """The date ``tie`` says in ``journey`` as it stands; ``None`` when it cannot be said."""
    return AnchorDates(journey, calendars).tied(tie)


class AnchorDates:
    """The dates from which a journey's ties are counted.

    ``moved`` are dates that are not, or not yet, those of the record, by id and field; it may be filled
    while this is in use. ``sessions`` are those of courses as they would be, by number; ``days`` are the
    centre's days that go with them.
    """

    __slots__ = ("_calendars", "_courses", "_days", "_sessions", "journey", "moved", "things")

    def __init__(
        self,
        journey: Journey,
        calendars: Calendars,
        *,
        moved: dict[tuple[str, str], Moment] | None = None,
        sessions: Mapping[CourseId, Mapping[int, dt.date]] | None = None,
        days: Mapping[CourseId, TreatmentDays] | None = None,
        things: Mapping[str, Thing] | None = None,
    ) -> None:
        self.journey = journey
        self.moved = {} if moved is None else moved
        self._calendars = calendars
        self.things = anchor_things(journey) if things is None else things
        self._courses = {course.id: course for course in journey.courses}
        self._sessions = dict(sessions or {})
        self._days = dict(days or {})

    def tied(self, tie: Tie) -> dt.date | None:
        """The date ``tie`` says, or ``None``."""
        anchor = self.anchor(tie)
        return None if anchor is None else self.count(tie, anchor)

    def anchor(self, tie: Tie) -> dt.date | None:
        """The date ``tie`` starts from, or ``None``."""
        match tie.anchor:
            case Anchor.OPENED:
                return self.journey.opened_on
            case Anchor.BOARD:
                boards = [meeting.starts for meeting in self.journey.mdt_meetings if meeting.starts]
                return min(boards, key=order_key).date if boards else None
            case Anchor.ARRIVAL:
                return min(self._crossings("entered"), default=None)
            case Anchor.DEPARTURE:
                return max(self._crossings("exited"), default=None)
            case Anchor.THING:
                return self._date_of(tie.thing or "")
        return self._session(tie)

    def count(self, tie: Tie, anchor: dt.date) -> dt.date | None:
        """``tie``'s days counted from ``anchor``; ``None`` where the calendar or the centre ends first."""
        try:
            date = self._counted(tie, anchor)
        except OverflowError:
            return None
        return date if date is not None and FIRST_DAY <= date <= LAST_DAY else None

    def _counted(self, tie: Tie, anchor: dt.date) -> dt.date | None:
        course = self._course(tie)
        match tie.counting:
            case DayCounting.CALENDAR:
                return anchor + dt.timedelta(tie.days)
            case DayCounting.WORKING:
                calendar = centre_calendar(self.journey, course, self._calendars)
                return working_day(calendar, anchor, tie.days).date
        return None if course is None else treatment_day(self._days_of(course), anchor, tie.days)

    def _course(self, tie: Tie) -> Course | None:
        """The tie's course: the one it names, else the only one there is."""
        if tie.course is not None:
            return self._courses.get(tie.course)
        return next(iter(self._courses.values())) if len(self._courses) == 1 else None

    def _session(self, tie: Tie) -> dt.date | None:
        course = self._course(tie)
        if course is None:
            return None
        dates = self._sessions_of(course)
        if tie.anchor is Anchor.FRACTION:
            return dates.get(tie.number or 0)
        return (min if tie.anchor is Anchor.FIRST_FRACTION else max)(dates.values(), default=None)

    def _sessions_of(self, course: Course) -> Mapping[int, dt.date]:
        found = self._sessions.get(course.id)
        if found is None:
            found = self._sessions[course.id] = session_dates(self.journey, course)
        return found

    def _days_of(self, course: Course) -> TreatmentDays:
        found = self._days.get(course.id)
        if found is None:
            found = self._days[course.id] = treatment_days_of(self.journey, course, self._calendars)
        return found

    def _crossings(self, field: str) -> list[dt.date]:
        """The dates, in the country of treatment, of the patient's entries into it or exits from it."""
        patient = self.journey.patient
        entries = patient_entries(self.journey, patient.id) if patient else ()
        moments = (self.moved.get((entry.id, field)) or getattr(entry, field) for entry in entries)
        return [_in_country(moment, self.journey.zone) for moment in moments if isinstance(moment, When)]

    def _date_of(self, thing_id: str) -> dt.date | None:
        """The date of a thing; of one without a date, what its own tie says, and so on along the ties."""
        chain: list[Tie] = []
        passed: set[str] = set()
        date: dt.date | None = None
        while date is None:
            thing = self.things.get(thing_id)
            if thing is None or thing_id in passed:
                return None
            passed.add(thing_id)
            date = self._stated(thing)
            if date is None:
                tie = own_tie(thing)
                if tie is None:
                    return None
                chain.append(tie)
                if tie.anchor is Anchor.THING:
                    thing_id = tie.thing or ""
                elif (date := self.anchor(tie)) is None:
                    return None
        for tie in reversed(chain):
            date = None if date is None else self.count(tie, date)
        return date

    def _stated(self, thing: Thing) -> dt.date | None:
        if isinstance(thing, Fraction):
            return self._session_of(thing)
        field = own_field(thing)
        moment = self.moved.get((thing.id, field)) if field else None
        moment = moment or own_date(thing)
        return None if moment is None else day_of(moment)

    def _session_of(self, fraction: Fraction) -> dt.date:
        """Of the session that now stands for the same fraction; the session's own date while none does."""
        owners = [one for one in self._courses.values() if any(fraction is f for f in one.fractions)]
        return self._sessions_of(owners[0]).get(fraction.number) or fraction.starts.date


def patient_entries(journey: Journey, patient: TravellerId) -> tuple[Entry, ...]:
    """The patient's entries into the country of treatment, without cancelled ones."""
    return tuple(
        entry
        for entry in journey.entries
        if entry.traveller == patient
        and entry.country == journey.country
        and entry.state is not EntryState.CANCELLED
    )


def treatment_day(days: TreatmentDays, start: dt.date, count: int) -> dt.date | None:
    """The treatment day ``count`` after ``start`` (negative: before), ``start`` itself not counted.

    With 0, the first on or after ``start``. ``None`` when the centre is closed for a year on end.
    """
    step = -_DAY if count < 0 else _DAY
    left, closed = abs(count) or 1, 0
    on = start - step if count == 0 else start
    while left:
        on += step
        if days.day(on).is_open:
            left, closed = left - 1, 0
        else:
            closed += 1
            if closed > HORIZON_DAYS:
                return None
    return on


def _in_country(moment: When, zone: str) -> dt.date:
    return (moment if moment.zone == zone else moment.seen_from(zone) or moment).date
