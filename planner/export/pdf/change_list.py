"""The list on the cover of what has changed since the revision before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.export.pdf.changes import KINDS, WAS, barred, change_lines, was_on, word
from planner.export.pdf.entry import ICONS, EntryGrid
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue, Value
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import struck
from planner.export.pdf.tags import Role
from planner.itinerary.changes import WHEN
from planner.itinerary.item import Change, ChangeKind, Item, ItemKind, Itinerary
from planner.message import N_, NN_, Message
from planner.record.when import When

_FEW = 3
"""From this many on, sessions or rides that moved alike are told in one line."""

_APART = "\u2002"
"""Between a date and the time beside it."""

_RIDES = (ItemKind.CAR, ItemKind.COACH)


@dataclass(frozen=True, slots=True)
class _Moved:
    """Several sessions of a course, or rides to one place, that moved, and nothing else about them."""

    changes: tuple[Change, ...]

    @property
    def new(self) -> tuple[dt.date, dt.date]:
        """The first and the last day now."""
        days = sorted(change.item.on for change in self.changes)
        return days[0], days[-1]

    @property
    def old(self) -> tuple[dt.date, dt.date]:
        """The first and the last day before."""
        days = sorted(_day(change) for change in self.changes)
        return days[0], days[-1]


def change_list(press: Press, itinerary: Itinerary, path: tuple[Role, ...]) -> Iterator[Band]:
    """What changed since an earlier revision, or that nothing did; nothing for a first one."""
    if itinerary.changed_since is None:
        return
    look = press.look
    measure = press.sheet.measure
    number = itinerary.changed_since
    if not itinerary.changes:
        words = N_("Nothing has changed since revision {number}.", number=number)
        yield Band(press.both(words, look.bold, measure), path, before=4 * look.unit)
        return
    heading = press.both(
        N_("Changed since revision {number}", number=number), look.heading, measure, tag="H2"
    )
    note = press.both(
        N_("On the pages that follow, a bar in the margin marks each change."), look.label, measure
    )
    head = barred(
        press, Band(press.rows((heading, note)), path, before=4 * look.unit, holds_next=True), whole=False
    )
    yield head
    rows = list(_grouped(itinerary.changes))
    grid = EntryGrid(press, _left(press, itinerary.changes))
    for place, row in enumerate(rows):
        yield from _row(press, row, grid, path, strong=place == 0)


def changes_notice(press: Press, itinerary: Itinerary, path: tuple[Role, ...]) -> Band:
    """Where the list is, if it has a page of its own."""
    words = NN_(
        "{count} thing changed since revision {number}: see the next page.",
        "{count} things changed since revision {number}: see the next page.",
        len(itinerary.changes),
        number=itinerary.changed_since or 0,
    )
    note = press.both(words, press.look.bold, press.sheet.measure)
    return barred(press, Band(note, path, before=4 * press.look.unit), whole=False)


def _left(press: Press, changes: tuple[Change, ...]) -> float:
    style = press.look.label_bold
    dates = ((tongue, tongue.date(c.item.on, "medium")) for c in changes for tongue in press.tongues)
    timed = ((press.first, f"{press.first.date(c.item.on, 'medium')}{_APART}00:00") for c in changes)
    widest = max(press.compositor.width(said, style, tongue.lang) for tongue, said in (*dates, *timed))
    return widest + 2 * press.look.unit


# -- what is told in one line --------------------------------------------------------------------------


def _grouped(changes: tuple[Change, ...]) -> Iterator[Change | _Moved]:
    alike: dict[object, list[Change]] = {}
    for change in changes:
        alike.setdefault(_sort(change), []).append(change)
    told: set[object] = set()
    for change in changes:
        sort = _sort(change)
        group = alike[sort]
        if sort is None or len(group) < _FEW:
            yield change
        elif sort not in told:
            told.add(sort)
            yield _Moved(tuple(group))


def _sort(change: Change) -> object:
    """What those have in common that are told together: moved to other days, and nothing else.

    Sessions are known by their numbers; rides are told together when they go to the same place and leave at
    the same time of the day as before.
    """
    item = change.item
    moved = [one for one in change.differences if one.label == WHEN]
    if change.kind is not ChangeKind.MOVED or len(moved) != len(change.differences):
        return None
    if not isinstance(item.title, Message) or _day(change) == item.on:
        return None
    if item.kind is ItemKind.FRACTION:
        return item.title.msgid, item.total
    before = was_on(change)
    if item.kind in _RIDES and isinstance(before, When) and item.starts and before.time == item.starts.time:
        return item.title.msgid, tuple(item.title.params.values())
    return None


def _day(change: Change) -> dt.date:
    before = was_on(change)
    return before.date if isinstance(before, When) else before or change.item.on


# -- rows ----------------------------------------------------------------------------------------------


def _row(
    press: Press, row: Change | _Moved, grid: EntryGrid, path: tuple[Role, ...], *, strong: bool
) -> Iterator[Band]:
    """The bands of one row, held together as far as a page can hold them."""
    look = press.look
    if isinstance(row, _Moved):
        item, gone = row.changes[0].item, False
        title = press.both(_group_title(row), look.bold, grid.measure)
        lines = [press.both(lambda tongue: _group_line(press, tongue, row), look.tag, grid.measure)]
    else:
        item, gone = row.item, row.kind is ChangeKind.CANCELLED
        title = press.both(item.title, struck(look.bold) if gone else look.bold, grid.measure)
        lines = list(change_lines(press, row, grid.measure))
        if row.kind is ChangeKind.NEW:
            lines = [press.both(lambda tongue: _new_line(press, tongue, item), look.tag, grid.measure)]
    left = press.rows(_when(press, item, grid, gone=gone, timed=not isinstance(row, _Moved)))
    pad = look.unit
    size = look.heading.size
    drop = baseline(look.bold) - baseline(look.label_bold)
    colour, weight = (ACCENT, 1.4) if strong else (LINE, 0.5)
    mark = icon(ICONS[item.kind], size, GREY if gone else ACCENT)
    head = Group(
        (
            Placed(0, 0, rule(press.sheet.measure, colour, weight)),
            Placed(0, pad + drop, left),
            Placed(grid.time, pad + look.bold.leading / 2 - size / 2, mark),
            Placed(grid.words, pad, title),
        ),
        pad + title.height,
    )
    block = Block()
    path = (*path, Role("Sect"))
    yield Band(head, path, before=look.unit if strong else 0.0, blocks=(block,), holds_next=True)
    overhang = left.height + drop - title.height
    for line in lines:
        overhang -= line.height
        last = line is lines[-1]
        height = line.height + pad + max(0.0, overhang) if last else line.height
        yield Band(Group((Placed(grid.words, 0, line),), height), path, blocks=(block,))


def _when(press: Press, item: Item, grid: EntryGrid, *, gone: bool, timed: bool) -> Iterator[Node]:
    """The day, and the time if it has one, as it is now; struck through for what is gone."""
    look = press.look
    style = struck(look.label_bold) if gone else look.label_bold
    moment = item.starts or item.ends
    time = moment.time if timed and moment is not None else None
    for tongue in press.tongues:
        date = tongue.date(item.on, "medium")
        if time is not None and tongue is press.first:
            date = f"{date}{_APART}{time:%H:%M}"
        yield press.text(date, style, tongue, grid.time)


def _group_title(group: _Moved) -> Value:
    """Each session by its number, so that nobody has to guess which days are meant; rides by where to."""
    first = group.changes[0].item
    if first.kind is not ItemKind.FRACTION:
        return first.title
    numbers = _numbers(sorted(change.item.number or 0 for change in group.changes))
    return N_("Sessions {numbers}", numbers=numbers)


def _new_line(press: Press, tongue: Tongue, item: Item) -> list[Span]:
    """That it is new, and where."""
    spans = [word(press, tongue, KINDS[ChangeKind.NEW], press.look.tag)]
    if place := item.place or item.to_place:
        said, lang = press.wording(place.name, tongue)
        spans += [Span(tongue.dot, press.look.quiet, tongue.lang), Span(said, press.look.quiet, lang)]
    return spans


def _group_line(press: Press, tongue: Tongue, group: _Moved) -> list[Span]:
    look, dates = press.look, tongue.translator.dates
    moved = [
        word(press, tongue, KINDS[ChangeKind.MOVED], look.tag),
        Span(tongue.dot, look.quiet, tongue.lang),
    ]
    if group.changes[0].item.kind is not ItemKind.FRACTION:
        count = len(group.changes)
        rides = tongue.say(NN_("{count} ride", "{count} rides", count))
        moved += [Span(rides, look.quiet_bold, tongue.lang), Span(tongue.comma, look.quiet, tongue.lang)]
    return [
        *moved,
        Span(dates(*group.new), look.quiet_bold, tongue.lang),
        Span(tongue.comma, look.quiet, tongue.lang),
        word(press, tongue, WAS, look.quiet, after=True),
        Span(dates(*group.old), struck(look.quiet), tongue.lang),
    ]


def _numbers(numbers: list[int]) -> tuple[str, ...]:
    """``6–10`` and ``12``: runs with a dash."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple(f"{first}–{last}" if last > first else str(first) for first, last in runs)
