"""From marks and a scale to what stands where: rows without overlaps, names where there is room, counts.

Pure: it knows pixels but no widget; how wide words are is told by ``measure``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from planner.record.when import When
from planner.session.timeline import Lane, Mark, Timeline
from ui.journey.timeline.placed import GAP, GLYPH, LABEL_GAP, Form, LaneLayout, Placed
from ui.journey.timeline.scale import Scale

Measure = Callable[[str], float]
Named = Callable[[Mark], str]

_LEAST_LABEL = 44.0
"""A name is left out rather than cut to less than this."""
_CLUSTER = 34.0
_SMALLEST_BAR = 7.0
_LARGEST_SESSION = 22.0
_FEW_ROWS, _SOME_ROWS, _MANY_ROWS = 1, 2, 3
_RIDES = ("car", "walk", "coach")
_FORMS = {"fraction": Form.SESSION, "course": Form.COURSE, "entry": Form.BAND, "stay": Form.NIGHTS}
#: The parts of a lane from the top down, by kind; what is not named here is in the first.
_PARTS: dict[Lane, tuple[frozenset[str], ...]] = {
    Lane.DOCUMENTS: (
        frozenset(),
        frozenset({"consent", "notice", "disclosure", "issue", "diagnosis", "passport", "insurance"}),
    ),
    Lane.STAY: (frozenset({"entry"}), frozenset({"visa", "visa-step", "stay-extension"})),
    Lane.TRAVEL: (frozenset({"stay"}), frozenset({"leg"}), frozenset({"ride"})),
    Lane.COURSE: (frozenset({"course"}), frozenset({"fraction"})),
    Lane.MONEY: (frozenset({"deposit"}), frozenset({"payment"}), frozenset({"estimate-line", "receipt"})),
}


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


def layout(
    timeline: Timeline,
    scale: Scale,
    within: Reach,
    *,
    named: Named,
    measure: Measure,
    roomy: int = 0,
) -> tuple[LaneLayout, ...]:
    """Every lane, from the top. ``roomy`` are rows each part of a lane may have beyond the few it needs."""
    return tuple(
        lane_layout(lane, marks, scale, within, named=named, measure=measure, roomy=roomy)
        for lane, marks in timeline.marks.items()
    )


def lane_layout(
    lane: Lane,
    marks: Sequence[Mark],
    scale: Scale,
    within: Reach,
    *,
    named: Named,
    measure: Measure,
    roomy: int = 0,
) -> LaneLayout:
    """One lane: its parts under each other."""
    most = _most_rows(scale) + roomy
    top = 0
    found: list[Placed] = []
    for part in _parted(lane, marks):
        if not part:
            continue
        packed = _packed(lane, part, scale, within, named, measure, most)
        found += [replace(one, row=one.row + top) for one in packed]
        top += max(one.row for one in packed) + 1
    return LaneLayout(lane, max(top, 1), tuple(sorted(found, key=lambda one: (one.x0, one.row))))


def _most_rows(scale: Scale) -> int:
    if scale.day_width < 14:
        return _FEW_ROWS
    return _SOME_ROWS if scale.day_width < 60 else _MANY_ROWS


def _parted(lane: Lane, marks: Iterable[Mark]) -> list[list[Mark]]:
    kinds = _PARTS.get(lane, (frozenset(),))
    parts: list[list[Mark]] = [[] for _ in kinds]
    for mark in marks:
        kind = "ride" if mark.kind == "leg" and mark.variant in _RIDES else mark.kind
        parts[next((place for place, several in enumerate(kinds) if kind in several), 0)].append(mark)
    return parts


def _packed(
    lane: Lane,
    marks: Sequence[Mark],
    scale: Scale,
    within: Reach,
    named: Named,
    measure: Measure,
    most: int,
) -> list[Placed]:
    """Marks into rows: the first row with room for the names before it, else the one with most room."""
    pieces = sorted((piece_of(lane, mark, scale, within) for mark in marks), key=lambda one: one.x0)
    rows: list[list[Placed]] = []
    for piece in pieces:
        row = _row_for(piece, rows, named, measure, most)
        if row is None:
            _join(piece, rows)
        elif row == len(rows):
            rows.append([replace(piece, row=row)])
        else:
            rows[row].append(replace(piece, row=row))
    edge = scale.x(within.last) + scale.day_width
    return [one for row in rows for one in _labelled(row, named, measure, edge)]


def piece_of(lane: Lane, mark: Mark, scale: Scale, within: Reach) -> Placed:
    """A mark with its extent, not yet in a row and without its name."""
    form = _FORMS.get(mark.kind, Form.POINT)
    beyond = -1 if mark.last < within.first else 1 if mark.first > within.last else 0
    if beyond:
        first, last = scale.x(within.first) + GAP, scale.end(within.last) - GLYPH - GAP
        edge = first if beyond < 0 else last
        return Placed(mark.id, (mark,), Form.POINT, lane, 0, edge, edge + GLYPH, beyond=beyond)
    if form is Form.SESSION:
        size = min(_LARGEST_SESSION, max(scale.day_width - 2, 2.5))
        noon = scale.x(mark.first) + scale.day_width / 2
        middle = noon if size < _LARGEST_SESSION else scale.at(mark.starts)
        return Placed(mark.id, (mark,), form, lane, 0, middle - size / 2, middle + size / 2)
    if mark.ends is None or _is_one_day(mark):
        middle = scale.at(mark.starts)
        return Placed(mark.id, (mark,), Form.POINT, lane, 0, middle - GLYPH / 2, middle + GLYPH / 2)
    x0, x1 = _lasting(mark, form, scale)
    if form is Form.POINT:
        if x1 - x0 < GLYPH:
            return Placed(mark.id, (mark,), form, lane, 0, x0 - GLYPH / 2, x0 + GLYPH / 2)
        form = Form.BAR
    return Placed(mark.id, (mark,), form, lane, 0, x0, max(x1, x0 + _SMALLEST_BAR))


def _is_one_day(mark: Mark) -> bool:
    """Whether it begins and ends on one day at an hour that nobody knows."""
    starts = mark.starts
    return mark.first == mark.last and isinstance(starts, When) and starts.time is None


def _lasting(mark: Mark, form: Form, scale: Scale) -> tuple[float, float]:
    """From where to where something lasts; nights go from noon to noon, whatever the hours."""
    assert mark.ends is not None
    if form is Form.NIGHTS:
        half = scale.day_width / 2
        return scale.x(mark.first) + half, scale.x(mark.last) + half
    if form is Form.COURSE:
        return scale.x(mark.first), scale.x(mark.last) + scale.day_width
    end = scale.end(mark.ends)
    if form is Form.BAND and mark.left is not None:
        end = max(end, scale.end(mark.left))  # whoever leaves too late is seen to
    return scale.start(mark.starts), end


def _row_for(
    piece: Placed, rows: Sequence[Sequence[Placed]], named: Named, measure: Measure, most: int
) -> int | None:
    """The row for ``piece``, a new one included; ``None`` when it must join what stands there."""
    if piece.form in (Form.SESSION, Form.COURSE):
        return _first_free(piece, rows)
    gap = 0.0 if piece.form is Form.NIGHTS else GAP
    free = [place for place, row in enumerate(rows) if row[-1].x1 + gap <= piece.x0]
    for place in free:
        if _full_end(rows[place][-1], named, measure) + gap <= piece.x0:
            return place
    if len(rows) < most:
        return len(rows)
    if free:
        return min(free, key=lambda place: rows[place][-1].x1)
    if piece.form not in (Form.POINT, Form.CLUSTER) or not any(_joins(row[-1]) for row in rows):
        return len(rows)
    return None


def _first_free(piece: Placed, rows: Sequence[Sequence[Placed]]) -> int:
    """Sessions stand side by side, whatever room there is; two at the same time under each other."""
    for place, row in enumerate(rows):
        if row[-1].x1 <= piece.x0 + 0.5:
            return place
    return len(rows)


def _joins(last: Placed) -> bool:
    return last.form in (Form.POINT, Form.CLUSTER)


def _full_end(last: Placed, named: Named, measure: Measure) -> float:
    """Where a piece would end with its whole name."""
    if last.form in (Form.SESSION, Form.CLUSTER):
        return last.x1
    width = measure(named(last.mark))
    if last.form is Form.POINT or width + 2 * GAP > last.x1 - last.x0:
        return last.x1 + LABEL_GAP + width
    return last.x1


def _join(piece: Placed, rows: list[list[Placed]]) -> None:
    """Count ``piece`` into what stands nearest before it."""
    row = max((row for row in rows if _joins(row[-1])), key=lambda row: row[-1].x1)
    last = row[-1]
    row[-1] = replace(
        last,
        key=f"{last.mark.id}…",
        marks=(*last.marks, *piece.marks),
        form=Form.CLUSTER,
        x1=max(last.x0 + _CLUSTER, last.x1),
    )


def _labelled(row: Sequence[Placed], named: Named, measure: Measure, edge: float) -> list[Placed]:
    """The names of a row: whole where there is room before the next thing, else cut, else none.

    What stands so near to ``edge`` that its name would end beyond it has its name before it.
    """
    found: list[Placed] = []
    limit = float("inf")
    for place in range(len(row) - 1, -1, -1):
        one = row[place]
        free_from = _full_end(row[place - 1], named, measure) + GAP if place else 0.0
        found.append(_with_label(one, (free_from, limit, edge), named, measure))
        limit = found[-1].left - GAP
    return found[::-1]


def _with_label(one: Placed, room_for: tuple[float, float, float], named: Named, measure: Measure) -> Placed:
    if one.form in (Form.SESSION, Form.CLUSTER):
        return one
    label = named(one.mark)
    width = measure(label)
    if not label:
        return one
    free_from, limit, edge = room_for
    inside = one.x1 - one.x0 - 2 * GAP
    before = one.x0 - LABEL_GAP - width
    if one.x1 + LABEL_GAP + width > edge and before >= free_from and (one.beyond > 0 or width > inside):
        return replace(one, label=label, label_x=before, label_width=width)
    room = min(limit, edge) - one.x1 - LABEL_GAP
    lasts = one.form is not Form.POINT
    if lasts and (width <= inside or (inside >= _LEAST_LABEL * 2 and room < width)):
        return replace(one, label=label, label_x=one.x0 + GAP, label_width=min(width, inside))
    if room >= min(width, _LEAST_LABEL):
        return replace(one, label=label, label_x=one.x1 + LABEL_GAP, label_width=min(width, room))
    return one
