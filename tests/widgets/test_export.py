"""Export: chosen copies become files, whole or not at all; progress, cancel, refusals, never over a file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.errors import Cancelled, StoreError
from planner.message import N_
from planner.record.consent import Audience, DisclosureKind
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.rules.finding import OpenField
from planner.session import EventKind, Session
from tests.widgets.conftest import NOW
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.copies import Copy, Task, export, safe_name, write_new
from ui.journey.export_panel import ExportPanel
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.shell.settings.copies_row import CopiesRow

NEVER = lambda: False  # noqa: E731
QUIET = lambda share: None  # noqa: E731
#: How high the panel is beside a journey in a window of 1280 by 720, where hanzi make the header taller.
LOW = 516


def task_of(stem: str, run: Callable[..., bytes]) -> Task:
    return Task(Copy.FILE, N_("Making it"), stem, ".txt", run)


@pytest.fixture
def panel(desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path) -> ExportPanel:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    errors = ErrorPresenter(banner, lambda: NOW, tmp_path / "log")
    panel = ExportPanel(desk, sample, errors, sample.journey("sample"))
    qtbot.addWidget(panel)
    panel.resize(360, 640)
    panel.show()
    (tmp_path / "out").mkdir()
    panel.choose_folder(tmp_path / "out")
    return panel


def choose(panel: ExportPanel, *copies: Copy) -> None:
    for copy, box in panel.choices.items():
        box.setChecked(copy in copies)


def made(panel: ExportPanel) -> list[str]:
    return sorted(path.name for path in panel.folder.iterdir())


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_everything_asked_is_in_view_in_the_lowest_window(
    locale: str, desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.language.choose(locale)
    banner = Banner(desk)
    qtbot.addWidget(banner)
    errors = ErrorPresenter(banner, lambda: NOW, tmp_path / "log")
    panel = ExportPanel(desk, sample, errors, sample.journey("sample"))
    qtbot.addWidget(panel)
    panel.resize(360, LOW)
    panel.show()
    area = panel.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert area.widget().rect().contains(panel.paper.geometry())
    assert area.viewport().height() >= area.widget().height()


def test_every_copy_of_the_sample_becomes_a_file_named_after_it(panel: ExportPanel, qtbot: QtBot) -> None:
    choose(panel, *Copy)
    assert panel.start.text() == "Export 7 files"
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert panel.is_busy
    qtbot.waitUntil(lambda: not panel.is_busy, timeout=60_000)
    assert made(panel) == sorted(
        [
            *(f"DEMO-2027-001 {who}.pdf" for who in ("patient", "companion", "hospital", "driver", "hotel")),
            "DEMO-2027-001 calendar.ics",
            "DEMO-2027-001 whole.journey.json",
        ]
    )
    assert all(
        (panel.folder / name).read_bytes().startswith(b"%PDF-") for name in made(panel) if "pdf" in name
    )
    assert panel.banner.accessibleName().startswith("7 files exported.")
    assert panel.made.files[0].name == "DEMO-2027-001 patient.pdf"
    assert panel.made.buttons[0].hasFocus() or not panel.isActiveWindow()


def test_a_second_export_never_writes_over_the_first(panel: ExportPanel, qtbot: QtBot) -> None:
    choose(panel, Copy.CALENDAR)
    for _ in range(3):
        panel.begin()
        qtbot.waitUntil(lambda: not panel.is_busy)
    assert made(panel) == [
        "DEMO-2027-001 calendar (2).ics",
        "DEMO-2027-001 calendar (3).ics",
        "DEMO-2027-001 calendar.ics",
    ]


def test_a_copy_without_consent_is_refused_with_the_reason_and_nothing_is_made(
    panel: ExportPanel, sample: Session, qtbot: QtBot
) -> None:
    def withdrawn(journey: Journey) -> Journey:
        consents = tuple(replace(consent, withdrawn_on=NOW.date()) for consent in journey.consents)
        return replace(journey, consents=consents)

    sample.run(Edit(N_("Withdraw"), JourneyId("sample"), withdrawn))
    choose(panel, Copy.CALENDAR, Copy.HOSPITAL)
    panel.begin()
    assert not panel.is_busy
    assert "consent" in panel.banner.accessibleName()
    assert made(panel) == []
    with qtbot.waitSignal(panel.way_wanted) as wanted:
        qtbot.mouseClick(panel.banner.offer, Qt.MouseButton.LeftButton)
    (way,) = wanted.args or ()
    assert isinstance(way, OpenField)
    assert (way.subject.kind, way.subject.field) == ("consent", "withdrawn_on")


def test_every_copy_is_a_disclosure_to_whom_it_is_made_for_and_one_step_to_undo(
    panel: ExportPanel, sample: Session, qtbot: QtBot
) -> None:
    before = sample.journey("sample").disclosures
    choose(panel, *Copy)
    panel.begin()
    qtbot.waitUntil(lambda: not panel.is_busy, timeout=60_000)
    journey = sample.journey("sample")
    told = journey.disclosures[len(before) :]
    notes = {one.notes for one in told}
    assert notes == {name for name in made(panel) if not name.endswith(".journey.json")}
    assert all(one.kind is DisclosureKind.EXPORT and one.at.date == NOW.date() for one in told)
    by_note = {one.notes.rpartition(" ")[2]: one for one in told}
    assert by_note["calendar.ics"].recipient_name.best("en") == "ERIKSSON Anna Maria"
    assert by_note["companion.pdf"].recipient_name.best("en") == "ERIKSSON Lars Specimen"
    assert by_note["driver.pdf"].recipient_contact == "sample-driver"
    assert by_note["hotel.pdf"].recipient_place == "sample-hotel"
    held = {one.id for one in journey.consents}
    assert all(one.consent in held for one in told if one.audience is not Audience.PATIENT)
    events = sample.accountability.events(kinds=(EventKind.EXPORT,))
    assert [one.details.get("what") for one in events].count("journey") == 1
    assert {one.details["audience"] for one in events} == {
        *(one.value for one in Audience),
    }
    sample.undo()
    assert sample.journey("sample").disclosures == before


def test_what_was_not_written_is_not_told_as_handed_out(
    panel: ExportPanel, sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The patient's copy is finished, then the disk is full: that one alone left."""
    before = sample.journey("sample").disclosures
    written = write_new

    def full(folder: Path, stem: str, ending: str, contents: bytes) -> Path:
        if ending == ".ics":
            raise StoreError(N_("The disk is full."))
        return written(folder, stem, ending, contents)

    monkeypatch.setattr("ui.journey.copies.write_new", full)
    choose(panel, Copy.PATIENT, Copy.CALENDAR)
    panel.begin()
    qtbot.waitUntil(lambda: not panel.is_busy, timeout=60_000)
    assert "The disk is full." in panel.banner.accessibleName()
    told = sample.journey("sample").disclosures[len(before) :]
    assert [one.notes for one in told] == made(panel) == ["DEMO-2027-001 patient.pdf"]


