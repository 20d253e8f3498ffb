"""How a cover that lists changes is put on pages: no page of it holds only the lines that were too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.export.pdf.flow import Band

_CLOSEST = 0.5
"""How much of the space between its parts a cover keeps where it would else be a little too long."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The parts of a cover: whose journey, what changed, the key facts, then whom to ring and which copy.

    ``notice`` stands where the changes would, if they have a page of their own.
    """

    front: tuple[Band, ...]
    changes: tuple[Band, ...]
    facts: tuple[Band, ...]
    end: tuple[Band, ...]
    notice: Band


def laid_out(cover: Cover, depth: float) -> Iterator[Band]:
    """Its bands on pages ``depth`` points deep.

    All on one page if they fit, a little closer where that is enough. Else on two, parted where the emptier
    one is fullest: what comes last on the second, or the changes. Where they take more, as in large print,
    all of it flows, and its last lines never stand alone.
    """
    whole = (*cover.front, *cover.changes, *cover.facts, *cover.end)
    over = _height(whole) - depth
    spaces = sum(band.before for band in whole[1:])
    if not cover.changes:
        yield from _with_its_end(whole)
    elif over <= (1 - _CLOSEST) * spaces:
        share = 1 - max(0.0, over) / spaces
        yield from (replace(band, before=band.before * share) for band in whole)
    else:
        splits = (
            ((*cover.front, *cover.changes, *cover.facts), cover.end),
            ((*cover.front, *cover.changes), (*cover.facts, *cover.end)),
            ((*cover.front, cover.notice, *cover.facts, *cover.end), cover.changes),
        )
        possible = [split for split in splits if all(page and _height(page) <= depth for page in split)]
        if not possible:
            yield from _with_its_end(whole)
            return
        first, second = max(possible, key=lambda split: min(map(_height, split)))
        yield from first
        yield replace(second[0], new_page=True)
        yield from second[1:]


def _height(bands: Sequence[Band]) -> float:
    return sum(band.before + band.height for band in bands) - bands[0].before


def _with_its_end(bands: Sequence[Band]) -> Iterator[Band]:
    """The two bands before the last hold on to what follows."""
    for place, band in enumerate(bands, start=1):
        yield replace(band, holds_next=True) if len(bands) - 3 < place < len(bands) else band
