"""The day pages: each day of the journey with its entries, in the order they happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from math import ceil

from planner.export.pdf.changes import changes_by_item, traces
from planner.export.pdf.entry import PROVISIONAL, EntryGrid, Said, entry_bands
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY
from planner.export.pdf.nodes import Bookmark, Group, Node, Placed
from planner.export.pdf.press import Press, Tongue
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import TextStyle
from planner.export.pdf.tags import Role
from planner.export.pdf.traces import trace_bands
from planner.itinerary.item import Change, Day, Itinerary, Words
from planner.message import N_, NN_, Message


def day_pages(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part that starts on a new page: a heading, then day after day; free days in a row share one line."""
    if not itinerary.days:
        return
    part = press.part(N_("Day by day"))
    yield Band(press.title(N_("Day by day"), press.sheet.measure), (part,), holds_next=True, new_page=True)
    grid = EntryGrid(press)
    number = {day.date: i for i, day in enumerate(itinerary.days, 1)}
    total = _days_in_all(itinerary.days)
    changed, gone = changes_by_item(itinerary), traces(itinerary)
    for alike, group in groupby(itinerary.days, key=lambda day: _what_a_quiet_day_says(day, gone)):
        days = list(group)
        if alike is None or (len(days) == 1 and days[0].notes):
            for day in days:
                place = (number[day.date], total)
                marks = {item.key: changed[item.key] for item in day.items if item.key in changed}
                left = gone.get(day.date, ())
                make = partial(_day, press, day, *place, part, grid, marks, left)
                yield from press.kept(("day", day.date), (day, *place, marks, left), make)
        else:
            make = partial(_quiet_days, press, days, part, grid)
            yield from press.kept(("days", days[0].date), days, make)


def _what_a_quiet_day_says(day: Day, gone: Mapping[dt.date, object]) -> tuple[object, ...] | None:
    """Days without entries that say the same are told together; ``None`` for one that has or had some."""
    return None if day.items or day.date in gone else (day.notes, day.sleeps_at, day.night)


def _day(
    press: Press,
    day: Day,
    number: int,
    total: int,
    part: Role,
    grid: EntryGrid,
    changed: Mapping[str, Change],
    gone: tuple[Change, ...],
) -> Iterator[Band]:
    look = press.look
    role = Role("Sect")
    path = (part, role)
    header = _header(press, day, number, total, grid)
    block = Block(_again(press, day, grid))
    yield Band(header, path, before=5 * look.unit, blocks=(block,), holds_next=True)
    for note in day.notes:
        yield Band(_note(press, note, grid), path, before=look.unit, blocks=(block,), holds_next=True)
    said = Said()
    night = _night(press, day, grid)
    entries = [
        *(trace_bands(press, change, path, block, grid) for change in gone),
        *(entry_bands(press, item, path, block, grid, said, changed.get(item.key)) for item in day.items),
    ]
    for i, entry in enumerate(entries, 1):
        bands = list(entry)
        if night and i == len(entries):
            bands[-1].holds_next = True  # where one sleeps is not left alone on the next page
        yield from bands
    if night:
        yield Band(night, path, before=2 * look.unit, blocks=(block,))


def _header(press: Press, day: Day, number: int, total: int, grid: EntryGrid) -> Group:
    look = press.look
    date = day.date
    numeral = press.compositor.text(str(date.day), look.numeral, press.first.lang, grid.time, tag="")
    columns = press.columns(grid.measure)
    names: list[Node] = []
    for column in columns:
        tongue = column.tongue
        style = look.day_han if tongue.is_chinese else look.day
        names.append(press.text(tongue.translator.weekday(date), style, tongue, column.width, tag=""))
    weekday = press.across(names, columns)
    top = 1.8 * look.unit
    heading = Group(
        (Placed(-0.03 * look.numeral.size, 0, numeral), Placed(grid.words, 0, weekday)),
        weekday.height,
        "H2",
        bookmark=Bookmark(press.first.date(date, "day"), 1),
    )
    lines = [press.both(lambda tongue: tongue.date(date, "long"), look.quiet, grid.measure)]
    if total or day.home_gap_hours or day.provisional:
        lines.append(
            press.both(lambda tongue: _facts(press, tongue, day, number, total), look.label, grid.measure)
        )
    below = press.rows(lines)
    height = max(top + numeral.height, top + heading.height + below.height)
    return Group(
        (
            Placed(0, 0, rule(press.sheet.measure, ACCENT, 1.4)),
            Placed(0, top, heading),
            Placed(grid.words, top + heading.height, below),
        ),
        height,
    )


