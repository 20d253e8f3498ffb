"""From marks and a scale to what stands where: rows without overlaps, names where there is room, counts.

Pure: it knows pixels but no widget; how wide words are is told by ``measure``.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.record.when import When
from planner.session.timeline import Lane, Mark, Timeline
from ui.journey.timeline.piece import Naming, Piece
from ui.journey.timeline.placed import AIR, GAP, GLYPH, Form, LaneLayout
from ui.journey.timeline.scale import Scale, full_until

_CLUSTER = 34.0
_SMALLEST_BAR = 7.0
_LARGEST_SESSION = 22.0
_FEW_ROWS, _SOME_ROWS, _MANY_ROWS = 1, 2, 3
_RIDES = ("car", "walk", "coach")
_FORMS = {
    "fraction": Form.SESSION,
    "course": Form.COURSE,
    "entry": Form.BAND,
    "longer-stay": Form.BAND,
    "stay": Form.NIGHTS,
}
#: The parts of a lane from the top down, by kind; what is not named here is in the one without, or the first.
_PARTS: dict[Lane, tuple[frozenset[str], ...]] = {
    Lane.DOCUMENTS: (
        frozenset({"insurance"}),
        frozenset(),
        frozenset({"consent", "notice", "disclosure", "issue", "diagnosis", "passport"}),
    ),
    Lane.STAY: (frozenset({"entry", "longer-stay"}), frozenset({"visa", "visa-step", "stay-extension"})),
    Lane.TRAVEL: (frozenset({"stay"}), frozenset({"leg"}), frozenset({"ride"})),
    Lane.COURSE: (frozenset({"course"}), frozenset({"fraction"})),
    Lane.MONEY: (frozenset({"deposit"}), frozenset({"payment"}), frozenset({"estimate-line", "receipt"})),
}


_ONE_PART: tuple[frozenset[str], ...] = (frozenset(),)
_ADJOINING = (Form.NIGHTS, Form.BAND)
_JOINING = (Form.POINT, Form.CLUSTER)


@dataclass(frozen=True, slots=True)
class Reach:
    """The days that are shown at all, both included; what lies beyond stands at their edge."""

    first: dt.date
    last: dt.date


def reach(timeline: Timeline, today: dt.date) -> Reach:
    """The days of a journey with some room around them, and today unless it is far away."""
    first, last = timeline.first or today, timeline.last or today
    if -120 <= (today - last).days <= 120 or -120 <= (first - today).days <= 120:
        first, last = min(first, today), max(last, today)
    return Reach(first - dt.timedelta(21), last + dt.timedelta(28))


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark where it is in days from the beginning of the reach, whatever the scale; ``part`` of its lane.

    ``begins`` and ``ends`` are the same for what is at one moment. ``noon`` is the middle of its first day.
    ``full`` is where the full ground of a stay ends, on which its name is best read.
    """

    mark: Mark
    form: Form
    part: int
    begins: float
    ends: float
    noon: float
    beyond: int = 0
    full: float = math.inf


Spots = Mapping[Lane, tuple[tuple[Spot, ...], ...]]


def spots(timeline: Timeline, within: Reach) -> Spots:
    """Every mark of every lane by the part it stands in, reckoned once for all scales."""
    days = Scale(within.first, 1.0, timeline.zone)
    found: dict[Lane, tuple[tuple[Spot, ...], ...]] = {}
    for lane, marks in timeline.marks.items():
        several = [spot_of(lane, mark, days, within) for mark in marks]
        parts = sorted({_order(one) for one in several})
        found[lane] = tuple(tuple(one for one in several if _order(one) == part) for part in parts)
    return found


def _order(spot: Spot) -> tuple[int, int]:
    return spot.part, spot.mark.rank


def layout(
    several: Spots,
    scale: Scale,
    within: Reach,
    naming: Naming,
    *,
    roomy: int = 0,
) -> tuple[LaneLayout, ...]:
    """Every lane, from the top. ``roomy`` are rows each part of a lane may have beyond the few it needs."""
    most = _most_rows(scale) + roomy
    edge = ((within.last - within.first).days + 1) * scale.day_width
    found = []
    for lane, parts in several.items():
        rows: list[list[Piece]] = []
        for part in parts:
            _add(_packed(part, scale.day_width, edge, naming, most), rows)
        placed = [one.placed(lane) for row in rows for one in row]
        placed.sort(key=lambda one: (one.x0, one.row))
        found.append(LaneLayout(lane, max(len(rows), 1), tuple(placed)))
    return tuple(found)


def _add(part: Sequence[Piece], rows: list[list[Piece]]) -> None:
    """Put a part under the rows there are; a row of it all of which finds room in those is not needed."""
    own: dict[int, list[Piece]] = {}
    for one in part:
        own.setdefault(one.row, []).append(one)
    above = len(rows)
    for _, several in sorted(own.items()):
        found = [next((row for row in rows[:above] if _has_room(row, one)), None) for one in several]
        if any(row is None for row in found):
            rows.append(several)
            continue
        for one, row in zip(several, found, strict=True):
            if row is not None:
                row.append(one)
    for place, row in enumerate(rows):
        for one in row:
            one.row = place


def _has_room(row: Sequence[Piece], one: Piece) -> bool:
    """Whether nothing in the row touches it or its name, and it is not the stay of somebody else."""
    if one.form is Form.BAND and any(other.form is Form.BAND for other in row):
        return False
    return all(other.right + AIR <= one.left or one.right + AIR <= other.left for other in row)


def _most_rows(scale: Scale) -> int:
    if scale.day_width < 14:
        return _FEW_ROWS
    return _SOME_ROWS if scale.day_width < 60 else _MANY_ROWS


