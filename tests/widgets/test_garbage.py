"""Garbage is collected on the main thread, between two events, and never on its own."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QObject
from pytestqt.qtbot import QtBot

from ui.shell.garbage import Collector, left_alone
from ui.work import IsCancelled, Progress, Work


@pytest.fixture
def collections() -> Iterator[list[threading.Thread]]:
    """The thread of each collection."""
    threads: list[threading.Thread] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            threads.append(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def lost_model() -> weakref.ref[QAbstractListModel]:
    """A model that only a circle of references holds."""

    class Model(QAbstractListModel):
        itself: object = None

    model = Model()
    model.itself = model
    return weakref.ref(model)


def much() -> list[list[int]]:
    """More than what Python would begin to collect at."""
    return [[number] for number in range(gc.get_threshold()[0] * 2)]


def test_what_needs_much_memory_begins_no_collection(
    collections: list[threading.Thread], collector: Collector
) -> None:
    assert much()
    assert collections == []


def test_work_on_another_thread_ends_nothing_of_the_window(
    collections: list[threading.Thread], collector: Collector, qtbot: QtBot
) -> None:
    def task(_progress: Progress, _cancelled: IsCancelled) -> int:
        return sum(len(much()) for _ in range(200))

    work, owner = Work(), QObject()
    models = [lost_model() for _ in range(50)]
    work.start(owner, task, done=lambda _result: None)
    qtbot.waitUntil(lambda: not work.is_busy)
    work.stop()
    kept = much()
    collector.look()
    assert kept
    assert all(model() is None for model in models)
    assert set(collections) == {threading.main_thread()}


def test_older_generations_are_looked_through_as_seldom_as_python_would(collector: Collector) -> None:
    generations: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    kept = []
    gc.collect()
    gc.callbacks.append(note)
    for _ in range(30):
        kept.append(much())
        collector.look()
    gc.callbacks.remove(note)
    assert kept
    assert set(generations) == {0, 1}
    assert generations.count(1) == 30 // (gc.get_threshold()[1] + 2)


def test_little_is_not_worth_a_look(collections: list[threading.Thread], collector: Collector) -> None:
    gc.collect()
    collections.clear()
    collector.look()
    assert collections == []


def test_nothing_is_collected_while_a_paper_is_set(
    collections: list[threading.Thread], collector: Collector
) -> None:
    with left_alone():
        kept = much()
        collector.look()
        assert collections == []
    collector.look()
    assert len(collections) == 1
    assert kept
