"""One person: everything done with their data, all of it handed to them, or erased."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import InputError, PlannerError
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.session import NOT_ENCRYPTED, EventKind, JourneySummary, PersonReport, ReportLine
from ui.accountability.certificate_card import CertificateCard
from ui.accountability.erase_card import EraseCard
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.empty_state import EmptyState
from ui.controls.list_beside import lay_out_beside
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.search_field import SearchField
from ui.controls.segments import Segments
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Certificate, Session
    from ui.work import IsCancelled, Progress

_WIDTH = space(80)
_MOST_LINES = 60


class PeopleView(QWidget):
    """Patients at the left; at the right who saw, changed and got their data.

    Signals:
        journey_wanted(str): show the journey of this id.
    """

    journey_wanted = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._zone = zone
        self._person = ""
        self._certificate: Certificate | None = None
        self.erasing: EraseCard | None = None
        self.certificate: CertificateCard | None = None
        self.banner = Banner(desk, self)
        self.search = SearchField(desk, N_("Search patients"), self)
        self.list = SideList(desk, N_("Patients"), self._line, self)
        self._area = ReadingArea(desk, N_("One person"), self)
        lay_out_beside(self, self.list, self._area, width=_WIDTH, narrowed_by=self.search, banner=self.banner)
        self.search.textChanged.connect(lambda _text: self.read())
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.typed.connect(self._type_on)
        self.list.chosen.connect(self._choose)
        desk.language.changed.connect(self._show)

    def arrive(self) -> None:
        """Read anew and take the focus."""
        self.read()
        self.search.setFocus()

    def read(self) -> None:
        """List the patients as they are now."""
        rows = self._session.summaries()
        if self.search.text().strip():
            wanted = self._session.find_journeys(self.search.text())
            order = {key: place for place, key in enumerate(wanted)}
            rows = sorted((row for row in rows if row.id in order), key=lambda row: order[row.id])
        self.list.show_things([(row.id, row) for row in rows])
        if self.list.current is None and self._certificate is None:
            self.list.choose_first()
        self._show()

    def show_person(self, journey_id: str, *, erase: bool = False) -> None:
        """Show the patient of a journey, with the card to erase it open if so asked."""
        self.search.clear()
        self.read()
        self.list.choose(journey_id)
        if erase:
            QTimer.singleShot(0, self, self.begin_erasing)

    def begin_erasing(self) -> None:
        """Open the card that asks for the name."""
        key = self.list.current
        if key is None:
            return
        with self._errors.told(self.banner):
            preview = self._session.erasure.preview(key, self._person)
            self.erasing = EraseCard(self._desk, self._session, self._errors, preview)
            self.erasing.left.connect(self._leave_erasing)
            self.erasing.erased.connect(self._erased)
            self._show()
            self.erasing.arrive()

    def choose_export(self) -> None:
        """Ask where to, and write everything about the person there."""
        said = self._desk.language.text
        kinds = f"{said(N_('Zip file'))} (*.zip)"
        title = said(N_("Everything about one person"))
        path, _ = QFileDialog.getSaveFileName(self, title, "everything.zip", kinds)
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write everything about the person shown to a new folder or zip at ``path``."""
        key, person = self.list.current, self._person
        translator = self._desk.language.speaker
        try:
            job = self._session.exports.job(key, person)
        except PlannerError as error:
            self._errors.present(error, self.banner)
            return

        def work(progress: Progress, cancelled: IsCancelled) -> Path:
            path.unlink(missing_ok=True) if path.is_file() else None
            return job.run(path, translator, progress, cancelled)

        def done(made: Path) -> None:
            self._session.exports.enter(key, person)
            self.banner.tell(
                N_("Everything about {name} is in {path}.", name=job.name, path=str(made)),
                NOT_ENCRYPTED,
                Tone.WARNING,
            )

        self._desk.work.start(
            self,
            work,
            done=done,
            failed=lambda error: self._errors.present(error, self.banner),
            name=N_("Exporting everything about one person"),
        )

    def _choose(self, key: Any) -> None:
        self._person = ""
        self.erasing = None
        if key is not None:
            self._certificate = None
        self._show()

    def _choose_person(self, person: str) -> None:
        self._person = person
        self.erasing = None
        self._show()

    def _leave_erasing(self) -> None:
        self.erasing = None
        self._show()
        self.list.setFocus()

    def _erased(self, certificate: Certificate) -> None:
        self.erasing, self._certificate = None, certificate
        self._person = ""
        self.read()
        if self.certificate is not None:
            self.certificate.keep.setFocus()

    def _close_certificate(self) -> None:
        self._certificate = None
        self.read()
        self.list.setFocus()

    def _type_on(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def _line(self, row: JourneySummary) -> Line:
        said = self._desk.language.text
        return Line(
            title=row.patient_name or said(N_("No patient yet")),
            subtitle=" · ".join(part for part in (row.patient_name_hanzi, row.reference) if part),
            icon="user",
        )

    def _show(self) -> None:
        page = ReadingPage()
        column = page.column
        self.certificate = None
        if self._certificate is not None:
            names = self._session.accountability.names()
            self.certificate = CertificateCard(self._desk, self._certificate, names)
            self.certificate.closed.connect(self._close_certificate)
            column.addWidget(self.certificate)
        elif self.list.current is not None:
            try:
                self._show_person(column, self._session.journey(self.list.current))
            except InputError as error:  # it was removed meanwhile, or nobody is entered in it
                column.addWidget(words(self._desk, error.message, "muted", wrap=True))
                column.addWidget(self._erase_button(), 0, Qt.AlignmentFlag.AlignLeft)
                if self.erasing is not None:
                    column.addWidget(self.erasing)
        else:
            column.addWidget(
                EmptyState(
                    self._desk,
                    "user",
                    N_("Nobody is in the record yet"),
                    N_(
                        "Of each patient it is told here who looked, what was changed and what was "
                        "handed out. From here all of it is handed over to them, or erased."
                    ),
                ),
                1,
            )
        if self.list.current is not None:
            column.addStretch(1)
        if self.erasing is not None:
            self.erasing.setParent(page)
        self._area.setWidget(page)

    def _show_person(self, column: QVBoxLayout, journey: Journey) -> None:
        report = self._session.accountability.report(journey.id, self._person)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(words(self._desk, report.name, "heading", wrap=True), 1)
        self.export_button = Button(self._desk, N_("Hand over everything…"), icon="download")
        self.export_button.clicked.connect(self.choose_export)
        head.addWidget(self.export_button)
        head.addWidget(self._erase_button())
        column.addLayout(head)
        if len(journey.travellers) > 1:
            people: dict[str, Message | str] = {
                one.id: one.full_name or str(one.id) for one in journey.travellers
            }
            self.people = Segments(self._desk, N_("Whose data"), people)
            chosen = self._person or (journey.patient.id if journey.patient else next(iter(people)))
            self.people.choose(chosen)
            self.people.chosen.connect(self._choose_person)
            column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        if self.erasing is not None:
            column.addWidget(self.erasing)
        column.addWidget(self._figures(report))
        out = tuple(line for line in report.lines if line.handed_out)
        column.addWidget(self._card(N_("Who was given what"), out, N_("Nothing has gone out of the house.")))
        rest = tuple(line for line in report.lines if not line.handed_out)
        column.addWidget(self._card(N_("Who looked and changed"), rest, N_("Nobody has looked yet.")))

    def _erase_button(self) -> Button:
        self.erase_button = Button(self._desk, N_("Erase…"), icon="trash-2")
        self.erase_button.clicked.connect(self.begin_erasing)
        return self.erase_button

    def _figures(self, report: PersonReport) -> QWidget:
        seen = len(report.of(EventKind.VIEW))
        out = sum(1 for line in report.lines if line.handed_out)
        changed = len(report.of(EventKind.EDIT, EventKind.UNDO, EventKind.REDO, EventKind.IMPORT))
        said = (
            NN_("Looked at {count} time", "Looked at {count} times", seen),
            NN_("Changed {count} time", "Changed {count} times", changed),
            NN_("Given out {count} time", "Given out {count} times", out),
            NN_("On {count} journey", "On {count} journeys", len(report.journeys)),
        )
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(5))
        for message in said:
            layout.addWidget(words(self._desk, message, "muted"))
        layout.addStretch(1)
        return row

    def _card(self, title: Message, lines: tuple[ReportLine, ...], none: Message) -> QFrame:
        card = Card()
        card.body.addWidget(words(self._desk, title, "title"))
        if not lines:
            card.body.addWidget(words(self._desk, none, "muted"))
            return card
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1.5))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(lines[:_MOST_LINES]):
            there = line.at.astimezone(ZoneInfo(self._zone))
            at = N_("{day}, {time}", day=there.date(), time=there.time().replace(second=0, microsecond=0))
            grid.addWidget(words(self._desk, at, "muted"), row, 0, top)
            grid.addWidget(words(self._desk, line.what, "body", wrap=True), row, 1, top)
            who = words(self._desk, Message("{who}", {"who": line.who}), "muted", wrap=True)
            grid.addWidget(who, row, 2, top)
        card.body.addLayout(grid)
        if len(lines) > _MOST_LINES:
            more = NN_(
                "{count} more line is in the report that is handed over.",
                "{count} more lines are in the report that is handed over.",
                len(lines) - _MOST_LINES,
            )
            card.body.addWidget(words(self._desk, more, "small"))
        return card
