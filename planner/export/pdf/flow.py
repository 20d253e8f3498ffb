"""Bands put on pages: what belongs together stays together, and nothing is left stranded.

A part of the itinerary is a column of bands. Bands may be held in nested blocks (a day, in it an entry, in it
a table): the outermost block that fits on one page is never split; one that is taller than a page is split
between the blocks or bands inside it, and its head is drawn again on the next page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from planner.export.pdf.nodes import Group, Ink, Node, Text
from planner.export.pdf.program import Program, program
from planner.export.pdf.slicing import slices
from planner.export.pdf.tags import Role

_OF_A_PAGE = 0.8
"""How much of a page a slice of something taller than it may fill; the heads drawn again need the rest."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Bands that stay on one page if they fit on one. ``continued`` heads the rest when they do not."""

    continued: Node | None = None


@dataclass(slots=True, eq=False)
class Band:
    """A strip across the column that is never split. It may be kept and drawn again in the next rendering."""

    node: Node
    path: tuple[Role, ...] = ()
    """The groups of the structure it belongs to, outermost first."""
    before: float = 0.0
    """Space above it, which falls away at the head of a page."""
    blocks: tuple[Block, ...] = ()
    holds_next: bool = False
    """A heading: the next band, or as much of its block as stays together, comes on the same page."""
    new_page: bool = False
    _program: Program | None = None

    @property
    def program(self) -> Program:
        """What draws it, made once."""
        if self._program is None:
            self._program = program(self.node)
        return self._program

    @property
    def height(self) -> float:
        """Without the space above."""
        return self.node.height


@dataclass(frozen=True, slots=True, eq=False)
class PlacedBand:
    """A band on its page, ``y`` points below the top margin; ``continued`` is the head drawn again."""

    band: Band
    y: float
    continued: bool = False


@dataclass(slots=True)
class _Pages:
    depth: float
    pages: list[list[PlacedBand]] = field(default_factory=list)
    y: float = 0.0
    top: float = 0.0
    """Where the heads drawn again end."""

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.top = 0.0

    @property
    def is_fresh(self) -> bool:
        return self.y == self.top

    @property
    def last(self) -> Node:
        """What was put last."""
        return self.pages[-1][-1].band.node

    def put(self, band: Band) -> None:
        if not self.is_fresh:
            self.y += band.before
        self.pages[-1].append(PlacedBand(band, self.y))
        self.y += band.height

    def head(self, node: Node) -> None:
        """Draw a block's head again; it is furniture, not content."""
        self.pages[-1].append(PlacedBand(Band(node), self.y, continued=True))
        self.y += node.height
        self.top = self.y


def paginate(bands: Iterable[Band], depth: float) -> list[list[PlacedBand]]:
    """Put bands on pages ``depth`` points deep, in order. A band taller than a page is cut between lines."""
    pages = _Pages(depth)
    pages.turn()
    for part in _parts(tuple(part for band in bands for part in _fitting(band, depth))):
        if part[0].new_page and not pages.is_fresh:
            pages.turn()
        _place(list(_runs(part, 0)), 0, pages, ())
    return [page for page in pages.pages if page]


def _fitting(band: Band, depth: float) -> Iterator[Band]:
    if band.height <= depth:
        yield band
        return
    for i, node in enumerate(slices(band.node, _OF_A_PAGE * depth)):
        new_page = band.new_page and i == 0
        yield Band(node, band.path, band.before if i == 0 else 0.0, band.blocks, new_page=new_page)


def _parts(bands: tuple[Band, ...]) -> Iterator[tuple[Band, ...]]:
    start = 0
    for i, band in enumerate(bands):
        if band.new_page and i > start:
            yield bands[start:i]
            start = i
    if bands[start:]:
        yield bands[start:]


def _runs(bands: Sequence[Band], level: int) -> Iterator[tuple[Band, ...]]:
    """Neighbours in the same block of this level; a band outside any is a run of its own."""
    start = 0
    for i in range(1, len(bands) + 1):
        if i == len(bands) or not _together(bands[i - 1], bands[i], level):
            yield tuple(bands[start:i])
            start = i


def _together(first: Band, second: Band, level: int) -> bool:
    return (
        len(first.blocks) > level
        and len(second.blocks) > level
        and first.blocks[level] is second.blocks[level]
    )


def _height(run: Sequence[Band]) -> float:
    return sum(band.before + band.height for band in run) - run[0].before


def _needed(runs: Sequence[tuple[Band, ...]], i: int, level: int, depth: float, after: float) -> float:
    """How much must fit where run ``i`` starts: the run, and with it what its last band holds on to.

    ``after`` is what the bands after the last run need.
    """
    run = runs[i]
    height = _height(run)
    if i + 1 < len(runs):
        after = _held(runs, i, level, depth, after, height) if run[-1].holds_next else 0.0
    if height > depth and len(run) > 1:
        return _needed(list(_runs(run, level + 1)), 0, level + 1, depth, after)
    if run[-1].holds_next and height + after <= depth:
        return height + after
    return height


def _held(
    runs: Sequence[tuple[Band, ...]], i: int, level: int, depth: float, after: float, height: float
) -> float:
    """What the run after ``i`` needs: all of it, or if both do not fit on one page, its start.

    A chain longer than a page breaks as late as it can: a title keeps its note, not the note its card.
    """
    following = runs[i + 1]
    before = following[0].before
    whole = before + _needed(runs, i + 1, level, depth, after)
    if height + whole <= depth:
        return whole
    if len(following) == 1:
        return before + following[0].height
    return before + _needed(list(_runs(following, level + 1)), 0, level + 1, depth, 0.0)


def _place(
    runs: list[tuple[Band, ...]],
    level: int,
    pages: _Pages,
    heads: tuple[Node, ...],
    after: float = 0.0,
    *,
    block: Block | None = None,
    held: bool = False,
) -> None:
    """Put the runs of ``block`` one under the other.

    ``heads`` are drawn again on each new page, and that of ``block`` once something of it stands; ``held``:
    a heading stands before and holds on to the first run, so no page may be turned between.
    """
    around = heads
    if block is not None and block.continued:
        heads = (*heads, block.continued)
    room = pages.depth - sum(node.height for node in heads)
    for i, run in enumerate(runs):
        needed = _needed(runs, i, level, room, after)
        before = 0.0 if pages.is_fresh else run[0].before
        fits = pages.is_fresh or pages.y + before + needed <= pages.depth + 0.01
        is_held = runs[i - 1][-1].holds_next if i else held
        alone = is_held and len(run) == 1 and pages.y + before + run[0].height <= pages.depth + 0.01
        is_held = is_held and len(run) > 1
        if not fits and not is_held and not alone:
            pages.turn()
            for node in heads if i else around:
                pages.head(node)
        if len(run) > 1 and (_height(run) > room or (is_held and not fits)):
            following = after
            if i + 1 < len(runs):
                following = runs[i + 1][0].before + _needed(runs, i + 1, level, room, after)
            inner = list(_runs(run, level + 1))
            begun = heads if i else around
            title = is_held and _ends_in_heading(pages.last)
            _place(inner, level + 1, pages, begun, following, block=run[0].blocks[level], held=title)
        else:
            for band in run:
                pages.put(band)


def _ends_in_heading(node: Node) -> bool:
    if isinstance(node, Group):
        said = (_ends_in_heading(kid.node) for kid in reversed(node.kids) if not isinstance(kid.node, Ink))
        return next(said, False)
    return isinstance(node, Text) and node.tag.startswith("H")
