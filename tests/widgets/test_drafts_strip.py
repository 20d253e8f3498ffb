"""Drafts say when they were typed by one clock: the agency's, as on page Today."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.directory import change_entry
from planner.record.place import Place
from planner.session import Draft, Session
from ui.desk import Desk
from ui.editing.drafts_strip import DraftsStrip
from ui.editing.keeper import Keeper
from ui.local_time import here

EVENING = dt.datetime(2027, 4, 14, 20, 30, tzinfo=dt.timezone(-dt.timedelta(hours=3)))
BEGUN = Draft(key="new", kept_at=EVENING, kind=Place.__name__)
GONE = Draft(key="gone", kept_at=EVENING)


def said(strip: DraftsStrip) -> list[str]:
    QApplication.processEvents()  # what comes to stand in view does so in a turn of its own
    return [label.text() for label in strip.findChildren(QLabel) if label.isVisibleTo(strip) and label.text()]


def test_a_draft_is_told_by_the_clock_of_the_agency(desk: Desk, qtbot: QtBot, sample: Session) -> None:
    strip = DraftsStrip(desk, lambda: Keeper(sample))
    qtbot.addWidget(strip)
    strip.show_drafts((BEGUN, GONE))
    begun, gone = said(strip)
    assert begun.startswith("Not added yet, begun at Thu 15 Apr 2027, 11:30: ")  # in Auckland
    assert gone == "Something typed at Thu 15 Apr 2027, 11:30 is not in the record yet."

    agency = sample.directory().agency
    assert agency is not None
    sample.run(change_entry(sample.directory(), agency.id, {"zone": "Europe/Zurich"}))
    strip.show_drafts((GONE,))
    assert said(strip) == ["Something typed at Thu 15 Apr 2027, 01:30 is not in the record yet."]

    sample.run(change_entry(sample.directory(), agency.id, {"zone": ""}))
    strip.show_drafts((GONE,))
    at = desk.language.speaker.datetime(here(EVENING))
    assert said(strip) == [f"Something typed at {at} is not in the record yet."]
