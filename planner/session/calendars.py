"""A newer calendar of public holidays: what it says differently, and which journeys that touches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from planner.errors import InputError
from planner.message import N_, Message
from planner.record.ids import JourneyId
from planner.record.journey import Journey, JourneyState
from planner.reference.calendar_year import CalendarTrust, CalendarYear, ChangedDay, changed_days
from planner.reference.reference import Calendars
from planner.schedule.calendar_touch import CalendarTouch, calendar_touch
from planner.store.journey_summary import JourneySummary


@dataclass(frozen=True, slots=True)
class YearNews:
    """A year as a file announces it, and the days on which it differs from the calendar now in force.

    ``is_new`` is false when the record already knows exactly this.
    """

    calendar: CalendarYear
    changes: tuple[ChangedDay, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class TouchedJourney:
    """A journey, by its id and its patient's name, and what the news would change for it."""

    journey: JourneyId
    name: str
    touch: CalendarTouch


@dataclass(frozen=True, slots=True)
class CalendarNews:
    """Everything a calendar file would change. Importing it lays nothing again.

    ``calendars`` are those in force with it.
    """

    years: tuple[YearNews, ...]
    calendars: Calendars
    touched: tuple[TouchedJourney, ...] = ()

    @property
    def to_keep(self) -> tuple[CalendarYear, ...]:
        """The calendars that the record does not know yet."""
        return tuple(year.calendar for year in self.years if year.is_new)

    @property
    def label(self) -> Message:
        """What importing it is called in the log."""
        return N_("Import the calendar of {years}", years=tuple(str(one.year) for one in self.to_keep))


def read_calendar_file(path: Path, checked_on: dt.date) -> tuple[CalendarYear, ...]:
    """The years that the file at ``path`` announces.

    Raises: InputError when it is no calendar, is not there any more or cannot be read.
    """
    from planner.imports.work_calendar import LARGEST_BYTES, read_work_calendar

    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            N_("{path} cannot be used: {reason}.", path=str(path), reason=reason),
            N_("Check that it is still there and that you may open it."),
        ) from error
    return read_work_calendar(data, file=path.name, checked_on=checked_on)


#: How the names of files end that may hold a calendar of public holidays.
CALENDAR_ENDINGS = (".ics", ".json")


def is_calendar_file(path: Path) -> bool:
    """Whether the file at ``path`` announces public holidays that can be imported; on any thread."""
    try:
        return bool(read_calendar_file(path, dt.date.min))
    except InputError:
        return False


def year_news(calendar: CalendarYear, known: Calendars) -> YearNews:
    """``calendar`` against the one in force; announced anew, it gets the next version."""
    now = known.of(calendar.region).year(calendar.year)
    changes = changed_days(now, calendar)
    if now.trust is not CalendarTrust.OFFICIAL:
        return YearNews(calendar, changes, True)
    if not changes:
        return YearNews(now, (), False)
    return YearNews(replace(calendar, version=max(calendar.version, now.version + 1)), changes, True)


def calendar_news(
    years: Iterable[CalendarYear],
    known: Calendars,
    rows: Iterable[JourneySummary],
    load: Callable[[JourneyId], Journey],
) -> CalendarNews:
    """What ``years`` would change for the journeys in ``rows``; those that may be touched are loaded."""
    news = tuple(year_news(calendar, known) for calendar in years)
    after = _with(known, news)
    first = min((year.changes[0].date for year in news if year.changes), default=None)
    touched = []
    for row in rows:
        if first is None or not _may_be_touched(row, first):
            continue
        journey = load(row.id)
        touch = _touch(journey, news, known, after)
        if touch:
            touched.append(TouchedJourney(journey.id, row.patient_name, touch))
    return CalendarNews(news, after, tuple(touched))


def compared(years: Iterable[CalendarYear]) -> CalendarNews:
    """What ``years`` say differently from what ships, where there is no record whose journeys they touch."""
    known = Calendars()
    news = tuple(year_news(calendar, known) for calendar in years)
    return CalendarNews(news, _with(known, news))


def _with(known: Calendars, news: Iterable[YearNews]) -> Calendars:
    return known.with_imported(year.calendar for year in news if year.is_new)


def _may_be_touched(row: JourneySummary, first: dt.date) -> bool:
    """Whether a journey is still worked on and has dates on or after the first changed day."""
    over = row.state in (JourneyState.COMPLETED, JourneyState.CLOSED)
    return not over and row.last_day is not None and row.last_day >= first


def _touch(journey: Journey, news: Iterable[YearNews], known: Calendars, after: Calendars) -> CalendarTouch:
    """What all the years together change; the sessions are laid once for each region."""
    changed: dict[str, set[dt.date]] = {}
    for year in news:
        changed.setdefault(year.calendar.region, set()).update(change.date for change in year.changes)
    touches = [
        calendar_touch(journey, region, days, known, after) for region, days in changed.items() if days
    ]
    return CalendarTouch(
        tuple(sorted({date for touch in touches for date in touch.dates})),
        tuple(move for touch in touches for move in touch.moves),
    )
