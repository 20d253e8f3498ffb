"""A thing's files stand below its form: attached by dropping, refused a way out without consent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.record.consent import Consent
from planner.record.lookup import thing
from planner.session import Session
from ui.attachments.attachment_list import AttachmentList
from ui.journey.journey_page import JourneyPage

DOCUMENT = "sample-doc-summary"


def files_below(page: JourneyPage, qtbot: QtBot, id: str) -> AttachmentList:
    assert page.open_thing(id)
    panel = page.editing.panel
    assert panel is not None
    form = panel.page
    assert form is not None
    qtbot.waitUntil(lambda: form.below is not None)
    assert isinstance(form.below, AttachmentList)
    return form.below


def test_a_file_dropped_on_an_open_form_is_attached_to_its_thing_and_leads_to_the_consent(
    page: JourneyPage, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.txt"
    scan.write_bytes(b"words")
    files = files_below(page, qtbot, DOCUMENT)
    page.take_files([scan])
    qtbot.waitUntil(lambda: len(files.rows) == 1)
    found = thing(sample.journey("sample"), DOCUMENT)
    assert found is not None
    assert [one.name for one in found.attachments] == ["scan.txt"]
    files.exporting.choose_file = lambda offered: tmp_path / "out.txt"
    qtbot.mouseClick(files.rows[0].export, Qt.MouseButton.LeftButton)
    files.form.who.boxes[0].setChecked(False)
    files.form.who.other.setText("Curious Relative")
    qtbot.keyClick(files.form.who.other, Qt.Key.Key_Tab)
    assert not files.form.go.isEnabled()
    assert not (tmp_path / "out.txt").exists()
    qtbot.mouseClick(files.form.who.consent, Qt.MouseButton.LeftButton)
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.cls is Consent
    panel.go_back()  # to the form one was at, and what was asked there
    assert files.form.isVisible()


def test_a_thing_that_has_no_files_shows_none(page: JourneyPage, sample: Session, qtbot: QtBot) -> None:
    session = sample.journey("sample").courses[0].fractions[0]
    assert page.open_thing(session.id)
    qtbot.wait(50)
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.below is None
