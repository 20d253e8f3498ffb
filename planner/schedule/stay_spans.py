"""One entry as the stays it permits, one after the other: by the visa or the stamp, then by each extension.

``permitted_stay`` says until when one may stay in the end; here is on what ground on which days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.record.visa import Entry, ExtensionState, StayExtension, Visa
from planner.schedule.permitted_stay import PermittedStay, apply_by, permitted_stay

_OPEN = (ExtensionState.PLANNED, ExtensionState.APPLIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaySpan:
    """The days of one ground. ``extension`` is ``None`` for the visa's own, or the policy's.

    ``first`` is its first day, included, ``None`` for the first span, which begins with the entry.
    ``is_extended`` when a granted extension follows, so that its end is no longer the last legal day. An
    extension that nobody has granted is only hoped for: it has no day by which to ask for the next.
    """

    permitted: PermittedStay
    extension: StayExtension | None = None
    first: dt.date | None = None
    is_extended: bool = False

    @property
    def is_granted(self) -> bool:
        """Whether one may count on it."""
        return self.extension is None or self.extension.state is ExtensionState.GRANTED


def stay_spans(entry: Entry, visa: Visa | None, zone: str) -> tuple[StaySpan, ...]:
    """The stays that ``entry`` on ``visa`` permits, in order, each ending later than the one before.

    Extensions that are planned or applied for follow those granted. One that adds no day is left out, and so
    are all while nobody knows the day they would begin after. ``zone``: see ``permitted_stay``.
    """
    whole = permitted_stay(entry, visa, zone)
    own = permitted_stay(replace(entry, extensions=()), visa, zone)
    ends, own_ends = _last(whole), _last(own)
    granted = ends is not None and own_ends is not None and own_ends < ends
    spans = [StaySpan(permitted=own if granted else whole)]
    if granted:
        spans += _following(entry, (ExtensionState.GRANTED,), own_ends)
    spans += _following(entry, _OPEN, ends)
    last_granted = max(place for place, span in enumerate(spans) if span.is_granted)
    return tuple(
        replace(span, is_extended=True, permitted=replace(span.permitted, apply_by=None))
        if place < last_granted
        else span
        for place, span in enumerate(spans)
    )


def _following(entry: Entry, states: tuple[ExtensionState, ...], last: dt.date | None) -> Iterator[StaySpan]:
    """The extensions in those states, each from the day after the one before, which ends on ``last``."""
    if last is None:
        return
    dated = [(one.until, one) for one in entry.extensions if one.until is not None and one.state in states]
    for until, extension in sorted(dated, key=lambda one: (one[0], one[1].id)):
        if until <= last:
            continue
        by = apply_by(until) if extension.state is ExtensionState.GRANTED else None
        yield StaySpan(
            permitted=PermittedStay(last_day=until, careful_last_day=until, apply_by=by),
            extension=extension,
            first=last + dt.timedelta(1),
        )
        last = until


def _last(permitted: PermittedStay) -> dt.date | None:
    return permitted.last_day or permitted.safe_last_day
