"""The shape of a table that holds part of the record: its key, its columns, its way to and from an object."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Any

from planner.store.columns import Codec, SqlValue

Row = tuple[SqlValue, ...]
Lists = dict[str, dict[str, list[Any]]]
"""What the rows of other tables were made into: table → id of the owner → the owner's items, in order."""

OWN_FROM = 2  # in a row as it is read, the row's id and its owner's id come before the table's own columns


class Scope(Enum):
    """Whether rows belong to one journey or to the directory that all journeys share."""

    JOURNEY = auto()
    DIRECTORY = auto()


class RowKind(Enum):
    """What one row is."""

    THING = auto()  # a thing with an id
    VALUE = auto()  # a value without an id, known by its place in its owner's list
    ID = auto()  # the id of a thing, known by its place in its owner's list
    SHARED = auto()  # that a journey uses a shared entry, known by the entry's id


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``read`` takes its value from a row's object; ``refers_to`` is the kind an id names."""

    name: str
    codec: Codec
    required: bool
    read: Callable[[Any], Any]
    refers_to: Any = None

    def value(self, source: Any) -> SqlValue:
        """What the column holds for ``source``."""
        value: SqlValue = self.read(source)
        return value if value is None or self.codec.encode is None else self.codec.encode(value)


@dataclass(frozen=True, slots=True)
class Build:
    """Makes an object from a row: for each field, a function of the row and of the lists read before it."""

    cls: Any
    plans: tuple[tuple[str, Callable[[Row, Lists], Any]], ...]

    def __call__(self, row: Row, lists: Lists) -> Any:
        return self.cls(**{name: plan(row, lists) for name, plan in self.plans})


@dataclass(eq=False)
class Table:
    """A table. ``owner`` is the table whose rows own these rows, ``None`` for a root (journey, place …).

    ``owner_prefix`` goes before the owner's id where things of several kinds own rows of one table.
    """

    name: str
    kind: RowKind
    scope: Scope
    cls: Any
    owner: Table | None = None
    owner_column: str = ""
    owner_prefix: str = ""
    items: Callable[[Any], tuple[Any, ...]] = tuple
    columns: list[Column] = field(default_factory=list)
    children: list[Table] = field(default_factory=list)
    build: Build | None = None

    @property
    def in_journey(self) -> bool:
        """Whether a row carries the id of its journey (the row of the journey itself has it as its id)."""
        return self.scope is Scope.JOURNEY and self.owner is not None

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The primary key."""
        if self.kind is RowKind.THING:
            own: tuple[str, ...] = ("id",)
        elif self.kind is RowKind.SHARED:
            own = (self.columns[0].name,)
        else:
            own = (self.owner_column, "position")
        return ("journey", *own) if self.in_journey and own[0] != "journey" else own

    @cached_property
    def own_columns(self) -> tuple[Column, ...]:
        """The columns that hold the object itself, beside key, owner and position."""
        return tuple(column for column in self.columns if column.name not in self.key)

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """Every column in order: key, owner, position, then the object's own."""
        names = dict.fromkeys(self.key)
        if self.owner is not None:
            names |= dict.fromkeys((self.owner_column, "position"))
        return (*names, *(column.name for column in self.own_columns))

    def below(self) -> Iterator[Table]:
        """Every table below this one, each after those below it: the order in which objects are made."""
        for child in self.children:
            yield from child.below()
            yield child

    def with_below(self) -> Iterator[Table]:
        """This table and every one below it, each before those below it."""
        yield self
        for child in self.children:
            yield from child.with_below()