def _facts(press: Press, tongue: Tongue, day: Day, number: int, total: int) -> list[Span]:
    """The day's place in the journey, how clocks at home differ, and whether its calendar is known."""
    look = press.look
    said: list[tuple[Message, TextStyle]] = []
    if total:
        said.append((N_("Day {number} of {total}", number=number, total=total), look.label))
    if gap := day.home_gap_hours:
        hours = abs(gap)
        words = (
            NN_("home is {hours} hour ahead", "home is {hours} hours ahead", ceil(hours), hours=hours)
            if gap > 0
            else NN_("home is {hours} hour behind", "home is {hours} hours behind", ceil(hours), hours=hours)
        )
        said.append((words, look.label))
    if day.provisional:
        said.append((PROVISIONAL, look.label_bold))
    between = Span(tongue.dot, look.label, tongue.lang)
    spans = [part for words, style in said for part in (between, Span(tongue.say(words), style, tongue.lang))]
    return spans[1:]


def _days_in_all(days: tuple[Day, ...]) -> int:
    """How many days the journey has; 0 for a copy of some of them alone, whose second is no "day 2"."""
    return len(days) if (days[-1].date - days[0].date).days + 1 == len(days) else 0


def _again(press: Press, day: Day, grid: EntryGrid) -> Node:
    """The head of a day that goes on on the next page."""
    look = press.look
    said = press.both(
        lambda tongue: tongue.say(N_("{day}, continued", day=day.date)), look.quiet_bold, grid.measure
    )
    return Group((Placed(grid.words, 0, said),), said.height + look.unit)


def _note(press: Press, note: Words, grid: EntryGrid) -> Group:
    look = press.look
    said = press.both(note, look.bold, grid.measure)
    size = look.body.size
    mark = icon("bell", size, ACCENT)
    inset = grid.words - 1.5 * look.unit - size
    return Group(
        (Placed(inset, look.body.leading / 2 - size / 2, mark), Placed(grid.words, 0, said)), said.height
    )


def _night(press: Press, day: Day, grid: EntryGrid) -> Group | None:
    words = N_("Night: {place}", place=day.sleeps_at.name) if day.sleeps_at else day.night
    if words is None:
        return None
    look = press.look
    said = press.both(words, look.quiet, grid.measure)
    size = look.quiet.size
    mark = icon("moon", size, GREY)
    inset = grid.words - 1.5 * look.unit - size
    return Group(
        (Placed(inset, look.quiet.leading / 2 - size / 2, mark), Placed(grid.words, 0, said)), said.height
    )


def _quiet_days(press: Press, days: list[Day], part: Role, grid: EntryGrid) -> Iterator[Band]:
    """Days in a row without entries, told together."""
    look = press.look
    path = (part, Role("Sect"))
    block = Block()
    first, last = days[0].date, days[-1].date
    columns = press.columns(grid.measure)
    names: list[Node] = []
    for column in columns:
        tongue = column.tongue
        style = look.day_han if tongue.is_chinese else look.day
        names.append(press.text(tongue.translator.dates(first, last), style, tongue, column.width, tag=""))
    across = press.across(names, columns)
    bookmark = Bookmark(press.first.translator.dates(first, last), 1)
    heading = Group(across.kids, across.height, "H2", bookmark=bookmark)
    provisional = any(day.provisional for day in days)

    def free(tongue: Tongue) -> list[Span]:
        words = NN_("Free day", "{count} free days", len(days))
        if days[0].notes:
            words = NN_("No appointments", "{count} days without appointments", len(days))
        spans = [Span(tongue.say(words), look.quiet, tongue.lang)]
        if provisional:
            spans.append(Span(tongue.dot, look.label, tongue.lang))
            spans.append(Span(tongue.say(PROVISIONAL), look.label_bold, tongue.lang))
        return spans

    top = 1.8 * look.unit
    size = 1.7 * look.day.size
    below = press.both(free, look.quiet, grid.measure)
    head = Group(
        (
            Placed(0, 0, rule(press.sheet.measure, ACCENT, 1.4)),
            Placed(0, top, icon("sun", size, ACCENT, weight=1.5)),
            Placed(grid.words, top, heading),
            Placed(grid.words, top + heading.height, below),
        ),
        top + heading.height + below.height,
    )
    yield Band(head, path, before=5 * look.unit, blocks=(block,), holds_next=True)
    for note in days[0].notes:
        yield Band(_note(press, note, grid), path, before=look.unit, blocks=(block,))
    if night := _night(press, days[0], grid):
        yield Band(night, path, before=look.unit, blocks=(block,))
