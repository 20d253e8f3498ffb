"""Every change of the schema since the first, append only, each in a file of its own.

A released migration is never edited. To change a table beyond adding a column, rebuild it
(``planner.store.migrations.rebuild``): ``Table.transform`` of sqlite-utils keeps neither ``WITHOUT ROWID``
nor deferred keys. They run with foreign keys off, each in one transaction, after a backup.
``tests/unit/store/test_schema.py`` fails when the dataclasses want something that no migration makes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planner.store.migrations import (
    m0001_first_schema,
    m0002_imported_calendars,
    m0003_drafts,
    m0004_accountability,
    m0006_reference_reviews,
    m0007_caseload_lines,
    m0008_agency_settings,
)

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

_STEPS = (
    m0001_first_schema.first_schema,
    m0002_imported_calendars.imported_calendars,
    m0003_drafts.drafts,
    m0004_accountability.accountability,
    m0006_reference_reviews.reference_reviews,
    m0007_caseload_lines.caseload_lines,
    m0008_agency_settings.agency_settings,
)


@cache
def record_migrations() -> Migrations:
    """The migrations, in order, known to the vault by the names of their functions."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("record")
    for step in _STEPS:
        migrations()(step)
    return migrations


def newest_migration() -> str:
    """The name of the newest migration's module, such as ``m0001_first_schema``."""
    return _STEPS[-1].__module__.rpartition(".")[2]


def is_from_a_newer_program(db: Database) -> bool:
    """Whether a migration has been applied that this program does not know."""
    known = {step.__name__ for step in _STEPS}
    return any(migration.name not in known for migration in record_migrations().applied(db))
