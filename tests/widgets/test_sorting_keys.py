"""The list of journeys is sorted by keyboard, and the source of words in several languages chosen by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.message import N_
from planner.record.text import Text
from planner.session import Session
from tests.widgets.conftest import AtWork
from ui.caseload.journeys_model import Column
from ui.desk import Desk
from ui.fields.bilingual_field import BilingualField
from ui.fields.field import FieldContext

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_shift_and_arrows_sort_the_journeys(at_work: AtWork, caseload: Session, qtbot: QtBot) -> None:
    space = at_work(caseload)
    space.go("journeys")
    page = space.journeys
    qtbot.waitUntil(lambda: page.model.rowCount() == 60)
    table, header = page.table, page.table.horizontalHeader()
    assert header.sortIndicatorSection() == -1
    qtbot.keyClick(table, Qt.Key.Key_Right, SHIFT)
    assert header.sortIndicatorSection() == Column.PATIENT
    names = [page.model.summary(row).patient_name.casefold() for row in range(60)]
    assert names == sorted(names)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    again = [page.model.summary(row).patient_name.casefold() for row in range(60)]
    assert again == sorted(names, reverse=True)
    assert table.accessibleDescription() == "Sorted by Patient, descending"
    qtbot.keyClick(table, Qt.Key.Key_Left, SHIFT)
    assert header.sortIndicatorSection() == -1
    assert table.accessibleDescription() == "Not sorted"
    for _more_than_there_are in range(len(Column) + 2):
        qtbot.keyClick(table, Qt.Key.Key_Right, SHIFT)
    assert header.sortIndicatorSection() == Column.FINDINGS
    qtbot.keyClick(table, Qt.Key.Key_P, SHIFT)
    assert QApplication.focusWidget() is page.search


def test_the_source_of_words_is_chosen_by_keys(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> None:
    context = FieldContext(
        desk, sample_to_read, lambda: sample_to_read.journey("sample"), sample_to_read.directory
    )
    field = BilingualField(context, N_("Title"))
    qtbot.addWidget(field)
    field.show()
    field.show_value(Text({"en": "Letter", "zh_CN": "信"}, "en"))
    assert field.source == "en"
    qtbot.keyClick(field.column("zh_CN").edit, Qt.Key.Key_L, CONTROL | SHIFT)
    assert field.source == "zh_CN"
    assert "Ctrl+Shift+L" in field.column("zh_CN").tag.toolTip()
    qtbot.keyClick(field.column("en").edit, Qt.Key.Key_L, CONTROL | SHIFT)
    assert field.source == "en"
