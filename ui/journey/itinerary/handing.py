"""Handing out what one sees: asks who it is for, then prints or saves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from planner.edits.issuing import recipients
from planner.message import N_
from planner.record.consent import Audience, DisclosureKind
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.text import Text
from planner.rules.finding import EnterNew, OpenField
from planner.session import PrintOptions, Session
from planner.session.receivers import receivers
from ui import labels
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.itinerary.hand_form import HandForm
from ui.journey.itinerary.issue_panel import IssuePanel
from ui.journey.itinerary.options_panel import OptionsPanel
from ui.journey.itinerary.outlet import Outlet, Paper, copy_name
from ui.journey.itinerary.receiver_form import WhyNot
from ui.journey.kept_names import KeptNames
from ui.shell.error_presenter import ErrorPresenter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Handing(QObject):
    """Owns the form and the outlet. ``grey`` prints in black and white.

    Signals:
        asked: the form wants to be seen.
        way_wanted(object): as that of ``JourneyView``: to the consent that somebody lacks.
        answered: it need not be seen any more.
    """

    asked = Signal()
    way_wanted = Signal(object)
    answered = Signal()

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._window = parent
        self.grey = False
        self.form = HandForm(desk, parent)
        self.form.closed.connect(self.answered)
        self.form.consent_wanted.connect(self.go_to_consent)
        self._way: Callable[[Text], OpenField | EnterNew | None] = lambda _name: None
        self.outlet = Outlet(desk, session, errors, banner, self)
        self.outlet.choose_printer = self._choose_printer
        self.outlet.choose_file = self._choose_file

    def begin(
        self, kind: DisclosureKind, journey: Journey, options: PrintOptions, issue: Issue | None, data: bytes
    ) -> None:
        """Ask who a copy is for: of the issued revision ``issue``, or of the draft made with ``options``."""
        paper = self._paper(journey, options, issue, data)
        printing = kind is DisclosureKind.PRINT
        leave = self.outlet.print if printing else self.outlet.save
        names = receivers(journey, options)
        if issue is not None:
            names = (*(one.name for one in issue.holders if one.returned_on is None), *names)

        def go(chosen: tuple[Text, ...]) -> None:
            if leave(paper, chosen):
                self.form.closed.emit()

        self.form.ask(
            N_("Print this copy") if printing else N_("Save this copy"),
            N_("{audience} copy, a draft", audience=labels.name(paper.audience))
            if issue is None
            else N_("Revision {number}, as it was issued", number=issue.revision),
            N_("Print…") if printing else N_("Save…"),
            recipients(names) if any(names) else (),
            go,
            self.kept(journey),
            self.why_not(journey, paper.audience, paper.recipient),
        )
        self.asked.emit()

    def begin_issue(self, panel: IssuePanel, journey: Journey, options: PrintOptions) -> None:
        """Ask in ``panel`` who receives a revision of the copy that ``options`` make."""
        why_not = self.why_not(journey, options.audience, options.recipient)
        panel.begin(journey, options, self.kept(journey), why_not)

    def look_again(self, panel: IssuePanel) -> None:
        """The journey is another: its paper is made again, and who may be given it may be others."""
        panel.made = None
        for form in (panel, self.form):
            form.who.look_again()

    def kept(self, journey: Journey) -> KeptNames:
        """The names that were typed for a copy of this journey and have none yet."""
        return KeptNames(self._session, journey.id)

    def why_not(self, journey: Journey, audience: Audience, recipient: str) -> WhyNot:
        """Why somebody may not be given a copy for ``audience``, as the journey then stands."""
        asked = self._session.disclosures
        self._way = lambda name: asked.consent_to(journey.id, audience, name, recipient)
        return lambda name: asked.why_not_to(journey.id, audience, name, recipient)

    def way_on(self, journey: Journey | None, chosen: OptionsPanel) -> str | OpenField | EnterNew:
        """To what keeps the copy that is ``chosen`` from being made: a section, or better the consent."""
        if journey is None or chosen.section != "consent":
            return chosen.section
        return self._session.disclosures.consent_for_copy(journey.id, chosen.options) or chosen.section

    def go_to_consent(self, name: Text) -> None:
        """To the consent without which ``name`` may not be given the copy asked about last."""
        self.way_wanted.emit(self._way(name) or "consent")

    def _paper(self, journey: Journey, options: PrintOptions, issue: Issue | None, data: bytes) -> Paper:
        audience = issue.audience if issue is not None else options.audience
        return Paper(
            journey=journey.id,
            data=data,
            audience=audience,
            recipient=issue.recipient if issue is not None else options.recipient,
            stem=self._desk.language.text(copy_name(journey, issue, labels.name(audience))),
            issue=issue,
        )

    def _choose_printer(self, title: str, pages: int, size: QSizeF) -> QPrinter | None:
        from ui.pdf.printing import choose_printer

        return choose_printer(self._window, title, pages, size, grey=self.grey)

    def _choose_file(self, offered: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        title = self._desk.language.text(N_("Save a copy"))
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, str(offered), "PDF (*.pdf)")
        return Path(chosen) if chosen else None
