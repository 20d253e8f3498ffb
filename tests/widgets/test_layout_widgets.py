"""The widgets of a layout in its order, and a layout made empty."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from ui.controls.layout_widgets import clear, widgets_of


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Labels in a column, a line within it and a grid within that, and one that is in no layout."""
    page = QWidget()
    qtbot.addWidget(page)
    column, line, grid = QVBoxLayout(page), QHBoxLayout(), QGridLayout()
    QLabel("nowhere", page)
    column.addWidget(QLabel("2"))
    line.addWidget(QLabel("3"))
    line.addLayout(grid)
    grid.addWidget(QLabel("5"), 1, 1)
    grid.addWidget(QLabel("4"), 0, 0)
    column.addStretch(1)
    column.addLayout(line)
    column.addWidget(QLabel("6"))
    column.insertWidget(0, QLabel("1"))
    return page


def said(page: QWidget) -> list[str]:
    layout = page.layout()
    assert layout is not None
    return [one.text() for one in widgets_of(layout) if isinstance(one, QLabel)]


def kept_items() -> set[int]:
    """What Python holds of the items of all layouts."""
    return {id(one) for one in gc.get_objects() if type(one) is QWidgetItem}


def test_widgets_come_in_the_order_of_the_layout_and_of_those_within_it(page: QWidget) -> None:
    assert said(page) == ["1", "2", "3", "5", "4", "6"]


def test_a_layout_not_in_force_has_no_widgets(qtbot: QtBot) -> None:
    assert widgets_of(QVBoxLayout()) == []


def test_no_item_of_the_layout_is_kept_by_asking(page: QWidget) -> None:
    """What PySide keeps of an item outlives it, and is then taken for the widget made in its place."""
    before = kept_items()
    said(page)
    assert kept_items() <= before
    layout = page.layout()
    assert layout is not None
    layout.itemAt(0)
    assert len(kept_items() - before) == 1, "itemAt can be asked again"


def test_what_is_cleared_is_gone_and_the_first_stay(page: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    last = widgets_of(layout)[-1]
    clear(layout, but_first=2)
    assert said(page) == ["1", "2"]
    assert last.isHidden()
    told: list[bool] = []
    last.destroyed.connect(lambda: told.append(True))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told == [True]
    clear(layout)
    assert layout.count() == 0
