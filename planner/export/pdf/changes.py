"""What is not as it was in an earlier revision: the words for it, and the bar in the margin beside it.

What stood there before is struck through and said to have been so: nothing hangs on colour alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.export.pdf.flow import Band
from planner.export.pdf.look import ACCENT
from planner.export.pdf.nodes import Group, Placed
from planner.export.pdf.press import Press, Tongue
from planner.export.pdf.shapes import box
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import TextStyle, struck
from planner.itinerary.changes import BRING, PREPARATION, WHEN, WHO_COMES
from planner.itinerary.item import Change, ChangeKind, Difference, Itinerary
from planner.message import NP_, Message
from planner.record.when import When

KINDS: dict[ChangeKind, Message] = {
    ChangeKind.NEW: NP_("change", "New"),
    ChangeKind.MOVED: NP_("change", "Moved"),
    ChangeKind.CHANGED: NP_("change", "Changed"),
    ChangeKind.CANCELLED: NP_("change", "Cancelled"),
}
WAS = NP_("change", "was")
_ADDED = NP_("change", "added")
_NO_LONGER = NP_("change", "no longer")

_Side = tuple[object, ...]


def changes_by_item(itinerary: Itinerary) -> dict[str, Change]:
    """Each change by the key of its item."""
    return {change.item.key: change for change in itinerary.changes}


def traces(itinerary: Itinerary) -> dict[dt.date, tuple[Change, ...]]:
    """What is gone from each day: cancelled, or moved to another one."""
    there = {item.key for day in itinerary.days for item in day.items}
    found: dict[dt.date, tuple[Change, ...]] = {}
    for change in itinerary.changes:
        day = _left(change, there)
        if day is not None:
            found[day] = (*found.get(day, ()), change)
    return found


def _left(change: Change, there: set[str]) -> dt.date | None:
    if change.kind is ChangeKind.CANCELLED:
        return None if change.item.key in there else change.item.on
    before = was_on(change)
    if change.kind is not ChangeKind.MOVED or before is None or _date(before) == change.item.on:
        return None
    return _date(before)


def was_on(change: Change) -> When | dt.date | None:
    """When it was, if it moved."""
    for difference in change.differences:
        if difference.label == WHEN and isinstance(difference.old, When | dt.date):
            return difference.old
    return None


def _date(moment: When | dt.date) -> dt.date:
    return moment.date if isinstance(moment, When) else moment


# -- words ---------------------------------------------------------------------------------------------


def change_lines(press: Press, change: Change, width: float) -> Iterator[Group]:
    """What became of an item, and what stood there before; the new time stands beside it already."""
    differences = list(change.differences)
    first = next((one for one in differences if one.label == WHEN), None)
    if first is None and differences:
        first = differences[0]
    yield press.both(lambda tongue: _tagged(press, tongue, change, first), press.look.tag, width)
    for difference in differences:
        if difference is not first:

            def line(tongue: Tongue, one: Difference = difference) -> list[Span]:
                return list(_difference(press, tongue, one))

            yield press.both(line, press.look.quiet, width)


def _tagged(press: Press, tongue: Tongue, change: Change, first: Difference | None) -> list[Span]:
    spans = [word(press, tongue, KINDS[change.kind], press.look.tag)]
    if first is not None:
        spans.append(Span(tongue.dot, press.look.quiet, tongue.lang))
        if first.label == WHEN:
            spans.append(word(press, tongue, WAS, press.look.quiet, after=True))
            spans += _listed(press, tongue, _side(first.old), struck(press.look.quiet))
        else:
            spans += _difference(press, tongue, first)
    return spans


def _difference(press: Press, tongue: Tongue, difference: Difference) -> Iterator[Span]:
    """The label, what stands there now, and what did before."""
    look = press.look
    label, lang = press.wording(difference.label, tongue)
    yield Span(f"{label}{tongue.colon}", look.quiet, lang)
    old, new = _without_common_start(_side(difference.old), _side(difference.new))
    is_list = difference.label in (WHO_COMES, PREPARATION, BRING)
    if new:
        if is_list and not old:
            yield word(press, tongue, _ADDED, look.quiet, after=True)
        yield from _listed(press, tongue, new, look.quiet_bold)
    if new and old:
        yield Span(tongue.comma, look.quiet, tongue.lang)
    if old:
        yield word(press, tongue, _NO_LONGER if is_list and not new else WAS, look.quiet, after=True)
        yield from _listed(press, tongue, old, struck(look.quiet))


def word(press: Press, tongue: Tongue, words: Message, style: TextStyle, *, after: bool = False) -> Span:
    """Words as a span; ``after``: something follows them."""
    said, lang = press.wording(words, tongue)
    return Span(f"{said} " if after and not lang.startswith("zh") else said, style, lang)


def _listed(press: Press, tongue: Tongue, values: _Side, style: TextStyle) -> Iterator[Span]:
    """Values one after the other, a sentence without its full stop."""
    for i, value in enumerate(values):
        said, lang = press.wording(value, tongue)  # type: ignore[arg-type]  # a side holds what can be said
        said = said.rstrip(".。")
        yield Span(f"{tongue.comma}{said}" if i else said, style, lang)


def _side(value: object) -> _Side:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _without_common_start(old: _Side, new: _Side) -> tuple[_Side, _Side]:
    """A place whose room alone is another is named by its room."""
    shared = 0
    while shared < min(len(old), len(new)) - 1 and old[shared] == new[shared]:
        shared += 1
    return old[shared:], new[shared:]


# -- the bar in the margin -----------------------------------------------------------------------------


def barred(press: Press, band: Band, *, whole: bool = True) -> Band:
    """The band with a bar in the margin; ``whole``: also beside the space above it."""
    unit = press.look.unit
    above = band.before if whole else 0.0
    ink = box(0.55 * unit, band.height + above, fill=ACCENT)
    bar = Placed(-2.3 * unit, -above, ink)
    return replace(band, node=Group((bar, Placed(0.0, 0.0, band.node)), band.height))
