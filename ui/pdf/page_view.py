"""The pages of a PDF on a scroll: white paper on a calm ground, as sharp as the screen is."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.message import N_
from ui.desk import Desk
from ui.pdf.layout import LEAST_ZOOM, MOST_ZOOM, PageLayout, lay
from ui.pdf.pages import PdfPages, Wish
from ui.theme.tokens import space

_NAME = "view"
_STEPS = (0.25, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_TWO_BESIDE_FROM = space(260)
_OVERLAP = space(10)
_FRAME = 2
_AT_THE_TOP = (0, -1.0)


class PageView(QAbstractScrollArea):
    """Shows ``PdfPages``; the place one reads stays where it is when other pages take their place.

    Signals:
        moved(int): the page one reads (from 0) is another one.
        zoomed: the size of the pages is another one.
    """

    moved = Signal(int)
    zoomed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: PdfPages | None = None
        self._layout = PageLayout((), 0, 0, 1.0, 1)
        self._zoom: float | None = None
        self._side_by_side: bool | None = None
        self._grey = False
        self._greys: dict[int, tuple[int, QImage]] = {}
        self._page = 0
        self._keeping = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # or the width depends on itself
        self.verticalScrollBar().setSingleStep(space(10))
        self.horizontalScrollBar().setSingleStep(space(10))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        desk.theme.changed.connect(self.viewport().update)
        desk.language.changed.connect(self._name)
        self._name()

    # What it shows

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these, at the place where the ones before were read."""
        anchor = self._anchor()
        self._pages = pages
        self._greys.clear()
        if pages is not None:
            pages.drawn.connect(self._drawn)
        self._lay(anchor)
        self._name()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages is not None else 0

    @property
    def page(self) -> int:
        """The page one reads, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if self._layout.places:
            place = self._layout.places[min(max(page, 0), self.count - 1)]
            self.verticalScrollBar().setValue(place.top() - space(3))

    @property
    def zoom(self) -> float:
        """The size of the pages; 1.0 is that of the paper."""
        return self._layout.zoom

    @property
    def fits_width(self) -> bool:
        """Whether the pages fill the width."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages in this size, or with ``None`` as wide as there is room."""
        anchor = self._anchor()
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM) if zoom is not None else None
        self._lay(anchor)

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in _STEPS if step > self.zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self.zoom - 0.01), _STEPS[0]))

    @property
    def is_side_by_side(self) -> bool:
        """Whether two pages lie beside each other."""
        return self._layout.columns == 2

    def set_side_by_side(self, wanted: bool | None) -> None:
        """Lay two pages beside each other, or one below the other; with ``None``, two where it is wide."""
        anchor = self._anchor()
        self._side_by_side = wanted
        self._lay(anchor)

    def set_grey(self, grey: bool) -> None:
        """Show the pages as a black and white printer would."""
        self._grey = grey
        self.viewport().update()

    @property
    def is_sharp(self) -> bool:
        """Whether all pages in view are drawn in the size they are shown in."""
        pages = self._pages
        return pages is None or not any(pages.is_due(_NAME, wish) for wish in self._wishes(0))

    # Where things lie

    def _anchor(self) -> tuple[int, float]:
        """The page at the top and how much of it is above; before the first there is its margin."""
        if not self._layout.places:
            return _AT_THE_TOP
        top = self.verticalScrollBar().value()
        if top < self._layout.places[0].top():
            return _AT_THE_TOP
        page = self._layout.page_at(top)
        place = self._layout.places[page]
        return page, (top - place.top()) / max(place.height(), 1)

    def _lay(self, anchor: tuple[int, float]) -> None:
        viewport = self.viewport().size()
        wanted = self._side_by_side
        beside = viewport.width() >= _TWO_BESIDE_FROM if wanted is None else wanted
        sizes = self._pages.sizes if self._pages is not None else ()
        self._layout = lay(sizes, viewport.width(), self._zoom, side_by_side=beside)
        self._keeping = True
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, viewport.width()),
            (self.verticalScrollBar(), self._layout.height, viewport.height()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        if self._layout.places:
            page, share = anchor
            place = self._layout.places[min(page, self.count - 1)]
            self.verticalScrollBar().setValue(place.top() + round(share * place.height()))
        self._keeping = False
        self._scrolled()
        self.zoomed.emit()

    def _scrolled(self, _value: int = 0) -> None:
        if self._keeping:
            return
        self._ask()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = self._layout.page_at(middle)
        if page != self._page:
            self._page = page
            self._name()
            self.moved.emit(page)
        self.viewport().update()

    def _ask(self) -> None:
        if self._pages is not None:
            self._pages.wish(_NAME, self._wishes(1))

    def _wishes(self, around: int) -> list[Wish]:
        """What is in view from the top, then ``around`` that many pages more on either side."""
        seen = self._layout.within(self.verticalScrollBar().value(), self.viewport().height())
        more = [
            page
            for step in range(1, around * self._layout.columns + 1)
            for page in (seen.stop - 1 + step, seen.start - step)
            if 0 <= page < self.count
        ]
        ratio = self.devicePixelRatioF()
        return [
            Wish(page, (self._layout.places[page].size().toSizeF() * ratio).toSize())
            for page in (*seen, *(more if seen else ()))
        ]

    def _drawn(self, name: str, page: int) -> None:
        if name == _NAME and page < len(self._layout.places):
            self._greys.pop(page, None)
            self.viewport().update(self._shown(page).adjusted(-1, -1, 1, 1))

    def _shown(self, page: int) -> QRect:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._layout.places[page].translated(-left, -top)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._lay(self._anchor())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self.viewport())
        ground = QColor(colours.canvas if colours.dark else colours.pressed)
        painter.fillRect(event.rect(), ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._layout.within(self.verticalScrollBar().value(), self.viewport().height())
        for page in seen:
            place = self._shown(page)
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, Qt.GlobalColor.white)
            if image := self._picture(page):
                painter.drawImage(place, image)
            painter.setPen(QColor(colours.line_control if colours.dark else colours.line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            self._frame(painter, ground)

    def _frame(self, painter: QPainter, ground: QColor) -> None:
        """The keyboard's frame, with the ground within it: on white paper alone it would hardly be seen."""
        for colour, inset in ((ground, _FRAME * 1.5), (QColor(self._desk.theme.colours.focus), _FRAME / 2)):
            pen = QPen(colour, _FRAME)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset))

    def _picture(self, page: int) -> QImage | None:
        image = self._pages.picture(_NAME, page) if self._pages is not None else None
        if image is None or not self._grey:
            return image
        known = self._greys.get(page)
        if known is None or known[0] != image.cacheKey():
            paper = QImage(image.size(), QImage.Format.Format_RGB32)
            paper.fill(Qt.GlobalColor.white)
            painter = QPainter(paper)
            painter.drawImage(0, 0, image)
            painter.end()
            known = self._greys[page] = (
                image.cacheKey(),
                paper.convertToFormat(QImage.Format.Format_Grayscale8),
            )
        return known[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar()
        screen = max(bar.pageStep() - _OVERLAP, 1)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if not event.modifiers():
                bar.setValue(bar.value() + screen)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Space | Qt.Key.Key_Backspace if not control:
                bar.setValue(bar.value() - screen)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.zoom_in()
            case Qt.Key.Key_Minus if control:
                self.zoom_out()
            case Qt.Key.Key_0 if control:
                self.set_zoom(None)
            case Qt.Key.Key_1 if control and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.set_zoom(1.0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self.zoom * math.pow(1.0015, turned))
            event.accept()
        else:
            super().wheelEvent(event)

    def _name(self) -> None:
        """Which page it is, for who cannot see it; its words too, where somebody listens."""
        self._desk.language.say(
            self, N_("Page {page} of {pages}", page=self._page + 1, pages=self.count), "setAccessibleName"
        )
        if self._pages is not None and self.count and QAccessible.isActive():
            self.setAccessibleDescription(self._pages.text(min(self._page, self.count - 1)))
