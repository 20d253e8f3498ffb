"""``planner calendar``: what the public calendars say, and what a newer announcement changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_

if TYPE_CHECKING:
    from planner.reference.calendar_year import CalendarYear, ChangedDay

CALENDAR_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def calendar() -> None:
    """Public calendars: days off and make-up workdays."""


@calendar.command()
@click.argument("year", type=click.IntRange(1, 9999))
@click.option("--region", default="CN", show_default=True, help="Whose calendar: CN, HK, TW, NZ-AUK …")
@click.option(
    "--calendar", "files", type=CALENDAR_FILE, multiple=True, metavar="FILE", help="Show it as FILE has it."
)
@json_option
@pass_terminal
def show(terminal: Terminal, *, year: int, region: str, files: tuple[Path, ...], as_json: bool) -> None:
    """What is known of YEAR."""
    from planner.reference.calendar_year import CalendarTrust
    from planner.reference.work_calendar import WorkCalendar

    known = WorkCalendar(region, read_calendars(files)).year(year)
    if as_json:
        print_json(_document(known))
    else:
        _print(terminal, known)
    if known.trust is CalendarTrust.UNKNOWN:
        terminal.say(
            N_(
                "Nothing is known of {year} in {region} but its weekdays; "
                "every date in it is provisional until its calendar is imported.",
                year=str(year),
                region=region,
            )
        )
    elif known.trust is CalendarTrust.PROVISIONAL:
        terminal.say(
            N_(
                "The calendar of {year} is provisional: bridging days and make-up workdays may still come.",
                year=str(year),
            )
        )


@calendar.command("import")
@click.argument("file", type=CALENDAR_FILE)
@json_option
@pass_terminal
def import_(terminal: Terminal, *, file: Path, as_json: bool) -> None:
    """What the calendar in FILE would change: holiday-cn JSON or .ics."""
    from planner.reference.calendar_year import changed_days
    from planner.reference.work_calendar import WorkCalendar

    years = read_calendars((file,))
    compared = []
    for new in years:
        now = WorkCalendar(new.region).year(new.year)
        compared.append((new, changed_days(now, new)))
    if as_json:
        print_json({"years": [_changes(new, changes) for new, changes in compared]})
    else:
        for new, changes in compared:
            _print_changes(terminal, new, changes)
    terminal.say(
        N_(
            "Compared only: the record does not keep calendars yet. "
            "To lay a course by this one, give it to 'planner schedule' with --calendar."
        )
    )


def read_calendars(files: Iterable[Path]) -> tuple[CalendarYear, ...]:
    """The years in all ``files``, to be laid over the shipped ones.

    Raises: InputError naming the file that is no calendar.
    """
    from planner.imports.work_calendar import LARGEST_BYTES, read_work_calendar

    years: list[CalendarYear] = []
    for file in files:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_BYTES + 1)
        years += read_work_calendar(data, file=file.name, checked_on=dt.date.today())
    return tuple(years)


def _document(year: CalendarYear) -> dict[str, Any]:
    return {
        "region": year.region,
        "year": year.year,
        "trust": year.trust.value,
        "version": year.version,
        "checked_on": year.checked_on.isoformat() if year.checked_on else None,
        "notices": [
            {
                "number": notice.number,
                "title": notice.title,
                "issued": notice.issued.isoformat() if notice.issued else None,
                "url": notice.url,
            }
            for notice in year.notices
        ],
        "days": [
            {"date": day.date.isoformat(), "kind": day.kind.value, "name": day.name} for day in year.days
        ],
    }


def _print(terminal: Terminal, year: CalendarYear) -> None:
    from planner.reference.day_labels import day_kind_label, holiday_name, trust_label

    click.echo(
        terminal.words(
            N_(
                "{region} {year}, {trust}",
                region=year.region,
                year=str(year.year),
                trust=trust_label(year.trust),
            )
        )
    )
    for notice in year.notices:
        click.echo("  ".join(part for part in (notice.number, notice.title, notice.url) if part))
    for day in year.days:
        click.echo(
            terminal.words(
                N_(
                    "{date}  {kind}  {holiday}",
                    date=day.date,
                    kind=day_kind_label(day.kind),
                    holiday=holiday_name(day.name),
                )
            )
        )


def _changes(new: CalendarYear, changes: tuple[ChangedDay, ...]) -> dict[str, Any]:
    return {
        "region": new.region,
        "year": new.year,
        "changes": [
            {
                "date": change.date.isoformat(),
                "old": change.old.value if change.old else None,
                "new": change.new.value if change.new else None,
                "name": change.name,
            }
            for change in changes
        ],
    }


def _print_changes(terminal: Terminal, new: CalendarYear, changes: tuple[ChangedDay, ...]) -> None:
    from planner.reference.day_labels import day_kind_label, holiday_name

    click.echo(
        terminal.words(
            NN_(
                "{region} {year}: {count} day differs from the calendar in force.",
                "{region} {year}: {count} days differ from the calendar in force.",
                len(changes),
                region=new.region,
                year=str(new.year),
            )
        )
    )
    for change in changes:
        click.echo(
            terminal.words(
                N_(
                    "{date}  {old} → {new}  {holiday}",
                    date=change.date,
                    old=day_kind_label(change.old),
                    new=day_kind_label(change.new),
                    holiday=holiday_name(change.name),
                )
            )
        )
