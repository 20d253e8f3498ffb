"""``planner schedule``: where N fractions fall on a centre's treatment days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.calendar_files import calendars_option, read_calendars
from planner.cli.dates import clock_time, iso_date, iso_dates, period
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_, Message
from planner.record.treatment_days import DatedPolicy, HolidayClosing, MachineDown, TreatmentDayKind

if TYPE_CHECKING:
    from planner.reference.work_calendar import WorkCalendar
    from planner.schedule.figures import Figures
    from planner.schedule.planned_fraction import PlannedFraction


@click.command()
@click.option("--start", type=iso_date, required=True, metavar="DATE", help="No fraction falls before it.")
@click.option("--fractions", type=int, required=True, metavar="N", help="How many.")
@click.option(
    "--policy",
    type=click.Choice([kind.value for kind in TreatmentDayKind]),
    default=TreatmentDayKind.OFFICIAL.value,
    show_default=True,
    help="On which days the centre treats.",
)
@calendars_option
@click.option("--region", default="CN", show_default=True, help="Whose calendar: CN, HK, TW, NZ-AUK …")
@click.option(
    "--weekdays", metavar="DAYS", default="", help="For a custom policy: ISO weekdays, 1234567 is all."
)
@click.option(
    "--holidays",
    type=click.Choice([closing.value for closing in HolidayClosing]),
    default=HolidayClosing.NONE.value,
    show_default=True,
    help="For a custom policy: which holidays close the centre.",
)
@click.option("--closed", type=iso_dates, default="", metavar="DATES", help="Days the centre is closed.")
@click.option("--extra", type=iso_dates, default="", metavar="DATES", help="Days it treats besides.")
@click.option(
    "--down", type=period, multiple=True, metavar="FROM..TO", help="The machine is down, both days included."
)
@click.option("--per-week", type=click.IntRange(1, 7), metavar="N", help="The most a week, Monday to Sunday.")
@click.option("--time", "daily_time", type=clock_time, metavar="HH:MM", help="The time of each session.")
@json_option
@pass_terminal
def schedule(
    terminal: Terminal,
    *,
    start: dt.date,
    fractions: int,
    policy: str,
    calendars: tuple[Path, ...],
    region: str,
    weekdays: str,
    holidays: str,
    closed: tuple[dt.date, ...],
    extra: tuple[dt.date, ...],
    down: tuple[tuple[dt.date, dt.date], ...],
    per_week: int | None,
    daily_time: dt.time | None,
    as_json: bool,
) -> None:
    """Where N fractions fall."""
    from planner.reference.work_calendar import WorkCalendar
    from planner.schedule.figures import figures
    from planner.schedule.lay import lay
    from planner.schedule.session_pattern import SessionPattern
    from planner.schedule.treatment_days import TreatmentDays

    if set(weekdays) - set("1234567"):
        raise click.BadParameter("expected digits from 1 (Monday) to 7 (Sunday).", param_hint="--weekdays")
    kind = TreatmentDayKind(policy)
    if (kind is TreatmentDayKind.CUSTOM) != bool(weekdays):
        raise click.UsageError("--weekdays goes with --policy custom, and custom needs it.")
    centre = DatedPolicy(
        kind=kind,
        weekdays=tuple(sorted({int(day) for day in weekdays})),
        holidays=HolidayClosing(holidays),
        closed_days=closed,
        extra_days=extra,
        machine_down=tuple(MachineDown(first=first, last=last) for first, last in down),
    )
    calendar = WorkCalendar(region, read_calendars(calendars))
    course = lay(
        fractions,
        start,
        TreatmentDays((centre,), calendar),
        SessionPattern(daily_time=daily_time, per_week=per_week),
    )
    measured = figures(course)
    assert measured is not None  # a course has at least one fraction
    if as_json:
        print_json(_document(course, measured, calendar))
    else:
        _print(terminal, course, measured)
    if awaited := calendar.trusted_years(measured.first, measured.last)[1]:
        terminal.say(
            N_(
                "The official calendar of {years} is not loaded: the dates marked so are provisional.",
                years=tuple(str(year) for year in awaited),
            )
        )


def _document(
    course: tuple[PlannedFraction, ...], measured: Figures, calendar: WorkCalendar
) -> dict[str, Any]:
    official, awaited = calendar.trusted_years(measured.first, measured.last)
    return {
        "fractions": [
            {"number": one.number, "date": one.date.isoformat(), "provisional": one.provisional}
            for one in course
        ],
        "first": measured.first.isoformat(),
        "last": measured.last.isoformat(),
        "overall_days": measured.overall_days,
        "longest_gap_days": measured.longest_gap_days,
        "official_years": list(official),
        "provisional_years": list(awaited),
    }


def _print(terminal: Terminal, course: tuple[PlannedFraction, ...], measured: Figures) -> None:
    width = len(str(len(course)))
    for one in course:
        line = N_("{number}  {date}", number=str(one.number).rjust(width), date=one.date)
        if one.time is not None:
            line = N_("{number}  {date}, {time}", **line.params, time=one.time)
        if one.provisional:
            line = N_("{session}  provisional", session=line)
        click.echo(terminal.words(line))
    length = N_("Overall treatment time {overall}.", overall=_days(measured.overall_days))
    if measured.longest_gap_days:
        before, after = measured.longest_gap
        length = N_(
            "Overall treatment time {overall}; longest gap {gap}, from {before} to {after}.",
            overall=_days(measured.overall_days),
            gap=_days(measured.longest_gap_days),
            before=before,
            after=after,
        )
    click.echo(terminal.words(length))


def _days(count: int) -> Message:
    return NN_("{count} day", "{count} days", count)
