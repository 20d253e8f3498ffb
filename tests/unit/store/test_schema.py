"""The schema that migrations make is the one the dataclasses want; a change of either alone fails here."""

from __future__ import annotations

import re

import pytest
import sqlcipher3
from sqlite_utils import Database

from planner.store.migrations import record_migrations
from planner.store.migrations.rebuild import rebuild_table
from planner.store.schema import record_schema


@pytest.fixture
def migrated():
    """A database without encryption that every migration has been applied to."""
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    record_migrations().apply(db := Database(connection, execute_plugins=False))
    yield db
    connection.close()


def described(db: Database, table: str) -> dict[str, object]:
    """What a table is, whatever the order in which migrations gave it its columns."""
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    foreign_keys: dict[int, list[tuple[object, ...]]] = {}
    for key in db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
        foreign_keys.setdefault(key[0], []).append(tuple(key[1:]))
    return {
        "columns": {row[1:6] for row in db.execute(f'PRAGMA table_xinfo("{table}")').fetchall()},
        "keys": sorted(foreign_keys.values(), key=repr),
        "checks": sorted(re.findall(r"CHECK \((?:[^()]|\([^()]*\))*\)", sql)),
        "deferred": sql.count("DEFERRABLE INITIALLY DEFERRED"),
        "options": re.sub(r"[\s\"]", "", sql.rsplit(")", 1)[1]),
    }


def test_the_migrations_make_what_the_dataclasses_want(migrated):
    wanted = Database(memory=True)
    for sql in record_schema().values():
        wanted.execute(sql)
    names = [name for name, sql in record_schema().items() if sql.startswith("CREATE TABLE")]
    assert len(names) > 50
    for name in names:
        assert described(migrated, name) == described(wanted, name), name
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    assert set(wanted.execute(indexes).fetchall()) <= set(migrated.execute(indexes).fetchall())
    wanted.close()


def test_every_table_of_the_record_is_strict_and_keyed(migrated):
    for name in record_schema():
        if name in migrated.table_names():
            assert described(migrated, name)["options"] == "STRICT,WITHOUTROWID"


def test_a_code_that_does_not_exist_is_refused_by_the_schema(migrated):
    with pytest.raises(sqlcipher3.IntegrityError, match="CHECK"):
        migrated.execute(
            'UPDATE "vault" SET "only" = 2',
        )
    columns = [row[1] for row in migrated.execute('PRAGMA table_xinfo("contact")').fetchall()]
    values = {column: "{}" if column in ("name", "title", "vehicle") else "" for column in columns}
    values |= {"role": "astrologer", "languages": "[]", "place": None}
    with pytest.raises(sqlcipher3.IntegrityError, match="CHECK"):
        migrated.table("contact").insert(values)


def test_rebuilding_a_table_keeps_its_rows_and_the_keys_that_lead_to_it(migrated):
    db = migrated
    db.execute("INSERT INTO stored_file (number, size_bytes) VALUES (7, 3)")
    db.execute("INSERT INTO stored_file_piece VALUES (7, 0, x'010203')")
    with db.atomic():
        rebuild_table(
            db,
            'CREATE TABLE "stored_file" (\n  "number" INTEGER PRIMARY KEY,\n  "sha256" TEXT UNIQUE,\n'
            '  "size_bytes" INTEGER NOT NULL,\n  "kind" TEXT NOT NULL\n) STRICT',
            values={"kind": "'b'"},
        )
    assert db.execute("SELECT number, sha256, size_bytes, kind FROM stored_file").fetchall() == [
        (7, None, 3, "b")
    ]
    (key,) = db.execute('PRAGMA foreign_key_list("stored_file_piece")').fetchall()
    assert key[2:5] == ("stored_file", "file", "number")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert "stored_file__new" not in db.table_names()
