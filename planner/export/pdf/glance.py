"""The journey at a glance: month calendars that a child could read, and what their marks mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY, INK, LINE, TINT, WHITE
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import box, disc, hatch
from planner.export.pdf.style import TextStyle, text_style
from planner.itinerary.item import DayMark, Itinerary, MarkedDay
from planner.message import N_, NP_, Message

TITLE = N_("The journey at a glance")
MARKS: dict[DayMark, Message] = {
    DayMark.FRACTION: N_("Treatment session, with its number"),
    DayMark.TRAVEL: NP_("calendar", "Travel"),
    DayMark.APPOINTMENT: N_("Appointment"),
    DayMark.CLOSED: N_("The centre is closed"),
    DayMark.HOLIDAY: N_("Public holiday"),
    DayMark.LAST_LEGAL_DAY: N_("Last day you may be in the country"),
}
JOURNEY_DAY = N_("A day of the journey")


@dataclass(frozen=True, slots=True)
class _Grid:
    cell: float
    row: float
    mark: float
    number: TextStyle
    figure: TextStyle


def glance(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """Calendars of the months of the journey, side by side, and a legend."""
    months = _months(itinerary)
    if not months or not any(day.marks for day in itinerary.months):
        return
    look = press.look
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    marked = {day.date: day for day in itinerary.months}
    journey = {day.date for day in itinerary.days}
    across = 1 if press.stacked else 2
    gap = 8 * look.unit
    width = (measure - gap * (across - 1)) / across
    grid = _grid(press, width)
    for i in range(0, len(months), across):
        row = [_month(press, grid, month, marked, journey) for month in months[i : i + across]]
        kids = tuple(Placed(j * (width + gap), 0, node) for j, node in enumerate(row))
        node = Group(kids, max(node.height for node in row))
        yield Band(
            node, (part,), before=6 * look.unit, blocks=(Block(),), holds_next=i + across >= len(months)
        )
    yield Band(_legend(press, grid, itinerary), (part,), before=6 * look.unit)


def _months(itinerary: Itinerary) -> list[dt.date]:
    """The first day of each month from the first to the last day of the journey and of the permitted stay."""
    dates = [day.date for day in itinerary.days]
    dates += [day.date for day in itinerary.months if DayMark.LAST_LEGAL_DAY in day.marks]
    if not dates:
        return []
    month, last = min(dates).replace(day=1), max(dates)
    months = []
    while month <= last:
        months.append(month)
        month = (month + dt.timedelta(31)).replace(day=1)
    return months


def _grid(press: Press, width: float) -> _Grid:
    look = press.look
    cell = width / 7
    mark = min(0.56 * cell, 20.0)
    size = min(look.body.size, 0.34 * cell)
    number = text_style(look.body.typeface, size, 1.15 * size, INK)
    figure = text_style(look.bold.typeface, 0.56 * mark, mark, WHITE)
    return _Grid(cell, mark + number.leading + 7.0, mark, number, figure)


def _month(
    press: Press, grid: _Grid, month: dt.date, marked: dict[dt.date, MarkedDay], journey: set[dt.date]
) -> Group:
    """One month as a table: weekdays across, weeks down."""
    look = press.look
    width = 7 * grid.cell
    kids: list[Placed] = []
    heading = _heading(press, month, width)
    kids.append(Placed(0, 0, heading))
    y = heading.height + 0.5 * look.unit
    names = [tongue.translator.weekday_names("abbreviated") for tongue in press.tongues]
    head: list[Placed] = []
    small = text_style(look.label.typeface, min(look.label.size, 0.27 * grid.cell), look.label.leading, GREY)
    for day in range(7):
        lines = [
            Placed(3, i * small.leading, press.text(name[day], small, tongue, grid.cell - 3, tag=""))
            for i, (name, tongue) in enumerate(zip(names, press.tongues, strict=True))
        ]
        head.append(
            Placed(day * grid.cell, 0, Group(tuple(lines), len(lines) * small.leading, "TH", scope="Column"))
        )
    weekdays = Group(tuple(head), len(names) * small.leading, "TR")
    rows: list[Placed] = [Placed(0, 0, weekdays)]
    down = weekdays.height + 0.5 * look.unit
    first = month - dt.timedelta(month.weekday())
    while (first.year, first.month) <= (month.year, month.month):
        rows.append(Placed(0, down, _week(press, grid, first, month.month, marked, journey)))
        down += grid.row
        first += dt.timedelta(7)
    kids.append(Placed(0, y, Group(tuple(rows), down, "Table")))
    return Group(tuple(kids), y + down)


def _heading(press: Press, month: dt.date, width: float) -> Group:
    """The month's name in each language, on one line if they fit."""
    look = press.look
    kids: list[Placed] = []
    x = y = height = 0.0
    for tongue in press.tongues:
        style = look.day_han if tongue.is_chinese else look.day
        said = tongue.date(month, "month")
        wide = press.compositor.width(said, style, tongue.lang)
        if x and x + wide > width:
            x, y = 0.0, height
        kids.append(Placed(x, y, press.text(said, style, tongue, width - x, tag="")))
        x += wide + 3 * look.unit
        height = y + style.leading
    return Group(tuple(kids), height, "H2")


