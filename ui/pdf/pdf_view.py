"""A PDF to read: its pages, a list of them, and a line to move and zoom by."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import Button, IconButton
from ui.controls.words import words
from ui.desk import Desk
from ui.pdf.page_list import PageList
from ui.pdf.page_view import PageView
from ui.pdf.pages import PdfPages, ReadPdf
from ui.theme.tokens import space

_LIST_FROM = space(180)


class PdfView(QWidget):
    """Shows PDFs one after the other, each from memory; the place one reads is kept between them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: PdfPages | None = None
        self._wants_list: bool | None = None
        self.view = PageView(desk, self)
        self.list = PageList(desk, self)
        self.list_button = IconButton(desk, N_("Page list"), "panel-left")
        self.list_button.setCheckable(True)
        self.list_button.clicked.connect(self._toggle_list)
        self.number = QLineEdit(self)
        self.number.setFixedWidth(space(12))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setValidator(QIntValidator(1, 99_999, self.number))
        desk.language.say(self.number, N_("Page number"), "setAccessibleName")
        self.number.returnPressed.connect(self._go)
        self._of = words(desk, "", "muted")
        self.smaller = IconButton(desk, N_("Smaller"), "zoom-out")
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger = IconButton(desk, N_("Larger"), "zoom-in")
        self.larger.clicked.connect(self.view.zoom_in)
        self.whole_size = Button(desk, Message("100%"), kind="quiet")
        self.whole_size.clicked.connect(lambda: self.view.set_zoom(1.0))
        self.fit = IconButton(desk, N_("As wide as there is room"), "move-horizontal")
        self.fit.setCheckable(True)
        self.fit.clicked.connect(lambda: self.view.set_zoom(None))
        self.beside = IconButton(desk, N_("Two pages side by side"), "columns-2")
        self.beside.setCheckable(True)
        self.beside.clicked.connect(self.view.set_side_by_side)
        self.view.moved.connect(self._moved)
        self.view.zoomed.connect(self._zoomed)
        self.list.chosen.connect(self.view.go_to)
        desk.language.changed.connect(self._zoomed)
        self._lay_out()
        self._zoomed()

    def show_pdf(self, pdf: bytes | ReadPdf) -> None:
        """Show these pages where the ones before were read. Raises: InputError when it is no PDF to show."""
        pages = PdfPages(pdf, self)
        if self._pages is not None:
            pages.inherit(self._pages)
        self._put(pages)

    def clear(self) -> None:
        """Show nothing, and forget what was shown."""
        self._put(None)
        self.view.verticalScrollBar().setValue(0)

    @property
    def pages(self) -> PdfPages | None:
        """What is shown."""
        return self._pages

    def add_tool(self, widget: QWidget) -> None:
        """Put something more at the right end of the line."""
        self._tools.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._show_list()
        self._fit()

    def _fit(self) -> None:
        """Where the line has no room for all: nor have two pages side by side; after them the figures go."""
        spare = (
            (self.whole_size, self.beside) if self.view.is_side_by_side else (self.beside, self.whole_size)
        )
        gap = self._line.spacing()
        short = self._line.sizeHint().width() - self.width()
        short += sum(one.sizeHint().width() + gap for one in spare if one.isHidden())
        for one in spare:
            one.setVisible(short <= 0)
            short -= one.sizeHint().width() + gap if short > 0 else 0

    def _put(self, pages: PdfPages | None) -> None:
        before, self._pages = self._pages, pages
        self.view.show_pages(pages)
        self.list.show_pages(pages)
        if before is not None:
            before.leave()
        self._moved(self.view.page)
        for widget in (self.number, self.smaller, self.larger, self.fit, self.beside, self.whole_size):
            widget.setEnabled(pages is not None)

    def _toggle_list(self, shown: bool) -> None:
        self._wants_list = shown
        self._show_list()

    def _show_list(self) -> None:
        shown = self.width() >= _LIST_FROM if self._wants_list is None else self._wants_list
        self.list_button.setChecked(shown)
        self.list.setVisible(shown)

    def _go(self) -> None:
        self.view.go_to(int(self.number.text()) - 1)
        self.view.setFocus()

    def _moved(self, page: int) -> None:
        count = self.view.count
        self.number.setText(str(min(page + 1, count)) if count else "")
        self._of.setText(f"/ {count}" if count else "")
        if count:
            self.list.show_page(min(page, count - 1))

    def _zoomed(self) -> None:
        percent = self._desk.language.speaker.percent(round(self.view.zoom, 2))
        self.whole_size.setText(percent)
        name = self._desk.language.text(N_("{percent} of the paper; press for 100%", percent=percent))
        self.whole_size.setAccessibleName(name)
        self.whole_size.setToolTip(name)
        self.fit.setChecked(self.view.fits_width)
        self.beside.setChecked(self.view.is_side_by_side)

    def _lay_out(self) -> None:
        line = self._line = QHBoxLayout()
        line.setContentsMargins(space(3), space(1), space(3), space(1))
        line.setSpacing(space(1))
        line.addWidget(self.list_button)
        line.addSpacing(space(1))
        line.addWidget(self.number)
        line.addWidget(self._of)
        line.addStretch(1)
        for widget in (self.smaller, self.whole_size, self.larger, self.fit, self.beside):
            line.addWidget(widget)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(space(1))
        line.addLayout(self._tools)
        bar = QFrame(self)
        bar.setProperty("kind", "bar")
        bar.setLayout(line)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.list)
        below.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(below, 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(space(150), space(120))
