"""What one sees of a copy: the paper, or in one sentence why there is none; and what it is one sees."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import InputError, PlannerError, Refused
from planner.message import N_, Message
from planner.rules.finding import EnterNew, OpenField
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.eliding_label import ElidingLabel
from ui.controls.empty_state import EmptyState
from ui.desk import Desk
from ui.pdf.pages import ReadPdf
from ui.pdf.pdf_view import PdfView
from ui.theme.tokens import space

#: What is left for the reason where the form of a consent stands beside it in a small window.
_BESIDE_A_FORM = space(66)


class PaperView(QWidget):
    """The preview.

    Signals:
        way_on_wanted(object): go to where the reason can be seen to.
        draft_wanted: back from an issued paper to the journey as it stands.
    """

    way_on_wanted = Signal(object)
    draft_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._way: str | OpenField | EnterNew = "consent"
        self.banner = Banner(desk, self)
        self._what = ElidingLabel(desk, "", "strong")
        self.back = Button(desk, N_("Back to the draft"), kind="inline", icon="arrow-left")
        self.back.clicked.connect(self.draft_wanted)
        self.busy = QProgressBar(self)
        self.busy.setProperty("kind", "line")
        self.busy.setTextVisible(False)
        self.busy.setRange(0, 0)
        desk.language.say(self.busy, N_("The paper is being made…"), "setAccessibleName")
        self.pdf = PdfView(desk, self)
        self.consent = Button(desk, N_("Go to consent"), kind="primary", icon="shield-check")
        self.consent.clicked.connect(lambda: self.way_on_wanted.emit(self._way))
        self.refusal = EmptyState(
            desk,
            "shield",
            N_("This copy may not be made"),
            N_("Nothing issued yet"),
            self.consent,
            self,
            widest=_BESIDE_A_FORM,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pdf)
        self._stack.addWidget(self.refusal)
        self._lay_out()
        self.show_busy(False)
        self.show_what(N_("Draft, as the journey stands now"))

    def show_what(self, what: Message, *, issued: bool = False) -> None:
        """Say what it is one sees; ``issued`` offers the way back to the draft."""
        self._what.put(what)
        self.back.setVisible(issued)

    @property
    def what(self) -> str:
        """What it says one sees."""
        return self._what.accessibleName()

    def show_busy(self, busy: bool) -> None:
        """Whether the paper is being made again."""
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing below may jump with each key pressed
        self.busy.setSizePolicy(policy)
        self.busy.setVisible(busy)

    def show_pdf(self, pdf: bytes | ReadPdf) -> None:
        """Show this paper. Raises: InputError when it cannot be shown."""
        self.pdf.show_pdf(pdf)
        self._stack.setCurrentWidget(self.pdf)

    def show_refusal(self, error: PlannerError, way: str | OpenField | EnterNew) -> None:
        """Say why there is no paper; ``way`` leads to where that can be seen to, a section or a form."""
        self._way = way
        self._desk.language.say(self.consent, N_("Go to people") if way == "people" else N_("Go to consent"))
        self._desk.language.say(
            self.refusal.title,
            N_("This copy may not be made")
            if isinstance(error, Refused)
            else N_("This copy cannot be made yet")
            if isinstance(error, InputError)
            else N_("This copy cannot be made now"),
        )
        self._desk.language.say(self.refusal.sentence, error.message, "show_words")
        self.consent.setVisible(isinstance(error, Refused))
        self.pdf.clear()
        self._stack.setCurrentWidget(self.refusal)

    @property
    def is_refused(self) -> bool:
        """Whether there is no paper to be seen."""
        return self._stack.currentWidget() is self.refusal

    def clear(self) -> None:
        """Forget what was shown."""
        self.pdf.clear()
        self._stack.setCurrentWidget(self.pdf)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(space(4), space(1.5), space(3), space(0.75))
        head.setSpacing(space(3))
        head.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.back)
        bar = QFrame(self)
        bar.setProperty("kind", "surface")
        over = QVBoxLayout(bar)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addLayout(head)
        over.addWidget(self.busy)  # on the bar's own ground: the room kept for it is no gap
        notice = QVBoxLayout()
        notice.setContentsMargins(space(3), space(2), space(3), space(2))
        notice.addWidget(self.banner)
        self._notice = QWidget(self)
        self._notice.setLayout(notice)
        self._notice.hide()
        self.banner.shown.connect(self._notice.show)
        self.banner.gone.connect(self._notice.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