def _week(
    press: Press,
    grid: _Grid,
    first: dt.date,
    month: int,
    marked: dict[dt.date, MarkedDay],
    journey: set[dt.date],
) -> Group:
    cells = []
    for i in range(7):
        date = first + dt.timedelta(i)
        node = Group((), grid.row, "TD")
        if date.month == month:
            node = _cell(press, grid, date, marked.get(date), date in journey)
        cells.append(Placed(i * grid.cell, 0, node))
    return Group(tuple(cells), grid.row, "TR")


def _cell(press: Press, grid: _Grid, date: dt.date, day: MarkedDay | None, travelling: bool) -> Group:
    marks = day.marks if day else ()
    width, height = grid.cell - 1.5, grid.row - 1.5
    kids: list[Placed] = []
    if travelling:
        kids.append(Placed(0, 0, box(width, height, fill=TINT, radius=2)))
    if DayMark.CLOSED in marks or DayMark.HOLIDAY in marks:
        kids.append(Placed(0, 0, hatch(width, height, LINE)))
    if DayMark.LAST_LEGAL_DAY in marks:
        kids.append(Placed(0, 0, box(width, height, line=INK, weight=1.6, radius=2)))
    style = grid.number
    if not travelling:
        style = text_style(style.typeface, style.size, style.leading, GREY)
    number = press.compositor.text(str(date.day), style, press.first.lang, width - 4, tag="")
    kids.append(Placed(3, 2, number))
    x = (width - grid.mark) / 2
    y = number.height + 2.5
    if mark := _mark(press, grid, day):
        kids.append(Placed(x, y, mark))
    return Group(tuple(kids), grid.row, "TD")


def _mark(press: Press, grid: _Grid, day: MarkedDay | None) -> Group | None:
    """The one sign a day carries, with words for those who cannot see it."""
    if day is None or not day.marks:
        return None
    kids: tuple[Placed, ...]
    said = ", ".join(press.first.say(MARKS[mark]) for mark in day.marks)
    if DayMark.FRACTION in day.marks and day.fraction:
        number = press.compositor.text(
            str(day.fraction), grid.figure, press.first.lang, grid.mark, tag="", align="centre"
        )
        kids = (Placed(0, 0, disc(grid.mark, fill=ACCENT)), Placed(0, 0, number))
        said = press.first.say(N_("Session {number}", number=day.fraction))
    elif DayMark.TRAVEL in day.marks:
        kids = (Placed(0, 0, icon("plane", grid.mark, INK)),)
    elif DayMark.APPOINTMENT in day.marks:
        size = 0.62 * grid.mark
        inset = (grid.mark - size) / 2
        kids = (Placed(inset, inset, disc(size, line=ACCENT, weight=1.8)),)
    elif DayMark.LAST_LEGAL_DAY in day.marks:
        kids = (Placed(0, 0, icon("stamp", grid.mark, INK)),)
    else:
        return None
    return Group(kids, grid.mark, "Figure", press.first.lang, said, width=grid.mark)


def _legend(press: Press, grid: _Grid, itinerary: Itinerary) -> Group:
    look = press.look
    measure = press.sheet.measure
    shown = {mark for day in itinerary.months for mark in day.marks}
    size = grid.mark
    samples: list[tuple[Node, Message]] = []
    if itinerary.days:
        samples.append((box(size, size, fill=TINT, line=LINE, radius=2), JOURNEY_DAY))
    if DayMark.FRACTION in shown:
        samples.append((disc(size, fill=ACCENT), MARKS[DayMark.FRACTION]))
    if DayMark.APPOINTMENT in shown:
        samples.append((disc(0.7 * size, line=ACCENT, weight=1.8), MARKS[DayMark.APPOINTMENT]))
    if DayMark.TRAVEL in shown:
        samples.append((icon("plane", size, INK), MARKS[DayMark.TRAVEL]))
    if shown & {DayMark.CLOSED, DayMark.HOLIDAY}:
        frame = Group((Placed(0, 0, box(size, size, line=LINE)), Placed(0, 0, hatch(size, size, LINE))), size)
        samples.append((frame, N_("Public holiday, or the centre is closed")))
    if DayMark.LAST_LEGAL_DAY in shown:
        samples.append((icon("stamp", size, INK), MARKS[DayMark.LAST_LEGAL_DAY]))
    inset = size + 3 * look.unit
    rows: list[Placed] = []
    y = 0.0
    for sample, words in samples:
        said = press.both(words, look.quiet, measure - inset, tag="LBody")
        height = max(size, said.height)
        item = Group(
            (
                Placed(0, (height - sample.height) / 2, sample),
                Placed(inset, (height - said.height) / 2, said),
            ),
            height,
            "LI",
        )
        rows.append(Placed(0, y, item))
        y += height + look.unit
    return Group(tuple(rows), y, "L")
