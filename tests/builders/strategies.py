"""Hypothesis strategies for random valid values of the record, derived from the dataclasses themselves.

A journey is drawn in three steps: its parts with ids and with marks where ids of others belong; then parts
that must refer to a kind of thing of which there is none are left out; then each mark becomes an id. So
every reference resolves, whatever was drawn and however Hypothesis shrinks it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from planner.record.constraint import CONSTRAINTS, FIRST_DAY, LAST_DAY, Bounds, Zone
from planner.record.course import Course
from planner.record.directory import Directory
from planner.record.fraction import Fraction, FractionState
from planner.record.ids import AttachmentId
from planner.record.integrity import ANY_THING
from planner.record.journey import Extra, Journey
from planner.record.shape import FieldShape, Kind, has_id, id_type, shape_of
from planner.record.text import Text
from planner.record.tie import Anchor, Tie
from planner.record.when import When
from tests.builders.specimens import (
    CODES,
    COUNTRIES,
    CURRENCIES,
    DAYS,
    LOCALES,
    NAMES,
    TIMES,
    WORDS,
    ZONES,
)

_T = TypeVar("_T")

_WORDS_OF = {
    "en": [english for english, _ in WORDS],
    "zh_CN": [chinese for _, chinese in WORDS],
    "": [*(given for _, given, _ in NAMES), "кир", "عربي", ""],
}
_ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_CODE_SAMPLES = {
    "locale": st.sampled_from(LOCALES),
    "country": st.sampled_from(("", *COUNTRIES)),
    "currency": st.sampled_from(CURRENCIES),
    "sha256": st.binary(min_size=32, max_size=32).map(bytes.hex),
}
#: How long a list is that was chosen to be there: not empty, unless that is not what it is by default.
_SOME, _ANY_NUMBER = st.integers(1, 2), st.integers(0, 2)


def dates() -> SearchStrategy[dt.date]:
    """Days that a record may hold, often those on which something turns."""
    return st.sampled_from(DAYS) | st.dates(FIRST_DAY, LAST_DAY)


def times() -> SearchStrategy[dt.time]:
    """Times of day without a zone, to the second, often those that clocks skip or repeat."""
    return st.sampled_from(TIMES) | st.times().map(lambda time: time.replace(microsecond=0))


def texts() -> SearchStrategy[Text]:
    """Texts in no, one or several languages, reviewed or not."""
    return _texts()


@st.composite
def _texts(draw: DrawFn) -> Text:
    locales = draw(st.sampled_from(((), ("en",), ("en", "zh_CN"), ("zh_CN",), ("mi", "en", "zh_Hant_TW"))))
    if not locales:
        return Text()
    samples = {at: st.sampled_from(_WORDS_OF.get(at, WORDS[0])) | _ANY_TEXT for at in locales}
    wording = {at: draw(samples[at]) for at in locales}
    return Text(wording, draw(st.sampled_from(locales)), frozenset(draw(st.sampled_from(((), locales[1:])))))


def whens() -> SearchStrategy[When]:
    """Days with and without a time, in ordinary and odd zones."""
    return st.builds(
        When,
        date=dates(),
        time=st.none() | times(),
        zone=st.sampled_from(ZONES),
        fold=st.sampled_from((0, 0, 0, 1)),
    )


@dataclass(slots=True)
class _Node:
    """A dataclass being drawn: what its fields will hold, ``_Mark`` where ids of others belong."""

    cls: type
    held: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A reference to be: the ``number``-th, counted round, of the ids that fit."""

    number: int


#: What a mark becomes when nothing fits: the field is left out.
_NOBODY = object()


@cache
def _scalar(cls: type, shape: FieldShape) -> SearchStrategy[Any]:
    """One value of a field that holds neither an id nor a dataclass of the record."""
    rule = CONSTRAINTS.get((cls, shape.name))
    if isinstance(rule, Bounds) and shape.kind is Kind.DECIMAL:
        return st.decimals(max(rule.low, -rule.high), rule.high, allow_nan=False, places=min(rule.places, 3))
    if isinstance(rule, Bounds):
        low, high = int(rule.low), int(rule.high)
        return st.integers(low, min(high, low + 12)) | st.sampled_from((low, high))
    if isinstance(rule, Zone):
        return st.sampled_from((*ZONES, "") if rule.blank else ZONES)
    if rule is not None:
        return _CODE_SAMPLES[rule.name]
    if shape.kind is Kind.TEXT:
        return st.sampled_from(CODES) | st.sampled_from([word for name in NAMES for word in name]) | _ANY_TEXT
    if shape.kind is Kind.CHOICE:
        return st.sampled_from(list(shape.type))
    return {Kind.TRUTH: st.booleans(), Kind.DATE: dates(), Kind.TIME: times()}[shape.kind]


