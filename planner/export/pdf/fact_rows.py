"""Facts in rows: what a thing is called, then what it is, in each language, between thin rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.look import ACCENT, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Value
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
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
    space = 5 * look.unit if before is None else before
    pad = 1.2 * look.unit
    for i, (name, value) in enumerate(facts):
        row = _stacked(press, name, value) if press.stacked else _beside(press, name, value)
        colour, weight = (ACCENT, 1.4) if i == 0 else (LINE, 0.5)
        node = Group((Placed(0, 0, rule(measure, colour, weight)), Placed(0, pad, row)), row.height + 2 * pad)
        yield Band(node, path, before=0.0 if i else space, blocks=blocks)


def _beside(press: Press, name: Message, value: Value) -> Group:
    """Each language in its column, what it says right of what it is called."""
    look = press.look
    columns = press.columns(press.sheet.measure)
    drop = baseline(look.fact) - baseline(look.label)
    cells: list[Node] = []
    for column in columns:
        wide = 0.36 * column.width
        label = press.text(name, look.label, column.tongue, wide - look.unit)
        said = press.text(value, look.fact, column.tongue, column.width - wide)
        kids = (Placed(0, drop, label), Placed(wide, 0, said))
        cells.append(Group(kids, max(drop + label.height, said.height)))
    return press.across(cells, columns)


def _stacked(press: Press, name: Message, value: Value) -> Group:
    """What it is called in all languages on one line, then what it says, once where that is the same."""
    look = press.look
    measure = press.sheet.measure
    spans: list[Span] = []
    for tongue in press.tongues:
        said, lang = press.wording(name, tongue)
        spans.append(Span(f"  {said}" if spans else said, look.label, lang))
    rows: list[Node] = [press.compositor.text(spans, look.label, press.first.lang, measure)]
    known: set[str] = set()
    for tongue in press.tongues:
        said, _lang = press.wording(value, tongue)
        if said not in known:
            rows.append(press.text(value, look.fact, tongue, measure))
        known.add(said)
    return press.rows(rows)
