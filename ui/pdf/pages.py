"""The pages of one PDF in memory, drawn one after the other on a thread of their own, those in view first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    QSize,
    QSizeF,
    Signal,
)
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

from planner.errors import InputError
from planner.message import N_

_MOST_BYTES = 192 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class ReadPdf:
    """A PDF that was read from memory: what Qt goes on reading from, and the size of each page in points."""

    buffer: QBuffer
    document: QPdfDocument
    sizes: tuple[QSizeF, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """A page (from 0) to be drawn ``size`` device pixels large, for one of those who show it."""

    page: int
    size: QSize


class PdfPages(QObject):
    """A PDF that was read, and the pictures of its pages that were drawn so far.

    Each who shows pages has a name and a list of wishes of its own; the names are served in the order in
    which they first asked. A picture is kept until another of the same page takes its place, so that pages
    drawn again after an edit never flash white. Bytes are read at once; a large PDF is better read by a
    worker (``read_pdf``).

    Signals:
        drawn(str, int): the picture of this page for this name is another one now.

    Raises: InputError when the bytes are no PDF that can be shown.
    """

    drawn = Signal(str, int)

    def __init__(self, pdf: bytes | ReadPdf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        read = read_pdf(pdf) if isinstance(pdf, bytes) else pdf
        self._buffer, self._document, self.sizes = read.buffer, read.document, read.sizes
        self._buffer.setParent(self)
        self._document.setParent(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._keep)
        self._wishes: dict[str, tuple[Wish, ...]] = {}
        self._pictures: dict[tuple[str, int], QImage] = {}
        self._stale: set[tuple[str, int]] = set()
        self._under_way: tuple[str, Wish] | None = None
        self._leaving = False

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._under_way is not None

    def picture(self, name: str, page: int) -> QImage | None:
        """The page as last drawn for ``name``, perhaps in another size than is wished for now."""
        return self._pictures.get((name, page))

    def is_due(self, name: str, wish: Wish) -> bool:
        """Whether a page still has to be drawn in that size."""
        known = self._pictures.get((name, wish.page))
        return known is None or known.size() != wish.size or (name, wish.page) in self._stale

    def wish(self, name: str, wishes: Sequence[Wish]) -> None:
        """From now on ``name`` needs these, the first the most."""
        self._wishes[name] = tuple(wishes)
        self._next()

    def inherit(self, older: PdfPages) -> None:
        """Show the pictures of an earlier state of the same paper until its own are drawn."""
        kept = {key: image for key, image in older.pictures.items() if key[1] < self.count}
        self._pictures = {**kept, **self._pictures}
        self._stale |= kept.keys()

    @property
    def pictures(self) -> Mapping[tuple[str, int], QImage]:
        """All pictures there are, by name and page."""
        return self._pictures

    def text(self, page: int) -> str:
        """The words of a page, for who cannot see it."""
        return self._document.getAllText(page).text()

    def leave(self) -> None:
        """Go, once the page under way is drawn: stopping earlier would have the main thread wait for it."""
        self._leaving = True
        self._wishes.clear()
        if self._under_way is None:
            self.deleteLater()

    def _next(self) -> None:
        if self._under_way is not None or self._leaving:
            return
        for name, wishes in self._wishes.items():
            for wish in wishes:
                if wish.page < self.count and not wish.size.isEmpty() and self.is_due(name, wish):
                    self._under_way = (name, wish)
                    self._renderer.requestPage(wish.page, wish.size)
                    return

    def _keep(self, page: int, size: QSize, image: QImage, _options: object, _request: int) -> None:
        if self._under_way is None:
            return
        (name, wish), self._under_way = self._under_way, None
        if self._leaving:
            self.deleteLater()
            return
        if wish.page == page and not image.isNull():
            key = (name, page)
            self._pictures.pop(key, None)
            self._pictures[key] = image  # the newest last
            self._stale.discard(key)
            self._make_room()
            self.drawn.emit(name, page)
        self._next()

    def _make_room(self) -> None:
        wished = {(name, wish.page) for name, wishes in self._wishes.items() for wish in wishes}
        held = sum(image.sizeInBytes() for image in self._pictures.values())
        for key in list(self._pictures):
            if held <= _MOST_BYTES:
                return
            if key not in wished:
                held -= self._pictures.pop(key).sizeInBytes()
                self._stale.discard(key)


def read_pdf(data: bytes) -> ReadPdf:
    """Read a PDF, on any thread, for the main thread to show. Raises: InputError when it cannot be shown."""
    buffer, document = opened(data)
    sizes = tuple(document.pagePointSize(page) for page in range(document.pageCount()))
    application = QCoreApplication.instance()
    if application is not None:
        buffer.moveToThread(application.thread())
        document.moveToThread(application.thread())
    return ReadPdf(buffer, document, sizes)


def opened(data: bytes) -> tuple[QBuffer, QPdfDocument]:
    """A PDF read from memory, and what it goes on reading from: keep both. Raises: InputError."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[call-overload]  # the stub forgets that it may have none
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready or document.pageCount() == 0:
        locked = document.error() is QPdfDocument.Error.IncorrectPassword
        raise InputError(
            N_("This PDF is locked with a password.")
            if locked
            else N_("This PDF is damaged and cannot be shown."),
            N_("Export it and open it with another program."),
        )
    return buffer, document
