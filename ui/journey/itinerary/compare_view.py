"""Two revisions beside each other: what the newer one tells otherwise, and both papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, NN_
from planner.record.issue import Issue
from planner.session import Session
from ui import labels
from ui.controls.banner import Banner
from ui.controls.button import IconButton
from ui.controls.check_box import CheckBox
from ui.controls.choice_box import ChoiceBox
from ui.controls.flow_layout import FlowLayout
from ui.controls.standing import stand
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.itinerary.change_list import ChangeList
from ui.pdf.page_view import PageView
from ui.pdf.pages import PdfPages
from ui.portions import Portions
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space
from ui.work import IsCancelled, Progress

_LIST_WIDTH = space(72)
_LIST_HEIGHT = space(36)
_BESIDE_FROM = space(200)
_ANY = 16_777_215  # Qt's QWIDGETSIZE_MAX


class CompareView(QWidget):
    """Old at the left, new at the right, what changed beside them.

    Signals:
        closed: the user has seen enough.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey = ""
        self._quiet = False
        self._together = False
        self._filling = Portions(self)
        self.banner = Banner(desk, self)
        self.old = ChoiceBox(desk, N_("Earlier revision"), self)
        self.new = ChoiceBox(desk, N_("Later revision"), self)
        self.pages = (PageView(desk, self), PageView(desk, self))
        for view in self.pages:
            view.set_side_by_side(False)
        self._papers: list[PdfPages | None] = [None, None]
        self.together = CheckBox(desk, N_("Turn the pages together"))
        self.together.setChecked(True)
        self._count = words(desk, "", "strong", wrap=True)
        self.changes = ChangeList(desk, self)
        self.close_button = IconButton(desk, N_("Close"), "x")
        self.close_button.clicked.connect(self.closed)
        for box in (self.old, self.new):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)  # in every language
            box.currentIndexChanged.connect(self._chosen)
        left, right = self.pages
        left.verticalScrollBar().valueChanged.connect(lambda: self._follow(left, right))
        right.verticalScrollBar().valueChanged.connect(lambda: self._follow(right, left))
        self._lay_out()

    def show_revisions(self, journey_id: str, old: int, new: int) -> None:
        """Compare these; the user may choose others."""
        self._journey = journey_id
        said = ContentWords(self._desk)
        issues = sorted(self._session.journey(journey_id).issues, key=lambda one: one.revision)
        self._quiet = True
        for box, wanted in ((self.old, old), (self.new, new)):
            box.clear()
            for issue in issues:
                told = N_(
                    "{number} · {audience} · {moment}",
                    number=issue.revision,
                    audience=labels.name(issue.audience),
                    moment=issue.issued,
                )
                box.addItem(said.text(told), issue.revision)
            box.setCurrentIndex(box.findData(wanted))
        self._quiet = False
        self._chosen()

    def clear(self) -> None:
        """Forget both papers."""
        self._filling.stop()
        for place in (0, 1):
            self._put(place, None)
        self.changes.show_changes((), N_("Nothing has changed."))

    @property
    def revisions(self) -> tuple[int, int]:
        """Which two are compared."""
        return self.old.currentData(), self.new.currentData()

    def arrive(self) -> None:
        """Put the focus where one begins."""
        self.old.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside a form what changed stands over the papers, which else had no room to be read."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        if stand(self._below, beside=beside):
            self._side.setMinimumWidth(_LIST_WIDTH if beside else 0)
            self._side.setMaximumWidth(_LIST_WIDTH if beside else _ANY)
            self._side.setMaximumHeight(_ANY if beside else _LIST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _chosen(self, _index: int = 0) -> None:
        if self._quiet or self.old.currentIndex() < 0 or self.new.currentIndex() < 0:
            return
        self.banner.dismiss()
        self._desk.language.say(self._count, N_("Comparing…"))
        self._filling.begin(self._fill(self.revisions))

    def _fill(self, wanted: tuple[int, int]) -> Iterator[None]:
        """Open one paper after the other, then compare what they tell."""
        try:
            for place, revision in enumerate(wanted):
                self._put(place, PdfPages(self._session.copies.pdf(self._journey, revision), self))
                yield
            job = self._session.copies.compare(self._journey, *wanted)
        except PlannerError as error:
            self._errors.present(error, self.banner)
            self.changes.show_changes((), N_("Changes cannot be told."))
            return

        def work(_progress: Progress, _cancelled: IsCancelled) -> Any:
            return job.run()

        self._desk.work.start(
            self,
            work,
            done=lambda changes: self._told(changes, wanted),
            failed=lambda error: self._errors.present(error, self.banner),
        )

    def _told(self, changes: Any, wanted: tuple[int, int]) -> None:
        if wanted != self.revisions:
            return
        count = NN_("{count} difference", "{count} differences", len(changes))
        self._desk.language.say(self._count, count if changes else N_("No difference"))
        self.changes.show_changes(changes, N_("Both tell the same."))

    def _put(self, place: int, pages: PdfPages | None) -> None:
        before, self._papers[place] = self._papers[place], pages
        self.pages[place].show_pages(pages)
        if before is not None:
            before.leave()

    def _follow(self, moved: PageView, other: PageView) -> None:
        """The other paper at the same page, or at the end where it has fewer."""
        if self._together or not self.together.isChecked():
            return
        self._together = True
        if moved.page != other.page:
            other.go_to(moved.page)
        QTimer.singleShot(0, self, self._done_following)

    def _done_following(self) -> None:
        self._together = False

    def _lay_out(self) -> None:
        chosen = FlowLayout(space(2), space(1))
        for widget in (self.old, self.new, self.together):
            widget.setMinimumHeight(self.old.sizeHint().height())
            chosen.addWidget(widget)
        top = QHBoxLayout()
        top.setContentsMargins(space(4), space(1.5), space(2), space(1.5))
        top.setSpacing(space(2))
        top.addLayout(chosen, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        bar = QFrame(self)
        bar.setProperty("kind", "bar")
        bar.setLayout(top)
        side = self._side = QFrame(self)
        side.setProperty("kind", "surface")
        side.setFixedWidth(_LIST_WIDTH)
        listed = QVBoxLayout(side)
        listed.setContentsMargins(space(4), space(3), space(2), space(2))
        listed.setSpacing(space(2))
        listed.addWidget(self.banner)
        listed.addWidget(self._count)
        listed.addWidget(self.changes, 1)
        papers = QHBoxLayout()
        papers.setSpacing(1)
        for view in self.pages:
            papers.addWidget(view, 1)
        below = self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(1)
        below.addWidget(side)
        below.addLayout(papers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(below, 1)


def compared_with(issue: Issue, issues: Iterable[Issue]) -> tuple[int, int]:
    """The revision that ``issue`` replaced, or the one before it, or else the last; the earlier one first."""
    numbers = sorted({one.revision for one in issues})
    earlier = [number for number in numbers if number < issue.revision]
    other = issue.replaces or (earlier[-1] if earlier else numbers[-1])
    return min(other, issue.revision), max(other, issue.revision)
