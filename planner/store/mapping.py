"""Which table and column each part of the record lies in, derived once from the dataclasses themselves.

- Each kind of thing has a table named after it (``visa_step``). What belongs to a journey is keyed by
  ``(journey, id)``, so that one journey lies together on few pages; the shared entries by ``id`` alone.
- A value inside a thing (``When``, ``Money``, ``Booking`` …) is flattened into columns named by its path:
  ``departs_zone``, ``booking_cost_amount``. One that could not be told from nothing is a JSON column.
- A list of things is the table of their kind; a list of values or of ids is a table of its own
  (``leg_seats``, ``stay_travellers``); a list of plain values or of texts is a JSON column.
- A field typed with the id of a thing is a foreign key. Within a journey it leads to a thing of the same
  journey, and to a place or contact by way of the list of those the journey uses.

No field is known here by its name, save those that every thing has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.shape import FieldShape, Kind, classes_within, has_id, id_type, shape_of
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.store.columns import Codec, json_codec, plain_codec
from planner.store.tables import OWN_FROM, Build, Column, Lists, Row, RowKind, Scope, Table

SHARED_KINDS: tuple[Any, ...] = (Agency, Place, Contact)

_Read = Callable[[Any], Any]  # takes a field's value from the object a row is made of
_Plan = Callable[[Row, Lists], Any]


@cache
def journey_table() -> Table:
    """The root of what belongs to one journey."""
    return _root(Journey, Scope.JOURNEY)


@cache
def shared_table(kind: Any) -> Table:
    """The root of one kind of shared entry."""
    return _root(kind, Scope.DIRECTORY)


def all_tables() -> list[Table]:
    """Every table of the record once, owners before what they own. The tables of attachments are shared by
    every owner."""
    ordered: dict[str, Table] = {}
    for root in (*(shared_table(kind) for kind in SHARED_KINDS), journey_table()):
        for table in root.with_below():
            ordered.setdefault(table.name, table)
    return list(ordered.values())


@cache
def thing_of_id(new_type: Any) -> Any:
    """The kind of thing that ids of ``new_type`` name."""
    roots = (Journey, *SHARED_KINDS)
    return next(kind for root in roots for kind in classes_within(root) if id_type(kind) is new_type)


def _root(cls: Any, scope: Scope) -> Table:
    table = Table(_snake(cls.__name__), RowKind.THING, scope, cls)
    _derive(table)
    return table


def _derive(table: Table) -> None:
    """Give ``table`` its columns, its child tables and its way back to an object."""
    plans = _Deriving(table).plans_of(table.cls, None, "")
    table.build = Build(table.cls, tuple(plans))


class _Deriving:
    """Walks one class and the values flattened into it, filling one table."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def plans_of(
        self, cls: Any, read: _Read | None, prefix: str, *, optional: bool = False
    ) -> list[tuple[str, _Plan]]:
        return [
            (field.name, self.plan(field, _reads(read, field.name), prefix + field.name, optional))
            for field in shape_of(cls)
        ]

    def plan(self, field: FieldShape, read: _Read, name: str, optional: bool) -> _Plan:
        """Add whatever holds one field; ``optional`` when a value above it may be missing."""
        nullable = field.optional or optional
        if field.kind is Kind.ID:
            return lambda row, lists: row[0]
        if field.many is tuple and (child := self.list_table(field, read, name)) is not None:
            return _list_plan(child)
        if field.type in SHARED_KINDS:
            return self.shared_entry(field, read, name)
        if codec := plain_codec(field):
            refers_to = thing_of_id(field.type) if field.kind is Kind.REFERENCE else None
            return self.column(name, codec, read, nullable, refers_to)
        if field.kind is Kind.VALUE and field.many is None and (not nullable or _always_there(field.type)):
            return self.flattened(field.type, read, name, nullable)
        return self.column(name, json_codec(field), read, nullable)

    def column(self, name: str, codec: Codec, read: _Read, nullable: bool, refers_to: Any = None) -> _Plan:
        index = OWN_FROM + len(self.table.columns)
        self.table.columns.append(Column(name, codec, not nullable, read, refers_to))
        decode = codec.decode
        if decode is None:
            return lambda row, lists: row[index]
        return lambda row, lists: None if row[index] is None else decode(row[index])

    def flattened(self, cls: Any, read: _Read, name: str, nullable: bool) -> _Plan:
        first = len(self.table.columns)
        build = Build(cls, tuple(self.plans_of(cls, read, name + "_", optional=nullable)))
        if not nullable:
            return build
        required = {f"{name}_{own}" for own in _always_there(cls)}
        sign = next(
            OWN_FROM + index
            for index, column in enumerate(self.table.columns)
            if index >= first and column.name in required
        )
        return lambda row, lists: None if row[sign] is None else build(row, lists)

    def shared_entry(self, field: FieldShape, read: _Read, name: str) -> _Plan:
        index = OWN_FROM + len(self.table.columns)
        self.table.columns.append(Column(name, Codec("TEXT"), True, _reads(read, "id"), field.type))
        shared = _snake(field.type.__name__)
        return lambda row, lists: lists[shared][str(row[index])][0]

    def list_table(self, field: FieldShape, read: _Read, name: str) -> Table | None:
        """The table for a list of things, values or ids; ``None`` when the list is a column."""
        table, item = self.table, field.type
        values = table.kind is RowKind.THING  # lists within a row of a list stay in that row
        if item is Attachment:
            prefix = "" if table.scope is Scope.JOURNEY else "shared_"
            child = Table(prefix + "attachment", RowKind.THING, table.scope, item, owner_column="owner")
            child.owner_prefix = f"{table.name}/"
        elif item in SHARED_KINDS and table.scope is Scope.JOURNEY:
            entry = Column(_snake(item.__name__), Codec("TEXT"), True, attrgetter("id"), item)
            child = Table(f"{table.name}_{name}", RowKind.SHARED, table.scope, item, columns=[entry])
        elif field.kind is Kind.VALUE and has_id(item):
            child = Table(_snake(item.__name__), RowKind.THING, table.scope, item)
        elif field.kind is Kind.REFERENCE and values:
            target = thing_of_id(item)
            own = Column(_snake(target.__name__), Codec("TEXT"), True, lambda item: item, target)
            child = Table(f"{table.name}_{name}", RowKind.ID, table.scope, item, columns=[own])
        elif field.kind is Kind.VALUE and item is not Text and values:
            child = Table(f"{table.name}_{name}", RowKind.VALUE, table.scope, item)
        else:
            return None
        child.owner = table
        child.owner_column = child.owner_column or table.name
        child.items = _list_reader(read)
        if child.kind in (RowKind.THING, RowKind.VALUE):
            _derive(child)
        table.children.append(child)
        return child


def _list_plan(child: Table) -> _Plan:
    name, prefix = child.name, child.owner_prefix
    if child.kind is not RowKind.SHARED:
        return lambda row, lists: tuple(lists[name].get(f"{prefix}{row[0]}", ()))
    shared = _snake(child.cls.__name__)
    return lambda row, lists: tuple(lists[shared][entry][0] for entry in lists[name].get(str(row[0]), ()))


def _always_there(cls: Any) -> list[str]:
    """The fields of a value that are one column and never null while the value is there."""
    return [field.name for field in shape_of(cls) if not field.optional and plain_codec(field)]


def _reads(read: _Read | None, name: str) -> _Read:
    if read is None:
        return attrgetter(name)
    return lambda source: None if (value := read(source)) is None else getattr(value, name)


def _list_reader(read: _Read) -> Callable[[Any], tuple[Any, ...]]:
    return lambda source: read(source) or ()


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
