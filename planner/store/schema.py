"""The tables as SQL: what a vault of this version must look like.

Migrations are written by hand and never change once released; this is what they are checked against.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from planner.store.mapping import SHARED_KINDS, all_tables, journey_table, shared_table
from planner.store.tables import Column, RowKind, Scope, Table


def record_schema() -> dict[str, str]:
    """For every table and index of the record, by name, the SQL that makes it; owners first."""
    tables = all_tables()
    schema = {table.name: create_table(table) for table in tables}
    for table in tables:
        if table.kind is RowKind.SHARED:  # "which journeys use this place?"
            (entry, *_) = table.columns
            name = f"{table.name}_by_{entry.name}"
            schema[name] = f'CREATE INDEX "{name}" ON "{table.name}" ("{entry.name}")'
    return schema


def create_table(table: Table) -> str:
    """One ``CREATE TABLE``: STRICT, clustered by its key, references checked when a transaction ends."""
    own = {column.name: column for column in table.columns}
    lines = [_definition(name, own.get(name)) for name in table.column_names]
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    lines += _foreign_keys(table)
    body = ",\n".join("  " + line for line in lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n{body}\n) STRICT, WITHOUT ROWID"


def _definition(name: str, column: Column | None) -> str:
    if column is None:
        return f"{_quoted(name)} {'INTEGER' if name == 'position' else 'TEXT'} NOT NULL"
    parts = [_quoted(name), column.codec.sql]
    if column.required:
        parts.append("NOT NULL")
    if column.codec.check:
        parts.append(f"CHECK ({column.codec.check.format(column=_quoted(name))})")
    return " ".join(parts)


def _foreign_keys(table: Table) -> list[str]:
    keys = []
    if table.in_journey:
        keys.append(_references(("journey",), "journey", ("id",)) + " ON DELETE CASCADE")
    if table.owner is not None and table.owner_column == table.owner.name != "journey":
        keys.append(_to(table, table.owner_column, (table.owner.name, "id", table.scope is Scope.JOURNEY)))
    targets = _targets(Scope.DIRECTORY if table.kind is RowKind.SHARED else table.scope)
    keys += [
        _to(table, column.name, targets[column.refers_to]) for column in table.columns if column.refers_to
    ]
    return [f"{key} DEFERRABLE INITIALLY DEFERRED" for key in keys]


_Target = tuple[str, str, bool]  # table, column, and whether it is one of the same journey


@cache
def _targets(scope: Scope) -> dict[Any, _Target]:
    """Where the id of each kind of thing leads, from a row of the directory or from one of a journey."""
    shared = (table for kind in SHARED_KINDS for table in shared_table(kind).with_below())
    targets: dict[Any, _Target] = {
        table.cls: (table.name, "id", False) for table in shared if table.kind is RowKind.THING
    }
    if scope is Scope.JOURNEY:
        for table in journey_table().below():
            if table.kind is RowKind.THING:
                targets[table.cls] = (table.name, "id", True)
            elif table.kind is RowKind.SHARED:
                targets[table.cls] = (table.name, table.columns[0].name, True)
    return targets


def _to(table: Table, column: str, target: _Target) -> str:
    name, target_column, same_journey = target
    if not same_journey:
        return _references((column,), name, (target_column,))
    journey = "journey" if table.in_journey else "id"
    return _references((journey, column), name, ("journey", target_column))


def _references(columns: tuple[str, ...], target: str, target_columns: tuple[str, ...]) -> str:
    return f"FOREIGN KEY ({_names(columns)}) REFERENCES {_quoted(target)} ({_names(target_columns)})"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    return f'"{name}"'
