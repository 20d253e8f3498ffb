"""Printing the timeline: the agency's own copy, landscape, to a printer or to a PDF that the system makes."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from planner.message import N_
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.rules.finding import Finding
from planner.session import EventKind, Session
from planner.session.timeline import days, timeline
from ui.desk import Desk
from ui.journey.timeline.dress import LABEL, LABEL_FIRM, Dress, colour, pen
from ui.journey.timeline.paper import BETWEEN, Band, BandPainter, bands, pages, paper_dress
from ui.journey.timeline.words import TimelineWords
from ui.theme.tokens import CAPTION

_DPI = 96.0
_MARGIN_MM = 11.0
_HEAD, _FOOT = 30.0, 22.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAPERS = {
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "Letter": QPageSize.PageSizeId.Letter,
}


def new_printer(desk: Desk) -> QPrinter:
    """A printer set to the paper of the preferences, lying."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(_PAPERS[desk.preferences.values.paper]),
            QPageLayout.Orientation.Landscape,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    return printer


def ask_and_print(parent: QWidget, desk: Desk, session: Session, journey: Journey) -> None:
    """Let the user choose a printer, then print; nothing when they think better of it."""
    printer = new_printer(desk)
    printer.setDocName(desk.language.text(N_("Timeline")))  # no name of a person in the queue of a printer
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        leave_and_print(printer, desk, session, journey)


def leave_and_print(printer: QPrinter, desk: Desk, session: Session, journey: Journey) -> int:
    """Tell the log that the agency prints its own copy, then print; how many pages. Raises: StoreError."""
    session.accountability.tell(
        EventKind.PRINT, journey=journey.id, audience=Audience.AGENCY.value, what="timeline"
    )
    return print_timeline(printer, desk, session, journey)


def print_timeline(printer: QPrinter, desk: Desk, session: Session, journey: Journey) -> int:
    """Print the timeline of ``journey`` as it stands today; how many pages."""
    today = session.today(journey.zone)
    line = timeline(journey)
    faults: dict[str, list[Finding]] = {}
    for one in session.open_findings(journey.id):
        faults.setdefault(one.subject.id, []).append(one)
    first, last = line.first or today, line.last or today
    found = days(journey, session.reference.calendars, first, last)
    dress = paper_dress(desk)
    factor = printer.resolution() / _DPI
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    width, height = page.width() / factor, page.height() / factor
    room = height - _HEAD - _FOOT
    several = pages(list(bands(line, TimelineWords(desk, line), dress, width, room)), room)
    pencil = BandPainter(desk, dress, found, faults, today, session.office_day(journey))
    painter = QPainter(printer)
    painter.scale(factor, factor)
    for number, of_page in enumerate(several, 1):
        if number > 1:
            printer.newPage()
        _furniture(painter, desk, dress, journey, session.now(), (width, height), (number, len(several)))
        _fill(painter, pencil, of_page, width, room)
    if not several:
        _furniture(painter, desk, dress, journey, session.now(), (width, height), (1, 1))
    painter.end()
    return max(len(several), 1)


def _fill(painter: QPainter, pencil: BandPainter, several: list[Band], width: float, room: float) -> None:
    painter.save()
    painter.translate(0, _HEAD)
    for band in several:
        painter.save()
        smaller = min(room / band.height, width / band.width)  # a month with more than a page holds
        painter.scale(smaller, smaller)
        pencil.paint(painter, band)
        painter.restore()
        painter.translate(0, band.height + BETWEEN)
    painter.restore()


def _furniture(
    painter: QPainter,
    desk: Desk,
    dress: Dress,
    journey: Journey,
    now: dt.datetime,
    size: tuple[float, float],
    number: tuple[int, int],
) -> None:
    """Whose journey it is, whose copy, when it was printed, and which page."""
    width, height = size
    text = desk.language.text
    patient = journey.patient
    parts = [
        text(N_("Timeline")),
        patient.full_name if patient else "",
        (patient.name_hanzi or patient.name_at_hospital) if patient else "",
        journey.reference,
    ]
    painter.setPen(colour(dress.colours.text))
    painter.setFont(dress.font(LABEL_FIRM))
    painter.drawText(QRectF(0, 0, width, 20), _LEFT, " · ".join(part for part in parts if part))
    painter.drawText(QRectF(0, 0, width, 20), _RIGHT, text(N_("The agency’s own copy")))
    painter.setPen(pen(dress.colours.line_control))
    painter.drawLine(QPointF(0, 21), QPointF(width, 21))
    painter.setPen(colour(dress.colours.text_muted))
    foot = QRectF(0, height - _FOOT + 4, width, _FOOT - 4)
    painter.setFont(dress.font(CAPTION))
    told = text(
        N_(
            "It holds everything that is dated in this journey and is not for handing out. "
            "The agency provides no medical services."
        )
    )
    painter.drawText(foot, _LEFT, told)
    painter.setFont(dress.font(LABEL))
    at = N_(
        "Printed {at} · page {page} of {pages}",
        at=now.astimezone(),
        page=number[0],
        pages=number[1],
    )
    painter.drawText(foot, _RIGHT, text(at))
