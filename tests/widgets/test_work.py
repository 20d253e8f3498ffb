"""Work leaves the main thread, its news come back to it, and nobody who is gone is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.errors import Cancelled, InputError
from planner.message import N_
from ui.work import IsCancelled, Progress, Work

DEFERRED_DELETE = 52


@pytest.fixture
def work() -> Iterator[Work]:
    work = Work()
    yield work
    work.stop()


class Diary:
    """What was told, and on which thread."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, Any]] = []
        self.on_main: list[bool] = []

    def note(self, name: str) -> Any:
        def told(*values: Any) -> None:
            self.entries.append((name, *values))
            self.on_main.append(QThread.currentThread() is QApplication.instance().thread())  # type: ignore[union-attr]

        return told

    def ways(self) -> dict[str, Any]:
        return {name: self.note(name) for name in ("done", "failed", "cancelled", "progress")}


def test_the_task_runs_elsewhere_and_its_result_arrives_here(work: Work, qtbot: QtBot) -> None:
    diary = Diary()
    owner = QObject()
    work.start(owner, lambda _p, _c: threading.current_thread() is threading.main_thread(), **diary.ways())
    qtbot.waitUntil(lambda: bool(diary.entries))
    assert diary.entries == [("done", False)]
    assert diary.on_main == [True]
    assert not work.is_busy


def test_an_error_arrives_as_it_was_raised(work: Work, qtbot: QtBot) -> None:
    error = InputError(N_("No such file."))

    def task(_progress: Progress, _cancelled: IsCancelled) -> None:
        raise error

    diary = Diary()
    owner = QObject()
    work.start(owner, task, **diary.ways())
    qtbot.waitUntil(lambda: bool(diary.entries))
    assert diary.entries == [("failed", error)]
    assert diary.on_main == [True]


def test_an_error_that_nobody_takes_is_told_to_the_window(work: Work, qtbot: QtBot) -> None:
    error = ValueError("a bug")

    def task(_progress: Progress, _cancelled: IsCancelled) -> None:
        raise error

    owner = QObject()
    with qtbot.waitSignal(work.failed) as told:
        work.start(owner, task, done=lambda _result: None)
    assert told.args == [error]


def test_progress_comes_in_order_and_not_more_often_than_can_be_seen(work: Work, qtbot: QtBot) -> None:
    def task(progress: Progress, _cancelled: IsCancelled) -> None:
        for step in range(100_001):
            progress(step / 100_000)

    diary = Diary()
    owner = QObject()
    work.start(owner, task, **diary.ways())
    qtbot.waitUntil(lambda: ("done", None) in diary.entries)
    shares = [entry[1] for entry in diary.entries if entry[0] == "progress"]
    assert shares == sorted(shares)
    assert 50 <= len(shares) <= 101
    assert diary.entries[-1] == ("done", None)
    assert all(diary.on_main)


def test_a_cancelled_task_ends_as_cancelled_and_as_nothing_else(work: Work, qtbot: QtBot) -> None:
    under_way = threading.Event()

    def task(_progress: Progress, cancelled: IsCancelled) -> None:
        under_way.set()
        while not cancelled():
            pass
        raise Cancelled(N_("Stopped."))

    diary = Diary()
    owner = QObject()
    job = work.start(owner, task, **diary.ways())
    assert under_way.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(diary.entries))
    assert diary.entries == [("cancelled",)]


def test_nobody_is_told_once_the_owner_is_gone_and_the_task_is_asked_to_stop(
    work: Work, qtbot: QtBot
) -> None:
    under_way, noticed = threading.Event(), threading.Event()

    def task(progress: Progress, cancelled: IsCancelled) -> None:
        under_way.set()
        while not cancelled():
            pass
        noticed.set()
        progress(1.0)

    diary = Diary()
    owner = QObject()
    work.start(owner, task, **diary.ways())
    assert under_way.wait(5)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, DEFERRED_DELETE)
    assert noticed.wait(5)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert diary.entries == []


def test_stopping_waits_until_the_threads_are_idle(work: Work, qtbot: QtBot) -> None:
    ended = threading.Event()

    def task(_progress: Progress, cancelled: IsCancelled) -> None:
        while not cancelled():
            pass
        ended.set()

    owner = QObject()
    work.start(owner, task, done=lambda _result: None)
    work.stop()
    assert ended.is_set()


def test_a_thousand_jobs_whose_owners_go_end_quietly_and_tell_only_owners_that_are_there(
    work: Work, qtbot: QtBot
) -> None:
    def task(progress: Progress, cancelled: IsCancelled) -> None:
        for step in range(20):
            progress(step / 20)
            if cancelled():
                raise Cancelled(N_("Stopped."))

    stays, diary, of_the_gone = QObject(), Diary(), Diary()
    for round_ in range(200):
        goes = QObject()
        for _ in range(4):
            work.start(goes, task, **of_the_gone.ways())
        work.start(stays, task, **diary.ways())
        goes.deleteLater()
        if round_ % 3:  # some go before their work has begun, some in its midst, some after it
            QApplication.processEvents()
    qtbot.waitUntil(lambda: not work.is_busy)
    assert [entry for entry in diary.entries if entry[0] != "progress"] == [("done", None)] * 200
    assert all(of_the_gone.on_main)
    assert all(diary.on_main)


def test_what_a_task_holds_and_what_came_of_it_end_on_the_main_thread(work: Work, qtbot: QtBot) -> None:
    ended_on: list[bool] = []

    class Held:
        def __del__(self) -> None:
            ended_on.append(threading.current_thread() is threading.main_thread())

    def start() -> None:
        held = Held()

        def task(_progress: Progress, _cancelled: IsCancelled, held: Held = held) -> Held:
            return Held()

        work.start(owner, task, done=lambda _result: None)

    owner = QObject()
    for _ in range(100):
        start()
    qtbot.waitUntil(lambda: not work.is_busy)
    work.stop()
    assert ended_on == [True] * 200
