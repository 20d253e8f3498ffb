"""What a day no longer holds, cancelled or moved to another day: struck through where one looks for it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.changes import KINDS, barred, was_on
from planner.export.pdf.entry import ICONS, EntryGrid
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import GREY, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import rule
from planner.export.pdf.style import struck
from planner.export.pdf.tags import Role
from planner.itinerary.item import Change, ChangeKind
from planner.message import N_, Message
from planner.record.when import When


def trace_bands(
    press: Press, change: Change, path: tuple[Role, ...], day: Block, grid: EntryGrid
) -> Iterator[Band]:
    """The bands of what is gone from a day, held together."""
    look = press.look
    inner = (*path, Role("Sect"))
    block = Block()
    kids: list[Placed] = []
    lift = 0.0
    before = change.item.starts if change.kind is ChangeKind.CANCELLED else was_on(change)
    if isinstance(before, When) and before.time is not None:
        clock = press.line(f"{before.time:%H:%M}", struck(look.bold), width=grid.time)
        lift = max(0.0, baseline(look.heading) - baseline(look.bold))
        kids.append(Placed(0.0, lift, clock))
    mark = icon(ICONS[change.item.kind], 1.12 * look.heading.size, GREY)
    kids.append(Placed(grid.time, baseline(look.heading) - 0.88 * look.heading.size, mark))
    rows: list[Node] = [press.both(change.item.title, struck(look.bold), grid.measure)]
    rows.append(press.both(_became(change), look.tag, grid.measure))
    said = press.rows(rows)
    kids.append(Placed(grid.words, lift, said))
    yield Band(
        rule(press.sheet.measure, LINE), path, before=2 * look.unit, blocks=(day, block), holds_next=True
    )
    band = Band(Group(tuple(kids), lift + said.height), inner, before=look.unit, blocks=(day, block))
    yield barred(press, band, whole=False)


def _became(change: Change) -> Message:
    if change.kind is ChangeKind.CANCELLED:
        return KINDS[ChangeKind.CANCELLED]
    return N_("Moved to {when}", when=change.item.starts or change.item.on)
