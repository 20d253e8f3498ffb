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
        (5, "already open"),
        (6, "already open"),
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


def test_what_sqlite_calls_read_only_is_told_by_what_it_really_is(tmp_path, monkeypatch):
    read_only = OperationalError("attempt to write a readonly database")
    read_only.sqlite_errorcode = 8

    def told(folder: Path) -> str:
        with pytest.raises(StoreError) as error, told_plainly(folder):
            raise read_only
        return str(error.value.message)

    assert "can no longer be read and written" in told(tmp_path / "moved away")
    (tmp_path / "record.db").touch()
    assert "is damaged" in told(tmp_path), "it may be written, so a page of it was bad"
    monkeypatch.setattr("planner.store.failures.os.access", lambda *_: False)
    assert "cannot be written to" in told(tmp_path)
