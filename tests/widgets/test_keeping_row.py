"""Years that records are kept: chosen, entered with the last service, never over a decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.text import Text
from planner.session import Session
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.editing.keeper import Keeper
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.shell.settings.keeping_row import KeepingRow


@pytest.fixture
def row(desk: Desk, sample: Session, qtbot: QtBot) -> KeepingRow:
    banner, card = Banner(desk), SettingsCard(desk, N_("Safety"))
    qtbot.addWidget(banner)
    qtbot.addWidget(card)
    row = KeepingRow(desk, sample, ErrorPresenter(banner, desk.clock), card)
    row.follow()
    card.show()
    sample.run(Edit(N_("Undecided"), sample.journey("sample").id, _undecided))
    return row


def _undecided(journey):  # type: ignore[no-untyped-def]
    return replace(journey, retain_until=None, retention_reason=Text())


def test_years_chosen_are_entered_with_the_last_service_and_why(
    row: KeepingRow, sample: Session, qtbot: QtBot
) -> None:
    keeper = Keeper(sample, "sample")
    keeper.change("sample", {"last_service_on": dt.date(2027, 8, 1)})
    assert sample.journey("sample").retain_until is None
    row.years.setFocus()
    while row.years.currentData() != 10:
        qtbot.keyClick(row.years, Qt.Key.Key_Down)
    row.years.activated.emit(row.years.currentIndex())
    assert sample.retention.years == 10
    keeper.change("sample", {"last_service_on": dt.date(2028, 2, 29)})
    journey = sample.journey("sample")
    assert journey.retain_until == dt.date(2038, 2, 28)
    assert "10 years after the last service" in journey.retention_reason.in_("en")
    keeper.change("sample", {"last_service_on": dt.date(2028, 3, 1)})
    assert sample.journey("sample").retain_until == dt.date(2038, 2, 28), "somebody may have decided it"


def test_no_years_is_a_decision_for_each_journey(row: KeepingRow, sample: Session) -> None:
    sample.retention.put_years(12)
    row.follow()
    assert row.years.currentText() == "12 years"
    sample.retention.put_years(None)
    row.follow()
    assert row.years.currentText() == "Decided for each journey"
    for wrong in (0, 51):
        with pytest.raises(InputError, match="1 to 50 years"):
            sample.retention.put_years(wrong)
