"""What to write so that the rows of an old value become those of a new one, and nothing else.

The two values are walked side by side. What is the same object in both is not looked into: an edit shares
everything it did not change, so the work is that of the edit, not of the journey.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planner.errors import InputError
from planner.message import N_
from planner.store.columns import SqlValue
from planner.store.tables import RowKind, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

Key = tuple[SqlValue, ...]


@dataclass(slots=True)
class RowDifferences:
    """Rows to delete, change and insert, in that order: a thing that changes its owner is both."""

    deletes: list[tuple[Table, Key]] = field(default_factory=list)
    updates: list[tuple[Table, Key, dict[str, SqlValue]]] = field(default_factory=list)
    inserts: list[tuple[Table, dict[str, SqlValue]]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.deletes) + len(self.updates) + len(self.inserts)

    def add(self, table: Table, old: Any, new: Any, journey_id: str = "") -> None:
        """Add the differences of one root: a journey or a shared entry. ``None`` when it is not there."""
        self._object(table, journey_id, _At("", 0, old), _At("", 0, new))

    def write(self, db: Database) -> None:
        """Write them; inside ``db.atomic()``."""
        for table, key in self.deletes:
            where = " AND ".join(f'"{name}" = ?' for name in table.key)
            db.execute(f'DELETE FROM "{table.name}" WHERE {where}', key)
        for table, key, values in self.updates:
            assignments = ", ".join(f'"{name}" = ?' for name in values)
            where = " AND ".join(f'"{name}" = ?' for name in table.key)
            db.execute(f'UPDATE "{table.name}" SET {assignments} WHERE {where}', (*values.values(), *key))
        for table, values in self.inserts:
            columns = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join("?" * len(values))
            db.execute(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', tuple(values.values()))

    def _object(self, table: Table, journey_id: str, old: _At, new: _At) -> None:
        if old.is_same(new):
            return
        self._row(table, journey_id, old, new)
        if old.item is new.item or table.kind is RowKind.SHARED:
            return
        for child in table.children:
            was = () if old.item is None else child.items(old.item)
            now = () if new.item is None else child.items(new.item)
            if was is not now:
                owner = (new if old.item is None else old).item
                self._list(child, journey_id, child.owner_prefix + owner.id, was, now)

    def _list(
        self, table: Table, journey_id: str, owner: str, was: tuple[Any, ...], now: tuple[Any, ...]
    ) -> None:
        missing = _At(owner, 0, None)
        olds, news = (_by_identity(table, owner, items) for items in (was, now))
        for identity, old in olds.items():
            self._object(table, journey_id, old, news.get(identity, missing))
        for identity, new in news.items():
            if identity not in olds:
                self._object(table, journey_id, missing, new)

    def _row(self, table: Table, journey_id: str, old: _At, new: _At) -> None:
        if new.item is None:
            values = _values(table, journey_id, old, only_key=True)
            self.deletes.append((table, tuple(values[name] for name in table.key)))
            return
        values = _values(table, journey_id, new)
        if old.item is None:
            self.inserts.append((table, values))
            return
        before = _values(table, journey_id, old)
        changed = {name: value for name, value in values.items() if value != before[name]}
        if changed:
            self.updates.append((table, tuple(values[name] for name in table.key), changed))


@dataclass(frozen=True, slots=True, eq=False)
class _At:
    """An item and its place: its owner's id and its position there."""

    owner: str
    position: int
    item: Any

    def is_same(self, other: _At) -> bool:
        """Whether it is the very same object in the same place, or nothing both times."""
        here, there = (self.owner, self.position), (other.owner, other.position)
        return self.item is other.item and (self.item is None or here == there)


def _by_identity(table: Table, owner: str, items: tuple[Any, ...]) -> dict[Any, _At]:
    """Things by id, values and ids by position."""
    if table.kind in (RowKind.VALUE, RowKind.ID):
        return {position: _At(owner, position, item) for position, item in enumerate(items)}
    found = {item.id: _At(owner, position, item) for position, item in enumerate(items)}
    if len(found) != len(items):
        raise same_id_twice(
            next(item.id for position, item in enumerate(items) if found[item.id].position != position)
        )
    return found


def same_id_twice(thing_id: str) -> InputError:
    """What to say when two things of one journey claim to be the same."""
    return InputError(
        N_("Two things of this journey have the same id “{id}”; each must have its own.", id=thing_id)
    )


def _values(table: Table, journey_id: str, at: _At, *, only_key: bool = False) -> dict[str, SqlValue]:
    values: dict[str, SqlValue] = {"journey": journey_id} if table.in_journey else {}
    if table.kind is RowKind.THING:
        values["id"] = at.item.id
    if table.owner is not None:
        values.setdefault(table.owner_column, at.owner)
        values["position"] = at.position
    if only_key and table.kind is not RowKind.SHARED:
        return values
    for column in table.columns:
        values[column.name] = column.value(at.item)
    return values
