"""Before you leave: what to do by when, and what to carry, with a box to tick for each."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.changes import changes_by_item
from planner.export.pdf.dated_rows import dated_rows
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import INK, LINE
from planner.export.pdf.nodes import Bookmark, Group, Node, Placed
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import box, rule
from planner.export.pdf.tags import Role
from planner.itinerary.item import CheckLine, CheckList, Itinerary
from planner.message import N_

TITLE = N_("Before you leave")
AFTERWARDS = N_("After the journey")


def check_lists(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page: the steps before departure, then the lists."""
    if not itinerary.checklists and not itinerary.before:
        return
    part = press.part(TITLE)
    yield Band(press.title(TITLE, press.sheet.measure), (part,), holds_next=True, new_page=True)
    yield from dated_rows(press, itinerary.before, part, changes_by_item(itinerary))
    for number, checklist in enumerate(itinerary.checklists):
        yield from _list(press, checklist, part, number)


def afterwards(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """What comes after the journey, under its own heading where the day pages end."""
    if not itinerary.after:
        return
    part = press.part(AFTERWARDS)
    block = Block()
    title = press.title(AFTERWARDS, press.sheet.measure)
    yield Band(title, (part,), before=10 * press.look.unit, blocks=(block,), holds_next=True)
    yield from dated_rows(press, itinerary.after, part, changes_by_item(itinerary), (block,))


def _list(press: Press, checklist: CheckList, part: Role, number: int) -> Iterator[Band]:
    look = press.look
    measure = press.sheet.measure
    section, items = Role("Sect"), Role("L")
    block = Block()
    title = press.both(checklist.title, look.heading, measure, tag="H2")
    mark = Bookmark(press.first.say(checklist.title), 1)
    heading = Group(title.kids, title.height, "H2", bookmark=mark)
    yield Band(
        heading, (part, section), before=(6 if number else 5) * look.unit, blocks=(block,), holds_next=True
    )
    for line in checklist.lines:
        yield Band(_line(press, line), (part, section, items), before=0.5 * look.unit, blocks=(block,))


def _line(press: Press, line: CheckLine) -> Group:
    look = press.look
    measure = press.sheet.measure
    size = 0.95 * look.body.size
    columns = press.columns(measure)
    inset = size + 2 * look.unit
    cells: list[Node] = []
    for i, column in enumerate(columns):
        width = column.width - inset
        rows: list[Node] = [press.text(line.words, look.body, column.tongue, width, tag="LBody")]
        if line.detail:
            rows.append(press.text(line.detail, look.quiet, column.tongue, width, tag="LBody"))
        said = press.rows(rows)
        kids = [Placed(inset, 0, said)]
        if i == 0:
            kids.insert(0, Placed(0, look.body.leading / 2 - size / 2, _tick_box(size, line.done)))
        cells.append(Group(tuple(kids), said.height))
    row = press.across(cells, columns)
    height = row.height + 0.5 * look.unit
    return Group((Placed(0, 0, row), Placed(0, height, rule(measure, LINE, 0.3))), height, "LI")


def _tick_box(size: float, done: bool) -> Group:
    kids = [Placed(0, 0, box(size, size, line=INK, weight=0.9, radius=1.5))]
    if done:
        kids.append(Placed(0, 0, icon("check", size, INK, weight=3)))
    return Group(tuple(kids), size)
