"""The logo in the settings: chosen, seen, printed, taken back; refused with a sentence where it is no use."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from planner.export.pdf.logo import read_logo
from planner.session import PrintOptions, Session
from planner.session.agency_logo import LOGO_PIXELS
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.agency_card import AgencyCard
from ui.shell.settings.logo_picture import ready_logo

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120">'
    '<rect x="20" y="20" width="200" height="60" fill="#0b6e6e"/></svg>'
)


@pytest.fixture
def card(desk: Desk, sample: Session, qtbot: QtBot) -> AgencyCard:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    card = AgencyCard(desk, sample, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(card)
    card.show()
    return card


def picture(path: Path, size: tuple[int, int], colour: str, *, marked: bool = True) -> Path:
    """A coloured bar in the middle of a transparent ground."""
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if marked:
        painter.fillRect(size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2, QColor(colour))
    painter.end()
    assert image.save(str(path))
    return path


def test_a_chosen_logo_is_seen_printed_and_taken_back(
    card: AgencyCard, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not card.logo.picture.isVisible()
    before = sample.pdf_job("sample", PrintOptions())
    card.logo.take(picture(tmp_path / "house.png", (600, 200), "#0b6e6e"))
    qtbot.waitUntil(card.logo.picture.isVisible)
    agency = sample.directory().agency
    assert agency is not None
    assert [(one.name, one.id) for one in agency.attachments] == [("house.png", agency.logo)]
    job = sample.pdf_job("sample", PrintOptions())
    assert read_logo(job.logo) is not None
    assert b"/Logo" not in before.run()
    assert b"/Subtype/Image/Width" in job.run()
    issued = sample.copies.job("sample", PrintOptions(), recipients=None)
    assert issued.logo == job.logo
    qtbot.mouseClick(card.logo.remove, Qt.MouseButton.LeftButton)
    assert sample.pdf_job("sample", PrintOptions()).logo == b""
    assert not card.logo.picture.isVisible()
    sample.undo()
    assert sample.pdf_job("sample", PrintOptions()).logo == job.logo


def test_another_takes_its_place(card: AgencyCard, sample: Session, qtbot: QtBot, tmp_path: Path) -> None:
    svg = tmp_path / "mark.svg"
    svg.write_text(SVG)
    card.logo.take(picture(tmp_path / "house.png", (600, 200), "#0b6e6e"))
    qtbot.waitUntil(card.logo.picture.isVisible)
    card.logo.take(svg)
    qtbot.waitUntil(lambda: _names(sample) == ["mark.png"])


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_it_is_trimmed_put_on_white_and_no_larger_than_paper_shows(tmp_path: Path, ending: str) -> None:
    path = picture(tmp_path / f"a.{ending}", (3000, 800), "#0b6e6e")
    if ending == "jpg":  # without transparency: black around it
        white = QImage(3000, 800, QImage.Format.Format_RGB32)
        white.fill(Qt.GlobalColor.white)
        painter = QPainter(white)
        painter.fillRect(750, 200, 1500, 400, QColor("#0b6e6e"))
        painter.end()
        white.save(str(path), quality=95)  # type: ignore[call-overload]
    logo = read_logo(ready_logo(path))
    assert logo is not None
    assert logo.width <= LOGO_PIXELS[0]
    assert logo.height == LOGO_PIXELS[1]
    assert logo.width / logo.height == pytest.approx(1500 / 400, rel=0.03)


def test_a_drawing_becomes_a_picture_without_its_margins(tmp_path: Path) -> None:
    path = tmp_path / "mark.svg"
    path.write_text(SVG)
    logo = read_logo(ready_logo(path))
    assert logo is not None
    assert logo.width / logo.height == pytest.approx(200 / 60, rel=0.05)


def test_what_is_no_use_is_refused_in_one_sentence(
    card: AgencyCard, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    text = tmp_path / "notes.png"
    text.write_text("no picture at all")
    large = tmp_path / "large.png"
    large.write_bytes(b"\x89PNG" + bytes(3 << 20))
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg")
    for path, sentence in (
        (text, "is no picture that can be printed"),
        (broken, "is no picture that can be printed"),
        (large, "is larger than 2 MB"),
        (picture(tmp_path / "wide.png", (5000, 10), "#000"), "is more than 4000 dots wide or high"),
        (picture(tmp_path / "white.png", (300, 100), "#ffffff"), "would not be seen on paper"),
        (picture(tmp_path / "pale.png", (300, 100), "#eeeeee"), "would not be seen on paper"),
        (picture(tmp_path / "bare.png", (300, 100), "#000", marked=False), "would not be seen on paper"),
        (tmp_path / "gone.png", "cannot be read"),
    ):
        card.logo.take(path)
        qtbot.waitUntil(card.logo.choose.isEnabled)
        assert sentence in card.logo.banner.accessibleName(), path
    agency = sample.directory().agency
    assert agency is not None
    assert agency.logo is None


def _names(session: Session) -> list[str]:
    agency = session.directory().agency
    return [one.name for one in agency.attachments] if agency else []