def test_nothing_ticked_cannot_be_exported(panel: ExportPanel) -> None:
    choose(panel)
    assert not panel.start.isEnabled()


def test_a_folder_that_is_gone_is_told_in_the_panel(panel: ExportPanel, qtbot: QtBot) -> None:
    panel.folder.rmdir()
    choose(panel, Copy.CALENDAR)
    panel.begin()
    qtbot.waitUntil(lambda: not panel.is_busy)
    assert "cannot be written" in panel.banner.accessibleName()


def test_cancel_stops_the_work_and_says_so(
    panel: ExportPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way = threading.Event()

    def slow(_self: object, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bytes:
        under_way.set()
        while not cancelled():
            progress(0.1)
        raise Cancelled(N_("Stopped."))

    monkeypatch.setattr("planner.session.PdfJob.run", slow)
    choose(panel, Copy.PATIENT, Copy.CALENDAR)
    panel.begin()
    assert under_way.wait(5)
    assert panel.cancel.isVisible()
    assert not panel.start.isVisible()
    qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.is_busy)
    assert panel.banner.accessibleName() == "The export was stopped."
    assert made(panel) == []


def test_escape_closes_the_panel(panel: ExportPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_the_folder_and_the_paper_are_offered_again(panel: ExportPanel, desk: Desk) -> None:
    assert desk.preferences.values.export_folder == str(panel.folder)


def test_what_is_ticked_at_first_is_as_the_settings_have_it(
    desk: Desk, sample: Session, panel: ExportPanel, qtbot: QtBot
) -> None:
    assert panel.chosen == (Copy.PATIENT, Copy.DRIVER)
    card = SettingsCard(desk, N_("Print"))
    qtbot.addWidget(card)
    row = CopiesRow(desk, card)
    row.follow(desk.preferences.values.export_copies)
    card.show()
    qtbot.mouseClick(row.boxes[Copy.DRIVER], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.boxes[Copy.CALENDAR], Qt.MouseButton.LeftButton)
    assert desk.preferences.values.export_copies == ("patient", "calendar")
    again = ExportPanel(desk, sample, panel._errors, sample.journey("sample"))  # noqa: SLF001
    qtbot.addWidget(again)
    assert again.chosen == (Copy.PATIENT, Copy.CALENDAR)


def test_progress_runs_over_all_files_and_never_back(tmp_path: Path) -> None:
    def work(progress: Callable[[float], None], _cancelled: object) -> bytes:
        for share in (0.0, 0.5, 1.0):
            progress(share)
        return b"x"

    shares: list[float] = []
    files = export([task_of("a", work), task_of("b", work)], tmp_path, shares.append, NEVER)
    assert [file.name for file in files] == ["a.txt", "b.txt"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_files_finished_before_a_cancel_stay(tmp_path: Path) -> None:
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        export([task_of(n, lambda *_: b"x") for n in "ab"], tmp_path, QUIET, lambda: next(asked))
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_failed_write_leaves_no_part_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match=r"a\.txt"):
        write_new(tmp_path, "a", ".txt", b"x")
    assert list(tmp_path.iterdir()) == []


@given(st.text())
def test_any_reference_makes_a_name_that_every_system_takes(words: str) -> None:
    name = safe_name(words)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(letter) >= 32 for letter in name)
    assert name == name.strip(". ")