def _draw_one(draw: DrawFn, cls: type, shape: FieldShape, skipped: frozenset[type]) -> Any:
    if shape.kind is Kind.REFERENCE or (cls, shape.name) in ANY_THING:
        return _Mark(draw(st.integers(0, 12)))
    if shape.type is Text:
        return draw(texts())
    if shape.type is When:
        return draw(whens())
    if shape.kind is Kind.VALUE:
        return _draw_node(draw, shape.type, skipped)
    return draw(_scalar(cls, shape))


@cache
def _bits(count: int) -> SearchStrategy[bytes]:
    """A bit for each of ``count`` choices in one draw; one by one they would fill Hypothesis's buffer."""
    size = -(-count // 8)
    return st.binary(min_size=size, max_size=size)


def _draw_node(draw: DrawFn, cls: type, skipped: frozenset[type]) -> _Node:
    """A value of ``cls``: what it must have, and any of what it may have, least first."""
    shapes = [shape for shape in shape_of(cls) if shape.type not in skipped and shape.kind is not Kind.ID]
    may = [shape for shape in shapes if not shape.required]
    chosen = int.from_bytes(draw(_bits(len(may))))
    node = _Node(cls)
    for shape in shapes:
        if not shape.required and not chosen >> may.index(shape) & 1:
            continue
        if shape.many is None:
            node.held[shape.name] = _draw_one(draw, cls, shape, skipped)
        else:
            count = range(draw(_SOME if not shape.default else _ANY_NUMBER))
            node.held[shape.name] = [_draw_one(draw, cls, shape, skipped) for _ in count]
    return node


def _nodes(node: _Node) -> Iterator[_Node]:
    """``node`` and every node it holds, outermost first."""
    yield node
    for held in node.held.values():
        for one in held if isinstance(held, list) else (held,):
            if isinstance(one, _Node):
                yield from _nodes(one)


def _stands(node: _Node, given: dict[Any, list[str]]) -> bool:
    """Whether there is something for each reference that ``node`` must have."""
    return all(
        shape.kind is not Kind.REFERENCE or not shape.required or given.get(shape.type)
        for shape in shape_of(node.cls)
    )


def _prune(node: _Node, given: dict[Any, list[str]]) -> bool:
    """Leave out the parts of ``node`` that do not stand; whether there were any."""
    pruned = False
    for name, held in list(node.held.items()):
        if isinstance(held, list):
            node.held[name] = [one for one in held if not isinstance(one, _Node) or _stands(one, given)]
            pruned |= len(held) != len(node.held[name])
        elif isinstance(held, _Node) and not _stands(held, given):
            del node.held[name]
            pruned = True
    return pruned


def _give_ids(root: _Node, id_of: Callable[[int], str]) -> dict[Any, list[str]]:
    """Give each thing its id, in the order of the record; all of them by their type."""
    given: dict[Any, list[str]] = {}
    for number, node in enumerate(node for node in _nodes(root) if has_id(node.cls)):
        node.held["id"] = id_of(number)
        given.setdefault(id_type(node.cls), []).append(node.held["id"])
    return given


class _Resolver:
    """Turns nodes into values. A mark becomes an id; where circles could close, of something further up."""

    def __init__(self, given: dict[Any, list[str]]) -> None:
        self.given = given
        self.so_far: dict[Any, list[str]] = {}

    def value(self, node: _Node, owner: _Node) -> Any:
        if "id" in node.held:
            owner = node
        held = {
            name: self.field(shape, node.held[name], owner)
            for name, shape in ((shape.name, shape) for shape in shape_of(node.cls))
            if name in node.held
        }
        if "id" in node.held:
            self.so_far.setdefault(id_type(node.cls), []).append(node.held["id"])
        held = {name: one for name, one in held.items() if one is not _NOBODY}
        return _mended(node.cls(**held))

    def field(self, shape: FieldShape, held: Any, owner: _Node) -> Any:
        if shape.many is None:
            return self.one(shape, held, owner)
        items = (self.one(shape, one, owner) for one in held)
        return shape.many(dict.fromkeys(one for one in items if one is not _NOBODY))

    def one(self, shape: FieldShape, held: Any, owner: _Node) -> Any:
        if isinstance(held, _Node):
            return self.value(held, owner)
        if not isinstance(held, _Mark):
            return held
        fitting = self.fitting(shape, owner)
        return fitting[held.number % len(fitting)] if fitting else _NOBODY

    def fitting(self, shape: FieldShape, owner: _Node) -> list[str]:
        if shape.kind is not Kind.REFERENCE:
            return [one for ids in self.so_far.values() for one in ids]
        if shape.type is AttachmentId:
            return [node.held["id"] for node in owner.held.get("attachments", ())]
        if shape.type is id_type(owner.cls):
            return self.so_far.get(shape.type, [])
        return self.given.get(shape.type, [])


def _mended(value: Any) -> Any:
    """``value`` with what ties its own fields together put right."""
    match value:
        case Tie(anchor=Anchor.THING, thing=None):
            return replace(value, anchor=Anchor.OPENED)
        case Tie(anchor=Anchor.FRACTION, number=None):
            return replace(value, number=1)
        case Course():
            return replace(value, fractions=tuple(_numbered_once(value.fractions)))
    return value


def _numbered_once(fractions: Iterable[Fraction]) -> Iterator[Fraction]:
    standing: set[int] = set()
    for one in fractions:
        yield replace(one, state=FractionState.MISSED) if one.stands and one.number in standing else one
        if one.stands:
            standing.add(one.number)


_ID_STYLES: tuple[Callable[[int], str], ...] = (
    lambda n: f"t{n}",
    lambda n: f"01hx{n:022d}",
    lambda n: f"A-readable_id-{n}",
    lambda n: f"{n:x}".rjust(64, "Z"),
)


def _draw_root(draw: DrawFn, cls: type[_T], ids: str, skipped: frozenset[type] = frozenset()) -> _T:
    root = _draw_node(draw, cls, skipped)
    style = draw(st.sampled_from(_ID_STYLES)) if not ids else lambda n: f"{ids}{n}"
    given = _give_ids(root, style)
    while any([_prune(node, given) for node in list(_nodes(root))]):
        given = _give_ids(root, style)
    value: _T = _Resolver(given).value(root, root)
    return value


def journeys(*, ids: str = "", extras: bool = False) -> SearchStrategy[Journey]:
    """Random valid journeys, from nearly empty to full: every reference resolves, no two ids are equal.

    ``ids`` begins every id, to draw several journeys whose things are told apart. ``extras`` also draws
    fields of a journey file that this version does not know.
    """
    return _journeys(ids, extras)


@st.composite
def _journeys(draw: DrawFn, ids: str, extras: bool) -> Journey:
    journey = _draw_root(draw, Journey, ids, frozenset({Extra}))
    return replace(journey, extra=draw(_extras(journey))) if extras else journey


def directories(*, ids: str = "") -> SearchStrategy[Directory]:
    """Random valid directories of an agency, places and contacts. ``ids`` begins every id."""
    return st.composite(lambda draw: _draw_root(draw, Directory, ids))()


def _extras(journey: Journey) -> SearchStrategy[tuple[Extra, ...]]:
    """Unknown fields of the file, the journey, its agency and the things of its lists."""
    owners = ["/", "", "agency/"]
    for shape in shape_of(Journey):
        if shape.many and shape.kind is Kind.VALUE and shape.type is not Extra:
            owners += [f"{shape.name}/{thing.id}/" for thing in getattr(journey, shape.name)]
    values = st.sampled_from(("1", "-2.50", '"later 以后"', "null", '{"a":[1,{"b":true}],"c":{}}', "[]"))
    names = st.sampled_from(("x_future", "新字段", "a~1b", " "))
    one = st.builds(lambda owner, name, json: (owner + name, json), st.sampled_from(owners), names, values)
    return st.lists(one, max_size=4).map(
        lambda found: tuple(
            Extra(pointer=pointer, json=json) for pointer, json in sorted(dict(found).items())
        )
    )
