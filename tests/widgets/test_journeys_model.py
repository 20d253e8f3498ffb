"""The caseload as a model: every row a summary, narrowed, ordered and replaced as Qt expects it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.record.text import Text
from planner.session import JourneySummary, Session
from ui.caseload.journeys_model import SUMMARY_ROLE, Column, JourneysModel
from ui.caseload.phases import GROUPS, PHASES, phase_order
from ui.desk import Desk


@pytest.fixture
def summaries(caseload: Session) -> list[JourneySummary]:
    return caseload.summaries()


@pytest.fixture
def model(desk: Desk, summaries: list[JourneySummary]) -> JourneysModel:
    model = JourneysModel(desk)
    model.show(summaries)
    return model


def shown(model: JourneysModel) -> list[str]:
    return [str(model.summary(row).id) for row in range(model.rowCount())]


def words(model: JourneysModel, row: int, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(model.data(model.index(row, column), role))


def test_it_is_a_good_model(model: JourneysModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_it_stays_a_good_model_through_everything_done_to_it(
    desk: Desk, summaries: list[JourneySummary], qtmodeltester: ModelTester
) -> None:
    model = JourneysModel(desk)
    qtmodeltester.check(model)
    model.show(summaries[:20])
    model.add(summaries[20:])
    model.sort(Column.PATIENT, Qt.SortOrder.DescendingOrder)
    model.narrow(ids=[str(s.id) for s in summaries[5:25]], phases=GROUPS["after"][1])
    model.sort(-1)
    model.narrow()
    model.replace(replace(summaries[3], patient_name="ANOTHER Name"))
    model.replace(replace(summaries[3], id="new"))
    model.remove(str(summaries[4].id))
    desk.language.choose("zh_CN")
    qtmodeltester.check(model)


def test_a_cell_says_more_to_a_screen_reader_than_on_its_first_line(model: JourneysModel) -> None:
    summary = model.summary(0)
    assert words(model, 0, Column.PATIENT) == summary.patient_name
    whole = words(model, 0, Column.PATIENT, Qt.ItemDataRole.AccessibleTextRole)
    assert summary.patient_name_hanzi in whole
    assert summary.reference in whole
    assert model.data(model.index(0, 0), SUMMARY_ROLE) is summary


def test_a_search_keeps_its_own_order(model: JourneysModel) -> None:
    wanted = [shown(model)[row] for row in (7, 2, 5)]
    model.narrow(ids=[*wanted, "not here"])
    assert shown(model) == wanted


def test_a_phase_filter_leaves_those_of_its_phases_and_the_counts_add_up(model: JourneysModel) -> None:
    total = model.rowCount()
    for _name, phases in GROUPS.values():
        model.narrow(phases=phases)
        assert model.rowCount() == model.count_in(phases)
        assert all(model.summary(row).phase in phases for row in range(model.rowCount()))
    assert sum(model.count_in(phases) for _name, phases in GROUPS.values()) == total


def test_every_phase_has_a_name_and_belongs_to_one_group() -> None:
    from planner.schedule.phase import Phase

    assert set(PHASES) == {phase.value for phase in Phase}
    assert [phase.value for phase in Phase] == sorted(PHASES, key=phase_order)
    assert sorted(code for _name, phases in GROUPS.values() for code in phases) == sorted(PHASES)


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_both_ways_and_back(model: JourneysModel, column: Column) -> None:
    as_kept = shown(model)
    model.sort(column, Qt.SortOrder.AscendingOrder)
    upwards = shown(model)
    model.sort(column, Qt.SortOrder.DescendingOrder)
    downwards = shown(model)
    assert sorted(upwards) == sorted(downwards) == sorted(as_kept)
    model.sort(-1)
    assert shown(model) == as_kept


def test_the_shortest_stay_comes_first_and_the_unknown_last(
    desk: Desk, summaries: list[JourneySummary]
) -> None:
    unknown = replace(summaries[0], stay_slack_days=None)
    short, over = replace(summaries[1], stay_slack_days=2), replace(summaries[2], stay_slack_days=-1)
    model = JourneysModel(desk)
    model.show([unknown, short, over])
    model.sort(Column.STAY)
    assert shown(model) == [over.id, short.id, unknown.id]
    assert words(model, 0, Column.STAY) == "1 day over"
    assert words(model, 1, Column.STAY) == "2 days spare"
    assert words(model, 2, Column.STAY) == "—"


def test_a_changed_journey_changes_its_row_alone(model: JourneysModel, qtbot: QtBot) -> None:
    changed = replace(model.summary(3), patient_name="ANOTHER Name")
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.modelReset):
        model.replace(changed)
    assert [told.args[0].row(), told.args[1].row()] == [3, 3]  # type: ignore[index]
    assert words(model, 3, Column.PATIENT) == "ANOTHER Name"


def test_another_language_words_everything_again(model: JourneysModel, desk: Desk) -> None:
    before = words(model, 0, Column.PHASE)
    desk.language.choose("zh_CN")
    assert words(model, 0, Column.PHASE) != before
    assert model.headerData(0, Qt.Orientation.Horizontal) == "患者"


def test_ten_thousand_rows_make_no_words_before_they_are_seen(
    desk: Desk, summaries: list[JourneySummary], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(desk.language, "text", lambda message: asked.append(str(message)) or "")
    model = JourneysModel(desk)
    model.show([replace(summaries[0], id=str(number)) for number in range(10_000)])
    assert model.rowCount() == 10_000
    assert asked == []


def test_centres_stand_in_the_order_of_the_names_that_are_shown(
    desk: Desk, summaries: list[JourneySummary]
) -> None:
    """In Chinese by pinyin, and anew when the language changes."""
    names = (("Alpha", "淄博"), ("Beta", "成都"), ("Gamma", "广州"))
    rows = [
        replace(one, centre=Text({"en": english, "zh_CN": chinese}))
        for one, (english, chinese) in zip(summaries, names, strict=False)
    ]
    model = JourneysModel(desk)
    model.show(rows)
    model.sort(Column.CENTRE)
    assert shown(model) == [str(one.id) for one in rows]
    desk.language.choose("zh_CN")
    assert shown(model) == [str(rows[at].id) for at in (1, 2, 0)]  # Chengdu, Guangzhou, Zibo
