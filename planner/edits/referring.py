"""Who refers to a thing of the record, and values of the record with every reference to it gone.

What becomes of a reference to something that is removed follows from how it is held:

* a reference that may be empty becomes empty; in a list of references it is taken out;
* a tie to it goes, and the date that hung on it stays where it is;
* a value that is about it and about nothing else goes with it: the seat of a traveller, their name on a
  booking, their clearance and services on a leg;
* a thing that is nothing without it (a visa without its traveller), or that proves what was done (a
  disclosure, a sending, an issued revision, the document a prescription or a consent rests on), *stands in
  the way*: the removal is refused until that is removed or changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from planner.record.consent import Consent, Disclosure, Notice
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Sending
from planner.record.integrity import ANY_THING
from planner.record.issue import Issue
from planner.record.mdt import MdtMeeting
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.thing import Thing
from planner.record.tie import Tie

#: References that may be empty, but prove something: they are never emptied by removing what they name.
PROOFS: frozenset[tuple[type, str]] = frozenset(
    {
        (Consent, "document"),
        (Consent, "recipient_contact"),
        (Consent, "recipient_place"),
        (Course, "clinician"),
        (Course, "document"),
        (Course, "tolerance_document"),
        (Course, "tolerance_stated_by"),
        (Diagnosis, "document"),
        (Diagnosis, "stated_by"),
        (Disclosure, "by"),
        (Disclosure, "consent"),
        (Disclosure, "documents"),
        (Disclosure, "issue"),
        (Disclosure, "recipient_contact"),
        (Disclosure, "recipient_place"),
        (Issue, "issued_by"),
        (Issue, "reader"),
        (Issue, "recipient_contact"),
        (Issue, "recipient_place"),
        (MdtMeeting, "document"),
        (MdtMeeting, "written_by"),
        (Notice, "documents"),
        (Sending, "consent"),
        (Sending, "sent_by"),
        (Sending, "to_contact"),
        (Sending, "to_place"),
    }
)

_GONE = object()


@dataclass(frozen=True, slots=True)
class Referrer:
    """``field`` of ``thing``, or of a value in that field, names what is asked about.

    ``is_in_the_way``: it cannot simply be emptied.
    """

    thing: Thing
    field: str
    is_in_the_way: bool


def referrers(value: Any, ids: frozenset[str]) -> Iterator[Referrer]:
    """Every thing in ``value`` that refers to one of ``ids`` from outside of them, in the record's order.

    ``value`` is a dataclass of the record, or several.
    """
    for one in value if isinstance(value, tuple) else (value,):
        yield from _referrers(one, ids, None, "")


def without_references(value: Any, ids: frozenset[str]) -> Any:
    """``value`` with no reference to ``ids`` left, and itself where there was none.

    What stands in the way is left as it is: ask ``referrers`` first.
    """
    after = _cleared(value, ids)
    return value if after is _GONE else after


def _referrers(value: Any, ids: frozenset[str], owner: Thing | None, field: str) -> Iterator[Referrer]:
    cls: Any = type(value)
    thing = value if isinstance(value, Thing) else owner
    if isinstance(value, Thing) and value.id in ids:
        return
    for shape, is_ref in plan(cls):
        held = getattr(value, shape.name)
        if held is None or held == ():
            continue
        name = shape.name if thing is value else field
        if not is_ref:
            for one in held if shape.many else (held,):
                yield from _referrers(one, ids, thing, name)
        elif thing is not None and (ids.intersection(held) if shape.many else held in ids):
            in_the_way = (cls, shape.name) in PROOFS or (
                isinstance(value, Thing) and not shape.optional and shape.many is None
            )
            yield Referrer(thing, name, in_the_way)


def _cleared(value: Any, ids: frozenset[str]) -> Any:
    cls: Any = type(value)
    changed: dict[str, Any] = {}
    for shape, is_ref in plan(cls):
        held = getattr(value, shape.name)
        if held is None or held == ():
            continue
        after = held
        if not is_ref:
            after = _cleared_values(shape, held, ids)
            if after is _GONE and not shape.optional:
                return _GONE
            after = None if after is _GONE else after
        elif shape.many:
            after = held if ids.isdisjoint(held) else tuple(one for one in held if one not in ids)
        elif held in ids and (cls is Tie or not shape.optional):
            return _GONE
        elif held in ids:
            after = None
        if after is not held:
            changed[shape.name] = after
    return replace(value, **changed) if changed else value


def _cleared_values(shape: FieldShape, held: Any, ids: frozenset[str]) -> Any:
    if not shape.many:
        return _cleared(held, ids)
    after = tuple(left for one in held if (left := _cleared(one, ids)) is not _GONE)
    same = len(after) == len(held) and all(new is old for new, old in zip(after, held, strict=True))
    return held if same else after


@cache
def plan(cls: Any) -> tuple[tuple[FieldShape, bool], ...]:
    """The fields of ``cls`` in which references lie, each with whether it is one itself."""
    return tuple(
        (shape, is_reference(cls, shape))
        for shape in shape_of(cls)
        if is_reference(cls, shape) or (shape.kind is Kind.VALUE and plan(shape.type))
    )


def is_reference(cls: Any, shape: FieldShape) -> bool:
    """Whether the field names another thing by its id."""
    return shape.kind is Kind.REFERENCE or (cls, shape.name) in ANY_THING
