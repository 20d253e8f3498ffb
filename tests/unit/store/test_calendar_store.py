"""Imported calendars: each comes back as it was, in the order of importing; a failure keeps none."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.errors import StoreError
from planner.message import N_
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind, Notice
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.vault import Vault
from tests.unit.store.conftest import NOW

NOTE = ChangeNote(at=NOW, label=N_("Import"), kind=ChangeKind.IMPORT)
CHINA = CalendarYear(
    region="CN",
    year=2027,
    trust=CalendarTrust.OFFICIAL,
    version=2,
    days=(CalendarDay(date=dt.date(2027, 2, 9), kind=DayKind.MAKEUP_WORKDAY, name="春节"),),
    notices=(Notice(number="国办发明电〔2026〕0号", issued=dt.date(2026, 11, 4)),),
    checked_on=dt.date(2026, 11, 23),
)


def test_each_comes_back_as_it_was(vault: Vault, reopened: Callable[[], Vault]) -> None:
    other = replace(CHINA, region="NZ-AUK", version=1)
    vault.calendars.keep([CHINA, other], NOTE)
    vault.calendars.keep([replace(CHINA, version=3)], NOTE)
    expected = (CHINA, other, replace(CHINA, version=3))
    assert vault.calendars.all() == expected
    vault.close()
    with reopened() as again:
        assert again.calendars.all() == expected


def test_a_failure_keeps_none(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("planner.store.change_log.ChangeLog.add", fail)
    with pytest.raises(StoreError):
        vault.calendars.keep([CHINA], NOTE)
    monkeypatch.undo()
    assert vault.calendars.all() == ()
    assert vault.log() == []