def _part_of(lane: Lane, mark: Mark) -> int:
    kind = "ride" if mark.kind == "leg" and mark.variant in _RIDES else mark.kind
    kinds = _PARTS.get(lane, _ONE_PART)
    others = kinds.index(frozenset()) if frozenset() in kinds else 0
    return next((place for place, several in enumerate(kinds) if kind in several), others)


def spot_of(lane: Lane, mark: Mark, days: Scale, within: Reach) -> Spot:
    """Where a mark is, in the units of ``days``."""
    part = _part_of(lane, mark)
    noon = days.x(mark.first) + days.day_width / 2
    if mark.last < within.first:
        return Spot(mark, Form.POINT, part, days.x(within.first), days.x(within.first), noon, -1)
    if mark.first > within.last:
        return Spot(mark, Form.POINT, part, days.end(within.last), days.end(within.last), noon, 1)
    form = _FORMS.get(mark.kind, Form.POINT)
    if form is not Form.SESSION and mark.ends is not None and not _is_one_day(mark):
        form = Form.BAR if form is Form.POINT else form
        full = full_until(mark, days) if form is Form.BAND else math.inf
        return Spot(mark, form, part, *_lasting(mark, form, days), noon, full=full)
    at = days.at(mark.starts)
    return Spot(mark, form if form is Form.SESSION else Form.POINT, part, at, at, noon)


def piece_of(spot: Spot, day_width: float) -> tuple[Form, float, float]:
    """The form of a spot at a scale, and from where to where it stands."""
    x0, x1 = spot.begins * day_width, spot.ends * day_width
    if spot.beyond:
        return Form.POINT, *(
            (x0 + GAP, x0 + GAP + GLYPH) if spot.beyond < 0 else (x0 - GLYPH - GAP, x0 - GAP)
        )
    if spot.form is Form.SESSION:
        size = min(_LARGEST_SESSION, max(day_width - 2, 2.5))
        middle = x0 if size >= _LARGEST_SESSION else spot.noon * day_width
        return Form.SESSION, middle - size / 2, middle + size / 2
    if spot.form is Form.POINT or (spot.form is Form.BAR and x1 - x0 < GLYPH):
        return Form.POINT, x0 - GLYPH / 2, x0 + GLYPH / 2
    return spot.form, x0, max(x1, x0 + _SMALLEST_BAR)


def _is_one_day(mark: Mark) -> bool:
    """Whether it begins and ends on one day at an hour that nobody knows."""
    starts = mark.starts
    return mark.first == mark.last and isinstance(starts, When) and starts.time is None


def _lasting(mark: Mark, form: Form, days: Scale) -> tuple[float, float]:
    """From where to where something lasts; nights go from noon to noon, whatever the hours."""
    assert mark.ends is not None
    if form is Form.NIGHTS:
        half = days.day_width / 2
        return days.x(mark.first) + half, days.x(mark.last) + half
    if form is Form.COURSE:
        return days.x(mark.first), days.x(mark.last) + days.day_width
    end = days.end(mark.ends)
    if form is Form.BAND and mark.left is not None:
        end = max(end, days.end(mark.left))  # whoever leaves too late is seen to
    return days.start(mark.starts), end


def _packed(part: Sequence[Spot], day_width: float, edge: float, naming: Naming, most: int) -> list[Piece]:
    """Spots into rows: the first row with room for the names before it, else the one with most room."""
    pieces = []
    for spot in part:
        form, x0, x1 = piece_of(spot, day_width)
        piece = Piece(spot.mark, form, x0, x1, beyond=spot.beyond, full=spot.full * day_width)
        if form is not Form.SESSION:
            naming.prepare(piece)
        pieces.append(piece)
    pieces.sort(key=lambda one: one.x0)
    rows: list[list[Piece]] = []
    for piece in pieces:
        row = _row_for(piece, rows, most)
        if row is None:
            _join(piece, rows)
            continue
        if row == len(rows):
            rows.append([])
        piece.row = row
        rows[row].append(piece)
    for several in rows:
        naming.name(several, edge)
    return [one for several in rows for one in several]


def _row_for(piece: Piece, rows: Sequence[Sequence[Piece]], most: int) -> int | None:
    """The row for ``piece``, a new one included; ``None`` when it must join what stands there."""
    if piece.form in (Form.SESSION, Form.COURSE):
        return _first_free(piece, rows)
    gap = 0.0 if piece.form in _ADJOINING else GAP
    free = [place for place, row in enumerate(rows) if row[-1].x1 + gap <= piece.x0]
    for place in free:
        if rows[place][-1].told_until + gap <= piece.x0:
            return place
    if len(rows) < most:
        return len(rows)
    if free:
        return min(free, key=lambda place: rows[place][-1].x1)
    if piece.form is not Form.POINT or not any(row[-1].form in _JOINING for row in rows):
        return len(rows)
    return None


def _first_free(piece: Piece, rows: Sequence[Sequence[Piece]]) -> int:
    """Sessions stand side by side, whatever room there is; two at the same time under each other."""
    for place, row in enumerate(rows):
        if row[-1].x1 <= piece.x0 + 0.5:
            return place
    return len(rows)


def _join(piece: Piece, rows: Sequence[Sequence[Piece]]) -> None:
    """Count ``piece`` into what stands nearest before it."""
    last = max((row[-1] for row in rows if row[-1].form in _JOINING), key=lambda one: one.x1)
    last.marks = (*last.marks, *piece.marks)
    last.form = Form.CLUSTER
    last.x1 = max(last.x0 + _CLUSTER, last.x1)
