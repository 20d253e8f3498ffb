"""``planner replan``: what an interruption of a course moves and breaks, before and after."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from planner.cli.calendar_files import calendars_option
from planner.cli.dates import iso_date, iso_dates, period
from planner.cli.source import journey_and_reference, journey_argument, now
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_
from planner.record.fraction import MissedReason
from planner.record.treatment_days import MachineDown

if TYPE_CHECKING:
    from planner.record.journey import Journey


@click.command()
@journey_argument
@click.option(
    "--missed",
    type=iso_dates,
    default="",
    metavar="DATE[,DATE…]",
    help="Days whose session did not take place.",
)
@click.option(
    "--down", type=period, multiple=True, metavar="FROM..TO", help="The machine is down, both days included."
)
@click.option("--start", type=iso_date, metavar="DATE", help="What is left is given from this day on.")
@click.option("--fractions", type=int, metavar="N", help="How many the course has now, as ordered.")
@click.option("--ordered-by", default="", metavar="NAME", help="The clinician who ordered that.")
@click.option(
    "--reason", type=click.Choice([reason.value for reason in MissedReason]), help="Why they were missed."
)
@click.option("--course", metavar="ID", help="Which course, if there are several.")
@calendars_option
@click.option("--today", type=iso_date, metavar="DATE", help="The day to reckon from, if not today.")
@json_option
@pass_terminal
def replan(
    terminal: Terminal,
    *,
    journey: str,
    missed: tuple[dt.date, ...],
    down: tuple[tuple[dt.date, dt.date], ...],
    start: dt.date | None,
    fractions: int | None,
    ordered_by: str,
    reason: str | None,
    course: str | None,
    calendars: tuple[Path, ...],
    today: dt.date | None,
    as_json: bool,
) -> None:
    """What an interruption of the course of JOURNEY moves. It proposes; nothing is changed."""
    from planner.cli.replan_report import awaited_years, document, print_report
    from planner.session.replanning import Happened, Interruption, replanning

    if not (missed or down or start or fractions):
        raise click.UsageError("Say what happened: --missed, --down, --start or --fractions.")
    found, reference = journey_and_reference(terminal, journey, calendars)
    happened = Happened(
        interruption=Interruption(
            missed=missed,
            machine_down=tuple(MachineDown(first=first, last=last) for first, last in down),
            new_start=start,
            fractions=fractions,
            ordered_by=ordered_by,
        ),
        reason=MissedReason(reason) if reason else None,
    )
    weighed = replanning(
        found,
        course or _only_course(found, missed),
        happened,
        reference=reference,
        now=_noon(today, found.zone) if today else now(),
    )
    if as_json:
        print_json(document(weighed, terminal))
    else:
        print_report(weighed, terminal)
    if awaited := awaited_years(weighed):
        terminal.say(
            N_(
                "The official calendar of {years} is not loaded: the dates marked so are provisional.",
                years=tuple(str(year) for year in awaited),
            )
        )


def _only_course(journey: Journey, missed: tuple[dt.date, ...]) -> str:
    """The journey's course; of several, the one that has sessions on the missed days."""
    courses = [course.id for course in journey.courses]
    if len(courses) > 1 and missed:
        courses = [
            course.id
            for course in journey.courses
            if set(missed) <= {fraction.starts.date for fraction in course.fractions}
        ]
    if len(courses) == 1:
        return courses[0]
    if not journey.courses:
        raise click.UsageError("The journey has no course yet.")
    known = ", ".join(course.id for course in journey.courses)
    raise click.UsageError(f"The journey has several courses; name one with --course: {known}.")


def _noon(date: dt.date, zone: str) -> dt.datetime:
    return dt.datetime.combine(date, dt.time(12), ZoneInfo(zone))
