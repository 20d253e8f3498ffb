"""Adding, changing, copying, moving and removing any thing of a journey, each as one named edit.

Things lie in lists: most in the journey itself, some in another thing (a passport in its traveller, a sending
in its document, a session in its course). Nothing here knows one kind from another; what a removal does to
those that refer to what goes is told in ``planner.edits.referring``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.edits.crossings import with_crossings
from planner.edits.duplicates import duplicate_of
from planner.edits.edit import Edit
from planner.edits.field_names import field_name
from planner.edits.referring import Referrer, is_reference, plan, referrers, without_references
from planner.edits.shared_entries import with_entries_named
from planner.edits.thing_names import kind_name, thing_name
from planner.errors import InputError
from planner.message import N_, NN_, Message
from planner.record.attached import attachments
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.directory import Directory
from planner.record.fraction import Fraction
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.lookup import thing as found
from planner.record.lookup import things, with_thing
from planner.record.place import Place
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.thing import Thing


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a thing lies: in the list ``field`` of the thing ``holder``, at ``position`` (from 0)."""

    holder: Thing
    field: str
    position: int


def add(journey: Journey, thing: Thing, *, under: str = "", directory: Directory | None = None) -> Edit:
    """Put ``thing`` last in the list of its kind, in the journey or in the thing ``under`` that has such.

    Places and contacts that it names come along from ``directory``. Raises: InputError when there is no
    thing ``under``, or what it refers to is not there or leads round in a circle.
    """
    holder = under or journey.id

    def change(current: Journey) -> Journey:
        field = list_of_kind(type(_held(current, holder)), type(thing))

        def added(value: Any) -> Any:
            return replace(value, **{field: (*getattr(value, field), thing)})

        after = with_thing(current, holder, added)
        return _checked(with_entries_named(after, thing, directory), thing)

    _checked(change(journey), thing)
    label = N_("Add {kind}: {name}", kind=kind_name(type(thing)), name=thing_name(thing, journey))
    return Edit(label, journey.id, change)


def change(
    journey: Journey, id: str, values: Mapping[str, Any], *, directory: Directory | None = None
) -> Edit:
    """Give fields of the thing ``id`` (the journey itself included) these values, typed as the record's.

    What crosses a border on a leg follows it; see ``planner.edits.crossings``. Places and contacts that they
    name come along from ``directory``. Raises: InputError as ``add``.
    """
    before = _held(journey, id)
    cls: Any = type(before)
    firm = not any(_may_clash(cls, shape) for shape in shape_of(cls) if shape.name in values)

    def changed(current: Journey) -> Journey:
        after = with_thing(current, id, lambda thing: replace(thing, **values))
        after = with_crossings(after, _held(current, id), _held(after, id))
        whole = replace(_held(after, id), **_emptied(cls)) if cls is Journey else _held(after, id)
        after = with_entries_named(after, whole, directory)
        return after if firm else _checked(after, _held(after, id))

    if not firm:
        changed(journey)
    return Edit(_change_label(journey, before, tuple(values)), journey.id, changed)


def duplicate(journey: Journey, id: str, *, new_id: Callable[[], str]) -> tuple[Edit, str]:
    """A copy of the thing ``id`` right after it, and the id of the copy; see ``duplicate_of``."""
    original = _held(journey, id)
    copy = duplicate_of(original, new_id)
    lying = where(journey, id)
    if isinstance(copy, Fraction) and isinstance(lying.holder, Course):
        copy = replace(copy, number=max(one.number for one in lying.holder.fractions) + 1)

    def changed(current: Journey) -> Journey:
        at = where(current, id)

        def inserted(holder: Any) -> Any:
            held = getattr(holder, at.field)
            return replace(holder, **{at.field: (*held[: at.position + 1], copy, *held[at.position + 1 :])})

        return _checked(with_thing(current, at.holder.id, inserted), copy)

    changed(journey)
    label = N_("Copy {thing}", thing=thing_name(original, journey))
    return Edit(label, journey.id, changed), copy.id


def move(journey: Journey, id: str, places: int) -> Edit:
    """Move the thing ``id`` down its list by so many places (negative: up), as far as the list goes."""
    label = N_("Move {thing} in its list", thing=thing_name(_held(journey, id), journey))

    def changed(current: Journey) -> Journey:
        at = where(current, id)
        held = list(getattr(at.holder, at.field))
        target = min(max(at.position + places, 0), len(held) - 1)
        if target == at.position:
            return current
        held.insert(target, held.pop(at.position))
        return with_thing(current, at.holder.id, lambda holder: replace(holder, **{at.field: tuple(held)}))

    return Edit(label, journey.id, changed)


def remove(journey: Journey, id: str) -> Edit:
    """Take the thing ``id`` away with all that lies in it, and let go of it wherever it is referred to.

    Raises: InputError, saying what stands in the way; see ``planner.edits.referring``. An entry of the
    shared directory leaves a journey only when nothing in it names the entry any more.
    """
    label = N_("Remove {thing}", thing=thing_name(_held(journey, id), journey))

    def changed(current: Journey) -> Journey:
        going = _held(current, id)
        gone = ids_within(going)
        refuse_if_in_the_way(current, going, current)
        at = where(current, id)
        kept = tuple(one for one in getattr(at.holder, at.field) if one.id != id)
        after = with_thing(current, at.holder.id, lambda holder: replace(holder, **{at.field: kept}))
        left: Journey = without_references(after, gone)
        return replace(
            left,
            acknowledgements=tuple(one for one in left.acknowledgements if one.subject not in gone),
            extra=tuple(one for one in left.extra if gone.isdisjoint(one.pointer.split("/"))),
        )

    changed(journey)
    return Edit(label, journey.id, changed)


