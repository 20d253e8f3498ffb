"""Rows back into the record: one SELECT per table, then objects from the inside out."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from planner.record.journey import Journey
from planner.store.mapping import SHARED_KINDS, journey_table, shared_table
from planner.store.tables import Lists, Row, RowKind, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

Entries = Callable[[Any, Collection[str]], Mapping[str, Any]]
"""Finds shared entries of one kind by their ids."""


def read_journey(db: Database, journey_id: str, entries: Entries) -> Journey | None:
    """The journey with the shared entries it uses, or ``None`` when the vault has none with that id."""
    root = journey_table()
    head = _rows(db, root, ' WHERE "id" = ?', journey_id)
    if not head:
        return None
    lists: Lists = {}
    for table in _once(root.below()):
        _make(table, _rows(db, table, ' WHERE "journey" = ?', journey_id), lists)
    for kind, ids in _entries_used(root, head[0], lists).items():
        lists[shared_table(kind).name] = {key: [entry] for key, entry in entries(kind, ids).items()}
    assert root.build is not None
    journey: Journey = root.build(head[0], lists)
    return journey


def read_entries(db: Database, kind: Any, ids: Collection[str] | None = None) -> dict[str, Any]:
    """Shared entries of one kind by id, in the order of their ids; all of them unless ``ids`` names some."""
    root = shared_table(kind)
    where = "" if ids is None else ' WHERE "id" IN (SELECT value FROM json_each(?))'
    rows = {root.name: _rows(db, root, where, *([] if ids is None else [_json(ids)]), order='"id"')}
    tables = _once(root.below())
    owners = _owners(root, rows[root.name])
    for table in sorted(tables, key=lambda table: table.owner_column == "owner"):
        # Attachments come last: by then every thing that may own some is known.
        where = f' WHERE "{table.owner_column}" IN (SELECT value FROM json_each(?))'
        rows[table.name] = _rows(db, table, where, _json(owners))
        if table.kind is RowKind.THING:
            owners.update(_owners(table, rows[table.name]))
    lists: Lists = {}
    for table in tables:
        _make(table, rows[table.name], lists)
    assert root.build is not None
    return {str(row[0]): root.build(row, lists) for row in rows[root.name]}


def _owners(table: Table, rows: list[Row]) -> set[str]:
    """What rows of other tables may name as their owner."""
    prefixes = {child.owner_prefix for child in table.children}
    return {f"{prefix}{row[0]}" for prefix in prefixes for row in rows}


def _entries_used(root: Table, head: Row, lists: Lists) -> dict[Any, set[str]]:
    used: dict[Any, set[str]] = {}
    for value, column in zip(head[2:], root.columns, strict=True):
        if column.refers_to in SHARED_KINDS and value is not None:
            used.setdefault(column.refers_to, set()).add(str(value))
    for table in root.children:
        if table.kind is RowKind.SHARED:
            used.setdefault(table.cls, set()).update(lists[table.name].get(str(head[0]), ()))
    return used


def _make(table: Table, rows: list[Row], lists: Lists) -> None:
    """Make the objects of one table, grouped by owner."""
    by_owner: dict[str, list[Any]] = {}
    build = table.build
    for row in rows:
        item = row[2] if build is None else build(row, lists)
        by_owner.setdefault(str(row[1]), []).append(item)
    lists[table.name] = by_owner


def _rows(db: Database, table: Table, where: str, *values: str, order: str = '"position"') -> list[Row]:
    # Straight to the connection: Database.execute watches for writes to commit, which a read needs not.
    rows: list[Row] = db.conn.execute(f"{_select(table)}{where} ORDER BY {order}", values).fetchall()
    return rows


@cache
def _select(table: Table) -> str:
    owner = table.owner_column or "id"
    first = "id" if table.kind is RowKind.THING else owner
    columns = ", ".join(f'"{name}"' for name in (first, owner, *(column.name for column in table.columns)))
    return f'SELECT {columns} FROM "{table.name}"'


def _once(tables: Iterable[Table]) -> list[Table]:
    """Each table once: every thing has attachments, and they share a table."""
    return list({table.name: table for table in tables}.values())


def _json(ids: Collection[str]) -> str:
    return json.dumps(list(ids))
