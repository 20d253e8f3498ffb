"""``planner calendar``: what the public calendars say, and what a newer announcement changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.calendar_files import CALENDAR_FILE, read_calendars
from planner.cli.source import PASSPHRASE_VARIABLE, has_record, open_record
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_

if TYPE_CHECKING:
    from planner.reference.calendar_year import CalendarYear
    from planner.schedule.planned_fraction import PlannedFraction
    from planner.session.calendars import CalendarNews, TouchedJourney, YearNews


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
    """What is known of YEAR.

    Calendars imported into a record are known where that is named with --vault, or opens unasked.
    """
    from planner.reference.calendar_year import CalendarTrust
    from planner.reference.work_calendar import WorkCalendar

    known = WorkCalendar(region, (*_of_the_record(terminal), *read_calendars(files))).year(year)
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
@click.option("--dry-run", is_flag=True, help="Only say what would change; keep nothing.")
@json_option
@pass_terminal
def import_(terminal: Terminal, *, file: Path, dry_run: bool, as_json: bool) -> None:
    """Keep the calendar in FILE (holiday-cn JSON or .ics) in the record, and say what it changes.

    Nothing is re-planned by itself: the journeys it touches are named, and what would move in them.
    """
    from planner.session.calendars import compared

    if has_record(terminal):
        with open_record(terminal) as session:
            news = session.calendar_news(file) if dry_run else session.import_calendar(file)
    else:
        news = compared(read_calendars((file,)))
    imported = bool(news.to_keep) and not dry_run and has_record(terminal)
    if as_json:
        print_json(_news(news, imported=imported))
    else:
        for year in news.years:
            _print_changes(terminal, year)
        for touched in news.touched:
            _print_touched(terminal, touched)
    if not has_record(terminal):
        terminal.say(
            N_(
                "Compared only: there is no record here to keep it in. "
                "To lay a course by this calendar, give it to “planner schedule” with --calendar."
            )
        )


def _of_the_record(terminal: Terminal) -> tuple[CalendarYear, ...]:
    """The calendars imported into the record, where nobody has to type a passphrase to look at a year."""
    if terminal.vault is None and (PASSPHRASE_VARIABLE not in os.environ or not has_record(terminal)):
        return ()
    with open_record(terminal) as session:
        return session.reference.calendars.imported


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


def _news(news: CalendarNews, *, imported: bool) -> dict[str, Any]:
    return {
        "imported": imported,
        "years": [_changes(year) for year in news.years],
        "journeys": [
            {
                "id": touched.journey,
                "patient": touched.name,
                "dates": [date.isoformat() for date in touched.touch.dates],
                "fractions": [
                    {"number": move.number, "old": _iso(move.old), "new": _iso(move.new)}
                    for move in touched.touch.moves
                ],
            }
            for touched in news.touched
        ],
    }


def _iso(session: PlannedFraction | None) -> str | None:
    return session.date.isoformat() if session else None


def _changes(year: YearNews) -> dict[str, Any]:
    return {
        "region": year.calendar.region,
        "year": year.calendar.year,
        "version": year.calendar.version,
        "changes": [
            {
                "date": change.date.isoformat(),
                "old": change.old.value if change.old else None,
                "new": change.new.value if change.new else None,
                "name": change.name,
            }
            for change in year.changes
        ],
    }


def _print_changes(terminal: Terminal, year: YearNews) -> None:
    from planner.reference.day_labels import day_kind_label, holiday_name

    click.echo(
        terminal.words(
            NN_(
                "{region} {year}: {count} day differs from the calendar in force.",
                "{region} {year}: {count} days differ from the calendar in force.",
                len(year.changes),
                region=year.calendar.region,
                year=str(year.calendar.year),
            )
        )
    )
    for change in year.changes:
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


def _print_touched(terminal: Terminal, touched: TouchedJourney) -> None:
    name = touched.name or touched.journey
    if touched.touch.dates:
        dates = touched.touch.dates
        click.echo(terminal.words(N_("{name} has something planned on {dates}.", name=name, dates=dates)))
    if touched.touch.moves:
        click.echo(terminal.words(N_("{name}: laid anew, these sessions would move.", name=name)))
    for move in touched.touch.moves:
        if move.old and move.new:
            change = N_("{old} → {new}", old=move.old.date, new=move.new.date)
            said = N_("{number}  {change}", number=move.number, change=change)
            click.echo("  " + terminal.words(said))