def ids_within(thing: Thing) -> frozenset[str]:
    """The id of a thing and of everything that lies in it, its files included."""
    return frozenset((*(one.id for one in things(thing)), *(one.id for one in attachments(thing))))


def refuse_if_in_the_way(value: Any, going: Thing, journey: Journey | None) -> None:
    """Raise InputError when something in ``value`` keeps ``going`` from being removed."""
    gone = ids_within(going)
    is_shared = isinstance(going, Place | Contact)
    blocking = [one for one in referrers(value, gone) if one.is_in_the_way or is_shared]
    if not blocking:
        return
    named = list({one.thing.id: one for one in blocking}.values())
    raise InputError(
        _refusal(going, named, journey),
        N_("Remove that first, or let it refer to something else."),
    )


def _refusal(going: Thing, named: list[Referrer], journey: Journey | None) -> Message:
    thing, first = thing_name(going, journey), named[0]
    kind, other = kind_name(type(first.thing)), thing_name(first.thing, journey)
    field = field_name(type(first.thing), first.field)
    told = N_("“{field}” of “{other}” ({kind})", field=field, other=other, kind=kind)
    if len(named) == 1:
        return N_("“{thing}” cannot be removed: it stands in {where}.", thing=thing, where=told)
    return NN_(
        "“{thing}” cannot be removed: it stands in {where} and in {count} other thing.",
        "“{thing}” cannot be removed: it stands in {where} and in {count} other things.",
        len(named) - 1,
        thing=thing,
        where=told,
    )


def where(value: Any, id: str) -> Lying:
    """Where in ``value`` the thing ``id`` lies. Raises: InputError when it lies in no list of it."""
    for holder in things(value):
        cls: Any = type(holder)
        for shape in shape_of(cls):
            if shape.kind is Kind.VALUE and shape.many and issubclass(shape.type, Thing):
                for position, one in enumerate(getattr(holder, shape.name)):
                    if one.id == id:
                        return Lying(holder, shape.name, position)
    raise _unknown(id)


def list_of_kind(holder: Any, cls: Any) -> str:
    """The field of ``holder`` (a class) in which things of ``cls`` lie. Raises: InputError for none."""
    for shape in shape_of(holder):
        if shape.kind is Kind.VALUE and shape.many and shape.type is cls:
            return shape.name
    raise InputError(
        N_("“{kind}” does not belong in “{holder}”.", kind=kind_name(cls), holder=kind_name(holder))
    )


def _held(value: Any, id: str) -> Any:
    thing = found(value, id)
    if thing is None:
        raise _unknown(id)
    return thing


def _unknown(id: str) -> InputError:
    return InputError(
        N_("What this would change is no longer in the record ({id}).", id=id),
        N_("It was removed meanwhile; undo brings it back."),
    )


def _change_label(journey: Journey, thing: Thing, fields: tuple[str, ...]) -> Message:
    name = thing_name(thing, journey)
    if len(fields) != 1:
        return N_("Change {thing}", thing=name)
    return N_("Change {field} of {thing}", field=field_name(type(thing), fields[0]), thing=name)


def _may_clash(cls: Any, shape: FieldShape) -> bool:
    """Whether a value of the field may be at odds with the rest of the journey."""
    if (cls, shape.name) in ((Course, "fractions"), (Fraction, "number"), (Fraction, "state")):
        return True
    return is_reference(cls, shape) or (shape.kind is Kind.VALUE and bool(plan(shape.type)))


def _emptied(cls: Any) -> dict[str, Any]:
    """The lists of things that a class holds, empty: what is left is its own."""
    return {
        shape.name: ()
        for shape in shape_of(cls)
        if shape.kind is Kind.VALUE and shape.many and issubclass(shape.type, Thing)
    }


def _checked(journey: Journey, thing: Thing) -> Journey:
    """``journey`` if it holds together. Raises: InputError that says where it does not."""
    wrong = next(iter(problems(journey)), None)
    if wrong is None:
        return journey
    if wrong.circle:
        raise _circular(journey, thing, wrong.circle)
    raise InputError(
        N_(
            "“{thing}” cannot be so: {path} should be {expected}.",
            thing=thing_name(thing, journey),
            path=wrong.where,
            expected=wrong.expected,
        )
    )


def _circular(journey: Journey, edited: Thing, circle: tuple[str, ...]) -> InputError:
    """That ``edited``, or else one of the ``circle``, would depend on what depends on it."""
    at = circle.index(edited.id, 1) if edited.id in circle else 1
    one, other = found(journey, circle[at]), found(journey, circle[at - 1])
    way_on = N_("Choose something else for it to depend on.")
    name = thing_name(one or edited, journey)
    if other is None or other is one:
        return InputError(N_("“{thing}” cannot depend on itself.", thing=name), way_on)
    return InputError(
        N_(
            "“{thing}” cannot depend on “{other}”, since that depends on it in turn.",
            thing=name,
            other=thing_name(other, journey),
        ),
        way_on,
    )
