"""The first schema: the record, its lists, its log of changes, its files and its search index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def first_schema(db: Database) -> None:
    """Create everything in an empty database."""
    script = (Path(__file__).parent / "m0001_first_schema.sql").read_text(encoding="utf-8")
    # One statement ends each line that ends in ";". Database.executescript looks for ends after every
    # character, which takes twenty times as long as creating the tables.
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
