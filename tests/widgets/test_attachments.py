"""Attached files: brought into the vault by a worker, looked at in memory; readable copies are wiped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.edits.attaching import detach, rename
from planner.errors import InputError, StoreError
from planner.record.consent import DisclosureKind
from planner.record.ids import JourneyId
from planner.record.lookup import thing
from planner.record.text import same
from planner.record.thing import Attachment
from planner.rules.finding import EnterNew
from planner.session import EventKind, PrintOptions, Session
from planner.session.attachments import media_type
from planner.store.file_store import FileStore
from tests.widgets.conftest import NOW
from ui.attachments.attachment_list import AttachmentList
from ui.attachments.plain_text import decoded
from ui.attachments.temporary_copies import TemporaryCopies, copies_of, wipe_left_over
from ui.attachments.viewer import AttachmentViewer
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.drop_area import other_files
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = JourneyId("sample")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 640)
    return window


@pytest.fixture
def files(desk: Desk, sample: Session, window: QWidget, tmp_path: Path) -> Iterator[AttachmentList]:
    banner = Banner(desk, window)
    errors = ErrorPresenter(banner, lambda: NOW, tmp_path / "log")
    files = AttachmentList(desk, sample, errors, parent=window)
    files.resize(500, 500)
    window.show()
    files.show_thing(sample.journey(SAMPLE), document(sample))
    yield files
    window.hide()  # nothing is asked of a record that is closed


def document(session: Session) -> str:
    return session.journey(SAMPLE).documents[0].id


def attached(session: Session) -> tuple[Attachment, ...]:
    found = thing(session.journey(SAMPLE), document(session))
    assert found is not None
    return found.attachments


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def bring(files: AttachmentList, qtbot: QtBot, *paths: Path) -> None:
    files.bring(paths)
    qtbot.waitUntil(lambda: not files.is_busy, timeout=20_000)


def look(files: AttachmentList, qtbot: QtBot, row: int = 0) -> AttachmentViewer:
    qtbot.mouseClick(files.rows[row].open, Qt.MouseButton.LeftButton)
    viewer = files.viewer
    assert viewer is not None
    qtbot.waitUntil(lambda: not viewer.is_reading, timeout=20_000)
    return viewer


# -- in ------------------------------------------------------------------------------------------------


def test_several_files_come_in_as_one_edit_that_can_be_undone(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    first = write(tmp_path, "Pathology report.pdf", b"%PDF-1.7 not really")
    bring(files, qtbot, first, write(tmp_path, "scan.png", b"\x89PNG"))
    assert [(one.name, one.media_type, one.size_bytes) for one in attached(sample)] == [
        ("Pathology report.pdf", "application/pdf", 19),
        ("scan.png", "image/png", 4),
    ]
    assert str(sample.undo_label) == "Attach 2 files"
    assert [row.open.text() for row in files.rows] == ["Pathology report.pdf", "scan.png"]
    assert sample.attachments.reading(attached(sample)[0]).run() == first.read_bytes()
    sample.undo()
    files.show_thing(sample.journey(SAMPLE), document(sample))
    assert files.rows == []


def test_the_same_contents_are_not_attached_twice(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt", b"the same")
    bring(files, qtbot, path)
    bring(files, qtbot, path)
    assert len(attached(sample)) == 1


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [("empty.pdf", b"", "“empty.pdf” is empty."), ("gone.pdf", None, "“gone.pdf” cannot be read.")],
)
def test_what_cannot_come_says_why_and_keeps_nobody_else_from_coming(
    files: AttachmentList,
    sample: Session,
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
    data: bytes | None,
    sentence: str,
) -> None:
    bad = tmp_path / name if data is None else write(tmp_path, name, data)
    bring(files, qtbot, bad, write(tmp_path, "good.txt", b"good"))
    assert sentence in files.banner.accessibleName()
    assert [one.name for one in attached(sample)] == ["good.txt"]


def test_a_folder_and_a_file_too_large_are_refused_in_one_sentence(
    sample: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="is a folder"):
        sample.attachments.bring(tmp_path).run()
    monkeypatch.setattr("planner.session.attachments.LARGEST_ATTACHMENT_BYTES", 2**20)
    large = write(tmp_path, "disc.iso", b"x" * (2**20 + 1))
    with pytest.raises(InputError, match=r"“disc\.iso” has 2 MB; an attached file may have at most 1 MB"):
        sample.attachments.bring(large).run()


def test_stopping_keeps_nothing_of_the_file_under_way(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, real = threading.Event(), FileStore.add

    def slow(self: FileStore, *arguments: object, cancelled: Callable[[], bool], **others: object) -> object:
        under_way.set()
        while not cancelled():
            under_way.wait(0.001)
        return real(self, *arguments, cancelled=cancelled, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(FileStore, "add", slow)
    files.bring([write(tmp_path, "large.bin", b"x" * 5_000_000), write(tmp_path, "next.txt", b"next")])
    assert under_way.wait(10)
    qtbot.waitUntil(files.cancel.isVisible)
    qtbot.mouseClick(files.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not files.is_busy)
    assert attached(sample) == ()
    assert not files.progress.isVisible()


def test_files_are_dropped_and_journey_files_are_not(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    held = QMimeData()
    paths = [write(tmp_path, name, b"{}") for name in ("notes.txt", "other.journey.json")]
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert other_files(held) == [paths[0]]
    files.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: not files.is_busy)
    assert [one.name for one in attached(sample)] == ["notes.txt"]


# -- called otherwise, taken off -----------------------------------------------------------------------


def test_renaming_in_place_keeps_the_ending(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(files, qtbot, write(tmp_path, "IMG_0001.png", b"\x89PNG"))
    row = files.rows[0]
    qtbot.mouseClick(row.rename, Qt.MouseButton.LeftButton)
    assert row.name.selectedText() == "IMG_0001"
    qtbot.keyClicks(row.name, "Passport, page 2")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert attached(sample)[0].name == "Passport, page 2.png"
    assert str(sample.undo_label) == "Rename “IMG_0001.png”"


def test_removing_offers_to_undo_it(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    qtbot.mouseClick(files.rows[0].remove, Qt.MouseButton.LeftButton)
    assert attached(sample) == ()
    qtbot.mouseClick(files.banner.offer, Qt.MouseButton.LeftButton)
    assert [one.name for one in attached(sample)] == ["a.txt"]
    assert sample.attachments.reading(attached(sample)[0]).run() == b"words"


def test_what_is_no_longer_there_cannot_be_renamed_or_removed(sample: Session) -> None:
    journey = sample.journey(SAMPLE)
    with pytest.raises(InputError, match="no longer attached"):
        detach(journey, document(sample), "nothing")
    with pytest.raises(InputError, match="no longer in the journey"):
        rename(journey, "nothing", "nothing", "name")


# -- looked at -----------------------------------------------------------------------------------------


def test_a_pdf_a_picture_and_a_text_are_seen_without_a_file(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "b.png"))
    pdf = write(tmp_path, "a.pdf", sample.pdf_job(SAMPLE, PrintOptions()).run())
    text = write(tmp_path, "c.txt", "诊断：肝细胞癌\n质子治疗".encode("gb18030"))
    bring(files, qtbot, pdf, tmp_path / "b.png", text)
    viewer = look(files, qtbot, 0)
    assert viewer.shown is viewer.pdf
    assert viewer.pdf.pages is not None
    assert "Your journey" in viewer.pdf.pages.text(0)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert viewer.pdf.pages is None
    assert look(files, qtbot, 1).shown is viewer.image
    assert look(files, qtbot, 2).shown is viewer.text
    assert viewer.text.toPlainText() == "诊断：肝细胞癌\n质子治疗"
    assert not copies_of(sample).are_there


def test_tab_stays_on_the_sheet(files: AttachmentList, qtbot: QtBot, tmp_path: Path) -> None:
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    viewer = look(files, qtbot)
    for _ in range(6):
        qtbot.keyClick(viewer.focusWidget() or viewer, Qt.Key.Key_Tab)
        focus = viewer.window().focusWidget()
        assert focus is not None
        assert viewer.isAncestorOf(focus)


def test_a_damaged_pdf_says_so_and_can_be_opened_elsewhere(
    files: AttachmentList, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(files, qtbot, write(tmp_path, "a.pdf", b"%PDF-1.7 cut off"))
    viewer = look(files, qtbot)
    assert "damaged" in viewer.banner.accessibleName()
    assert viewer.elsewhere.isVisible()


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Café, naïve, Zoë", "utf-8"),
        ("Café, naïve, Zoë", "cp1252"),
        ("Zoë Müller hat die Überweisung an das Krankenhaus geschickt", "cp1252"),
        ("姓名：示例\r\n检查日期：2027年3月1日", "gb18030"),
        ("檢查日期：三月一日，報告如下", "big5"),
        ("plain words", "utf-16"),
    ],
)
def test_a_text_is_read_as_it_was_written(words: str, encoding: str) -> None:
    data = words.encode(encoding)
    if encoding == "big5":
        assert decoded(data) is not None
    else:
        assert decoded(data) == words


def test_what_holds_zeros_is_no_text() -> None:
    assert decoded(b"PK\x03\x04\0\0words") is None


def test_the_kind_follows_from_the_ending() -> None:
    assert media_type("发票.OFD") == "application/ofd"
    assert media_type("photo.HEIC") == "image/heic"
    assert media_type("no ending") == "application/octet-stream"


# -- out -----------------------------------------------------------------------------------------------


def test_another_program_gets_a_copy_that_is_wiped_and_said_so(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    opened: list[Path] = []
    monkeypatch.setattr(
        "ui.attachments.attachment_list.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile())) is None,
    )
    bring(files, qtbot, write(tmp_path, "letter.docx", b"PK\x03\x04\0\0\0"))
    viewer = look(files, qtbot)
    assert viewer.shown is viewer.unshown
    assert "readable copy lies in a private folder" in viewer.unshown.sentence.text()
    qtbot.mouseClick(viewer.elsewhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened
    assert copy.name == "letter.docx"
    assert copy.read_bytes() == b"PK\x03\x04\0\0\0"
    assert copy.stat().st_mode & 0o077 == 0
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert "until you remove it, lock the record" in viewer.banner.accessibleName()
    qtbot.mouseClick(viewer.banner.offer, Qt.MouseButton.LeftButton)
    assert not copy.exists()
    qtbot.mouseClick(viewer.elsewhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[1].exists()
    files.close_viewer()
    assert "until you remove it" in files.banner.accessibleName()
    qtbot.mouseClick(files.banner.offer, Qt.MouseButton.LeftButton)
    assert not opened[1].exists()
    look(files, qtbot)
    qtbot.mouseClick(viewer.elsewhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened) == 3)
    files.clear()
    sample.close()
    assert not opened[2].exists()


def test_where_no_program_opens_a_file_that_is_said_and_no_copy_is_left(
    files: AttachmentList, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    tried: list[Path] = []
    monkeypatch.setattr(
        "ui.attachments.attachment_list.QDesktopServices.openUrl",
        lambda url: tried.append(Path(url.toLocalFile())),
    )
    bring(files, qtbot, write(tmp_path, "scan.dcm", b"\0" * 128 + b"DICM"))
    viewer = look(files, qtbot)
    qtbot.mouseClick(viewer.elsewhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(tried))
    assert "No program of this computer opens “scan.dcm”" in viewer.banner.accessibleName()
    assert not tried[0].exists()


def test_what_a_crash_left_is_wiped_at_the_next_start_and_a_running_program_keeps_its_own(
    tmp_path: Path,
) -> None:
    attachment = Attachment(
        id="a",  # type: ignore[arg-type]
        name="a.docx",
        media_type="",
        size_bytes=1,
        sha256="",
        added_on=NOW.date(),
    )
    running = TemporaryCopies(tmp_path / "base")
    kept = running.place_for(attachment)
    kept.write_bytes(b"x")
    crashed = tmp_path / "base" / "open-crashed"
    (crashed / "1").mkdir(parents=True)
    (crashed / "1" / "b.docx").write_bytes(b"x")
    assert wipe_left_over(tmp_path / "base") == 1
    assert not crashed.exists()
    assert kept.exists()
    assert running.wipe()
    assert not kept.exists()


def test_exporting_asks_for_whom_and_notes_it_before_the_file_goes(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    files.exporting.choose_file = lambda offered: target
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    qtbot.mouseClick(files.rows[0].export, Qt.MouseButton.LeftButton)
    assert files.form.isVisible()
    with qtbot.waitSignal(files.exporting.exported):
        qtbot.mouseClick(files.form.go, Qt.MouseButton.LeftButton)
    assert target.read_bytes() == b"words"
    told = sample.journey(SAMPLE).disclosures[-1]
    assert (told.kind, told.notes, told.documents) == (DisclosureKind.EXPORT, "a.txt", (document(sample),))
    assert told.recipient_name.best("en") == "ERIKSSON Anna Maria"


def test_a_file_goes_to_nobody_who_may_not_see_it_and_the_way_to_the_consent_is_offered(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    files.exporting.choose_file = lambda offered: target
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    before = sample.journey(SAMPLE).disclosures
    qtbot.mouseClick(files.rows[0].export, Qt.MouseButton.LeftButton)
    files.form.who.boxes[0].setChecked(False)
    qtbot.keyClicks(files.form.who.other, "Curious Relative")
    assert not files.form.go.isEnabled()
    reason = files.form.who.line_reason
    qtbot.waitUntil(lambda: "has not agreed that Curious Relative may see this" in reason.text())
    qtbot.mouseClick(files.form.go, Qt.MouseButton.LeftButton)
    assert not target.exists()
    assert sample.journey(SAMPLE).disclosures == before
    with qtbot.waitSignal(files.way_wanted) as wanted:
        qtbot.mouseClick(files.form.who.consent, Qt.MouseButton.LeftButton)
    (way,) = wanted.args or ()
    assert isinstance(way, EnterNew)
    assert dict(way.known)["recipient_name"] == same("Curious Relative", "en")


def test_a_file_for_the_agency_itself_is_told_by_the_log_alone(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    files.exporting.choose_file = lambda offered: tmp_path / "out.txt"
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    journey = sample.journey(SAMPLE)
    qtbot.mouseClick(files.rows[0].export, Qt.MouseButton.LeftButton)
    manager = journey.agency.case_managers[0].name.best("en")
    for box in files.form.who.boxes:
        box.setChecked(box.toolTip() == manager)
    with qtbot.waitSignal(files.exporting.exported):
        qtbot.mouseClick(files.form.go, Qt.MouseButton.LeftButton)
    assert sample.journey(SAMPLE).disclosures == journey.disclosures
    event = sample.accountability.events(kinds=(EventKind.EXPORT,))[0]
    assert event.details == {"audience": "agency", "documents": [document(sample)]}


def test_a_file_that_cannot_be_written_out_leaves_no_note_and_no_part_of_it(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    out.mkdir()
    files.exporting.choose_file = lambda offered: out / "a.txt"
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    before = sample.journey(SAMPLE).disclosures
    monkeypatch.setattr(Path, "replace", full)
    qtbot.mouseClick(files.rows[0].export, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(files.form.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be written" in files.banner.accessibleName())
    assert sample.journey(SAMPLE).disclosures == before
    assert list(out.iterdir()) == []


def test_contents_that_a_journey_file_did_not_bring_are_told_missing(
    files: AttachmentList, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(files, qtbot, write(tmp_path, "a.txt", b"words"))
    one = attached(sample)[0]
    gone = Attachment(
        id=one.id, name=one.name, media_type="", size_bytes=1, sha256="0" * 64, added_on=one.added_on
    )
    assert not sample.attachments.has(gone)
    with pytest.raises(StoreError, match="not in the record"):
        sample.attachments.reading(gone).run()
