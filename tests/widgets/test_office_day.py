"""In the evening at an office in Zurich it is tomorrow in China: what is due today is late nowhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from planner.edits.directory import change_entry
from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import TaskId
from planner.record.journey import Journey
from planner.record.task import Task
from planner.record.text import Text
from planner.session import Session
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.sections import OF_THE_OFFICE, SECTIONS
from ui.journey.timeline.timeline_view import TimelineView
from ui.shell.error_presenter import ErrorPresenter

EVENING = dt.datetime(2027, 4, 14, 18, 30, tzinfo=dt.UTC)  # 20:30 in Zurich, 02:30 on the 15th in China
TODAY = dt.date(2027, 4, 14)


@pytest.fixture
def zurich(request: pytest.FixtureRequest) -> Session:
    session: Session = request.getfixturevalue("sample")
    agency = session.directory().agency
    assert agency is not None
    session.run(change_entry(session.directory(), agency.id, {"zone": "Europe/Zurich"}))

    def change(journey: Journey) -> Journey:
        task = Task(id=TaskId("due"), title=Text({"en": "Ring the hotel"}), due_on=TODAY)
        return replace(journey, tasks=(*journey.tasks, task))

    session.run(Edit(N_("Change"), session.journey_ids()[0], change))
    return session


@pytest.mark.parametrize(("hours", "late"), [(0, False), (4, True)])
def test_the_timeline_calls_late_what_is_over_at_the_office(
    desk: Desk, zurich: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, hours: int, late: bool
) -> None:
    monkeypatch.setattr(zurich, "_clock", lambda: EVENING + dt.timedelta(hours=hours))
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = TimelineView(desk, zurich, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(view)
    view.resize(1280, 620)
    view.show()
    view.show_journey(zurich.journey("sample"))
    mark = view.canvas.timeline.mark("due")
    assert mark is not None
    assert view.canvas.words is not None
    said = view.canvas.words.spoken(mark, (), view.canvas.at_office)
    assert ("late" in said.casefold()) is late
    codes = {one.code for one in zurich.findings("sample") if one.subject.id == "due"}
    assert ("task.overdue" in codes) is late
    assert any(one.content.subject.id == "due" for one in zurich.caseload.agenda().overdue) is late


def test_every_section_of_what_the_office_does_is_one_there_is() -> None:
    assert {section.key for section in SECTIONS} >= OF_THE_OFFICE
