"""The itinerary of a journey: options at the left, the real paper beside them, what was issued below."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.edits.issuing import give_back
from planner.errors import InputError, PlannerError
from planner.message import N_
from planner.record.consent import DisclosureKind
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.session import Holding, IssuedCopy, Session
from ui.controls.button import Button
from ui.controls.command import Command
from ui.desk import Desk
from ui.journey.export_beside import ExportBeside
from ui.journey.itinerary.compare_view import CompareView, compared_with
from ui.journey.itinerary.handing import Handing
from ui.journey.itinerary.issue_panel import IssuePanel
from ui.journey.itinerary.ledger_model import to_collect
from ui.journey.itinerary.ledger_view import LedgerView
from ui.journey.itinerary.options_panel import OptionsPanel
from ui.journey.itinerary.paper_view import PaperView
from ui.journey.itinerary.recording import Recording
from ui.journey.itinerary.rendering import Maker, Rendering
from ui.journey.itinerary.revision_news import tell_issued, tell_withdrawn
from ui.journey.itinerary.side_column import side_column
from ui.journey.view import JourneyView
from ui.pdf.pages import ReadPdf, read_pdf
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space


class ItineraryView(JourneyView):
    """Everything about the paper.

    Signals:
        issued(object): this ``Issue`` is in the record; it is told beside its paper, and not by ``done``:
            a second banner, at the top, would move the page under the pointer.
    """

    issued = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey: Journey | None = None
        self._data: bytes | None = None
        self._seen: Issue | None = None
        self._is_due = False
        self.options = OptionsPanel(desk, self)
        self.issuing = IssuePanel(desk, self)
        self.paper = PaperView(desk, self)
        self.ledger = LedgerView(desk, self)
        self.rendering = Rendering(desk, self, read=_read)
        self.handing = Handing(desk, session, errors, self.paper.banner, self)
        self.recording = Recording(
            desk, session, errors, self.issuing, lambda: self._journey is not None, self
        )
        self.issue = Button(desk, N_("Issue a revision…"), kind="primary", icon="stamp")
        self.print = Button(desk, N_("Print…"), icon="printer")
        self.save = Button(desk, N_("Save a copy…"), icon="save")
        self.several = Button(desk, N_("Export several files…"), kind="link", icon="download")
        self._lay_out()
        self.export = ExportBeside(desk, session, errors, self._columns, self.several)
        self._connect()
        self._look()
        session.attachments.on_close(self._stop)

    # JourneyView

    def show_journey(self, journey: Journey) -> None:
        before, self._journey = self._journey, journey
        if before is None or before.id != journey.id:
            self.export.close()
            self._leave_forms()
            self.paper.clear()
            self._data = self._seen = None
        elif gone := [one for one in before.issues if one.id not in {now.id for now in journey.issues}]:
            tell_withdrawn(self.paper.banner, gone[-1])
        self.options.show_journey(journey)
        self.handing.look_again(self.issuing)
        self.ledger.show_ledger(self._session.copies.ledger(journey.id))
        if self._seen is not None and self._seen.id not in {one.id for one in journey.issues}:
            self._show_draft()
        if self._seen is None:
            self._make()

    def clear(self) -> None:
        self.rendering.stop()
        self.export.close()
        self._leave_forms()
        self._journey = self._data = self._seen = None
        self.paper.clear()
        if "compare" in vars(self):
            self.compare.clear()
        self.ledger.show_ledger(())
        self._look()

    def arrive(self) -> None:
        self.options.audience.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._is_due:
            self._make()

    # The paper

    def _make(self) -> None:
        """Make the paper again, as soon as somebody looks at it."""
        self._is_due = not self.isVisible()
        if self._is_due or self._journey is None:
            return
        self.rendering.want(self._prepare, at_once=self._data is None)

    def _prepare(self) -> Maker:
        if self._journey is None:
            raise InputError(N_("There is no journey to print."))
        if self._is_issuing:
            return self._session.copies.job(self._journey.id, self.options.options, recipients=None)
        return self._session.pdf_job(self._journey.id, self.options.options)

    def _made(self, made: Any, read: Any) -> None:
        self.paper.show_busy(False)
        self._data = _paper_of(made)
        self.paper.show_pdf(read)
        if isinstance(made, IssuedCopy):
            self.issuing.show_made(made)
            self.paper.show_what(N_("Revision {number}, not issued yet", number=made.job.revision))
        else:
            self.paper.show_what(N_("Draft, as the journey stands now"))
        self._look()

    def _refused(self, error: Any) -> None:
        self.paper.show_busy(False)
        self._data = None
        if self._is_issuing:
            self._leave_forms()
        self.paper.show_what(N_("Draft, as the journey stands now"))
        self.paper.show_refusal(error, self.handing.way_on(self._journey, self.options))
        self._look()

    def _failed(self, error: Any) -> None:
        self.paper.show_busy(False)
        self._errors.present(error, self.paper.banner)

    def _options_changed(self) -> None:
        self._show_draft()
        self._make()
        self._look()

    def _show_draft(self) -> None:
        if self._seen is not None:
            self.paper.banner.withdraw()  # what it offers is of the paper that was seen
            self._seen = self._data = None
            self._make()
        self._look()

    def _look(self) -> None:
        for button in (self.issue, self.print, self.save):
            button.setEnabled(self._data is not None)
        self.print_command.setEnabled(self._data is not None)
        self.several.setEnabled(self._journey is not None)
        self.paper.pdf.view.set_grey(self.options.grey.isChecked())
        self.handing.grey = self.options.grey.isChecked()

    # Issuing

    @property
    def _is_issuing(self) -> bool:
        return self._left.currentWidget() is self.issuing

    def begin_issue(self) -> None:
        """Make the numbered paper, and ask who receives it."""
        if self._journey is None:
            return
        self._seen = None
        self.paper.banner.dismiss()
        self.handing.begin_issue(self.issuing, self._journey, self.options.options)
        self._left.setCurrentWidget(self.issuing)
        self.issuing.arrive()
        self._make()

    def _recorded(self, issue: Issue) -> None:
        if self._journey is None:
            return
        self.issuing.closed.emit()
        self.show_journey(self._session.journey(self._journey.id))
        self._see(issue)
        self.ledger.mark(issue.id)
        collect = to_collect(self._session.copies.ledger(self._journey.id), issue)
        tell_issued(self.paper.banner, issue, collect, self.begin_print)
        self.issued.emit(issue)

    # What was issued

    def _see(self, issue: Issue) -> None:
        """Show the paper of an issued revision, as it was handed out."""
        if self._journey is None:
            return
        try:
            data = self._session.copies.pdf(self._journey.id, issue.revision)
            self.paper.show_pdf(data)
        except PlannerError as error:
            self._errors.present(error, self.paper.banner)
            return
        self.rendering.stop()
        self.paper.show_busy(False)
        self._leave_forms()
        self.paper.banner.withdraw()
        self._seen, self._data = issue, data
        self.paper.show_what(N_("Revision {number}, as it was issued", number=issue.revision), issued=True)
        self._look()

    @cached_property
    def compare(self) -> CompareView:
        """Two revisions beside each other, made when they are first compared."""
        made = CompareView(self._desk, self._session, self._errors, self._whole)
        made.closed.connect(self._close_compare)
        self._whole.addWidget(made)
        return made

    def _compare(self, line: Holding) -> None:
        if self._journey is None:
            return
        self.compare.show_revisions(self._journey.id, *compared_with(line.issue, self._journey.issues))
        self._whole.setCurrentWidget(self.compare)
        self.compare.arrive()

    def _close_compare(self) -> None:
        self._whole.setCurrentIndex(0)
        self.compare.clear()
        self.ledger.table.setFocus()

    def _collect(self, line: Holding) -> None:
        if self._journey is None:
            return
        today = self._session.office_day(self._journey)
        with self._errors.told(self.paper.banner):
            self._session.run(give_back(self._journey, line.issue.id, line.holder.name, today))
            self.show_journey(self._session.journey(self._journey.id))

    # Printing and saving

    def begin_print(self) -> None:
        """Ask who it is for, then print what one sees."""
        self._begin(DisclosureKind.PRINT)

    def begin_save(self) -> None:
        """Ask who it is for, then save what one sees."""
        self._begin(DisclosureKind.EXPORT)

    def _begin(self, kind: DisclosureKind) -> None:
        if self._journey is not None and self._data is not None:
            self.handing.begin(kind, self._journey, self.options.options, self._seen, self._data)

    def _begin_hand(self, line: Holding) -> None:
        self._see(line.issue)
        self.begin_print()

    def _ask(self) -> None:
        self._left.setCurrentWidget(self.handing.form)
        self.handing.form.arrive()

    def _begin_export(self) -> None:
        if self._journey is not None:
            self.export.open(self._journey)

    # How it is put together

    def _leave_forms(self) -> None:
        issuing = self._is_issuing
        self._left.setCurrentIndex(0)
        if issuing and self._seen is None:
            self._make()

    def _stop(self) -> None:
        """The record is being closed: nothing more is asked of it."""
        if isValid(self):
            self.rendering.stop()

    def _connect(self) -> None:
        self.options.changed.connect(self._options_changed)
        self.options.looked.connect(self._look)
        self.rendering.began.connect(lambda: self.paper.show_busy(True))
        self.rendering.made.connect(self._made)
        self.rendering.refused.connect(self._refused)
        self.rendering.failed.connect(self._failed)
        self.paper.way_on_wanted.connect(self.way_wanted)
        self.paper.draft_wanted.connect(self._show_draft)
        self.issue.clicked.connect(self.begin_issue)
        self.print.clicked.connect(self.begin_print)
        self.save.clicked.connect(self.begin_save)
        self.several.clicked.connect(self._begin_export)
        self.export.way_wanted.connect(self.way_wanted)
        self.recording.recorded.connect(self._recorded)
        self.issuing.closed.connect(self._leave_forms)
        self.issuing.consent_wanted.connect(self.handing.go_to_consent)
        self.handing.way_wanted.connect(self.way_wanted)
        self.handing.asked.connect(self._ask)
        self.handing.answered.connect(self._leave_forms)
        self.ledger.view_wanted.connect(lambda line: self._see(line.issue))
        self.ledger.compare_wanted.connect(self._compare)
        self.ledger.hand_wanted.connect(self._begin_hand)
        self.ledger.back_wanted.connect(self._collect)
        self.print_command = Command(
            self._desk, N_("Print…"), self.begin_print, keys=(QKeySequence.StandardKey.Print,), parent=self
        )
        self.print_command.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.print_command)

    def _lay_out(self) -> None:
        """From the outside in: what is moved to where it stands once it is dressed is dressed again."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._whole = QStackedWidget(self)
        layout.addWidget(self._whole)
        main = QWidget(self._whole)
        choices = QWidget(main)
        choices.setProperty("kind", "page")
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, space(1), 0)
        column.setSpacing(space(2))
        column.addWidget(self.options)
        column.addSpacing(space(3))
        for button in (self.issue, self.print, self.save, self.several):
            column.addWidget(button)
        column.addStretch(1)
        left, self._left = side_column((choices, self.handing.form, self.issuing), main)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.paper, 1)
        right.addWidget(self.ledger)
        self._columns = QHBoxLayout(main)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(1)
        self._columns.addWidget(left)
        self._columns.addLayout(right, 1)
        self._whole.addWidget(main)


def _paper_of(made: Any) -> bytes:
    return made.pdf if isinstance(made, IssuedCopy) else bytes(made)


def _read(made: Any) -> ReadPdf:
    return read_pdf(_paper_of(made))
