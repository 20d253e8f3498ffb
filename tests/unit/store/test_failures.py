"""Whatever the driver or the system says becomes one sentence, and a way on where there is one."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError, OperationalError

from planner.errors import StoreError
from planner.store.failures import told_plainly

FOLDER = Path("somewhere") / "患者 record"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (3, "cannot be written to"),
        (5, "already open"),
        (6, "already open"),
        (8, "cannot be written to"),
        (10, "can no longer be read"),
        (11, "is damaged"),
        (13, "no room left"),
        (14, "can no longer be read"),
        (26, "is damaged"),
    ],
)
def test_what_sqlite_says(code, said):
    error = OperationalError("near a patient's name: syntax error")
    error.sqlite_errorcode = code
    with pytest.raises(StoreError, match=said) as told, told_plainly(FOLDER):
        raise error
    assert "患者 record" in str(told.value.message)
    assert told.value.way_on is not None
    assert told.value.__cause__ is None
    assert "patient" not in str(told.value)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.ENOENT, "can no longer be read"),
        (errno.EIO, "can no longer be read"),
    ],
)
def test_what_the_system_says(number, said):
    with pytest.raises(StoreError, match=said), told_plainly(FOLDER):
        raise OSError(number, "in its own words")


@pytest.mark.parametrize(
    "bug", [DatabaseError("no code at all"), OSError(errno.EBADF, "not ours to explain"), ZeroDivisionError()]
)
def test_a_bug_stays_a_bug(bug):
    with pytest.raises(type(bug)) as raised, told_plainly(FOLDER):
        raise bug
    assert raised.value is bug
