"""An attached file looked at inside the program: nothing readable is written anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.thing import Attachment
from planner.session import Session
from ui.attachments.image_view import ImageView, read_image
from ui.attachments.plain_text import decoded
from ui.attachments.sizes import size_words
from ui.controls.banner import Banner
from ui.controls.button import Button, IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.empty_state import EmptyState
from ui.controls.words import words
from ui.desk import Desk
from ui.pdf.pages import ReadPdf, read_pdf
from ui.pdf.pdf_view import PdfView
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space
from ui.work import IsCancelled, Job, Progress

_EDGE = space(8)
#: More text than this is for an editor, not for a look.
_MOST_TEXT_BYTES = 4 * 2**20
_PDF = b"%PDF-"
#: What Qt reads as a picture although it is none to look at, or would read text as.
_NO_PICTURES = ("text/", "application/json", "application/pdf")

Content = ReadPdf | PlannerError | QImage | str | None


def content_of(data: bytes, media_type: str) -> Content:
    """What can be shown: a PDF, or why not, a picture, words; ``None`` for anything else. For any thread."""
    if _PDF in data[:1024]:
        try:
            return read_pdf(data)
        except PlannerError as error:
            return error
    if not media_type.startswith(_NO_PICTURES) and (image := read_image(data)) is not None:
        return image
    if len(data) <= _MOST_TEXT_BYTES and (media_type.startswith("text/") or b"\0" not in data):
        return decoded(data)
    return None


class AttachmentViewer(QWidget):
    """A sheet over the whole window, closed with Escape.

    Signals:
        elsewhere_wanted(object): open this ``Attachment`` in another program.
        export_wanted(object): export this ``Attachment``.
    """

    elsewhere_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._desk = desk
        self._session = session
        self._errors = errors
        self._attachment: Attachment | None = None
        self._job: Job | None = None
        self._return: Callable[[], object] | None = None
        over.installEventFilter(self)
        desk.language.say(self, N_("Attached file"), "setAccessibleName")
        self._name = ElidingLabel(desk, "", "title")
        self._what = words(desk, "", "muted")
        self.export = Button(desk, N_("Export…"), icon="download")
        self.export.clicked.connect(lambda: self.export_wanted.emit(self._attachment))
        self.close_button = IconButton(desk, N_("Close"), "x")
        self.close_button.clicked.connect(self.leave)
        self.banner = Banner(desk, self)
        self.pdf = PdfView(desk, self)
        self.image = ImageView(desk, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "reading")
        self.text.document().setDocumentMargin(space(3))
        desk.language.say(self.text, N_("Text"), "setAccessibleName")
        self.elsewhere = Button(desk, N_("Open in another program"), kind="primary", icon="external-link")
        self.elsewhere.clicked.connect(lambda: self.elsewhere_wanted.emit(self._attachment))
        self.unshown = EmptyState(
            desk,
            "file",
            N_("This kind of file cannot be shown here"),
            N_(
                "Another program can open it. For that a readable copy lies in a private folder of this "
                "computer until you remove it, lock the record or close the program."
            ),
            self.elsewhere,
            self,
        )
        self._wait = words(desk, N_("Reading…"), "muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        for page in (self._wait, self.pdf, self.image, self.text, self.unshown):
            self._stack.addWidget(page)
        self._lay_out()
        self.hide()

    def show_attachment(self, attachment: Attachment, back: Callable[[], object] | None = None) -> None:
        """Read and show it; ``back`` is called when it is closed, to put the focus where it was."""
        self._forget()
        self._attachment, self._return = attachment, back
        self._name.put(attachment.name)
        self._desk.language.say(self._what, size_words(attachment.size_bytes))
        self.banner.dismiss()
        self._stack.setCurrentWidget(self._wait)
        self._cover()
        self.show()
        self.raise_()
        self.close_button.setFocus()
        job = self._session.attachments.reading(attachment)

        def read(_progress: Progress, cancelled: IsCancelled) -> Content:
            return content_of(job.run(cancelled), attachment.media_type)

        self._job = self._desk.work.start(self, read, done=self._show, failed=self._failed)

    @property
    def shown(self) -> QWidget:
        """What is in view: the PDF, the picture, the text, or that it cannot be shown."""
        return self._stack.currentWidget() or self._wait

    @property
    def is_reading(self) -> bool:
        """Whether the file is still being read."""
        return self._job is not None

    def leave(self) -> None:
        """Close it and forget what was shown."""
        back = self._return
        self._forget()
        self.hide()
        if back is not None:
            back()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._attachment = self._return = None
        self.pdf.clear()
        self.image.show_image(None)
        self.text.clear()

    def _show(self, content: Any) -> None:
        self._job = None
        if self._attachment is None:
            return
        page: QWidget = self.unshown
        if isinstance(content, ReadPdf):
            self.pdf.show_pdf(content)
            page = self.pdf
        elif isinstance(content, PlannerError):
            self._errors.present(content, self.banner)
        elif isinstance(content, QImage):
            self.image.show_image(content)
            self._name_image()
            page = self.image
        elif isinstance(content, str):
            self.text.setPlainText(content)
            page = self.text
        self._stack.setCurrentWidget(page)
        (self.elsewhere if page is self.unshown else self.pdf.view if page is self.pdf else page).setFocus()

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._stack.setCurrentWidget(self.unshown)
        self._errors.present(error, self.banner)

    def _name_image(self) -> None:
        if self._attachment is not None:
            name = Message("{name}", {"name": self._attachment.name})
            self._desk.language.say(self.image, name, "setAccessibleName")

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab stays on the sheet: what lies beneath is not to be reached."""
        here = [
            one
            for one in self.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focus = self.focusWidget()
        if not here:
            return False
        place = here.index(focus) if focus in here else -1
        here[(place + (1 if forward else -1)) % len(here)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setOpacity(0.55)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))

    def mousePressEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.leave()

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(space(4), space(2), space(3), space(2))
        head.setSpacing(space(3))
        head.addWidget(self._name, 1)
        for widget in (self._what, self.export, self.close_button):
            head.addWidget(widget)
        around_banner = QVBoxLayout()
        around_banner.setContentsMargins(space(4), 0, space(4), space(2))
        around_banner.addWidget(self.banner)
        notice = QWidget(self)
        notice.setLayout(around_banner)
        notice.hide()
        self.banner.shown.connect(notice.show)
        self.banner.gone.connect(notice.hide)
        self._sheet = QFrame(self)
        self._sheet.setProperty("kind", "card")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(notice)
        column.addWidget(self._stack, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        around.addWidget(self._sheet)
