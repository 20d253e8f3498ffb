"""Whether a journey holds together: ids, references, zones, codes, bounds, numbering.

What it asks is what the rest of the program takes for granted. Oddities that a person may well enter, such as
a departure before an arrival, are no business of this module; the rules find those.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from planner.message import N_, Message
from planner.record.constraint import CONSTRAINTS, ID, day_expected, text_expected
from planner.record.course import Course
from planner.record.document import Document
from planner.record.ids import AttachmentId
from planner.record.journey import Journey
from planner.record.problem import Problem
from planner.record.shape import FieldShape, Kind, file_fields, has_id, id_type
from planner.record.task import Task
from planner.record.thing import Thing
from planner.record.tie import Anchor, Tie

_Path = tuple[str | int, ...]
_Expect = Callable[[Any], Message | None]

#: Fields that name any thing of the journey by its id, whatever kind it is.
ANY_THING: frozenset[tuple[type, str]] = frozenset(
    {(Document, "needed_for"), (Task, "about"), (Tie, "thing")}
)


def problems(journey: Journey) -> tuple[Problem, ...]:
    """Everything that keeps ``journey`` from holding together, in the record's order; empty if it does."""
    survey = _Survey()
    survey.visit(journey, ("journey",), None)
    if survey.ids_in_doubt:
        return tuple(survey.found)  # where references lead cannot be said
    circles = (problem for edges in survey.edges.values() for problem in _circles(edges))
    return (*survey.found, *survey.dangling(), *circles)


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference met on the way: ``kind`` is the type of id, ``None`` for any thing."""

    path: _Path
    id: str
    kind: Any
    owner: Thing | None


@dataclass(frozen=True, slots=True)
class _Edge:
    """The thing ``start`` depends on the thing ``end``, as ``path`` says."""

    path: _Path
    start: str
    end: str


@dataclass(slots=True)
class _Survey:
    """One walk over a journey, collecting ids and references."""

    found: list[Problem] = field(default_factory=list)
    ids: dict[str, Any] = field(default_factory=dict)  # id → its type
    ids_in_doubt: bool = False
    references: list[_Reference] = field(default_factory=list)
    edges: dict[str, list[_Edge]] = field(default_factory=dict)

    def visit(self, value: Any, path: _Path, owner: Thing | None) -> None:
        if isinstance(value, Thing):
            owner = value
        cls: Any = type(value)
        for shape, expect in _plan(cls):
            held = getattr(value, shape.name)
            if held is None or (held is shape.default and not held):
                continue
            if shape.many is None:
                self.one(shape, expect, held, (*path, shape.name), owner, value)
            else:
                for position, item in enumerate(held, start=1):
                    self.one(shape, expect, item, (*path, shape.name, position), owner, value)
        self.found += _within(value, path)

    def one(
        self,
        shape: FieldShape,
        expect: _Expect | None,
        held: Any,
        path: _Path,
        owner: Thing | None,
        holder: Any,
    ) -> None:
        if shape.kind is Kind.VALUE:
            self.visit(held, path, owner)
        elif shape.kind is Kind.ID:
            self.own_id(held, path, shape.type)
        elif shape.kind is Kind.REFERENCE or (type(holder), shape.name) in ANY_THING:
            kind = shape.type if shape.kind is Kind.REFERENCE else None
            self.references.append(_Reference(path, held, kind, owner))
            if owner is not None and _depends(holder, kind):
                self.edges.setdefault(shape.name, []).append(_Edge(path, owner.id, held))
        elif expect is not None and (expected := expect(held)) is not None:
            self.found.append(Problem(path, expected))

    def own_id(self, held: str, path: _Path, kind: Any) -> None:
        expected = ID.expected(held)
        if held in self.ids:
            expected = N_("an id of its own; {id} is another thing’s", id=held)
        if expected is not None:
            self.found.append(Problem(path, expected))
            self.ids_in_doubt = True
        self.ids.setdefault(held, kind)

    def dangling(self) -> Iterator[Problem]:
        """The references that lead to nothing, or to something of another kind."""
        for one in self.references:
            if one.kind is AttachmentId:
                attached = () if one.owner is None else one.owner.attachments
                if one.id not in {attachment.id for attachment in attached}:
                    yield Problem(one.path, N_("the id of one of its own attachments"))
            elif one.id not in self.ids:
                yield Problem(one.path, _whose(one.kind))
            elif one.kind is not None and self.ids[one.id] is not one.kind:
                yield Problem(one.path, _whose(one.kind))


def _depends(holder: Any, kind: Any) -> bool:
    """Whether a reference to ``kind`` in ``holder`` makes one thing hang on another of its own sort."""
    if isinstance(holder, Tie):
        return holder.anchor is Anchor.THING and kind is None
    cls: Any = type(holder)
    return kind is not None and kind is id_type(cls)


def _whose(kind: Any) -> Message:
    if kind is None:
        return N_("the id of something in this journey")
    return N_("the id of something under {list}", list=list_of(kind))


@cache
def list_of(kind: Any) -> str:
    """Where the things with that type of id stand: ``journey › travellers › passports``."""
    waiting: list[tuple[tuple[str, ...], Any]] = [(("journey",), Journey)]
    for path, cls in waiting:
        for shape in file_fields(cls):
            if shape.kind is Kind.VALUE and has_id(shape.type):
                waiting.append(((*path, shape.name), shape.type))
                if id_type(shape.type) is kind:
                    return " › ".join(waiting[-1][0])
    raise KeyError(kind)


@cache
def _plan(cls: Any) -> tuple[tuple[FieldShape, _Expect | None], ...]:
    """The fields of ``cls`` that can be wrong, each with what to ask of one value."""
    plans = ((shape, _expectation(cls, shape)) for shape in file_fields(cls))
    inner = (Kind.VALUE, Kind.ID, Kind.REFERENCE)
    return tuple((shape, expect) for shape, expect in plans if expect is not None or shape.kind in inner)


def _expectation(cls: Any, shape: FieldShape) -> _Expect | None:
    constraint = CONSTRAINTS.get((cls, shape.name))
    if shape.kind is Kind.WORDS and constraint is not None:
        return lambda wording: _words_expected(constraint.expected, wording)
    if constraint is not None:
        return constraint.expected
    return _ANY_VALUE.get(shape.kind)


def _words_expected(locale_expected: _Expect, wording: Any) -> Message | None:
    wrong = (locale_expected(locale) or text_expected(words) for locale, words in wording.items())
    return next((message for message in wrong if message is not None), None)


def _time_expected(time: dt.time) -> Message | None:
    return None if time.tzinfo is None else N_("a time of day such as 17:00, without a zone")


_ANY_VALUE: dict[Kind, _Expect] = {
    Kind.TEXT: text_expected,
    Kind.DATE: day_expected,
    Kind.TIME: _time_expected,
}


def _within(value: Any, path: _Path) -> Iterator[Problem]:
    """What is wrong between the fields of one value."""
    match value:
        case Tie(anchor=Anchor.THING, thing=None):
            yield Problem((*path, "thing"), N_("the id of the thing that the date depends on"))
        case Tie(anchor=Anchor.FRACTION, number=None):
            yield Problem((*path, "number"), N_("the number of the fraction that the date depends on"))
        case Course(fractions=fractions):
            standing: set[int] = set()
            for position, fraction in enumerate(fractions, start=1):
                if fraction.stands and fraction.number in standing:
                    expected = N_(
                        "a number that no other session of the course gives; a missed one is “missed”"
                    )
                    yield Problem((*path, "fractions", position, "number"), expected)
                if fraction.stands:
                    standing.add(fraction.number)


def _circles(edges: Sequence[_Edge]) -> Iterator[Problem]:
    """A chain that leads back to where it began, so that nothing could follow it to an end."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for edge in edges:
        sorter.add(edge.start, edge.end)
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        links = {(end, start) for start, end in pairwise(circle)}  # each depends on the one before it
        path = next(edge.path for edge in edges if (edge.start, edge.end) in links)
        yield Problem(path, N_("something that does not depend on this thing in turn"), tuple(circle))
