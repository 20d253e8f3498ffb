"""Facts in rows: what a thing is called, then what it is, in each language, between thin rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.look import ACCENT, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Value
from planner.export.pdf.shapes import rule
from planner.export.pdf.tags import Role
from planner.message import Message


def fact_rows(
    press: Press,
    facts: Sequence[tuple[Message, Value]],
    path: tuple[Role, ...],
    blocks: tuple[Block, ...] = (),
    *,
    before: float | None = None,
) -> Iterator[Band]:
    """One band for each fact; the first has a strong rule above it."""
    look = press.look
    measure = press.sheet.measure
    columns = press.columns(measure)
    space = 5 * look.unit if before is None else before
    for i, (name, value) in enumerate(facts):
        cells: list[Node] = []
        for column in columns:
            wide = column.width if press.stacked else 0.36 * column.width
            label = press.text(name, look.label, column.tongue, wide - look.unit)
            room = column.width if press.stacked else column.width - wide
            said = press.text(value, look.fact, column.tongue, room)
            if press.stacked:
                kids = (Placed(0, 0, label), Placed(0, label.height, said))
                cells.append(Group(kids, label.height + said.height))
            else:
                drop = baseline(look.fact) - baseline(look.label)
                kids = (Placed(0, drop, label), Placed(wide, 0, said))
                cells.append(Group(kids, max(drop + label.height, said.height)))
        row = press.across(cells, columns)
        pad = 1.2 * look.unit
        colour, weight = (ACCENT, 1.4) if i == 0 else (LINE, 0.5)
        node = Group((Placed(0, 0, rule(measure, colour, weight)), Placed(0, pad, row)), row.height + 2 * pad)
        yield Band(node, path, before=0.0 if i else space, blocks=blocks)
