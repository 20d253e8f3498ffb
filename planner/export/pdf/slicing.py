"""The way out for a strip that is taller than a page: it is cut between two lines of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.export.pdf.nodes import Group, Ink, Node, Placed, Text
from planner.export.pdf.paragraph import Setting


def slices(node: Node, depth: float) -> Iterator[Node]:
    """The node in pieces of at most ``depth`` points. Panels taller than a piece lose their frame."""
    lines = sorted(set(_line_boxes(node, 0.0)))
    start = 0.0
    while node.height - start > depth:
        cut = start + depth
        for top, bottom in reversed(lines):
            if start < top < cut < bottom:
                cut = top
        yield _slice(node, start, cut)
        start = cut
    yield _slice(node, start, node.height)


def _line_boxes(node: Node, y: float) -> Iterator[tuple[float, float]]:
    if isinstance(node, Text):
        leading = node.spans[0].style.leading
        yield from ((y + i * leading, y + (i + 1) * leading) for i in range(len(node.setting.lines)))
    elif isinstance(node, Group):
        if node.tag == "Figure":
            yield y, y + node.height
            return
        for kid in node.kids:
            yield from _line_boxes(kid.node, y + kid.y)


def _slice(node: Node, start: float, end: float) -> Group:
    kids = tuple(_within(node, 0.0, 0.0, start, end))
    return Group(kids, end - start)


def _within(node: Node, x: float, y: float, start: float, end: float) -> Iterator[Placed]:
    """What of a node lies between two heights, placed from the first of them."""
    if isinstance(node, Text):
        leading = node.spans[0].style.leading
        kept = [i for i in range(len(node.setting.lines)) if start <= y + i * leading + 0.01 < end]
        if kept:
            lines = node.setting.lines[kept[0] : kept[-1] + 1]
            part = replace(node, setting=Setting(node.setting.text, lines, node.setting.drawn))
            yield Placed(x, y + kept[0] * leading - start, part)
    elif isinstance(node, Ink) or node.tag == "Figure":
        if start <= y + 0.01 < end and y + node.height <= end + 0.5:
            yield Placed(x, y - start, node)
    else:
        kids = tuple(
            placed for kid in node.kids for placed in _within(kid.node, x + kid.x, y + kid.y, start, end)
        )
        if not node.tag:
            yield from kids
        elif kids:
            yield Placed(0.0, 0.0, replace(node, kids=kids))
