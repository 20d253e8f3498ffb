"""A PDF on a printer: the printer is chosen by the user, the pages are drawn for it by a worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from planner.errors import Cancelled, StoreError
from planner.message import N_
from ui.pdf.pages import opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

#: As fine as a page is drawn; finer only makes the wait longer.
_MOST_DPI = 300
_POINTS_AN_INCH = 72.0


def choose_printer(parent: QWidget, title: str, pages: int, paper: QSizeF, *, grey: bool) -> QPrinter | None:
    """Ask which printer, for a document of so many ``pages`` of ``paper`` (points); ``None`` for not now."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    get_ready(printer, title, paper, grey=grey)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def get_ready(printer: QPrinter, title: str, paper: QSizeF, *, grey: bool) -> None:
    """The paper the document is made for, its margins its own, double-sided where the printer can."""
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(paper, QPageSize.Unit.Point))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)


def print_pages(
    data: bytes,
    printer: QPrinter,
    progress: Callable[[float], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Draw the chosen pages on ``printer``, on any thread; how many.

    Raises: Cancelled; StoreError when the printer does not take them.
    """
    buffer, document = opened(data)
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    wanted = range(first - 1, min(last, document.pageCount()))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted = wanted[::-1]
    painter = QPainter()
    if not painter.begin(printer):
        raise StoreError(
            N_("The printer does not take the pages."), N_("Check that it is on, then print again.")
        )
    try:
        for number, page in enumerate(wanted):
            if cancelled():
                printer.abort()
                raise Cancelled(N_("Printing was stopped; pages already sent may still come out."))
            if number:
                printer.newPage()
            _draw(document, page, printer, painter)
            progress((number + 1) / len(wanted))
    finally:
        painter.end()
        document.close()
        buffer.close()
    return len(wanted)


def _draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    points = document.pagePointSize(page)
    dpi = min(printer.resolution(), _MOST_DPI)
    image = document.render(page, (points * dpi / _POINTS_AN_INCH).toSize())
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    laid = QPainter(paper)
    laid.drawImage(0, 0, image)
    laid.end()
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        paper = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    size = points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    painter.drawImage(place, paper)
